//! The index of a large library: where each bigram (two adjacent characters) occurs in the running text.
//!
//! A word of three characters or more is looked up by its rarest bigram and compared with the text around each position
//! of that bigram. Frequent characters and bigrams also have a set of the lines that hold them, so that the words typed
//! most often, one and two characters long, are found without looking at the text.
//!
//! `tests/bench/search.rs` has the figures for a thousand plans. Positions are stored as gaps from the one before, in
//! bytes with seven bits each (LEB128); 28 million positions take two bytes each.

mod gaps;
mod join;
mod part;

use std::borrow::Cow;
use std::thread;

use crate::search::base::bit_set::BitSet;
use crate::search::base::bytes::{Reader, Writer};
use crate::search::base::pattern::Pattern;
use crate::search::text_index::bigram_index::gaps::Gaps;
use crate::search::text_index::bigram_index::join::Positions;
use crate::search::text_index::bigram_index::part::{Occurrence, Part};
use crate::search::text_index::char_numbers::CharNumbers;
use crate::search::text_index::lines::TextLines;

/// How many parts the index has, each of which is built on a thread of its own. A character is in the part that its number
/// modulo this says, so that frequent characters, whose numbers are low, are spread over all.
const N_PARTS: u32 = 2;

/// Reading the text at a position takes as long as reading this many bytes of positions.
const BYTES_PER_LOOK: u32 = 16;

/// The index of one text: which lines hold each pair of characters.
pub(crate) struct BigramIndex {
    numbers: CharNumbers,
    parts: Vec<Part>,
}

impl BigramIndex {
    /// Indexes a text. Blocks until done; the parts are built side by side.
    pub(crate) fn new(lines: &TextLines) -> Self {
        let numbers = CharNumbers::new(lines.folded());
        let parts = thread::scope(|scope| {
            let others: Vec<_> = (1..N_PARTS)
                .map(|at| {
                    (
                        at,
                        scope.spawn({
                            let numbers = &numbers;
                            move || Part::new(at, numbers, lines)
                        }),
                    )
                })
                .collect();
            let first = Part::new(0, &numbers, lines);
            // A part whose thread failed is built here.
            let others =
                others.into_iter().map(|(at, it)| it.join().unwrap_or_else(|_| Part::new(at, &numbers, lines)));
            std::iter::once(first).chain(others).collect()
        });
        Self { numbers, parts }
    }

