//! One document under two titles: they end in two words of one family (《…规划》, 《…规划纲要》), or one has a word more that says
//! nothing of its own (《…服务体系规划》, 《…服务体系发展规划》), or its words in another order (《居家社区…》, 《社区居家…》). Where that word
//! says a little (《…供水卫生管理办法》), or the years of a plan begin otherwise, the two are one only if no text names both.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::document::{
    FILE_ENDINGS, OWN_TITLE_REMARKS, TITLE_FAMILIES, TITLE_FILLERS, TITLE_SYNONYMS, TITLE_VERBS, TITLE_WORDS,
};
use crate::lexicon::punctuation::{NAME_QUOTES, RANGE_DASHES};
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::model::Confidence;
use crate::text::fold::fold;
use crate::words::findings::writing;
use crate::words::{self};

/// Fewest characters of what two titles have in common.
const SHORTEST_STEM: usize = 4;

/// Fewest characters that are left of a title which another one may print with a word more that says something.
const SHORTEST_COMMON: usize = 5;

/// Most characters of a title.
const LONGEST_TITLE: usize = 60;

/// Characters before a title that may say that it is a short name.
const REACH: usize = 6;

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

/// One document as the text names it.
#[derive(Default)]
struct Named {
    /// The forms of its title, each with its first place.
    forms: Vec<(String, Citation)>,
    /// The texts that name it, by their numbers.
    texts: HashSet<usize>,
}

/// Titles in the text that seem to be of one document, and differ.
pub(crate) fn differing_titles(reading: &Reading) -> Vec<FindingDraft> {
    let mut documents: HashMap<Document, Named> = HashMap::new();
    let mut order: Vec<Document> = Vec::new();
    let titles =
        reading.passages.iter().enumerate().flat_map(|(text, passage)| {
            titles(passage).into_iter().map(move |(title, citation)| (text, title, citation))
        });
    for (text, title, citation) in titles {
        let form = bare(&title);
        let Some(document) = document_of(&form) else { continue };
        let named = documents.entry(document.clone()).or_default();
        if named.forms.is_empty() {
            order.push(document);
        }
        named.texts.insert(text);
        if named.forms.len() < MOST_FORMS && !named.forms.iter().any(|(known, _)| *known == form) {
            named.forms.push((form, citation));
        }
    }
    let same = order.iter().filter_map(|key| documents.get(key)).filter(|named| named.forms.len() > 1);
    let mut drafts: Vec<FindingDraft> = same.map(|named| draft(&named.forms)).collect();
    drafts.extend(nearly_same(&order, &documents));
    drafts
}

fn draft(forms: &[(String, Citation)]) -> FindingDraft {
    let citations: Vec<Citation> = forms.iter().map(|(_, citation)| citation.clone()).collect();
    let titles: Vec<&str> = citations.iter().map(|citation| citation.quote.as_str()).collect();
    let what = writing::other_titles(words::joined(&titles, words::LIST));
    FindingDraft::new(Confidence::Low, what, citations)
}

/// Pairs of documents whose titles differ in one word that says a little, in verbs of nearly one sense, or in the first
/// year, and that no text names both of. Of the titles that are alike, each is compared with the one named before it.
fn nearly_same(order: &[Document], documents: &HashMap<Document, Named>) -> Vec<FindingDraft> {
    let mut last: HashMap<(String, Document), &Document> = HashMap::new();
    let mut drafts = Vec::new();
    for document in order {
        let Some(named) = documents.get(document) else { continue };
        let Some((form, citation)) = named.forms.first() else { continue };
        let years = form.rsplit_once('(').map_or("", |(_, bracket)| bracket);
        let common =
            TITLE_WORDS.iter().fold(ordered_stem(form).unwrap_or_default(), |stem, word| stem.replace(word, ""));
        let common: Vec<char> = common.chars().collect();
        let other_verbs = Document { stem: with_usual_verbs(form).chars().collect(), ..document.clone() };
        let other_words = Document { stem: common, ..document.clone() };
        let other_years = Document { bracket: last_year(years).to_owned(), ..document.clone() };
        let is_long = document.stem.len() >= SHORTEST_COMMON;
        let keys = [
            Some(("words".to_owned(), other_words)).filter(|_| is_long),
            Some(("verbs".to_owned(), other_verbs)).filter(|_| is_long),
            Some(("years".to_owned(), other_years)).filter(|(_, key)| !key.bracket.is_empty()),
        ];
        for key in keys.into_iter().flatten() {
            let Some(before) = last.insert(key, document).and_then(|before| documents.get(before)) else { continue };
            let Some((other, other_citation)) = before.forms.first() else { continue };
            let is_alike = || years_differ(form, other) || differ_in_word(form, other) || differ_in_verb(form, other);
            if before.texts.is_disjoint(&named.texts) && is_alike() {
                drafts.push(draft(&[(other.clone(), other_citation.clone()), (form.clone(), citation.clone())]));
            }
        }
    }
    drafts
}

/// Whether two bare titles are the same but for the years in their brackets.
fn years_differ(one: &str, other: &str) -> bool {
    let name = |title: &str| title.rsplit_once('(').map(|(name, _)| name.to_owned());
    name(one).is_some_and(|one| name(other) == Some(one))
}

