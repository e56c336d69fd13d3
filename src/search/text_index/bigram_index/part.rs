//! One part of the bigram index: the bigrams whose first character has a number of this part.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::search::base::bit_set::BitSet;
use crate::search::base::blob::Blob;
use crate::search::base::bytes::{Reader, Writer};
use crate::search::base::pattern::Pattern;
use crate::search::text_index::bigram_index::N_PARTS;
use crate::search::text_index::bigram_index::gaps::Gaps;
use crate::search::text_index::char_numbers::{CharNumbers, MAX_NUMBERS};
use crate::search::text_index::lines::TextLines;

/// A character or bigram that is in more than one of this many lines has a set of lines. Such a set, a bit for each line,
/// is smaller than the list of the positions, which take a byte or two each; for rarer ones reading the list is quick.
const FREQUENT: usize = 8;

/// Bits of one element of the bit set of bigrams.
const BITS: usize = 64;

/// Where the bigrams of one part occur. A bigram is identified by its key and, if it occurs in the text, by its rank among
/// the keys of all bigrams of the part that occur.
pub(super) struct Part {
    /// Which part it is: that of the numbers which leave this rest when divided by [`N_PARTS`].
    at: u32,
    /// A bit for each key: whether the bigram occurs.
    present: Vec<u64>,
    /// How many bigrams occur before each element of `present`.
    ranks: Vec<u32>,
    /// By rank, where the positions of each bigram begin in `positions`, and the end of the last.
    starts: Vec<u32>,
    /// Encoded gaps between the positions of each bigram.
    positions: Blob,
    /// The lines of frequent bigrams, by rank.
    bigram_lines: HashMap<u32, BitSet>,
    /// The lines of frequent characters, by number.
    char_lines: HashMap<u32, BitSet>,
}

/// How a word is found by one of its bigrams.
#[derive(Clone, Copy)]
pub(super) struct Occurrence {
    /// How many bytes of the word stand before the bigram.
    pub(super) offset: usize,
    /// Whether the word occurs wherever the bigram does, so that the text need not be read.
    pub(super) is_certain: bool,
}

/// An occurrence of a bigram of a part.
#[derive(Clone, Copy)]
struct Bigram {
    key: u32,
    /// Its first byte in the text.
    at: u32,
}

/// The key of a bigram by the numbers of its characters: how many numbers of the part come before the first, times
/// [`MAX_NUMBERS`], plus the second.
fn key(first: u32, second: u32) -> u32 {
    first / N_PARTS * MAX_NUMBERS + second
}

/// All bigrams of a part in a text, those with a line feed included, so that the last character of a line begins one too.
fn bigrams<'a>(part: u32, numbers: &'a CharNumbers, text: &'a str) -> impl Iterator<Item = Bigram> + 'a {
    let mut chars = text.char_indices().map(|(at, c)| (at, numbers.get(c)));
    let mut before = chars.next();
    let pairs = std::iter::from_fn(move || {
        let (at, first) = before?;
        before = chars.next();
        let (_, second) = before?;
        Some((at, first, second))
    });
    pairs
        .filter(move |(_, first, _)| first % N_PARTS == part)
        .filter_map(|(at, first, second)| Some(Bigram { key: key(first, second), at: u32::try_from(at).ok()? }))
}

impl Part {
    /// Indexes the part with this number in three passes over the text.
    pub(super) fn new(at: u32, numbers: &CharNumbers, lines: &TextLines) -> Self {
        let text = lines.folded();
        let mut this = Self {
            at,
            present: vec![0; (MAX_NUMBERS.div_ceil(N_PARTS) * MAX_NUMBERS) as usize / BITS],
            ranks: Vec::new(),
            starts: Vec::new(),
            positions: Blob::default(),
            bigram_lines: HashMap::new(),
            char_lines: HashMap::new(),
        };
        for bigram in bigrams(at, numbers, text) {
            if let Some(word) = this.present.get_mut(bigram.key as usize / BITS) {
                *word |= 1 << (bigram.key as usize % BITS);
            }
        }
        this.count_ranks();
        this.write_positions(numbers, text);
        this.collect_lines(lines);
        this
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.number(self.at as usize);
        out.u64s(self.present.iter().copied());
        out.u32s(self.starts.iter().copied());
        out.bytes(&self.positions.all());
        for lines in [&self.bigram_lines, &self.char_lines] {
            out.table(lines, |out, number, lines| {
                out.number(*number as usize);
                lines.write(out);
            });
        }
    }

