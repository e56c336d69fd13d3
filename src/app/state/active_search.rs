//! The search in force, and which of its hits is the current one.

use crate::app::state::search::SearchResults;

/// A search whose hits the user goes through, until it is cleared.
#[derive(Clone, Debug)]
pub(crate) struct ActiveSearch {
    /// The query as it was typed.
    pub(crate) query: String,
    /// What the query found, best first within each kind.
    pub(crate) found: SearchResults,
    /// The position of the current hit among those found.
    pub(crate) at: usize,
    /// The words to highlight at the current hit: those typed, and what they were taken for.
    pub(crate) highlighted: Vec<String>,
}

impl ActiveSearch {
    /// Puts a search in force, at the hit at this position.
    pub(crate) fn new(query: String, found: SearchResults, at: usize) -> Self {
        let mut search = Self { query, found, at, highlighted: Vec::new() };
        search.go(at);
        search
    }

    /// Makes the hit at this position the current one.
    pub(crate) fn go(&mut self, at: usize) {
        self.at = at;
        self.highlighted.clone_from(&self.found.highlighted);
        self.highlighted.extend(self.found.hits.get(at).map(|hit| hit.meant.clone()).unwrap_or_default());
    }
}
