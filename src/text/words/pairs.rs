//! How much one half of a word of two characters tells of the other: 圾 stands in 垃圾 only, 事 at the end of a hundred words.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::text::words::{Prefix, STEPS_PER_DOUBLING, Word, find_chars};

/// One of the two characters of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    /// The character that begins it.
    First,
    /// The character that ends it.
    Last,
}

/// What a share is counted in: parts of a thousand.
const WHOLE_SHARE: u64 = 1000;

/// Hundredths of a doubling's lower count that the steps between two doublings add.
const BETWEEN_DOUBLINGS: [u64; STEPS_PER_DOUBLING as usize] = [100, 119, 141, 168];

/// Of all words of two characters with the same character in `half`, as often as texts print them, how many in a thousand
/// are this one; 0 if it is no word.
#[must_use]
pub fn share_of_pairs(pair: [char; 2], half: Half) -> u64 {
    static TOTALS: OnceLock<FxHashMap<(Half, char), u64>> = OnceLock::new();
    let Some(word) = find_chars(&pair) else { return 0 };
    let [first, last] = pair;
    let key = match half {
        Half::First => (half, first),
        Half::Last => (half, last),
    };
    let total = TOTALS.get_or_init(totals).get(&key).copied().unwrap_or_default();
    (count(word) * WHOLE_SHARE).checked_div(total).unwrap_or_default()
}

/// The counts of all words of two characters by their first and by their last one.
fn totals() -> FxHashMap<(Half, char), u64> {
    let mut totals: FxHashMap<(Half, char), u64> = FxHashMap::default();
    for (first, begun) in Prefix::EMPTY.longer(usize::MAX) {
        for (last, word) in begun.longer(usize::MAX).filter_map(|(last, whole)| Some((last, whole.word()?))) {
            *totals.entry((Half::First, first)).or_default() += count(word);
            *totals.entry((Half::Last, last)).or_default() += count(word);
        }
    }
    totals
}

/// About how often texts print a word, in hundredths: its weight is a logarithm.
fn count(word: Word) -> u64 {
    let step = usize::try_from(word.weight % STEPS_PER_DOUBLING).unwrap_or_default();
    let between = BETWEEN_DOUBLINGS.get(step).copied().unwrap_or_default();
    between << (word.weight / STEPS_PER_DOUBLING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_tells_much_or_little_of_the_other() {
        assert_eq!(share_of_pairs(['垃', '圾'], Half::Last), WHOLE_SHARE);
        assert!(share_of_pairs(['赛', '事'], Half::Last) < 50);
        assert!(share_of_pairs(['污', '染'], Half::Last) > share_of_pairs(['煎', '药'], Half::Last));
        assert_eq!(share_of_pairs(['药', '圾'], Half::Last), 0);
    }
}
