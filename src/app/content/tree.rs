//! A tree of plans and nodes as a flat list of its visible rows, rebuilt when a fold or the filter changes. Where there are
//! many plans, heads stand above those that belong together. Nothing is drawn here.
//!
//! While a filter is typed, the rows are the nodes that it keeps and what they lie in, all unfolded; the folds are as they
//! were once it is cleared, but that the node under the cursor is unfolded to.

mod groups;
mod heads;

use std::collections::HashSet;

use crate::app::content::dossier::TaskFilter;
use crate::app::content::tree::groups::Groups;
pub(crate) use crate::app::content::tree::groups::{Head, ordered};
use crate::app::input::action::{Fold, Motion};
use crate::app::state::location::NodeRef;
use crate::app::state::session::{PlansShown, Session};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::text_field::TextField;

/// A row of the tree: a head above plans, or a plan or node. Rows are compared as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct TreeRow {
    /// The place of the plan in the order of the groups; of a head, that of its first plan.
    place: usize,
    /// How many heads lie above a head; behind all of them for a node.
    rank: usize,
    /// The position of the head, or of the plan.
    at: usize,
    node: Option<usize>,
}

/// The rank of rows that are no heads.
const NODE: usize = usize::MAX;

impl TreeRow {
    /// Returns the plan or node; `None` for a head.
    pub(crate) fn node_ref(self) -> Option<NodeRef> {
        (self.rank == NODE).then_some(NodeRef { plan: self.at, node: self.node })
    }

    /// Returns the position of the head; `None` for a plan or node.
    fn head(self) -> Option<usize> {
        (self.rank != NODE).then_some(self.at)
    }
}

/// The nodes that are unfolded, the rows that are visible therefore, and the cursor in them.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The words that keep a part of the rows.
    pub(crate) narrow: TextField,
    /// How many nodes the filter keeps.
    pub(crate) n_kept: usize,
    open: HashSet<NodeRef>,
    /// The heads that are unfolded, by their keys.
    open_heads: HashSet<String>,
    groups: Groups,
    /// The plans that the groups were made of.
    grouped_for: Option<PlansShown>,
    pub(crate) rows: Vec<TreeRow>,
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
    /// The keys of the heads that are unfolded.
    pub(crate) open_heads: HashSet<String>,
    pub(crate) node_ref: Option<NodeRef>,
    /// The key of the head under the cursor.
    pub(crate) head: Option<String>,
    pub(crate) cursor: Cursor,
}

impl Tree {
    /// Returns which rows are unfolded, and where the cursor stands.
    pub(crate) fn place(&self) -> TreePlace {
        TreePlace {
            narrow: self.narrow.text(),
            open: self.open.clone(),
            open_heads: self.open_heads.clone(),
            node_ref: self.node_ref(),
            head: self.head().map(|head| head.key.clone()),
            cursor: self.cursor,
        }
    }

    /// Folds the rows as they were, and puts the cursor back on its node. Returns `false` if the node is not among the
    /// rows any more.
    pub(crate) fn restore(&mut self, session: &Session, place: &TreePlace) -> bool {
        self.open.clone_from(&place.open);
        self.open_heads.clone_from(&place.open_heads);
        self.narrow.set(&place.narrow);
        self.narrowed_by.clone_from(&place.narrow);
        self.rebuild(session);
        self.cursor = place.cursor;
        let mut found = place.node_ref.and_then(|node_ref| self.position(node_ref));
        if let Some(node_ref) = place.node_ref.filter(|_| found.is_none()) {
            // The heads may be new, where there were few plans before.
            self.unfold_heads(node_ref.plan);
            self.rebuild(session);
            found = self.position(node_ref);
        }
        let head = place.head.as_ref().and_then(|key| self.rows.iter().position(|row| self.key(*row) == Some(key)));
        if let Some(at) = found.or(head) {
            self.cursor = place.cursor.carried_to(at);
        }
        found.is_some() || place.node_ref.is_none()
    }

    fn row(&self) -> Option<TreeRow> {
        self.rows.get(self.cursor.at).copied()
    }

    /// Returns the node under the cursor.
    pub(crate) fn node_ref(&self) -> Option<NodeRef> {
        self.row()?.node_ref()
    }

    /// Returns the head under the cursor.
    pub(crate) fn head(&self) -> Option<&Head> {
        self.head_of(self.row()?)
    }

    /// Returns the head that a row is; `None` for a plan or node.
    pub(crate) fn head_of(&self, row: TreeRow) -> Option<&Head> {
        self.groups.heads.get(row.head()?)
    }

    /// Returns the plans below a head, in their order.
    pub(crate) fn plans_of(&self, head: &Head) -> &[usize] {
        self.groups.order.get(head.plans.clone()).unwrap_or_default()
    }

    fn key(&self, row: TreeRow) -> Option<&String> {
        self.head_of(row).map(|head| &head.key)
    }

