//! Numbers that texts open with and that belong to no heading, out of order: 任务1：…任务2：…任务4：, 第一项…第三项, 表1…表4,
//! 1.1…1.3.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::parse_integer;
use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::heading::{BEHIND_REFERENCES, HEADING_LEVELS, NUMERAL_CHARS};
use crate::lexicon::punctuation::{CLAUSE_ENDS, LABEL_STOPS};
use crate::lexicon::unit::{MEASURES, SCALE_CHARS};
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Most characters of the word before a number: 重点任务3.
const LONGEST_WORD: usize = 4;

/// The largest number of a label; a larger one is a year or a value.
const LARGEST: u32 = 60;

/// Fewest labels in order before a gap, so that two texts which open alike make no list.
const FEWEST: usize = 2;

/// The largest step that is taken for a gap.
const LARGEST_STEP: u32 = 3;

/// A number at the start of a text.
struct Label {
    /// What the labels of one list share: 任务, 第项, 1.
    style: String,
    number: u32,
    /// The position behind its last character.
    to: usize,
    /// Whether it numbers what it opens, and refers to nothing: an article, the title of a table.
    is_sure: bool,
}

/// Gaps in lists whose texts open with a word and a number. A list begins at 1.
pub(crate) fn label_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut lists: FxHashMap<String, Vec<(u32, Citation)>> = FxHashMap::default();
    let mut drafts = Vec::new();
    for (label, citation) in labels(reading) {
        let list = lists.entry(label.style).or_default();
        if label.number == 1 {
            list.clear();
        }
        let before = list.last().map_or(0, |(number, _)| *number);
        // Part of a rule may be printed: it begins with any of its articles.
        if label.number == before + 1 || list.is_empty() && label.is_sure && label.number > 1 {
            list.push((label.number, citation));
            continue;
        }
        // A text that only refers to an earlier label goes on with nothing.
        let n_before = if label.is_sure { 1 } else { FEWEST };
        let is_gap = list.len() >= n_before && (before + 2..=before + LARGEST_STEP).contains(&label.number);
        let is_repeated = list.len() >= FEWEST && before == label.number && label.is_sure;
        if let Some((_, place)) = list.last().filter(|_| is_gap || is_repeated) {
            let what = lists::gap(&place.quote, &citation.quote);
            drafts.push(FindingDraft::new(Confidence::High, what, [place.clone(), citation.clone()]));
            list.push((label.number, citation));
        }
    }
    drafts
}

/// The labels of the texts and of the lines above tables, in the order of the document.
fn labels(reading: &Reading) -> Vec<(Label, Citation)> {
    let texts = reading.passages.iter().filter(|passage| !passage.is_title()).filter_map(|passage| {
        let label = label_at_start(&passage.chars)?;
        let citation = passage.cite(0, label.to);
        Some((label, citation))
    });
    let titles = reading.plan.tables().filter_map(|table| {
        let chars: Vec<char> = table.title.as_deref()?.chars().collect();
        let label = Label { is_sure: true, ..label_at_start(&chars)? };
        let quote = chars.get(..label.to)?.iter().collect();
        let line = table.lines[0].saturating_sub(1);
        Some((label, Citation { line, node: Some(table.node.clone()), quote }))
    });
    let mut labels: Vec<(Label, Citation)> = texts.chain(titles).collect();
    labels.sort_by_key(|(_, citation)| citation.line);
    labels
}

fn label_at_start(chars: &[char]) -> Option<Label> {
    // The reader of texts drops blanks, so that 第三项 健康食堂 is told from a sentence by its want of marks.
    let is_line = !chars.iter().any(|c| CLAUSE_ENDS.contains(*c));
    let is_stop = |c: Option<&char>| c.is_none_or(|c| is_line || c.is_whitespace() || LABEL_STOPS.contains(*c));
    match chars.first()? {
        '第' => ordinal(chars, is_stop),
        first if first.is_ascii_digit() => decimal(chars),
        _ => behind_word(chars, is_stop),
    }
    .filter(|label| (1..=LARGEST).contains(&label.number))
}

/// Reads 第三项 before a stop, and 第三条 before any text.
fn ordinal(chars: &[char], is_stop: impl Fn(Option<&char>) -> bool) -> Option<Label> {
    let (number, end) = number_at(chars, 1)?;
    let measure = chars.get(end).filter(|c| is_han(**c))?;
    let is_label = is_stop(chars.get(end + 1)) || HEADING_LEVELS.contains(*measure);
    let behind: String = chars.iter().skip(end + 1).take(LONGEST_WORD).collect();
    let is_sure = HEADING_LEVELS.contains(*measure) && !BEHIND_REFERENCES.begins(&behind);
    is_label.then(|| Label { style: format!("第{measure}"), number, to: end + 1, is_sure })
}

/// Reads 1.3 before a blank or a Chinese character, but for a value with its measure.
fn decimal(chars: &[char]) -> Option<Label> {
    let (above, dot) = parse_integer(chars, 0)?;
    let (number, to) = chars.get(dot).filter(|c| **c == '.').and_then(|_| parse_integer(chars, dot + 1))?;
    let behind: String = chars.iter().skip(to).take(LONGEST_WORD).collect();
    let is_value = behind.starts_with(|c| SCALE_CHARS.contains(c)) || MEASURES.begins(&behind);
    let is_label = behind.starts_with(|c: char| c.is_whitespace() || is_han(c)) && !is_value;
    is_label.then(|| Label { style: format!("{above}."), number, to, is_sure: false })
}

/// Reads 任务3 or 专项行动三 before a stop.
fn behind_word(chars: &[char], is_stop: impl Fn(Option<&char>) -> bool) -> Option<Label> {
    let is_numeral = |c: &char| c.is_ascii_digit() || NUMERAL_CHARS.contains(*c);
    let from = chars.iter().take(LONGEST_WORD + 1).position(is_numeral).filter(|from| *from > 0)?;
    let word = chars.get(..from).filter(|word| word.iter().all(|c| is_han(*c)))?;
    let (number, to) = number_at(chars, from)?;
    is_stop(chars.get(to)).then(|| Label { style: word.iter().collect(), number, to, is_sure: false })
}

/// The number that begins at a position, in digits or in Chinese numerals, and the position behind it.
fn number_at(chars: &[char], from: usize) -> Option<(u32, usize)> {
    if chars.get(from)?.is_ascii_digit() {
        return parse_integer(chars, from);
    }
    let numerals: String = chars.iter().skip(from).take_while(|c| NUMERAL_CHARS.contains(**c)).collect();
    Some((numeral::parse(&numerals)?, from + numerals.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn labels_out_of_order() {
        check(
            label_numbers,
            &[
                ("一、任务\n任务1：建站。\n任务2：管网。\n任务4：用水。\n", &["[3, 4] 任务2 | 任务4"]),
                ("一、任务\n第一项 建站\n甲。\n第二项 管网\n乙。\n第四项 用水\n丙。\n", &["[4, 6] 第二项 | 第四项"]),
                ("一、任务\n任务1：建站。\n任务2：管网。\n任务3：用水。\n任务1：查。\n", &[]),
                // A reference, a value, a list of which one entry is missing by its own count.
                ("一、任务\n表1列出站点。\n表2列出管网。\n表4列出用水。\n1.1万户。\n1.2万户。\n1.5万户。\n", &[]),
                ("一、任务\n任务1：建站。\n任务4：用水。\n", &[]),
            ],
        );
    }
}
