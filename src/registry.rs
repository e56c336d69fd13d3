//! What the plans speak of, curated: offices and indicators from `data/`, and how their printed names and values read.
//!
//! The registry knows the text and the model and nothing else; its data is compiled in, so it opens no file.

pub mod bracket;
pub mod indicator;
pub mod name;
pub mod unit;
pub mod value;

#[cfg(test)]
mod printed;
