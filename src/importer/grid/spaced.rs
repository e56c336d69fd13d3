//! Tables whose columns are divided by gaps of two blanks and more, as `pdftotext -layout` and old texts print them.
//!
//! A cell belongs to the column whose header it stands below, so that an empty cell leaves no trace and a cell that goes on in
//! the next line is joined to the one above it.

use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::document::Line;
use crate::importer::{assignment, clause, column, mark};
use crate::lexicon::punctuation::{CLAUSE_ENDS, SENTENCE_ENDS};
use crate::lexicon::table::{NATURES, NUMBER_HEADERS};
use crate::text::fold::squeeze;
use crate::text::width::Width;

/// The fewest columns of such a table, and the fewest rows with its header.
const FEWEST_COLUMNS: usize = 3;
const FEWEST_ROWS: usize = 3;

/// The longest head that no list knows, in characters, and how many lines below it are looked at.
const LONGEST_HEAD: usize = 12;
const LINES_SEEN_BELOW: usize = 6;

/// The most blank lines between two rows.
const MOST_BLANK_LINES: usize = 1;

/// A cell with the place that it takes on its line, in cells of the screen.
pub(super) struct Placed<'a> {
    pub(super) text: &'a str,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Reads the table that begins at the line `from`; `None` if there is none.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    let header_line = lines.get(from)?;
    // Nearly no line is a header: most have no gaps, or end sentences.
    header_line.text.trim().matches(is_blank).nth(FEWEST_COLUMNS - 2)?;
    let mut header = cells(header_line.text);
    let row: GridRow = header.iter().map(|cell| super::cell(cell.text, header_line.no)).collect();
    let heads = || are_known(&header) || assignment::is_header(&row) || heads_by_shape(lines, from, &header);
    if header.len() < FEWEST_COLUMNS || SENTENCE_ENDS.is_in(header_line.text) || !heads() {
        return None;
    }
    // A cell alone on its line, which may belong to the row above or, where that stands lower in its own row, to the one below.
    let mut pending: Option<(Placed, u32)> = None;
    let mut rows: Vec<GridRow> = vec![row];
    let mut to = from + 1;
    if let Some((behind, leaves, both)) = header_of_two_lines(lines, from, &header) {
        (to, header, rows) = (behind, leaves, both);
    }
    let first_row = to;
    let n_heads = rows.len();
    let mut n_blank = 0;
    for (at, line) in lines.iter().enumerate().skip(first_row) {
        if line.is_blank() {
            n_blank += 1;
            continue;
        }
        let found = cells(line.text);
        if is_heading(line.text, &found, &header) {
            break;
        }
        let is_prose = found.len() < 2 && (n_blank > 0 || !is_tail(line.text, &found));
        if n_blank > MOST_BLANK_LINES || is_prose || SENTENCE_ENDS.is_in(line.text) {
            break;
        }
        n_blank = 0;
        to = at + 1;
        if found.len() == 1 && rows.len() > n_heads {
            if let Some((tail, no)) = pending.take() {
                place(&[tail], &header, no, &mut rows);
            }
            pending = found.into_iter().next().map(|tail| (tail, line.no));
            continue;
        }
        let (above, below) = match pending.take() {
            Some((tail, no)) if lacks(&found, &header, column_of(&tail, &header)) => (None, Some((tail, no))),
            above => (above, None),
        };
        if let Some((tail, no)) = above {
            place(&[tail], &header, no, &mut rows);
        }
        place(&found, &header, line.no, &mut rows);
        if let Some((tail, no)) = below
            && let Some(cell) = rows.last_mut().and_then(|row| row.get_mut(column_of(&tail, &header)))
        {
            cell.text.insert_str(0, tail.text);
            cell.lines[0] = no;
        }
    }
    if let Some((tail, no)) = pending {
        place(&[tail], &header, no, &mut rows);
    }
    (rows.len() >= FEWEST_ROWS).then_some(Grid { from, to, rows, unsure: Vec::new() })
}

