//! The index of a large library: where each pair of neighbouring characters stands in the running text.
//!
//! A word of three characters and more is looked up by its rarest pair, and compared with the text around each of that
//! pair's places. Frequent characters and pairs have, besides, a set of the lines that hold them, so that the words most
//! often typed, one and two characters long, are answered without looking at the text. It answers as `scan` does.
//!
//! Figures, for a thousand plans, in `tests/bench/search.rs`. Places are distances from the one before, in bytes of
//! seven bits; 28 million places take two bytes each.

use std::collections::HashMap;

use crate::search::base::pattern::Needle;
use crate::search::base::set::Set;
use crate::search::text_index::char_numbers::{MOST_NUMBERS, Numbers};
use crate::search::text_index::lines::Prose;

/// Characters and pairs that stand in more than one line of so many have a set of lines.
const FREQUENT: usize = 16;

/// Bits of a word of the set of pairs.
const BITS: usize = 64;

/// The index of one text.
pub(crate) struct Pairs {
    numbers: Numbers,
    /// Which pairs occur: a bit each, in the order of their numbers.
    present: Vec<u64>,
    /// How many pairs occur before each word of `present`.
    ranks: Vec<u32>,
    /// Where the places of each pair that occurs begin in `places`, and the end.
    starts: Vec<u32>,
    places: Vec<u8>,
    /// Lines of frequent pairs, by rank.
    pair_lines: HashMap<u32, Set>,
    /// Lines of frequent characters, by number.
    char_lines: HashMap<u32, Set>,
}

/// One pair of neighbouring characters.
#[derive(Clone, Copy)]
struct Pair {
    /// Its number: that of its first character times [`MOST_NUMBERS`], and that of its second.
    key: u32,
    /// Its first byte.
    at: u32,
}

/// All pairs of a text, line ends included, so that the last character of a line begins one too.
fn pairs<'a>(numbers: &'a Numbers, text: &'a str) -> impl Iterator<Item = Pair> + 'a {
    let mut chars = text.char_indices().map(|(at, c)| (at, numbers.get(c)));
    let mut before = chars.next();
    std::iter::from_fn(move || {
        let (at, first) = before?;
        before = chars.next();
        let (_, second) = before?;
        Some(Pair { key: first * MOST_NUMBERS + second, at: u32::try_from(at).ok()? })
    })
}

