//! What two texts share: the tasks of other plans that read alike, and two texts compared word by word.
//!
//! The two files do not know each other.

pub mod diff;
pub mod similar;
