//! Words that are similar to a name: characters are left out, or one is wrong.
//!
//! For names only. As a subsequence 卫生健康局 "matches" a quarter of all paragraphs, so running text is never compared
//! here, and in a name the characters must be close together and in one part of an enumeration.

use std::cell::OnceCell;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::search::base::char_mask::char_mask;

/// The fewest characters of a word that is compared: two are found anywhere (人大 in 医务人员加大).
const MIN_CHARS: usize = 3;

/// The fewest characters of a word with a typo; shorter names often differ by one character.
const MIN_CHARS_WITH_TYPO: usize = 4;

/// The most characters of a word that is compared.
const MAX_CHARS: usize = 30;

/// The most names that are scored for one word. A word that could match more says too little.
pub(crate) const MAX_SCORED: usize = 200;

/// The characters of a word may be spread over this many times their number, plus [`SPREAD_SPARE`].
const SPREAD: usize = 3;
const SPREAD_SPARE: usize = 2;

/// Marks between the parts of a name; a match does not reach over one.
const SEPARATORS: [char; 6] = ['、', ',', ';', '。', ':', '/'];

/// A word to compare with names.
pub(crate) struct FuzzyPattern {
    word: String,
    chars: Vec<char>,
    mask: u64,
    /// Whether the word is long enough for a typo, and mostly Chinese: names are seldom in Latin letters.
    allows_typo: bool,
    /// Created when it is first needed, which is seldom.
    matcher: OnceCell<SkimMatcherV2>,
}

/// How a name matches the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FuzzyMatch {
    /// The greater the more similar.
    pub(crate) score: u32,
    /// The positions of the matching characters in the name, ascending.
    pub(crate) positions: Vec<usize>,
}

impl FuzzyPattern {
    /// Prepares a folded word; `None` if it is too short or too long.
    pub(crate) fn new(word: &str) -> Option<Self> {
        let chars: Vec<char> = word.chars().take(MAX_CHARS + 1).collect();
        let fits = (MIN_CHARS..=MAX_CHARS).contains(&chars.len());
        let n_chinese = chars.iter().filter(|c| !c.is_ascii()).count();
        let allows_typo = chars.len() >= MIN_CHARS_WITH_TYPO && n_chinese >= MIN_CHARS;
        let word = word.to_owned();
        fits.then(|| Self { mask: char_mask(&word), word, chars, allows_typo, matcher: OnceCell::new() })
    }

    /// Whether a name with this [`char_mask`] may have all characters of the word.
    pub(crate) fn may_match(&self, mask: u64) -> bool {
        self.mask & !mask == 0
    }

    /// Whether a name with this [`char_mask`] may have all characters of the word but one.
    pub(crate) fn may_match_with_typo(&self, mask: u64) -> bool {
        self.allows_typo && (self.mask & !mask).count_ones() <= 1
    }

    /// Whether the name has the characters of the word in order, whatever is between them.
    pub(crate) fn is_subsequence(&self, name: &str) -> bool {
        let mut rest = name.chars();
        self.chars.iter().all(|wanted| rest.any(|c| c == *wanted))
    }

    /// Finds the characters of the word in the name, in order and close together.
    pub(crate) fn find_subsequence(&self, name: &str) -> Option<FuzzyMatch> {
        let (score, positions) = self.matcher.get_or_init(SkimMatcherV2::default).fuzzy_indices(name, &self.word)?;
        let (&first, &last) = (positions.first()?, positions.last()?);
        let is_close = last - first < self.chars.len() * SPREAD + SPREAD_SPARE;
        let is_one_part = !name.chars().skip(first).take(last - first).any(|c| SEPARATORS.contains(&c));
        let score = u32::try_from(score).ok().filter(|score| *score > 0)?;
        (is_close && is_one_part).then_some(FuzzyMatch { score, positions })
    }

