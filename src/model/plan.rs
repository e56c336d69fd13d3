//! A plan: its facts and its parts.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::{Doubt, Kind, Lines, Node, Table};

/// One plan (规划), as printed, with what the importer doubts.
#[doc(alias = "规划")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Plan {
    /// The stem of the file it was read from.
    pub id: String,
    /// The document's title, without 《》.
    pub title: String,
    /// The place in two characters or three: `佛山`.
    pub short: String,
    /// The place whose plan it is: `佛山市`, `潮州市湘桥区`.
    pub region: Option<String>,
    /// Who issued it, as printed.
    pub issuer: Option<String>,
    /// When: `2020-01-02`, or `2022-10` where no day is printed.
    pub issued: Option<String>,
    /// `征求意见稿` and the like for a draft, `印发` for one sent out with a letter; `None` where the text does not say.
    pub status: Option<String>,
    /// The years it plans for: `2021-2025`, `-2030` where only the end is known.
    pub period: Option<String>,
    /// Names of the facts above that the text lacks and the bundle supplies.
    pub supplied: Vec<String>,
    /// The file it was read from.
    pub source: Source,
    /// What the importer could not read for certain, each with its line.
    pub findings: Vec<Doubt>,
    /// How many chapters, clauses, tables and so on it holds.
    pub counts: Counts,
    /// The outline in the order of the document, a parent before its children.
    #[serde(default)]
    pub nodes: Lines<Node>,
}

/// How much a plan holds: known without reading its nodes.
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
    /// Counts what the nodes of one plan hold.
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

/// The file a plan was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Name of the file, without its folder.
    pub file: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

impl Plan {
    /// The tables in the order of the document.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.nodes.iter().flat_map(|node| &node.tables)
    }

    /// Looks a node up by its id.
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

    /// The word that says a plan is a draft, as printed (征求意见稿); `None` for one that is none.
    #[must_use]
    pub fn draft(&self) -> Option<&str> {
        self.status.as_deref().filter(|status| *status != "印发")
    }

    /// The mark of a draft to stand behind its name, in brackets; empty for a plan that is none.
    #[must_use]
    pub fn draft_mark(&self) -> String {
        self.draft().map(|status| format!("（{status}）")).unwrap_or_default()
    }

    /// The short name with the mark of a draft: how a row of any table names the plan.
    #[must_use]
    pub fn marked(&self) -> String {
        format!("{}{}", self.short, self.draft_mark())
    }
}

/// The tables stand once in memory, in their nodes, and twice in the JSON: there and in a list of their own.
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
