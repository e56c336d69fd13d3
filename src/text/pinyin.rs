//! Pinyin of Chinese characters: the modern readings, without tones, for finding a name by typing Latin letters.
//!
//! The table `data/pinyin.txt` is parsed when a reading is first asked for, never at the start of the program. `ü` is
//! written `v`, as in input methods. This module knows characters and words only, neither
//! offices nor how good a match is.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// The table of readings; the head of the file names its source.
const SOURCE: &str = include_str!("../../data/pinyin.txt");

/// The most readings that one character keeps: 着 zhe, zhuo, zhao.
const MAX_READINGS: usize = 3;

/// The initials of two letters, of which people type one or both: `sh` or `s` for 生.
const DOUBLE_INITIALS: [&str; 3] = ["zh", "ch", "sh"];

/// The blocks of characters in which nearly all that are written lie; their readings are found by their numbers.
const COMMON: Range<u32> = 0x3400..0xa000;

/// A character's readings, the usual one first: the numbers of their syllables counted from 1, filled up with 0.
type Readings = [u16; MAX_READINGS];

/// A word in which some character does not have its usual reading: 银行 `yin hang`.
struct Word {
    chars: Vec<char>,
    syllables: Vec<&'static str>,
}

/// The contents of `data/pinyin.txt`, ready to be looked up.
#[derive(Default)]
struct Table {
    /// The syllables in the order of the table.
    syllables: Vec<&'static str>,
    /// The readings of the characters in [`COMMON`], by their numbers in it.
    common: Vec<Readings>,
    /// The readings of all others.
    others: FxHashMap<char, Readings>,
    /// Words by their first character, the longest first.
    words: FxHashMap<char, Vec<Word>>,
}

/// A line of the table that gives a syllable: the characters whose usual reading it is, and those that have it as a further one.
struct SyllableLine {
    syllable: &'static str,
    usual: &'static str,
    further: &'static str,
}

/// The lines of a table: those of syllables, and those of words with their syllables.
fn lines(source: &'static str) -> impl Iterator<Item = Result<SyllableLine, (&'static str, Vec<&'static str>)>> {
    source.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split(' ');
        let head = fields.next().filter(|head| !head.is_empty())?;
        if !head.is_ascii() {
            return Some(Err((head, fields.collect())));
        }
        let [usual, further] = [fields.next(), fields.next()].map(Option::unwrap_or_default);
        Some(Ok(SyllableLine { syllable: head, usual, further }))
    })
}

impl Table {
    /// The table, parsed at the first call.
    fn get() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Self::parse(SOURCE))
    }

    /// Parses the two kinds of lines: `syllable characters [further characters]` and `word syllable…`.
    fn parse(source: &'static str) -> Self {
        let mut table = Self { common: vec![Readings::default(); COMMON.len()], ..Self::default() };
        let mut further = Vec::new();
        for line in lines(source) {
            match line {
                Ok(line) => {
                    table.syllables.push(line.syllable);
                    let number = u16::try_from(table.syllables.len()).unwrap_or_default();
                    line.usual.chars().for_each(|c| table.add_reading(c, number));
                    further.push((number, line.further));
                }
                Err((word, syllables)) => table.add_word(word, syllables),
            }
        }
        for (number, chars) in further {
            chars.chars().for_each(|c| table.add_reading(c, number));
        }
        for words in table.words.values_mut() {
            words.sort_by_key(|word| std::cmp::Reverse(word.chars.len()));
        }
        table
    }

    fn add_reading(&mut self, c: char, number: u16) {
        let readings = match common(c) {
            Some(at) => self.common.get_mut(at),
            None => Some(self.others.entry(c).or_default()),
        };
        if let Some(free) = readings.into_iter().flatten().find(|slot| **slot == 0) {
            *free = number;
        }
    }

    /// The syllables of a character, the usual one first.
    fn syllables(&self, c: char) -> impl Iterator<Item = &'static str> {
        let readings = common(c).map_or_else(|| self.others.get(&c), |at| self.common.get(at));
        let numbers = readings.copied().unwrap_or_default().into_iter();
        numbers.map_while(|number| self.syllables.get(usize::from(number).checked_sub(1)?).copied())
    }

    fn add_word(&mut self, word: &str, syllables: Vec<&'static str>) {
        let chars: Vec<char> = word.chars().collect();
        if let Some(&first) = chars.first() {
            self.words.entry(first).or_default().push(Word { chars, syllables });
        }
    }

    /// The longest word of the table that `rest` begins with.
    fn word_at(&self, rest: &[char]) -> Option<&Word> {
        self.words.get(rest.first()?)?.iter().find(|word| rest.starts_with(&word.chars))
    }
}

