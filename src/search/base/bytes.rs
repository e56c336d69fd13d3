//! Numbers and texts as bytes, one behind the other, in which an index is kept from one run to the next. Lists of numbers are read
//! in one go, so that reading takes little longer than getting the bytes from the disk.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use crate::search::base::blob::{Blob, ReadAt};

/// Writes bytes that a [`Reader`] reads in the same order.
#[derive(Debug, Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    /// Everything that was written, in its order.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }

    pub(crate) fn number(&mut self, number: usize) {
        self.0.extend((number as u64).to_le_bytes());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend(bytes);
    }

    pub(crate) fn u16s(&mut self, numbers: &[u16]) {
        self.number(numbers.len());
        self.0.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    }

    pub(crate) fn u32s(&mut self, numbers: impl ExactSizeIterator<Item = u32>) {
        self.number(numbers.len());
        self.0.extend(numbers.flat_map(u32::to_le_bytes));
    }

    pub(crate) fn u64s(&mut self, numbers: impl ExactSizeIterator<Item = u64>) {
        self.number(numbers.len());
        self.0.extend(numbers.flat_map(u64::to_le_bytes));
    }

    /// Lists, each of which `write` writes.
    pub(crate) fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(items.len());
        for item in items {
            write(self, item);
        }
    }

    /// A table with its keys in order, so that equal tables give equal bytes.
    pub(crate) fn table<K: Ord, V>(&mut self, table: &HashMap<K, V>, mut write: impl FnMut(&mut Self, &K, &V)) {
        let mut rows: Vec<(&K, &V)> = table.iter().collect();
        rows.sort_unstable_by_key(|(key, _)| *key);
        self.number(rows.len());
        for (key, value) in rows {
            write(self, key, value);
        }
    }
}

/// Reads what a [`Writer`] wrote. Whatever does not fit is `None`: no bytes make it fail otherwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    /// How much of them was read.
    at: usize,
    /// Where the same bytes are kept, if the large lists stay there.
    place: Option<&'b Arc<dyn ReadAt>>,
}

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, place: None }
    }

    /// A reader of bytes that are kept in a place, where the large lists stay.
    pub(crate) fn of_kept(bytes: &'b [u8], place: &'b Arc<dyn ReadAt>) -> Self {
        Self { place: Some(place), ..Self::new(bytes) }
    }

    /// Whether everything was read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    fn take(&mut self, n_bytes: usize) -> Option<&'b [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(n_bytes)?)?;
        self.at += n_bytes;
        Some(taken)
    }

    pub(crate) fn number(&mut self) -> Option<usize> {
        let bytes = self.take(8)?.first_chunk()?;
        usize::try_from(u64::from_le_bytes(*bytes)).ok()
    }

    pub(crate) fn bytes(&mut self) -> Option<&'b [u8]> {
        let n = self.number()?;
        self.take(n)
    }

    /// Bytes that stay where they are kept, if that is known.
    pub(crate) fn blob(&mut self) -> Option<Blob> {
        let bytes = self.bytes()?;
        let (from, length) = (self.at - bytes.len(), bytes.len());
        Some(match self.place {
            Some(place) => Blob::Away { place: Arc::clone(place), from, length },
            None => Blob::Here(bytes.to_vec()),
        })
    }

    pub(crate) fn text(&mut self) -> Option<String> {
        std::str::from_utf8(self.bytes()?).ok().map(str::to_owned)
    }

    fn numbers(&mut self, size: usize) -> Option<&'b [u8]> {
        let n_bytes = self.number()?.checked_mul(size)?;
        self.take(n_bytes)
    }

    pub(crate) fn u16s(&mut self) -> Option<Vec<u16>> {
        Some(self.numbers(2)?.as_chunks().0.iter().map(|bytes| u16::from_le_bytes(*bytes)).collect())
    }

    pub(crate) fn u32s(&mut self) -> Option<Vec<u32>> {
        Some(self.numbers(4)?.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect())
    }

    pub(crate) fn u64s(&mut self) -> Option<Vec<u64>> {
        Some(self.numbers(8)?.as_chunks().0.iter().map(|bytes| u64::from_le_bytes(*bytes)).collect())
    }

    pub(crate) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let n = self.number()?;
        let mut items = Vec::new();
        for _ in 0..n {
            items.push(read(self)?);
        }
        items.shrink_to_fit();
        Some(items)
    }

    pub(crate) fn table<K: Eq + Hash, V>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Option<(K, V)>,
    ) -> Option<HashMap<K, V>> {
        let n = self.number()?;
        let mut table = HashMap::new();
        for _ in 0..n {
            let (key, value) = read(self)?;
            table.insert(key, value);
        }
        Some(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let table = HashMap::from([("二".to_owned(), 2_usize), ("一".to_owned(), 1)]);
        let mut writer = Writer::default();
        writer.number(7);
        writer.bytes("规划".as_bytes());
        writer.u16s(&[1, u16::MAX]);
        writer.u32s([2, u32::MAX].into_iter());
        writer.u64s([3, u64::MAX].into_iter());
        writer.list(&[vec![1_u32], vec![]], |writer, list| writer.u32s(list.iter().copied()));
        writer.table(&table, |writer, key, value| {
            writer.bytes(key.as_bytes());
            writer.number(*value);
        });
        let bytes = writer.finish();
        let read = |bytes: &[u8]| {
            let mut reader = Reader::new(bytes);
            let read = (
                (reader.number()?, reader.text()?, reader.u16s()?, reader.u32s()?, reader.u64s()?),
                reader.list(Reader::u32s)?,
                reader.table(|reader| Some((reader.text()?, reader.number()?)))?,
            );
            reader.is_at_end().then_some(read)
        };
        let numbers = (7, "规划".to_owned(), vec![1, u16::MAX], vec![2, u32::MAX], vec![3, u64::MAX]);
        assert_eq!(read(&bytes), Some((numbers, vec![vec![1], vec![]], table)));
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end]), None, "{end}");
        }
        assert_eq!(read(&[bytes.as_slice(), b"x"].concat()), None);
        assert!(read(&[0xff; 64]).is_none(), "lengths beyond all bounds");
    }
}
