//! The indicator tables: their rows as printed, and rows sorted by a column.
//!
//! ```text
//! indicator ─► sort
//! ```

pub mod indicator;
pub mod printed_number;
pub mod sort;
