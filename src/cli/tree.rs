//! `guihua tree`: the outline.

use crate::analysis::outline;
use crate::dataset;
use crate::export::Sheet;
use crate::model::{Dataset, Node};

use super::output::{self, Format, Outcome, Target};
use super::select;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划（编号、地名或标题的一部分），可多次")]
    plans: Vec<String>,
    #[arg(long, value_name = "层数", help = "只到第几层")]
    depth: Option<usize>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(&output::PLAIN)?;
    let dataset = dataset::bundled()?;
    let ids = select::plans(&dataset, &args.plans)?;
    let nodes = outline::nodes(&dataset, &ids, args.depth);
    if args.target.format == Format::Text {
        args.target.write(&text(&dataset, &nodes))?;
        return Ok(Outcome::of(nodes.len()));
    }
    let rows: Vec<_> = nodes.iter().map(|node| outline::row(node)).collect();
    args.target.rows(&rows, || sheet(&nodes))
}

/// The outline as indented lines under the titles of the plans.
pub(super) fn text(dataset: &Dataset, nodes: &[&Node]) -> String {
    let mut lines = Vec::new();
    let mut plan = "";
    for node in nodes {
        if node.plan != plan {
            plan = &node.plan;
            let title = dataset.plan(plan).map(|plan| format!("{}{}", plan.title, plan.draft_mark()));
            let title = title.unwrap_or_default();
            lines.push(format!("{title}  [{plan}]"));
        }
        let heading = match node.heading() {
            heading if heading.is_empty() => super::show::unnamed(node.kind).to_owned(),
            heading => heading,
        };
        lines.push(format!("{}{heading}  [{}]", "  ".repeat(node.depth() + 1), node.id));
    }
    lines.join("\n") + "\n"
}

fn sheet(nodes: &[&Node]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "节点", "层", "编号", "标题", "行"]);
    for node in nodes {
        sheet.push([
            node.plan.clone(),
            node.id.clone(),
            (node.depth() + 1).to_string(),
            node.number.clone().unwrap_or_default(),
            node.title.clone().unwrap_or_default(),
            super::show::line_range(node.lines),
        ]);
    }
    sheet
}
