//! An inverted index of the titles or the texts of all tasks by grams: runs of one to three characters.
//!
//! A text is compared with all tasks in one pass over its own grams. Knows texts and not what they belong to.

use std::ops::{Range, RangeInclusive};

use crate::analysis::similarity::similar::gram::{self, ByGram};
use crate::analysis::similarity::similar::weight;
use crate::text::fold::fold_char;

/// One text of each task, indexed by grams.
#[derive(Clone, Debug)]
pub(super) struct GramIndex {
    sizes: RangeInclusive<usize>,
    /// The range of `holders` that belongs to each gram.
    grams: ByGram<Range<usize>>,
    /// The tasks that hold a gram, each with the weight it has there, gram after gram.
    holders: Vec<(usize, f64)>,
    /// The length of the weight vector of each task.
    lengths: Vec<f64>,
}

/// How close a task is to a text, measured in two ways from 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// The cosine of their weight vectors: equal in both directions.
    pub(super) cosine: f64,
    /// The share of the weight of the text that the task contains.
    pub(super) coverage: f64,
}

impl GramIndex {
    /// Indexes these texts, one for each task, by their grams of `sizes` characters.
    pub(super) fn new(texts: &[String], sizes: RangeInclusive<usize>) -> Self {
        // The number of a gram in the order of first appearance, the task, and how often the gram occurs in it.
        let mut mentions: Vec<(usize, usize, u32)> = Vec::new();
        let mut places: ByGram<usize> = ByGram::default();
        let mut counts: Vec<u32> = Vec::new();
        for (task, text) in texts.iter().enumerate() {
            for (gram, times) in count(text, &sizes) {
                let place = *places.entry(gram).or_insert(counts.len());
                match counts.get_mut(place) {
                    Some(count) => *count += 1,
                    None => counts.push(1),
                }
                mentions.push((place, task, times));
            }
        }
        let n_tasks = number(texts.len());
        let mut lengths = vec![0.0; texts.len()];
        // The holders of a gram are adjacent; `free` is the position of the next one of each gram.
        let mut free = starts(&counts);
        let mut holders = vec![(0, 0.0); mentions.len()];
        for (place, task, times) in mentions {
            let weight = weight::rarity_weight(counts.get(place).copied().unwrap_or(1), n_tasks)
                * weight::frequency_weight(times);
            let slot = free.get_mut(place).and_then(|free| {
                *free += 1;
                holders.get_mut(*free - 1)
            });
            if let (Some(slot), Some(length)) = (slot, lengths.get_mut(task)) {
                *slot = (task, weight);
                *length += weight * weight;
            }
        }
        let ends = |place: usize| free.get(place).copied().unwrap_or_default();
        let starts = starts(&counts);
        let range = |place: usize| starts.get(place).copied().unwrap_or_default()..ends(place);
        let grams = places.into_iter().map(|(gram, place)| (gram, range(place))).collect();
        let lengths = lengths.into_iter().map(f64::sqrt).collect();
        Self { sizes, grams, holders, lengths }
    }

    /// Whether a text is too short to be compared: it has fewer letters and digits than the shortest gram.
    pub(super) fn has_no_grams(&self, text: &str) -> bool {
        text.chars().filter(|letter| letter.is_alphanumeric()).take(*self.sizes.start()).count() < *self.sizes.start()
    }

    /// Whether every part of a phrase stands in at least so many tasks. A phrase too short for a part is common.
    pub(super) fn is_common(&self, phrase: &str, least: usize) -> bool {
        let size = *self.sizes.end()..=*self.sizes.end();
        count(phrase, &size).iter().all(|(gram, _)| self.grams.get(gram).is_some_and(|range| range.len() >= least))
    }

    /// How close each task is to this text, in the order of the tasks.
    pub(super) fn compare(&self, text: &str) -> Vec<Likeness> {
        let mut found = vec![Likeness::default(); self.lengths.len()];
        let (mut square, mut total) = (0.0, 0.0);
        for (gram, times) in count(text, &self.sizes) {
            let holders = self.grams.get(&gram).and_then(|range| self.holders.get(range.clone())).unwrap_or_default();
            let weight = weight::rarity_weight(number(holders.len()), number(self.lengths.len()))
                * weight::frequency_weight(times);
            square += weight * weight;
            total += weight;
            for (task, theirs) in holders {
                if let Some(likeness) = found.get_mut(*task) {
                    likeness.cosine += weight * theirs;
                    likeness.coverage += weight.min(*theirs);
                }
            }
        }
        let own = f64::sqrt(square);
        for (likeness, length) in found.iter_mut().zip(&self.lengths) {
            likeness.cosine = share(likeness.cosine, own * length);
            likeness.coverage = share(likeness.coverage, total);
        }
        found
    }
}

/// The start of each of several ranges of these lengths that follow one another.
fn starts(lengths: &[u32]) -> Vec<usize> {
    let next = |at: &mut usize, length: &u32| {
        let start = *at;
        *at += usize::try_from(*length).unwrap_or(usize::MAX);
        Some(start)
    };
    lengths.iter().scan(0, next).collect()
}

/// The share of a part in a whole; 0 if the whole is nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The grams of a text with the number of their occurrences, in a fixed order, so that sums are equal in every run.
/// Punctuation and white space are skipped.
fn count(text: &str, sizes: &RangeInclusive<usize>) -> Vec<(u64, u32)> {
    let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).map(fold_char).collect();
    let mut grams: Vec<u64> = sizes.clone().flat_map(|size| letters.windows(size)).map(gram::pack).collect();
    grams.sort_unstable();
    grams.chunk_by(|one, other| one == other).map(|same| (same[0], number(same.len()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_are_counted_over_marks_and_spaces() {
        let grams = |text: &str| count(text, &(2..=2)).len();
        for (text, expected) in [("健康 城市", 3), ("健康，城市", 3), ("健康健康", 2), ("健", 0), ("", 0), ("，。", 0)]
        {
            assert_eq!(grams(text), expected, "{text}");
        }
        assert_eq!(count("ＰＭ２．５", &(2..=3)), count("pm2.5", &(2..=3)));
    }

    #[test]
    fn a_text_equals_itself_and_is_covered_by_what_contains_it() {
        let texts = ["促进残疾人健康", "促进残疾人健康，加强康复服务", "生活饮用水"].map(str::to_owned);
        let field = GramIndex::new(&texts, 2..=3);
        let found = field.compare("促进残疾人健康");
        assert!((found[0].cosine - 1.0).abs() < 1e-9 && (found[0].coverage - 1.0).abs() < 1e-9, "{found:?}");
        assert!(found[1].cosine < 1.0 && (found[1].coverage - 1.0).abs() < 1e-9, "{found:?}");
        assert!(found[2].cosine == 0.0 && found[2].coverage == 0.0, "{found:?}");
        assert!(field.has_no_grams("。") && field.compare("。").iter().all(|likeness| likeness.cosine == 0.0));
    }
}
