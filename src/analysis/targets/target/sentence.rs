//! A sentence made ready for reading: its characters as printed and, one for one, as they are compared.
//!
//! What stands in 《》 and “” is a name and is blanked in the second row, so that no year or number in it counts
//! (《健康中国行动（2019—2030年）》, “1-3-7”). Five-year periods (“十四五”) stay: they say when.

use crate::text::fold::fold_char;

/// Stands for a character that is not to be read.
const BLANK: char = '□';

/// Longest name between quotation marks, in characters; more is a quoted sentence, or a mark that nobody closed.
const LONGEST_NAME: usize = 60;

/// A sentence of a paragraph.
pub(in crate::analysis) struct Sentence {
    /// Where it begins in its paragraph, in characters.
    pub(in crate::analysis) at: usize,
    /// Its characters.
    pub(in crate::analysis) printed: Vec<char>,
    /// The same folded, names blanked.
    pub(super) read: Vec<char>,
}

impl Sentence {
    /// The sentences of a paragraph, each with its full stop.
    pub(in crate::analysis) fn all(paragraph: &str) -> Vec<Self> {
        let mut sentences = Vec::new();
        let mut printed: Vec<char> = Vec::new();
        for (at, mark) in paragraph.chars().enumerate() {
            printed.push(mark);
            if matches!(mark, '。' | '！' | '？') {
                sentences.push(Self::new(at + 1, std::mem::take(&mut printed)));
            }
        }
        if !printed.is_empty() {
            sentences.push(Self::new(paragraph.chars().count(), printed));
        }
        sentences
    }

    fn new(end: usize, printed: Vec<char>) -> Self {
        let mut read: Vec<char> = printed.iter().copied().map(fold_char).collect();
        for (open, close) in [('《', '》'), ('“', '”'), ('「', '」')] {
            blank(&printed, &mut read, open, close);
        }
        Self { at: end - printed.len(), printed, read }
    }

    /// Whether a number can stand in it: a digit, or a share in words (百分之).
    pub(super) fn may_hold_figure(&self) -> bool {
        self.read.iter().any(|mark| mark.is_ascii_digit() || *mark == '百')
    }

    /// Whether the folded text holds a word.
    pub(super) fn holds(&self, word: &str) -> bool {
        let Some(first) = word.chars().next() else { return true };
        self.read.iter().enumerate().any(|(at, mark)| *mark == first && self.has(at, word))
    }

    /// Whether a word begins at a place.
    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        let mut rest = self.read.get(at..).unwrap_or_default().iter();
        word.chars().all(|mark| rest.next() == Some(&mark))
    }

    /// Whether a word ends before a place.
    pub(super) fn has_before(&self, at: usize, word: &str) -> bool {
        at.checked_sub(word.chars().count()).is_some_and(|from| self.has(from, word))
    }
}

/// Blanks what stands between two marks, unless it is a five-year period or too long for a name.
fn blank(printed: &[char], read: &mut [char], open: char, close: char) {
    let mut opened = None;
    for (at, mark) in printed.iter().enumerate() {
        if *mark == open {
            opened = Some(at + 1);
        } else if *mark == close
            && let Some(from) = opened.take()
            && at - from <= LONGEST_NAME
            && !is_period(read.get(from..at).unwrap_or_default())
        {
            read.get_mut(from..at).unwrap_or_default().fill(BLANK);
        }
    }
}

/// Whether characters are a five-year period: 十三五, 十四五.
fn is_period(read: &[char]) -> bool {
    read.len() == 3 && read.first() == Some(&'十') && read.last() == Some(&'五')
}
