//! What is put on the clipboard: text, place, citation. A draft's mark follows every quotation.

use crate::app::input::action::Copied;
use crate::app::state::command::Command;
use crate::app::state::location::Spot;
use crate::app::state::session::World;
use crate::app::wording;
use crate::model::{Node, Plan};

/// What `what` copies of a plan or a node.
pub(crate) fn node(world: &World, spot: Spot, what: Copied) -> Option<String> {
    let plan = world.plan(spot)?;
    let node = world.node(spot);
    Some(match (what, node) {
        (Copied::Text, Some(node)) => text(node),
        (Copied::Text | Copied::Citation, None) => wording::cited(plan),
        (Copied::Path, _) => world.path(spot).join(" › "),
        (Copied::Citation, Some(node)) => citation(world, plan, node, spot),
    })
}

/// The text with the mark of the draft it is from, unless it says so itself.
pub(crate) fn marked(world: &World, spot: Option<Spot>, text: String) -> String {
    match spot.and_then(|spot| world.plan(spot)).and_then(Plan::draft) {
        Some(mark) if !text.contains(mark) => format!("{text}（{mark}）"),
        _ => text,
    }
}

/// The command that prints a plan's outline, or a node.
pub(crate) fn command(world: &World, spot: Spot) -> Option<Command> {
    let plan = world.plan(spot)?;
    Some(match world.node(spot) {
        Some(node) => Command::new(&["show", &node.id]),
        None => Command::new(&["tree", "--plan", &plan.id]),
    })
}

/// A node as printed: heading, paragraphs, clauses.
fn text(node: &Node) -> String {
    let heading = std::iter::once(wording::heading(node));
    let paragraphs = node.paragraphs.iter().map(|paragraph| paragraph.text.clone());
    let clauses = node.responsible.iter().map(|clause| clause.raw.clone());
    heading.chain(paragraphs).chain(clauses).collect::<Vec<_>>().join("\n")
}

/// 《规划》第×章第×节（×）“题目”：正文。units.
fn citation(world: &World, plan: &Plan, node: &Node, spot: Spot) -> String {
    let mut numbers = Vec::new();
    let mut at = Some(spot);
    while let Some(node) = at.and_then(|spot| world.node(spot)) {
        let number = node.number.as_deref().or(node.title.as_deref()).unwrap_or_default();
        numbers.push(number.trim_end_matches(['、', '.', '．', ' ']).to_owned());
        at = at.and_then(|spot| world.parent(spot));
    }
    numbers.reverse();
    let title = match (&node.number, &node.title) {
        (Some(_), Some(title)) => format!("“{title}”"),
        _ => String::new(),
    };
    let paragraphs: Vec<&str> = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let text = if paragraphs.is_empty() { String::new() } else { format!("：{}", paragraphs.join("\n")) };
    let units: Vec<String> = node.responsible.iter().map(wording::units).collect();
    let units = if units.is_empty() { String::new() } else { format!("\n责任单位——{}", units.join("\n")) };
    format!("{}{}{title}{text}{units}", wording::cited(plan), numbers.join(""))
}
