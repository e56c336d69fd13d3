//! The words nearest to one that is unknown, for a message: those that were likely meant, or none.

/// How alike two words must be, from 0 to 1: one slip in four letters is near, two are not.
const LIKE: f64 = 0.7;
/// The fewest characters by which the rest of a word may be guessed.
const SHORTEST_BEGINNING: usize = 2;
/// The most words that a message names.
const MOST: usize = 3;

/// The known words that `typed` begins or almost is, the nearest first.
pub(super) fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let is_beginning = |word: &str| typed.chars().count() >= SHORTEST_BEGINNING && word.starts_with(typed);
    let likeness = |word: &'a str| {
        let likeness = strsim::normalized_damerau_levenshtein(typed, word);
        (if is_beginning(word) { likeness.max(LIKE) } else { likeness }, word)
    };
    let mut near: Vec<(f64, &str)> =
        known.into_iter().map(likeness).filter(|(likeness, _)| *likeness >= LIKE).collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    near.dedup();
    near.into_iter().map(|(_, word)| word).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_named() {
        let known = ["tree", "tasks", "targets", "compare", "completions", "check", "zsh"];
        for (typed, expected) in [
            ("taks", &["tasks"][..]),
            ("chekc", &["check"]),
            ("comp", &["compare", "completions"]),
            ("pwsh", &[]),
            ("t", &[]),
            ("", &[]),
            ("任务", &[]),
        ] {
            assert_eq!(nearest(typed, known), expected, "{typed}");
        }
    }
}
