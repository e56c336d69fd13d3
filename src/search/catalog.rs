//! Everything that can be found, and the names by which it is found.
//!
//! The catalog is built once for a dataset. It knows no query.

pub(crate) mod entries;
pub(crate) mod marks;
pub(crate) mod names;
pub(crate) mod plan_words;
pub(crate) mod targets;
