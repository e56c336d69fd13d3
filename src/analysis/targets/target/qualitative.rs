//! Reads targets that are stated in words and not in figures: 实现全覆盖, 达到省的指标要求, 建成国家食品安全示范城市.
//!
//! A clause opens with a verb of making and names its object behind it (基本建成…), or it names a subject and says behind
//! it how far it comes (…明显改善). Adverbs before the verb and the place in which it happens belong to the result.

mod predicate;

use crate::analysis::targets::target::metric;
use crate::lexicon::heading::DASHES_AND_BULLETS;
use crate::lexicon::metric::OWN_PLACES;
use crate::lexicon::office::{INSTITUTION_ENDINGS, OFFICE_ENDINGS};
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::result::{
    ACTORS, AFTER_BECOMING_NOUNS, AFTER_MEETING_NOUNS, AFTER_REACHING_NOUNS, ATTAINING_VERBS, BECOMING_VERBS,
    CAUSING_VERBS, CHAINED_VERBS, COMPLETION_ADVERBS, COMPLETION_VERBS, DECIDED_ADVERBS, DECIDED_VERBS, EFFORTS,
    ENDING_VERBS, LOCATIVE_ENDINGS, MEETING_VERBS, NAMING_VERBS, PAIRED_VERBS, PLACING_VERBS, PROGRESS_ADVERBS,
    REACHING_VERBS, RESULT_ADVERBS, RESULT_CLOSERS, RESULT_OPENERS, RESULT_VERBS, VERBS_WITH_RESULT, WHOLE_ADVERBS,
    WHOLE_OBJECTS, WHOLE_OPENERS, WORDS_WITH_AT,
};
use crate::lexicon::target::{BUILDING_VERBS, NEGATIONS, SHORT_CONJUNCTIONS};
use crate::lexicon::task::{
    ACTOR_ENDINGS, ACTOR_OPENERS, MEANS_OPENERS, NAMES_OF_MEANS, TASK_VERBS, TESTS, WORK_STARTS,
};
use crate::lexicon::value::COMPARISONS;

/// The target that a clause states in words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct QualitativeTarget {
    /// The metric, or the object of the target.
    pub(super) metric: String,
    /// The words that state the result, as printed.
    pub(super) raw: String,
}

/// Most characters between 实现 and 全覆盖 that name a level (实现镇街全覆盖) and not an object.
const LONGEST_HOW: usize = 3;

/// Closes the name of what is to hold for all of it.
const COVERING_ALL: &str = "全覆盖";

/// Most targets that one clause may join by 、 or 和.
const MOST_JOINED: usize = 12;

/// Longest object of a verb of reaching that is looked at, in characters.
const LONGEST_OBJECT: usize = 60;

/// Most places in a clause at which its result may begin that are tried.
const MOST_TRIED: usize = 40;

/// Reads a clause without a figure; empty if it states no target. `verbs_count` says whether a verb that opens the
/// clause makes it a target: in a sentence without a year of its own it is an instruction (努力构建…).
pub(super) fn read(clause: &str, verbs_count: bool) -> Vec<QualitativeTarget> {
    let mut found = Vec::new();
    let mut rest = AROUND_CLAUSES.trim(clause.trim_start_matches(|first| DASHES_AND_BULLETS.contains(first)));
    while found.len() < MOST_JOINED
        && let Some(target) = read_one(rest, verbs_count)
    {
        let Some((raw, next)) = next_target(&target.raw) else {
            found.push(target);
            break;
        };
        let at = rest.len() - next.len();
        found.push(QualitativeTarget { raw: raw.to_owned(), ..target });
        rest = rest.get(at..).unwrap_or_default();
    }
    found
}

/// The words for each of `n_years` years: 分别达到全省中上水平和居全省前列 are those of two. One text holds for all years.
pub(super) fn respectively(raw: &str, n_years: usize) -> Vec<String> {
    let parts = || {
        let plain = raw.strip_prefix("分别").filter(|_| n_years == 2)?;
        let (first, second) = plain.split_once(['和', '、'])?;
        let (_, verb) = RESULT_OPENERS
            .iter()
            .filter_map(|word| Some((word.len(), plain.strip_prefix(word).map(|_| word)?)))
            .max()?;
        let second = if RESULT_OPENERS.begins(second) { second.to_owned() } else { format!("{verb}{second}") };
        Some(vec![first.to_owned(), second])
    };
    parts().unwrap_or_else(|| vec![raw.to_owned()])
}

