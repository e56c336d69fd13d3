//! Numbers with their units in running text, clause by clause.

use crate::registry::value;
use crate::text::fold::fold;

use crate::analysis::check::reading::passage::Passage;

/// Longest unit looked for, in characters.
const LONGEST_UNIT: usize = 10;

/// A clause of a text: what stands between ，；。.
pub(crate) struct Clause<'a> {
    /// Where it begins in its text, in characters.
    pub(crate) from: usize,
    /// Its characters, the mark that ends it included.
    pub(crate) marks: &'a [char],
}

/// A number of a clause, in characters of it.
pub(crate) struct TextNumber {
    /// Where its first digit stands.
    pub(crate) from: usize,
    /// Behind its unit.
    pub(crate) to: usize,
    pub(crate) number: f64,
    /// The unit behind it, folded; empty where none stands there.
    pub(crate) unit: String,
}

/// The clauses of a text.
pub(crate) fn clauses<'a>(text: &'a Passage) -> impl Iterator<Item = Clause<'a>> {
    let mut from = 0;
    text.marks.split_inclusive(|mark| matches!(mark, '，' | '；' | '。')).map(move |marks| {
        let clause = Clause { from, marks };
        from += marks.len();
        clause
    })
}

impl Clause<'_> {
    /// Its numbers; years and what is part of a word (PM2.5) are none.
    pub(crate) fn amounts(&self) -> Vec<TextNumber> {
        amounts(self.marks)
    }
}

/// The numbers of some characters.
pub(crate) fn amounts(marks: &[char]) -> Vec<TextNumber> {
    let is_digit = |at: usize| marks.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < marks.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let from = at;
        while is_digit(at) || (marks.get(at) == Some(&'.') && is_digit(at + 1)) {
            at += 1;
        }
        let digits: String = marks.get(from..at).unwrap_or_default().iter().collect();
        let n_blanks = usize::from(marks.get(at) == Some(&' '));
        let rest = fold(&marks.iter().skip(at + n_blanks).take(LONGEST_UNIT).collect::<String>());
        let unit = rest.get(..value::unit_after_number(&rest)).unwrap_or_default().to_owned();
        let of_word = from.checked_sub(1).and_then(|before| marks.get(before)).is_some_and(char::is_ascii_alphabetic);
        let is_year = unit == "年" && digits.len() == 4;
        at += if unit.is_empty() { 0 } else { n_blanks + unit.chars().count() };
        if let Some(number) = digits.parse().ok().filter(|_| !of_word && !is_year) {
            found.push(TextNumber { from, to: at, number, unit });
        }
    }
    found
}
