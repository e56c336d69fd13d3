//! The tasks of one bureau as rows: what it is called, then plan by plan what each plan gives it to do, or that the plan
//! gives nobody anything to do.

use super::line::{Line, plain};
use super::page::{Role, Row};
use super::words;
use super::world::{Spot, World};
use crate::analysis::department::Counts;
use crate::analysis::ledger::Duty;
use crate::model;
use crate::text::sanitize::one_line;
use crate::text::width::Align;
use crate::text::wrap::wrap;

/// From this many cells on, a task's chapter stands at the right of its row.
const CHAPTER_FROM: usize = 56;

/// A row of the pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DutyRow {
    /// A head: a text, and counts at the right edge.
    Head(String, String),
    /// A remark.
    Note(String, Role),
    /// A task, which can be opened.
    Duty(Duty),
}

/// The rows for the bureau with this id, remarks broken at `cells`.
pub(crate) fn rows(world: &World, id: &str, cells: usize) -> Vec<DutyRow> {
    let mut rows = Vec::new();
    let bureau = world.ledger().bureau(id);
    let department = world.dataset.department(id);
    let name = department.map(|department| &department.name).or(bureau.map(|bureau| &bureau.name));
    let total = bureau.map(|bureau| bureau.tally(|plan| world.is_chosen(plan))).unwrap_or_default();
    rows.push(DutyRow::Head(name.cloned().unwrap_or_default(), words::tasks(total.total())));
    let mut note = |text: &str, role: Role| {
        let text = one_line(text);
        let parts = wrap(&text, cells, world.width);
        rows.extend(parts.into_iter().filter_map(|part| Some(DutyRow::Note(text.get(part)?.to_owned(), role))));
    };
    let duties = bureau.map_or(&[] as &[Duty], |bureau| &bureau.duties);
    let mut printed: Vec<&str> = Vec::new();
    for duty in duties.iter().filter(|duty| world.is_chosen(duty.plan)) {
        if !printed.contains(&duty.printed.as_str()) {
            printed.push(&duty.printed);
        }
    }
    if !printed.is_empty() {
        note(&format!("{}{}", words::PRINTED_AS, printed.join("、")), Role::Dim);
    }
    if bureau.is_some_and(|bureau| !bureau.known) {
        note(words::UNKNOWN_BUREAU, Role::Warning);
    }
    let sisters = department.map_or(&[] as &[String], |department| &department.sisters);
    let sisters: Vec<&str> =
        sisters.iter().filter_map(|id| world.dataset.department(id)).map(|sister| sister.name.as_str()).collect();
    if !sisters.is_empty() {
        note(&words::sisters(&sisters), Role::Dim);
    }
    for (at, plan) in world.plans() {
        let own: Vec<&Duty> = duties.iter().filter(|duty| duty.plan == at).collect();
        group(world, at, plan, &own, &mut rows);
    }
    rows
}

/// One plan's share.
fn group(world: &World, at: usize, plan: &model::Plan, own: &[&Duty], rows: &mut Vec<DutyRow>) {
    let mut tally = Counts::default();
    for duty in own {
        tally.add(duty.role);
    }
    let says_nothing = !world.names_units(at);
    let count = if says_nothing {
        words::NO_UNITS.to_owned()
    } else if own.is_empty() {
        words::NO_TASKS_HERE.to_owned()
    } else {
        words::tally(tally)
    };
    let above_says_nothing = matches!(rows.last(), Some(DutyRow::Head(..)));
    if !own.is_empty() || !above_says_nothing {
        rows.push(DutyRow::Note(String::new(), Role::Text));
    }
    let mark = words::draft(plan).map(|mark| format!("（{mark}）")).unwrap_or_default();
    rows.push(DutyRow::Head(format!("{} {}{mark}", plan.short, plan.title), count));
    if !own.is_empty() && !world.says_lead(at) {
        rows.push(DutyRow::Note(words::NO_LEAD.to_owned(), Role::Dim));
    }
    rows.extend(own.iter().map(|duty| DutyRow::Duty((*duty).clone())));
}

/// A row as it is painted.
pub(crate) fn paint(world: &World, row: &DutyRow, cells: usize) -> Row {
    let mut line = Line::new(cells, world.width);
    match row {
        DutyRow::Head(text, count) => {
            let reserved = (world.width.of(count) + 1).min(cells);
            line.reserve(reserved).put(text, Role::Title).release(cells).right(count, Role::Dim);
        }
        DutyRow::Note(text, role) => return plain(text, *role, cells, world.width),
        DutyRow::Duty(duty) => {
            let role = if duty.role == model::Role::Lead { Role::Lead } else { Role::Dim };
            line.gap(1).column(words::role(duty.role), 5, Align::Left, role);
            line.put(&world.title(Spot::of(duty)), Role::Text);
            // Where there is room: the chapter the task stands in.
            let has_room = cells >= CHAPTER_FROM && world.depth(Spot::of(duty)) > 1;
            let above = world.path(Spot::of(duty)).into_iter().nth(1).filter(|_| has_room);
            if let Some(above) = above {
                line.right(&world.width.truncate(&one_line(&above), 24), Role::Dim);
            }
        }
    }
    line.done()
}

/// All tasks of a bureau as text for the clipboard: plan, role, heading.
pub(crate) fn text(world: &World, id: &str, name: &str) -> String {
    let mut lines = vec![name.to_owned()];
    for row in rows(world, id, usize::from(u16::MAX)).into_iter().skip(1) {
        lines.push(match row {
            DutyRow::Head(text, count) => format!("{text}  {count}"),
            DutyRow::Note(text, _) => text,
            DutyRow::Duty(duty) => {
                format!("{}  {}", words::role(duty.role), world.path(Spot::of(&duty)).split_off(1).join(" › "))
            }
        });
    }
    lines.join("\n")
}
