//! Parts that do not add up to their whole, or of which one is larger: 示范区3个（国家级1个，省级3个）, 医院42家，其中三级医院45家.

mod in_words;
mod whole_lists;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextNumber};
use crate::analysis::check::reading::partition::is_partition;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::change::{CHANGE_VERBS, COMPARED};
use crate::lexicon::count::{AREAS, LAST_SOURCES, LIST_OPENINGS, PART_GROUPS, PART_OPENINGS, REMAINDERS};
use crate::lexicon::punctuation::{CLAUSE_ENDS, LIST_SEPARATORS};
use crate::lexicon::unit::{COUNTERS, PEOPLE, SCALE_CHARS};
use crate::model::Confidence;
use crate::words::findings::figures;

/// Absolute tolerance for a sum of printed decimals.
const TOLERANCE: f64 = 1e-6;

/// The unit of ages, which stand in the names of parts.
const AGE: &str = "岁";

/// The feature of parts that are grades, of which a list seldom names the lowest: 82家（三级12家、二级31家）.
const GRADES: &str = "级别";

/// Longest bracket looked into, in characters.
const LONGEST_BRACKET: usize = 120;

/// Characters behind a whole that tell whether a list of its parts follows: ，其中：.
const OPENING: usize = 4;

/// Most characters of the name of a part.
const LONGEST_NAME: usize = 16;

/// Numbers whose parts, in the bracket behind them or in the list behind 其中 or a colon, have the same unit and another sum.
pub(crate) fn wrong_sums(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage: &Passage| {
        let mut numbers = numbers::find_numbers(&passage.chars);
        // An age is part of a name: 65岁及以上老年人口.
        numbers.retain(|number| number.unit != AGE);
        let in_brackets = numbers.iter().filter_map(|whole| check_bracket(passage, whole));
        let in_lists = (0..numbers.len()).filter_map(|at| check_list(passage, numbers.get(at..)?));
        // 卫生院十二所，其中山区五所、坝区三所、城郊四所.
        let worded = in_words::find_numbers(&passage.chars);
        let in_words = (0..worded.len()).filter_map(|at| check_list(passage, worded.get(at..)?));
        let told: Vec<FindingDraft> = in_brackets.chain(in_lists).chain(in_words).collect();
        let others = if told.is_empty() { whole_lists::wrong_sums(passage) } else { Vec::new() };
        told.into_iter().chain(others).collect::<Vec<_>>()
    };
    reading.passages.iter().flat_map(in_passage).collect()
}

fn check_bracket(passage: &Passage, whole: &TextNumber) -> Option<FindingDraft> {
    let chars = &passage.chars;
    chars.get(whole.to).filter(|c| matches!(c, '（' | '('))?;
    let rest = chars.get(whole.to + 1..)?;
    let length = rest.iter().take(LONGEST_BRACKET).position(|c| matches!(c, '）' | ')'))?;
    let inside = rest.get(..length)?;
    let parts = numbers::find_numbers(inside);
    let has_unit_of_whole = |part: &TextNumber| !part.unit.is_empty() && part.unit == whole.unit;
    if parts.len() < 2 || !parts.iter().all(has_unit_of_whole) || inside.iter().any(|c| matches!(c, '。' | '：')) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    // 其中 and 含 name some of the parts only.
    let names: String = inside.iter().collect();
    let are_grades = PART_GROUPS.iter().any(|(word, group)| *group == GRADES && names.contains(word));
    let is_partial = inside.starts_with(&['其', '中']) || inside.contains(&'含') || are_grades && sum < whole.value;
    let is_wrong = if is_partial { sum > whole.value + TOLERANCE } else { (sum - whole.value).abs() > TOLERANCE };
    is_wrong.then(|| {
        let what = figures::wrong_sum_in_bracket(sum, &whole.unit, whole.value);
        FindingDraft::new(Confidence::Medium, what, [passage.cite(whole.from, whole.to + length + 2)])
    })
}

