//! `guihua check`: where a plan contradicts itself, misses its target, or looks wrong.

use crate::analysis::check;
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Finding, Plan};

use super::output::{Outcome, Target, message, offered};
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
    let findings = check::select(&dataset, &ids, dataset::seed);
    if !findings.is_empty() {
        message(&format!("共 {} 处，由程序按规则得出，请对照原文", findings.len()));
    }
    args.target.files(&findings, || front(&dataset, &ids), || sheet(&dataset, &findings))
}

fn front(dataset: &Dataset, ids: &[&str]) -> Front {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    Front::new("核对结果", "", plans).noting(NOTE.to_owned())
}

fn sheet(dataset: &Dataset, findings: &[Finding]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "行", "类别", "核对结果", "原文", "把握"]);
    for finding in findings {
        let plan = dataset.plans.iter().find(|plan| plan.id == finding.plan);
        let lines: Vec<String> = finding.lines.iter().map(u32::to_string).collect();
        sheet.push([
            plan.map(Plan::marked).unwrap_or_default(),
            lines.join("、"),
            check::kind_name(finding.kind).to_owned(),
            finding.what.clone(),
            finding.evidence.join(" ‖ "),
            check::confidence_name(finding.confidence).to_owned(),
        ]);
    }
    sheet
}
