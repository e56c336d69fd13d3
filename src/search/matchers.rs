//! Compares one word with one name: by similarity, by its pinyin, and as the number of a heading.
//!
//! A matcher is given folded texts; it knows no dataset and does not rank what it finds.

pub(crate) mod fuzzy;
pub(crate) mod heading_number;
pub(crate) mod pinyin;
