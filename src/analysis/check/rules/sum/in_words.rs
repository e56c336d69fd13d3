//! Counts that a text prints in Chinese numerals before a measure: 十二所, 两支.

use crate::analysis::check::reading::numbers::TextNumber;
use crate::lexicon::count::{BEFORE_NO_COUNTS, INSTITUTION_COUNTERS, ONE_OF_EACH};
use crate::lexicon::heading::NUMERAL_CHARS;
use crate::lexicon::unit::SCALE_CHARS;
use crate::text::numeral;

/// Most characters of such a number.
const LONGEST: usize = 7;

/// The counts in words of some characters, in their order. One behind 第, 每 or a numeral is none.
pub(super) fn find_numbers(chars: &[char]) -> Vec<TextNumber> {
    let is_numeral =
        |mark: &char| NUMERAL_CHARS.contains(*mark) || *mark == '两' || *mark == '千' && SCALE_CHARS.contains(*mark);
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let length = chars.iter().skip(at).take(LONGEST).take_while(|mark| is_numeral(mark)).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let to = at + length;
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let is_count = !before.is_some_and(|mark| BEFORE_NO_COUNTS.contains(*mark) || mark.is_ascii_digit());
        let printed: String =
            chars.get(at..to).unwrap_or_default().iter().map(|mark| if *mark == '两' { '二' } else { *mark }).collect();
        let unit = chars.get(to).filter(|unit| is_count && is_measure(**unit));
        if let (Some(value), Some(unit)) = (numeral::parse(&printed), unit) {
            numbers.push(TextNumber { from: at, to: to + 1, value: f64::from(value), unit: unit.to_string() });
        }
        at = to;
    }
    numbers
}

/// Whether a character is a measure that counts of things and people stand before.
pub(super) fn is_measure(unit: char) -> bool {
    ONE_OF_EACH.contains(unit) || INSTITUTION_COUNTERS.contains(unit) || matches!(unit, '人' | '辆' | '户')
}
