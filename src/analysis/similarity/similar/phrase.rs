//! The phrases that two texts share, character by character as printed.
//!
//! A phrase extends as far as both texts agree, from the start of a word to the end of one, and ends with the sentence at
//! the latest. Knows two texts and nothing else.

use std::cell::LazyCell;
use std::iter;

use crate::analysis::similarity::similar::gram::{self, ByGram, LONGEST_GRAM};
use crate::analysis::similarity::similar::weight::{LONGEST_TEXT, MOST_PLACES, SHORTEST_PHRASE};
use crate::lexicon::punctuation::{CLOSERS, OPENERS, PHRASE_ENDS};
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::text::words;

/// A text prepared for comparison with many others.
#[derive(Clone, Debug)]
pub(super) struct Phrases {
    letters: Vec<char>,
    /// For each place, and the end, whether a word begins or ends there.
    borders: Vec<bool>,
    /// The last place at which each gram begins.
    last: ByGram<usize>,
    /// For each place, the place before it at which an equal gram begins.
    before: Vec<Option<usize>>,
}

impl Phrases {
    /// Prepares a text; only its first [`LONGEST_TEXT`] characters are searched.
    pub(super) fn new(text: &str) -> Self {
        let letters = letters(text);
        let mut last = ByGram::default();
        let place = |(at, letters): (usize, &[char])| last.insert(gram::pack(letters), at);
        let before = letters.windows(LONGEST_GRAM).enumerate().map(place).collect();
        Self { borders: borders(&letters), letters, last, before }
    }

    /// The phrases of at least [`SHORTEST_PHRASE`] characters that both texts contain, the longest first, equally long
    /// ones in the order of the other text. None is part of another. Punctuation and white space
    /// at their ends are cut off.
    pub(super) fn shared(&self, other: &str) -> Vec<String> {
        let other = letters(other);
        let theirs = LazyCell::new(|| borders(&other));
        let mut runs: Vec<&[char]> = Vec::new();
        for (at, start) in other.windows(LONGEST_GRAM).enumerate() {
            let previous = |place: &usize| self.before.get(*place).copied().flatten();
            let places = iter::successors(self.last.get(&gram::pack(start)).copied(), previous).take(MOST_PLACES);
            let longest = places.filter_map(|place| Some((run(&self.letters, place, &other, at)?, place))).max();
            if let Some((length, place)) = longest.filter(|(length, _)| *length >= SHORTEST_PHRASE) {
                let is_border = |step: &usize| {
                    let has = |borders: &[bool], from: usize| borders.get(from + step).copied().unwrap_or_default();
                    has(&self.borders, place) && has(&theirs, at)
                };
                let from = (0..length).find(is_border).unwrap_or(length);
                let to = (from..=length).rev().find(is_border).unwrap_or(from);
                runs.extend(other.get(at + from..at + to).map(trimmed));
            }
        }
        runs.retain(|run| run.len() >= SHORTEST_PHRASE);
        runs.sort_by_key(|run| std::cmp::Reverse(run.len()));
        let mut phrases: Vec<String> = Vec::new();
        for run in runs {
            let phrase: String = run.iter().collect();
            if !phrases.iter().any(|longer| longer.contains(&phrase)) {
                phrases.push(phrase);
            }
        }
        phrases
    }
}

fn letters(text: &str) -> Vec<char> {
    text.chars().take(LONGEST_TEXT).collect()
}

/// For each place of a text, and its end, whether a word begins or ends there.
fn borders(letters: &[char]) -> Vec<bool> {
    let text: String = letters.iter().collect();
    let mut borders = vec![false; letters.len() + 1];
    let mut at = 0;
    for length in words::split(&text).iter().map(|piece| piece.text.chars().count()).chain([0]) {
        if let Some(border) = borders.get_mut(at) {
            *border = true;
        }
        at += length;
    }
    borders
}

/// The number of characters that agree from these places on; `None` if the characters before them agree as well, so
/// that the phrase began earlier.
fn run(one: &[char], from: usize, other: &[char], at: usize) -> Option<usize> {
    let before = |text: &[char], at: usize| at.checked_sub(1).and_then(|at| text.get(at)).copied();
    let earlier = before(one, from).filter(|mark| !is_end(*mark));
    if earlier.is_some() && earlier == before(other, at) {
        return None;
    }
    let pairs = one.get(from..)?.iter().zip(other.get(at..)?);
    Some(pairs.take_while(|(one, other)| one == other && !is_end(**one)).count())
}

/// Whether a phrase ends at this character.
fn is_end(mark: char) -> bool {
    PHRASE_ENDS.contains(mark) || matches!(mark, '\n' | '\t' | '\r')
}

/// A run without marks, white space, 的 and conjunctions at its ends, and without the rest of a clause too short
/// to be a phrase (`…情况监管，减少`). A closed bracket or quotation stays whole.
fn trimmed(run: &[char]) -> &[char] {
    let keeps = |mark: &char| mark.is_alphanumeric() || "%％‰".contains(*mark);
    let joins = |mark: &char| *mark == '的' || CONJUNCTION_CHARS.contains(*mark);
    let opens = |mark: &char| (keeps(mark) && !joins(mark)) || OPENERS.contains(*mark);
    let closes = |mark: &char| (keeps(mark) && !joins(mark)) || CLOSERS.contains(*mark);
    let is_comma = |mark: &char| *mark == '，';
    let mut run = run;
    loop {
        let from = run.iter().position(opens).unwrap_or(run.len());
        let to = run.iter().rposition(closes).map_or(from, |last| last + 1);
        run = run.get(from..to).unwrap_or_default();
        let first = run.iter().position(is_comma).filter(|comma| *comma < SHORTEST_PHRASE);
        let last = run.iter().rposition(is_comma).filter(|comma| run.len() - comma <= SHORTEST_PHRASE);
        run = match (first, last) {
            (Some(comma), _) => run.get(comma..).unwrap_or_default(),
            (None, Some(comma)) => run.get(..comma).unwrap_or_default(),
            (None, None) => return run,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_comes_first_and_none_is_within_another() {
        let cases: [(&str, &str, &[&str]); 11] = [
            ("促进残疾人健康", "维护残疾人健康", &["残疾人健康"]),
            ("加强健康教育。开展健康促进", "开展健康促进，加强健康教育", &["开展健康促进", "加强健康教育"]),
            ("加强健康教育，开展健康促进", "大力加强健康教育，开展健康促进工作", &["加强健康教育，开展健康促进"]),
            ("甲乙丙丁。戊己庚辛", "甲乙丙丁。戊己庚辛", &["甲乙丙丁", "戊己庚辛"]),
            ("重点人群，健康管理", "一般人群，健康管理", &["健康管理"]),
            ("加强情况监管，减少伤害", "安全情况监管，减少事故", &["情况监管"]),
            ("加强建设，提升能力", "着力建设，提升水平", &[]),
            ("，健康管理，", "（一）、，健康管理，", &["健康管理"]),
            ("提高居民健康素养水平", "全民健康素养水平提高", &["健康素养水平"]),
            ("甲乙丙", "甲乙丙", &[]),
            ("", "甲乙丙丁", &[]),
        ];
        for (one, other, expected) in cases {
            assert_eq!(Phrases::new(one).shared(other), expected, "{one} | {other}");
        }
    }

    #[test]
    fn one_repeated_character_takes_little_time() {
        let long = "康".repeat(100_000);
        assert_eq!(Phrases::new(&long).shared(&long).len(), 1);
    }
}
