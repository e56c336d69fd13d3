//! 其他规划相近表述: the popup with the closest tasks of the other selected plans, to choose from. How close they are, and which
//! phrases they share, comes from `analysis::similarity::similar`.

use crate::analysis::similarity::similar::{self, SimilarRow};
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::session::Session;
use crate::app::widgets::popup::{Choice, Entry, Popup};
use crate::app::wording;
use crate::command::{self, Command};
use crate::model::Plan;
use crate::text::sanitize::one_line;
use crate::words::{overlays, punctuation};

/// The number of tasks that are listed.
const N_LISTED: usize = 10;

/// Returns the tasks of other selected plans that are close to this node, the closest first.
fn closest(session: &Session, node_ref: NodeRef) -> Vec<SimilarRow> {
    let Some(node) = session.node(node_ref) else { return Vec::new() };
    // Tasks of plans that are left out must not use up the limit.
    let limit = if session.is_narrowed() { usize::MAX } else { N_LISTED };
    let Some(index) = session.similar() else { return Vec::new() };
    let mut rows = index.closest(session.dataset(), node, limit);
    rows.retain(|row| session.plans().any(|(_, plan)| plan.id == row.plan));
    rows.truncate(N_LISTED);
    rows
}

/// Makes the popup with the closest tasks; where there are none, with the search for what the node is about. `None` for a
/// node without a title that is close to nothing.
pub(crate) fn popup(session: &Session, node_ref: NodeRef) -> Option<Popup> {
    let node = session.node(node_ref)?;
    let mut entries: Vec<Entry> = closest(session, node_ref).iter().map(|row| entry(session, row)).collect();
    if entries.is_empty() {
        entries.push(search(session, node_ref)?);
    }
    let title = punctuation::labelled(overlays::SIMILAR, wording::heading(node));
    let command = Command::Similar(command::Similar { node: node.id.clone(), ..command::Similar::default() });
    Some(Popup::new(&title, entries, false).about(node_ref).commanded(command))
}

/// Makes the entry that searches all plans for what a node is about; `None` for a node without a title.
fn search(session: &Session, node_ref: NodeRef) -> Option<Entry> {
    let (_, plan) = session.plans_with_contents().find(|(at, _)| *at == node_ref.plan)?;
    let words = similar::word_to_search(plan, session.node(node_ref)?)?;
    let entry = Entry::choice("/", &overlays::search_instead(one_line(&words)), Choice::Search(words));
    Some(entry.noted(overlays::NOTHING_NEAR.to_string()))
}

/// Makes the entry of a task: plan and title, and below the mark of a draft, how close it is, and the shared phrases.
fn entry(session: &Session, row: &SimilarRow) -> Entry {
    let location = Location::Node(row.id.clone());
    let title = session.node_ref(&location).map(|node_ref| session.title(node_ref)).unwrap_or_default();
    let head = session.head(&row.plan);
    let draft = head.and_then(Plan::draft_word).map(|draft| format!("{draft}{}", punctuation::GAP)).unwrap_or_default();
    let plan = head.map(Plan::name).unwrap_or_default();
    let note = format!("{draft}{}{}", wording::likeness(row.score), wording::shared(&row.shown_topics(), &row.why));
    Entry::choice(plan, &title, Choice::Go(location)).noted(note)
}

/// Returns the node that is closest to this one in the other selected plans.
pub(crate) fn closest_node(session: &Session, node_ref: NodeRef) -> Option<NodeRef> {
    let location = Location::Node(closest(session, node_ref).first()?.id.clone());
    session.node_ref(&location)
}
