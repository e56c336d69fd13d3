//! What opens over a view: one file for each popup, except that the simple menus share one.

pub(crate) mod compare;
pub(crate) mod export;
pub(crate) mod matrix;
pub(crate) mod menus;
pub(crate) mod side_by_side;
pub(crate) mod similar;
