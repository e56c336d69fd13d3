//! `guihua tree`: the outline of the plans.

use crate::analysis::outline;
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::Selected;
use crate::cli::wording::node_heading;
use crate::command;
use crate::export::{Front, Sheet, line_range};
use crate::library::Waiting;
use crate::model::{Node, Plan};
use crate::words::tables;

pub(super) fn run(args: &command::Tree, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let nodes = outline::nodes(&selected.dataset, &selected.ids(), args.depth);
    if out.format() == Format::Text {
        out.text(&text(&nodes))?;
        return Ok(Outcome::found(!nodes.is_empty()));
    }
    let rows: Vec<_> = nodes.iter().map(|(plan, node)| outline::row(plan, node)).collect();
    out.rows(&rows, || Front::new(tables::OUTLINE, "", selected.plans()).citing(selected.plans()), || sheet(&nodes))
}

/// The outline as indented lines under the titles of the plans, each with the id that `guihua show` takes.
pub(in crate::cli) fn text(nodes: &[(&Plan, &Node)]) -> String {
    let mut lines = Vec::new();
    let mut last = "";
    for (plan, node) in nodes {
        if plan.id != last {
            last = &plan.id;
            lines.push(format!("{}{}  [{last}]", plan.title, plan.draft_mark()));
        }
        lines.push(format!("{}{}  [{}]", "  ".repeat(node.depth() + 1), node_heading(node), node.id));
    }
    lines.join("\n") + "\n"
}

fn sheet(nodes: &[(&Plan, &Node)]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::PLAN,
        tables::NODE,
        tables::LEVEL_OF_OUTLINE,
        tables::NUMBER,
        tables::TITLE,
        tables::LINES,
    ]);
    for (plan, node) in nodes {
        sheet.push([
            plan.marked(),
            node.id.clone(),
            (node.depth() + 1).to_string(),
            node.number.clone().unwrap_or_default(),
            node.title.clone().unwrap_or_default(),
            line_range(node.lines),
        ]);
    }
    sheet
}
