//! Names by their pinyin, for words typed in Latin letters: `rsj`, `weishengju`, `卫sjkj`, `yesiwanglv`.
//!
//! Each character of a name has one reading, the one it has in its word (行 in 银行), so that a name is never found by
//! a sound it does not have. Punctuation is silent. Only names are indexed; running text is not.

use std::collections::HashMap;

use crate::search::base::bytes::{Reader, Writer};
use crate::text::letter::is_letter_or_digit;
use crate::text::pinyin::{self, Sound};

/// The most letters of a typed word; more than a long name has.
const MAX_LETTERS: usize = 60;

/// Initials of two letters. They may be typed as one letter or as both.
const DOUBLE_INITIALS: [&str; 3] = ["zh", "ch", "sh"];

/// The initial of a silent character: brackets, commas, quotation marks.
const SILENT: u8 = 0;

/// The pinyin of all names, in the order in which they are added.
#[derive(Default)]
pub(crate) struct PinyinIndex {
    /// One letter for each character of each name; [`SILENT`] for all but letters, digits and Chinese characters.
    initials: Vec<u8>,
    /// For each character, the position of its syllable in `table`; 0, an empty syllable, if it has none.
    syllables: Vec<u16>,
    /// The first character of each name, and the end of the last name.
    starts: Vec<u32>,
    table: Vec<Box<str>>,
    /// Positions in `table` by syllable.
    numbers: HashMap<&'static str, u16>,
}

/// A typed word that may be pinyin.
pub(crate) struct PinyinPattern {
    typed: Vec<char>,
    /// Whether it has characters other than letters and digits, which must be in the name themselves.
    pub(crate) is_mixed: bool,
}

impl PinyinPattern {
    /// Parses letters and digits, perhaps mixed with Chinese characters; `None` for anything else.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        // Most words have no letter, which is told without a copy of the word.
        if !word.contains(|c: char| c.is_ascii_lowercase() || c == 'ü') {
            return None;
        }
        let word = pinyin::without_umlaut(word);
        let typed: Vec<char> = word.chars().filter(|c| !matches!(c, '\'' | '-')).take(MAX_LETTERS + 1).collect();
        let fits = typed.len() <= MAX_LETTERS && typed.iter().copied().all(is_letter_or_digit);
        let is_mixed = typed.iter().any(|c| !c.is_ascii());
        fits.then_some(Self { typed, is_mixed })
    }

    /// The characters that are not ASCII and must be in the name themselves.
    pub(crate) fn chinese_characters(&self) -> String {
        self.typed.iter().filter(|c| !c.is_ascii()).collect()
    }
}

/// The part of a name that a typed word is the pinyin of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PinyinMatch {
    /// First character of the name, and one past the last.
    pub(crate) range: [usize; 2],
    /// Whether it is the whole name, but for silent characters and a unit of measure in brackets.
    pub(crate) is_whole: bool,
    /// Whether exactly one letter was typed for each character.
    pub(crate) by_initials: bool,
}

impl PinyinIndex {
    /// Adds the next name, folded.
    pub(crate) fn push(&mut self, name: &str) {
        if self.starts.is_empty() {
            self.starts.push(0);
            self.table.push("".into());
        }
        for sound in pinyin::readings(name) {
            let (initial, syllable) = match sound {
                Sound::Syllable(syllable) => (syllable.bytes().next().unwrap_or(SILENT), self.number_of(syllable)),
                Sound::Other(c) if c.is_ascii_alphanumeric() => (u8::try_from(c).unwrap_or(SILENT), 0),
                Sound::Other(_) => (SILENT, 0),
            };
            self.initials.push(initial);
            self.syllables.push(syllable);
        }
        self.starts.push(u32::try_from(self.initials.len()).unwrap_or(u32::MAX));
    }

    fn number_of(&mut self, syllable: &'static str) -> u16 {
        let next = u16::try_from(self.table.len()).unwrap_or_default();
        *self.numbers.entry(syllable).or_insert_with(|| {
            self.table.push(syllable.into());
            next
        })
    }

