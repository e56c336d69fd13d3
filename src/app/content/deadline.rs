//! Targets with their years as the screen shows them: which match a filter, how they are grouped, a row of each list,
//! one target in full, and what is copied.

mod due;

use crate::analysis::targets::deadline::{Deadline, Origin};
use crate::app::content::prose::TextBuilder;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::RowBuilder;
use crate::app::state::location::{Location, NodeRef, TargetLine};
use crate::app::state::search::highlights_of_words;
use crate::app::state::session::Session;
use crate::app::widgets::list::ListRow;
use crate::app::wording;
use crate::command::{self, Command};
use crate::model::{self, Plan, Unit};
use crate::text::width::Align;
use crate::text::wrap::{Indent, wrap};
use crate::words::{pages, punctuation, reading};

pub(crate) use crate::app::content::deadline::due::Due;

/// Rows of at least this many cells show the units of a target at their right.
const UNITS_FROM: usize = 52;
/// The width of a column of counts, in cells.
const COUNT: usize = 5;
const TOTAL: usize = 8;

/// A group of targets: those of one year or one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// The year by which the targets are due; `None` where none is printed.
    Year(Option<u16>),
    /// The department that a clause names, with its id and name; `None` for targets that no clause assigns.
    Bureau(Option<(String, String)>),
}

/// Tells a group from all others of its kind: the year, or the id of the department; empty for targets without one.
pub(crate) fn key(group: &Group) -> String {
    match group {
        Group::Year(year) => year.map(|year| year.to_string()).unwrap_or_default(),
        Group::Bureau(office) => office.as_ref().map(|(id, _)| id.clone()).unwrap_or_default(),
    }
}

/// A target by position: that of its plan, and its own among the targets of the plan.
pub(crate) type At = (usize, usize);

/// Returns the target at a position.
pub(crate) fn get(session: &Session, (plan, nth): At) -> Option<&Deadline> {
    session.deadlines(plan).get(nth)
}

/// Returns whether a target belongs to a group.
pub(crate) fn is_in(each: &Deadline, group: &Group) -> bool {
    match group {
        Group::Year(year) => each.year == *year,
        Group::Bureau(None) => each.units.is_empty(),
        Group::Bureau(Some((id, _))) => each.units.iter().any(|unit| unit.id() == id),
    }
}

/// Returns the group of a target. Of several departments it is that of the first, which is the lead where there is one.
pub(crate) fn first_group(each: &Deadline, is_by_bureau: bool) -> Group {
    if !is_by_bureau {
        return Group::Year(each.year);
    }
    Group::Bureau(each.units.first().map(|unit| (unit.id().to_owned(), unit.name.clone())))
}

/// Returns the name of a group.
pub(crate) fn name(group: &Group) -> String {
    match group {
        Group::Year(year) => wording::due_year(*year),
        Group::Bureau(Some((_, name))) => name.clone(),
        Group::Bureau(None) => pages::NO_OFFICE.to_string(),
    }
}

/// Returns the place of the department that a group is of; `None` for a year.
pub(crate) fn office(group: &Group) -> Option<Location> {
    match group {
        Group::Bureau(Some((id, _))) => Some(Location::Department(id.clone())),
        Group::Bureau(None) | Group::Year(_) => None,
    }
}

/// Returns the command that prints the targets that the text states for a group, over the selected plans.
pub(crate) fn command(session: &Session, group: &Group) -> Command {
    let (year, department) = match group {
        Group::Year(year) => (*year, None),
        Group::Bureau(bureau) => (None, bureau.as_ref().map(|(_, name)| name.clone())),
    };
    Command::Targets(command::Targets { plans: session.plan_filter(), year, department })
}

/// Returns the nature of a target from a table: 约束性, 预期性 or 倡导性.
fn nature(each: &Deadline) -> &str {
    match &each.origin {
        Origin::Row { nature, .. } => nature.as_deref().unwrap_or_default(),
        Origin::Text => "",
    }
}

/// Makes the remarks on a group: plans without units, and targets that no clause assigns.
fn remarks(session: &Session, own: &[At], group: &Group, cells: usize) -> Vec<ListRow<At>> {
    let mut texts = Vec::new();
    if matches!(group, Group::Bureau(_)) {
        let silent: Vec<&str> =
            session.plans().filter(|(_, plan)| !plan.names_units()).map(|(_, plan)| plan.name()).collect();
        texts.extend((!silent.is_empty()).then(|| pages::unnamed_in(wording::list(&silent))));
    }
    let is_above = |at: &&At| {
        let is_silent = |each: &Deadline| each.units.is_empty() && !each.is_row();
        session.names_units(at.0) && get(session, **at).is_some_and(is_silent)
    };
    let n_above = own.iter().filter(is_above).count();
    texts.extend((n_above > 0).then(|| pages::above_tasks(n_above)));
    let part = |text: &String| {
        let parts = wrap(text, cells, session.width).into_iter();
        parts.filter_map(|part| Some(text.get(part)?.to_owned())).collect::<Vec<_>>()
    };
    texts.iter().flat_map(part).map(|part| ListRow::Note(part, Role::Dim)).collect()
}

