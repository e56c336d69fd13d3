//! `guihua check`: where a plan contradicts itself, misses its target, or looks wrong.

use crate::analysis::check;
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Finding, Plan};

use super::output::{Format, Outcome, Target, message, offered};
use super::select;

/// What a reader must know of the findings.
const NOTE: &str = "本表由程序按规则核对得出，只指出各处不同，不判断孰是孰非；“原文”照印，引用前请核对出处。";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    plans: Vec<String>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("check"))?;
    let dataset = dataset::bundled()?;
    let ids = select::plans(&dataset, &args.plans)?;
    let findings = check::select(&dataset, &dataset::registry(), &ids, dataset::seed);
    if !findings.is_empty() {
        message(&format!("共 {} 处，由程序按规则得出，请对照原文", findings.len()));
    }
    // Quotes stand under one another, where a cell has room for lines.
    let between = if args.target.format == Format::Text { " ‖ " } else { "\n" };
    args.target.files(&findings, || front(&dataset, &ids), || sheet(&dataset, &findings, between))
}

fn front(dataset: &Dataset, ids: &[&str]) -> Front {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    Front::new("核对结果", "", plans.clone()).noting(NOTE.to_owned()).citing(plans)
}

/// The findings, one a row; `between` parts the quotes of a cell.
fn sheet(dataset: &Dataset, findings: &[Finding], between: &str) -> Sheet {
    let mut sheet = Sheet::new(["规划", "行", "类别", "核对结果", "原文", "把握"]).wrapping();
    for finding in findings {
        let plan = dataset.plans.iter().find(|plan| plan.id == finding.plan);
        sheet.push([
            plan.map(Plan::marked).unwrap_or_default(),
            check::line_runs(&finding.lines),
            check::kind_name(finding.kind).to_owned(),
            finding.what.clone(),
            finding.evidence.join(between),
            check::confidence_name(finding.confidence).to_owned(),
        ]);
    }
    sheet
}
