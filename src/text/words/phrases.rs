//! Phrases of plans: which ones there are, and those with which clauses end, by what is left of them where the last character
//! is missing (落到实 of 落到实处).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The phrases, one a line, with a mark behind those with which clauses end; a line that begins with # is a remark.
const SOURCE: &str = include_str!("../../../data/phrases.txt");

/// Stands behind a phrase with which clauses end.
const END: char = '。';

/// Fewest and most characters that are left of a phrase.
const LEFT: std::ops::RangeInclusive<usize> = 2..=7;

/// The whole phrases by what is left of them without their last character.
static BY_REST: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rest = |phrase: &'static str| phrase.char_indices().next_back().and_then(|(at, _)| phrase.get(..at));
    endings().filter_map(|phrase| Some((rest(phrase)?, phrase))).collect()
});

/// The lines of the list, each with its mark.
fn lines() -> impl Iterator<Item = &'static str> {
    SOURCE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Phrases of the list without their marks, in its order.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    lines().map(|line| line.trim_end_matches(END))
}

/// The phrases with which clauses end.
fn endings() -> impl Iterator<Item = &'static str> {
    lines().filter_map(|line| line.strip_suffix(END))
}

/// All runs of four characters in the phrases and in the terms of the plans' fields.
static FOURS: LazyLock<FxHashSet<[char; 4]>> = LazyLock::new(|| {
    let fours = |phrase: &str| {
        let chars: Vec<char> = phrase.chars().collect();
        chars.windows(4).filter_map(|four| four.first_chunk::<4>().copied()).collect::<Vec<_>>()
    };
    phrases().chain(super::terms()).flat_map(fours).collect()
});

/// Whether four characters stand side by side in a phrase of the list or in a term: 就诊流程.
#[must_use]
pub fn holds(four: [char; 4]) -> bool {
    FOURS.contains(&four)
}

/// The phrase that the end of a clause is, but for the phrase's last character; of several, the longest. `None` for a clause that
/// ends otherwise.
#[must_use]
pub fn without_last_char(clause: &str) -> Option<&'static str> {
    let starts = clause.char_indices().rev().map(|(at, _)| at);
    let ends = starts.take(*LEFT.end()).skip(LEFT.start() - 1).filter_map(|at| BY_REST.get(clause.get(at..)?));
    ends.last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::corpus;
    use crate::text::words;

    #[test]
    fn an_end_without_its_last_character() {
        assert_eq!(without_last_char("推动各项任务落到实"), Some("落到实处"));
        assert_eq!(without_last_char("推动各项任务落到实处"), None);
        assert_eq!(without_last_char("实"), None);
    }

    #[test]
    fn what_is_left_is_no_end_of_its_own() {
        let whole: FxHashSet<&str> = endings().collect();
        for (rest, phrase) in BY_REST.iter() {
            assert!(LEFT.contains(&rest.chars().count()), "{phrase}: too short or too long");
            assert!(!whole.contains(rest) && words::find(rest).is_none(), "{phrase}: {rest} is a word itself");
        }
        assert_eq!(BY_REST.len(), endings().count(), "two phrases differ in their last character");
    }

    #[test]
    fn the_plans_end_no_clause_so() {
        let is_end = |c: char| matches!(c, '，' | '。' | '；');
        let clauses = corpus::lines().flat_map(|line| line.split_inclusive(is_end));
        let clauses = clauses.filter_map(|clause| clause.strip_suffix(is_end));
        let found: Vec<&str> = clauses.filter(|clause| without_last_char(clause).is_some()).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}
