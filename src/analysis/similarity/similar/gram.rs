//! Grams: runs of up to three characters packed into one number, and a quick way to look them up.
//!
//! Knows characters and nothing else.

use rustc_hash::FxHashMap;

/// Bits of a character in a gram: a code point has 21, and three fit a word of 64.
const BITS: u32 = 21;

/// The most characters that a gram can hold.
pub(super) const LONGEST_GRAM: usize = 3;

/// A table by grams. The hash is a quick one: hashing is most of the time that a comparison takes.
pub(super) type ByGram<T> = FxHashMap<u64, T>;

/// The gram of these characters, at most three. Two grams are equal if their characters are.
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
