//! `guihua matrix`: offices by plans.

use crate::analysis::responsibility::matrix::{self, MatrixRow};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Plan, RoleCounts};

use super::format::offered;
use super::output::{Outcome, Target, message};
use super::select;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    plans: Vec<String>,
    #[command(flatten)]
    target: Target,
}

/// What stands where a plan names nobody.
const SILENT: &str = "未写责任单位";

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("matrix"))?;
    let dataset = dataset::bundled()?;
    let ids = select::plans(&dataset, &args.plans)?;
    let rows = matrix::rows(&dataset, &ids);
    let silent = select::silent(&dataset, &ids);
    if let Some(words) = &silent {
        message(words);
    }
    let counted = || dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    let front = || Front::new("部门任务总表", "", counted()).noting(silent.map(|words| format!("{words}。")));
    args.target.files(&rows, front, || sheet(&dataset, &rows))
}

/// A column a plan; for a plan that says who leads, what leads and what supports is told apart.
fn sheet(dataset: &Dataset, rows: &[MatrixRow]) -> Sheet {
    let plans = rows.first().map_or(&[] as &[_], |row| row.plans.as_slice());
    let plans = plans.iter().filter_map(|(id, _)| dataset.plan(id));
    let mut header = vec!["部门".to_owned()];
    header.extend(plans.map(Plan::marked));
    header.push("合计".to_owned());
    let line = |row: &MatrixRow| {
        let name = std::iter::once(row.name.to_owned());
        let cells = row.plans.iter().map(|(_, counts)| counts.map_or_else(|| SILENT.to_owned(), told));
        name.chain(cells).chain([row.total.to_string()]).collect()
    };
    Sheet { header, rows: rows.iter().map(line).collect(), ..Sheet::default() }
}

/// The counts in words; 0 where the plan names others and not this office.
fn told(counts: RoleCounts) -> String {
    let counted = [("牵头", counts.lead), ("配合", counts.joint), ("列名", counts.listed)];
    let told: Vec<String> = counted.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name}{n}")).collect();
    if told.is_empty() { "0".to_owned() } else { told.join(" ") }
}
