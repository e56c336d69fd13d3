//! Two sentences that rank one metric differently for one year: 处于全国前列, 处于全省前列.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::statements::WordedTarget;
use crate::model::Confidence;

/// Words for the group that something is ranked in, a group a row, the widest first.
const GROUPS: &[&[&str]] = &[&["国际", "世界", "全球"], &["全国", "国内"], &["全省", "省内"], &["全市", "市内"]];

/// Words for the position in that group, a position a row, the highest first.
const POSITIONS: &[&[&str]] =
    &[&["前列", "领先", "先进", "前茅", "一流"], &["中上", "上游"], &["平均", "中等", "中游"]];

/// A rank, as rows of [`GROUPS`] and [`POSITIONS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rank {
    group: usize,
    position: usize,
}

/// Reads the rank that a target names; `None` where it names none, or one in two groups (全省乃至全国前列).
fn parse_rank(raw: &str) -> Option<Rank> {
    let only_row = |table: &[&[&str]]| {
        let mut named = (0..table.len()).filter(|row| table[*row].iter().any(|word| raw.contains(word)));
        named.next().filter(|_| named.next().is_none())
    };
    Some(Rank { group: only_row(GROUPS)?, position: only_row(POSITIONS)? })
}

/// Two targets in words with different ranks for one metric and year.
pub(crate) fn conflicting_ranks(reading: &Reading) -> Vec<FindingDraft> {
    let ranked: Vec<(&WordedTarget, Rank)> =
        reading.worded_targets.iter().filter_map(|target| Some((target, parse_rank(&target.raw)?))).collect();
    let mut drafts = Vec::new();
    for (at, (one, rank)) in ranked.iter().enumerate() {
        let later = ranked.get(at + 1..).unwrap_or_default();
        let conflicting = later.iter().filter(|(other, other_rank)| {
            one.year == other.year
                && one.citation.line != other.citation.line
                && rank != other_rank
                && one.metric.similarity(&other.metric) == Some(Similarity::Same)
        });
        for (other, _) in conflicting {
            let name = &other.metric.name;
            let what = format!("“{name}”{}年目标：一处写“{}”，另一处写“{}”", one.year, one.raw, other.raw);
            drafts.push(FindingDraft::new(Confidence::Medium, what, [one.citation.clone(), other.citation.clone()]));
        }
    }
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn two_ranks_of_one_metric() {
        let text = |one: &str, other: &str| format!("一、目标\n{one}\n二、任务\n{other}\n");
        for (one, other, expected) in [
            (
                "到2030年，居民健康素养水平进入全国前列。",
                "到2030年，全市居民健康素养水平处于全省前列。",
                &["[2, 4] 到2030年，居民健康素养水平进入全国前列 | 到2030年，全市居民健康素养水平处于全省前列"][..],
            ),
            // Another year, another metric, the same rank in other words, two groups at once.
            ("到2028年，居民健康素养水平进入全省前列。", "到2030年，居民健康素养水平进入全国前列。", &[]),
            ("到2030年，居民健康素养水平进入全省前列。", "到2030年，居民体质健康水平进入全国前列。", &[]),
            ("到2030年，居民健康素养水平进入全省前列。", "到2030年，居民健康素养水平达到全省领先。", &[]),
            ("到2030年，居民健康素养水平进入全省前列。", "到2030年，居民健康素养水平处于全省乃至全国前列。", &[]),
        ] {
            check(conflicting_ranks, &[(&text(one, other), expected)]);
        }
    }
}
