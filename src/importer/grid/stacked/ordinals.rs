//! Rows that open with their ordinals. The lines of a row are put into its columns in their order, so that together they fit best:
//! a merged or empty cell has no line, a name may go on below, and units may stand on lines of their own.
//!
//! A row of one ordinal may hold several tasks, each with its units. Where two columns of units share more lines than they are
//! and no mark tells where the first ends, the row is unsure.

use std::ops::Range;

use super::kinds::{Holds, are_units, fits, has_digit, is_cell, is_dash, is_short_word, is_task, is_time, is_unit};
use crate::importer::cell::{Cell, GridRow};
use crate::importer::document::Line;
use crate::importer::mark;
use crate::lexicon::clause::UNIT_SEPARATORS;
use crate::lexicon::table::{NATURES, TOTALS};
use crate::registry::unit;
use crate::text::fold::squeeze;

/// The most lines of a row, and of one cell.
const MOST_LINES: usize = 40;
const MOST_LINES_OF_A_CELL: usize = 12;
const MOST_LINES_OF_ANY: usize = 3;

/// The most lines of a row that fit none of its columns.
const MOST_LEFT: usize = 3;

/// The most places at which a row is tried to end.
const MOST_ENDS: usize = 6;

/// What it costs that a column has no cell which each row has.
const MISSING: usize = 12;

/// What it costs that a cell is empty which may be merged or empty, that a value is, and that there is no remark.
const MERGED: usize = 3;
const NO_VALUE: usize = 6;
const NO_REMARK: usize = 1;

/// What it costs that words go on in a further line, and that a further line of units is not announced by a mark.
const GOES_ON: usize = 4;
const MORE_UNITS: usize = 2;

/// What it costs that a line is of another kind than its column, and that a further task begins within a row.
const STRANGE: usize = 6;
const UNUSUAL: usize = 4;
const FURTHER_TASK: usize = 6;

/// Whether a line is a heading without text, as the name of a group is.
pub(super) fn is_group(line: &Line) -> bool {
    mark::heading(line.text).is_some_and(|heading| heading.body.is_empty() && heading.class < mark::Class::Arabic)
}

/// The number of a line that holds nothing else.
pub(super) fn number(line: &str) -> Option<u32> {
    let text = squeeze(line);
    (1..=3).contains(&text.len()).then(|| text.parse().ok()).flatten()
}

/// Reads the rows below a header: the rows, the index behind the last one, and the lines of rows that are unsure.
pub(super) fn read(lines: &[Line], below: usize, columns: &[Holds]) -> Option<(Vec<GridRow>, usize, Vec<u32>)> {
    let number_at = columns.iter().position(|holds| *holds == Holds::Number)?;
    let has_groups = number_at > 0;
    let columns = columns.get(number_at + 1..)?;
    let mut cells = lines.iter().enumerate().skip(below).filter(|(_, line)| !line.is_blank()).peekable();
    let (mut rows, mut unsure, mut to, mut ordinal) = (Vec::new(), Vec::new(), below, 1);
    loop {
        // A heading above the next ordinal is the group of the rows below it, which may count anew.
        let is_next = |line: &Line| matches!(number(line.text), Some(found) if found == ordinal || found == 1);
        let group = cells.peek().map(|(_, line)| *line).filter(|line| is_group(line));
        let is_above = group.is_some() && cells.clone().nth(1).is_some_and(|(_, line)| is_next(line));
        if let Some(group) = group.filter(|_| is_above) {
            cells.next();
            rows.push(vec![super::cell(group.text, group.no)]);
            if cells.peek().is_some_and(|(_, line)| number(line.text) == Some(1)) {
                ordinal = 1;
            }
        }
        let beside =
            cells.peek().map(|(_, line)| *line).filter(|line| has_groups && number(line.text) != Some(ordinal));
        let is_beside = beside.is_some_and(|line| fits(Holds::Group, line))
            && cells.clone().nth(1).is_some_and(|(_, line)| number(line.text) == Some(ordinal));
        let beside = beside.filter(|_| is_beside);
        if beside.is_some() {
            cells.next();
        }
        let Some((_, line)) = cells.next_if(|(_, line)| number(line.text) == Some(ordinal)) else { break };
        let ahead: Vec<(usize, &Line)> =
            cells.clone().take(MOST_LINES).take_while(|(_, line)| is_cell(line) || is_task(line)).collect();
        let own: Vec<&Line> = ahead.iter().map(|(_, line)| *line).collect();
        ordinal += 1;
        let Some((n_own, fit)) = row_of(columns, &own, ordinal, has_groups) else { break };
        if fit.lacks_cell(columns) || fit.is_unsure(columns, &own) {
            unsure.push(line.no);
        }
        let group = has_groups.then(|| beside.map_or_else(|| empty(line.no), |line| super::cell(line.text, line.no)));
        rows.extend(fit.rows(line, &own, columns).into_iter().enumerate().map(|(nth, row)| {
            let group = group.clone().map(|group| if nth == 0 { group } else { empty(line.no) });
            group.into_iter().chain(row).collect()
        }));
        for _ in 0..n_own {
            to = cells.next().map_or(to, |(at, _)| at + 1);
        }
    }
    if let Some((row, n_taken)) = total(&rows, &cells.clone().take(columns.len() + 1).collect::<Vec<_>>()) {
        rows.push(row);
        for _ in 0..n_taken {
            to = cells.next().map_or(to, |(at, _)| at + 1);
        }
    }
    Some((rows, to, unsure))
}

