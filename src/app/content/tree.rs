//! A tree of plans and nodes as a flat list of its visible rows, rebuilt when a fold or the filter changes. Nothing is
//! drawn here.
//!
//! While a filter is typed, the rows are the nodes that it keeps and what they lie in, all unfolded; the folds are as they
//! were once it is cleared, but that the node under the cursor is unfolded to.

use std::collections::HashSet;

use crate::app::content::dossier::TaskFilter;
use crate::app::input::action::{Fold, Motion};
use crate::app::state::location::NodeRef;
use crate::app::state::session::{PlansShown, Session};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::text_field::TextField;

/// The nodes that are unfolded, the rows that are visible therefore, and the cursor in them.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The words that keep a part of the rows.
    pub(crate) narrow: TextField,
    /// How many nodes the filter keeps.
    pub(crate) n_kept: usize,
    open: HashSet<NodeRef>,
    pub(crate) rows: Vec<NodeRef>,
    pub(crate) cursor: Cursor,
    /// The node that the cursor stood on before a filter kept nothing.
    lost: Option<NodeRef>,
    /// The selection of plans that the rows were made for; `None` once a fold has changed since.
    made_for: Option<PlansShown>,
    /// The filter that the rows were made for.
    narrowed_by: String,
}

/// Which rows were unfolded, and where the cursor stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TreePlace {
    pub(crate) narrow: String,
    pub(crate) open: HashSet<NodeRef>,
    pub(crate) node_ref: Option<NodeRef>,
    pub(crate) cursor: Cursor,
}

impl Tree {
    /// Returns which rows are unfolded, and where the cursor stands.
    pub(crate) fn place(&self) -> TreePlace {
        let narrow = self.narrow.text();
        TreePlace { narrow, open: self.open.clone(), node_ref: self.node_ref(), cursor: self.cursor }
    }

    /// Folds the rows as they were, and puts the cursor back on its node. Returns `false` if the node is not among the
    /// rows any more.
    pub(crate) fn restore(&mut self, session: &Session, place: &TreePlace) -> bool {
        self.open.clone_from(&place.open);
        self.narrow.set(&place.narrow);
        self.narrowed_by.clone_from(&place.narrow);
        self.rebuild(session);
        self.cursor = place.cursor;
        let found = place.node_ref.and_then(|node_ref| self.rows.binary_search(&node_ref).ok());
        if let Some(at) = found {
            self.cursor = place.cursor.carried_to(at);
        }
        found.is_some() || place.node_ref.is_none()
    }

    /// Returns the node under the cursor.
    pub(crate) fn node_ref(&self) -> Option<NodeRef> {
        self.rows.get(self.cursor.at).copied()
    }

    /// Returns whether this node is unfolded.
    pub(crate) fn is_open(&self, node_ref: NodeRef) -> bool {
        !self.narrow.is_empty() || self.open.contains(&node_ref)
    }

    /// Marks a place as unfolded, also while what lies below it is not here.
    pub(crate) fn open(&mut self, node_ref: NodeRef) {
        self.open.insert(node_ref);
        self.made_for = None;
    }

    /// Rebuilds the rows if anything has changed, and keeps the cursor on its node, or on the nearest one
    /// above it that is still visible.
    pub(crate) fn settle(&mut self, session: &Session, seen: usize) {
        let typed = self.narrow.text();
        if self.narrowed_by != typed {
            if let Some(node_ref) = self.node_ref().or(self.lost).filter(|_| typed.is_empty()) {
                self.unfold_to(session, node_ref);
            }
            self.narrowed_by = typed;
            self.made_for = None;
        }
        if self.made_for != Some(session.plans_shown()) {
            self.rebuild(session);
        }
        self.cursor.settle(self.rows.len(), seen);
    }

    /// Makes the rows anew from the folds or the filter, and the selected plans.
    fn rebuild(&mut self, session: &Session) {
        let at = self.node_ref().or(self.lost.take());
        self.made_for = Some(session.plans_shown());
        self.rows.clear();
        let filter = TaskFilter::parse(&self.narrowed_by);
        if filter.is_empty() {
            for (plan, _) in session.plans() {
                self.show(session, NodeRef { plan, node: None });
            }
        } else {
            self.show_kept(session, &filter, at);
        }
        if let Some(node_ref) = at {
            self.follow(session, node_ref);
        }
        self.lost = at.filter(|_| self.rows.is_empty());
    }

    /// Adds the nodes that a filter keeps, each below what it lies in, and puts the cursor on the first of them at or
    /// behind the node `at`.
    fn show_kept(&mut self, session: &Session, filter: &TaskFilter, at: Option<NodeRef>) {
        let mut kept: Vec<NodeRef> = Vec::new();
        for (plan, head) in session.plans() {
            let nodes = session.nodes(plan).filter(|(_, node)| filter.accepts_node(head, node));
            kept.extend(nodes.map(|(node, _)| NodeRef { plan, node: Some(node) }));
        }
        self.n_kept = kept.len();
        let mut shown: HashSet<NodeRef> = HashSet::new();
        for node_ref in &kept {
            // What lies above a node that is shown is shown already.
            let mut each = Some(*node_ref);
            while let Some(node_ref) = each.filter(|node_ref| shown.insert(*node_ref)) {
                each = session.parent(node_ref);
            }
        }
        self.rows.extend(shown);
        self.rows.sort_unstable();
        let chosen = kept.iter().find(|node_ref| Some(**node_ref) >= at).or(kept.first());
        let is_kept = at.is_some_and(|at| kept.binary_search(&at).is_ok());
        if let Some(found) = chosen.filter(|_| !is_kept).and_then(|node_ref| self.rows.binary_search(node_ref).ok()) {
            self.cursor.at = found;
        }
    }

