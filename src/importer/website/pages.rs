//! What every page of a paper prints: its number, and the name of the gazette or of the document.

use std::collections::HashMap;

use crate::importer::column;
use crate::importer::document::Line;
use crate::importer::mark;
use crate::lexicon::website::PAGE_DASHES;
use crate::text::fold::squeeze;

/// The most digits of the number of a page.
const MOST_DIGITS: usize = 3;

/// How often a line stands beside the number of a page if it is printed on each page.
const FEWEST_HEADS: usize = 2;

/// The longest line that is printed on each page, in characters.
const LONGEST_HEAD: usize = 120;

/// The lines that stand beside the numbers of pages again and again, as the name of the gazette or of the document.
pub(super) fn running_heads(lines: &[Line]) -> Vec<usize> {
    let heads_columns = |line: &Line| line.text.split_whitespace().any(column::is_plain_header);
    let mut beside: HashMap<String, Vec<usize>> = HashMap::new();
    let printed: Vec<(usize, &Line)> = lines.iter().enumerate().filter(|(_, line)| !line.is_blank()).collect();
    for pair in printed.windows(2) {
        let [(at, one), (below, two)] = pair else { continue };
        for (at, line, other) in [(*at, one, two), (*below, two, one)] {
            // The header of a table is printed again on each page, too.
            let is_short = line.text.chars().nth(LONGEST_HEAD).is_none() && !heads_columns(line);
            if is_short && is_page_number(other.text) && !is_page_number(line.text) {
                beside.entry(squeeze(line.text)).or_default().push(at);
            }
        }
    }
    let is_head = |text: &str| mark::heading(text).is_none() && !text.contains('。') && text.chars().count() > 3;
    beside
        .into_iter()
        .filter(|(text, found)| found.len() >= FEWEST_HEADS && is_head(text))
        .flat_map(|(_, at)| at)
        .collect()
}

/// Whether a line is nothing but the number of a page between dashes: `— 3 —`, `- 12 -`, `第 3 页`.
pub(in crate::importer) fn is_page_number(line: &str) -> bool {
    let bare = squeeze(line);
    let inner = bare.trim_matches(|c| PAGE_DASHES.contains(c));
    let is_number = |text: &str| (1..=MOST_DIGITS).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if inner.len() < bare.len() {
        return is_number(inner) && bare.ends_with(|c: char| !c.is_ascii_digit());
    }
    let page = bare.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    page.is_some_and(|(number, rest)| {
        is_number(number) && (rest.is_empty() || rest.trim_start_matches(['，', ',', '/']).starts_with('共'))
    })
}

/// The line without the number of a page before its heading: `15二、任务`.
pub(super) fn without_page_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let n_digits = line.len() - rest.len();
    let heads = mark::read(rest).is_some_and(|mark| {
        matches!(
            mark.class,
            mark::Class::Part | mark::Class::Chapter | mark::Class::Section | mark::Class::Han | mark::Class::HanParen
        ) && !mark.rest.is_empty()
    });
    if (1..=MOST_DIGITS).contains(&n_digits) && heads { rest } else { line }
}
