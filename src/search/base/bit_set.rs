//! Sets of numbers below a bound, a bit each: lines of text, catalog entries, plans.
//!
//! A thin layer over `fixedbitset`, which adds what the search needs beside it: numbers past the bound are ignored, and
//! iteration may start anywhere.

use fixedbitset::FixedBitSet;

use crate::search::base::bytes::{Reader, Writer};

/// Bits of one word of the set.
const BITS: usize = usize::BITS as usize;

/// A set of numbers from 0 up to a bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BitSet(FixedBitSet);

impl BitSet {
    /// An empty set of numbers below `bound`.
    pub(crate) fn new(bound: usize) -> Self {
        Self(FixedBitSet::with_capacity(bound))
    }

    /// The set of all numbers below `bound`.
    pub(crate) fn full(bound: usize) -> Self {
        let mut set = FixedBitSet::with_capacity(bound);
        set.insert_range(..);
        Self(set)
    }

    /// Inserts a number. One that is not below the bound is ignored.
    pub(crate) fn insert(&mut self, number: usize) {
        if number < self.0.len() {
            self.0.insert(number);
        }
    }

    /// Removes all numbers below `end`.
    pub(crate) fn clear_below(&mut self, end: usize) {
        self.0.remove_range(..end.min(self.0.len()));
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        self.0.contains(number)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_clear()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.count_ones(..)
    }

    /// How many of its numbers are in `from..to`.
    pub(crate) fn count_range(&self, from: usize, to: usize) -> usize {
        let to = to.min(self.0.len());
        self.0.count_ones(from.min(to)..to)
    }

    /// Its numbers from `from` on, in ascending order.
    pub(crate) fn iter_from(&self, from: usize) -> impl Iterator<Item = usize> + '_ {
        let first = from / BITS;
        let words = self.0.as_slice().get(first..).unwrap_or_default().iter().enumerate();
        words.flat_map(move |(at, &word)| {
            let skipped = if at == 0 { usize::MAX << (from % BITS) } else { usize::MAX };
            Bits { word: word & skipped, base: (first + at) * BITS }
        })
    }

    /// Its numbers in ascending order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.ones()
    }

    /// Keeps only the numbers that are in `other` too.
    pub(crate) fn intersect_with(&mut self, other: &Self) {
        self.0.intersect_with(&other.0);
    }

    /// Keeps only the numbers for which `keep` returns true.
    pub(crate) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        for (at, word) in self.0.as_mut_slice().iter_mut().enumerate() {
            for number in (Bits { word: *word, base: at * BITS }) {
                if !keep(number) {
                    *word &= !(1 << (number % BITS));
                }
            }
        }
    }

    /// Inserts all numbers of `other`.
    pub(crate) fn union_with(&mut self, other: &Self) {
        self.0.union_with(&other.0);
    }

    /// Removes all numbers of `other`.
    pub(crate) fn subtract(&mut self, other: &Self) {
        self.0.difference_with(&other.0);
    }

    /// Writes the set, to be read by [`BitSet::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.number(self.0.len());
        out.u64s(self.0.as_slice().iter().map(|word| *word as u64));
    }

    /// Reads a set that was written on a machine of the same kind.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let bound = from.number()?;
        let words: Vec<usize> = from.u64s()?.into_iter().map(usize::try_from).collect::<Result<_, _>>().ok()?;
        (words.len() == bound.div_ceil(BITS)).then(|| Self(FixedBitSet::with_capacity_and_blocks(bound, words)))
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        size_of_val(self.0.as_slice())
    }
}

impl Extend<usize> for BitSet {
    fn extend<T: IntoIterator<Item = usize>>(&mut self, numbers: T) {
        for number in numbers {
            self.insert(number);
        }
    }
}

/// Iterates over the bits that are set in one word, as numbers counted from `base`.
struct Bits {
    word: usize,
    base: usize,
}

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.word == 0 {
            return None;
        }
        let bit = self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(self.base + bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_inserted() {
        let numbers = [0, 1, 63, 64, 65, 127, 128, 199];
        let mut set = BitSet::new(200);
        set.extend(numbers.into_iter().chain([200]));
        assert_eq!(set.iter().collect::<Vec<_>>(), numbers);
        assert_eq!(set.iter_from(64).collect::<Vec<_>>(), numbers[3..]);
        assert_eq!(set.len(), numbers.len());
        for from in 0..=200 {
            for to in [from, from + 1, 64, 130, 200] {
                let expected = numbers.iter().filter(|&&number| (from..to).contains(&number)).count();
                assert_eq!(set.count_range(from, to), expected, "{from}..{to}");
            }
        }
        let mut rest = BitSet::full(200);
        rest.subtract(&set);
        assert_eq!(rest.len(), 200 - numbers.len());
        rest.union_with(&set);
        assert_eq!(rest, BitSet::full(200));
        rest.intersect_with(&set);
        assert_eq!(rest, set);
        rest.retain(|number| number != 64);
        rest.clear_below(63);
        assert_eq!(rest.iter().collect::<Vec<_>>(), [63, 65, 127, 128, 199]);
    }
}
