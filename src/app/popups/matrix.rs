//! 部门任务总表: the popup with every department and every selected plan in one table, to choose a department from.
//! The rows come from `analysis::responsibility::matrix`. A plan without units is not counted as 0: it has no
//! column, and is named at the end.

use crate::analysis::responsibility::matrix::{self, MatrixRow};
use crate::app::screen::page::Role;
use crate::app::state::location::Location;
use crate::app::state::session::Session;
use crate::app::widgets::popup::{Choice, Entry, Popup};
use crate::app::wording;
use crate::command::{self, Command};
use crate::text::width::{Align, Width};
use crate::words::{browser, overlays, pages};

/// The number of cells between two columns.
const BETWEEN: usize = 2;

/// Makes the popup over the selected plans.
pub(crate) fn popup(session: &Session) -> Popup {
    let ids: Vec<&str> = session.plans().map(|(_, plan)| plan.id.as_str()).collect();
    let rows = matrix::rows(session.dataset(), &ids);
    let (heads, lines) = columns(session, &rows);
    let entry = |(row, line): (&MatrixRow, &String)| {
        Entry::choice(name(session, row), line, Choice::Go(Location::Department(row.id.to_owned())))
    };
    let mut entries: Vec<Entry> = rows.iter().zip(&lines).map(entry).collect();
    if entries.is_empty() {
        entries.push(Entry::new("", &pages::no_bureaus(session.keymap.key(wording::SELECT_PLANS)), Role::Dim));
    } else if let Some(unwritten) = unwritten(session) {
        entries.push(Entry::new("", &unwritten, Role::Dim));
    }
    Popup::new(overlays::MATRIX.get(), entries, false)
        .headed(Entry::new(browser::DEPARTMENTS.get(), &heads, Role::Dim))
        .commanded(Command::Matrix(command::Matrix { plans: session.plan_filter() }))
}

/// Returns the usual short name of a department, since the full one leaves no room for the plans.
fn name<'a>(session: &'a Session, row: &MatrixRow<'a>) -> &'a str {
    session.registry().departments().get(row.id).map_or(row.name, |office| office.short.as_str())
}

/// Names the selected plans that name no units; `None` where all do.
fn unwritten(session: &Session) -> Option<String> {
    let plans: Vec<String> =
        session.plans().filter(|(at, _)| !session.names_units(*at)).map(|(_, plan)| plan.marked()).collect();
    (!plans.is_empty()).then(|| overlays::unwritten(wording::list(&plans)))
}

/// Makes the heads of the columns and the cells of each row, all padded to the same widths.
fn columns(session: &Session, rows: &[MatrixRow]) -> (String, Vec<String>) {
    let naming = session.plans().filter(|(at, _)| session.names_units(*at));
    let mut heads: Vec<String> = naming.map(|(_, plan)| plan.marked()).collect();
    heads.push(pages::TOTAL.to_string());
    let cells = |row: &MatrixRow| {
        let plans = row.plans.iter().filter_map(|(_, counts)| counts.map(wording::short_tally));
        plans.chain([row.total.to_string()]).collect::<Vec<String>>()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    let widest = |at: usize| {
        let column = std::iter::once(&heads).chain(&rows).filter_map(|row| row.get(at));
        column.map(|cell| session.width.of(cell)).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(widest).collect();
    let lines = rows.iter().map(|row| line(row, &widths, session.width)).collect();
    (line(&heads, &widths, session.width), lines)
}

fn line(cells: &[String], widths: &[usize], width: Width) -> String {
    let cells: Vec<String> =
        cells.iter().zip(widths).map(|(cell, cells)| width.pad(cell, *cells, Align::Left)).collect();
    cells.join(&" ".repeat(BETWEEN)).trim_end().to_owned()
}
