//! A sheet as CSV (RFC 4180): UTF-8, CRLF, every cell that needs it quoted.
//!
//! Written by hand because quoting takes one line. The rest would be ours in any case: a cell that a spreadsheet would
//! run as a formula is made harmless, and the byte order mark is written only for Excel. The tests read the result with
//! the `csv` crate. This file must not know what the columns mean.

use super::Sheet;

/// The byte order mark, with which Excel reads a file as UTF-8. Programs that follow the standard take it for a part of
/// the first cell, so it is written only where the user asks for it.
pub const BOM: &str = "\u{feff}";

/// Characters with which a formula begins in spreadsheets, also typed on Chinese keyboards, and those that
/// spreadsheets skip before one.
const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// Writes the sheet as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as Excel
/// itself shows such a cell.
#[must_use]
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::new();
    for row in std::iter::once(&sheet.header).chain(&sheet.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// The cell with an apostrophe before it if a spreadsheet would take it for a formula, by its first character. A lone
/// sign and a number stay as they are.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(FORMULA_SIGNS) && cell.len() > 1 && cell.parse::<f64>().is_err();
    let only_dashes = cell.chars().all(|c| c == '-');
    if is_formula && !only_dashes { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        for (cell, expected) in [
            ("市教育局", "市教育局"),
            ("甲,乙", "\"甲,乙\""),
            ("说“是”\"", "\"说“是”\"\"\""),
            ("=1+1", "'=1+1"),
            ("@甲", "'@甲"),
            ("＝1＋1", "'＝1＋1"),
            ("\r=1", "\"'\r=1\""),
            ("-3.5", "-3.5"),
            ("--", "--"),
            ("一\n二", "\"一\n二\""),
        ] {
            assert_eq!(quoted(&harmless(cell)), expected);
        }
    }

    #[test]
    fn another_reader_reads_the_same_cells() {
        let sheet = crate::export::tests::hostile();
        let text = csv(&sheet);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let read: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read.first(), Some(&sheet.header));
        for (read, row) in read.iter().skip(1).zip(&sheet.rows) {
            let expected: Vec<String> = row.iter().map(|cell| harmless(cell)).collect();
            assert_eq!(*read, expected);
        }
        assert_eq!(read.len(), sheet.rows.len() + 1);
    }
}
