//! The search in force, and the hit one is at.

use crate::app::state::search::SearchResults;

/// A search that was asked for and not yet cleared.
#[derive(Clone, Debug)]
pub(crate) struct ActiveSearch {
    /// As typed.
    pub(crate) query: String,
    /// The answer.
    pub(crate) found: SearchResults,
    /// The hit one is at.
    pub(crate) at: usize,
    /// The words to highlight at this hit: those typed, and what they were taken for.
    pub(crate) highlighted: Vec<String>,
}

impl ActiveSearch {
    /// A search at one of its hits.
    pub(crate) fn new(query: String, found: SearchResults, at: usize) -> Self {
        let mut search = Self { query, found, at, highlighted: Vec::new() };
        search.go(at);
        search
    }

    /// Goes to another of its hits.
    pub(crate) fn go(&mut self, at: usize) {
        self.at = at;
        self.highlighted.clone_from(&self.found.highlighted);
        self.highlighted.extend(self.found.hits.get(at).map(|hit| hit.meant.clone()).unwrap_or_default());
    }
}