/// Whether one bare title has one word of [`TITLE_WORDS`] more than the other.
fn differ_in_word(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (ordered_stem(one), ordered_stem(other)) else { return false };
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let without = |word: &str| {
        long.match_indices(word).any(|(at, _)| {
            long.get(..at)
                .zip(long.get(at + word.len()..))
                .is_some_and(|(before, behind)| short.strip_prefix(before) == Some(behind))
        })
    };
    TITLE_WORDS.iter().any(without)
}

/// Whether two bare titles have other verbs of nearly one sense, and are else the same.
fn differ_in_verb(one: &str, other: &str) -> bool {
    ordered_stem(one) != ordered_stem(other) && with_usual_verbs(one) == with_usual_verbs(other)
}

/// The stem of a bare title, with one verb for all of nearly one sense, see [`TITLE_VERBS`].
fn with_usual_verbs(form: &str) -> String {
    let stem = ordered_stem(form).unwrap_or_default();
    TITLE_VERBS.iter().fold(stem, |stem, (word, other)| stem.replace(word, other))
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
                let title: String = passage.chars.get(start + 1..at).unwrap_or_default().iter().collect();
                let before: String =
                    passage.chars.get(start.saturating_sub(REACH)..start).unwrap_or_default().iter().collect();
                // The caption of a file names the file, and a short name the document that is named in full before it.
                if FILE_ENDINGS.is_in(&title) || OWN_TITLE_REMARKS.ends(&before) {
                    continue;
                }
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

/// The last year of a range of years in a bracket; empty for any other bracket.
fn last_year(bracket: &str) -> &str {
    let range = bracket.trim_end_matches(')').rsplit_once(|c| RANGE_DASHES.contains(c));
    range.filter(|(first, _)| first.starts_with(|c: char| c.is_ascii_digit())).map_or("", |(_, last)| last)
}

/// The document that a bare title is of; `None` for one whose last word is of no family.
fn document_of(title: &str) -> Option<Document> {
    let (name, bracket) = title.split_once('(').unwrap_or((title, ""));
    let (ending, family) = TITLE_FAMILIES.iter().find(|(ending, _)| name.ends_with(ending))?;
    // Words may stand in another order: 居家社区养老, 社区居家养老.
    let mut stem: Vec<char> = stem_of(name, ending)?.chars().collect();
    stem.sort_unstable();
    let is_whole = stem.len() >= SHORTEST_STEM;
    is_whole.then(|| Document { stem, bracket: first_year(bracket).to_owned(), family })
}

/// What is left of a title without its last word, fillers and conjunctions; `None` for one that ends in a word of its own.
fn stem_of(name: &str, ending: &str) -> Option<String> {
    let stem = name.strip_suffix(ending)?;
    // 国民经济和社会发展第十四个五年规划和2035年远景目标纲要 ends in a word of its own.
    if stem.ends_with("目标") {
        return None;
    }
    // 卫生与健康 is 卫生健康, which has a synonym.
    let stem = stem.replace(|c| CONJUNCTION_CHARS.contains(c), "");
    let stem = TITLE_SYNONYMS.iter().fold(stem, |stem, (word, other)| stem.replace(word, other));
    Some(TITLE_FILLERS.iter().fold(stem, |stem, filler| stem.replace(filler, "")))
}

/// That stem of a bare title, in its order.
fn ordered_stem(title: &str) -> Option<String> {
    let name = title.split_once('(').map_or(title, |(name, _)| name);
    let (ending, _) = TITLE_FAMILIES.iter().find(|(ending, _)| name.ends_with(ending))?;
    stem_of(name, ending)
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
                (
                    "一、依据\n按照《云港市二次供水管理办法》。\n二、任务\n落实《云港市二次供水卫生管理办法》。\n",
                    &["[2, 4] 《云港市二次供水管理办法》 | 《云港市二次供水卫生管理办法》"],
                ),
                (
                    "一、依据\n按照《云港市禁止焚烧秸秆规定》《云港市水利与湖泊规划》。\n二、任务\n落实《云港市限制焚烧秸秆规定》《云港市水利湖泊规划》。\n",
                    &[
                        "[2, 4] 《云港市水利与湖泊规划》 | 《云港市水利湖泊规划》",
                        "[2, 4] 《云港市禁止焚烧秸秆规定》 | 《云港市限制焚烧秸秆规定》",
                    ],
                ),
                ("一、依据\n按照《云港市二次供水管理办法》《云港市二次供水卫生管理办法》。\n", &[]),
                ("一、依据\n按照《云港市禁止放牧规定》。\n二、任务\n落实《云港市鼓励放牧规定》。\n", &[]),
                ("一、依据\n按照《云港市城市供水管理办法》。\n二、任务\n落实《云港市农村供水管理办法》。\n", &[]),
                (
                    "一、依据\n按照《云港市国土空间规划（2021—2035年）》。\n二、任务\n落实《云港市国土空间规划（2020—2035年）》。\n",
                    &["[2, 4] 《云港市国土空间规划（2021—2035年）》 | 《云港市国土空间规划（2020—2035年）》"],
                ),
                ("一、依据\n按照《水网规划》《水网规划（2025年）》《水网行动计划》《规划纲要》《规划》。\n", &[]),
            ],
        );
    }
}
