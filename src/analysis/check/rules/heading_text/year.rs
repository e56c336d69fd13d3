//! A heading with a year above a text that names another one again and again, and never its own: 2026年工作安排 above 2027年3月底前….

use std::ops::RangeInclusive;

use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::heading_text::below::Below;
use crate::analysis::check::rules::year::date_at;
use crate::lexicon::punctuation::RANGE_DASHES;
use crate::lexicon::target::{REPORT_TITLES, TARGET_TITLES};
use crate::lexicon::time::{BASE_YEAR_PREFIXES, BASE_YEAR_SUFFIXES, RESULT_YEAR_PREFIXES};
use crate::model::Confidence;
use crate::words::findings::lists;

/// How often a text must name the other year, unless it says that something is due by it.
const FEWEST: usize = 2;

/// Characters of the words before and behind a year that are looked at.
const REACH: usize = 4;

/// Characters quoted from a year on.
const QUOTED: usize = 10;

/// A year that a text names, with its place.
struct Named {
    year: u32,
    is_due: bool,
    citation: Citation,
}

/// A heading whose year its text never names, while that names one other year.
pub(super) fn other_year(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    let own = years_of_title(&title.chars)?;
    if REPORT_TITLES.is_in(title.text) || title.text.contains(['《', '“']) {
        return None;
    }
    // A heading below that names a year dates its text by itself.
    if below.passages.iter().any(|passage| passage.is_title() && years_of_title(&passage.chars).is_some()) {
        return None;
    }
    let named: Vec<Named> = below.passages.iter().flat_map(|passage| named_in(passage)).collect();
    let first = named.first()?;
    let is_one = named.iter().all(|other| other.year == first.year);
    let is_aim = TARGET_TITLES.is_in(title.text) && first.is_due;
    if !is_one || own.contains(&first.year) || named.len() < FEWEST && !is_aim {
        return None;
    }
    let what = lists::heading_and_text(&title.cite(0, title.chars.len()).quote, &first.citation.quote);
    Some(FindingDraft::new(Confidence::Medium, what, [title.cite(0, title.chars.len()), first.citation.clone()]))
}

/// The one year, or the years from one to another, that a heading names; `None` where it names none, or several.
fn years_of_title(chars: &[char]) -> Option<RangeInclusive<u32>> {
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let dates: Vec<_> = starts.filter_map(|at| date_at(chars, at).map(|date| (at, date))).collect();
    let year = |at: usize| dates.get(at).and_then(|(_, date)| date.parts.first()).copied();
    match dates.as_slice() {
        [(_, date)] if date.is_marked => Some(year(0)?..=year(0)?),
        [(_, first), (at, last)] => {
            let is_span =
                chars.get(at.checked_sub(1)?).is_some_and(|mark| RANGE_DASHES.contains(*mark) || *mark == '至');
            (is_span && last.is_marked && first.end < *at).then_some(year(0)?..=year(1)?)
        }
        _ => None,
    }
}

/// The years that a text names, without those that it compares with, and without those in titles of documents.
fn named_in(passage: &Passage) -> Vec<Named> {
    let chars = &passage.chars;
    let mut depth = 0_usize;
    let mut named = Vec::new();
    let mut at = 0;
    while let Some(mark) = chars.get(at) {
        match mark {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let Some(date) = date_at(chars, at).filter(|date| mark.is_ascii_digit() && date.is_marked) else {
            at += if mark.is_ascii_digit() { n_digits(chars, at) } else { 1 };
            continue;
        };
        let before: String = chars.get(at.saturating_sub(REACH)..at).unwrap_or_default().iter().collect();
        let behind: String = chars.iter().skip(date.end).take(REACH).collect();
        let is_other = [&BASE_YEAR_PREFIXES, &RESULT_YEAR_PREFIXES].iter().any(|words| words.ends(&before))
            || BASE_YEAR_SUFFIXES.begins(&behind)
            || before.ends_with(['为', '照', '对']);
        if let Some(year) = date.parts.first().filter(|_| depth == 0 && !is_other) {
            let is_due = before.ends_with(['到', '至']) || behind.contains('前');
            named.push(Named { year: *year, is_due, citation: passage.cite(at, at + QUOTED) });
        }
        at = date.end.max(at + 1);
    }
    named
}

/// How many digits stand at a position.
fn n_digits(chars: &[char], at: usize) -> usize {
    chars.iter().skip(at).take_while(|mark| mark.is_ascii_digit()).count().max(1)
}
