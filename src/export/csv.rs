//! A sheet as CSV (RFC 4180): UTF-8, CRLF, every cell that needs it quoted.

use super::Sheet;

/// The sheet as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as Excel shows it.
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

/// Cells that begin with `=`, `+`, `-`, `@` or a tab are formulas to a spreadsheet; a lone sign or a number is not.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t']) && cell.len() > 1 && cell.parse::<f64>().is_err();
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
            ("-3.5", "-3.5"),
            ("--", "--"),
            ("一\n二", "\"一\n二\""),
        ] {
            assert_eq!(quoted(&harmless(cell)), expected);
        }
    }
}
