//! `guihua matrix`: offices by plans.

use crate::analysis::responsibility::matrix::{self, MatrixRow};
use crate::cli::output::{Outcome, Output};
use crate::cli::resolve::Selected;
use crate::command;
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model::RoleCounts;
use crate::model::{Dataset, Plan};

/// The cell of every office in a plan that names no responsible units.
const NO_UNITS: &str = "未写责任单位";

pub(super) fn run(args: &command::Matrix, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let rows = matrix::rows(&selected.dataset, &selected.ids());
    let note = selected.note_without_units();
    if let Some(note) = &note {
        out.say(note);
    }
    let front = || Front::new("部门任务总表", "", selected.plans()).noting(note.map(|note| format!("{note}。")));
    out.rows(&rows, front, || sheet(&selected.dataset, &rows))
}

/// The sheet with a column for each plan, in which leading and supporting are counted apart
/// where the plan says who leads.
fn sheet(dataset: &Dataset, rows: &[MatrixRow]) -> Sheet {
    let plans = rows.first().map_or(&[] as &[_], |row| row.plans.as_slice());
    let plans = plans.iter().filter_map(|(id, _)| dataset.plan(id));
    let mut header = vec!["部门".to_owned()];
    header.extend(plans.map(Plan::marked));
    header.push("合计".to_owned());
    let line = |row: &MatrixRow| {
        let name = std::iter::once(row.name.to_owned());
        let cells = row.plans.iter().map(|(_, counts)| counts.map_or_else(|| NO_UNITS.to_owned(), count_words));
        name.chain(cells).chain([row.total.to_string()]).collect()
    };
    Sheet { header, rows: rows.iter().map(line).collect(), ..Sheet::default() }
}

/// The counts in words, as in `牵头3 配合1`; `0` where the plan names others and not this office.
fn count_words(counts: RoleCounts) -> String {
    let counted = [("牵头", counts.lead), ("配合", counts.joint), ("责任单位（未分牵头）", counts.listed)];
    let words: Vec<String> = counted.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name}{n}")).collect();
    if words.is_empty() { "0".to_owned() } else { words.join(" ") }
}