/// Adds a head with its targets, those of tables apart; nothing where there are none.
fn section(session: &Session, name: &str, own: &[At], rows: &mut Vec<ListRow<At>>) {
    let is_row = |at: &At| get(session, *at).is_some_and(Deadline::is_row);
    let (in_tables, in_text): (Vec<At>, Vec<At>) = own.iter().partition(|at| is_row(at));
    if own.is_empty() {
        return;
    }
    if !rows.is_empty() {
        rows.push(ListRow::Note(String::new(), Role::Text));
    }
    rows.push(ListRow::Head(name.to_owned(), wording::due_counts(in_text.len(), in_tables.len())));
    rows.extend(in_text.into_iter().map(ListRow::Item));
    if !in_tables.is_empty() {
        rows.push(ListRow::Note(pages::IN_TABLES.to_string(), Role::Number));
    }
    rows.extend(in_tables.into_iter().map(ListRow::Item));
}

/// Makes the head above the groups: what they are, and which plan each column counts.
pub(crate) fn group_head(session: &Session, is_by_bureau: bool, cells: usize) -> Row {
    let mut line = RowBuilder::new(cells, session.width);
    let name = if is_by_bureau { pages::BY_OFFICE.get() } else { pages::BY_YEAR.get() };
    let plans = plan_columns(session, is_by_bureau, cells);
    let reserved = TOTAL + plans * COUNT;
    line.gap(1).column(name, cells.saturating_sub(reserved + 1), Align::Left, Role::Bar);
    for (_, plan) in session.plans().take(plans) {
        line.column(plan.name(), COUNT, Align::Right, Role::Bar);
    }
    line.column(pages::TARGETS.get(), TOTAL, Align::Right, Role::Bar);
    line.filled(Role::Bar)
}

/// Makes the row of a group: its name, the number of its targets in each plan where there is room, and in all.
pub(crate) fn group_row(session: &Session, due: &Due, (group, total): &(Group, usize), cells: usize) -> Row {
    let plans = plan_columns(session, matches!(group, Group::Bureau(_)), cells);
    let mut line = RowBuilder::new(cells, session.width);
    let reserved = TOTAL + plans * COUNT;
    let name = match group {
        Group::Bureau(Some((id, name))) if session.own_office.as_ref() == Some(id) => {
            let short = session.registry().departments().get(id).map_or(name.as_str(), |office| office.short.as_str());
            pages::own_office(short)
        }
        Group::Bureau(_) | Group::Year(_) => name(group),
    };
    line.gap(1).column(&name, cells.saturating_sub(reserved + 1), Align::Left, Role::Text);
    let counts = if plans > 0 { due.by_plan(session, group) } else { Vec::new() };
    for count in counts.iter().take(plans) {
        let count = if *count == 0 { String::new() } else { count.to_string() };
        line.column(&count, COUNT, Align::Right, Role::Dim);
    }
    line.column(&total.to_string(), TOTAL, Align::Right, Role::Number);
    line.build()
}

/// Returns the width of the list of groups, of at most `room` columns: with a column for each plan where they fit.
pub(crate) fn list_width(session: &Session, is_by_bureau: bool, room: u16) -> u16 {
    let broad = broad_list(session, is_by_bureau);
    let cells = if broad <= usize::from(room) { broad } else { name_cells(is_by_bureau) + TOTAL + 1 };
    u16::try_from(cells).unwrap_or(room)
}

/// Returns the width of a group's name, in cells.
fn name_cells(is_by_bureau: bool) -> usize {
    if is_by_bureau { 22 } else { 8 }
}

/// Returns the width of a list with a column for each plan, in cells.
fn broad_list(session: &Session, is_by_bureau: bool) -> usize {
    name_cells(is_by_bureau) + session.plans().count() * COUNT + TOTAL + 1
}

/// Returns how many plans get a column in a list of this width: all of them or none.
fn plan_columns(session: &Session, is_by_bureau: bool, cells: usize) -> usize {
    let n_plans = session.plans().count();
    if broad_list(session, is_by_bureau) <= cells && n_plans > 1 { n_plans } else { 0 }
}

