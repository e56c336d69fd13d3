//! What stands around a number in a text: its sentence, the words right before it, the year that its sentence names.

use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::punctuation::{ROUND_BRACKETS, SENTENCE_ENDS};

/// Most characters before a number that are read for its name.
const LONGEST_RUN: usize = 44;

/// Most characters before a position that are searched for the beginning of its sentence.
const LONGEST_SENTENCE: usize = 1000;

/// Where the sentence of a position begins; in one without an end, some way before the position.
pub(crate) fn sentence_of(chars: &[char], at: usize) -> usize {
    let from = at.saturating_sub(LONGEST_SENTENCE);
    let before = chars.get(from..at).unwrap_or_default();
    before.iter().rposition(|c| SENTENCE_ENDS.contains(*c) || *c == '；').map_or(from, |end| from + end + 1)
}

/// The Chinese characters and brackets right before a position.
pub(crate) fn run_before(chars: &[char], at: usize) -> String {
    let before = chars.get(..at).unwrap_or_default();
    let is_of_run = |c: &&char| is_han(**c) || ROUND_BRACKETS.contains(**c) || matches!(c, '“' | '”');
    let length = before.iter().rev().take(LONGEST_RUN).take_while(is_of_run).count();
    before.get(at - length..).unwrap_or_default().iter().collect()
}

/// The last year that a sentence names before a position, as digits; empty where it names none.
pub(crate) fn year_before(chars: &[char], sentence: usize, at: usize) -> String {
    let text: String = chars.get(sentence..at).unwrap_or_default().iter().collect();
    let head = text.rsplit_once('年').map_or("", |(head, _)| head);
    let digits: Vec<char> = head.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.into_iter().rev().collect()
}
