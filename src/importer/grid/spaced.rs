//! Tables whose columns are divided by gaps of two blanks and more, as `pdftotext -layout` and old texts print them.
//!
//! A cell belongs to the column whose header it stands below, so that an empty cell leaves no trace and a cell that goes on in
//! the next line is joined to the one above it.

use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::document::Line;
use crate::importer::{column, mark};
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::text::width::Width;

/// The fewest columns of such a table, and the fewest rows with its header.
const FEWEST_COLUMNS: usize = 3;
const FEWEST_ROWS: usize = 3;

/// The most blank lines between two rows.
const MOST_BLANK_LINES: usize = 1;

/// A cell with the place that it takes on its line, in cells of the screen.
struct Placed<'a> {
    text: &'a str,
    from: usize,
    to: usize,
}

/// Reads the table that begins at the line `from`; `None` if there is none.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    let header_line = lines.get(from)?;
    let header = cells(header_line.text);
    let heads = header.iter().any(|cell| column::is_header(cell.text) || column::year(cell.text).is_some());
    if header.len() < FEWEST_COLUMNS || !heads || SENTENCE_ENDS.is_in(header_line.text) {
        return None;
    }
    let mut rows: Vec<GridRow> = vec![header.iter().map(|cell| super::cell(cell.text, header_line.no)).collect()];
    let mut to = from + 1;
    let mut n_blank = 0;
    for (at, line) in lines.iter().enumerate().skip(from + 1) {
        if line.is_blank() {
            n_blank += 1;
            continue;
        }
        let found = cells(line.text);
        let is_prose = found.len() < 2 && (n_blank > 0 || !is_tail(line.text, &found));
        if n_blank > MOST_BLANK_LINES || is_prose || SENTENCE_ENDS.is_in(line.text) {
            break;
        }
        n_blank = 0;
        to = at + 1;
        place(&found, &header, line.no, &mut rows);
    }
    (rows.len() >= FEWEST_ROWS).then_some(Grid { from, to, rows })
}

/// Whether a line with a single cell can go on with a cell above it: it is indented and short.
fn is_tail(line: &str, found: &[Placed]) -> bool {
    found.first().is_some_and(|cell| cell.from > 1) && mark::heading(line).is_none()
}

/// Puts the cells of a line below their headers: as a new row, or behind the cells of the row above where the line lacks most.
fn place(found: &[Placed], header: &[Placed], line: u32, rows: &mut Vec<GridRow>) {
    let mut row: GridRow = vec![Cell { text: String::new(), lines: [line, line] }; header.len()];
    for cell in found {
        let at = column_of(cell, header);
        if let Some(place) = row.get_mut(at) {
            place.text.push_str(cell.text);
        }
    }
    let opens = row.first().is_some_and(|cell| !cell.text.is_empty()) || found.len() * 2 >= header.len();
    match rows.last_mut() {
        Some(above) if !opens => {
            for (above, tail) in above.iter_mut().zip(row).filter(|(_, tail)| !tail.text.is_empty()) {
                above.text.push_str(&tail.text);
                above.lines[1] = line;
            }
        }
        _ => rows.push(row),
    }
}

/// The column whose header stands closest above a cell.
fn column_of(cell: &Placed, header: &[Placed]) -> usize {
    let apart = |head: &Placed| {
        let overlap = cell.to.min(head.to).saturating_sub(cell.from.max(head.from));
        let distance = (cell.from + cell.to).abs_diff(head.from + head.to);
        (overlap == 0, distance)
    };
    header.iter().enumerate().min_by_key(|(_, head)| apart(head)).map_or(0, |(at, _)| at)
}

/// The cells of a line, which gaps of two blanks or a wide one divide.
fn cells(line: &str) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let mut column = 0;
    let mut start: Option<(usize, usize)> = None;
    let mut blanks = 0;
    let mut end = (0, 0);
    for (at, c) in line.char_indices() {
        let cells = Width::Narrow.of(c.encode_utf8(&mut [0; 4]));
        if c == ' ' || c == '\u{3000}' || c == '\u{a0}' {
            blanks += cells;
        } else {
            if blanks > 1
                && let Some((from, first)) = start.take()
            {
                found.extend(line.get(from..end.0).map(|text| Placed { text, from: first, to: end.1 }));
            }
            blanks = 0;
            start.get_or_insert((at, column));
            end = (at + c.len_utf8(), column + cells);
        }
        column += cells;
    }
    if let Some((from, first)) = start {
        found.extend(line.get(from..end.0).map(|text| Placed { text, from: first, to: end.1 }));
    }
    found
}
