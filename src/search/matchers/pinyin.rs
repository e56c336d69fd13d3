//! Names as they sound, for words typed in Latin letters: `rsj`, `weishengju`, `卫sjkj`, `yesiwanglv`.
//!
//! Each character of a name keeps one reading, the one it has in its word (行 in 银行), so that a name is never found by
//! a sound it does not have. Marks are silent. Only names are spelled; running text is not.

use std::collections::HashMap;

use crate::text::pinyin::{self, Sound};

/// The longest typed spelling; more letters than a long name's.
const LONGEST: usize = 60;

/// Initials of two letters, typed as one letter or as both.
const DOUBLE_INITIALS: [&str; 3] = ["zh", "ch", "sh"];

/// The initial of a silent character: brackets, commas, quotation marks.
const SILENT: u8 = 0;

/// The sounds of all names, one name after another.
#[derive(Default)]
pub(crate) struct Voices {
    /// A letter a character; what is no letter, digit or Chinese character is silent.
    initials: Vec<u8>,
    /// A number of `table` a character; 0, an empty syllable, where the character has none.
    syllables: Vec<u16>,
    /// First character of each name, and the end of the last.
    starts: Vec<u32>,
    table: Vec<&'static str>,
    known: HashMap<&'static str, u16>,
}

/// A typed word that may be a spelling.
pub(crate) struct Spelling {
    typed: Vec<char>,
    /// Whether it holds characters that are no letters, which must stand in the name themselves.
    pub(crate) is_mixed: bool,
}

impl Spelling {
    /// The word as a spelling: letters and digits, perhaps among Chinese characters; `None` for anything else.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let typed: Vec<char> = word.chars().filter(|c| !matches!(c, '\'' | '-')).take(LONGEST + 1).collect();
        let fits = typed.len() <= LONGEST && typed.iter().all(|c| c.is_alphanumeric());
        let has_letter = typed.iter().any(char::is_ascii_lowercase);
        let is_mixed = typed.iter().any(|c| !c.is_ascii());
        (fits && has_letter).then_some(Self { typed, is_mixed })
    }
}

impl Spelling {
    /// The characters that are no letters.
    pub(crate) fn characters(&self) -> String {
        self.typed.iter().filter(|c| !c.is_ascii()).collect()
    }
}

/// Where a spelling was found in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heard {
    /// From and to (exclusive), in characters of the name.
    pub(crate) place: [usize; 2],
    /// Nothing that sounds stands before or behind it.
    pub(crate) is_whole: bool,
    /// A letter for each character, and no more.
    pub(crate) by_initials: bool,
}

impl Voices {
    /// Adds the next name.
    pub(crate) fn push(&mut self, name: &str) {
        if self.starts.is_empty() {
            self.starts.push(0);
            self.table.push("");
        }
        for sound in pinyin::readings(name) {
            let (initial, syllable) = match sound {
                Sound::Syllable(syllable) => (syllable.bytes().next().unwrap_or(SILENT), self.number(syllable)),
                Sound::Other(c) if c.is_ascii_alphanumeric() => (u8::try_from(c).unwrap_or(SILENT), 0),
                Sound::Other(_) => (SILENT, 0),
            };
            self.initials.push(initial);
            self.syllables.push(syllable);
        }
        self.starts.push(u32::try_from(self.initials.len()).unwrap_or(u32::MAX));
    }

    fn number(&mut self, syllable: &'static str) -> u16 {
        let next = u16::try_from(self.table.len()).unwrap_or_default();
        *self.known.entry(syllable).or_insert_with(|| {
            self.table.push(syllable);
            next
        })
    }

    /// The initials of a name, a letter a character; 0 for what is silent.
    pub(crate) fn initials(&self, name: usize) -> &[u8] {
        let bound = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        self.initials.get(bound(name)..bound(name + 1)).unwrap_or_default()
    }

