//! Lines that are nothing but labels and their values, as a website prints them above a document: 索引号：…　成文日期：….

use crate::lexicon::punctuation::BULLETS;
use crate::lexicon::website::{WEBSITE_FACTS, WebsiteFact};
use crate::text::fold::squeeze;

/// The longest line of labels and values, in characters: the title of a document may be one.
const LONGEST_FIELDS: usize = 400;

/// The most words of a label, which white space may part: 文    号.
const MOST_LABEL_WORDS: usize = 12;

/// The facts of a line that is nothing but labels and their values: each label with the value behind it.
pub(super) fn fields(line: &str) -> Vec<(WebsiteFact, &str)> {
    if line.chars().nth(LONGEST_FIELDS).is_some() {
        return Vec::new();
    }
    let line = line.trim().trim_start_matches(|c| BULLETS.contains(c));
    if let Some((label, value)) = line.strip_prefix('【').and_then(|rest| rest.split_once('】'))
        && let Some(fact) = fact(label)
    {
        return vec![(fact, value.trim())];
    }
    let cells: Vec<&str> = line.split(['\t', '|']).map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let found: Vec<Vec<(WebsiteFact, &str)>> = cells.iter().map(|cell| labelled(cell)).collect();
    let is_labelled = !found.is_empty() && found.first().is_some_and(|first| !first.is_empty());
    if is_labelled {
        let mut fields: Vec<(WebsiteFact, &str)> = Vec::new();
        for (cell, own) in cells.iter().zip(found) {
            match fields.last_mut() {
                // A value in a cell of its own.
                Some((_, value)) if own.is_empty() && value.is_empty() => *value = cell,
                _ if own.is_empty() => return Vec::new(),
                _ => fields.extend(own),
            }
        }
        return fields;
    }
    paired_fields(line, cells)
}

/// What a label says of the document, if it is one that websites print.
pub(super) fn fact(label: &str) -> Option<WebsiteFact> {
    WEBSITE_FACTS.meaning(&squeeze(label).replace(['【', '[', '*'], "")).copied()
}

/// The labels of a text that begins with one, each with its value, which ends before the next label: 索引号 : WH/2026 文    号 :
/// 望政办〔2026〕1号.
fn labelled(text: &str) -> Vec<(WebsiteFact, &str)> {
    let mut found: Vec<(WebsiteFact, usize, usize)> = Vec::new();
    let mut from = 0;
    for (at, colon) in text.match_indices(['：', ':']) {
        let before = text.get(from..at).unwrap_or_default();
        // The longest label of up to so many words directly before the colon.
        let starts =
            std::iter::once(0).chain(before.match_indices(char::is_whitespace).map(|(at, gap)| at + gap.len()));
        let starts: Vec<usize> = starts.collect();
        let label = starts.iter().rev().take(MOST_LABEL_WORDS).rev().find_map(|start| {
            let label = before.get(*start..)?;
            Some((fact(label.trim())?, *start))
        });
        let Some((fact, start)) = label
            .filter(|(_, start)| !found.is_empty() || before.get(..*start).is_some_and(|rest| rest.trim().is_empty()))
        else {
            if found.is_empty() {
                return Vec::new();
            }
            continue;
        };
        found.push((fact, from + start, at + colon.len()));
        from = at + colon.len();
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|(_, start, _)| *start).chain([text.len()]).collect();
    let value = |((fact, _, from), to): ((WebsiteFact, usize, usize), usize)| {
        (fact, text.get(from..to).unwrap_or_default().trim())
    };
    found.into_iter().zip(ends).map(value).collect()
}

/// The facts of a line of labels and values in turn, without colons: 主题分类 卫生 发文日期 2026-05-08. One pair alone may be words of
/// the text.
fn paired_fields<'a>(line: &'a str, cells: Vec<&'a str>) -> Vec<(WebsiteFact, &'a str)> {
    // Bars that close a row with nothing behind them part the facts of a page: 索引号 | WH/2026 | ||
    let is_barred = line.trim_end().ends_with('|') && !line.starts_with('|') && cells.len() == 2;
    let words = if cells.len() > 1 { cells } else { line.split_whitespace().collect() };
    let mut found = Vec::new();
    let mut words = words.into_iter().peekable();
    while let Some(label) = words.next() {
        let label = label.trim_end_matches(['：', ':']);
        let Some(fact) = fact(label) else { return Vec::new() };
        let value = words.next_if(|value| self::fact(value.trim_end_matches(['：', ':'])).is_none());
        found.push((fact, value.unwrap_or_default()));
    }
    if found.len() > 1 || is_barred { found } else { Vec::new() }
}

/// The fact that a line among others of a website gives by one label and its value: 名称 望海市人民政府关于……的通知.
pub(super) fn single_field(line: &str) -> Option<(WebsiteFact, &str)> {
    let (label, value) = line.trim().split_once(char::is_whitespace)?;
    Some((fact(label)?, value.trim())).filter(|(_, value)| !value.is_empty())
}