/// Cuts the words of a result before the next target of a list: 达到省定标准、村级数量达到省定标准.
fn next_target(raw: &str) -> Option<(&str, &str)> {
    let joints = raw.char_indices().filter(|(_, mark)| {
        let mut bytes = [0; 4];
        *mark == '、' || SHORT_CONJUNCTIONS.contains(mark.encode_utf8(&mut bytes))
    });
    let cut = |(at, mark): (usize, char)| Some((raw.get(..at)?, raw.get(at + mark.len_utf8()..)?));
    joints.take(MOST_JOINED).filter_map(cut).find(|(before, after)| {
        let begins_anew = subject_first(after).is_some() && !RESULT_OPENERS.begins(after);
        begins_anew && (RESULT_CLOSERS.ends(before) || states_result(before))
    })
}

/// Whether a text opens with the words of a result, with or without adverbs.
fn states_result(text: &str) -> bool {
    RESULT_OPENERS.begins(text) || RESULT_OPENERS.begins(without_adverbs(text).1)
}

/// The first target of a clause.
fn read_one(clause: &str, verbs_count: bool) -> Option<QualitativeTarget> {
    let clause = EFFORTS.strip_prefix(clause).unwrap_or(clause);
    // 建成投用 has no subject of its own.
    if RESULT_CLOSERS.contains(clause) {
        return None;
    }
    let clause = without_own_place(clause);
    if metric::opens_with_name(clause)
        && let Some(target) = subject_first(clause)
    {
        return Some(target);
    }
    let (adverbs, plain) = without_adverbs(clause);
    // 消除疟疾成果持续巩固: the verb belongs to the name of what is kept.
    if adverbs.is_empty() && names_with_verb(plain) {
        return subject_first(clause);
    }
    if let Some((verbs, thing)) = opening_verbs(adverbs, plain).or_else(|| opening_verbs("", clause)) {
        let raw = clause.get(..clause.len() - thing.len())?;
        return if verbs_count { object_of(raw, verbs, thing) } else { None };
    }
    if let Some((thing, share)) = clause.strip_suffix(COVERING_ALL).and_then(|rest| rest.split_once("实现")) {
        // 实现镇街全覆盖 names a level; 实现15分钟健身圈全覆盖 names the object.
        let thing = without_last_adverbs(thing);
        // 急救系统实现乡镇卫生院全覆盖 names those who are covered behind the thing.
        let is_level = || INSTITUTION_ENDINGS.ends(share) || share.ends_with('）');
        let names_thing = || thing.chars().count() > LONGEST_HOW && !ACTOR_ENDINGS.ends(thing);
        let how = share.chars().count() <= LONGEST_HOW || (is_level() && names_thing());
        return if how { target_of(thing, clause.strip_prefix(thing)?) } else { target_of(share, COVERING_ALL) };
    }
    if verbs_count && let Some(target) = without_actor(clause) {
        return Some(target);
    }
    subject_first(clause)
}

/// A clause without the own place that opens it: 建成急救网络 of 在全市建成急救网络 and of 全市建成急救网络.
fn without_own_place(clause: &str) -> &str {
    let placed = OWN_PLACES.strip_prefix(clause.strip_prefix('在').unwrap_or(clause));
    let placed = placed.map(|rest| rest.strip_prefix("范围内").unwrap_or(rest));
    placed.filter(|rest| opening_verbs("", without_adverbs(rest).1).is_some()).unwrap_or(clause)
}

/// Whether a clause opens with a verb of ending or making that is part of the name of a subject, and closes with the result
/// of that subject: 消除疟疾成果持续巩固.
fn names_with_verb(clause: &str) -> bool {
    let thing = NAMING_VERBS.strip_prefix(clause);
    thing.is_some_and(|thing| !thing.starts_with('的') && closed(thing).is_some())
}

