//! Spans of time against the dates that stand beside them: 建设周期四年（2026年3月—2028年3月）, “十五五”时期（2025—2030年）, “十四五”开局之年的2020年,
//! 2027年9月开工，2027年3月竣工.

mod order;
mod quarters;
mod title_years;
mod validity;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::parse_integer;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::year::{Date, date_at};
use crate::lexicon::Words;
use crate::lexicon::count::EXPLAINING_OPENINGS;
use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::lexicon::punctuation::RANGE_DASHES;
use crate::lexicon::time::{
    BEFORE_NAMED_YEARS, BEFORE_OTHER_YEARS, DURATIONS, FIRST_YEARS, LAST_YEARS, PERIOD_ENDS, PERIOD_SPANS, SPAN_SUMS,
    START_YEAR_PREFIXES,
};
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::times;

/// Most characters between a number of years and the dates behind it: 四年培养行动（2026—2030年）.
const REACH: usize = 14;

/// The largest number that is one of years.
const MOST_YEARS: u32 = 30;

/// Years of a five-year plan before its last one.
const BEFORE_LAST: u32 = 4;

/// How many months a year has.
const MONTHS: u32 = 12;

/// How many months a stated number of years may be off.
const MONTHS_OFF: u32 = 6;

/// Two dates with what is a span between them, and its characters.
struct Span {
    first: Date,
    last: Date,
    from: usize,
    to: usize,
}

/// Spans, periods and works that their own dates contradict.
pub(crate) fn spans_against_their_dates(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage: &Passage| {
        let spans = spans(&passage.chars);
        let lengths = spans.iter().filter_map(|span| other_length(passage, span));
        let periods = spans.iter().filter_map(|span| outside_period(passage, span));
        let steps = order::steps_out_of_order(passage).into_iter().chain(order::stages_in_text(passage));
        let named = edge_years(passage).into_iter().chain(steps);
        let terms = validity::other_terms(passage).into_iter().chain(quarters::other_months(passage));
        lengths.chain(periods).chain(named).chain(terms).collect::<Vec<_>>()
    };
    let in_texts = reading.passages.iter().flat_map(in_passage);
    in_texts.chain(order::stages_out_of_order(reading)).chain(title_years::other_years(reading)).collect()
}

/// The spans between two dates that a text names, with or without months.
fn spans(chars: &[char]) -> Vec<Span> {
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let span = |from: usize| {
        let first = date_at(chars, from)?;
        let joint = first.end + usize::from(chars.get(first.end) == Some(&'起'));
        let is_joint = chars.get(joint).is_some_and(|c| RANGE_DASHES.contains(*c) || *c == '到');
        let last = date_at(chars, joint + 1).filter(|last| last.is_marked);
        let last = last.or_else(|| month_of(&first, chars, joint + 1)).filter(|_| is_joint)?;
        let to = last.end;
        Some(Span { first, last, from, to })
    };
    starts.filter_map(span).collect()
}

/// The month that begins at a position and is of the year of another date: 2026年1月—12月.
fn month_of(first: &Date, chars: &[char], at: usize) -> Option<Date> {
    let (month, end) = parse_integer(chars, at).filter(|(month, _)| (1..=MONTHS).contains(month))?;
    let is_month = first.parts.len() == 2 && chars.get(end) == Some(&'月');
    Some(Date::of_month(*first.parts.first()?, month, end + 1)).filter(|_| is_month)
}

/// A number of years before the dates in brackets, or behind them as their duration, that is not what lies between them.
fn other_length(passage: &Passage, span: &Span) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let is_bracketed = span.from.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(|c| matches!(c, '（' | '('));
    let stated = if is_bracketed {
        years_before(chars, span.from - 1).map(|(from, years)| (from, span.to, years * MONTHS, years))
    } else {
        let behind = duration_behind(chars, span.to).map(|(to, months, years)| (span.from, to, months, years));
        behind.or_else(|| duration_before(chars, span.from).map(|(from, years)| (from, span.to, years * MONTHS, years)))
    };
    let (from, to, months, years) = stated?;
    let [start, end] = [&span.first, &span.last].map(|date| (date.parts.first().copied(), date.parts.get(1).copied()));
    let (first, last) = (start.0?, end.0?);
    let is_wrong = match (start.1, end.1) {
        (Some(first_month), Some(last_month)) => {
            let lasts = (last * MONTHS + last_month).checked_sub(first * MONTHS + first_month)?;
            lasts.abs_diff(months) > MONTHS_OFF
        }
        // Both years may be counted: three years are 2026—2028, and 2025—2028 from its end.
        _ => years > 0 && !matches!((last.checked_sub(first)? + 1).checked_sub(years), Some(0 | 1)),
    };
    is_wrong.then(|| {
        let citation = passage.cite(from, to);
        FindingDraft::new(Confidence::Medium, times::wrong_duration(&citation.quote), [citation])
    })
}

