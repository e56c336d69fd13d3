//! Text whose line breaks are lost: lines that hold several headings are cut before each of them. The pieces keep the number
//! of their line.
//!
//! ```text
//! …制定本方案。一、总体要求（一）指导思想。以……为指导。（二）工作目标。到2027年……。二、重点任务……
//! ```
//! A mark within a line is a heading only where the numbers run in sequence (一、 二、 三、), behind the end of a sentence, a
//! blank, or the words of a title. Where a title has no mark at its end, the titles that plans have in common tell it.

use std::collections::HashMap;

use crate::importer::document::Line;
use crate::importer::facts;
use crate::importer::mark::{self, Class};
use crate::importer::website;
use crate::lexicon::document::NOT_AT_TITLE_STARTS;
use crate::lexicon::heading::{COMMON_TITLES, IN_TITLES, NUMERAL_CHARS};
use crate::lexicon::punctuation::{BRACKET_CLOSERS, SENTENCE_ENDS};
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::text::numeral;

/// The shortest line, in characters, that can hold several headings.
const SHORTEST_RUN: usize = 16;

/// The shortest text before the first heading, in characters, in which a letter and a title can be run together.
const SHORTEST_FRONT: usize = 60;

/// The longest title between two marks, or before a blank, in characters.
const LONGEST_TITLE: usize = 30;

/// The longest title with the mark before it, in bytes.
const MOST_BYTES_OF_A_TITLE: usize = 4 * (LONGEST_TITLE + 10);

/// How far a mark and the title behind it go at most, in characters.
const LONGEST_BEGINNING: usize = 2 * LONGEST_TITLE;

/// How far before its end a clause in brackets is looked for, in characters.
const LONGEST_CLAUSE: usize = 400;

/// The longest signature, and the longest title behind it, in characters.
const LONGEST_SIGNATURE: usize = 25;
const LONGEST_DATE: usize = 12;
const LONGEST_FRONT_TITLE: usize = 60;

/// Where a mark stands in a line, and what it counts.
#[derive(Clone, Copy, Debug)]
struct Found {
    at: usize,
    class: Class,
    number: u32,
    /// Whether it stands behind nothing but the title of the mark before it.
    is_behind_title: bool,
}

/// The lines, each of them cut before the headings within it.
pub(super) fn cut(lines: Vec<Line>) -> Vec<Line> {
    // The last line that begins with the second number of a series, by its class.
    let mut seconds: HashMap<Class, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(found) = found_at(line.text.trim_start(), 0).filter(|found| found.number == 2) {
            seconds.insert(found.class, at);
        }
    }
    let mut series = HashMap::new();
    let mut cut: Vec<Line> = Vec::with_capacity(lines.len());
    // How many pieces are known to hold no heading before them.
    let mut n_before = 0;
    for (at, line) in lines.into_iter().enumerate() {
        let goes_on = |class: Class| seconds.get(&class).is_some_and(|second| *second > at);
        let starts = starts(line.text, &mut series, goes_on);
        if starts.is_empty() {
            let (head, body) = cut_common_title(line.text);
            let pieces = [head, body].into_iter().filter(|text| !text.is_empty() || body.is_empty());
            cut.extend(pieces.take(if body.is_empty() { 1 } else { 2 }).map(|text| Line { no: line.no, text }));
            continue;
        }
        n_before += cut.iter().skip(n_before).take_while(|line| mark::read(line.text).is_none()).count();
        let is_first = n_before == cut.len();
        let ends: Vec<usize> = starts.iter().copied().chain([line.text.len()]).collect();
        let mut from = 0;
        for end in ends {
            let piece = line.text.get(from..end).unwrap_or_default();
            if from == 0 && is_first && mark::read(piece).is_none() {
                cut.extend(front_pieces(piece).into_iter().map(|text| Line { no: line.no, text }));
            } else {
                let (head, body) = cut_title(piece);
                cut.extend(
                    [head, body].into_iter().filter(|text| !text.is_empty()).map(|text| Line { no: line.no, text }),
                );
            }
            from = end;
        }
    }
    cut
}

