//! Targets that the body text states (目标): found in the paragraphs of any plan by rules, on demand.
//!
//! ```text
//! paragraph ─► sentences ─► years (time) ─► clauses ─► figures, words ─► paired ─► Target
//! ```
//! A year holds for its sentence, for the next ones as long as they state targets, and for the list (——…, 一是…) that its
//! paragraph opens. What is told of the past is none: reports, prefaces, bare years before the plan begins.

mod clause;
mod figure;
mod metric;
mod qualitative;
mod result;
mod segment;
mod sentence;
mod source_line;
mod table_row;
mod time;

use std::cell::OnceCell;

use crate::model::{Dataset, Kind, Node, Plan, Role, Target, TargetValue, Unit};
use crate::registry::Registry;

pub use source_line::Document;
pub use table_row::table_says;

pub(in crate::analysis) use result::of_node as told_by;
pub(in crate::analysis) use sentence::Sentence;
pub(in crate::analysis) use source_line::Breaks;

use clause::{Found, Reader, Time};
use table_row::Rows;
use time::{Horizon, Sense};

/// Words in a title that make its text a report.
const REPORTS: &[&str] = &[
    "成效",
    "成就",
    "发展基础",
    "工作基础",
    "现状",
    "回顾",
    "形势",
    "问题",
    "挑战",
    "短板",
    "机遇",
    "背景",
    "规划基础",
];
/// Words in a title that make its text a promise, whatever stands above it.
const PROMISES: &[&str] = &["目标", "任务", "指标"];
/// Words that make a sentence a report.
const TOLD: &[&str] = &["已建", "已达", "已实", "已完", "已有", "已经", "目前", "截至", "截止", "年来", "过去"];
/// What opens an entry of a list.
const ENTRIES: &[&str] = &["——", "—", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "●", "•"];
/// Longest quote, in characters: what lies between the year and the value may be a whole paragraph.
const LONGEST_QUOTE: usize = 200;

/// Which targets to show. An empty list selects all.
#[derive(Clone, Debug, Default)]
pub struct Selection<'a> {
    /// Ids of plans.
    pub plans: Vec<&'a str>,
    /// The year by which something is due.
    pub year: Option<u16>,
    /// Id of an office that a clause of the target's node names.
    pub department: Option<&'a str>,
}

/// A target with the node that states it.
#[derive(Clone, Debug)]
pub struct Stated<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The node.
    pub node: &'a Node,
    /// The target.
    pub target: Target,
}

/// The selected targets of all plans, in the order of the documents. `document` gives the text of a plan by its id,
/// where the caller has it; the lines of quotes in joined paragraphs are found there.
#[must_use]
pub fn select<'a, 'd>(
    dataset: &'a Dataset,
    registry: &Registry,
    selection: &Selection,
    document: impl Fn(&str) -> Option<&'d str>,
) -> Vec<Stated<'a>> {
    let plans =
        dataset.plans.iter().filter(|plan| selection.plans.is_empty() || selection.plans.contains(&plan.id.as_str()));
    let named = |node: &Node| selection.department.is_none_or(|office| node.role_of(office).is_some());
    let due = |target: &Target| selection.year.is_none_or(|year| target.years.contains(&year));
    let stated = plans.flat_map(|plan| {
        let document = document(&plan.id).map(Document::new);
        in_nodes(plan, registry, document.as_ref(), named)
    });
    stated.filter(|stated| due(&stated.target)).collect()
}

/// The targets that a plan states, in the order of the document. `document` is its whole text, if the caller has it.
#[must_use]
pub fn in_plan<'a>(plan: &'a Plan, registry: &Registry, document: Option<&str>) -> Vec<Stated<'a>> {
    in_nodes(plan, registry, document.map(Document::new).as_ref(), |_| true)
}

