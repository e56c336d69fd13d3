//! Tasks that have a date and no value: 到2024年，以烟花爆竹为重点，开展在线监测.

use std::ops::Range;

use crate::analysis::targets::target::qualitative::{self, QualitativeTarget};
use crate::analysis::targets::target::sentence::Sentence;
use crate::lexicon::office::INSTITUTION_ENDINGS;
use crate::lexicon::place::{LOCAL_LEVELS, OTHER_LEVELS};
use crate::lexicon::punctuation::{AROUND_CLAUSES, CLAUSE_BREAKS};
use crate::lexicon::result::EFFORTS;
use crate::lexicon::target::RENEWING_VERBS;
use crate::lexicon::task::{
    ACTOR_ENDINGS, ACTOR_OPENERS, DUTY_VERBS, FOUNDING_VERBS, JOINING_VERBS, JOINT_ADVERBS, MEANS_OPENERS,
    OBJECT_PREPOSITIONS, TASK_VERBS, WORDS_FOR_TIME, WORK_STARTS,
};
use crate::lexicon::works::MATCHING_VERBS;
use crate::text::words::{self, Kind, Piece};

/// Most characters of the names of those who act, behind whom their verb is looked for.
const LONGEST_ACTOR: usize = 40;

/// A clause that says what is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TaskClause<'a> {
    /// The clause without the marks and words of effort around it.
    pub(super) text: &'a str,
    /// Whether it counts beside a value of the same date: it founds something, or names those who act.
    pub(super) is_firm: bool,
    /// Whether it names those who act.
    pub(super) names_actor: bool,
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
    /// Whether it names who acts, so that the clauses behind it may be more of what they do.
    pub(super) names_actor: bool,
    /// How many targets of the sentence stood before its date.
    pub(super) n_before: usize,
}

impl DatedTask {
    /// The target of a clause that says only what comes of the work of this task: 2025年底前建成投用.
    pub(super) fn result(&self, clause: &str) -> Option<QualitativeTarget> {
        let raw = AROUND_CLAUSES.trim(clause);
        let starts = WORK_STARTS.strip_longest(|word| self.text.strip_suffix(word));
        let started = || WORK_STARTS.strip_longest(|word| self.text.strip_prefix(word));
        let work = starts.or_else(|| started().map(|work| work.strip_suffix("建设").unwrap_or(work)))?;
        let is_result = qualitative::is_only_result(raw) && !work.is_empty();
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
    // 进行中期评估时 tells when something else is to be done.
    let is_occasion = text.ends_with('时') && !WORDS_FOR_TIME.ends(text);
    // 与远景目标相适应 says how far something comes.
    let is_match = text.starts_with('与') && MATCHING_VERBS.ends(text);
    // 且全部达到标准 says more of what stands before it.
    let goes_on = text.starts_with('且') || text.starts_with("并且");
    if MEANS_OPENERS.begins(text) || is_occasion || is_match || goes_on {
        return None;
    }
    // 全部建成 says what comes of what stands before it.
    if qualitative::is_only_result(text) {
        return None;
    }
    let task = |is_firm| Some(TaskClause { text, is_firm, names_actor: false });
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
    (has_duty || acts || starts).then_some(TaskClause { text, is_firm: true, names_actor: acts })
}

/// Whether a clause names an office, a place or an institution and behind it what it does: 市教育局会同市体育局制定标准.
fn is_done_by_somebody(text: &str) -> bool {
    let mut end = 0;
    let pieces = words::split(
        text.get(..text.char_indices().nth(LONGEST_ACTOR).map_or(text.len(), |(at, _)| at)).unwrap_or(text),
    );
    pieces.into_iter().any(|piece| {
        let (actor, act) = text.split_at_checked(end).unwrap_or_default();
        end += piece.text.len();
        // 行政区划调整 and 社区建设 are names: behind who acts stands a verb with its object.
        is_actor(actor) && object_of_act(act, &piece).is_some_and(|object| object.chars().count() > 1)
    })
}

/// Whether a text ends with the name of an office, a place or an institution.
fn is_actor(text: &str) -> bool {
    let is_place = text.ends_with(|last| LOCAL_LEVELS.contains(last) || OTHER_LEVELS.contains(last));
    text.chars().nth(1).is_some() && (is_place || ACTOR_ENDINGS.ends(text) || INSTITUTION_ENDINGS.ends(text))
}

/// The object of the verb that opens a text, with or without an adverb before it (共同); `first` is the first word of the text.
fn object_of_act<'a>(text: &'a str, first: &Piece) -> Option<&'a str> {
    let together = || {
        let act = JOINT_ADVERBS.strip_prefix(text)?;
        object_of(act, words::split(act).first()?)
    };
    object_of(text, first).or_else(together)
}

/// The object of the verb that opens a text; `verb` is its first word. A verb that no list of tasks names counts if the
/// table of words knows it as one: 启用, 试行.
fn object_of<'a>(text: &'a str, verb: &Piece) -> Option<&'a str> {
    let lists = [&TASK_VERBS, &JOINING_VERBS, &RENEWING_VERBS];
    let known = lists.iter().find_map(|verbs| verbs.strip_longest(|verb| text.strip_prefix(verb)));
    let is_verb = || verb.word.is_some_and(|word| word.kind == Kind::Verb) && verb.text.chars().nth(1).is_some();
    known.or_else(|| text.strip_prefix(verb.text).filter(|_| is_verb()))
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
            ("市中医院启用“智慧中药房”", Some(("市中医院启用“智慧中药房”", true))),
            ("三级公立医院试行分配制度改革", Some(("三级公立医院试行分配制度改革", true))),
            ("市中心血站启用新一代管理系统", Some(("市中心血站启用新一代管理系统", true))),
            ("市生态环境局、市疾控中心共同开展饮用水监测", Some(("市生态环境局、市疾控中心共同开展饮用水监测", true))),
            ("启用新一代管理系统", Some(("启用新一代管理系统", true))),
            ("投用智慧停车平台", Some(("投用智慧停车平台", true))),
            ("市图书馆开放自习空间", Some(("市图书馆开放自习空间", true))),
            ("村居环境建设", None),
            ("对实施情况进行中期评估时，", None),
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