    /// Writes the index, to be read by [`PinyinIndex::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.bytes(&self.initials);
        out.u16s(&self.syllables);
        out.u32s(self.starts.iter().copied());
        out.list(&self.table, |out, syllable| out.bytes(syllable.as_bytes()));
    }

    /// Reads an index. No name can be added to it.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (initials, syllables, starts) = (from.bytes()?.to_vec(), from.u16s()?, from.u32s()?);
        let table = from.list(Reader::text)?.into_iter().map(Box::from).collect();
        Some(Self { initials, syllables, starts, table, numbers: HashMap::new() })
    }

    /// The initials of a name, one letter for each character; 0 for silent characters.
    pub(crate) fn initials(&self, name: usize) -> &[u8] {
        let start = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        self.initials.get(start(name)..start(name + 1)).unwrap_or_default()
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.initials.capacity()
            + self.syllables.capacity() * 2
            + self.starts.capacity() * 4
            + self.numbers.capacity() * 24
    }

    /// Finds the first part of a name that the typed word is the pinyin of. A single letter must be the initial of the
    /// first character. `text` is the name itself, folded.
    pub(crate) fn find(&self, pattern: &PinyinPattern, name: usize, text: &str) -> Option<PinyinMatch> {
        let start = *self.starts.get(name)? as usize;
        let end = *self.starts.get(name + 1)? as usize;
        let initials = self.initials.get(start..end)?;
        let letter = pattern.typed.first().and_then(|c| u8::try_from(*c).ok()).filter(|_| !pattern.is_mixed);
        // Most names are dismissed here: none of their characters begins with the first letter typed.
        let earliest = match letter {
            Some(letter) => memchr::memchr(letter, initials)?,
            None => 0,
        };
        let chars: Vec<char> = if pattern.is_mixed { text.chars().collect() } else { Vec::new() };
        let sounds =
            NameSounds { initials, syllables: self.syllables.get(start..end)?, chars: &chars, table: &self.table };
        let first = initials.iter().position(|&initial| initial != SILENT)?;
        let last = if pattern.typed.len() == 1 { first } else { initials.len() - 1 };
        (first.max(earliest)..=last).filter(|&from| sounds.may_match_from(&pattern.typed, from)).find_map(|from| {
            let to = sounds.match_from(&pattern.typed, from)?;
            let is_rest_silent = initials.get(to..)?.iter().all(|&initial| initial == SILENT);
            let is_whole = from == first && (is_rest_silent || is_rest_bracketed(text, to));
            let n_sounding = initials.get(from..to)?.iter().filter(|&&initial| initial != SILENT).count();
            Some(PinyinMatch {
                range: [from, to],
                is_whole,
                by_initials: n_sounding == pattern.typed.len() && !pattern.is_mixed,
            })
        })
    }
}

/// Whether the text from character `from` on is in brackets: a unit of measure, which nobody types as pinyin.
fn is_rest_bracketed(text: &str, from: usize) -> bool {
    let mut rest = text.chars().skip(from);
    rest.next() == Some('(') && rest.last() == Some(')')
}

/// The pinyin of one name, borrowed from the index.
struct NameSounds<'a> {
    initials: &'a [u8],
    syllables: &'a [u16],
    /// The characters themselves if the typed word is mixed, else empty.
    chars: &'a [char],
    table: &'a [Box<str>],
}

