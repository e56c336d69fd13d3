//! Reads the targets that the body text states (目标) from the paragraphs of any plan, by rules.
//!
//! ```text
//! paragraph ─► sentences ─► years (time) ─► clauses ─► figures, words ─► paired ─► Target
//! ```
//! A year holds for its sentence, for the next ones as long as they state targets, and for the list (——…, 一是…) that its
//! paragraph opens. Statements about the past are no targets: reports, prefaces, years before the plan begins.
//! A date whose clauses give neither figure nor result in words is a task with a deadline only.
//!
//! Every function that takes `document` finds in it the lines of quotes in paragraphs that were joined from several
//! lines; without it such quotes are given the first line of their paragraph.

mod aside;
mod chapter;
mod clause;
mod dated_task;
mod figure;
mod found;
mod lead;
mod list;
mod measure;
mod metric;
mod number;
mod object;
mod part;
mod qualitative;
mod result;
mod rule;
mod segment;
mod sentence;
mod source_line;
mod table_row;
mod time;

use std::cell::OnceCell;

use crate::lexicon::Words;
use crate::lexicon::count::ENTRY_OPENINGS;
use crate::lexicon::heading::DASHES_AND_BULLETS;
use crate::lexicon::target::{GAPS, REPORT_WORDS};
use crate::model::{Dataset, Kind, Node, Plan, Role, Target, TargetValue, Unit};
use crate::registry::Registry;
use crate::words::{self, duties};

pub use source_line::Document;
pub use table_row::row_in_words;

pub(in crate::analysis) use result::results_in_node;
pub(in crate::analysis) use sentence::Sentence;
pub(in crate::analysis) use source_line::LineBreaks;

use chapter::{Subject, is_report, subject_of};
use clause::SentenceReader;
use found::{FoundTarget, Time};
use table_row::TableRows;
use time::{Horizon, Sense};

/// Stands where a value would, for a task that has a date and no value.
pub const DATED_TASK: words::Words = duties::DATED_TASK;

/// Longest quote, in characters. Between year and value there may be a whole paragraph.
const LONGEST_QUOTE: usize = 200;

/// Which targets to select. An empty list, or `None`, leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct Selection<'a> {
    /// Ids of the plans to look in.
    pub plans: Vec<&'a str>,
    /// The year by which a target must be due.
    pub year: Option<u16>,
    /// Id of a department that a clause of the target's node must name.
    pub department: Option<&'a str>,
}

/// A target with the plan and the node that state it.
#[derive(Clone, Debug)]
pub struct StatedTarget<'a> {
    /// The plan that contains the node.
    pub plan: &'a Plan,
    /// The node whose text states the target.
    pub node: &'a Node,
    /// The target with its indicator and table row.
    pub target: Target,
}

/// The selected targets of all plans, in the order of the documents. `document` gives the text of a plan by its id.
#[must_use]
pub fn select<'a, 'd>(
    dataset: &'a Dataset,
    registry: &Registry,
    selection: &Selection,
    document: impl Fn(&str) -> Option<&'d str>,
) -> Vec<StatedTarget<'a>> {
    let named = |node: &Node| selection.department.is_none_or(|department| node.role_of(department).is_some());
    let due = |target: &Target| selection.year.is_none_or(|year| target.years.contains(&year));
    let stated = dataset.selected(&selection.plans).flat_map(|plan| {
        let document = document(&plan.id).map(Document::new);
        in_nodes(plan, registry, document.as_ref(), named)
    });
    stated.filter(|stated| due(&stated.target)).collect()
}

/// The targets that a plan states, in the order of the document. `document` is the whole text of the plan.
#[must_use]
pub fn in_plan<'a>(plan: &'a Plan, registry: &Registry, document: Option<&str>) -> Vec<StatedTarget<'a>> {
    in_nodes(plan, registry, document.map(Document::new).as_ref(), |_| true)
}

/// The targets of those nodes of a plan that `wanted` accepts. Reads the rows of its tables once, which
/// [`in_node`] does for each node anew.
pub(in crate::analysis) fn in_nodes<'a>(
    plan: &'a Plan,
    registry: &Registry,
    document: Option<&Document>,
    wanted: impl Fn(&Node) -> bool,
) -> Vec<StatedTarget<'a>> {
    let rows = OnceCell::new();
    let rows = &rows;
    let state = |node| {
        let targets = in_node_without_links(plan, node, document).into_iter();
        targets.map(move |target| StatedTarget { plan, node, target: linked(target, plan, registry, rows) })
    };
    plan.nodes.iter().filter(|node| wanted(node)).flat_map(state).collect()
}

/// The targets that a plan states, without their nodes, in the order of the document. `document`
/// is the whole text of the plan.
#[must_use]
pub fn of_plan(plan: &Plan, registry: &Registry, document: Option<&str>) -> Vec<Target> {
    in_plan(plan, registry, document).into_iter().map(|stated| stated.target).collect()
}

