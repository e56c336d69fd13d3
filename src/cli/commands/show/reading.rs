//! A node, a chapter or a whole plan as a document to read: headings, paragraphs, clauses and tables as they are
//! printed, each with its place, and at the end the targets that the text sets. Knows no format.

use crate::analysis::targets::target;
use crate::cli::wording::node_heading;
use crate::export::{Document, Front, Sheet};
use crate::model::{Citations, Clause, LineRange, Node, Plan, Role, Table};
use crate::registry::Registry;
use crate::words::documents;

use super::printed_table;

/// A piece of a node's own content.
enum Part<'a> {
    Text(&'a str),
    Clause(&'a Clause),
    Table(&'a Table),
}

/// Makes a document of the nodes. The first is its title, unless they are the whole plan (`is_whole`).
pub(super) fn document(plan: &Plan, nodes: &[&Node], is_whole: bool, registry: &Registry) -> Document {
    let mut document = Document::upright(front(plan, nodes, is_whole));
    let above = nodes.first().filter(|_| !is_whole).map(|node| node.depth());
    let citations = Citations::new(plan);
    for (at, node) in nodes.iter().enumerate() {
        // A cover prints the title of the plan, which stands above.
        let is_title = is_whole && node.title.as_deref() == Some(plan.title.as_str());
        if (is_whole || at > 0) && !is_title {
            let rank = node.depth() + 1 - above.map_or(0, |above| above + 1);
            document.heading(u8::try_from(rank).unwrap_or(u8::MAX), node_heading(node));
        }
        add_content(&citations, node, &mut document);
    }
    let targets = targets(plan, nodes, registry).without_empty(&[]);
    if !targets.rows.is_empty() {
        document.heading(1, documents::TARGETS.get());
        document.text(documents::ON_TARGETS_ABOVE.get());
        document.sheet(targets);
    }
    document
}

/// The front of the document: the title, the place in the plan, and the source.
fn front(plan: &Plan, nodes: &[&Node], is_whole: bool) -> Front {
    let title = nodes.first().filter(|_| !is_whole).map_or_else(|| plan.title.clone(), |node| node_heading(node));
    let first = nodes.first().filter(|_| !is_whole);
    let place = first.map(|node| Citations::new(plan).place(node)).unwrap_or_default();
    Front { name: documents::NODE.to_string(), title: format!("{title}{}", plan.draft_mark()), notes: Vec::new() }
        .noting(documents::taken_from(plan.cited(), place))
        .noting(nodes.first().filter(|_| !is_whole).map(|node| documents::id(&node.id)))
}

/// Adds what a node itself holds, in the order of the source text, and where it stands.
fn add_content(citations: &Citations, node: &Node, document: &mut Document) {
    let mut parts: Vec<(LineRange, Part)> =
        node.paragraphs.iter().map(|one| (one.lines, Part::Text(&one.text))).collect();
    parts.extend(node.responsible.iter().map(|clause| ([clause.line; 2], Part::Clause(clause))));
    parts.extend(node.tables.iter().map(|table| (table.lines, Part::Table(table))));
    parts.sort_by_key(|(lines, _)| lines[0]);
    for (_, part) in &parts {
        match part {
            Part::Text(text) => document.body(*text),
            Part::Clause(clause) => document.body(responsible(clause)),
            Part::Table(table) => {
                if let Some(title) = &table.title {
                    document.text(title.clone());
                }
                document.sheet(printed_table::sheet(table));
            }
        }
    }
    if !parts.is_empty() {
        document.source(citations.place(node));
    }
}

/// A clause as printed, with a note where its first unit leads by a convention that the plan states elsewhere.
fn responsible(clause: &Clause) -> String {
    let lead = clause.units.iter().find(|unit| unit.role == Role::Lead).filter(|_| !clause.raw.contains("牵头"));
    let note = lead.map(|unit| documents::lead_by_convention(&unit.raw)).unwrap_or_default();
    let label = if clause.raw.contains("责任单位") { "" } else { documents::RESPONSIBLE.get() };
    format!("{label}{}{note}", clause.raw)
}

/// The targets that the text of the nodes sets, one a row.
fn targets(plan: &Plan, nodes: &[&Node], registry: &Registry) -> Sheet {
    let mut sheet = Sheet::new([documents::NODE, documents::DEADLINES, documents::IN_TABLE]);
    for node in nodes {
        for target in target::in_node(plan, node, registry, None) {
            let table = target::row_in_words(&target).unwrap_or_default();
            sheet.push([node_heading(node), target::in_words(&target), table]);
        }
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Block, Page};

    /// The text of a document's body with its tables' cells, white space left out.
    fn printed(blocks: &[Block]) -> String {
        let text = |block: &Block| match block {
            Block::Heading(_, text) | Block::Text(text) | Block::Body(text) => text.clone(),
            Block::Source(_) => String::new(),
            Block::Sheet(sheet) => sheet.rows.concat().concat(),
        };
        blocks.iter().map(text).collect::<String>().split_whitespace().collect()
    }

    #[test]
    fn a_whole_plan_stands_in_it_in_its_order() {
        let dataset = crate::dataset::bundled().unwrap();
        for plan in &dataset.plans {
            let nodes: Vec<&Node> = plan.nodes.iter().collect();
            let document = document(plan, &nodes, true, &crate::dataset::registry());
            assert_eq!(document.page, Page::Upright);
            let text = printed(&document.blocks);
            let mut from = 0;
            for paragraph in nodes.iter().flat_map(|node| &node.paragraphs) {
                let wanted: String = paragraph.text.split_whitespace().collect();
                let at = text.get(from..).and_then(|rest| rest.find(&wanted));
                from += at.unwrap_or_else(|| panic!("{}: {wanted}", plan.id)) + wanted.len();
            }
            let is_table = |block: &&Block| matches!(block, Block::Sheet(sheet) if sheet.header[0] != "条目");
            assert_eq!(document.blocks.iter().filter(is_table).count(), plan.tables().count(), "{}", plan.id);
            assert_eq!(document.front.title.contains("征求意见稿"), plan.is_draft());
        }
    }

    #[test]
    fn headings_have_the_ranks_of_the_outline() {
        let dataset = crate::dataset::bundled().unwrap();
        let plan = dataset.plan("yunfu-2030").unwrap();
        let nodes = crate::cli::commands::show::with_descendants(plan, plan.node("yunfu-2030/3").unwrap());
        let document = document(plan, &nodes, false, &crate::dataset::registry());
        let ranks: Vec<u8> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::Heading(rank, _) = block { Some(*rank) } else { None })
            .collect();
        assert_eq!(ranks.len(), nodes.len(), "one for each node but the title, and one for the targets");
        assert!(ranks.starts_with(&[1, 2, 2]) && ranks.ends_with(&[1]), "{ranks:?}");
        assert_eq!(document.front.title, "三、主要任务");
    }
}
