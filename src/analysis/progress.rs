//! The execution of plans (台账): what users recorded, beside what the plans ask for, and what it means (推算).
//!
//! A plan says where it starts and where it wants to be; what lies between is a straight line that this program draws, and says
//! so. Nothing is concluded where nobody can tell which direction is better.

mod judge;

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::analysis::check::direction_of;
use crate::analysis::comparison::bound::{Bound, Point};
use crate::analysis::comparison::{bounds_of, pace};
use crate::analysis::indicators::indicator;
use crate::lexicon::progress::{DONE, NOT_YET};
use crate::model::{Citations, Node, Plan, Progress, Record, Row, Table, Target, Value, ValueKind};
use crate::registry::Registry;
use crate::words::{Words, progress, punctuation};

pub use judge::{Judgement, Verdict};

/// A row of the ledger: an indicator, a target or a task, with a record or without. The fields are those of the JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgressRow {
    /// Id of the plan whose execution is recorded.
    pub plan: String,
    /// The id by which the row is recorded, see [`Record::id`].
    pub id: String,
    /// Whether it is an indicator, a target of the text, a task, or a record without a place.
    pub kind: RowKind,
    /// The place in the plan, as it is cited.
    pub place: String,
    /// The name as the plan prints it; of a record without a place as it was recorded.
    pub name: String,
    /// The unit of the indicator as the plan prints it.
    pub unit: Option<String>,
    /// Where the plan starts, with the year.
    pub base: Option<String>,
    /// The targets as printed, with their years.
    pub target: Option<String>,
    /// The year by which the record, or without one the whole, is due.
    pub due: Option<u16>,
    /// The year in which the value was reached.
    pub year: Option<u16>,
    /// What was reached, as recorded.
    pub value: Option<String>,
    /// How far it is, in the words of the user.
    pub status: Option<String>,
    /// What the user remarked beside it.
    pub note: Option<String>,
    /// Calculated: the value due in the year of the record.
    pub expected: Option<f64>,
    /// Calculated: what the record means; `None` where nobody can tell.
    pub verdict: Option<Verdict>,
    /// Calculated: how the expected value comes about.
    pub formula: Option<String>,
}

impl ProgressRow {
    /// The record in one line, in the language in force: 人均预期寿命：2027年实际79.9岁，推算应达79.8，符合进度（推算）.
    #[must_use]
    pub fn in_words(&self) -> String {
        let verdict = match (self.verdict, self.expected) {
            // What users say themselves needs no conclusion.
            (Some(Verdict::Done) | None, _) => String::new(),
            (Some(verdict), Some(expected)) => progress::judged_by(verdict.name(), expected).get().to_owned(),
            (Some(verdict), None) => progress::judged(verdict.name()).get().to_owned(),
        };
        let status = self.status.as_deref().unwrap_or_default();
        let value = self.value.as_deref().unwrap_or_default();
        let unit = self.unit.as_deref().filter(|unit| !value.is_empty() && !value.ends_with(unit)).unwrap_or_default();
        let year = self.year.map(|year| progress::of_year(year).get().to_owned()).unwrap_or_default();
        let name =
            if self.kind == RowKind::Task { String::new() } else { progress::named(&self.name).get().to_owned() };
        let what = if value.is_empty() {
            String::new()
        } else {
            progress::reached(year, format_args!("{value}{unit}")).get().to_owned()
        };
        let note = self.note.as_deref().map(|note| progress::noted(note).get().to_owned()).unwrap_or_default();
        let parts = [what, status.to_owned()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        format!("{name}{}{verdict}{note}", parts.join(punctuation::COMMA.get()))
    }
}

/// What a row of the ledger is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    /// A row of an indicator table.
    Indicator,
    /// A target that the text alone states.
    Target,
    /// A task, as `tasks` lists it.
    Task,
    /// A record whose place is no longer in the plan.
    Unplaced,
}

impl RowKind {
    /// The word for it on the screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        let name: Words = match self {
            Self::Indicator => progress::INDICATOR,
            Self::Target => progress::TEXT_TARGET,
            Self::Task => progress::TASK,
            Self::Unplaced => progress::UNPLACED,
        };
        name.get()
    }
}

/// What can be recorded of a plan, in the order of the document: tables, targets of the text, tasks.
pub struct Recordable<'a> {
    plan: &'a Plan,
    items: Vec<Item<'a>>,
}

