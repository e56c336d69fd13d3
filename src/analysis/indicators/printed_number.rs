//! A cell that prints one number, taken apart for a sheet to calculate with: the number as printed, how it is to be met,
//! and what else the cell says. Cells of two numbers, relative changes and words are not taken apart.

use crate::model::{Comparator, Value};

/// The parts of a cell that prints one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedNumber {
    /// The number in ASCII digits, with the decimals that are printed: `95`, `10.40`.
    pub number: String,
    /// The sign that says how the number is to be met; empty for a plain number.
    pub sign: &'static str,
    /// What stands beside the number: a remark in brackets alone (`（2016年）`), else the whole cell as printed
    /// (`3次以上`); empty where nothing but the sign does.
    pub remark: String,
}

/// Takes a cell apart; `None` where it prints no number, several, or a change.
#[must_use]
pub fn printed_number(value: &Value) -> Option<PrintedNumber> {
    let raw = value.raw.as_deref()?;
    let expected = value.number?;
    let sign = sign(value.comparator)?;
    let spans = number_spans(raw);
    let fits = |span: &&NumberSpan| span.2.parse::<f64>().is_ok_and(|number| (number - expected).abs() < f64::EPSILON);
    let (start, end, number) = spans.iter().find(fits)?.clone();
    let (before, after) = (raw.get(..start)?, raw.get(end..)?);
    // A ratio (1：1.25) and two values (100，70) are no single number, whatever the reader took for one.
    if spans.iter().any(|(from, ..)| *from != start && !in_brackets(raw, *from)) {
        return None;
    }
    let is_bare = before.trim().chars().all(|mark| "≥≤<>＜＞≧≦≈=＝".contains(mark));
    let remark = match (is_bare, after.trim()) {
        (true, "") => String::new(),
        (true, after) if after.starts_with(['（', '(']) => after.to_owned(),
        _ => raw.trim().to_owned(),
    };
    Some(PrintedNumber { number, sign, remark })
}

/// The sign of a comparator; empty for a plain number, `None` for a change by the number.
fn sign(comparator: Option<Comparator>) -> Option<&'static str> {
    match comparator {
        None | Some(Comparator::Equal) => Some(""),
        Some(Comparator::AtLeast) => Some("≥"),
        Some(Comparator::AtMost) => Some("≤"),
        Some(Comparator::MoreThan) => Some(">"),
        Some(Comparator::LessThan) => Some("<"),
        Some(Comparator::About) => Some("≈"),
        Some(Comparator::FallBy | Comparator::RiseBy) => None,
    }
}

/// Whether the byte at `at` stands inside round brackets.
fn in_brackets(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let count = |marks: [char; 2]| before.matches(marks).count();
    count(['（', '(']) > count(['）', ')'])
}

/// A number in a text: its first byte, the byte behind its last, and the number in ASCII digits.
type NumberSpan = (usize, usize, String);

/// The numbers of a text in their order.
fn number_spans(text: &str) -> Vec<NumberSpan> {
    let ascii = |mark: char| match mark {
        '0'..='9' | '.' => Some(mark),
        '．' => Some('.'),
        '０'..='９' => char::from_digit(u32::from(mark) - u32::from('０'), 10),
        _ => None,
    };
    let mut spans: Vec<NumberSpan> = Vec::new();
    for (at, mark) in text.char_indices() {
        let Some(digit) = ascii(mark) else { continue };
        match spans.last_mut() {
            Some((_, end, number)) if *end == at => {
                number.push(digit);
                *end = at + mark.len_utf8();
            }
            _ if digit != '.' => spans.push((at, at + mark.len_utf8(), digit.to_string())),
            _ => {}
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::value;

    #[test]
    fn one_number_is_taken_apart_and_nothing_else() {
        for (raw, expected) in [
            ("95", Some(("95", "", ""))),
            ("10.40", Some(("10.40", "", ""))),
            ("≥80 (国家标准 79)", Some(("80", "≥", "(国家标准 79)"))),
            ("10.4（2016年）", Some(("10.4", "", "（2016年）"))),
            ("<25", Some(("25", "<", ""))),
            ("25左右", Some(("25", "≈", "25左右"))),
            ("3次以上", Some(("3", "≥", "3次以上"))),
            ("不少于100所", Some(("100", "≥", "不少于100所"))),
            ("80%", Some(("80", "", "80%"))),
            ("９５．５", Some(("95.5", "", ""))),
            ("100，70", None),
            ("1：1.25", None),
            ("62% 61.8%", None),
            ("下降30％", None),
            ("比2015年降低10％", None),
            ("基本实现", None),
            ("—", None),
        ] {
            let read = value::read(raw);
            let value = Value {
                header: String::new(),
                scope: None,
                year: None,
                kind: None,
                raw: Some(raw.to_owned()),
                comparator: read.map(|(comparator, _)| comparator),
                number: read.map(|(_, number)| number),
            };
            let parts = printed_number(&value);
            let parts = parts.as_ref().map(|parts| (parts.number.as_str(), parts.sign, parts.remark.as_str()));
            assert_eq!(parts, expected, "{raw}");
        }
    }
}
