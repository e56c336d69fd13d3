//! `guihua matrix`: offices by plans.

use crate::analysis::responsibility::duty::role_name;
use crate::analysis::responsibility::matrix::{self, MatrixRow};
use crate::cli::output::{Outcome, Output};
use crate::cli::resolve::Selected;
use crate::command;
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model::{Dataset, Plan, Role, RoleCounts};
use crate::words::tables;

pub(super) fn run(args: &command::Matrix, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let rows = matrix::rows(&selected.dataset, &selected.ids());
    let note = selected.note_without_units();
    if let Some(note) = &note {
        out.say(note);
    }
    let front = || Front::new(tables::MATRIX, "", selected.plans()).noting(note.map(tables::sentence));
    out.rows(&rows, front, || sheet(&selected.dataset, &rows))
}

/// The sheet with a column for each plan, in which leading and supporting are counted apart
/// where the plan says who leads.
fn sheet(dataset: &Dataset, rows: &[MatrixRow]) -> Sheet {
    let plans = rows.first().map_or(&[] as &[_], |row| row.plans.as_slice());
    let plans = plans.iter().filter_map(|(id, _)| dataset.plan(id));
    let mut header = vec![tables::OFFICE.to_string()];
    header.extend(plans.map(Plan::marked));
    header.push(tables::TOTAL.to_string());
    let line = |row: &MatrixRow| {
        let name = std::iter::once(row.name.to_owned());
        let cells =
            row.plans.iter().map(|(_, counts)| counts.map_or_else(|| tables::NO_UNITS.to_string(), count_words));
        name.chain(cells).chain([row.total.to_string()]).collect()
    };
    Sheet { header, rows: rows.iter().map(line).collect(), ..Sheet::default() }
}

/// The counts in words, as in `牵头3 配合1`; `0` where the plan names others and not this office.
fn count_words(counts: RoleCounts) -> String {
    let counted = Role::ALL.map(|role| (role, counts.of(role)));
    let counted = counted.iter().filter(|(_, n)| *n > 0);
    let words: Vec<String> = counted.map(|(role, n)| tables::count(role_name(*role), n)).collect();
    if words.is_empty() { "0".to_owned() } else { words.join(" ") }
}
