//! A plan read for checking: the figures of its text and tables in one form, and its texts with their lines.

pub(crate) mod difference;
pub(crate) mod figure;
pub(crate) mod finding_draft;
pub(crate) mod metric;
pub(crate) mod numbers;
pub(crate) mod passage;
pub(crate) mod quantity;
pub(crate) mod table_row;

use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::Metric;
use crate::analysis::check::reading::passage::{Passage, texts};
use crate::analysis::check::reading::table_row::TableRow;
use crate::analysis::targets::target::{self, Document};
use crate::model::{Kind, Plan, Target, TargetValue, ValueKind};

/// Longest quote that is shown from its year on, in characters.
const LONGEST_QUOTE: usize = 40;

/// A plan with what the rules ask of it.
pub(crate) struct Reading<'a> {
    pub(crate) plan: &'a Plan,
    /// Figures of the body text, in its order.
    pub(crate) stated: Vec<Figure>,
    /// What the text names as to be reached, in figures or in words, and where.
    pub(crate) named: Vec<(String, Citation)>,
    /// Targets of the text with several years: name, years, values as printed, place.
    pub(crate) paired: Vec<(String, Vec<u16>, Vec<String>, Citation)>,
    /// Targets of the text in words, one for each year.
    pub(crate) worded: Vec<Worded>,
    /// The rows of the tables.
    pub(crate) rows: Vec<TableRow<'a>>,
    /// Every running text: titles, paragraphs.
    pub(crate) texts: Vec<Passage<'a>>,
}

/// What a thing is to be in a year, in words.
pub(crate) struct Worded {
    pub(crate) metric: Metric,
    pub(crate) year: u16,
    /// The words as printed: 处于全国前列.
    pub(crate) raw: String,
    pub(crate) place: Citation,
}

impl<'a> Reading<'a> {
    /// Reads a plan; `document` is its whole text, if the caller has it.
    pub(crate) fn new(plan: &'a Plan, document: Option<&'a Document<'a>>) -> Self {
        let rows: Vec<TableRow> = plan
            .tables()
            .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
            .map(|(table, row)| TableRow::new(plan, table, row, document))
            .collect();
        let texts = plan.nodes.iter().flat_map(|node| texts(node, document)).collect();
        let targets: Vec<Target> = plan.nodes.iter().flat_map(|node| target::bare(plan, node, document)).collect();
        let stated = stated(plan, document, &targets, &rows);
        let place = |target: &Target| Citation {
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
                Citation { quote: target.quote.clone(), ..place(target) },
            )
        });
        let paired = paired.collect();
        let in_words = |target: &'_ Target| -> Vec<Worded> {
            let metric = Metric::new(plan, &target.metric, None);
            let each = target.years.iter().zip(&target.values);
            let worded = each.map(|(year, value)| (*year, value.raw.clone()));
            worded.map(|(year, raw)| Worded { metric: metric.clone(), year, raw, place: place(target) }).collect()
        };
        let worded = targets.iter().filter(|target| target.qualitative).flat_map(in_words).collect();
        Self { plan, stated, named, paired, worded, rows, texts }
    }

    /// The plan's own figures in the tables, with the row of each.
    pub(crate) fn printed(&self) -> impl Iterator<Item = (Figure, &TableRow<'a>)> {
        self.rows.iter().flat_map(|row| row.own().filter_map(move |cell| Some((row.figure(cell)?, row))))
    }
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
        let metric = Metric::new(plan, &target.metric, value.unit.as_deref());
        Some(Figure {
            unit: metric.measure(value.unit.as_deref()),
            metric,
            year: target.years.get(at).copied(),
            dated,
            kind,
            comparator: value.comparator,
            number: value.number?,
            raw: value.alone().to_owned(),
            place: Citation {
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
