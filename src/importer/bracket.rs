//! Brackets: round ones of full and half width, which nest (`各县（市、区）政府`), and the square ones that some plans put around
//! a clause (`【责任单位：市教育局】`).
//!
//! A bracket that is never closed, or closes without having been opened, counts as text.

use crate::lexicon::Chars;
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS, QUOTE_PAIRS};

/// The brackets of a group of places within another bracket: 各区、县〈市〉政府.
const INNER_OPENER: char = '〈';
const INNER_CLOSER: char = '〉';

/// The outermost brackets of any kind, each as the byte offsets of the opening one and behind the closing one.
pub(super) fn top_level(text: &str) -> Vec<(usize, usize)> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        if BRACKET_OPENERS.contains(c) {
            open.push((c, at));
        } else if BRACKET_CLOSERS.contains(c)
            && let Some((_, start)) = open.pop_if(|(opener, _)| is_round(*opener) == is_round(c))
        {
            while found.last().is_some_and(|last| last.0 > start) {
                found.pop();
            }
            found.push((start, at + c.len_utf8()));
        }
    }
    found
}

/// The stretches in pointed brackets or quotation marks, the innermost ones, as byte offsets like those of [`top_level`].
pub(super) fn quoted(text: &str) -> Vec<(usize, usize)> {
    let mut open: Option<(char, usize)> = None;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let pair = |is_of: &dyn Fn(char, char) -> bool| {
            QUOTE_PAIRS.iter().filter_map(ends).find(|(opener, closer)| is_of(*opener, *closer))
        };
        if pair(&|opener, _| opener == c).is_some() {
            open = Some((c, at));
        } else if let Some((opener, start)) = open
            && pair(&|one, closer| one == opener && closer == c).is_some()
        {
            found.push((start, at + c.len_utf8()));
            open = None;
        }
    }
    found
}

/// The text inside the quotation marks or pointed brackets around the whole of it; any other text unchanged.
pub(super) fn inside_quotes(raw: &str) -> &str {
    let stripped = |pair: &&str| ends(pair).and_then(|(opener, closer)| raw.strip_prefix(opener)?.strip_suffix(closer));
    QUOTE_PAIRS.iter().find_map(|pair| stripped(&pair)).unwrap_or(raw)
}

/// The opening and the closing mark of a pair.
fn ends(pair: &str) -> Option<(char, char)> {
    pair.chars().next().zip(pair.chars().next_back())
}

/// The text inside the bracket that encloses it; a text without such a bracket unchanged.
pub(super) fn inside(raw: &str) -> &str {
    let raw = raw.trim();
    let inner = BRACKET_OPENERS.strip_prefix(raw).and_then(|inner| BRACKET_CLOSERS.strip_suffix(inner));
    inner.filter(|_| matches!(top_level(raw).as_slice(), [(0, end)] if *end == raw.len())).unwrap_or(raw)
}

fn is_round(c: char) -> bool {
    is_open(c) || is_close(c)
}

/// Splits at the separators that are outside of every bracket. Empty parts, as behind a dangling 、, are left out.
pub(super) fn split<'a>(text: &'a str, separators: &Chars) -> Vec<&'a str> {
    let mut depth = 0usize;
    let parts = text.split(move |c: char| {
        if BRACKET_OPENERS.contains(c) || c == INNER_OPENER {
            depth += 1;
        } else if BRACKET_CLOSERS.contains(c) || c == INNER_CLOSER {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && separators.contains(c)
    });
    parts.filter(|part| !part.trim().is_empty()).collect()
}

/// Whether every bracket has its partner. The single closing bracket of an ordinal, as in `1）`, does not count.
pub(super) fn is_balanced(text: &str) -> bool {
    let mut depth = 0usize;
    let mut before = ' ';
    for c in text.chars() {
        if is_open(c) {
            depth += 1;
        } else if is_close(c) && !(depth == 0 && before.is_ascii_digit()) {
            let Some(less) = depth.checked_sub(1) else { return false };
            depth = less;
        }
        before = c;
    }
    depth == 0
}

fn is_open(c: char) -> bool {
    matches!(c, '（' | '(')
}

fn is_close(c: char) -> bool {
    matches!(c, '）' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::clause::UNIT_SEPARATORS;

    #[test]
    fn brackets_nest() {
        let text = "甲（各县（市、区）政府）乙(丙";
        let got: Vec<&str> = top_level(text).iter().filter_map(|(from, to)| text.get(*from..*to)).collect();
        assert_eq!(got, ["（各县（市、区）政府）"]);
    }

    #[test]
    fn an_open_bracket_hides_none_that_closes() {
        let text = "（甲（乙负责）";
        let got: Vec<&str> = top_level(text).iter().filter_map(|(from, to)| text.get(*from..*to)).collect();
        assert_eq!(got, ["（乙负责）"]);
    }

    #[test]
    fn separators_inside_a_bracket_do_not_split() {
        assert_eq!(split("市教育局、各县（市、区）政府、", &UNIT_SEPARATORS), ["市教育局", "各县（市、区）政府"]);
    }
}
