//! `guihua check`: where a plan contradicts itself, misses its target, or looks wrong.

use crate::analysis::check;
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::Selected;
use crate::command;
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model::{Dataset, Finding, Plan};

/// A note for the reader of a file: who found this, and how far it can be relied on.
const NOTE: &str = "本表由程序按规则核对得出，只指出各处不同，不判断孰是孰非；“原文”照印，引用前请核对出处。";

pub(super) fn run(args: &command::Check, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let mut findings: Vec<Finding> = Vec::new();
    for plan in selected.plans() {
        findings.extend_from_slice(&library.ask(|library| library.findings(&plan.id))?);
    }
    if !findings.is_empty() {
        out.say(&format!("共 {} 处，由程序按规则得出，请对照原文", findings.len()));
    }
    // Quotes stand under one another, where a cell has room for lines.
    let between = if out.format() == Format::Text { " ‖ " } else { "\n" };
    let front = || Front::new("核对结果", "", selected.plans()).noting(NOTE.to_owned()).citing(selected.plans());
    out.rows(&findings, front, || sheet(&selected.dataset, &findings, between))
}

/// The findings, one a row; the quotes in a cell are separated by `between`.
fn sheet(dataset: &Dataset, findings: &[Finding], between: &str) -> Sheet {
    let mut sheet = Sheet::new(["规划", "行", "类别", "核对结果", "原文", "可信程度"]).wrapping();
    for finding in findings {
        let plan = dataset.plans.iter().find(|plan| plan.id == finding.plan);
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
