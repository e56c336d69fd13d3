//! Where a plan contradicts itself, misses its target, or looks wrong (核对): rules that hold for any plan.
//!
//! ```text
//! Plan ─► Reading (figures of text and tables, texts with their lines) ─► each rule of RULES ─► Finding
//! ```
//! A rule is a pure function and a row of the table below. It says what differs, with the document's own words and
//! their lines, and never which place is right. What a rule concludes is the program's and is
//! labelled so where it is shown.

mod against;
mod reading;
mod rules;

pub use against::{Relation, Text, against};

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::fragment;
use crate::analysis::check::reading::metric::Metric;
use crate::analysis::check::rules::{
    after_period, announced_count, announced_tables, arithmetic, attachments, broken_sentences, count_or_share,
    counted_rates, direction, document_dates, document_names, document_numbers, heading_text, label_numbers,
    misspelling, named_quantities, numbering, office_names, over_100, own_period, own_periods, own_place, own_titles,
    punctuation, range, rank, repeated_rows, repeated_words, shares, spans, standards_twice, stated_counts, style,
    subset, sum, table_values, targets, tenfold, text_vs_table, text_vs_text, totals, two_leads, two_places,
    unfit_units, units, wrong_level, year,
};
use crate::analysis::targets::target::Document;
use crate::model::{Confidence, Dataset, Finding, FindingKind, Plan};
use crate::registry::Registry;
use crate::registry::indicator::{Direction, Indicators};
use crate::words::{self, findings};

/// A rule: the kind of the findings it makes, and the function that makes them.
struct Rule {
    /// Names the rule in the ids of its findings. It must not change, as verdicts are kept by those ids.
    id: &'static str,
    kind: FindingKind,
    find: fn(&Reading) -> Vec<FindingDraft>,
}

