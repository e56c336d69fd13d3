//! The characters of a text as 64 bits, which dismiss most texts before they are read.

/// The mask of a text: a bit for each of its characters, several characters sharing one. A text whose mask lacks a bit
/// of a word's mask does not hold the word.
pub(crate) fn char_mask(text: &str) -> u64 {
    text.chars().fold(0, |mask, c| mask | 1 << (u32::from(c).wrapping_mul(0x9e37_79b1) >> 26))
}
