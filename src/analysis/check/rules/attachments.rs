//! References to an attachment that the document does not have: 考核办法见附件3 where the last attachment is 附件2.
//!
//! Only a document that prints or lists attachments of the kind with numbers is read. A reference to those of another document
//! (《…通知》附件5) is none of its own.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::parse_integer;
use crate::analysis::check::reading::passage::Passage;
use crate::lexicon::document::OTHER_DOCUMENTS;
use crate::lexicon::heading::{AFTER_NO_ATTACHMENTS, ATTACHMENTS, NUMBER_STOPS, NUMERAL_CHARS};
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// The largest number of an attachment.
const LARGEST: u32 = 30;

/// Characters before a reference that may name another document.
const REACH: usize = 12;

/// References to attachments that are neither printed nor listed, each once.
pub(crate) fn missing_attachments(reading: &Reading) -> Vec<FindingDraft> {
    let printed = printed(reading);
    let mut told: HashSet<(&str, u32)> = HashSet::new();
    let mut drafts = Vec::new();
    for passage in &reading.passages {
        for reference in references(passage) {
            let Some(known) = printed.get(reference.kind).filter(|known| !known.is_empty()) else { continue };
            let is_missing = !known.contains(&reference.number) && !is_of_other(passage, &reference);
            if is_missing && told.insert((reference.kind, reference.number)) {
                let citation = passage.cite(reference.from, reference.to);
                let what = lists::missing_attachment(&citation.quote);
                drafts.push(FindingDraft::new(Confidence::Medium, what, [citation]));
            }
        }
    }
    drafts
}

/// The words of a text that name an attachment by its number.
struct Reference {
    kind: &'static str,
    number: u32,
    from: usize,
    to: usize,
}

/// The numbers of the attachments of each kind that the document has: those of its headings and of the titles of its tables, those
/// that open a text, and those of its list (附件：1.… 2.…).
fn printed(reading: &Reading) -> HashMap<&'static str, HashSet<u32>> {
    let mut printed: HashMap<&'static str, HashSet<u32>> = HashMap::new();
    let titles = reading.plan.nodes.iter().flat_map(|node| node.number.iter().chain(&node.title));
    let tables = reading.plan.tables().filter_map(|table| table.title.as_ref());
    let texts = reading.passages.iter().filter(|passage| !passage.is_title()).map(|passage| &passage.chars);
    let opening = |text: &[char]| reference_at(text, 0).filter(|one| is_own_title(text, one.to));
    let named = titles.chain(tables).map(|title| title.chars().collect::<Vec<char>>());
    let opened = named.filter_map(|title| reference_at(&title, 0)).chain(texts.filter_map(|text| opening(text)));
    for one in opened {
        printed.entry(one.kind).or_default().insert(one.number);
    }
    for passage in &reading.passages {
        for (kind, number) in listed(&passage.chars) {
            printed.entry(kind).or_default().insert(number);
        }
    }
    printed
}

/// Whether a text that opens with an attachment's number is its title, and no sentence about it: 附件2：任务清单, but not 附件2明确了….
fn is_own_title(text: &[char], to: usize) -> bool {
    let is_apart = text
        .get(to)
        .is_none_or(|mark| mark.is_whitespace() || matches!(mark, '：' | ':') || NUMBER_STOPS.contains(*mark));
    is_apart && !text.iter().any(|mark| CLAUSE_ENDS.contains(*mark))
}

/// The numbers of a list of attachments: 附件：1.任务分工表 2.项目清单.
fn listed(text: &[char]) -> Vec<(&'static str, u32)> {
    let head: String = text.iter().take(3).collect();
    let Some(kind) =
        ATTACHMENTS.prefix_of(&head).filter(|kind| head.trim_start_matches(*kind).starts_with(['：', ':']))
    else {
        return Vec::new();
    };
    let mut numbers = Vec::new();
    let mut next = 1;
    for at in 0..text.len() {
        let is_start =
            at.checked_sub(1).and_then(|before| text.get(before)).is_some_and(|before| !before.is_ascii_digit());
        let number = is_start.then(|| parse_integer(text, at)).flatten().filter(|(number, _)| *number == next);
        if let Some((number, to)) = number
            && text.get(to).is_some_and(|mark| NUMBER_STOPS.contains(*mark))
        {
            numbers.push((kind, number));
            next += 1;
        }
    }
    numbers
}

/// The references to attachments in a text.
fn references(passage: &Passage) -> Vec<Reference> {
    let chars = &passage.chars;
    let starts = (0..chars.len()).filter(|at| chars.get(*at) == Some(&'附'));
    starts.filter_map(|at| reference_at(chars, at)).collect()
}

/// The reference that begins at a position.
fn reference_at(chars: &[char], at: usize) -> Option<Reference> {
    let head: String = chars.iter().skip(at).take(2).collect();
    let kind = ATTACHMENTS.prefix_of(&head)?;
    let from = at + 2;
    let from = from + usize::from(chars.get(from) == Some(&' '));
    let (number, to) = match chars.get(from)? {
        mark if mark.is_ascii_digit() => parse_integer(chars, from)?,
        _ => {
            let numerals: String = chars.iter().skip(from).take_while(|mark| NUMERAL_CHARS.contains(**mark)).collect();
            (numeral::parse(&numerals)?, from + numerals.chars().count())
        }
    };
    // 附表1.2, 附件一览: no number of an attachment.
    let goes_on = chars.get(to).is_some_and(|mark| AFTER_NO_ATTACHMENTS.contains(*mark))
        || chars.get(to) == Some(&'.') && chars.get(to + 1).is_some_and(char::is_ascii_digit);
    ((1..=LARGEST).contains(&number) && !goes_on).then_some(Reference { kind, number, from: at, to })
}

/// Whether a reference is to an attachment of another document, which stands before it: 《…通知》附件5, 国发〔2025〕3号文件附件2.
fn is_of_other(passage: &Passage, reference: &Reference) -> bool {
    let before = passage.chars.get(reference.from.saturating_sub(REACH)..reference.from).unwrap_or_default();
    let clause: String = before
        .iter()
        .rev()
        .take_while(|mark| !CLAUSE_ENDS.contains(**mark))
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    OTHER_DOCUMENTS.ends(clause.trim_end_matches(['的', '中', '之']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn attachments_that_are_not_there() {
        check(
            missing_attachments,
            &[
                ("一、实施\n分工见附件1，办法见附件3。\n附件：1.分工表\n2.清单\n", &["[2] 附件3"]),
                ("一、实施\n分工见附件1，办法见附件4。\n附件1 主要指标\n甲。\n附件2 名词解释\n乙。\n", &["[2] 附件4"]),
                ("一、实施\n分工见附件1，按《评估通知》附件3自评。\n附件：1.分工表\n2.清单\n", &[]),
                ("一、实施\n分工见附件1，办法见附件3。\n", &[]),
            ],
        );
    }
}
