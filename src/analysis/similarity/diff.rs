//! Compares two texts: which pieces both contain, which only one of them. Differences of layout are ignored.
//!
//! White space, full and half width and the form of quotation marks and dashes are ignored; a word of Latin letters or
//! a number differs as a whole. The longest common piece is found first, then the longest before and after it, and so
//! on, so that common pieces read as phrases and not as scattered characters. Written by hand because the diffs of
//! known crates are the shortest edits, which scatter Chinese text into single characters. Knows
//! two texts and nothing else.

use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;

use crate::lexicon::punctuation::CORNER_QUOTES;
use crate::text::fold::{fold_char, half_width};

/// Tokens of the shortest common piece: a single 的 that two sentences share means nothing.
const SHORTEST: usize = 2;

/// The limit of token comparisons for a pair of texts. What is not compared by then counts as different. Two real texts
/// of some thousand characters stay far below.
const MOST_STEPS: usize = 4_000_000;

/// Which of the two texts contains a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Both texts contain it, apart from layout.
    Common,
    /// Only the left text contains it.
    Left,
    /// Only the right text contains it.
    Right,
}

/// A piece of the two texts. The `left` of all spans in their order are the whole left text, and
/// the `right` the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span<'a> {
    /// Which of the two texts contains it.
    pub side: Side,
    /// The piece as the left text prints it; `None` if only the right text contains it.
    pub left: Option<&'a str>,
    /// The piece as the right text prints it; `None` if only the left text contains it.
    pub right: Option<&'a str>,
}

/// A text cut into tokens: a word of Latin letters, a number or one character, each with the white space behind it.
struct Tokens<'a> {
    text: &'a str,
    /// The end of each token in the text, in bytes.
    ends: Vec<usize>,
    /// The characters of each token without differences of layout.
    plain: Vec<String>,
}

impl<'a> Tokens<'a> {
    /// Cuts a text into tokens, white space kept with them.
    fn new(text: &'a str) -> Self {
        let mut tokens = Self { text, ends: Vec::new(), plain: Vec::new() };
        let mut in_word = false;
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let level = without_layout(letter);
            // White space at the very start belongs to the first token, which is still empty.
            let is_lead = tokens.plain.last().is_some_and(String::is_empty);
            let joins = letter.is_whitespace() || is_lead || (in_word && is_of_word(level));
            match (tokens.ends.last_mut(), tokens.plain.last_mut()) {
                (Some(last), Some(plain)) if joins => {
                    *last = end;
                    plain.extend((!letter.is_whitespace()).then_some(level));
                }
                _ => {
                    tokens.ends.push(end);
                    tokens.plain.push(if letter.is_whitespace() { String::new() } else { level.to_string() });
                }
            }
            in_word = !letter.is_whitespace() && is_of_word(level);
        }
        tokens
    }

    /// The printed text of these tokens.
    fn text(&self, range: Range<usize>) -> &'a str {
        let byte = |token: usize| token.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(byte(range.start)..byte(range.end)).unwrap_or_default()
    }
}

/// Whether a character continues the word or number before it.
fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '.'
}

/// A character without differences of layout: half width, straight quotation marks. Case and script are kept.
fn without_layout(letter: char) -> char {
    match letter {
        '！'..='～' => half_width(letter),
        _ if letter.is_alphanumeric() => letter,
        _ if CORNER_QUOTES.contains(letter) => '"',
        _ => fold_char(letter),
    }
}

/// Compares two texts. The spans come in their order; where the texts differ, the left piece comes first.
#[must_use]
pub fn diff<'a>(left: &'a str, right: &'a str) -> Vec<Span<'a>> {
    let (left, right) = (Tokens::new(left), Tokens::new(right));
    let mut spans = Vec::new();
    let (mut left_at, mut right_at) = (0, 0);
    let all = Piece { left: left.plain.len(), right: right.plain.len(), length: 0 };
    for piece in common(&left.plain, &right.plain).into_iter().chain([all]) {
        let only_left = left.text(left_at..piece.left);
        let only_right = right.text(right_at..piece.right);
        (left_at, right_at) = (piece.left + piece.length, piece.right + piece.length);
        let both = (left.text(piece.left..left_at), right.text(piece.right..right_at));
        let next = [
            Span { side: Side::Left, left: Some(only_left), right: None },
            Span { side: Side::Right, left: None, right: Some(only_right) },
            Span { side: Side::Common, left: Some(both.0), right: Some(both.1) },
        ];
        let is_printed = |span: &Span| [span.left, span.right].into_iter().flatten().any(|text| !text.is_empty());
        spans.extend(next.into_iter().filter(is_printed));
    }
    spans
}

/// A run of tokens that both texts contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    left: usize,
    right: usize,
    length: usize,
}

