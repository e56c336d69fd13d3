//! The phrases of a plan, counted, and the sounds of characters: both packed into numbers, as a plan has a hundred thousand.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use crate::analysis::check::twice::is_han;
use crate::text::pinyin;

/// How often a phrase must be printed to be the plan's own.
const FREQUENT: usize = 4;

/// A run of Chinese characters packed into a number, [`BITS`] a character.
pub(super) type Packed = u128;

/// Bits that a Chinese character takes, counted from the first.
const BITS: u32 = 15;

/// Mixes packed runs: they are spread already, and there are a hundred thousand in a plan.
#[derive(Default)]
pub(super) struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u128(u128::from(*byte));
        }
    }

    fn write_u128(&mut self, packed: u128) {
        const ODD: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
        let mixed = (packed ^ u128::from(self.0)).wrapping_mul(ODD);
        self.0 = u64::try_from(mixed >> 64).unwrap_or_default();
    }
}

pub(super) type Map<T> = HashMap<Packed, T, BuildHasherDefault<Mixer>>;

/// The phrases of a plan: every run of `n` Chinese characters and how often it is printed.
pub(super) struct Phrases {
    n: usize,
    counts: Map<usize>,
}

impl Phrases {
    /// The phrases of `n` characters.
    pub(super) fn of(texts: &[Vec<char>], n: usize) -> Self {
        let mut counts: Map<usize> = Map::default();
        for (_, _, _, packed) in runs(texts, n) {
            *counts.entry(packed).or_default() += 1;
        }
        Self { n, counts }
    }

    /// How often some characters are printed.
    pub(super) fn count(&self, words: &[char]) -> usize {
        pack(words).and_then(|packed| self.counts.get(&packed)).copied().unwrap_or_default()
    }

    /// The phrases printed often enough, each once.
    pub(super) fn frequent<'a>(&self, texts: &'a [Vec<char>]) -> Vec<&'a [char]> {
        let mut told = HashSet::new();
        let often = runs(texts, self.n).filter(|(.., packed)| self.counts.get(packed) >= Some(&FREQUENT));
        often.filter(|(.., packed)| told.insert(*packed)).map(|(_, _, words, _)| words).collect()
    }

    /// The phrases printed once, in the order of the document: text, place, words.
    pub(super) fn single<'a>(&self, texts: &'a [Vec<char>]) -> impl Iterator<Item = (usize, usize, &'a [char])> {
        let once = runs(texts, self.n).filter(|(.., packed)| self.counts.get(packed) == Some(&1));
        once.map(|(text, at, words, _)| (text, at, words))
    }
}

/// Every run of `n` Chinese characters: text, place, words, packed.
fn runs(texts: &[Vec<char>], n: usize) -> impl Iterator<Item = (usize, usize, &[char], Packed)> {
    texts.iter().enumerate().flat_map(move |(text, marks)| {
        let windows = marks.windows(n).enumerate();
        windows.filter_map(move |(at, words)| Some((text, at, words, pack(words)?)))
    })
}

/// Some characters packed; `None` where one is no Chinese character.
pub(super) fn pack(words: &[char]) -> Option<Packed> {
    words.iter().try_fold(0, |packed, mark| {
        let place = u32::from(*mark).checked_sub(u32::from('\u{4e00}')).filter(|_| is_han(*mark))?;
        Some(packed << BITS | Packed::from(place))
    })
}

/// The sounds of characters as small numbers, each looked up once; 0 for what has none.
#[derive(Default)]
pub(super) struct Ear {
    heard: HashMap<char, u16>,
    syllables: HashMap<&'static str, u16>,
}

impl Ear {
    fn sound(&mut self, mark: char) -> u16 {
        let Self { heard, syllables } = self;
        *heard.entry(mark).or_insert_with(|| {
            let Some(syllable) = pinyin::syllables(mark).first() else { return 0 };
            let next = u16::try_from(syllables.len() + 1).unwrap_or_default();
            *syllables.entry(syllable).or_insert(next)
        })
    }

    /// The sounds of characters, one for one.
    pub(super) fn sounds(&mut self, words: &[char]) -> Vec<u16> {
        words.iter().map(|mark| self.sound(*mark)).collect()
    }
}

/// Sounds packed into a number.
pub(super) fn pack_sounds(sounds: &[u16]) -> Packed {
    sounds.iter().fold(0, |packed, sound| packed << u16::BITS | Packed::from(*sound))
}