/// All targets of all plans, in the order of the documents.
#[must_use]
pub fn all<'d>(dataset: &Dataset, registry: &Registry, document: impl Fn(&str) -> Option<&'d str>) -> Vec<Target> {
    select(dataset, registry, &Selection::default(), document).into_iter().map(|stated| stated.target).collect()
}

/// The values of a target with their years, and the quote: `2022年 不低于25%；2030年 35%　“…”`.
#[must_use]
pub fn values_with_quote(target: &Target) -> String {
    if target.deadline_only {
        return duties::with_quote(years_in_words(&target.years), &target.quote);
    }
    let value = |(at, value): (usize, &TargetValue)| match target.years.get(at) {
        Some(year) => duties::value_of_year(year, value.alone()),
        None => value.alone().to_owned(),
    };
    let values: Vec<String> = target.values.iter().enumerate().map(value).collect();
    duties::with_quote(values.join(words::punctuation::SEMICOLON.get()), &target.quote)
}

/// The targets that the paragraphs of one node state. `document` is the whole text of the plan.
#[must_use]
pub fn in_node(plan: &Plan, node: &Node, registry: &Registry, document: Option<&Document>) -> Vec<Target> {
    let rows = OnceCell::new();
    in_node_without_links(plan, node, document)
        .into_iter()
        .map(|target| linked(target, plan, registry, &rows))
        .collect()
}

/// Completes a target by its indicator and by the row of the plan's tables with the same metric. `rows` is filled when
/// the first target of the plan needs it.
fn linked<'a>(mut target: Target, plan: &'a Plan, registry: &'a Registry, rows: &OnceCell<TableRows<'a>>) -> Target {
    if target.deadline_only {
        return target;
    }
    let first = target.values.first();
    let unit = first.and_then(|value: &TargetValue| value.unit.as_deref());
    let known = registry.indicators().stated(&target.metric, unit, first.is_some_and(table_row::is_change));
    target.indicator = known.map(|known| known.id.clone());
    let rows = rows.get_or_init(|| TableRows::new(plan, registry.indicators()));
    if let Some((row, indicator)) = rows.row_of(&target) {
        target.indicator = target.indicator.or_else(|| indicator.map(str::to_owned));
        target.row = Some(row);
    }
    target
}

/// The targets that the paragraphs of one node state, without indicator and table row.
pub(in crate::analysis) fn in_node_without_links(plan: &Plan, node: &Node, document: Option<&Document>) -> Vec<Target> {
    if node.kind == Kind::Front || is_report(node) {
        return Vec::new();
    }
    let horizon = horizon(plan, node);
    let timeless = node.kind != Kind::Preamble;
    let states_targets = subject_of(node) == Some(Subject::Aims);
    let mut targets = Vec::new();
    // 2030年主要目标: the title dates what its text leaves undated.
    let of_title =
        chapter::year_of_aims(node, horizon.first_bare_year).map_or(Time::NotStated, |year| Time::Due(vec![year]));
    let mut opening = of_title.clone();
    for paragraph in &node.paragraphs {
        let is_entry = paragraph.text.starts_with(|first| DASHES_AND_BULLETS.contains(first))
            || ENTRY_OPENINGS.begins(&paragraph.text);
        let (found, opened) = paragraph_targets(
            &paragraph.text,
            if is_entry { opening.clone() } else { of_title.clone() },
            horizon,
            (timeless, states_targets),
        );
        if !is_entry {
            opening = if opened == Time::NotStated { of_title.clone() } else { opened };
        }
        if found.is_empty() {
            continue;
        }
        let marks: Vec<char> = paragraph.text.chars().collect();
        let breaks = LineBreaks::new(paragraph, document);
        for (at, found) in found {
            let quote: String =
                marks.get(at + found.quote.start..at + found.quote.end).unwrap_or_default().iter().collect();
            let line = breaks.line_at(at + found.quote.start);
            targets.push(unlinked_target(plan, node, found, line, quote));
        }
    }
    targets
}

