//! For each character the lines in which it stands: what a word's lines are chosen from before any is read.
//!
//! A word stands only where all its characters do. That leaves little more than the lines that hold it, so a keystroke
//! reads a few lines and not the text. It suits names, and the running text of a small library; the sets grow with the
//! lines times the characters, and a large library has `pairs`. It answers as `scan` does.

use crate::search::base::pattern::Needle;
use crate::search::base::set::Set;
use crate::search::text_index::char_numbers::Numbers;
use crate::search::text_index::lines::Prose;

/// The lines of one text by the characters in them.
#[derive(Default)]
pub(crate) struct Signs {
    numbers: Numbers,
    /// Lines by the numbers of characters.
    lines: Vec<Set>,
    n_lines: usize,
}

impl Signs {
    /// The signs of a text with a line feed behind each of its lines.
    pub(crate) fn of(blob: &str, n_lines: usize) -> Self {
        let numbers = Numbers::of(blob);
        let mut lines = vec![Set::new(n_lines); numbers.greatest() as usize + 1];
        for (line, text) in blob.lines().enumerate() {
            for c in text.chars() {
                if let Some(of_char) = lines.get_mut(numbers.get(c) as usize) {
                    of_char.insert(line);
                }
            }
        }
        Self { numbers, lines, n_lines }
    }

    /// The lines in which all the characters of a word may stand, in any order.
    pub(crate) fn candidates(&self, word: &str) -> Set {
        let mut of_chars = word.chars().filter_map(|c| self.lines.get(self.numbers.get(c) as usize));
        let mut candidates = of_chars.next().cloned().unwrap_or_else(|| Set::new(self.n_lines));
        of_chars.for_each(|lines| candidates.keep(lines));
        candidates
    }

    /// The lines in which the word stands.
    pub(crate) fn lines_with(&self, prose: &Prose, needle: &Needle) -> Set {
        let mut lines = self.candidates(needle.word());
        let mut chars = needle.word().chars();
        let is_sure = matches!((chars.next(), chars.next()), (Some(only), None) if self.numbers.is_own(only) && !needle.is_wary());
        if !is_sure {
            lines.retain(|line| needle.next(prose.text(line), 0).is_some());
        }
        lines
    }

    /// Bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        self.numbers.bytes() + self.lines.iter().map(|lines| size_of::<Set>() + lines.bytes()).sum::<usize>()
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
            let prose = Prose::of_lines(text);
            let signs = Signs::of(prose.blob(), prose.len());
            for word in ["卫生", "卫", "民政", "健康局", "局", "🚀", "🚂", "星", "一丁", "丁一", "无", "淀", "ab"]
            {
                let needle = Needle::new(word);
                assert_eq!(signs.lines_with(&prose, &needle), scan::lines_with(&prose, &needle), "{word}");
            }
        }
    }
}
