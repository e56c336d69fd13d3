//! The words by which a clause says which of the tasks above it are meant.
//!
//! ```text
//! 以上任务由甲负责               all of them
//! 本节以上两项任务由甲牵头        the last two
//! 以上10—12项由甲牵头            those with these numbers
//! 11、12两项由甲负责             likewise
//! 此项任务由甲负责               the one in whose text it stands
//! ```

use crate::lexicon::punctuation::RANGE_JOINTS;
use crate::lexicon::scope::{ABOVE_NOUNS, ALL_ABOVE, BEFORE_UNITS_OF_ABOVE, MARKS_OF_NUMBERS, THIS_ONE};
use crate::text::numeral;

/// The longest words before 由, in characters.
const LONGEST_WORDS: usize = 24;

/// Which tasks above a clause holds for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::importer) enum Above {
    All,
    /// The last ones, as many as are said.
    Last(usize),
    /// Those whose numbers lie in one of these ranges, both ends included.
    Numbers(Vec<[u32; 2]>),
}

/// The units behind words that mean tasks above; `None` where a text does not begin with such words.
pub(super) fn units(text: &str) -> Option<&str> {
    split(text).map(|(_, units)| units)
}

/// The tasks that the words at the start of a clause mean; `None` for the task itself, and where there are no such words.
pub(super) fn tasks(text: &str) -> Option<Above> {
    let (words, _) = split(text)?;
    if THIS_ONE.iter().any(|word| words.starts_with(word)) {
        return None;
    }
    let ranges = ranges(words);
    if !ranges.is_empty() {
        return Some(Above::Numbers(ranges));
    }
    Some(count(words).map_or(Above::All, Above::Last))
}

/// Splits a text into the words that mean tasks above, without 由 behind them, and the units.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let (words, units) = text.split_once('由').or_else(|| {
        let (words, _) = text.split_once(['，', ','])?;
        text.split_at_checked(words.len()).map(|(words, units)| (words, units.trim_start_matches(['，', ','])))
    })?;
    let words = words.trim_end_matches(|c| BEFORE_UNITS_OF_ABOVE.contains(c));
    let is_short = !words.is_empty() && words.chars().nth(LONGEST_WORDS).is_none();
    let names_tasks = ABOVE_NOUNS.ends(words) || words.ends_with(['）', ')']);
    let opens =
        ALL_ABOVE.is_in(words) || THIS_ONE.iter().any(|word| words.starts_with(word)) || !ranges(words).is_empty();
    (is_short && names_tasks && opens && are_words_of_tasks(words)).then_some((words, units))
}

/// Whether words hold nothing but what may be said of tasks above: numbers, marks between them, and the nouns for tasks.
fn are_words_of_tasks(words: &str) -> bool {
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let known = ALL_ABOVE
            .strip_prefix(rest)
            .or_else(|| THIS_ONE.strip_prefix(rest))
            .or_else(|| ABOVE_NOUNS.strip_prefix(rest));
        rest = match known {
            Some(rest) => rest,
            None if is_of_number(first) => rest.get(first.len_utf8()..).unwrap_or_default(),
            None => return false,
        };
    }
    true
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit()
        || numeral::parse(c.encode_utf8(&mut [0; 4])).is_some()
        || RANGE_JOINTS.contains(c)
        || MARKS_OF_NUMBERS.contains(c)
}

/// The numbers that words name, as ranges: 10—12, （七）至（九）, 11、12. A count of tasks (两项, 三项任务) is none.
fn ranges(words: &str) -> Vec<[u32; 2]> {
    let words =
        ABOVE_NOUNS.iter().filter_map(|noun| words.strip_suffix(noun)).min_by_key(|rest| rest.len()).unwrap_or(words);
    let is_part = |c: char| c.is_ascii_digit() || c != '两' && numeral::parse(c.encode_utf8(&mut [0; 4])).is_some();
    let mut found: Vec<[u32; 2]> = Vec::new();
    let (mut joins, mut at) = (false, 0);
    // A decimal number (2.2.1) is counted by none of the tasks that this finds.
    if words.contains(['.', '．']) {
        return found;
    }
    while let Some(start) = words.get(at..).and_then(|rest| rest.find(is_part)).map(|start| at + start) {
        let between = words.get(at..start).unwrap_or_default();
        joins |= between.contains(|c| RANGE_JOINTS.contains(c));
        let rest = words.get(start..).unwrap_or_default();
        let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let Some(number) = words.get(start..end).and_then(numeral::parse) else { return Vec::new() };
        match found.last_mut().filter(|_| joins) {
            Some(range) => range[1] = number,
            None => found.push([number, number]),
        }
        (joins, at) = (false, end);
    }
    // 以上两项: a single number without a mark of its own is a count.
    let is_count = found.len() == 1 && found.iter().all(|[from, to]| from == to) && !words.contains(['第', '（', '(']);
    if is_count { Vec::new() } else { found }
}

/// How many tasks are meant: 两项任务, 以上三项工作.
fn count(words: &str) -> Option<usize> {
    let number =
        words.chars().filter_map(|c| if c == '两' { Some(2) } else { numeral::parse(c.encode_utf8(&mut [0; 4])) });
    let mut numbers = number.filter(|number| (2..=9).contains(number));
    let only = numbers.next().filter(|_| numbers.next().is_none())?;
    usize::try_from(only).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_above() {
        let numbers = |ranges: &[[u32; 2]]| Some(Above::Numbers(ranges.to_vec()));
        for (text, expected, units_of) in [
            ("以上任务由市教育局负责", Some(Above::All), Some("市教育局负责")),
            ("上述各项工作均由市教育局负责", Some(Above::All), Some("市教育局负责")),
            ("本节以上两项任务由市教育局牵头", Some(Above::Last(2)), Some("市教育局牵头")),
            ("以上10—12项由市教育局牵头", numbers(&[[10, 12]]), Some("市教育局牵头")),
            ("以上（七）至（九）项由市教育局负责", numbers(&[[7, 9]]), Some("市教育局负责")),
            ("11、12两项由市教育局负责", numbers(&[[11, 11], [12, 12]]), Some("市教育局负责")),
            ("此项任务由市教育局负责", None, Some("市教育局负责")),
            ("以上2.2.1、2.2.2项，责任单位：市教育局", Some(Above::All), Some("责任单位：市教育局")),
            ("培训工作由市教育局负责", None, None),
            ("市教育局牵头，市财政局配合", None, None),
            ("3个由市教育局负责", None, None),
        ] {
            assert_eq!((tasks(text), units(text)), (expected, units_of), "{text}");
        }
    }
}
