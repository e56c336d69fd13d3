//! A folded word to look for in folded text, without the places where it only seems to stand.
//!
//! Chinese is written without spaces, so the characters of a short word may be the end of one word and the beginning of
//! the next: 民政 in 人民政府. The few such words that are names of offices are listed; nothing is guessed. A number is
//! no part of a longer one: 7% stands in 7%, not in 97% or 12.7%.

use memchr::memmem;

use crate::lexicon::office_in_text::FALSE_MATCHES;

/// A folded word, prepared for repeated searching.
pub(crate) struct Pattern<'a> {
    word: &'a str,
    finder: memmem::Finder<'a>,
    /// The longer texts of [`FALSE_MATCHES`] for this word, and the byte at which the word begins in each.
    false_matches: Vec<(&'static str, usize)>,
    /// Whether the word begins with a digit, and whether it ends with one.
    digits: [bool; 2],
    n_chars: u32,
}

impl<'a> Pattern<'a> {
    pub(crate) fn new(word: &'a str) -> Self {
        let listed = FALSE_MATCHES.iter().filter(|(known, _)| *known == word);
        let false_matches = listed.filter_map(|(_, longer)| longer.find(word).map(|at| (*longer, at))).collect();
        Self {
            word,
            finder: memmem::Finder::new(word),
            false_matches,
            digits: [
                word.starts_with(|c: char| c.is_ascii_digit()),
                word.ends_with(|c: char| c.is_ascii_digit()) && !begins_year(word),
            ],
            n_chars: u32::try_from(word.chars().count()).unwrap_or(u32::MAX),
        }
    }

    pub(crate) fn word(&self) -> &'a str {
        self.word
    }

    /// The length of the word in characters.
    pub(crate) fn n_chars(&self) -> u32 {
        self.n_chars
    }

    /// Whether the word has false matches, so that each place must be looked at.
    pub(crate) fn has_exceptions(&self) -> bool {
        !self.false_matches.is_empty() || self.digits != [false, false]
    }

    /// Whether the word ends with a number that another digit would make a different one.
    pub(crate) fn ends_number(&self) -> bool {
        let [_, ends] = self.digits;
        ends
    }

    /// Whether the word occurs at this byte of the text.
    pub(crate) fn occurs_at(&self, text: &str, at: usize) -> bool {
        let there = text.as_bytes().get(at..at + self.word.len());
        there == Some(self.word.as_bytes()) && !self.is_false_match(text, at)
    }

    /// The bytes at which the word occurs, in order and without overlap.
    pub(crate) fn find_all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.find_from(text, from)?;
            // An empty word, which nobody looks for, must not be found at one place for ever.
            from = at + self.word.len().max(1);
            Some(at)
        })
    }

    /// The first byte, not before `from`, at which the word occurs.
    pub(crate) fn find_from(&self, text: &str, from: usize) -> Option<usize> {
        let mut from = from;
        loop {
            let at = from + self.finder.find(text.as_bytes().get(from..)?)?;
            if !self.is_false_match(text, at) {
                return Some(at);
            }
            from = at + self.word.len();
        }
    }

    fn is_false_match(&self, text: &str, at: usize) -> bool {
        self.is_part_of_number(text.as_bytes(), at)
            || self.false_matches.iter().any(|(longer, offset)| {
                at.checked_sub(*offset).and_then(|from| text.get(from..)).is_some_and(|rest| rest.starts_with(longer))
            })
    }
}

impl Pattern<'_> {
    /// Whether the number at the beginning or the end of the word goes on in the text around it.
    fn is_part_of_number(&self, text: &[u8], at: usize) -> bool {
        let is_digit = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit);
        let is_point = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b'.');
        let (before, end) = (at.checked_sub(1), Some(at + self.word.len()));
        let [begins, ends] = self.digits;
        begins && (is_digit(before) || is_point(before) && is_digit(at.checked_sub(2)))
            || ends && (is_digit(end) || is_point(end) && is_digit(end.map(|end| end + 1)))
    }
}

/// Whether somebody may be typing a year: its first two or three digits.
fn begins_year(word: &str) -> bool {
    matches!(word.len(), 2 | 3) && (word.starts_with("19") || word.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_bounds() {
        for (word, text, expected) in [
            ("7%", "由7%提高到97%和12.7%", 1),
            ("80", "达到80%，共800张、1.80", 1),
            ("202", "到2025年", 1),
            ("2025", "到2025年", 1),
            ("97", "97.5%，97。", 1),
            ("pm2.5", "pm2.5", 1),
        ] {
            let pattern = Pattern::new(word);
            assert_eq!(pattern.find_all(text).count(), expected, "{word} {text}");
            assert_eq!(pattern.find_from(text, 0), pattern.find_all(text).next());
        }
    }

    #[test]
    fn words_across_a_boundary_are_no_hits() {
        for (word, text, expected) in [
            ("民政", "市人民政府、市民政局", 1),
            ("民政", "人民政府", 0),
            ("民政局", "市民政局", 1),
            ("科协", "多学科协作，市科协", 1),
            ("健康", "健康健康", 2),
        ] {
            let pattern = Pattern::new(word);
            assert_eq!(pattern.find_all(text).count(), expected, "{word} {text}");
            assert_eq!(pattern.find_from(text, 0), pattern.find_all(text).next());
        }
    }
}
