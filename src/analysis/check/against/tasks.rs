//! The tasks of another plan that have no counterpart in this one.

use crate::analysis::check::against::Pair;
use crate::analysis::similarity::similar::Similar;
use crate::model::{Confidence, Dataset, Finding, FindingKind, Node};
use crate::words::findings::against;
use crate::words::{self, Sentence};

/// The most tasks that are looked for. Each is compared with all of this plan, and no plan has so many.
const MOST_TASKS: usize = 2_000;

/// The tasks of the other plan to which no task of this one comes close, in wording or in subject. Those of one section are
/// one finding: a draft that leaves a subject to another plan leaves out all of its tasks.
pub(super) fn without_successor(pair: &Pair) -> Vec<Finding> {
    let plan = pair.other.plan;
    let dataset =
        Dataset { schema: 0, plans: vec![pair.own.plan.clone(), plan.clone()], departments: Vec::new().into() };
    let similar = Similar::new(&dataset);
    let tasks = plan.tasks().filter(|task| task.title.is_some()).take(MOST_TASKS);
    let missing: Vec<&Node> = tasks.filter(|task| similar.closest(&dataset, task, 1).is_empty()).collect();
    missing.chunk_by(|one, next| one.parent == next.parent).map(|tasks| finding(pair, tasks)).collect()
}

/// The finding about tasks of one section.
fn finding(pair: &Pair, tasks: &[&Node]) -> Finding {
    let titles: Vec<&str> = tasks.iter().filter_map(|task| task.title.as_deref()).collect();
    let task = |task: &&Node| {
        let title = task.title.as_deref().unwrap_or_default();
        against::task(title, pair.place(Some(&task.id)))
    };
    let named: Vec<Sentence> = tasks.iter().map(task).collect();
    let (level, named) = (pair.relation.name(), words::joined(&named, words::LIST));
    let what = match tasks {
        [_] => against::unlisted_task(named, level),
        _ => against::unlisted_tasks(tasks.len(), named, level),
    };
    pair.finding((FindingKind::UnlistedTask, Confidence::Low), what, &[], &titles)
}
