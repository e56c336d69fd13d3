//! `guihua show`: one node, whole.

use anyhow::bail;
use serde::Serialize;

use crate::analysis::outline::{self, OutlineRow};
use crate::analysis::target;
use crate::dataset;
use crate::export::{self, Sheet};
use crate::model::{self, Clause, ColumnRole, Dataset, Kind, LineRange, Node, Paragraph, Plan, Role, Table};
use crate::text::width::Width;

use super::output::{self, Format, Outcome, Target, json};
use super::select;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "节点", help = "节点编号，如 yunfu-2030/3.4.5；只写规划则打印其目录")]
    node: String,
    #[command(flatten)]
    target: Target,
}

/// A node as `show` prints it.
#[derive(Debug, Serialize)]
struct ShowRow<'a> {
    #[serde(flatten)]
    outline: OutlineRow<'a>,
    path: &'a [String],
    paragraphs: &'a [Paragraph],
    responsible: &'a [Clause],
    tables: &'a [Table],
    targets: Vec<model::Target>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(&output::PLAIN)?;
    let dataset = dataset::bundled()?;
    if !args.node.contains('/') {
        let plan = select::plan(&dataset, &args.node)?;
        let nodes: Vec<&Node> = plan.nodes.iter().collect();
        args.target.write(&super::tree::text(&dataset, &nodes))?;
        return Ok(Outcome::Found);
    }
    let (plan, node) = node(&dataset, &args.node)?;
    let text = match args.target.format {
        Format::Json => json(&[row(plan, node)])?,
        Format::Csv => args.target.csv(&sheet(node)),
        Format::Md => markdown(plan, node),
        // The others are not offered.
        Format::Text | Format::Xlsx | Format::Docx | Format::Html => text(plan, node),
    };
    args.target.write(&text)?;
    Ok(Outcome::Found)
}

/// The plan and the node with this id.
///
/// # Errors
/// There is none: the message names the plan's nodes or the plans.
pub(super) fn node<'a>(dataset: &'a Dataset, id: &str) -> anyhow::Result<(&'a Plan, &'a Node)> {
    let name = id.split_once('/').map_or(id, |(plan, _)| plan);
    let plan = select::plan(dataset, name)?;
    let full = format!("{}/{}", plan.id, id.split_once('/').map_or("", |(_, rest)| rest));
    match plan.node(&full) {
        Some(node) => Ok((plan, node)),
        None => bail!("{} 中没有节点“{id}”；guihua tree --plan {} 列出全部节点", plan.short, plan.id),
    }
}

/// What to call a place that prints no title.
pub(super) fn unnamed(kind: Kind) -> &'static str {
    match kind {
        Kind::Front => "（封面）",
        Kind::Preamble => "（前言）",
        Kind::Chapter | Kind::Section | Kind::Subsection | Kind::Item | Kind::Box | Kind::Attachment => "（无标题）",
    }
}

/// Lines as people write them: `第 12 行`, `第 12–15 行`.
pub(super) fn line_range([first, last]: LineRange) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

fn row<'a>(plan: &Plan, node: &'a Node) -> ShowRow<'a> {
    let outline = outline::row(node);
    let Node { path, paragraphs, responsible, tables, .. } = node;
    let document = dataset::seed(&plan.id).map(target::Document::new);
    let targets = target::of_node(plan, node, document.as_ref());
    ShowRow { outline, path, paragraphs, responsible, tables, targets }
}

fn heading(plan: &Plan, node: &Node) -> [String; 3] {
    let heading = if node.heading().is_empty() { unnamed(node.kind).to_owned() } else { node.heading() };
    let path: Vec<&str> = std::iter::once(plan.title.as_str()).chain(node.path.iter().map(String::as_str)).collect();
    [
        heading,
        format!("{}{}", path.join(" › "), plan.draft_mark()),
        format!("原文第 {} 行  [{}]", line_range(node.lines), node.id),
    ]
}

fn text(plan: &Plan, node: &Node) -> String {
    let mut lines = heading(plan, node).to_vec();
    lines.push(String::new());
    lines.extend(node.paragraphs.iter().map(|paragraph| format!("　　{}", paragraph.text)));
    lines.extend(node.responsible.iter().map(responsible));
    lines.extend(tabled(plan, node));
    for table in &node.tables {
        let table_text = export::plain(&table_sheet(table), None, Width::Narrow);
        lines.extend([String::new(), table.title.clone().unwrap_or_default(), table_text]);
    }
    lines.join("\n") + "\n"
}

fn markdown(plan: &Plan, node: &Node) -> String {
    let [heading, path, lines] = heading(plan, node);
    let mut parts = vec![format!("## {heading}"), format!("{path}，{lines}")];
    parts.extend(node.paragraphs.iter().map(|paragraph| paragraph.text.clone()));
    parts.extend(node.responsible.iter().map(responsible));
    parts.extend(tabled(plan, node));
    for table in &node.tables {
        parts.extend(table.title.clone());
        parts.push(export::markdown(&table_sheet(table)));
    }
    parts.join("\n\n") + "\n"
}

/// What the plan's own tables print for the targets of the text.
fn tabled(plan: &Plan, node: &Node) -> Vec<String> {
    let mut told: Vec<String> = target::of_node(plan, node, None).iter().filter_map(target::told).collect();
    told.dedup();
    told.into_iter().map(|told| format!("本程序注：正文所说的目标，{told}")).collect()
}

/// The units by role, in words: a clause that names no lead says so.
fn responsible(clause: &Clause) -> String {
    let units = |role: Role| {
        let units = clause.units.iter().filter(|unit| unit.role == role).map(|unit| unit.raw.as_str());
        units.collect::<Vec<_>>().join("、")
    };
    let words = [("牵头", Role::Lead), ("配合", Role::Joint), ("责任单位（未写明牵头）", Role::Listed)];
    let mut parts: Vec<String> = words
        .iter()
        .map(|(word, role)| (word, units(*role)))
        .filter(|(_, units)| !units.is_empty())
        .map(|(word, units)| format!("{word}：{units}"))
        .collect();
    parts.extend(clause.each_responsible.then(|| "分别负责".to_owned()));
    parts.extend(clause.open_ended.clone());
    format!("{}（原文第 {} 行）", parts.join("；"), clause.line)
}

/// The paragraphs, clauses and their lines as rows.
fn sheet(node: &Node) -> Sheet {
    let mut sheet = Sheet::new(["行", "类别", "内容"]);
    for paragraph in &node.paragraphs {
        sheet.push([line_range(paragraph.lines), "正文".to_owned(), paragraph.text.clone()]);
    }
    for clause in &node.responsible {
        sheet.push([clause.line.to_string(), "责任单位".to_owned(), clause.raw.clone()]);
    }
    sheet
}

/// A table as printed, its columns in their order.
pub(super) fn table_sheet(table: &Table) -> Sheet {
    let header = table.columns.iter().map(|column| column.header.clone()).collect();
    let rows = table.rows.iter().map(|row| {
        let mut values = row.cells.iter();
        let cell = |column: &crate::model::Column| match column.role {
            ColumnRole::Domain => row.domain.clone(),
            ColumnRole::Number => row.number.clone(),
            ColumnRole::Name => Some(row.name.clone()),
            ColumnRole::Unit => row.unit.clone(),
            ColumnRole::Nature => row.nature.clone(),
            ColumnRole::Value => values.next().cloned().flatten(),
        };
        table.columns.iter().map(cell).map(Option::unwrap_or_default).collect()
    });
    Sheet { header, rows: rows.collect() }
}
