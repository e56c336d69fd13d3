//! A hit as the reader gets it: what it is, where it stands, and the characters that answer the query.
//!
//! Hits borrow their texts from the dataset. How one ranks is told in `rank`.

use std::borrow::Cow;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use crate::model::{LineRange, Target};

/// A list that mostly holds one thing, which then lies in the list itself and takes no memory of its own. A screen of hits
/// has a hundred such lists, made anew at every keystroke: one field a hit, one stretch a field.
pub type Few<T> = SmallVec<[T; 1]>;

/// What a hit is. The order is that of groups on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// 部门.
    Department,
    /// 规划.
    Plan,
    /// 指标: a row of a table.
    Indicator,
    /// 任务.
    Task,
    /// 章节: any other heading.
    Chapter,
    /// 目标 stated in text.
    Target,
    /// 正文: a paragraph.
    Text,
}

impl Kind {
    /// All kinds, in order.
    pub const ALL: [Self; 7] =
        [Self::Department, Self::Plan, Self::Indicator, Self::Task, Self::Chapter, Self::Target, Self::Text];

    /// Its name for the reader: `部门`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Department => "部门",
            Self::Plan => "规划",
            Self::Indicator => "指标",
            Self::Task => "任务",
            Self::Chapter => "章节",
            Self::Target => "目标",
            Self::Text => "正文",
        }
    }
}

/// How a word is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It stands there as typed.
    Exact,
    /// It stands there in another width, case or script: 衞生 for 卫生, 第3章 for 第三章.
    Folded,
    /// Another name means the same: 人社局.
    Alias,
    /// Its letters are the initials.
    Initials,
    /// Its letters spell the sound.
    Pinyin,
    /// It is like it.
    Fuzzy,
}

/// One hit. Serializes as `search` prints it, with [`Hit::why`] as a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'a> {
    /// 1 for the best.
    pub rank: usize,
    /// The greater the better; comparable within one answer.
    pub score: u32,
    /// What it is.
    pub kind: Kind,
    /// Id of its plan; `None` for an office.
    pub plan: Option<&'a str>,
    /// Id of the node that holds it; the office's, the plan's.
    pub id: &'a str,
    /// The office's full name, the plan's title, the row's name, else the node's title.
    pub title: Option<&'a str>,
    /// Lines of the document; `None` for an office and a plan.
    pub lines: Option<LineRange>,
    /// Titles of what contains it, outermost first; of a row, its table and domain.
    pub context: Context<'a>,
    /// The fields that answer.
    pub matched: Few<Matched<'a>>,
    /// Which text of the dataset it is.
    pub spot: Spot,
    /// Id of the table that holds the row; `None` where the hit is no row.
    pub table: Option<&'a str>,
    /// The target it is, with years, values and quote; `None` for any other kind.
    pub target: Option<&'a Target>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
}

impl Hit<'_> {
    /// In words, why it was found; empty where a filter alone chose it.
    #[must_use]
    pub fn why(&self) -> String {
        self.matched.iter().map(|matched| matched.why(self.kind)).collect::<Vec<_>>().join("；")
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
        out.serialize_field("why", &self.why())?;
        out.serialize_field("target", &self.target)?;
        out.serialize_field("draft", &self.draft)?;
        out.end()
    }
}

/// What contains a hit: titles, outermost first. Lent by the dataset, so that a hit costs no list of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context<'a> {
    /// Titles of the nodes above.
    pub(crate) path: &'a [String],
    /// Table and domain of a row.
    pub(crate) table: [Option<&'a str>; 2],
}

impl<'a> Context<'a> {
    /// The titles, outermost first.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.path.iter().map(String::as_str).chain(self.table.into_iter().flatten())
    }

    /// The titles as one text, `between` each two.
    #[must_use]
    pub fn join(&self, between: &str) -> String {
        self.iter().collect::<Vec<_>>().join(between)
    }
}

impl Serialize for Context<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Which text of the dataset a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The whole office, plan or node.
    Whole,
    /// Index of a table in its node, and of a row in it.
    Row(usize, usize),
    /// Index of a paragraph in its node.
    Paragraph(usize),
    /// Index of a table in its node: its title.
    Caption(usize),
}

/// A field that answers the query, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Matched<'a> {
    /// `title`, `name`, `alias`, `number`, `responsible`, `cells`, `text` or `plan`.
    pub field: &'static str,
    /// The field as printed.
    pub text: Cow<'a, str>,
    /// The characters that answer: from and to (exclusive), in characters of `text`, in order.
    pub ranges: Few<[usize; 2]>,
    /// How.
    pub how: How,
}

impl Matched<'_> {
    /// The reason in words.
    fn why(&self, kind: Kind) -> String {
        let [from, to] = self.ranges.first().copied().unwrap_or_default();
        let lit: String = self.text.chars().skip(from).take(to - from).collect();
        let place = match (self.field, kind) {
            ("responsible", _) => "责任单位中有",
            ("text", _) => "正文中有",
            ("cells", _) => "表中有",
            ("number" | "id", _) => "编号为",
            ("plan" | "region", _) => "规划为",
            ("alias", _) => "又名",
            (_, Kind::Department | Kind::Indicator | Kind::Target) => "名称中有",
            _ => "标题中有",
        };
        let shown = if self.field == "alias" { self.text.as_ref() } else { lit.as_str() };
        match self.how {
            How::Exact | How::Alias => format!("{place}“{shown}”"),
            How::Folded => format!("{place}“{shown}”（写法不同）"),
            How::Initials => format!("{place}“{shown}”（拼音首字母）"),
            How::Pinyin => format!("{place}“{shown}”（拼音）"),
            How::Fuzzy => format!("与“{}”相近", self.text),
        }
    }
}