    /// Bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.initials.capacity()
            + self.syllables.capacity() * 2
            + self.starts.capacity() * 4
            + self.known.capacity() * 24
    }

    /// The first place where the spelling is heard in this name: from the first character on, or for a word of at least
    /// two letters from any other. `text` is the name itself.
    pub(crate) fn hear(&self, spelling: &Spelling, name: usize, text: &str) -> Option<Heard> {
        let start = *self.starts.get(name)? as usize;
        let end = *self.starts.get(name + 1)? as usize;
        let initials = self.initials.get(start..end)?;
        let letter = spelling.typed.first().and_then(|c| u8::try_from(*c).ok()).filter(|_| !spelling.is_mixed);
        // Most names are dismissed here: none of their characters begins with the first letter typed.
        let begin = match letter {
            Some(letter) => memchr::memchr(letter, initials)?,
            None => 0,
        };
        let chars: Vec<char> = if spelling.is_mixed { text.chars().collect() } else { Vec::new() };
        let voice = Voice { initials, syllables: self.syllables.get(start..end)?, chars: &chars, table: &self.table };
        let first = initials.iter().position(|&initial| initial != SILENT)?;
        let last = if spelling.typed.len() == 1 { first } else { initials.len() - 1 };
        (first.max(begin)..=last).filter(|&from| voice.may_begin(&spelling.typed, from)).find_map(|from| {
            let to = voice.reach(&spelling.typed, from)?;
            let silent_after = initials.get(to..)?.iter().all(|&initial| initial == SILENT);
            let is_whole = from == first && (silent_after || text_is_bracket(text, to));
            let sounding = initials.get(from..to)?.iter().filter(|&&initial| initial != SILENT).count();
            Some(Heard {
                place: [from, to],
                is_whole,
                by_initials: sounding == spelling.typed.len() && !spelling.is_mixed,
            })
        })
    }
}

/// Whether all that stands from character `from` on is one bracket: a unit of measure, no part of the name's sound.
fn text_is_bracket(text: &str, from: usize) -> bool {
    let mut rest = text.chars().skip(from);
    rest.next() == Some('(') && rest.last() == Some(')')
}

/// The sounds of one name.
struct Voice<'a> {
    initials: &'a [u8],
    syllables: &'a [u16],
    /// The characters, where the spelling is mixed; else empty.
    chars: &'a [char],
    table: &'a [&'static str],
}

impl Voice<'_> {
    /// Whether the first letter typed is this character's initial: most places are dismissed by this.
    fn may_begin(&self, typed: &[char], from: usize) -> bool {
        let initial = self.initials.get(from).copied().map(char::from);
        !self.chars.is_empty() || typed.first().copied() == initial
    }

    /// The end, in characters, of the shortest stretch from `from` on that `typed` spells; its last syllable may be begun
    /// only.
    fn reach(&self, typed: &[char], from: usize) -> Option<usize> {
        // Bit i: the characters so far are spelled by the first i letters.
        let mut reached: u64 = 1;
        for at in from..self.initials.len() {
            let mut next = 0;
            if self.initials.get(at) == Some(&SILENT) {
                if at == from {
                    return None;
                }
                continue;
            }
            let mut froms = reached;
            while froms != 0 {
                let spelled = froms.trailing_zeros() as usize;
                froms &= froms - 1;
                next |= self.ways(at, typed.get(spelled..)?) << spelled;
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

    /// Bit n: the first n characters of `rest` can stand for the character at `at`.
    fn ways(&self, at: usize, rest: &[char]) -> u64 {
        let Some(&first) = rest.first() else { return 0 };
        if self.chars.get(at) == Some(&first) {
            return 1 << 1;
        }
        let initial = self.initials.get(at).copied().map_or('\0', char::from);
        if first != initial {
            return 0;
        }
        let mut ways = 1 << 1;
        let syllable = self.syllables.get(at).and_then(|&number| self.table.get(usize::from(number))).copied();
        let syllable = syllable.unwrap_or_default();
        let same = syllable.chars().zip(rest).take_while(|(a, b)| a == *b).count();
        if same == syllable.len() || same == rest.len() {
            ways |= 1 << same;
        }
        if same >= 2 && DOUBLE_INITIALS.iter().any(|initial| syllable.starts_with(initial)) {
            ways |= 1 << 2;
        }
        ways
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_heard() {
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
            let mut voices = Voices::default();
            voices.push("教育局");
            voices.push(name);
            let spelling = Spelling::of(typed);
            let heard = spelling.and_then(|spelling| voices.hear(&spelling, 1, name));
            let heard = heard.map(|heard| (heard.place[0], heard.place[1], heard.is_whole));
            // One case is a slip of the hand: it must not be heard.
            let expected = if typed == "yesswl" { None } else { expected };
            assert_eq!(heard, expected, "{typed} {name}");
        }
    }

    #[test]
    fn only_letters_spell() {
        for (word, expected) in
            [("rsj", true), ("卫sjkj", true), ("2030", false), ("卫生", false), ("a b", false), ("", false)]
        {
            assert_eq!(Spelling::of(word).is_some(), expected, "{word}");
        }
        assert!(Spelling::of(&"a".repeat(10_000)).is_none());
    }
}
