//! Two sentences that rank one metric differently for one year: 处于全国前列, 处于全省前列.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::statements::WordedTarget;
use crate::lexicon::Glossary;
use crate::lexicon::rank::{RANK_GROUPS, RANK_POSITIONS};
use crate::model::Confidence;
use crate::words::findings::figures;

/// A rank: the group (0 is the widest) and the position in it (0 is the highest).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rank {
    group: usize,
    position: usize,
}

/// Reads the rank that a target names; `None` where it names none, or one in two groups (全省乃至全国前列).
fn parse_rank(raw: &str) -> Option<Rank> {
    let only_meaning = |words: &Glossary<usize>| {
        let mut named = words.iter().filter(|(word, _)| raw.contains(word)).map(|(_, meaning)| *meaning);
        named.next().filter(|first| named.all(|other| other == *first))
    };
    Some(Rank { group: only_meaning(&RANK_GROUPS)?, position: only_meaning(&RANK_POSITIONS)? })
}

/// Two targets in words with different ranks for one metric and year.
pub(crate) fn conflicting_ranks(reading: &Reading) -> Vec<FindingDraft> {
    let ranked: Vec<(&WordedTarget, Rank)> =
        reading.worded_targets.iter().filter_map(|target| Some((target, parse_rank(&target.raw)?))).collect();
    let mut drafts = Vec::new();
    let mut firsts: HashMap<(String, u16), Vec<(&WordedTarget, Rank)>> = HashMap::new();
    for (other, rank) in ranked {
        let key = other.metric.index_keys().into_iter().next().unwrap_or_default();
        let known = firsts.entry((key, other.year)).or_default();
        if known.iter().any(|(_, known)| *known == rank) {
            continue;
        }
        let is_other_line = |one: &&(&WordedTarget, Rank)| one.0.citation.line != other.citation.line;
        let conflicting =
            known.iter().find(is_other_line).filter(|(one, _)| one.metric.similarity(&other.metric).is_some());
        if let Some((one, _)) = conflicting {
            let name = &other.metric.name;
            let what = figures::two_ranks(name, one.year, &one.raw, &other.raw);
            drafts.push(FindingDraft::new(Confidence::Medium, what, [one.citation.clone(), other.citation.clone()]));
        }
        known.push((other, rank));
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
