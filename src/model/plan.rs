//! A plan: the facts about it, and its parts.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::{Doubt, Kind, Lines, Node, Table};
use crate::lexicon::document::TITLE_ENDINGS;
use crate::lexicon::place::{NATIONAL, NATIONAL_ISSUERS};
use crate::words::{Language, Words, model as words};

/// One plan (规划) as printed, with the doubts of the importer.
#[doc(alias = "规划")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Plan {
    /// The stem of the name of the file that it was read from.
    pub id: String,
    /// The document's title, without 《》.
    pub title: String,
    /// The short name of the place, two or three characters: `佛山`.
    pub short: String,
    /// The short name with what tells the plan from another one of the same place: `佛山十五五`. `None` where the short name does,
    /// and in the JSON.
    #[serde(skip)]
    pub label: Option<String>,
    /// How the place sounds in pinyin, by which many plans are in order, where that was kept. Not in the JSON.
    #[serde(skip)]
    pub sound: Option<String>,
    /// The place whose plan it is: `佛山市`, `潮州市湘桥区`.
    pub region: Option<String>,
    /// The office that issued it, as printed.
    pub issuer: Option<String>,
    /// The date of issue: `2020-01-02`, or `2022-10` if no day is printed.
    pub issued: Option<String>,
    /// The standing: `征求意见稿` and the like for a draft, `印发` if it was sent out with a letter;
    /// `None` if the text does not say.
    pub status: Option<String>,
    /// The years it plans for: `2021-2025`, `-2030` where only the end is known.
    pub period: Option<String>,
    /// The names of the facts above that the text does not give and that were supplied.
    pub supplied: Vec<String>,
    /// The file that the plan was read from.
    pub source: Source,
    /// The doubts of the importer, each with its line.
    pub findings: Lines<Doubt>,
    /// The numbers of chapters, clauses, tables and so on.
    pub counts: Counts,
    /// The outline in the order of the document, a parent before its children.
    #[serde(default)]
    pub nodes: Lines<Node>,
}

/// The numbers of the parts of a plan, known without parsing its nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Number of nodes without a parent.
    pub top: usize,
    /// Number of chapters at the top of the outline.
    #[doc(alias = "章")]
    pub chapters: usize,
    /// Number of nodes of every kind and depth.
    pub nodes: usize,
    /// Number of clauses that name responsible units.
    pub clauses: usize,
    /// Number of clauses that say who leads.
    pub leads: usize,
    /// Number of indicator tables.
    pub tables: usize,
    /// Number of rows in those tables.
    pub rows: usize,
}

impl Counts {
    /// Counts the parts in the nodes of one plan.
    #[must_use]
    pub fn from_nodes(nodes: &[Node]) -> Self {
        let clauses = || nodes.iter().flat_map(|node| &node.responsible);
        let tables = || nodes.iter().flat_map(|node| &node.tables);
        Self {
            top: nodes.iter().filter(|node| node.parent.is_none()).count(),
            chapters: nodes.iter().filter(|node| node.kind == Kind::Chapter).count(),
            nodes: nodes.len(),
            clauses: clauses().count(),
            leads: clauses().filter(|clause| clause.lead.is_some()).count(),
            tables: tables().count(),
            rows: tables().map(|table| table.rows.len()).sum(),
        }
    }
}

/// The file that a plan was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The name of the file, without its folder.
    pub file: String,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

