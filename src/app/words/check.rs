//! The words for findings: what differs, never who is wrong.

use crate::model::{Confidence, FindingKind};

pub(crate) const NO_FINDINGS: &str = "所选规划没有核对发现。";
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

/// What kind of thing a finding is, in four characters.
pub(crate) fn finding_kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::TextVsTable => "文表不一",
        FindingKind::TextVsText => "前后不一",
        FindingKind::Unit => "单位存疑",
        FindingKind::Typo => "字句存疑",
        FindingKind::Numbering => "编号版式",
        FindingKind::MissedTarget => "目标未达",
        FindingKind::Implausible => "数值存疑",
    }
}

/// How sure the rule is.
pub(crate) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "高",
        Confidence::Medium => "中",
        Confidence::Low => "低",
    }
}

/// How many findings of a plan are listed.
pub(crate) fn findings(n: usize) -> String {
    format!("{n} 条")
}

/// Which place of a finding, and where it is printed.
pub(crate) fn nth_place(at: usize, lines: &[u32]) -> String {
    format!("第 {} 处　{}", at + 1, lines_listed(lines))
}

/// Lines of the document, one by one.
pub(crate) fn lines_listed(lines: &[u32]) -> String {
    let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
    format!("原文第 {} 行", lines.join("、"))
}

/// How sure a finding is, in words.
pub(crate) fn surety(of: Confidence) -> String {
    format!("把握：{}（{WORKED_OUT}）", confidence(of))
}

/// What a finding says, at a place in the text; `elsewhere` are the lines of its other places.
pub(crate) fn found(kind: FindingKind, what: &str, elsewhere: &[u32]) -> String {
    let see = if elsewhere.is_empty() { String::new() } else { format!("　另见{}", lines_listed(elsewhere)) };
    format!("{FOUND} {}（{WORKED_OUT}）：{what}{see}", finding_kind(kind))
}
