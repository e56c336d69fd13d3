//! Tasks: which of them an office, a role or a chapter selects.

use serde::Serialize;

use crate::analysis::responsibility::unassigned;
use crate::model::{Clause, Dataset, LineRange, Node, Plan, Role};

/// One task (任务) as `tasks` prints it.
#[doc(alias = "任务")]
#[derive(Clone, Debug, Serialize)]
pub struct TaskRow<'a> {
    /// Id of the plan.
    pub plan: &'a str,
    /// Id of the node.
    pub id: &'a str,
    /// The printed number.
    pub number: Option<&'a str>,
    /// The title.
    pub title: Option<&'a str>,
    /// Titles of the ancestors, outermost first.
    pub path: &'a [String],
    /// Lines of the node's own text.
    pub lines: LineRange,
    /// The paragraphs, one a line.
    pub text: String,
    /// The clauses.
    pub responsible: &'a [Clause],
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
}

/// What to select. An empty list selects everything.
#[derive(Clone, Debug, Default)]
pub struct Selection<'a> {
    /// Ids of plans.
    pub plans: Vec<&'a str>,
    /// Ids of offices: a task that names any of them.
    pub departments: Vec<&'a str>,
    /// The role the office must have.
    pub role: Option<Role>,
    /// Id of a node: it and all below it.
    pub chapter: Option<&'a str>,
    /// Only tasks for which nobody is named.
    pub without_unit: bool,
}

/// The selected tasks of all plans.
#[must_use]
pub fn select<'a>(dataset: &'a Dataset, selection: &Selection) -> Vec<(&'a Plan, &'a Node)> {
    let plans = dataset.plans.iter().filter(|plan| is_selected(&selection.plans, &plan.id));
    let without_unit = selection.without_unit;
    let tasks = plans.flat_map(|plan| {
        let tasks = plan.tasks().filter(move |task| !without_unit || !unassigned::is_named(plan, task));
        tasks.map(move |node| (plan, node))
    });
    tasks.filter(|(_, node)| is_within(node, selection.chapter) && is_named(node, selection)).collect()
}

/// The row of a plan's task.
#[must_use]
pub fn row<'a>(plan: &'a Plan, node: &'a Node) -> TaskRow<'a> {
    let paragraphs: Vec<&str> = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    TaskRow {
        plan: &node.plan,
        id: &node.id,
        number: node.number.as_deref(),
        title: node.title.as_deref(),
        path: &node.path,
        lines: node.lines,
        text: paragraphs.join("\n"),
        responsible: &node.responsible,
        draft: plan.draft(),
    }
}

fn is_selected(selected: &[&str], id: &str) -> bool {
    selected.is_empty() || selected.contains(&id)
}

fn is_within(node: &Node, chapter: Option<&str>) -> bool {
    chapter.is_none_or(|chapter| {
        node.id.strip_prefix(chapter).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

fn is_named(node: &Node, selection: &Selection) -> bool {
    let mut units = node.responsible.iter().flat_map(|clause| &clause.units);
    let fits = |role: Role| selection.role.is_none_or(|wanted| wanted == role);
    match (selection.departments.is_empty(), selection.role) {
        (true, None) => true,
        (true, Some(_)) => units.any(|unit| fits(unit.role)),
        (false, _) => units.any(|unit| {
            fits(unit.role) && unit.department.as_deref().is_some_and(|id| selection.departments.contains(&id))
        }),
    }
}
