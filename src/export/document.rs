//! A document that is read from top to bottom: a front, then headings, paragraphs and sheets in their order. Word, pages
//! and Markdown are made of it alike. It must not know what the document is about, nor the file that is made of it.

use super::{Front, Sheet};

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Title and notes.
    pub front: Front,
    /// What stands below them.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of this rank, 1 the highest below the title, 3 the lowest.
    Heading(u8, String),
    /// A paragraph; its line ends are breaks within it.
    Text(String),
    /// A table.
    Sheet(Sheet),
}

impl Document {
    /// A document of one sheet.
    #[must_use]
    pub fn of(sheet: Sheet, front: Front) -> Self {
        Self { front, blocks: vec![Block::Sheet(sheet)] }
    }

    /// An empty document with this front.
    #[must_use]
    pub fn new(front: Front) -> Self {
        Self { front, blocks: Vec::new() }
    }

    /// Adds a heading.
    pub fn heading(&mut self, rank: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(rank, text.into()));
    }

    /// Adds a paragraph.
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
