//! The rows of a plan's tables with the values of their cells and the lines they stand on.

use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::Metric;
use crate::analysis::indicators::indicator;
use crate::analysis::targets::target::Document;
use crate::model::{ColumnRole, Plan, Row, Table, Value};
use crate::registry::indicator::is_relative;

/// A row of a table with the values of its cells.
pub(crate) struct TableRow<'a> {
    pub(crate) table: &'a Table,
    pub(crate) row: &'a Row,
    pub(crate) metric: Metric,
    /// Where its name stands.
    pub(crate) name: Citation,
    /// One for each value column.
    pub(crate) cells: Vec<Cell>,
}

/// A cell that was read.
pub(crate) struct Cell {
    pub(crate) value: Value,
    /// Whether it is the plan's own place's.
    pub(crate) own: bool,
    pub(crate) place: Citation,
}

impl<'a> TableRow<'a> {
    pub(crate) fn new(plan: &Plan, table: &'a Table, row: &'a Row, document: Option<&Document>) -> Self {
        let at = |column: usize, quote: &str| Citation {
            line: line_of(table, row, column, quote, document),
            node: Some(table.node.clone()),
            quote: quote.to_owned(),
        };
        let name_at = table.columns.iter().position(|column| column.role == ColumnRole::Name).unwrap_or_default();
        let columns = table.columns.iter().enumerate().filter(|(_, column)| column.role == ColumnRole::Value);
        let cells = columns.zip(indicator::values(table, row)).map(|((at_column, column), value)| Cell {
            own: indicator::is_own_scope(plan.region.as_deref(), column.scope.as_deref()),
            place: at(at_column, value.raw.as_deref().unwrap_or_default()),
            value,
        });
        let mut metric = Metric::new(plan, &row.name, row.unit.as_deref());
        metric.own = true;
        Self { cells: cells.collect(), name: at(name_at, &row.name), metric, table, row }
    }

    /// The cells of the plan's own place.
    pub(crate) fn own(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.own)
    }

    /// The figure of a cell that holds one.
    pub(crate) fn figure(&self, cell: &Cell) -> Option<Figure> {
        Some(Figure {
            metric: self.metric.clone(),
            year: cell.value.year,
            dated: cell.value.year.is_some(),
            kind: cell.value.kind?,
            comparator: cell.value.comparator,
            number: cell.value.number.or_else(|| ratio(cell.value.raw.as_deref()?))?,
            unit: self.metric.measure(self.row.unit.as_deref()),
            raw: cell.value.raw.clone()?,
            place: cell.place.clone(),
        })
    }

    /// The row's name and a cell, as places.
    pub(crate) fn places(&self, cell: &Citation) -> [Citation; 2] {
        [self.name.clone(), cell.clone()]
    }
}

/// The line of a cell. In a table that prints a cell a line it is looked for in the document; without one it is counted
/// back from the row's last line.
fn line_of(table: &Table, row: &Row, column: usize, text: &str, document: Option<&Document>) -> u32 {
    let [first, last] = row.lines;
    let behind = u32::try_from(table.columns.len().saturating_sub(column + 1)).unwrap_or_default();
    let counted = last.saturating_sub(behind).max(first);
    let Some(document) = document.filter(|_| first != last) else { return counted };
    let same = (first..=last).filter(|line| document.line(*line).is_some_and(|line| is_cell(line, text)));
    same.min_by_key(|line| line.abs_diff(counted)).unwrap_or(counted)
}

/// Whether a line is a cell or its beginning: a long name goes on below.
fn is_cell(line: &str, text: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && text.starts_with(line)
}

/// The second number of a ratio to one: 1.25 of 1：1.25.
fn ratio(raw: &str) -> Option<f64> {
    let (one, other) = raw.split_once(['：', ':', '∶'])?;
    other.trim().parse().ok().filter(|_| one.trim() == "1")
}

/// Whether a cell's value is an absolute number.
pub(crate) fn is_absolute(value: &Value) -> bool {
    value.number.is_some() && !is_relative(value)
}
