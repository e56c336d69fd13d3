//! Finds the predicate that closes a clause by the kinds of its words, where no list names the words themselves.
//!
//! ```text
//! 负担 切实减轻      a verb or an adjective behind an adverb      before_predicate
//! 体系 初具雏形      four characters that open with a short one   before_short_adverb
//! 治理 走深走实      four characters that say a word twice        before_doubled
//! 学校 建成招生      a verb behind one of finishing               before_finished
//! 园区 竣工投产      steps of a work, one behind the other        before_steps
//! ```
//! Each function takes a clause and returns what stands before its predicate.

use crate::lexicon::result::{
    DECIDED_ADVERBS, RESULT_ADVERBS, RUNNING_VERBS, SHORT_ADVERBS, STATE_WORDS, SUBJECT_ADJECTIVES, VERBS_WITH_RESULT,
    WAYS, WORDS_WITH_SHORT_ADVERBS,
};
use crate::lexicon::target::RATE_STEMS;
use crate::lexicon::task::{ACTION_NOUNS, ACTOR_OPENERS, MEANS_OPENERS, NOUN_VERBS, OBJECT_PREPOSITIONS, TASK_VERBS};
use crate::lexicon::works::{FINISHING_VERBS, MATCHING_VERBS, MUTUAL_VERBS, STEP_JOINTS, WORK_STEPS};
use crate::text::words::{self, Kind, Piece};

/// Characters of an idiom that is a predicate by itself: 深入人心.
const LONGEST_IDIOM: usize = 4;

/// Characters of the end of a clause that are cut into words to find its predicate.
const LONGEST_PREDICATE: usize = 16;

/// The text before a predicate of four characters that says a word twice: 走深走实, 应保尽保.
pub(super) fn before_doubled(clause: &str) -> Option<&str> {
    let at = clause.char_indices().rev().nth(LONGEST_IDIOM - 1).map(|(at, _)| at)?;
    let marks: Vec<char> = clause.get(at..)?.chars().collect();
    let is_doubled = |one: usize, other: usize| marks.get(one).is_some() && marks.get(one) == marks.get(other);
    let has_words_only = marks.iter().all(|mark| mark.is_alphabetic());
    let (first, second) = (is_doubled(0, 2), is_doubled(1, 3));
    // 教育教师 is a name of two words.
    let is_name = words::split(clause.get(at..)?)
        .last()
        .is_some_and(|last| !is_single(last) && last.word.is_some_and(|word| word.kind == Kind::Noun));
    let is_doubled = first != second && !marks.starts_with(&['互']);
    if has_words_only && is_doubled && !is_name { clause.get(..at) } else { None }
}

/// The text before what something comes to equal or to fit: 补贴标准 of 补贴标准与全省平均水平持平.
pub(super) fn before_comparison(clause: &str) -> Option<&str> {
    let compared = MATCHING_VERBS.strip_suffix(clause)?;
    let at = compared.rfind(['与', '同']).filter(|at| *at > 0 && !compared.starts_with('与'))?;
    let (thing, other) = compared.split_at_checked(at)?;
    (other.chars().nth(2).is_some() && thing.chars().nth(1).is_some() && is_subject(thing)).then_some(thing)
}

/// The text before two or more steps of a work that close a clause: 竣工投产, 竣工并投入使用.
pub(super) fn before_steps(clause: &str) -> Option<&str> {
    let mut thing = WORK_STEPS.strip_longest(|step| clause.strip_suffix(step))?;
    let mut n_steps = 1;
    loop {
        let joined = STEP_JOINTS.strip_longest(|joint| thing.strip_suffix(joint)).unwrap_or(thing);
        let Some(rest) = WORK_STEPS.strip_longest(|step| joined.strip_suffix(step)) else { break };
        thing = rest;
        n_steps += 1;
    }
    (n_steps > 1).then_some(thing)
}

