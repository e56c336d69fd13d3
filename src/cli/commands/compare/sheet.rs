//! One indicator as a sheet: a row for each row of a table and each target of the text, a column for each year and kind
//! of value, and what the program works out at the end.

use crate::analysis::comparison::{CompareRow, Comparison, report};
use crate::analysis::indicators::printed_number::printed_number;

use crate::export::{Sheet, line_range};
use crate::model::{Dataset, Plan, Value, ValueKind};
use crate::words::punctuation::SEMICOLON;
use crate::words::{self, Words, tables};

/// The columns before the values.
const BEFORE: [Words; 5] = [tables::PLAN, tables::FROM, tables::INDICATOR, tables::UNIT, tables::NATURE];

/// The columns behind the values.
const AT_THE_END: [Words; 10] = [
    tables::COMPARABLE,
    tables::WHY_NOT,
    tables::CONVERTED,
    tables::PACE,
    tables::FORMULA,
    tables::MET,
    tables::STRICTNESS,
    tables::STRICTNESS_YEAR,
    tables::TABLE_ID,
    tables::LINES,
];

/// The columns behind a column of values that hold the sign and the remark of its numbers.
const BESIDE: [Words; 2] = [tables::SIGN, tables::REMARK];

/// How a printed value stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cells {
    /// The whole text in one column, as printed.
    Whole,
    /// To calculate with: a lone number in its column, its sign and its remark in the two behind it. What is no lone
    /// number stands as printed.
    Apart,
}

/// A column of values: whose they are (`None` for the plan's own), the year, and what they are.
type Column<'a> = (Option<&'a str>, Option<u16>, Option<ValueKind>);

/// One indicator for a spreadsheet or a program: all rows, and all columns.
pub(super) fn sheet(dataset: &Dataset, one: &Comparison, cells: Cells) -> Sheet {
    let columns = columns(one);
    let mut sheet = Sheet::new(BEFORE);
    for column in &columns {
        let head = head(column);
        let beside = BESIDE.map(|what| tables::beside(&head, what));
        sheet.header.push(head);
        sheet.header.extend(beside.into_iter().filter(|_| cells == Cells::Apart));
    }
    sheet.header.extend(AT_THE_END.map(|word| word.to_string()));
    for row in &one.rows {
        let mut line = before(dataset, row);
        line.extend(columns.iter().flat_map(|column| parts(row, column, cells)));
        line.extend(at_the_end(row));
        sheet.rows.push(line);
    }
    for id in &one.silent {
        let mut line = vec![name(dataset, id), report::Standing::NotListed.name().to_owned()];
        line.resize(sheet.width(), String::new());
        sheet.rows.push(line);
    }
    sheet
}

/// One indicator for a file that is handed in: as [`sheet`], without targets of the text that only repeat a table, the
/// table's id and the columns in which nothing stands.
pub(super) fn sheet_to_hand_in(dataset: &Dataset, one: &Comparison, cells: Cells) -> Sheet {
    let mut sheet = sheet(dataset, one, cells);
    let mut repeats = report::repeats(one).into_iter();
    sheet.rows.retain(|_| repeats.next().flatten().is_none());
    if let Some(at) = sheet.header.iter().position(|header| header == tables::TABLE_ID.get()) {
        for cells in std::iter::once(&mut sheet.header).chain(&mut sheet.rows) {
            cells.remove(at);
        }
    }
    sheet.without_empty(&[])
}

/// The columns of values that any row fills: the plans' own by year, then those of each other place.
fn columns<'a>(one: &'a Comparison) -> Vec<Column<'a>> {
    let of_row = |row: &'a CompareRow| row.values.iter().enumerate().map(|(at, value)| column(row, at, value));
    let mut columns: Vec<Column> = one.rows.iter().flat_map(of_row).collect();
    let order = |kind: Option<ValueKind>| match kind {
        Some(ValueKind::Baseline) => 0,
        Some(ValueKind::Actual) => 1,
        Some(ValueKind::Target) => 2,
        None => 3,
    };
    columns.sort_by_key(|(scope, year, kind)| (*scope, year.is_none(), *year, order(*kind)));
    columns.dedup();
    columns
}

/// The column in which a value of a row stands; `at` is its position in the row.
fn column<'a>(row: &'a CompareRow, at: usize, value: &'a Value) -> Column<'a> {
    let scope = value.scope.as_deref().filter(|_| !row.own.contains(&at));
    (scope, value.year, value.kind)
}

/// The head of a column of values: `2030年目标`, `广东省2030年目标`.
fn head((scope, year, kind): &Column) -> String {
    let kind = match kind {
        Some(ValueKind::Baseline) => tables::BASE.get(),
        Some(ValueKind::Actual) => tables::ACTUAL.get(),
        Some(ValueKind::Target) => tables::AIM.get(),
        None => "",
    };
    let year = year.map_or_else(|| words::compare::NO_YEAR.to_string(), words::compare::year);
    let parts = [scope.unwrap_or_default(), &year, kind].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(tables::HEAD_GAP.get())
}

fn name(dataset: &Dataset, id: &str) -> String {
    dataset.plan(id).map_or_else(|| id.to_owned(), Plan::marked)
}

fn before(dataset: &Dataset, row: &CompareRow) -> Vec<String> {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let name = name(dataset, row.plan);
    vec![name, row.source.name().to_owned(), row.name.to_string(), text(row.unit.as_deref()), text(row.nature)]
}

/// The cells of a row in one column of values: one cell, or the number with its sign and its remark.
fn parts(row: &CompareRow, wanted: &Column, cells: Cells) -> Vec<String> {
    let values = row.values.iter().enumerate().filter(|(at, value)| column(row, *at, value) == *wanted);
    let values: Vec<&Value> = values.map(|(_, value)| value).collect();
    let whole = || values.iter().filter_map(|value| value.raw.as_deref()).collect::<Vec<_>>().join(SEMICOLON.get());
    if cells == Cells::Whole {
        return vec![whole()];
    }
    let lone = values.first().filter(|_| values.len() == 1).and_then(|value| printed_number(value));
    match lone {
        Some(lone) => vec![lone.number, lone.sign.to_owned(), lone.remark],
        None => vec![whole(), String::new(), String::new()],
    }
}

/// What the program says of a row, and where the row stands.
fn at_the_end(row: &CompareRow) -> [String; 10] {
    let joined = |texts: Vec<String>| texts.join(SEMICOLON.get());
    let number = |number: Option<String>| number.unwrap_or_default();
    let comparable = if row.comparable { report::Standing::Comparable } else { report::Standing::NotComparable };
    [
        comparable.name().to_owned(),
        row.why_not.map(|why| why.to_string()).unwrap_or_default(),
        joined(
            row.worked_out.iter().map(|worked| words::duties::value_of_year(worked.year, &worked.formula)).collect(),
        ),
        number(row.pace.last().map(|pace| pace.per_year.to_string())),
        joined(row.pace.iter().map(|pace| pace.formula.clone()).collect()),
        joined(row.met.iter().map(|met| tables::met(met.to.year, met.side.name(), met.target.in_words())).collect()),
        number(row.rank.map(|rank| rank.to_string())),
        number(row.rank_year.map(|year| year.to_string())),
        row.table.unwrap_or_default().to_owned(),
        line_range(row.lines),
    ]
}
