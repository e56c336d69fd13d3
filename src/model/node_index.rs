//! The nodes of a plan by their ids, for callers that look up many: a search for one id walks over all nodes.

use std::collections::HashMap;

use super::{Node, Plan};

/// The nodes of one plan by their ids.
#[derive(Clone, Debug)]
pub struct NodeIndex<'a> {
    nodes: HashMap<&'a str, &'a Node>,
}

impl<'a> NodeIndex<'a> {
    /// Reads the ids of the plan's nodes.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        Self::from_nodes(&plan.nodes)
    }

    /// Reads the ids of these nodes, which belong to one plan.
    #[must_use]
    pub fn from_nodes(nodes: &'a [Node]) -> Self {
        Self { nodes: nodes.iter().map(|node| (node.id.as_str(), node)).collect() }
    }

    /// Looks a node up by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&'a Node> {
        self.nodes.get(id).copied()
    }

    /// The nodes that contain this one, its parent first.
    pub fn above(&self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        let parent = |node: &&'a Node| node.parent.as_deref().and_then(|id| self.get(id));
        std::iter::successors(parent(&node), parent)
    }
}
