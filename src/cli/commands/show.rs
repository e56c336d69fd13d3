//! `guihua show`: one node, whole; with all below it, or a whole plan.

mod printed_table;
mod reading;

use std::sync::Arc;

use serde::Serialize;

use crate::analysis::outline::{self, OutlineRow};
use crate::analysis::targets::target;
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::{self, Selected};
use crate::cli::wording::node_heading;
use crate::command;
use crate::export::{self, Front, Sheet, line_range};
use crate::library::Waiting;
use crate::model::{self, Clause, LineRange, Node, Paragraph, Plan, Role, Table};
use crate::registry::Registry;
use crate::text::width::Width;
use crate::words::punctuation::{SEMICOLON, labelled};
use crate::words::{LIST, Words, documents, duties, tables};

/// A node as `show` prints it in JSON.
#[derive(Debug, Serialize)]
struct ShowRow<'a> {
    #[serde(flatten)]
    outline: OutlineRow<'a>,
    path: &'a [Arc<str>],
    paragraphs: &'a [Paragraph],
    responsible: &'a [Clause],
    tables: &'a [Table],
    targets: Vec<model::Target>,
}

pub(super) fn run(args: &command::Show, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let is_plan = !args.node.contains('/');
    if is_plan && !args.deep {
        let tree = command::Tree { plans: vec![args.node.clone()], depth: None };
        return super::tree::run(&tree, library, out);
    }
    let selected = Selected::of_nodes(library, &[&args.node])?;
    let (plan, nodes) = if is_plan {
        let plan = resolve::plan(&selected.dataset, &args.node)?;
        (plan, plan.nodes.iter().collect())
    } else {
        let (plan, node) = resolve::node(&selected.dataset, &args.node)?;
        (plan, if args.deep { with_descendants(plan, node) } else { vec![node] })
    };
    let Some(first) = nodes.first() else { return Ok(Outcome::found(false)) };
    let registry = library.library().registry();
    match out.format() {
        Format::Text => {
            let pages: Vec<String> = nodes.iter().map(|node| text(plan, node, registry)).collect();
            out.text(&pages.join("\n"))?;
            Ok(Outcome::DONE)
        }
        Format::Md | Format::Docx | Format::Html => {
            out.document(&reading::document(plan, &nodes, is_plan, registry), nodes.len())
        }
        Format::Json | Format::Csv | Format::Xlsx => {
            let source = library.ask(|library| library.source(&plan.id))?;
            let document = source.as_deref().map(target::Document::new);
            let rows: Vec<ShowRow> = nodes.iter().map(|node| row(plan, node, registry, document.as_ref())).collect();
            out.rows(&rows, || front(plan, first), || sheet(plan, &nodes))
        }
    }
}

/// A node and all nodes below it, in the order of the document.
fn with_descendants<'a>(plan: &'a Plan, node: &Node) -> Vec<&'a Node> {
    let is_below = |id: &str| id.strip_prefix(node.id.as_str()).is_some_and(|rest| rest.starts_with('.'));
    plan.nodes.iter().filter(|one| one.id == node.id || is_below(&one.id)).collect()
}

fn row<'a>(plan: &'a Plan, node: &'a Node, registry: &Registry, document: Option<&target::Document>) -> ShowRow<'a> {
    let outline = outline::row(plan, node);
    let Node { path, paragraphs, responsible, tables, .. } = node;
    let targets = target::in_node(plan, node, registry, document);
    ShowRow { outline, path, paragraphs, responsible, tables, targets }
}

fn heading(plan: &Plan, node: &Node) -> [String; 3] {
    let heading = node_heading(node);
    let path: Vec<&str> = std::iter::once(plan.title.as_str()).chain(node.path.iter().map(AsRef::as_ref)).collect();
    [
        heading,
        format!("{}{}", path.join(" › "), plan.draft_mark()),
        documents::source_lines(line_range(node.lines), &node.id),
    ]
}

