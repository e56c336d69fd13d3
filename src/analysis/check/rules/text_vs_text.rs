//! One metric with two numbers: text against text, table against table.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::difference::{differs, faces, years};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::Similarity;
use crate::model::Confidence;
use crate::registry::name;

/// Two figures of the text for the same thing and year.
pub(crate) fn between_sentences(reading: &Reading) -> Vec<FindingDraft> {
    let mut found = Vec::new();
    for (at, one) in reading.stated.iter().enumerate() {
        let later = reading.stated.get(at + 1..).unwrap_or_default();
        let facing = later.iter().filter(|other| faces(one, other) && one.place.line != other.place.line);
        for (how, other) in facing.filter_map(|other| Some((differs(one, other)?, other))) {
            let what = format!(
                "“{}”{}：一处写{}，另一处写{}{}",
                one.metric.name,
                years(one),
                one.raw,
                other.raw,
                how.remark(other)
            );
            found.push(FindingDraft::new(how.confidence, what, [one.place.clone(), other.place.clone()]));
        }
    }
    found
}

/// Two places of the text that set the same numbers for the same thing by other years.
pub(crate) fn same_numbers_other_years(reading: &Reading) -> Vec<FindingDraft> {
    let mut found = Vec::new();
    for (at, (name, years, numbers, place)) in reading.paired.iter().enumerate() {
        let later = reading.paired.get(at + 1..).unwrap_or_default().iter();
        let same = later.filter(|(other, other_years, others, _)| {
            name::key(other) == name::key(name) && others == numbers && other_years != years
        });
        found.extend(same.map(|(_, others, _, other)| {
            let joined = |years: &[u16]| years.iter().map(|year| format!("{year}年")).collect::<Vec<_>>().join("和");
            let what = format!("“{name}”的目标数值相同，年份一处为{}，另一处为{}", joined(years), joined(others));
            FindingDraft::new(Confidence::High, what, [place.clone(), other.clone()])
        }));
    }
    found
}

/// Two tables that print another number for the same thing, year and kind.
pub(crate) fn between_tables(reading: &Reading) -> Vec<FindingDraft> {
    let printed: Vec<_> = reading.printed().collect();
    let mut found = Vec::new();
    for (at, (one, row)) in printed.iter().enumerate() {
        let later = printed.get(at + 1..).unwrap_or_default();
        for (other, below) in later.iter().filter(|(_, below)| below.table.id != row.table.id) {
            let how = faces(one, other).then(|| differs(one, other)).flatten();
            if let Some(how) = how.filter(|how| how.similarity == Similarity::Same && !one.metric.unlike) {
                let places = row.places(&one.place).into_iter().chain(below.places(&other.place));
                let what = format!("“{}”{}：一表写{}，另一表写{}", one.metric.name, years(one), one.raw, other.raw);
                found.push(FindingDraft::new(how.confidence, what, places));
            }
        }
    }
    found
}
