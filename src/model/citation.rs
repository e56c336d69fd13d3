//! How a plan and a place in it are cited: 《健康清远行动》第四章第一节一. The forms are those in which official writing
//! refers to a document; a reader of any edition finds the place by them, where line numbers are known here only.

use super::{Kind, Node, NodeIndex, Plan};

impl Plan {
    /// The title in 《》, with the mark of a draft behind it unless the title says it.
    #[must_use]
    pub fn cited(&self) -> String {
        let title = self.title.trim_start_matches('《').trim_end_matches('》');
        match self.draft() {
            Some(mark) if !title.contains(mark) => format!("《{title}》{}", self.draft_mark()),
            _ => format!("《{title}》"),
        }
    }
}

/// The places of one plan by the numbers it prints. Made once for many places, as it looks the nodes up by their ids.
#[derive(Clone, Debug)]
pub struct Citations<'a> {
    nodes: NodeIndex<'a>,
}

impl<'a> Citations<'a> {
    /// Reads the ids of the plan's nodes.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        Self { nodes: NodeIndex::new(plan) }
    }

    /// The place of a node: the printed numbers from the top down to it (`第四章第一节一`). A top number that ends with 、
    /// takes its title along (`三、主要任务（四）4.`), since 三（四） would read as one number. A place without a number
    /// is called by its title, and one without either by its kind.
    #[must_use]
    pub fn place(&self, node: &'a Node) -> String {
        let mut parts: Vec<String> = std::iter::once(node).chain(self.nodes.above(node)).map(part).collect();
        parts.reverse();
        parts.concat()
    }

    /// The place of the node with this id; empty if the plan has none.
    #[must_use]
    pub fn place_of(&self, id: &str) -> String {
        self.nodes.get(id).map(|node| self.place(node)).unwrap_or_default()
    }
}

/// How one node stands in the citation of a place at or below it.
fn part(node: &Node) -> String {
    match (node.number.as_deref(), node.title.as_deref()) {
        (Some(number), Some(title)) if node.parent.is_none() && number.ends_with('、') => format!("{number}{title}"),
        (Some(number), _) => number.trim_end_matches('、').replace(' ', ""),
        (None, Some(title)) => title.to_owned(),
        (None, None) => {
            let is_special = matches!(node.kind, Kind::Front | Kind::Preamble | Kind::Box | Kind::Attachment);
            if is_special { node.kind.untitled().to_owned() } else { String::new() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::document::DRAFTS;
    use crate::model::draft_word;
    use crate::words::{Language, within};

    #[test]
    fn every_draft_that_is_read_has_a_word() {
        for printed in DRAFTS.iter() {
            assert!(within(Language::English, || draft_word(printed).is_ascii()), "{printed}");
            assert_eq!(draft_word(printed), printed);
        }
        assert_eq!(draft_word("修改稿"), "修改稿");
    }

    #[test]
    fn places_are_cited_by_the_printed_numbers() {
        let node = |id: &str, parent: Option<&str>, number: Option<&str>, title: Option<&str>, kind: Kind| Node {
            plan: "甲".into(),
            id: id.to_owned(),
            parent: parent.map(str::to_owned),
            kind,
            number: number.map(str::to_owned),
            title: title.map(str::to_owned),
            lines: [1, 1],
            path: [].into(),
            paragraphs: Vec::new(),
            responsible: Vec::new(),
            tables: Vec::new(),
        };
        let nodes = [
            node("a", None, Some("第四章"), Some("健康服务"), Kind::Chapter),
            node("b", Some("a"), Some("第一节"), Some("公共卫生"), Kind::Section),
            node("c", Some("b"), Some("一、"), Some("控烟"), Kind::Subsection),
            node("d", None, Some("三、"), Some("主要任务"), Kind::Chapter),
            node("e", Some("d"), Some("（四）"), Some("心理健康"), Kind::Section),
            node("f", Some("e"), Some("4."), Some("队伍"), Kind::Item),
            node("g", Some("a"), Some("专栏 1"), Some("工程"), Kind::Box),
            node("h", None, None, None, Kind::Preamble),
            node("i", None, None, Some("序言"), Kind::Preamble),
        ];
        let citations = Citations { nodes: NodeIndex::from_nodes(&nodes) };
        let places: Vec<String> = nodes.iter().map(|node| citations.place(node)).collect();
        let expected = [
            "第四章",
            "第四章第一节",
            "第四章第一节一",
            "三、主要任务",
            "三、主要任务（四）",
            "三、主要任务（四）4.",
            "第四章专栏1",
            "前言",
            "序言",
        ];
        assert_eq!(places, expected);
    }
}