/// The lines of one row and how they fit its columns. The row ends above the next ordinal; a value may look like one.
fn row_of(columns: &[Holds], own: &[&Line], next: u32, has_groups: bool) -> Option<(usize, Fit)> {
    let ends = own.iter().enumerate().filter(|(at, line)| *at > 0 && number(line.text) == Some(next));
    // The line above the next ordinal may be its group.
    let ends = ends.flat_map(|(at, line)| [(at, line), (at - usize::from(has_groups), line)]);
    let ends = ends.filter(|(at, _)| *at > 0);
    let mut best: Option<(usize, Fit)> = None;
    let mut is_last = true;
    for (end, _) in ends.take(MOST_ENDS) {
        is_last = false;
        let Some(fit) = Ways::of(columns, own.get(..end)?).fit(end) else { continue };
        if fit.cost < MERGED || fit.cost < MISSING && !has_groups {
            return Some((end, fit));
        }
        if best.as_ref().is_none_or(|(_, known)| fit.cost < known.cost) {
            best = Some((end, fit));
        }
    }
    if !is_last {
        return best.or_else(|| with_rest(columns, own, next));
    }
    // The last row: no line tells where it ends but what the lines hold.
    let most = own.len().min(columns.len() * 2 + MOST_LINES_OF_A_CELL);
    let ways = Ways::of(columns, own.get(..most)?);
    let (end, _) = (1..=most).filter_map(|end| Some((end, ways.cost(end)?))).min_by_key(|(end, cost)| (*cost, *end))?;
    let is_of_last = |line: &&&Line| match columns.last() {
        Some(Holds::Units) => is_unit(line.text),
        Some(Holds::Time) => is_time(line.text),
        _ => false,
    };
    let mut n_more = own.iter().take(most).skip(end).take_while(is_of_last).count();
    // A remark on the last row stands above the total, or above what is no cell.
    let is_closed = own.get(end + 1).map_or(own.len() < MOST_LINES, |line| TOTALS.contains(&squeeze(line.text)));
    if columns.last() == Some(&Holds::Note) && is_closed && end < most {
        n_more = 1;
    }
    let further = Some(end + n_more).filter(|_| n_more > 0).and_then(|end| Some((end, ways.fit(end)?)));
    further.or_else(|| Some((end, ways.fit(end)?)))
}

/// A row with more lines than its columns hold: what is left of them goes to its last cell.
fn with_rest(columns: &[Holds], own: &[&Line], next: u32) -> Option<(usize, Fit)> {
    let end = own.iter().skip(1).position(|line| number(line.text) == Some(next))? + 1;
    let ways = Ways::of(columns, own.get(..end)?);
    let fitting = |n_left: usize| Some(Fit { n_left, ..ways.fit(end.checked_sub(n_left)?)? });
    Some((end, (1..=MOST_LEFT).find_map(fitting)?))
}

/// What it costs that a line is the first one of a cell in a column, and that it is a further one; `None` where it cannot be.
#[derive(Clone, Copy)]
struct Costs {
    first: Option<usize>,
    further: Option<usize>,
}

/// The cheapest ways to put the first lines of a row into its first columns.
struct Ways {
    steps: Vec<Vec<Option<Step>>>,
}

