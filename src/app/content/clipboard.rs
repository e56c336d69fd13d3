//! What goes to the clipboard: text, path, citation. The mark of a draft follows every quotation.

use crate::app::input::action::CopyKind;
use crate::app::state::location::NodeRef;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::command::{self, Command};
use crate::model::{Citations, Node, Plan};
use crate::words::{punctuation, reading};

/// Returns what is copied of a plan or a node.
pub(crate) fn node(session: &Session, node_ref: NodeRef, what: CopyKind) -> Option<String> {
    let plan = session.plan(node_ref)?;
    let node = session.node(node_ref);
    Some(match (what, node) {
        (CopyKind::Text, Some(node)) => text(node),
        (CopyKind::Text | CopyKind::Citation, None) => plan.cited(),
        (CopyKind::Path, _) => session.path(node_ref).join(" › "),
        (CopyKind::Citation, Some(node)) => citation(plan, node),
    })
}

/// Adds the mark of a draft to a text from one, unless the text contains it.
pub(crate) fn marked(session: &Session, node_ref: Option<NodeRef>, text: String) -> String {
    match node_ref.and_then(|node_ref| session.plan(node_ref)).and_then(Plan::draft) {
        Some(mark) if !text.contains(mark) => punctuation::with_remark(text, mark),
        _ => text,
    }
}

/// Returns the command that prints a plan's outline or a node.
pub(crate) fn command(session: &Session, node_ref: NodeRef) -> Option<Command> {
    let plan = session.plan(node_ref)?;
    Some(match session.node(node_ref) {
        Some(node) => Command::Show(command::Show { node: node.id.clone(), deep: false }),
        None => Command::Tree(command::Tree { plans: vec![plan.id.clone()], depth: None }),
    })
}

/// Returns a node as printed: heading, paragraphs, clauses.
fn text(node: &Node) -> String {
    let heading = std::iter::once(wording::heading(node));
    let paragraphs = node.paragraphs.iter().map(|paragraph| paragraph.text.clone());
    let clauses = node.responsible.iter().map(|clause| clause.raw.clone());
    heading.chain(paragraphs).chain(clauses).collect::<Vec<_>>().join("\n")
}

/// Returns the citation of a node: 《规划》第×章第×节（×）“题目”：正文。units.
fn citation(plan: &Plan, node: &Node) -> String {
    let place = Citations::new(plan).place(node);
    let title = match (&node.number, &node.title) {
        // A chapter by 一、 is cited with its title already.
        (Some(_), Some(title)) if !place.ends_with(title.as_str()) => format!("“{title}”"),
        _ => String::new(),
    };
    let paragraphs: Vec<&str> = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let text =
        if paragraphs.is_empty() { String::new() } else { format!("{}{}", punctuation::COLON, paragraphs.join("\n")) };
    let units: Vec<String> = node.responsible.iter().map(wording::units).collect();
    let units = if units.is_empty() { String::new() } else { reading::units_cited(units.join("\n")) };
    format!("{}{place}{title}{text}{units}", plan.cited())
}