/// Where the headings within a line begin, without one at its start. `series` holds the last number of each class.
fn starts(text: &str, series: &mut HashMap<Class, u32>, goes_on: impl Fn(Class) -> bool) -> Vec<usize> {
    let is_long = text.chars().nth(SHORTEST_RUN).is_some() && !text.contains('\t') && !text.contains('|');
    let found = if is_long { marks(text) } else { found_at(text.trim_start(), 0).into_iter().collect() };
    let has_second = has_second(&found);
    let mut starts = Vec::new();
    for (one, has_second) in found.iter().zip(has_second) {
        let opens = one.number == 1
            && (has_second
                || one.is_behind_title
                || goes_on(one.class)
                || has_common_title(beginning(text, one.at).unwrap_or_default()));
        let continues = series.get(&one.class).is_some_and(|last| last + 1 == one.number);
        if one.at > 0 && !opens && !continues {
            continue;
        }
        series.retain(|class, _| *class <= one.class);
        series.insert(one.class, one.number);
        if one.at > 0 {
            starts.push((one.at, one.class));
        }
    }
    // Points alone are an enumeration within a paragraph.
    let has_outer = starts.iter().any(|(_, class)| *class < Class::Arabic);
    if has_outer { starts.into_iter().map(|(at, _)| at).collect() } else { Vec::new() }
}

/// Whether each mark is followed by the second one of its class, before one of a class above ends its series.
fn has_second(found: &[Found]) -> Vec<bool> {
    let mut seen: Vec<Class> = Vec::new();
    let mut has_second: Vec<bool> = Vec::with_capacity(found.len());
    // From the last one on: `seen` are the classes whose second mark stands behind, in the same series.
    for one in found.iter().rev() {
        has_second.push(seen.contains(&one.class));
        seen.retain(|class| *class <= one.class);
        if one.number == 2 && !seen.contains(&one.class) {
            seen.push(one.class);
        }
    }
    has_second.reverse();
    has_second
}

/// The marks in a line, in their order: at its start, behind the end of a sentence or a blank, or behind a title.
fn marks(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut before = None;
    let mut is_behind_blank = true;
    for (at, c) in text.char_indices() {
        let is_start = c == '第' || matches!(c, '（' | '(') || c.is_ascii_digit() || NUMERAL_CHARS.contains(c);
        let is_number = |c: char| c.is_ascii_digit() || c == '第' || NUMERAL_CHARS.contains(c);
        if is_start && !before.is_some_and(is_number) {
            let is_free = before
                .is_none_or(|before| SENTENCE_ENDS.contains(before) || BRACKET_CLOSERS.contains(before))
                || is_behind_blank;
            if let Some(one) = found_at(text, at) {
                let is_behind_title = found.last().is_some_and(|last| is_title_between(text, last, at));
                let is_inner = one.class <= Class::Arabic && found.last().is_some_and(|last| last.class < one.class);
                if is_free || is_behind_title && is_inner {
                    found.push(Found { is_behind_title, ..one });
                }
            }
        }
        is_behind_blank = c.is_whitespace();
        if !is_behind_blank {
            before = Some(c);
        }
    }
    // A mark behind a bracket is one only where a sentence or a title ends there.
    found.retain(|one| {
        let before = text.get(..one.at).unwrap_or_default();
        one.is_behind_title || before.is_empty() || !BRACKET_CLOSERS.ends(before) || closes_clause(before)
    });
    found
}

/// Whether a bracket at the end of a text stands behind the end of a sentence, as that of a clause does.
fn closes_clause(text: &str) -> bool {
    let from = text.char_indices().rev().nth(LONGEST_CLAUSE).map_or(0, |(at, _)| at);
    let opened = text.get(from..).and_then(|end| end.rfind(['（', '(', '〔', '[', '【']));
    opened.and_then(|at| text.get(..from + at)).is_some_and(|before| SENTENCE_ENDS.ends(before.trim_end()))
}

