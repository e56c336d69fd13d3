//! Years, months and days that cannot be: a period that runs backwards, a month above twelve, a day that its month does not
//! have, a baseline after its target.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::parse_integer;
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::punctuation::RANGE_DASHES;
use crate::model::{Column, ColumnRole, Confidence, Table, ValueKind};
use crate::words::findings::times;

/// The years that a plan can name.
const YEARS: std::ops::RangeInclusive<u32> = 1949..=2100;

/// Impossible periods and dates of the text, impossible columns of tables.
pub(crate) fn impossible_years(reading: &Reading) -> Vec<FindingDraft> {
    let in_text = reading.passages.iter().flat_map(in_passage);
    let region = reading.plan.region.as_ref();
    let in_tables = reading.plan.tables().filter_map(|table| in_columns(table, region));
    in_text.chain(in_tables).collect()
}

/// A table whose target is for an earlier year than its last baseline.
fn in_columns(table: &Table, region: Option<&String>) -> Option<FindingDraft> {
    let own_columns = |kind: ValueKind| {
        let columns = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
        columns.filter(move |column| column.kind == Some(kind) && column.scope.as_ref() == region)
    };
    let dated = own_columns(ValueKind::Baseline).filter(|column| column.year.is_some());
    let start = dated.max_by_key(|column| column.year)?;
    let is_earlier = |target: &&Column| target.year.is_some_and(|year| Some(year) < start.year);
    let target = own_columns(ValueKind::Target).find(is_earlier)?;
    let what = times::target_before_base(&target.header, &start.header);
    let cite =
        |header: &str| Citation { line: table.lines[0], node: Some(table.node.clone()), quote: header.to_owned() };
    Some(FindingDraft::new(Confidence::Medium, what, [cite(&target.header), cite(&start.header)]))
}

fn in_passage(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let mut drafts = Vec::new();
    for at in (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1))) {
        if let Some(end) = year_of_five(chars, at) {
            let citation = passage.cite(at, end);
            drafts.push(FindingDraft::new(Confidence::High, times::no_year(&citation.quote), [citation]));
        }
        let Some(first) = date_at(chars, at) else { continue };
        let is_period = chars.get(first.end).is_some_and(|c| RANGE_DASHES.contains(*c) || *c == '到');
        let last = date_at(chars, first.end + 1).filter(|last| is_period && last.is_marked && first.is_after(last));
        if let Some(last) = last {
            let citation = passage.cite(at, last.end);
            let what = times::ends_before_start(&citation.quote);
            drafts.push(FindingDraft::new(Confidence::High, what, [citation]));
        }
        let (is_marked, end) = (first.is_marked, first.end_of_year);
        if let Some((month, to)) = parse_integer(chars, end).filter(|_| is_marked)
            && chars.get(to) == Some(&'月')
            && !(1..=12).contains(&month)
        {
            drafts.push(FindingDraft::new(Confidence::High, times::no_month(month), [passage.cite(at, to + 1)]));
        }
    }
    drafts.extend(
        (0..chars.len()).filter(|at| chars.get(*at) == Some(&'月')).filter_map(|at| impossible_day(passage, at)),
    );
    drafts
}

/// The end of a year of five digits that begins at a position: 20225年.
fn year_of_five(chars: &[char], at: usize) -> Option<usize> {
    let n_digits = chars.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    let is_year =
        n_digits == 5 && matches!(chars.get(at..at + 2), Some(['2', '0'])) && chars.get(at + n_digits) == Some(&'年');
    is_year.then_some(at + n_digits + 1)
}

/// A year that a text names, with the month and the day that stand behind it.
pub(super) struct Date {
    /// Year, month and day, as far as they are named.
    pub(super) parts: Vec<u32>,
    /// Whether 年 stands behind the year.
    pub(super) is_marked: bool,
    pub(super) end_of_year: usize,
    /// The position behind its last character.
    pub(super) end: usize,
}

impl Date {
    /// A month whose year is not printed with it, which ends before `end`.
    pub(super) fn of_month(year: u32, month: u32, end: usize) -> Self {
        Self { parts: vec![year, month], is_marked: true, end_of_year: end, end }
    }

    /// Whether it is after another one, as far as both are named.
    pub(super) fn is_after(&self, other: &Self) -> bool {
        let n_common = self.parts.len().min(other.parts.len());
        self.parts.get(..n_common) > other.parts.get(..n_common)
    }
}

/// The date that begins at a position with its year.
pub(super) fn date_at(chars: &[char], at: usize) -> Option<Date> {
    let (year, end) = parse_integer(chars, at).filter(|(year, _)| YEARS.contains(year))?;
    let is_marked = chars.get(end) == Some(&'年');
    let end = end + usize::from(is_marked);
    let mut date = Date { parts: vec![year], is_marked, end_of_year: end, end };
    for mark in ['月', '日'].into_iter().take_while(|_| is_marked) {
        let part = parse_integer(chars, date.end).filter(|(_, to)| *to > date.end && chars.get(*to) == Some(&mark));
        let Some((part, to)) = part else { break };
        date.parts.push(part);
        date.end = to + 1;
    }
    Some(date)
}

/// A day that its month does not have, with the month that ends at a position: 2月30日. Without a year, February has 29.
fn impossible_day(passage: &Passage, at: usize) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let from = start_of_digits(chars, at);
    let (month, _) = parse_integer(chars, from).filter(|_| from < at)?;
    let (day, to) = parse_integer(chars, at + 1).filter(|(_, to)| chars.get(*to) == Some(&'日'))?;
    let before = from.checked_sub(1).filter(|before| chars.get(*before) == Some(&'年'));
    let year = before.and_then(|before| parse_integer(chars, start_of_digits(chars, before)));
    let is_leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let most = match month {
        2 if year.is_some_and(|(year, _)| !is_leap(year)) => 28,
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let cited = before.map_or(from, |before| start_of_digits(chars, before));
    let is_wrong = day == 0 || day > most;
    is_wrong.then(|| FindingDraft::new(Confidence::High, times::no_day(month, day), [passage.cite(cited, to + 1)]))
}

/// The position of the first of the digits before a position; the position itself where none stands there.
fn start_of_digits(chars: &[char], end: usize) -> usize {
    let digits = chars.get(..end).unwrap_or_default().iter().rev().take_while(|c| c.is_ascii_digit());
    end - digits.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn years_and_months_that_cannot_be() {
        check(
            impossible_years,
            &[
                ("一、依据\n按《方案（2030—2025年）》执行。\n", &["[2] 2030—2025年"]),
                ("一、依据\n按2025—2030年方案，自2025年13月起执行。\n", &["[2] 2025年13月"]),
                (
                    "一、依据\n2026年2月29日前编制，2028年2月29日前评估，6月31日前公布。\n",
                    &["[2] 2026年2月29日", "[2] 6月31日"],
                ),
                ("一、依据\n建设期为2027年11月至2027年3月。\n", &["[2] 2027年11月至2027年3月"]),
                ("一、依据\n建设期自2027年10月到2026年8月31日。\n", &["[2] 2027年10月到2026年8月31日"]),
                ("一、依据\n建设期为2026年11月至2027年3月，培训期为2027年3月至2027年3月15日。\n", &[]),
                ("一、依据\n按国卫发2021—1号文，自2025年12月起执行。\n", &[]),
            ],
        );
    }
}
