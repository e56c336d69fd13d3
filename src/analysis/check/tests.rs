//! An invented city for the tests of the rules, and what all rules together make of a plan.

use std::sync::Arc;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::{RULES, check_plan, line_runs};
use crate::analysis::targets::target::Document;
use crate::dataset;
use crate::importer::{self, Supplied};
use crate::model::{Finding, FindingKind, Plan, Source};
use crate::registry::Registry;

/// The bundled offices and indicators.
pub(super) fn registry() -> Arc<Registry> {
    dataset::registry()
}

/// Imports a text as the plan of an invented city.
pub(super) fn plan(text: &str) -> Plan {
    let source = Source { file: "dongchuan.txt".to_owned(), sha256: String::new() };
    let supplied = Supplied {
        title: Some("东川市卫生健康“十五五”规划"),
        region: Some("东川市"),
        period: Some("2026-2030"),
        ..Supplied::default()
    };
    importer::import(text, source, &supplied, registry().departments())
}

/// Runs one rule over a text. Each finding comes out as `[lines] quote | quote`.
pub(super) fn run_rule(rule: fn(&Reading) -> Vec<FindingDraft>, text: &str) -> Vec<String> {
    let (plan, registry) = (plan(text), registry());
    let document = Document::new(text);
    let reading = Reading::new(&plan, registry.indicators(), Some(&document));
    let findings = rule(&reading).into_iter().map(|draft| draft.into_finding(&reading, "rule", FindingKind::Typo));
    findings.map(|finding| format!("{:?} {}", finding.lines, finding.evidence.join(" | "))).collect()
}

/// Asserts that a rule makes exactly these findings of each text.
pub(super) fn check(rule: fn(&Reading) -> Vec<FindingDraft>, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(run_rule(rule, text), *expected, "{text}");
    }
}

#[test]
fn all_rules_together_in_the_order_of_the_document() {
    let text = "一、目标\n到2030年，人均预期寿命达到81岁。市市场监督管理局局牵头。\n\n主要指标\n\n领域\t序号\t指标\t单位\t2025年\t2030年目标\n健康\t1\t人均预期寿命\t岁\t79.2\t80.5\n三、任务\n甲。\n";
    let plan = plan(text);
    let kinds = |findings: Vec<Finding>| -> Vec<(FindingKind, Vec<u32>)> {
        findings.into_iter().map(|finding| (finding.kind, finding.lines)).collect()
    };
    let expected =
        [(FindingKind::Numbering, vec![1, 8]), (FindingKind::TextVsTable, vec![2, 7]), (FindingKind::Typo, vec![2])];
    assert_eq!(kinds(check_plan(&plan, &registry(), None)), expected);
    assert_eq!(kinds(check_plan(&plan, &registry(), Some(&Document::new(text)))), expected);
}

#[test]
fn rules_have_distinct_ids() {
    let mut ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
}

#[test]
fn findings_have_ids_by_rule_and_place() {
    let text = "一、任务\n提升突发公共卫生时间应对能力，加强出声缺陷防治。\n二、保障\n市市场监督管理局局牵头。\n";
    let ids: Vec<String> = check_plan(&plan(text), &registry(), None).into_iter().map(|finding| finding.id).collect();
    assert_eq!(ids, ["dongchuan#misspelling@1+1", "dongchuan#misspelling@1+1~2", "dongchuan#repeated-word@2+1"]);
}

#[test]
fn hostile_plans_are_read() {
    for text in
        ["", "一、", "（（（（", "“”“”“”", "9999999999999999999999999999年%", "一、甲\n\t\t\t\n\t%\t‰\n1:1:1\t9：9\n"]
    {
        let _ = check_plan(&plan(text), &registry(), None);
    }
    let endless = format!("一、甲\n{}\n", "到2030年，婴儿死亡率、健康率达到100%以上，".repeat(500));
    assert!(!check_plan(&plan(&endless), &registry(), None).is_empty());
}

#[test]
fn consecutive_lines_are_written_as_a_run() {
    for (given, expected) in [(&[51, 52, 53, 54][..], "51–54"), (&[6, 340, 341], "6、340–341"), (&[7], "7"), (&[], "")]
    {
        assert_eq!(line_runs(given), expected);
    }
}

/// Texts that a comparison of every two figures, rows or places would take minutes for.
#[test]
fn long_plans_are_checked_at_once() {
    let counties =
        |n: usize| (0..n).map(|at| format!("到2030年，{}县婴儿死亡率控制在{}‰以下。\n", county(at), at % 9 + 1));
    let text = format!("一、目标\n{}", counties(4000).collect::<String>());
    assert_eq!(check_plan(&plan(&text), &registry(), Some(&Document::new(&text))), []);
    let again = "到2030年，全市义务教育巩固率达到96%。\n到2030年，全市义务教育巩固率达到97%。\n".repeat(2000);
    let text = format!("一、目标\n{again}");
    let found = check_plan(&plan(&text), &registry(), Some(&Document::new(&text)));
    assert_eq!(found.iter().filter(|one| one.kind == FindingKind::TextVsText).count(), 1);
}

/// A name of three characters that is another for each number.
fn county(number: usize) -> String {
    let chars = |set: &str, at: usize| set.chars().nth(at % 16).unwrap_or_default();
    let first = chars("东川南平西岭北江青石白沙红桥金田", number);
    let second = chars("云溪龙泉凤林玉湾兰亭竹园松塘梅岗", number / 16);
    [first, second, chars("安宁丰泰和顺昌盛永兴福寿康乐吉祥", number / 256)].iter().collect()
}
