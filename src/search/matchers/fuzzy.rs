//! Words that are like a name: characters left out, or one slip of the hand.
//!
//! For names only. As a subsequence 卫生健康局 "matches" a quarter of all paragraphs, so running text is never looked at
//! here, and in names the characters must stand close together and within one part of an enumeration.

use std::cell::OnceCell;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::search::base::char_mask::char_mask;

/// The fewest characters of a word that may leave others out: two stand anywhere (人大 in 医务人员加大).
const FEWEST: usize = 3;

/// The fewest characters of a word with a slip; shorter names differ by one as a rule.
const FEWEST_WITH_SLIP: usize = 4;

/// The most characters of a word that is compared loosely.
const MOST: usize = 30;

/// The most names that are scored for one word; more than this and the word says little.
pub(crate) const MOST_SCORED: usize = 200;

/// How far the characters of a word may lie apart: this many times their number, and a few more.
const SPREAD: usize = 3;
const SPARE: usize = 2;

/// Marks that no likeness reaches over.
const PARTS: [char; 7] = ['、', ',', ';', '。', ';', ':', '/'];

/// A word to be compared loosely.
pub(crate) struct Likeness {
    word: String,
    chars: Vec<char>,
    mask: u64,
    /// Whether it is long enough for a slip, and Chinese: names are seldom written in letters.
    may_slip: bool,
    /// Made when it is first needed, which is seldom.
    matcher: OnceCell<SkimMatcherV2>,
}

/// How a name is like the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Like {
    /// The greater the liker.
    pub(crate) score: u32,
    /// The characters of the name that answer, in order.
    pub(crate) places: Vec<usize>,
}

impl Likeness {
    /// A comparison with this folded word; `None` for one too short or too long.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let chars: Vec<char> = word.chars().take(MOST + 1).collect();
        let fits = (FEWEST..=MOST).contains(&chars.len());
        let may_slip = chars.len() >= FEWEST_WITH_SLIP && chars.iter().filter(|c| !c.is_ascii()).count() >= FEWEST;
        let word = word.to_owned();
        fits.then(|| Self { mask: char_mask(&word), word, chars, may_slip, matcher: OnceCell::new() })
    }

    /// Whether a name with this mask may hold all characters of the word.
    pub(crate) fn may_hold(&self, mask: u64) -> bool {
        self.mask & !mask == 0
    }

    /// Whether a name with this mask may hold all of them but one.
    pub(crate) fn may_slip(&self, mask: u64) -> bool {
        self.may_slip && (self.mask & !mask).count_ones() <= 1
    }

    /// Whether the characters stand in the name in order, whatever lies between.
    pub(crate) fn is_subsequence(&self, name: &str) -> bool {
        let mut rest = name.chars();
        self.chars.iter().all(|wanted| rest.any(|c| c == *wanted))
    }

    /// How the name is like the word: its characters in order, close together.
    pub(crate) fn compare(&self, name: &str) -> Option<Like> {
        let (score, places) = self.matcher.get_or_init(SkimMatcherV2::default).fuzzy_indices(name, &self.word)?;
        let (&first, &last) = (places.first()?, places.last()?);
        let close = last - first < self.chars.len() * SPREAD + SPARE;
        let one_part = !name.chars().skip(first).take(last - first).any(|c| PARTS.contains(&c));
        let score = u32::try_from(score).ok().filter(|score| *score > 0)?;
        (close && one_part).then_some(Like { score, places })
    }

    /// How a part of the name is like the word but for one character: another in its place, one too many or too few.
    ///
    /// The usual table of changes, the beginning and end in the name left free (Sellers 1980).
    pub(crate) fn slip(&self, name: &str) -> Option<Like> {
        let name: Vec<char> = name.chars().collect();
        // Changes needed for the first i characters of the word, ending at the current character; and where they begin.
        let mut column: Vec<(usize, usize)> = (0..=self.chars.len()).map(|changes| (changes, 0)).collect();
        let mut best = None;
        for (at, c) in name.iter().enumerate() {
            let mut diagonal = std::mem::replace(column.first_mut()?, (0, at + 1));
            // A stretch that begins at this character begins before it is read.
            diagonal.1 = at;
            for row in 1..column.len() {
                let above = *column.get(row - 1)?;
                let left = *column.get(row)?;
                let same = self.chars.get(row - 1) == Some(c);
                let changed = (diagonal.0 + usize::from(!same), diagonal.1);
                let next = changed.min((left.0 + 1, left.1)).min((above.0 + 1, above.1));
                diagonal = left;
                *column.get_mut(row)? = next;
            }
            let &(changes, from) = column.last()?;
            // Of equals that begin at one place the longest: 婴儿死率 is rather 婴儿死亡率 than 婴儿死.
            if changes <= 1
                && best.is_none_or(|(least, known, _)| changes < least || (changes == least && from == known))
            {
                best = Some((changes, from, at + 1));
            }
        }
        let (_, from, to) = best?;
        let places = (from..to).filter(|&at| name.get(at).is_some_and(|c| self.chars.contains(c))).collect();
        // A slip in a short name is a likelier reading than one somewhere in a long one.
        let score = 100 * self.chars.len() / name.len().max(1);
        Some(Like { score: u32::try_from(score).unwrap_or(u32::MAX).min(200), places })
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
            let likeness = Likeness::of(word);
            let found = likeness.and_then(|it| {
                assert_eq!(it.is_subsequence(name), SkimMatcherV2::default().fuzzy_match(name, word).is_some());
                it.compare(name)
            });
            assert_eq!(found.map(|like| like.places), expected, "{word} {name}");
        }
    }

    #[test]
    fn slips() {
        for (word, name, expected) in [
            ("婴儿死王率", "婴儿死亡率(‰)", Some(vec![0, 1, 2, 4])),
            ("婴儿死率", "婴儿死亡率(‰)", Some(vec![0, 1, 2, 4])),
            ("婴儿儿死亡率", "婴儿死亡率(‰)", Some(vec![0, 1, 2, 3, 4])),
            ("预其寿命", "人均预期寿命", Some(vec![2, 4, 5])),
            ("孕产妇死亡", "婴儿死亡率", None),
            ("死亡率", "死王率", None),
        ] {
            let found = Likeness::of(word).filter(|it| it.may_slip(char_mask(name))).and_then(|it| it.slip(name));
            assert_eq!(found.map(|like| like.places), expected, "{word} {name}");
        }
    }

    #[test]
    fn a_mask_lacks_nothing_that_stands_there() {
        for (word, name) in [("卫健局", "市卫生健康局"), ("pm25", "pm2.5"), ("死亡率", "婴儿死亡率")] {
            let likeness = Likeness::of(word).expect("long enough");
            assert!(likeness.may_hold(char_mask(name)));
        }
    }
}
