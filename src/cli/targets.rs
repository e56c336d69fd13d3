//! `guihua targets`: what the body text promises, by when.

use crate::analysis::targets::target::{self, Selection, Stated};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{self, Dataset, Plan};

use super::output::{Outcome, Target, message, offered};
use super::select;

/// What a reader must know of the rows.
const NOTE: &str = "由程序从各规划正文中读出，“目标”与“原文”词句照印，引用前请核对出处。";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    plans: Vec<String>,
    #[arg(long, value_name = "年份", help = "只看到这一年的目标，如 2030")]
    year: Option<u16>,
    #[arg(long = "dept", value_name = "部门", help = "只看责任单位中写明此部门的：全称、简称、拼音首字母均可")]
    department: Option<String>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("targets"))?;
    let dataset = dataset::bundled()?;
    let selection = Selection {
        plans: select::plans(&dataset, &args.plans)?,
        year: args.year,
        department: args.department.as_deref().map(select::department).transpose()?,
    };
    let stated = target::select(&dataset, &dataset::registry(), &selection, dataset::seed);
    if selection.department.is_some() {
        say_what_is_left_out(&dataset, &selection);
    }
    let rows: Vec<&model::Target> = stated.iter().map(|stated| &stated.target).collect();
    let office = selection.department.and_then(|id| dataset.department(id)).map(|office| office.name.as_str());
    let named = dataset.plans.iter().filter(|plan| rows.iter().any(|row| row.plan == plan.id));
    let front = || {
        let front = Front::new("目标", office.unwrap_or_default(), named.clone());
        front.noting(NOTE.to_owned()).citing(named)
    };
    args.target.files(&rows, front, || sheet(&stated))
}

/// What a bureau's list cannot hold: plans without responsible units, and targets above the tasks that name them.
fn say_what_is_left_out(dataset: &Dataset, selection: &Selection) {
    let looked_at = |plan: &&Plan| selection.plans.is_empty() || selection.plans.contains(&plan.id.as_str());
    let silent = dataset.plans.iter().filter(looked_at).filter(|plan| !plan.names_units());
    let silent: Vec<&str> = silent.map(|plan| plan.short.as_str()).collect();
    if !silent.is_empty() {
        message(&format!("{}的规划没有写明各任务的责任单位，不在其中", silent.join("、")));
    }
    let all =
        target::select(dataset, &dataset::registry(), &Selection { department: None, ..selection.clone() }, |_| None);
    let unnamed = all.iter().filter(|stated| stated.plan.names_units() && stated.node.responsible.is_empty()).count();
    if unnamed > 0 {
        message(&format!("另有 {unnamed} 条目标所在的段落没有写明责任单位，不在其中"));
    }
}

fn sheet(stated: &[Stated]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "年份", "指标", "目标", "责任单位", "指标表", "原文", "行"]);
    for Stated { plan, node, target } in stated {
        let years: Vec<String> = target.years.iter().map(u16::to_string).collect();
        let mut values: Vec<&str> = target.values.iter().map(|value| value.raw.as_str()).collect();
        // One value for two years stands here once.
        values.dedup();
        sheet.push([
            plan.marked(),
            years.join("；"),
            target.metric.clone(),
            values.join("；"),
            target::responsible(node),
            target::table_says(target).unwrap_or_default(),
            target.quote.clone(),
            target.line.to_string(),
        ]);
    }
    sheet
}