impl Ways {
    fn of(columns: &[Holds], lines: &[&Line]) -> Self {
        let (n_lines, n_columns) = (lines.len(), columns.len());
        let costs: Vec<Vec<Costs>> = lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let above = at.checked_sub(1).and_then(|above| lines.get(above)).map(|line| line.text);
                columns.iter().map(|holds| Costs::of(*holds, line, above)).collect()
            })
            .collect();
        let task = columns.iter().position(|holds| matches!(holds, Holds::Task | Holds::Name));
        let mut ways = Self { steps: vec![vec![None; n_columns + 1]; n_lines + 1] };
        ways.take((0, 0), Step { cost: 0, from: (0, 0) });
        for line in 0..=n_lines {
            ways.go_through(columns, &costs, line, 0);
            let opens = costs.get(line).is_some_and(|costs| opens_task(columns, costs, task, lines.get(line)));
            let done = ways.at((line, n_columns)).filter(|_| line > 0 && opens);
            if let (Some(step), Some(task)) = (done, task) {
                let again = Step { cost: step.cost + FURTHER_TASK, from: (line, n_columns) };
                if ways.take((line, task), again) {
                    ways.go_through(columns, &costs, line, task);
                }
            }
        }
        ways
    }

    fn at(&self, (line, column): (usize, usize)) -> Option<Step> {
        self.steps.get(line).and_then(|row| row.get(column)).copied().flatten()
    }

    /// Takes a step if nothing cheaper leads there, and says whether it did.
    fn take(&mut self, (line, column): (usize, usize), step: Step) -> bool {
        let Some(place) = self.steps.get_mut(line).and_then(|row| row.get_mut(column)) else { return false };
        let is_better = place.is_none_or(|known| step.cost < known.cost);
        if is_better {
            *place = Some(step);
        }
        is_better
    }

    /// Puts the lines from one on into the columns from one on, in every way.
    fn go_through(&mut self, columns: &[Holds], costs: &[Vec<Costs>], line: usize, from: usize) {
        for column in from..columns.len() {
            let Some(step) = self.at((line, column)) else { continue };
            let here = (line, column);
            self.take((line, column + 1), Step { cost: step.cost + cost_of_none(columns, column), from: here });
            let mut cost = step.cost;
            let most = columns.get(column).map_or(1, |holds| most_lines(*holds));
            for (nth, own) in costs.iter().skip(line).take(most).enumerate() {
                let own = own.get(column).and_then(|own| if nth == 0 { own.first } else { own.further });
                let Some(own) = own else { break };
                cost += own;
                self.take((line + nth + 1, column + 1), Step { cost, from: here });
            }
        }
    }

    fn n_columns(&self) -> usize {
        self.steps.first().map_or(0, |row| row.len().saturating_sub(1))
    }

    /// What it costs that so many lines are the whole row.
    fn cost(&self, n_lines: usize) -> Option<usize> {
        Some(self.at((n_lines, self.n_columns()))?.cost)
    }

    /// The cells of a row of so many lines.
    fn fit(&self, n_lines: usize) -> Option<Fit> {
        let last = (n_lines, self.n_columns());
        let cost = self.at(last)?.cost;
        let mut tasks: Vec<Vec<Range<usize>>> = vec![vec![0..0; last.1]];
        let mut here = last;
        while here != (0, 0) {
            let from = self.at(here)?.from;
            if from.1 > here.1 {
                tasks.push(vec![0..0; last.1]);
            } else if let Some(cell) = tasks.last_mut().and_then(|task| task.get_mut(from.1)) {
                *cell = from.0..here.0;
            }
            here = from;
        }
        tasks.reverse();
        Some(Fit { cost, tasks, n_left: 0 })
    }
}

/// How the lines of one ordinal fit the columns: for each task, the lines of its cells.
struct Fit {
    cost: usize,
    tasks: Vec<Vec<Range<usize>>>,
    /// How many lines behind them are left.
    n_left: usize,
}

/// The least cost with which so many lines and columns are done, and where that came from.
#[derive(Clone, Copy)]
struct Step {
    cost: usize,
    from: (usize, usize),
}

impl Fit {
    /// How many lines are in its cells.
    fn n_lines(&self) -> usize {
        self.tasks.iter().flatten().map(|cell| cell.end).max().unwrap_or_default()
    }

