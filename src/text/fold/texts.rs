//! The texts of many entries, folded once and kept in one piece: a word is looked for in all of them in one run.

use memchr::memmem::Finder;

use super::fold_char;

/// The texts of entries in their order. A text of one entry never runs into the next.
#[derive(Clone, Debug, Default)]
pub struct FoldedTexts {
    text: String,
    /// Where each entry ends in the text.
    ends: Vec<usize>,
}

/// Stands behind each text. No word that is typed has it.
const BETWEEN: char = '\n';

impl FoldedTexts {
    /// Adds an entry of several texts.
    pub fn push<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        for text in texts {
            self.text.extend(text.chars().map(fold_char));
            self.text.push(BETWEEN);
        }
        self.ends.push(self.text.len());
    }

    /// Calls `found` with the position of each entry that holds a folded word in one of its texts. An empty word is in all of
    /// them.
    pub fn each_with(&self, word: &str, mut found: impl FnMut(usize)) {
        let finder = Finder::new(word);
        let (bytes, mut from) = (self.text.as_bytes(), 0);
        while let Some(at) = bytes.get(from..).and_then(|rest| finder.find(rest)) {
            let entry = self.ends.partition_point(|end| *end <= from + at);
            let Some(end) = self.ends.get(entry) else { return };
            found(entry);
            from = *end;
        }
    }

    /// Returns the memory that is not needed.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_their_own_texts() {
        let mut texts = FoldedTexts::default();
        texts.push(["健康", "素養"]);
        texts.push([]);
        texts.push(["ＡＢＣ", "健康 素养"]);
        texts.push(["养"]);
        for (word, expected) in [
            ("健康", &[0, 2][..]),
            ("素养", &[0, 2]),
            ("abc", &[2]),
            ("康素", &[]),
            ("养", &[0, 2, 3]),
            ("没有", &[]),
            ("", &[0, 2, 3]),
        ] {
            let mut found = Vec::new();
            texts.each_with(word, |at| found.push(at));
            assert_eq!(found, expected, "{word}");
        }
    }
}
