//! Results that a sentence computes from its own numbers, and that do not follow from them: 120个村，其中90个建成…，占85%; 由46张增加到60张，
//! 增加了24张.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextNumber};
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::change::{EVERY_YEAR, FALL_VERBS, FALLING, GROWTH_VERBS, MEANS_AND_PARTS, REDUCING, RISING};
use crate::lexicon::metric::PART_SHARES;
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::time::START_YEAR_PREFIXES;
use crate::model::Confidence;
use crate::words::findings::figures;

/// How far a share may lie from the quotient of its part and its whole, in percentage points, as each may be rounded.
const SHARE_TOLERANCE: f64 = 1.5;

/// Most characters between the numbers of one result.
const REACH: usize = 30;

/// What a difference of printed decimals may be off.
const TOLERANCE: f64 = 1e-6;

/// Shares and differences that other numbers of their sentence contradict.
pub(crate) fn wrong_results(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage: &Passage| {
        let numbers = numbers::find_numbers(&passage.chars);
        let triples = numbers.windows(3);
        let found = triples.filter_map(|three| match three {
            [one, two, three] => {
                wrong_share(passage, [one, two, three]).or_else(|| wrong_change(passage, [one, two, three]))
            }
            _ => None,
        });
        found.collect::<Vec<_>>()
    };
    reading.passages.iter().filter(|passage| !passage.is_title()).flat_map(in_passage).collect()
}

/// The characters between two numbers of one sentence; `None` where they are too many or another sentence begins.
fn between(passage: &Passage, one: &TextNumber, other: &TextNumber) -> Option<String> {
    let chars = passage.chars.get(one.to..other.from)?;
    let is_near = chars.len() <= REACH && !chars.iter().any(|c| SENTENCE_ENDS.contains(*c));
    is_near.then(|| chars.iter().collect())
}

/// A whole, a part of it (其中) and the share of the part, which is another one: 120个，其中90个…，占总数的85%.
fn wrong_share(passage: &Passage, [whole, part, share]: [&TextNumber; 3]) -> Option<FindingDraft> {
    let is_part = between(passage, whole, part)? == "，其中" && part.unit == whole.unit && !whole.unit.is_empty();
    let words = between(passage, part, share)?;
    let is_share = share.unit == "%" && words.split('，').next_back().is_some_and(|last| PART_SHARES.begins(last));
    let is_known = is_part && is_share && part.unit != "%" && whole.value > 0.0 && part.value <= whole.value;
    let percent = is_known.then(|| part.value / whole.value * 100.0)?;
    ((percent - share.value).abs() > SHARE_TOLERANCE).then(|| {
        let (part_label, whole_label) = (label(part), label(whole));
        let what = figures::wrong_share(part_label, whole_label, percent, share.value);
        FindingDraft::new(Confidence::High, what, [passage.cite(whole.from, share.to)])
    })
}

/// A change from one number to another, and by how much, which is another number: 由46张增加到60张，增加了24张.
fn wrong_change(passage: &Passage, [start, end, change]: [&TextNumber; 3]) -> Option<FindingDraft> {
    let units = [&start.unit, &end.unit, &change.unit];
    let are_alike = units.iter().all(|unit| **unit == end.unit && !unit.is_empty());
    let before: String = passage.chars.get(start.from.saturating_sub(REACH / 2)..start.from)?.iter().collect();
    let is_start = START_YEAR_PREFIXES.iter().any(|word| before.contains(word));
    let verb = between(passage, start, end)?;
    // 增加到2025年的60张: the year is no part of the verb.
    let verb =
        verb.split(|c: char| c.is_ascii_digit()).next()?.strip_suffix(['到', '至', '为'])?.chars().next_back()?;
    let words = between(passage, end, change)?;
    let words = words.trim_end_matches(['了', '近', '约']);
    let is_change = [&GROWTH_VERBS, &FALL_VERBS, &REDUCING].into_iter().any(|verbs| verbs.ends(words));
    let is_mean = EVERY_YEAR.is_in(words) || MEANS_AND_PARTS.is_in(words);
    let is_result = are_alike && is_start && (RISING.contains(verb) || FALLING.contains(verb)) && is_change && !is_mean;
    let real = is_result.then(|| (end.value - start.value).abs())?;
    let rounding = [start, end, change].iter().map(|number| last_digit(passage, number)).sum::<f64>() / 2.0;
    ((real - change.value).abs() > rounding + TOLERANCE).then(|| {
        let rounded = (real * 1e6).round() / 1e6;
        let what = figures::wrong_change(label(start), label(end), rounded, &end.unit, label(change));
        FindingDraft::new(Confidence::High, what, [passage.cite(start.from, change.to)])
    })
}

/// The value of the last decimal of a number; 0 for a whole one.
fn last_digit(passage: &Passage, number: &TextNumber) -> f64 {
    let printed: String = passage.chars.get(number.from..number.to).unwrap_or_default().iter().collect();
    let decimals = printed.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count());
    if decimals == 0 { 0.0 } else { i32::try_from(decimals).map_or(0.0, |decimals| 0.1_f64.powi(decimals)) }
}

fn label(number: &TextNumber) -> String {
    format!("{}{}", number.value, number.unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn results_of_other_numbers() {
        check(
            wrong_results,
            &[
                (
                    "一、现状\n有行政村120个，其中90个已建成助餐点，占行政村总数的85%。\n",
                    &["[2] 120个，其中90个已建成助餐点，占行政村总数的85%"],
                ),
                ("一、现状\n有行政村120个，其中90个已建成助餐点，占行政村总数的75%。\n", &[]),
                ("一、现状\n有机构46家，其中32家设有病床，床位使用率达到85%。\n", &[]),
                (
                    "一、现状\n床位由2020年的46张增加到2025年的60张，五年增加了24张。\n",
                    &["[2] 46张增加到2025年的60张，五年增加了24张"],
                ),
                ("一、现状\n分钟数从21分钟缩短至15分钟，减少8分钟。\n", &["[2] 21分钟缩短至15分钟，减少8分钟"]),
                ("一、现状\n床位由46张增加到60张，五年增加14张。医师由1.3万人增加到1.6万人，增加0.32万人。\n", &[]),
                ("一、现状\n床位由46张增加到60张，年均增加3张。床位由46张增加到60张，其中县级增加9张。\n", &[]),
            ],
        );
    }
}
