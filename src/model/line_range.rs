//! The lines of a document that something was read from.

/// First and last line, 1-based and inclusive, counted in the document as it stands in `seeds/`.
pub type LineRange = [u32; 2];