/// Where a character stands in the common blocks.
fn common(c: char) -> Option<usize> {
    let at = u32::from(c).checked_sub(COMMON.start)?;
    (at < COMMON.end - COMMON.start).then_some(at as usize)
}

/// The characters of all syllables that sound nearly the same, in the lists of the source, by [`blurred`].
fn sounding() -> &'static FxHashMap<String, Vec<&'static str>> {
    static SOUNDING: OnceLock<FxHashMap<String, Vec<&'static str>>> = OnceLock::new();
    SOUNDING.get_or_init(|| {
        let mut sounding: FxHashMap<String, Vec<&'static str>> = FxHashMap::default();
        for line in lines(SOURCE).flatten() {
            sounding.entry(blurred(line.syllable)).or_default().extend([line.usual, line.further]);
        }
        sounding
    })
}

/// How one character of a text sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// A Chinese character with a known reading: its toneless syllable.
    Syllable(&'static str),
    /// Any other character, as it stands.
    Other(char),
}

/// Every modern reading of a character, the usual one first; none for any other character.
pub fn syllables(c: char) -> impl Iterator<Item = &'static str> {
    Table::get().syllables(c)
}

/// Every character that sounds like `c` or nearly so, for a typist who mixes up `zh` and `z`, `n` and `l`, `ang` and `an`;
/// those of several readings come more than once.
pub fn sounding_like(c: char) -> impl Iterator<Item = char> {
    let lists = syllables(c).filter_map(|syllable| sounding().get(&blurred(syllable))).flatten();
    lists.flat_map(|list| list.chars()).filter(move |other| *other != c)
}

/// Letters with ü written as the table has it, as keyboards have no key for it: `lue`, `lüe` and `lve` are one.
///
/// ```
/// use guihua::text::pinyin::without_umlaut;
/// assert_eq!(without_umlaut("zhanlue"), "zhanlve");
/// assert_eq!(without_umlaut("nüxing"), "nvxing");
/// ```
#[must_use]
pub fn without_umlaut(letters: &str) -> String {
    letters.replace('ü', "v").replace("lue", "lve").replace("nue", "nve")
}

/// Whether two characters have a reading in common.
#[must_use]
pub fn sound_alike(one: char, other: char) -> bool {
    syllables(one).any(|syllable| syllables(other).any(|of_other| of_other == syllable))
}

/// A syllable without what many speakers do not tell apart: `zhang` and `zan` are both `zan`.
fn blurred(syllable: &str) -> String {
    let initial = DOUBLE_INITIALS.iter().find(|initial| syllable.starts_with(*initial));
    let mut blurred: String =
        syllable.chars().enumerate().filter(|(at, _)| *at != 1 || initial.is_none()).map(|(_, c)| c).collect();
    if let Some(rest) = blurred.strip_prefix('l') {
        blurred = format!("n{rest}");
    }
    if ["ang", "eng", "ing"].iter().any(|end| blurred.ends_with(end)) {
        blurred.pop();
    }
    blurred
}

