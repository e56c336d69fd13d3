//! Tasks selected by department, role and chapter. Knows no indicator and no target.

use std::sync::Arc;

use serde::Serialize;

use crate::analysis::responsibility::unassigned;
use crate::model::{Clause, Dataset, LineRange, Node, Plan, Role, Unit};

/// One task (任务) as `tasks` prints it.
#[doc(alias = "任务")]
#[derive(Clone, Debug, Serialize)]
pub struct TaskRow<'a> {
    /// Id of the plan that prints it.
    pub plan: &'a str,
    /// Id of the node, as `show` takes it.
    pub id: &'a str,
    /// The number before the title as printed: `（一）`.
    pub number: Option<&'a str>,
    /// The title; `None` where the document prints none.
    pub title: Option<&'a str>,
    /// Titles of the ancestors, outermost first.
    pub path: &'a [Arc<str>],
    /// First and last line of the node's own text, 1-based.
    pub lines: LineRange,
    /// The paragraphs of the node, a line each.
    pub text: String,
    /// The responsibility clauses of the node.
    pub responsible: &'a [Clause],
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
}

/// Which tasks to select. An empty list, or `None`, leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct Selection<'a> {
    /// Ids of the plans to look in.
    pub plans: Vec<&'a str>,
    /// Ids of departments: a task is selected if it names any of them.
    pub departments: Vec<&'a str>,
    /// The role in which a department, or any unit, must be named.
    pub role: Option<Role>,
    /// Id of a node: only this node and the nodes below it are selected.
    pub chapter: Option<&'a str>,
    /// Whether to select only tasks for which nobody is named.
    pub without_unit: bool,
}

impl Selection<'_> {
    /// Whether a clause names a selected department in the selected role. Where neither is selected it need name nobody.
    #[must_use]
    pub fn takes(&self, clause: Option<&Clause>) -> bool {
        let mut units = clause.map_or(&[] as &[Unit], |clause| &clause.units).iter();
        let is_role = |role: Role| self.role.is_none_or(|wanted| wanted == role);
        match (self.departments.is_empty(), self.role) {
            (true, None) => true,
            (true, Some(_)) => units.any(|unit| is_role(unit.role)),
            (false, _) => units.any(|unit| is_role(unit.role) && self.departments.contains(&unit.id())),
        }
    }
}

/// The selected tasks with their plans, in the order of the documents.
#[must_use]
pub fn select<'a>(dataset: &'a Dataset, selection: &Selection) -> Vec<(&'a Plan, &'a Node)> {
    let without_unit = selection.without_unit;
    let tasks = dataset.selected(&selection.plans).flat_map(|plan| {
        let is_assigned = if without_unit { unassigned::assigned(plan) } else { Vec::new() };
        let tasks = plan.placed_tasks().filter(move |(at, _)| !is_assigned.get(*at).copied().unwrap_or(false));
        tasks.map(move |(_, node)| (plan, node))
    });
    tasks.filter(|(_, node)| is_within(node, selection.chapter) && names_selected(node, selection)).collect()
}

/// What `tasks` prints of a task of this plan.
#[must_use]
pub fn row<'a>(plan: &'a Plan, node: &'a Node) -> TaskRow<'a> {
    TaskRow {
        plan: &node.plan,
        id: &node.id,
        number: node.number.as_deref(),
        title: node.title.as_deref(),
        path: &node.path,
        lines: node.lines,
        text: node.text(),
        responsible: &node.responsible,
        draft: plan.draft(),
    }
}

fn is_within(node: &Node, chapter: Option<&str>) -> bool {
    chapter.is_none_or(|chapter| {
        node.id.strip_prefix(chapter).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

fn names_selected(node: &Node, selection: &Selection) -> bool {
    let names_nobody = node.responsible.is_empty() && selection.takes(None);
    names_nobody || node.responsible.iter().any(|clause| selection.takes(Some(clause)))
}
