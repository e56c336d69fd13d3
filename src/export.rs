//! Rows as files: a sheet of cells, printed as a table for people, as CSV or as Markdown, or made a file that can be
//! handed in: a workbook, a Word document, a page to print.
//!
//! JSON is not made here: it is the rows themselves, by their field names. Nothing here touches a file: text or bytes
//! come out, the same for the same sheet on every day and machine.

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

pub use self::csv::{BOM, csv};
pub use document::{Block, Document};
pub use docx::{docx, docx_document};
pub use dossier::{dossier, dossier_tabs, dossier_tasks};
pub use front::Front;
pub use html::{html, html_document};
pub use ledger::{ledger, ledger_front};
pub use markdown::{markdown, markdown_document};
pub use plain::plain;
pub use xlsx::{workbook, xlsx};

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

#[cfg(test)]
pub(crate) mod tests {
    use super::Sheet;

    /// A sheet of what a document may hold and a file must survive: formulas, markup, controls, noncharacters, line
    /// ends, emoji, quotes.
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

    /// The cells of the hostile sheet as they stand in a file of XML.
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
}
