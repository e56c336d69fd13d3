//! Parts that do not add up to their whole: 示范区3个（国家级1个，省级3个）; 甲、乙、丙2个镇.

use crate::model::Confidence;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextNumber};
use crate::analysis::check::reading::passage::Passage;

/// How far a sum may lie from its whole: noise of binary fractions.
const NOISE: f64 = 1e-6;

/// Longest bracket looked into, in characters.
const LONGEST: usize = 120;

/// A number followed by a bracket that holds parts of the same unit, which come to another sum.
pub(crate) fn wrong_sums(reading: &Reading) -> Vec<FindingDraft> {
    reading.texts.iter().flat_map(in_text).collect()
}

fn in_text(text: &Passage) -> Vec<FindingDraft> {
    let marks = &text.marks;
    numbers::amounts(marks).iter().filter_map(|whole| in_bracket(text, marks, whole)).collect()
}

fn in_bracket(text: &Passage, marks: &[char], whole: &TextNumber) -> Option<FindingDraft> {
    marks.get(whole.to).filter(|mark| matches!(mark, '（' | '('))?;
    let rest = marks.get(whole.to + 1..)?;
    let length = rest.iter().take(LONGEST).position(|mark| matches!(mark, '）' | ')'))?;
    let inside = rest.get(..length)?;
    let parts = numbers::amounts(inside);
    let counted = |part: &TextNumber| !part.unit.is_empty() && part.unit == whole.unit;
    if parts.len() < 2 || !parts.iter().all(counted) || inside.iter().any(|mark| matches!(mark, '。' | '：')) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.number).sum();
    let some_only = inside.starts_with(&['其', '中']) || inside.contains(&'含');
    let wrong = if some_only { sum > whole.number + NOISE } else { (sum - whole.number).abs() > NOISE };
    wrong.then(|| {
        let what = format!("括号内各项合计{sum}{}，括号前为{}{}", whole.unit, whole.number, whole.unit);
        FindingDraft::new(Confidence::Medium, what, [text.place(whole.from, whole.to + length + 2)])
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
