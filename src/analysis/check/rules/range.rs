//! Ranges of one count that differ between two sentences (4-5个区域中心医院, 4-6家区域中心医院), and ranges that begin with the
//! larger number (7.5—6.2张).

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::{find_numbers, parse_integer};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::count::{DISTRIBUTIVES, INSTITUTION_COUNTERS};
use crate::lexicon::punctuation::{FOLDED_CLAUSE_ENDS, RANGE_DASHES};
use crate::lexicon::time::RECURRING_UNITS;
use crate::lexicon::unit::TIME_MEASURES;
use crate::model::Confidence;
use crate::text::fold::fold_char;
use crate::words::findings::figures;

/// Fewest characters that the names of two counted things must share.
const SHARED_NAME: usize = 5;

/// Most characters of a measure of time: 分钟.
const LONGEST_MEASURE: usize = 2;

/// The most ranges of things with one name that are compared.
const MOST_RANGES: usize = 12;

/// A range of numbers and what it counts.
struct CountRange<'a> {
    passage: &'a Passage<'a>,
    /// Its first character in the passage, and the one behind the counted name.
    from: usize,
    to: usize,
    ends: (u32, u32),
    /// The Chinese characters behind the measure word.
    counted: Vec<char>,
    /// The last year named before it in its sentence, as digits; empty where none is.
    year: String,
}

/// Two sentences with different ranges for one count.
pub(crate) fn conflicting_ranges(reading: &Reading) -> Vec<FindingDraft> {
    let ranges: Vec<CountRange> = reading.passages.iter().flat_map(find_ranges).collect();
    let mut drafts = Vec::new();
    let mut by_name: HashMap<&[char], Vec<&CountRange>> = HashMap::new();
    for other in &ranges {
        let known = by_name.entry(other.counted.get(..SHARED_NAME).unwrap_or_default()).or_default();
        if known.iter().any(|one| one.ends == other.ends && one.year == other.year) || known.len() >= MOST_RANGES {
            continue;
        }
        for one in known.iter().filter(|one| one.ends != other.ends && one.counts_same(other)) {
            let name: String = one.counted.iter().take(one.shared_length(other)).collect();
            let what = figures::two_ranges(name, one.label(), other.label());
            drafts.push(FindingDraft::new(Confidence::Medium, what, [one.cite(), other.cite()]));
        }
        known.push(other);
    }
    drafts
}

/// Ranges whose first number is larger than the second one. Hours and months may run over the end of their day or year, and
/// numbers without a unit may be no range at all.
pub(crate) fn swapped_ends(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage: &Passage| {
        let chars = &passage.chars;
        // From 15 to 10 with 到 or 至 is a change, and no range.
        let is_dash = |c: char| RANGE_DASHES.contains(c) && !is_han(c);
        let is_word = |c: &char| c.is_ascii_alphanumeric() || is_dash(*c) || *c == '第';
        let numbers = find_numbers(chars);
        let swapped = numbers.windows(2).filter_map(|pair| {
            let [low, high] = pair else { return None };
            let joint = chars.get(low.to..high.from)?;
            let is_range = matches!(joint, [dash] if is_dash(*dash));
            let opens_word = low.from.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(is_word);
            let closes_word = chars.get(high.to).is_some_and(is_word);
            let is_one_unit = low.unit.is_empty() || low.unit == high.unit;
            let behind: String = chars.iter().skip(high.to).take(LONGEST_MEASURE).collect();
            let lasts = TIME_MEASURES.iter().any(|unit| !RECURRING_UNITS.contains(unit) && behind.starts_with(unit));
            let is_measured = lasts || !high.unit.is_empty() && !RECURRING_UNITS.contains(&high.unit);
            let is_swapped = is_range && is_one_unit && is_measured && low.value > high.value;
            (is_swapped && !opens_word && !closes_word).then(|| {
                let citation = passage.cite(low.from, high.to);
                FindingDraft::new(Confidence::High, figures::swapped_range(&citation.quote), [citation])
            })
        });
        swapped.collect::<Vec<_>>()
    };
    reading.passages.iter().flat_map(in_passage).collect()
}

impl CountRange<'_> {
    /// How many characters the counted names share from their start.
    fn shared_length(&self, other: &Self) -> usize {
        self.counted.iter().zip(&other.counted).take_while(|(one, other)| one == other).count()
    }

    /// Whether both count one thing for one year; a range without a year may be for any.
    fn counts_same(&self, other: &Self) -> bool {
        let is_one_year = self.year.is_empty() || other.year.is_empty() || self.year == other.year;
        is_one_year && self.shared_length(other) >= SHARED_NAME
    }

    fn label(&self) -> String {
        let (low, high) = self.ends;
        format!("{low}—{high}")
    }

    fn cite(&self) -> Citation {
        self.passage.cite(self.from, self.to)
    }
}

