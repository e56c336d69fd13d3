//! One document under two titles: they end in two words of one family (《…规划》, 《…规划纲要》), or one has a word more that says
//! nothing of its own (《…服务体系规划》, 《…服务体系发展规划》), or its words in another order (《居家社区…》, 《社区居家…》).

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::document::{TITLE_FAMILIES, TITLE_FILLERS, TITLE_SYNONYMS};
use crate::lexicon::punctuation::{NAME_QUOTES, RANGE_DASHES};
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::model::Confidence;
use crate::text::fold::fold;

/// Fewest characters of what two titles have in common.
const SHORTEST_STEM: usize = 4;

/// Most characters of a title.
const LONGEST_TITLE: usize = 60;

/// The most forms of a title that are told.
const MOST_FORMS: usize = 12;

/// What all titles of one document share.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Document {
    /// The characters of the title without its last word and without fillers, sorted.
    stem: Vec<char>,
    /// The bracket behind the last word; of the years of a plan the first one only, as no place has two plans from one year
    /// on that end in different years.
    bracket: String,
    family: &'static str,
}

/// Titles in the text that seem to be of one document, and differ.
pub(crate) fn differing_titles(reading: &Reading) -> Vec<FindingDraft> {
    // For each document the forms of its title, each with its first place.
    let mut documents: HashMap<Document, Vec<(String, Citation)>> = HashMap::new();
    let mut order: Vec<Document> = Vec::new();
    for (title, citation) in reading.passages.iter().flat_map(titles) {
        let form = bare(&title);
        let Some(document) = document_of(&form) else { continue };
        let forms = documents.entry(document.clone()).or_default();
        if forms.is_empty() {
            order.push(document);
        }
        if forms.len() < MOST_FORMS && !forms.iter().any(|(known, _)| *known == form) {
            forms.push((form, citation));
        }
    }
    let draft = |forms: &Vec<(String, Citation)>| {
        let citations: Vec<Citation> = forms.iter().map(|(_, citation)| citation.clone()).collect();
        let titles: Vec<&str> = citations.iter().map(|citation| citation.quote.as_str()).collect();
        let what = format!("似为同一文件，名称不一：{}", titles.join("、"));
        FindingDraft::new(Confidence::Low, what, citations)
    };
    order.iter().filter_map(|key| documents.get(key)).filter(|forms| forms.len() > 1).map(draft).collect()
}

/// The titles in 《》 that a text prints, with their places. A title within another one ends it.
fn titles(passage: &Passage) -> Vec<(String, Citation)> {
    let mut titles = Vec::new();
    let mut from = None;
    for (at, c) in passage.chars.iter().enumerate() {
        match c {
            '《' => from = Some(at),
            '》' => {
                let Some(start) = from.take().filter(|start| at - start <= LONGEST_TITLE) else { continue };
                let title = passage.chars.get(start + 1..at).unwrap_or_default().iter().collect();
                titles.push((title, passage.cite(start, at + 1)));
            }
            _ => {}
        }
    }
    titles
}

/// A title without quotation marks and blanks, which make no other one.
fn bare(title: &str) -> String {
    let mut folded = fold(title);
    folded.retain(|c| !c.is_whitespace() && !NAME_QUOTES.contains(c));
    folded
}

/// The first year of a range of years in a bracket, and any other bracket as it is.
fn first_year(bracket: &str) -> &str {
    let first = bracket.split_once(|c| RANGE_DASHES.contains(c)).map(|(first, _)| first);
    first.filter(|first| !first.is_empty() && first.chars().all(|c| c.is_ascii_digit() || c == '年')).unwrap_or(bracket)
}

/// The document that a bare title is of; `None` for one whose last word is of no family.
fn document_of(title: &str) -> Option<Document> {
    let (name, bracket) = title.split_once('(').unwrap_or((title, ""));
    let (ending, family) = TITLE_FAMILIES.iter().find(|(ending, _)| name.ends_with(ending))?;
    let stem = name.strip_suffix(ending)?;
    // 国民经济和社会发展第十四个五年规划和2035年远景目标纲要 ends in a word of its own.
    if stem.ends_with("目标") {
        return None;
    }
    let stem = TITLE_SYNONYMS.iter().fold(stem.to_owned(), |stem, (word, other)| stem.replace(word, other));
    let mut stem = TITLE_FILLERS.iter().fold(stem, |stem, filler| stem.replace(filler, ""));
    stem.retain(|c| !CONJUNCTION_CHARS.contains(c));
    // Words may stand in another order: 居家社区养老, 社区居家养老.
    let mut stem: Vec<char> = stem.chars().collect();
    stem.sort_unstable();
    let is_whole = stem.len() >= SHORTEST_STEM;
    is_whole.then(|| Document { stem, bracket: first_year(bracket).to_owned(), family })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn one_document_under_two_titles() {
        check(
            differing_titles,
            &[
                (
                    "一、依据\n按照《“健康云港2030”规划纲要》。\n二、参考\n《“健康云港2030”规划》。\n",
                    &["[2, 4] 《“健康云港2030”规划纲要》 | 《“健康云港2030”规划》"],
                ),
                (
                    "一、依据\n按照《东川市中医药发展行动方案（2026—2030年）》和《东川市中医药条例》。\n二、任务\n落实《东川市中医药实施方案（2026—2030年）》。\n",
                    &["[2, 4] 《东川市中医药发展行动方案（2026—2030年）》 | 《东川市中医药实施方案（2026—2030年）》"],
                ),
                (
                    "一、依据\n按照《云港市人才中长期规划（2026—2035年）》。\n二、评价\n《云港市人才长期规划（2026—2035年）》。\n",
                    &["[2, 4] 《云港市人才中长期规划（2026—2035年）》 | 《云港市人才长期规划（2026—2035年）》"],
                ),
                (
                    "一、依据\n按照《云港市林业草原条例》《云港市教师教育办法》。\n二、任务\n落实《云港市草原林业条例》《云港市教育教学办法》。\n",
                    &["[2, 4] 《云港市林业草原条例》 | 《云港市草原林业条例》"],
                ),
                (
                    "一、依据\n按照《云港市妇女权益保障条例》。\n二、任务\n落实《云港市妇女权益保护条例》。\n",
                    &["[2, 4] 《云港市妇女权益保障条例》 | 《云港市妇女权益保护条例》"],
                ),
                (
                    "一、依据\n按照《云港市健身实施计划（2026—2030年）》。\n二、任务\n落实《云港市健身实施计划（2026—2035年）》《云港市健身实施计划（2021—2025年）》。\n",
                    &["[2, 4] 《云港市健身实施计划（2026—2030年）》 | 《云港市健身实施计划（2026—2035年）》"],
                ),
                ("一、依据\n按照《水网规划》《水网规划（2025年）》《水网行动计划》《规划纲要》《规划》。\n", &[]),
            ],
        );
    }
}
