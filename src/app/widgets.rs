//! Building blocks of the views and popups: lists, trees, text fields, tables. Each keeps its own cursor.

pub mod cursor;
pub(crate) mod detail;
pub(crate) mod indicator_table;
pub(crate) mod list;
pub(crate) mod popup;
pub(crate) mod text_field;
pub(crate) mod window;
