//! An invented city for the tests of the rules, and what all rules together make of a plan.

use super::place::Found;
use super::reading::Reading;
use super::{RULES, of, within};
use crate::analysis::target::Document;
use crate::importer::{self, Supplied};
use crate::model::{Confidence, FindingKind, Plan, Source};
use crate::registry::department::Departments;

/// The plan of an invented city.
pub(super) fn plan(text: &str) -> Plan {
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
pub(super) fn found(rule: fn(&Reading) -> Vec<Found>, text: &str) -> Vec<String> {
    let plan = plan(text);
    let document = Document::new(text);
    let reading = Reading::new(&plan, Some(&document));
    let findings = rule(&reading).into_iter().map(|found| found.finding(&plan, FindingKind::Typo));
    findings.map(|finding| format!("{:?} {}", finding.lines, finding.evidence.join(" | "))).collect()
}

/// Holds a rule to the findings it must make of each text.
pub(super) fn check(rule: fn(&Reading) -> Vec<Found>, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(found(rule, text), *expected, "{text}");
    }
}
