//! The curated tables: which names are one office, which rows are one indicator, and how printed cells read.
//!
//! The tables are part of the program (`data/`), so nothing here opens a file. The registry knows the model and the
//! text; which plan prints a name, and where, it does not know.

pub mod bracket;
pub mod department;
pub mod indicator;
pub mod name;
pub mod unit;
pub mod value;

#[cfg(test)]
mod printed;