/// The adverbs that open a clause, and the rest: 基本 of 基本建成.
fn without_adverbs(clause: &str) -> (&str, &str) {
    let mut rest = clause;
    while let Some(shorter) = RESULT_ADVERBS.strip_longest(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    clause.split_at_checked(clause.len() - rest.len()).unwrap_or((clause, ""))
}

/// The text before the adverbs that close it.
fn without_last_adverbs(text: &str) -> &str {
    let mut rest = text;
    while let Some(shorter) = RESULT_ADVERBS.strip_longest(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest
}

/// The verbs of making behind the opening adverbs, and their object: 建立健全 of 建立健全评价体系.
fn opening_verbs<'a>(adverbs: &str, plain: &'a str) -> Option<(&'a str, &'a str)> {
    let is_decided = DECIDED_ADVERBS.iter().any(|adverb| adverbs.contains(adverb)) || adverbs.contains("全面");
    let decided = DECIDED_VERBS.strip_prefix(plain).filter(|_| is_decided);
    let mut thing = RESULT_VERBS.strip_longest(|verb| plain.strip_prefix(verb)).or(decided)?;
    // 建成并投入使用 has no object.
    if thing.starts_with('并') && !CHAINED_VERBS.begins(thing) {
        return None;
    }
    while let Some(rest) = CHAINED_VERBS.strip_prefix(thing).filter(|rest| !rest.starts_with('的')) {
        thing = rest;
    }
    Some((plain.strip_suffix(thing)?, thing))
}

/// The target that makes an object: 基本建成…, 实现…全覆盖. `raw` are its verbs with the adverbs before them.
fn object_of(raw: &str, verbs: &str, thing: &str) -> Option<QualitativeTarget> {
    // 建成的示范村达到要求 states what comes of a thing.
    if let Some(thing) = thing.strip_prefix('的') {
        return subject_first(thing).or_else(|| target_of(thing, verbs));
    }
    if let Some(thing) = thing.strip_suffix(COVERING_ALL).filter(|thing| !thing.is_empty()) {
        return target_of(thing, COVERING_ALL);
    }
    // 实现…作用得到充分发挥 says of its object how far it comes.
    if verbs == "实现"
        && let Some(target) = subject_first(thing)
    {
        return Some(target);
    }
    // 目标 usually ends a metric (知晓率目标达到…), but may be the object itself (实现阶段性目标).
    let is_goal = thing.chars().count() > LONGEST_HOW && thing.ends_with("目标");
    let goal = is_goal.then(|| QualitativeTarget { metric: thing.to_owned(), raw: raw.to_owned() });
    goal.or_else(|| target_of(thing, raw))
}

/// Reads a clause that names a subject and behind it the result.
fn subject_first(clause: &str) -> Option<QualitativeTarget> {
    let clause = CAUSING_VERBS.strip_longest(|verb| clause.strip_prefix(verb)).unwrap_or(clause);
    let is_means = MEANS_OPENERS.begins(clause) && NAMES_OF_MEANS.find_in(clause).is_none();
    // 由承接部门继续实施 says who does something.
    if clause.starts_with('由') || (is_means && VERBS_WITH_RESULT.find_in(clause).is_none()) {
        return None;
    }
    opened(clause).or_else(|| closed(clause))
}

/// Reads a result that opens with a known word: 明显改善, 达到省的指标要求.
fn opened(clause: &str) -> Option<QualitativeTarget> {
    let marks = clause.char_indices().map(|(at, _)| at).skip(1);
    let opens = |at: &usize| clause.get(*at..).is_some_and(opens_result);
    let mut places = marks.filter(opens).take(MOST_TRIED).peekable();
    while let Some(at) = places.next() {
        let (thing, raw) = clause.split_at_checked(at)?;
        let in_name = places.peek().is_some_and(|next| is_in_name(clause.get(at..*next).unwrap_or_default(), raw));
        // 水质达到Ⅲ类水体比例达到要求: the first word belongs to the name of what is measured.
        let of_measure = || {
            let mut measures = places.clone().filter_map(|next| clause.get(..next)).map(without_last_adverbs);
            let is_one = |before: &&str| before.get(at..).is_some_and(|name| !name.contains('、'));
            !metric::is_rate(without_last_adverbs(thing))
                && measures.any(|before| is_one(&before) && metric::is_rate(before))
        };
        if VERBS_WITH_RESULT.suffix_of(thing).is_none() && (in_name || of_measure()) {
            continue;
        }
        // 各县建成示范中心 is a task of those who act; 市人民医院建成省级中心 says what becomes of one.
        if opens_after_subject(raw) && !becomes(thing, raw) {
            continue;
        }
        if raw.ends_with("以下目标") || raw.ends_with("如下目标") || NEGATIONS.ends(thing) {
            return None;
        }
        // An adverb alone is no result: 持续 of 可持续; nor is a standard with a number: 按师生比不低于1:4000配备.
        let is_standard = COMPARISONS.strip_prefix(raw).is_some_and(|bound| bound.starts_with(char::is_numeric));
        if PROGRESS_ADVERBS.contains(raw) || is_standard {
            continue;
        }
        let thing = without_place(without_last_adverbs(thing));
        let raw = clause.strip_prefix(thing)?;
        if (ACTORS.contains(thing) || ACTOR_OPENERS.begins(thing)) && acts(raw) && !is_one_of_them(thing, raw) {
            return object_of_actor(raw);
        }
        if let Some(target) = inside_object(thing, raw).or_else(|| target_of(thing, raw)) {
            return Some(target);
        }
    }
    None
}

/// Whether a text is what somebody does to an object (全面推行免押金借阅), and not how far something comes (全面提升).
fn acts(raw: &str) -> bool {
    let (adverbs, plain) = without_adverbs(raw);
    let object = TASK_VERBS.strip_prefix(plain).or_else(|| ENDING_VERBS.strip_prefix(plain));
    !adverbs.is_empty() && !RESULT_CLOSERS.contains(plain) && object.is_some_and(|object| object.chars().count() > 1)
}

/// The target that those who act reach of an object: 全面淘汰国三以下车辆. Other acts are tasks.
fn object_of_actor(raw: &str) -> Option<QualitativeTarget> {
    let (_, plain) = without_adverbs(raw);
    let thing = ENDING_VERBS.strip_prefix(plain)?;
    target_of(thing, raw.strip_suffix(thing)?)
}

/// Whether a text opens with the words of a result.
fn opens_result(text: &str) -> bool {
    // 服务全覆盖初步实现: the word belongs to the subject.
    let covers = text.strip_prefix(COVERING_ALL).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('、'));
    let passes = text.starts_with("通过") && TESTS.ends(text);
    let is_known = RESULT_OPENERS.begins(text) || opens_after_subject(text);
    !covers && (passes || reaches(text) || is_known || is_wholly_made(text))
}

