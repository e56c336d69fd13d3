//! The running text of all plans, and three ways to find the lines that hold a word: a scan and two indexes.
//!
//! All three give the same answer; `Index` in `search.rs` chooses by the size of the library.

pub(crate) mod bigram_index;
pub(crate) mod char_index;
mod char_numbers;
pub(crate) mod lines;
pub(crate) mod scan;
