//! The tasks of another plan that have no counterpart in this one.

use crate::analysis::check::against::Pair;
use crate::analysis::similarity::similar::Similar;
use crate::model::{Confidence, Dataset, Finding, FindingKind, Node};
use crate::words::findings::against;

/// The most tasks that are looked for. Each is compared with all of this plan, and no plan has so many.
const MOST_TASKS: usize = 2_000;

/// The tasks of the other plan to which no task of this one comes close, in wording or in subject.
pub(super) fn without_successor(pair: &Pair) -> Vec<Finding> {
    let plans = vec![pair.own.plan.clone(), pair.other.plan.clone()];
    let dataset = Dataset { schema: 0, plans, departments: Vec::new().into() };
    let similar = Similar::new(&dataset);
    let tasks = pair.other.plan.tasks().filter(|task| task.title.is_some()).take(MOST_TASKS);
    let tasks = tasks.filter(|task| similar.closest(&dataset, task, 1).is_empty());
    tasks.map(|task| finding(pair, task)).collect()
}

fn finding(pair: &Pair, task: &Node) -> Finding {
    let title = task.title.as_deref().unwrap_or_default();
    let what = against::unlisted_task(title, pair.relation.name(), pair.place(Some(&task.id)));
    pair.finding((FindingKind::UnlistedTask, Confidence::Low), what, &[], &[title])
}