/// The sound of each character of `text`. Words decide between several readings: 银行 is `yin hang`, 执行 `zhi xing`.
#[must_use]
pub fn readings(text: &str) -> Vec<Sound> {
    let table = Table::get();
    let chars: Vec<char> = text.chars().collect();
    let mut sounds = Vec::with_capacity(chars.len());
    while let Some(rest) = chars.get(sounds.len()..).filter(|rest| !rest.is_empty()) {
        if let Some(word) = table.word_at(rest) {
            sounds.extend(word.syllables.iter().map(|&syllable| Sound::Syllable(syllable)));
        } else if let Some(&c) = rest.first() {
            sounds.push(syllables(c).next().map_or(Sound::Other(c), Sound::Syllable));
        }
    }
    sounds
}

/// The whole text in pinyin without blanks: 卫生健康局 → `weishengjiankangju`. Latin letters and digits stay, in lower
/// case; every other character is left out.
#[must_use]
pub fn full(text: &str) -> String {
    let mut out = String::new();
    for sound in readings(text) {
        match sound {
            Sound::Syllable(syllable) => out.push_str(syllable),
            Sound::Other(c) if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            Sound::Other(_) => {}
        }
    }
    out
}

/// The first letter of each character's reading: 卫生健康局 → `wsjkj`. Other characters as in [`full`].
#[must_use]
pub fn initials(text: &str) -> String {
    let letter = |sound| match sound {
        Sound::Syllable(syllable) => syllable.chars().next(),
        Sound::Other(c) => Some(c.to_ascii_lowercase()).filter(char::is_ascii_alphanumeric),
    };
    readings(text).into_iter().filter_map(letter).collect()
}

/// Whether `typed` (lower-case letters, no blanks) spells the whole of `name`. Each character may be typed as itself,
/// as one of its syllables, or as the initial of one: `卫sjkj`, `weishengjkj` and `卫生jian康局` all spell 卫生健康局. A Chinese
/// character in `typed` stands for itself only, never for another of the same sound.
#[must_use]
pub fn spells(typed: &str, name: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    // reached[i] says whether the first i typed characters spell the characters of the name read so far.
    let (mut reached, mut next) = (vec![false; typed.len() + 1], vec![false; typed.len() + 1]);
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    for c in name.chars() {
        next.fill(false);
        for from in reached.iter().enumerate().filter_map(|(at, &is)| is.then_some(at)) {
            add_ways(c, from, typed.get(from..).unwrap_or_default(), &mut next);
        }
        std::mem::swap(&mut reached, &mut next);
        // Most names begin otherwise than what was typed.
        if !reached.contains(&true) {
            return false;
        }
    }
    !name.is_empty() && reached.last().copied().unwrap_or_default()
}

