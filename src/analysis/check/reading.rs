//! A plan read for checking: the figures of its text and tables in one form, and its texts with their lines.

use crate::analysis::indicators::indicator;
use crate::analysis::targets::target::{self, Breaks, Document};
use crate::model::{
    ColumnRole, Comparator, Kind, Node, Paragraph, Plan, Row, Table, Target, TargetValue, Value, ValueKind,
};
use crate::registry::indicator::is_relative;

use super::place::Place;
use super::same::Thing;

/// Longest quote that is shown from its year on, in characters.
const LONGEST_QUOTE: usize = 40;

/// A plan with what the rules ask of it.
pub(super) struct Reading<'a> {
    pub(super) plan: &'a Plan,
    /// Figures of the body text, in its order.
    pub(super) stated: Vec<Figure>,
    /// What the text names as to be reached, in figures or in words, and where.
    pub(super) named: Vec<(String, Place)>,
    /// Targets of the text with several years: name, years, values as printed, place.
    pub(super) paired: Vec<(String, Vec<u16>, Vec<String>, Place)>,
    /// Targets of the text in words, one for each year.
    pub(super) worded: Vec<Worded>,
    /// The rows of the tables.
    pub(super) rows: Vec<TableRow<'a>>,
    /// Every running text: titles, paragraphs.
    pub(super) texts: Vec<Passage<'a>>,
}

/// A number of a thing in a year.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) thing: Thing,
    /// The year it holds for; `None` where none is said.
    pub(super) year: Option<u16>,
    /// Whether that year is printed with it.
    pub(super) dated: bool,
    pub(super) kind: ValueKind,
    pub(super) comparator: Option<Comparator>,
    pub(super) number: f64,
    /// What it is measured in, canonical.
    pub(super) unit: Option<String>,
    /// The value as printed.
    pub(super) raw: String,
    pub(super) place: Place,
}

/// What a thing is to be in a year, in words.
pub(super) struct Worded {
    pub(super) thing: Thing,
    pub(super) year: u16,
    /// The words as printed: 处于全国前列.
    pub(super) raw: String,
    pub(super) place: Place,
}

/// A row of a table with the values of its cells.
pub(super) struct TableRow<'a> {
    pub(super) table: &'a Table,
    pub(super) row: &'a Row,
    pub(super) thing: Thing,
    /// Where its name stands.
    pub(super) name: Place,
    /// One for each value column.
    pub(super) cells: Vec<Cell>,
}

/// A cell that was read.
pub(super) struct Cell {
    pub(super) value: Value,
    /// Whether it is the plan's own place's.
    pub(super) own: bool,
    pub(super) place: Place,
}

/// A running text with the lines it was read from.
pub(super) struct Passage<'a> {
    pub(super) node: &'a Node,
    pub(super) text: &'a str,
    /// Its characters.
    pub(super) marks: Vec<char>,
    breaks: Option<Breaks>,
    line: u32,
}

impl<'a> Reading<'a> {
    /// Reads a plan; `document` is its whole text, if the caller has it.
    pub(super) fn new(plan: &'a Plan, document: Option<&'a Document<'a>>) -> Self {
        let rows: Vec<TableRow> = plan
            .tables()
            .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
            .map(|(table, row)| TableRow::new(plan, table, row, document))
            .collect();
        let texts = plan.nodes.iter().flat_map(|node| texts(node, document)).collect();
        let targets: Vec<Target> = plan.nodes.iter().flat_map(|node| target::bare(plan, node, document)).collect();
        let stated = stated(plan, document, &targets, &rows);
        let place = |target: &Target| Place {
            line: target.line,
            node: Some(target.node.clone()),
            quote: shortened(&target.quote, &target.metric),
        };
        let named = targets.iter().map(|target| (target.metric.clone(), place(target))).collect();
        let paired = targets.iter().filter(|target| target.years.len() > 1 && !target.qualitative);
        let paired = paired.map(|target| {
            let values = target.values.iter().map(|value| value.raw.clone()).collect();
            (
                target.metric.clone(),
                target.years.clone(),
                values,
                Place { quote: target.quote.clone(), ..place(target) },
            )
        });
        let paired = paired.collect();
        let in_words = |target: &'_ Target| -> Vec<Worded> {
            let thing = Thing::new(plan, &target.metric, None);
            let each = target.years.iter().zip(&target.values);
            let worded = each.map(|(year, value)| (*year, value.raw.clone()));
            worded.map(|(year, raw)| Worded { thing: thing.clone(), year, raw, place: place(target) }).collect()
        };
        let worded = targets.iter().filter(|target| target.qualitative).flat_map(in_words).collect();
        Self { plan, stated, named, paired, worded, rows, texts }
    }

    /// The plan's own figures in the tables, with the row of each.
    pub(super) fn printed(&self) -> impl Iterator<Item = (Figure, &TableRow<'a>)> {
        self.rows.iter().flat_map(|row| row.own().filter_map(move |cell| Some((row.figure(cell)?, row))))
    }
}

impl<'a> TableRow<'a> {
    fn new(plan: &Plan, table: &'a Table, row: &'a Row, document: Option<&Document>) -> Self {
        let at = |column: usize, quote: &str| Place {
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
        let mut thing = Thing::new(plan, &row.name, row.unit.as_deref());
        thing.own = true;
        Self { cells: cells.collect(), name: at(name_at, &row.name), thing, table, row }
    }

    /// The cells of the plan's own place.
    pub(super) fn own(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.own)
    }

