//! `guihua tree`: the outline.

use crate::analysis::outline;
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Node, Plan};

use super::output::{Format, Outcome, Target, offered};
use super::select;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划（编号、地名或标题的一部分），可多次")]
    pub(super) plans: Vec<String>,
    #[arg(long, value_name = "层数", help = "只到第几层")]
    pub(super) depth: Option<usize>,
    #[command(flatten)]
    pub(super) target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("tree"))?;
    let dataset = dataset::bundled()?;
    let ids = select::plans(&dataset, &args.plans)?;
    let nodes = outline::nodes(&dataset, &ids, args.depth);
    if args.target.format == Format::Text {
        args.target.write(&text(&nodes))?;
        return Ok(Outcome::of(nodes.len()));
    }
    let rows: Vec<_> = nodes.iter().map(|(plan, node)| outline::row(plan, node)).collect();
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    args.target.files(&rows, || Front::new("目录", "", plans.clone()).citing(plans), || sheet(&nodes))
}

/// The outline as indented lines under the titles of the plans.
pub(super) fn text(nodes: &[(&Plan, &Node)]) -> String {
    let mut lines = Vec::new();
    let mut last = "";
    for (plan, node) in nodes {
        if plan.id != last {
            last = &plan.id;
            lines.push(format!("{}{}  [{last}]", plan.title, plan.draft_mark()));
        }
        let heading = match node.heading() {
            heading if heading.is_empty() => super::show::unnamed(node.kind).to_owned(),
            heading => heading,
        };
        lines.push(format!("{}{heading}  [{}]", "  ".repeat(node.depth() + 1), node.id));
    }
    lines.join("\n") + "\n"
}

fn sheet(nodes: &[(&Plan, &Node)]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "节点", "层", "编号", "标题", "行"]);
    for (plan, node) in nodes {
        sheet.push([
            plan.marked(),
            node.id.clone(),
            (node.depth() + 1).to_string(),
            node.number.clone().unwrap_or_default(),
            node.title.clone().unwrap_or_default(),
            super::show::line_range(node.lines),
        ]);
    }
    sheet
}