/// Notes behind which of the typed characters one may go on, where those from `from` on, the `rest`, stand for `c`.
fn add_ways(c: char, from: usize, rest: &[char], next: &mut [bool]) {
    let mut add = |length: usize| next.get_mut(from + length).into_iter().for_each(|slot| *slot = true);
    let begins = |letters: &str| letters.chars().zip(rest).filter(|(a, b)| a == *b).count() == letters.len();
    if rest.first() == Some(&c) {
        add(1);
    }
    for syllable in syllables(c) {
        if rest.first().copied() == syllable.chars().next() {
            add(1);
        }
        if begins(syllable) {
            add(syllable.len());
        }
        if DOUBLE_INITIALS.iter().any(|initial| syllable.starts_with(initial) && begins(initial)) {
            add(2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_of_single_characters() {
        let rows: [(char, &[&str]); 14] = [
            ('卫', &["wei"]),
            ('行', &["xing", "hang"]),
            ('长', &["chang", "zhang"]),
            ('会', &["hui", "kuai"]),
            ('佛', &["fo", "fu"]),
            ('旅', &["lv"]),
            ('监', &["jian"]),
            ('着', &["zhe", "zhao", "zhuo"]),
            ('滘', &["jiao"]),
            ('塱', &["lang"]),
            ('埇', &["yong"]),
            ('𬒈', &["que"]),
            ('a', &[]),
            ('，', &[]),
        ];
        for (c, expected) in rows {
            assert_eq!(syllables(c).collect::<Vec<_>>(), expected, "{c}");
        }
    }

    #[test]
    fn words_choose_the_reading() {
        let rows = [
            ("卫生健康局", "weishengjiankangju", "wsjkj"),
            ("中国人民银行", "zhongguorenminyinhang", "zgrmyh"),
            ("行政执法", "xingzhengzhifa", "xzzf"),
            ("重庆", "chongqing", "cq"),
            ("重点", "zhongdian", "zd"),
            ("厦门", "xiamen", "xm"),
            ("佛山", "foshan", "fs"),
            ("东莞番禺", "dongguanpanyu", "dgpy"),
            ("委员会", "weiyuanhui", "wyh"),
            ("会计", "kuaiji", "kj"),
            ("增长", "zengzhang", "zz"),
            ("长期", "changqi", "cq"),
            ("调查队", "diaochadui", "dcd"),
            ("空调", "kongtiao", "kt"),
            ("个人行为", "gerenxingwei", "grxw"),
            ("文化广电旅游", "wenhuaguangdianlvyou", "whgdly"),
            ("PM2.5 浓度", "pm25nongdu", "pm25nd"),
            ("", "", ""),
            ("（、）", "", ""),
        ];
        for (text, expected, letters) in rows {
            assert_eq!(full(text), expected, "{text}");
            assert_eq!(initials(text), letters, "{text}");
        }
    }

    #[test]
    fn one_sound_for_each_character() {
        let text = "市卫生健康局，银行 A级👨‍👩‍👧𠮷";
        assert_eq!(readings(text).len(), text.chars().count());
    }

    #[test]
    fn mixed_spellings() {
        let rows = [
            ("卫sjkj", "卫生健康局", true),
            ("weishengjkj", "卫生健康局", true),
            ("卫生jian康局", "卫生健康局", true),
            ("wshjkj", "卫生健康局", true),
            ("卫jian局", "卫健局", true),
            ("wsjk", "卫生健康局", false),
            ("卫生建康局", "卫生健康局", false),
            ("", "", false),
            ("", "局", false),
            ("xian", "西安", true),
        ];
        for (typed, name, expected) in rows {
            assert_eq!(spells(typed, name), expected, "{typed} {name}");
        }
    }

    #[test]
    fn the_table_covers_the_characters_of_the_standard_table_and_the_texts() {
        let table = Table::get();
        let n_common = table.common.iter().filter(|readings| readings[0] > 0).count();
        assert!(n_common + table.others.len() >= 8231);
        let seeds = [
            include_str!("../../seeds/foshan-2030.txt"),
            include_str!("../../seeds/qingyuan-2030.txt"),
            include_str!("../../seeds/xiangqiao-145.txt"),
            include_str!("../../seeds/yunfu-2030.txt"),
            include_str!("../../seeds/zhongshan-145.txt"),
        ];
        let unknown: String = seeds
            .iter()
            .flat_map(|seed| seed.chars())
            .filter(|&c| ('\u{4e00}'..='\u{9fff}').contains(&c) && syllables(c).next().is_none())
            .collect();
        assert_eq!(unknown, "");
    }

    #[test]
    fn characters_that_sound_alike() {
        let sounding: Vec<char> = sounding_like('诊').collect();
        assert!(sounding.contains(&'疹') && sounding.contains(&'正') && !sounding.contains(&'诊'));
        assert!(sounding_like('蓝').any(|c| c == '南') && !sounding_like('蓝').any(|c| c == '白'));
        assert!(sound_alike('诊', '疹') && !sound_alike('诊', '正'));
        assert_eq!(sounding_like('，').count(), 0);
    }

    #[test]
    fn every_word_has_one_syllable_a_character() {
        for word in Table::get().words.values().flatten() {
            assert_eq!(word.chars.len(), word.syllables.len(), "{:?}", word.chars);
            for (&c, syllable) in word.chars.iter().zip(&word.syllables) {
                assert!(syllables(c).any(|each| each == *syllable), "{c} {syllable}");
            }
        }
    }
}
