//! Tables that have lost every mark: a cell on each line, with or without blank lines between. The header names the columns, and
//! what a line holds tells in which column it can stand.
//!
//! ```text
//! 指标 / 单位 / 2022年 / 2025年 / 属性            the header: three or more heads, one of them of names or of tasks
//! 市场主体总量 / 万户 / 2.4 / 3.2 / 预期性          a row: words, a unit, two values, a nature
//! （二）推进城乡融合                             a heading that a row follows is the group of the rows below it
//!
//! 序号 / 项目 / 具体措施 / 牵头单位 / 配合单位       a header that opens with the word for ordinals may hold heads of any kind
//! 1 / 天桥 / 建两座天桥。 / 县住建局 / 县交通局      a row opens with its ordinal, one more than that of the row above
//! 2 / 改造旧路。 / 县交通局 / 县财政局、 / 县公安局    cells that are merged or empty are not printed, and some take several lines
//! ```

mod kinds;
mod ordinals;
mod pairs;

use kinds::{Holds, fits, has_digit, head, is_cell, is_dash};

use super::cell;
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::document::Line;
use crate::importer::{assignment, mark};
use crate::lexicon::table::NUMBER_HEADERS;
use crate::text::fold::squeeze;

/// The numbers of columns that such a table can have, and the fewest rows below its header.
const WIDTHS: std::ops::RangeInclusive<usize> = 3..=15;
const FEWEST_ROWS: usize = 2;

/// Reads the table of names and tasks in turn that begins at the line `from`; `None` if there is none.
pub(super) fn read_pairs(lines: &[Line], from: usize) -> Option<Grid> {
    pairs::read(lines, from)
}

/// Reads the table that begins at the line `from`; `None` if there is none.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    let (header, columns, below) = ordinal_header(lines, from).or_else(|| known_header(lines, from))?;
    if !WIDTHS.contains(&columns.len()) {
        return None;
    }
    let mut rows = vec![header];
    let counts = columns.iter().take(2).any(|holds| *holds == Holds::Number);
    let found = if counts { ordinals::read(lines, below, &columns) } else { None };
    let (read, to, unsure) = found.or_else(|| rows_of_lines(lines, below, &columns))?;
    rows.extend(read);
    (rows.len() > FEWEST_ROWS).then_some(Grid { from, to, rows, unsure })
}

/// The header that opens with the word for ordinals and ends above the first of them: its cells, what the columns hold, and the
/// index of the line below it.
fn ordinal_header(lines: &[Line], from: usize) -> Option<(GridRow, Vec<Holds>, usize)> {
    let opens = |text: &str| NUMBER_HEADERS.meaning(&squeeze(text)).is_some_and(|header| header.is_edge);
    let first = lines.get(from).filter(|line| is_cell(line))?;
    let mut printed = lines.iter().enumerate().skip(from).filter(|(_, line)| !line.is_blank());
    // The groups of the rows may stand before the ordinals.
    let has_groups = !opens(first.text);
    if has_groups {
        head(first).filter(|holds| *holds == Holds::Group)?;
        printed.clone().nth(1).filter(|(_, line)| opens(line.text))?;
    }
    let mut header = GridRow::new();
    let mut columns = Vec::new();
    let mut above = from;
    for (at, line) in printed.by_ref().take(WIDTHS.end() + 2) {
        if ordinals::number(line.text) == Some(1) {
            // The line above the first ordinal is its group.
            let n_heads = header.len() - usize::from(has_groups).min(header.len());
            header.truncate(n_heads);
            columns.truncate(n_heads);
            let columns = if assignment::is_header(&header) { of_tasks(columns) } else { columns };
            return Some((header, columns, if has_groups { above } else { at }));
        }
        above = at;
        // A heading below the heads is the group of the first rows.
        let is_group = header.len() >= *WIDTHS.start() && ordinals::is_group(line);
        if is_group || !is_cell(line) {
            let columns = if assignment::is_header(&header) { of_tasks(columns) } else { columns };
            return is_group.then_some((header, columns, at));
        }
        header.push(cell(line.text, line.no));
        columns.push(head(line).unwrap_or(Holds::Any));
    }
    None
}

/// The columns of a table that divides tasks: its names are tasks, and what stands before them are groups.
fn of_tasks(columns: Vec<Holds>) -> Vec<Holds> {
    let is_task = |holds: &Holds| matches!(holds, Holds::Task | Holds::Name);
    let first = columns.iter().position(is_task).unwrap_or_default();
    let of_column = |(at, holds): (usize, Holds)| {
        if holds == Holds::Name {
            return Holds::Task;
        }
        if holds == Holds::Any && at < first { Holds::Group } else { holds }
    };
    columns.into_iter().enumerate().map(of_column).collect()
}

