//! Places in the plans: by ids, to go back to and to bookmark, since ids outlive folds, filters and sizes; and by
//! positions, for lists and trees.

use serde::{Deserialize, Serialize};

use crate::app::wording;

/// A place that a view can show, go back to and bookmark.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

/// One title of the breadcrumb, with the place that a click on it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Crumb {
    /// The title, cut only where it is painted.
    pub(crate) text: String,
    /// Where it leads; `None` for a title that only says what is shown.
    pub(crate) location: Option<Location>,
}

impl Crumb {
    /// Makes a title that leads nowhere.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), location: None }
    }

    /// Makes a title that leads to a place.
    pub(crate) fn to(text: impl Into<String>, location: Option<Location>) -> Self {
        Self { text: text.into(), location }
    }
}

/// Writes the titles one behind the other, as they are copied.
pub(crate) fn joined(crumbs: &[Crumb]) -> String {
    crumbs.iter().map(|crumb| crumb.text.as_str()).collect::<Vec<_>>().join(" › ")
}

/// A line of the document to scroll to, and the words to highlight there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetLine {
    /// The line of the document, counted from 1.
    pub(crate) line: u32,
    /// The words of the document that are highlighted.
    pub(crate) words: String,
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
        wording::TABS.get(self.tab()).map_or("", |tab| tab.get())
    }
}