/// Whether nothing but a short title stands between a mark and the byte `to`.
fn is_title_between(text: &str, last: &Found, to: usize) -> bool {
    // A longer text is no title, and need not be counted for each of the marks in it.
    if to.saturating_sub(last.at) > MOST_BYTES_OF_A_TITLE {
        return false;
    }
    let title = text.get(last.at..to).and_then(mark::read).map_or("", |mark| mark.rest);
    let n_chars = title.chars().count();
    (2..=LONGEST_TITLE).contains(&n_chars) && title.chars().all(|c| c.is_alphabetic() || IN_TITLES.contains(c))
}

/// The mark at a byte of a line, with the number that it counts.
fn found_at(text: &str, at: usize) -> Option<Found> {
    let mark = mark::read(beginning(text, at)?)?;
    let is_counted = matches!(
        mark.class,
        Class::Part
            | Class::Chapter
            | Class::Section
            | Class::Han
            | Class::HanParen
            | Class::Arabic
            | Class::ArabicParen
    );
    let digits: String = mark.number.chars().filter(|c| c.is_ascii_digit() || NUMERAL_CHARS.contains(*c)).collect();
    let number = numeral::parse(&digits).filter(|_| is_counted && !mark.rest.is_empty())?;
    Some(Found { at, class: mark.class, number, is_behind_title: false })
}

/// The text from a byte on, as far as a mark and the title behind it can go: a line may hold as many marks as characters, and
/// must not be looked through to its end for each.
fn beginning(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    let end = rest.char_indices().nth(LONGEST_BEGINNING).map_or(rest.len(), |(end, _)| end);
    rest.get(..end)
}

fn has_common_title(text: &str) -> bool {
    mark::read(text).is_some_and(|mark| COMMON_TITLES.strip_prefix(mark.rest).is_some())
}

/// Cuts a piece that opens with a mark behind its title, where no mark ends the title: 总体要求|深入贯彻……, 指导思想 |坚持……
fn cut_title(piece: &str) -> (&str, &str) {
    let Some(mark) = mark::read(piece) else { return (piece, "") };
    let from = piece.trim_end().len() - mark.rest.len();
    let end = common_title_end(mark.rest).or_else(|| spaced_title_end(mark.rest));
    end.and_then(|end| piece.split_at_checked(from + end)).unwrap_or((piece, ""))
}

/// Cuts a line that opens with a numeral behind a common title, where its first sentence is too long to be one.
fn cut_common_title(text: &str) -> (&str, &str) {
    let heading = mark::heading(text).filter(|heading| matches!(heading.class, Class::Han | Class::HanParen));
    if heading.is_none_or(|heading| heading.title.is_some()) {
        return (text, "");
    }
    let Some(mark) = mark::read(text) else { return (text, "") };
    let from = text.trim_end().len() - mark.rest.len();
    common_title_end(mark.rest).and_then(|end| text.split_at_checked(from + end)).unwrap_or((text, ""))
}

/// The end of a common title that its text follows directly.
fn common_title_end(rest: &str) -> Option<usize> {
    let after = COMMON_TITLES.iter().filter_map(|title| rest.strip_prefix(title)).min_by_key(|after| after.len())?;
    let first = after.chars().next()?;
    (first.is_alphanumeric() && !CONJUNCTION_CHARS.contains(first) && first != '的').then_some(rest.len() - after.len())
}

/// The end of a title that a blank divides from its text.
fn spaced_title_end(rest: &str) -> Option<usize> {
    let (title, _) = rest.split_once(char::is_whitespace)?;
    let is_title = (2..=LONGEST_TITLE).contains(&title.chars().count())
        && title.chars().all(|c| c.is_alphabetic() || IN_TITLES.contains(c));
    is_title.then_some(title.len())
}

