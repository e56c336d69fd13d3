//! Parent and child links of a plan's nodes.

use std::collections::HashMap;

use crate::model::Plan;

/// Who is whose child in one plan.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// The nodes at the top.
    pub(crate) top: Vec<usize>,
    /// The children of each node.
    pub(crate) children: Vec<Vec<usize>>,
    /// The parent of each node.
    pub(crate) parent: Vec<Option<usize>>,
    /// Levels above each node.
    pub(crate) depth: Vec<usize>,
    pub(crate) by_id: HashMap<String, usize>,
}

impl Outline {
    /// The outline of a plan. A parent that is missing, or that comes after its child, leaves the child at the top.
    pub(crate) fn new(plan: &Plan) -> Self {
        let mut outline = Self { children: vec![Vec::new(); plan.nodes.len()], ..Self::default() };
        for (at, node) in plan.nodes.iter().enumerate() {
            let parent = node.parent.as_ref().and_then(|id| outline.by_id.get(id).copied());
            let depth = parent.and_then(|parent| outline.depth.get(parent)).map_or(0, |depth| depth + 1);
            match parent.and_then(|parent| outline.children.get_mut(parent)) {
                Some(siblings) => siblings.push(at),
                None => outline.top.push(at),
            }
            outline.parent.push(parent);
            outline.depth.push(depth);
            outline.by_id.insert(node.id.clone(), at);
        }
        outline
    }
}
