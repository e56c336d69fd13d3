//! A table of a document while it is read, row by row and cell by cell.

use crate::formats::anchors::Anchor;
use crate::formats::blocks::{Block, Cell, Row, Rows, Table};
use crate::formats::xml::Tag;

/// A table whose end has not come yet.
#[derive(Default)]
pub(super) struct OpenTable {
    pub(super) table: Table,
    /// Whether the open row is deleted.
    pub(super) is_row_deleted: bool,
    /// The first paragraph of the open row.
    first: u32,
    /// The empty columns behind the last cell of the open row.
    n_behind: usize,
    columns: usize,
    is_continued: bool,
    /// Whether the cell belongs to the one before it, as older programs say it.
    is_joined: bool,
}

impl OpenTable {
    /// Opens a row; `first` is the paragraph that comes next.
    pub(super) fn open_row(&mut self, first: u32) {
        self.table.rows.push(Row::default());
        (self.is_row_deleted, self.first, self.n_behind) = (false, first, 0);
    }

    /// Opens a cell, of which nothing is known yet.
    pub(super) fn open_cell(&mut self) {
        (self.columns, self.is_continued, self.is_joined) = (1, false, false);
    }

    /// Takes a property of the open cell or of the open row.
    pub(super) fn set(&mut self, name: &str, tag: &Tag) {
        let number = tag.number::<usize>("val").unwrap_or_default();
        let goes_on = tag.value("val").is_none_or(|how| how == "continue");
        match name {
            "gridSpan" => self.columns = number.max(1),
            "vMerge" => self.is_continued = goes_on,
            "hMerge" => self.is_joined = goes_on,
            "gridAfter" => self.n_behind = number,
            "gridBefore" if number > 0 => {
                if let Some(row) = self.table.rows.last_mut() {
                    row.cells.push(blank(number));
                }
            }
            _ => {}
        }
    }

    /// Closes the open cell, which holds these blocks.
    pub(super) fn close_cell(&mut self, mut blocks: Vec<Block>) {
        // There are many cells, and most of them hold a single line.
        blocks.shrink_to_fit();
        let Some(row) = self.table.rows.last_mut() else { return };
        let rows = if self.is_continued { Rows::Continues } else { Rows::Span(1) };
        match row.cells.last_mut().filter(|_| self.is_joined) {
            Some(before) => before.columns = before.columns.saturating_add(self.columns),
            None => row.cells.push(Cell { blocks, columns: self.columns, rows }),
        }
    }

    /// Closes the open row; `end` is the paragraph that comes next.
    pub(super) fn close_row(&mut self, end: u32) {
        if std::mem::take(&mut self.is_row_deleted) {
            self.table.rows.pop();
            return;
        }
        let Some(row) = self.table.rows.last_mut() else { return };
        if self.n_behind > 0 {
            row.cells.push(blank(self.n_behind));
        }
        let first = self.first;
        row.anchor = end.checked_sub(1).filter(|last| *last >= first).map(|last| Anchor { first, last });
    }
}

/// Empty columns at the side of a row.
fn blank(columns: usize) -> Cell {
    Cell { blocks: Vec::new(), columns, rows: Rows::Span(1) }
}
