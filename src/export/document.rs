//! A document that is read from top to bottom: a front, then headings, paragraphs and sheets in their order. Word
//! files, pages and Markdown are all made from it. This file must know neither what the
//! document is about nor the format.

use super::{Front, Sheet};

/// A document to read or print: a title page, then headings, paragraphs and tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title and the notes that stand above the text.
    pub front: Front,
    /// The headings, paragraphs and tables in their order.
    pub blocks: Vec<Block>,
    /// Whether the page is printed upright or across.
    pub page: Page,
}

/// Which way the A4 page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Across: room for wide tables.
    #[default]
    Across,
    /// Upright: for a text that is read.
    Upright,
}

/// A heading, a paragraph or a table of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a rank from 1, just below the title, to 4, the lowest.
    Heading(u8, String),
    /// A remark in small print; line ends in it become line breaks.
    Text(String),
    /// A paragraph of the quoted text, indented.
    Body(String),
    /// The source of the text above: where it stands in the plan.
    Source(String),
    /// A table with its header row.
    Sheet(Sheet),
}

impl Document {
    /// Makes a document of one table below its title, across.
    #[must_use]
    pub fn with_sheet(sheet: Sheet, front: Front) -> Self {
        Self { front, blocks: vec![Block::Sheet(sheet)], page: Page::Across }
    }

    /// Makes an empty document with this front, across.
    #[must_use]
    pub fn new(front: Front) -> Self {
        Self { front, ..Self::default() }
    }

    /// Makes an empty document with this front, upright.
    #[must_use]
    pub fn upright(front: Front) -> Self {
        Self { front, page: Page::Upright, ..Self::default() }
    }

    /// Adds a heading at the end of the document.
    pub fn heading(&mut self, rank: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(rank, text.into()));
    }

    /// Adds a paragraph of quoted text at the end.
    pub fn body(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Body(text.into()));
    }

    /// Adds the source of the text above it.
    pub fn source(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Source(text.into()));
    }

    /// Adds a remark in small print at the end of the document.
    pub fn text(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text(text.into()));
    }

    /// Adds a table at the end, unless it has no rows.
    pub fn sheet(&mut self, sheet: Sheet) {
        if !sheet.rows.is_empty() {
            self.blocks.push(Block::Sheet(sheet));
        }
    }
}
