//! `guihua show`: one node, whole; with all below it, or a whole plan.

mod reading;

use anyhow::bail;
use serde::Serialize;

use crate::analysis::outline::{self, OutlineRow};
use crate::analysis::targets::target;
use crate::dataset;
use crate::export::{self, Front, Sheet};
use crate::model::{self, Clause, ColumnRole, Dataset, Kind, LineRange, Node, Paragraph, Plan, Role, Table};
use crate::text::width::Width;

use super::output::{Format, Outcome, Target, offered};
use super::{select, tree};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "节点", help = "节点编号，如 yunfu-2030/3.4.5；只写规划则打印其目录")]
    node: String,
    #[arg(long, help = "连同以下各级；只写规划则是全文")]
    deep: bool,
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
    args.target.offers(offered("show"))?;
    let is_plan = !args.node.contains('/');
    if is_plan && !args.deep {
        let plans = vec![args.node.clone()];
        return tree::run(&tree::Args { plans, depth: None, target: args.target.clone() });
    }
    let dataset = dataset::bundled()?;
    let (plan, nodes) = if is_plan {
        let plan = select::plan(&dataset, &args.node)?;
        (plan, plan.nodes.iter().collect())
    } else {
        let (plan, node) = node(&dataset, &args.node)?;
        (plan, if args.deep { below(plan, node) } else { vec![node] })
    };
    let Some(first) = nodes.first() else { return Ok(Outcome::Nothing) };
    match args.target.format {
        Format::Text => {
            let pages: Vec<String> = nodes.iter().map(|node| text(plan, node)).collect();
            args.target.write(&pages.join("\n"))?;
        }
        Format::Md | Format::Docx | Format::Html => {
            args.target.document(&reading::document(plan, &nodes, is_plan), nodes.len())?;
        }
        Format::Json | Format::Csv | Format::Xlsx => {
            let rows: Vec<ShowRow> = nodes.iter().map(|node| row(plan, node)).collect();
            args.target.files(&rows, || front(plan, first), || sheet(plan, &nodes))?;
        }
    }
    Ok(Outcome::Found)
}

/// A node and all below it, in the order of the document.
fn below<'a>(plan: &'a Plan, node: &Node) -> Vec<&'a Node> {
    let is_below = |id: &str| id.strip_prefix(node.id.as_str()).is_some_and(|rest| rest.starts_with('.'));
    plan.nodes.iter().filter(|one| one.id == node.id || is_below(&one.id)).collect()
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

fn row<'a>(plan: &'a Plan, node: &'a Node) -> ShowRow<'a> {
    let outline = outline::row(plan, node);
    let Node { path, paragraphs, responsible, tables, .. } = node;
    let document = dataset::seed(&plan.id).map(target::Document::new);
    let targets = target::in_node(plan, node, &dataset::registry(), document.as_ref());
    ShowRow { outline, path, paragraphs, responsible, tables, targets }
}

fn heading(plan: &Plan, node: &Node) -> [String; 3] {
    let heading = called(node);
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

/// What the plan's own tables print for the targets of the text.
fn tabled(plan: &Plan, node: &Node) -> Vec<String> {
    let mut told: Vec<String> =
        target::in_node(plan, node, &dataset::registry(), None).iter().filter_map(target::table_says).collect();
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

/// What stands above the rows: the heading, the place and the lines.
fn front(plan: &Plan, node: &Node) -> Front {
    let [heading, path, lines] = heading(plan, node);
    Front { name: "条目".to_owned(), title: format!("{heading}{}", plan.draft_mark()), notes: vec![path, lines] }
}

/// The headings, paragraphs, clauses and rows of tables with their lines, in the order of the document.
fn sheet(plan: &Plan, nodes: &[&Node]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "条目", "行", "类别", "内容"]);
    for node in nodes {
        let heading = called(node);
        let mut parts = parts(node);
        // A heading with nothing below its own is seen by a row of its own.
        if parts.is_empty() {
            parts.push((node.lines, "标题", heading.clone()));
        }
        for (lines, what, text) in parts {
            sheet.push([plan.marked(), heading.clone(), line_range(lines), what.to_owned(), text]);
        }
    }
    sheet
}

/// Number and title of a node, or what it is.
fn called(node: &Node) -> String {
    let heading = node.heading();
    if heading.is_empty() { unnamed(node.kind).to_owned() } else { heading }
}

/// What a node itself holds: lines, what it is, its text.
fn parts(node: &Node) -> Vec<(LineRange, &'static str, String)> {
    let text = |paragraph: &Paragraph| (paragraph.lines, "正文", paragraph.text.clone());
    let clause = |clause: &Clause| ([clause.line; 2], "责任单位", clause.raw.clone());
    let mut parts: Vec<_> = node.paragraphs.iter().map(text).chain(node.responsible.iter().map(clause)).collect();
    for table in &node.tables {
        let cells = table_sheet(table);
        parts.extend(table.rows.iter().zip(&cells.rows).map(|(row, line)| {
            let said = cells.header.iter().zip(line).filter(|(_, cell)| !cell.is_empty());
            let said: Vec<String> = said.map(|(header, cell)| format!("{header}：{cell}")).collect();
            (row.lines, "表格", said.join("；"))
        }));
    }
    parts.sort_by_key(|(lines, ..)| lines[0]);
    parts
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
    Sheet { header, rows: rows.collect(), ..Sheet::default() }
}
