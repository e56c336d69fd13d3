//! `guihua tasks`: tasks, one a row.

use crate::analysis::responsibility::task::{self, Selection};
use crate::analysis::responsibility::unassigned::{self, Unassigned};
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::{self, Selected};
use crate::cli::wording::line_range;
use crate::command;
use crate::export::{self, Front, Sheet};
use crate::library::Waiting;
use crate::model::{Dataset, Node, Plan, Role};

pub(super) fn run(args: &command::Tasks, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    if let Some(chapter) = &args.chapter {
        resolve::node(&Selected::of_nodes(library, &[chapter])?.dataset, chapter)?;
    }
    let selected = Selected::new(library, &args.plans)?;
    let registry = library.library().registry();
    let offices = args.departments.iter().map(|name| resolve::department(registry.departments(), name));
    let offices = offices.collect::<anyhow::Result<Vec<_>>>()?;
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
    let front = || {
        let offices = offices_in_order(&selected.dataset, &selection);
        let front = export::ledger_front(&tasks, &offices).noting(note.map(|note| format!("{note}。")));
        unnamed.into_iter().fold(front, Front::noting)
    };
    let is_text = out.format() == Format::Text;
    out.rows(&rows, front, || if is_text { sheet(&tasks) } else { export::ledger(&tasks, registry) })
}

/// The names of the selected offices, in the order of the dataset.
fn offices_in_order<'a>(dataset: &'a Dataset, selection: &Selection) -> Vec<&'a str> {
    let selected = dataset.departments.iter().filter(|office| selection.departments.contains(&office.id.as_str()));
    selected.map(|office| office.name.as_str()).collect()
}

/// The tasks for a screen: narrower than the ledger, with the ids that `show` takes.
fn sheet(tasks: &[(&Plan, &Node)]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "节点", "任务", "牵头", "配合", "列名", "行"]);
    for (plan, node) in tasks {
        let units = |role: Role| {
            let units = node.responsible.iter().flat_map(|clause| &clause.units).filter(|unit| unit.role == role);
            let mut names: Vec<&str> = Vec::new();
            for unit in units.map(|unit| unit.raw.as_str()) {
                if !names.contains(&unit) {
                    names.push(unit);
                }
            }
            names.join("、")
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
