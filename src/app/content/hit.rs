//! How the answer to a search reads: the head of a group, a hit in one row, the filters in force, and what a hit leads
//! to beside the list. What is found and where the cursor stands is not known here.

use std::ops::Range;

use crate::app::content::dossier;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::Location;
use crate::app::state::search::{Hit, SearchResults};
use crate::app::state::session::Session;
use crate::app::widgets::indicator_table::IndicatorTable;
use crate::app::wording;
use crate::search::Kind;
use crate::text::sanitize::one_line;
use crate::text::width::Align;
use crate::text::wrap::{Indent, wrap_with};

/// Cells of the labels 条件 and 缘由 with the air behind them.
const LABEL: usize = 6;

/// The most rows that filters take, so that hits remain.
const MOST_NOTES: usize = 4;

/// The head of a group: what its hits are, how many are listed, and how many there are.
pub(crate) fn head(session: &Session, kind: Kind, listed: usize, of: usize, cells: usize) -> Row {
    let text = format!("{}  {}", kind.name(), wording::group_count(listed, of));
    RowBuilder::new(cells, session.width).put(&text, Role::Bar).filled(Role::Bar)
}

/// A hit in one row: plan, title, and the words around the match; of a bureau, its tasks at the right edge.
pub(crate) fn row(session: &Session, hit: &Hit, cells: usize) -> Row {
    let mut line = RowBuilder::new(cells, session.width);
    let plan = hit.plan.as_deref().and_then(|id| session.head(id));
    line.gap(1);
    if let Some(plan) = plan {
        line.put(&plan.short, Role::Dim).gap(1);
    }
    let count = match &hit.location {
        Location::Department(id) => {
            let bureau = session.ledger().assignee(id);
            wording::tasks(bureau.map_or(0, |bureau| bureau.count_by_role(|plan| session.is_chosen(plan)).total()))
        }
        Location::Plan(_)
        | Location::Node(_)
        | Location::Indicator(..)
        | Location::Finding(..)
        | Location::Deadline(..) => String::new(),
    };
    line.reserve(if count.is_empty() { 0 } else { session.width.of(&count) + 1 });
    if hit.context.is_empty() {
        line.put_highlighted(&hit.title, Role::Text, &hit.title_highlights);
    } else {
        // The title gives way to the context where that holds the reason; the name of a bureau never does.
        let is_whole = hit.context_highlights.is_empty() || hit.kind == Kind::Department;
        let share = if is_whole { cells } else { cells * 2 / 5 };
        let title = session.width.truncate(&hit.title, share).into_owned();
        line.put_highlighted(&title, Role::Text, &hit.title_highlights).gap(2);
        let (context, highlighted) = around(session, hit, line.left() / 4);
        line.put_highlighted(&context, Role::Dim, &highlighted);
    }
    line.release(cells).right(&count, Role::Dim);
    line.build()
}

/// The context from shortly before its first match on, `before` characters at most, and the matches in it. An ellipsis
/// says that something stands before.
fn around(session: &Session, hit: &Hit, before: usize) -> (String, Vec<Range<usize>>) {
    let first = hit.context_highlights.first().map_or(0, |range| range.start);
    let from = first.saturating_sub(before);
    let mark = if from > 0 { session.width.ellipsis() } else { "" };
    let context: String = one_line(&hit.context).chars().skip(from).take(400).collect();
    let moved = |at: usize| at.saturating_sub(from) + mark.chars().count();
    let highlighted = hit.context_highlights.iter().map(|range| moved(range.start)..moved(range.end)).collect();
    (format!("{mark}{context}"), highlighted)
}

