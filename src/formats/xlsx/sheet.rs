//! A sheet as a table: its cells as shown, merged ones in all their places, what is hidden left out.

use std::collections::HashMap;

use crate::formats::blocks::{Block, Cell, Line, Row, Rows, Table};
use crate::formats::limits;
use crate::formats::package::Package;
use crate::formats::unreadable::{Measure, Unreadable};
use crate::formats::xlsx::format::Formats;
use crate::formats::xlsx::strings::{Strings, unescape};
use crate::formats::xml::{Event, Ns, Tag, Xml};

pub(super) struct Sheet {
    pub(super) table: Table,
    /// How many of its rows and columns are hidden.
    pub(super) n_hidden: usize,
    /// How many of its cells hold an error.
    pub(super) n_errors: usize,
}

/// The cells of a sheet as they are read: row, column, text. Only those with a text are kept.
#[derive(Default)]
struct Cells {
    texts: HashMap<(u32, u32), String>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<(u32, u32)>,
    merged: Vec<Area>,
    n_errors: usize,
}

/// Merged cells: from and to, both inclusive and counted from 0.
#[derive(Clone, Copy)]
struct Area {
    rows: (u32, u32),
    columns: (u32, u32),
}

/// The last row that a sheet can have.
const LAST_ROW: u32 = 1_048_575;

/// The last column that a sheet can have.
const LAST_COLUMN: u32 = 16_383;

/// Reads a sheet; `None` if the package does not have it. `n_cells` counts the cells of all sheets.
pub(super) fn read(
    package: &mut Package,
    part: &str,
    strings: &Strings,
    formats: &Formats,
    n_cells: &mut usize,
) -> Result<Option<Sheet>, Unreadable> {
    let Some(mut xml) = Xml::open(package, part)? else { return Ok(None) };
    let mut cells = Cells::default();
    let mut open = OpenCell::default();
    let mut row = None;
    let mut n_bytes = 0;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(Ns::Sheet, tag) => match tag.name() {
                "row" => {
                    // A row that does not say its number is the next one.
                    let next = row.map_or(0, |row: u32| row.saturating_add(1));
                    let number = tag.number::<u32>("r").and_then(|number| number.checked_sub(1)).unwrap_or(next);
                    row = Some(number.min(LAST_ROW));
                    open.column = None;
                    if is_set(&tag, "hidden") && cells.hidden_rows.len() < limits::MOST_CELLS {
                        cells.hidden_rows.extend(row);
                    }
                }
                "c" => open.begin(&tag, row.unwrap_or_default()),
                "v" | "t" => open.is_text = true,
                "f" | "rPh" => xml.skip()?,
                "col" if is_set(&tag, "hidden") && cells.hidden_columns.len() < limits::MOST_COLUMNS => {
                    let [from, to] = ["min", "max"].map(|name| tag.number::<u32>(name).unwrap_or(1).saturating_sub(1));
                    cells.hidden_columns.push((from, to));
                }
                "mergeCell" if cells.merged.len() < limits::MOST_CELLS => {
                    cells.merged.extend(tag.value("ref").and_then(|area| parse_area(&area)));
                }
                _ => {}
            },
            Event::End(Ns::Sheet, name) => match name.as_str() {
                "v" | "t" => open.is_text = false,
                "c" => {
                    if let Some(text) = open.show(strings, formats, &mut cells.n_errors) {
                        *n_cells += 1;
                        n_bytes += text.len();
                        if *n_cells > limits::MOST_CELLS {
                            return Err(Unreadable::TooMuch(Measure::Cells));
                        }
                        if n_bytes > limits::MOST_TEXT_BYTES {
                            return Err(Unreadable::TooMuch(Measure::Text));
                        }
                        cells.texts.insert(open.place, text);
                    }
                }
                _ => {}
            },
            Event::Text(text) if open.is_text => open.text.push_str(&text),
            Event::Start(..) | Event::End(..) | Event::Text(_) => {}
        }
    }
    let n_hidden = cells.hidden_rows.len() + cells.hidden_columns.len();
    let n_errors = cells.n_errors;
    Ok(Some(Sheet { table: cells.into_table(n_cells)?, n_hidden, n_errors }))
}

fn is_set(tag: &Tag, name: &str) -> bool {
    matches!(tag.value(name).as_deref(), Some("1" | "true"))
}

/// A cell whose end has not come yet.
#[derive(Default)]
struct OpenCell {
    place: (u32, u32),
    column: Option<u32>,
    kind: Option<String>,
    style: usize,
    is_text: bool,
    text: String,
}

impl OpenCell {
    fn begin(&mut self, tag: &Tag, row: u32) {
        let next = self.column.map_or(0, |column| column.saturating_add(1));
        self.place = tag.value("r").and_then(|name| parse_cell(&name)).unwrap_or((row, next.min(LAST_COLUMN)));
        self.column = Some(self.place.1);
        self.kind = tag.value("t");
        self.style = tag.number("s").unwrap_or_default();
        self.text.clear();
        self.is_text = false;
    }

