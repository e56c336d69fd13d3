//! The rows of a search: the head of a group, a hit, the filters in force, and the preview of a hit. What is found and
//! where the cursor stands is not known here.

use std::ops::Range;

use crate::app::content::dossier::{self, glance};
use crate::app::input::action::{Action, Motion, ViewAction};
use crate::app::input::keymap::Context;
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
use crate::words::{pages, punctuation, query};

/// The width of the labels 条件 and 缘由 with the space behind them, in cells.
const LABEL: usize = 6;

/// The least width of the heads beside the cells of a row, in cells.
const HEAD: usize = 18;

/// The most rows that filters take, so that hits stay in sight.
const MOST_NOTES: usize = 4;

/// Makes the head of a group: the kind of its hits, how many are listed, and how many there are.
pub(crate) fn head(session: &Session, kind: Kind, listed: usize, of: usize, cells: usize) -> Row {
    let text = format!("{}  {}", kind.name(), wording::group_count(listed, of));
    RowBuilder::new(cells, session.width).put(&text, Role::Bar).filled(Role::Bar)
}

/// Makes the row of a hit: plan, title, and the words around the match; for a department, the number of its tasks.
pub(crate) fn row(session: &Session, hit: &Hit, cells: usize) -> Row {
    let mut line = RowBuilder::new(cells, session.width);
    let plan = hit.plan.as_deref().and_then(|id| session.head(id));
    line.gap(1);
    if let Some(plan) = plan {
        line.put(plan.name(), Role::Dim).gap(1);
    }
    let count = match &hit.location {
        Location::Department(id) => {
            let bureau = session.ledger().assignee(id);
            pages::tasks(bureau.map_or(0, |bureau| bureau.count_by_role(|plan| session.is_chosen(plan)).total()))
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
        // The title is cut where the context contains the match; the name of a department never is.
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

/// Returns the context from at most `before` characters before its first match on, and the matches in it. An
/// ellipsis shows that it was cut.
fn around(session: &Session, hit: &Hit, before: usize) -> (String, Vec<Range<usize>>) {
    let first = hit.context_highlights.first().map_or(0, |range| range.start);
    let from = first.saturating_sub(before);
    let mark = if from > 0 { session.width.ellipsis() } else { "" };
    let context: String = one_line(&hit.context).chars().skip(from).take(400).collect();
    let moved = |at: usize| at.saturating_sub(from) + mark.chars().count();
    let highlighted = hit.context_highlights.iter().map(|range| moved(range.start)..moved(range.end)).collect();
    (format!("{mark}{context}"), highlighted)
}

/// Makes the rows above the hits: the filters with what each was taken for, and that departments share a name.
pub(crate) fn notes(session: &Session, found: &SearchResults, cells: usize) -> Vec<Row> {
    let used: Vec<&str> =
        found.filters.iter().filter(|filter| filter.is_used).map(|filter| filter.words.as_str()).collect();
    let mut rows = Vec::new();
    if let Some(understood) = &found.understood {
        rows.extend(labelled(session, "", understood, Role::Warning, cells));
    }
    if !used.is_empty() {
        rows.extend(labelled(session, query::CONDITIONS.get(), &used.join(punctuation::GAP.get()), Role::Unit, cells));
    }
    for filter in found.filters.iter().filter(|filter| !filter.is_used) {
        let label = if rows.is_empty() { query::CONDITIONS.get() } else { "" };
        rows.extend(labelled(session, label, &filter.words, Role::Warning, cells));
    }
    if !found.sharing.is_empty() {
        rows.extend(labelled(
            session,
            "",
            &query::sharing(found.sharing.len(), wording::list(&found.sharing)),
            Role::Warning,
            cells,
        ));
    }
    rows.truncate(MOST_NOTES);
    rows
}

/// Makes the row with the reason why a hit was found.
pub(crate) fn why(session: &Session, hit: &Hit, cells: usize) -> Row {
    RowBuilder::new(cells, session.width)
        .gap(1)
        .column(query::WHY.get(), LABEL - 1, Align::Left, Role::Dim)
        .put(&hit.why, Role::Dim)
        .build()
}

/// Makes rows of a label and a text beside it, on as many rows as it takes.
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

/// Makes the rows with examples of queries, for an empty search line.
pub(crate) fn invitation(session: &Session, cells: usize) -> Vec<Row> {
    let mut rows = vec![plain(query::TYPE_AND_FIND.get(), Role::Dim, cells, session.width)];
    let examples = wording::EXAMPLES.map(|(typed, finds)| (typed.get(), finds.get()));
    let widest = examples.iter().map(|(typed, _)| session.width.of(typed)).max().unwrap_or(0);
    rows.extend(examples.iter().map(|(typed, finds)| {
        let mut line = RowBuilder::new(cells, session.width);
        line.gap(2).column(typed, widest + 2, Align::Left, Role::Text).put(finds, Role::Dim).build()
    }));
    rows.push(Row::default());
    let [up, escape] = [Action::View(ViewAction::Move(Motion::Up)), wording::ESCAPE];
    let recall = query::recall(session.keymap.key_in(Context::Search, up), session.keymap.key(escape));
    rows.push(plain(&recall, Role::Dim, cells, session.width));
    rows
}

/// Makes the preview of a hit that is no node, at most `rows` high: the tasks of a department, the row of a table.
pub(crate) fn preview(session: &Session, location: &Location, cells: usize, rows: usize) -> Option<Vec<Row>> {
    let mut all: Vec<Row> = match location {
        Location::Department(id) => {
            let duties = if glance::is_needed(session) {
                glance::rows(session, id, rows)
            } else {
                dossier::rows(session, id, "", cells)
            };
            duties.iter().take(rows).map(|row| dossier::paint(session, row, cells)).collect()
        }
        Location::Indicator(id, at) => indicator(session, id, *at, cells),
        Location::Plan(_) | Location::Node(_) | Location::Finding(..) | Location::Deadline(..) => return None,
    };
    all.truncate(rows);
    Some(all)
}

/// Makes the preview of a table's row, one cell on each row.
fn indicator(session: &Session, id: &str, at: usize, cells: usize) -> Vec<Row> {
    let Some((plan, table)) = session.table(id) else { return Vec::new() };
    let Some(row) = table.rows.get(at) else { return Vec::new() };
    let grid = IndicatorTable::new(table, plan.region.as_deref(), cells, session.width);
    let mut rows = vec![plain(&row.name, Role::Title, cells, session.width)];
    rows.push(plain(&plan.cited(), Role::Dim, cells, session.width));
    let labelled: Vec<(String, &str)> = grid.labelled_cells(row).collect();
    let widest = labelled.iter().map(|(head, _)| session.width.of(head) + 2).max().unwrap_or_default().max(HEAD);
    rows.extend(labelled.into_iter().map(|(head, cell)| {
        let mut line = RowBuilder::new(cells, session.width);
        line.column(&head, widest, Align::Left, Role::Dim).put(cell, Role::Value).build()
    }));
    rows
}
