//! Tables that have lost every mark: a cell on each line, with or without blank lines between.
//!
//! ```text
//! 序号 / 指标 / 2025年 / 2030年      the header, which opens with the word for the ordinals
//! 1 / 人均预期寿命（岁） / 80.1 / 81  a row opens with its ordinal, one more than that of the row above
//! 1 / 建两座天桥。 / 县住建局 / 县交通局 / 12月底前    where tasks are divided, several lines may be the units of one cell
//! ```

use super::cell;
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::document::Line;
use crate::importer::mark;
use crate::importer::{assignment, bracket, clause};
use crate::lexicon::clause::{TERM_OPENERS, UNIT_SEPARATORS};
use crate::lexicon::office::{GOVERNMENTS, LEVELLED_ENDINGS, OFFICE_ENDINGS};
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::text::fold::squeeze;

/// The word that heads the column of ordinals, with which such a table opens.
const ORDINALS: &str = "序号";

/// The numbers of columns that such a table can have.
const WIDTHS: std::ops::RangeInclusive<usize> = 3..=15;

/// The longest cell, in characters.
const LONGEST_CELL: usize = 60;

/// The longest cell of a task, in characters.
const LONGEST_TASK: usize = 300;

/// The longest line that is a unit, and the longest that is a time limit, in characters.
const LONGEST_UNIT: usize = 40;
const LONGEST_TIME: usize = 16;

/// The longest list of units in one cell, and the longest name among others that may end as no office does (残联), in characters.
const LONGEST_UNITS: usize = 160;
const SHORTEST_LISTED: usize = 2;

/// The most lines of one row whose units stand on lines of their own.
const MOST_LINES_OF_A_ROW: usize = 24;

/// Reads the table that begins at the line `from`; `None` if there is none.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    if squeeze(lines.get(from)?.text) != ORDINALS {
        return None;
    }
    let mut cells = lines.iter().enumerate().skip(from).filter(|(_, line)| !line.is_blank()).peekable();
    let mut header = GridRow::new();
    while let Some((_, line)) = cells.next_if(|(_, line)| is_cell(line) && squeeze(line.text) != "1") {
        header.push(cell(line.text, line.no));
        if header.len() > *WIDTHS.end() {
            return None;
        }
    }
    let width = header.len();
    // What is to be done may be a sentence.
    let divides_tasks = assignment::is_header(&header);
    let is_cell = |line: &Line| is_cell(line) || divides_tasks && is_task(line);
    if !WIDTHS.contains(&width) {
        return None;
    }
    let columns = divides_tasks.then(|| Columns::of(&header)).flatten();
    let most_cells = if columns.is_some() { MOST_LINES_OF_A_ROW } else { width };
    let mut rows = vec![header];
    let (mut ordinal, mut to) = (1, from);
    while let Some((at, line)) = cells.next_if(|(_, line)| squeeze(line.text) == ordinal.to_string()) {
        let mut row: Vec<Cell> = vec![cell(line.text, line.no)];
        let mut ends = vec![at + 1];
        ordinal += 1;
        let next = ordinal.to_string();
        while let Some((at, line)) = cells.next_if(|(_, line)| {
            row.len() < most_cells && is_cell(line) && (squeeze(line.text) != next || row.len() < 2)
        }) {
            row.push(cell(line.text, line.no));
            ends.push(at + 1);
        }
        let is_last = cells.peek().is_none_or(|(_, line)| squeeze(line.text) != next);
        if let Some(columns) = &columns {
            let n_own = if is_last { columns.end(&row) } else { row.len() };
            to = ends.get(n_own.saturating_sub(1)).copied().unwrap_or(to);
            row.truncate(n_own);
            rows.extend(columns.rows(row)?);
            if is_last {
                break;
            }
        } else {
            to = ends.last().copied().unwrap_or(to);
            rows.push(row);
        }
    }
    (rows.len() > 2).then_some(Grid { from, to, rows })
}

/// The columns of a table that divides tasks, each of which is told by what its cells hold.
struct Columns {
    task: usize,
    units: usize,
    time: Option<usize>,
    width: usize,
}

