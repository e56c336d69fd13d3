//! Totals of tables that their parts do not come to: a row 合计 below the rows that it adds up, and a column 合计 beside the
//! columns of the years, or any column that two others add up to.
//!
//! A table tells by its other columns and rows whether a total is the sum of what stands there: where none of them adds up,
//! the total is of something else, and nothing is told.

mod columns;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::count::PART_OPENINGS;
use crate::lexicon::table::{MEAN_HEADERS, SHARE_HEADERS, SUBTOTALS, TOTAL_HEADERS, TOTALS};
use crate::model::Confidence;
use crate::text::fold::squeeze;
use crate::words::findings::figures;

/// Fewest parts that a total is the sum of.
const FEWEST_PARTS: usize = 2;

/// By how many times a total may differ from its sum; a larger difference rather is of other things.
const MOST_TIMES: f64 = 2.0;

/// What a sum of printed decimals may be off besides their rounding.
const TOLERANCE: f64 = 1e-6;

/// All shares of a whole, in percent.
const WHOLE: f64 = 100.0;

/// The most rows of one table that are read.
const MOST_ROWS: usize = 2000;

/// Totals in rows and in columns that are another number than their parts come to.
pub(crate) fn wrong_totals(reading: &Reading) -> Vec<FindingDraft> {
    let tables = reading.rows.chunk_by(|one, next| one.table.id == next.table.id);
    tables
        .flat_map(|rows| {
            let rows = rows.get(..MOST_ROWS.min(rows.len())).unwrap_or_default();
            let totals = in_rows(rows).into_iter().chain(in_columns(rows));
            totals.chain(columns::wrong_sums_of_columns(rows)).collect::<Vec<_>>()
        })
        .collect()
}

/// A total that is another number than its parts come to.
struct Wrong {
    sum: f64,
    total: Citation,
    /// What the finding calls the total: its row and its column.
    name: String,
    label: Citation,
    confidence: Confidence,
}

impl Wrong {
    fn draft(self) -> FindingDraft {
        let Self { sum, total, name, label, confidence } = self;
        let what = figures::wrong_total(name, total.quote.trim(), round(sum));
        FindingDraft::new(confidence, what, [label, total])
    }
}

/// The words that a row of a total is named by, in whichever column they stand; `None` for any other row.
fn total_label<'r>(row: &'r TableRow) -> Option<&'r str> {
    let printed =
        [Some(row.row.name.as_str()), row.row.number.as_deref(), row.row.unit.as_deref(), row.row.domain.as_deref()];
    let first = printed.into_iter().flatten().find(|text| text.contains(char::is_alphanumeric))?;
    let words = squeeze(first);
    let is_total = TOTALS.contains(&words) || SUBTOTALS.contains(&words);
    // A group that is filled down names no total.
    let is_own = !row.row.name.contains(char::is_alphanumeric) || row.row.name == first;
    (is_total && is_own).then_some(first)
}

/// The rows of totals that differ from the rows above them; where none stand above, from those below.
fn in_rows(rows: &[TableRow]) -> Vec<FindingDraft> {
    let is_part_of_part = |row: &TableRow| PART_OPENINGS.begins(row.row.name.trim());
    if rows.iter().any(is_part_of_part) {
        return Vec::new();
    }
    let mut drafts = Vec::new();
    let (mut since_subtotal, mut all, mut subtotals): (Vec<&TableRow>, Vec<&TableRow>, Vec<&TableRow>) =
        Default::default();
    for (at, row) in rows.iter().enumerate() {
        let Some(label) = total_label(row) else {
            since_subtotal.push(row);
            all.push(row);
            continue;
        };
        let behind = || rows.iter().skip(at + 1).take_while(|row| total_label(row).is_none()).collect::<Vec<_>>();
        if SUBTOTALS.contains(&squeeze(label))
            && rows.iter().any(|row| total_label(row).is_some_and(|words| TOTALS.contains(&squeeze(words))))
        {
            let parts = if since_subtotal.is_empty() { behind() } else { std::mem::take(&mut since_subtotal) };
            drafts.extend(wrong_columns(row, label, &[&parts]));
            subtotals.push(row);
        } else {
            let parts = if all.is_empty() { behind() } else { std::mem::take(&mut all) };
            drafts.extend(wrong_columns(row, label, &[&parts, &subtotals]));
            since_subtotal.clear();
            subtotals.clear();
        }
    }
    drafts
}

