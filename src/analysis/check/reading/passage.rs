//! The running texts of a plan (titles, paragraphs, clauses of responsible units) with the lines they were read from.
//! What the texts say is read by other files.

use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::targets::target::{Document, LineBreaks};
use crate::model::{Node, Paragraph};

/// A running text with the lines it was read from.
pub(crate) struct Passage<'a> {
    pub(crate) node: &'a Node,
    pub(crate) text: &'a str,
    /// The characters of `text`, so that rules can look around a position.
    pub(crate) chars: Vec<char>,
    /// Where its lines begin; `None` for a text of one line.
    breaks: Option<LineBreaks>,
    line: u32,
}

impl Passage<'_> {
    /// Reads the texts of a node: its title, its paragraphs, its clauses of responsible units. `document` is the plan's
    /// whole text, if the caller has it; without it a paragraph counts as one line, its first.
    pub(crate) fn read_node<'a>(node: &'a Node, document: Option<&Document>) -> Vec<Passage<'a>> {
        let passage = |text: &'a str, breaks, line| Passage { node, text, chars: text.chars().collect(), breaks, line };
        let title = node.title.iter().map(|title| passage(title, None, node.lines[0]));
        let paragraph = |paragraph: &'a Paragraph| {
            passage(&paragraph.text, Some(LineBreaks::new(paragraph, document)), paragraph.lines[0])
        };
        let clauses = node.responsible.iter().map(|clause| passage(&clause.raw, None, clause.line));
        title.chain(node.paragraphs.iter().map(paragraph)).chain(clauses).collect()
    }

    /// Reads the name of a row of a table, which stands in a node of the plan.
    pub(crate) fn of_row<'a>(node: &'a Node, name: &'a str, line: u32) -> Passage<'a> {
        Passage { node, text: name, chars: name.chars().collect(), breaks: None, line }
    }

    /// Whether it is the title of its node.
    pub(crate) fn is_title(&self) -> bool {
        self.breaks.is_none() && self.node.title.as_deref() == Some(self.text)
    }

    /// Cites the characters `from..to`, on the line where the first of them stands. An end behind the text is cut.
    pub(crate) fn cite(&self, from: usize, to: usize) -> Citation {
        let quote = self.chars.get(from..to.min(self.chars.len())).unwrap_or_default().iter().collect();
        let line = self.breaks.as_ref().map_or(self.line, |breaks| breaks.line_at(from));
        Citation { line, node: Some(self.node.id.clone()), quote }
    }
}

/// Whether a character is one of the CJK unified ideographs of the first block (U+4E00–U+9FFF).
pub(crate) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