/// Every rule. To add one, write a function over a [`Reading`] in `check/rules` and add a row here. The order of the
/// rows is that of the findings of one kind on one line, and of two equal findings the first is kept.
const RULES: &[Rule] = &[
    Rule { id: "text-vs-table", kind: FindingKind::TextVsTable, find: text_vs_table::differing_numbers },
    Rule { id: "name-numeral", kind: FindingKind::TextVsTable, find: text_vs_table::differing_names },
    Rule { id: "text-vs-text", kind: FindingKind::TextVsText, find: text_vs_text::between_sentences },
    Rule { id: "other-years", kind: FindingKind::TextVsText, find: text_vs_text::same_numbers_other_years },
    Rule { id: "table-vs-table", kind: FindingKind::TextVsText, find: text_vs_text::between_tables },
    Rule { id: "rank", kind: FindingKind::TextVsText, find: rank::conflicting_ranks },
    Rule { id: "range", kind: FindingKind::TextVsText, find: range::conflicting_ranges },
    Rule { id: "document-name", kind: FindingKind::TextVsText, find: document_names::differing_titles },
    Rule { id: "document-number", kind: FindingKind::TextVsText, find: document_numbers::two_numbers },
    Rule { id: "number-title", kind: FindingKind::TextVsText, find: document_numbers::two_titles },
    Rule { id: "own-periods", kind: FindingKind::TextVsText, find: own_periods::two_periods },
    Rule { id: "document-date", kind: FindingKind::TextVsText, find: document_dates::two_dates },
    Rule { id: "own-title", kind: FindingKind::TextVsText, find: own_titles::own_titles },
    Rule { id: "heading-text", kind: FindingKind::TextVsText, find: heading_text::headings_against_text },
    Rule { id: "announced-count", kind: FindingKind::TextVsText, find: announced_count::announced_counts },
    Rule { id: "share-of-service", kind: FindingKind::TextVsTable, find: shares::shares_in_other_words },
    Rule { id: "share-twice", kind: FindingKind::TextVsText, find: shares::shares_stated_twice },
    Rule { id: "count-in-other-words", kind: FindingKind::TextVsText, find: stated_counts::counts_in_other_words },
    Rule { id: "counts-and-rate", kind: FindingKind::TextVsTable, find: counted_rates::counts_against_rates },
    Rule { id: "count-like-share", kind: FindingKind::TextVsTable, find: counted_rates::counts_like_shares },
    Rule { id: "change-in-table", kind: FindingKind::TextVsTable, find: announced_tables::changes_against_rows },
    Rule { id: "indicator-count", kind: FindingKind::TextVsTable, find: announced_tables::indicator_counts },
    Rule { id: "task-in-table", kind: FindingKind::TextVsTable, find: announced_tables::values_of_tasks },
    Rule { id: "two-leads", kind: FindingKind::TextVsText, find: two_leads::leads_of_tasks },
    Rule { id: "two-places", kind: FindingKind::TextVsText, find: two_places::places_taken_for_own },
    Rule { id: "date-in-table", kind: FindingKind::TextVsTable, find: announced_tables::dates_of_tasks },
    Rule { id: "standard-twice", kind: FindingKind::TextVsText, find: standards_twice::standards_stated_twice },
    Rule { id: "work-stated-twice", kind: FindingKind::TextVsText, find: named_quantities::works_stated_twice },
    Rule { id: "count-or-share", kind: FindingKind::TextVsTable, find: count_or_share::counts_against_shares },
    Rule { id: "count-in-percent", kind: FindingKind::Unit, find: count_or_share::counts_in_percent },
    Rule { id: "two-units", kind: FindingKind::Unit, find: units::one_metric_two_units },
    Rule { id: "missing-unit", kind: FindingKind::Unit, find: units::missing_unit },
    Rule { id: "unit-change", kind: FindingKind::Unit, find: units::unit_changes_in_sentence },
    Rule { id: "points-of-rate", kind: FindingKind::Unit, find: units::percentage_points_of_rate },
    Rule { id: "percent-or-points", kind: FindingKind::Unit, find: units::percent_or_percentage_points },
    Rule { id: "national-unit", kind: FindingKind::Unit, find: units::national_unit },
    Rule { id: "unfit-unit", kind: FindingKind::Unit, find: unfit_units::unfit_units },
    Rule { id: "unusual-unit", kind: FindingKind::Unit, find: units::unusual_unit },
    Rule { id: "words-under-unit", kind: FindingKind::Unit, find: table_values::words_under_unit },
    Rule { id: "no-unit-no-base", kind: FindingKind::Unit, find: table_values::neither_unit_nor_base },
    Rule { id: "repeated-word", kind: FindingKind::Typo, find: repeated_words::repeated_words },
    Rule { id: "repeated-clause", kind: FindingKind::Typo, find: repeated_words::repeated_clauses },
    Rule { id: "unpaired-mark", kind: FindingKind::Typo, find: punctuation::unpaired_marks },
    Rule { id: "misplaced-mark", kind: FindingKind::Typo, find: punctuation::misplaced_marks },
    Rule { id: "broken-clause", kind: FindingKind::Typo, find: broken_sentences::broken_clauses },
    Rule { id: "unfinished-end", kind: FindingKind::Typo, find: punctuation::unfinished_end },
    Rule { id: "own-place", kind: FindingKind::Typo, find: own_place::levels_before_own_name },
    Rule { id: "irregular-clause", kind: FindingKind::Typo, find: office_names::irregular_clauses },
    Rule { id: "misspelling", kind: FindingKind::Typo, find: misspelling::misspellings },
    Rule { id: "heading-number", kind: FindingKind::Numbering, find: numbering::heading_numbers },
    Rule { id: "heading-style", kind: FindingKind::Numbering, find: numbering::heading_styles },
    Rule { id: "row-number", kind: FindingKind::Numbering, find: numbering::row_numbers },
    Rule { id: "entry-number", kind: FindingKind::Numbering, find: numbering::entry_numbers },
    Rule { id: "label-number", kind: FindingKind::Numbering, find: label_numbers::label_numbers },
    Rule { id: "repeated-row", kind: FindingKind::Numbering, find: repeated_rows::repeated_rows },
    Rule { id: "doubted-row", kind: FindingKind::Numbering, find: numbering::doubted_rows },
    Rule { id: "missed-target", kind: FindingKind::MissedTarget, find: targets::missed_targets },
    Rule { id: "looser-than-reached", kind: FindingKind::Implausible, find: targets::looser_than_reached },
    Rule { id: "looser-than-earlier", kind: FindingKind::Implausible, find: targets::looser_than_earlier },
    Rule { id: "looser-in-later-year", kind: FindingKind::Implausible, find: targets::looser_in_later_year },
    Rule { id: "looser-than-province", kind: FindingKind::Implausible, find: targets::looser_than_province },
    Rule { id: "over-100", kind: FindingKind::Implausible, find: over_100::shares_over_100 },
    Rule { id: "tenfold", kind: FindingKind::Implausible, find: tenfold::tenfold_changes },
    Rule { id: "direction", kind: FindingKind::Implausible, find: direction::verbs_against_numbers },
    Rule { id: "sum", kind: FindingKind::Implausible, find: sum::wrong_sums },
    Rule { id: "total", kind: FindingKind::Implausible, find: totals::wrong_totals },
    Rule { id: "arithmetic", kind: FindingKind::Implausible, find: arithmetic::wrong_results },
    Rule { id: "swapped-range", kind: FindingKind::Implausible, find: range::swapped_ends },
    Rule { id: "span", kind: FindingKind::Implausible, find: spans::spans_against_their_dates },
    Rule { id: "year", kind: FindingKind::Implausible, find: year::impossible_years },
    Rule { id: "subset", kind: FindingKind::Implausible, find: subset::subset_above_whole },
    Rule { id: "wrong-level", kind: FindingKind::Implausible, find: wrong_level::values_of_other_level },
    Rule { id: "own-period", kind: FindingKind::Implausible, find: own_period::periods_against_themselves },
    Rule { id: "after-period", kind: FindingKind::Implausible, find: after_period::deadlines_outside_period },
    Rule { id: "missing-attachment", kind: FindingKind::Implausible, find: attachments::missing_attachments },
    Rule { id: "empty-reference", kind: FindingKind::Implausible, find: table_values::references_to_empty_cells },
    Rule { id: "style", kind: FindingKind::Style, find: style::uneven_style },
];

