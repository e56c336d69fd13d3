//! The texts that plans were read from, by the id of the plan.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher;

/// Gives the whole text of a plan, if it is available: to show the lines of the document, and to find the line of a
/// part of a joined paragraph.
pub trait Sources: Send + Sync {
    /// The text of the plan with this id; `None` if it is not available. Texts that are not kept in memory are read
    /// anew each time.
    fn text(&self, plan: &str) -> Option<Cow<'_, str>>;
}

/// Texts held in memory, by the id of their plan.
impl<S: BuildHasher + Send + Sync> Sources for HashMap<String, String, S> {
    fn text(&self, plan: &str) -> Option<Cow<'_, str>> {
        self.get(plan).map(|text| Cow::Borrowed(text.as_str()))
    }
}

/// Has no texts at all, so that any part of a joined paragraph is given the first line of the paragraph.
impl Sources for () {
    fn text(&self, _plan: &str) -> Option<Cow<'_, str>> {
        None
    }
}
