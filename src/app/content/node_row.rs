//! A plan or node as one row: of the tree, or of the list of a chapter.

use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::RowBuilder;
use crate::app::state::location::NodeRef;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model::{self, Plan};
use crate::words::reading;

/// Makes the row of a head above plans, with a marker that says whether it is unfolded.
pub(crate) fn head(session: &Session, label: &str, n_plans: usize, is_open: bool, above: usize, cells: usize) -> Row {
    let glyphs = session.width.glyphs();
    let count = n_plans.to_string();
    let mut line = RowBuilder::new(cells, session.width);
    line.reserve(reserved(session, &count)).gap(indent(above, cells));
    line.put(if is_open { glyphs.unfolded } else { glyphs.folded }, Role::Dim).gap(1).put(label, Role::Title);
    line.release(cells).right(&count, Role::Dim);
    line.build()
}

/// Makes a row of the tree, with a marker that says whether the node is unfolded. `above` is how many heads stand above its
/// plan.
pub(crate) fn in_tree(session: &Session, node_ref: NodeRef, is_open: bool, above: usize, cells: usize) -> Row {
    let glyphs = session.width.glyphs();
    let n_children = session.n_children(node_ref);
    let marker = match (n_children, is_open) {
        (0, _) => " ",
        (_, true) => glyphs.unfolded,
        (_, false) => glyphs.folded,
    };
    let (mut marks, role) = marks(session, node_ref);
    if session.node(node_ref).is_some_and(|node| !node.responsible.is_empty()) {
        marks.push(reading::HAS_UNITS.to_string());
    }
    if n_children > 0 && !is_open {
        marks.push(n_children.to_string());
    }
    let marks = marks.join(" ");
    let mut line = RowBuilder::new(cells, session.width);
    line.reserve(reserved(session, &marks))
        .gap(indent(above + session.depth(node_ref), cells))
        .put(marker, Role::Dim)
        .gap(1);
    name(session, node_ref, Role::Text, &mut line);
    line.release(cells).right(&marks, role);
    line.build()
}

/// Makes a row of the list of a chapter, `depth` levels below its head, with the unit that leads the task or the first of
/// those that it lists.
pub(crate) fn in_chapter(session: &Session, node_ref: NodeRef, depth: usize, cells: usize) -> Row {
    let (mut marks, role) = marks(session, node_ref);
    let unit = first_unit(session, node_ref);
    // Units take at most two fifths of the row: the title says more.
    marks.extend(unit.map(|unit| session.width.truncate(&unit, cells * 2 / 5).to_string()));
    let marks = marks.join(" ");
    let mut line = RowBuilder::new(cells, session.width);
    line.reserve(reserved(session, &marks)).gap(1 + indent(depth.saturating_sub(1), cells));
    name(session, node_ref, if depth == 0 { Role::Title } else { Role::Text }, &mut line);
    line.release(cells).right(&marks, role);
    line.build()
}

/// Returns the cells before a row. They stop growing at a third of the pane, so that deep nodes keep room for their titles.
fn indent(depth: usize, cells: usize) -> usize {
    (depth * 2).min(cells / 3)
}

/// Returns the cells that marks take with the space before them.
fn reserved(session: &Session, marks: &str) -> usize {
    session.width.of(marks) + usize::from(!marks.is_empty())
}

/// Adds the number and title to a row.
fn name(session: &Session, node_ref: NodeRef, role: Role, line: &mut RowBuilder) {
    match (session.node(node_ref), session.plan(node_ref)) {
        (Some(node), _) => {
            let (number, title) = (node.number.as_deref().unwrap_or_default(), session.title(node_ref));
            let title = title.strip_prefix(number).unwrap_or(&title);
            line.put(number, Role::Number).put(title, role);
        }
        (None, Some(plan)) => {
            line.put(plan.name(), Role::Number).gap(1).put(&plan.title, Role::Title);
        }
        (None, None) => {}
    }
}

/// Returns the marks at the right end of a row: a bookmark, a draft, 核 for a node with findings.
fn marks(session: &Session, node_ref: NodeRef) -> (Vec<String>, Role) {
    let mut marks = Vec::new();
    let mut role = Role::Dim;
    if session.location(node_ref).is_some_and(|location| session.is_bookmarked(&location)) {
        marks.push(session.width.glyphs().bookmark.to_owned());
    }
    match session.node(node_ref) {
        Some(_) if session.findings_at(node_ref).next().is_some() => marks.push(reading::HAS_FINDINGS.to_string()),
        None if session.plan(node_ref).is_some_and(Plan::is_draft) => {
            role = Role::Warning;
            marks.push(reading::DRAFT.to_string());
        }
        Some(_) | None => {}
    }
    (marks, role)
}

/// Words the unit that leads a task, or the first one where nobody is said to lead: `牵头 市卫生健康局`.
fn first_unit(session: &Session, node_ref: NodeRef) -> Option<String> {
    let units = || session.node(node_ref)?.responsible.first().map(|clause| &clause.units);
    let unit = units()?.iter().find(|unit| unit.role == model::Role::Lead).or(units()?.first())?;
    Some(format!("{} {}", wording::short_role(unit.role), unit.raw))
}
