//! On which line of a document a part of a paragraph stands.
//!
//! A paragraph knows its first and last line. One that was joined over a broken page has several, and only the document
//! itself tells which of its characters stands where: white space and `**` apart, they are the same.

use crate::model::Paragraph;

/// The line of the character at `offset` (in characters) of a paragraph. `document` is the whole text; without it, the
/// first line of the paragraph is given.
pub(super) fn line(paragraph: &Paragraph, offset: usize, document: Option<&str>) -> u32 {
    let [first, last] = paragraph.lines;
    if first == last {
        return first;
    }
    document.and_then(|document| found(paragraph, offset, document)).unwrap_or(first)
}

fn found(paragraph: &Paragraph, offset: usize, document: &str) -> Option<u32> {
    let [first, last] = paragraph.lines;
    let n_skipped = usize::try_from(first.checked_sub(1)?).ok()?;
    let n_taken = usize::try_from(last.checked_sub(first)?).ok()? + 1;
    let mut joined = String::new();
    let mut starts = Vec::new();
    for (line, no) in document.lines().skip(n_skipped).take(n_taken).zip(first..) {
        starts.push((joined.len(), no));
        joined.extend(squeezed(&line.replace("**", "")));
    }
    let whole: String = squeezed(&paragraph.text).collect();
    let before: usize =
        paragraph.text.chars().take(offset).filter(|mark| !mark.is_whitespace()).map(char::len_utf8).sum();
    let at = joined.find(&whole)? + before;
    starts.iter().rev().find(|(start, _)| *start <= at).map(|(_, no)| *no)
}

fn squeezed(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|mark| !mark.is_whitespace())
}
