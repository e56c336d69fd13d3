//! What is printed twice in a row: characters, words, clauses, entries of a list.

use crate::model::Confidence;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};

/// Characters that no word of these plans doubles, each with what may stand before or behind the pair all the same.
const SINGLE: &[(char, &str, &str)] =
    &[('的', "目", ""), ('局', "", "长"), ('率', "", ""), ('或', "", ""), ('将', "", ""), ('被', "", "")];

/// Longest word looked for, in characters.
const LONGEST_WORD: usize = 8;

/// Fewest characters of a clause that counts, and how many clauses further on it is looked for.
const FEWEST: usize = 8;
const REACH: usize = 4;

/// Fewest characters of an entry of a list that counts.
const ENTRY: usize = 3;

/// A character or a word printed twice in a row: 监督管理局局, 服务服务.
pub(crate) fn repeated_words(reading: &Reading) -> Vec<FindingDraft> {
    let doubled = reading.texts.iter().flat_map(words_of);
    doubled.filter(|(word, _)| is_word(reading, word)).map(|(_, found)| found).collect()
}

/// Whether the two characters doubled are a word, and not the end of one and the start of the next (体育教育教学).
fn is_word(reading: &Reading, word: &str) -> bool {
    let turned: String = word.chars().rev().collect();
    let count = |word: &str| reading.texts.iter().map(|text| text.text.matches(word).count()).sum::<usize>();
    word.chars().count() != 2 || count(word) > count(&turned)
}

fn words_of(text: &Passage) -> Vec<(String, FindingDraft)> {
    let marks = &text.marks;
    let mut found = Vec::new();
    let mut at = 0;
    while at < marks.len() {
        let length = (2..=LONGEST_WORD).rev().find(|length| is_doubled(marks, at, *length));
        let length = length.or_else(|| is_single_doubled(marks, at).then_some(1));
        if let Some(length) = length {
            let word: String = marks.get(at..at + length).unwrap_or_default().iter().collect();
            let place = text.place(at.saturating_sub(4), at + 2 * length + 4);
            let told = FindingDraft::new(Confidence::Medium, format!("“{word}”连印两次"), [place]);
            found.push((word, told));
            at += 2 * length;
        } else {
            at += 1;
        }
    }
    found
}

fn is_doubled(marks: &[char], at: usize, length: usize) -> bool {
    let (Some(one), Some(other)) = (marks.get(at..at + length), marks.get(at + length..at + 2 * length)) else {
        return false;
    };
    let varied = one.iter().any(|mark| Some(mark) != one.first());
    one == other && varied && one.iter().all(|mark| is_han(*mark))
}

fn is_single_doubled(marks: &[char], at: usize) -> bool {
    let mark = |at: Option<usize>| at.and_then(|at| marks.get(at)).copied();
    let Some(one) = mark(Some(at)).filter(|one| mark(Some(at + 1)) == Some(*one)) else { return false };
    let free = |words: &str, at: Option<usize>| !mark(at).is_some_and(|mark| words.contains(mark));
    SINGLE
        .iter()
        .any(|(known, before, behind)| *known == one && free(before, at.checked_sub(1)) && free(behind, Some(at + 2)))
}

/// A clause printed again a few clauses on, or an entry again in its list.
pub(crate) fn repeated_clauses(reading: &Reading) -> Vec<FindingDraft> {
    let again = reading.texts.iter().flat_map(|text| again(text, &['，', '；', '。'], FEWEST, REACH, "一句话"));
    let entries = reading.texts.iter().flat_map(|text| entries(text));
    again.chain(entries).collect()
}

/// The entries that a list (甲、乙、丙) names twice.
fn entries(text: &Passage) -> Vec<FindingDraft> {
    let marks = &text.marks;
    let mut found = Vec::new();
    for (from, to) in parts(marks, &['，', '；', '。', '：', '（', '）', '(', ')', '“', '”']) {
        let list = parts(marks.get(from..to).unwrap_or_default(), &['、']);
        let list: Vec<(usize, usize)> = list.into_iter().map(|(a, b)| (from + a, from + b)).collect();
        found.extend(pairs(text, marks, &list, ENTRY, list.len(), "一项"));
    }
    found
}

fn again(text: &Passage, cuts: &[char], fewest: usize, reach: usize, what: &str) -> Vec<FindingDraft> {
    let marks = &text.marks;
    pairs(text, marks, &parts(marks, cuts), fewest, reach, what)
}

/// Parts that stand twice within `reach` parts. Of several parts that are repeated together the first is told.
fn pairs(
    text: &Passage,
    marks: &[char],
    parts: &[(usize, usize)],
    fewest: usize,
    reach: usize,
    what: &str,
) -> Vec<FindingDraft> {
    let part = |(from, to): (usize, usize)| marks.get(from..to).unwrap_or_default();
    let mut found = Vec::new();
    let mut told_to = 0;
    for (at, one) in parts.iter().enumerate().filter(|(_, (from, to))| to - from >= fewest) {
        let later = parts.iter().enumerate().skip(at + 1).take(reach);
        let Some((other_at, other)) = later.into_iter().find(|(_, other)| part(**other) == part(*one)) else {
            continue;
        };
        if at >= told_to && !names_year(marks.get(one.1..other.0).unwrap_or_default()) {
            let places = [text.place(one.0, one.1), text.place(other.0, other.1)];
            let words: String = part(*one).iter().collect();
            let mut told = FindingDraft::new(Confidence::Medium, format!("同{what}印了两次：{words}"), places.clone());
            if places[0] == places[1] {
                told = FindingDraft::new(
                    Confidence::Medium,
                    format!("同{what}印了两次：{words}"),
                    [text.place(one.0, other.1)],
                );
            }
            found.push(told);
            told_to = other_at;
        }
    }
    found
}

/// Whether a year stands between two parts: what is to be by one year may be by the next in the same words.
fn names_year(marks: &[char]) -> bool {
    marks.windows(2).any(|pair| matches!(pair, [digit, '年'] if digit.is_ascii_digit()))
}

/// The parts between some marks, as ranges.
fn parts(marks: &[char], cuts: &[char]) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in marks.iter().enumerate().filter(|(_, mark)| cuts.contains(mark)) {
        parts.push((from, at));
        from = at + 1;
    }
    parts.push((from, marks.len()));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn words_in_a_row() {
        check(
            repeated_words,
            &[
                ("一、服务\n基本公共卫生服务服务内容扩大。\n", &["[2] 公共卫生服务服务内容扩大"]),
                ("一、服务\n市市场监督管理局局和各部门。\n", &["[2] 监督管理局局和各部门"]),
                ("一、服务\n人人享有健康，达到目的的机构等等，市市场监督管理局局长。\n", &[]),
                ("一、服务\n一个个、一件件，遵循体育教育教学规律，办好教育。\n", &[]),
            ],
        );
    }

    #[test]
    fn clauses_and_entries() {
        check(
            repeated_clauses,
            &[
                (
                    "一、任务\n推进无烟单位创建建设，推进无烟单位创建建设。\n",
                    &["[2] 推进无烟单位创建建设，推进无烟单位创建建设"],
                ),
                ("一、任务\n加强领导，压实责任，加强领导。\n", &[]),
                ("一、任务\n由市教育局、市财政局、市教育局承担。\n", &[]),
                ("一、任务\n要求：市教育局、市财政局、市教育局。\n", &["[2] 市教育局、市财政局、市教育局"]),
            ],
        );
    }
}