/// Whether cells head a table by a word of the lists, or by a year. 1900 among other numbers is none.
fn are_known(header: &[Placed]) -> bool {
    let is_number = |cell: &Placed| cell.text.parse::<f64>().is_ok() && column::year(cell.text).is_none();
    let has_years = || header.iter().any(|cell| column::year(cell.text).is_some()) && !header.iter().any(is_number);
    header.iter().any(|cell| column::is_header(cell.text)) || has_years()
}

/// Whether cells head a table by what stands below them, if no list knows them (行政区, 医师): short words, and below at least one of
/// them nothing but numbers in rows of as many cells.
fn heads_by_shape(lines: &[Line], from: usize, header: &[Placed]) -> bool {
    let is_word = |cell: &Placed| {
        cell.text.chars().nth(LONGEST_HEAD).is_none()
            && cell.text.contains(char::is_alphabetic)
            && !cell.text.contains(|c: char| c.is_ascii_digit() || CLAUSE_ENDS.contains(c))
    };
    if !header.iter().all(is_word) {
        return false;
    }
    let below = lines.iter().skip(from + 1).take(LINES_SEEN_BELOW).filter(|line| !line.is_blank());
    let rows = below.map(|line| cells(line.text)).take_while(|cells| cells.len() > 1);
    let full: Vec<Vec<Placed>> = rows.filter(|cells| cells.len() == header.len()).collect();
    let is_number = |cells: &Vec<Placed>, at: usize| {
        let text = cells.get(at).map_or("", |cell| cell.text.trim_end_matches(['%', '％', '‰']));
        text.parse::<f64>().is_ok()
    };
    full.len() + 1 >= FEWEST_ROWS && (1..header.len()).any(|at| full.iter().all(|cells| is_number(cells, at)))
}

/// A header of two lines, of which the upper one begins at the line `from`: the index behind it, its columns, and its rows.
fn header_of_two_lines<'a>(
    lines: &[Line<'a>],
    from: usize,
    header: &[Placed<'a>],
) -> Option<(usize, Vec<Placed<'a>>, Vec<GridRow>)> {
    let (at, line, below) = second_header(lines, from)?;
    let (leaves, rows) = split_spans(header, below, [lines.get(from)?.no, line.no])?;
    Some((at + 1, leaves, rows))
}

/// The line below a header if it holds nothing but heads: its index, itself, and its cells.
fn second_header<'a>(lines: &[Line<'a>], from: usize) -> Option<(usize, Line<'a>, Vec<Placed<'a>>)> {
    let (at, line) = lines.iter().enumerate().skip(from + 1).find(|(_, line)| !line.is_blank())?;
    let found = cells(line.text);
    let is_head = |cell: &Placed| column::heads_values(cell.text) || clause::is_label_of_units(cell.text);
    (found.len() > 1 && found.iter().all(is_head)).then_some((at, *line, found))
}

/// The columns of a header of two lines, and the two lines as rows: a head that spans several columns stands in the first of
/// them. `None` where the lower heads do not divide any upper one.
fn split_spans<'a>(
    header: &[Placed<'a>],
    below: Vec<Placed<'a>>,
    lines: [u32; 2],
) -> Option<(Vec<Placed<'a>>, Vec<GridRow>)> {
    let mut parts: Vec<Vec<Placed>> = header.iter().map(|_| Vec::new()).collect();
    for cell in below {
        parts.get_mut(column_of(&cell, header))?.push(cell);
    }
    parts.iter().any(|parts| parts.len() > 1).then_some(())?;
    let (mut leaves, mut upper, mut lower) = (Vec::new(), GridRow::new(), GridRow::new());
    for (head, parts) in header.iter().zip(parts) {
        if parts.is_empty() {
            upper.push(super::cell(head.text, lines[0]));
            lower.push(super::cell("", lines[1]));
            leaves.push(Placed { text: head.text, from: head.from, to: head.to });
        }
        for (nth, part) in parts.into_iter().enumerate() {
            upper.push(super::cell(if nth == 0 { head.text } else { "" }, lines[0]));
            lower.push(super::cell(part.text, lines[1]));
            leaves.push(part);
        }
    }
    Some((leaves, vec![upper, lower]))
}

