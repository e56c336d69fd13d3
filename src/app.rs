//! The browser without a terminal: keys and sizes go in, pages and effects come out.

pub mod action;
pub mod key;
pub mod page;
