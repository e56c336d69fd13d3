//! Places in the plans: by ids, to go back to and to bookmark, since ids outlive folds, filters and sizes; and by
//! positions, for lists and trees.

use crate::app::wording;

/// A place that a view can show, go back to and bookmark.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// A plan as a whole, by its id.
    Plan(String),
    /// A node of a plan, by its id.
    Node(String),
    /// A department: its id in the registry, or the printed name of a unit that the registry does not know.
    Department(String),
    /// A row of an indicator table: the table's id, the row counted from 0.
    Indicator(String, usize),
    /// A finding: the id of its plan, and its position among all findings of that plan, counted from 0.
    Finding(String, usize),
    /// A target with its year: the id of its plan, and its position among all targets of that plan, counted from 0.
    Deadline(String, usize),
}

/// A plan or one of its nodes by position, cheap to copy and to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeRef {
    /// The position of the plan in the dataset.
    pub(crate) plan: usize,
    /// The position of the node in the plan; `None` for the plan itself.
    pub(crate) node: Option<usize>,
}

/// A line of the document to scroll to, and the words to highlight there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetLine {
    /// The line of the document, counted from 1.
    pub(crate) line: u32,
    /// The words of the document that are highlighted.
    pub(crate) words: String,
}

/// The places visited before and after the one shown, as in a web browser.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    back: Vec<Location>,
    forward: Vec<Location>,
}

impl Location {
    /// Returns the ordinal of the tab that shows the place, counted from 0.
    pub(crate) fn tab(&self) -> usize {
        match self {
            Self::Plan(_) | Self::Node(_) => 0,
            Self::Department(_) => 1,
            Self::Indicator(..) => 2,
            Self::Finding(..) => 3,
            Self::Deadline(..) => 4,
        }
    }

    /// Returns the id of the plan that the place lies in; `None` for a department.
    pub(crate) fn plan_id(&self) -> Option<&str> {
        match self {
            Self::Department(_) => None,
            Self::Plan(id) | Self::Finding(id, _) | Self::Deadline(id, _) => Some(id),
            Self::Node(id) | Self::Indicator(id, _) => id.split_once('/').map(|(plan, _)| plan),
        }
    }

    /// Returns the name of the tab that shows the place.
    pub(crate) fn tab_name(&self) -> &'static str {
        wording::TABS.get(self.tab()).copied().unwrap_or_default()
    }
}

/// The number of places that are remembered.
const KEPT: usize = 200;

impl History {
    /// Remembers the place that the user leaves by a jump.
    pub(crate) fn leave(&mut self, location: Location) {
        if self.back.last() != Some(&location) {
            self.back.push(location);
        }
        if self.back.len() > KEPT {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// Returns the place one step back or forward from `here`, and remembers `here` for the way back.
    pub(crate) fn step(&mut self, here: Location, forward: bool) -> Option<Location> {
        let (from, to) =
            if forward { (&mut self.forward, &mut self.back) } else { (&mut self.back, &mut self.forward) };
        let location = from.pop()?;
        to.push(here);
        Some(location)
    }

    /// Returns whether there is a place to go back (`false`) or forward to.
    pub(crate) fn leads(&self, forward: bool) -> bool {
        !if forward { &self.forward } else { &self.back }.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward() {
        let location = |id: &str| Location::Node(id.to_owned());
        let mut history = History::default();
        history.leave(location("a"));
        history.leave(location("b"));
        assert_eq!(history.step(location("c"), false), Some(location("b")));
        assert_eq!(history.step(location("b"), false), Some(location("a")));
        assert_eq!(history.step(location("a"), false), None);
        assert_eq!(history.step(location("a"), true), Some(location("b")));
        history.leave(location("b"));
        assert!(!history.leads(true));
    }
}
