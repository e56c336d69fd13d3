//! One document under two titles that end in two words of one family: 《…规划》 and 《…规划纲要》.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::lexicon::document::TITLE_FAMILIES;
use crate::lexicon::punctuation::NAME_QUOTES;
use crate::model::Confidence;
use crate::text::fold::fold;

/// Fewest characters of a title before its last word.
const SHORTEST_STEM: usize = 4;

/// Most characters of a title.
const LONGEST_TITLE: usize = 60;

/// Titles that are the same but for their last words.
pub(crate) fn other_endings(reading: &Reading) -> Vec<FindingDraft> {
    // For each stem and family, the last words in their order, each with its first place.
    let mut documents: HashMap<(String, &str), BTreeMap<&str, Citation>> = HashMap::new();
    let mut order: Vec<(String, &str)> = Vec::new();
    for passage in &reading.passages {
        let mut from = None;
        for (at, c) in passage.chars.iter().enumerate() {
            match c {
                '《' => from = Some(at),
                '》' => {
                    let Some(start) = from.take().filter(|start| at - start <= LONGEST_TITLE) else { continue };
                    let title: String = passage.chars.get(start + 1..at).unwrap_or_default().iter().collect();
                    let Some((stem, ending, family)) = parts_of(&title) else { continue };
                    let key = (stem, family);
                    let endings = documents.entry(key.clone()).or_default();
                    if endings.is_empty() {
                        order.push(key);
                    }
                    endings.entry(ending).or_insert_with(|| passage.cite(start, at + 1));
                }
                _ => {}
            }
        }
    }
    let draft = |endings: &BTreeMap<&str, Citation>| {
        let mut citations: Vec<Citation> = endings.values().cloned().collect();
        citations.sort_by_key(|citation| citation.line);
        let titles: Vec<&str> = citations.iter().map(|citation| citation.quote.as_str()).collect();
        let what = format!("似为同一文件，名称不一：{}", titles.join("、"));
        FindingDraft::new(Confidence::Low, what, citations)
    };
    order.iter().filter_map(|key| documents.get(key)).filter(|endings| endings.len() > 1).map(draft).collect()
}

/// A title as its stem, its last word and the family of that. Quotation marks and blanks make no other title; years do.
fn parts_of(title: &str) -> Option<(String, &'static str, &'static str)> {
    let mut folded = fold(title);
    folded.retain(|c| !c.is_whitespace() && !NAME_QUOTES.contains(c));
    let (ending, family) = TITLE_FAMILIES.iter().find(|(ending, _)| folded.ends_with(ending))?;
    let stem = folded.strip_suffix(ending)?;
    // 国民经济和社会发展第十四个五年规划和2035年远景目标纲要 ends in a word of its own.
    let is_whole = stem.chars().count() >= SHORTEST_STEM && !stem.ends_with("目标");
    is_whole.then(|| (stem.to_owned(), ending, *family))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn one_document_under_two_titles() {
        check(
            other_endings,
            &[
                (
                    "一、依据\n按照《“健康云港2030”规划纲要》。\n二、参考\n《“健康云港2030”规划》。\n",
                    &["[2, 4] 《“健康云港2030”规划纲要》 | 《“健康云港2030”规划》"],
                ),
                ("一、依据\n按照《水网规划》《水网规划（2025年）》《水网行动计划》《规划纲要》《规划》。\n", &[]),
            ],
        );
    }
}
