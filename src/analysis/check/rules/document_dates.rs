//! One document that two sentences let be issued, or come into force, on different days: 于2021年9月30日印发 and 2021年10月30日印发的.
//!
//! A document is known by its number, else by its title. The two are one only if they agree in what happened then.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::around::sentence_of;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::year::{Date, date_at};
use crate::lexicon::document::{NEW_EDITIONS, RELEASES};
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::model::Confidence;
use crate::text::fold::fold;
use crate::words::findings::writing;

/// Most characters between a date and what happened then, and between that and the title of the document.
const TO_VERB: usize = 8;
const TO_TITLE: usize = 24;

/// Most characters of a title, and of a number in its bracket.
const LONGEST: usize = 60;

/// A document at a place of a text: its keys, from and to.
struct Named {
    keys: Vec<String>,
    from: usize,
    to: usize,
}

/// Documents with two dates of one kind, each once.
pub(crate) fn two_dates(reading: &Reading) -> Vec<FindingDraft> {
    let mut firsts: HashMap<(String, &str), (Date, Citation)> = HashMap::new();
    let mut drafts = Vec::new();
    for (keys, release, date, name, citation) in reading.passages.iter().flat_map(dated) {
        let differing = keys.iter().find_map(|key| {
            let (first, place) = firsts.get(&(key.clone(), release))?;
            (first.is_after(&date) || date.is_after(first)).then(|| place.clone())
        });
        if let Some(place) = differing {
            let what = writing::two_document_dates(&name, release, &place.quote, &citation.quote);
            drafts.push(FindingDraft::new(Confidence::High, what, [place, citation]));
            continue;
        }
        for key in keys {
            let date = Date { parts: date.parts.clone(), ..Date::of_month(0, 0, date.end) };
            firsts.entry((key, release)).or_insert((date, citation.clone()));
        }
    }
    drafts
}

type Dated = (Vec<String>, &'static str, Date, String, Citation);

/// The dates of a text behind which a word of issuing stands, each with the document that it is of.
fn dated(passage: &Passage) -> Vec<Dated> {
    let chars = &passage.chars;
    let documents = documents(chars);
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let found = starts.filter_map(|from| {
        let date = date_at(chars, from).filter(|date| date.is_marked && date.parts.len() > 1)?;
        let behind: String = chars.iter().skip(date.end).take(TO_VERB).collect();
        let behind = behind.split(|c| CLAUSE_BREAKS.contains(c) || c == '《').next().unwrap_or_default();
        let (word, release) =
            RELEASES.iter().filter(|(word, _)| behind.contains(word)).min_by_key(|(word, _)| behind.find(word))?;
        let to = date.end + behind.split(word).next()?.chars().count() + word.chars().count();
        let sentence = sentence_of(chars, from);
        let is_attribute = chars.get(to) == Some(&'的');
        let document = if is_attribute {
            documents.iter().find(|document| document.from >= to && document.from - to <= TO_TITLE)?
        } else {
            documents.iter().rev().find(|document| document.to <= from && document.from >= sentence)?
        };
        let before: String = chars.get(document.from.saturating_sub(TO_VERB)..document.from)?.iter().collect();
        let name = chars.get(document.from..document.to)?.iter().collect();
        (!NEW_EDITIONS.is_in(&before)).then(|| (document.keys.clone(), *release, date, name, passage.cite(from, to)))
    });
    found.collect()
}

/// The titles of a text with the numbers in their brackets, and numbers that stand alone.
fn documents(chars: &[char]) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut open = None;
    for (at, mark) in chars.iter().enumerate() {
        match mark {
            '《' => open = Some(at),
            '》' => {
                let Some(from) = open.take().filter(|from| at - from <= LONGEST) else { continue };
                let title: String = chars.get(from + 1..at).unwrap_or_default().iter().collect();
                found.push(Named { keys: vec![fold(&title)], from, to: at + 1 });
            }
            '〔' | '[' => {
                let Some((number, from, to)) = number_at(chars, at) else { continue };
                match found.last_mut().filter(|last| from >= last.to && from - last.to <= 1) {
                    Some(last) => {
                        last.keys.push(number);
                        last.to = to;
                    }
                    None => found.push(Named { keys: vec![number], from, to }),
                }
            }
            _ => {}
        }
    }
    found
}

/// The number of a document around the bracket of its year: 棠政办发〔2021〕28号.
fn number_at(chars: &[char], bracket: usize) -> Option<(String, usize, usize)> {
    let issuer = chars.get(..bracket)?.iter().rev().take(TO_VERB).take_while(|c| c.is_alphabetic()).count();
    let rest = chars.get(bracket..)?;
    let length = rest.iter().take(TO_TITLE / 2).position(|c| *c == '号')?;
    let number: String = chars.get(bracket - issuer..=bracket + length)?.iter().collect();
    let number: String = fold(&number).chars().filter(|c| c.is_alphanumeric()).collect();
    (issuer > 1).then_some((number, bracket - issuer, bracket + length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn documents_with_two_dates() {
        let two = |one: &str, other: &str| format!("一、依据\n{one}\n二、任务\n{other}\n");
        let cases: [(&str, &str, &[&str]); 5] = [
            (
                "《云港市急救条例》由市人大于2024年3月1日公布。",
                "2024年5月1日公布的《云港市急救条例》必须执行。",
                &["[2, 4] 2024年3月1日公布 | 2024年5月1日公布"],
            ),
            (
                "《云港市托育办法》（云政办〔2024〕13号）2024年3月印发。",
                "对照2024年4月印发的上述办法（云政办〔2024〕13号）。",
                &["[2, 4] 2024年3月印发 | 2024年4月印发"],
            ),
            ("《云港市托育办法》2024年3月印发。", "《云港市托育办法》2024年3月15日印发。", &[]),
            ("《云港市托育办法》2024年3月印发。", "《云港市托育办法》自2024年5月1日起施行。", &[]),
            ("《云港市托育办法》2024年3月印发。", "2025年4月印发的《云港市急救办法》。", &[]),
        ];
        for (one, other, expected) in cases {
            check(two_dates, &[(&two(one, other), expected)]);
        }
    }
}
