//! What a document is made of once its format is taken off: lines and tables.

use crate::formats::anchors::Anchor;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph, or a line of one.
    Line(Line),
    Table(Table),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// The level of a heading that is one by its style alone, counted from 1, else 0.
    pub(super) heading: usize,
    /// The paragraphs it was made of, in a document of Word.
    pub(super) anchor: Option<Anchor>,
}

impl Line {
    /// A line of text that is no heading and comes from nowhere in particular.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), heading: 0, anchor: None }
    }
}

/// A table, as its format has it: rows of cells that may span others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// The footnotes of its cells, which are written behind it.
    pub(super) notes: Vec<Line>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The cells that begin in it or go on in it.
    pub(super) cells: Vec<Cell>,
    /// The paragraphs of its cells, in a document of Word.
    pub(super) anchor: Option<Anchor>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) blocks: Vec<Block>,
    /// How many columns it spans.
    pub(super) columns: usize,
    pub(super) rows: Rows,
}

/// How a cell lies in the rows of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// It begins here and spans so many rows, as pages and workbooks say it.
    Span(usize),
    /// It goes on from the row above, as Word says it.
    Continues,
}
