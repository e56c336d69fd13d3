//! How to search: which plans and kinds, and how many hits.

use crate::search::base::hit::Kind;

/// Limits of a search, beside the query itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Ids of the plans to search; an empty list means all.
    pub plans: Vec<String>,
    /// Kinds of hits to list; an empty list means all. Counts cover all kinds in any case.
    pub kinds: Vec<Kind>,
    /// The most hits listed, of all kinds together.
    pub limit: usize,
    /// The most hits listed of one kind, so that a screen that groups them has some of each.
    pub per_kind: Option<usize>,
    /// A name of the office of the one who asks, for which 我局 stands; `None` where it is not known.
    pub own_office: Option<String>,
    /// Id of the plan in which the reader is: of places with the number that is typed, those in it come first.
    pub home: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { plans: Vec::new(), kinds: Vec::new(), limit: 50, per_kind: None, own_office: None, home: None }
    }
}
