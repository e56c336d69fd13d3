//! Grams: runs of up to three characters packed into one number, and a fast table to look them
//! up. Knows characters only.

use rustc_hash::FxHashMap;

/// Bits of one character in a gram: a code point has 21, so three fit into 64 bits.
const BITS: u32 = 21;

/// The greatest number of characters in a gram.
pub(super) const LONGEST_GRAM: usize = 3;

/// A hash table with grams as keys. Its hasher is fast, because hashing takes most of the time of a comparison.
pub(super) type ByGram<T> = FxHashMap<u64, T>;

/// Packs at most three characters into a gram. Two grams are equal if and only if their characters are.
pub(super) fn pack(letters: &[char]) -> u64 {
    letters.iter().fold(0, |packed, letter| packed << BITS | u64::from(*letter))
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
