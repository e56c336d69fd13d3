//! `guihua depts`: offices with the number of their tasks.

use crate::analysis::responsibility::department::{self, DepartmentRow};
use crate::cli::output::{Outcome, Output};
use crate::cli::resolve::{self, Selected};
use crate::command;
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model::{Dataset, Level, Plan};
use crate::words::{LIST, tables};

pub(super) fn run(args: &command::Depts, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let level = args.level.as_deref().map(resolve::level).transpose()?;
    let mut rows = department::rows(&selected.dataset, &selected.ids());
    rows.retain(|row| level.is_none() || row.level == level);
    let note = selected.note_without_units();
    if let Some(note) = &note {
        out.say(note);
    }
    let front = || Front::new(tables::OFFICE_TASKS, "", selected.plans()).noting(note.map(tables::sentence));
    out.rows(&rows, front, || sheet(&selected.dataset, &rows))
}

fn sheet(dataset: &Dataset, rows: &[DepartmentRow]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::OFFICE,
        tables::N_TASKS,
        tables::N_LED,
        tables::N_SUPPORTED,
        tables::NAMED,
        tables::INITIALS,
        tables::PRINTED_AS,
        tables::NAMED_IN,
        tables::LEVEL,
    ]);
    for row in rows {
        let counts = row.counts();
        let named = row.plans.iter().filter(|(_, counts)| counts.total() > 0);
        let plans: Vec<String> = named.filter_map(|(id, _)| dataset.plan(id)).map(Plan::marked).collect();
        let forms: Vec<&str> = row.aliases.iter().map(|alias| alias.raw.as_str()).collect();
        sheet.push([
            row.name.to_owned(),
            row.total.to_string(),
            counts.lead.to_string(),
            counts.joint.to_string(),
            counts.listed.to_string(),
            row.initials.to_owned(),
            forms.join(LIST.get()),
            plans.join(LIST.get()),
            row.level.map_or("", Level::name).to_owned(),
        ]);
    }
    sheet
}