/// The text before a verb of finishing and any other verb that close a clause: 建成招生, 竣工交付.
pub(super) fn before_finished(clause: &str) -> Option<&str> {
    let tail = clause.char_indices().rev().nth(LONGEST_PREDICATE).map_or(0, |(at, _)| at);
    let last = *words::split(clause.get(tail..)?).last()?;
    let is_verb = last.word.is_some_and(|word| word.kind == Kind::Verb) && !is_single(&last);
    let thing = FINISHING_VERBS.strip_suffix(clause.strip_suffix(last.text)?);
    thing.filter(|thing| is_verb && is_subject(thing) && thing.chars().nth(1).is_some())
}

/// The text before the four characters that close a clause, if they open with a short adverb: 初具雏形, 渐成规模, 更可持续.
pub(super) fn before_short_adverb(clause: &str) -> Option<&str> {
    let at = clause.char_indices().rev().nth(LONGEST_IDIOM - 1).map(|(at, _)| at).filter(|at| *at > 0)?;
    let (thing, predicate) = clause.split_at_checked(at)?;
    let opens = predicate.starts_with(|first| SHORT_ADVERBS.contains(first));
    let tail = clause.char_indices().rev().nth(LONGEST_PREDICATE).map_or(0, |(at, _)| at);
    let mut from = tail;
    let pieces = words::split(clause.get(tail..)?);
    let mut pieces = pieces.iter().skip_while(|piece| {
        from += piece.text.len();
        from <= at
    });
    let (first, next) = (pieces.next()?, pieces.next());
    let is_own = from - first.text.len() == at;
    // 日常管理 and 新城建设 are names.
    let kind = |piece: &Piece| piece.word.map(|word| word.kind);
    let is_noun = first.text.chars().nth(1).is_some()
        && !first.text.starts_with(['初', '渐'])
        && !RESULT_ADVERBS.contains(first.text)
        && (matches!(kind(first), Some(Kind::Noun | Kind::Attribute)) || next.and_then(kind) == Some(Kind::VerbalNoun));
    let is_noun = is_noun || WORDS_WITH_SHORT_ADVERBS.begins(predicate);
    (opens && is_own && !is_noun).then_some(thing)
}

/// The text before the predicate that closes a clause, told by the kinds of its last words: a verb or an adjective behind an
/// adverb (负担切实减轻), an idiom (蔚然成风), or how something runs (机制运行顺畅).
pub(super) fn before_predicate(clause: &str) -> Option<&str> {
    let tail = clause.char_indices().rev().nth(LONGEST_PREDICATE).map_or(0, |(at, _)| at);
    let pieces = words::split(clause.get(tail..)?);
    let (last, before) = pieces.split_last()?;
    let rest = clause.strip_suffix(last.text)?;
    let previous = before.last()?;
    // 机制常态化运行: how something runs stands before the verb.
    if RUNNING_VERBS.contains(last.text) && is_manner(previous, before) {
        let manner = before.iter().rev().take(if previous.text == "化" { 2 } else { 1 });
        let n_bytes: usize = manner.map(|piece| piece.text.len()).sum();
        return rest.get(..rest.len() - n_bytes);
    }
    // 资源布局合理, 机制运行顺畅: the word alone says how its subject is.
    if let Some(rest) = STATE_WORDS.strip_suffix(clause).filter(|rest| words::split(rest).last().is_some_and(is_name)) {
        return RUNNING_VERBS.strip_suffix(rest).or(Some(rest));
    }
    // 基本配足: a verb that no table knows, behind an adverb that tells how far.
    if let ([.., adverb, _], true) = (before, is_single(previous) && is_single(last))
        && DECIDED_ADVERBS.contains(adverb.text)
    {
        return clause.strip_suffix(last.text)?.strip_suffix(previous.text)?.strip_suffix(adverb.text);
    }
    let kind = last.word.map(|word| word.kind).filter(|_| !is_single(last))?;
    let acts = kind == Kind::Verb && !NOUN_VERBS.contains(last.text) && !ACTION_NOUNS.contains(last.text);
    let is_result = match kind {
        Kind::Verb | Kind::Adjective if is_adverb(previous) => true,
        // 日常管理 is a name.
        Kind::VerbalNoun if RESULT_ADVERBS.contains(previous.text) => true,
        Kind::Verb | Kind::VerbalNoun => {
            is_way(previous) && (acts || RUNNING_VERBS.contains(last.text) || MUTUAL_VERBS.contains(last.text))
        }
        Kind::Idiom => return (last.text.chars().count() == LONGEST_IDIOM).then_some(rest),
        Kind::Adjective | Kind::Attribute | Kind::Noun | Kind::Adverb | Kind::Phrase | Kind::Other => false,
    };
    if is_result { rest.strip_suffix(previous.text) } else { None }
}