/// The number of years that stands last before a position in its clause, and where it begins: 四年（.
fn years_before(chars: &[char], end: usize) -> Option<(usize, u32)> {
    let start = end.saturating_sub(REACH);
    let at = (start..end).rev().find(|at| chars.get(*at) == Some(&'年'))?;
    let words = chars.get(at + 1..end)?;
    let before = chars.get(..at)?;
    let is_numeral = |c: &&char| c.is_ascii_digit() || numeral::is_numeral_char(**c);
    let n_digits = before.iter().rev().take_while(is_numeral).count();
    let digits: String = before.get(at - n_digits..)?.iter().collect();
    let years = digits.parse().ok().or_else(|| numeral::parse(&digits))?;
    // 第三年, 每三年, and “十四五”前三年 name no whole span.
    let is_other =
        at.checked_sub(n_digits + 1).and_then(|at| chars.get(at)).is_some_and(|c| BEFORE_OTHER_YEARS.contains(*c));
    // 近三年（2021—2023年） names them.
    let is_near = words.is_empty() && before.get(at - n_digits - 1) == Some(&'近');
    let is_span = (2..=MOST_YEARS).contains(&years) && words.iter().all(|c| is_han(*c)) && (!is_other || is_near);
    is_span.then_some((at - n_digits, years))
}

/// A number of years before a span that lasts so long: 为期五年，从2026年1月起至2028年12月止.
fn duration_before(chars: &[char], at: usize) -> Option<(usize, u32)> {
    let before: String = chars.get(at.saturating_sub(REACH)..at)?.iter().collect();
    let head = START_YEAR_PREFIXES.strip_suffix(&before).unwrap_or(&before).strip_suffix(['，', '：'])?;
    let (lead, years) = DURATIONS.iter().find_map(|word| head.rsplit_once(word))?;
    let digits = years.strip_prefix('为').unwrap_or(years).strip_suffix('年')?;
    let years =
        digits.parse().ok().or_else(|| numeral::parse(digits)).filter(|years| (2..=MOST_YEARS).contains(years))?;
    let lead = lead.chars().count();
    Some((at - before.chars().count() + lead, years))
}

/// The number of years that some words begin with: 五年，至.
fn number_of_years(words: &str) -> Option<u32> {
    let (digits, _) = words.split_once('年')?;
    digits.parse().ok().or_else(|| numeral::parse(digits)).filter(|years| (1..=MOST_YEARS).contains(years))
}

/// The months that a duration behind a position comes to, with the years where it is one of years, and the position behind it:
/// ，工期四年.
fn duration_behind(chars: &[char], at: usize) -> Option<(usize, u32, u32)> {
    let rest: String = chars.iter().skip(at).take(REACH).collect();
    let words = rest.trim_start_matches('止').strip_prefix('，')?;
    let is_sum = SPAN_SUMS.begins(words);
    let words = SPAN_SUMS.strip_prefix(words).unwrap_or(words);
    let number = DURATIONS.strip_prefix(words).or(is_sum.then_some(words))?;
    let number = number.strip_prefix('为').unwrap_or(number);
    let digits: String = number.chars().take_while(|c| c.is_ascii_digit() || numeral::is_numeral_char(*c)).collect();
    let value = digits.parse().ok().or_else(|| numeral::parse(&digits)).filter(|value| *value < 100)?;
    let unit = number.get(digits.len()..)?;
    let (months, years, unit) = match () {
        () if unit.starts_with("个月") => (value, 0, "个月"),
        () if unit.starts_with('年') => (value * MONTHS, value, "年"),
        () => return None,
    };
    let before = rest.chars().count() - number.chars().count();
    Some((at + before + digits.chars().count() + unit.chars().count(), months, years))
}

/// Years in brackets behind the name of a five-year plan of which the first or the last lies outside of it.
fn outside_period(passage: &Passage, span: &Span) -> Option<FindingDraft> {
    let before: String = passage.chars.get(span.from.saturating_sub(REACH)..span.from)?.iter().collect();
    let named = before.strip_suffix(['（', '(', '即']).or_else(|| EXPLAINING_OPENINGS.strip_suffix(&before))?;
    let named = PERIOD_SPANS.strip_suffix(named).unwrap_or(named);
    let named = named.strip_suffix('”').unwrap_or(named);
    let (name, end) = FIVE_YEAR_PLANS.iter().find(|(name, _)| named.ends_with(name))?;
    let (first, last) = (*span.first.parts.first()?, *span.last.parts.first()?);
    let end = u32::from(*end);
    let is_outside = first + BEFORE_LAST < end || last > end;
    is_outside.then(|| {
        let lead = before.rfind(name).and_then(|at| before.get(at..)).map_or(0, |words| words.chars().count());
        let what = times::outside_period(name, end - BEFORE_LAST, end, first, last);
        FindingDraft::new(Confidence::High, what, [passage.cite(span.from - lead, span.to)])
    })
}

