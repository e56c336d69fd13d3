//! All numbers of the score for how close two tasks are, each with its reason. Knows no text.

use std::ops::RangeInclusive;

/// Share of the title in the score; the text has the rest. A title is a tenth of the words and says what the task is.
/// The share is below a half, so that a text copied under another title still ranks above a
/// similar title over another text.
pub(super) const TITLE_WEIGHT: f64 = 0.4;

/// Share of the cosine in the part of the text; the rest is the coverage, how much of the node's own wording the other
/// task contains. Half each: a short task copied into a long one is near, but not as near as an equal one.
pub(super) const COSINE_WEIGHT: f64 = 0.5;

/// Lengths of the grams of a title, in characters. Titles are short, so single characters count: 防控 and 防治 share 防.
pub(super) const TITLE_GRAMS: RangeInclusive<usize> = 1..=2;

/// Lengths of the grams of a text, in characters. Two are a word, three span two words; longer grams break
/// at the first change of wording.
pub(super) const TEXT_GRAMS: RangeInclusive<usize> = 2..=3;

/// The least score of a task that is listed. Below it two tasks share little but 建设, 加强 and 服务.
pub(super) const NEAR: f64 = 0.1;

/// The score is rounded to one part in so many: finer digits are noise and would order equal tasks by chance.
pub(super) const ROUND: f64 = 1e4;

/// Characters of the shortest phrase that is shown: three may be a word that any plan uses.
pub(super) const SHORTEST_PHRASE: usize = 4;

/// Phrases shown of one pair of tasks, few enough to be read at a glance.
pub(super) const N_PHRASES: usize = 5;

/// Characters of a text that are searched for phrases. A task has some hundreds; the limit
/// bounds the time for hostile input.
pub(super) const LONGEST_TEXT: usize = 4_000;

/// Places of a text that are tried as the start of a phrase, from the end. No word occurs so often in a real task.
pub(super) const MOST_PLACES: usize = 64;

/// The weight of a gram that occurs `times` in a text: each further occurrence adds less.
pub(super) fn frequency_weight(times: u32) -> f64 {
    1.0 + f64::from(times).ln()
}

/// The weight of a gram that occurs in `holders` of all tasks: high if few hold it, and still above zero if all do.
pub(super) fn rarity_weight(holders: u32, tasks: u32) -> f64 {
    (1.0 + f64::from(tasks) / f64::from(holders.max(1))).ln()
}
