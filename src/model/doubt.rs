//! The doubts of the importer about a text: each is a kind with its data, and is shown as a sentence in the language in force.
//!
//! The JSON contains the Chinese sentence (`{"line":3,"what":"括号不成对"}`). Each sentence is a template with holes for the data,
//! so that it can be parsed to the kind again.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::model::Role;
use crate::model::correction::{Correction, FactName, Rank, read_role};
use crate::words::{Language, model as words, within};

/// A doubt about the document, with its place. It is reported; the importer does not guess instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// The line of the document (1-based).
    pub line: u32,
    /// What is doubtful. Its JSON is the sentence that [`DoubtKind`] displays in Chinese.
    #[serde(rename = "what")]
    pub kind: DoubtKind,
}

/// What is doubtful about a line.
///
/// ```
/// use guihua::model::DoubtKind;
///
/// let kind = DoubtKind::UnknownUnit("市农业局".to_owned());
/// assert_eq!(kind.to_string(), "责任单位“市农业局”不在部门名录中");
/// assert_eq!(DoubtKind::from(kind.to_string()), kind);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum DoubtKind {
    /// No heading of a chapter was found, so that the whole text is one part.
    NoHeadings,
    /// The document is made of articles, as laws and rules are: it is no plan.
    NoPlan,
    /// A bracket of the paragraph is never closed, or was never opened.
    UnpairedBracket,
    /// The paragraph ends like a responsibility clause, but could not be read as one.
    UnreadClause,
    /// The printed name of a responsible unit is not in the registry.
    UnknownUnit(String),
    /// The clause has a label that is not known, so that the part of the units behind it is open.
    UnknownLabel(String),
    /// The table has no header, so that its columns were recognised by their cells.
    NoHeader,
    /// A table's domain, given here in full, was printed in two halves in two rows; they were joined.
    SplitDomain(String),
    /// The row has more cells than the header; this is the text of the extra ones.
    ExtraCells(String),
    /// The row has lost the cell of its domain, so that its cells are one column too far to the left.
    ShiftedRow,
    /// The row has too few cells because one was printed across several columns; its text counts for each of them.
    MergedCell {
        /// The number of cells that the row lacks.
        n_missing: usize,
        /// The text of the merged cell.
        text: String,
    },
    /// The row lacks this number of cells, which are taken to be empty.
    MissingCells(usize),
    /// What a user has corrected, or could not: no doubt of the importer, but to be known where the text is read.
    Correction(Correction),
    /// A sentence that is of no known kind; another version of the importer read the plan.
    Other(String),
}

/// What stands for a text in the hole of a template.
const HOLE: &str = "{}";

/// Makes a kind from the texts in the holes of its template; `None` if one of them does not fit.
type Make = fn(&[&str]) -> Option<DoubtKind>;

