//! The positions of a bigram, read one after the other from the gaps between them.

/// Ascending positions, each stored as the gap from the one before, in bytes with seven bits each (LEB128).
pub(super) struct Gaps<'b> {
    bytes: std::slice::Iter<'b, u8>,
    position: usize,
}

impl<'b> Gaps<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes: bytes.iter(), position: 0 }
    }
}

impl Iterator for Gaps<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let mut shift = 0;
        loop {
            let byte = *self.bytes.next()?;
            self.position += usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(self.position);
            }
            shift += 7;
        }
    }
}