    /// Returns how many heads lie above a row.
    pub(crate) fn heads_above(&self, row: TreeRow) -> usize {
        match (row.head(), row.node_ref()) {
            (Some(head), _) => self.groups.heads.get(head).map_or(0, |head| head.depth),
            (None, node_ref) => node_ref.map_or(0, |node_ref| self.groups.above(node_ref.plan).count()),
        }
    }

    /// Returns whether a row is unfolded.
    pub(crate) fn is_unfolded(&self, row: TreeRow) -> bool {
        match (self.key(row), row.node_ref()) {
            (Some(key), _) => !self.narrow.is_empty() || self.open_heads.contains(key),
            (None, node_ref) => node_ref.is_some_and(|node_ref| self.is_open(node_ref)),
        }
    }

    /// The row of a plan or node.
    fn row_of(&self, node_ref: NodeRef) -> Option<TreeRow> {
        let NodeRef { plan, node } = node_ref;
        Some(TreeRow { place: self.groups.place(plan)?, rank: NODE, at: plan, node })
    }

    fn row_of_head(&self, at: usize) -> Option<TreeRow> {
        let head = self.groups.heads.get(at)?;
        Some(TreeRow { place: head.plans.start, rank: head.depth, at, node: None })
    }

    /// The position of a plan or node among the rows.
    fn position(&self, node_ref: NodeRef) -> Option<usize> {
        self.rows.binary_search(&self.row_of(node_ref)?).ok()
    }

    /// The position of the row above this one.
    fn position_above(&self, session: &Session, row: TreeRow) -> Option<usize> {
        let parent = row.node_ref().and_then(|node_ref| session.parent(node_ref));
        if let Some(parent) = parent {
            return self.position(parent);
        }
        let head = match row.head() {
            Some(head) => self.groups.parent(head),
            None => self.groups.above(row.at).next_back(),
        };
        self.rows.binary_search(&self.row_of_head(head?)?).ok()
    }

    /// Unfolds the heads above a plan.
    fn unfold_heads(&mut self, plan: usize) {
        let keys: Vec<String> =
            self.groups.above(plan).filter_map(|head| Some(self.groups.heads.get(head)?.key.clone())).collect();
        self.open_heads.extend(keys);
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
        let head = self.head().map(|head| head.key.clone());
        let shown = session.plans_shown();
        if self.grouped_for.as_ref() != Some(&shown) {
            self.groups = Groups::new(session);
            self.grouped_for = Some(shown.clone());
        }
        self.made_for = Some(shown);
        self.rows.clear();
        let filter = TaskFilter::parse(&self.narrowed_by);
        if filter.is_empty() {
            self.show_unfolded(session);
        } else {
            self.show_kept(session, &filter, at);
        }
        if let Some(found) = head.and_then(|key| self.rows.iter().position(|row| self.key(*row) == Some(&key))) {
            self.cursor.at = found;
        }
        if let Some(node_ref) = at {
            self.follow(session, node_ref);
        }
        self.lost = at.filter(|_| self.rows.is_empty());
    }

    /// Adds the heads and plans that no folded head hides, each with what it is unfolded to.
    fn show_unfolded(&mut self, session: &Session) {
        let order = self.groups.order.clone();
        let mut heads = (0..self.groups.heads.len()).peekable();
        for (place, plan) in order.into_iter().enumerate() {
            while let Some(head) =
                heads.next_if(|at| self.groups.heads.get(*at).is_some_and(|it| it.plans.start == place))
            {
                let is_seen = self.groups.parent(head).is_none_or(|parent| self.is_head_open(parent));
                self.rows.extend(self.row_of_head(head).filter(|_| is_seen));
            }
            if self.groups.above(plan).all(|head| self.is_head_open(head)) {
                self.show(session, NodeRef { plan, node: None });
            }
        }
    }

    fn is_head_open(&self, head: usize) -> bool {
        self.groups.heads.get(head).is_some_and(|head| self.open_heads.contains(&head.key))
    }

    /// Adds the nodes that a filter keeps, each below what it lies in, and puts the cursor on the first of them at or
    /// behind the node `at`.
    fn show_kept(&mut self, session: &Session, filter: &TaskFilter, at: Option<NodeRef>) {
        let mut kept: Vec<TreeRow> = Vec::new();
        for (plan, head) in session.plans() {
            let nodes = session.nodes(plan).filter(|(_, node)| filter.accepts_node(head, node));
            kept.extend(nodes.filter_map(|(node, _)| self.row_of(NodeRef { plan, node: Some(node) })));
        }
        kept.sort_unstable();
        self.n_kept = kept.len();
        let mut shown: HashSet<TreeRow> = HashSet::new();
        for row in &kept {
            // What lies above a node that is shown is shown already.
            let mut each = Some(*row);
            while let Some(row) = each.filter(|row| shown.insert(*row)) {
                let parent = row.node_ref().and_then(|node_ref| session.parent(node_ref));
                each = parent.and_then(|parent| self.row_of(parent));
            }
            shown.extend(self.groups.above(row.at).filter_map(|head| self.row_of_head(head)));
        }
        self.rows.extend(shown);
        self.rows.sort_unstable();
        let at = at.and_then(|at| self.row_of(at));
        let chosen = kept.iter().find(|row| Some(**row) >= at).or(kept.first());
        let is_kept = at.is_some_and(|at| kept.binary_search(&at).is_ok());
        if let Some(found) = chosen.filter(|_| !is_kept).and_then(|row| self.rows.binary_search(row).ok()) {
            self.cursor.at = found;
        }
    }