impl Pairs {
    /// The index of this text: four passes over it.
    pub(crate) fn of(prose: &Prose) -> Self {
        let text = prose.blob();
        let numbers = Numbers::of(text);
        let mut this = Self {
            numbers,
            present: vec![0; (MOST_NUMBERS * MOST_NUMBERS) as usize / BITS],
            ranks: Vec::new(),
            starts: Vec::new(),
            places: Vec::new(),
            pair_lines: HashMap::new(),
            char_lines: HashMap::new(),
        };
        for pair in pairs(&this.numbers, text) {
            if let Some(word) = this.present.get_mut(pair.key as usize / BITS) {
                *word |= 1 << (pair.key as usize % BITS);
            }
        }
        this.count_ranks();
        this.write_places(text);
        this.collect_lines(prose);
        this
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

    /// How many pairs occur.
    fn n_pairs(&self) -> usize {
        self.ranks.last().map_or(0, |n| *n as usize)
    }

    /// The rank of a pair among those that occur.
    fn rank(&self, key: u32) -> Option<u32> {
        let (at, bit) = (key as usize / BITS, key as usize % BITS);
        let word = *self.present.get(at)?;
        (word >> bit & 1 == 1).then(|| self.ranks.get(at).map(|rank| rank + (word & ((1 << bit) - 1)).count_ones()))?
    }

    /// Writes the places of every pair, once to see how much room they take and once to put them down.
    fn write_places(&mut self, text: &str) {
        let n_pairs = self.n_pairs();
        let mut last = vec![0_u32; n_pairs];
        let mut ends = vec![0_u32; n_pairs + 1];
        for pair in pairs(&self.numbers, text) {
            let Some(rank) = self.rank(pair.key).map(|rank| rank as usize) else { continue };
            let (Some(last), Some(room)) = (last.get_mut(rank), ends.get_mut(rank + 1)) else { continue };
            *room += room_of(pair.at - *last);
            *last = pair.at;
        }
        for at in 1..ends.len() {
            let before = ends.get(at - 1).copied().unwrap_or_default();
            if let Some(end) = ends.get_mut(at) {
                *end += before;
            }
        }
        self.places = vec![0; ends.last().map_or(0, |end| *end as usize)];
        self.starts.clone_from(&ends);
        last.fill(0);
        for pair in pairs(&self.numbers, text) {
            let Some(rank) = self.rank(pair.key).map(|rank| rank as usize) else { continue };
            let (Some(last), Some(next)) = (last.get_mut(rank), ends.get_mut(rank)) else { continue };
            let mut distance = pair.at - *last;
            *last = pair.at;
            for _ in 1..room_of(distance) {
                put(&mut self.places, next, 0x80 | low_bits(distance));
                distance >>= 7;
            }
            put(&mut self.places, next, low_bits(distance));
        }
    }

    /// The places of a pair, by rank, in order.
    fn places(&self, rank: u32) -> impl Iterator<Item = usize> + '_ {
        let bound = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let mut bytes = self.places.get(bound(rank as usize)..bound(rank as usize + 1)).unwrap_or_default().iter();
        let mut at = 0_usize;
        std::iter::from_fn(move || {
            let mut shift = 0;
            loop {
                let byte = *bytes.next()?;
                at += usize::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    return Some(at);
                }
                shift += 7;
            }
        })
    }

    /// Room that the places of a pair take, in bytes: nearly in step with their number.
    fn room(&self, rank: u32) -> u32 {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default();
        bound(rank as usize + 1) - bound(rank as usize)
    }

    /// Makes the sets of lines of the frequent pairs and characters.
    fn collect_lines(&mut self, prose: &Prose) {
        let frequent = prose.len() / FREQUENT;
        let mut lines = Set::new(prose.len());
        let mut rank = 0;
        let mut of_char: Option<u32> = None;
        for (at, word) in self.present.clone().into_iter().enumerate() {
            let number = u32::try_from(at * BITS).unwrap_or_default() / MOST_NUMBERS;
            if of_char.is_some_and(|before| before != number) {
                keep_frequent(&mut self.char_lines, of_char.unwrap_or_default(), &mut lines, frequent);
            }
            of_char = Some(number);
            for _ in 0..word.count_ones() {
                let is_long = self.room(rank) as usize > frequent;
                let mut own = if is_long { Some(Set::new(prose.len())) } else { None };
                let mut line = 0;
                for place in self.places(rank) {
                    line = prose.line_at(place, line);
                    own.as_mut().unwrap_or(&mut lines).insert(line);
                }
                if let Some(own) = own {
                    lines.add(&own);
                    if own.len() > frequent {
                        self.pair_lines.insert(rank, own);
                    }
                }
                rank += 1;
            }
        }
        keep_frequent(&mut self.char_lines, of_char.unwrap_or_default(), &mut lines, frequent);
    }

    /// The lines in which the word stands.
    pub(crate) fn lines_with(&self, prose: &Prose, needle: &Needle) -> Set {
        let word = needle.word();
        let chars: Vec<char> = word.chars().collect();
        match chars.as_slice() {
            [] => Set::new(prose.len()),
            [only] => self.lines_of_char(prose, needle, *only),
            _ => self.lines_of_word(prose, needle, &chars),
        }
    }

    fn lines_of_char(&self, prose: &Prose, needle: &Needle, c: char) -> Set {
        let number = self.numbers.get(c);
        if let Some(lines) = self.char_lines.get(&number).filter(|_| self.numbers.is_own(c)) {
            return lines.clone();
        }
        let first = number * MOST_NUMBERS;
        let mut lines = Set::new(prose.len());
        let bound = |key: u32| self.ranks.get(key as usize / BITS).copied().unwrap_or_default();
        // The pairs of one first character fill whole words of the set of pairs.
        for rank in bound(first)..bound(first + MOST_NUMBERS) {
            self.add_places(prose, needle, rank, 0, &mut lines);
        }
        lines
    }

    fn lines_of_word(&self, prose: &Prose, needle: &Needle, chars: &[char]) -> Set {
        let mut lines = Set::new(prose.len());
        let mut rarest: Option<(u32, u32, usize)> = None;
        let mut offset = 0;
        for pair in chars.windows(2) {
            let &[first, second] = pair else { continue };
            let key = self.numbers.get(first) * MOST_NUMBERS + self.numbers.get(second);
            let Some(rank) = self.rank(key) else { return lines };
            let is_own = self.numbers.is_own(first) && self.numbers.is_own(second);
            if let Some(known) = self.pair_lines.get(&rank).filter(|_| is_own && chars.len() == 2 && !needle.is_wary())
            {
                return known.clone();
            }
            let room = self.room(rank);
            if rarest.is_none_or(|(least, _, _)| room < least) {
                rarest = Some((room, rank, offset));
            }
            offset += first.len_utf8();
        }
        if let Some((_, rank, offset)) = rarest {
            self.add_places(prose, needle, rank, offset, &mut lines);
        }
        lines
    }

    /// Adds the lines where the word stands around a place of the pair, which begins `offset` bytes into the word.
    fn add_places(&self, prose: &Prose, needle: &Needle, rank: u32, offset: usize, lines: &mut Set) {
        let (mut line, mut end) = (0, 0);
        for place in self.places(rank) {
            // A line needs one hit only.
            let Some(from) = place.checked_sub(offset).filter(|from| *from >= end) else { continue };
            if needle.stands_at(prose.blob(), from) {
                line = prose.line_at(place, line);
                lines.insert(line);
                end = prose.start(line + 1);
            }
        }
    }

    /// Bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        let sets = self.pair_lines.values().chain(self.char_lines.values()).map(Set::bytes).sum::<usize>();
        self.present.capacity() * 8
            + (self.ranks.capacity() + self.starts.capacity()) * 4
            + self.places.capacity()
            + self.numbers.bytes()
            + sets
    }
}

