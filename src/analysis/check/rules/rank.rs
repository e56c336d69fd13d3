//! Ranks of one thing for one year that differ between two places of the text: 处于全国前列, 处于全省前列.
//!
//! Compares where something is to stand and among whom. What is no rank is none of its business.

use crate::model::Confidence;

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::{Reading, Worded};

/// Among whom, a line each, the widest first.
const AMONG: &[&[&str]] = &[&["国际", "世界", "全球"], &["全国", "国内"], &["全省", "省内"], &["全市", "市内"]];

/// Where among them, a line each.
const STANDING: &[&[&str]] = &[&["前列", "领先", "先进", "前茅", "一流"], &["中上", "上游"], &["平均", "中等", "中游"]];

/// Where something is to stand: rows of [`AMONG`] and [`STANDING`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rank {
    among: usize,
    standing: usize,
}

/// The rank in the words of a target. `None` where they name none, or one among two groups (全省乃至全国前列).
fn rank(raw: &str) -> Option<Rank> {
    let only = |groups: &[&[&str]]| {
        let mut named = (0..groups.len()).filter(|at| groups[*at].iter().any(|word| raw.contains(word)));
        named.next().filter(|_| named.next().is_none())
    };
    Some(Rank { among: only(AMONG)?, standing: only(STANDING)? })
}

/// Two places of the text that rank one thing otherwise for the same year.
pub(crate) fn conflicting_ranks(reading: &Reading) -> Vec<FindingDraft> {
    let ranked: Vec<(&Worded, Rank)> =
        reading.worded.iter().filter_map(|worded| Some((worded, rank(&worded.raw)?))).collect();
    let mut found = Vec::new();
    for (at, (one, rank)) in ranked.iter().enumerate() {
        let later = ranked.get(at + 1..).unwrap_or_default();
        let facing = later.iter().filter(|(other, _)| one.year == other.year && one.place.line != other.place.line);
        for (other, _) in facing
            .filter(|(other, others)| rank != others && one.metric.similarity(&other.metric) == Some(Similarity::Same))
        {
            let what =
                format!("“{}”{}年目标：一处写“{}”，另一处写“{}”", other.metric.name, one.year, one.raw, other.raw);
            found.push(FindingDraft::new(Confidence::Medium, what, [one.place.clone(), other.place.clone()]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn two_ranks_of_one_thing() {
        let text = |one: &str, other: &str| format!("一、目标\n{one}\n二、任务\n{other}\n");
        for (one, other, expected) in [
            (
                "到2030年，居民健康素养水平进入全国前列。",
                "到2030年，全市居民健康素养水平处于全省前列。",
                &["[2, 4] 到2030年，居民健康素养水平进入全国前列 | 到2030年，全市居民健康素养水平处于全省前列"][..],
            ),
            // Another year, another thing, the same rank in other words, two groups at once.
            ("到2028年，居民健康素养水平进入全省前列。", "到2030年，居民健康素养水平进入全国前列。", &[]),
            ("到2030年，居民健康素养水平进入全省前列。", "到2030年，居民体质健康水平进入全国前列。", &[]),
            ("到2030年，居民健康素养水平进入全省前列。", "到2030年，居民健康素养水平达到全省领先。", &[]),
            ("到2030年，居民健康素养水平进入全省前列。", "到2030年，居民健康素养水平处于全省乃至全国前列。", &[]),
        ] {
            check(conflicting_ranks, &[(&text(one, other), expected)]);
        }
    }
}
