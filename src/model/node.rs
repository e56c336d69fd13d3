//! The outline: chapters, sections, items, boxes and attachments with their own text.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Clause, LineRange, Role, Table};
use crate::lexicon::heading::TIGHT_NUMBER_ENDS;
use crate::words::{Words, model as words};

/// A place in the outline (节点) with its own text, which does not include the text of its children.
#[doc(alias = "节点")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Id of the plan that the node belongs to.
    pub plan: Arc<str>,
    /// Plan id, a slash, and the ordinals of the ancestors and itself: `yunfu-2030/3.4.5`, or
    /// `PLAN/front`, `PLAN/preamble`.
    pub id: String,
    /// The id of the parent node; `None` at the top.
    pub parent: Option<String>,
    /// Whether the node is a chapter, a section, a box and so on.
    pub kind: Kind,
    /// The printed number with its mark: `一、`, `（一）`, `1.`, `第一章`, `专栏 1`, `附件1`.
    pub number: Option<String>,
    /// The title without its closing punctuation; `None` if the document prints none.
    pub title: Option<String>,
    /// The lines from the heading to the end of the node's own text.
    pub lines: LineRange,
    /// The titles of the ancestors, outermost first.
    pub path: Arc<[Arc<str>]>,
    /// The node's own paragraphs, without their clauses.
    pub paragraphs: Vec<Paragraph>,
    /// The clauses at the end of those paragraphs.
    pub responsible: Vec<Clause>,
    /// The tables in the text of the node.
    pub tables: Vec<Table>,
}

impl Node {
    /// Lets the nodes of a plan share what is the same for many: the id of the plan, and the titles of what they lie in.
    pub fn share(nodes: &mut [Self]) {
        let mut texts: HashSet<Arc<str>> = HashSet::new();
        let mut share = |text: &Arc<str>| {
            let known = texts.get(text).unwrap_or(text).clone();
            texts.insert(Arc::clone(&known));
            known
        };
        let mut paths: HashSet<Arc<[Arc<str>]>> = HashSet::new();
        for node in nodes {
            node.plan = share(&node.plan);
            let known = paths.get(&node.path).map(Arc::clone);
            node.path = known.unwrap_or_else(|| {
                let path: Arc<[Arc<str>]> = node.path.iter().map(&mut share).collect();
                paths.insert(Arc::clone(&path));
                path
            });
        }
    }

    /// Gives back the room that the lists were made with and do not need. A list that is parsed has room for four items and
    /// more, and most lists of a node have one: that is half as much memory again.
    pub fn shrink(&mut self) {
        self.paragraphs.shrink_to_fit();
        self.responsible.shrink_to_fit();
        for clause in &mut self.responsible {
            clause.units.shrink_to_fit();
        }
        self.tables.shrink_to_fit();
        for table in &mut self.tables {
            table.columns.shrink_to_fit();
            table.rows.shrink_to_fit();
            for row in &mut table.rows {
                row.cells.shrink_to_fit();
                row.notes.shrink_to_fit();
            }
        }
    }
}

/// A paragraph as a reader should see it: joined over page breaks, without markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The text, without the clause at its end.
    pub text: String,
    /// The lines that the paragraph was read from.
    pub lines: LineRange,
}

/// The kinds of places in the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The cover and the covering letter.
    Front,
    /// The text before the first chapter (序言).
    Preamble,
    /// A chapter (章): 第一章, or 一、 where the document has no chapters by name.
    #[doc(alias = "章")]
    Chapter,
    /// A section of a chapter (节).
    #[doc(alias = "节")]
    Section,
    /// A numbered part of a section, one rank below it.
    Subsection,
    /// A numbered item, deeper still.
    Item,
    /// A box (专栏) set apart from the running text.
    #[doc(alias = "专栏")]
    Box,
    /// An attachment (附件) behind the body.
    #[doc(alias = "附件")]
    Attachment,
}

impl Kind {
    /// What a place without number and title is called, in the language in force.
    #[must_use]
    pub fn untitled(self) -> &'static str {
        self.untitled_words().get()
    }

    /// What a place without number and title is called, in each language.
    #[must_use]
    pub fn untitled_words(self) -> Words {
        match self {
            Self::Front => words::FRONT,
            Self::Preamble => words::PREAMBLE,
            Self::Chapter => words::UNTITLED_CHAPTER,
            Self::Section => words::UNTITLED_SECTION,
            Self::Subsection | Self::Item => words::UNTITLED_ITEM,
            Self::Box => words::BOX,
            Self::Attachment => words::ATTACHMENT,
        }
    }
}

impl Node {
    /// The depth of the node in the outline: 0 at the top.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.path.len()
    }

    /// The title of the node and those of its ancestors, the nearest first.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.title.as_deref().into_iter().chain(self.path.iter().rev().map(|title| &**title))
    }

    /// The node's own paragraphs as one text, one on each line.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The role that the node's clauses give an office, the strongest if there are several;
    /// `None` if they do not name it.
    #[must_use]
    pub fn role_of(&self, department: &str) -> Option<Role> {
        let units = self.responsible.iter().flat_map(|clause| &clause.units);
        units.filter(|unit| unit.department.as_deref() == Some(department)).map(|unit| unit.role).min()
    }

    /// The number and the title as one heading: `（一）指导思想`, `第一章 总体战略`. Empty for a place without either.
    #[must_use]
    pub fn heading(&self) -> String {
        match (&self.number, &self.title) {
            (Some(number), Some(title)) => {
                let tight = TIGHT_NUMBER_ENDS.ends(number);
                format!("{number}{}{title}", if tight { "" } else { " " })
            }
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;

    #[test]
    fn nodes_that_share_say_what_they_said() {
        for plan in dataset::bundled().unwrap().plans {
            let mut nodes = plan.nodes.to_vec();
            Node::share(&mut nodes);
            assert_eq!(nodes, *plan.nodes);
            assert!(nodes.iter().all(|node| Arc::ptr_eq(&node.plan, &nodes[0].plan)));
            for (one, other) in nodes.iter().zip(nodes.iter().skip(1)) {
                assert_eq!(Arc::ptr_eq(&one.path, &other.path), one.path == other.path, "{}", one.id);
            }
        }
    }
}
