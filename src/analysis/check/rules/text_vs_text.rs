//! Two sentences, or two tables, that give one metric different numbers for one year, or the
//! same numbers for other years.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::difference::{Difference, are_comparable};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::Similarity;
use crate::model::Confidence;
use crate::registry::name;

/// Two sentences with different numbers for one metric and year.
pub(crate) fn between_sentences(reading: &Reading) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    for (at, one) in reading.text_figures.iter().enumerate() {
        let later = reading.text_figures.get(at + 1..).unwrap_or_default();
        for other in later.iter().filter(|other| are_comparable(one, other) && one.citation.line != other.citation.line)
        {
            let Some(difference) = Difference::between(one, other) else { continue };
            let (name, year, remark) = (&one.metric.name, one.year_label(), difference.remark(other));
            let what = format!("“{name}”{year}：一处写{}，另一处写{}{remark}", one.raw, other.raw);
            let citations = [one.citation.clone(), other.citation.clone()];
            drafts.push(FindingDraft::new(difference.confidence, what, citations));
        }
    }
    drafts
}

/// Two sentences that set the same numbers for one metric, by different years.
pub(crate) fn same_numbers_other_years(reading: &Reading) -> Vec<FindingDraft> {
    let list_years = |years: &[u16]| years.iter().map(|year| format!("{year}年")).collect::<Vec<_>>().join("和");
    let mut drafts = Vec::new();
    for (at, one) in reading.series_targets.iter().enumerate() {
        let later = reading.series_targets.get(at + 1..).unwrap_or_default().iter();
        let contradicting = later.filter(|other| {
            name::key(&other.name) == name::key(&one.name) && other.values == one.values && other.years != one.years
        });
        drafts.extend(contradicting.map(|other| {
            let (name, years, other_years) = (&one.name, list_years(&one.years), list_years(&other.years));
            let what = format!("“{name}”的目标数值相同，年份一处为{years}，另一处为{other_years}");
            FindingDraft::new(Confidence::High, what, [one.citation.clone(), other.citation.clone()])
        }));
    }
    drafts
}

/// Two tables with different numbers for one metric, year and kind of value.
pub(crate) fn between_tables(reading: &Reading) -> Vec<FindingDraft> {
    let printed: Vec<_> = reading.table_figures().collect();
    let mut drafts = Vec::new();
    for (at, (one, row)) in printed.iter().enumerate() {
        let later = printed.get(at + 1..).unwrap_or_default();
        for (other, other_row) in later.iter().filter(|(_, other_row)| other_row.table.id != row.table.id) {
            let difference = are_comparable(one, other).then(|| Difference::between(one, other)).flatten();
            let is_sure =
                |difference: &Difference| difference.similarity == Similarity::Same && !one.metric.is_incomparable;
            if let Some(difference) = difference.filter(is_sure) {
                let (name, year) = (&one.metric.name, one.year_label());
                let what = format!("“{name}”{year}：一表写{}，另一表写{}", one.raw, other.raw);
                let citations = row.cite_with(&one.citation).into_iter().chain(other_row.cite_with(&other.citation));
                drafts.push(FindingDraft::new(difference.confidence, what, citations));
            }
        }
    }
    drafts
}
