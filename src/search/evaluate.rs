//! From a query to what matches it: each word and each filter alone, then all together, then the best in order.
//!
//! Works with the numbers of entries and lines; `present` builds hits from them.

pub(crate) mod combine;
pub(crate) mod corpus;
pub(crate) mod name_matches;
pub(crate) mod rank;
pub(crate) mod scope;
pub(crate) mod term;
pub(crate) mod term_matcher;
