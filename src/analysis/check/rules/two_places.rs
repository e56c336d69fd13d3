//! Two places of one level that a plan takes each for its own: 立足丹岔县县情 and 与沅岭县经济社会发展水平相适应.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::place::{BEFORE_OWN_PLACES, BEHIND_OWN_PLACES, LOCAL_LEVELS};
use crate::model::Confidence;
use crate::words::findings::writing;

/// Characters of the name of a place before its level.
const NAME: std::ops::RangeInclusive<usize> = 2..=3;

/// Characters before a place, and behind it, in which words say that it is the plan's own.
const LEAD: usize = 4;
const REACH: usize = 20;

/// The first two places that differ of those that the text takes for its own.
pub(crate) fn places_taken_for_own(reading: &Reading) -> Vec<FindingDraft> {
    let places: Vec<(String, Citation)> = reading.passages.iter().flat_map(own_places).collect();
    let Some((first, place)) = places.first() else { return Vec::new() };
    let level = first.chars().next_back();
    let other = places.iter().find(|(name, _)| name != first && name.chars().next_back() == level);
    let draft = other.map(|(name, other)| {
        let what = writing::two_own_places(first, name);
        FindingDraft::new(Confidence::Medium, what, [place.clone(), other.clone()])
    });
    draft.into_iter().collect()
}

/// The places that a text names behind a word like 立足 and before a word like 实际.
fn own_places(passage: &Passage) -> Vec<(String, Citation)> {
    let chars = &passage.chars;
    let levels = (0..chars.len()).filter(|at| chars.get(*at).is_some_and(|c| LOCAL_LEVELS.contains(*c)));
    let found = levels.filter_map(|at| {
        NAME.rev().find_map(|length| {
            let from = at.checked_sub(length)?;
            let name = chars.get(from..=at)?;
            let before: String = chars.get(from.saturating_sub(LEAD)..from)?.iter().collect();
            let behind: String =
                chars.iter().skip(at + 1).take(REACH).take_while(|c| is_han(**c) || **c == '、').collect();
            let is_own = BEFORE_OWN_PLACES.ends(&before) && BEHIND_OWN_PLACES.is_in(&behind);
            (is_own && name.iter().all(|c| is_han(*c))).then(|| (name.iter().collect(), passage.cite(from, at + 1)))
        })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn two_places_that_are_both_the_plans_own() {
        check(
            places_taken_for_own,
            &[
                (
                    "一、总则\n立足白石县山区多的县情。\n建成与青田县经济社会发展水平相适应的体系。\n",
                    &["[2, 3] 白石县 | 青田县"],
                ),
                ("一、总则\n立足白石县山区多的县情。\n建成与白石县经济社会发展水平相适应的体系。\n", &[]),
                ("一、总则\n立足白石县山区多的县情。\n学习青田县经验，与青田县共建联盟。\n", &[]),
            ],
        );
    }
}
