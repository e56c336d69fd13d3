//! Writes the lines and tables of a document as text: a row of a table a line, its cells parted by tabs.

use crate::formats::anchors::Lines;
use crate::formats::blocks::{Block, Cell, Line, Rows, Table};
use crate::formats::grid::{self, Grid, Slot};
use crate::formats::heading;
use crate::formats::unreadable::Unreadable;

/// Writes the pieces of a document.
pub(super) fn write(blocks: &[Block], lines: &mut Lines, n_cells: &mut usize) -> Result<(), Unreadable> {
    for block in blocks {
        match block {
            Block::Line(line) => write_line(line, lines)?,
            Block::Table(table) => write_table(table, lines, n_cells)?,
        }
    }
    Ok(())
}

fn write_line(line: &Line, lines: &mut Lines) -> Result<(), Unreadable> {
    if line.text.trim().is_empty() {
        return Ok(());
    }
    if line.heading == 0 || heading::is_numbered(&line.text) || line.text.trim_start().starts_with('#') {
        return lines.push(&line.text, line.anchor);
    }
    let marks = "#".repeat(line.heading.min(heading::DEEPEST));
    lines.push(&format!("{marks} {}", line.text.trim().replace('\t', " ")), line.anchor)
}

fn write_table(table: &Table, lines: &mut Lines, n_cells: &mut usize) -> Result<(), Unreadable> {
    let grid = grid::lay_out(table, n_cells)?;
    if is_frame(table, &grid) {
        for cell in table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.rows != Rows::Continues) {
            write(&cell.blocks, lines, n_cells)?;
        }
    } else {
        let first = grid.rows.iter().take_while(|row| lone(row, &grid).is_some()).count();
        let header = first..first + header_rows(table, &grid, first);
        for (at, row) in grid.rows.iter().enumerate() {
            let anchor = table.rows.get(at).and_then(|row| row.anchor);
            match lone(row, &grid).and_then(|slot| cell_of(table, slot)) {
                Some(cell) => write(&cell.blocks, lines, n_cells)?,
                None => lines.push(&join(table, row, header.contains(&at)), anchor)?,
            }
        }
        lines.part();
    }
    for note in &table.notes {
        write_line(note, lines)?;
    }
    Ok(())
}

/// Whether a table is none to the eye but a frame that something stands in: a box of one column, or what holds another table.
/// What stands in it is written as if there were no frame.
fn is_frame(table: &Table, grid: &Grid) -> bool {
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    let holds_table =
        |cell: &Cell| cell.blocks.iter().any(|block| matches!(block, Block::Table(table) if is_wide(table)));
    let is_long = |cell: &Cell| cell.blocks.len() > 1;
    grid.width <= 1 || cells().any(holds_table) || (table.rows.len() == 1 && cells().any(is_long))
}

/// Whether a table has rows and columns.
fn is_wide(table: &Table) -> bool {
    table.rows.len() > 1 && table.rows.iter().any(|row| row.cells.len() > 1)
}

/// The only cell of a row, if one alone spans all columns and no other row: the title of a group, or a note.
fn lone(row: &[Option<Slot>], grid: &Grid) -> Option<Slot> {
    let first = (*row.first()?)?;
    let is_alone = row.len() == grid.width
        && row.iter().all(|slot| slot.is_some_and(|slot| slot.cell == first.cell && slot.row == first.row));
    (is_alone && first.is_top && !grid.goes_on_below(first)).then_some(first)
}

/// How many rows from `first` on are the header, in which merged cells are written once: those that a cell of the first row
/// spans where others of it span columns, or a single one with the words of a header.
fn header_rows(table: &Table, grid: &Grid, first: usize) -> usize {
    /// A header is hardly higher; what spans more rows is the group of a table without a header.
    const MOST_ROWS: usize = 4;
    let Some(row) = grid.rows.get(first) else { return 0 };
    let slots = || row.iter().copied().flatten();
    let spans_columns = slots().any(|slot| cell_of(table, slot).is_some_and(|cell| cell.columns > 1));
    if !spans_columns {
        return 0;
    }
    let n_rows = slots().map(|slot| grid.height(slot)).max().unwrap_or(1);
    let is_header = |slot: Slot| cell_of(table, slot).is_some_and(|cell| grid::is_header(&flat(&cell.blocks)));
    if (2..=MOST_ROWS).contains(&n_rows) { n_rows } else { usize::from(slots().any(is_header)) }
}

fn cell_of(table: &Table, slot: Slot) -> Option<&Cell> {
    table.rows.get(slot.row)?.cells.get(slot.cell)
}

