//! The texts that plans were read from, by the id of the plan.

use std::collections::HashMap;
use std::hash::BuildHasher;

/// Gives the whole text of a plan, where it is at hand: for showing the document's own lines, and for finding the line
/// on which a part of a joined paragraph stands.
pub trait Sources: Send + Sync {
    /// The text of the plan with this id; `None` where it is not at hand.
    fn text(&self, plan: &str) -> Option<&str>;
}

/// Texts held in memory, by the id of their plan.
impl<S: BuildHasher + Send + Sync> Sources for HashMap<String, String, S> {
    fn text(&self, plan: &str) -> Option<&str> {
        self.get(plan).map(String::as_str)
    }
}

/// Stands for no texts at all: every line of a joined paragraph is taken for its first.
impl Sources for () {
    fn text(&self, _plan: &str) -> Option<&str> {
        None
    }
}
