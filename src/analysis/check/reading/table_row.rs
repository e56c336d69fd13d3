//! The rows of a plan's tables with the values of their cells and the lines they stand on. What the importer made of a
//! table is taken as it is; doubts about rows are a rule's.

use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::Metric;
use crate::analysis::indicators::indicator;
use crate::analysis::targets::target::Document;
use crate::model::{ColumnRole, Plan, Row, Table, Value, ValueKind};
use crate::registry::indicator::{Indicators, is_relative};

/// A row of a table with the values of its cells.
pub(crate) struct TableRow<'a> {
    pub(crate) table: &'a Table,
    pub(crate) row: &'a Row,
    pub(crate) metric: Metric<'a>,
    /// The printed name and where it stands.
    pub(crate) name: Citation,
    /// The cells of the value columns, in the order of the columns.
    pub(crate) cells: Vec<Cell>,
}

/// A value of a row, with the place of its cell.
pub(crate) struct Cell {
    pub(crate) value: Value,
    /// Whether it is a value of the plan's own place, and not of its province or the nation.
    pub(crate) is_own: bool,
    pub(crate) citation: Citation,
}

impl Cell {
    /// Whether it holds a number that is a value, and not a change.
    pub(crate) fn is_absolute(&self) -> bool {
        self.value.number.is_some() && !is_relative(&self.value)
    }
}

impl<'a> TableRow<'a> {
    /// Reads a row. With the plan's text in `document`, the line of each cell is exact.
    pub(crate) fn new(
        plan: &Plan,
        indicators: &'a Indicators,
        table: &'a Table,
        row: &'a Row,
        document: Option<&Document>,
    ) -> Self {
        let cite = |column: usize, quote: &str| Citation {
            line: find_line(table, row, column, quote, document),
            node: Some(table.node.clone()),
            quote: quote.to_owned(),
        };
        let name_column = table.columns.iter().position(|column| column.role == ColumnRole::Name).unwrap_or_default();
        let columns = table.columns.iter().enumerate().filter(|(_, column)| column.role == ColumnRole::Value);
        let cells = columns.zip(indicator::values(table, row)).map(|((at, column), value)| Cell {
            is_own: indicator::is_own_scope(plan.region.as_deref(), column.scope.as_deref()),
            citation: cite(at, value.raw.as_deref().unwrap_or_default()),
            value,
        });
        let mut metric = Metric::new(plan, indicators, &row.name, row.unit.as_deref());
        metric.is_own = true;
        Self { cells: cells.collect(), name: cite(name_column, &row.name), metric, table, row }
    }

    /// The cells with values of the plan's own place.
    pub(crate) fn own_cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.is_own)
    }

    /// The own cells of one kind: targets, results …
    pub(crate) fn own_cells_of(&self, kind: ValueKind) -> impl Iterator<Item = &Cell> {
        self.own_cells().filter(move |cell| cell.value.kind == Some(kind))
    }

    /// The figures of the own cells that hold one.
    pub(crate) fn own_figures(&self) -> impl Iterator<Item = Figure<'a>> {
        self.own_cells().filter_map(|cell| self.figure(cell))
    }

    /// The figure in a cell; `None` where it holds no number, or none of a known kind.
    pub(crate) fn figure(&self, cell: &Cell) -> Option<Figure<'a>> {
        Some(Figure {
            metric: self.metric.clone(),
            year: cell.value.year,
            dated: cell.value.year.is_some(),
            kind: cell.value.kind?,
            comparator: cell.value.comparator,
            number: cell.value.number.or_else(|| parse_ratio(cell.value.raw.as_deref()?))?,
            unit: self.metric.measure(self.row.unit.as_deref()),
            raw: cell.value.raw.clone()?,
            citation: cell.citation.clone(),
        })
    }

    /// Cites the row's name together with one of its cells.
    pub(crate) fn cite_with(&self, cell: &Citation) -> [Citation; 2] {
        [self.name.clone(), cell.clone()]
    }
}

/// The line of a cell. Where a table prints one cell a line, the document is searched for it, and without a document it
/// is counted back from the row's last line.
fn find_line(table: &Table, row: &Row, column: usize, text: &str, document: Option<&Document>) -> u32 {
    let [first, last] = row.lines;
    let n_behind = u32::try_from(table.columns.len().saturating_sub(column + 1)).unwrap_or_default();
    let counted = last.saturating_sub(n_behind).max(first);
    let Some(document) = document.filter(|_| first != last) else { return counted };
    let matching = (first..=last).filter(|line| document.line(*line).is_some_and(|line| begins_cell(line, text)));
    matching.min_by_key(|line| line.abs_diff(counted)).unwrap_or(counted)
}

/// Whether a line holds a cell or its beginning: a long name goes on in the next line.
fn begins_cell(line: &str, cell: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && cell.starts_with(line)
}

/// Reads a ratio to one: 1.25 of 1：1.25.
fn parse_ratio(raw: &str) -> Option<f64> {
    let (one, other) = raw.split_once(['：', ':', '∶'])?;
    other.trim().parse().ok().filter(|_| one.trim() == "1")
}
