//! The positions of a bigram, read one after the other from the gaps between them.

use std::borrow::Cow;

/// Ascending positions, each stored as the gap from the one before, in bytes with seven bits each (LEB128).
pub(super) struct Gaps<'a> {
    bytes: Cow<'a, [u8]>,
    /// How many of the bytes were read.
    at: usize,
    position: usize,
}

impl<'a> Gaps<'a> {
    pub(super) fn new(bytes: Cow<'a, [u8]>) -> Self {
        Self { bytes, at: 0, position: 0 }
    }
}

impl Iterator for Gaps<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let mut shift = 0;
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            self.position += usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(self.position);
            }
            shift += 7;
        }
    }
}
