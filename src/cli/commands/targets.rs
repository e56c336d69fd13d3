//! `guihua targets`: what the body text promises, by when.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::targets::target::{self, Selection, StatedTarget};
use crate::cli::output::{Outcome, Output};
use crate::cli::resolve::{self, Selected};
use crate::command;
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model;
use crate::registry::Registry;
use crate::words::punctuation::SEMICOLON;
use crate::words::tables;

pub(super) fn run(args: &command::Targets, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let registry = library.library().registry();
    let office = args.department.as_deref().map(|name| resolve::department_in(registry.departments(), name, &selected));
    let (office, note) = office.transpose()?.map_or((None, None), |(office, note)| (Some(office), note));
    if let Some(note) = &note {
        out.say(note);
    }
    let selection =
        Selection { plans: selected.ids(), year: args.year, department: office.map(|office| office.id.as_str()) };
    let mut sources: HashMap<&str, Arc<str>> = HashMap::new();
    for plan in selected.plans() {
        let source = library.ask(|library| library.source(&plan.id))?;
        sources.extend(source.map(|source| (plan.id.as_str(), source)));
    }
    let source = |plan: &str| sources.get(plan).map(AsRef::as_ref);
    let stated = target::select(&selected.dataset, registry, &selection, source);
    if selection.department.is_some() {
        say_what_is_left_out(&selected, registry, &selection, out);
    }
    let rows: Vec<&model::Target> = stated.iter().map(|stated| &stated.target).collect();
    let office = selection.department.and_then(|id| selected.dataset.department(id));
    let office = office.map(|office| office.name.as_str()).unwrap_or_default();
    let named = selected.dataset.plans.iter().filter(|plan| rows.iter().any(|row| row.plan == plan.id));
    let front =
        || Front::new(tables::TARGETS, office, named.clone()).noting(tables::ON_TARGETS.to_string()).citing(named);
    out.rows(&rows, front, || sheet(&stated))
}

/// Says what the list of a bureau cannot hold: plans without responsible units, and targets above the
/// tasks that name the units.
fn say_what_is_left_out(selected: &Selected, registry: &Registry, selection: &Selection, out: &mut Output) {
    if let Some(note) = selected.note_without_units() {
        out.say(&note);
    }
    let all = Selection { department: None, ..selection.clone() };
    let all = target::select(&selected.dataset, registry, &all, |_| None);
    let unnamed = all.iter().filter(|stated| stated.plan.names_units() && stated.node.responsible.is_empty()).count();
    if unnamed > 0 {
        out.say(&tables::targets_without_offices(unnamed));
    }
}

fn sheet(stated: &[StatedTarget]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::PLAN,
        tables::YEAR,
        tables::INDICATOR,
        tables::TARGET,
        tables::RESPONSIBLE,
        tables::TABLE,
        tables::SOURCE_TEXT,
        tables::LINES,
    ]);
    for StatedTarget { plan, node, target } in stated {
        let years: Vec<String> = target.years.iter().map(u16::to_string).collect();
        let mut values: Vec<&str> = target.values.iter().map(|value| value.raw.as_str()).collect();
        // One value for two years stands here once.
        values.dedup();
        if target.deadline_only {
            values.push(target::DATED_TASK.get());
        }
        sheet.push([
            plan.marked(),
            years.join(SEMICOLON.get()),
            target.metric.clone(),
            values.join(SEMICOLON.get()),
            target::unit_names(node),
            target::row_in_words(target).unwrap_or_default(),
            target.quote.clone(),
            target.line.to_string(),
        ]);
    }
    sheet
}
