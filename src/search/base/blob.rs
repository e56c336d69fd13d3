//! The large lists of an index, which are looked at in a few places at a time: in memory, or where the index is kept, so that they
//! take no memory.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// The place where the bytes of an index are kept. It holds the same bytes as long as it is asked.
pub trait ReadAt: fmt::Debug + Send + Sync {
    /// Reads so many bytes from here on; `None` if they cannot be read.
    fn read_at(&self, from: usize, length: usize) -> Option<Vec<u8>>;
}

/// Bytes of which a search reads a part now and then, wherever they lie.
#[derive(Debug)]
pub(crate) enum Blob {
    Here(Vec<u8>),
    Away { place: Arc<dyn ReadAt>, from: usize, length: usize },
}

impl Default for Blob {
    fn default() -> Self {
        Self::Here(Vec::new())
    }
}

impl Blob {
    /// A part of the bytes; `None` if there is no such part, or if it cannot be read.
    pub(crate) fn get(&self, range: Range<usize>) -> Option<Cow<'_, [u8]>> {
        match self {
            Self::Here(bytes) => bytes.get(range).map(Cow::Borrowed),
            Self::Away { place, from, length } => {
                let is_in = range.start <= range.end && range.end <= *length;
                is_in.then(|| place.read_at(from + range.start, range.len())).flatten().map(Cow::Owned)
            }
        }
    }

    /// All bytes; none if they cannot be read.
    pub(crate) fn all(&self) -> Cow<'_, [u8]> {
        let length = match self {
            Self::Here(bytes) => bytes.len(),
            Self::Away { length, .. } => *length,
        };
        self.get(0..length).unwrap_or_default()
    }

    /// How much memory they take.
    pub(crate) fn memory(&self) -> usize {
        match self {
            Self::Here(bytes) => bytes.capacity(),
            Self::Away { .. } => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Memory(Vec<u8>);

    impl ReadAt for Memory {
        fn read_at(&self, from: usize, length: usize) -> Option<Vec<u8>> {
            self.0.get(from..from + length).map(<[u8]>::to_vec)
        }
    }

    #[test]
    fn bytes_are_the_same_here_and_away() {
        let bytes: Vec<u8> = (0..20).collect();
        let place: Arc<dyn ReadAt> = Arc::new(Memory(bytes.clone()));
        let here = Blob::Here(bytes[5..15].to_vec());
        let away = Blob::Away { place: Arc::clone(&place), from: 5, length: 10 };
        for from in 0..12 {
            for to in from..12 {
                assert_eq!(here.get(from..to), away.get(from..to), "{from}..{to}");
            }
        }
        assert_eq!((here.all(), away.memory()), (away.all(), 0));
        let lost = Blob::Away { place, from: 15, length: 10 };
        assert_eq!((lost.get(0..5).map(|bytes| bytes.len()), lost.get(0..6)), (Some(5), None));
    }
}
