//! Parts in brackets that do not add up to the number before them: 示范区3个（国家级1个，省级3个）.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextNumber};
use crate::analysis::check::reading::passage::Passage;
use crate::model::Confidence;

/// Absolute tolerance for a sum of printed decimals.
const TOLERANCE: f64 = 1e-6;

/// Longest bracket looked into, in characters.
const LONGEST_BRACKET: usize = 120;

/// Numbers followed by a bracket whose numbers have the same unit and another sum.
pub(crate) fn wrong_sums(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage: &Passage| {
        let numbers = numbers::find_numbers(&passage.chars);
        numbers.iter().filter_map(|whole| check_bracket(passage, whole)).collect::<Vec<_>>()
    };
    reading.passages.iter().flat_map(in_passage).collect()
}

fn check_bracket(passage: &Passage, whole: &TextNumber) -> Option<FindingDraft> {
    let chars = &passage.chars;
    chars.get(whole.to).filter(|c| matches!(c, '（' | '('))?;
    let rest = chars.get(whole.to + 1..)?;
    let length = rest.iter().take(LONGEST_BRACKET).position(|c| matches!(c, '）' | ')'))?;
    let inside = rest.get(..length)?;
    let parts = numbers::find_numbers(inside);
    let has_unit_of_whole = |part: &TextNumber| !part.unit.is_empty() && part.unit == whole.unit;
    if parts.len() < 2 || !parts.iter().all(has_unit_of_whole) || inside.iter().any(|c| matches!(c, '。' | '：')) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    // 其中 and 含 name some of the parts only.
    let is_partial = inside.starts_with(&['其', '中']) || inside.contains(&'含');
    let is_wrong = if is_partial { sum > whole.value + TOLERANCE } else { (sum - whole.value).abs() > TOLERANCE };
    is_wrong.then(|| {
        let what = format!("括号内各项合计{sum}{}，括号前为{}{}", whole.unit, whole.value, whole.unit);
        FindingDraft::new(Confidence::Medium, what, [passage.cite(whole.from, whole.to + length + 2)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn parts_that_do_not_add_up() {
        check(
            wrong_sums,
            &[
                ("一、基础\n建成示范区3个（国家级1个，省级3个）。\n", &["[2] 3个（国家级1个，省级3个）"]),
                ("一、基础\n建成示范区3个（国家级1个，省级2个）。\n", &[]),
                ("一、基础\n有医院9家（其中三级2家，二级3家）。\n", &[]),
                ("一、基础\n有医院4家（其中三级2家，二级3家）。\n", &["[2] 4家（其中三级2家，二级3家）"]),
                ("一、基础\n有床位900张（医院3家，卫生院2家）。\n", &[]),
            ],
        );
    }
}