/// An indicator, a target or a task.
struct Item<'a> {
    id: String,
    kind: RowKind,
    node: &'a str,
    name: &'a str,
    unit: Option<&'a str>,
    base: Option<Value>,
    /// The targets with their years, as printed.
    printed: Vec<(Option<u16>, String)>,
    path: judge::Path,
}

impl<'a> Recordable<'a> {
    /// Collects what can be recorded of a plan; `targets` are those of its text.
    #[must_use]
    pub fn new(plan: &'a Plan, targets: &'a [Target], registry: &'a Registry) -> Self {
        let tables =
            plan.tables().flat_map(|table| table.rows.iter().enumerate().map(move |(at, row)| (table, at, row)));
        let mut items: Vec<Item> = tables.map(|(table, at, row)| of_row(plan, table, at, row, registry)).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for target in targets {
            let count = counts.entry(&target.node).or_default();
            *count += 1;
            // What a table has as well is recorded there.
            if !target.deadline_only && target.row.is_none() && target.values.iter().any(|value| value.number.is_some())
            {
                items.push(of_target(plan, target, *count, registry));
            }
        }
        let dated = targets.iter().filter(|target| target.deadline_only);
        let mut due: HashMap<&str, u16> = HashMap::new();
        for (node, year) in dated.flat_map(|target| target.years.iter().map(|year| (target.node.as_str(), *year))) {
            let last = due.entry(node).or_insert(year);
            *last = year.max(*last);
        }
        items.extend(plan.tasks().map(|task| of_task(task, due.get(task.id.as_str()).copied())));
        Self { plan, items }
    }

    /// The names of what can be recorded, by ids.
    #[must_use]
    pub fn names(&self) -> HashMap<&str, &'a str> {
        self.items.iter().map(|item| (item.id.as_str(), item.name)).collect()
    }

    /// Whether something is a task, for which no year is needed.
    #[must_use]
    pub fn is_task(&self, id: &str) -> bool {
        self.items.iter().any(|item| item.id == id && item.kind == RowKind::Task)
    }

    /// The rows of the ledger: one for each record, and where `with_open`, one for each thing without a record. Records
    /// whose place is gone come last. `today` is the present year, by which tasks are overdue.
    #[must_use]
    pub fn rows(&self, progress: &Progress, today: u16, with_open: bool) -> Vec<ProgressRow> {
        let places = Citations::new(self.plan);
        let mut rows = Vec::new();
        for item in &self.items {
            let mut records = progress.of(&item.id).peekable();
            if records.peek().is_none() && with_open {
                rows.push(item.row(self.plan, &places, None, today));
            }
            rows.extend(records.map(|record| item.row(self.plan, &places, Some(record), today)));
        }
        let known: HashSet<&str> = self.items.iter().map(|item| item.id.as_str()).collect();
        let prefix = format!("{}/", self.plan.id);
        let lost = progress.records().iter().filter(|record| record.id.starts_with(&prefix));
        rows.extend(
            lost.filter(|record| !known.contains(record.id.as_str())).map(|record| unplaced(&self.plan.id, record)),
        );
        rows
    }
}

fn of_row<'a>(plan: &'a Plan, table: &'a Table, at: usize, row: &'a Row, registry: &'a Registry) -> Item<'a> {
    let values = indicator::values(table, row);
    let is_own = |value: &Value| indicator::is_own_scope(plan.region.as_deref(), value.scope.as_deref());
    let own: Vec<Value> = values.into_iter().filter(is_own).collect();
    let base = own.iter().find(|value| value.kind == Some(ValueKind::Baseline) && value.raw.is_some()).cloned();
    let targets = own.iter().filter(|value| value.kind == Some(ValueKind::Target));
    Item {
        id: format!("{}.{}", table.id, at + 1),
        kind: RowKind::Indicator,
        node: &table.node,
        name: &row.name,
        unit: row.unit.as_deref(),
        printed: targets.filter_map(|value| Some((value.year, value.raw.clone()?))).collect(),
        path: judge::Path {
            from: pace::baseline(&own),
            bounds: bounds_of(&own),
            direction: direction_of(plan, registry.indicators(), &row.name, row.unit.as_deref()),
        },
        base,
    }
}

