//! The outline of the plans: their nodes down to a depth. Knows nothing of what the nodes say.

use serde::Serialize;

use crate::model::{Dataset, Kind, LineRange, Node, Plan};

/// A node as `tree` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineRow<'a> {
    /// Id of the plan that prints it.
    pub plan: &'a str,
    /// Id of the node, as `show` takes it.
    pub id: &'a str,
    /// Id of the node that contains it; `None` at the top.
    pub parent: Option<&'a str>,
    /// Whether it is a chapter, a section, a box or another kind.
    pub kind: Kind,
    /// The number before the title as printed: `（一）`.
    pub number: Option<&'a str>,
    /// The title; `None` where the document prints none.
    pub title: Option<&'a str>,
    /// First and last line of the node's own text, 1-based.
    pub lines: LineRange,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
}

/// The nodes of the plans in `ids` (of all, where there are none), down to `depth` levels (1: the top only).
#[must_use]
pub fn nodes<'a>(dataset: &'a Dataset, ids: &[&str], depth: Option<usize>) -> Vec<(&'a Plan, &'a Node)> {
    let nodes = dataset.selected(ids).flat_map(|plan| plan.nodes.iter().map(move |node| (plan, node)));
    nodes.filter(|(_, node)| depth.is_none_or(|depth| node.depth() < depth)).collect()
}

/// What `tree` prints of a node of this plan.
#[must_use]
pub fn row<'a>(plan: &'a Plan, node: &'a Node) -> OutlineRow<'a> {
    OutlineRow {
        plan: &node.plan,
        id: &node.id,
        parent: node.parent.as_deref(),
        kind: node.kind,
        number: node.number.as_deref(),
        title: node.title.as_deref(),
        lines: node.lines,
        draft: plan.draft(),
    }
}