impl NameSounds<'_> {
    /// Whether the first letter typed is the initial of this character. Most places are dismissed by this.
    fn may_match_from(&self, typed: &[char], from: usize) -> bool {
        let initial = self.initials.get(from).copied().map(char::from);
        !self.chars.is_empty() || typed.first().copied() == initial
    }

    /// The end, in characters, of the shortest part from `from` on that `typed` is the pinyin of. The last
    /// syllable may be incomplete.
    fn match_from(&self, typed: &[char], from: usize) -> Option<usize> {
        // Bit i: the first i letters can be the pinyin of the characters so far.
        let mut reached: u64 = 1;
        for at in from..self.initials.len() {
            let mut next = 0;
            if self.initials.get(at) == Some(&SILENT) {
                if at == from {
                    return None;
                }
                continue;
            }
            let mut lengths = reached;
            while lengths != 0 {
                let length = lengths.trailing_zeros() as usize;
                lengths &= lengths - 1;
                next |= self.prefix_lengths(at, typed.get(length..)?) << length;
            }
            if next >> typed.len() & 1 == 1 {
                return Some(at + 1);
            }
            if next == 0 {
                return None;
            }
            reached = next;
        }
        None
    }

    /// Bit n: the first n characters of `rest` can be typed for the character at `at`.
    fn prefix_lengths(&self, at: usize, rest: &[char]) -> u64 {
        let Some(&first) = rest.first() else { return 0 };
        if self.chars.get(at) == Some(&first) {
            return 1 << 1;
        }
        let initial = self.initials.get(at).copied().map_or('\0', char::from);
        if first != initial {
            return 0;
        }
        let mut lengths = 1 << 1;
        let syllable = self.syllables.get(at).and_then(|&number| self.table.get(usize::from(number)));
        let syllable = syllable.map_or("", AsRef::as_ref);
        let n_equal = syllable.chars().zip(rest).take_while(|(a, b)| a == *b).count();
        if n_equal == syllable.len() || n_equal == rest.len() {
            lengths |= 1 << n_equal;
        }
        if n_equal >= 2 && DOUBLE_INITIALS.iter().any(|initial| syllable.starts_with(initial)) {
            lengths |= 1 << 2;
        }
        lengths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_their_pinyin() {
        for (typed, name, expected) in [
            ("wsjkj", "卫生健康局", Some((0, 5, true))),
            ("weishengjiankangju", "卫生健康局", Some((0, 5, true))),
            ("weishengjkj", "卫生健康局", Some((0, 5, true))),
            ("wshjkj", "卫生健康局", Some((0, 5, true))),
            ("weis", "卫生健康局", Some((0, 2, false))),
            ("weish", "卫生健康局", Some((0, 2, false))),
            ("w", "卫生健康局", Some((0, 1, false))),
            ("s", "卫生健康局", None),
            ("sj", "卫生健康局", Some((1, 3, false))),
            ("卫sjkj", "卫生健康局", Some((0, 5, true))),
            ("健kj", "卫生健康局", Some((2, 5, false))),
            ("建kj", "卫生健康局", None),
            ("yesswl", "婴儿死亡率(‰)", Some((0, 5, false))),
            ("yeswl", "婴儿死亡率(‰)", Some((0, 5, true))),
            ("pm2.5", "pm2.5", None),
            ("pm25", "pm2.5浓度", Some((0, 5, false))),
            ("zyzlys", "执业(助理)医师数", Some((0, 8, false))),
            ("yh", "银行", Some((0, 2, true))),
            ("yx", "银行", None),
            ("kj", "会计", Some((0, 2, true))),
            ("cq", "重庆", Some((0, 2, true))),
        ] {
            let mut index = PinyinIndex::default();
            index.push("教育局");
            index.push(name);
            let pattern = PinyinPattern::parse(typed);
            let found = pattern.and_then(|pattern| index.find(&pattern, 1, name));
            let found = found.map(|found| (found.range[0], found.range[1], found.is_whole));
            // One case is a typing error, which must not be found.
            let expected = if typed == "yesswl" { None } else { expected };
            assert_eq!(found, expected, "{typed} {name}");
        }
    }

    #[test]
    fn only_words_with_letters_are_pinyin() {
        for (word, expected) in
            [("rsj", true), ("卫sjkj", true), ("2030", false), ("卫生", false), ("a b", false), ("", false)]
        {
            assert_eq!(PinyinPattern::parse(word).is_some(), expected, "{word}");
        }
        assert!(PinyinPattern::parse(&"a".repeat(10_000)).is_none());
    }
}