impl Plan {
    /// The tables in the order of the document.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.nodes.iter().flat_map(|node| &node.tables)
    }

    /// Finds the node with this id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// Whether any clause of the plan names a responsible unit.
    #[must_use]
    pub fn names_units(&self) -> bool {
        self.counts.clauses > 0
    }

    /// Whether the plan is a draft for comment (征求意见稿 and the like), which every quotation must say.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.draft().is_some()
    }

    /// The printed word that says the plan is a draft (征求意见稿); `None` if it is not one.
    #[must_use]
    pub fn draft(&self) -> Option<&str> {
        self.status.as_deref().filter(|status| *status != "印发")
    }

    /// The word for the draft in the language in force; `None` if the plan is not one.
    #[must_use]
    pub fn draft_word(&self) -> Option<&str> {
        self.draft().map(draft_word)
    }

    /// The mark of a draft in brackets, to be put behind its name; empty if the plan is not a draft.
    #[must_use]
    pub fn draft_mark(&self) -> String {
        self.draft_word().map(words::draft_mark).unwrap_or_default()
    }

    /// Whether the plan is one of the nation: it names no place, and its issuer or its title begins with the nation.
    #[must_use]
    pub fn is_national(&self) -> bool {
        let names = [self.issuer.as_deref(), Some(self.title.as_str())].into_iter().flatten();
        self.region.is_none()
            && names
                .map(|name| name.trim_start_matches('《'))
                .any(|name| NATIONAL.begins(name) || NATIONAL_ISSUERS.begins(name))
    }

    /// The word by which the title says what kind of document it is: 规划, 实施方案, 意见; `None` where it says none.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        let bare = self.title.trim_end_matches(['》', '”', '"']);
        let bare = bare
            .strip_suffix(['）', ')'])
            .and_then(|open| open.rsplit_once(['（', '(']))
            .map_or(bare, |(name, _)| name);
        let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        let ends = TITLE_ENDINGS.iter().filter(|end| bare.ends_with(*end));
        ends.max_by_key(|end| end.len())
    }

    /// The name of the plan in lists: its label, or else its short name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.short)
    }

    /// The name with the mark of a draft, by which the rows of all tables name the plan.
    #[must_use]
    pub fn marked(&self) -> String {
        format!("{}{}", self.name(), self.draft_mark())
    }
}

/// The words by which plans say that they are drafts.
const DRAFTS: [Words; 6] = [
    words::DRAFT_FOR_COMMENT,
    words::DRAFT_FOR_PUBLIC_COMMENT,
    words::DRAFT_FOR_APPROVAL,
    words::DRAFT_FOR_DISCUSSION,
    words::REVISED_DRAFT,
    words::DRAFT,
];

/// Returns the word for a draft in the language in force, or the printed one where it is not known.
pub(crate) fn draft_word(printed: &str) -> &str {
    DRAFTS.iter().find(|word| word.within(Language::Chinese) == printed).map_or(printed, |word| word.get())
}

/// Tables are kept once in memory, in their nodes, and written twice in the JSON, there and in a list of their own.
impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Plan", 14)?;
        out.serialize_field("id", &self.id)?;
        out.serialize_field("title", &self.title)?;
        out.serialize_field("short", &self.short)?;
        out.serialize_field("region", &self.region)?;
        out.serialize_field("issuer", &self.issuer)?;
        out.serialize_field("issued", &self.issued)?;
        out.serialize_field("status", &self.status)?;
        out.serialize_field("period", &self.period)?;
        out.serialize_field("supplied", &self.supplied)?;
        out.serialize_field("source", &self.source)?;
        out.serialize_field("findings", &self.findings)?;
        out.serialize_field("counts", &self.counts)?;
        out.serialize_field("nodes", &self.nodes)?;
        out.serialize_field("tables", &self.tables().collect::<Vec<_>>())?;
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset;
    use crate::importer::{self, Supplied};
    use crate::model::Source;

    #[test]
    fn plans_of_the_nation_are_known_by_issuer_or_title() {
        for (text, expected) in [
            ("国务院办公厅\n\n“十四五”国民健康规划\n\n一、总体要求\n\n坚持健康优先。\n", true),
            ("中华人民共和国精神卫生法\n\n第一章 总则\n\n第一条 为了发展精神卫生事业，制定本法。\n", true),
            ("江海市卫生健康“十五五”规划\n\n一、总体要求\n\n坚持健康优先。\n", false),
            ("健康促进行动方案\n\n一、总体要求\n\n坚持健康优先。\n", false),
        ] {
            let source = Source { file: "x.txt".to_owned(), sha256: String::new() };
            let plan = importer::import(text, source, &Supplied::default(), dataset::registry().departments());
            assert_eq!(plan.is_national(), expected, "{text}");
        }
    }
}
