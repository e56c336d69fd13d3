//! All plans and all offices: what the rest of the program reads.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Department, Lines, Node, Plan};

/// The whole dataset, as `guihua export` prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dataset {
    /// The version of the format of this document.
    pub schema: u32,
    /// The plans, in the order of the bundle.
    pub plans: Vec<Plan>,
    /// The offices of the registry.
    pub departments: Lines<Department>,
}

impl Dataset {
    /// Finds the plan with this id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// The plans with these ids, in the order of the dataset; all plans where `ids` is empty.
    pub fn selected<'d>(&'d self, ids: &[&str]) -> impl Iterator<Item = &'d Plan> + Clone {
        // As many ids as there are plans, where all of a large library are selected.
        let ids: HashSet<&str> = ids.iter().copied().collect();
        self.plans.iter().filter(move |plan| ids.is_empty() || ids.contains(plan.id.as_str()))
    }

    /// The plan and the node with this node id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<(&Plan, &Node)> {
        let plan = self.plan(id.split_once('/')?.0)?;
        Some((plan, plan.node(id)?))
    }

    /// Finds an office of the registry by its id.
    #[must_use]
    pub fn department(&self, id: &str) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == id)
    }
}