    /// Writes the index, to be read by [`BigramIndex::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        self.numbers.write(out);
        out.list(&self.parts, |out, part| part.write(out));
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let this = Self { numbers: CharNumbers::read(from)?, parts: from.list(Part::read)? };
        (this.parts.len() == N_PARTS as usize).then_some(this)
    }

    /// The lines that hold the word; `None` if what is kept elsewhere cannot be read.
    pub(crate) fn lines_with(&self, lines: &TextLines, pattern: &Pattern) -> Option<BitSet> {
        let chars: Vec<char> = pattern.word().chars().collect();
        match chars.as_slice() {
            chars if chars.is_empty() || !chars.iter().all(|c| self.numbers.is_in_text(*c)) => {
                Some(BitSet::new(lines.len()))
            }
            [only] => {
                let is_certain = self.numbers.is_unique(*only) && !pattern.has_exceptions();
                let number = self.numbers.get(*only);
                let Some(part) = self.part(number) else { return Some(BitSet::new(lines.len())) };
                // Most digits of a text are followed by another one, and none of these is the number that was typed.
                let digits = ('0'..='9').filter(|c| pattern.ends_number() && self.numbers.is_unique(*c));
                let idle: Vec<u32> = digits.map(|c| self.numbers.get(c)).collect();
                part.lines_with_char(lines, pattern, (number, &idle), is_certain)
            }
            _ => self.lines_with_word(lines, pattern, &chars),
        }
    }

    /// The part of the bigrams that begin with the character of a number.
    fn part(&self, number: u32) -> Option<&Part> {
        self.parts.get((number % N_PARTS) as usize)
    }

    fn lines_with_word(&self, lines: &TextLines, pattern: &Pattern, chars: &[char]) -> Option<BitSet> {
        let mut found = BitSet::new(lines.len());
        let Some(bigrams) = self.bigrams_of(chars) else { return Some(found) };
        let Some(rarest) = bigrams.iter().min_by_key(|bigram| bigram.size()) else { return Some(found) };
        let is_certain = chars.iter().all(|c| self.numbers.is_unique(*c)) && !pattern.has_exceptions();
        if let [only] = bigrams.as_slice()
            && let Some(known) = only.part.known_lines(only.rank).filter(|_| is_certain)
        {
            return Some(known.clone());
        }
        // Every second bigram and the last cover the word.
        let last = bigrams.len() - 1;
        let is_needed =
            |at: usize, bigram: &Bigram| (at.is_multiple_of(2) || at == last) && bigram.offset != rarest.offset;
        let others = || bigrams.iter().enumerate().filter(|(at, bigram)| is_needed(*at, bigram)).map(|(_, it)| it);
        let n_bytes = others().map(Bigram::size).fold(0, u32::saturating_add);
        let of_rarest = rarest.positions()?;
        if is_certain && n_bytes / BYTES_PER_LOOK <= rarest.size() {
            let of_others: Vec<Cow<[u8]>> = others().map(Bigram::positions).collect::<Option<_>>()?;
            let others = others().zip(&of_others).map(|(other, positions)| other.places(positions)).collect();
            join::add_lines(lines, rarest.places(&of_rarest), others, &mut found);
        } else {
            let around = Occurrence { offset: rarest.offset, is_certain: false };
            part::add_lines(lines, pattern, Gaps::new(&of_rarest), around, &mut found);
        }
        Some(found)
    }

    /// The bigrams of a word in their order; `None` if the text lacks one of them.
    fn bigrams_of(&self, chars: &[char]) -> Option<Vec<Bigram<'_>>> {
        let mut offset = 0;
        let bigram = |(first, second): (&char, &char)| {
            let (number, next) = (self.numbers.get(*first), self.numbers.get(*second));
            let part = self.part(number)?;
            let bigram = Bigram { part, rank: part.rank_of(number, next)?, offset };
            offset += first.len_utf8();
            Some(bigram)
        };
        chars.iter().zip(chars.iter().skip(1)).map(bigram).collect()
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.numbers.bytes() + self.parts.iter().map(Part::bytes).sum::<usize>()
    }
}

/// One of the bigrams of a word that is looked for, and where the index has it.
struct Bigram<'a> {
    /// The part of the index that has its positions.
    part: &'a Part,
    /// Its rank among the bigrams of the part.
    rank: u32,
    /// How many bytes of the word stand before it.
    offset: usize,
}

impl<'a> Bigram<'a> {
    /// How many bytes its positions take.
    fn size(&self) -> u32 {
        self.part.size(self.rank)
    }

    fn positions(&self) -> Option<Cow<'a, [u8]>> {
        self.part.positions(self.rank)
    }

    /// Its positions, to be read beside those of the other bigrams of the word.
    fn places<'b>(&self, positions: &'b [u8]) -> Positions<Gaps<'b>> {
        Positions::new(Gaps::new(positions), self.offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::text_index::scan;

    /// A text of so many lines, mostly of six characters and with thousands of rare ones between them.
    fn text(n_lines: u32) -> String {
        let mut text = String::new();
        let mut state = 1_u32;
        let mut next = |bound: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % bound
        };
        for _ in 0..n_lines {
            for _ in 0..next(30) {
                let c = match next(10) {
                    0 => char::from_u32(0x4e00 + next(6_000)),
                    1 => char::from_u32(0x1_f300 + next(300)),
                    2 => char::from_u32(0x30 + next(10)),
                    _ => char::from_u32(0x536b + next(6)),
                };
                text.extend(c);
            }
            text.push('\n');
        }
        text
    }

    #[test]
    fn answers_as_the_scan_does() {
        let lines = TextLines::from_text(&text(3_000));
        let index = BigramIndex::new(&lines);
        assert!(index.parts.iter().any(Part::has_frequent));
        let words: Vec<String> = (0..lines.len())
            .step_by(7)
            .flat_map(|line| {
                let chars: Vec<char> = lines.line(line).chars().collect();
                (1..=chars.len().min(6)).map(move |n| chars[..n].iter().collect::<String>())
            })
            .chain(["无此词", "😀", "卫", "人民政府", "a"].map(str::to_owned))
            .collect();
        for word in &words {
            let pattern = Pattern::new(word);
            assert!(index.lines_with(&lines, &pattern) == Some(scan::lines_with(&lines, &pattern)), "{word}");
        }
    }
}
