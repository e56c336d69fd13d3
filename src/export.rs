//! Turns rows into the contents of files. Rows come in as a sheet of cells and go out as a table for people, CSV or
//! Markdown, or as a file to hand in: a workbook, a Word document, a page to print.
//!
//! JSON is not made here: there the rows are written with their own field names. Nothing here opens a file. What comes
//! out is text or bytes, and equal sheets give equal bytes on any day and machine.

mod columns;
mod csv;
mod document;
mod docx;
mod dossier;
mod front;
mod html;
mod ledger;
mod markdown;
mod plain;
mod xlsx;
mod xml;

use std::fmt::Display;

use crate::model::LineRange;

pub use self::csv::{BOM, csv};
pub use document::{Block, Document, Page};
pub use docx::{docx, docx_document};
pub use dossier::{dossier, dossier_ledger, dossier_tabs};
pub use front::Front;
pub use html::{html, html_document};
pub use ledger::{Bureau, DutyLedger, Recorded};
pub use markdown::{markdown, markdown_document};
pub use plain::plain;
pub use xlsx::{workbook, xlsx};

/// A table of cells with a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The header, one word for each column.
    pub header: Vec<String>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<String>>,
    /// Whether a cell gets several lines on a screen that is too narrow, instead of being cut: set where
    /// readers want the whole sentences.
    pub wraps: bool,
    /// What stands above the header in the tab of a workbook; empty where nothing does.
    pub title: String,
}

impl Sheet {
    /// Makes an empty table with this header, in the language in force.
    #[must_use]
    pub fn new<const N: usize, W: Display>(header: [W; N]) -> Self {
        Self { header: header.map(|word| word.to_string()).to_vec(), ..Self::default() }
    }

    /// Lets a narrow screen wrap the cells instead of cutting them.
    #[must_use]
    pub fn wrapping(self) -> Self {
        Self { wraps: true, ..self }
    }

    /// Gives the sheet a title of its own, for the tab of a workbook.
    #[must_use]
    pub fn titled(self, title: String) -> Self {
        Self { title, ..self }
    }

    /// Drops all columns but the first `n`.
    pub fn keep_first(&mut self, n: usize) {
        for row in std::iter::once(&mut self.header).chain(&mut self.rows) {
            row.truncate(n);
        }
    }

    /// Adds a row, which has a cell for every column.
    pub fn push<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// Removes the columns that are empty in every row, except those whose header is in `kept`: a plan that never says
    /// who leads leaves two of three columns empty, and paper is narrow. A sheet without rows keeps all its columns.
    #[must_use]
    pub fn without_empty(mut self, kept: &[&str]) -> Self {
        let has_text = |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
        let stays =
            |(at, head): (usize, &String)| self.rows.is_empty() || kept.contains(&head.as_str()) || has_text(at);
        let stays: Vec<bool> = self.header.iter().enumerate().map(stays).collect();
        for row in std::iter::once(&mut self.header).chain(&mut self.rows) {
            let mut stays = stays.iter();
            row.retain(|_| stays.next().copied().unwrap_or(true));
        }
        self
    }

    /// The number of columns, counted in the header.
    #[must_use]
    pub fn width(&self) -> usize {
        self.header.len()
    }
}

/// Lines of a source text, counted from 1: `12`, or `12–15` for several. With a dash that spreadsheets do not take for the
/// sign of a date, as they take `3-6`.
#[must_use]
pub fn line_range([first, last]: LineRange) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use proptest::prelude::*;

    use super::{Front, Sheet};

    /// A sheet of what a hostile document may contain and every format must bear: formulas, markup, control characters,
    /// noncharacters, line ends, emoji, quotation marks.
    pub(crate) fn hostile() -> Sheet {
        let mut sheet = Sheet::new(["序号", "任务", "值"]);
        let cells = [
            "=HYPERLINK(\"http://x\",\"点\")",
            "</w:t><script>alert('甲')</script>&amp;",
            "一\u{0}\u{1b}[31m二\u{fffe}\u{ffff}\u{8}三",
            "上行\n下行\r\n末行",
            "🏥“控烟”|10%,\t_x0041_",
            "]]>--><!--",
        ];
        for (at, cell) in cells.into_iter().enumerate() {
            sheet.push([(at + 1).to_string(), cell.to_owned(), "≥95".to_owned()]);
        }
        sheet
    }

    /// The cells of the hostile sheet as a file of XML must contain them.
    pub(crate) fn tamed() -> Vec<&'static str> {
        vec![
            "=HYPERLINK(\"http://x\",\"点\")",
            "</w:t><script>alert('甲')</script>&amp;",
            "一␀␛[31m二␈三",
            "上行\n下行\n末行",
            "🏥“控烟”|10%,    _x0041_",
            "]]>--><!--",
        ]
    }

    proptest! {
        #[test]
        fn no_cell_is_a_formula_anywhere(
            signs in "[=+\\-@＝＋－＠\t\r\n]{1,3}",
            rest in "(HYPERLINK\\(\"http://x\"\\)|cmd\\|' /C calc'!A0|SUM\\(1,2\\)|[0-9]{1,3}|甲\\PC{0,8})",
        ) {
            let cell = format!("{signs}{rest}");
            let mut sheet = Sheet::new(["序号", "值"]);
            sheet.push(["1".to_owned(), cell.clone()]);
            sheet.push(["2".to_owned(), "乙".to_owned()]);
            let text = super::csv(&sheet);
            let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
            let read = reader.records().next().unwrap().unwrap().get(1).unwrap().to_owned();
            let is_number = cell.parse::<f64>().is_ok();
            prop_assert!(is_number || read.starts_with('\''), "{read:?}");
            prop_assert_eq!(read.strip_prefix('\'').unwrap_or(&read), cell.as_str());
            let bytes = super::xlsx(&sheet, &Front { name: "表".to_owned(), ..Front::default() }).unwrap();
            let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
            prop_assert!(book.worksheet_formula("表").unwrap().is_empty());
            let range = book.worksheet_range("表").unwrap();
            let is_typed = match range.get_value((1, 1)) {
                Some(Data::Float(number)) => cell.parse() == Ok(*number),
                value => matches!(value, Some(Data::String(_))),
            };
            prop_assert!(is_typed, "{cell:?}");
        }
    }
}
