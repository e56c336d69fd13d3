//! On which line of a document a part of a paragraph stands.
//!
//! A paragraph knows its first and last line. One that was joined over a broken page has several, and only the document
//! itself tells which of its characters stands where: white space and `**` apart, they are the same.

use crate::model::Paragraph;

/// A plan's whole text, cut into lines once.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Document<'a> {
    /// The lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { lines: text.lines().collect() }
    }

    /// A line by its number (1-based).
    #[must_use]
    pub fn line(&self, no: u32) -> Option<&'a str> {
        self.lines.get(usize::try_from(no).ok()?.checked_sub(1)?).copied()
    }
}

/// Where the lines of one paragraph begin.
pub(in crate::analysis) struct Breaks {
    /// Characters of the paragraph, white space left out, before each line, and its number; in their order.
    starts: Vec<(usize, u32)>,
    /// For each character of the paragraph, how many that are no white space stand before it.
    solid: Vec<usize>,
    first: u32,
}

impl Breaks {
    /// The breaks of a paragraph; without the document, or where it is not found there, it is all on its first line.
    pub(in crate::analysis) fn of(paragraph: &Paragraph, document: Option<&Document>) -> Self {
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

    /// The line of the character at `offset`, counted in characters.
    pub(in crate::analysis) fn line(&self, offset: usize) -> u32 {
        let solid = self.solid.get(offset).copied().unwrap_or_default();
        let n_begun = self.starts.partition_point(|(start, _)| *start <= solid);
        n_begun.checked_sub(1).and_then(|at| self.starts.get(at)).map_or(self.first, |(_, line)| *line)
    }
}

fn starts(paragraph: &Paragraph, document: &Document) -> Option<Vec<(usize, u32)>> {
    let [first, last] = paragraph.lines.map(usize::try_from);
    let lines = document.lines.get(first.ok()?.checked_sub(1)?..last.ok()?)?;
    let mut joined = String::new();
    let mut starts = Vec::new();
    for (line, no) in lines.iter().zip(paragraph.lines[0]..) {
        starts.push((joined.len(), no));
        joined.extend(squeezed(&line.replace("**", "")));
    }
    let whole: String = squeezed(&paragraph.text).collect();
    // A heading or a clause may stand before the paragraph on its first line.
    let from = joined.find(&whole)?;
    let n_chars = |at: usize| joined.get(from..at).map_or(0, |text| text.chars().count());
    Some(starts.into_iter().map(|(start, no)| (n_chars(start), no)).collect())
}

fn squeezed(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|mark| !mark.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_joined_paragraph_keeps_its_lines() {
        let document = Document::new("一、目标。到 2025\n\n年，达到**80%**。\n其他。");
        let paragraph = Paragraph { text: "到2025年，达到80%。".to_owned(), lines: [1, 3] };
        let breaks = Breaks::of(&paragraph, Some(&document));
        let lines: Vec<u32> = (0..paragraph.text.chars().count()).map(|at| breaks.line(at)).collect();
        assert_eq!(lines, [1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3]);
        assert_eq!(Breaks::of(&paragraph, None).line(9), 1);
    }
}
