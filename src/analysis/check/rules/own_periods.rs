//! The years for which the document holds, stated twice with other years: 规划期为2021年至2025年 and 在规划期（2021—2030年）内.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::year::date_at;
use crate::lexicon::document::PERIOD_OPENERS;
use crate::lexicon::punctuation::RANGE_DASHES;
use crate::lexicon::time::{OWN_PERIODS, PERIOD_VERBS};
use crate::model::Confidence;
use crate::words::findings::lists;

/// Characters before a span in which the word for the period stands.
const REACH: usize = 8;

/// The first two spans that differ of those that the text calls the document's own, else the first one that differs from the
/// span in the document's title.
pub(crate) fn two_periods(reading: &Reading) -> Vec<FindingDraft> {
    let stated: Vec<([u32; 2], Citation)> = reading.passages.iter().flat_map(periods).collect();
    let Some((first, place)) = stated.first() else { return Vec::new() };
    let other = stated.iter().find(|(span, _)| span != first);
    let between_texts = other.map(|(_, other)| {
        let what = lists::two_periods(&place.quote, &other.quote);
        FindingDraft::new(Confidence::Medium, what, [place.clone(), other.clone()])
    });
    let against_title = || {
        let (span, printed) = of_title(&reading.plan.title)?;
        let what = lists::two_periods(printed, &place.quote);
        (span != *first).then(|| FindingDraft::new(Confidence::Medium, what, [place.clone()]))
    };
    between_texts.or_else(against_title).into_iter().collect()
}

/// The only span of years in a title, and as printed: 2026—2030年.
fn of_title(title: &str) -> Option<([u32; 2], String)> {
    let chars: Vec<char> = title.chars().collect();
    let mut spans = spans_in(&chars);
    let (from, span, end) = spans.next().filter(|_| spans.next().is_none())?;
    Some((span, chars.get(from..end)?.iter().collect()))
}

/// The spans of years in some characters, each with where it begins and ends: 2026—2030年.
fn spans_in(chars: &[char]) -> impl Iterator<Item = (usize, [u32; 2], usize)> {
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(move |at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    starts.filter_map(|from| {
        let first = date_at(chars, from)?;
        chars.get(first.end).filter(|c| RANGE_DASHES.contains(**c) || matches!(c, '至' | '到'))?;
        let last = date_at(chars, first.end + 1).filter(|last| last.is_marked)?;
        Some((from, [*first.parts.first()?, *last.parts.first()?], last.end))
    })
}

/// The spans of years of a text behind a word for the period of the document.
fn periods(passage: &Passage) -> Vec<([u32; 2], Citation)> {
    let chars = &passage.chars;
    let found = spans_in(chars).filter_map(|(from, span, end)| {
        let lead = from.saturating_sub(REACH);
        let before: String = chars.get(lead..from)?.iter().collect();
        let bare = before.trim_end_matches(|c: char| !is_han(c));
        let bare = PERIOD_VERBS.strip_suffix(bare).unwrap_or(bare);
        let is_own = OWN_PERIODS.ends(bare) || PERIOD_OPENERS.ends(&before);
        let quoted = from - before.chars().count().min(REACH / 2 + 1);
        is_own.then(|| (span, passage.cite(quoted, end)))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn periods_that_are_stated_twice() {
        check(
            two_periods,
            &[
                (
                    "一、总则\n规划期为2026年至2030年。\n在规划期（2026—2035年）内，不作调整。\n",
                    &["[2, 3] 规划期为2026年至2030年 | 在规划期（2026—2035年"],
                ),
                ("一、总则\n规划期为2026年至2030年。\n在规划期（2026—2030年）内，不作调整。\n", &[]),
            ],
        );
    }
}
