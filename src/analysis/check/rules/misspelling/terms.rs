//! Terms with a fixed wording that a text prints with another character (突发公共卫生时间), with one too few (未成人), with one
//! twice (监督管管理), or with two that changed places. What else a plan misspells is judged by its own phrases.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::term::{CLOSED_TERMS, RARE_CHARS, RARE_WORDS, RIGHT_ALIKE, SHAPES, SHORT_COMPLETE, TERMS};
use crate::text::pinyin;

/// Fewest characters of a term that is recognized although one is left out, or two have changed places.
const LONG: usize = 5;

/// How many characters of a term make room for one that sounds or looks alike.
const ALIKE_SHARE: usize = 3;

/// Characters on each side of a fault that a right word may take in.
const REACH: usize = 4;

/// A stretch of a text that is a term but for a slip.
pub(super) struct Slip {
    pub(super) from: usize,
    /// Behind its last character.
    pub(super) to: usize,
    /// The term as it is usually written.
    pub(super) usual: String,
}

/// The terms by their first and by their second character, so that either may be the wrong one.
pub(super) struct Terms {
    all: Vec<Vec<char>>,
    by_first: FxHashMap<char, Vec<usize>>,
    by_second: FxHashMap<char, Vec<usize>>,
    right_alike: Vec<Vec<char>>,
}

impl Terms {
    pub(super) fn new() -> Self {
        let terms: Vec<Vec<char>> = TERMS.iter().map(|term| term.chars().collect()).collect();
        let index = |at: usize| {
            let mut index: FxHashMap<char, Vec<usize>> = FxHashMap::default();
            for (number, term) in terms.iter().enumerate() {
                index.entry(term.get(at).copied().unwrap_or_default()).or_default().push(number);
            }
            index
        };
        let (by_first, by_second) = (index(0), index(1));
        let right_alike = RIGHT_ALIKE.iter().map(|word| word.chars().collect()).collect();
        Self { all: terms, by_first, by_second, right_alike }
    }

    /// The slips in the terms of a text, the longest at each place, in its order.
    pub(super) fn slips(&self, chars: &[char]) -> Vec<Slip> {
        let mut slips: Vec<Slip> = Vec::new();
        for at in 0..chars.len() {
            let found = self.slip_at(chars, at).or_else(|| rare_char(chars, at));
            let Some(slip) = found else { continue };
            match slips.last_mut() {
                Some(last) if slip.from < last.to && slip.to - slip.from <= last.to - last.from => {}
                Some(last) if slip.from < last.to => *last = slip,
                _ => slips.push(slip),
            }
        }
        slips
    }

    /// The longest slip in a term that begins at a position.
    fn slip_at(&self, chars: &[char], at: usize) -> Option<Slip> {
        fn numbered<'i>(index: &'i FxHashMap<char, Vec<usize>>, c: Option<&char>) -> &'i [usize] {
            c.and_then(|c| index.get(c)).map(Vec::as_slice).unwrap_or_default()
        }
        let by_first = numbered(&self.by_first, chars.get(at));
        let by_second = numbered(&self.by_second, chars.get(at + 1));
        let candidates = by_first.iter().chain(by_second).filter_map(|number| self.all.get(*number));
        // A term that stands there whole is no slip in a longer one.
        let slips = candidates.filter_map(|term| {
            let (length, fault) = slip_in(chars, at, term)?;
            let is_right = self.is_right(chars, at + fault) || self.is_whole_term(chars, at, length);
            (!is_right).then(|| Slip { from: at, to: at + length, usual: term.iter().collect() })
        });
        slips.max_by_key(|slip| slip.to)
    }

    /// Whether a word that is right although it resembles a term takes in a position.
    fn is_right(&self, chars: &[char], fault: usize) -> bool {
        let is_at = |word: &[char], from: usize| chars.get(from..from + word.len()) == Some(word);
        let takes_in = |word: &Vec<char>| (fault.saturating_sub(word.len() - 1)..=fault).any(|from| is_at(word, from));
        self.right_alike.iter().any(takes_in)
    }

    /// Whether the characters at a position are a term of the list, or begin one that goes on behind them.
    fn is_whole_term(&self, chars: &[char], at: usize, length: usize) -> bool {
        let numbers = chars.get(at).and_then(|c| self.by_first.get(c)).map(Vec::as_slice).unwrap_or_default();
        let mut terms = numbers.iter().filter_map(|number| self.all.get(*number));
        terms.any(|term| term.len() >= length && chars.get(at..at + term.len()) == Some(term))
    }
}

