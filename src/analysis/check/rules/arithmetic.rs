//! Results that a sentence computes from its own numbers, and that do not follow from them: 120个村，其中90个建成…，占85%; 由46张增加到60张，
//! 增加了24张; 2026年1600万元，2027年2000万元，合计3800万元; 人口50万人，床位3000张，每千人口8.5张.

mod change;
mod per_head;
mod share;
mod sum_of;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::punctuation::SENTENCE_ENDS;

/// Most characters between the numbers of one result.
const REACH: usize = 30;

/// The most amounts of one text that are looked back through for what another one is a part of.
const MOST_BEFORE: usize = 24;

/// Results that other numbers of their text contradict.
pub(crate) fn wrong_results(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage: &Passage| {
        let amounts = amount::find_amounts(&passage.chars);
        let mut drafts = Vec::new();
        for at in 0..amounts.len() {
            let Some((before, last)) = amounts
                .get(at.saturating_sub(MOST_BEFORE)..=at)
                .and_then(|some| some.split_last().map(|(last, before)| (before, last)))
            else {
                continue;
            };
            let found = share::wrong_share(passage, before, last)
                .or_else(|| change::wrong_change(passage, before, last))
                .or_else(|| change::wrong_multiple(passage, before, last))
                .or_else(|| share::wrong_rate(passage, before, last))
                .or_else(|| per_head::wrong_rate(passage, before, last))
                .or_else(|| sum_of::wrong_sum(passage, before, last));
            drafts.extend(found);
        }
        drafts.extend(share::wrong_shares_in_words(passage, &amounts));
        drafts.extend(change::wrong_doublings(passage, &amounts));
        drafts
    };
    reading.passages.iter().filter(|passage| !passage.is_title()).flat_map(in_passage).collect()
}

/// The characters between two amounts.
fn between(passage: &Passage, one: &Amount, other: &Amount) -> String {
    passage.chars.get(one.to..other.from).unwrap_or_default().iter().collect()
}

/// Those characters; `None` where they are too many or another sentence begins.
fn closely_between(passage: &Passage, one: &Amount, other: &Amount) -> Option<String> {
    let text = between(passage, one, other);
    let is_near = text.chars().count() <= REACH && !text.contains(|c| SENTENCE_ENDS.contains(c));
    is_near.then_some(text)
}

/// The Chinese words directly before an amount, from the last mark on.
fn words_before(passage: &Passage, amount: &Amount) -> String {
    let before = passage.chars.get(..amount.from).unwrap_or_default();
    let n_words =
        before.iter().rev().take(REACH).take_while(|c| c.is_alphanumeric() || matches!(c, '（' | '）')).count();
    before.get(amount.from - n_words..).unwrap_or_default().iter().collect()
}

/// A number without the digits that computing leaves behind.
fn round(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
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
