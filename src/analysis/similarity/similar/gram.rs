//! Grams: runs of up to three characters packed into one number, and a fast table to look them up. Knows characters only.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Bits of one character in a gram: a code point has 21, so three fit into 64 bits.
const BITS: u32 = 21;

/// The greatest number of characters in a gram.
pub(super) const LONGEST_GRAM: usize = 3;

/// A hash table with grams as keys.
pub(super) type ByGram<T> = HashMap<u64, T, BuildHasherDefault<GramHasher>>;

/// Packs at most three characters into a gram. Two grams are equal if and only if their characters are.
pub(super) fn pack(letters: &[char]) -> u64 {
    letters.iter().fold(0, |packed, letter| packed << BITS | u64::from(*letter))
}

/// Hashes one number: the product spreads the low bits upwards, the shift brings them back. The standard hasher resists
/// keys chosen to collide and takes several times as long, which would be most of the time of a comparison.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GramHasher(u64);

impl Hasher for GramHasher {
    fn write_u64(&mut self, gram: u64) {
        // The multiplier is 2^64 divided by the golden ratio, which keeps keys with small differences apart.
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
