//! A place one can be at, go back to, and bookmark. Ids only: a place outlives folds, filters and sizes.

use crate::app::wording;

/// A place in the dataset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// A plan, by its id.
    Plan(String),
    /// A node of a plan, by its id.
    Node(String),
    /// A bureau: its id in the registry, or the printed name of a unit that the registry does not know.
    Department(String),
    /// A row of an indicator table: the table's id, the row counted from 0.
    Indicator(String, usize),
    /// A finding: the plan's id, the finding counted from 0 among all of that plan.
    Finding(String, usize),
    /// A target with its year: the plan's id, the entry counted from 0 among all of that plan.
    Deadline(String, usize),
}

/// A plan, or a node of it, by position: cheap to copy and to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeRef {
    /// Position of the plan in the dataset.
    pub(crate) plan: usize,
    /// Position of the node in the plan; `None` for the plan itself.
    pub(crate) node: Option<usize>,
}

/// What one goes to in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetLine {
    /// The line of the document.
    pub(crate) line: u32,
    /// The document's words there, to be highlighted.
    pub(crate) words: String,
}

/// The places visited, and where one stands among them.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    back: Vec<Location>,
    forward: Vec<Location>,
}

impl Location {
    /// The ordinal of the tab that shows the place, counted from 0.
    pub(crate) fn tab(&self) -> usize {
        match self {
            Self::Plan(_) | Self::Node(_) => 0,
            Self::Department(_) => 1,
            Self::Indicator(..) => 2,
            Self::Finding(..) => 3,
            Self::Deadline(..) => 4,
        }
    }

    /// The name of that tab.
    pub(crate) fn tab_name(&self) -> &'static str {
        wording::TABS.get(self.tab()).copied().unwrap_or_default()
    }
}

/// Places kept.
const KEPT: usize = 200;

impl History {
    /// Notes that one jumps away from `place`.
    pub(crate) fn leave(&mut self, location: Location) {
        if self.back.last() != Some(&location) {
            self.back.push(location);
        }
        if self.back.len() > KEPT {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// The place to go to from `here`, one step back or forward.
    pub(crate) fn step(&mut self, here: Location, forward: bool) -> Option<Location> {
        let (from, to) =
            if forward { (&mut self.forward, &mut self.back) } else { (&mut self.back, &mut self.forward) };
        let location = from.pop()?;
        to.push(here);
        Some(location)
    }

    /// Whether a step back (`false`) or forward leads anywhere.
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
