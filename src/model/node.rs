//! The outline: chapters, sections, items, boxes and attachments with the text they own.

use serde::{Deserialize, Serialize};

use super::{Clause, LineRange, Role, Table};
use crate::lexicon::heading::TIGHT_NUMBER_ENDS;

/// A place in the outline (节点) with its own text; its children's text is theirs.
#[doc(alias = "节点")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Id of the plan that the node belongs to.
    pub plan: String,
    /// Plan id, a slash, and the ordinals of the ancestors and itself: `yunfu-2030/3.4.5`, or
    /// `PLAN/front`, `PLAN/preamble`.
    pub id: String,
    /// Id of the node that contains this one; `None` at the top.
    pub parent: Option<String>,
    /// Whether it is a chapter, a section, a box and so on.
    pub kind: Kind,
    /// The printed number with its mark: `一、`, `（一）`, `1.`, `第一章`, `专栏 1`, `附件1`.
    pub number: Option<String>,
    /// The title without the mark that closes it; `None` where the document prints none.
    pub title: Option<String>,
    /// From the heading's line to the last line of the node's own text.
    pub lines: LineRange,
    /// Titles of the ancestors, outermost first.
    pub path: Vec<String>,
    /// The node's own paragraphs, clauses taken out.
    pub paragraphs: Vec<Paragraph>,
    /// The clauses that close those paragraphs.
    pub responsible: Vec<Clause>,
    /// The tables that stand in the node.
    pub tables: Vec<Table>,
}

/// A paragraph as a reader should see it: broken pages joined, markup taken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The text, without the clause that closes it.
    pub text: String,
    /// The lines it was read from.
    pub lines: LineRange,
}

/// What sort of place a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Cover and covering letter.
    Front,
    /// Text before the first chapter (序言).
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

impl Node {
    /// How deep the node lies: 0 at the top.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.path.len()
    }

    /// The node's own paragraphs as one text, a line each.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The role in which the node's clauses name an office; the strongest where several do. `None` where none does.
    #[must_use]
    pub fn role_of(&self, department: &str) -> Option<Role> {
        let units = self.responsible.iter().flat_map(|clause| &clause.units);
        units.filter(|unit| unit.department.as_deref() == Some(department)).map(|unit| unit.role).min()
    }

    /// Number and title as one heading: `（一）指导思想`, `第一章 总体战略`. Empty for a place without either.
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