fn of_target<'a>(plan: &'a Plan, target: &'a Target, count: usize, registry: &'a Registry) -> Item<'a> {
    let by_year = || target.values.iter().enumerate().map(|(at, value)| (target.years.get(at).copied(), value));
    let unit = target.values.first().and_then(|value| value.unit.as_deref());
    let bound = |(year, value): (Option<u16>, &crate::model::TargetValue)| {
        let point = Point { year: year?, number: value.number? };
        let is_change =
            matches!(value.comparator, Some(crate::model::Comparator::FallBy | crate::model::Comparator::RiseBy));
        let bound = Bound { point, sign: value.comparator, raw: value.raw.clone(), is_worked_out: false };
        (!is_change).then_some(bound)
    };
    Item {
        id: format!("{}#{count}", target.node),
        kind: RowKind::Target,
        node: &target.node,
        name: &target.metric,
        unit,
        base: None,
        printed: by_year().map(|(year, value)| (year, value.alone().to_owned())).collect(),
        path: judge::Path {
            from: None,
            bounds: by_year().filter_map(bound).collect(),
            direction: direction_of(plan, registry.indicators(), &target.metric, unit),
        },
    }
}

fn of_task(task: &Node, due: Option<u16>) -> Item<'_> {
    let in_clauses = task.responsible.iter().filter_map(|clause| clause.deadline.as_ref());
    let due = in_clauses.flat_map(|deadline| deadline.years.iter().copied()).chain(due).max();
    Item {
        id: task.id.clone(),
        kind: RowKind::Task,
        node: &task.id,
        name: task.title.as_deref().or(task.number.as_deref()).unwrap_or_default(),
        unit: None,
        base: None,
        printed: due.map(|year| (Some(year), String::new())).into_iter().collect(),
        path: judge::Path::default(),
    }
}

impl Item<'_> {
    fn row(&self, plan: &Plan, places: &Citations, record: Option<&Record>, today: u16) -> ProgressRow {
        let last = self.printed.iter().filter_map(|(year, _)| *year).max();
        let judgement = record.and_then(|record| match self.kind {
            RowKind::Task => of_status(record, last, today),
            RowKind::Indicator | RowKind::Target | RowKind::Unplaced => self.path.judge(record),
        });
        let dated = |year: Option<u16>, raw: &str| match year {
            Some(year) if raw.is_empty() => progress::of_year(year).get().trim().to_owned(),
            Some(year) => format!("{} {raw}", progress::of_year(year).get().trim()),
            None => raw.to_owned(),
        };
        let targets: Vec<String> = self.printed.iter().map(|(year, raw)| dated(*year, raw)).collect();
        let base = self.base.as_ref().and_then(|base| Some(dated(base.year, base.raw.as_deref()?)));
        let judged = judgement.as_ref();
        ProgressRow {
            plan: plan.id.clone(),
            id: self.id.clone(),
            kind: self.kind,
            place: places.place_of(self.node),
            name: self.name.to_owned(),
            unit: self.unit.map(str::to_owned),
            base,
            target: (!targets.is_empty() && self.kind != RowKind::Task).then(|| targets.join("；")),
            due: judged.and_then(|judged| judged.due).or(last),
            year: record.and_then(|record| record.year),
            value: record.and_then(|record| record.value.clone()),
            status: record.and_then(|record| record.status.clone()),
            note: record.and_then(|record| record.note.clone()),
            expected: judged.and_then(|judged| judged.expected),
            verdict: judged.map(|judged| judged.verdict),
            formula: judgement.as_ref().and_then(|judged| judged.formula.clone()),
        }
    }
}

/// What the status of a task means: done, or overdue.
fn of_status(record: &Record, due: Option<u16>, today: u16) -> Option<Judgement> {
    let verdict = if record.status.as_deref().is_some_and(is_done) {
        Verdict::Done
    } else {
        due.filter(|due| *due < today).map(|_| Verdict::Overdue)?
    };
    Some(Judgement { verdict, due, expected: None, formula: None })
}

/// Whether a status says that a task is done, and not that it is partly or not yet.
fn is_done(status: &str) -> bool {
    DONE.is_in(status) && !NOT_YET.is_in(status)
}

fn unplaced(plan: &str, record: &Record) -> ProgressRow {
    ProgressRow {
        plan: plan.to_owned(),
        id: record.id.clone(),
        kind: RowKind::Unplaced,
        place: String::new(),
        name: record.name.clone(),
        unit: None,
        base: None,
        target: None,
        due: None,
        year: record.year,
        value: record.value.clone(),
        status: record.status.clone(),
        note: record.note.clone(),
        expected: None,
        verdict: None,
        formula: None,
    }
}
