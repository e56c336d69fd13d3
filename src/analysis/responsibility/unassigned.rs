//! Tasks that a plan gives to nobody: no clause of the task, nor of a node that contains it, names a unit.

use crate::model::{Dataset, Node, Plan};
use crate::words::duties;

/// The tasks of one plan for which nobody is named.
#[derive(Clone, Debug)]
pub struct Unassigned<'a> {
    /// The plan with these tasks.
    pub plan: &'a Plan,
    /// Number of all tasks of the plan.
    pub n_tasks: usize,
    /// The tasks without a unit, in the order of the document.
    pub tasks: Vec<&'a Node>,
}

/// The tasks without a unit of each plan in `ids`; of every plan where `ids` is empty.
#[must_use]
pub fn in_plans<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<Unassigned<'a>> {
    dataset.selected(ids).map(in_plan).collect()
}

/// The tasks of one plan for which nobody is named.
#[must_use]
pub fn in_plan(plan: &Plan) -> Unassigned<'_> {
    Unassigned::at(plan, &places(plan))
}

/// Where the tasks of one plan are for which nobody is named. Owned, so that it can be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Number of all tasks of the plan.
    pub n_tasks: usize,
    /// The positions of the tasks without a unit among the nodes of the plan, in their order.
    pub tasks: Box<[u32]>,
}

/// Looks for the tasks of one plan for which nobody is named.
#[must_use]
pub fn places(plan: &Plan) -> Places {
    let is_assigned = assigned(plan);
    let mut n_tasks = 0;
    let tasks = plan.placed_tasks().inspect(|_| n_tasks += 1);
    let unassigned = tasks.filter(|(at, _)| !is_assigned.get(*at).copied().unwrap_or(false));
    let tasks = unassigned.filter_map(|(at, _)| u32::try_from(at).ok()).collect();
    Places { n_tasks, tasks }
}

/// Whether a clause of each node, or of a node that contains it, names a unit: the clause at the end of a chapter holds for
/// all tasks of the chapter.
pub(super) fn assigned(plan: &Plan) -> Vec<bool> {
    let mut all: Vec<bool> = Vec::with_capacity(plan.nodes.len());
    // The nodes that contain the current one: the outline lists a parent before its children.
    let mut above: Vec<(&str, bool)> = Vec::new();
    for node in &plan.nodes {
        while above.last().is_some_and(|(id, _)| Some(*id) != node.parent.as_deref()) {
            above.pop();
        }
        let names_unit = node.responsible.iter().any(|clause| !clause.units.is_empty());
        let is_assigned = names_unit || above.last().is_some_and(|(_, is_assigned)| *is_assigned);
        above.push((&node.id, is_assigned));
        all.push(is_assigned);
    }
    all
}

impl<'a> Unassigned<'a> {
    /// The tasks at these places of a plan.
    #[must_use]
    pub fn at(plan: &'a Plan, places: &Places) -> Self {
        let node = |at: &u32| plan.nodes.get(usize::try_from(*at).ok()?);
        Self { plan, n_tasks: places.n_tasks, tasks: places.tasks.iter().filter_map(node).collect() }
    }
}

impl Unassigned<'_> {
    /// One sentence for the reader: `佛山：3 项任务中有 1 项没有写责任单位`.
    #[must_use]
    pub fn sentence(&self) -> String {
        let (name, n_tasks) = (self.plan.marked(), self.n_tasks);
        match self.tasks.len() {
            n if !self.plan.names_units() => duties::plan_names_none(name, n),
            0 => duties::all_name_one(name, n_tasks),
            n => duties::some_name_none(name, n_tasks, n),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Clause, Role, Unit};

    fn clause() -> Clause {
        let unit =
            Unit { raw: "市教育局".into(), department: None, name: "市教育局".into(), role: Role::Listed };
        let raw = "（市教育局负责）".into();
        Clause {
            raw,
            line: 1,
            units: vec![unit],
            lead: None,
            each_responsible: false,
            label: None,
            deadline: None,
            open_ended: None,
        }
    }

    #[test]
    fn tasks_without_a_unit() {
        let mut dataset = crate::dataset::bundled().unwrap();
        let draft = dataset.plans.iter().find(|plan| !plan.names_units()).unwrap().clone();
        let unassigned = in_plan(&draft);
        assert_eq!(unassigned.tasks.len(), draft.tasks().count());
        assert!(unassigned.sentence().contains("全文未写责任单位"), "{}", unassigned.sentence());
        // A clause at the parent of one task assigns that task and its siblings.
        let task = unassigned.tasks.iter().find(|task| task.parent.is_some()).unwrap();
        let mut nodes = draft.nodes.to_vec();
        let parent = nodes.iter().position(|node| Some(&node.id) == task.parent.as_ref()).unwrap();
        nodes[parent].responsible.push(clause());
        let below = |node: &&&Node| node.parent.as_ref() == task.parent.as_ref();
        let n_below = unassigned.tasks.iter().filter(below).count();
        let mut named = draft.clone();
        named.counts.clauses = 1;
        named.nodes = nodes.into();
        dataset.plans = vec![named];
        let after = in_plans(&dataset, &[]);
        assert_eq!(after[0].tasks.len(), unassigned.tasks.len() - n_below);
        assert!(after[0].sentence().contains("没有写责任单位"), "{}", after[0].sentence());
    }
}
