//! Parts of a year against the months in brackets behind them: 第三季度（10月—12月）.

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::parse_integer;
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::punctuation::RANGE_DASHES;
use crate::lexicon::time::MONTHS_OF_PARTS;
use crate::model::Confidence;
use crate::words::findings::times;

/// What the parts of a year are called that have three months; the others have six.
const QUARTER: &str = "季度";

/// Most characters of a bracket that is read for months.
const LONGEST_BRACKET: usize = 12;

/// The parts of a year of which a month behind them is none.
pub(super) fn other_months(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let brackets = (1..chars.len()).filter(|at| matches!(chars.get(*at), Some('（' | '(')));
    let found = brackets.filter_map(|at| {
        let before: String = chars.get(at.saturating_sub(LONGEST_BRACKET)..at)?.iter().collect();
        let named = MONTHS_OF_PARTS.iter().filter(|(part, _)| before.ends_with(part));
        let (part, first) = named.max_by_key(|(part, _)| part.len())?;
        let last = first + if part.ends_with(QUARTER) { 2 } else { 5 };
        let inside = chars.get(at + 1..)?;
        let length = inside.iter().take(LONGEST_BRACKET).position(|c| matches!(c, '）' | ')'))?;
        let months = months(inside.get(..length)?);
        let is_wrong = !months.is_empty() && months.iter().any(|month| !(*first..=last).contains(month));
        is_wrong.then(|| {
            let citation = passage.cite(at - part.chars().count(), at + length + 2);
            let what = times::wrong_months(part, first, last, &citation.quote);
            FindingDraft::new(Confidence::High, what, [citation])
        })
    });
    found.collect()
}

/// The months that a bracket names: 7月—9月, 7—9月, 7月至9月. Empty for any other bracket.
fn months(inside: &[char]) -> Vec<u32> {
    let mut months = Vec::new();
    let mut at = 0;
    while at < inside.len() {
        match parse_integer(inside, at).filter(|(month, _)| (1..=12).contains(month)) {
            Some((month, end)) => {
                months.push(month);
                at = end;
            }
            None if inside.get(at).is_some_and(|c| RANGE_DASHES.contains(*c) || matches!(c, '月' | '份' | '到')) => {
                at += 1;
            }
            None => return Vec::new(),
        }
    }
    if inside.contains(&'月') { months } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::analysis::check::rules::spans::spans_against_their_dates;
    use crate::analysis::check::tests::check;

    #[test]
    fn months_of_quarters() {
        check(
            spans_against_their_dates,
            &[
                ("一、安排\n2026年第三季度（10月—12月）采购。\n", &["[2] 第三季度（10月—12月）"]),
                ("一、安排\n2026年上半年（7月至12月）选址。\n", &["[2] 上半年（7月至12月）"]),
                (
                    "一、安排\n第三季度（7—9月）采购，上半年（1月至6月）选址，四季度（12月）验收，下半年（2次）抽查。\n",
                    &[],
                ),
            ],
        );
    }
}
