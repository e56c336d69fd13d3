//! The dossier of one department as rows: its names and partners, then plan by plan and chapter by chapter what it has
//! to do and by when, then where the text mentions it, then the plans that name no units. The tasks that name no units
//! are shown in the same way.

mod blocks;
pub(crate) mod glance;
mod maker;
mod pane;
mod task_filter;

use crate::app::content::dossier::blocks::Blocks;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::NodeRef;
use crate::app::state::session::Session;
use crate::text::width::Align;
use crate::words::{Words, pages, punctuation, reading};

pub(crate) use crate::app::content::dossier::pane::{DossierPane, DossierPlace};
pub(crate) use crate::app::content::dossier::task_filter::{TaskFilter, turned};

/// Stands in place of a department's id for the tasks that name no units. No department can be called so.
pub(crate) const UNNAMED: &str = "（未写责任单位）";

/// What may stand before a row: what the department does in a task, or that it is only mentioned.
const TAGS: [Words; 4] = [reading::LEAD, reading::JOINT, reading::LISTED, pages::MENTIONED];

/// Returns the width of the column of [`TAGS`], in cells: that of the widest and a gap.
fn tag_cells(session: &Session) -> usize {
    TAGS.iter().map(|tag| session.width.of(tag.get())).max().unwrap_or_default() + 1
}

/// One row of the dossier: only items can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DossierRow {
    /// The head of a plan: a text, and counts at the right edge.
    Head(String, String),
    /// A remark that cannot be opened.
    Note(String, Role),
    /// A task or a mention, which can be opened.
    Item(Item),
    /// A department that has tasks, named in the dossier of one that has none: its id, its name, the number of its tasks.
    Sister(String, String, usize),
}

/// A task of the department, or a node whose text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The node of the task or mention.
    pub(crate) node_ref: NodeRef,
    /// The role of the department in a word; empty for a task that names no units.
    tag: &'static str,
    /// Whether the department leads the task.
    is_lead: bool,
    /// The name of the department as printed there, to be highlighted.
    pub(crate) printed: Option<String>,
    /// What the clauses say beside the names, as printed: 分别负责; empty where they say nothing.
    remark: String,
}

/// Makes all rows for the department with this id, as far as the typed filter keeps them, with remarks broken at `cells`.
pub(crate) fn rows(session: &Session, id: &str, typed: &str, cells: usize) -> Vec<DossierRow> {
    Blocks::new(session, id, typed, cells).rows(session)
}

/// Makes the row of the screen for a row of the dossier.
pub(crate) fn paint(session: &Session, row: &DossierRow, cells: usize) -> Row {
    let mut line = RowBuilder::new(cells, session.width);
    match row {
        DossierRow::Head(text, count) => {
            let reserved = (session.width.of(count) + 1).min(cells);
            line.reserve(reserved).put(text, Role::Title).release(cells).right(count, Role::Dim);
        }
        DossierRow::Note(text, role) => return plain(text, *role, cells, session.width),
        DossierRow::Sister(_, name, n_tasks) => {
            let count = pages::tasks(*n_tasks);
            line.gap(1).reserve((session.width.of(&count) + 1).min(cells)).put(name, Role::Unit).release(cells);
            line.right(&count, Role::Dim);
        }
        DossierRow::Item(item) => {
            let role = if item.is_lead { Role::Lead } else { Role::Dim };
            line.gap(1).column(item.tag, if item.tag.is_empty() { 1 } else { tag_cells(session) }, Align::Left, role);
            let reserved = if item.remark.is_empty() { 0 } else { (session.width.of(&item.remark) + 1).min(cells) };
            line.reserve(reserved).put(&session.title(item.node_ref), Role::Text).release(cells);
            line.right(&item.remark, Role::Dim);
        }
    }
    line.build()
}

/// Words a dossier for the clipboard: plan, role and heading of each task.
pub(crate) fn text(session: &Session, id: &str) -> String {
    let line = |row: DossierRow| match row {
        DossierRow::Head(text, count) => format!("{text}  {count}"),
        DossierRow::Note(text, _) => text,
        DossierRow::Sister(_, name, n_tasks) => format!("{name}  {}", pages::tasks(n_tasks)),
        DossierRow::Item(item) => {
            let heading = session.path(item.node_ref).split_off(1).join(" › ");
            let remark = if item.remark.is_empty() { String::new() } else { punctuation::aside(&item.remark) };
            if item.tag.is_empty() { heading } else { format!("{}{remark}  {heading}", item.tag) }
        }
    };
    rows(session, id, "", usize::from(u16::MAX)).into_iter().map(line).collect::<Vec<_>>().join("\n")
}
