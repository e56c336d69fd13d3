//! What the body text states of metrics: figures of targets and results, targets in words, targets over several years.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::{Metric, part_at_start};
use crate::analysis::check::reading::table_row::TableRow;
use crate::analysis::targets::target::{self, Document};
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::model::{Kind, Node, Paragraph, Plan, Target, TargetValue, ValueKind};
use crate::registry::indicator::Indicators;

/// Longest sentence that is quoted from its year on, in characters; a longer one is quoted from the metric on.
const LONGEST_QUOTE: usize = 40;

/// A target of the text in words: 处于全国前列.
pub(crate) struct WordedTarget<'a> {
    pub(crate) metric: Metric<'a>,
    pub(crate) year: u16,
    /// The words as the text prints them.
    pub(crate) raw: String,
    pub(crate) citation: Citation,
}

/// A target of the text that gives one value for each of several years.
pub(crate) struct SeriesTarget {
    /// The printed name of the metric.
    pub(crate) name: String,
    pub(crate) years: Vec<u16>,
    /// The values as printed, one a year.
    pub(crate) values: Vec<String>,
    pub(crate) citation: Citation,
}

/// Collects the targets in words, one for each of their years.
pub(crate) fn worded_targets<'a>(plan: &Plan, indicators: &'a Indicators, targets: &[Target]) -> Vec<WordedTarget<'a>> {
    let in_words = |target: &Target| -> Vec<WordedTarget<'a>> {
        let metric = Metric::new(plan, indicators, &target.metric, None);
        let by_year = target.years.iter().zip(&target.values);
        let worded = by_year.map(|(year, value)| WordedTarget {
            metric: metric.clone(),
            year: *year,
            raw: value.raw.clone(),
            citation: cite(target),
        });
        worded.collect()
    };
    targets.iter().filter(|target| target.qualitative).flat_map(in_words).collect()
}

/// Collects the targets in figures over several years.
pub(crate) fn series_targets(targets: &[Target]) -> Vec<SeriesTarget> {
    let of_several_years = targets.iter().filter(|target| target.years.len() > 1 && !target.qualitative);
    let series = of_several_years.map(|target| SeriesTarget {
        name: target.metric.clone(),
        years: target.years.clone(),
        values: target.values.iter().map(|value| value.raw.clone()).collect(),
        citation: Citation { quote: target.quote.clone(), ..cite(target) },
    });
    series.collect()
}

/// Collects the figures of the body text in its order: targets, and results up to the year in which the plan begins.
pub(crate) fn text_figures<'a>(
    plan: &Plan,
    indicators: &'a Indicators,
    document: Option<&Document>,
    targets: &[Target],
    rows: &[TableRow],
    nodes: &FxHashMap<&str, &Node>,
) -> Vec<Figure<'a>> {
    let (now, report_year) = report_years(plan, rows);
    let mut by_node: FxHashMap<&str, Vec<&Target>> = FxHashMap::default();
    for target in targets {
        by_node.entry(&target.node).or_default().push(target);
    }
    let mut all = Vec::new();
    for node in plan.nodes.iter().filter(|node| node.kind != Kind::Front) {
        let owners = Owners::new(plan, node, nodes);
        let mut figures = Vec::new();
        for target in by_node.get(node.id.as_str()).into_iter().flatten() {
            figures.extend(figures_of(plan, indicators, target, ValueKind::Target, true, &owners));
        }
        let targeted: HashSet<String> = figures.iter().map(|figure: &Figure| figure.raw.clone()).collect();
        for result in target::results_in_node(plan, node, document, (now, report_year)) {
            let results = figures_of(plan, indicators, &result.figure, ValueKind::Actual, result.dated, &owners);
            let results = results.into_iter().filter(|figure| !targeted.contains(&figure.raw));
            figures.extend(results);
        }
        all.extend(figures);
    }
    all
}