    /// Whether the first task lacks a cell that each row has.
    fn lacks_cell(&self, columns: &[Holds]) -> bool {
        let first = self.tasks.first().into_iter().flatten().enumerate();
        first.into_iter().any(|(at, cell)| cell.is_empty() && cost_of_none(columns, at) >= MISSING)
    }

    /// Whether the lines of two columns of units could be divided elsewhere as well.
    fn is_unsure(&self, columns: &[Holds], lines: &[&Line]) -> bool {
        let n_columns = columns.iter().filter(|holds| **holds == Holds::Units).count();
        let is_open = |cell: &Range<usize>| {
            let before = lines.get(cell.start..cell.end.saturating_sub(1)).unwrap_or_default();
            cell.len() > 1 && before.iter().any(|line| !UNIT_SEPARATORS.ends(line.text.trim()) && is_unit(line.text))
        };
        let units = || self.tasks.iter().flat_map(|task| task.iter().zip(columns));
        n_columns > 1 && units().any(|(cell, holds)| *holds == Holds::Units && is_open(cell))
    }

    /// The rows of an ordinal. A task that has no units of its own shares those of the task above it, whose cell is merged.
    fn rows(&self, ordinal: &Line, lines: &[&Line], columns: &[Holds]) -> Vec<GridRow> {
        let mut rows: Vec<GridRow> = Vec::new();
        for (nth, task) in self.tasks.iter().enumerate() {
            let number = if nth == 0 { super::cell(ordinal.text, ordinal.no) } else { Cell::default() };
            let cells = task.iter().zip(columns).enumerate().map(|(at, (cell, holds))| {
                let own = joined(lines.get(cell.clone()).unwrap_or_default(), *holds);
                let above = || rows.last().and_then(|row: &GridRow| row.get(at + 1)).cloned();
                let shares = nth > 0 && *holds == Holds::Units && cell.is_empty();
                own.or_else(|| above().filter(|_| shares)).unwrap_or_else(|| empty(ordinal.no))
            });
            let row: GridRow = std::iter::once(number).chain(cells).collect();
            rows.push(row);
        }
        let left = (0..self.n_left).filter_map(|nth| lines.get(self.n_lines() + nth));
        if let Some(last) = rows.last_mut().and_then(|row| row.iter_mut().rfind(|cell| !cell.text.is_empty())) {
            for line in left {
                last.text.push_str(line.text.trim());
                last.lines[1] = line.no;
            }
        }
        rows
    }
}

fn empty(no: u32) -> Cell {
    Cell { text: String::new(), lines: [no, no] }
}

/// What it costs that a column has no line.
fn cost_of_none(columns: &[Holds], column: usize) -> usize {
    let is_among = |kind: Holds, others: &[Holds]| others.contains(&kind);
    let (before, behind) = columns.split_at(column.min(columns.len()));
    match columns.get(column) {
        Some(Holds::Note) => NO_REMARK,
        Some(Holds::Group) => MERGED,
        Some(Holds::Task) if is_among(Holds::Task, behind.get(1..).unwrap_or_default()) => MERGED,
        Some(Holds::Units) if is_among(Holds::Units, before) => MERGED,
        Some(Holds::Time) => MERGED + 1,
        Some(Holds::Task | Holds::Name | Holds::Units | Holds::Number) => MISSING,
        Some(Holds::Unit | Holds::Value | Holds::Nature | Holds::Any) | None => NO_VALUE,
    }
}

/// Whether a line opens a further task of a row, or a part of its indicator: 其中：公园绿地.
fn opens_task(columns: &[Holds], costs: &[Costs], task: Option<usize>, line: Option<&&Line>) -> bool {
    let column = task.and_then(|task| costs.get(task));
    let is_name = task.and_then(|task| columns.get(task)) == Some(&Holds::Name);
    let is_part = || line.is_some_and(|line| line.text.trim().starts_with("其中"));
    column.is_some_and(|costs| costs.first.is_some()) && (!is_name || is_part())
}

/// The most lines of a cell in such a column.
fn most_lines(holds: Holds) -> usize {
    match holds {
        Holds::Number | Holds::Unit | Holds::Value | Holds::Nature => 1,
        Holds::Group | Holds::Time => 2,
        Holds::Name | Holds::Task | Holds::Units | Holds::Note => MOST_LINES_OF_A_CELL,
        Holds::Any => MOST_LINES_OF_ANY,
    }
}

