//! Phrases with which clauses of plans end, by what is left of them where the last character is missing: 落到实 of 落到实处.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The phrases, one a line; a line that begins with # is a remark.
const SOURCE: &str = include_str!("../../../data/endings.txt");

/// Fewest and most characters that are left of a phrase.
const LEFT: std::ops::RangeInclusive<usize> = 2..=7;

/// The whole phrases by what is left of them without their last character.
static BY_REST: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rest = |phrase: &'static str| phrase.char_indices().next_back().and_then(|(at, _)| phrase.get(..at));
    phrases().filter_map(|phrase| Some((rest(phrase)?, phrase))).collect()
});

/// The phrases of the list.
fn phrases() -> impl Iterator<Item = &'static str> {
    SOURCE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
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
    use rustc_hash::FxHashSet;

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
        let whole: FxHashSet<&str> = phrases().collect();
        for (rest, phrase) in BY_REST.iter() {
            assert!(LEFT.contains(&rest.chars().count()), "{phrase}: too short or too long");
            assert!(!whole.contains(rest) && words::find(rest).is_none(), "{phrase}: {rest} is a word itself");
        }
        assert_eq!(BY_REST.len(), phrases().count(), "two phrases differ in their last character");
    }

    #[test]
    fn the_plans_end_no_clause_so() {
        let is_end = |c: char| matches!(c, '，' | '。' | '；');
        let found: Vec<&str> =
            corpus::lines().flat_map(|line| line.split(is_end)).filter(|clause| without_last_char(clause).is_some()).collect();
        assert_eq!(found, ["名老中医药专家传承工作平"], "only the known slip");
    }
}
