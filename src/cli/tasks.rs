//! `guihua tasks`: tasks, one a row.

use clap::ValueEnum;

use crate::analysis::responsibility::task::{self, Selection};
use crate::analysis::responsibility::unassigned::{self, Unassigned};
use crate::dataset;
use crate::export::{self, Front, Sheet};
use crate::model::{Dataset, Node, Plan, Role};

use super::output::{Format, Outcome, Target, message, offered};
use super::{select, show};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    plans: Vec<String>,
    #[arg(long = "dept", value_name = "部门", help = "只看写明此部门的任务：全称、简称、拼音首字母均可，可多次")]
    departments: Vec<String>,
    #[arg(long, conflicts_with_all = ["departments", "role"], help = "只看没有写责任单位的任务")]
    no_unit: bool,
    #[arg(long, value_enum, value_name = "角色", help = "部门在任务中的角色")]
    role: Option<RoleName>,
    #[arg(long, value_name = "节点", help = "只看此节点及以下，如 yunfu-2030/3.4")]
    chapter: Option<String>,
    #[command(flatten)]
    target: Target,
}

/// A role as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleName {
    #[value(alias = "牵头")]
    Lead,
    #[value(alias = "配合")]
    Joint,
    #[value(alias = "列名")]
    Listed,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Lead => Self::Lead,
            RoleName::Joint => Self::Joint,
            RoleName::Listed => Self::Listed,
        }
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("tasks"))?;
    let dataset = dataset::bundled()?;
    if let Some(chapter) = &args.chapter {
        show::node(&dataset, chapter)?;
    }
    let selection = Selection {
        plans: select::plans(&dataset, &args.plans)?,
        departments: select::departments(&args.departments)?,
        role: args.role.map(Role::from),
        chapter: args.chapter.as_deref(),
        without_unit: args.no_unit,
    };
    let tasks = task::select(&dataset, &selection);
    let silent = select::silent(&dataset, &selection.plans).filter(|_| !selection.departments.is_empty());
    if let Some(words) = &silent {
        message(words);
    }
    let unnamed: Vec<String> = if args.no_unit { in_words(&dataset, &selection) } else { Vec::new() };
    for words in &unnamed {
        message(words);
    }
    let rows: Vec<_> = tasks.iter().map(|(plan, node)| task::row(plan, node)).collect();
    let ledger = || {
        if args.target.format == Format::Text { sheet(&tasks) } else { export::ledger(&tasks, &dataset::registry()) }
    };
    args.target.files(&rows, || unnamed.into_iter().fold(front(&dataset, &selection, &tasks), Front::noting), ledger)
}

/// How much each plan leaves without a unit.
fn in_words(dataset: &Dataset, selection: &Selection) -> Vec<String> {
    unassigned::in_plans(dataset, &selection.plans).iter().map(Unassigned::sentence).collect()
}

/// The front of the ledger: the bureaus asked for, and the plans asked for that name none.
fn front(dataset: &Dataset, selection: &Selection, tasks: &[(&Plan, &Node)]) -> Front {
    let offices = dataset.departments.iter().filter(|office| selection.departments.contains(&office.id.as_str()));
    let bureaus: Vec<&str> = offices.map(|office| office.name.as_str()).collect();
    export::ledger_front(tasks, &bureaus)
        .noting(select::silent(dataset, &selection.plans).map(|words| format!("{words}。")))
}

/// The tasks for a screen: narrower than the ledger, with the ids that `show` takes.
fn sheet(tasks: &[(&Plan, &Node)]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "节点", "任务", "牵头", "配合", "列名", "行"]);
    for (plan, node) in tasks {
        let units = |role: Role| {
            let units = node.responsible.iter().flat_map(|clause| &clause.units).filter(|unit| unit.role == role);
            let mut names: Vec<&str> = Vec::new();
            for unit in units.map(|unit| unit.raw.as_str()) {
                if !names.contains(&unit) {
                    names.push(unit);
                }
            }
            names.join("、")
        };
        sheet.push([
            plan.marked(),
            node.id.clone(),
            node.heading(),
            units(Role::Lead),
            units(Role::Joint),
            units(Role::Listed),
            show::line_range(node.lines),
        ]);
    }
    sheet
}