/// Cuts the text before the first heading around the signature and the date of the letter, and behind the title.
fn front_pieces(text: &str) -> Vec<&str> {
    let whole = vec![text];
    if text.chars().nth(SHORTEST_FRONT).is_none() {
        return whole;
    }
    let Some((signature, date)) = signature(text) else { return whole };
    let (Some(letter), Some(signed), Some(dated), Some(rest)) =
        (text.get(..signature), text.get(signature..date.0), text.get(date.0..date.1), text.get(date.1..))
    else {
        return whole;
    };
    let mut pieces = vec![letter, signed, dated];
    let mut rest = rest.trim_start();
    if let Some(end) = rest
        .find(['）', ')'])
        .map(|at| at + rest.get(at..).map_or(1, |tail| tail.chars().next().map_or(1, char::len_utf8)))
        && let Some((remark, after)) = rest.split_at_checked(end)
        && website::is_release_remark(remark)
    {
        pieces.push(remark);
        rest = after.trim_start();
    }
    let title_end = NOT_AT_TITLE_STARTS
        .iter()
        .filter_map(|word| rest.find(word))
        .filter(|at| {
            rest.get(..*at).is_some_and(|title| title.chars().count() <= LONGEST_FRONT_TITLE && facts::is_title(title))
        })
        .min();
    match title_end.and_then(|at| rest.split_at_checked(at)) {
        Some((title, text)) => pieces.extend([title, text]),
        None => pieces.push(rest),
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// Where a signature begins in a text, and where the date behind it stands.
fn signature(text: &str) -> Option<(usize, (usize, usize))> {
    text.match_indices('年').find_map(|(at, _)| {
        let year =
            text.get(..at)?.char_indices().rev().take_while(|(_, c)| c.is_ascii_digit() || c.is_whitespace()).last()?.0;
        let end = text
            .get(at..)?
            .char_indices()
            .take(LONGEST_DATE)
            .find(|(_, c)| *c == '日')
            .map(|(day, c)| at + day + c.len_utf8())?;
        facts::parse_date(text.get(year..end)?)?;
        let before = text.get(..year)?.trim_end();
        let first = before.char_indices().rev().nth(LONGEST_SIGNATURE + 1).map_or(0, |(at, _)| at);
        let last = before.get(first..)?;
        let from = last.rfind(|c: char| SENTENCE_ENDS.contains(c) || c.is_whitespace() || c == ':' || c == '：')?;
        let from = first + from + last.get(from..)?.chars().next()?.len_utf8();
        let office = before.get(from..)?;
        (office.chars().count() <= LONGEST_SIGNATURE && facts::is_signature(office)).then_some((from, (year, end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::document::lines;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = cut(lines(text)).iter().map(|line| line.text.trim()).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn headings_in_sequence_are_cut() {
        check(
            "为做好工作，制定本方案。一、总体要求（一）指导思想。坚持以人民为中心，推动事业发展。（二）工作目标。到2027年取得实效。二、重点任务1.加强监测。每月通报。2.加强救治。每季评估。",
            &[
                "为做好工作，制定本方案。",
                "一、总体要求",
                "（一）指导思想。坚持以人民为中心，推动事业发展。",
                "（二）工作目标。到2027年取得实效。",
                "二、重点任务",
                "1.加强监测。每月通报。",
                "2.加强救治。每季评估。",
            ],
        );
        check(
            "江海市健康方案 一、目标任务 全面改善 居民健康水平，降低各类风险。 二、保障措施 加强领导，落实经费，强化 督导考核。",
            &[
                "江海市健康方案",
                "一、目标任务",
                "全面改善 居民健康水平，降低各类风险。",
                "二、保障措施",
                "加强领导，落实经费，强化 督导考核。",
            ],
        );
    }

    #[test]
    fn paragraphs_stay_whole() {
        for text in [
            "申请人应当具备下列条件：（一）年满十八周岁；（二）具有本市户籍；（三）身体健康，能够胜任工作，无不良记录。",
            "各单位要做到以下几点。1.统一思想，提高认识。2.明确分工，落实责任。3.加强督导，严格考核，确保取得实效，完成任务。",
            "二、三级医院要落实首诊负责制。一、二级医院之间建立转诊通道，方便群众看病就医，逐步形成合理的就医秩序和格局。",
        ] {
            check(text, &[text]);
        }
    }
}
