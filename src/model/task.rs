//! Which nodes are tasks (任务): a rule about the outline that search and analysis share.

use crate::lexicon::heading::FRAME_CHAPTERS;
use crate::model::{Kind, Node, Plan};

impl Plan {
    /// The tasks of the plan, in the order of the document: the nodes that carry a clause, and the numbered nodes of
    /// the task chapters that have no numbered children.
    pub fn tasks(&self) -> impl Iterator<Item = &Node> {
        let mut chapter_holds_tasks = false;
        self.nodes.iter().enumerate().filter_map(move |(at, node)| {
            if node.parent.is_none() {
                chapter_holds_tasks = holds_tasks(node);
            }
            // The children of a node follow it directly, so the next node shows whether there are any.
            let has_children = self.nodes.get(at + 1).is_some_and(|next| next.parent.as_ref() == Some(&node.id));
            let is_leaf = node.number.is_some() && !has_children;
            (!node.responsible.is_empty() || (chapter_holds_tasks && is_leaf)).then_some(node)
        })
    }
}

fn holds_tasks(chapter: &Node) -> bool {
    let title = chapter.title.as_deref().unwrap_or_default();
    chapter.kind == Kind::Chapter && !FRAME_CHAPTERS.is_in(title)
}