/// Whether a word is one character.
fn is_single(piece: &Piece) -> bool {
    piece.text.chars().nth(1).is_none()
}

/// Whether a word before a verb is an adverb.
fn is_adverb(piece: &Piece) -> bool {
    let is_known = piece.word.is_some_and(|word| word.kind == Kind::Adverb);
    RESULT_ADVERBS.contains(piece.text) || (is_known && piece.text.chars().nth(1).is_some())
}

/// Whether a word before a verb says in what way it goes on: 有序 in 有序铺开, 高效 in 高效运转. 健康 says of what (健康体检), not how.
fn is_way(piece: &Piece) -> bool {
    let is_adjective = piece.word.is_some_and(|word| word.kind == Kind::Adjective);
    WAYS.contains(piece.text)
        || (is_adjective && !SUBJECT_ADJECTIVES.contains(piece.text) && piece.text.chars().nth(1).is_some())
}

/// Whether a word before a verb says in what manner it goes on: 常态化, 规范化.
fn is_manner(piece: &Piece, before: &[Piece]) -> bool {
    (piece.text.ends_with('化') && piece.text.chars().nth(2).is_some()) || (piece.text == "化" && before.len() > 2)
}

/// Whether a word can close the name of a subject: a noun, or a verb that stands for one (布局).
fn is_name(piece: &Piece) -> bool {
    let is_long = piece.text.chars().nth(1).is_some();
    is_long && piece.word.is_some_and(|word| matches!(word.kind, Kind::Noun | Kind::Verb | Kind::VerbalNoun))
}

/// Whether a text can be the subject of a predicate: it opens with no preposition and closes with no verb that wants an object.
pub(super) fn is_subject(thing: &str) -> bool {
    let opens = OBJECT_PREPOSITIONS.begins(thing) || MEANS_OPENERS.begins(thing);
    let closes = VERBS_WITH_RESULT.ends(thing) || TASK_VERBS.ends(thing) && !NOUN_VERBS.ends(thing);
    !opens && !closes && !thing.ends_with(['的', '地'])
}

/// Whether the words of a result open with an adverb, so that what stands before them is a subject, even one that opens
/// with a verb: 促进健康的制度安排日臻完备.
pub(super) fn opens_with_adverb(raw: &str) -> bool {
    RESULT_ADVERBS.begins(raw) || raw.starts_with(|first| SHORT_ADVERBS.contains(first))
}

/// The text before a verb that closes a clause behind its subject (产业活力迸发). Only among other results is that one;
/// elsewhere the clause may be a name (新生儿筛查).
pub(super) fn before_last_verb(clause: &str) -> Option<&str> {
    let tail = clause.char_indices().rev().nth(LONGEST_PREDICATE).map_or(0, |(at, _)| at);
    let pieces = words::split(clause.get(tail..)?);
    let ([.., subject], last) = pieces.split_last().map(|(last, before)| (before, last))? else { return None };
    let is_verb = last.word.is_some_and(|word| matches!(word.kind, Kind::Verb | Kind::Adjective)) && !is_single(last);
    let is_noun = subject.word.is_some_and(|word| word.kind == Kind::Noun) && !is_single(subject);
    let is_named = [&NOUN_VERBS, &ACTION_NOUNS, &RATE_STEMS].iter().any(|words| words.contains(last.text));
    let thing = clause.strip_suffix(last.text)?;
    let opens_with_act = words::split(thing).first().is_some_and(|first| is_way(first) || is_adverb(first));
    let acts = TASK_VERBS.begins(thing) || ACTOR_OPENERS.begins(thing) || opens_with_act || thing.contains('、');
    if !is_verb || !is_subject(thing) || !is_noun || is_named || acts { None } else { Some(thing) }
}