/// The same of those of its nodes that `wanted` picks. The rows of its tables are read once for all of them, which
/// [`of_node`] does for each anew.
pub(in crate::analysis) fn in_nodes<'a>(
    plan: &'a Plan,
    registry: &Registry,
    document: Option<&Document>,
    wanted: impl Fn(&Node) -> bool,
) -> Vec<Stated<'a>> {
    let rows = OnceCell::new();
    let rows = &rows;
    let state = |node| {
        let targets = bare(plan, node, document).into_iter();
        targets.map(move |target| Stated { plan, node, target: linked(target, plan, registry, rows) })
    };
    plan.nodes.iter().filter(|node| wanted(node)).flat_map(state).collect()
}

/// All targets of all plans, in the order of the documents.
#[must_use]
pub fn all<'d>(dataset: &Dataset, registry: &Registry, document: impl Fn(&str) -> Option<&'d str>) -> Vec<Target> {
    select(dataset, registry, &Selection::default(), document).into_iter().map(|stated| stated.target).collect()
}

/// What a target asks for, by when, and the words that say so: `2022年 不低于25%；2030年 35%　“…”`.
#[must_use]
pub fn stated(target: &Target) -> String {
    let value = |(at, value): (usize, &TargetValue)| match target.years.get(at) {
        Some(year) => format!("{year}年 {}", value.alone()),
        None => value.alone().to_owned(),
    };
    let values: Vec<String> = target.values.iter().enumerate().map(value).collect();
    format!("{}　“{}”", values.join("；"), target.quote)
}

/// The targets that a node's own paragraphs state. `document` is the plan's whole text, if the caller has it.
#[must_use]
pub fn in_node(plan: &Plan, node: &Node, registry: &Registry, document: Option<&Document>) -> Vec<Target> {
    let rows = OnceCell::new();
    bare(plan, node, document).into_iter().map(|target| linked(target, plan, registry, &rows)).collect()
}

/// A target with its indicator, and with the row of the plan's tables that speaks of it. The rows are read once for all
/// targets of the plan, if there is any.
fn linked<'a>(mut target: Target, plan: &'a Plan, registry: &'a Registry, rows: &OnceCell<Rows<'a>>) -> Target {
    let first = target.values.first();
    let unit = first.and_then(|value: &TargetValue| value.unit.as_deref());
    let known = registry.indicators().stated(&target.metric, unit, first.is_some_and(table_row::is_change));
    target.indicator = known.map(|known| known.id.clone());
    target.row = rows.get_or_init(|| Rows::new(plan, registry.indicators())).row_of(&target);
    target
}

/// The targets that a node's own paragraphs state, without indicator and row.
pub(in crate::analysis) fn bare(plan: &Plan, node: &Node, document: Option<&Document>) -> Vec<Target> {
    if node.kind == Kind::Front || is_report(node) {
        return Vec::new();
    }
    let horizon = horizon(plan, node);
    let timeless = node.kind != Kind::Preamble;
    let mut targets = Vec::new();
    let mut opening = Time::Unsaid;
    for paragraph in &node.paragraphs {
        let is_entry = ENTRIES.iter().any(|mark| paragraph.text.starts_with(mark));
        let (found, opened) = paragraph_targets(
            &paragraph.text,
            if is_entry { opening.clone() } else { Time::Unsaid },
            horizon,
            timeless,
        );
        if !is_entry {
            opening = opened;
        }
        if found.is_empty() {
            continue;
        }
        let marks: Vec<char> = paragraph.text.chars().collect();
        let breaks = Breaks::of(paragraph, document);
        for (at, found) in found {
            let quote: String =
                marks.get(at + found.quote.start..at + found.quote.end).unwrap_or_default().iter().collect();
            let line = breaks.line(at + found.quote.start);
            targets.push(target(plan, node, found, line, quote));
        }
    }
    targets
}

