//! A document that is read from top to bottom: a front, then headings, paragraphs and sheets in their order. Word,
//! pages and Markdown are made of it alike. It must not know what the document is about, nor
//! the file that is made of it.

use super::{Front, Sheet};

/// A document to read or print: a title page, then headings, paragraphs and tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title and the notes that stand above the text.
    pub front: Front,
    /// The headings, paragraphs and tables in their order.
    pub blocks: Vec<Block>,
    /// Whether it is printed upright or across.
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
    /// A heading of this rank, 1 the highest below the title, 4 the lowest.
    Heading(u8, String),
    /// A remark on the document; its line ends are breaks within it.
    Text(String),
    /// A paragraph of the text that the document gives, with the indent of one.
    Body(String),
    /// Where the text above stands in what it was taken from.
    Source(String),
    /// A table with its header row.
    Sheet(Sheet),
}

impl Document {
    /// A document that is one table below its title.
    #[must_use]
    pub fn with_sheet(sheet: Sheet, front: Front) -> Self {
        Self { front, blocks: vec![Block::Sheet(sheet)], page: Page::Across }
    }

    /// An empty document with this front, across.
    #[must_use]
    pub fn new(front: Front) -> Self {
        Self { front, ..Self::default() }
    }

    /// An empty document with this front, upright.
    #[must_use]
    pub fn upright(front: Front) -> Self {
        Self { front, page: Page::Upright, ..Self::default() }
    }

    /// Adds a heading at the end of the document.
    pub fn heading(&mut self, rank: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(rank, text.into()));
    }

    /// Adds a paragraph of the text that is given.
    pub fn body(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Body(text.into()));
    }

    /// Adds where the text above it stands.
    pub fn source(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Source(text.into()));
    }

    /// Adds a remark in small print at the end of the document.
    pub fn text(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text(text.into()));
    }

    /// Adds a table; one without rows is left out.
    pub fn sheet(&mut self, sheet: Sheet) {
        if !sheet.rows.is_empty() {
            self.blocks.push(Block::Sheet(sheet));
        }
    }
}
