//! A sentence prepared for reading: its characters as printed and, one for one, folded for comparison.
//!
//! What stands in 《》 and “” is a name and is blanked in the folded characters, so that no year or number in it counts
//! (《健康中国行动（2019—2030年）》, “1-3-7”). Five-year periods (“十四五”) stay: they tell the time.

use std::ops::Range;

use crate::lexicon::punctuation::{CLAUSE_BREAKS, SENTENCE_ENDS};
use crate::text::fold::fold_char;

/// Takes the place of a folded character that must not be read.
const BLANK: char = '□';

/// Longest name between quotation marks, in characters. Anything longer is a quoted sentence or an unclosed mark.
const LONGEST_NAME: usize = 60;

/// One sentence of a paragraph, with its characters.
pub(in crate::analysis) struct Sentence {
    /// Its start in the paragraph, in characters.
    pub(in crate::analysis) at: usize,
    /// Its characters as printed.
    pub(in crate::analysis) printed: Vec<char>,
    /// Its characters folded, with names blanked.
    pub(super) folded: Vec<char>,
}

impl Sentence {
    /// The sentences of a paragraph, each with its full stop.
    pub(in crate::analysis) fn all(paragraph: &str) -> Vec<Self> {
        let mut sentences = Vec::new();
        let mut printed: Vec<char> = Vec::new();
        for (at, mark) in paragraph.chars().enumerate() {
            printed.push(mark);
            if SENTENCE_ENDS.contains(mark) {
                sentences.push(Self::new(at + 1, std::mem::take(&mut printed)));
            }
        }
        if !printed.is_empty() {
            sentences.push(Self::new(paragraph.chars().count(), printed));
        }
        sentences
    }

    fn new(end: usize, printed: Vec<char>) -> Self {
        let mut folded: Vec<char> = printed.iter().copied().map(fold_char).collect();
        for (open, close) in [('《', '》'), ('“', '”'), ('「', '」')] {
            blank(&printed, &mut folded, open, close);
        }
        blank_names_of_kinds(&printed, &mut folded);
        Self { at: end - printed.len(), printed, folded }
    }

    /// The printed text at a range of its characters.
    pub(super) fn print(&self, range: Range<usize>) -> String {
        self.printed.get(range).unwrap_or_default().iter().collect()
    }

    /// Whether it may hold a number: it has a digit, or a share in words (百分之).
    pub(super) fn may_hold_figure(&self) -> bool {
        self.folded.iter().any(|mark| mark.is_ascii_digit() || *mark == '百')
    }

    /// Whether a place lies in its first clause.
    pub(super) fn opens_with(&self, at: usize) -> bool {
        !self.printed.iter().take(at).any(|mark| CLAUSE_BREAKS.contains(*mark))
    }

    /// Whether a word stands anywhere in the folded characters.
    pub(super) fn contains(&self, word: &str) -> bool {
        let Some(first) = word.chars().next() else { return true };
        self.folded.iter().enumerate().any(|(at, mark)| *mark == first && self.has_at(at, word))
    }

    /// Whether a word begins at this place of the folded characters.
    pub(super) fn has_at(&self, at: usize, word: &str) -> bool {
        let mut rest = self.folded.get(at..).unwrap_or_default().iter();
        word.chars().all(|mark| rest.next() == Some(&mark))
    }

    /// Whether a word ends right before this place of the folded characters.
    pub(super) fn has_before(&self, at: usize, word: &str) -> bool {
        at.checked_sub(word.chars().count()).is_some_and(|from| self.has_at(from, word))
    }
}

/// Blanks the characters between two marks, unless they are a five-year period or too long for a name.
fn blank(printed: &[char], folded: &mut [char], open: char, close: char) {
    let mut opened = None;
    for (at, mark) in printed.iter().enumerate() {
        if *mark == open {
            opened = Some(at + 1);
        } else if *mark == close
            && let Some(from) = opened.take()
            && at - from <= LONGEST_NAME
            && !is_period(folded.get(from..at).unwrap_or_default())
        {
            folded.get_mut(from..at).unwrap_or_default().fill(BLANK);
        }
    }
}

/// Blanks the number before a single capital letter, which is the name of a kind and no value: 5G, 4A级景区.
fn blank_names_of_kinds(printed: &[char], folded: &mut [char]) {
    for at in 1..printed.len() {
        let is_capital = |at: usize| printed.get(at).is_some_and(char::is_ascii_uppercase);
        let is_word = printed.get(at + 1).is_some_and(|next| next.is_alphanumeric() && !next.is_ascii());
        if is_capital(at)
            && is_word
            && let Some(digit) = folded.get_mut(at - 1).filter(|digit| digit.is_ascii_digit())
        {
            *digit = BLANK;
        }
    }
}

/// Whether these characters are a five-year period: 十三五, 十四五.
fn is_period(folded: &[char]) -> bool {
    folded.len() == 3 && folded.first() == Some(&'十') && folded.last() == Some(&'五')
}
