//! Tasks that have a date and no value: 到2024年，以烟花爆竹为重点，开展在线监测.

use std::ops::Range;

use crate::analysis::targets::target::qualitative::QualitativeTarget;
use crate::analysis::targets::target::sentence::Sentence;
use crate::lexicon::place::{LOCAL_LEVELS, OTHER_LEVELS};
use crate::lexicon::punctuation::{AROUND_CLAUSES, CLAUSE_BREAKS};
use crate::lexicon::result::{EFFORTS, RESULT_CLOSERS};
use crate::lexicon::task::{
    ACTOR_ENDINGS, ACTOR_OPENERS, DUTY_VERBS, FOUNDING_VERBS, JOINING_VERBS, MEANS_OPENERS, OBJECT_PREPOSITIONS,
    TASK_VERBS, WORK_STARTS,
};

/// Most characters of the names of those who act, behind whom their verb is looked for.
const LONGEST_ACTOR: usize = 40;

/// A clause that says what is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TaskClause<'a> {
    /// The clause without the marks and words of effort around it.
    pub(super) text: &'a str,
    /// Whether it counts beside a value of the same date: it founds something, or names those who act.
    pub(super) is_firm: bool,
}

/// The task that waits for the end of what its date governs, for a value that would take its place.
#[derive(Clone, Debug)]
pub(super) struct DatedTask {
    pub(super) text: String,
    pub(super) years: Vec<u16>,
    /// The characters of the sentence that state it, from its date on.
    pub(super) quote: Range<usize>,
    /// The place at which its first clause begins.
    pub(super) at: usize,
    pub(super) is_firm: bool,
    /// How many targets of the sentence stood before its date.
    pub(super) n_before: usize,
}

impl DatedTask {
    /// The target of a clause that says only what comes of the work of this task: 2025年底前建成投用.
    pub(super) fn result(&self, clause: &str) -> Option<QualitativeTarget> {
        let raw = AROUND_CLAUSES.trim(clause);
        let work = WORK_STARTS.strip_longest(|word| self.text.strip_suffix(word))?;
        let is_result = RESULT_CLOSERS.contains(raw) && !work.is_empty();
        is_result.then(|| QualitativeTarget { metric: work.to_owned(), raw: raw.to_owned() })
    }
}

/// Whether a sentence opens with a task or its way, and not with what is to be reached.
pub(super) fn opens(sentence: &Sentence) -> bool {
    let clause: String = sentence.printed.iter().take_while(|mark| !CLAUSE_BREAKS.contains(**mark)).collect();
    let is_way = MEANS_OPENERS.begins(&clause) && !clause.starts_with('在');
    is_way || read(&clause).is_some()
}

/// Reads a clause behind a date; `None` if it is no task: a way (依托…), a state, a name.
pub(super) fn read(clause: &str) -> Option<TaskClause<'_>> {
    let text = AROUND_CLAUSES.trim(clause);
    let text = EFFORTS.strip_prefix(text).unwrap_or(text);
    if MEANS_OPENERS.begins(text) {
        return None;
    }
    let task = |is_firm| Some(TaskClause { text, is_firm });
    if TASK_VERBS.begins(text) {
        return task(FOUNDING_VERBS.begins(text) || WORK_STARTS.begins(text) || text.starts_with("建设"));
    }
    let has_verb = |text: &str| TASK_VERBS.find_in(text).is_some();
    if OBJECT_PREPOSITIONS.begins(text) {
        return if has_verb(text) { task(false) } else { None };
    }
    let has_duty = DUTY_VERBS.iter().any(|duty| {
        text.split_once(duty).is_some_and(|(_, rest)| TASK_VERBS.begins(rest) || OBJECT_PREPOSITIONS.begins(rest))
    });
    let acts = (ACTOR_OPENERS.begins(text) && has_verb(text)) || is_done_by_somebody(text);
    let starts = WORK_STARTS.strip_longest(|word| text.strip_suffix(word)).is_some_and(|work| work.chars().count() > 1);
    if has_duty || acts || starts { task(true) } else { None }
}

/// Whether a clause names an office, a place or an institution and behind it what it does: 市教育局会同市体育局制定标准.
fn is_done_by_somebody(text: &str) -> bool {
    let is_verb =
        |at: &usize| text.get(*at..).is_some_and(|rest| TASK_VERBS.begins(rest) || JOINING_VERBS.begins(rest));
    let verb = text.char_indices().map(|(at, _)| at).take(LONGEST_ACTOR).skip(2).find(is_verb);
    let parts = verb.and_then(|at| Some((text.get(..at)?, text.get(at..)?)));
    parts.is_some_and(|(actor, act)| {
        // 行政区划调整 and 社区建设 are names: behind who acts stands a verb with its object.
        let object = TASK_VERBS.strip_prefix(act).or_else(|| JOINING_VERBS.strip_prefix(act)).unwrap_or_default();
        let is_place = actor.ends_with(|last| LOCAL_LEVELS.contains(last) || OTHER_LEVELS.contains(last));
        (is_place || ACTOR_ENDINGS.ends(actor)) && object.chars().count() > 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_that_say_what_is_to_be_done() {
        for (clause, expected) in [
            ("开展安全生产在线监测，", Some(("开展安全生产在线监测", false))),
            ("出台养老专项规划。", Some(("出台养老专项规划", true))),
            ("各乡镇（街道）设立工作站", Some(("各乡镇（街道）设立工作站", true))),
            ("所有殡仪馆要开展标准化建设", Some(("所有殡仪馆要开展标准化建设", true))),
            ("对小散工程进行监管", Some(("对小散工程进行监管", false))),
            ("市教育局会同市体育局制定标准", Some(("市教育局会同市体育局制定标准", true))),
            ("江东区、南浦区启动普惠托育试点", Some(("江东区、南浦区启动普惠托育试点", true))),
            ("村居环境建设", None),
            ("以烟花爆竹为重点，", None),
            ("依托城市大脑，", None),
            ("森林覆盖率", None),
            ("", None),
        ] {
            let got = read(clause);
            assert_eq!(got.map(|task| (task.text, task.is_firm)), expected, "{clause}");
        }
    }
}
