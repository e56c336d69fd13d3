//! What the likeness of two tasks weighs: the one page with its numbers, each with its reason.

use std::ops::RangeInclusive;

/// Share of the title in the score, the rest is the text's. A title is a tenth of the words and says what the task is;
/// below a half, so that a text copied under another title still comes before a like title over another text.
pub(super) const TITLE_WEIGHT: f64 = 0.4;

/// Share of likeness in both directions (cosine) in the text's part; the rest is how much of the node's own wording the
/// other holds. Half and half: a short task taken whole into a long one is near, and yet not as near as its twin.
pub(super) const ALIKE_WEIGHT: f64 = 0.5;

/// Characters in a gram of a title. Titles are short, so single characters count too: 防控 and 防治 share 防.
pub(super) const TITLE_GRAMS: RangeInclusive<usize> = 1..=2;

/// Characters in a gram of a text. Two are a word, three hold two words together; longer ones break at the first change.
pub(super) const TEXT_GRAMS: RangeInclusive<usize> = 2..=3;

/// The least score of a task that is near. Below it two tasks share little but 建设, 加强 and 服务.
pub(super) const NEAR: f64 = 0.1;

/// Steps of the score in one: finer ones are noise, and would order equal tasks by chance.
pub(super) const ROUND: f64 = 1e4;

/// Characters of the shortest phrase shown: three are still a word that any plan may use.
pub(super) const SHORTEST_PHRASE: usize = 4;

/// Phrases shown of a pair: what one looks through at a glance.
pub(super) const N_PHRASES: usize = 5;

/// Characters of a text that are searched for phrases; a task is some hundreds long, and a hostile one may not take long.
pub(super) const LONGEST_TEXT: usize = 4_000;

/// Places of a text where a phrase may begin that are tried, from the end: no word stands so often in an honest task.
pub(super) const MOST_PLACES: usize = 64;

/// How much a gram says that stands `times` in a text: the second time less than the first.
pub(super) fn often(times: u32) -> f64 {
    1.0 + f64::from(times).ln()
}

/// How much a gram says that stands in `holders` of all tasks: much if in few of them, and a little even if in all, since
/// a shared word is a shared word.
pub(super) fn rare(holders: u32, tasks: u32) -> f64 {
    (1.0 + f64::from(tasks) / f64::from(holders.max(1))).ln()
}