/// The targets of a paragraph, each with the start of its sentence in characters, and the time that the first years of
/// the paragraph set. `time` holds at its start; `states_targets` says that its chapter is one of targets.
fn paragraph_targets(
    text: &str,
    time: Time,
    horizon: Horizon,
    (timeless, states_targets): (bool, bool),
) -> (Vec<(usize, FoundTarget)>, Time) {
    let mut targets = Vec::new();
    let mut opened = Time::NotStated;
    let inherited = time.clone();
    let mut time = time;
    for sentence in Sentence::all(text) {
        let mentions = time::mentions(&sentence, horizon);
        let is_due = mentions.iter().any(|mention| matches!(mention.sense, Sense::Due(_)));
        // 2022年3月启用，已达1800人次 reports, whatever the year; 到2025年 does not.
        let has_deadline = mentions.iter().any(|mention| mention.is_deadline && matches!(mention.sense, Sense::Due(_)));
        let holds = |words: &Words| words.iter().any(|word| sentence.contains(word));
        if (!has_deadline && holds(&REPORT_WORDS)) || holds(&GAPS) {
            time = inherited.clone();
            continue;
        }
        // Most sentences end here: no year holds for them, and a value without a year must be a figure.
        if mentions.is_empty() && !matches!(time, Time::Due(_)) && !sentence.may_hold_figure() {
            time = inherited.clone();
            continue;
        }
        let is_carried = !is_due && time != inherited;
        let reader = |time| SentenceReader::new(&sentence, &mentions, time, timeless).counting_verbs(states_targets);
        let (mut found, mut after) = reader(time).read();
        // The year of the sentence before holds for a sentence that goes on with its targets, not for another task.
        let goes_on =
            || found.first().is_some_and(|first| sentence.opens_with(first.at)) || !dated_task::opens(&sentence);
        if is_carried && !states_targets && !goes_on() {
            (found, after) = reader(inherited.clone()).read();
        }
        if opened == Time::NotStated && matches!(after, Time::Due(_)) {
            opened = after.clone();
        }
        // A year holds for the next sentence only as long as each sentence states a target, and only if it is the plan's last or
        // something is due by it: 2023年实现… tells of one task.
        let is_of_aims = |time: &Time| match time {
            Time::Due(years) => {
                let is_last = horizon.last_year.is_none_or(|last| years.iter().any(|year| *year >= last));
                let arrives = |mention: &time::TimeMention| {
                    mention.is_deadline
                        && matches!(&mention.sense, Sense::Due(due) if due == years)
                        && !ends_before(&sentence, mention)
                };
                is_last || *time == inherited || states_targets || is_carried || mentions.iter().any(arrives)
            }
            Time::NotStated | Time::Past | Time::Within(_) => true,
        };
        let goes_on = (is_due || !found.is_empty()) && is_of_aims(&after);
        time = if goes_on && after != Time::Past { after } else { inherited.clone() };
        targets.extend(found.into_iter().map(|found| (sentence.at, shortened(found))));
    }
    (targets, opened)
}

/// Whether words behind a year say that a task is done before its end (2023年底前), which holds for no other sentence.
fn ends_before(sentence: &Sentence, mention: &time::TimeMention) -> bool {
    sentence.has_before(mention.at.end, "前")
}

/// Lets a quote that would be too long to read begin with its metric.
fn shortened(mut found: FoundTarget) -> FoundTarget {
    if found.quote.len() > LONGEST_QUOTE {
        found.quote.start = found.at.max(found.quote.start);
    }
    found
}

/// Makes a target of what was found, without indicator and table row.
fn unlinked_target(plan: &Plan, node: &Node, found: FoundTarget, line: u32, quote: String) -> Target {
    Target {
        plan: plan.id.clone(),
        node: node.id.clone(),
        line,
        deadline_only: found.values.is_empty(),
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

/// From which year on the years of a plan are in its future: the first year of its period, or the year of issue.
fn horizon(plan: &Plan, node: &Node) -> Horizon {
    let year = |text: &str| text.get(..4).and_then(|digits| digits.parse::<u16>().ok());
    let start = plan.period.as_deref().and_then(year);
    let end = |text: &str| text.get(text.len().checked_sub(4)?..).and_then(|digits| digits.parse::<u16>().ok());
    let issued = plan.issued.as_deref().and_then(year);
    Horizon {
        wants_results: false,
        first_year: start.or(issued).unwrap_or(0),
        first_bare_year: issued.into_iter().chain(start).max().unwrap_or(0),
        last_year: plan.period.as_deref().and_then(end),
        is_preface: node.kind == Kind::Preamble,
    }
}

/// A target in one line, in the words of the plan: `居民健康素养水平：2022年 达到22%，2030年 达到30%`; a task
/// without a value as `2023年：各县设立工作站`.
#[must_use]
pub fn in_words(target: &Target) -> String {
    if target.deadline_only {
        return duties::named(years_in_words(&target.years), &target.metric);
    }
    let years = target.years.iter().copied().map(Some).chain(std::iter::repeat(None));
    let value = |(value, year): (&str, Option<u16>)| match year {
        Some(year) => duties::value_of_year(year, value),
        None => value.to_owned(),
    };
    let values: Vec<String> = target.values.iter().map(TargetValue::alone).zip(years).map(value).collect();
    let values = values.join(words::punctuation::COMMA.get());
    match (target.metric.is_empty(), values.is_empty()) {
        (false, false) => duties::named(&target.metric, values),
        (true, _) => values,
        (false, true) => target.metric.clone(),
    }
}

/// Years in one line: `2022年、2030年`.
fn years_in_words(years: &[u16]) -> String {
    years.iter().map(duties::year).collect::<Vec<_>>().join(words::LIST.get())
}

/// The units that the clauses of a node name, each once, the leading one first.
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

/// The printed names of the units that the clauses of a node name, as a list.
#[must_use]
pub fn unit_names(node: &Node) -> String {
    units(node).iter().map(|unit| unit.raw.as_str()).collect::<Vec<_>>().join(words::LIST.get())
}
