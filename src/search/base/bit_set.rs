//! Sets of numbers below a bound, a bit each: lines of text, catalog entries, plans.

/// A set of numbers from 0 up to a bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BitSet {
    words: Vec<u64>,
    bound: usize,
}

impl BitSet {
    /// An empty set of numbers below `bound`.
    pub(crate) fn new(bound: usize) -> Self {
        Self { words: vec![0; bound.div_ceil(64)], bound }
    }

    /// The set of all numbers below `bound`.
    pub(crate) fn full(bound: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; bound.div_ceil(64)], bound };
        if let (Some(last), rest @ 1..) = (set.words.last_mut(), bound % 64) {
            *last = (1 << rest) - 1;
        }
        set
    }

    /// Inserts a number. One that is not below the bound is ignored.
    pub(crate) fn insert(&mut self, number: usize) {
        if number < self.bound
            && let Some(word) = self.words.get_mut(number / 64)
        {
            *word |= 1 << (number % 64);
        }
    }

    /// Removes all numbers below `end`.
    pub(crate) fn clear_below(&mut self, end: usize) {
        for word in self.words.iter_mut().take(end / 64) {
            *word = 0;
        }
        if let Some(word) = self.words.get_mut(end / 64) {
            *word &= u64::MAX << (end % 64);
        }
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        self.words.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many of its numbers are in `from..to`.
    pub(crate) fn count_range(&self, from: usize, to: usize) -> usize {
        let to = to.min(self.bound);
        let whole = from.div_ceil(64)..to / 64;
        if whole.start >= whole.end {
            return (from..to).filter(|&number| self.contains(number)).count();
        }
        let edges = (from..whole.start * 64).chain(whole.end * 64..to).filter(|&number| self.contains(number)).count();
        let words = self.words.get(whole).unwrap_or_default();
        edges + words.iter().map(|word| word.count_ones() as usize).sum::<usize>()
    }

    /// Its numbers from `from` on, in ascending order.
    pub(crate) fn iter_from(&self, from: usize) -> impl Iterator<Item = usize> + '_ {
        let first = from / 64;
        let words = self.words.get(first..).unwrap_or_default().iter().enumerate();
        words.flat_map(move |(at, &word)| {
            let skipped = if at == 0 { u64::MAX << (from % 64) } else { u64::MAX };
            Bits { word: word & skipped, base: (first + at) * 64 }
        })
    }

    /// Its numbers in ascending order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.iter_from(0)
    }

    /// Keeps only the numbers that are in `other` too.
    pub(crate) fn intersect_with(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Keeps only the numbers for which `keep` returns true.
    pub(crate) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        for (at, word) in self.words.iter_mut().enumerate() {
            for number in (Bits { word: *word, base: at * 64 }) {
                if !keep(number) {
                    *word &= !(1 << (number % 64));
                }
            }
        }
    }

    /// Inserts all numbers of `other`.
    pub(crate) fn union_with(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Removes all numbers of `other`.
    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Size in memory, in bytes, without the struct itself.
    pub(crate) fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
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
    word: u64,
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
