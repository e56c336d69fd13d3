//! Rates per head that the count and the population of the same text contradict: 常住人口50万人，床位3000张，每千人口床位数8.5张.

use crate::analysis::check::reading::amount::Amount;
use crate::analysis::check::reading::around::{sentence_of, year_before};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::arithmetic::{REACH, between, words_before};
use crate::lexicon::count::STATING_CHARS;
use crate::lexicon::metric::{OWN_PLACES, POPULATIONS};
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::unit::{HEADS, TIME_MEASURES};
use crate::model::Confidence;
use crate::words::findings::figures;

/// By which share of it a rate may differ from the quotient, since the population may be of another month or kind.
const ROUGH: f64 = 0.08;

/// The base of a rate for each person.
const EACH: &str = "人均";

/// Fewest characters that the name of what is counted shares with that of the rate.
const SHARED: usize = 2;

/// The rate that ends some amounts, where what it counts stands before it, and a population before that. It is told only if no
/// count and no population before it come to it.
pub(super) fn wrong_rate(passage: &Passage, before: &[Amount], rate: &Amount) -> Option<FindingDraft> {
    let words = words_before(passage, rate);
    let (base, heads) = HEADS.iter().find(|(base, _)| words.contains(base))?;
    let (owner, name) = words.split_once(base)?;
    let is_each = base == EACH;
    if is_each && (!is_of_all(owner) || is_mean(rate) || (is_verb(name) && has_break(passage, before, rate)))
        || is_of_another_year(passage, before, rate)
    {
        return None;
    }
    let counts = before.iter().filter(|count| {
        let is_near = between(passage, count, rate).chars().count() <= REACH;
        let counted = words_before(passage, count);
        let is_named = is_counted(&counted, name) && (!is_each || is_verb(name) || is_whole_name(&counted, name));
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
    // The rate may be of those of whom the text tells besides: 参保35万人，补助2.45亿元，人均700元.
    let people: Vec<&Amount> = before.iter().filter(|amount| amount.unit == "人").collect();
    let is_told = counts.iter().all(|count| people.iter().all(|people| !is_right(count, people)));
    let computed = rate_of(count, population);
    (is_told && rate.value > 0.0).then(|| {
        let (people, counted, printed) = (&population.printed, &count.printed, &rate.printed);
        let what = figures::wrong_rate(people, counted, base, computed, printed);
        FindingDraft::new(Confidence::Medium, what, [passage.cite(population.from.min(count.from), rate.to)])
    })
}

/// Whether an amount is a mean of people into which no sum was divided: 人均预期寿命79岁.
fn is_mean(rate: &Amount) -> bool {
    TIME_MEASURES.contains(&rate.unit) || matches!(rate.unit.as_str(), "%" | "‰")
}

/// Whether a rate per head is that of all, and of no part that is named before it: 农村人均.
fn is_of_all(owner: &str) -> bool {
    owner.is_empty() || OWN_PLACES.contains(owner)
}

/// Whether a sentence ends between the last population before a rate and the rate.
fn has_break(passage: &Passage, before: &[Amount], rate: &Amount) -> bool {
    let last = before.iter().rev().find(|amount| amount.unit == "人");
    last.is_none_or(|people| between(passage, people, rate).contains(|mark| SENTENCE_ENDS.contains(mark)))
}

/// Whether the sentence of a rate names a year, and no count stands in it: 到2030年，每千人口护士达到4.6人.
fn is_of_another_year(passage: &Passage, before: &[Amount], rate: &Amount) -> bool {
    let sentence = sentence_of(&passage.chars, rate.from);
    let is_alone = before.last().is_none_or(|amount| amount.from < sentence);
    is_alone && !year_before(&passage.chars, sentence, rate.from).is_empty()
}

/// Whether the name of a rate is none, but a verb: 每千人口拥有.
fn is_verb(name: &str) -> bool {
    name.chars().filter(|c| is_han(*c)).all(|c| STATING_CHARS.contains(c))
}

/// Whether the name of a rate is all of the name of what was counted, or holds all of it: 体育场地面积.
fn is_whole_name(counted: &str, name: &str) -> bool {
    let name = name.trim_end_matches(|c| STATING_CHARS.contains(c));
    let counted = counted.trim_end_matches(|c| STATING_CHARS.contains(c));
    counted.ends_with(name) || name.ends_with(counted)
}

/// Whether the name of a rate is of what was counted before it: empty, or with its last characters.
fn is_counted(counted: &str, name: &str) -> bool {
    let han = |text: &str| -> Vec<char> { text.chars().filter(|c| is_han(*c)).collect() };
    let (counted, bare) = (han(counted), han(name));
    let last: Vec<char> = counted.iter().rev().take(SHARED).rev().copied().collect();
    is_verb(name) || last.len() == SHARED && bare.windows(SHARED).any(|pair| pair == last)
}
