//! Values of table rows that say nothing: one that refers to an empty cell of the province, words under a unit of numbers,
//! a change of something for which neither a unit nor a base is printed.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::metric::{SHARE_ENDINGS, WITHOUT_UNIT};
use crate::lexicon::unit::MEASURES;
use crate::lexicon::value::{BARE_VALUE_MARKS, COMPLETIONS, PROVINCE_STANDARDS, TRENDS};
use crate::model::{Confidence, Value, ValueKind};
use crate::registry::indicator::is_relative;

/// The share of rows, in tenths, that must print a unit for a row without one to be told.
const USUAL_TENTHS: usize = 6;

/// Words before the year that a change is counted from: 比2015年降低10%.
const BASES_OF_CHANGES: [&str; 3] = ["比", "较", "基础上"];

/// Own targets that refer to the province's value where the province's cell for the year is empty: one finding a table.
pub(crate) fn references_to_empty_cells(reading: &Reading) -> Vec<FindingDraft> {
    let mut by_table: Vec<(&str, usize, Vec<Citation>)> = Vec::new();
    for row in &reading.rows {
        let Some(cell) = row.own_cells().find(|cell| refers_to_empty(row, cell)) else { continue };
        match by_table.last_mut().filter(|(table, ..)| *table == row.table.id) {
            Some((_, n_rows, citations)) => {
                *n_rows += 1;
                citations.push(row.name.clone());
            }
            None => by_table.push((&row.table.id, 1, row.cite_with(&cell.citation).to_vec())),
        }
    }
    let draft = |(_, n_rows, citations): (&str, usize, Vec<Citation>)| {
        let what = format!("目标值写按省的要求，而同表省一栏没有数值，共{n_rows}行，目标无从确定");
        FindingDraft::new(Confidence::Medium, what, citations)
    };
    by_table.into_iter().map(draft).collect()
}

fn refers_to_empty(row: &TableRow, cell: &Cell) -> bool {
    if !refers_to_province(&cell.value) {
        return false;
    }
    let is_province = |other: &&Cell| {
        let scope = other.value.scope.as_deref().unwrap_or_default();
        !other.is_own && scope.ends_with('省') && other.value.year == cell.value.year
    };
    let mut provinces = row.cells.iter().filter(is_province).peekable();
    provinces.peek().is_some() && provinces.all(|province| is_empty(&province.value))
}

/// Whether a value names the province's as its own: 达到省的指标要求.
fn refers_to_province(value: &Value) -> bool {
    let raw = value.raw.as_deref().unwrap_or_default();
    value.number.is_none() && raw.contains('省') && PROVINCE_STANDARDS.is_in(raw)
}

fn is_empty(value: &Value) -> bool {
    value.number.is_none() && value.raw.as_deref().is_none_or(|raw| !raw.chars().any(char::is_alphanumeric))
}

/// Rows with a unit of numbers whose own values are all words that no number can take the place of.
pub(crate) fn words_under_unit(reading: &Reading) -> Vec<FindingDraft> {
    let in_row = |row: &TableRow| {
        let unit = row.row.unit.as_deref().filter(|unit| !matches!(*unit, "-" | "—" | "--"))?;
        let values: Vec<&Cell> = row.own_cells().filter(|cell| !is_empty(&cell.value)).collect();
        let holds_digit = |cell: &&Cell| cell.citation.quote.contains(|c: char| c.is_ascii_digit());
        if values.is_empty()
            || values.iter().any(holds_digit)
            || values.iter().all(|cell| refers_to_province(&cell.value))
        {
            return None;
        }
        let completion = values.iter().rev().find(|cell| COMPLETIONS.is_in(&cell.citation.quote))?;
        let is_trend = TRENDS.is_in(&completion.citation.quote) && !completion.citation.quote.contains("实现");
        let what = format!("“{}”的单位为{unit}，而目标只有文字，没有数值", row.row.name);
        (!is_trend)
            .then(|| FindingDraft::new(Confidence::Medium, what, values.iter().map(|cell| cell.citation.clone())))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Rows for which neither a unit nor a base is printed, so that nobody can say what is to be reached.
pub(crate) fn neither_unit_nor_base(reading: &Reading) -> Vec<FindingDraft> {
    let mut counts: HashMap<&str, [usize; 2]> = HashMap::new();
    for row in &reading.rows {
        let [n_rows, n_units] = counts.entry(&row.table.id).or_default();
        *n_rows += 1;
        *n_units += usize::from(row.row.unit.is_some());
    }
    let with_base: HashSet<&str> = reading
        .rows
        .iter()
        .filter(|row| changes(row).into_iter().any(names_base))
        .map(|row| row.table.id.as_str())
        .collect();
    let in_row = |row: &TableRow| {
        let [n_rows, n_units] = counts.get(row.table.id.as_str())?;
        let is_unit_usual = n_units * 10 >= n_rows * USUAL_TENTHS;
        if row.row.unit.is_some() || WITHOUT_UNIT.ends(&bare_name(row)) {
            return None;
        }
        let has_sisters = is_unit_usual || with_base.contains(row.table.id.as_str());
        let change = baseless_change(row).filter(|_| has_sisters);
        change.or_else(|| bare_numbers(row).filter(|_| is_unit_usual))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// The name without what stands in brackets at its end.
fn bare_name(row: &TableRow) -> String {
    let name = row.row.name.trim();
    name.split(['（', '(']).next().unwrap_or(name).trim().to_owned()
}

/// The own targets of a row that are changes.
fn changes<'r>(row: &'r TableRow) -> Vec<&'r Cell> {
    row.own_cells_of(ValueKind::Target).filter(|cell| is_relative(&cell.value)).collect()
}

/// Whether a change says what it is counted from.
fn names_base(cell: &Cell) -> bool {
    BASES_OF_CHANGES.iter().any(|word| cell.citation.quote.contains(word))
}

/// A row whose target is a change of something that has no number in the row, and that names no base.
fn baseless_change(row: &TableRow) -> Option<FindingDraft> {
    let targets = changes(row);
    let has_base = row.own_cells().any(Cell::is_absolute);
    let first = targets.first().filter(|_| !has_base && !targets.iter().any(|cell| names_base(cell)))?;
    let what = format!("“{}”只写变化幅度（{}），没有计量单位，也没有基期", row.row.name, first.citation.quote.trim());
    Some(FindingDraft::new(Confidence::Medium, what, [row.name.clone()]))
}

/// A row of bare numbers, where neither the name nor the values say what is counted. Shares are left to the rule on
/// units, as they are in % all the same.
fn bare_numbers(row: &TableRow) -> Option<FindingDraft> {
    let is_bare = |cell: &Cell| {
        let raw = cell.citation.quote.trim();
        !raw.is_empty() && raw.chars().all(|c| c.is_ascii_digit() || BARE_VALUE_MARKS.contains(c))
    };
    let values: Vec<&Cell> = row.own_cells().filter(|cell| !is_empty(&cell.value)).collect();
    let names_unit = MEASURES.iter().any(|measure| row.row.name.ends_with(&format!("（{measure}）")));
    let is_share = SHARE_ENDINGS.ends(&bare_name(row));
    let first = values.first().filter(|_| values.iter().all(|cell| is_bare(cell)) && !names_unit && !is_share)?;
    let what = format!("“{}”有数值而没有单位，表中其他指标多印有单位", row.row.name);
    Some(FindingDraft::new(Confidence::Medium, what, row.cite_with(&first.citation)))
}
