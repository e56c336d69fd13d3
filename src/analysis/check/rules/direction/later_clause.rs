//! A number of one year and what it is to become in a later one, told in one sentence that names its subject once: 管理率2020年
//! 为91.6%，到2025年提高到90%.

use crate::analysis::check::reading::around;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextClause, TextNumber};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::direction::rises;
use crate::lexicon::Words;
use crate::lexicon::change::{COMPARING, GROWTH_WORDS};
use crate::lexicon::metric::{LESS_IS_BETTER, MORE_IS_BETTER};
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::target::METRIC_CLOSERS;
use crate::lexicon::time::{DUE_YEAR_PREFIXES, YEAR_SUFFIXES};
use crate::lexicon::value::{BOUNDS, COMES_TO, PLAIN_BEFORE, REACHED};
use crate::model::Confidence;
use crate::words::findings::figures;

/// Most characters of the name that is looked at before the first number.
const LONGEST_NAME: usize = 16;

/// A number with the year that it holds for.
struct Dated {
    year: u16,
    number: TextNumber,
    /// Where its clause begins, in characters of the passage.
    clause_from: usize,
    /// The words between the beginning of its clause and its digits.
    before: String,
}

/// Changes over the clauses of a sentence whose numbers go against their verb, or against what is better for their metric.
pub(super) fn changes_over_clauses(passage: &Passage) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    let mut start: Option<Dated> = None;
    let mut year = None;
    for clause in numbers::split_clauses(passage) {
        let mut numbers = numbers::find_numbers(clause.chars);
        let first = numbers.first().map_or(clause.chars.len(), |number| number.from);
        let before: String = clause.chars.get(..first).unwrap_or_default().iter().collect();
        let own_year = year_in(clause.chars, first);
        year = own_year.or(year);
        if let Some((start, number)) = start.as_ref().zip(numbers.first()) {
            drafts.extend(against(passage, &clause, start, (&before, number), year));
        }
        let is_change = COMPARING.begins(&before) || GROWTH_WORDS.begins(&before);
        let ends_year = own_year.is_some() && numbers.is_empty();
        let last = numbers.pop();
        year = last.as_ref().and_then(|number| year_in(clause.chars, number.from)).or(year);
        start = match last.zip(year) {
            // 比2015年提高5.2个百分点: how it came about, and no value of its own; 到2025年，提高到90%: the year stands alone.
            _ if is_change && rises(&before).is_none() || ends_year && behind_year(&before).is_empty() => start,
            Some((number, year)) => {
                let before = clause.chars.get(..number.from).unwrap_or_default().iter().collect();
                Some(Dated { year, number, clause_from: clause.from, before })
            }
            None => None,
        };
        if clause.chars.last().is_some_and(|c| SENTENCE_ENDS.contains(*c)) {
            start = None;
            year = None;
        }
    }
    drafts
}

/// The last year that some characters name before a position.
fn year_in(chars: &[char], before: usize) -> Option<u16> {
    around::year_before(chars, 0, before).parse().ok()
}

/// The finding on a clause that says only what the number before it comes to: 到2025年提高到90%.
fn against(
    passage: &Passage,
    clause: &TextClause,
    start: &Dated,
    (before, number): (&str, &TextNumber),
    year: Option<u16>,
) -> Option<FindingDraft> {
    let is_later = year > Some(start.year) && !number.unit.is_empty() && number.unit == start.number.unit;
    let verb =
        Some(behind_year(before)).filter(|verb| is_later && (COMES_TO.contains(verb) || REACHED.contains(verb)))?;
    let (one, other) = (start.number.value, number.value);
    let behind: String = clause.chars.get(number.to..)?.iter().collect();
    let name = name_of(&start.before);
    let is_worse = || LESS_IS_BETTER.ends(name) && other > one || MORE_IS_BETTER.ends(name) && other < one;
    let what = match rises(verb) {
        Some(true) if other < one => figures::rise_that_falls(one, other),
        Some(false) if other > one => figures::fall_that_rises(one, other),
        // A bound may be kept already: 到2025年达到90%以上.
        None if REACHED.contains(verb) && !BOUNDS.begins(&behind) && is_worse() => {
            let from = name.char_indices().nth_back(LONGEST_NAME).map_or(0, |(at, _)| at);
            figures::change_for_worse(name.get(from..)?, one, other)
        }
        _ => return None,
    };
    Some(FindingDraft::new(Confidence::Medium, what, [passage.cite(start.clause_from, clause.from + number.to)]))
}

/// What stands between the year at the beginning of a clause and its number or its mark: 提高到 of 力争到2025年底提高到.
fn behind_year(before: &str) -> &str {
    let is_around = |c: char| c.is_ascii_digit() || c == '年';
    let year = without(&DUE_YEAR_PREFIXES, before).trim_start_matches(is_around);
    let rest = without(&METRIC_CLOSERS, without(&YEAR_SUFFIXES, year));
    rest.trim_matches(['，', '。', '；'])
}

/// A text without any of some words at its beginning.
fn without<'t>(words: &Words, text: &'t str) -> &'t str {
    let mut rest = text;
    while let Some(shorter) = words.strip_prefix(rest) {
        rest = shorter;
    }
    rest
}

/// The name of what is measured, before a number with its year on either side: 管理率 of 管理率2020年为.
fn name_of(before: &str) -> &str {
    let is_of_year = |c: char| c.is_ascii_digit() || c == '年' || YEAR_SUFFIXES.iter().any(|word| word.ends_with(c));
    PLAIN_BEFORE.strip_suffix(before).unwrap_or(before).trim_end_matches(is_of_year)
}
