//! The doubts of the importer about a text: each is a kind with its data, and is shown as a sentence.
//!
//! The JSON contains the sentence (`{"line":3,"what":"括号不成对"}`). Each sentence is a template with holes for the data,
//! so that it can be parsed to the kind again.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A doubt about the document, with its place. It is reported; the importer does not guess instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// The line of the document (1-based).
    pub line: u32,
    /// What is doubtful. Its JSON is the sentence that [`DoubtKind`] displays.
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
    /// A bracket of the paragraph is never closed, or was never opened.
    UnpairedBracket,
    /// The paragraph ends like a responsibility clause, but could not be read as one.
    UnreadClause,
    /// The printed name of a responsible unit is not in the registry.
    UnknownUnit(String),
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
    /// A sentence that is of no known kind; another version of the importer read the plan.
    Other(String),
}

const NO_HEADINGS: &str = "没有找到章节标题：全文作为一段";
const UNPAIRED_BRACKET: &str = "括号不成对";
const UNREAD_CLAUSE: &str = "疑有责任单位，但未能识别";
const UNKNOWN_UNIT: &str = "责任单位“{}”不在部门名录中";
const NO_HEADER: &str = "此表没有表头：各列含义按内容推断";
const SPLIT_DOMAIN: &str = "领域“{}”被分在两行，已合并";
const EXTRA_CELLS: &str = "此行比表头多出内容：{}";
const SHIFTED_ROW: &str = "此行左移一格，所属领域缺失";
const MERGED_CELL: &str = "此行少 {} 格：“{}”为合并单元格，各列同用";
const MISSING_CELLS: &str = "此行少 {} 格，缺少的按空格处理";

/// Makes a kind from the texts in the holes of its template; `None` if one of them does not fit.
type Make = fn(&[&str]) -> Option<DoubtKind>;

/// Each template with the function that makes its kind.
const READERS: [(&str, Make); 10] = [
    (NO_HEADINGS, |_| Some(DoubtKind::NoHeadings)),
    (UNPAIRED_BRACKET, |_| Some(DoubtKind::UnpairedBracket)),
    (UNREAD_CLAUSE, |_| Some(DoubtKind::UnreadClause)),
    (UNKNOWN_UNIT, |data| Some(DoubtKind::UnknownUnit((*data.first()?).to_owned()))),
    (NO_HEADER, |_| Some(DoubtKind::NoHeader)),
    (SPLIT_DOMAIN, |data| Some(DoubtKind::SplitDomain((*data.first()?).to_owned()))),
    (EXTRA_CELLS, |data| Some(DoubtKind::ExtraCells((*data.first()?).to_owned()))),
    (SHIFTED_ROW, |_| Some(DoubtKind::ShiftedRow)),
    (MERGED_CELL, |data| {
        let [n_missing, text] = data else { return None };
        Some(DoubtKind::MergedCell { n_missing: n_missing.parse().ok()?, text: (*text).to_owned() })
    }),
    (MISSING_CELLS, |data| Some(DoubtKind::MissingCells(data.first()?.parse().ok()?))),
];

impl DoubtKind {
    /// The text of the document that the sentence quotes; `None` where it quotes none.
    #[must_use]
    pub fn quoted(&self) -> Option<&str> {
        match self {
            Self::UnknownUnit(text) | Self::SplitDomain(text) | Self::MergedCell { text, .. } => Some(text),
            Self::NoHeadings
            | Self::UnpairedBracket
            | Self::UnreadClause
            | Self::NoHeader
            | Self::ExtraCells(_)
            | Self::ShiftedRow
            | Self::MissingCells(_)
            | Self::Other(_) => None,
        }
    }
}

impl fmt::Display for DoubtKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHeadings => f.write_str(NO_HEADINGS),
            Self::UnpairedBracket => f.write_str(UNPAIRED_BRACKET),
            Self::UnreadClause => f.write_str(UNREAD_CLAUSE),
            Self::UnknownUnit(raw) => fill(f, UNKNOWN_UNIT, &[raw]),
            Self::NoHeader => f.write_str(NO_HEADER),
            Self::SplitDomain(whole) => fill(f, SPLIT_DOMAIN, &[whole]),
            Self::ExtraCells(text) => fill(f, EXTRA_CELLS, &[text]),
            Self::ShiftedRow => f.write_str(SHIFTED_ROW),
            Self::MergedCell { n_missing, text } => fill(f, MERGED_CELL, &[n_missing, text]),
            Self::MissingCells(n_missing) => fill(f, MISSING_CELLS, &[n_missing]),
            Self::Other(sentence) => f.write_str(sentence),
        }
    }
}

impl From<DoubtKind> for String {
    fn from(kind: DoubtKind) -> Self {
        kind.to_string()
    }
}

/// Parses a sentence. One that no template gives exactly becomes [`DoubtKind::Other`], so that it is shown unchanged.
impl From<String> for DoubtKind {
    fn from(sentence: String) -> Self {
        let kind = READERS.iter().find_map(|(template, make)| make(&data_in(template, &sentence)?));
        kind.filter(|kind| kind.to_string() == sentence).unwrap_or(Self::Other(sentence))
    }
}

/// Writes a template and fills its holes in their order.
fn fill(f: &mut fmt::Formatter<'_>, template: &str, data: &[&dyn fmt::Display]) -> fmt::Result {
    let mut data = data.iter();
    for (at, part) in template.split("{}").enumerate() {
        if at > 0
            && let Some(one) = data.next()
        {
            write!(f, "{one}")?;
        }
        f.write_str(part)?;
    }
    Ok(())
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

    #[test]
    fn every_kind_reads_back_from_its_sentence() {
        let kinds = [
            (DoubtKind::NoHeadings, "没有找到章节标题：全文作为一段"),
            (DoubtKind::UnpairedBracket, "括号不成对"),
            (DoubtKind::UnreadClause, "疑有责任单位，但未能识别"),
            (DoubtKind::UnknownUnit("市”农业“局".to_owned()), "责任单位“市”农业“局”不在部门名录中"),
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
        assert_eq!(kinds.len(), READERS.len() + 1, "a kind is missing here");
        for (kind, sentence) in kinds {
            assert_eq!(kind.to_string(), sentence);
            assert_eq!(DoubtKind::from(sentence.to_owned()), kind);
            let doubt = Doubt { line: 3, kind };
            let json = serde_json::to_string(&doubt).expect("a doubt is JSON");
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