/// The targets of a paragraph with the place of their sentence in it, and the time that its first years set.
fn paragraph_targets(text: &str, time: Time, horizon: Horizon, timeless: bool) -> (Vec<(usize, Found)>, Time) {
    let mut targets = Vec::new();
    let mut opened = Time::Unsaid;
    let inherited = time.clone();
    let mut time = time;
    for sentence in Sentence::all(text) {
        let mentions = time::mentions(&sentence, horizon);
        let is_due = mentions.iter().any(|mention| matches!(mention.sense, Sense::Due(_)));
        if !is_due && TOLD.iter().any(|word| sentence.holds(word)) {
            time = inherited.clone();
            continue;
        }
        // Most sentences of a plan: no year holds for it, and a value without a year is a figure.
        if mentions.is_empty() && !matches!(time, Time::Due(_)) && !sentence.may_hold_figure() {
            time = inherited.clone();
            continue;
        }
        let (found, after) = Reader::new(&sentence, &mentions, time, timeless).read();
        if opened == Time::Unsaid && matches!(after, Time::Due(_)) {
            opened = after.clone();
        }
        // A year goes on to the next sentence only as long as targets follow one another.
        let goes_on = is_due || !found.is_empty();
        time = if goes_on && after != Time::Past { after } else { inherited.clone() };
        targets.extend(found.into_iter().map(|found| (sentence.at, shortened(found))));
    }
    (targets, opened)
}

/// Cuts what lies before the metric off a quote that would be too long to read.
fn shortened(mut found: Found) -> Found {
    if found.quote.len() > LONGEST_QUOTE {
        found.quote.start = found.at.max(found.quote.start);
    }
    found
}

/// A target as it was found, without indicator and row.
fn target(plan: &Plan, node: &Node, found: Found, line: u32, quote: String) -> Target {
    Target {
        plan: plan.id.clone(),
        node: node.id.clone(),
        line,
        years: found.years,
        metric: found.metric,
        indicator: None,
        row: None,
        values: found.values,
        quote,
        qualitative: found.qualitative,
        draft: plan.draft().map(str::to_owned),
    }
}

/// Whether a node tells of the past: by its own title, else by the nearest above it that says so.
fn is_report(node: &Node) -> bool {
    let titles = node.title.iter().chain(node.path.iter().rev());
    let has = |title: &String, words: &[&str]| words.iter().any(|word| title.contains(word));
    titles
        .into_iter()
        .find_map(|title| if has(title, PROMISES) { Some(false) } else { has(title, REPORTS).then_some(true) })
        .unwrap_or(false)
}

/// From when on the years of a plan lie ahead: its period's first year, or the year it was issued.
fn horizon(plan: &Plan, node: &Node) -> Horizon {
    let year = |text: &str| text.get(..4).and_then(|digits| digits.parse::<u16>().ok());
    let start = plan.period.as_deref().and_then(year);
    let issued = plan.issued.as_deref().and_then(year);
    Horizon {
        results: false,
        explicit: start.or(issued).unwrap_or(0),
        bare: issued.into_iter().chain(start).max().unwrap_or(0),
        told: node.kind == Kind::Preamble,
    }
}

/// A target in one line, in the words of the plan: `居民健康素养水平：2022年 达到22%，2030年 达到30%`.
#[must_use]
pub fn told(target: &Target) -> String {
    let years = target.years.iter().copied().map(Some).chain(std::iter::repeat(None));
    let value = |(value, year): (&str, Option<u16>)| match year {
        Some(year) => format!("{year}年 {value}"),
        None => value.to_owned(),
    };
    let values: Vec<String> = target.values.iter().map(TargetValue::alone).zip(years).map(value).collect();
    let parts = [target.metric.clone(), values.join("，")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("：")
}

/// The units that a node's clauses name, each once, the lead first where one is said.
#[must_use]
pub fn units(node: &Node) -> Vec<&Unit> {
    let mut units: Vec<&Unit> = node.responsible.iter().flat_map(|clause| &clause.units).collect();
    units.sort_by_key(|unit| unit.role != Role::Lead);
    let mut named: Vec<&Unit> = Vec::new();
    for unit in units {
        if !named.iter().any(|known| known.raw == unit.raw) {
            named.push(unit);
        }
    }
    named
}

/// The same for a table: their names as printed.
#[must_use]
pub fn responsible(node: &Node) -> String {
    units(node).iter().map(|unit| unit.raw.as_str()).collect::<Vec<_>>().join("、")
}
