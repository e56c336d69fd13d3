//! The characters of a plan, what each sounds like, and how often four of them stand in a row: packed into numbers, as a
//! plan has tens of thousands of such phrases.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::passage::is_han;
use crate::text::pinyin;

/// How often a phrase must be printed to be the plan's own.
pub(crate) const FREQUENT: u32 = 4;

/// Characters of a counted phrase. Four of them fit a number of 64 bits.
pub(crate) const PHRASE: usize = 4;

/// A run of Chinese characters packed into a number, [`BITS`] a character: [`PHRASE`] of them, or more in a [`Long`] one.
pub(crate) type Packed = u64;
pub(crate) type Long = u128;

/// Bits that a Chinese character takes, counted from the first.
const BITS: u32 = 15;

/// The bits of a phrase.
const ALL: Packed = (1 << (BITS * 4)) - 1;

/// The first Chinese character.
const FIRST: u32 = 0x4e00;

/// Mixes packed runs: each is hashed once, by one multiplication.
#[derive(Default)]
pub(crate) struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, packed: u64) {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        // The lower bits of a product know nothing of the upper ones, and the lower ones choose the place.
        self.0 = (packed ^ self.0).wrapping_mul(ODD).rotate_left(26);
    }

    fn write_u128(&mut self, packed: u128) {
        for half in [packed >> 64, packed & u128::from(u64::MAX)] {
            self.write_u64(u64::try_from(half).unwrap_or_default());
        }
    }
}

pub(crate) type Map<K, T> = HashMap<K, T, BuildHasherDefault<Mixer>>;

/// The phrases of a plan and its sounds, read once for all rules about slips.
pub(crate) struct Print<'a> {
    texts: &'a [Passage<'a>],
    /// What the characters of each text sound like, one for one.
    pub(crate) heard: Vec<Vec<u16>>,
    /// Every phrase in the order of the document.
    phrases: Vec<Phrase>,
}

/// [`PHRASE`] Chinese characters in a row.
#[derive(Clone, Copy)]
pub(crate) struct Phrase {
    /// Which text it stands in.
    pub(crate) text: usize,
    /// Its first character there.
    pub(crate) at: usize,
    packed: Packed,
    /// How often it is printed in the plan.
    count: u32,
}

impl<'a> Print<'a> {
    /// Reads the texts, with the sounds that `ear` hears.
    pub(crate) fn of(texts: &'a [Passage<'a>], ear: &mut Ear) -> Self {
        let heard = texts.iter().map(|text| ear.sounds(&text.marks)).collect();
        let each = texts.iter().enumerate();
        let mut phrases: Vec<Phrase> = each.flat_map(|(text, passage)| phrases(text, &passage.marks)).collect();
        let mut counts: Map<Packed, u32> = Map::with_capacity_and_hasher(phrases.len(), BuildHasherDefault::default());
        for phrase in &phrases {
            *counts.entry(phrase.packed).or_default() += 1;
        }
        for phrase in &mut phrases {
            phrase.count = counts.get(&phrase.packed).copied().unwrap_or_default();
        }
        Self { texts, heard, phrases }
    }

    /// Every place of a phrase printed often enough, in the order of the document.
    pub(crate) fn frequent(&self) -> impl Iterator<Item = &Phrase> {
        self.phrases.iter().filter(|phrase| phrase.count >= FREQUENT)
    }

    /// The phrases printed once, in the order of the document.
    pub(crate) fn single(&self) -> impl Iterator<Item = &Phrase> {
        self.phrases.iter().filter(|phrase| phrase.count == 1)
    }

    /// So many characters from the start of a phrase; none where its text ends before.
    pub(crate) fn words(&self, phrase: &Phrase, n: usize) -> &'a [char] {
        self.texts.get(phrase.text).and_then(|text| text.marks.get(phrase.at..phrase.at + n)).unwrap_or_default()
    }

    /// The sounds of a phrase, packed.
    pub(crate) fn sounds(&self, phrase: &Phrase) -> Packed {
        let heard = self.heard.get(phrase.text).and_then(|heard| heard.get(phrase.at..phrase.at + PHRASE));
        heard.into_iter().flatten().fold(0, |packed, sound| packed << u16::BITS | Packed::from(*sound))
    }

    /// How often two characters stand side by side.
    pub(crate) fn n_pairs(&self, one: char, other: char) -> usize {
        let is_pair = |words: &&[char]| matches!(words, [first, second] if *first == one && *second == other);
        self.texts.iter().map(|text| text.marks.windows(2).filter(is_pair).count()).sum()
    }
}

/// The phrases of a text.
fn phrases(text: usize, marks: &[char]) -> impl Iterator<Item = Phrase> {
    // Character by character, the first one pushed out at the left, and how many Chinese ones stand in a row so far.
    let (mut packed, mut n_run) = (0, 0);
    marks.iter().enumerate().filter_map(move |(at, mark)| {
        let Some(place) = place(*mark) else {
            n_run = 0;
            return None;
        };
        packed = (packed << BITS | Packed::from(place)) & ALL;
        n_run += 1;
        (n_run >= PHRASE).then(|| Phrase { text, at: at + 1 - PHRASE, packed, count: 0 })
    })
}

/// Which Chinese character it is, counted from the first; `None` for another one.
fn place(mark: char) -> Option<u32> {
    u32::from(mark).checked_sub(FIRST).filter(|_| is_han(mark))
}

/// Some characters packed, at most eight; `None` where one is no Chinese character.
pub(crate) fn pack(words: &[char]) -> Option<Long> {
    words.iter().try_fold(0, |packed, mark| Some(packed << BITS | Long::from(place(*mark)?)))
}

/// The sounds of Chinese characters as small numbers, each looked up once; 0 for what has none.
#[derive(Default)]
pub(crate) struct Ear {
    /// By the character, counted from the first Chinese one.
    heard: Vec<Option<u16>>,
    syllables: HashMap<&'static str, u16>,
}

impl Ear {
    fn sound(&mut self, mark: char) -> u16 {
        let Some(place) = place(mark).and_then(|place| usize::try_from(place).ok()) else { return 0 };
        if self.heard.len() <= place {
            self.heard.resize(place + 1, None);
        }
        let Self { heard, syllables } = self;
        let look_up = || {
            let Some(syllable) = pinyin::syllables(mark).first() else { return 0 };
            let next = u16::try_from(syllables.len() + 1).unwrap_or_default();
            *syllables.entry(syllable).or_insert(next)
        };
        heard.get_mut(place).map_or(0, |known| *known.get_or_insert_with(look_up))
    }

    /// The sounds of characters, one for one.
    pub(crate) fn sounds(&mut self, words: &[char]) -> Vec<u16> {
        words.iter().map(|mark| self.sound(*mark)).collect()
    }

    /// More than any sound that was heard.
    pub(crate) fn end(&self) -> usize {
        self.syllables.len() + 1
    }
}
