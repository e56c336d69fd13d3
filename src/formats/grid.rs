//! The cells of a table laid out in rows and columns: which cell stands where, with merged cells in all their places.

use crate::formats::blocks::{Rows, Table};
use crate::formats::limits;
use crate::formats::unreadable::{Measure, Unreadable};
use crate::lexicon::Glossary;
use crate::lexicon::table::{DOMAIN_HEADERS, Header, NAME_HEADERS, NATURE_HEADERS, NUMBER_HEADERS, UNIT_HEADERS};
use crate::text::fold::squeeze;

/// A place in the grid and the cell that stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// The row in which the cell begins.
    pub(super) row: usize,
    /// Which of the cells of that row it is.
    pub(super) cell: usize,
    /// Whether the place is in the first row of the cell.
    pub(super) is_top: bool,
    /// Whether the place is in its first column.
    pub(super) is_left: bool,
    /// The row of the place, and its column.
    at: (usize, usize),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// The places, row by row, all rows being of one width; `None` where no cell stands.
    pub(super) rows: Vec<Vec<Option<Slot>>>,
    pub(super) width: usize,
}

impl Grid {
    /// How many rows the cell of a place takes from there on.
    pub(super) fn height(&self, slot: Slot) -> usize {
        let (row, column) = slot.at;
        let below = self.rows.iter().skip(row).map(|row| row.get(column).copied().flatten());
        below.take_while(|at| at.is_some_and(|at| (at.row, at.cell) == (slot.row, slot.cell))).count()
    }

    /// Whether the cell of a place goes on in the row below it.
    pub(super) fn goes_on_below(&self, slot: Slot) -> bool {
        self.height(slot) > 1
    }
}

/// A cell of a row above that goes on: where it stands, and the rows that it still takes.
#[derive(Clone, Copy)]
struct Open {
    slot: Slot,
    left: usize,
}

/// Lays a table out. `n_cells` counts the places of all tables of the file.
pub(super) fn lay_out(table: &Table, n_cells: &mut usize) -> Result<Grid, Unreadable> {
    let mut grid = Grid::default();
    let mut open: Vec<Option<Open>> = Vec::new();
    for (row_at, row) in table.rows.iter().enumerate() {
        let mut slots: Vec<Option<Slot>> = Vec::new();
        for (cell_at, cell) in row.cells.iter().enumerate() {
            let span = match cell.rows {
                Rows::Span(rows) => {
                    fill(&mut slots, &mut open, row_at, false);
                    rows.min(table.rows.len() - row_at)
                }
                Rows::Continues => 1,
            };
            let columns = cell.columns.max(1);
            if slots.len() + columns > limits::MOST_COLUMNS {
                return Err(Unreadable::TooMuch(Measure::Columns));
            }
            let above = grid.rows.last().filter(|_| cell.rows == Rows::Continues);
            for n in 0..columns {
                let at = (row_at, slots.len());
                let own = Slot { row: row_at, cell: cell_at, is_top: true, is_left: n == 0, at };
                let held = above.and_then(|above: &Vec<Option<Slot>>| above.get(slots.len()).copied().flatten());
                let slot = held.map_or(own, |held| Slot { is_top: false, at, ..held });
                if span > 1 {
                    if open.len() <= slots.len() {
                        open.resize(slots.len() + 1, None);
                    }
                    if let Some(place) = open.get_mut(slots.len()) {
                        *place = Some(Open { slot, left: span - 1 });
                    }
                }
                slots.push(Some(slot));
            }
        }
        fill(&mut slots, &mut open, row_at, true);
        *n_cells += slots.len();
        if *n_cells > limits::MOST_CELLS {
            return Err(Unreadable::TooMuch(Measure::Cells));
        }
        grid.width = grid.width.max(slots.len());
        grid.rows.push(slots);
    }
    // Short rows are filled up to the width of the table, which may be many more places.
    *n_cells += grid.rows.iter().map(|row| grid.width - row.len()).sum::<usize>();
    if *n_cells > limits::MOST_CELLS {
        return Err(Unreadable::TooMuch(Measure::Cells));
    }
    for row in &mut grid.rows {
        row.resize(grid.width, None);
    }
    Ok(grid)
}

/// Fills the next places of a row with the cells of rows above that go on there; at its end, all that are left.
fn fill(slots: &mut Vec<Option<Slot>>, open: &mut [Option<Open>], row: usize, is_end: bool) {
    while let Some(place) = open.get_mut(slots.len()) {
        let Some(Open { slot, left }) = place.as_mut().filter(|open| open.slot.at.0 < row) else {
            if !is_end {
                return;
            }
            slots.push(None);
            continue;
        };
        let at = (row, slots.len());
        slots.push(Some(Slot { is_top: false, at, ..*slot }));
        *left -= 1;
        if *left == 0 {
            *place = None;
        }
    }
    while slots.last().is_some_and(Option::is_none) {
        slots.pop();
    }
}

/// Whether a cell holds the word of a header, wherever it stands.
pub(super) fn is_header(text: &str) -> bool {
    static LISTS: [&Glossary<Header>; 5] =
        [&NUMBER_HEADERS, &DOMAIN_HEADERS, &NATURE_HEADERS, &UNIT_HEADERS, &NAME_HEADERS];
    let text = squeeze(text);
    let bare = text.split(['（', '(']).next().unwrap_or_default();
    LISTS.iter().any(|list| list.meaning(bare).is_some_and(|header| header.is_sure))
}
