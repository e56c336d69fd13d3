//! How the search words its counts, its filters, and what was not found.

use crate::app::input::action::{Action, InputAction};
use crate::app::wording::list;
use crate::words::{Words, punctuation, query};

/// The action that goes to the chosen row of the search.
pub(crate) const CONFIRM: Action = Action::Input(InputAction::Confirm);

/// Examples of queries, each with what it finds.
pub(crate) const EXAMPLES: [(Words, Words); 9] = [
    (query::OFFICE, query::FINDS_OFFICE),
    (query::LETTERS, query::FINDS_LETTERS),
    (query::INDICATOR, query::FINDS_INDICATOR),
    (query::BOTH, query::FINDS_BOTH),
    (query::EITHER, query::FINDS_EITHER),
    (query::WITHOUT, query::FINDS_WITHOUT),
    (query::EXACTLY, query::FINDS_EXACTLY),
    (query::OF_OFFICE, query::FINDS_OF_OFFICE),
    (query::OF_PLAN, query::FINDS_OF_PLAN),
];

/// Words which hit this is, of how many.
pub(crate) fn hit_count(at: usize, of: usize) -> String {
    format!("{at}/{of}")
}

/// Words a filter and the names that its value was taken for.
pub(crate) fn known_filter(filter: &str, value: &str, names: &[String]) -> String {
    match names {
        [name] if name == value.trim() => filter.to_owned(),
        [name] => punctuation::with_remark(filter, name),
        several => query::taken_for_several(filter, several.len(), list(several)),
    }
}

/// Words that a filter was not understood, and which names are near.
pub(crate) fn unknown_filter(filter: &str, near: &[String]) -> String {
    if near.is_empty() { query::unknown(filter) } else { query::unknown_near(filter, list(near)) }
}

/// Words how many hits of a kind there are, and how many of them are listed where not all are.
pub(crate) fn group_count(listed: usize, of: usize) -> String {
    if listed < of { query::first_of(of, listed) } else { of.to_string() }
}
