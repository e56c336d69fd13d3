//! The number that begins at a place of a clause: digits with groups of three, a range, a ratio, a share or points in words.

use crate::lexicon::heading::NUMERAL_CHARS;
use crate::lexicon::unit::POINTS;
use crate::text::numeral;

/// Characters of a share in words that are read.
const REACH: usize = 14;

/// The number at a position: its digits, its end, and whether it is a range or a ratio.
pub(super) fn at(folded: &[char], at: usize) -> Option<(String, usize, bool)> {
    let mark = |at: usize| folded.get(at).copied();
    if let Some(words) = han_share(folded, at).or_else(|| han_points(folded, at)) {
        return Some(words);
    }
    mark(at).filter(char::is_ascii_digit)?;
    let run = |from: usize| {
        (from..folded.len())
            .find(|at| !folded.get(*at).is_some_and(|c| c.is_ascii_digit() || *c == '.'))
            .unwrap_or(folded.len())
    };
    let mut end = run(at);
    // 1,200: a comma between groups of three digits.
    while mark(end) == Some(',') && run(end + 1) == end + 4 && mark(end + 4).is_none_or(|c| !c.is_ascii_digit()) {
        end += 4;
    }
    let digits: String = folded.get(at..end)?.iter().filter(|c| **c != ',').collect();
    let joins = |at: usize| {
        matches!(mark(at), Some('-' | '~' | ':' | '至' | '到')) && mark(at + 1).is_some_and(|c| c.is_ascii_digit())
    };
    let is_span = joins(end) || (matches!(mark(end), Some('%' | '‰' | '万' | '亿')) && joins(end + 1));
    if is_span {
        let second = if joins(end) { end + 1 } else { end + 2 };
        end = run(second);
        // 1:0.62:0.78 is a ratio of three.
        while mark(end) == Some(':') && joins(end) {
            end = run(end + 1);
        }
    }
    Some((digits.trim_end_matches('.').to_owned(), end, is_span))
}

/// Whether the number at a position is the second of a range: 100万 of 50万至100万.
pub(super) fn closes_span(folded: &[char], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|at| folded.get(at));
    let is_joint = before(1).is_some_and(|mark| matches!(mark, '至' | '到'));
    is_joint && before(2).is_some_and(|mark| mark.is_ascii_digit() || matches!(mark, '万' | '亿' | '%' | '‰'))
}

/// The share in words at a position: 百分之九十五 is read as 95%.
fn han_share(folded: &[char], at: usize) -> Option<(String, usize, bool)> {
    let opens = "百分之".chars().eq(folded.iter().skip(at).take(3).copied());
    let is_numeral = |mark: &char| NUMERAL_CHARS.contains(*mark) || mark.is_ascii_digit() || matches!(mark, '点' | '.');
    let n_marks = folded.iter().skip(at + 3).take(REACH).take_while(|mark| is_numeral(mark)).count();
    let text: String = folded.get(at..at + 3 + n_marks).filter(|_| opens)?.iter().collect();
    Some((format!("{}%", numeral::percent(&text)?), at + 3 + n_marks, false))
}

/// The number in words at a position, if points are counted by it: 两 of 两个百分点 is read as 2.
fn han_points(folded: &[char], at: usize) -> Option<(String, usize, bool)> {
    let is_numeral = |mark: &char| NUMERAL_CHARS.contains(*mark) || *mark == '两';
    let n_marks = folded.iter().skip(at).take(REACH).take_while(|mark| is_numeral(mark)).count();
    let follows = at.checked_sub(1).and_then(|before| folded.get(before)).is_some_and(is_numeral);
    let after: String = folded.iter().skip(at + n_marks).take(REACH).collect();
    let text: String = folded.get(at..at + n_marks)?.iter().collect();
    let number = if text == "两" { Some(2) } else { numeral::parse(&text) };
    number
        .filter(|_| n_marks > 0 && !follows && POINTS.begins(&after))
        .map(|number| (number.to_string(), at + n_marks, false))
}