fn text(plan: &Plan, node: &Node, registry: &Registry) -> String {
    let mut lines = heading(plan, node).to_vec();
    lines.push(String::new());
    lines.extend(node.paragraphs.iter().map(|paragraph| format!("　　{}", paragraph.text)));
    lines.extend(node.responsible.iter().map(responsible));
    lines.extend(table_notes(plan, node, registry));
    for table in &node.tables {
        let table_text = export::plain(&printed_table::sheet(table), None, Width::Narrow);
        lines.extend([String::new(), table.title.clone().unwrap_or_default(), table_text]);
    }
    lines.join("\n") + "\n"
}

/// Notes on what the plan's own tables print for the targets of a node's text, where they print another number.
fn table_notes(plan: &Plan, node: &Node, registry: &Registry) -> Vec<String> {
    let targets = target::in_node(plan, node, registry, None);
    let mut notes: Vec<String> = targets.iter().filter_map(target::row_in_words).collect();
    notes.dedup();
    notes.into_iter().map(documents::our_note).collect()
}

/// The units of a clause by their role, in words; where none of them leads, the words say that no lead is named.
fn responsible(clause: &Clause) -> String {
    let units = |role: Role| {
        let units = clause.units.iter().filter(|unit| unit.role == role).map(|unit| unit.raw.as_str());
        units.collect::<Vec<_>>().join(LIST.get())
    };
    let words = [
        (duties::LEAD, Role::Lead),
        (duties::SUPPORT, Role::Joint),
        (documents::NO_LEAD, Role::Listed),
        (duties::OTHER, Role::Other),
    ];
    let mut parts: Vec<String> = words
        .iter()
        .map(|(word, role)| (word, units(*role)))
        .filter(|(_, units)| !units.is_empty())
        .map(|(word, units)| labelled(word, units))
        .collect();
    parts.extend(clause.each_responsible.then(|| documents::EACH.to_string()));
    parts.extend(clause.open_ended.clone());
    documents::clause_at(parts.join(SEMICOLON.get()), clause.line)
}

/// The front of a file: the heading, the place in the plan and the lines.
fn front(plan: &Plan, node: &Node) -> Front {
    let [heading, path, lines] = heading(plan, node);
    Front {
        name: documents::NODE.to_string(),
        title: format!("{heading}{}", plan.draft_mark()),
        notes: vec![path, lines],
    }
}

/// The headings, paragraphs, clauses and rows of tables with their lines, in the order of the document.
fn sheet(plan: &Plan, nodes: &[&Node]) -> Sheet {
    let mut sheet = Sheet::new([tables::PLAN, tables::PLACE, tables::LINES, tables::KIND, tables::CONTENT]);
    for node in nodes {
        let heading = node_heading(node);
        let mut parts = parts(node);
        // A heading with nothing below its own is seen by a row of its own.
        if parts.is_empty() {
            parts.push((node.lines, tables::HEADING, heading.clone()));
        }
        for (lines, what, text) in parts {
            sheet.push([plan.marked(), heading.clone(), line_range(lines), what.to_string(), text]);
        }
    }
    sheet
}

/// The parts of a node's own content, each with its lines, the name of its kind and its text.
fn parts(node: &Node) -> Vec<(LineRange, Words, String)> {
    let text = |paragraph: &Paragraph| (paragraph.lines, tables::TEXT, paragraph.text.clone());
    let clause = |clause: &Clause| ([clause.line; 2], tables::CLAUSE, clause.raw.clone());
    let mut parts: Vec<_> = node.paragraphs.iter().map(text).chain(node.responsible.iter().map(clause)).collect();
    for table in &node.tables {
        let cells = printed_table::sheet(table);
        parts.extend(table.rows.iter().zip(&cells.rows).map(|(row, line)| {
            let filled = cells.header.iter().zip(line).filter(|(_, cell)| !cell.is_empty());
            let filled: Vec<String> = filled.map(|(header, cell)| labelled(header, cell)).collect();
            (row.lines, tables::TABLE_ROW, filled.join(SEMICOLON.get()))
        }));
    }
    parts.sort_by_key(|(lines, ..)| lines[0]);
    parts
}
