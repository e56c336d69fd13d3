//! `guihua depts`: offices with the number of their tasks.

use crate::analysis::responsibility::department::{self, DepartmentRow};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Plan};

use super::output::{Outcome, Target, message, offered};
use super::select;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只数这部规划中的任务，可多次")]
    plans: Vec<String>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("depts"))?;
    let dataset = dataset::bundled()?;
    let ids = select::plans(&dataset, &args.plans)?;
    let rows = department::rows(&dataset, &ids);
    let silent = select::silent(&dataset, &ids);
    if let Some(words) = &silent {
        message(words);
    }
    let counted = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    let front = || Front::new("部门任务数", "", counted).noting(silent.map(|words| format!("{words}。")));
    args.target.files(&rows, front, || sheet(&dataset, &rows))
}

fn sheet(dataset: &Dataset, rows: &[DepartmentRow]) -> Sheet {
    let mut sheet = Sheet::new(["部门", "任务", "牵头", "配合", "列名", "拼音首字母", "规划所印", "写明它的规划"]);
    for row in rows {
        let counts = row.counts();
        let named = row.plans.iter().filter(|(_, counts)| counts.total() > 0);
        let plans: Vec<String> = named.filter_map(|(id, _)| dataset.plan(id)).map(Plan::marked).collect();
        let forms: Vec<&str> = row.aliases.iter().map(|alias| alias.raw.as_str()).collect();
        sheet.push([
            row.name.to_owned(),
            row.total.to_string(),
            counts.lead.to_string(),
            counts.joint.to_string(),
            counts.listed.to_string(),
            row.initials.to_owned(),
            forms.join("、"),
            plans.join("、"),
        ]);
    }
    sheet
}