/// For each kind its sentence with holes for the data, and the function that makes it.
const READERS: [(fn() -> String, Make); 22] = [
    (|| words::NO_HEADINGS.to_string(), |_| Some(DoubtKind::NoHeadings)),
    (|| words::NO_PLAN.to_string(), |_| Some(DoubtKind::NoPlan)),
    (|| words::UNPAIRED_BRACKET.to_string(), |_| Some(DoubtKind::UnpairedBracket)),
    (|| words::UNREAD_CLAUSE.to_string(), |_| Some(DoubtKind::UnreadClause)),
    (|| words::unknown_unit(HOLE), |data| Some(DoubtKind::UnknownUnit((*data.first()?).to_owned()))),
    (|| words::unknown_label(HOLE), |data| Some(DoubtKind::UnknownLabel((*data.first()?).to_owned()))),
    (|| words::NO_HEADER.to_string(), |_| Some(DoubtKind::NoHeader)),
    (|| words::split_domain(HOLE), |data| Some(DoubtKind::SplitDomain((*data.first()?).to_owned()))),
    (|| words::extra_cells(HOLE), |data| Some(DoubtKind::ExtraCells((*data.first()?).to_owned()))),
    (|| words::SHIFTED_ROW.to_string(), |_| Some(DoubtKind::ShiftedRow)),
    (
        || words::merged_cell(HOLE, HOLE),
        |data| {
            let [n_missing, text] = data else { return None };
            Some(DoubtKind::MergedCell { n_missing: n_missing.parse().ok()?, text: (*text).to_owned() })
        },
    ),
    (|| words::missing_cells(HOLE), |data| Some(DoubtKind::MissingCells(data.first()?.parse().ok()?))),
    (
        || words::corrected_fact(HOLE, HOLE, HOLE),
        |data| {
            let [fact, from, to] = data else { return None };
            let (fact, from) = (FactName::read(fact)?, Some((*from).to_owned()));
            Some(DoubtKind::Correction(Correction::Fact { fact, from, to: (*to).to_owned() }))
        },
    ),
    (
        || words::added_fact(HOLE, HOLE),
        |data| {
            let [fact, to] = data else { return None };
            let fact = FactName::read(fact)?;
            Some(DoubtKind::Correction(Correction::Fact { fact, from: None, to: (*to).to_owned() }))
        },
    ),
    (
        || words::corrected_unit(HOLE, HOLE, HOLE),
        |data| {
            let (raw, office, role) = unit(data)?;
            Some(DoubtKind::Correction(Correction::Unit { raw, office, role }))
        },
    ),
    (|| words::no_unit(HOLE), |data| Some(DoubtKind::Correction(Correction::NoUnit((*data.first()?).to_owned())))),
    (
        || words::missed_unit(HOLE, HOLE, HOLE),
        |data| {
            let (raw, office, role) = unit(data)?;
            Some(DoubtKind::Correction(Correction::Missed { raw, office, role }))
        },
    ),
    (
        || words::corrected_heading(HOLE, HOLE),
        |data| {
            let [from, to] = data else { return None };
            Some(DoubtKind::Correction(Correction::Heading { from: (*from).to_owned(), to: (*to).to_owned() }))
        },
    ),
    (
        || words::corrected_rank(HOLE, HOLE),
        |data| {
            let [heading, rank] = data else { return None };
            let rank = Rank::read(rank)?;
            Some(DoubtKind::Correction(Correction::Rank { heading: (*heading).to_owned(), rank }))
        },
    ),
    (
        || words::correction_nowhere(HOLE),
        |data| Some(DoubtKind::Correction(Correction::Nowhere((*data.first()?).to_owned()))),
    ),
    (
        || words::correction_several(HOLE, HOLE),
        |data| {
            let [what, n] = data else { return None };
            Some(DoubtKind::Correction(Correction::Several { what: (*what).to_owned(), n: n.parse().ok()? }))
        },
    ),
    (
        || words::correction_office(HOLE, HOLE),
        |data| {
            let [office, what] = data else { return None };
            Some(DoubtKind::Correction(Correction::NoOffice { what: (*what).to_owned(), office: (*office).to_owned() }))
        },
    ),
];

/// A printed unit, its office and its role.
fn unit(data: &[&str]) -> Option<(String, String, Role)> {
    let [raw, office, role] = data else { return None };
    Some(((*raw).to_owned(), (*office).to_owned(), read_role(role)?))
}

/// The templates of all kinds, in Chinese.
static TEMPLATES: LazyLock<Vec<(String, Make)>> = LazyLock::new(|| {
    within(Language::Chinese, || READERS.iter().map(|(template, make)| (template(), *make)).collect())
});

impl DoubtKind {
    /// The text of the document that the sentence quotes; `None` where it quotes none.
    #[must_use]
    pub fn quoted(&self) -> Option<&str> {
        match self {
            Self::UnknownUnit(text)
            | Self::UnknownLabel(text)
            | Self::SplitDomain(text)
            | Self::MergedCell { text, .. } => Some(text),
            Self::NoHeadings
            | Self::NoPlan
            | Self::UnpairedBracket
            | Self::UnreadClause
            | Self::NoHeader
            | Self::ExtraCells(_)
            | Self::ShiftedRow
            | Self::MissingCells(_)
            | Self::Correction(_)
            | Self::Other(_) => None,
        }
    }

