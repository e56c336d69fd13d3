//! What is to be reached: the targets that body text states, and the deadlines of body text and tables together.
//!
//! ```text
//! target ─► deadline
//! ```

pub mod deadline;
pub mod target;