/// Whose the values of a node are where their names do not say it: a part of the plan's own place that a heading names
/// (（一）东山县), or that a paragraph opens with (东山县：到2030年).
struct Owners<'p> {
    plan: &'p Plan,
    of_heading: Option<String>,
    /// The first lines of paragraphs that open with the name of a part, with that name.
    of_lines: FxHashMap<u32, String>,
}

impl<'p> Owners<'p> {
    fn new(plan: &'p Plan, node: &'p Node, nodes: &FxHashMap<&str, &Node>) -> Self {
        let mut above = Some(node);
        let mut of_heading = None;
        while let Some(node) = above.filter(|_| of_heading.is_none()) {
            of_heading = node.title.as_deref().and_then(|title| part_at_start(plan, title)).map(str::to_owned);
            above = node.parent.as_deref().and_then(|id| nodes.get(id)).copied();
        }
        let opening =
            |paragraph: &Paragraph| Some((paragraph.lines[0], part_at_start(plan, &paragraph.text)?.to_owned()));
        Self { plan, of_heading, of_lines: node.paragraphs.iter().filter_map(opening).collect() }
    }

    /// Whose the values of a target are, by the words of its quote before the metric, by its paragraph, by its heading.
    fn of(&self, target: &Target) -> Option<String> {
        let before = target.quote.split(target.metric.as_str()).next().unwrap_or_default();
        let clauses = before.split(|c| CLAUSE_BREAKS.contains(c));
        let in_quote = clauses.rev().find_map(|clause| part_at_start(self.plan, clause)).map(str::to_owned);
        in_quote.or_else(|| self.of_lines.get(&target.line).cloned()).or_else(|| self.of_heading.clone())
    }
}

/// The last year that can lie in the past when the plan begins, and the year that its report speaks of: the last one
/// that a table prints results for.
fn report_years(plan: &Plan, rows: &[TableRow]) -> (u16, Option<u16>) {
    let first_year = |text: &Option<String>| text.as_deref()?.get(..4)?.parse::<u16>().ok();
    let results =
        rows.iter().flat_map(TableRow::own_cells).map(|cell| &cell.value).filter(|value| {
            matches!(value.kind, Some(ValueKind::Baseline | ValueKind::Actual)) && value.number.is_some()
        });
    let report_year = results.filter_map(|value| value.year).max();
    let before_start = first_year(&plan.period).map(|year| year - 1).or(first_year(&plan.issued));
    let targets = rows.iter().flat_map(|row| row.own_cells_of(ValueKind::Target));
    let before_targets = targets.filter_map(|cell| cell.value.year).min().map(|year| year - 1);
    let now = report_year.into_iter().chain(before_start).max().or(before_targets).unwrap_or_default();
    (now, report_year)
}

/// The figures of a target, one for each value that is a number.
fn figures_of<'a>(
    plan: &Plan,
    indicators: &'a Indicators,
    target: &Target,
    kind: ValueKind,
    dated: bool,
    owners: &Owners,
) -> Vec<Figure<'a>> {
    let owner = owners.of(target);
    let figure = |(at, value): (usize, &TargetValue)| {
        let mut metric = Metric::new(plan, indicators, &target.metric, value.unit.as_deref());
        metric.owner = metric.owner.or_else(|| owner.clone());
        Some(Figure {
            unit: metric.measure(value.unit.as_deref()),
            metric,
            year: target.years.get(at).copied(),
            dated,
            kind,
            comparator: value.comparator,
            number: value.number?,
            raw: value.alone().to_owned(),
            citation: cite(target),
        })
    };
    target.values.iter().enumerate().filter_map(figure).collect()
}

/// Cites a target. A long quote begins with the metric, as its sentence may begin with other figures of the same year.
pub(crate) fn cite(target: &Target) -> Citation {
    let quote = &target.quote;
    let from = quote.rfind(&target.metric).filter(|_| quote.chars().count() > LONGEST_QUOTE).unwrap_or_default();
    let quote = quote.get(from..).unwrap_or(quote).to_owned();
    Citation { line: target.line, node: Some(target.node.clone()), quote }
}
