//! The indicator tables: their rows as printed, their order by a column, and one indicator beside itself over all plans.
//!
//! ```text
//! indicator ─► sort, compare
//! ```

pub mod compare;
pub mod indicator;
pub mod sort;
