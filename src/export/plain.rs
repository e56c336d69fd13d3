//! A sheet as a table in plain text for people, at most as wide as the screen.

use crate::text::sanitize;
use crate::text::width::{Align, Width};
use crate::text::wrap::wrap;
use crate::words::{Words, tables};

use super::Sheet;

/// The gap between two columns, in cells.
const GAP: usize = 2;
/// The least width, in cells, that a wide column may be cut to.
const NARROWEST: usize = 12;

/// The widest column, in cells, to which cells are padded where no screen bounds them: one long cell must not push the rest
/// of every row out of sight.
const WIDEST: usize = 40;
/// Columns with what a reader types or copies to find the row again. They are never cut.
const WHOLE: [Words; 2] = [tables::ID, tables::NODE];

/// Writes the sheet in columns. With `cells`, the width of a screen, the widest columns are made narrower until all
/// fit, and their text is cut with an ellipsis, or wrapped where the sheet asks for it. Without, every cell is printed in
/// full, and a long one moves those behind it to the right.
#[must_use]
pub fn plain(sheet: &Sheet, cells: Option<usize>, width: Width) -> String {
    let rows: Vec<Vec<String>> = std::iter::once(&sheet.header)
        .chain(&sheet.rows)
        .map(|row| row.iter().map(|cell| line(cell)).collect())
        .collect();
    let mut widths: Vec<usize> = (0..sheet.width())
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| width.of(cell)).max().unwrap_or_default())
        .collect();
    let is_whole = |at: usize| sheet.header.get(at).is_some_and(|head| WHOLE.iter().any(|whole| whole.get() == head));
    match cells {
        Some(cells) => shrink(&mut widths, cells, is_whole),
        None => widths.iter_mut().for_each(|cells| *cells = (*cells).min(WIDEST)),
    }
    let mut out = String::new();
    for row in &rows {
        let parts: Vec<Vec<&str>> = row
            .iter()
            .zip(&widths)
            .map(
                |(cell, room)| {
                    if sheet.wraps && cells.is_some() { wrapped(cell, *room, width) } else { vec![cell.as_str()] }
                },
            )
            .collect();
        let n_lines = parts.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..n_lines {
            let parts = parts.iter().map(|cell| cell.get(line).copied().unwrap_or_default());
            out.push_str(columns(parts.zip(widths.iter().copied()), cells.is_some(), width).trim_end());
            out.push('\n');
        }
    }
    out
}

/// One line of a row: each cell padded to the width of its column, or cut to it where cells are bounded.
fn columns<'a>(cells: impl Iterator<Item = (&'a str, usize)>, is_bounded: bool, width: Width) -> String {
    let mut printed = String::new();
    for (at, (cell, cells)) in cells.enumerate() {
        if at > 0 {
            printed.push_str(&" ".repeat(GAP));
        }
        let cells = if is_bounded { cells } else { cells.max(width.of(cell)) };
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

/// Makes the widest columns narrower until all fit, but for those that stay whole.
fn shrink(widths: &mut [usize], cells: usize, is_whole: impl Fn(usize) -> bool) {
    loop {
        let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        let Some(excess) = total.checked_sub(cells).filter(|excess| *excess > 0) else { return };
        let columns = widths.iter_mut().enumerate().filter(|(at, _)| !is_whole(*at)).map(|(_, cells)| cells);
        let Some(widest) = columns.max().filter(|widest| **widest > NARROWEST) else { return };
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
        // One long cell moves its own row alone.
        let long = "长".repeat(30);
        let mut wide = Sheet::new(["甲", "编号"]);
        wide.push([long.clone(), "1.1".to_owned()]);
        wide.push(["短".to_owned(), "2.1".to_owned()]);
        let printed = plain(&wide, None, Width::Narrow);
        assert!(printed.contains(&format!("{long}  1.1\n")), "{printed}");
        assert!(printed.contains(&format!("短{}2.1\n", " ".repeat(40))), "{printed}");
        let id = "foshan-2030/3.4.5";
        wide.push(["中".to_owned(), id.to_owned()]);
        assert!(plain(&wide, Some(20), Width::Narrow).contains(id));
        let cut = plain(&sheet, Some(30), Width::Narrow);
        assert!(cut.lines().all(|line| Width::Narrow.of(line) <= 30), "{cut}");
        assert_eq!(
            plain(&sheet.wrapping(), Some(30), Width::Narrow),
            "部门    任务\n教育局  打造健康的学习环境，持\n        续改善教学卫生条件\n"
        );
    }
}
