//! The pane between tree and text on a broad screen: the chapter under the cursor of the tree, and everything below it
//! with the units of each task; for a plan, its chapters.

use crate::app::content::dossier::TaskFilter;
use crate::app::content::node_row;
use crate::app::input::action::Motion;
use crate::app::screen::page::{Area, Page, Role};
use crate::app::state::location::NodeRef;
use crate::app::state::session::{PlansShown, Session};
use crate::app::widgets::list::{ListPane, ListPlace, ListRow};
use crate::app::widgets::text_field::TextField;
use crate::app::wording;

/// The pane with its list, what narrows it, and where in the tree it was led to.
#[derive(Debug, Default)]
pub(crate) struct ChapterPane {
    /// What narrows the list. The head stays.
    pub(crate) narrow: TextField,
    /// The node of the tree that the list belongs to. Once the tree stands on another one, the list is that one's.
    from: Option<NodeRef>,
    /// The plan or chapter that is listed with what lies below it.
    head: Option<NodeRef>,
    /// What the rows were made for: the head, the filter, the plans.
    made_for: Option<(Option<NodeRef>, String, PlansShown)>,
    list: ListPane<NodeRef>,
}

/// Which chapter the pane showed, and where its cursor stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChapterPlace {
    pub(crate) narrow: String,
    from: Option<NodeRef>,
    head: Option<NodeRef>,
    pub(crate) list: ListPlace<NodeRef>,
}

impl ChapterPlace {
    /// Makes the place where the chapter of a node of the tree is listed, with the cursor on a node of it.
    pub(crate) fn led(session: &Session, tree: Option<NodeRef>, narrow: String, list: ListPlace<NodeRef>) -> Self {
        Self { narrow, from: tree, head: tree.map(|node_ref| chapter(session, node_ref)), list }
    }
}

impl ChapterPane {
    pub(crate) fn area(&self) -> Area {
        self.list.area
    }

    /// Returns the node under the cursor.
    pub(crate) fn node_ref(&self) -> Option<NodeRef> {
        self.list.chosen().copied()
    }

    /// Returns which row the cursor is on, counted from 1, and how many there are.
    pub(crate) fn count(&self) -> (usize, usize) {
        self.list.count()
    }

    /// Forgets everything, as a screen with room for two panes does not show it. Returns the node under the cursor.
    pub(crate) fn close(&mut self) -> Option<NodeRef> {
        std::mem::take(self).node_ref()
    }

    /// Lets the next `settle` put the cursor on the node of the tree, even if the tree stays where it is.
    pub(crate) fn lead(&mut self) {
        self.from = None;
    }

    /// Keeps the list although the tree stands on this node now, as it followed the cursor of the list.
    pub(crate) fn stay(&mut self, tree: Option<NodeRef>) {
        self.from = tree;
    }

    /// Lists the chapter of this node of the tree, and puts the cursor on the node if the tree has moved.
    pub(crate) fn settle(&mut self, session: &Session, tree: Option<NodeRef>, area: Area) {
        let is_led = self.from != tree;
        if is_led {
            self.from = tree;
            let head = tree.map(|node_ref| chapter(session, node_ref));
            if self.head != head {
                self.head = head;
                self.narrow.set("");
                self.list.restart();
            }
        }
        self.list(session);
        if is_led && !self.list.choose(|each| Some(*each) == tree) {
            // What the tree leads to is not hidden by a filter.
            self.narrow.set("");
            self.list(session);
            self.list.choose(|each| Some(*each) == tree);
        }
        self.list.settle(area);
    }

    /// Makes the rows anew where anything they depend on has changed.
    fn list(&mut self, session: &Session) {
        let wanted = Some((self.head, self.narrow.text(), session.plans_shown()));
        if self.made_for != wanted {
            let rows = self.head.map(|head| listed(session, head, &self.narrow.text())).unwrap_or_default();
            self.list.set_rows(rows);
            self.made_for = wanted;
        }
    }

    pub(crate) fn go(&mut self, motion: Motion) {
        self.list.go(motion);
    }

    /// Handles a click. Returns whether it chose a node.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> bool {
        self.list.click(column, row)
    }

    /// Returns which chapter is listed, and where the cursor stands.
    pub(crate) fn place(&self) -> ChapterPlace {
        let narrow = self.narrow.text();
        ChapterPlace { narrow, from: self.from, head: self.head, list: self.list.place() }
    }

    /// Lists the chapter as it was left. Returns `false` if the node under the cursor is not listed any more.
    pub(crate) fn restore(&mut self, session: &Session, place: &ChapterPlace) -> bool {
        self.narrow.set(&place.narrow);
        (self.from, self.head) = (place.from, place.head);
        self.list(session);
        self.list.restore(&place.list)
    }

    /// Paints the rows that are seen.
    pub(crate) fn paint(&self, session: &Session, focused: bool, page: &mut Page) {
        let top = self.head.map_or(0, |head| session.depth(head));
        self.list.paint(session, focused, page, |node_ref, cells| {
            node_row::in_chapter(session, *node_ref, session.depth(*node_ref).saturating_sub(top), cells)
        });
    }
}

/// Returns the chapter that a node lies in; the plan for a plan.
fn chapter(session: &Session, node_ref: NodeRef) -> NodeRef {
    session.trail(node_ref).get(1).copied().unwrap_or(node_ref)
}

/// Returns the head and what lies below it in the order of the document, as far as the filter keeps it. A plan has
/// hundreds of nodes, so only its chapters are listed.
fn listed(session: &Session, head: NodeRef, typed: &str) -> Vec<ListRow<NodeRef>> {
    let filter = TaskFilter::parse(typed);
    let is_kept = |node_ref: NodeRef| match (session.plan(node_ref), session.node(node_ref)) {
        (Some(plan), Some(node)) => filter.is_empty() || filter.accepts_node(plan, node),
        _ => true,
    };
    let mut rows = Vec::new();
    let mut waiting: Vec<NodeRef> = session.children(head).collect();
    waiting.reverse();
    while let Some(node_ref) = waiting.pop() {
        if is_kept(node_ref) {
            rows.push(ListRow::Item(node_ref));
        }
        if head.node.is_some() {
            waiting.extend(session.children(node_ref).collect::<Vec<_>>().into_iter().rev());
        }
    }
    let words = (!filter.is_empty()).then(|| wording::narrowed_tasks(&session.keymap, typed.trim(), rows.len()));
    let note = words.map(|words| ListRow::Note(words, Role::Warning));
    std::iter::once(ListRow::Item(head)).chain(note).chain(rows).collect()
}
