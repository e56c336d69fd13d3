//! The words for findings. They say what differs, never who is wrong.

use crate::analysis::check::{confidence_name, kind_name, line_runs};
use crate::model::{Confidence, FindingKind};

pub(crate) const NO_FINDINGS: &str = "所选规划没有核对发现。";
/// Shown while another thread looks for findings.
pub(crate) const CHECKING: &str = "正在核对…";
/// Words how many plans could not be checked, below the findings of the others.
pub(crate) fn unchecked(n_plans: usize) -> String {
    format!("另有 {n_plans} 部规划未能核对")
}

pub(crate) const NO_SUCH_FINDING: &str = "没有符合条件的核对发现。Esc 清除筛选。";
/// The mark before a paragraph, heading or row that a finding concerns, and before the finding itself.
pub(crate) const FOUND: &str = "※";
/// The mark behind a row of the tree that a finding concerns.
pub(crate) const FOUND_SHORT: &str = "核";
pub(crate) const WORKED_OUT: &str = "推算";
pub(crate) const ONE_PLACE: &str = "这条核对只讲到这一处";
pub(crate) const CARE: &str = "推算所得，只列出哪里不同，不断定哪一处为准；请对照原文。";

/// Every kind of finding, the most useful first.
pub(crate) const KINDS: [FindingKind; 8] = [
    FindingKind::TextVsTable,
    FindingKind::TextVsText,
    FindingKind::MissedTarget,
    FindingKind::Implausible,
    FindingKind::Unit,
    FindingKind::Numbering,
    FindingKind::Typo,
    FindingKind::Style,
];

/// Words that findings concern rows of a table, and where they are shown.
pub(crate) fn found_in_table(n: usize) -> String {
    format!("{FOUND} 表内有 {n} 条核对发现（{WORKED_OUT}）：有关各行标 {FOUND}，说明在表后；按 4 看核对页。")
}

/// Words how many findings of a plan are listed, followed by the head of the column of confidence.
pub(crate) fn findings(n: usize) -> String {
    format!("{n} 条　可信程度")
}

/// Words which passage of a finding this is, and its lines.
pub(crate) fn nth_place(at: usize, lines: &[u32]) -> String {
    format!("第 {} 处　{}", at + 1, lines_listed(lines))
}

/// Lists lines of the document in ascending order, consecutive ones as a range.
pub(crate) fn lines_listed(lines: &[u32]) -> String {
    format!("原文第 {} 行", line_runs(lines))
}

/// Words how reliable a finding is.
pub(crate) fn surety(of: Confidence) -> String {
    format!("可信程度：{}（{WORKED_OUT}）", confidence_name(of))
}

/// Words a finding at one of its passages; `elsewhere` are the lines of its other passages.
pub(crate) fn found(kind: FindingKind, what: &str, elsewhere: &[u32]) -> String {
    let see = if elsewhere.is_empty() { String::new() } else { format!("　另见{}", lines_listed(elsewhere)) };
    format!("{FOUND} {}（{WORKED_OUT}）：{what}{see}", kind_name(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_follow_one_another_are_one() {
        for (lines, expected) in
            [(&[7][..], "原文第 7 行"), (&[7, 8, 9], "原文第 7–9 行"), (&[2, 7, 8, 12], "原文第 2、7–8、12 行")]
        {
            assert_eq!(lines_listed(lines), expected);
        }
    }
}
