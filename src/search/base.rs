//! What every part of the search is built on: queries, hits, options, patterns and sets of numbers.
//!
//! Nothing here knows a dataset, an index or a rank.

pub(crate) mod bit_set;
pub(crate) mod blob;
pub(crate) mod bytes;
pub(crate) mod char_mask;
pub(crate) mod folding;
pub(crate) mod hit;
pub(crate) mod options;
pub(crate) mod pattern;
pub(crate) mod query;
