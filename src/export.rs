//! Rows as files: a sheet of cells, printed as a table for people, as CSV or as Markdown.
//!
//! JSON is not made here: it is the rows themselves, by their field names.

mod csv;
mod markdown;
mod plain;

pub use self::csv::csv;
pub use markdown::markdown;
pub use plain::plain;

/// A table of cells with a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The header, a word a column.
    pub header: Vec<String>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A sheet with this header.
    #[must_use]
    pub fn new<const N: usize>(header: [&str; N]) -> Self {
        Self { header: header.map(str::to_owned).to_vec(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// How many columns it has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.header.len()
    }
}
