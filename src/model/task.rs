//! Which nodes are tasks (任务): a rule about the outline that search and analysis share.

use crate::lexicon::heading::FRAME_CHAPTERS;
use crate::model::{Kind, Node, Plan};

impl Plan {
    /// The tasks of the plan, in the order of the document: the nodes that carry a clause, and the numbered nodes of
    /// the task chapters that have no numbered children. An article of a law (第三条) and what is counted in it are none.
    pub fn tasks(&self) -> impl Iterator<Item = &Node> {
        self.placed_tasks().map(|(_, task)| task)
    }

    /// The tasks of the plan with their positions among its nodes.
    pub fn placed_tasks(&self) -> impl Iterator<Item = (usize, &Node)> {
        let mut chapter_holds_tasks = false;
        let mut article: Option<&Node> = None;
        self.nodes.iter().enumerate().filter_map(move |(at, node)| {
            if node.parent.is_none() {
                chapter_holds_tasks = holds_tasks(node);
            }
            // The children of a node follow it directly, so the next node shows whether there are any.
            let has_children = self.nodes.get(at + 1).is_some_and(|next| next.parent.as_ref() == Some(&node.id));
            if is_article(node) {
                article = Some(node);
            }
            let is_in_article = article.is_some_and(|article| {
                node.id.strip_prefix(&article.id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
            let is_leaf = node.number.is_some() && !has_children && !is_in_article;
            (!node.responsible.is_empty() || (chapter_holds_tasks && is_leaf)).then_some((at, node))
        })
    }
}

/// Whether the node is an article of a law: 第三条, 第三条之一.
fn is_article(node: &Node) -> bool {
    let inner = node.number.as_deref().and_then(|number| number.strip_prefix('第'));
    inner.is_some_and(|inner| inner.ends_with('条') || inner.contains("条之"))
}

fn holds_tasks(chapter: &Node) -> bool {
    let title = chapter.title.as_deref().unwrap_or_default();
    chapter.kind == Kind::Chapter && !FRAME_CHAPTERS.is_in(title)
}

#[cfg(test)]
mod tests {
    use crate::dataset;
    use crate::importer::{self, Supplied};
    use crate::model::Source;

    #[test]
    fn articles_are_no_tasks_unless_somebody_is_named() {
        let text = "江海市无障碍环境建设办法\n\n第一章 总则\n\n第一条 为了保障出行，制定本办法。\n\n\
            第二条 本办法所称设施，包括：\n\n（一）坡道；\n\n（二）扶手。\n\n第二章 管理\n\n\
            第三条 新建道路应当设置坡道。（责任单位：市住房城乡建设局）\n\n第四条 本办法自公布之日起施行。\n";
        let source = Source { file: "x.txt".to_owned(), sha256: String::new() };
        let plan = importer::import(text, source, &Supplied::default(), dataset::registry().departments());
        let tasks: Vec<_> = plan.tasks().filter_map(|task| task.number.as_deref()).collect();
        assert_eq!(tasks, ["第三条"]);
    }
}
