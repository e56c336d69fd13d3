//! Tables as cells: finds the tables among the lines, and cuts them into rows of cells.
//!
//! Two printed forms of the five plans are known, beside rows of Markdown, cells on lines of their own without any tab
//! (`stacked`), columns that gaps of two blanks and more divide (`spaced`), and cells with a single blank between (`packed`). Both lose a part of the table:
//! ```text
//! a cell a line                                   a row a line
//! ⇥领域                                           领域⇥序号⇥主要指标⇥单位⇥…
//! ⇥2030年        a tab opens a cell               健康 水平⇥1⇥人均预期寿命⇥岁⇥…
//!                a blank line inside it, then
//! 广东省指标值    a line without a tab goes on      ⇥2⇥孕产妇死亡率⇥/10 万⇥…
//! ⇥              a lone tab is an empty cell
//! ```
//! `table` assigns the cells to columns.

mod centred;
pub(in crate::importer) mod header;
mod packed;
mod spaced;
mod stacked;

use crate::importer::assignment;
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::column;
use crate::importer::document::Line;
use crate::importer::mark;
use crate::importer::website;
use crate::lexicon::Glossary;
use crate::lexicon::table::{DOMAIN_HEADERS, Header, NATURE_HEADERS, NUMBER_HEADERS};
use crate::text::fold::squeeze;

/// The most columns. The widest table of the five texts has nine; a page has no room for more than this.
const MOST_COLUMNS: usize = 40;
/// The longest cell, in characters. The longest of the five texts has 77 (云浮 line 155).
const LONGEST_CELL: usize = 120;
/// The longest line, in characters, that can continue the cell above, and the most such lines for one cell.
const LONGEST_TAIL: usize = 40;
const MOST_TAILS: usize = 4;
/// The fewest cells with text that make a table.
const FEWEST_CELLS: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Blank,
    Cell,
    Row,
    Plain,
}

/// Finds the tables of a document and cuts them into cells.
pub(super) fn find_grids(lines: &[Line]) -> Vec<Grid> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        // Pairs of names and tasks are known by how they follow one another, however long the tasks are.
        let pairs = Some(line).filter(|line| shape(line) == Shape::Plain).and_then(|_| stacked::read_pairs(lines, at));
        let is_sure = pairs.is_some();
        let read = || match shape(line) {
            Shape::Cell => Some(cells_a_line(lines, at)),
            Shape::Row => Some(row_a_line(lines, at)),
            Shape::Plain => {
                let divided = || centred::read(lines, at).or_else(|| spaced::read(lines, at));
                stacked::read(lines, at).or_else(divided).or_else(|| packed::read(lines, at))
            }
            Shape::Blank => None,
        };
        let grid = pairs.or_else(read);
        at = grid.as_ref().map_or(at + 1, |grid| grid.to.max(at + 1));
        if let Some(grid) = grid.filter(|grid| is_sure || is_table(grid)) {
            match found.last_mut().filter(|above| is_next_page(above, &grid, lines)) {
                Some(above) => {
                    above.to = grid.to;
                    above.rows.extend(grid.rows);
                }
                None => found.push(grid),
            }
        }
    }
    found
}

/// Whether a table goes on with the one above it on the next page: the same header, and nothing between but the page's number.
fn is_next_page(above: &Grid, below: &Grid, lines: &[Line]) -> bool {
    let between = lines.get(above.to..below.from).unwrap_or_default();
    let has_number = between.iter().any(|line| website::is_page_number(line.text));
    let header =
        |grid: &Grid| grid.rows.first().map(|row| row.iter().map(|cell| squeeze(&cell.text)).collect::<Vec<_>>());
    has_number
        && between.iter().all(|line| line.is_blank() || website::is_page_number(line.text))
        && is_header(below.rows.first().map_or(&[], Vec::as_slice))
        && header(above) == header(below)
}

/// Whether a row holds a header.
pub(super) fn is_header(row: &[Cell]) -> bool {
    row.iter().any(|cell| column::is_header(&cell.text))
}

fn is_table(grid: &Grid) -> bool {
    let cells = grid.rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count();
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
    let long = grid.rows.iter().flatten().any(|cell| cell.text.chars().count() > LONGEST_CELL);
    let has_tasks = assignment::is_header(&header::lowest(grid).0);
    cells >= FEWEST_CELLS && (2..=MOST_COLUMNS).contains(&width) && grid.rows.len() > 1 && (!long || has_tasks)
}

