//! Counts that a text prints in Chinese numerals before a measure: 十二所, 两支.

use crate::analysis::check::reading::numbers::TextNumber;
use crate::lexicon::heading::NUMERAL_CHARS;
use crate::lexicon::unit::{COUNTED_IN_WORDS, SCALE_CHARS};
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
        let is_count = !before.is_some_and(|mark| matches!(mark, '第' | '每' | '其' | '“') || mark.is_ascii_digit());
        let printed: String =
            chars.get(at..to).unwrap_or_default().iter().map(|mark| if *mark == '两' { '二' } else { *mark }).collect();
        let unit = chars.get(to).filter(|unit| is_count && COUNTED_IN_WORDS.contains(**unit));
        if let (Some(value), Some(unit)) = (numeral::parse(&printed), unit) {
            numbers.push(TextNumber { from: at, to: to + 1, value: f64::from(value), unit: unit.to_string() });
        }
        at = to;
    }
    numbers
}
