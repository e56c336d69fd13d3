//! Rates per head that the count and the population of the same text contradict: 常住人口50万人，床位3000张，每千人口床位数8.5张.

use crate::analysis::check::reading::amount::Amount;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::arithmetic::{REACH, between, words_before};
use crate::lexicon::count::STATING_CHARS;
use crate::lexicon::metric::POPULATIONS;
use crate::lexicon::unit::HEADS;
use crate::model::Confidence;
use crate::words::findings::figures;

/// By which share of it a rate may differ from the quotient, since the population may be of another month or kind.
const ROUGH: f64 = 0.08;

/// Fewest characters that the name of what is counted shares with that of the rate.
const SHARED: usize = 2;

/// The rate that ends some amounts, where what it counts stands before it, and a population before that. It is told only if no
/// count and no population before it come to it.
pub(super) fn wrong_rate(passage: &Passage, before: &[Amount], rate: &Amount) -> Option<FindingDraft> {
    let words = words_before(passage, rate);
    let (base, heads) = HEADS.iter().find(|(base, _)| words.contains(base))?;
    let (_, name) = words.split_once(base)?;
    let counts = before.iter().filter(|count| {
        let is_near = between(passage, count, rate).chars().count() <= REACH;
        let is_named = is_counted(&words_before(passage, count), name);
        count.unit == rate.unit && !rate.unit.is_empty() && if is_verb(name) { is_near && is_named } else { is_named }
    });
    let counts: Vec<&Amount> = counts.collect();
    let is_population = |amount: &&Amount| {
        let words = words_before(passage, amount);
        let words = words.trim_end_matches(|c| STATING_CHARS.contains(c));
        amount.unit == "人" && POPULATIONS.ends(words) && amount.value > *heads
    };
    let populations: Vec<&Amount> = before.iter().filter(is_population).collect();
    let rate_of = |count: &Amount, population: &Amount| count.value / population.value * heads;
    let is_right = |count: &Amount, population: &Amount| {
        (rate_of(count, population) - rate.value).abs() <= ROUGH * rate.value + rate.half
    };
    let (count, population) =
        (counts.iter().max_by(|one, other| one.value.total_cmp(&other.value))?, populations.last()?);
    let is_told = counts.iter().all(|count| populations.iter().all(|population| !is_right(count, population)));
    let computed = rate_of(count, population);
    (is_told && rate.value > 0.0).then(|| {
        let (people, counted, printed) = (&population.printed, &count.printed, &rate.printed);
        let what = figures::wrong_rate(people, counted, base, computed, printed);
        FindingDraft::new(Confidence::Medium, what, [passage.cite(population.from.min(count.from), rate.to)])
    })
}

/// Whether the name of a rate is none, but a verb: 每千人口拥有.
fn is_verb(name: &str) -> bool {
    name.chars().filter(|c| is_han(*c)).all(|c| STATING_CHARS.contains(c))
}

/// Whether the name of a rate is of what was counted before it: empty, or with its last characters.
fn is_counted(counted: &str, name: &str) -> bool {
    let han = |text: &str| -> Vec<char> { text.chars().filter(|c| is_han(*c)).collect() };
    let (counted, bare) = (han(counted), han(name));
    let last: Vec<char> = counted.iter().rev().take(SHARED).rev().copied().collect();
    is_verb(name) || last.len() == SHARED && bare.windows(SHARED).any(|pair| pair == last)
}
