//! 别的市怎么写: the closest tasks of the other plans that are chosen, as a popup to choose from. How close, and which
//! phrases they share, is worked out by `analysis::similarity::similar`.

use crate::analysis::similarity::similar::SimilarRow;
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::session::Session;
use crate::app::widgets::popup::{Choice, Entry, Popup};
use crate::app::wording;
use crate::command::{self, Command};

/// Tasks listed.
const N_LISTED: usize = 10;

/// The tasks of other chosen plans that are close to this node, the closest first.
fn closest(session: &Session, node_ref: NodeRef) -> Vec<SimilarRow> {
    let Some(node) = session.node(node_ref) else { return Vec::new() };
    // Plans that are left out take none of the places.
    let limit = if session.is_narrowed() { usize::MAX } else { N_LISTED };
    let Some(similar) = session.similar() else { return Vec::new() };
    let mut rows = similar.closest(session.dataset(), node, limit);
    rows.retain(|row| session.plans().any(|(_, plan)| plan.id == row.plan));
    rows.truncate(N_LISTED);
    rows
}

/// The popup of the closest tasks; `None` if nothing is near.
pub(crate) fn popup(session: &Session, node_ref: NodeRef) -> Option<Popup> {
    let node = session.node(node_ref)?;
    let entries: Vec<Entry> = closest(session, node_ref).iter().map(|row| entry(session, row)).collect();
    if entries.is_empty() {
        return None;
    }
    let title = format!("{}：{}", wording::SIMILAR, wording::heading(node));
    let command = Command::Similar(command::Similar { node: node.id.clone(), ..command::Similar::default() });
    Some(Popup::new(&title, entries, false).about(node_ref).commanded(command))
}

/// One task: whose and what it is; below, a draft's mark, how close and by which words.
fn entry(session: &Session, row: &SimilarRow) -> Entry {
    let location = Location::Node(row.id.clone());
    let title = session.node_ref(&location).map(|node_ref| session.title(node_ref)).unwrap_or_default();
    let draft = row.draft.as_ref().map(|draft| format!("{draft}　")).unwrap_or_default();
    let plan = session.head(&row.plan).map(|plan| plan.short.as_str()).unwrap_or_default();
    let note = format!("{draft}{}{}", wording::likeness(row.score), wording::shared(&row.why));
    Entry::choice(plan, &title, Choice::Go(location)).noted(note)
}

/// The node that is closest to this one in the other chosen plans.
pub(crate) fn closest_node(session: &Session, node_ref: NodeRef) -> Option<NodeRef> {
    let location = Location::Node(closest(session, node_ref).first()?.id.clone());
    session.node_ref(&location)
}
