//! The lines behind a document: its colophon, and the links and files that a website offers.

use crate::importer::document::Line;
use crate::importer::{facts, mark};
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::lexicon::website::{COPY_LABELS, LINK_LABELS};
use crate::text::fold::squeeze;

/// The most printed lines at either end that are looked through for what a website adds.
pub(super) const MOST_LINES: usize = 60;

/// The longest line of a website, in characters.
pub(super) const LONGEST_LINE: usize = 120;

/// The longest name of a page in the path of pages to this one, in characters.
pub(super) const LONGEST_CRUMB: usize = 12;

/// The fewest entries of a row of a menu or of links.
pub(super) const FEWEST_ENTRIES: usize = 3;

/// The most lines of a colophon.
const MOST_LINES_OF_COLOPHON: usize = 6;

/// Last letters of the names of files that a page offers.
const FILE_ENDINGS: [&str; 8] = [".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".zip", ".ofd"];

/// The lines of the colophon at the end of a document: to whom copies go (抄送：…), up to who prints it and when (…印发).
pub(super) fn colophon(lines: &[Line]) -> Vec<usize> {
    let printed: Vec<(usize, &Line)> =
        lines.iter().enumerate().rev().filter(|(_, line)| !line.is_blank()).take(MOST_LINES).collect();
    let opens = |line: &Line| {
        let text = squeeze(line.text);
        COPY_LABELS.strip_prefix(&text).is_some_and(|rest| rest.starts_with(['：', ':']))
    };
    let Some(first) = printed.iter().position(|(_, line)| opens(line)) else { return Vec::new() };
    let below = printed.get(..=first).unwrap_or_default().iter().rev();
    // In a letter the copies may stand above the document that it sends out.
    if below.clone().any(|(_, line)| is_heading_of_text(line.text)) {
        return Vec::new();
    }
    let mut colophon = Vec::new();
    let mut is_closed = false;
    for (at, line) in below {
        let is_imprint = squeeze(line.text).ends_with("印发");
        if is_closed && !is_imprint || colophon.len() > MOST_LINES_OF_COLOPHON || is_heading_of_text(line.text) {
            break;
        }
        colophon.push(*at);
        is_closed = line.text.trim().ends_with('。') || is_imprint;
    }
    colophon
}

/// The lines from the last word for links (相关链接) to the end, the last one first, where no sentence and no heading stands among
/// them: the names of other pages.
pub(super) fn links_at_end(lines: &[Line]) -> Vec<usize> {
    let printed = lines.iter().enumerate().rev().filter(|(_, line)| !line.is_blank()).take(MOST_LINES);
    let is_name = |text: &str| {
        text.chars().count() <= LONGEST_LINE
            && !text.contains('。')
            && mark::read(text).is_none()
            && !facts::is_signature(text)
    };
    let mut found = Vec::new();
    for (at, line) in printed {
        let text = line.text.trim();
        found.push(at);
        let label = text.trim_matches(|c: char| !c.is_alphanumeric());
        if LINK_LABELS.contains(label) {
            return found;
        }
        if !is_name(text) || facts::parse_date(text).is_some() {
            break;
        }
    }
    Vec::new()
}

/// Whether a line at the end of a page leads to other pages: 县级部门网站 | 乡镇网站 | 新闻媒体网站.
pub(super) fn is_row_of_links(line: &str) -> bool {
    let entries: Vec<&str> = line.split(['|', '｜']).map(str::trim).collect();
    entries.len() >= FEWEST_ENTRIES
        && entries.iter().all(|entry| (1..=LONGEST_CRUMB).contains(&entry.chars().count()))
        && !CLAUSE_ENDS.is_in(line)
}

/// Whether a line is nothing but the name of a file to load: 1.望政办〔2026〕4号.pdf.
pub(super) fn is_file(line: &str) -> bool {
    FILE_ENDINGS.iter().any(|ending| line.ends_with(ending)) && !CLAUSE_ENDS.is_in(line)
}

/// Whether a line is a heading within the text of a document, and neither an article nor an attachment of a list.
pub(super) fn is_heading_of_text(line: &str) -> bool {
    mark::heading(line).is_some_and(|heading| heading.class > mark::Class::Attachment)
}
