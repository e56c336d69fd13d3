//! A period or a year that is compared with itself: “十四五”期间…较“十四五”下降, 到2030年…比2030年提高.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::parse_integer;
use crate::lexicon::Words;
use crate::lexicon::change::{BEFORE_MULTIPLES, COMPARING, WITH};
use crate::lexicon::metric::HIGHER_LEVEL_PREFIXES;
use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::time::{BEHIND_PERIODS, OF_ITS_START, PERIOD_ENDS, START_YEAR_PREFIXES};
use crate::model::Confidence;
use crate::words::findings::times;

/// Characters quoted behind the time that is compared.
const CONTEXT: usize = 10;

/// A year or a five-year period that a text names.
struct Mention {
    /// The words without marks: 十四五, 2025.
    name: String,
    from: usize,
    /// Behind it, with 年 and closing marks.
    to: usize,
    is_compared: bool,
}

/// Comparisons of a time with itself. A period that opens a node's text holds for the list below it as well.
pub(crate) fn periods_against_themselves(reading: &Reading) -> Vec<FindingDraft> {
    let mut opened: HashMap<&str, String> = HashMap::new();
    let mut drafts = Vec::new();
    let own = own_period(&reading.plan.title);
    for passage in reading.passages.iter().filter(|passage| !passage.is_title()) {
        // A year holds for its sentence, a period until another one is named.
        let mut period = opened.get(passage.node.id.as_str()).cloned();
        let mut year = None;
        let mut sentence = 0;
        let mut compared: Option<(String, usize)> = None;
        for mention in mentions(&passage.chars) {
            let between = passage.chars.get(sentence..mention.from).unwrap_or_default();
            if between.iter().any(|c| SENTENCE_ENDS.contains(*c)) {
                year = None;
            }
            sentence = mention.from;
            let is_year = mention.name.starts_with(|c: char| c.is_ascii_digit());
            let current = if is_year { &mut year } else { &mut period };
            let is_other = is_at(&passage.chars, mention.to, &OF_ITS_START)
                || is_at(&passage.chars, mention.to, &HIGHER_LEVEL_PREFIXES);
            // 与2020年末相比，2020年末…: the year that is compared with stands first.
            let is_again = !mention.is_compared
                && compared.take().is_some_and(|(name, at)| {
                    let between = passage.chars.get(at..mention.from).unwrap_or_default();
                    name == mention.name && !between.iter().any(|c| SENTENCE_ENDS.contains(*c))
                });
            if is_again && !is_other {
                let what = times::compared_with_itself(&mention.name);
                let citation = passage.cite(mention.from.saturating_sub(2 * CONTEXT), mention.to + CONTEXT);
                drafts.push(FindingDraft::new(Confidence::Medium, what, [citation]));
            }
            if mention.is_compared && is_year && current.is_none() {
                compared = Some((mention.name.clone(), mention.to));
            }
            if mention.is_compared {
                // In the document of a period, a sentence that names no other year speaks of its end.
                let is_of_document = || !is_year && year.is_none() && own.is_some_and(|(name, _)| name == mention.name);
                let is_last =
                    |year: &String| own.is_some_and(|(name, last)| name == mention.name && *year == last.to_string());
                let is_own_end = !is_year
                    && is_at(&passage.chars, mention.to, &PERIOD_ENDS)
                    && (year.as_ref().is_some_and(is_last) || is_of_document());
                let current = if is_year { &year } else { &period };
                if (current.as_ref() == Some(&mention.name) || is_own_end) && !is_other {
                    let what = times::compared_with_itself(&mention.name);
                    let citation = passage.cite(mention.from.saturating_sub(CONTEXT), mention.to + CONTEXT);
                    drafts.push(FindingDraft::new(Confidence::Medium, what, [citation]));
                }
                continue;
            }
            if mention.from <= 2 && !is_year {
                opened.entry(&passage.node.id).or_insert_with(|| mention.name.clone());
            }
            let before = passage.chars.get(..mention.from).unwrap_or_default();
            let is_from = START_YEAR_PREFIXES.iter().any(|word| before.ends_with(&word.chars().collect::<Vec<_>>()));
            *current = (!is_from).then_some(mention.name);
        }
    }
    drafts
}

/// The five-year period in the title of a document, with its last year; `None` for a title that names none or several.
fn own_period(title: &str) -> Option<(&'static str, u16)> {
    let mut named = FIVE_YEAR_PLANS.iter().filter(|(name, _)| title.contains(name));
    named.next().filter(|_| named.next().is_none()).map(|(name, last)| (name, *last))
}