/// Whether a text opens with a verb that states a result only behind some subjects: 建成, 完成.
fn opens_after_subject(text: &str) -> bool {
    !RESULT_OPENERS.begins(text) && (BECOMING_VERBS.begins(text) || MEETING_VERBS.begins(text))
}

/// Whether a subject is an office that makes things and does not become them: 市公安局, but not 市人民医院.
fn acts_for_others(thing: &str) -> bool {
    OFFICE_ENDINGS.ends(thing) && !INSTITUTION_ENDINGS.ends(thing)
}

/// Whether such a verb states a result of this subject: an institution becomes something, a measure meets a goal.
fn becomes(thing: &str, raw: &str) -> bool {
    let object = BECOMING_VERBS.strip_prefix(raw);
    let becomes = object.is_some_and(|object| object.chars().count() > 3 && !AFTER_BECOMING_NOUNS.begins(object));
    let is_one =
        ACTOR_ENDINGS.ends(thing) && !acts_for_others(thing) && !ACTOR_OPENERS.begins(thing) && !ACTORS.contains(thing);
    (becomes && (is_one || is_one_of_them(thing, raw))) || (meets(raw) && metric::is_measure(thing))
}

/// Whether a text opens with a verb of meeting a goal that is no part of a name (控制水平).
fn meets(raw: &str) -> bool {
    MEETING_VERBS.strip_prefix(raw).is_some_and(|goal| !AFTER_MEETING_NOUNS.begins(goal))
}

