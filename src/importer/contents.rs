//! Contents pages, which repeat the headings with page numbers and do not belong to the body.
//!
//! ```text
//! 目 录
//! 一、规划背景⇥1                     a tab and a page number
//! 第一节 发展基础.....⇥1              dots before it
//! ```

use std::collections::{HashMap, HashSet};

use crate::importer::document::Line;
use crate::importer::mark;
use crate::lexicon::document::CONTENTS;
use crate::text::fold::squeeze;

/// The fewest successive entries with page numbers that make a contents page without a heading of its own.
const FEWEST: usize = 3;

/// Finds the lines that belong to a contents page, as indices into `lines`.
pub(super) fn find_pages(lines: &[Line]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut below = None;
    let mut at = 0;
    while at < lines.len() {
        let titled = is_title(lines.get(at));
        let start = at;
        let mut entries = Vec::new();
        if titled {
            entries.push(at);
            at += 1;
            below.get_or_insert_with(|| Printed::new(lines));
        }
        while let Some(line) = lines.get(at) {
            if is_entry(line.text, titled)
                || below.as_ref().is_some_and(|printed| titled && printed.repeats_below(lines, at))
            {
                entries.push(at);
            } else if !line.is_blank() {
                break;
            }
            at += 1;
        }
        if entries.len() >= FEWEST {
            found.extend(entries);
        }
        at = at.max(start + 1);
    }
    found
}

fn is_title(line: Option<&Line>) -> bool {
    line.is_some_and(|line| CONTENTS.contains(&bare(line.text)))
}

/// Whether a line is a heading followed by its page number, behind a tab, dots, or a wide gap. Below the words 目录 the
/// heading needs no mark.
fn is_entry(line: &str, titled: bool) -> bool {
    let line = line.trim_end();
    let head = without_page(line);
    let has_page = head.len() < line.len() && line.len() - head.len() <= 4;
    let gap = head.ends_with(['\t', '\u{3000}'])
        || head.ends_with("  ")
        // Below the word 目录 any gap will do, as websites leave a single blank of it.
        || titled && head.ends_with(char::is_whitespace)
        || ["..", "．．", "…", "··"].iter().any(|dots| head.trim_end().ends_with(dots));
    let marked = mark::read(head).is_some() || (titled && !bare(head).is_empty());
    has_page && gap && marked && !head.starts_with('\t') && head.matches('\t').count() <= 2
}

/// The line without the page number at its end.
fn without_page(line: &str) -> &str {
    line.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// The last line of each heading. A contents page without page numbers is recognised
/// because its headings recur below it.
struct Printed {
    last: HashMap<String, usize>,
}

impl Printed {
    fn new(lines: &[Line]) -> Self {
        let headings = lines.iter().enumerate().filter_map(|(at, line)| Some((heading(line.text)?, at)));
        Self { last: headings.collect() }
    }

    /// Whether the entry's heading recurs below it, perhaps with the page number attached.
    fn repeats_below(&self, lines: &[Line], at: usize) -> bool {
        let text = lines.get(at).map_or("", |line| line.text.trim());
        [text, without_page(text)].into_iter().filter_map(heading).any(|entry| self.last.get(&entry) > Some(&at))
    }
}

/// The number and the title of a heading, without text that follows in the same line.
fn heading(line: &str) -> Option<String> {
    let line = bare(line);
    let heading = mark::heading(&line)?;
    Some(format!("{}{}", heading.number, heading.title?))
}

/// The line without white space and the marks of bold type.
fn bare(line: &str) -> String {
    squeeze(line).replace('*', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::document::lines;

    fn check(text: &str, expected: &[usize]) {
        let mut got: Vec<usize> = find_pages(&lines(text)).into_iter().collect();
        got.sort_unstable();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn contents_with_page_numbers() {
        check("目 录\n\n一、背景\t1\n（一） 基础\t2\n\n二、任务\t3\n\n一、背景\n", &[0, 2, 3, 5]);
        check("第一章 总则.....\t1\n第一节\t目标.....\t2\n第二章 任务\t9\n正文。", &[0, 1, 2]);
    }

    #[test]
    fn contents_without_page_numbers() {
        check("目录\n一、背景\n二、任务\n一、背景\n内容。\n二、任务\n", &[0, 1, 2]);
    }

    #[test]
    fn page_numbers_behind_dots_or_nothing() {
        check("目录\n一、背景 ...... 1\n二、任务······2\n前言　3\n", &[0, 1, 2, 3]);
        check("目录\n一、背景1\n二、任务12\n一、背景\n内容。\n二、任务\n", &[0, 1, 2]);
    }

    #[test]
    fn tables_are_no_contents() {
        check("健康水平\t1\t人均预期寿命\t79\n\t2\t孕产妇死亡率\t0\n\t3\t婴儿死亡率\t4\n", &[]);
    }
}
