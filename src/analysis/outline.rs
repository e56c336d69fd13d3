//! The outline of the plans: nodes down to a depth.

use serde::Serialize;

use crate::model::{Dataset, Kind, LineRange, Node, Plan};

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
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
}

/// The nodes of the plans in `ids` (of all, where there are none), down to `depth` levels (1: the top only).
#[must_use]
pub fn nodes<'a>(dataset: &'a Dataset, ids: &[&str], depth: Option<usize>) -> Vec<(&'a Plan, &'a Node)> {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    let nodes = plans.flat_map(|plan| plan.nodes.iter().map(move |node| (plan, node)));
    nodes.filter(|(_, node)| depth.is_none_or(|depth| node.depth() < depth)).collect()
}

/// The row of a plan's node.
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
