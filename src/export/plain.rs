//! A sheet as a table in plain text for people, at most as wide as the screen.

use crate::text::sanitize;
use crate::text::width::{Align, Width};
use crate::text::wrap::wrap;

use super::Sheet;

/// The gap between two columns, in cells.
const GAP: usize = 2;
/// The least width, in cells, that a wide column may be cut to.
const NARROWEST: usize = 12;

/// Writes the sheet in columns. With `cells`, the width of a screen, the widest columns are made narrower until all
/// fit, and their text is cut with an ellipsis, or wrapped where the sheet asks for it. Without,
/// every cell is printed in full.
#[must_use]
pub fn plain(sheet: &Sheet, cells: Option<usize>, width: Width) -> String {
    let rows: Vec<Vec<String>> = std::iter::once(&sheet.header)
        .chain(&sheet.rows)
        .map(|row| row.iter().map(|cell| line(cell)).collect())
        .collect();
    let mut widths: Vec<usize> = (0..sheet.width())
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| width.of(cell)).max().unwrap_or_default())
        .collect();
    if let Some(cells) = cells {
        shrink(&mut widths, cells);
    }
    let mut out = String::new();
    for row in &rows {
        let parts: Vec<Vec<&str>> = row
            .iter()
            .zip(&widths)
            .map(|(cell, cells)| if sheet.wraps { wrapped(cell, *cells, width) } else { vec![cell.as_str()] })
            .collect();
        let n_lines = parts.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..n_lines {
            let cells = parts.iter().map(|cell| cell.get(line).copied().unwrap_or_default());
            out.push_str(columns(cells.zip(widths.iter().copied()), width).trim_end());
            out.push('\n');
        }
    }
    out
}

/// One line of a row: each cell padded to the width of its column, or cut to it.
fn columns<'a>(cells: impl Iterator<Item = (&'a str, usize)>, width: Width) -> String {
    let mut printed = String::new();
    for (at, (cell, cells)) in cells.enumerate() {
        if at > 0 {
            printed.push_str(&" ".repeat(GAP));
        }
        printed.push_str(&width.pad(cell, cells, Align::Left));
    }
    printed
}

/// The lines of a cell that is wrapped at this width, at least one.
fn wrapped(cell: &str, cells: usize, width: Width) -> Vec<&str> {
    let lines: Vec<&str> = wrap(cell, cells, width).into_iter().filter_map(|range| cell.get(range)).collect();
    if lines.is_empty() { vec![cell] } else { lines }
}

fn line(cell: &str) -> String {
    sanitize::one_line(cell).trim().to_owned()
}

/// Makes the widest columns narrower until all fit.
fn shrink(widths: &mut [usize], cells: usize) {
    loop {
        let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        let Some(excess) = total.checked_sub(cells).filter(|excess| *excess > 0) else { return };
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > NARROWEST) else { return };
        *widest = widest.saturating_sub(excess.min(4)).max(NARROWEST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_fit() {
        let mut sheet = Sheet::new(["部门", "任务"]);
        sheet.push(["教育局".to_owned(), "打造健康的学习环境，持续改善教学卫生条件".to_owned()]);
        assert_eq!(
            plain(&sheet, None, Width::Narrow),
            "部门    任务\n教育局  打造健康的学习环境，持续改善教学卫生条件\n"
        );
        let cut = plain(&sheet, Some(30), Width::Narrow);
        assert!(cut.lines().all(|line| Width::Narrow.of(line) <= 30), "{cut}");
        assert_eq!(
            plain(&sheet.wrapping(), Some(30), Width::Narrow),
            "部门    任务\n教育局  打造健康的学习环境，持\n        续改善教学卫生条件\n"
        );
    }
}
