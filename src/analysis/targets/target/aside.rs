//! Clauses that state no target: a condition (若…), and the purpose of what stands before it (为2035年建成健康强市奠定基础).

use std::ops::Range;

use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::time::TimeMention;
use crate::lexicon::condition::{
    ADVISING_VERBS, CONDITION_OPENERS, FAILING_OPENERS, GIVEN_MONEY, LISTED_CONDITIONS, NEW_HOUSING, NOT_CONDITIONS,
    PURPOSE_CLOSERS, PURPOSE_OPENERS, PURPOSE_VERBS, RULE_OPENERS, RULES, SINGLE_THINGS, STANDARD_OPENERS, USE_OPENERS,
};
use crate::lexicon::metric::RATIO_WORDS;
use crate::lexicon::punctuation::AROUND_CLAUSES;

/// Most characters that are looked at where a clause opens or closes.
const LONGEST_OPENING: usize = 8;

/// What a clause says of the numbers in the clauses behind it.
#[derive(Default)]
pub(super) struct Remarks {
    /// Whether it gives advice to people, which sets no target.
    pub(super) advises: bool,
    /// Whether it gives money for something, which the clauses behind it name.
    pub(super) allots: bool,
    /// Whether it names a rule by which things are done, whose bounds the clauses behind it give.
    pub(super) names_rule: bool,
}

/// Whether a clause states a condition (若…, 如…未达到).
pub(super) fn is_condition(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let opening = opening(sentence, clause);
    let opening = AROUND_CLAUSES.trim(&opening);
    CONDITION_OPENERS.begins(opening) && !NOT_CONDITIONS.begins(opening)
}

/// Whether a clause says what comes of those who do not meet the standards before it: 不符合要求的不予备案.
pub(super) fn names_failing(sentence: &Sentence, clause: &Range<usize>) -> bool {
    FAILING_OPENERS.begins(AROUND_CLAUSES.trim(&opening(sentence, clause)))
}

/// Whether a clause announces conditions, which the clauses behind its colon list: 应当具备以下条件：….
pub(super) fn announces_conditions(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let announces = clause.end.checked_sub(1).and_then(|last| sentence.folded.get(last)) == Some(&':');
    announces && LISTED_CONDITIONS.is_in(&print(sentence, clause.clone()))
}

/// Whether a clause says what something is good for: it opens with a word of purpose right before a year, or says in words
/// that it lays a foundation.
pub(super) fn is_purpose(sentence: &Sentence, mentions: &[TimeMention], clause: &Range<usize>) -> bool {
    let first = mentions.get(mentions.partition_point(|mention| mention.at.start < clause.start));
    let to_year = first.filter(|mention| mention.at.start < clause.end).map(|mention| clause.start..mention.at.start);
    let opens = to_year.is_some_and(|opening| PURPOSE_OPENERS.contains(AROUND_CLAUSES.trim(&print(sentence, opening))));
    let is_foundation =
        || AROUND_CLAUSES.trim(&opening(sentence, clause)).starts_with('为') && closes_purpose(sentence, clause);
    opens || is_foundation()
}

/// Whether a clause closes with what something is good for: …奠定坚实基础.
pub(super) fn closes_purpose(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let closing = print(sentence, clause.end.saturating_sub(LONGEST_OPENING).max(clause.start)..clause.end);
    PURPOSE_CLOSERS.ends(AROUND_CLAUSES.trim(&closing)) && PURPOSE_VERBS.is_in(&print(sentence, clause.clone()))
}

/// Whether a clause gives advice to people: 提倡…, 引导居民….
pub(super) fn is_advice(sentence: &Sentence, clause: &Range<usize>) -> bool {
    ADVISING_VERBS.begins(AROUND_CLAUSES.trim(&opening(sentence, clause)))
}

/// Whether a clause names the rule by which something is done: 按照场馆开放管理办法, 小区按照每百户不少于25平方米的标准配建用房.
pub(super) fn names_rule(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let text = print(sentence, clause.clone());
    let text = AROUND_CLAUSES.trim(&text);
    let is_rule = |text: &str| {
        let name = text.strip_suffix("要求").filter(|name| RULES.ends(name)).unwrap_or(text);
        RULES.ends(name.strip_suffix('》').unwrap_or(name))
    };
    let standard = STANDARD_OPENERS.iter().find_map(|opener| text.split_once(opener)).map(|(_, standard)| standard);
    RULE_OPENERS.strip_longest(|opener| text.strip_prefix(opener)).is_some_and(is_rule)
        || standard.is_some_and(|standard| standard.contains("的标准"))
}

/// Whether the words before a bound are those of a rule, which no clause names: the size of a single thing, those who are given
/// money, new housing.
pub(super) fn is_bound_by_rule(before: &str, is_size: bool) -> bool {
    (is_size && SINGLE_THINGS.is_in(before))
        || GIVEN_MONEY.is_in(before)
        || NEW_HOUSING.begins(AROUND_CLAUSES.trim(before))
}

/// Whether a clause tells for what the money before it is given, and names no share of it: 用于5所卫生院建设.
pub(super) fn is_use(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let text = print(sentence, clause.clone());
    USE_OPENERS.begins(AROUND_CLAUSES.trim(&text)) && !RATIO_WORDS.is_in(&text)
}

/// The first characters of a clause, folded.
fn opening(sentence: &Sentence, clause: &Range<usize>) -> String {
    sentence.folded.iter().take(clause.end).skip(clause.start).take(LONGEST_OPENING).collect()
}

/// The printed text at a range of a sentence.
fn print(sentence: &Sentence, range: Range<usize>) -> String {
    sentence.printed.get(range).unwrap_or_default().iter().collect()
}
