//! What goes to the terminal: pages made of rows, and how a screen is divided. No session is known here.

pub(crate) mod frame;
pub(crate) mod layout;
pub mod page;
pub(crate) mod row;
