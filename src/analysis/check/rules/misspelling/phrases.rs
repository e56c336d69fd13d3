//! The Chinese phrases of a plan, their sounds, and how often each is printed. Phrases are packed into numbers, as a
//! plan has tens of thousands of them. Which phrase is misspelt is not decided here.

use std::collections::HashMap;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::text::pinyin;

/// How often a phrase must be printed to count as the plan's own.
pub(crate) const FREQUENT: u32 = 4;

/// Characters of a counted phrase; four of them fit into 64 bits.
pub(crate) const SHORT: usize = 4;

/// A phrase of [`SHORT`] characters packed into a number, [`BITS`] a character.
pub(crate) type PackedPhrase = u64;

/// A phrase of up to eight characters, packed.
pub(crate) type LongPhrase = u128;

/// Bits that hold the index of a Chinese character.
const BITS: u32 = 15;

/// The bits of a short phrase.
const MASK: PackedPhrase = (1 << (BITS * 4)) - 1;

/// The first Chinese character of the block that [`is_han`] covers.
const FIRST_HAN: u32 = 0x4e00;

/// A table by packed phrases. The hash is a quick one, as a plan has tens of thousands of phrases.
pub(crate) type PackedMap<K, T> = FxHashMap<K, T>;

/// The phrases of a plan and the sounds of its characters.
pub(crate) struct Phrases<'a> {
    passages: &'a [Passage<'a>],
    /// For each passage, the sounds of its characters, one for one.
    pub(crate) sounds: Vec<Vec<u16>>,
    /// Every phrase, in the order of the document.
    all: Vec<Phrase>,
}

/// [`SHORT`] Chinese characters in a row.
#[derive(Clone, Copy)]
pub(crate) struct Phrase {
    /// Index of the passage that holds it.
    pub(crate) passage: usize,
    /// Index of its first character there.
    pub(crate) at: usize,
    packed: PackedPhrase,
    /// How often the plan prints it.
    count: u32,
}

impl<'a> Phrases<'a> {
    /// Collects and counts the phrases of the passages, and looks up all sounds.
    pub(crate) fn new(passages: &'a [Passage<'a>], sounds: &mut Sounds) -> Self {
        let sounds = passages.iter().map(|passage| sounds.look_up(&passage.chars)).collect();
        let numbered = passages.iter().enumerate();
        let mut phrases: Vec<Phrase> = numbered.flat_map(|(at, passage)| phrases_of(at, &passage.chars)).collect();
        let mut counts: PackedMap<PackedPhrase, u32> =
            PackedMap::with_capacity_and_hasher(phrases.len(), FxBuildHasher);
        for phrase in &phrases {
            *counts.entry(phrase.packed).or_default() += 1;
        }
        for phrase in &mut phrases {
            phrase.count = counts.get(&phrase.packed).copied().unwrap_or_default();
        }
        Self { passages, sounds, all: phrases }
    }

    /// The phrases printed at least [`FREQUENT`] times, at every place, in the order of the document.
    pub(crate) fn frequent(&self) -> impl Iterator<Item = &Phrase> {
        self.all.iter().filter(|phrase| phrase.count >= FREQUENT)
    }

    /// The phrases printed once, in the order of the document.
    pub(crate) fn single(&self) -> impl Iterator<Item = &Phrase> {
        self.all.iter().filter(|phrase| phrase.count == 1)
    }

    /// The first `n` characters from the start of a phrase; empty where its passage ends before.
    pub(crate) fn chars_of(&self, phrase: &Phrase, n: usize) -> &'a [char] {
        let passage = self.passages.get(phrase.passage);
        passage.and_then(|passage| passage.chars.get(phrase.at..phrase.at + n)).unwrap_or_default()
    }

    /// The sounds of a phrase, packed.
    pub(crate) fn sounds_of(&self, phrase: &Phrase) -> PackedPhrase {
        let sounds = self.sounds.get(phrase.passage).and_then(|sounds| sounds.get(phrase.at..phrase.at + SHORT));
        sounds.into_iter().flatten().fold(0, |packed, sound| packed << u16::BITS | PackedPhrase::from(*sound))
    }

    /// Counts how often any two Chinese characters stand side by side in the plan.
    pub(crate) fn count_pairs(&self) -> PackedMap<LongPhrase, u32> {
        let mut counts = PackedMap::default();
        for pair in self.passages.iter().flat_map(|passage| passage.chars.windows(2)).filter_map(pack) {
            *counts.entry(pair).or_default() += 1;
        }
        counts
    }
}

/// The phrases of one passage, not counted yet.
fn phrases_of(passage: usize, chars: &[char]) -> impl Iterator<Item = Phrase> {
    // Each character is shifted in at the right and the oldest one out at the left; `n_run`
    // counts Chinese ones in a row.
    let (mut packed, mut n_run) = (0, 0);
    chars.iter().enumerate().filter_map(move |(at, c)| {
        let Some(index) = han_index(*c) else {
            n_run = 0;
            return None;
        };
        packed = (packed << BITS | PackedPhrase::from(index)) & MASK;
        n_run += 1;
        (n_run >= SHORT).then(|| Phrase { passage, at: at + 1 - SHORT, packed, count: 0 })
    })
}

/// The index of a Chinese character in its block; `None` for any other character.
fn han_index(c: char) -> Option<u32> {
    u32::from(c).checked_sub(FIRST_HAN).filter(|_| is_han(c))
}

/// Packs up to eight characters; `None` where one is not Chinese.
pub(crate) fn pack(chars: &[char]) -> Option<LongPhrase> {
    chars.iter().try_fold(0, |packed, c| Some(packed << BITS | LongPhrase::from(han_index(*c)?)))
}

/// Numbers the syllables of Chinese characters, each character looked up once. The number 0 means no known syllable.
#[derive(Default)]
pub(crate) struct Sounds {
    /// The number of each character's syllable, by [`han_index`]; `None` until it is looked up.
    known: Vec<Option<u16>>,
    syllables: HashMap<&'static str, u16>,
}

impl Sounds {
    /// The numbers of the syllables of some characters, one for one.
    pub(crate) fn look_up(&mut self, chars: &[char]) -> Vec<u16> {
        chars.iter().map(|c| self.look_up_char(*c)).collect()
    }

    fn look_up_char(&mut self, c: char) -> u16 {
        let Some(index) = han_index(c).and_then(|index| usize::try_from(index).ok()) else { return 0 };
        if self.known.len() <= index {
            self.known.resize(index + 1, None);
        }
        let Self { known, syllables } = self;
        let number = || {
            let Some(syllable) = pinyin::syllables(c).next() else { return 0 };
            let next = u16::try_from(syllables.len() + 1).unwrap_or_default();
            *syllables.entry(syllable).or_insert(next)
        };
        known.get_mut(index).map_or(0, |known| *known.get_or_insert_with(number))
    }
}
