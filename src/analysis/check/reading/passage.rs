//! The running texts of a plan (titles, paragraphs, clauses of responsible units) with the lines they were read from.

use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::targets::target::{Breaks, Document};
use crate::model::{Node, Paragraph};

/// A running text with the lines it was read from.
pub(crate) struct Passage<'a> {
    pub(crate) node: &'a Node,
    pub(crate) text: &'a str,
    /// Its characters.
    pub(crate) marks: Vec<char>,
    breaks: Option<Breaks>,
    line: u32,
}

impl Passage<'_> {
    /// Whether it is the title of its node.
    pub(crate) fn is_title(&self) -> bool {
        self.breaks.is_none() && self.node.title.as_deref() == Some(self.text)
    }

    /// The place of some characters of the text, counted in characters.
    pub(crate) fn place(&self, from: usize, to: usize) -> Citation {
        let quote = self.marks.get(from..to.min(self.marks.len())).unwrap_or_default().iter().collect();
        let line = self.breaks.as_ref().map_or(self.line, |breaks| breaks.line(from));
        Citation { line, node: Some(self.node.id.clone()), quote }
    }
}

pub(crate) fn texts<'a>(node: &'a Node, document: Option<&Document>) -> Vec<Passage<'a>> {
    let passage = |text: &'a str, breaks, line| Passage { node, text, marks: text.chars().collect(), breaks, line };
    let title = node.title.iter().map(|title| passage(title, None, node.lines[0]));
    let paragraph =
        |paragraph: &'a Paragraph| passage(&paragraph.text, Some(Breaks::of(paragraph, document)), paragraph.lines[0]);
    let clauses = node.responsible.iter().map(|clause| passage(&clause.raw, None, clause.line));
    title.chain(node.paragraphs.iter().map(paragraph)).chain(clauses).collect()
}

/// Whether a character is a Chinese one.
pub(crate) fn is_han(mark: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&mark)
}