/// Rules of which a finding explains those of others at the same place, so that one fault is told once: a slipped decimal
/// point makes a target look looser, and a number that differs from the table's differs in other words as well.
const EXPLAINING: &[(&str, &[&str])] = &[
    ("text-vs-table", &["share-of-service"]),
    ("tenfold", &["looser-than-reached", "looser-than-earlier", "looser-than-province"]),
    ("looser-than-reached", &["looser-than-earlier"]),
    ("repeated-row", &["looser-than-reached"]),
];

/// How many quotes two findings of such rules share: the name of a metric and one of its values.
const SHARED_QUOTES: usize = 2;

/// The most findings on one line that another one is compared with.
const MOST_COMPARED: usize = 40;

/// Checks the plans in `ids`, or all where `ids` is empty. `document` gives the whole text of a plan by its id, where
/// the caller has it; without it, a place in a paragraph that was joined over broken pages is given the paragraph's
/// first line. The findings come out plan by plan in the order of the dataset, see [`check_plan`].
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

/// Checks one plan; `document` is its whole text, if the caller has it. The findings come out by their first line, and
/// on one line by their kind. A finding that another one contains is left out.
#[must_use]
pub fn check_plan(plan: &Plan, registry: &Registry, document: Option<&Document>) -> Vec<Finding> {
    let completed = fragment::completed(plan);
    let reading = Reading::new(completed.as_ref().unwrap_or(plan), registry.indicators(), document);
    let drafts = RULES.iter().flat_map(|rule| (rule.find)(&reading).into_iter().map(move |draft| (rule, draft)));
    let findings = drafts.map(|(rule, draft)| (rule.id, draft.into_finding(&reading, rule.id, rule.kind)));
    let mut findings = without_explained(findings.collect());
    findings.sort_by_key(|finding| (finding.lines.first().copied(), finding.kind));
    let mut seen = HashSet::new();
    findings.retain(|finding| seen.insert((finding.kind, finding.lines.clone(), finding.evidence.clone())));
    // What contains a finding names all its lines, so that only the findings on its first line are compared.
    let mut by_line: HashMap<(FindingKind, u32), Vec<&Finding>> = HashMap::new();
    for finding in &findings {
        for line in &finding.lines {
            by_line.entry((finding.kind, *line)).or_default().push(finding);
        }
    }
    let is_any_part = |one: &Finding| {
        let others = one.lines.first().and_then(|line| by_line.get(&(one.kind, *line)));
        others.is_some_and(|others| others.iter().any(|other| is_part_of(one, other)))
    };
    let are_parts: Vec<bool> = findings.iter().map(is_any_part).collect();
    let mut are_parts = are_parts.into_iter();
    findings.retain(|_| are_parts.next() != Some(true));
    number_equal_ids(&mut findings);
    findings
}