/// The most parts that are read of one list.
const MOST_PARTS: usize = 40;

/// A part in a list: its name, its number.
struct Part<'n> {
    name: String,
    number: &'n TextNumber,
}

/// Checks the list behind the first of some numbers of a text, which is the whole. `None` where no list stands there.
fn check_list(passage: &Passage, numbers: &[TextNumber]) -> Option<FindingDraft> {
    let (whole, rest) = numbers.split_first()?;
    let opening: String = passage.chars.get(whole.to..)?.iter().take(3).collect();
    let is_all = opens_list(passage, whole);
    let is_some =
        opening.strip_prefix('，').is_some_and(|rest| PART_OPENINGS.begins(rest)) || lists_areas(passage, whole, rest);
    if !is_counted(&whole.unit) || !(is_all || is_some) || is_mean(passage, whole) {
        return None;
    }
    let parts = parts(passage, whole, rest);
    let last = parts.last()?;
    let cite = |to: usize| passage.cite(whole.from, to);
    let label = |number: &TextNumber| format!("{}{}", number.value, number.unit);
    if let Some(part) = parts.iter().find(|part| part.number.value > whole.value + TOLERANCE) {
        let what = figures::part_above_total(&part.name, label(part.number), label(whole));
        return Some(FindingDraft::new(Confidence::High, what, [cite(part.number.to)]));
    }
    let sum: f64 = parts.iter().map(|part| part.number.value).sum();
    // Parts are the whole if they are said to be, or if the last one is the rest of it.
    let is_whole = is_all && is_end(passage, last.number.to)
        || REMAINDERS.begins(&last.name)
        || lists_areas(passage, whole, rest)
        || is_all_included(passage, whole, last.number.to)
        || are_all_sources(passage, whole, &parts)
        || are_all_years(passage, whole, &parts)
        || is_partition(&parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>());
    // Each printed number may be rounded.
    let rounding = parts.iter().map(|part| half_a_digit(passage, part.number)).sum::<f64>() + TOLERANCE;
    let is_wrong = if is_whole {
        (sum - whole.value).abs() > rounding
    } else {
        sum > whole.value + rounding && are_exclusive(&parts)
    };
    (is_wrong && parts.len() > 1).then(|| {
        let what = figures::wrong_sum(round(sum), &whole.unit, label(whole));
        FindingDraft::new(Confidence::Low, what, [cite(last.number.to)])
    })
}

/// Whether the numbers behind a whole are those of kinds of areas, which no word of opening needs: 驿站三十个，城区十二个，乡镇十个，景区六个.
fn lists_areas(passage: &Passage, whole: &TextNumber, rest: &[TextNumber]) -> bool {
    let parts = parts(passage, whole, rest);
    let is_area = |part: &Part| AREAS.contains(&part.name);
    let is_apart = passage.chars.get(whole.to) == Some(&'，');
    is_apart
        && parts.len() > 2
        && parts.iter().all(is_area)
        && parts.last().is_some_and(|last| is_end(passage, last.number.to))
}

/// Whether a list names all parts: it opens with 包括, which 其中 does not say, and ends its sentence without 等.
fn is_all_included(passage: &Passage, whole: &TextNumber, end: usize) -> bool {
    let opening: String = passage.chars.iter().skip(whole.to).take(OPENING).collect();
    let opening = opening.trim_start_matches('，');
    LIST_OPENINGS.begins(opening) && is_end(passage, end)
}

/// Whether parts of a sum of money are all of its sources: the last is the place's own, as it is always named last, and no rest
/// is named behind it.
fn are_all_sources(passage: &Passage, whole: &TextNumber, parts: &[Part]) -> bool {
    let Some(last) = parts.last().filter(|_| parts.len() > 2 && whole.unit.ends_with('元')) else { return false };
    let behind: String = passage.chars.iter().skip(last.number.to).take_while(|c| **c != '。').collect();
    LAST_SOURCES.is_in(&last.name) && !REMAINDERS.is_in(&behind) && !behind.contains('元')
}

