//! A hit as the caller gets it: what it is, where it is, and the characters that match the query.
//!
//! Hits borrow their texts from the dataset. How they are ranked is decided in `evaluate::rank`.

use std::borrow::Cow;
use std::sync::Arc;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use crate::model::{LineRange, Target};
use crate::words::{self, Words, hits};

/// A range of characters of a text: first, and one past the last.
pub type CharRange = [usize; 2];

/// The matched fields of a hit. Most hits have one, which then needs no allocation: a screen of a hundred hits is built
/// anew at every keystroke.
pub type MatchedFields<'a> = SmallVec<[MatchedField<'a>; 1]>;

/// The matching ranges of a field. Most fields have one, as with [`MatchedFields`].
pub type CharRanges = SmallVec<[CharRange; 1]>;

/// What a hit is. The order is that of the groups on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A government office, shown as 部门.
    Department,
    /// A whole plan, shown as 规划.
    Plan,
    /// A row of a table, shown as 指标.
    Indicator,
    /// A node that is a task, shown as 任务.
    Task,
    /// Any other node with a heading, shown as 章节.
    Chapter,
    /// A target that is stated in running text, shown as 目标.
    Target,
    /// A paragraph or the caption of a table, shown as 正文.
    Text,
}

impl Kind {
    /// All kinds, in the order of the groups on a screen.
    pub const ALL: [Self; 7] =
        [Self::Department, Self::Plan, Self::Indicator, Self::Task, Self::Chapter, Self::Target, Self::Text];

    /// The name of the kind for the reader, such as `部门`, in the language in force.
    #[must_use]
    pub fn name(self) -> &'static str {
        let name = match self {
            Self::Department => hits::DEPARTMENT,
            Self::Plan => hits::PLAN,
            Self::Indicator => hits::INDICATOR,
            Self::Task => hits::TASK,
            Self::Chapter => hits::SECTION,
            Self::Target => hits::TARGET,
            Self::Text => hits::TEXT,
        };
        name.get()
    }
}

/// How close a text is to the word that was typed, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Closeness {
    /// The text contains the word as typed.
    Exact,
    /// The text contains the word in another width, case or script: 衞生 for 卫生, 第3章 for 第三章.
    Folded,
    /// The text has another name of what the word names: 人力资源和社会保障局 for 人社局.
    Alias,
    /// The letters typed are the initials of the text.
    Initials,
    /// The letters typed are the pinyin of the text, perhaps shortened.
    Pinyin,
    /// The text is similar to the word: characters are left out, or one is wrong.
    Fuzzy,
}

/// One hit. It serializes as `guihua search` prints it, with [`Hit::why`] as a field, null where it is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'a> {
    /// Position in the ranking; 1 for the best hit.
    pub rank: usize,
    /// The greater the better. Scores are comparable within one search only.
    pub score: u32,
    /// Whether it is an office, a plan, a task and so on.
    pub kind: Kind,
    /// Id of the plan it belongs to; `None` for an office.
    pub plan: Option<&'a str>,
    /// Id of the node that holds it, of the office, or of the plan.
    pub id: &'a str,
    /// Name of the office or the row, title of the plan, otherwise the title of the node; what the place is (封面) where it
    /// has none, in Chinese as in the JSON.
    pub title: &'a str,
    /// What the place is, where it has no title.
    pub untitled: Option<Words>,
    /// Lines of the document; `None` for an office or a plan.
    pub lines: Option<LineRange>,
    /// Titles of what contains it, outermost first; for a row, its table and domain.
    pub context: Context<'a>,
    /// The fields that match the query; empty if only filters chose the hit.
    pub matched: MatchedFields<'a>,
    /// Which part of the office, plan or node it is.
    pub location: HitLocation,
    /// Id of the table that holds the row; `None` for any other kind.
    pub table: Option<&'a str>,
    /// The target, with years, values and quote; `None` for any other kind.
    pub target: Option<&'a Target>,
    /// The draft mark of the plan, such as 征求意见稿; `None` for a plan that is not a draft.
    pub draft: Option<&'a str>,
}

