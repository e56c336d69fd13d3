//! Two sentences that give one share of the whole place in one year different numbers, whatever words they have for having and
//! doing: 全县76%的行政村通公交 and 全县只有六成的行政村通公交.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers;
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::shares::{StatedShare, Wording, stated_share, year_before};
use crate::lexicon::metric::OWN_PLACES;
use crate::model::Confidence;
use crate::words::findings::figures;

/// How far a number and a share in words that is not said to be about right may lie apart, in percentage points.
const PLAIN_TOLERANCE: f64 = 3.0;

/// A share of the whole place, with its year and where it stands.
struct Found {
    share: StatedShare,
    year: u16,
    citation: Citation,
}

/// Shares that two sentences state of one thing for one year, and that differ.
pub(crate) fn shares_stated_twice(reading: &Reading) -> Vec<FindingDraft> {
    let texts = reading.passages.iter().filter(|passage| !passage.is_title());
    let all: Vec<Found> = texts.flat_map(shares_in).collect();
    let mut firsts: HashMap<(&Wording, u16), &Found> = HashMap::new();
    let mut drafts = Vec::new();
    for other in &all {
        let differing = other.share.wordings.iter().find_map(|wording| {
            let one = *firsts.entry((wording, other.year)).or_insert(other);
            (one.citation.line != other.citation.line && differ(one, other)).then_some(one)
        });
        drafts.extend(differing.map(|one| {
            let (first, second) = (&one.citation.quote, &other.citation.quote);
            let what = figures::two_shares(first, second);
            FindingDraft::new(Confidence::Low, what, [one.citation.clone(), other.citation.clone()])
        }));
    }
    drafts
}

/// The shares of the whole place that a text states with their year.
fn shares_in(passage: &Passage) -> Vec<Found> {
    let in_clause = |clause: numbers::TextClause| {
        let share = stated_share(clause.chars)?;
        let (from, to) = (clause.from + share.range.0, clause.from + share.range.1);
        let text: String = clause.chars.iter().collect();
        let year = year_before(passage, from).filter(|_| OWN_PLACES.is_in(&text))?;
        Some(Found { share, year, citation: passage.cite(from, to) })
    };
    numbers::split_clauses(passage).filter_map(in_clause).collect()
}

/// Whether two shares cannot both be right. A bound says too little.
fn differ(one: &Found, other: &Found) -> bool {
    let tolerance = |found: &Found| {
        let most = if found.share.is_rough { f64::INFINITY } else { PLAIN_TOLERANCE };
        found.share.tolerance.min(most)
    };
    let are_plain = one.share.bound.is_none() && other.share.bound.is_none();
    are_plain && (one.share.percent - other.share.percent).abs() > tolerance(one).max(tolerance(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn one_share_in_two_sentences() {
        let two = |one: &str, other: &str| format!("一、基础\n{one}\n二、问题\n{other}\n");
        for (one, other, expected) in [
            (
                "2025年，全市76%的行政村通公交。",
                "2025年，全市只有六成的行政村通公交，出行不便。",
                &["[2, 4] 全市76%的行政村通公交 | 全市只有六成的行政村通公交"][..],
            ),
            (
                "2025年，全市76%的行政村通公交。",
                "2025年，全市仅有71%的行政村通公交。",
                &["[2, 4] 全市76%的行政村通公交 | 全市仅有71%的行政村通公交"],
            ),
            ("2025年，全市78%的行政村通公交。", "2025年，全市八成的行政村通公交。", &[]),
            ("2025年，全市76%的行政村通公交。", "2025年，全市近八成的行政村通公交。", &[]),
            ("2025年，全市76%的行政村通公交。", "2020年，全市只有六成的行政村通公交。", &[]),
            ("2025年，全市76%的行政村通公交。", "2025年，东山县只有六成的行政村通公交。", &[]),
            ("2025年，全市76%的行政村通公交。", "2025年，全市超过六成的行政村通公交。", &[]),
        ] {
            check(shares_stated_twice, &[(&two(one, other), expected)]);
        }
    }
}