    /// Finds a part of the name that is the word but for one character, which is another, missing or one too many.
    ///
    /// Computes the edit distance column by column, with the beginning and the end in the
    /// name left free (Sellers 1980).
    pub(crate) fn find_with_typo(&self, name: &str) -> Option<FuzzyMatch> {
        let name: Vec<char> = name.chars().collect();
        // For each i: the fewest edits between the first i characters of the word and a part of the name that ends at
        // the current character, and where that part begins.
        let mut column: Vec<(usize, usize)> = (0..=self.chars.len()).map(|edits| (edits, 0)).collect();
        let mut best = None;
        for (at, c) in name.iter().enumerate() {
            let mut diagonal = std::mem::replace(column.first_mut()?, (0, at + 1));
            // A part that begins with this character begins before it is compared.
            diagonal.1 = at;
            for row in 1..column.len() {
                let above = *column.get(row - 1)?;
                let left = *column.get(row)?;
                let is_equal = self.chars.get(row - 1) == Some(c);
                let replaced = (diagonal.0 + usize::from(!is_equal), diagonal.1);
                let next = replaced.min((left.0 + 1, left.1)).min((above.0 + 1, above.1));
                diagonal = left;
                *column.get_mut(row)? = next;
            }
            let &(edits, from) = column.last()?;
            // Of equally good parts with the same beginning take the longest: 婴儿死率 is 婴儿死亡率 rather than 婴儿死.
            if edits <= 1 && best.is_none_or(|(least, known, _)| edits < least || (edits == least && from == known)) {
                best = Some((edits, from, at + 1));
            }
        }
        let (_, from, to) = best?;
        let positions = (from..to).filter(|&at| name.get(at).is_some_and(|c| self.chars.contains(c))).collect();
        // A typo in a short name is more likely than one somewhere in a long name.
        let score = 100 * self.chars.len() / name.len().max(1);
        Some(FuzzyMatch { score: u32::try_from(score).unwrap_or(u32::MAX).min(200), positions })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_out_characters() {
        for (word, name, expected) in [
            ("卫健局", "市卫生健康局", Some(vec![1, 3, 5])),
            ("人社局", "市人力资源社会保障局", Some(vec![1, 5, 9])),
            ("市卫健委", "市卫生健康局、市委宣传部", None),
            ("人大", "医务人员加大倾斜", None),
            ("全科医", "每千人口全科医生数", Some(vec![4, 5, 6])),
            ("老年健康服务", "老年健康与医养结合服务", Some(vec![0, 1, 2, 3, 9, 10])),
        ] {
            let pattern = FuzzyPattern::new(word);
            let found = pattern.and_then(|it| {
                assert_eq!(it.is_subsequence(name), SkimMatcherV2::default().fuzzy_match(name, word).is_some());
                it.find_subsequence(name)
            });
            assert_eq!(found.map(|like| like.positions), expected, "{word} {name}");
        }
    }

    #[test]
    fn one_wrong_character() {
        for (word, name, expected) in [
            ("婴儿死王率", "婴儿死亡率(‰)", Some(vec![0, 1, 2, 4])),
            ("婴儿死率", "婴儿死亡率(‰)", Some(vec![0, 1, 2, 4])),
            ("婴儿儿死亡率", "婴儿死亡率(‰)", Some(vec![0, 1, 2, 3, 4])),
            ("预其寿命", "人均预期寿命", Some(vec![2, 4, 5])),
            ("孕产妇死亡", "婴儿死亡率", None),
            ("死亡率", "死王率", None),
        ] {
            let found = FuzzyPattern::new(word)
                .filter(|it| it.may_match_with_typo(char_mask(name)))
                .and_then(|it| it.find_with_typo(name));
            assert_eq!(found.map(|like| like.positions), expected, "{word} {name}");
        }
    }

    #[test]
    fn a_mask_has_all_characters_of_its_text() {
        for (word, name) in [("卫健局", "市卫生健康局"), ("pm25", "pm2.5"), ("死亡率", "婴儿死亡率")] {
            let pattern = FuzzyPattern::new(word).expect("long enough");
            assert!(pattern.may_match(char_mask(name)));
        }
    }
}
