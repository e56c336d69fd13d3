//! Clauses that state no target: a condition (若…), and the purpose of what stands before it (为2035年建成健康强市奠定基础).

use std::ops::Range;

use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::time::TimeMention;
use crate::lexicon::condition::{
    ADVISING_VERBS, CONDITION_OPENERS, FAILING_OPENERS, LISTED_CONDITIONS, NOT_CONDITIONS, PURPOSE_CLOSERS,
    PURPOSE_OPENERS, PURPOSE_VERBS, USE_OPENERS,
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

/// The number of the clauses that say who may have something, which the last of them closes with 的: 面积不少于500平方米、
/// 满意度达到90%的，可申报.
pub(super) fn n_of_conditions(sentence: &Sentence, clauses: &[Range<usize>]) -> usize {
    let closes = |clause: &Range<usize>| {
        let text = sentence.print(clause.clone());
        AROUND_CLAUSES.trim(&text).ends_with('的') && text.contains(|mark: char| mark.is_ascii_digit())
    };
    clauses.iter().rposition(closes).map_or(0, |last| last + 1)
}

/// Whether a clause announces conditions, which the clauses behind its colon list: 应当具备以下条件：….
pub(super) fn announces_conditions(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let announces = clause.end.checked_sub(1).and_then(|last| sentence.folded.get(last)) == Some(&':');
    announces && LISTED_CONDITIONS.is_in(&sentence.print(clause.clone()))
}

/// Whether a clause says what something is good for: it opens with a word of purpose right before a year, or says in words
/// that it lays a foundation.
pub(super) fn is_purpose(sentence: &Sentence, mentions: &[TimeMention], clause: &Range<usize>) -> bool {
    let first = mentions.get(mentions.partition_point(|mention| mention.at.start < clause.start));
    let to_year = first.filter(|mention| mention.at.start < clause.end).map(|mention| clause.start..mention.at.start);
    let opens = to_year.is_some_and(|opening| PURPOSE_OPENERS.contains(AROUND_CLAUSES.trim(&sentence.print(opening))));
    let is_foundation =
        || AROUND_CLAUSES.trim(&opening(sentence, clause)).starts_with('为') && closes_purpose(sentence, clause);
    opens || is_foundation()
}

/// Whether a clause closes with what something is good for: …奠定坚实基础.
pub(super) fn closes_purpose(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let closing = sentence.print(clause.end.saturating_sub(LONGEST_OPENING).max(clause.start)..clause.end);
    PURPOSE_CLOSERS.ends(AROUND_CLAUSES.trim(&closing)) && PURPOSE_VERBS.is_in(&sentence.print(clause.clone()))
}

/// Whether a clause gives advice to people: 提倡…, 引导居民….
pub(super) fn is_advice(sentence: &Sentence, clause: &Range<usize>) -> bool {
    ADVISING_VERBS.begins(AROUND_CLAUSES.trim(&opening(sentence, clause)))
}

/// Whether a clause tells for what the money before it is given, and names no share of it: 用于5所卫生院建设.
pub(super) fn is_use(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let text = sentence.print(clause.clone());
    USE_OPENERS.begins(AROUND_CLAUSES.trim(&text)) && !RATIO_WORDS.is_in(&text)
}

/// The first characters of a clause, folded.
fn opening(sentence: &Sentence, clause: &Range<usize>) -> String {
    sentence.folded.iter().take(clause.end).skip(clause.start).take(LONGEST_OPENING).collect()
}