/// Whether a thing is to become one of its own kind: 党政机关 and 无烟机关.
fn is_one_of_them(thing: &str, raw: &str) -> bool {
    let kind = thing.char_indices().rev().nth(1).and_then(|(at, _)| thing.get(at..));
    let object = BECOMING_VERBS.strip_prefix(without_adverbs(raw).1);
    object.is_some_and(|object| kind.is_some_and(|kind| object != kind && object.ends_with(kind)))
}

/// Whether a text opens with an adverb for all of something and a verb of making or reaching: 全部建成无烟单位.
fn is_wholly_made(text: &str) -> bool {
    let made = WHOLE_ADVERBS.strip_prefix(text);
    made.is_some_and(|made| {
        BUILDING_VERBS.begins(made) || ATTAINING_VERBS.begins(made) || made.starts_with("完成") && made != "完成"
    })
}

/// Whether a word that may open a result belongs to the name of what comes to another result behind it (更加便捷的出行需求得到满足).
/// `name` is the text up to that other result, `raw` all from the word on.
fn is_in_name(name: &str, raw: &str) -> bool {
    let verb = RESULT_ADVERBS.strip_longest(|word| raw.strip_prefix(word));
    let is_idle = verb.is_some_and(|verb| !RESULT_CLOSERS.begins(verb) && !RESULT_OPENERS.begins(verb));
    // 更加满意、更加放心 are two results of one subject.
    (name.contains('的') || is_idle) && !name.ends_with(['、', '，'])
}

/// Whether a text opens with a verb of reaching an object, and not with a name: 覆盖市县镇三级, but not 覆盖率.
fn reaches(text: &str) -> bool {
    let is_adverb = |object: &&str| RESULT_ADVERBS.begins(object) && !WHOLE_OBJECTS.begins(object);
    let object = REACHING_VERBS.strip_prefix(text).filter(|object| !is_adverb(object));
    let has_of = |object: &str| object.chars().take(LONGEST_OBJECT).any(|mark| mark == '的');
    // 覆盖所有符合条件的医疗机构 reaches them, however they are described.
    let is_free = |object: &str| WHOLE_OPENERS.begins(object) || !has_of(object);
    object.is_some_and(|object| !object.is_empty() && !AFTER_REACHING_NOUNS.begins(object) && is_free(object))
}

/// Reads a result that closes a clause: 上升趋势减缓, 新业态蓬勃发展.
fn closed(clause: &str) -> Option<QualitativeTarget> {
    let paired = || PAIRED_VERBS.strip_suffix(PAIRED_VERBS.strip_suffix(clause)?);
    let closer = RESULT_CLOSERS.strip_longest(|word| clause.strip_suffix(word));
    let is_named = |thing: &&str| predicate::is_subject(without_last_adverbs(thing));
    let by_kinds =
        || predicate::before_doubled(clause).or_else(|| predicate::before_predicate(clause)).filter(is_named);
    let short = || predicate::before_short_adverb(clause).filter(is_named);
    let matched = || predicate::before_comparison(clause);
    let several = || {
        matched()
            .or_else(|| predicate::before_steps(clause))
            .or_else(paired)
            .or_else(|| predicate::before_finished(clause))
    };
    let thing = several().or_else(short).or(closer).or_else(by_kinds)?;
    let thing = without_place(without_last_adverbs(thing));
    // 推进设施完善 and 完成任务 are acts, of which nobody says that they are done. 覆盖城乡的服务体系 is what comes to something.
    let raw = clause.strip_prefix(thing)?;
    let is_name = thing.contains('的') && (predicate::opens_with_adverb(raw) || REACHING_VERBS.begins(thing));
    let is_act = TASK_VERBS.begins(thing) && !is_name;
    if is_act || thing.ends_with('的') {
        return None;
    }
    target_of(thing, raw)
}

/// Whether a clause opens with a verb of making without an adverb: 建立台账. Behind a task of somebody's it is more of that.
pub(super) fn opens_with_making(clause: &str) -> bool {
    opening_verbs("", AROUND_CLAUSES.trim(clause)).is_some()
}