    /// Unfolds everything above a node.
    fn unfold_to(&mut self, session: &Session, node_ref: NodeRef) {
        let mut above = session.parent(node_ref);
        while let Some(parent) = above {
            self.open.insert(parent);
            above = session.parent(parent);
        }
    }

    /// Puts the cursor on a node, or on the nearest one above it that is visible. Nothing is unfolded.
    pub(crate) fn follow(&mut self, session: &Session, node_ref: NodeRef) {
        let mut at = Some(node_ref);
        while let Some(node_ref) = at {
            // The rows are in the order of the document, so a node is found by binary search.
            if let Ok(found) = self.rows.binary_search(&node_ref) {
                self.cursor.at = found;
                break;
            }
            at = session.parent(node_ref);
        }
    }

    /// Adds a node to the rows and, where it is unfolded, the nodes below it.
    fn show(&mut self, session: &Session, node_ref: NodeRef) {
        let mut waiting = vec![node_ref];
        while let Some(node_ref) = waiting.pop() {
            self.rows.push(node_ref);
            if self.is_open(node_ref) {
                let children = session.children(node_ref);
                waiting.extend(children.collect::<Vec<_>>().into_iter().rev());
            }
        }
    }

    /// Moves the cursor. A group is a chapter, or a plan where the cursor stands on one.
    pub(crate) fn go(&mut self, session: &Session, motion: Motion, seen: usize) {
        let begins_group = |at| self.rows.get(at).is_some_and(|node_ref| session.depth(*node_ref) <= 1);
        let found = self.cursor.item_target(motion, self.rows.len(), seen, |_| true, begins_group);
        self.cursor.at = found.unwrap_or(self.cursor.at);
    }

    /// Folds or unfolds rows. Returns `false` if there was nothing to do. The caller rebuilds the rows by `settle`.
    pub(crate) fn fold(&mut self, session: &Session, fold: Fold) -> bool {
        let Some(node_ref) = self.node_ref() else { return false };
        if !self.narrow.is_empty() {
            return self.step(session, fold, node_ref);
        }
        self.made_for = None;
        match fold {
            Fold::ExpandOrEnter => self.enter(session, node_ref),
            Fold::CollapseOrLeave => self.leave(session, node_ref),
            Fold::Toggle => self.toggle(session, node_ref),
            Fold::CollapseSiblings => self.siblings(session, node_ref, false),
            Fold::ExpandSiblings => self.siblings(session, node_ref, true),
            Fold::CollapseAll => {
                self.open.clear();
                true
            }
            Fold::ExpandBelow => self.open_deep(session, node_ref),
        }
    }

    /// Unfolds everything above a node and puts the cursor on it.
    pub(crate) fn reveal(&mut self, session: &Session, node_ref: NodeRef, seen: usize) {
        self.made_for = None;
        self.unfold_to(session, node_ref);
        self.settle(session, seen);
        if self.rows.binary_search(&node_ref).is_err() && !self.narrow.is_empty() {
            // What is led to is not hidden by a filter.
            self.narrow.set("");
            self.settle(session, seen);
        }
        if let Ok(at) = self.rows.binary_search(&node_ref) {
            self.cursor.at = at;
        }
        self.cursor.settle(self.rows.len(), seen);
    }

    /// Steps into a row or out of it while a filter keeps everything unfolded. Returns `false` if that leads nowhere.
    fn step(&mut self, session: &Session, fold: Fold, node_ref: NodeRef) -> bool {
        let parent = session.parent(node_ref).and_then(|parent| self.rows.binary_search(&parent).ok());
        let below = self.rows.get(self.cursor.at + 1).filter(|next| session.parent(**next) == Some(node_ref));
        let to = match fold {
            Fold::ExpandOrEnter => below.map(|_| self.cursor.at + 1),
            Fold::CollapseOrLeave => parent,
            Fold::Toggle | Fold::CollapseSiblings | Fold::ExpandSiblings | Fold::CollapseAll | Fold::ExpandBelow => {
                None
            }
        };
        self.cursor.at = to.unwrap_or(self.cursor.at);
        to.is_some()
    }

    fn enter(&mut self, session: &Session, node_ref: NodeRef) -> bool {
        if session.children(node_ref).len() == 0 {
            return false;
        }
        if !self.open.insert(node_ref) {
            self.cursor.at += 1;
        }
        true
    }

    fn leave(&mut self, session: &Session, node_ref: NodeRef) -> bool {
        if self.open.remove(&node_ref) {
            return true;
        }
        let Some(at) = session.parent(node_ref).and_then(|parent| self.rows.binary_search(&parent).ok()) else {
            return false;
        };
        self.cursor.at = at;
        true
    }

    fn toggle(&mut self, session: &Session, node_ref: NodeRef) -> bool {
        if self.open.remove(&node_ref) {
            return true;
        }
        session.children(node_ref).len() > 0 && self.open.insert(node_ref)
    }

    fn siblings(&mut self, session: &Session, node_ref: NodeRef, open: bool) -> bool {
        let siblings: Vec<NodeRef> = match session.parent(node_ref) {
            Some(parent) => session.children(parent).collect(),
            None => session.plans().map(|(plan, _)| NodeRef { plan, node: None }).collect(),
        };
        for sibling in siblings {
            if !open {
                self.open.remove(&sibling);
            } else if session.children(sibling).len() > 0 {
                self.open.insert(sibling);
            }
        }
        true
    }

    fn open_deep(&mut self, session: &Session, node_ref: NodeRef) -> bool {
        let mut waiting = vec![node_ref];
        while let Some(node_ref) = waiting.pop() {
            let children = session.children(node_ref);
            if children.len() > 0 {
                self.open.insert(node_ref);
                waiting.extend(children);
            }
        }
        true
    }
}
