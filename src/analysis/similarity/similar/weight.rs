//! All numbers of the score for how close two tasks are, each with its reason. Knows no text.

use std::ops::RangeInclusive;

/// Share of the title in the score; the text has the rest. A title is a tenth of the words and says what the task is.
/// The share is below a half, so that a text copied under another title still ranks above a
/// similar title over another text.
pub(super) const TITLE_WEIGHT: f64 = 0.4;

/// Share of the cosine in the part of the text; the rest is the coverage, how much of the node's own wording the other
/// task contains. Half each: a short task copied into a long one is near, but not as near as an equal one.
pub(super) const COSINE_WEIGHT: f64 = 0.5;

/// How much of the room that the characters leave in the score a shared subject fills. Two tasks on one subject are near
/// whatever their words; a third of the score keeps them below those that share the wording as well.
pub(super) const TOPIC_WEIGHT: f64 = 0.35;

/// What is left of the score of the characters where the title says a subject that the other task never names: characters
/// in common are then those that any task may have (重点人群).
pub(super) const OTHER_TOPIC_WEIGHT: f64 = 0.5;

/// What is left of the score of a node that is no task, where a task is asked for: a report on the last
/// period uses the words of a task.
pub(super) const NO_TASK_WEIGHT: f64 = 0.8;

/// The weight of a topic that the title of a task names, the measure of the three below.
pub(super) const OWN_TITLE_WEIGHT: f64 = 1.0;

/// The weight of a topic of the heading above: every task of 实施控烟行动 is about tobacco.
pub(super) const ABOVE_WEIGHT: f64 = 0.7;

/// The weight of a topic of the heading above that one, which may be as broad as 加强重点人群健康服务.
pub(super) const FURTHER_ABOVE_WEIGHT: f64 = 0.3;

/// The weight of all topics of a text together. A text names much that it is not about.
pub(super) const OWN_TEXT_WEIGHT: f64 = 0.8;

/// The least cosine of topics at which a task is listed for its subject alone.
pub(super) const SAME_TOPIC: f64 = 0.3;

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

/// Letters of a shown phrase that are no digits, so that a year alone is no phrase.
pub(super) const FEWEST_LETTERS: usize = 4;

/// The share of all tasks, as one in so many, that hold each part of a phrase which says nothing: 重点人群.
pub(super) const COMMON_SHARE: usize = 12;

/// Tasks that hold each part of such a phrase at the least, so that in few plans nothing is called common.
pub(super) const COMMON_LEAST: usize = 12;

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