    /// The correction that was made, if this is one and no doubt.
    #[must_use]
    pub fn correction(&self) -> Option<&Correction> {
        match self {
            Self::Correction(correction) => Some(correction).filter(|correction| correction.is_made()),
            Self::NoHeadings
            | Self::NoPlan
            | Self::UnpairedBracket
            | Self::UnreadClause
            | Self::UnknownUnit(_)
            | Self::UnknownLabel(_)
            | Self::NoHeader
            | Self::SplitDomain(_)
            | Self::ExtraCells(_)
            | Self::ShiftedRow
            | Self::MergedCell { .. }
            | Self::MissingCells(_)
            | Self::Other(_) => None,
        }
    }
}

impl fmt::Display for DoubtKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Self::NoHeadings => words::NO_HEADINGS.get(),
            Self::NoPlan => words::NO_PLAN.get(),
            Self::UnpairedBracket => words::UNPAIRED_BRACKET.get(),
            Self::UnreadClause => words::UNREAD_CLAUSE.get(),
            Self::UnknownUnit(raw) => &words::unknown_unit(raw),
            Self::UnknownLabel(label) => &words::unknown_label(label),
            Self::NoHeader => words::NO_HEADER.get(),
            Self::SplitDomain(whole) => &words::split_domain(whole),
            Self::ExtraCells(text) => &words::extra_cells(text),
            Self::ShiftedRow => words::SHIFTED_ROW.get(),
            Self::MergedCell { n_missing, text } => &words::merged_cell(n_missing, text),
            Self::MissingCells(n_missing) => &words::missing_cells(n_missing),
            Self::Correction(correction) => &correction.to_string(),
            Self::Other(sentence) => sentence,
        };
        f.write_str(sentence)
    }
}

impl From<DoubtKind> for String {
    fn from(kind: DoubtKind) -> Self {
        within(Language::Chinese, || kind.to_string())
    }
}

/// Parses a sentence. One that no template gives exactly becomes [`DoubtKind::Other`], so that it is shown unchanged.
impl From<String> for DoubtKind {
    fn from(sentence: String) -> Self {
        let kind = TEMPLATES.iter().find_map(|(template, make)| make(&data_in(template, &sentence)?));
        kind.filter(|kind| String::from(kind.clone()) == sentence).unwrap_or(Self::Other(sentence))
    }
}