    pub(super) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let lines =
            |from: &mut Reader<'_>| from.table(|from| Some((u32::try_from(from.number()?).ok()?, BitSet::read(from)?)));
        let mut this = Self {
            at: u32::try_from(from.number()?).ok()?,
            present: from.u64s()?,
            ranks: Vec::new(),
            starts: from.u32s()?,
            positions: from.blob()?,
            bigram_lines: lines(from)?,
            char_lines: lines(from)?,
        };
        this.count_ranks();
        Some(this)
    }

    fn count_ranks(&mut self) {
        let mut n = 0;
        self.ranks.reserve_exact(self.present.len() + 1);
        for word in &self.present {
            self.ranks.push(n);
            n += word.count_ones();
        }
        self.ranks.push(n);
    }

    /// How many different bigrams occur.
    fn n_bigrams(&self) -> usize {
        self.ranks.last().map_or(0, |n| *n as usize)
    }

    /// The rank of a bigram among those that occur; `None` if it does not.
    fn rank(&self, key: u32) -> Option<u32> {
        let (at, bit) = (key as usize / BITS, key as usize % BITS);
        let word = *self.present.get(at)?;
        (word >> bit & 1 == 1).then(|| self.ranks.get(at).map(|rank| rank + (word & ((1 << bit) - 1)).count_ones()))?
    }

    /// Encodes the positions of every bigram: one pass to count the bytes they need, one to write them.
    fn write_positions(&mut self, numbers: &CharNumbers, text: &str) {
        let n_bigrams = self.n_bigrams();
        let mut last = vec![0_u32; n_bigrams];
        let mut ends = vec![0_u32; n_bigrams + 1];
        for bigram in bigrams(self.at, numbers, text) {
            let Some(rank) = self.rank(bigram.key).map(|rank| rank as usize) else { continue };
            let (Some(last), Some(size)) = (last.get_mut(rank), ends.get_mut(rank + 1)) else { continue };
            *size += encoded_size(bigram.at - *last);
            *last = bigram.at;
        }
        for at in 1..ends.len() {
            let before = ends.get(at - 1).copied().unwrap_or_default();
            if let Some(end) = ends.get_mut(at) {
                *end += before;
            }
        }
        let mut positions = vec![0; ends.last().map_or(0, |end| *end as usize)];
        self.starts.clone_from(&ends);
        last.fill(0);
        for bigram in bigrams(self.at, numbers, text) {
            let Some(rank) = self.rank(bigram.key).map(|rank| rank as usize) else { continue };
            let (Some(last), Some(next)) = (last.get_mut(rank), ends.get_mut(rank)) else { continue };
            let mut gap = bigram.at - *last;
            *last = bigram.at;
            for _ in 1..encoded_size(gap) {
                write_byte(&mut positions, next, 0x80 | low_bits(gap));
                gap >>= 7;
            }
            write_byte(&mut positions, next, low_bits(gap));
        }
        self.positions = Blob::Here(positions);
    }

    /// The positions of a bigram in the text, for [`Gaps`]; `None` if they cannot be read where they are kept.
    pub(super) fn positions(&self, rank: u32) -> Option<Cow<'_, [u8]>> {
        self.positions.get(self.start(rank)..self.start(rank + 1))
    }

    /// Where the positions of a bigram begin.
    fn start(&self, rank: u32) -> usize {
        self.starts.get(rank as usize).map_or(0, |start| *start as usize)
    }

    /// How many bytes the positions of a bigram take, which is nearly proportional to their number.
    pub(super) fn size(&self, rank: u32) -> u32 {
        let start = |at: usize| self.starts.get(at).copied().unwrap_or_default();
        start(rank as usize + 1) - start(rank as usize)
    }

    /// Collects the sets of lines of the frequent bigrams and characters.
    fn collect_lines(&mut self, lines: &TextLines) {
        let frequent = lines.len() / FREQUENT;
        let mut of_char = BitSet::new(lines.len());
        let mut rank = 0;
        let mut current: Option<u32> = None;
        for (at, word) in self.present.clone().into_iter().enumerate() {
            let number = u32::try_from(at * BITS).unwrap_or_default() / MAX_NUMBERS * N_PARTS + self.at;
            if current.is_some_and(|before| before != number) {
                keep_if_frequent(&mut self.char_lines, current.unwrap_or_default(), &mut of_char, frequent);
            }
            current = Some(number);
            for _ in 0..word.count_ones() {
                let may_be_frequent = self.size(rank) as usize > frequent;
                let mut of_bigram = if may_be_frequent { Some(BitSet::new(lines.len())) } else { None };
                let mut line = 0;
                for position in Gaps::new(&self.positions(rank).unwrap_or_default()) {
                    line = lines.line_at(position, line);
                    of_bigram.as_mut().unwrap_or(&mut of_char).insert(line);
                }
                if let Some(of_bigram) = of_bigram {
                    of_char.union_with(&of_bigram);
                    if of_bigram.len() > frequent {
                        self.bigram_lines.insert(rank, of_bigram);
                    }
                }
                rank += 1;
            }
        }
        keep_if_frequent(&mut self.char_lines, current.unwrap_or_default(), &mut of_char, frequent);
    }

    /// The lines that hold a character of the part as the word. `is_certain` says that no other has its number and that
    /// every place counts; where one of the `idle` characters follows, none does. `None` if the positions cannot be read.
    pub(super) fn lines_with_char(
        &self,
        lines: &TextLines,
        pattern: &Pattern,
        (number, idle): (u32, &[u32]),
        is_certain: bool,
    ) -> Option<BitSet> {
        if let Some(known) = self.char_lines.get(&number).filter(|_| is_certain) {
            return Some(known.clone());
        }
        let first = key(number, 0);
        let mut found = BitSet::new(lines.len());
        let rank_at = |key: u32| self.ranks.get(key as usize / BITS).copied().unwrap_or_default();
        // The bigrams that begin with one character fill whole elements of the bit set, and their positions lie together.
        let (from, end) = (rank_at(first), rank_at(first + MAX_NUMBERS));
        let all = self.positions.get(self.start(from)..self.start(end))?;
        let idle: Vec<u32> = idle.iter().filter_map(|next| self.rank_of(number, *next)).collect();
        for rank in (from..end).filter(|rank| !idle.contains(rank)) {
            let own = all.get(self.start(rank) - self.start(from)..self.start(rank + 1) - self.start(from))?;
            add_lines(lines, pattern, Gaps::new(own), Occurrence { offset: 0, is_certain }, &mut found);
        }
        Some(found)
    }

    /// The rank of a bigram by the numbers of its characters; `None` if it does not occur.
    pub(super) fn rank_of(&self, first: u32, second: u32) -> Option<u32> {
        self.rank(key(first, second))
    }

    /// The lines of a frequent bigram; `None` for any other.
    pub(super) fn known_lines(&self, rank: u32) -> Option<&BitSet> {
        self.bigram_lines.get(&rank)
    }

    /// Whether some characters and some bigrams are frequent, for a test.
    #[cfg(test)]
    pub(super) fn has_frequent(&self) -> bool {
        !self.bigram_lines.is_empty() && !self.char_lines.is_empty()
    }

    /// How much memory the heap allocations take, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let sets = self.bigram_lines.values().chain(self.char_lines.values()).map(BitSet::bytes).sum::<usize>();
        self.present.capacity() * 8
            + (self.ranks.capacity() + self.starts.capacity()) * 4
            + self.positions.memory()
            + sets
    }
}