/// The common pieces of two texts, in the order of the texts.
fn common(left: &[String], right: &[String]) -> Vec<Piece> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, token) in right.iter().enumerate() {
        places.entry(token).or_default().push(at);
    }
    // Common starts and ends are taken off first, so that two long texts that hardly differ take little time.
    let lead = left.iter().zip(right).take_while(|(left, right)| left == right).count();
    let room = left.len().min(right.len()) - lead;
    let tail = left.iter().rev().zip(right.iter().rev()).take(room).take_while(|(left, right)| left == right).count();
    let (left_end, right_end) = (left.len() - tail, right.len() - tail);
    let mut found =
        vec![Piece { left: 0, right: 0, length: lead }, Piece { left: left_end, right: right_end, length: tail }];
    found.retain(|piece| piece.length > 0);
    let mut steps = MOST_STEPS;
    let mut open = vec![(lead..left_end, lead..right_end)];
    while let Some((in_left, in_right)) = open.pop() {
        let Some(piece) = longest(left, &in_left, &in_right, &places, &mut steps) else { continue };
        if piece.length < SHORTEST {
            continue;
        }
        open.push((in_left.start..piece.left, in_right.start..piece.right));
        open.push((piece.left + piece.length..in_left.end, piece.right + piece.length..in_right.end));
        found.push(piece);
    }
    found.sort_unstable_by_key(|piece| piece.left);
    found
}

/// The longest common piece of two ranges, the first of equally long ones. `None` when `steps` are used up.
fn longest(
    left: &[String],
    in_left: &Range<usize>,
    in_right: &Range<usize>,
    places: &HashMap<&str, Vec<usize>>,
    steps: &mut usize,
) -> Option<Piece> {
    let mut best: Option<Piece> = None;
    // The lengths of the common runs that end at a place of the right text and at the previous token of the left.
    let mut ending: HashMap<usize, usize> = HashMap::new();
    for at in in_left.clone() {
        let mut next = HashMap::new();
        let all = left.get(at).and_then(|token| places.get(token.as_str())).map(Vec::as_slice).unwrap_or_default();
        let from = all.partition_point(|place| *place < in_right.start);
        for place in all.iter().skip(from).take_while(|place| **place < in_right.end) {
            *steps = steps.checked_sub(1)?;
            let before = place.checked_sub(1).and_then(|before| ending.get(&before)).copied().unwrap_or(0);
            let length = before + 1;
            next.insert(*place, length);
            if best.is_none_or(|best| best.length < length) {
                best = Some(Piece { left: at + 1 - length, right: place + 1 - length, length });
            }
        }
        ending = next;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The diff of two texts in one line, as wdiff prints it.
    fn shown(left: &str, right: &str) -> String {
        let show = |span: &Span| match span.side {
            Side::Common => span.left.unwrap_or_default().to_owned(),
            Side::Left => format!("[-{}-]", span.left.unwrap_or_default()),
            Side::Right => format!("{{+{}+}}", span.right.unwrap_or_default()),
        };
        diff(left, right).iter().map(show).collect()
    }

    #[test]
    fn differences_are_marked() {
        let cases = [
            ("加强伤害预防与干预。", "加强伤害预防和干预。", "加强伤害预防[-与-]{+和+}干预。"),
            ("到2025年达到82岁", "到2030年达到82.5岁", "到[-2025-]{+2030+}年达到[-82-]{+82.5+}岁"),
            ("甲乙丙", "甲乙丙", "甲乙丙"),
            ("", "甲", "{+甲+}"),
            ("甲", "", "[-甲-]"),
            ("", "", ""),
            ("健康城市", "卫生镇村", "[-健康城市-]{+卫生镇村+}"),
        ];
        for (left, right, expected) in cases {
            assert_eq!(shown(left, right), expected, "{left} | {right}");
        }
    }

    #[test]
    fn differences_of_layout_are_ignored() {
        let cases = [
            ("“十四五”规划（草案），共 5 章", "\"十四五\"规划(草案),共5章"),
            ("２０２５ 年", "2025年"),
            ("甲\n乙\u{3000}丙", "甲乙丙"),
            ("「健康」", "“健康”"),
            ("1-3-7", "1—3—7"),
        ];
        for (left, right) in cases {
            let spans = diff(left, right);
            assert!(spans.iter().all(|span| span.side == Side::Common), "{spans:?}");
        }
        assert!(diff("PM", "pm").iter().any(|span| span.side != Side::Common), "case is no layout");
    }

    #[test]
    fn the_spans_make_up_both_texts() {
        let texts = [
            "完善药品供应保障制度。落实国家组织药品集中采购",
            "  完善药品供应 保障制度,落实国家基本药物制度 ",
            "🦠e\u{301}\u{200b}12.5%",
            "",
        ];
        for left in texts {
            for right in texts {
                let spans = diff(left, right);
                assert_eq!(spans.iter().filter_map(|span| span.left).collect::<String>(), left);
                assert_eq!(spans.iter().filter_map(|span| span.right).collect::<String>(), right);
            }
        }
    }

    #[test]
    fn long_equal_texts_take_little_time() {
        let (left, right) = ("康".repeat(20_000), "康".repeat(19_999) + "健");
        let spans = diff(&left, &right);
        assert_eq!(spans.iter().filter_map(|span| span.left).collect::<String>(), left);
    }
}