/// The texts in the holes of a template, if `sentence` was made from it.
fn data_in<'a>(template: &str, sentence: &'a str) -> Option<Vec<&'a str>> {
    let (first, holes) = template.split_once("{}").map_or((template, None), |(first, rest)| (first, Some(rest)));
    let mut rest = sentence.strip_prefix(first)?;
    let Some(holes) = holes else { return rest.is_empty().then(Vec::new) };
    let mut data = Vec::new();
    let mut after_holes = holes.split("{}").peekable();
    while let Some(after) = after_holes.next() {
        let (one, left) = match after_holes.peek() {
            Some(_) => rest.split_once(after)?,
            None => (rest.strip_suffix(after)?, ""),
        };
        data.push(one);
        rest = left;
    }
    Some(data)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each kind of correction with its sentence.
    fn corrections() -> [(DoubtKind, &'static str); 10] {
        let own = |text: &str| text.to_owned();
        let (raw, office) = (own("市碧波办"), own("教育局"));
        [
            (
                Correction::Fact { fact: FactName::Region, from: Some(own("江海")), to: own("江海市") },
                "更正地区：“江海”改作“江海市”",
            ),
            (Correction::Fact { fact: FactName::Period, from: None, to: own("2026-2030") }, "更正期限：“2026-2030”"),
            (
                Correction::Unit { raw: raw.clone(), office: office.clone(), role: Role::Lead },
                "更正责任单位：“市碧波办”为“教育局”，角色：牵头",
            ),
            (Correction::NoUnit(own("各地")), "更正责任单位：“各地”不是单位"),
            (
                Correction::Missed { raw, office, role: Role::Joint },
                "更正责任单位：补“市碧波办”，即“教育局”，角色：配合",
            ),
            (
                Correction::Heading { from: own("（一）控烟"), to: own("（二）控烟") },
                "更正条目标题：“（一）控烟”改作“（二）控烟”",
            ),
            (
                Correction::Rank { heading: own("（一）控烟"), rank: Rank::Heading(crate::model::Kind::Section) },
                "更正层级：“（一）控烟”为节",
            ),
            (Correction::Nowhere(own("“市碧波办”")), "更正未采用，原文中找不到：“市碧波办”"),
            (
                Correction::Several { what: own("“控烟”"), n: 2 },
                "更正未采用，原文中有多处，请用 at 写明：“控烟”（2 处）",
            ),
            (
                Correction::NoOffice { what: own("“市碧波办”"), office: own("x局") },
                "更正未采用，名录中没有“x局”：“市碧波办”",
            ),
        ]
        .map(|(correction, sentence)| (DoubtKind::Correction(correction), sentence))
    }

    #[test]
    fn every_kind_reads_back_from_its_sentence() {
        let kinds = [
            (DoubtKind::NoHeadings, "没有找到章节标题：全文作为一段"),
            (DoubtKind::NoPlan, "此件由条款组成，不是规划：只列条款，不作任务"),
            (DoubtKind::UnpairedBracket, "括号不成对"),
            (DoubtKind::UnreadClause, "疑有责任单位，但未能识别"),
            (DoubtKind::UnknownUnit("市”农业“局".to_owned()), "责任单位“市”农业“局”不在部门名录中"),
            (DoubtKind::UnknownLabel("审核单位".to_owned()), "标签“审核单位”未能识别，其后单位的分工未定"),
            (DoubtKind::NoHeader, "此表没有表头：各列含义按内容推断"),
            (DoubtKind::SplitDomain("健康生活".to_owned()), "领域“健康生活”被分在两行，已合并"),
            (DoubtKind::ExtraCells("80{}".to_owned()), "此行比表头多出内容：80{}"),
            (DoubtKind::ShiftedRow, "此行左移一格，所属领域缺失"),
            (
                DoubtKind::MergedCell { n_missing: 2, text: "保持 格：“先进".to_owned() },
                "此行少 2 格：“保持 格：“先进”为合并单元格，各列同用",
            ),
            (DoubtKind::MissingCells(1), "此行少 1 格，缺少的按空格处理"),
            (DoubtKind::Other("编号不连续".to_owned()), "编号不连续"),
        ];
        let corrections = corrections();
        assert_eq!(kinds.len() + corrections.len(), READERS.len() + 1, "a kind is missing here");
        for (kind, sentence) in kinds.into_iter().chain(corrections) {
            assert_eq!(kind.to_string(), sentence);
            assert_eq!(DoubtKind::from(sentence.to_owned()), kind);
            within(Language::English, || {
                let is_said = kind.to_string().chars().next().is_some_and(|first| first.is_ascii_lowercase());
                assert!(is_said || matches!(kind, DoubtKind::Other(_)), "{kind}");
            });
            let doubt = Doubt { line: 3, kind };
            let json = within(Language::English, || serde_json::to_string(&doubt)).expect("a doubt is JSON");
            assert_eq!(json, format!(r#"{{"line":3,"what":"{sentence}"}}"#));
            assert_eq!(serde_json::from_str::<Doubt>(&json).expect("a doubt is JSON"), doubt);
        }
    }

    #[test]
    fn a_sentence_that_only_resembles_a_kind_stays_as_it_is() {
        for sentence in ["此行少 01 格，缺少的按空格处理", "此行少 几 格，缺少的按空格处理", "括号不成对。", ""]
        {
            assert_eq!(DoubtKind::from(sentence.to_owned()), DoubtKind::Other(sentence.to_owned()));
        }
    }
}
