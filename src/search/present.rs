//! What the reader is shown: hits with the characters that answer, or why there is no hit.

pub(crate) mod hit_builder;
pub(crate) mod no_match;
