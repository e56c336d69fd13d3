//! The plans' content as rows of text: one file for each kind of thing that is shown.

pub(crate) mod chapter;
pub(crate) mod clipboard;
pub(crate) mod deadline;
pub(crate) mod department;
pub(crate) mod dossier;
pub(crate) mod finding;
pub(crate) mod hit;
pub(crate) mod node;
pub(crate) mod node_row;
pub(crate) mod plan;
pub(crate) mod prose;
pub(crate) mod reader;
pub(crate) mod table_rows;
pub(crate) mod text;
pub(crate) mod tree;