/// The years and periods that a text names, in its order.
fn mentions(chars: &[char]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match mention_at(chars, at) {
            Some(mention) => {
                at = mention.to;
                mentions.push(mention);
            }
            None => at += 1,
        }
    }
    mentions
}

fn mention_at(chars: &[char], at: usize) -> Option<Mention> {
    let first = chars.get(at)?;
    let is_quoted = at.checked_sub(1).and_then(|before| chars.get(before)) == Some(&'“');
    let from = at - usize::from(is_quoted);
    let (name, to) = if first.is_ascii_digit() {
        let is_start = !at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(char::is_ascii_digit);
        let (year, end) = parse_integer(chars, at).filter(|(year, end)| is_start && end - at == 4 && *year > 1900)?;
        chars.get(end).filter(|c| **c == '年')?;
        (year.to_string(), end + 1)
    } else {
        let (period, _) =
            FIVE_YEAR_PLANS.iter().find(|(name, _)| name.starts_with(*first) && starts(chars, at, name))?;
        let end = at + period.chars().count();
        (period.to_owned(), end + usize::from(chars.get(end) == Some(&'”')))
    };
    let before = chars.get(..from).unwrap_or_default();
    let last = before.last();
    let behind: String = chars.iter().skip(to).take(CONTEXT).collect();
    let is_with = last.is_some_and(|c| WITH.contains(*c)) && (behind.contains("相比") || behind.contains("比较"));
    // 对比2025年 is a comparison as well; 占比, 同比 and the like are none.
    let is_word = last == Some(&'比') && before.iter().nth_back(1).is_some_and(|c| matches!(c, '占' | '同' | '环'));
    let is_behind = |word: &str| word.chars().rev().eq(before.iter().rev().take(word.chars().count()).copied());
    let is_multiple = BEFORE_MULTIPLES.iter().any(is_behind) && is_multiple(&behind);
    // 从2025年的95%提高到98% names where a change began.
    let is_start = START_YEAR_PREFIXES.iter().any(is_behind) && is_start_value(&behind);
    let is_compared = is_with || is_multiple || is_start || !is_word && COMPARING.iter().any(is_behind);
    Some(Mention { name, from, to, is_compared })
}

/// Whether what stands behind a time is its value: 末的95%.
fn is_start_value(behind: &str) -> bool {
    let rest = BEHIND_PERIODS.strip_prefix(behind).unwrap_or(behind);
    rest.strip_prefix('的').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether what stands behind a time is how many times as much: 时期的1.6倍.
fn is_multiple(behind: &str) -> bool {
    let rest = BEHIND_PERIODS.strip_prefix(behind).unwrap_or(behind);
    let number = rest.strip_prefix('的').and_then(|rest| rest.split_once('倍')).map(|(number, _)| number);
    number.is_some_and(|number| {
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '近' | '约'))
    })
}

fn starts(chars: &[char], at: usize, word: &str) -> bool {
    word.chars().eq(chars.iter().skip(at).take(word.chars().count()).copied())
}

fn is_at(chars: &[char], at: usize, words: &Words) -> bool {
    words.iter().any(|word| starts(chars, at, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn times_compared_with_themselves() {
        check(
            periods_against_themselves,
            &[
                (
                    "一、回顾\n“十四五”期间，成绩显著。\n——事故数较“十四五”明显下降。\n",
                    &["[3] ——事故数较“十四五”明显下降。"],
                ),
                ("一、目标\n到2030年，效率比2030年提高12%。\n", &["[2] 到2030年，效率比2030年提高12%。"]),
                ("一、回顾\n2025年末，护士同2025年相比增加380人。\n", &["[2] 2025年末，护士同2025年相比增加380人。"]),
                (
                    "一、回顾\n“十四五”时期，投入是“十四五”时期的1.6倍。2025年，产值为2025年的2倍。\n",
                    &["[2] 十四五”时期，投入是“十四五”时期的1.6倍。20", "[2] 。2025年，产值为2025年的2倍。"],
                ),
                ("一、回顾\n“十四五”时期，投入是“十三五”时期的1.6倍。2025年是2025年的关键。\n", &[]),
                ("一、目标\n到2030年，参保率从2030年的95%提高到98%。\n", &["[2] 2030年，参保率从2030年的95%提高到98%"]),
                ("一、目标\n到2030年，参保率从2025年的95%提高到98%。2025年，自2025年3月起施行。\n", &[]),
                ("一、目标\n2030年目标比2030年全省目标高2个百分点。\n", &[]),
                ("一、目标\n2025年底比2025年初增加。到2030年，效率比2025年提高。从2020年起，每年比2020年多。\n", &[]),
            ],
        );
    }
}
