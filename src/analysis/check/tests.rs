//! An invented city for the tests of the rules, and what all rules together make of a plan.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::{line_runs, of, within};
use crate::analysis::targets::target::Document;
use crate::importer::{self, Supplied};
use crate::model::{FindingKind, Plan, Source};
use crate::registry::department::Departments;

/// The plan of an invented city.
pub(crate) fn plan(text: &str) -> Plan {
    let source = Source { file: "dongchuan.txt".to_owned(), sha256: String::new() };
    let supplied = Supplied {
        title: Some("东川市卫生健康“十五五”规划"),
        region: Some("东川市"),
        period: Some("2026-2030"),
        ..Supplied::default()
    };
    importer::import(text, source, &supplied, Departments::bundled())
}

/// What a rule finds in a text, as `[lines] quote | quote`, a finding a line.
pub(crate) fn found(rule: fn(&Reading) -> Vec<FindingDraft>, text: &str) -> Vec<String> {
    let plan = plan(text);
    let document = Document::new(text);
    let reading = Reading::new(&plan, Some(&document));
    let findings = rule(&reading).into_iter().map(|found| found.finding(&plan, FindingKind::Typo));
    findings.map(|finding| format!("{:?} {}", finding.lines, finding.evidence.join(" | "))).collect()
}

/// Holds a rule to the findings it must make of each text.
pub(crate) fn check(rule: fn(&Reading) -> Vec<FindingDraft>, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(found(rule, text), *expected, "{text}");
    }
}

#[test]
fn all_rules_together_in_the_order_of_the_document() {
    let text = "一、目标\n到2030年，人均预期寿命达到81岁。市市场监督管理局局牵头。\n\n主要指标\n\n领域\t序号\t指标\t单位\t2025年\t2030年目标\n健康\t1\t人均预期寿命\t岁\t79.2\t80.5\n三、任务\n甲。\n";
    let plan = plan(text);
    let kinds = |findings: Vec<crate::model::Finding>| -> Vec<(FindingKind, Vec<u32>)> {
        findings.into_iter().map(|finding| (finding.kind, finding.lines)).collect()
    };
    let expected =
        [(FindingKind::Numbering, vec![1, 8]), (FindingKind::TextVsTable, vec![2, 7]), (FindingKind::Typo, vec![2])];
    assert_eq!(kinds(of(&plan)), expected);
    assert_eq!(kinds(within(&plan, Some(&Document::new(text)))), expected);
}

#[test]
fn hostile_plans_are_read() {
    for text in
        ["", "一、", "（（（（", "“”“”“”", "9999999999999999999999999999年%", "一、甲\n\t\t\t\n\t%\t‰\n1:1:1\t9：9\n"]
    {
        let _ = of(&plan(text));
    }
    let endless = format!("一、甲\n{}\n", "到2030年，婴儿死亡率、健康率达到100%以上，".repeat(500));
    assert!(!of(&plan(&endless)).is_empty());
}

#[test]
fn lines_that_follow_one_another_are_one() {
    for (given, expected) in [(&[51, 52, 53, 54][..], "51–54"), (&[6, 340, 341], "6、340–341"), (&[7], "7"), (&[], "")]
    {
        assert_eq!(line_runs(given), expected);
    }
}