    /// What the cell shows; `None` for nothing.
    fn show(&mut self, strings: &Strings, formats: &Formats, n_errors: &mut usize) -> Option<String> {
        let text = std::mem::take(&mut self.text);
        let shown = match self.kind.as_deref() {
            Some("s") => strings.get(text.trim().parse().ok()?)?.to_owned(),
            Some("inlineStr" | "str") => unescape(&text),
            Some("b") => if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            Some("e") => {
                *n_errors += 1;
                text
            }
            _ => formats.show(text.trim(), self.style),
        };
        (!shown.trim().is_empty()).then_some(shown)
    }
}

impl Cells {
    /// The table of what is shown: rows and columns without any text at the edges and in between are left out, as are those
    /// that are hidden.
    fn into_table(mut self, n_cells: &mut usize) -> Result<Table, Unreadable> {
        self.hidden_rows.sort_unstable();
        let is_row_hidden = |row: u32| self.hidden_rows.binary_search(&row).is_ok();
        let is_column_hidden =
            |column: u32| self.hidden_columns.iter().any(|(from, to)| (*from..=*to).contains(&column));
        let shown = |(row, column): &(u32, u32)| !is_row_hidden(*row) && !is_column_hidden(*column);
        let mut rows: Vec<u32> = self.texts.keys().filter(|place| shown(place)).map(|(row, _)| *row).collect();
        let mut columns: Vec<u32> = self.texts.keys().filter(|place| shown(place)).map(|(_, column)| *column).collect();
        for lines in [&mut rows, &mut columns] {
            lines.sort_unstable();
            lines.dedup();
        }
        if columns.len() > limits::MOST_COLUMNS {
            return Err(Unreadable::TooMuch(Measure::Columns));
        }
        if rows.len().saturating_mul(columns.len()) + *n_cells > limits::MOST_CELLS * 2 {
            return Err(Unreadable::TooMuch(Measure::Cells));
        }
        let merged = self.corners(&rows, &columns);
        let mut table = Table::default();
        for row in &rows {
            let mut cells = Vec::new();
            for column in &columns {
                let (n_rows, n_columns) = match merged.get(&(*row, *column)) {
                    Some(Merged::Corner { rows, columns }) => (*rows, *columns),
                    Some(Merged::Covered) => continue,
                    None => (1, 1),
                };
                let text = self.texts.get(&(*row, *column)).map(String::as_str).unwrap_or_default();
                let blocks = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
                let blocks = blocks.map(|line| Block::Line(Line::plain(line))).collect();
                cells.push(Cell { blocks, columns: n_columns, rows: Rows::Span(n_rows) });
            }
            table.rows.push(Row { cells, anchor: None });
        }
        Ok(table)
    }

    /// The places that merged cells take among the rows and columns that are shown.
    fn corners(&mut self, rows: &[u32], columns: &[u32]) -> HashMap<(u32, u32), Merged> {
        let within = |lines: &[u32], (from, to): (u32, u32)| {
            let first = lines.partition_point(|line| *line < from);
            let end = lines.partition_point(|line| *line <= to);
            first..end
        };
        let mut places = HashMap::new();
        for area in std::mem::take(&mut self.merged) {
            let (of_rows, of_columns) = (within(rows, area.rows), within(columns, area.columns));
            let corner = (rows.get(of_rows.start), columns.get(of_columns.start));
            let (Some(row), Some(column), false) = (corner.0, corner.1, of_rows.is_empty() || of_columns.is_empty())
            else {
                continue;
            };
            // Areas do not overlap in any workbook that a program wrote; those that do would take time without end.
            if places.len() + of_rows.len() * of_columns.len() > limits::MOST_CELLS
                || places.contains_key(&(*row, *column))
            {
                continue;
            }
            // The text is that of the first cell, though its row or column may be hidden.
            if let Some(text) = self.texts.get(&(area.rows.0, area.columns.0)).cloned() {
                self.texts.entry((*row, *column)).or_insert(text);
            }
            for at in rows.get(of_rows.clone()).unwrap_or_default() {
                for beside in columns.get(of_columns.clone()).unwrap_or_default() {
                    places.insert((*at, *beside), Merged::Covered);
                }
            }
            places.insert((*row, *column), Merged::Corner { rows: of_rows.len(), columns: of_columns.len() });
        }
        places
    }
}

enum Merged {
    /// The first, with how many rows and columns they take.
    Corner {
        rows: usize,
        columns: usize,
    },
    Covered,
}

/// The row and the column of a cell by its name: `B3`.
fn parse_cell(name: &str) -> Option<(u32, u32)> {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = name.strip_suffix(digits)?;
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?.min(LAST_ROW), column.checked_sub(1)?.min(LAST_COLUMN)))
}

/// The area by its name: `A1:B3`.
fn parse_area(name: &str) -> Option<Area> {
    let (from, to) = name.split_once(':').unwrap_or((name, name));
    let (from, to) = (parse_cell(from)?, parse_cell(to)?);
    (from.0 <= to.0 && from.1 <= to.1).then_some(Area { rows: (from.0, to.0), columns: (from.1, to.1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells() {
        for (name, expected) in [
            ("A1", Some((0, 0))),
            ("B3", Some((2, 1))),
            ("AA10", Some((9, 26))),
            ("XFD1048576", Some((LAST_ROW, LAST_COLUMN))),
            ("A0", None),
            ("7", None),
            ("A", None),
            ("ZZZZZZZZZZ1", None),
        ] {
            assert_eq!(parse_cell(name), expected, "{name}");
        }
    }
}
