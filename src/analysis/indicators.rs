//! The indicator tables: their rows as printed, and rows sorted by a column.
//!
//! ```text
//! indicator ─► sort
//! printed_number                   a cell with one number, taken apart for calculating
//! ```

pub mod indicator;
pub mod printed_number;
pub mod sort;
