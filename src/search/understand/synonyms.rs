//! Other words for what plans write: 创卫 for 国家卫生城市, 婚检 for 婚前医学检查. `data/synonyms.txt` has them, each with
//! the law, standard or notice that writes the official word.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::search::base::pattern::Pattern;
use crate::search::evaluate::corpus::Corpus;
use crate::text::fold::fold;

/// Lines of a typed word, its official words with `|` between them, and their source; tabs part the three.
const SOURCE: &str = include_str!("../../../data/synonyms.txt");

/// The official words by the folded typed word.
static OFFICIAL: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = SOURCE.lines().filter(|line| !line.starts_with('#'));
    let entries = lines.filter_map(|line| line.split('\t').next().zip(line.split('\t').nth(1)));
    entries.map(|(typed, official)| (fold(typed), official.split('|').collect())).collect()
});

/// Whether a folded word is one that has other words, however the texts write it.
pub(super) fn is_synonym(word: &str) -> bool {
    OFFICIAL.contains_key(word)
}

/// The official words for a folded one that the texts do not write, as alternatives (`甲|乙`); `None` if the texts write the
/// word itself or none of the others.
pub(super) fn official_words(corpus: &Corpus, word: &str) -> Option<String> {
    let official = OFFICIAL.get(word)?;
    let is_written = |word: &str| !corpus.lines_with(&Pattern::new(&fold(word))).is_empty();
    if is_written(word) {
        return None;
    }
    let written: Vec<&str> = official.iter().copied().filter(|word| is_written(word)).collect();
    (!written.is_empty()).then(|| written.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_others_and_a_source() {
        let mut typed = Vec::new();
        for line in SOURCE.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [word, official, source] = fields.as_slice() else { panic!("{line}") };
            assert!(!word.is_empty() && source.chars().count() > 6, "{line}");
            assert!(official.split('|').all(|other| !other.is_empty() && other != *word), "{line}");
            typed.push(*word);
        }
        let n_lines = typed.len();
        typed.sort_unstable();
        typed.dedup();
        assert_eq!(typed.len(), n_lines, "a word stands twice");
    }
}