/// What is to be said before the hits: the filters and what each was taken for, and that bureaus share a name.
pub(crate) fn notes(session: &Session, found: &SearchResults, cells: usize) -> Vec<Row> {
    let used: Vec<&str> = found.filters.iter().filter(|told| told.is_used).map(|told| told.words.as_str()).collect();
    let mut rows = Vec::new();
    if !used.is_empty() {
        rows.extend(labelled(session, wording::CONDITIONS, &used.join("　"), Role::Unit, cells));
    }
    for told in found.filters.iter().filter(|told| !told.is_used) {
        let label = if rows.is_empty() { wording::CONDITIONS } else { "" };
        rows.extend(labelled(session, label, &told.words, Role::Warning, cells));
    }
    if !found.sharing.is_empty() {
        rows.extend(labelled(session, "", &wording::sharing(&found.sharing), Role::Warning, cells));
    }
    rows.truncate(MOST_NOTES);
    rows
}

/// The reason why a hit was found, in one row.
pub(crate) fn why(session: &Session, hit: &Hit, cells: usize) -> Row {
    RowBuilder::new(cells, session.width)
        .gap(1)
        .column(wording::WHY, LABEL - 1, Align::Left, Role::Dim)
        .put(&hit.why, Role::Dim)
        .build()
}

/// A label in its column, a text beside it over as many rows as it takes.
fn labelled(session: &Session, label: &str, text: &str, role: Role, cells: usize) -> Vec<Row> {
    let text = one_line(text);
    let parts = wrap_with(&text, Indent::NONE, cells.saturating_sub(LABEL + 1), session.width);
    let row = |(at, range): (usize, Range<usize>)| {
        let label = if at == 0 { label } else { "" };
        let part = text.get(range).unwrap_or_default();
        let mut line = RowBuilder::new(cells, session.width);
        line.gap(1).column(label, LABEL - 1, Align::Left, Role::Dim).put(part, role).build()
    };
    parts.into_iter().enumerate().map(row).collect()
}

/// What to type, where nothing is typed yet.
pub(crate) fn invitation(session: &Session, cells: usize) -> Vec<Row> {
    let mut rows = vec![plain(wording::TYPE_AND_FIND, Role::Dim, cells, session.width)];
    let widest = wording::TYPE_TO_SEARCH.iter().map(|(typed, _)| session.width.of(typed)).max().unwrap_or(0);
    rows.extend(wording::TYPE_TO_SEARCH.iter().map(|(typed, finds)| {
        let mut line = RowBuilder::new(cells, session.width);
        line.gap(2).column(typed, widest + 2, Align::Left, Role::Text).put(finds, Role::Dim).build()
    }));
    rows.push(Row::default());
    rows.push(plain(wording::RECALL, Role::Dim, cells, session.width));
    rows
}

/// What a hit that is no text leads to, at most `rows` high: the tasks of the bureau, the row of the table.
pub(crate) fn preview(session: &Session, location: &Location, cells: usize, rows: usize) -> Option<Vec<Row>> {
    let mut all: Vec<Row> = match location {
        Location::Department(id) => {
            let duties = dossier::rows(session, id, cells);
            duties.iter().take(rows).map(|row| dossier::paint(session, row, cells)).collect()
        }
        Location::Indicator(id, at) => indicator(session, id, *at, cells),
        Location::Plan(_) | Location::Node(_) | Location::Finding(..) | Location::Deadline(..) => return None,
    };
    all.truncate(rows);
    Some(all)
}

/// A row of a table, one cell a row.
fn indicator(session: &Session, id: &str, at: usize, cells: usize) -> Vec<Row> {
    let tables = session.dataset().plans.iter().flat_map(|plan| plan.tables().map(move |table| (plan, table)));
    let found = tables.into_iter().find(|(_, table)| table.id == id);
    let Some((plan, table, row)) = found.and_then(|(plan, table)| Some((plan, table, table.rows.get(at)?))) else {
        return Vec::new();
    };
    let grid = IndicatorTable::new(table, plan.region.as_deref(), cells, session.width);
    let mut rows = vec![plain(&row.name, Role::Title, cells, session.width)];
    rows.push(plain(&wording::cited(plan), Role::Dim, cells, session.width));
    rows.extend(grid.labelled_cells(row).map(|(head, cell)| {
        RowBuilder::new(cells, session.width).column(&head, 18, Align::Left, Role::Dim).put(cell, Role::Value).build()
    }));
    rows
}
