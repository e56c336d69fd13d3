//! The indicator tables: their rows as printed, sorted by a column, and one indicator compared over all plans.
//!
//! ```text
//! indicator ─► sort, compare
//! ```

pub mod compare;
pub mod indicator;
pub mod sort;