impl Costs {
    /// What a line costs in a column, below the line `above`.
    fn of(holds: Holds, line: &Line, above: Option<&str>) -> Self {
        let text = line.text.trim();
        let (is_number, has_letters) = (has_digit(text) || is_dash(text), text.contains(char::is_alphabetic));
        let (first, more) = match holds {
            Holds::Number => (None, 0),
            Holds::Task => {
                let is_other = are_units(text) || is_time(text) || !has_letters;
                (is_task(line).then_some(if is_other { STRANGE } else { 0 }), GOES_ON)
            }
            Holds::Any => (is_task(line).then_some(0), GOES_ON),
            Holds::Name => return Self::of_name(line),
            Holds::Note => {
                let is_note = is_cell(line) && !TOTALS.contains(&squeeze(text));
                (is_note.then_some(MORE_UNITS), MORE_UNITS)
            }
            Holds::Group => (fits(holds, line).then_some(0), GOES_ON),
            Holds::Units => return Self::of_units(text, above),
            Holds::Time if is_time(text) || is_dash(text) => (Some(0), GOES_ON),
            Holds::Unit if unit::is_unit(text) || is_dash(text) => (Some(0), 0),
            Holds::Nature if NATURES.contains(text.trim_matches(['（', '）', '(', ')'])) => (Some(0), 0),
            Holds::Time | Holds::Unit | Holds::Nature => (is_short_word(text).then_some(UNUSUAL), GOES_ON),
            Holds::Value if is_number || !is_short_word(text) => (fits(holds, line).then_some(0), 0),
            Holds::Value => (Some(UNUSUAL / 2), 0),
        };
        Self { first, further: first.map(|first| first + more) }
    }

    /// The words of a name may go on with what is no name by itself, but not with a unit, a nature or a number.
    fn of_name(line: &Line) -> Self {
        let text = line.text.trim();
        let is_sure =
            unit::is_unit(text) || NATURES.contains(text) || is_dash(text) || text.chars().all(|c| !c.is_alphabetic());
        let further = (is_cell(line) && !is_sure).then_some(GOES_ON);
        Self { first: fits(Holds::Name, line).then_some(0), further }
    }

    fn of_units(text: &str, above: Option<&str>) -> Self {
        let first = match () {
            () if is_dash(text) || are_units(text) => Some(0),
            () => (!is_time(text) && is_short_word(text)).then_some(UNUSUAL),
        };
        let is_announced = above.is_some_and(|above| UNIT_SEPARATORS.ends(above.trim()));
        Self { first, further: first.map(|first| first + if is_announced { 0 } else { MORE_UNITS }) }
    }
}

/// The lines of a cell as one. Units on lines of their own are parted, unless a line breaks a name.
fn joined(lines: &[&Line], holds: Holds) -> Option<Cell> {
    let (first, last) = (lines.first()?, lines.last()?);
    let mut text = String::new();
    for line in lines {
        let is_parted = holds == Holds::Units && (is_unit(&text) || are_units(&text));
        if is_parted && !UNIT_SEPARATORS.ends(&text) {
            text.push('、');
        }
        text.push_str(line.text.trim());
    }
    Some(Cell { text, lines: [first.no, last.no] })
}

/// The row that adds up those above it, below the last one: its name, and a number for each column of numbers that has one.
fn total(rows: &[GridRow], ahead: &[(usize, &Line)]) -> Option<(GridRow, usize)> {
    let ((_, first), below) = ahead.split_first()?;
    let above = rows.iter().rfind(|row| row.len() > 1).filter(|_| TOTALS.contains(&squeeze(first.text)))?;
    let mut numbers =
        below.iter().take_while(|(_, line)| line.text.trim().parse::<f64>().is_ok()).map(|(_, line)| line);
    let mut row: GridRow = vec![empty(first.no); above.len()];
    let is_of_numbers = |column: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| cell.text.parse::<f64>().is_ok())
    };
    let mut n_taken = 1;
    for column in (1..above.len()).filter(|column| is_of_numbers(*column)) {
        let Some((line, place)) = numbers.next().zip(row.get_mut(column)) else { break };
        *place = super::cell(line.text, line.no);
        n_taken += 1;
    }
    let name = row.get_mut(1).filter(|cell| cell.text.is_empty())?;
    *name = super::cell(first.text, first.no);
    (n_taken > 1).then_some((row, n_taken))
}
