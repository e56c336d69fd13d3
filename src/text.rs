//! Text in a terminal: cells, line breaks, folding for search, Chinese numerals, and making foreign text harmless.
//!
//! Only this module measures width. It knows nothing about plans.

pub mod fold;
pub mod letter;
pub mod numeral;
pub mod pinyin;
pub mod sanitize;
pub mod shape;
pub mod width;
pub mod words;
pub mod wrap;

#[cfg(test)]
mod corpus;
