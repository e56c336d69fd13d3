//! `guihua tasks`: tasks, one a row.

use crate::analysis::responsibility::duty;
use crate::analysis::responsibility::task::{self, Selection};
use crate::analysis::responsibility::unassigned::{self, Unassigned};
use crate::analysis::targets::target;
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::{self, Selected};
use crate::command;
use crate::export::{Bureau, DutyLedger, Front, Sheet, line_range};
use crate::library::Waiting;
use crate::model::{Dataset, Node, Plan, Role};
use crate::words::{LIST, Language, tables, within};

pub(super) fn run(args: &command::Tasks, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    if let Some(chapter) = &args.chapter {
        resolve::node(&Selected::of_nodes(library, &[chapter])?.dataset, chapter)?;
    }
    let selected = Selected::new(library, &args.plans)?;
    let registry = library.library().registry();
    let offices = args.departments.iter().map(|name| resolve::department_in(registry.departments(), name, &selected));
    let (offices, notes): (Vec<_>, Vec<_>) = offices.collect::<anyhow::Result<Vec<_>>>()?.into_iter().unzip();
    for note in notes.iter().flatten() {
        out.say(note);
    }
    let selection = Selection {
        plans: selected.ids(),
        departments: offices.iter().map(|office| office.id.as_str()).collect(),
        role: args.role.map(Role::from),
        chapter: args.chapter.as_deref(),
        without_unit: args.no_unit,
    };
    let tasks = task::select(&selected.dataset, &selection);
    let note = selected.note_without_units();
    // The plans that leave tasks without a unit, and how many; asked for with --no-unit.
    let unnamed: Vec<String> = if args.no_unit {
        unassigned::in_plans(&selected.dataset, &selection.plans).iter().map(Unassigned::sentence).collect()
    } else {
        Vec::new()
    };
    for message in note.iter().filter(|_| !offices.is_empty()).chain(&unnamed) {
        out.say(message);
    }
    let rows: Vec<_> = tasks.iter().map(|(plan, node)| task::row(plan, node)).collect();
    if matches!(out.format(), Format::Text | Format::Json) {
        return out.rows(&rows, Front::default, || sheet(&tasks));
    }
    let targets: Vec<_> = tasks.iter().map(|(plan, node)| target::in_node(plan, node, registry, None)).collect();
    let recorded = super::recorded(&selected, library)?;
    let ledger = DutyLedger {
        recorded: &recorded,
        duties: duty::select(&tasks, &selection),
        bureaus: bureaus(&selected.dataset, &selection),
        targets: tasks
            .iter()
            .zip(&targets)
            .map(|((_, node), of_node)| (node.id.as_str(), of_node.as_slice()))
            .collect(),
    };
    let note = note.filter(|_| !offices.is_empty()).map(tables::sentence);
    let front = unnamed.into_iter().fold(ledger.front().noting(note), Front::noting);
    write(&ledger, front, out)
}

/// Writes the ledger in the format of the output: a part for each plan, but for csv.
fn write(ledger: &DutyLedger, front: Front, out: &mut Output) -> anyhow::Result<Outcome> {
    let n_duties = ledger.duties.len();
    match out.format() {
        Format::Xlsx => out.workbook(&ledger.tabs(), &front, n_duties),
        Format::Docx | Format::Html | Format::Md => out.document(&ledger.document(front), n_duties),
        Format::Csv | Format::Text | Format::Json => {
            let text = within(Language::Chinese, || out.csv(&ledger.sheet()));
            out.text(&text)?;
            Ok(Outcome::rows(n_duties))
        }
    }
}

/// The selected bureaus, in the order of the registry.
fn bureaus<'a>(dataset: &'a Dataset, selection: &Selection) -> Vec<Bureau<'a>> {
    let selected = dataset.departments.iter().filter(|office| selection.departments.contains(&office.id.as_str()));
    selected.map(|office| Bureau { id: &office.id, name: &office.name }).collect()
}

/// The tasks for a screen: narrower than the ledger, with the ids that `show` takes.
fn sheet(tasks: &[(&Plan, &Node)]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::PLAN,
        tables::ID,
        tables::TASK,
        tables::LEAD,
        tables::SUPPORT,
        tables::NAMED,
        tables::LINES,
    ]);
    for (plan, node) in tasks {
        let units = |role: Role| {
            let units = node.responsible.iter().flat_map(|clause| &clause.units).filter(|unit| unit.role == role);
            let mut names: Vec<&str> = Vec::new();
            for unit in units.map(|unit| unit.raw.as_str()) {
                if !names.contains(&unit) {
                    names.push(unit);
                }
            }
            names.join(LIST.get())
        };
        sheet.push([
            plan.marked(),
            node.id.clone(),
            node.heading(),
            units(Role::Lead),
            units(Role::Joint),
            units(Role::Listed),
            line_range(node.lines),
        ]);
    }
    sheet
}
