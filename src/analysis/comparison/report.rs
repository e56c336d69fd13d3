//! A comparison in words: a grid with one row for each row of a plan and one column for each year, then sections of
//! remarks. Printed values come first; calculated ones stand under headings that say 推算.
//!
//! The browser and the command line both show this and add no words of their own. Knows no screen.

mod writer;

use crate::analysis::comparison::report::writer::Writer;
use crate::analysis::comparison::{CompareRow, Comparison, Origin};
use crate::model::{Dataset, Plan, Value, ValueKind};
use crate::registry::indicator::Direction;
use crate::words::{self, compare};

/// A comparison in words, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Unit and direction in words: `单位 ‰，越低越好`.
    pub measure: String,
    /// The headers of the columns: the years for which values are printed.
    pub columns: Vec<String>,
    /// The rows of the plans, then those of the other places whose values they print, then one row for each plan
    /// without the indicator.
    pub rows: Vec<ReportRow>,
    /// Remarks and calculated values, in the order in which to read them.
    pub sections: Vec<Section>,
}

/// One row of the grid: a plan, another place, or a silent plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Whose values they are: the plan's short name with the marks of a draft and of a target of the text, or another
    /// place and the plans that print it.
    pub name: String,
    /// One cell for each column; empty for a plan without a row.
    pub cells: Vec<Cell>,
    /// Whose row it is, and whether it compares.
    pub standing: Standing,
    /// Why the row cannot be compared; empty if it can.
    pub why_not: String,
}

/// The values of one row in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What the values are, and the values as printed, a line for each: `目标 ≤3`. Empty where the plan prints nothing.
    pub text: String,
    /// Whether a target is among the values.
    pub is_target: bool,
}

/// What a row of the grid says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The values of a plan, which can be compared with the other rows.
    Comparable,
    /// The values of a plan, listed as printed and not compared.
    NotComparable,
    /// The values of a finished period: listed as printed; not ranked.
    Finished,
    /// The values of another place, as a plan prints them beside its own.
    Beside,
    /// The plan prints the indicator neither in a table nor in its text.
    NotListed,
}

impl Standing {
    /// The word for it on the screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Comparable => compare::COMPARABLE.get(),
            Self::NotComparable => compare::NOT_COMPARABLE.get(),
            Self::Finished => compare::LAST_PERIOD.get(),
            Self::Beside => "",
            Self::NotListed => compare::NOT_LISTED.get(),
        }
    }

    fn of(row: &CompareRow) -> Self {
        match (row.comparable, row.is_finished()) {
            (false, _) => Self::NotComparable,
            (true, true) => Self::Finished,
            (true, false) => Self::Comparable,
        }
    }
}

/// Several lines under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading, for the reader.
    pub heading: &'static str,
    /// The lines, in the order in which to read them.
    pub lines: Vec<ReportLine>,
}

/// One line of a section, a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The sentence, without a line break.
    pub text: String,
    /// Whether it warns the reader of a wrong conclusion.
    pub is_warning: bool,
}

impl ReportLine {
    fn new(text: String) -> Self {
        Self { text, is_warning: false }
    }

    fn warning(text: String) -> Self {
        Self { text, is_warning: true }
    }
}

/// Puts a comparison into words. The dataset gives the names of the plans.
#[must_use]
pub fn describe(dataset: &Dataset, one: &Comparison) -> Report {
    let writer = Writer { dataset, one, named_beside: named_beside(one) };
    let years = years(one);
    let rows = writer.shown().map(|(_, row)| ReportRow {
        name: writer.row_name(row),
        cells: years.iter().map(|year| cell(row.own_values().filter(|value| value.year == *year))).collect(),
        standing: Standing::of(row),
        why_not: row.why_not.map(|why| why.to_string()).unwrap_or_default(),
    });
    let silent = one.silent.iter().map(|id| ReportRow {
        name: writer.plan(id),
        cells: Vec::new(),
        standing: Standing::NotListed,
        why_not: String::new(),
    });
    let sections = [writer.as_printed(), writer.worked_out(), writer.paces(), writer.order()];
    Report {
        measure: measure(one),
        columns: years.iter().map(|year| in_words(*year)).collect(),
        rows: rows.chain(writer.beside(&years)).chain(silent).collect(),
        sections: sections.into_iter().filter(|section| !section.lines.is_empty()).collect(),
    }
}

