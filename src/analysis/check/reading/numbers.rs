//! Finds numbers and their units in running text, clause by clause.

use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::registry::value;
use crate::text::fold::fold;

/// Longest unit looked for, in characters.
const LONGEST_UNIT: usize = 10;

/// A stretch of a text that ends with ，；or 。.
pub(crate) struct TextClause<'a> {
    /// Its first character, counted in characters of the text.
    pub(crate) from: usize,
    /// Its characters, with the mark that ends it.
    pub(crate) chars: &'a [char],
}

/// A number found in some characters, with positions counted in them.
pub(crate) struct TextNumber {
    /// The position of its first digit.
    pub(crate) from: usize,
    /// The position behind its unit, or behind its digits where it has none.
    pub(crate) to: usize,
    pub(crate) value: f64,
    /// The unit behind the digits, folded; empty where none is printed.
    pub(crate) unit: String,
}

/// Cuts a text into clauses at ，；。.
pub(crate) fn split_clauses<'a>(text: &'a Passage) -> impl Iterator<Item = TextClause<'a>> {
    let mut from = 0;
    text.chars.split_inclusive(|c| !is_han(*c) && CLAUSE_ENDS.contains(*c)).map(move |chars| {
        let clause = TextClause { from, chars };
        from += chars.len();
        clause
    })
}

/// Finds the numbers in some characters. Years and digits within a word (PM2.5) are not numbers.
pub(crate) fn find_numbers(chars: &[char]) -> Vec<TextNumber> {
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let from = at;
        while is_digit(at) || (chars.get(at) == Some(&'.') && is_digit(at + 1)) {
            at += 1;
        }
        let digits: String = chars.get(from..at).unwrap_or_default().iter().collect();
        let n_blanks = usize::from(chars.get(at) == Some(&' '));
        let rest = fold(&chars.iter().skip(at + n_blanks).take(LONGEST_UNIT).collect::<String>());
        let unit = rest.get(..value::unit_after_number(&rest)).unwrap_or_default().to_owned();
        let in_word = from.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(char::is_ascii_alphabetic);
        let is_year = unit == "年" && digits.len() == 4;
        at += if unit.is_empty() { 0 } else { n_blanks + unit.chars().count() };
        if let Some(value) = digits.parse().ok().filter(|_| !in_word && !is_year) {
            numbers.push(TextNumber { from, to: at, value, unit });
        }
    }
    numbers
}

/// Reads the whole number whose digits begin at `from`, and the position behind them.
pub(crate) fn parse_integer(chars: &[char], from: usize) -> Option<(u32, usize)> {
    let digits: String = chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).collect();
    digits.parse().ok().map(|number| (number, from + digits.len()))
}
