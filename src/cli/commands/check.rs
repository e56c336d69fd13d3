//! `guihua check`: where a plan contradicts itself, misses its target, or looks wrong.

use crate::analysis::check;
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::Selected;
use crate::command;
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model::{Finding, Plan};
use crate::words::tables;

pub(super) fn run(args: &command::Check, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let mut findings: Vec<Finding> = Vec::new();
    for plan in selected.plans() {
        findings.extend_from_slice(&library.ask(|library| library.findings(&plan.id))?);
    }
    print(&selected.plans().collect::<Vec<_>>(), &findings, out)
}

/// Prints the findings in these plans, one a row.
///
/// # Errors
/// The rows cannot be written.
pub(in crate::cli) fn print(plans: &[&Plan], findings: &[Finding], out: &mut Output) -> anyhow::Result<Outcome> {
    if !findings.is_empty() {
        out.say(&tables::findings(findings.len()));
    }
    // Quotes stand under one another, where a cell has room for lines.
    let between = if out.format() == Format::Text { " ‖ " } else { "\n" };
    let front = || {
        let listed = || plans.iter().copied();
        Front::new(tables::FINDINGS, "", listed()).noting(tables::ON_FINDINGS.to_string()).citing(listed())
    };
    out.rows(findings, front, || sheet(plans, findings, between))
}

/// The findings, one a row; the quotes in a cell are separated by `between`.
fn sheet(plans: &[&Plan], findings: &[Finding], between: &str) -> Sheet {
    let mut sheet = Sheet::new([
        tables::PLAN,
        tables::LINES,
        tables::KIND,
        tables::FINDING,
        tables::SOURCE_TEXT,
        tables::CONFIDENCE,
    ])
    .wrapping();
    for finding in findings {
        let plan = plans.iter().copied().find(|plan| plan.id == finding.plan);
        sheet.push([
            plan.map(Plan::marked).unwrap_or_default(),
            check::line_runs(&finding.lines),
            check::kind_name(finding.kind).to_owned(),
            finding.what.to_string(),
            finding.evidence.join(between),
            check::confidence_name(finding.confidence).to_owned(),
        ]);
    }
    sheet
}