/// The columns in which the row of a total differs from each of the lists of its parts, if not all of them do.
fn wrong_columns(total: &TableRow, label: &str, lists: &[&[&TableRow]]) -> Vec<FindingDraft> {
    let counts_alike = |parts: &&&[&TableRow]| {
        parts.iter().skip(1).all(|part| part.row.unit == parts.first().and_then(|first| first.row.unit.clone()))
    };
    let lists: Vec<&[&TableRow]> = lists.iter().filter(counts_alike).copied().collect();
    let mut n_right = 0;
    let mut wrong = Vec::new();
    for (column, cell) in total.cells.iter().enumerate() {
        // The shares of all parts add up, to a hundred.
        let is_whole = SHARE_HEADERS.is_in(&cell.value.header) && cell.value.number == Some(WHOLE);
        if is_mean(&cell.value.header) && !is_whole {
            continue;
        }
        let sums: Vec<Sum> =
            lists.iter().filter_map(|parts| Sum::of(cell, parts.iter().map(|part| part.cells.get(column)))).collect();
        match sums.iter().find(|sum| !sum.is_right) {
            _ if sums.iter().any(|sum| sum.is_right) => n_right += 1,
            Some(sum) => wrong.push((sum.sum, cell)),
            None => {}
        }
    }
    if wrong.len() > 1 && n_right == 0 {
        return Vec::new();
    }
    let confidence = if n_right > 0 { Confidence::High } else { Confidence::Medium };
    let place = Citation { quote: label.to_owned(), line: total.row.lines[0], node: total.name.node.clone() };
    let drafts = wrong.into_iter().filter(|(sum, cell)| is_near(*sum, cell.value.number)).map(|(sum, cell)| {
        let name = format!("{label}·{}", cell.value.header);
        Wrong { sum, total: cell.citation.clone(), name, label: place.clone(), confidence }.draft()
    });
    drafts.collect()
}

/// The rows whose cell in a column of totals differs from the cells beside it, if more rows add up.
fn in_columns(rows: &[TableRow]) -> Vec<FindingDraft> {
    let Some(first) = rows.first() else { return Vec::new() };
    let headers: Vec<String> = first.cells.iter().map(|cell| squeeze(&cell.value.header)).collect();
    let is_total = |header: &String| TOTAL_HEADERS.begins(header) || TOTALS.contains(header);
    let Some(column) = headers.iter().position(is_total) else { return Vec::new() };
    let spans = [(0, column), (column + 1, headers.len()), (0, headers.len())];
    let found = spans.into_iter().find_map(|(from, to)| {
        let others: Vec<usize> = (from..to).filter(|at| *at != column).collect();
        let by_row = rows.iter().filter_map(|row| {
            let parts = others.iter().map(|at| row.cells.get(*at));
            let cell = row.cells.get(column)?;
            Some((row, cell, Sum::of(cell, parts)?))
        });
        let (right, wrong): (Vec<_>, Vec<_>) = by_row.partition(|(_, _, sum)| sum.is_right);
        (right.len() > wrong.len() || right.len() == 1 && wrong.len() == 1).then_some(wrong)
    });
    let near = found.unwrap_or_default().into_iter().filter(|(_, cell, sum)| is_near(sum.sum, cell.value.number));
    near.map(|(row, cell, sum)| {
        let label = row.name.clone();
        let name = format!("{}·{}", row.row.name, cell.value.header);
        Wrong { sum: sum.sum, total: cell.citation.clone(), name, label, confidence: Confidence::High }.draft()
    })
    .collect()
}

/// What the parts of a total come to.
struct Sum {
    sum: f64,
    is_right: bool,
}

