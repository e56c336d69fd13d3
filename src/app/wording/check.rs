//! The words for findings: what differs, never who is wrong.

use crate::analysis::check::{confidence_name, kind_name, line_runs};
use crate::model::{Confidence, FindingKind};

pub(crate) const NO_FINDINGS: &str = "所选规划没有核对发现。";
/// While another thread works the findings out.
pub(crate) const CHECKING: &str = "正在核对…";
pub(crate) const NO_SUCH_FINDING: &str = "没有这样的核对发现。Esc 清除筛选。";
/// Before a paragraph, a heading or a row that a finding speaks of, and before what it says.
pub(crate) const FOUND: &str = "※";
/// Behind a row of the tree that a finding speaks of.
pub(crate) const FOUND_SHORT: &str = "核";
pub(crate) const WORKED_OUT: &str = "推算";
pub(crate) const ONE_PLACE: &str = "这条核对只讲到这一处";
pub(crate) const CARE: &str = "推算所得，只列出哪里不同，不断定哪一处为准；请对照原文。";

/// Every kind, in the order a reader wants them.
pub(crate) const KINDS: [FindingKind; 7] = [
    FindingKind::TextVsTable,
    FindingKind::TextVsText,
    FindingKind::MissedTarget,
    FindingKind::Implausible,
    FindingKind::Unit,
    FindingKind::Numbering,
    FindingKind::Typo,
];

/// That findings speak of rows of a table, and where they are told.
pub(crate) fn found_in_table(n: usize) -> String {
    format!("{FOUND} 表内有 {n} 条核对发现（{WORKED_OUT}）：有关各行标 {FOUND}，说明在表后；按 4 看核对页。")
}

/// How many findings of a plan are listed; then the head of the column that says how sure each is.
pub(crate) fn findings(n: usize) -> String {
    format!("{n} 条　把握")
}

/// Which place of a finding, and where it is printed.
pub(crate) fn nth_place(at: usize, lines: &[u32]) -> String {
    format!("第 {} 处　{}", at + 1, lines_listed(lines))
}

/// Lines of the document in ascending order, those that follow one another as one.
pub(crate) fn lines_listed(lines: &[u32]) -> String {
    format!("原文第 {} 行", line_runs(lines))
}

/// How sure a finding is, in words.
pub(crate) fn surety(of: Confidence) -> String {
    format!("把握：{}（{WORKED_OUT}）", confidence_name(of))
}

/// What a finding says, at a place in the text; `elsewhere` are the lines of its other places.
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
