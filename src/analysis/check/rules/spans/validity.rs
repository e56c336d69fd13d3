//! Terms against the days between which they run: 自2026年7月1日起施行，有效期五年，至2030年6月30日止; 2026年3月开工，2028年12月竣工，工期18个月.

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::spans::{MONTHS, MONTHS_OFF, duration_behind, number_of_years};
use crate::analysis::check::rules::year::{Date, date_at};
use crate::lexicon::time::TERMS;
use crate::lexicon::works::STEPS_IN_ORDER;
use crate::model::Confidence;
use crate::words::findings::times;

/// Most characters between two dates of one term.
const REACH: usize = 30;

/// How many months a term from one day to another may be off.
const DAYS_OFF: u32 = 1;

/// The place of the beginning of works in the order of their steps.
const BEGUN: u8 = 2;

/// Pairs of dates with a term beside them that is another one.
pub(super) fn other_terms(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let dates: Vec<(usize, Date)> =
        starts.filter_map(|at| Some((at, date_at(chars, at)?))).filter(|(_, date)| date.parts.len() > 1).collect();
    let found = dates.windows(2).filter_map(|pair| {
        let [(from, first), (at, last)] = pair else { return None };
        let between: String = chars.get(first.end..*at).filter(|text| text.len() <= REACH)?.iter().collect();
        if between.contains('。') {
            return None;
        }
        let lasts = months(last)?.checked_sub(months(first)?)?;
        let (stated, off, to) = valid_for(&between)
            .map(|months| (months, DAYS_OFF, last.end))
            .or_else(|| built_in(chars, first, last, &between).map(|(months, to)| (months, MONTHS_OFF, to)))?;
        (lasts.abs_diff(stated) > off).then(|| {
            let citation = passage.cite(*from, to);
            FindingDraft::new(Confidence::Medium, times::wrong_duration(&citation.quote), [citation])
        })
    });
    found.collect()
}

/// The months of a date, counted from the year 0.
fn months(date: &Date) -> Option<u32> {
    Some(date.parts.first()? * MONTHS + date.parts.get(1)?)
}

/// The months of the term that stands between two days: 起施行，有效期五年，至.
fn valid_for(between: &str) -> Option<u32> {
    let rest = TERMS.iter().find_map(|term| between.split_once(term).map(|(_, rest)| rest))?;
    let rest = rest.strip_prefix('为').unwrap_or(rest);
    let is_until = between.ends_with(['至', '到']) && between.contains('起');
    number_of_years(rest).filter(|_| is_until).map(|years| years * MONTHS)
}

/// The months that works are said to take behind the dates of their beginning and of their end: 开工，2028年12月竣工，工期18个月.
fn built_in(chars: &[char], first: &Date, last: &Date, between: &str) -> Option<(u32, usize)> {
    let rank = |text: &str| STEPS_IN_ORDER.iter().filter(|(verb, _)| text.contains(verb)).map(|(_, rank)| *rank).min();
    let behind: String = chars.iter().skip(last.end).take_while(|c| is_han(**c)).take(REACH / 3).collect();
    let is_work = rank(between)? == BEGUN && rank(&behind)? > BEGUN && first.parts.len() == 2;
    let (to, months, _) = duration_behind(chars, last.end + behind.chars().count()).filter(|_| is_work)?;
    Some((months, to))
}

#[cfg(test)]
mod tests {
    use crate::analysis::check::rules::spans::spans_against_their_dates;
    use crate::analysis::check::tests::check;

    #[test]
    fn terms_and_their_days() {
        check(
            spans_against_their_dates,
            &[
                (
                    "一、附则\n本办法自2026年7月1日起施行，有效期五年，至2030年6月30日止。\n",
                    &["[2] 2026年7月1日起施行，有效期五年，至2030年6月30日"],
                ),
                (
                    "一、项目\n迁建项目2026年3月开工，2028年12月竣工，工期18个月。\n",
                    &["[2] 2026年3月开工，2028年12月竣工，工期18个月"],
                ),
                ("一、附则\n本办法自2026年7月1日起施行，有效期五年，至2031年6月30日止。\n", &[]),
                ("一、项目\n迁建项目2026年3月开工，2028年2月竣工，工期24个月。\n", &[]),
            ],
        );
    }
}
