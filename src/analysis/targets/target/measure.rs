//! The measure word behind a number: a known one, a rare one that its clause must show to be one, or one that no list holds.

use crate::lexicon::punctuation::{FOLDED_CLAUSE_ENDS, VALUE_ENDS};
use crate::lexicon::target::CONJUNCTIONS;
use crate::lexicon::unit::{RARE_MEASURES, RATE_BASES, SCALES};
use crate::registry::value;
use crate::text::words;

/// Longest measure word that is taken for one without being known, in characters.
const LONGEST_UNIT: usize = 3;

/// The measure word at the start of the folded text behind a number, empty without one. `has_verb` says that words before the
/// number say what becomes of it (建成, 不少于).
pub(super) fn behind_number(after: &str, has_verb: bool) -> &str {
    let n_known = value::unit_after_number(after);
    let known = after.get(..n_known).unwrap_or_default();
    let rest = after.get(n_known..).unwrap_or_default();
    if known.is_empty() {
        let n_scale = SCALES.prefix_of(after).map_or(0, str::len);
        let n_rare = rare(after.get(n_scale..).unwrap_or_default(), has_verb);
        if n_rare > 0 {
            return after.get(..n_scale + n_rare).unwrap_or_default();
        }
        let may_be_unknown = has_verb && value::tail(after) == 0;
        return if may_be_unknown { unknown(after) } else { "" };
    }
    // 批次/千人*年, 30/10万活产.
    let year = ["*年", "/年"].into_iter().find(|year| rest.starts_with(*year));
    let base = year.or_else(|| RATE_BASES.prefix_of(rest).filter(|_| known.contains('/')));
    after.get(..n_known + base.map_or(0, str::len)).unwrap_or_default()
}

/// The length in bytes of a rare measure word at the start of a text, which a verb before the number or the end of its part of the clause
/// shows to be one; 0 without one. 部门 begins with none.
fn rare(text: &str, has_verb: bool) -> usize {
    let measure = RARE_MEASURES.prefix_of(text).unwrap_or_default();
    let rest = text.get(measure.len()..).unwrap_or_default();
    let behind = rest.get(value::tail(rest)..).unwrap_or_default();
    let ends = behind.chars().next().is_none_or(|mark| VALUE_ENDS.contains(mark)) || is_next(behind);
    let is_longer = || words::at_start(text).any(|(end, _)| end > measure.len());
    if !measure.is_empty() && (ends || (has_verb && !is_longer())) { measure.len() } else { 0 }
}

/// A measure word that no list holds, at the start of the text behind a number: 杯 of 0.9杯，. It is short, and the part of the
/// clause ends behind it and the words that say how the number is to be met.
fn unknown(after: &str) -> &str {
    // 5级和4级以上: the next number of a list ends it as well.
    let ends = |text: &str| text.chars().next().is_none_or(|mark| FOLDED_CLAUSE_ENDS.contains(mark)) || is_next(text);
    let is_word = |word: &str| word.chars().all(|mark| ('一'..='龥').contains(&mark) && mark != '的');
    let closes = |word: &&str| {
        let rest = after.get(word.len()..).unwrap_or_default();
        is_word(word) && ends(rest.get(value::tail(rest)..).unwrap_or_default())
    };
    let places = after.char_indices().map(|(at, _)| at).skip(1).take(LONGEST_UNIT).chain([after.len()]);
    let mut words = places.filter_map(|at| after.get(..at)).filter(|word| word.chars().count() <= LONGEST_UNIT);
    words.find(closes).unwrap_or_default()
}

/// Whether the next number of a list begins a text, behind the mark or word that joins it.
fn is_next(text: &str) -> bool {
    let next = text.strip_prefix('、').or_else(|| CONJUNCTIONS.strip_prefix(text));
    next.is_some_and(|next| next.starts_with(|mark: char| mark.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_behind_a_number() {
        for (after, has_verb, expected) in [
            ("块,", false, "块"),
            ("块以上,", false, "块"),
            ("块标准足球场", true, "块"),
            ("块标准足球场", false, ""),
            ("部门联合", true, ""),
            ("万份、折页", false, "万份"),
            ("类和30种", false, "类"),
            ("热线", false, ""),
            ("杯以上,", true, "杯"),
            ("/10万活产以下", true, "/10万活产"),
            ("批次/千人*年", true, "批次/千人*年"),
            ("个百分点", true, "个百分点"),
            ("", true, ""),
        ] {
            assert_eq!(behind_number(after, has_verb), expected, "{after}");
        }
    }
}