/// Keeps a set of lines if it is large, and empties it.
fn keep_frequent(kept: &mut HashMap<u32, Set>, number: u32, lines: &mut Set, frequent: usize) {
    if lines.len() > frequent {
        kept.insert(number, lines.clone());
    }
    lines.clear_below(usize::MAX);
}

/// Bytes of seven bits that a distance takes.
fn room_of(distance: u32) -> u32 {
    (38 - (distance | 1).leading_zeros()) / 7
}

/// The lowest seven bits.
fn low_bits(distance: u32) -> u8 {
    u8::try_from(distance & 0x7f).unwrap_or_default()
}

fn put(bytes: &mut [u8], at: &mut u32, byte: u8) {
    if let Some(slot) = bytes.get_mut(*at as usize) {
        *slot = byte;
    }
    *at += 1;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::text_index::scan;

    #[test]
    fn distances_take_the_room_they_need() {
        for (distance, room) in [(0, 1), (1, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3), (u32::MAX, 5)] {
            assert_eq!(room_of(distance), room, "{distance}");
        }
    }

    /// A text of a few thousand lines from few and from very many different characters.
    fn text(lines: u32) -> String {
        let mut text = String::new();
        let mut state = 1_u32;
        let mut next = |bound: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % bound
        };
        for _ in 0..lines {
            for _ in 0..next(30) {
                let c = match next(10) {
                    0 => char::from_u32(0x4e00 + next(6_000)),
                    1 => char::from_u32(0x1_f300 + next(300)),
                    2 => char::from_u32(0x30 + next(10)),
                    _ => char::from_u32(0x536b + next(12)),
                };
                text.extend(c);
            }
            text.push('\n');
        }
        text
    }

    #[test]
    fn answers_as_the_scan_does() {
        let prose = Prose::of_lines(&text(3_000));
        let pairs = Pairs::of(&prose);
        assert!(!pairs.pair_lines.is_empty() && !pairs.char_lines.is_empty());
        let words: Vec<String> = (0..prose.len())
            .step_by(7)
            .flat_map(|line| {
                let chars: Vec<char> = prose.text(line).chars().collect();
                (1..=chars.len().min(6)).map(move |n| chars[..n].iter().collect::<String>())
            })
            .chain(["无此词", "😀", "卫", "人民政府", "a"].map(str::to_owned))
            .collect();
        for word in &words {
            let needle = Needle::new(word);
            assert!(pairs.lines_with(&prose, &needle) == scan::lines_with(&prose, &needle), "{word}");
        }
    }
}