impl Columns {
    /// The columns that a header names; `None` where there are others, or two columns of units, whose lines nothing parts.
    fn of(header: &GridRow) -> Option<Self> {
        let at = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
            header.iter().enumerate().filter(|(_, cell)| is(&cell.text)).map(|(at, _)| at).collect()
        };
        let units = at(&clause::is_label_of_units);
        let time = at(&clause::is_label_of_time);
        let width = header.len();
        let is_plain = width == 3 + time.len() && time.len() <= 1;
        match units.as_slice() {
            [units] if is_plain && *units == 2 => Some(Self { task: 1, units: 2, time: time.first().copied(), width }),
            _ => None,
        }
    }

    /// How many of the lines behind an ordinal belong to the last row: those up to its time limit, else up to its last unit.
    fn end(&self, lines: &[Cell]) -> usize {
        let is_of_row = |cell: &Cell| if self.time.is_some() { is_time(&cell.text) } else { is_unit(&cell.text) };
        let first = lines.iter().position(is_of_row).unwrap_or(lines.len().saturating_sub(1));
        let more = lines.iter().skip(first + 1).take_while(|cell| is_of_row(cell)).count();
        first + more + 1
    }

    /// The rows of one ordinal. A task that has no units of its own shares those of the task above it, whose cell is merged.
    /// `None` where a line fits no column.
    fn rows(&self, lines: Vec<Cell>) -> Option<Vec<GridRow>> {
        let mut lines = lines.into_iter();
        let number = lines.next()?;
        let empty = || vec![Cell::default(); self.width];
        let mut rows = vec![empty()];
        if let Some(first) = rows.first_mut().and_then(|row| row.first_mut()) {
            *first = number;
        }
        for line in lines {
            let is_time = self.time.is_some() && is_time(&line.text);
            let column = if is_time {
                self.time?
            } else if is_unit(&line.text) {
                self.units
            } else {
                self.task
            };
            let is_filled = |row: &GridRow, at: usize| row.get(at).is_some_and(|cell| !cell.text.is_empty());
            let row = rows.last()?;
            if column == self.task && (is_filled(row, self.units) || self.time.is_some_and(|time| is_filled(row, time)))
            {
                rows.push(empty());
            }
            let cell = rows.last_mut()?.get_mut(column)?;
            if cell.text.is_empty() {
                *cell = line;
            } else {
                let joint = if column == self.units { "、" } else { "" };
                cell.text = format!("{}{joint}{}", cell.text, line.text);
                cell.lines[1] = line.lines[1];
            }
        }
        for at in 1..rows.len() {
            let above = rows.get(at - 1).and_then(|row| row.get(self.units)).cloned().unwrap_or_default();
            if let Some(cell) =
                rows.get_mut(at).and_then(|row| row.get_mut(self.units)).filter(|cell| cell.text.is_empty())
            {
                *cell = above;
            }
        }
        rows.iter().all(|row| row.get(self.task).is_some_and(|cell| !cell.text.is_empty())).then_some(rows)
    }
}

/// Whether a line of a row is a unit: short words that end as the names of offices do, behind a level or without.
fn is_unit(text: &str) -> bool {
    let text = text.trim();
    let n_chars = text.chars().count();
    (3..=LONGEST_UNIT).contains(&n_chars)
        && !SENTENCE_ENDS.is_in(text)
        && !text.contains(|c: char| c.is_ascii_digit())
        && (OFFICE_ENDINGS.ends(text)
            || LEVELLED_ENDINGS.ends(text)
            || GOVERNMENTS.ends(text)
            || text.starts_with('各'))
}

/// Whether a line is nothing but units, with their verbs and words that leave the list open: 市教育局牵头，市财政局等配合.
pub(super) fn are_units(text: &str) -> bool {
    let is_short = text.chars().nth(LONGEST_UNITS).is_none();
    let mut parts = bracket::split(text.trim_end_matches('。'), &UNIT_SEPARATORS).into_iter().peekable();
    is_short
        && parts.peek().is_some()
        && parts.all(|part| {
            let name = clause::without_verb(part.trim());
            name.is_empty() || is_unit(name) || name.chars().count() <= SHORTEST_LISTED
        })
}

/// Whether a line of a row is a time limit: 12月底前, 2027年6月, 全年.
pub(super) fn is_time(text: &str) -> bool {
    let text = text.trim();
    let has_date = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['年', '月']);
    text.chars().count() <= LONGEST_TIME && (has_date || TERM_OPENERS.strip_prefix(text).is_some())
}

/// Whether a line can be the task of a row: one sentence or several, and no heading.
pub(super) fn is_task(line: &Line) -> bool {
    let text = line.text.trim();
    !text.contains('\t') && text.chars().nth(LONGEST_TASK).is_none() && mark::heading(text).is_none()
}

fn is_cell(line: &Line) -> bool {
    let text = line.text.trim();
    !text.contains('\t')
        && text.chars().nth(LONGEST_CELL).is_none()
        && !SENTENCE_ENDS.is_in(text)
        && mark::heading(text).is_none()
}