impl Sum {
    /// Adds up some cells; `None` where the total or one of them is no plain number, or too few are printed.
    fn of<'c>(total: &Cell, parts: impl Iterator<Item = Option<&'c Cell>>) -> Option<Self> {
        let total = plain_number(total)?;
        let printed: Vec<&Cell> = parts.flatten().filter(|cell| !is_blank(cell)).collect();
        let numbers: Vec<(f64, f64)> = printed.into_iter().map(plain_number).collect::<Option<_>>()?;
        let sum = numbers.iter().map(|(number, _)| number).sum::<f64>();
        let rounding = numbers.iter().map(|(_, half)| half).sum::<f64>() + total.1 + TOLERANCE;
        (numbers.len() >= FEWEST_PARTS).then_some(Self { sum, is_right: (sum - total.0).abs() <= rounding })
    }
}

/// Whether nothing or only a dash is printed in a cell.
fn is_blank(cell: &Cell) -> bool {
    !cell.value.raw.as_deref().is_some_and(|raw| raw.contains(char::is_alphanumeric))
}

/// A cell that holds nothing but a number, with half of its last decimal, by which it may be rounded; whole numbers are exact.
fn plain_number(cell: &Cell) -> Option<(f64, f64)> {
    let raw = cell.value.raw.as_deref()?.trim().replace(',', "");
    let number = raw.parse().ok().filter(|_| raw.starts_with(|c: char| c.is_ascii_digit()))?;
    let decimals = raw.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let half = if decimals == 0 { 0.0 } else { 0.5 * 0.1_f64.powi(i32::try_from(decimals).ok()?) };
    Some((number, half))
}

/// Whether a column holds shares or means, which are not added up.
fn is_mean(header: &str) -> bool {
    MEAN_HEADERS.is_in(header)
}

/// Whether a sum is of the size of its total.
fn is_near(sum: f64, total: Option<f64>) -> bool {
    total.is_some_and(|total| sum < total * MOST_TIMES - TOLERANCE && total < sum * MOST_TIMES - TOLERANCE)
}

/// A sum without the digits that adding leaves behind.
fn round(sum: f64) -> f64 {
    (sum * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn rows_of_totals() {
        let table = |header: &str, rows: &str| format!("一、安排\n甲。\n\n安排表\n\n{header}\n{rows}\n");
        let beds = "序号\t建设单位\t新增床位（张）";
        let places = "县（区）\t2026年\t2027年";
        for (header, rows, expected) in [
            (beds, "1\t县医院\t200\n2\t中医院\t120\n合计\t\t350", &["[9] 合计 | 350"][..]),
            (places, "东区\t320\t360\n西区\t280\t300\n合计\t600\t680", &["[9] 合计 | 680"]),
            (places, "合计\t600\t680\n东区\t320\t360\n西区\t280\t300", &["[7] 合计 | 680"]),
            (
                places,
                "东区\t30\t60\n西区\t20\t30\n小计\t50\t90\n南区\t10\t20\n北区\t10\t10\n小计\t20\t40\n合计\t70\t120",
                &["[12] 小计 | 40"],
            ),
            // It adds up; a mean; other things; two totals that are none; parts of parts.
            (beds, "1\t县医院\t200\n2\t中医院\t120\n合计\t\t320", &[]),
            ("单位\t每千人口床位", "东区\t3.2\n西区\t4.1\n合计\t3.6", &[]),
            (beds, "1\t县医院\t200\n2\t中医院\t120\n合计\t\t3200", &[]),
            (places, "东区\t320\t360\n西区\t280\t300\n合计\t500\t600", &[]),
            (places, "东区\t320\t360\n其中：城东\t280\t300\n合计\t320\t350", &[]),
        ] {
            check(wrong_totals, &[(&table(header, rows), expected)]);
        }
    }

    #[test]
    fn columns_of_totals() {
        let table = |last: &str| {
            format!(
                "一、安排\n甲。\n\n安排表\n\n项目\t2026年\t2027年\t合计\n设备\t300\t400\t700\n培训\t120\t150\t270\n{last}\n"
            )
        };
        check(
            wrong_totals,
            &[
                (&table("平台\t80\t60\t160"), &["[9] 平台 | 160"]),
                (&table("平台\t80\t60\t140"), &[]),
                (&table("平台\t80\t—\t120"), &[]),
            ],
        );
    }
}
