//! For each character the lines that hold it, so that few lines have to be read to find a word.
//!
//! A word occurs only where all its characters do, which leaves little more than the lines that hold it. The sets grow
//! with the number of lines times the number of characters, so this index is for names and for the running text of a
//! small library; a large library has the bigram index.

use crate::search::base::bit_set::BitSet;
use crate::search::base::bytes::{Reader, Writer};
use crate::search::base::pattern::Pattern;
use crate::search::text_index::char_numbers::CharNumbers;
use crate::search::text_index::lines::TextLines;

/// The lines of one text by the characters they hold.
#[derive(Default)]
pub(crate) struct CharIndex {
    numbers: CharNumbers,
    /// For each number of a character, the lines that hold the character.
    lines: Vec<BitSet>,
    n_lines: usize,
}

impl CharIndex {
    /// Indexes a text whose lines are each followed by a line feed.
    pub(crate) fn new(text: &str, n_lines: usize) -> Self {
        let numbers = CharNumbers::new(text);
        let mut lines = vec![BitSet::new(n_lines); numbers.max() as usize + 1];
        for (at, line) in text.lines().enumerate() {
            for c in line.chars() {
                if let Some(with_char) = lines.get_mut(numbers.get(c) as usize) {
                    with_char.insert(at);
                }
            }
        }
        Self { numbers, lines, n_lines }
    }

    /// Writes the index, to be read by [`CharIndex::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        self.numbers.write(out);
        out.list(&self.lines, |out, lines| lines.write(out));
        out.number(self.n_lines);
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self { numbers: CharNumbers::read(from)?, lines: from.list(BitSet::read)?, n_lines: from.number()? })
    }

    /// The lines that hold all the characters of a word, in any order. Some may not, as characters can share a number.
    pub(crate) fn candidates(&self, word: &str) -> BitSet {
        if !word.chars().all(|c| self.numbers.is_in_text(c)) {
            return BitSet::new(self.n_lines);
        }
        let mut by_char = word.chars().filter_map(|c| self.lines.get(self.numbers.get(c) as usize));
        let mut candidates = by_char.next().cloned().unwrap_or_else(|| BitSet::new(self.n_lines));
        by_char.for_each(|lines| candidates.intersect_with(lines));
        candidates
    }

    /// The lines that hold the word.
    pub(crate) fn lines_with(&self, lines: &TextLines, pattern: &Pattern) -> BitSet {
        let mut found = self.candidates(pattern.word());
        let mut chars = pattern.word().chars();
        let is_certain = match (chars.next(), chars.next()) {
            (Some(only), None) => self.numbers.is_unique(only) && !pattern.has_exceptions(),
            _ => false,
        };
        if !is_certain {
            found.retain(|line| pattern.find_from(lines.line(line), 0).is_some());
        }
        found
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.numbers.bytes() + self.lines.iter().map(|lines| size_of::<BitSet>() + lines.bytes()).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::text_index::scan;

    #[test]
    fn answers_as_the_scan_does() {
        // More characters than there are numbers, and one beyond the plane.
        let many: String = (0x4e00..0x6e00).filter_map(char::from_u32).collect();
        for text in ["卫生健康局\n人民政府\n民政局、卫生\n健康\n生卫\n🚀星", many.as_str(), ""] {
            let lines = TextLines::from_text(text);
            let index = CharIndex::new(lines.folded(), lines.len());
            for word in ["卫生", "卫", "民政", "健康局", "局", "🚀", "🚂", "星", "一丁", "丁一", "无", "淀", "ab"]
            {
                let pattern = Pattern::new(word);
                assert_eq!(index.lines_with(&lines, &pattern), scan::lines_with(&lines, &pattern), "{word}");
            }
        }
    }
}
