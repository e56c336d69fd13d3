//! What a popup is about, kept while the library has not answered all of it, so that the popup can be made again.

use crate::app::state::location::{Location, NodeRef};

/// What a popup shows that the library may answer late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The plans of the library, to select from.
    Plans,
    /// The tasks of every department in every selected plan.
    Matrix,
    /// The tasks of other selected plans that are close to this one.
    Similar(NodeRef),
    /// A task beside another one: the one that is held, or the closest of the other selected plans.
    SideBySide(NodeRef, Option<NodeRef>),
    /// An indicator over the selected plans, by a row of a table.
    Compare(Location),
    /// The document's own lines of a node.
    Source(NodeRef),
}

impl Subject {
    /// Returns whether it needs the contents of every selected plan, since half of them would give wrong numbers.
    pub(crate) fn needs_all_contents(&self) -> bool {
        match self {
            Self::Matrix | Self::Similar(_) | Self::SideBySide(..) | Self::Compare(_) => true,
            Self::Plans | Self::Source(_) => false,
        }
    }
}

/// What a popup still waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Awaited {
    pub(crate) subject: Subject,
    /// Whether an answer failed, so that only a retry asks again.
    pub(crate) has_failed: bool,
}
