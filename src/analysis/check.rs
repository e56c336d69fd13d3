//! Where a plan contradicts itself, misses its target, or looks wrong (核对): rules that hold for any plan.
//!
//! ```text
//! Plan ─► Reading (figures of text and tables, texts with their lines) ─► each rule of RULES ─► Finding
//! ```
//! A rule is a pure function and a row of the table below. It says what differs, with the document's own words and their
//! lines, and never which place is right. What a rule concludes is the program's and is labelled so where it is shown.

mod reading;
mod rules;

use std::collections::HashSet;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::rules::{
    misspelling, numbering, office_names, over_100, punctuation, range, rank, repeated_words, subset, sum, targets,
    tenfold, text_vs_table, text_vs_text, units, wrong_level, year,
};
use crate::analysis::targets::target::Document;
use crate::model::{Confidence, Dataset, Finding, FindingKind, Plan};
use crate::registry::Registry;

/// A rule: the kind of the findings it makes, and the function that makes them.
struct Rule {
    kind: FindingKind,
    find: fn(&Reading) -> Vec<FindingDraft>,
}

/// Every rule. To add one: a function, and a row here.
const RULES: &[Rule] = &[
    Rule { kind: FindingKind::TextVsTable, find: text_vs_table::differing_numbers },
    Rule { kind: FindingKind::TextVsTable, find: text_vs_table::differing_names },
    Rule { kind: FindingKind::TextVsText, find: text_vs_text::between_sentences },
    Rule { kind: FindingKind::TextVsText, find: text_vs_text::same_numbers_other_years },
    Rule { kind: FindingKind::TextVsText, find: text_vs_text::between_tables },
    Rule { kind: FindingKind::TextVsText, find: rank::conflicting_ranks },
    Rule { kind: FindingKind::TextVsText, find: range::conflicting_ranges },
    Rule { kind: FindingKind::Unit, find: units::one_metric_two_units },
    Rule { kind: FindingKind::Unit, find: units::missing_unit },
    Rule { kind: FindingKind::Unit, find: units::unit_changes_in_sentence },
    Rule { kind: FindingKind::Unit, find: units::percentage_points_of_rate },
    Rule { kind: FindingKind::Unit, find: units::percent_or_percentage_points },
    Rule { kind: FindingKind::Unit, find: units::national_unit },
    Rule { kind: FindingKind::Unit, find: units::unusual_unit },
    Rule { kind: FindingKind::Typo, find: repeated_words::repeated_words },
    Rule { kind: FindingKind::Typo, find: repeated_words::repeated_clauses },
    Rule { kind: FindingKind::Typo, find: punctuation::unpaired_marks },
    Rule { kind: FindingKind::Typo, find: punctuation::misplaced_marks },
    Rule { kind: FindingKind::Typo, find: punctuation::half_width_marks },
    Rule { kind: FindingKind::Typo, find: punctuation::unfinished_end },
    Rule { kind: FindingKind::Typo, find: office_names::inconsistent_names },
    Rule { kind: FindingKind::Typo, find: office_names::irregular_clauses },
    Rule { kind: FindingKind::Typo, find: misspelling::misspellings },
    Rule { kind: FindingKind::Numbering, find: numbering::heading_numbers },
    Rule { kind: FindingKind::Numbering, find: numbering::heading_styles },
    Rule { kind: FindingKind::Numbering, find: numbering::row_numbers },
    Rule { kind: FindingKind::Numbering, find: numbering::entry_numbers },
    Rule { kind: FindingKind::Numbering, find: numbering::doubted_rows },
    Rule { kind: FindingKind::MissedTarget, find: targets::missed_targets },
    Rule { kind: FindingKind::Implausible, find: targets::looser_than_reached },
    Rule { kind: FindingKind::Implausible, find: targets::looser_than_earlier },
    Rule { kind: FindingKind::Implausible, find: targets::looser_than_province },
    Rule { kind: FindingKind::Implausible, find: over_100::shares_over_100 },
    Rule { kind: FindingKind::Implausible, find: tenfold::tenfold_changes },
    Rule { kind: FindingKind::Implausible, find: sum::wrong_sums },
    Rule { kind: FindingKind::Implausible, find: year::impossible_years },
    Rule { kind: FindingKind::Implausible, find: subset::subset_above_whole },
    Rule { kind: FindingKind::Implausible, find: wrong_level::values_of_other_level },
];

/// Checks the plans in `ids`, or all where `ids` is empty. `document` gives the whole text of a plan by its id, where the
/// caller has it; without it, a place in a paragraph that was joined over broken pages is given the paragraph's first line.
/// The findings come out plan by plan in the order of the dataset, see [`check_plan`].
#[must_use]
pub fn select<'d>(
    dataset: &Dataset,
    registry: &Registry,
    ids: &[&str],
    document: impl Fn(&str) -> Option<&'d str>,
) -> Vec<Finding> {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    plans.flat_map(|plan| check_plan(plan, registry, document(&plan.id).map(Document::new).as_ref())).collect()
}

/// Checks one plan; `document` is its whole text, if the caller has it. The findings are ordered by their first line, then
/// by kind.
#[must_use]
pub fn check_plan(plan: &Plan, registry: &Registry, document: Option<&Document>) -> Vec<Finding> {
    let reading = Reading::new(plan, registry.indicators(), document);
    let drafts = RULES.iter().flat_map(|rule| (rule.find)(&reading).into_iter().map(|draft| (rule.kind, draft)));
    let mut findings: Vec<Finding> = drafts.map(|(kind, draft)| draft.into_finding(plan, kind)).collect();
    findings.sort_by_key(|finding| (finding.lines.first().copied(), finding.kind));
    let mut seen = HashSet::new();
    findings.retain(|finding| seen.insert((finding.kind, finding.lines.clone(), finding.evidence.clone())));
    let are_parts: Vec<bool> = findings.iter().map(|one| findings.iter().any(|other| is_part_of(one, other))).collect();
    let mut are_parts = are_parts.into_iter();
    findings.retain(|_| are_parts.next() != Some(true));
    findings
}

/// Whether another finding of the kind quotes everything that this one does, and more: a reader sees one fault.
fn is_part_of(one: &Finding, other: &Finding) -> bool {
    one.kind == other.kind
        && one.evidence.len() < other.evidence.len()
        && one.lines.iter().all(|line| other.lines.contains(line))
        && one.evidence.iter().all(|quote| other.evidence.contains(quote))
}

/// Names a kind of finding for the screen and for files.
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

/// Names the confidence of a rule for the screen and for files.
#[must_use]
pub fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "高",
        Confidence::Medium => "中",
        Confidence::Low => "低",
    }
}

/// Writes ascending line numbers, consecutive ones as a run: `51–54、60`.
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
