//! The cells of a table as they are printed, before anything is known of its columns.

use crate::model::LineRange;

/// One cell as printed, its lines joined without a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// The text, without the white space around it.
    pub(super) text: String,
    /// The first and the last line of the cell.
    pub(super) lines: LineRange,
}

/// The cells of one row, including empty ones.
pub(super) type GridRow = Vec<Cell>;

/// A table: the lines that it takes, and its rows, the header first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// The index of its first line among the lines of the document.
    pub(super) from: usize,
    /// The index behind that of its last line.
    pub(super) to: usize,
    /// The rows of cells, in the order printed.
    pub(super) rows: Vec<GridRow>,
    /// The lines of rows whose lines may belong to other columns than those that they were put into.
    pub(super) unsure: Vec<u32>,
}