fn shape(line: &Line) -> Shape {
    if line.is_blank() {
        return Shape::Blank;
    }
    match line.text.strip_prefix('\t') {
        Some(rest) if !rest.contains('\t') => {
            let is_sentence = rest.contains('。') || rest.chars().count() > LONGEST_CELL;
            if is_sentence { Shape::Plain } else { Shape::Cell }
        }
        _ if line.text.contains('\t') && !is_tabbed_heading(line.text) => Shape::Row,
        _ if piped(line.text).is_some() => Shape::Row,
        _ => Shape::Plain,
    }
}

/// The inside of a row of Markdown, whose cells stand between upright bars.
fn piped(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix('|')?;
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner.contains('|').then_some(inner)
}

/// Whether a row of Markdown only parts the header from the rows below: `| --- | :-: |`.
fn is_rule(line: &str) -> bool {
    piped(line).is_some_and(|inner| inner.contains('-') && inner.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ')))
}

/// Whether the tab in a line is only a space in a heading: `第一节⇥标题`.
fn is_tabbed_heading(text: &str) -> bool {
    let mut cells = text.trim().splitn(3, '\t');
    let bare = cells.next().and_then(mark::read).is_some_and(|mark| mark.rest.is_empty());
    bare && cells.next().is_some() && cells.next().is_none()
}

/// Reads a table with one cell on each line, which begins at the line `from`.
fn cells_a_line(lines: &[Line], from: usize) -> Grid {
    let mut rows: Vec<GridRow> = vec![Vec::new()];
    let (mut at, mut to, mut gap) = (from, from, false);
    while let Some(line) = lines.get(at) {
        match shape(line) {
            Shape::Blank => gap = true,
            Shape::Cell | Shape::Row => {
                if gap {
                    rows.push(Vec::new());
                }
                gap = false;
                let cells =
                    line.text.strip_prefix('\t').unwrap_or(line.text).split('\t').map(|text| cell(text, line.no));
                rows.last_mut().into_iter().for_each(|row| row.extend(cells.clone()));
                to = at + 1;
            }
            Shape::Plain => {
                let n_tails = tails(lines, at, gap);
                if n_tails == 0 {
                    break;
                }
                for tail in lines.iter().skip(at).take(n_tails) {
                    extend_last(&mut rows, tail);
                }
                at += n_tails - 1;
                to = at + 1;
                gap = false;
            }
        }
        at += 1;
    }
    rows.retain(|row| !row.is_empty());
    Grid { from, to, rows: cut_to_width(rows), unsure: Vec::new() }
}

/// How many lines from `at` on continue the cell above. A line behind a gap does so only if it is followed by another
/// cell that begins no new table (the header of 佛山: `2030年`, a blank line, `广东省指标值`, then the next cell).
fn tails(lines: &[Line], at: usize, gap: bool) -> usize {
    let is_tail = |line: &&Line| {
        shape(line) == Shape::Plain
            && line.text.trim().chars().count() <= LONGEST_TAIL
            && !line.text.contains('。')
            && mark::heading(line.text).is_none()
    };
    let n_tails = lines.iter().skip(at).take_while(is_tail).take(MOST_TAILS + 1).count();
    if n_tails == 0 || n_tails > MOST_TAILS {
        return 0;
    }
    let next = lines.iter().skip(at + n_tails).find(|line| shape(line) != Shape::Blank);
    match next {
        Some(line) if shape(line) == Shape::Cell => {
            if gap && is_edge(&[&NUMBER_HEADERS, &DOMAIN_HEADERS], line.text) {
                0
            } else {
                n_tails
            }
        }
        _ if gap => 0,
        _ => n_tails,
    }
}

/// Whether the text is a header with which tables begin or end, by the lists of headers.
fn is_edge(headers: &[&Glossary<Header>], text: &str) -> bool {
    let text = squeeze(text);
    headers.iter().any(|list| list.meaning(&text).is_some_and(|header| header.is_edge))
}

fn extend_last(rows: &mut [GridRow], tail: &Line) {
    if let Some(cell) = rows.iter_mut().rev().find_map(|row| row.last_mut()) {
        cell.text.push_str(tail.text.trim());
        cell.lines[1] = tail.no;
    }
}

/// Cuts a table without blank lines into rows as wide as its header, which ends with the nature of the indicator, or
/// before the number of the first row.
fn cut_to_width(rows: Vec<GridRow>) -> Vec<GridRow> {
    let Some(first) = rows.first() else { return rows };
    let width = first
        .iter()
        .position(|cell| is_edge(&[&NATURE_HEADERS], &cell.text))
        .map(|at| at + 1)
        .or_else(|| {
            let number = first.iter().position(|cell| squeeze(&cell.text) == "序号")?;
            first.iter().position(|cell| cell.text == "1")?.checked_sub(number)
        })
        .unwrap_or(first.len())
        .max(1);
    if first.len() <= width {
        return rows;
    }
    rows.into_iter().flat_map(|row| row.chunks(width).map(<[Cell]>::to_vec).collect::<Vec<_>>()).collect()
}

/// Reads a table with one row on each line, which begins at the line `from`.
fn row_a_line(lines: &[Line], from: usize) -> Grid {
    let mut rows = Vec::new();
    let (mut at, mut to) = (from, from);
    while let Some(line) = lines.get(at) {
        match shape(line) {
            Shape::Blank => {}
            Shape::Row | Shape::Cell => {
                if !is_rule(line.text) {
                    let inner = piped(line.text);
                    let cells = inner.unwrap_or(line.text).split(if inner.is_some() { '|' } else { '\t' });
                    rows.push(cells.map(|text| cell(text, line.no)).collect());
                }
                to = at + 1;
            }
            Shape::Plain => {
                let is_short = line.text.trim().chars().nth(LONGEST_TAIL / 2).is_none();
                if at != to || !is_short {
                    break;
                }
                if lines.get(at + 1).is_some_and(is_row_of_values) {
                    rows.push(vec![cell(line.text, line.no)]);
                } else if tails(lines, at, true) == 1 {
                    extend_last(&mut rows, line);
                } else {
                    break;
                }
                to = at + 1;
            }
        }
        at += 1;
    }
    Grid { from, to, rows, unsure: Vec::new() }
}

/// Whether a line is a row and not a header. A short line between two rows is the name of a group,
/// printed across all columns.
fn is_row_of_values(line: &Line) -> bool {
    shape(line) == Shape::Row && !line.text.split('\t').any(column::is_header)
}

fn cell(text: &str, line: u32) -> Cell {
    Cell { text: text.trim().to_owned(), lines: [line, line] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::document::lines;

    fn check(text: &str, expected: &[&[&[&str]]]) {
        let got: Vec<Vec<Vec<String>>> = find_grids(&lines(text))
            .into_iter()
            .map(|grid| grid.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect())
            .collect();
        let expected: Vec<Vec<Vec<String>>> = expected
            .iter()
            .map(|grid| grid.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect())
            .collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn a_cell_a_line() {
        let text = "指标表\n\n\t领域\n\t指标\n\t2030年\n\n广东省指标值\n\t性质\n\n\t健康水平\n\t寿命（岁）\n（户籍）\n\t79\n\t预期性\n\n\t\n\t死亡率\n\t\n\t约束性\n\n二、任务\n";
        check(
            text,
            &[&[
                &["领域", "指标", "2030年广东省指标值", "性质"],
                &["健康水平", "寿命（岁）（户籍）", "79", "预期性"],
                &["", "死亡率", "", "约束性"],
            ]],
        );
    }

    #[test]
    fn a_row_a_line() {
        let text = "领域\t序号\t指标\n健康\t1\t寿命\n\n领域\t序号\t指标\n\t2\t死亡率\n\n第二节 任务\n";
        check(
            text,
            &[&[&["领域", "序号", "指标"], &["健康", "1", "寿命"], &["领域", "序号", "指标"], &["", "2", "死亡率"]]],
        );
    }

    #[test]
    fn a_group_over_all_columns_is_a_row_of_one_cell() {
        let text = "序号\t指标\t2025年\n一、健康水平\n1\t寿命\t79\n二、健康服务\n2\t病床\t6\n注：初步数。\n";
        check(
            text,
            &[&[
                &["序号", "指标", "2025年"],
                &["一、健康水平"],
                &["1", "寿命", "79"],
                &["二、健康服务"],
                &["2", "病床", "6"],
            ]],
        );
    }

    #[test]
    fn rows_without_blank_lines_are_cut_by_the_header() {
        let text = "\t序号\n\t指标\n\t性质\n\t1\n\t寿命\n\t预期性\n\t2\n\t死亡率\n\t约束性\n";
        check(text, &[&[&["序号", "指标", "性质"], &["1", "寿命", "预期性"], &["2", "死亡率", "约束性"]]]);
    }

    #[test]
    fn two_tables_with_a_title_between() {
        let text = "\t序号\n\t指标\n\n\t1\n\t寿命\n\n表2 工作指标\n\n\t序号\n\t指标\n\n\t1\n\t病床\n";
        check(text, &[&[&["序号", "指标"], &["1", "寿命"]], &[&["序号", "指标"], &["1", "病床"]]]);
    }

    #[test]
    fn an_indented_paragraph_is_no_table() {
        check("\t坚持以人民为中心。\n\t坚持预防为主。\n\t其他\n", &[]);
    }
}