/// Whether parts are all years of the span that the sentence names before their whole: 2026—2028年…6000万元，其中2026年…、2027年…、2028年….
fn are_all_years(passage: &Passage, whole: &TextNumber, parts: &[Part]) -> bool {
    let years: Vec<u32> = parts.iter().filter_map(|part| part.name.strip_suffix('年')?.parse().ok()).collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return false };
    let before: String = passage.chars.get(..whole.from).unwrap_or_default().iter().collect();
    let sentence = before.rsplit('。').next().unwrap_or_default();
    let is_span = sentence.contains(&first.to_string()) && sentence.contains(&last.to_string());
    let are_all =
        years.len() == parts.len() && years.windows(2).all(|pair| matches!(pair, [one, next] if *next == one + 1));
    parts.len() > 1 && are_all && is_span
}

/// Whether the clause before a number says that it is what one of many has (每千人口床位数), of which a part may have more.
fn is_mean(passage: &Passage, number: &TextNumber) -> bool {
    let before = passage.chars.get(..number.from).unwrap_or_default();
    let clause: String = before.iter().rev().take_while(|c| !CLAUSE_ENDS.contains(**c)).collect();
    clause.contains(['每', '均'])
}

/// Whether a unit counts people, things or money, of which parts can be added up.
fn is_counted(unit: &str) -> bool {
    let bare = unit.trim_start_matches(|c| SCALE_CHARS.contains(c));
    let mut chars = bare.chars();
    let is_short = chars.next().is_some_and(in_words::is_measure) && chars.next().is_none();
    COUNTERS.contains(bare) || PEOPLE.contains(bare) || bare == "元" || is_short
}

/// Whether a whole announces all of its parts: 28所：小学6所…; 28所，其中：小学6所….
fn opens_list(passage: &Passage, whole: &TextNumber) -> bool {
    let behind: String = passage.chars.iter().skip(whole.to).take(OPENING).collect();
    let rest = behind.strip_prefix('，').and_then(|rest| PART_OPENINGS.strip_prefix(rest)).unwrap_or(&behind);
    rest.starts_with('：')
}

/// The parts that follow a whole in one list: names with numbers of its unit, without words of change or comparison. The
/// parts of a part (…，其中…) end the list.
fn parts<'n>(passage: &Passage, whole: &TextNumber, rest: &'n [TextNumber]) -> Vec<Part<'n>> {
    let mut parts = Vec::new();
    let mut from = whole.to + 1;
    let is_told_in_passing = passage.chars.get(whole.to) == Some(&'，') && !opens_list(passage, whole);
    for number in rest.iter().take(MOST_PARTS) {
        let words: String = passage.chars.get(from..number.from).unwrap_or_default().iter().collect();
        // Behind ； another thing is told than the parts: 医院9家，其中三级2家；卫生院27家.
        if words.starts_with('；') && is_told_in_passing {
            break;
        }
        let name = words.trim_start_matches(|c| LIST_SEPARATORS.contains(c) || c == '和');
        let name = PART_OPENINGS.strip_prefix(name).filter(|_| parts.is_empty()).unwrap_or(name);
        let name = name.strip_prefix('：').filter(|_| parts.is_empty()).unwrap_or(name);
        let is_of_name = |c: char| is_han(c) || c.is_ascii_digit() || matches!(c, '（' | '）');
        let is_name = (1..=LONGEST_NAME).contains(&name.chars().count()) && name.chars().all(is_of_name);
        let is_other = CHANGE_VERBS.is_in(name) || COMPARED.is_in(name) || PART_OPENINGS.begins(name);
        if number.unit != whole.unit || !is_name || is_other {
            break;
        }
        parts.push(Part { name: name.to_owned(), number });
        from = number.to;
    }
    parts
}

/// Whether a sentence ends at a position.
fn is_end(passage: &Passage, at: usize) -> bool {
    passage.chars.get(at).is_none_or(|c| matches!(c, '。' | '；'))
}

