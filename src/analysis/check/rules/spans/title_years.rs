//! The number of years in the title of a plan (三年行动计划) against those that its text takes: 经过四年努力.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::around::sentence_of;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::lexicon::task::ACTION_NOUNS;
use crate::lexicon::time::{BEFORE_YEARS_TAKEN, BEHIND_YEARS_TAKEN, PERIOD_SPANS};
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Most characters of a number of years.
const LONGEST_NUMBER: usize = 3;

/// Texts that say that the plan takes another number of years than its title.
pub(super) fn other_years(reading: &Reading) -> Vec<FindingDraft> {
    let title: Vec<char> = reading.plan.title.chars().collect();
    let Some((years, printed)) = years_of_title(&title) else { return Vec::new() };
    reading.passages.iter().filter_map(|passage| taken_otherwise(passage, years, &printed)).collect()
}

/// The number of years that a title is for, and the words for it.
fn years_of_title(title: &[char]) -> Option<(u32, String)> {
    numbers_of_years(title).find_map(|(from, to, years)| {
        let behind: String = title.get(to..)?.iter().collect();
        let is_of_plan = ACTION_NOUNS.begins(&behind);
        is_of_plan.then(|| Some((years, title.get(from..to)?.iter().collect())))?
    })
}

/// The finding on a text that says how many years the plan takes, where the title has another number.
fn taken_otherwise(passage: &Passage, years: u32, printed: &str) -> Option<FindingDraft> {
    numbers_of_years(&passage.chars).find_map(|(from, to, number)| {
        let before: String = passage.chars.get(..from)?.iter().rev().take(LONGEST_NUMBER).collect();
        let before: String = before.chars().rev().collect();
        let behind: String = passage.chars.get(to..)?.iter().take(2 * LONGEST_NUMBER).collect();
        let verb = BEFORE_YEARS_TAKEN.suffix_of(&before)?;
        // “十四五”以来，通过五年的努力 looks back.
        let sentence: String = passage.chars.get(sentence_of(&passage.chars, from)..from)?.iter().collect();
        let looks_back = PERIOD_SPANS.is_in(&sentence) || FIVE_YEAR_PLANS.is_in(&sentence);
        let end = BEHIND_YEARS_TAKEN.prefix_of(&behind).filter(|_| number != years && !looks_back)?;
        let citation = passage.cite(from - verb.chars().count(), to + end.chars().count());
        let what = lists::years_of_title(printed, citation.quote.clone());
        Some(FindingDraft::new(Confidence::Medium, what, [citation]))
    })
}

/// The numbers of years in some characters, each with where it begins and where it ends behind 年: 三年, 3年.
fn numbers_of_years(chars: &[char]) -> impl Iterator<Item = (usize, usize, u32)> {
    let years = (0..chars.len()).filter(|at| chars.get(*at) == Some(&'年'));
    years.filter_map(|at| {
        let is_of_number = |c: &&char| numeral::parse(&c.to_string()).is_some() || c.is_ascii_digit();
        let length = chars.get(..at)?.iter().rev().take_while(is_of_number).count();
        let number: String = chars.get(at - length..at)?.iter().collect();
        let number = number.parse().ok().or_else(|| numeral::parse(&number))?;
        (length > 0 && length < LONGEST_NUMBER).then_some((at - length, at + 1, number))
    })
}
