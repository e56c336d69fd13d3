//! The outline of the plans: nodes down to a depth.

use serde::Serialize;

use crate::model::{Dataset, Kind, LineRange, Node};

/// A node as `tree` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineRow<'a> {
    /// Id of the plan.
    pub plan: &'a str,
    /// Id of the node.
    pub id: &'a str,
    /// Id of its parent.
    pub parent: Option<&'a str>,
    /// What sort of place it is.
    pub kind: Kind,
    /// The printed number.
    pub number: Option<&'a str>,
    /// The title.
    pub title: Option<&'a str>,
    /// Lines of its own text.
    pub lines: LineRange,
}

/// The nodes of the plans in `ids` (of all, where there are none), down to `depth` levels (1: the top only).
#[must_use]
pub fn nodes<'a>(dataset: &'a Dataset, ids: &[&str], depth: Option<usize>) -> Vec<&'a Node> {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    plans.flat_map(|plan| &plan.nodes).filter(|node| depth.is_none_or(|depth| node.depth() < depth)).collect()
}

/// A node's row.
#[must_use]
pub fn row(node: &Node) -> OutlineRow<'_> {
    OutlineRow {
        plan: &node.plan,
        id: &node.id,
        parent: node.parent.as_deref(),
        kind: node.kind,
        number: node.number.as_deref(),
        title: node.title.as_deref(),
        lines: node.lines,
    }
}