/// The header of which each head is known, one of them as that of names or of tasks.
fn known_header(lines: &[Line], from: usize) -> Option<(GridRow, Vec<Holds>, usize)> {
    // Nearly no line is a header.
    head(lines.get(from)?)?;
    let mut cells = lines.iter().enumerate().skip(from).filter(|(_, line)| !line.is_blank()).peekable();
    let (mut header, mut columns) = (GridRow::new(), Vec::new());
    while let Some(holds) = cells.peek().and_then(|(_, line)| head(line)).filter(|_| header.len() <= *WIDTHS.end()) {
        header.extend(cells.next().map(|(_, line)| cell(line.text, line.no)));
        columns.push(holds);
    }
    // 指标类型 heads natures, but groups where it stands first.
    if let Some(first) = columns.first_mut().filter(|first| **first == Holds::Nature) {
        *first = Holds::Group;
    }
    let is_table = if assignment::is_header(&header) {
        columns.contains(&Holds::Task)
    } else {
        columns.contains(&Holds::Name) && columns.contains(&Holds::Value) && !columns.contains(&Holds::Units)
    };
    let (below, _) = *cells.peek().filter(|_| is_table)?;
    Some((header, columns, below))
}

/// The rows of a table in which each cell is one line, but for groups that are printed above; with the index behind them.
fn rows_of_lines(lines: &[Line], below: usize, columns: &[Holds]) -> Option<(Vec<GridRow>, usize, Vec<u32>)> {
    let mut cells = lines.iter().enumerate().skip(below).filter(|(_, line)| !line.is_blank());
    let (mut rows, mut to, mut n_rows) = (Vec::new(), below, 0);
    loop {
        let ahead: Vec<(usize, &Line)> = cells.clone().take(columns.len() + 1).collect();
        let (group, of_row) = match ahead.split_first() {
            Some(((_, first), below)) if mark::heading(first.text).is_some_and(|heading| heading.body.is_empty()) => {
                (Some(*first), below)
            }
            _ => (None, ahead.as_slice()),
        };
        let Some(row) = row(columns, of_row).filter(|row| has_value(columns, row)) else { break };
        let n_taken = row.iter().filter(|cell| !cell.text.is_empty()).count() + usize::from(group.is_some());
        for _ in 0..n_taken {
            to = cells.next().map_or(to, |(at, _)| at + 1);
        }
        rows.extend(group.map(|line| vec![cell(line.text, line.no)]));
        rows.push(row);
        n_rows += 1;
    }
    (n_rows >= FEWEST_ROWS).then(|| (rows, to, Vec::new()))
}

/// The next row: one line for each column, but for groups that are printed above. `None` where no row fits. Where the groups may
/// be there or not, the row with the most numbers among its values is meant.
fn row(columns: &[Holds], ahead: &[(usize, &Line)]) -> Option<GridRow> {
    let with = row_with(columns, ahead, true);
    if !columns.contains(&Holds::Group) {
        return with;
    }
    let n_numbers = |row: &GridRow| {
        let values = row.iter().zip(columns).filter(|(cell, holds)| **holds == Holds::Value && has_digit(&cell.text));
        values.count()
    };
    [with, row_with(columns, ahead, false)].into_iter().flatten().rev().max_by_key(n_numbers)
}

/// Whether a row has a number or a dash among its values, where the table has values at all.
fn has_value(columns: &[Holds], row: &GridRow) -> bool {
    let mut values = row.iter().zip(columns).filter(|(_, holds)| **holds == Holds::Value).peekable();
    values.peek().is_none() || values.any(|(cell, _)| has_digit(&cell.text) || is_dash(&cell.text))
}

/// The next row with its groups, or without them.
fn row_with(columns: &[Holds], ahead: &[(usize, &Line)], has_groups: bool) -> Option<GridRow> {
    let mut lines = ahead.iter().map(|(_, line)| *line);
    let first = ahead.first().map_or(0, |(_, line)| line.no);
    let mut row = GridRow::new();
    for holds in columns {
        if *holds == Holds::Group && !has_groups {
            row.push(Cell { text: String::new(), lines: [first, first] });
            continue;
        }
        let line = lines.next().filter(|line| fits(*holds, line))?;
        row.push(cell(line.text, line.no));
    }
    Some(row)
}