    /// The figure of a cell that holds one.
    pub(super) fn figure(&self, cell: &Cell) -> Option<Figure> {
        Some(Figure {
            thing: self.thing.clone(),
            year: cell.value.year,
            dated: cell.value.year.is_some(),
            kind: cell.value.kind?,
            comparator: cell.value.comparator,
            number: cell.value.number.or_else(|| ratio(cell.value.raw.as_deref()?))?,
            unit: self.thing.measure(self.row.unit.as_deref()),
            raw: cell.value.raw.clone()?,
            place: cell.place.clone(),
        })
    }

    /// The row's name and a cell, as places.
    pub(super) fn places(&self, cell: &Place) -> [Place; 2] {
        [self.name.clone(), cell.clone()]
    }
}

impl Figure {
    /// Whether it says by how much something is to change.
    pub(super) fn is_relative(&self) -> bool {
        matches!(self.comparator, Some(Comparator::FallBy | Comparator::RiseBy))
    }

    /// `2025年目标≥80%`: the value with its year, for a sentence.
    pub(super) fn told(&self) -> String {
        let year = self.year.map(|year| format!("{year}年")).unwrap_or_default();
        let kind = if self.kind == ValueKind::Target { "目标" } else { "" };
        format!("{year}{kind}{}", self.raw.trim())
    }
}

impl Passage<'_> {
    /// Whether it is the title of its node.
    pub(super) fn is_title(&self) -> bool {
        self.breaks.is_none() && self.node.title.as_deref() == Some(self.text)
    }

    /// The place of some characters of the text, counted in characters.
    pub(super) fn place(&self, from: usize, to: usize) -> Place {
        let quote = self.marks.get(from..to.min(self.marks.len())).unwrap_or_default().iter().collect();
        let line = self.breaks.as_ref().map_or(self.line, |breaks| breaks.line(from));
        Place { line, node: Some(self.node.id.clone()), quote }
    }
}

fn texts<'a>(node: &'a Node, document: Option<&Document>) -> Vec<Passage<'a>> {
    let passage = |text: &'a str, breaks, line| Passage { node, text, marks: text.chars().collect(), breaks, line };
    let title = node.title.iter().map(|title| passage(title, None, node.lines[0]));
    let paragraph =
        |paragraph: &'a Paragraph| passage(&paragraph.text, Some(Breaks::of(paragraph, document)), paragraph.lines[0]);
    let clauses = node.responsible.iter().map(|clause| passage(&clause.raw, None, clause.line));
    title.chain(node.paragraphs.iter().map(paragraph)).chain(clauses).collect()
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

/// The figures that the body text states: targets, and results up to the year in which the plan begins.
fn stated(plan: &Plan, document: Option<&Document>, targets: &[Target], rows: &[TableRow]) -> Vec<Figure> {
    let printed = |text: &Option<String>| text.as_deref()?.get(..4)?.parse::<u16>().ok();
    let past =
        rows.iter().flat_map(TableRow::own).map(|cell| &cell.value).filter(|value| {
            matches!(value.kind, Some(ValueKind::Baseline | ValueKind::Actual)) && value.number.is_some()
        });
    let report = past.filter_map(|value| value.year).max();
    let starts = printed(&plan.period).map(|year| year - 1).or(printed(&plan.issued));
    let first = |kind| rows.iter().flat_map(TableRow::own).filter(move |cell| cell.value.kind == Some(kind));
    let ahead = first(ValueKind::Target).filter_map(|cell| cell.value.year).min().map(|year| year - 1);
    let now = report.into_iter().chain(starts).max().or(ahead).unwrap_or_default();
    let mut figures = Vec::new();
    for node in plan.nodes.iter().filter(|node| node.kind != Kind::Front) {
        for target in targets.iter().filter(|target| target.node == node.id) {
            figures.extend(figures_of(plan, target, ValueKind::Target, true));
        }
        for told in target::told_by(plan, node, document, (now, report)) {
            let is_target = |figure: &Figure| {
                figures.iter().any(|other: &Figure| {
                    other.kind == ValueKind::Target && other.place.node == figure.place.node && other.raw == figure.raw
                })
            };
            let results: Vec<Figure> = figures_of(plan, &told.figure, ValueKind::Actual, told.dated)
                .into_iter()
                .filter(|figure| !is_target(figure))
                .collect();
            figures.extend(results);
        }
    }
    figures
}

fn figures_of(plan: &Plan, target: &Target, kind: ValueKind, dated: bool) -> Vec<Figure> {
    let figure = |(at, value): (usize, &TargetValue)| {
        let thing = Thing::new(plan, &target.metric, value.unit.as_deref());
        Some(Figure {
            unit: thing.measure(value.unit.as_deref()),
            thing,
            year: target.years.get(at).copied(),
            dated,
            kind,
            comparator: value.comparator,
            number: value.number?,
            raw: value.alone().to_owned(),
            place: Place {
                line: target.line,
                node: Some(target.node.clone()),
                quote: shortened(&target.quote, &target.metric),
            },
        })
    };
    target.values.iter().enumerate().filter_map(figure).collect()
}

/// A long quote from the metric on: its sentence may begin with other figures of the same year.
fn shortened(quote: &str, metric: &str) -> String {
    let from = quote.rfind(metric).filter(|_| quote.chars().count() > LONGEST_QUOTE).unwrap_or_default();
    quote.get(from..).unwrap_or(quote).to_owned()
}

/// The second number of a ratio to one: 1.25 of 1：1.25.
fn ratio(raw: &str) -> Option<f64> {
    let (one, other) = raw.split_once(['：', ':', '∶'])?;
    other.trim().parse().ok().filter(|_| one.trim() == "1")
}

/// Whether a cell's value is an absolute number.
pub(super) fn is_absolute(value: &Value) -> bool {
    value.number.is_some() && !is_relative(value)
}