/// The cells of a row with tabs between them.
fn join(table: &Table, row: &[Option<Slot>], is_header: bool) -> String {
    let mut line = String::new();
    for (at, slot) in row.iter().enumerate() {
        if at > 0 {
            line.push('\t');
        }
        let slot = slot.filter(|slot| !is_header || (slot.is_top && slot.is_left));
        if let Some(cell) = slot.and_then(|slot| cell_of(table, slot)) {
            line.push_str(&flat(&cell.blocks));
        }
    }
    line
}

/// What a cell holds as a single text: its lines with blanks between them.
pub(super) fn flat(blocks: &[Block]) -> String {
    let mut text = String::new();
    flatten(blocks, &mut text);
    text
}

fn flatten(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Line(line) => {
                let words = line.text.trim();
                if !text.is_empty() && !words.is_empty() {
                    text.push(' ');
                }
                text.extend(words.chars().map(|c| if c == '\t' || c == '\n' { ' ' } else { c }));
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    flatten(&cell.blocks, text);
                }
                for note in &table.notes {
                    flatten(&[Block::Line(note.clone())], text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::blocks::Row;

    fn cell(text: &str, columns: usize, rows: usize) -> Cell {
        let blocks = text.split('/').map(|text| Block::Line(Line::plain(text))).collect();
        Cell { blocks, columns, rows: Rows::Span(rows) }
    }

    /// A table from rows of cells `text`, `text>columns` and `text^rows`.
    fn table(rows: &[&[&str]]) -> Table {
        let row = |cells: &&[&str]| {
            let cells = cells.iter().map(|text| match (text.split_once('>'), text.split_once('^')) {
                (Some((text, n)), _) => cell(text, n.parse().unwrap(), 1),
                (_, Some((text, n))) => cell(text, 1, n.parse().unwrap()),
                _ => cell(text, 1, 1),
            });
            Row { cells: cells.collect(), anchor: None }
        };
        Table { rows: rows.iter().map(row).collect(), notes: vec![] }
    }

    fn check(rows: &[&[&str]], expected: &str) {
        let mut lines = Lines::default();
        write(&[Block::Table(table(rows))], &mut lines, &mut 0).unwrap();
        assert_eq!(lines.finish().0, expected);
    }

    #[test]
    fn merged_cells_are_repeated_below_the_header() {
        check(
            &[
                &["领域^2", "指标^2", "目标>2", "性质^2"],
                &["2025年", "2030年"],
                &["健康水平^2", "人均预期寿命", "保持先进>2", "预期性"],
                &["婴儿死亡率", "3", "2", "预期性"],
            ],
            "领域\t指标\t目标\t\t性质\n\t\t2025年\t2030年\t\n健康水平\t人均预期寿命\t保持先进\t保持先进\t预期性\n健康水平\t婴儿死亡率\t3\t2\t预期性\n",
        );
        check(
            &[&["指标>2", "2030年"], &["健康水平^2", "寿命", "80"], &["死亡率", "3"]],
            "指标\t\t2030年\n健康水平\t寿命\t80\n健康水平\t死亡率\t3\n",
        );
    }

    #[test]
    fn a_cell_over_all_columns_stands_alone() {
        check(
            &[
                &["表1 主要指标>2"],
                &["指标", "2030年"],
                &["一、健康水平>2"],
                &["寿命/（岁）", "80"],
                &["注：初步数。>2"],
            ],
            "表1 主要指标\n指标\t2030年\n一、健康水平\n寿命 （岁）\t80\n注：初步数。\n",
        );
    }

    #[test]
    fn a_frame_is_no_table() {
        check(&[&["专栏1 重点项目"], &["1.甲。/2.乙。"]], "专栏1 重点项目\n1.甲。\n2.乙。\n");
        check(&[&["导语", "一、甲/二、乙"]], "导语\n一、甲\n二、乙\n");
        let mut outer = table(&[&["左", ""], &["右", ""]]);
        outer.rows[0].cells[1].blocks = vec![Block::Table(table(&[&["指标", "值"], &["寿命", "80"]]))];
        let mut lines = Lines::default();
        write(&[Block::Table(outer)], &mut lines, &mut 0).unwrap();
        assert_eq!(lines.finish().0, "左\n指标\t值\n寿命\t80\n\n右\n");
    }

    #[test]
    fn spans_beyond_the_limits_are_refused() {
        for (columns, rows) in [(2_000, 1), (900, 900)] {
            let wide =
                Table { rows: vec![Row { cells: vec![cell("a", columns, rows)], anchor: None }; 900], notes: vec![] };
            assert!(write(&[Block::Table(wide)], &mut Lines::default(), &mut 0).is_err());
        }
    }
}
