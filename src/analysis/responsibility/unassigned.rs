//! Tasks that the plans give to nobody: no clause of theirs, and none above them, names a unit.

use crate::model::{Dataset, Node, Plan};

/// What one plan leaves without a unit.
#[derive(Clone, Debug)]
pub struct Unnamed<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// How many tasks it has.
    pub n_tasks: usize,
    /// Those that nobody is named for, in the order of the document.
    pub tasks: Vec<&'a Node>,
}

/// Each plan of `ids` (each of all, where there are none) with the tasks that nobody is named for.
#[must_use]
pub fn of<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<Unnamed<'a>> {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    plans.map(in_plan).collect()
}

/// The tasks of one plan that nobody is named for.
#[must_use]
pub fn in_plan(plan: &Plan) -> Unnamed<'_> {
    let mut n_tasks = 0;
    let tasks = plan.tasks().inspect(|_| n_tasks += 1).filter(|task| !is_named(plan, task)).collect();
    Unnamed { plan, n_tasks, tasks }
}

/// Whether a clause of the node or of one above it names a unit: what a chapter says at its end holds for its tasks.
pub(super) fn is_named(plan: &Plan, node: &Node) -> bool {
    let names = |node: &Node| node.responsible.iter().any(|clause| !clause.units.is_empty());
    std::iter::successors(Some(node), |node| node.parent.as_deref().and_then(|id| plan.node(id))).any(names)
}

impl Unnamed<'_> {
    /// The same in words.
    #[must_use]
    pub fn words(&self) -> String {
        let (name, n_tasks) = (self.plan.marked(), self.n_tasks);
        match self.tasks.len() {
            n if !self.plan.names_units() => format!("{name}：全文没有写责任单位，{n} 项任务都没有"),
            0 => format!("{name}：{n_tasks} 项任务都写了责任单位"),
            n => format!("{name}：{n_tasks} 项任务中有 {n} 项没有写责任单位"),
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
        Clause { raw, line: 1, units: vec![unit], lead: None, each_responsible: false, open_ended: None }
    }

    #[test]
    fn tasks_without_a_unit() {
        let mut dataset = crate::dataset::bundled().unwrap();
        let draft = dataset.plans.iter().find(|plan| !plan.names_units()).unwrap().clone();
        let unnamed = in_plan(&draft);
        assert_eq!(unnamed.tasks.len(), draft.tasks().count());
        assert!(unnamed.words().contains("全文没有写责任单位"), "{}", unnamed.words());
        // A clause at one task's parent takes that task and its siblings out.
        let task = unnamed.tasks.iter().find(|task| task.parent.is_some()).unwrap();
        let mut nodes = draft.nodes.to_vec();
        let parent = nodes.iter().position(|node| Some(&node.id) == task.parent.as_ref()).unwrap();
        nodes[parent].responsible.push(clause());
        let below = |node: &&&Node| node.parent.as_ref() == task.parent.as_ref();
        let n_below = unnamed.tasks.iter().filter(below).count();
        let mut named = draft.clone();
        named.counts.clauses = 1;
        named.nodes = nodes.into();
        dataset.plans = vec![named];
        let after = of(&dataset, &[]);
        assert_eq!(after[0].tasks.len(), unnamed.tasks.len() - n_below);
        assert!(after[0].words().contains("没有写责任单位"), "{}", after[0].words());
    }
}