/// Adds the lines in which the word occurs around one of these positions of a bigram.
pub(super) fn add_lines(lines: &TextLines, pattern: &Pattern, positions: Gaps<'_>, of: Occurrence, found: &mut BitSet) {
    let (mut line, mut end) = (0, 0);
    for position in positions {
        // Once a line is found, the rest of it is skipped.
        let Some(from) = position.checked_sub(of.offset).filter(|from| *from >= end) else { continue };
        if of.is_certain || pattern.occurs_at(lines.folded(), from) {
            line = lines.line_at(position, line);
            found.insert(line);
            end = lines.start(line + 1);
        }
    }
}

/// Keeps a copy of a set of lines if it is large, and empties the set.
fn keep_if_frequent(kept: &mut HashMap<u32, BitSet>, number: u32, lines: &mut BitSet, frequent: usize) {
    if lines.len() > frequent {
        kept.insert(number, lines.clone());
    }
    lines.clear_below(usize::MAX);
}

/// How many bytes a gap takes, at seven bits each.
fn encoded_size(gap: u32) -> u32 {
    (38 - (gap | 1).leading_zeros()) / 7
}

fn low_bits(gap: u32) -> u8 {
    u8::try_from(gap & 0x7f).unwrap_or_default()
}

fn write_byte(bytes: &mut [u8], at: &mut u32, byte: u8) {
    if let Some(slot) = bytes.get_mut(*at as usize) {
        *slot = byte;
    }
    *at += 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_take_as_many_bytes_as_they_need() {
        for (gap, size) in [(0, 1), (1, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3), (u32::MAX, 5)] {
            assert_eq!(encoded_size(gap), size, "{gap}");
        }
    }
}
