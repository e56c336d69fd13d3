//! A heading that wants less of something above a text that wants more of it throughout, or the other way about: 压减住院床位规模
//! above 新增住院床位1500张.

use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers;
use crate::analysis::check::rules::heading_text::below::Below;
use crate::lexicon::heading::{WANTING_LESS, WANTING_MORE};
use crate::model::Confidence;
use crate::words::findings::lists;

/// Characters of what a heading is about by which its text names it.
const TOPIC: usize = 4;

/// How many clauses of the text must say the opposite.
const OFTEN: usize = 2;

/// A heading that its text contradicts in every clause on the same thing.
pub(super) fn other_direction(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    let less = WANTING_LESS.strip_prefix(title.text).map(|topic| (topic, &WANTING_LESS, &WANTING_MORE));
    let more = || WANTING_MORE.strip_prefix(title.text).map(|topic| (topic, &WANTING_MORE, &WANTING_LESS));
    let (topic, own, opposite) = less.or_else(more)?;
    let topic: String = topic.chars().take(TOPIC).collect();
    if topic.chars().count() < TOPIC || below.passages.iter().any(|passage| own.is_in(passage.text)) {
        return None;
    }
    let mut contradicting: Vec<Citation> = Vec::new();
    for passage in &below.passages {
        for clause in numbers::split_clauses(passage) {
            let text: String = clause.chars.iter().collect();
            let before = text.split_once(&topic).map(|(before, _)| before);
            if before.is_some_and(|before| opposite.is_in(before)) {
                let length = text.trim_end_matches(|c: char| !c.is_alphanumeric()).chars().count();
                contradicting.push(passage.cite(clause.from, clause.from + length));
            }
        }
    }
    let first = contradicting.first().filter(|_| contradicting.len() >= OFTEN)?;
    let citation = title.cite(0, title.chars.len());
    let what = lists::heading_and_text(&citation.quote, &first.quote);
    Some(FindingDraft::new(Confidence::Medium, what, [citation, first.clone()]))
}

#[cfg(test)]
mod tests {
    use crate::analysis::check::rules::heading_text::headings_against_text;
    use crate::analysis::check::tests::check;

    #[test]
    fn headings_that_want_the_opposite() {
        check(
            headings_against_text,
            &[
                (
                    "一、任务\n（一）压减公务车辆数量\n新增公务车辆20辆，扩大公务车辆编制。\n",
                    &["[2, 3] 压减公务车辆数量 | 新增公务车辆20辆"],
                ),
                (
                    "一、任务\n（一）扩大公园绿地面积\n核减公园绿地3公顷，压缩公园绿地指标。\n",
                    &["[2, 3] 扩大公园绿地面积 | 核减公园绿地3公顷"],
                ),
                ("一、任务\n（一）压减公务车辆数量\n新增公务车辆2辆，扩大公务车辆共用，压减费用。\n", &[]),
                ("一、任务\n（一）减少烟草危害\n新增无烟单位60家，扩大禁烟范围。\n", &[]),
            ],
        );
    }
}