/// Years that are said to be the first or the last of a five-year plan, and are not: “十四五”开局之年的2020年, 2024年是“十四五”收官之年.
fn edge_years(passage: &Passage) -> Vec<FindingDraft> {
    let text = passage.text;
    let mut drafts = Vec::new();
    for (name, end) in FIVE_YEAR_PLANS.iter() {
        for (at, _) in text.match_indices(name) {
            let behind = text.get(at + name.len()..).unwrap_or_default().trim_start_matches('”');
            let behind = behind.strip_prefix("规划").unwrap_or(behind);
            let behind = behind.strip_prefix('的').unwrap_or(behind);
            let edge = |words: &Words, year: u32| Some((words.strip_prefix(behind)?, year));
            let end = u32::from(*end);
            // “十五五”末（2029年）: the end of a period is the end of its last year.
            let at_end = || edge(&PERIOD_ENDS, end).filter(|(rest, _)| rest.starts_with(['（', '的', '即']));
            let edge = edge(&FIRST_YEARS, end - BEFORE_LAST).or_else(|| edge(&LAST_YEARS, end)).or_else(at_end);
            let Some((rest, year)) = edge else { continue };
            let start = text.get(..at).map_or(0, |before| before.chars().count());
            let stop = passage.chars.len() - rest.chars().count();
            let digits = rest.trim_start_matches(|c| BEFORE_NAMED_YEARS.contains(c)).chars().count();
            let behind = date_at(&passage.chars, passage.chars.len() - digits).filter(|date| date.is_marked);
            let stated = behind.map(|date| (start, date.end, date)).or_else(|| {
                let (from, date) = year_is_before(&passage.chars, start)?;
                Some((from, stop, date))
            });
            let Some((from, to, date)) = stated.filter(|(.., date)| date.parts.first() != Some(&year)) else {
                continue;
            };
            let printed = date.parts.first().copied().unwrap_or_default();
            let what = times::wrong_edge_year(name, year, printed);
            drafts.push(FindingDraft::new(Confidence::High, what, [passage.cite(from, to)]));
        }
    }
    drafts
}

/// The year that a text says something is, directly before a position: 2024年是“.
fn year_is_before(chars: &[char], at: usize) -> Option<(usize, Date)> {
    let before: String = chars.get(..at)?.iter().collect();
    let head = before.strip_suffix('“').unwrap_or(&before);
    let head = head.strip_suffix(['是', '为', '系'])?;
    let digits = head.strip_suffix('年')?.chars().rev().take_while(char::is_ascii_digit).count();
    let from = head.chars().count().checked_sub(digits + 1)?;
    Some((from, date_at(chars, from)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn lengths_and_periods() {
        check(
            spans_against_their_dates,
            &[
                ("一、项目\n建设周期四年（2026年3月—2028年3月）。\n", &["[2] 四年（2026年3月—2028年3月"]),
                ("一、项目\n启动三年培养行动（2026—2030年）。\n", &["[2] 三年培养行动（2026—2030年"]),
                ("一、项目\n建设期为2026年3月至2028年3月，工期四年。\n", &["[2] 2026年3月至2028年3月，工期四年"]),
                (
                    "一、项目\n三年行动计划（2023—2025年），第十五个五年规划（2026—2030年），工程为期2年（2026年3月至2028年2月）。\n",
                    &[],
                ),
                ("一、项目\n建设期为2026年3月至2028年3月，工期24个月。每三年（2026—2030年）评估。\n", &[]),
                (
                    "一、项目\n行动为期五年，从2026年1月起至2028年12月止。\n",
                    &["[2] 为期五年，从2026年1月起至2028年12月"],
                ),
                ("一、项目\n近三年（2021—2025年）新增床位。\n", &["[2] 三年（2021—2025年"]),
                ("一、项目\n规划期为2021—2035年，共计10年。\n", &["[2] 2021—2035年，共计10年"]),
                ("一、项目\n规划期为2021—2035年，共15年。行动为期三年，从2026年1月起至2028年12月止。\n", &[]),
                ("一、背景\n“十五五”时期是2026年至2031年，很关键。\n", &["[2] 十五五”时期是2026年至2031年"]),
                ("一、背景\n“十五五”时期（2025—2030年）是关键阶段。\n", &["[2] 十五五”时期（2025—2030年"]),
                (
                    "一、背景\n“十五五”时期（2026—2030年），“十四五”规划（2021—2025年），“十五五”（2026—2028年）。\n",
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn edges_and_works() {
        check(
            spans_against_their_dates,
            &[
                ("一、回顾\n“十四五”开局之年的2020年，率先试行。\n", &["[2] 十四五”开局之年的2020年"]),
                ("一、目标\n到“十五五”末（2029年），更加完善。\n", &["[2] 十五五”末（2029年"]),
                ("一、目标\n到“十五五”末（2030年），更加完善。到“十五五”末，2035年再提高。\n", &[]),
                ("一、回顾\n2024年是“十四五”规划收官之年。\n", &["[2] 2024年是“十四五”规划收官之年"]),
                ("一、回顾\n2021年是“十四五”开局之年，“十四五”收官之年的2025年，“十五五”开局之年。\n", &[]),
                ("一、项目\n卫生院于2027年9月开工建设，2027年3月竣工投用。\n", &["[2] 2027年9月开工建设，2027年3月"]),
                ("一、项目\n卫生院于2026年9月开工建设，2027年3月竣工。甲院2027年9月开工。乙院2027年3月竣工。\n", &[]),
            ],
        );
    }
}