/// Whether a line is a heading below the table, though gaps divide it: 第三章  主要任务, 2.1  指挥体系.
fn is_heading(line: &str, found: &[Placed], header: &[Placed]) -> bool {
    let counts_rows = header.first().is_some_and(|head| NUMBER_HEADERS.meaning(&squeeze(head.text)).is_some());
    let is_decimal = |text: &str| {
        text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let [first, rest @ ..] = found else { return false };
    let is_numbered = rest.len() == 1 && first.from == 0 && !counts_rows && is_decimal(first.text);
    is_numbered
        || mark::heading(line).is_some_and(|heading| {
            heading.class <= mark::Class::Article && heading.class != mark::Class::Attachment
                || heading.class < mark::Class::Arabic && rest.len() < 2 && first.from <= 8
        })
}

/// Whether a line with a single cell can go on with a cell above it: it is indented and short.
fn is_tail(line: &str, found: &[Placed]) -> bool {
    found.first().is_some_and(|cell| cell.from > 1) && mark::heading(line).is_none()
}

/// Puts the cells of a line below their headers: as a new row, or behind the cells of the row above where the line lacks most.
fn place(found: &[Placed], header: &[Placed], line: u32, rows: &mut Vec<GridRow>) {
    let mut row: GridRow = vec![Cell { text: String::new(), lines: [line, line] }; header.len()];
    for (nth, cell) in found.iter().enumerate() {
        // As many cells as heads stand in their order, whatever their places.
        let at = if found.len() == header.len() { nth } else { column_of(cell, header) };
        if let Some(place) = row.get_mut(at) {
            place.text.push_str(cell.text);
        }
    }
    let has_first = row.first().is_some_and(|cell| !cell.text.is_empty());
    let is_first_row = rows.len() < 2;
    // The values of a row may stand on the line on which its name ends: they fill what the row above lacks.
    let completes = !has_first && !is_first_row && rows.last().is_some_and(|above| fills(above, &row));
    // A row whose values are mostly empty is whole all the same where it ends with its nature.
    let repeats = found.len() >= FEWEST_COLUMNS && ends_with_nature(&row);
    let opens = has_first || (found.len() * 2 >= header.len() || repeats) && !completes;
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

/// Whether a line opens a row and has no cell in this column, though it has some on both sides.
fn lacks(found: &[Placed], header: &[Placed], column: usize) -> bool {
    let columns: Vec<usize> = found.iter().map(|cell| column_of(cell, header)).collect();
    found.len() < header.len()
        && !columns.contains(&column)
        && columns.first() == Some(&0)
        && columns.iter().any(|at| *at > column)
}

/// Whether the last cell of a row is the nature of its indicator, which only a whole row has.
fn ends_with_nature(row: &GridRow) -> bool {
    row.iter().rfind(|cell| !cell.text.is_empty()).is_some_and(|cell| NATURES.contains(&cell.text))
}

/// Whether a row goes on with the one above it: no more than one cell of it, its name, stands below a cell that is filled, and
/// that one breaks off.
fn fills(above: &GridRow, row: &GridRow) -> bool {
    let is_filled = |cell: &&Cell| !cell.text.is_empty();
    let has_first = above.first().is_some_and(|cell| is_filled(&cell));
    let n_filled = above.iter().filter(is_filled).count();
    let n_both = above.iter().zip(row).filter(|(above, below)| is_filled(above) && is_filled(below)).count();
    let n_own = row.iter().filter(is_filled).count();
    has_first && n_filled * 2 <= above.len() && n_both <= 1 && n_own > 1
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

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}')
}

/// The cells of a line, which gaps of two blanks or a wide one divide.
pub(super) fn cells(line: &str) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let mut column = 0;
    let mut start: Option<(usize, usize)> = None;
    let mut blanks = 0;
    let mut end = (0, 0);
    for (at, c) in line.char_indices() {
        let cells = Width::Narrow.of(c.encode_utf8(&mut [0; 4]));
        if is_blank(c) {
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
