//! From a query to what answers it: each word and each filter alone, then all together, then the best in order.
//!
//! Works with numbers of entries and lines; `present` makes hits of them.

pub(crate) mod combine;
pub(crate) mod corpus;
pub(crate) mod rank;
pub(crate) mod scope;
pub(crate) mod term;
pub(crate) mod word;
