//! How findings are worded. They say what differs, never who is wrong.

use crate::analysis::check::{confidence_name, kind_name, line_runs};
use crate::model::{Confidence, FindingKind};
use crate::words::{pages, reading};

/// The mark before a paragraph, heading or row that a finding concerns, and before the finding itself.
pub(crate) const FOUND: &str = "※";

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

/// Words which passage of a finding this is, counted from 0, and its lines.
pub(crate) fn nth_place(at: usize, lines: &[u32]) -> String {
    pages::passage(at + 1, lines_listed(lines))
}

/// Lists lines of the document in ascending order, consecutive ones as a range.
pub(crate) fn lines_listed(lines: &[u32]) -> String {
    reading::lines_listed(line_runs(lines))
}

/// Words how reliable a finding is.
pub(crate) fn surety(of: Confidence) -> String {
    pages::confidence(confidence_name(of))
}

/// Words a finding at one of its passages; `elsewhere` are the lines of its other passages.
pub(crate) fn found(kind: FindingKind, what: &str, elsewhere: &[u32]) -> String {
    let see = if elsewhere.is_empty() { String::new() } else { reading::see_also(lines_listed(elsewhere)) };
    format!("{}{see}", reading::found(FOUND, kind_name(kind), what))
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