/// Whether a clause is the words of a result and names no subject: 竣工启用, 全面建成.
pub(super) fn is_only_result(clause: &str) -> bool {
    let clause = AROUND_CLAUSES.trim(clause);
    let plain = without_adverbs(clause).1;
    let is_paired = || PAIRED_VERBS.strip_suffix(plain).is_some_and(|first| PAIRED_VERBS.contains(first));
    RESULT_CLOSERS.contains(plain) || is_paired() || predicate::before_steps(plain) == Some("")
}

/// The subject of a result in words whose figure stands in a bracket behind it: 死亡率 of 死亡率维持在较低水平（3/10万以下）.
pub(super) fn subject_before_bracket(before: &str) -> Option<String> {
    let clause = before.strip_suffix(['（', '('])?;
    opened(clause).map(|target| target.metric).filter(|metric| metric::is_measure(metric))
}

/// The subject without the place in which its result happens: 大数据 of 大数据在防汛抢险中.
fn without_place(thing: &str) -> &str {
    if !LOCATIVE_ENDINGS.ends(thing) {
        return thing;
    }
    let is_word = |at: usize| {
        let of_word = |word: &'static str| {
            let from = at.checked_sub(word.find('在')?)?;
            thing.get(from..)?.starts_with(word).then_some(())
        };
        WORDS_WITH_AT.iter().any(|word| of_word(word).is_some())
    };
    let place = thing.match_indices('在').map(|(at, _)| at).find(|at| *at > 0 && !is_word(*at));
    place.and_then(|at| thing.get(..at)).unwrap_or(thing)
}

/// Reads a clause that begins with who acts (各地区逐步建立…, 配合省全面建成…): the metric is the object, not the actor.
fn without_actor(clause: &str) -> Option<QualitativeTarget> {
    let at = clause.char_indices().map(|(at, _)| at).find(|at| {
        let rest = clause.get(*at..).and_then(|rest| COMPLETION_ADVERBS.strip_prefix(rest));
        rest.is_some_and(|rest| COMPLETION_VERBS.begins(rest))
    })?;
    let (actor, raw) = clause.split_at_checked(at)?;
    if !ACTORS.contains(actor) && !actor.starts_with("配合") {
        return None;
    }
    let thing = COMPLETION_VERBS.strip_prefix(COMPLETION_ADVERBS.strip_prefix(raw)?)?;
    target_of(thing, raw.strip_suffix(thing)?)
}

/// Reads a result inside an object: the metric of 在健康促进中发挥更加突出的引领作用 is 引领作用, that of 将预防摆在更加突出位置 is 预防.
fn inside_object(thing: &str, raw: &str) -> Option<QualitativeTarget> {
    if let Some(placed) = PLACING_VERBS.strip_suffix(thing) {
        let (about, verb) = (placed.trim_start_matches(['将', '把']), thing.strip_prefix(placed)?);
        return target_of(about, &format!("{verb}{raw}"));
    }
    let verb = VERBS_WITH_RESULT.suffix_of(thing)?;
    let (_, object) = raw.rsplit_once('的')?;
    target_of(object, &format!("{verb}{raw}"))
}

/// A target of this object with these words; `None` if nothing is left of the object.
fn target_of(thing: &str, raw: &str) -> Option<QualitativeTarget> {
    let metric = metric::clean(thing);
    (metric.chars().count() > 1 && !ACTORS.contains(metric))
        .then(|| QualitativeTarget { metric: metric.to_owned(), raw: raw.to_owned() })
}

/// Reads a clause that closes with any verb behind its subject: 产业活力迸发. Only among other results is that one.
pub(super) fn by_last_verb(clause: &str) -> Option<QualitativeTarget> {
    let clause = AROUND_CLAUSES.trim(clause);
    // 医院开工 begins what is to come.
    if WORK_STARTS.ends(clause) {
        return None;
    }
    let thing = predicate::before_last_verb(clause)?;
    target_of(thing, clause.strip_prefix(thing)?)
}

#[cfg(test)]
mod tests;
