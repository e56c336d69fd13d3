//! One document with two numbers (文号): 《…规划》（东政办〔2024〕13号） and 《…规划》（东政办〔2024〕31号）.
//!
//! The year or the number in it differs, and not both, as a document that is issued anew has both anew.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::document::NEW_EDITIONS;
use crate::model::Confidence;
use crate::text::fold::fold;
use crate::words::findings::writing;

/// Most characters of a title and of a number.
const LONGEST: usize = 60;

/// Characters before a title that may say that it is another edition.
const REACH: usize = 10;

/// Fewest characters of a title that is of one document only.
const SHORTEST: usize = 6;

/// The number of a document: who issued it, in which year, the how many-th.
#[derive(PartialEq, Eq, Clone)]
struct Number {
    issuer: String,
    year: String,
    serial: String,
}

impl Number {
    /// Reads what stands in a bracket: 东政办〔2024〕13号.
    fn read(text: &str) -> Option<Self> {
        let text: String = fold(text).chars().filter(|mark| !mark.is_whitespace()).collect();
        let (issuer, rest) = text.split_once(['〔', '[', '【', '(', '﹝'])?;
        let (year, rest) = rest.split_once(['〕', ']', '】', ')', '﹞'])?;
        let serial = rest.strip_suffix('号')?.trim_start_matches('第');
        let are_digits = |text: &str| !text.is_empty() && text.chars().all(|mark| mark.is_ascii_digit());
        let is_number = !issuer.is_empty() && are_digits(year) && are_digits(serial);
        is_number.then(|| Self { issuer: issuer.to_owned(), year: year.to_owned(), serial: serial.to_owned() })
    }

    /// Whether two numbers are of one document and one of them is a slip: they differ in one thing only.
    fn is_slip_of(&self, other: &Self) -> bool {
        let differences = [self.issuer != other.issuer, self.year != other.year, self.serial != other.serial];
        differences.iter().filter(|differs| **differs).count() == 1
    }
}

/// Documents that two places give other numbers to, each once.
pub(crate) fn two_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut firsts: HashMap<String, (Number, String, Citation)> = HashMap::new();
    let mut drafts = Vec::new();
    for (title, number, printed, citation) in reading.passages.iter().flat_map(numbered) {
        let Some((first, first_printed, place)) = firsts.get(&title) else {
            firsts.insert(title, (number, printed, citation));
            continue;
        };
        if number.is_slip_of(first) {
            let what = writing::two_document_numbers(title.as_str(), first_printed, printed);
            drafts.push(FindingDraft::new(Confidence::High, what, [place.clone(), citation]));
        }
    }
    drafts
}

/// Numbers that two places give to documents of other titles, each once. An amended document keeps its title.
pub(crate) fn two_titles(reading: &Reading) -> Vec<FindingDraft> {
    let mut firsts: HashMap<(String, String, String), (String, Citation)> = HashMap::new();
    let mut drafts = Vec::new();
    for (title, number, printed, citation) in reading.passages.iter().flat_map(numbered) {
        let key = (number.issuer, number.year, number.serial);
        let Some((first, place)) = firsts.get(&key) else {
            firsts.insert(key, (title, citation));
            continue;
        };
        let bare = |title: &str| fold(title).replace(|mark: char| !mark.is_alphanumeric(), "");
        let (one, other) = (bare(first), bare(&title));
        if !one.contains(&other) && !other.contains(&one) {
            let what = writing::two_titles_of_number(printed.as_str(), &place.quote, &citation.quote);
            drafts.push(FindingDraft::new(Confidence::High, what, [place.clone(), citation]));
        }
    }
    drafts
}

/// The titles of a text that a number stands behind, each with the number, as printed, and its place; without those of new or
/// old editions.
fn numbered(passage: &Passage) -> Vec<(String, Number, String, Citation)> {
    let chars = &passage.chars;
    let mut found = Vec::new();
    let mut from = None;
    for (at, mark) in chars.iter().enumerate() {
        match mark {
            '《' => from = Some(at),
            '》' => {
                let Some(start) = from.take().filter(|start| at - start <= LONGEST) else { continue };
                let is_open = chars.get(at + 1).is_some_and(|mark| matches!(mark, '（' | '('));
                let rest = chars.get(at + 2..).unwrap_or_default();
                let length = rest.iter().take(LONGEST).position(|mark| *mark == '号').filter(|_| is_open);
                let Some(length) = length else { continue };
                let printed: String = rest.get(..=length).unwrap_or_default().iter().collect();
                let title: String = chars.get(start + 1..at).unwrap_or_default().iter().collect();
                let before: String = chars.get(start.saturating_sub(REACH)..start).unwrap_or_default().iter().collect();
                let behind: String = rest.iter().skip(length + 1).take(REACH).collect();
                let is_edition = NEW_EDITIONS.is_in(&before) || NEW_EDITIONS.is_in(&behind);
                if let Some(number) =
                    Number::read(&printed).filter(|_| !is_edition && title.chars().count() >= SHORTEST)
                {
                    found.push((title, number, printed, passage.cite(start, at + 2 + length + 1)));
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn documents_with_two_numbers() {
        let two = |one: &str, other: &str| format!("一、依据\n按照{one}。\n二、任务\n落实{other}。\n");
        let cases: [(&str, &str, &[&str]); 5] = [
            (
                "《云港市急救条例实施办法》（云政办〔2024〕13号）",
                "《云港市急救条例实施办法》（云政办〔2024〕31号）",
                &[
                    "[2, 4] 《云港市急救条例实施办法》（云政办〔2024〕13号 | 《云港市急救条例实施办法》（云政办〔2024〕31号",
                ],
            ),
            (
                "《云港市急救条例实施办法》（云政办〔2024〕13号）",
                "《云港市急救条例实施办法》（云政办[2024] 13号）",
                &[],
            ),
            (
                "《云港市急救条例实施办法》（云政办〔2024〕13号）",
                "《云港市血液管理实施办法》（云政办〔2024〕31号）",
                &[],
            ),
            (
                "《云港市急救条例实施办法》（云政办〔2020〕13号）",
                "《云港市急救条例实施办法》（云政办〔2024〕31号）",
                &[],
            ),
            (
                "《云港市急救条例实施办法》（云政办〔2024〕13号）",
                "修订后的《云港市急救条例实施办法》（云政办〔2024〕31号）",
                &[],
            ),
        ];
        for (one, other, expected) in cases {
            check(two_numbers, &[(&two(one, other), expected)]);
        }
    }
}