/// The findings, but for those that another one explains, see [`EXPLAINING`].
fn without_explained(findings: Vec<(&str, Finding)>) -> Vec<Finding> {
    let mut by_line: HashMap<(&str, u32), Vec<&Finding>> = HashMap::new();
    for (rule, finding) in findings.iter().filter(|(rule, _)| EXPLAINING.iter().any(|(one, _)| one == rule)) {
        for line in &finding.lines {
            by_line.entry((*rule, *line)).or_default().push(finding);
        }
    }
    let is_explained = |(rule, finding): &(&str, Finding)| {
        let explaining = EXPLAINING.iter().filter(|(_, explained)| explained.contains(rule));
        let at = finding.lines.first().copied().unwrap_or_default();
        explaining.filter_map(|(one, _)| by_line.get(&(*one, at))).flatten().take(MOST_COMPARED).any(|other| {
            let shared = finding.evidence.iter().filter(|quote| other.evidence.contains(quote)).count();
            shared >= SHARED_QUOTES && finding.lines.iter().all(|line| other.lines.contains(line))
        })
    };
    let are_explained: Vec<bool> = findings.iter().map(is_explained).collect();
    let told = findings.into_iter().zip(are_explained).filter(|(_, is_explained)| !is_explained);
    told.map(|((_, finding), _)| finding).collect()
}

/// Tells findings of one rule at the same places apart, in their order: `…`, `…~2`, `…~3`.
fn number_equal_ids(findings: &mut [Finding]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for finding in findings {
        let count = counts.entry(finding.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            finding.id = format!("{}~{count}", finding.id);
        }
    }
}

/// Whether another finding of the kind quotes everything that this one does, and more: a reader sees one fault.
fn is_part_of(one: &Finding, other: &Finding) -> bool {
    one.kind == other.kind
        && one.evidence.len() < other.evidence.len()
        && one.lines.iter().all(|line| other.lines.contains(line))
        && one.evidence.iter().all(|quote| other.evidence.contains(quote))
}

/// Which direction is better for what a plan names so: by the registry, else by the ending of the name.
#[must_use]
pub(in crate::analysis) fn direction_of(
    plan: &Plan,
    indicators: &Indicators,
    name: &str,
    unit: Option<&str>,
) -> Option<Direction> {
    Metric::new(plan, indicators, name, unit).direction()
}

/// Names a kind of finding for the screen and for files, in the language in force.
#[must_use]
pub fn kind_name(kind: FindingKind) -> &'static str {
    let name = match kind {
        FindingKind::TextVsTable => findings::TEXT_VS_TABLE,
        FindingKind::TextVsText => findings::TEXT_VS_TEXT,
        FindingKind::Unit => findings::UNIT,
        FindingKind::Typo => findings::TYPO,
        FindingKind::Numbering => findings::NUMBERING,
        FindingKind::MissedTarget => findings::MISSED_TARGET,
        FindingKind::Implausible => findings::IMPLAUSIBLE,
        FindingKind::Style => findings::STYLE,
        FindingKind::MetTarget => findings::MET_TARGET,
        FindingKind::LooserTarget => findings::LOOSER_TARGET,
        FindingKind::UnlistedIndicator => findings::UNLISTED_INDICATOR,
        FindingKind::UnlistedTask => findings::UNLISTED_TASK,
    };
    name.get()
}

/// Names the confidence of a rule for the screen and for files, in the language in force.
#[must_use]
pub fn confidence_name(confidence: Confidence) -> &'static str {
    let name = match confidence {
        Confidence::High => findings::HIGH,
        Confidence::Medium => findings::MEDIUM,
        Confidence::Low => findings::LOW,
    };
    name.get()
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
    runs.into_iter().map(run).collect::<Vec<_>>().join(words::LIST.get())
}

#[cfg(test)]
mod tests;
