//! A plan read for checking: the figures of its text and tables in one form, and its texts with their lines.
//!
//! ```text
//! Plan ─┬─ targets of the text ─► Figure, WordedTarget, SeriesTarget
//!       ├─ rows of the tables ──► TableRow ─► Cell ─► Figure
//!       └─ titles, paragraphs, clauses ─► Passage ─► TextClause, TextNumber
//! ```
//! It knows no rule: what the readings mean is judged by `check::rules`.

pub(crate) mod amount;
pub(crate) mod around;
pub(crate) mod difference;
pub(crate) mod entry;
pub(crate) mod figure;
pub(crate) mod finding_draft;
pub(crate) mod fragment;
pub(crate) mod metric;
pub(crate) mod metric_index;
pub(crate) mod numbers;
pub(crate) mod partition;
pub(crate) mod passage;
pub(crate) mod quantity;
pub(crate) mod statements;
pub(crate) mod table_row;

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::Metric;
use crate::analysis::check::reading::metric_index::MetricIndex;
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::statements::{SeriesTarget, WordedTarget};
use crate::analysis::check::reading::table_row::TableRow;
use crate::analysis::targets::target::{self, Document};
use crate::model::{Node, Plan, Target};
use crate::registry::indicator::Indicators;

/// A plan in the forms that the rules compare.
pub(crate) struct Reading<'a> {
    pub(crate) plan: &'a Plan,
    /// Figures of the body text, in its order.
    pub(crate) text_figures: Vec<Figure<'a>>,
    /// Names of everything the text sets a target for, in figures or in words.
    pub(crate) target_names: Vec<(String, Citation)>,
    /// Targets of the text with values for several years.
    pub(crate) series_targets: Vec<SeriesTarget>,
    /// Targets of the text in words, one for each year.
    pub(crate) worded_targets: Vec<WordedTarget<'a>>,
    /// The rows of all tables, in the order of the document.
    pub(crate) rows: Vec<TableRow<'a>>,
    /// The rows by what similar names share.
    pub(crate) row_index: MetricIndex,
    /// The nodes of the plan by their ids.
    pub(crate) nodes: FxHashMap<&'a str, &'a Node>,
    /// The nodes directly below each node that has some, by its id, in the order of the document.
    pub(crate) children: FxHashMap<&'a str, Vec<&'a Node>>,
    /// The names of the rows of tables, as texts.
    pub(crate) row_names: Vec<Passage<'a>>,
    /// All running texts, in the order of the document.
    pub(crate) passages: Vec<Passage<'a>>,
}

impl<'a> Reading<'a> {
    /// Reads a plan with the indicators that its names are looked up in. Only with the plan's whole text in `document`
    /// are all lines exact, see [`Passage::read_node`].
    pub(crate) fn new(plan: &'a Plan, indicators: &'a Indicators, document: Option<&'a Document<'a>>) -> Self {
        let nodes: FxHashMap<&str, &Node> = plan.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let mut children: FxHashMap<&str, Vec<&Node>> = FxHashMap::default();
        for node in &*plan.nodes {
            if let Some(parent) = node.parent.as_deref() {
                children.entry(parent).or_default().push(node);
            }
        }
        let rows: Vec<TableRow> = plan
            .tables()
            .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
            .map(|(table, row)| TableRow::new(plan, indicators, table, row, document))
            .collect();
        let targets: Vec<Target> =
            plan.nodes.iter().flat_map(|node| target::in_node_without_links(plan, node, document)).collect();
        Self {
            plan,
            text_figures: statements::text_figures(plan, indicators, document, &targets, &rows, &nodes),
            row_index: MetricIndex::new(rows.iter().map(|row| &row.metric).enumerate()),
            target_names: targets.iter().map(|target| (target.metric.clone(), statements::cite(target))).collect(),
            series_targets: statements::series_targets(&targets),
            worded_targets: statements::worded_targets(plan, indicators, &targets),
            passages: plan.nodes.iter().flat_map(|node| Passage::read_node(node, document)).collect(),
            row_names: rows
                .iter()
                .filter_map(|row| {
                    let node = nodes.get(row.table.node.as_str())?;
                    Some(Passage::of_row(node, &row.row.name, row.name.line))
                })
                .collect(),
            rows,
            nodes,
            children,
        }
    }

    /// The rows whose metric is similar to another, in the order of the document.
    pub(crate) fn rows_like(&self, metric: &Metric) -> impl Iterator<Item = &TableRow<'a>> {
        let rows = self.row_index.candidates(metric).into_iter().filter_map(|at| self.rows.get(at));
        let similar: Vec<&TableRow> = rows.filter(|row| row.metric.similarity(metric).is_some()).collect();
        similar.into_iter()
    }

    /// The figures of the plan's own place in all tables, with the row of each.
    pub(crate) fn table_figures(&self) -> impl Iterator<Item = (Figure<'a>, &TableRow<'a>)> {
        self.rows.iter().flat_map(|row| row.own_figures().map(move |figure| (figure, row)))
    }
}
