//! The indicator tables: their rows as printed, sorted by a column, and one indicator compared over all plans.
//!
//! ```text
//! indicator ─► sort, compare
//! printed_number                   a cell with one number, taken apart for calculating
//! ```

pub mod compare;
pub mod indicator;
pub mod printed_number;
pub mod sort;
