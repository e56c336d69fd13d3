//! One part of all tasks, their titles or their texts, as weighed grams: runs of two or three characters.
//!
//! Grams stand in an inverted list, so a text is compared with all tasks in one pass over the grams it has. Knows texts
//! and not what they belong to.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::text::fold::fold_char;

use super::weight;

/// Bits of a character in a gram: a code point has 21, and three fit a word of 64. The longest gram has three.
const BITS: u32 = 21;

/// The texts of all tasks.
#[derive(Clone, Debug)]
pub(super) struct Field {
    sizes: RangeInclusive<usize>,
    /// Gram → place in `holders`.
    grams: HashMap<u64, usize>,
    /// For each gram, the tasks that hold it with its weight there.
    holders: Vec<Vec<(usize, f64)>>,
    /// The length of each task's vector.
    lengths: Vec<f64>,
}

/// How like a task is to a text, both from 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// In both directions: the cosine of their vectors.
    pub(super) alike: f64,
    /// The share of the text's weight that the task holds.
    pub(super) held: f64,
}

impl Field {
    /// Weighs the grams, of so many characters, of these texts: a task each.
    pub(super) fn new(texts: &[String], sizes: RangeInclusive<usize>) -> Self {
        let mut grams: HashMap<u64, usize> = HashMap::new();
        let mut counted: Vec<Vec<(usize, u32)>> = Vec::new();
        for (task, text) in texts.iter().enumerate() {
            for (gram, times) in count(text, &sizes) {
                let place = *grams.entry(gram).or_insert(counted.len());
                if place == counted.len() {
                    counted.push(Vec::new());
                }
                if let Some(holders) = counted.get_mut(place) {
                    holders.push((task, times));
                }
            }
        }
        let n_tasks = number(texts.len());
        let mut lengths = vec![0.0; texts.len()];
        let mut weigh = |holders: Vec<(usize, u32)>| -> Vec<(usize, f64)> {
            let rare = weight::rare(number(holders.len()), n_tasks);
            let weighed = holders.into_iter().map(|(task, times)| {
                let weight = rare * weight::often(times);
                if let Some(length) = lengths.get_mut(task) {
                    *length += weight * weight;
                }
                (task, weight)
            });
            weighed.collect()
        };
        let holders = counted.into_iter().map(&mut weigh).collect();
        let lengths = lengths.into_iter().map(f64::sqrt).collect();
        Self { sizes, grams, holders, lengths }
    }

    /// Whether a text has nothing to compare.
    pub(super) fn is_silent(&self, text: &str) -> bool {
        count(text, &self.sizes).is_empty()
    }

    /// How like each task is to a text.
    pub(super) fn compare(&self, text: &str) -> Vec<Likeness> {
        let mut found = vec![Likeness::default(); self.lengths.len()];
        let (mut square, mut total) = (0.0, 0.0);
        for (gram, times) in count(text, &self.sizes) {
            let holders = self.grams.get(&gram).and_then(|place| self.holders.get(*place));
            let holders = holders.map(Vec::as_slice).unwrap_or_default();
            let weight = weight::rare(number(holders.len()), number(self.lengths.len())) * weight::often(times);
            square += weight * weight;
            total += weight;
            for (task, theirs) in holders {
                if let Some(likeness) = found.get_mut(*task) {
                    likeness.alike += weight * theirs;
                    likeness.held += weight.min(*theirs);
                }
            }
        }
        let own = f64::sqrt(square);
        for (likeness, length) in found.iter_mut().zip(&self.lengths) {
            likeness.alike = share(likeness.alike, own * length);
            likeness.held = share(likeness.held, total);
        }
        found
    }
}

/// A part of a whole, 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The grams of a text with how often each stands in it, in a fixed order, so that sums come out the same every time.
/// Marks and white space are no part of one; it runs over them.
fn count(text: &str, sizes: &RangeInclusive<usize>) -> Vec<(u64, u32)> {
    let letters: Vec<u64> =
        text.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| u64::from(fold_char(letter))).collect();
    let mut grams: Vec<u64> = sizes
        .clone()
        .flat_map(|size| letters.windows(size))
        .map(|gram| gram.iter().fold(0, |packed, letter| packed << BITS | letter))
        .collect();
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
    fn a_text_is_like_itself_and_held_by_what_contains_it() {
        let texts = ["促进残疾人健康", "促进残疾人健康，加强康复服务", "生活饮用水"].map(str::to_owned);
        let field = Field::new(&texts, 2..=3);
        let found = field.compare("促进残疾人健康");
        assert!((found[0].alike - 1.0).abs() < 1e-9 && (found[0].held - 1.0).abs() < 1e-9, "{found:?}");
        assert!(found[1].alike < 1.0 && (found[1].held - 1.0).abs() < 1e-9, "{found:?}");
        assert!(found[2].alike == 0.0 && found[2].held == 0.0, "{found:?}");
        assert!(field.is_silent("。") && field.compare("。").iter().all(|likeness| likeness.alike == 0.0));
    }
}
