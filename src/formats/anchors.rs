//! Where the lines of a text came from in a Word document, and the text itself while it is written line by line.

use crate::formats::limits;
use crate::formats::unreadable::{Measure, Unreadable};

/// The paragraphs of a document that a line of the text was made of: the first and the last, counted from 0 over all
/// `w:p` elements of its main part that are read, in the order in which they begin, those in tables and text boxes included.
///
/// A line is one paragraph, several where the marks between them were deleted, or all those of a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The first paragraph of those that the line was made of.
    pub first: u32,
    /// The last paragraph, which is mostly the first.
    pub last: u32,
}

impl Anchor {
    pub(super) fn and(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

/// The anchors of all lines of a text, for the formats that have any: documents of Word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    of_lines: Vec<Option<Anchor>>,
    /// Where each paragraph begins in the main part: the byte behind its start tag, a byte order mark not counted.
    starts: Vec<u64>,
}

impl Anchors {
    /// Returns the anchor of a line, which is counted from 1; `None` for a line that stands nowhere in the document, as the
    /// blank line behind a table.
    #[must_use]
    pub fn of_line(&self, line: usize) -> Option<Anchor> {
        self.of_lines.get(line.checked_sub(1)?).copied().flatten()
    }

    /// Whether no line has an anchor, as in all formats but Word's.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.of_lines.iter().all(Option::is_none)
    }

    /// The bytes of the main part at which the paragraphs of an anchor begin.
    pub(super) fn starts(&self, anchor: Anchor) -> &[u64] {
        self.starts.get(anchor.first as usize..=anchor.last as usize).unwrap_or_default()
    }

    pub(super) fn with_starts(self, starts: Vec<u64>) -> Self {
        Self { starts, ..self }
    }
}

/// A text that is written line by line, each with its anchor.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    anchors: Vec<Option<Anchor>>,
}

impl Lines {
    /// Adds a line. White space at its end is left out, and line breaks in it become blanks.
    pub(super) fn push(&mut self, line: &str, anchor: Option<Anchor>) -> Result<(), Unreadable> {
        if self.text.len() + line.len() > limits::MOST_TEXT_BYTES {
            return Err(Unreadable::TooMuch(Measure::Text));
        }
        self.text.extend(line.trim_end_matches([' ', '\n', '\r']).chars().map(|c| if is_break(c) { ' ' } else { c }));
        self.text.push('\n');
        self.anchors.push(anchor);
        Ok(())
    }

    /// Adds a blank line, unless one stands there already or nothing stands there yet.
    pub(super) fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
            self.anchors.push(None);
        }
    }

    /// Returns the text with the anchors of its lines.
    pub(super) fn finish(mut self) -> (String, Anchors) {
        if self.text.ends_with("\n\n") {
            self.text.pop();
            self.anchors.pop();
        }
        (self.text, Anchors { of_lines: self.anchors, starts: Vec::new() })
    }
}

/// Whether a character ends a line where it stands.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