fn find_ranges<'a>(passage: &'a Passage<'a>) -> Vec<CountRange<'a>> {
    let chars: Vec<char> = passage.text.chars().map(fold_char).collect();
    let begins_number = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || "-.第".contains(*c))
    };
    let starts = (0..chars.len()).filter(|at| chars.get(*at).is_some_and(char::is_ascii_digit) && begins_number(*at));
    starts.filter_map(|from| parse_range(passage, &chars, from)).collect()
}

/// The range that begins at `from`; `chars` is the passage folded, character by character.
fn parse_range<'a>(passage: &'a Passage<'a>, chars: &[char], from: usize) -> Option<CountRange<'a>> {
    let (low, at) = parse_integer(chars, from)?;
    let at = skip_blanks(chars, at);
    chars.get(at).filter(|c| RANGE_DASHES.contains(**c))?;
    let (high, at) = parse_integer(chars, skip_blanks(chars, at + 1))?;
    let at = skip_blanks(chars, at);
    chars.get(at).filter(|c| INSTITUTION_COUNTERS.contains(**c))?;
    let counted: Vec<char> = chars.iter().skip(at + 1).copied().take_while(|c| is_han(*c)).collect();
    let before = chars.get(..from).unwrap_or_default();
    let behind_last = |is_end: fn(char) -> bool| before.iter().rposition(|c| is_end(*c)).map_or(0, |end| end + 1);
    let clause = before.get(behind_last(|c| FOLDED_CLAUSE_ENDS.contains(c))..).unwrap_or_default();
    let is_each = clause.iter().any(|c| DISTRIBUTIVES.contains(*c));
    let sentence: String = before.get(behind_last(|c| c == '。')..).unwrap_or_default().iter().collect();
    let to = at + 1 + counted.len();
    let is_comparable = low < high && counted.len() >= SHARED_NAME && !is_each;
    let year = last_year(&sentence);
    is_comparable.then_some(CountRange { passage, from, to, ends: (low, high), counted, year })
}

fn skip_blanks(chars: &[char], at: usize) -> usize {
    at + chars.iter().skip(at).take_while(|c| **c == ' ').count()
}

/// The digits before the last 年 of a text.
fn last_year(text: &str) -> String {
    let before = text.rfind('年').and_then(|at| text.get(..at)).unwrap_or_default();
    let digits: Vec<char> = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn two_ranges_of_one_count() {
        let text = |one: &str, other: &str| format!("一、目标\n{one}\n二、任务\n{other}\n");
        for (one, other, expected) in [
            (
                "以4-5 个区域中心医院为骨干。",
                "建设 4－6家区域中心医院，加大供给。",
                &["[2, 4] 4-5个区域中心医院为骨干 | 4－6家区域中心医院"][..],
            ),
            ("以4-5个区域中心医院为骨干。", "建设4—5家区域中心医院。", &[]),
            ("以4-5个区域中心医院为骨干。", "建设4-6个区域医疗中心。", &[]),
            ("到2027年建成2-3个区域中心医院。", "到2030年建成4-6个区域中心医院。", &[]),
            ("每个县建设1-2个区域中心医院。", "全市建设4-6个区域中心医院。", &[]),
        ] {
            check(conflicting_ranges, &[(&text(one, other), expected)]);
        }
    }

    #[test]
    fn the_larger_number_first() {
        let text = |sentence: &str| format!("一、目标\n{sentence}\n");
        for (sentence, expected) in [
            ("每千人口床位数控制在7.5—6.2张。", &["[2] 7.5—6.2张"][..]),
            ("为85%～60%的居民建档。", &["[2] 85%～60%"]),
            ("急救反应时间缩短到15—10分钟。", &["[2] 15—10分钟"]),
            ("为65-40岁妇女免费筛查。", &["[2] 65-40岁"]),
            ("每千人口床位数控制在6.2—7.5张，等候时间由30至20分钟。", &[]),
            ("每年11—3月开展流感监测，22—6时安排夜班。", &[]),
            ("2021—2025年，电话0757-8333人工服务。", &[]),
            ("型号为A20-10台。", &[]),
        ] {
            check(swapped_ends, &[(&text(sentence), expected)]);
        }
    }
}
