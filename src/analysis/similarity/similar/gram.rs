//! Grams: runs of up to three characters packed into one number, and a quick way to look them up.
//!
//! Knows characters and nothing else.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Bits of a character in a gram: a code point has 21, and three fit a word of 64.
const BITS: u32 = 21;

/// The most characters that a gram can hold.
pub(super) const LONGEST_GRAM: usize = 3;

/// A table by grams.
pub(super) type ByGram<T> = HashMap<u64, T, BuildHasherDefault<GramHasher>>;

/// The gram of these characters, at most three. Two grams are equal if their characters are.
pub(super) fn pack(letters: &[char]) -> u64 {
    letters.iter().fold(0, |packed, letter| packed << BITS | u64::from(*letter))
}

/// A hash of one number: a product spreads the low bits upwards, a shift brings them back. The standard one withstands
/// numbers chosen to collide and takes several times as long, which is most of the time that a comparison takes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GramHasher(u64);

impl Hasher for GramHasher {
    fn write_u64(&mut self, gram: u64) {
        // The multiplier is 2^64 over the golden ratio: no two small differences come out alike.
        self.0 = (self.0 ^ gram).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_differ_as_their_characters_do() {
        let texts = ["健", "健康", "康健", "健康中", "\u{10ffff}\u{10ffff}\u{10ffff}", ""];
        let grams: Vec<u64> = texts.iter().map(|text| pack(&text.chars().collect::<Vec<_>>())).collect();
        for (at, gram) in grams.iter().enumerate() {
            assert_eq!(grams.iter().position(|other| other == gram), Some(at), "{texts:?}");
        }
    }
}
