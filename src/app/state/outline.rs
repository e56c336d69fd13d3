//! Parent and child links of a plan's nodes.

use std::collections::HashMap;

use crate::model::Plan;

/// The parent and child links of one plan's nodes, by position.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// The nodes without a parent, in the order of the document.
    pub(crate) top: Vec<usize>,
    /// The children of each node, in the order of the document.
    pub(crate) children: Vec<Vec<usize>>,
    /// The parent of each node; `None` at the top.
    pub(crate) parent: Vec<Option<usize>>,
    /// The number of nodes above each node.
    pub(crate) depth: Vec<usize>,
    pub(crate) by_id: HashMap<String, usize>,
}

impl Outline {
    /// Links the nodes of a plan. A node whose parent is missing or comes after it stays at the top.
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
