//! Changes that the text sets (比2025年提高10个百分点) against the start and the target that a table prints for them.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::change::{COMPARING, EVERY_YEAR, WITH};
use crate::lexicon::unit::POINTS;
use crate::lexicon::value::{OR_LESS, OR_MORE, OR_SO};
use crate::model::{Comparator, Confidence};
use crate::words::findings::figures;

/// What a difference of printed decimals may be off besides their rounding.
const TOLERANCE: f64 = 1e-6;

/// How far a change in percent may lie from the quotient, in percentage points.
const PERCENT_TOLERANCE: f64 = 1.0;

/// Changes of the text that differ from those between two cells of the row of the same metric.
pub(crate) fn changes_against_rows(reading: &Reading) -> Vec<FindingDraft> {
    let changes = reading.text_figures.iter().filter(|figure| figure.is_relative());
    let found = changes
        .filter(|change| !is_beside_value(reading, change))
        .filter_map(|change| reading.rows_like(&change.metric).find_map(|row| against_row(change, row)));
    found.collect()
}

/// Whether the text states the value that a change leads to as well (达到38%，比2025年提高8个百分点), which is compared with the table.
fn is_beside_value(reading: &Reading, change: &Figure) -> bool {
    let is_value = |figure: &&Figure| {
        figure.citation.line == change.citation.line && !figure.is_relative() && figure.year == change.year
    };
    reading.text_figures.iter().filter(is_value).any(|figure| figure.metric.similarity(&change.metric).is_some())
}

fn against_row(change: &Figure, row: &TableRow) -> Option<FindingDraft> {
    let quote = &change.citation.quote;
    let is_plain =
        !EVERY_YEAR.is_in(quote) && ![&OR_MORE, &OR_LESS, &OR_SO].into_iter().any(|words| words.is_in(&change.raw));
    let is_same = change.metric.similarity(&row.metric).is_some_and(|alike| alike > Similarity::Expanded);
    let base = base_year(quote).filter(|_| is_plain && is_same)?;
    let cell_of = |year: u16| row.own_cells().find(|cell| cell.value.year == Some(year) && cell.is_absolute());
    let (start, end) = (cell_of(base)?, cell_of(change.year.filter(|year| *year > base)?)?);
    let is_exact = |cell: &Cell| matches!(cell.value.comparator, Some(Comparator::Equal) | None);
    let (first, last) = (start.value.number?, end.value.number.filter(|_| is_exact(start) && is_exact(end))?);
    let measure = row.metric.measure(row.row.unit.as_deref());
    let is_percent = measure.as_deref() == Some("%");
    let change_unit = change.unit.as_deref().unwrap_or_default();
    let (real, rounding, unit) = match () {
        () if POINTS.is_in(&change.raw) && is_percent => (last - first, decimals(&[start, end]), "个百分点"),
        () if change_unit == "%" && !is_percent && first > 0.0 => {
            ((last - first) / first * 100.0, PERCENT_TOLERANCE, "%")
        }
        () if measure.as_deref() == Some(change_unit) && !is_percent => {
            (last - first, decimals(&[start, end]), row.row.unit.as_deref().unwrap_or_default())
        }
        () => return None,
    };
    let stated = if change.comparator == Some(Comparator::FallBy) { -change.number } else { change.number };
    ((real - stated).abs() > rounding + TOLERANCE).then(|| {
        let (name, raw) = (&change.metric.name, &change.raw);
        let real = (real.abs() * 1e2).round() / 1e2;
        let (from, to) = (start.citation.quote.trim(), end.citation.quote.trim());
        let what = figures::change_and_row(name, raw, from, to, real, unit);
        let citations = [change.citation.clone(), row.name.clone(), start.citation.clone(), end.citation.clone()];
        FindingDraft::new(Confidence::Medium, what, citations)
    })
}

/// The year that a sentence compares with: 比2025年, 与2025年相比.
fn base_year(quote: &str) -> Option<u16> {
    let mut years = quote.match_indices('年').filter_map(|(at, _)| {
        let head = quote.get(..at)?;
        let digits = head.get(head.len().checked_sub(4)?..)?;
        let before = head.get(..head.len() - 4)?;
        let is_base = COMPARING.ends(before) || before.ends_with(|c| WITH.contains(c));
        digits.parse().ok().filter(|_| is_base)
    });
    years.next_back()
}

/// By how much the difference of two cells may be off, as each may be rounded to its decimals.
fn decimals(cells: &[&Cell]) -> f64 {
    let half = |cell: &&Cell| {
        let raw = cell.value.raw.as_deref().unwrap_or_default();
        let n_decimals =
            raw.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count());
        if n_decimals == 0 { 0.0 } else { i32::try_from(n_decimals).map_or(0.0, |n| 0.5 * 0.1_f64.powi(n)) }
    };
    cells.iter().map(half).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn changes_beside_a_table() {
        let text = |sentence: &str| {
            format!(
                "一、目标\n{sentence}\n\n主要指标\n\n指标\t单位\t2025年\t2030年目标\n居民健康素养水平\t%\t30\t36\n人均预期寿命\t岁\t79.0\t80.5\n"
            )
        };
        for (sentence, expected) in [
            (
                "到2030年，居民健康素养水平比2025年提高10个百分点。",
                &["[2, 7] 到2030年，居民健康素养水平比2025年提高10个百分点 | 居民健康素养水平 | 30 | 36"][..],
            ),
            (
                "到2030年，人均预期寿命较2025年提高0.8岁。",
                &["[2, 8] 到2030年，人均预期寿命较2025年提高0.8岁 | 人均预期寿命 | 79.0 | 80.5"],
            ),
            ("到2030年，居民健康素养水平比2025年提高6个百分点，人均预期寿命比2025年提高1.5岁。", &[]),
            ("到2030年，居民健康素养水平年均提高1个百分点。到2028年，居民健康素养水平比2025年提高4个百分点。", &[]),
        ] {
            check(changes_against_rows, &[(&text(sentence), expected)]);
        }
    }
}
