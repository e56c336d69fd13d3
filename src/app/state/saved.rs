//! What is kept of the browser from one run to the next, as plain data. Places are told by ids, which outlive folds,
//! filters and sizes; where they are stored is the caller's business.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::app::state::location::Location;

/// The most queries that are kept.
const QUERIES: usize = 50;

/// A session as it is stored. Fields that are missing in a stored one are as at the first start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedSession {
    /// The ordinal of the tab shown, counted from 0.
    pub tab: usize,
    /// How each view looked, in the order of the tabs.
    pub views: Vec<SavedView>,
    /// The ids of the plans that were left out.
    pub left_out: Vec<String>,
    /// Where each plan was read last, by the plan's id.
    pub readings: BTreeMap<String, Reading>,
    /// The node that was held to set another one beside it.
    pub held: Option<Location>,
    /// The queries that led somewhere, the latest last.
    pub queries: Vec<String>,
    /// The bookmarks, the oldest first.
    pub bookmarks: Vec<Bookmark>,
}

/// How a view looked. Each view uses the fields that it has something for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// The place under the cursor of the first list.
    pub at: Option<Location>,
    /// How many rows were seen above that cursor.
    pub above: usize,
    /// What narrows the first list.
    pub filter: String,
    /// What narrows the second list.
    pub narrow: String,
    /// The pane with the focus, counted from the left from 0.
    pub pane: usize,
    /// The place under the cursor of the second list, or that of the text.
    pub inner: Option<Location>,
    /// How many rows were seen above the second cursor.
    pub inner_above: usize,
    /// The first row of the text that was seen.
    pub top: usize,
    /// The plans and nodes that were unfolded in the tree.
    pub unfolded: Vec<Location>,
    /// The heads above plans that were unfolded in the tree, by their keys.
    pub heads: Vec<String>,
    /// The group that the second list belongs to: a year, or the id of a department.
    pub group: Option<String>,
    /// The only nature of indicators that is listed.
    pub nature: Option<String>,
    /// How the rows are arranged, in a word of the view's own.
    pub order: Option<String>,
    /// The column by which rows are sorted, counted from 0.
    pub column: Option<usize>,
    /// The first column that was seen, or the passage that was chosen, counted from 0.
    pub sideways: usize,
}

/// A place that the user wants to find again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// The place that is to be found again.
    pub at: Location,
    /// What the place was called when the bookmark was set, for when it is there no more.
    #[serde(default)]
    pub label: String,
    /// What the user wrote to it; empty for nothing.
    #[serde(default)]
    pub note: String,
}

/// Where a plan was read last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The node whose text was read.
    pub at: Location,
    /// The first row of its text that was seen.
    #[serde(default)]
    pub top: usize,
}

/// A change that must not be lost where several programs keep one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A bookmark was set, or its note was written.
    Bookmarked(Bookmark),
    /// The bookmark at this place was removed.
    Unbookmarked(Location),
    /// A query was confirmed that had hits.
    Queried(String),
    /// A plan, by its id, was read as far as this.
    Read(String, Reading),
}

impl SavedSession {
    /// Makes a change of any program that keeps this session.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Bookmarked(bookmark) => match self.bookmarks.iter_mut().find(|each| each.at == bookmark.at) {
                Some(known) => *known = bookmark,
                None => self.bookmarks.push(bookmark),
            },
            Change::Unbookmarked(location) => self.bookmarks.retain(|each| each.at != location),
            Change::Queried(query) => {
                self.queries.retain(|each| *each != query);
                self.queries.push(query);
                self.queries.drain(..self.queries.len().saturating_sub(QUERIES));
            }
            Change::Read(plan, reading) => {
                self.readings.insert(plan, reading);
            }
        }
    }

    /// Returns what is left of the session without how the screen looked.
    #[must_use]
    pub fn without_look(self) -> Self {
        let Self { readings, queries, bookmarks, .. } = self;
        Self { readings, queries, bookmarks, ..Self::default() }
    }

    /// Takes over how the screen looks in another session. What [`Change`]s are made of stays.
    pub fn look_like(&mut self, other: &Self) {
        let Self { tab, views, left_out, held, readings: _, queries: _, bookmarks: _ } = other;
        self.tab = *tab;
        self.views.clone_from(views);
        self.left_out.clone_from(left_out);
        self.held.clone_from(held);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bookmark(id: &str, note: &str) -> Bookmark {
        Bookmark { at: Location::Node(id.to_owned()), label: id.to_owned(), note: note.to_owned() }
    }

    #[test]
    fn changes_of_two_programs_are_all_kept() {
        let mut stored = SavedSession::default();
        for id in ["a/1", "b/1"] {
            stored.apply(Change::Bookmarked(bookmark(id, "")));
        }
        stored.apply(Change::Bookmarked(bookmark("a/1", "待核")));
        stored.apply(Change::Unbookmarked(Location::Node("b/1".to_owned())));
        stored.apply(Change::Unbookmarked(Location::Node("c/1".to_owned())));
        assert_eq!(stored.bookmarks, [bookmark("a/1", "待核")]);
        for n in 0..60 {
            stored.apply(Change::Queried(format!("查询{}", n % 55)));
        }
        assert_eq!(stored.queries.len(), QUERIES);
        assert_eq!(stored.queries.last().map(String::as_str), Some("查询4"));
        let other = SavedSession { tab: 3, bookmarks: Vec::new(), ..SavedSession::default() };
        stored.look_like(&other);
        assert_eq!((stored.tab, stored.bookmarks.len(), stored.queries.len()), (3, 1, QUERIES));
    }

    #[test]
    fn a_stored_session_reads_back_and_may_lack_anything() {
        let mut session = SavedSession { tab: 1, ..SavedSession::default() };
        session.apply(Change::Bookmarked(Bookmark {
            at: Location::Indicator("x-2030/indicators-1".to_owned(), 3),
            label: "“一”".to_owned(),
            note: String::new(),
        }));
        session.apply(Change::Read("x".to_owned(), Reading { at: Location::Node("x/1".to_owned()), top: 4 }));
        session
            .views
            .push(SavedView { at: Some(Location::Department("education".to_owned())), ..SavedView::default() });
        let written = serde_json::to_string(&session).unwrap();
        assert_eq!(serde_json::from_str::<SavedSession>(&written).unwrap(), session);
        assert_eq!(serde_json::from_str::<SavedSession>("{}").unwrap(), SavedSession::default());
    }
}
