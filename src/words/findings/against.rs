//! Findings of a plan held against another: the last one of the same place, or that of the level above.

use crate::words::{sentences, words};

sentences! {
    met(name, asked, reached) =
        "“{name}”上期{asked}，本稿所列{reached}：按数值已达到（推算）",
        "“{name}”: {asked} in the last plan, {reached} here; by the numbers it was met (worked out)";
    missed(name, asked, reached) =
        "“{name}”上期{asked}，本稿所列{reached}：按数值未达到（推算）",
        "“{name}”: {asked} in the last plan, {reached} here; by the numbers it was missed (worked out)";
    looser(name, level, asked, own) =
        "“{name}”{level}{asked}，本稿{own}：按数值，本稿的目标更宽松（推算）",
        "“{name}”: {asked} in {level}, {own} here; by the numbers, the target here is looser (worked out)";
    unquantified(name, level, asked) =
        "“{name}”{level}{asked}，本稿列有这项指标而未见目标值（推算）",
        "“{name}”: {asked} in {level}; the indicator is here, without a target in numbers (worked out)";
    unlisted(name, level, place, asked) =
        "{level}列有“{name}”（{place}，{asked}），本稿未见这项指标（推算）",
        "{level} lists “{name}” ({place}, {asked}); it is not found here (worked out)";
    mentioned(name, level, place, asked) =
        "{level}列有“{name}”（{place}，{asked}），本稿提到而未见目标值（推算）",
        "{level} lists “{name}” ({place}, {asked}); it is mentioned here, without a target (worked out)";
    /// A task of the other plan with its place.
    task(title, place) = "“{title}”（{place}）", "“{title}” ({place})";
    unlisted_task(task, level) =
        "{level}任务{task}，本稿未见相近的任务（推算）",
        "{level} has the task {task}; no task here comes close to it (worked out)";
    unlisted_tasks(n, tasks, level) =
        "{level}同一章节有{n}项任务，本稿未见相近的任务：{tasks}（推算）",
        "{level} has {n} tasks in one section to which no task here comes close: {tasks} (worked out)";
}

words! {
    /// The plan that a draft is held against.
    LAST_PLAN = "上期规划", "the last plan";
    PLAN_ABOVE = "上级规划", "the plan of the level above";
}