/// How many characters of the text are a term with a slip, and where in them the fault lies.
fn slip_in(chars: &[char], at: usize, term: &[char]) -> Option<(usize, usize)> {
    let rest = chars.get(at..)?;
    let n_same = rest.iter().zip(term).take_while(|(one, other)| one == other).count();
    let length = term.len();
    if n_same == length {
        return None;
    }
    let replaced = || rest.get(..length).and_then(|words| replaced_at(words, term)).map(|fault| (length, fault));
    let swapped = || {
        let (one, other) = (term.get(n_same)?, term.get(n_same + 1)?);
        let is_swapped = rest.get(n_same) == Some(other) && rest.get(n_same + 1) == Some(one);
        let goes_on = rest.get(n_same + 2..length) == term.get(n_same + 2..);
        (length >= LONG && n_same > 0 && one != other && is_swapped && goes_on).then_some((length, n_same))
    };
    let shortened = || {
        // A single character at either end may belong to another word: 健全健康信息平台, 人居环境治理.
        let inner = if length >= LONG { 2..length - 2 } else { 1..length - 1 };
        let is_inner = inner.contains(&n_same);
        let goes_on = rest.get(n_same..length - 1) == term.get(n_same + 1..);
        let is_complete = || length >= LONG || SHORT_COMPLETE.contains(&term.iter().collect::<String>());
        (is_inner && goes_on && is_complete()).then(|| (length - 1, n_same - 1))
    };
    let doubled = || {
        let is_inner = (2..length).contains(&n_same) && term.get(n_same.saturating_sub(1)) == rest.get(n_same);
        let goes_on = rest.get(n_same + 1..=length) == term.get(n_same..);
        (is_inner && goes_on).then_some((length + 1, n_same))
    };
    doubled().or_else(shortened).or_else(swapped).or_else(replaced)
}

/// Where some words differ from a term of their length, if they are that term but for characters that sound or look
/// alike, or but for one inner character of a long term.
fn replaced_at(words: &[char], term: &[char]) -> Option<usize> {
    let differing = || words.iter().zip(term).enumerate().filter(|(_, (one, other))| one != other);
    // Nearly every text differs in more characters than a slip: looked at first, and no further than that.
    let most = (term.len() / ALIKE_SHARE).max(1);
    let (first, _) = differing().next()?;
    if differing().nth(most).is_some() || !words.iter().all(|c| is_han(*c)) {
        return None;
    }
    let n_differing = differing().count();
    let is_few = n_differing * ALIKE_SHARE <= term.len();
    let is_inner = n_differing == 1 && first > 0 && first + 1 < term.len();
    let is_closed = || is_inner && CLOSED_TERMS.contains(&term.iter().collect::<String>());
    (is_few && differing().all(|(_, (one, other))| are_alike(*one, *other)) || is_closed()).then_some(first)
}

/// Whether two characters share a reading, or are mistaken for one another by their shape.
fn are_alike(one: char, other: char) -> bool {
    let (readings, others) = (pinyin::syllables(one), pinyin::syllables(other));
    readings.iter().any(|reading| others.contains(reading))
        || SHAPES.iter().any(|pair| pair.contains(one) && pair.contains(other))
}

/// A character that official writing does not use, outside the words that hold it rightly.
fn rare_char(chars: &[char], at: usize) -> Option<Slip> {
    let c = chars.get(at)?;
    let (_, meant) = RARE_CHARS.iter().find(|(rare, _)| rare.starts_with(*c))?;
    let from = at.saturating_sub(REACH);
    let around: String = chars.iter().skip(from).take(2 * REACH + 1).collect();
    if RARE_WORDS.is_in(&around) {
        return None;
    }
    // The character is quoted with its neighbours, as it says little alone.
    let is_word = |at: usize| chars.get(at).is_some_and(|c| is_han(*c));
    let start = if at.checked_sub(1).is_some_and(is_word) && !is_word(at + 1) { at - 1 } else { at };
    let to = at + 1 + usize::from(is_word(at + 1));
    let usual = chars.get(start..to)?.iter().map(|each| if each == c { *meant } else { *each }).collect();
    Some(Slip { from: start, to, usual })
}
