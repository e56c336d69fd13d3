//! What two texts share: the tasks of other plans that read alike, and two texts compared word by word.
//!
//! `similar` and `diff` do not use each other, and both know nothing of responsibilities and targets.

pub mod diff;
pub mod similar;
