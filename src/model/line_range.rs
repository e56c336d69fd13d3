//! The range of lines in a document that something was read from.

/// The first and the last line, 1-based and inclusive, counted in the document that was imported.
pub type LineRange = [u32; 2];
