//! The curated tables: which names are one office, which rows are one indicator.
//!
//! The tables are part of the program (`data/`), so nothing here opens a file. The registry knows the model and the
//! folding of text; which plan prints a name, and where, it does not know.

pub mod department;
