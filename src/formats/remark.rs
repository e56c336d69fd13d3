//! What is to be said about a file that was read: what was told by its bytes, and what was left out.

use std::fmt;

use crate::words::Sentence;
use crate::words::formats as words;

/// Something that whoever reads the text should know about how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The encoding was told by the bytes.
    Encoding(&'static str),
    /// Some places could not be decoded; `�` stands there.
    Damaged {
        /// How many places there are.
        count: usize,
        /// The line of the first of them, counted from 1.
        line: usize,
    },
    /// Changes are tracked and were read as if all had been accepted.
    Changes {
        /// The insertions, which were kept.
        inserted: usize,
        /// The deletions, which were left out.
        deleted: usize,
    },
    /// Text that Word does not show was left out.
    Hidden {
        /// How many characters were left out.
        characters: usize,
    },
    /// Comments in the margin were left out.
    Comments(usize),
    /// Pictures are not read; they may hold text.
    Pictures(usize),
    /// Headers and footers of the pages were left out, each text once.
    PageEdges(Vec<String>),
    /// Numbers are of a kind that is not known and are written in Arabic digits.
    NumberKind(String),
    /// What surrounds the main text of a page was left out.
    Surroundings {
        /// How many characters were left out.
        characters: usize,
    },
    /// The main text of a page has no title; the one of the page was put before it.
    PageTitle(String),
    /// Sheets, rows or columns of a workbook that are hidden were left out.
    HiddenCells {
        /// How many sheets were left out.
        sheets: usize,
        /// The rows and columns left out.
        lines: usize,
    },
    /// Cells of a workbook hold an error in place of a value.
    CellErrors(usize),
    /// Lines with page numbers were left out.
    PageNumbers(usize),
}

impl Remark {
    /// Returns the remark as a sentence, in every language.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Encoding(name) => words::told_encoding(name),
            Self::Damaged { count, line } => words::damaged_places(count, line),
            Self::Changes { inserted, deleted } => words::tracked_changes(inserted, deleted),
            Self::Hidden { characters } => words::hidden_text(characters),
            Self::Comments(count) => words::comments(count),
            Self::Pictures(count) => words::pictures(count),
            Self::PageEdges(texts) => words::page_edges(texts.join("；")),
            Self::NumberKind(kind) => words::number_kind(kind),
            Self::Surroundings { characters } => words::surroundings(characters),
            Self::PageTitle(title) => words::page_title(title),
            Self::HiddenCells { sheets, lines } => words::hidden_cells(sheets, lines),
            Self::CellErrors(count) => words::cell_errors(count),
            Self::PageNumbers(count) => words::page_numbers(count),
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}