    /// Unfolds everything above a node.
    fn unfold_to(&mut self, session: &Session, node_ref: NodeRef) {
        self.unfold_heads(node_ref.plan);
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
            // The rows are in the order of the groups and documents, so a node is found by binary search.
            if let Some(found) = self.position(node_ref) {
                self.cursor.at = found;
                return;
            }
            at = session.parent(node_ref);
        }
        let mut heads = self.groups.above(node_ref.plan).rev().filter_map(|head| self.row_of_head(head));
        if let Some(found) = heads.find_map(|row| self.rows.binary_search(&row).ok()) {
            self.cursor.at = found;
        }
    }

    /// Adds a node to the rows and, where it is unfolded, the nodes below it.
    fn show(&mut self, session: &Session, node_ref: NodeRef) {
        let mut waiting = vec![node_ref];
        while let Some(node_ref) = waiting.pop() {
            self.rows.extend(self.row_of(node_ref));
            if self.is_open(node_ref) {
                let children = session.children(node_ref);
                waiting.extend(children.collect::<Vec<_>>().into_iter().rev());
            }
        }
    }

    /// Moves the cursor. A group is a chapter, or a plan where the cursor stands on one.
    pub(crate) fn go(&mut self, session: &Session, motion: Motion, seen: usize) {
        let begins_group = |at: usize| {
            self.rows.get(at).is_some_and(|row| row.node_ref().is_none_or(|node_ref| session.depth(node_ref) <= 1))
        };
        let found = self.cursor.item_target(motion, self.rows.len(), seen, |_| true, begins_group);
        self.cursor.at = found.unwrap_or(self.cursor.at);
    }

    /// Folds or unfolds rows. Returns `false` if there was nothing to do. The caller rebuilds the rows by `settle`.
    pub(crate) fn fold(&mut self, session: &Session, fold: Fold) -> bool {
        let Some(row) = self.row() else { return false };
        if !self.narrow.is_empty() {
            return self.step(session, fold, row);
        }
        self.made_for = None;
        if fold == Fold::CollapseAll {
            self.open.clear();
            self.open_heads.clear();
            return true;
        }
        let Some(node_ref) = row.node_ref() else { return self.fold_head(session, fold, row) };
        match fold {
            Fold::ExpandOrEnter => self.enter(session, node_ref),
            Fold::CollapseOrLeave => self.leave(session, row, node_ref),
            Fold::Toggle => self.toggle(session, node_ref),
            Fold::CollapseSiblings => self.siblings(session, node_ref, false),
            Fold::ExpandSiblings => self.siblings(session, node_ref, true),
            Fold::CollapseAll => true,
            Fold::ExpandBelow => self.open_deep(session, node_ref),
        }
    }

    /// Unfolds everything above a node and puts the cursor on it.
    pub(crate) fn reveal(&mut self, session: &Session, node_ref: NodeRef, seen: usize) {
        self.made_for = None;
        self.unfold_to(session, node_ref);
        self.settle(session, seen);
        if self.position(node_ref).is_none() && !self.narrow.is_empty() {
            // What is led to is not hidden by a filter.
            self.narrow.set("");
            self.settle(session, seen);
        }
        if let Some(at) = self.position(node_ref) {
            self.cursor.at = at;
        }
        self.cursor.settle(self.rows.len(), seen);
    }

    /// Steps into a row or out of it while a filter keeps everything unfolded. Returns `false` if that leads nowhere.
    fn step(&mut self, session: &Session, fold: Fold, row: TreeRow) -> bool {
        let parent = self.position_above(session, row);
        let next = self.rows.get(self.cursor.at + 1);
        let below = next.filter(|next| self.position_above(session, **next) == Some(self.cursor.at));
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

    fn leave(&mut self, session: &Session, row: TreeRow, node_ref: NodeRef) -> bool {
        if self.open.remove(&node_ref) {
            return true;
        }
        let Some(at) = self.position_above(session, row) else { return false };
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
        let siblings: Vec<NodeRef> = if let Some(parent) = session.parent(node_ref) {
            session.children(parent).collect()
        } else {
            let head = self.groups.above(node_ref.plan).next_back().and_then(|at| self.groups.heads.get(at));
            let plans = head.map_or(self.groups.order.as_slice(), |head| self.plans_of(head));
            plans.iter().map(|&plan| NodeRef { plan, node: None }).collect()
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