impl<'a> Hit<'a> {
    /// The title for the reader; what the place is, in the language in force, where it has none.
    #[must_use]
    pub fn shown_title(&self) -> &'a str {
        self.untitled.map_or(self.title, |word| word.get())
    }

    /// Explains to the reader why it was found; empty if only filters chose it.
    #[must_use]
    pub fn why(&self) -> String {
        self.matched
            .iter()
            .map(|matched| matched.why(self.kind))
            .collect::<Vec<_>>()
            .join(words::punctuation::SEMICOLON.get())
    }
}

impl Serialize for Hit<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Hit", 12)?;
        out.serialize_field("rank", &self.rank)?;
        out.serialize_field("score", &self.score)?;
        out.serialize_field("kind", &self.kind)?;
        out.serialize_field("plan", &self.plan)?;
        out.serialize_field("id", &self.id)?;
        out.serialize_field("title", &self.title)?;
        out.serialize_field("lines", &self.lines)?;
        out.serialize_field("context", &self.context)?;
        out.serialize_field("matched", &self.matched)?;
        let why = self.why();
        out.serialize_field("why", &(!why.is_empty()).then_some(why))?;
        out.serialize_field("target", &self.target)?;
        out.serialize_field("draft", &self.draft)?;
        out.end()
    }
}

/// Titles of what contains a hit, outermost first. They are borrowed from the dataset, so that a hit needs no list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context<'a> {
    /// Titles of the nodes above.
    pub(crate) path: &'a [Arc<str>],
    /// Title of the table and domain of a row.
    pub(crate) table: [Option<&'a str>; 2],
}

impl<'a> Context<'a> {
    /// The titles, outermost first.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.path.iter().map(AsRef::as_ref).chain(self.table.into_iter().flatten())
    }

    /// The titles as one text with `separator` between them.
    #[must_use]
    pub fn join(&self, separator: &str) -> String {
        self.iter().collect::<Vec<_>>().join(separator)
    }
}

impl Serialize for Context<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Which part of an office, plan or node a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitLocation {
    /// The office, plan or node as a whole.
    Whole,
    /// A row: index of the table in its node, index of the row in the table.
    Row(usize, usize),
    /// A paragraph: its index in its node.
    Paragraph(usize),
    /// The title of a table: index of the table in its node.
    Caption(usize),
}

/// A field of a hit that matches the query or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatchedField<'a> {
    /// `title`, `name`, `alias`, `number`, `id`, `responsible`, `cells`, `text`, `region` or `plan`; `place` if the text
    /// is the typed number of a place above; `sister` if the text is
    /// the name of another office, which was typed and has no tasks.
    pub field: &'static str,
    /// The content of the field as printed.
    pub text: Cow<'a, str>,
    /// The characters of `text` that match, in order.
    pub ranges: CharRanges,
    /// How close they are to what was typed.
    pub how: Closeness,
}

impl MatchedField<'_> {
    /// Explains the match to the reader.
    fn why(&self, kind: Kind) -> String {
        let [from, to] = self.ranges.first().copied().unwrap_or_default();
        let matching: String = self.text.chars().skip(from).take(to - from).collect();
        let place = match (self.field, kind) {
            ("responsible", _) => hits::IN_UNITS,
            ("text", _) => hits::IN_TEXT,
            ("cells", _) => hits::IN_CELLS,
            ("number" | "id", _) => hits::NUMBERED,
            ("plan" | "region", _) => hits::OF_THIS_PLAN,
            ("place", _) => hits::PLACED,
            ("alias", _) => hits::ALSO_CALLED,
            (_, Kind::Department | Kind::Indicator | Kind::Target) => hits::IN_NAME,
            _ => hits::IN_TITLE,
        };
        if self.field == "sister" {
            return hits::similar_office(&self.text);
        }
        let shown = if self.field == "alias" { self.text.as_ref() } else { matching.as_str() };
        match self.how {
            Closeness::Exact | Closeness::Alias => hits::found(place, shown),
            Closeness::Folded => hits::found_folded(place, shown),
            Closeness::Initials => hits::found_by_initials(place, shown),
            Closeness::Pinyin => hits::found_by_pinyin(place, shown),
            Closeness::Fuzzy => hits::similar(&self.text),
        }
    }
}