/// Whether no thing can be in two of the parts: none is named by another feature (公立) than the others (三级).
fn are_exclusive(parts: &[Part]) -> bool {
    let groups = |part: &Part| -> Vec<&str> {
        PART_GROUPS.iter().filter(|(word, _)| part.name.contains(word)).map(|(_, group)| *group).collect()
    };
    let first = parts.first().map(groups).unwrap_or_default();
    parts.iter().all(|part| groups(part) == first)
}

/// Half of the last printed digit of a number; 0 for a whole one.
fn half_a_digit(passage: &Passage, number: &TextNumber) -> f64 {
    let digits: String = passage.chars.get(number.from..number.to).unwrap_or_default().iter().collect();
    let Some((_, fraction)) = digits.split_once('.') else { return 0.0 };
    let n_digits = fraction.chars().take_while(char::is_ascii_digit).count();
    i32::try_from(n_digits).map_or(0.0, |n_digits| 0.5 * 10f64.powi(-n_digits))
}

/// A sum without the digits that adding leaves behind.
fn round(sum: f64) -> f64 {
    (sum * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn parts_that_do_not_add_up() {
        check(
            wrong_sums,
            &[
                ("一、基础\n建成示范区3个（国家级1个，省级3个）。\n", &["[2] 3个（国家级1个，省级3个）"]),
                ("一、基础\n建成示范区3个（国家级1个，省级2个）。\n", &[]),
                ("一、基础\n有医院9家（其中三级2家，二级3家）。\n", &[]),
                ("一、基础\n有医院4家（其中三级2家，二级3家）。\n", &["[2] 4家（其中三级2家，二级3家）"]),
                ("一、基础\n有床位900张（医院3家，卫生院2家）。\n", &[]),
            ],
        );
    }

    #[test]
    fn lists_that_do_not_add_up() {
        check(
            wrong_sums,
            &[
                ("一、基础\n有医院42家，其中三级医院45家。\n", &["[2] 42家，其中三级医院45家"]),
                (
                    "一、基础\n有职工5.2万人，其中医师2.0万人、护士2.3万人、其他1.4万人。\n",
                    &["[2] 5.2万人，其中医师2.0万人、护士2.3万人、其他1.4万人"],
                ),
                ("一、任务\n新建学校28所：小学6所、初中9所、高中12所。\n", &["[2] 28所：小学6所、初中9所、高中12所"]),
                (
                    "一、基础\n有60岁及以上人口5.2万人，其中65岁及以上人口6.1万人。\n",
                    &["[2] 5.2万人，其中65岁及以上人口6.1万人"],
                ),
                (
                    "一、基础\n有60岁及以上人口5.2万人，其中65岁及以上人口3.1万人。每千人口床位6.9张，其中甲区8.1张。\n",
                    &[],
                ),
                (
                    "一、保障\n总投资8600万元，其中中央资金3000万元，省级补助2000万元，县级配套2600万元，分批拨付。\n",
                    &["[2] 8600万元，其中中央资金3000万元，省级补助2000万元，县级配套2600万元"],
                ),
                (
                    "一、保障\n总投资8600万元，其中中央资金3000万元，省级补助2000万元，县级配套2600万元，其余贷款解决。\n",
                    &[],
                ),
                // Some of the parts; parts by two features; another unit; a change; sums of rounded numbers.
                ("一、基础\n有医院42家，其中三级医院4家、二级医院9家。\n", &[]),
                ("一、基础\n有医院10家，其中三级医院6家、公立医院8家。\n", &[]),
                ("一、基础\n有医院10家，其中三级医院6家，床位1200张。\n", &[]),
                ("一、基础\n有医院10家，其中三级医院6家，比上年增加5家。\n", &[]),
                ("一、基础\n有职工5.2万人，其中医师2.1万人、护士2.2万人、其他1.0万人。\n", &[]),
            ],
        );
    }
}
