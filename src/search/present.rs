//! What the reader is shown: hits with the characters that match, or the reason why there is no hit.

pub(crate) mod hit_builder;
pub(crate) mod no_match;
mod subject;
