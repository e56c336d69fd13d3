//! Brackets in a printed cell: the text inside and outside of them.
//!
//! Works on the text as printed, with brackets of either width, nested or unbalanced. It does
//! not know what the words mean.

use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS};

/// A part of a cell, inside or outside of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Text outside of any bracket.
    Plain(&'a str),
    /// The inside of an outermost bracket, without its marks; brackets nested in it are kept.
    Bracket(&'a str),
}

/// Whether a character opens a bracket, of either width.
fn opens(mark: char) -> bool {
    BRACKET_OPENERS.contains(mark)
}

/// Whether a character closes a bracket, of either width.
fn closes(mark: char) -> bool {
    BRACKET_CLOSERS.contains(mark)
}

/// Whether a character opens or closes a bracket.
#[must_use]
pub fn is_mark(mark: char) -> bool {
    opens(mark) || closes(mark)
}

/// Cuts a cell into its parts outside and inside of brackets; empty parts outside are left out.
///
/// The plans mix the widths of a pair, so any closing bracket closes any opening one. Text behind a bracket that is
/// never closed counts as outside, and so does a closing bracket that was never opened.
#[must_use]
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut plain_from = 0;
    let mut opened: Vec<(usize, usize)> = Vec::new();
    for (at, mark) in text.char_indices() {
        let after = at + mark.len_utf8();
        if opens(mark) {
            opened.push((at, after));
        } else if closes(mark)
            && let Some((mark_at, inside_from)) = opened.pop()
            && opened.is_empty()
        {
            push_plain(&mut parts, text.get(plain_from..mark_at));
            parts.extend(text.get(inside_from..at).map(Part::Bracket));
            plain_from = after;
        }
    }
    push_plain(&mut parts, text.get(plain_from..));
    parts
}

/// Adds a part outside of brackets, unless it is empty.
fn push_plain<'a>(parts: &mut Vec<Part<'a>>, stretch: Option<&'a str>) {
    parts.extend(stretch.filter(|text| !text.is_empty()).map(Part::Plain));
}

#[cfg(test)]
mod tests {
    use super::Part::{Bracket, Plain};
    use super::*;

    #[test]
    fn cells_fall_into_stretches() {
        let cases: [(&str, &[Part<'_>]); 8] = [
            ("", &[]),
            ("婴儿死亡率（‰）", &[Plain("婴儿死亡率"), Bracket("‰")]),
            ("预期寿命（岁）（户籍人口）", &[Plain("预期寿命"), Bracket("岁"), Bracket("户籍人口")]),
            ("机构[含镇（街道）医院]诊疗量", &[Plain("机构"), Bracket("含镇（街道）医院"), Plain("诊疗量")]),
            ("死亡率(‰）", &[Plain("死亡率"), Bracket("‰")]),
            ("10.4（2016年", &[Plain("10.4（2016年")]),
            ("10.4）", &[Plain("10.4）")]),
            ("（）", &[Bracket("")]),
        ];
        for (text, expected) in cases {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
