//! Where a plan contradicts itself, misses its target, or looks wrong (核对): rules that hold for any plan.
//!
//! ```text
//! Plan ─► Reading (figures of text and tables, texts with their lines) ─► each rule of RULES ─► Finding
//! ```
//! A rule is a pure function and a row of the table below. It says what differs, with the document's own words and their
//! lines, and never which place is right. What a rule concludes is the program's and is labelled so where it is shown.

mod agree;
mod amount;
mod broken;
mod jump;
mod number;
mod numbering;
mod office;
mod part;
mod place;
mod progress;
mod rank;
mod reading;
mod same;
mod share;
mod slip;
mod span;
mod sum;
mod twice;
mod unit;
mod whose;
mod year;

use std::collections::HashSet;

use crate::model::{Confidence, Dataset, Finding, FindingKind, Plan};

use crate::analysis::targets::target::Document;
use place::Found;
use reading::Reading;

/// A rule: what kind of finding it makes, and how it finds them.
struct Rule {
    kind: FindingKind,
    find: fn(&Reading) -> Vec<Found>,
}

/// Every rule. To add one: a function, and a row here.
const RULES: &[Rule] = &[
    Rule { kind: FindingKind::TextVsTable, find: agree::text_and_table },
    Rule { kind: FindingKind::TextVsTable, find: agree::names },
    Rule { kind: FindingKind::TextVsText, find: agree::text_and_text },
    Rule { kind: FindingKind::TextVsText, find: agree::text_and_text_by_year },
    Rule { kind: FindingKind::TextVsText, find: agree::table_and_table },
    Rule { kind: FindingKind::TextVsText, find: rank::of_one_thing },
    Rule { kind: FindingKind::TextVsText, find: span::of_one_thing },
    Rule { kind: FindingKind::Unit, find: unit::of_one_indicator },
    Rule { kind: FindingKind::Unit, find: unit::left_out },
    Rule { kind: FindingKind::Unit, find: unit::from_one_to_another },
    Rule { kind: FindingKind::Unit, find: unit::points_of_a_rate },
    Rule { kind: FindingKind::Unit, find: unit::percent_or_points },
    Rule { kind: FindingKind::Unit, find: unit::of_nations },
    Rule { kind: FindingKind::Unit, find: unit::against_custom },
    Rule { kind: FindingKind::Typo, find: twice::words },
    Rule { kind: FindingKind::Typo, find: twice::clauses },
    Rule { kind: FindingKind::Typo, find: broken::brackets },
    Rule { kind: FindingKind::Typo, find: broken::marks },
    Rule { kind: FindingKind::Typo, find: broken::half_width },
    Rule { kind: FindingKind::Typo, find: broken::cut_off },
    Rule { kind: FindingKind::Typo, find: office::names },
    Rule { kind: FindingKind::Typo, find: office::clauses_unlike_others },
    Rule { kind: FindingKind::Typo, find: slip::all },
    Rule { kind: FindingKind::Numbering, find: numbering::headings },
    Rule { kind: FindingKind::Numbering, find: numbering::styles },
    Rule { kind: FindingKind::Numbering, find: numbering::ordinals },
    Rule { kind: FindingKind::Numbering, find: numbering::entries },
    Rule { kind: FindingKind::Numbering, find: numbering::rows },
    Rule { kind: FindingKind::MissedTarget, find: progress::missed },
    Rule { kind: FindingKind::Implausible, find: progress::asks_for_less },
    Rule { kind: FindingKind::Implausible, find: progress::gives_ground },
    Rule { kind: FindingKind::Implausible, find: progress::behind_the_province },
    Rule { kind: FindingKind::Implausible, find: share::above_the_whole },
    Rule { kind: FindingKind::Implausible, find: jump::tenfold },
    Rule { kind: FindingKind::Implausible, find: sum::parts_and_whole },
    Rule { kind: FindingKind::Implausible, find: year::impossible },
    Rule { kind: FindingKind::Implausible, find: part::above_the_whole },
    Rule { kind: FindingKind::Implausible, find: whose::of_the_province },
];

/// The findings of the plans in `ids` (of all, where there are none): plan by plan in the order of the dataset, within a
/// plan by the first line, then by kind. Without the documents, a place in a paragraph that was joined over broken pages
/// stands on the paragraph's first line; see [`select`].
#[must_use]
pub fn all(dataset: &Dataset, ids: &[&str]) -> Vec<Finding> {
    select(dataset, ids, |_| None)
}

/// As [`all`], with the text of each plan by its id where the caller has it, so that every line is exact.
#[must_use]
pub fn select<'d>(dataset: &Dataset, ids: &[&str], document: impl Fn(&str) -> Option<&'d str>) -> Vec<Finding> {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    plans.flat_map(|plan| within(plan, document(&plan.id).map(Document::new).as_ref())).collect()
}

/// The findings of one plan, in the order of the document.
#[must_use]
pub fn of(plan: &Plan) -> Vec<Finding> {
    within(plan, None)
}

/// The findings of one plan; `document` is its whole text, if the caller has it.
#[must_use]
pub fn within(plan: &Plan, document: Option<&Document>) -> Vec<Finding> {
    let reading = Reading::new(plan, document);
    let found = RULES.iter().flat_map(|rule| (rule.find)(&reading).into_iter().map(|found| (rule.kind, found)));
    let mut findings: Vec<Finding> = found.map(|(kind, found)| found.finding(plan, kind)).collect();
    findings.sort_by_key(|finding| (finding.lines.first().copied(), finding.kind));
    let mut told = HashSet::new();
    findings.retain(|finding| told.insert((finding.kind, finding.lines.clone(), finding.evidence.clone())));
    let parts: Vec<bool> = findings.iter().map(|one| findings.iter().any(|other| is_part(one, other))).collect();
    let mut is_part = parts.into_iter();
    findings.retain(|_| is_part.next() != Some(true));
    findings
}

/// Whether all that a finding quotes stands among the more that another of its kind quotes: a reader sees one thing.
fn is_part(one: &Finding, other: &Finding) -> bool {
    one.kind == other.kind
        && one.evidence.len() < other.evidence.len()
        && one.lines.iter().all(|line| other.lines.contains(line))
        && one.evidence.iter().all(|quote| other.evidence.contains(quote))
}

/// What a kind of finding is called on the screen and in files.
#[must_use]
pub fn kind_name(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::TextVsTable => "文表不一",
        FindingKind::TextVsText => "前后不一",
        FindingKind::Unit => "单位",
        FindingKind::Typo => "文字存疑",
        FindingKind::Numbering => "编号与表行",
        FindingKind::MissedTarget => "未达目标",
        FindingKind::Implausible => "数值存疑",
    }
}

/// How sure a rule is, in a word.
#[must_use]
pub fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "高",
        Confidence::Medium => "中",
        Confidence::Low => "低",
    }
}

/// Ascending lines, those that follow one another as one: `51–54、60`.
#[must_use]
pub fn line_runs(lines: &[u32]) -> String {
    let mut runs: Vec<[u32; 2]> = Vec::new();
    for &line in lines {
        match runs.last_mut() {
            Some([_, last]) if *last + 1 == line => *last = line,
            _ => runs.push([line; 2]),
        }
    }
    let run = |[first, last]: [u32; 2]| if first == last { first.to_string() } else { format!("{first}–{last}") };
    runs.into_iter().map(run).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests;
