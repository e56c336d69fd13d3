//! Finds the line of the document on which a part of a paragraph stands.
//!
//! A paragraph knows its first and last line. One that was joined over a page break has several lines, and only the
//! text of the document tells which characters stand on which of them. White space and `**` are
//! ignored in the comparison.

use crate::model::Paragraph;
use crate::text::fold::squeeze;

/// The whole text of a plan, cut into lines.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Document<'a> {
    /// Cuts a text into its lines.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { lines: text.lines().collect() }
    }

    /// The line with this number, 1-based; `None` past the end.
    #[must_use]
    pub fn line(&self, no: u32) -> Option<&'a str> {
        self.lines.get(usize::try_from(no).ok()?.checked_sub(1)?).copied()
    }
}

/// The places in a paragraph at which the lines of the document begin.
pub(in crate::analysis) struct LineBreaks {
    /// For each line, the number of characters of the paragraph before it, white space left out,
    /// and the number of the line.
    starts: Vec<(usize, u32)>,
    /// For each character of the paragraph, the number of characters before it, white space left out.
    solid: Vec<usize>,
    first: u32,
}

impl LineBreaks {
    /// Finds the lines of a paragraph. Without the document, or if it does not hold the paragraph, all of
    /// the paragraph is given its first line.
    pub(in crate::analysis) fn new(paragraph: &Paragraph, document: Option<&Document>) -> Self {
        let [first, last] = paragraph.lines;
        let starts = document.filter(|_| first != last).and_then(|document| starts(paragraph, document));
        let Some(starts) = starts else { return Self { starts: Vec::new(), solid: Vec::new(), first } };
        let mut n_solid = 0;
        let count = |mark: char| {
            let before = n_solid;
            n_solid += usize::from(!mark.is_whitespace());
            before
        };
        Self { starts, solid: paragraph.text.chars().map(count).collect(), first }
    }

    /// The line on which the character at `offset` stands; the offset is counted in characters.
    pub(in crate::analysis) fn line_at(&self, offset: usize) -> u32 {
        let solid = self.solid.get(offset).copied().unwrap_or_default();
        let n_begun = self.starts.partition_point(|(start, _)| *start <= solid);
        n_begun.checked_sub(1).and_then(|at| self.starts.get(at)).map_or(self.first, |(_, line)| *line)
    }
}

/// The start of each line in the paragraph, in characters without white space; `None` if the lines do not hold it.
fn starts(paragraph: &Paragraph, document: &Document) -> Option<Vec<(usize, u32)>> {
    let [first, last] = paragraph.lines.map(usize::try_from);
    let lines = document.lines.get(first.ok()?.checked_sub(1)?..last.ok()?)?;
    let mut joined = String::new();
    let mut starts = Vec::new();
    for (line, no) in lines.iter().zip(paragraph.lines[0]..) {
        starts.push((joined.len(), no));
        joined.push_str(&squeeze(&line.replace("**", "")));
    }
    let whole = squeeze(&paragraph.text);
    // A heading or a clause may precede the paragraph on its first line.
    let from = joined.find(&whole)?;
    // Each stretch between two starts is counted once, as a paragraph may be joined from very many lines.
    let (mut counted_to, mut n_chars) = (from, 0);
    let in_chars = |(start, no): (usize, u32)| {
        n_chars += joined.get(counted_to..start).map_or(0, |text| text.chars().count());
        counted_to = counted_to.max(start);
        (n_chars, no)
    };
    Some(starts.into_iter().map(in_chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_joined_paragraph_keeps_its_lines() {
        let document = Document::new("一、目标。到 2025\n\n年，达到**80%**。\n其他。");
        let paragraph = Paragraph { text: "到2025年，达到80%。".to_owned(), lines: [1, 3] };
        let breaks = LineBreaks::new(&paragraph, Some(&document));
        let lines: Vec<u32> = (0..paragraph.text.chars().count()).map(|at| breaks.line_at(at)).collect();
        assert_eq!(lines, [1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3]);
        assert_eq!(LineBreaks::new(&paragraph, None).line_at(9), 1);
    }
}