/// The short name of a plan with the mark of a draft.
pub(super) fn plan_name(dataset: &Dataset, id: &str) -> String {
    dataset.plan(id).map_or_else(|| id.to_owned(), Plan::marked)
}

/// Which direction is better, in words.
#[must_use]
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => compare::UP.get(),
        Direction::Down => compare::DOWN.get(),
    }
}

/// For each row the position of the row of a table that says all that it says, where it is a target of the text: the
/// same plan, and for each of its years the same number. Such a target is only named beside that row. `None` for rows of
/// tables, and for targets that say something of their own.
#[must_use]
pub fn repeats(one: &Comparison) -> Vec<Option<usize>> {
    let mut repeats = Vec::with_capacity(one.rows.len());
    for of_plan in one.rows.chunk_by(|row, next| row.plan == next.plan) {
        let first = repeats.len();
        let says = |table: &CompareRow, value: &Value| {
            table.own_values().any(|other| {
                other.kind == Some(ValueKind::Target) && other.year == value.year && other.number == value.number
            })
        };
        let repeated = |row: &CompareRow| {
            let has_numbers = row.values.iter().all(|value| value.number.is_some() && value.year.is_some());
            let says_all =
                |table: &CompareRow| table.source == Origin::Table && row.values.iter().all(|value| says(table, value));
            let is_text = row.source == Origin::Text && has_numbers;
            of_plan.iter().position(says_all).filter(|_| is_text).map(|at| first + at)
        };
        repeats.extend(of_plan.iter().map(repeated));
    }
    repeats
}

/// For each row the position of the table row that it is only named beside: that which it repeats, or for a target in
/// words the first of its plan.
fn named_beside(one: &Comparison) -> Vec<Option<usize>> {
    let mut beside = repeats(one);
    let mut at = 0;
    for of_plan in one.rows.chunk_by(|row, next| row.plan == next.plan) {
        let table = of_plan.iter().position(|row| row.source == Origin::Table && !row.is_finished());
        for (row, beside) in of_plan.iter().zip(beside.iter_mut().skip(at)) {
            let is_in_words = row.source == Origin::Text && row.values.iter().all(|value| value.number.is_none());
            *beside = beside.or(table.filter(|_| is_in_words).map(|table| at + table));
        }
        at += of_plan.len();
    }
    beside
}

fn measure(one: &Comparison) -> String {
    let unit = one.unit.map(compare::unit);
    let parts: Vec<String> = unit.into_iter().chain(one.direction.map(|way| direction(way).to_owned())).collect();
    if parts.is_empty() { compare::NO_MEASURE.to_string() } else { parts.join(words::punctuation::COMMA.get()) }
}

/// The years of all values, those without a year last.
fn years(one: &Comparison) -> Vec<Option<u16>> {
    let mut years: Vec<Option<u16>> = one.rows.iter().flat_map(|row| &row.values).map(|value| value.year).collect();
    years.sort_unstable_by_key(|year| (year.is_none(), *year));
    years.dedup();
    years
}

/// One cell with its values in words, a line for each.
fn cell<'a>(values: impl Iterator<Item = &'a Value>) -> Cell {
    let values: Vec<&Value> = values.collect();
    let is_target = values.iter().any(|value| value.kind == Some(ValueKind::Target));
    let texts: Vec<String> = values.into_iter().map(printed).collect();
    Cell { text: texts.join("\n"), is_target }
}

/// A value as printed, with its kind before it: `目标 ≤3`.
fn printed(value: &Value) -> String {
    let raw = value.raw.as_deref().unwrap_or(compare::EMPTY.get()).replace('\n', "");
    match value.kind {
        Some(ValueKind::Baseline) => compare::base(raw),
        Some(ValueKind::Actual) => compare::actual(raw),
        Some(ValueKind::Target) => compare::target(raw),
        None => raw,
    }
}

fn in_words(year: Option<u16>) -> String {
    year.map_or_else(|| compare::NO_YEAR.to_string(), compare::year)
}