/// Makes the row of a target: its name, its value, and its units or nature. Lists by department name the
/// plan, lists by year the units.
pub(crate) fn row(session: &Session, at: At, group: &Group, highlighted: &[String], cells: usize) -> Row {
    let Some(each) = get(session, at) else { return Row::default() };
    let behind = match (&each.origin, each.units.as_slice()) {
        (Origin::Row { .. }, _) => nature(each).to_owned(),
        (Origin::Text, []) => pages::NO_OFFICE.to_string(),
        (Origin::Text, units) => units_named(units),
    };
    let has_units = cells >= UNITS_FROM;
    let (value, units) = if has_units { (cells / 4, cells / 4) } else { (cells * 2 / 5, 0) };
    let mut line = RowBuilder::new(cells, session.width);
    line.gap(1);
    if matches!(group, Group::Bureau(_)) {
        let short = session.heads().get(at.0).map(Plan::name).unwrap_or_default();
        line.put(short, Role::Number).gap(1);
    }
    let metric = line.left().saturating_sub(value + units + 2);
    line.column_highlighted(&each.metric, metric, Role::Text, &highlights_of_words(&each.metric, highlighted)).gap(1);
    line.column(each.value_in_words(), value, Align::Left, Role::Target);
    if has_units {
        let role = if each.units.is_empty() { Role::Dim } else { Role::Unit };
        line.gap(1).put_highlighted(&behind, role, &highlights_of_words(&behind, highlighted));
    }
    line.build()
}

/// Words the units of a target, the lead marked: `牵头 市教育局、市卫生健康局`.
fn units_named(units: &[Unit]) -> String {
    let names: Vec<&str> = units.iter().map(|unit| unit.raw.as_str()).collect();
    let leads = units.first().is_some_and(|unit| unit.role == model::Role::Lead);
    let lead = if leads { format!("{} ", reading::LEAD) } else { String::new() };
    format!("{lead}{}", wording::list(&names))
}

/// Makes the rows of one target in full: name, year and value, units, and the document's own words with their lines.
pub(crate) fn detail(session: &Session, at: At, highlighted: &[String], cells: usize) -> Vec<Row> {
    let Some(each) = get(session, at) else { return Vec::new() };
    let mut prose = TextBuilder::new(session, cells, highlighted);
    prose.text(&punctuation::labelled(&each.metric, each.value_in_words()), Indent::NONE, Role::Title);
    let table = if each.is_row() {
        format!("{}{} {}", punctuation::GAP, pages::IN_TABLES, nature(each))
    } else {
        String::new()
    };
    prose.text(&format!("{}{table}", wording::due_year(each.year)), Indent::NONE, Role::Target);
    prose.blank();
    for role in model::Role::ALL {
        let names: Vec<&str> =
            each.units.iter().filter(|unit| unit.role == role).map(|unit| unit.raw.as_str()).collect();
        if !names.is_empty() {
            let look = if role == model::Role::Lead { Role::Lead } else { Role::Unit };
            prose.labelled(wording::role_label(role), &wording::list(&names), look);
        }
    }
    if each.units.is_empty() {
        prose.line(pages::NO_OFFICE.get(), Role::Dim);
    } else if each.units.iter().all(|unit| unit.role == model::Role::Listed) {
        prose.text(reading::NO_LEAD_HERE.get(), Indent::NONE, Role::Dim);
    }
    prose.blank();
    prose.text(&quoted(each), Indent::NONE, Role::Text);
    prose.blank();
    if let Some(plan) = session.heads().get(at.0) {
        prose.text(&plan.cited(), Indent::NONE, Role::Dim);
    }
    let path =
        node_ref(session, at).map(|node_ref| session.path(node_ref).split_off(1).join(" › ")).unwrap_or_default();
    prose.text(&path, Indent::NONE, Role::Dim);
    prose.line(&wording::lines(each.lines), Role::Dim);
    prose.rows
}

/// Returns the node that states a target.
pub(crate) fn node_ref(session: &Session, at: At) -> Option<NodeRef> {
    session.node_ref(&Location::Node(get(session, at)?.node.clone()))
}

/// Returns the document's own words: a sentence in quotation marks, or the cells of a row.
fn quoted(each: &Deadline) -> String {
    if each.is_row() { each.quote.clone() } else { format!("“{}”", each.quote) }
}

/// Returns the line to scroll to in the text of that node, with the sentence or the name of the row.
pub(crate) fn target_line(session: &Session, at: At) -> Option<TargetLine> {
    let each = get(session, at)?;
    let words = if each.is_row() { &each.metric } else { &each.quote };
    Some(TargetLine { line: each.lines[0], words: words.clone() })
}

/// Words a target for the clipboard: name, year and value; where `cited`, with plan, path, quotation and units.
pub(crate) fn text(session: &Session, at: At, cited: bool) -> Option<String> {
    let each = get(session, at)?;
    let value = punctuation::with_remark(each.value_in_words(), wording::due_year(each.year));
    let summary = punctuation::labelled(&each.metric, value);
    if !cited {
        return Some(summary);
    }
    let plan = session.heads().get(at.0)?;
    let path = session.path(node_ref(session, at)?).split_off(1).join(" › ");
    let units = if each.units.is_empty() { pages::NO_OFFICE.to_string() } else { units_named(&each.units) };
    let quote = punctuation::with_remark(quoted(each), wording::lines(each.lines));
    let place = punctuation::labelled(format_args!("{}{path}", plan.cited()), quote);
    Some(format!("{place}\n{summary}\n{units}"))
}
