//! Headers of two rows: a cell of the first row that spans several columns is empty in all but the first of them, and the second
//! row says what each of these columns holds.
//!
//! ```text
//! 序号 | 工作任务 | 责任分工 |          | 完成时限
//!      |          | 牵头单位 | 配合单位 |
//! ```

use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::{clause, column};

/// The number of rows of the header of a table whose first row is one: two where the second one goes on with it.
pub(in crate::importer) fn height(grid: &Grid) -> usize {
    let [first, second, _, ..] = grid.rows.as_slice() else { return 1 };
    if goes_on(first, second, grid) { 2 } else { 1 }
}

/// Whether a cell is words above nothing but numbers: 健康步道（公里）.
fn heads_numbers(text: &str, grid: &Grid, column: usize) -> bool {
    let cells = grid.rows.iter().skip(2).filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty());
    let mut numbers = cells.map(|cell| cell.text.parse::<f64>().is_ok()).peekable();
    !text.contains(|c: char| c.is_ascii_digit()) && numbers.peek().is_some() && numbers.all(|is_number| is_number)
}

fn goes_on(first: &GridRow, second: &GridRow, grid: &Grid) -> bool {
    let text = |row: &GridRow, at: usize| row.get(at).map_or("", |cell| cell.text.as_str()).to_owned();
    let spans = first.iter().any(|cell| cell.text.is_empty());
    let mut n_heads = 0;
    for at in 0..second.len().max(first.len()) {
        let (above, below) = (text(first, at), text(second, at));
        if below.is_empty() || below == above {
            continue;
        }
        // A cell below stands in a column that has no head of its own, or in the first one that the head above spans.
        let is_spanned = above.is_empty() || text(first, at + 1).is_empty() && !text(second, at + 1).is_empty();
        if !is_spanned || !is_head(&below) && !heads_numbers(&below, grid, at) {
            return false;
        }
        n_heads += 1;
    }
    spans && n_heads > 1
}

/// Whether a cell heads a column: by the lists of headers, a year, or a label of units or of time.
fn is_head(text: &str) -> bool {
    column::is_header(text)
        || column::heads_values(text)
        || clause::is_label_of_units(text)
        || clause::is_label_of_time(text)
}

/// The header of a table that divides tasks as one row: the lower cell of each column, where there is one.
pub(in crate::importer) fn lowest(grid: &Grid) -> (GridRow, usize) {
    let n_rows = height(grid);
    let Some(first) = grid.rows.first() else { return (GridRow::new(), 0) };
    let mut header = first.clone();
    for row in grid.rows.iter().take(n_rows).skip(1) {
        header.resize(header.len().max(row.len()), Cell::default());
        for (cell, below) in header.iter_mut().zip(row).filter(|(_, below)| !below.text.is_empty()) {
            *cell = below.clone();
        }
    }
    (header, n_rows)
}
