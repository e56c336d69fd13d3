//! The lines below the header of a table in columns, and how they are cut into rows.

use crate::importer::cell::Cell;
use crate::importer::document::Line;
use crate::importer::grid::centred::heads::Heads;
use crate::importer::grid::spaced::{Placed, cells};
use crate::importer::{mark, website};
use crate::lexicon::clause::UNIT_SEPARATORS;
use crate::lexicon::punctuation::{BRACKET_OPENERS, CLAUSE_ENDS};
use crate::lexicon::table::NOTE_LABELS;
use crate::lexicon::value::BARE_VALUE_MARKS;
use crate::lexicon::website::PAGE_DASHES;

/// The most lines between two rows' own lines, and the most rows between two groups.
const MOST_LINES_BETWEEN: usize = 40;
const MOST_ROWS_OF_A_GROUP: usize = 40;

/// The most rows whose groups are found by where they stand together; a document has hardly ever so many indicators.
const MOST_ROWS_WITH_GROUPS: usize = 300;

/// What it costs to end a row where the words of a cell go on, in halves of a line out of the middle.
const COST_OF_A_CUT: usize = 8;

/// What it costs that a row has no name, likewise.
const COST_OF_NO_NAME: usize = 20;

/// How far from the margin the cells of a table may begin that has no cell there, in cells of the screen.
const MARGIN: usize = 1;

/// The longest text without a gap that can be a cell alone on its line, in cells of the screen.
const WIDEST_CELL: usize = 60;

/// The widest name of a group at the margin, in cells of the screen.
const WIDEST_GROUP: usize = 16;

/// How the cells of a row lie in it.
#[derive(Clone, Copy)]
enum Lie {
    Middle,
    Top,
}

/// The lines below a header, each with the cells in its columns.
pub(super) struct Block<'a> {
    lines: Vec<(u32, Vec<Option<&'a str>>)>,
    /// The lines that stand for one row each, as indices into `lines`: those with an ordinal, else those with values.
    anchors: Vec<usize>,
    /// The column whose text no row lacks.
    name: Option<usize>,
    /// The longest text of each column, in characters.
    longest: Vec<usize>,
}

impl<'a> Block<'a> {
    /// Reads the lines below a header, and the index behind the last of them. `number` is the column of ordinals, one of which
    /// each row has. `is_whole` says to go on behind the end of a page.
    pub(super) fn read(
        lines: &[Line<'a>],
        heads: &Heads,
        number: Option<usize>,
        is_whole: bool,
    ) -> Option<(Self, usize)> {
        let mut block =
            Self { lines: Vec::new(), anchors: Vec::new(), name: heads.name(), longest: vec![0; heads.width()] };
        let mut to = heads.to();
        let mut at = to;
        while let Some(line) = lines.get(at) {
            if line.is_blank() || website::is_page_number(line.text) {
                let Some(next) = next_page(lines, at, heads).filter(|_| is_whole) else { break };
                at = next;
                continue;
            }
            let found = cells(line.text);
            if line.text.contains('\t') || !is_of_table(line.text, &found) || heads.begin_at(lines, at) {
                break;
            }
            // A text without rows is not read to its end.
            let last = block.anchors.last().map_or(0, |anchor| anchor + 1);
            if block.lines.len() - last > MOST_LINES_BETWEEN {
                break;
            }
            let mut row: Vec<Option<&str>> = vec![None; heads.width()];
            for (column, cell) in heads.columns_of(&found)?.into_iter().zip(&found) {
                *row.get_mut(column)? = Some(cell.text);
                let longest = block.longest.get_mut(column)?;
                *longest = (*longest).max(cell.text.chars().count());
            }
            let is_anchor = match number {
                Some(number) => match row.get(number).copied().flatten() {
                    Some(ordinal) if is_ordinal(ordinal) => true,
                    Some(_) => break,
                    None => false,
                },
                None => row.iter().enumerate().any(|(at, text)| text.is_some_and(is_value) && heads.holds_values(at)),
            };
            if is_anchor {
                block.anchors.push(block.lines.len());
            }
            block.lines.push((line.no, row));
            at += 1;
            to = at;
        }
        (!block.anchors.is_empty()).then_some((block, to))
    }

    /// Whether a row begins above the line that stands for it.
    pub(super) fn starts_above_first_row(&self) -> bool {
        self.anchors.first().is_some_and(|first| *first > 0)
    }

    /// Whether some row takes more than one line.
    pub(super) fn has_rows_of_several_lines(&self) -> bool {
        self.lines.len() > self.anchors.len()
    }

    /// Whether the first row has no group, though some row below it has one.
    pub(super) fn has_late_group(&self, groups: &[usize]) -> bool {
        groups.iter().any(|column| self.text(0, *column).is_none() && self.cells_of(*column).next().is_some())
    }

    fn text(&self, line: usize, column: usize) -> Option<&'a str> {
        self.lines.get(line).and_then(|(_, row)| row.get(column)).copied().flatten()
    }

    /// The lines of a column that are filled.
    fn cells_of(&self, column: usize) -> impl Iterator<Item = usize> {
        (0..self.lines.len()).filter(move |line| self.text(*line, column).is_some())
    }

    /// The index behind the last line of each row, where all rows together cost least; `None` where the rows lie too far apart.
    /// The columns of groups do not count.
    pub(super) fn ends(&self, groups: &[usize]) -> Option<Vec<usize>> {
        let ways = [Lie::Middle, Lie::Top].into_iter().filter_map(|lie| self.ends_where(lie, groups));
        ways.min_by_key(|(cost, _)| *cost).map(|(_, ends)| ends)
    }

    fn ends_where(&self, lie: Lie, groups: &[usize]) -> Option<(usize, Vec<usize>)> {
        // For each row, the places where it may end: the least cost so far, and which end of the row above leads there.
        let mut steps: Vec<Vec<(usize, usize, usize)>> = vec![vec![(0, 0, 0)]];
        for (nth, anchor) in self.anchors.iter().enumerate() {
            let next = self.anchors.get(nth + 1).copied();
            if next.unwrap_or(self.lines.len()) - anchor > MOST_LINES_BETWEEN {
                return None;
            }
            let possible = next.map_or(self.lines.len()..=self.lines.len(), |next| anchor + 1..=next);
            let above = steps.last()?;
            let least = |end: usize| {
                let ways = above
                    .iter()
                    .enumerate()
                    .map(|(way, (start, cost, _))| (cost + self.cost(*start, end, lie, groups), way));
                ways.min().map(|(cost, way)| (end, cost, way))
            };
            let step = possible.filter_map(least).collect();
            steps.push(step);
        }
        let (mut way, cost) =
            steps.last()?.iter().enumerate().map(|(way, (_, cost, _))| (way, *cost)).min_by_key(|(_, cost)| *cost)?;
        let mut ends = Vec::new();
        for step in steps.iter().skip(1).rev() {
            let (end, _, above) = step.get(way)?;
            ends.push(*end);
            way = *above;
        }
        ends.reverse();
        Some((cost, ends))
    }

    /// What it costs that these lines are one row: how far each cell lies from where it should, in halves of a line, and the words
    /// that the end of the row cuts.
    fn cost(&self, start: usize, end: usize, lie: Lie, groups: &[usize]) -> usize {
        let n_columns = self.lines.first().map_or(0, |(_, row)| row.len());
        let of_column = |column: usize| {
            let mut filled = (start..end).filter(|line| self.text(*line, column).is_some());
            let Some(first) = filled.next() else { return 0 };
            let last = filled.next_back().unwrap_or(first);
            let apart = match lie {
                Lie::Middle => off_middle(first + last, start + end - 1),
                Lie::Top => (first - start) * 2,
            };
            apart + if self.is_cut(column, end) { COST_OF_A_CUT } else { 0 }
        };
        // No row is without its name.
        let is_empty = |column: usize| (start..end).all(|line| self.text(line, column).is_none());
        let nameless = if self.name.is_some_and(is_empty) { COST_OF_NO_NAME } else { 0 };
        nameless + (0..n_columns).filter(|column| !groups.contains(column)).map(of_column).sum::<usize>()
    }

    /// Whether the words of a column go on over the end of a row: both lines are filled, and the upper one stops nowhere.
    fn is_cut(&self, column: usize, end: usize) -> bool {
        let above = end.checked_sub(1).and_then(|line| self.text(line, column));
        let is_open = |text: &str| {
            let width = self.longest.get(column).copied().unwrap_or_default();
            !CLAUSE_ENDS.ends(text) && text.chars().count() + 1 >= width || UNIT_SEPARATORS.ends(text)
        };
        self.text(end, column).is_some() && above.is_some_and(is_open)
    }

    /// The cell of a column in these lines, joined.
    pub(super) fn cell(&self, column: usize, start: usize, end: usize) -> Cell {
        let mut cell = self.empty(start);
        for line in start..end {
            let Some((text, (no, _))) = self.text(line, column).zip(self.lines.get(line)) else { continue };
            if cell.text.is_empty() {
                cell.lines[0] = *no;
            }
            cell.text.push_str(text);
            cell.lines[1] = *no;
        }
        cell
    }

    /// What stands in a column where a row prints nothing, so that the cell has a place all the same.
    pub(super) fn empty(&self, line: usize) -> Cell {
        let no = self.lines.get(line).map_or(0, |(no, _)| *no);
        Cell { text: String::new(), lines: [no, no] }
    }

    /// The groups of a column, each with the index of the row that it begins with. Each stands beside the middle of its rows, or
    /// beside the first; `ends` are the indices behind the rows.
    pub(super) fn grouped(&self, column: usize, ends: &[usize]) -> Option<Vec<(usize, Cell)>> {
        let mut groups: Vec<[usize; 2]> = Vec::new();
        for line in self.cells_of(column) {
            match groups.last_mut().filter(|group| group[1] + 1 == line) {
                Some(group) => group[1] = line,
                None => groups.push([line, line]),
            }
        }
        // In a table without end, a group begins with the row beside which it stands.
        let starts = if ends.len() > MOST_ROWS_WITH_GROUPS {
            groups.iter().map(|[from, _]| ends.partition_point(|end| end <= from)).collect()
        } else {
            let ways = [Lie::Middle, Lie::Top].into_iter().filter_map(|lie| group_starts(&groups, ends, lie));
            ways.min_by_key(|(cost, _)| *cost)?.1
        };
        Some(starts.into_iter().zip(groups).map(|(row, [from, to])| (row, self.cell(column, from, to + 1))).collect())
    }
}

/// How far a cell lies from the middle of its row, each given as the sum of its first and its last line. Where the middle is
/// between two lines, the upper one is as good.
fn off_middle(cell: usize, row: usize) -> usize {
    if cell <= row { (row - cell).saturating_sub(1) } else { cell - row }
}

/// The row with which each group begins, where all together lie closest to the middle of their rows, or to the first line; and
/// how far they lie from it.
fn group_starts(groups: &[[usize; 2]], ends: &[usize], lie: Lie) -> Option<(usize, Vec<usize>)> {
    let start_of = |row: usize| row.checked_sub(1).and_then(|above| ends.get(above)).copied().unwrap_or(0);
    // For each number of rows taken so far: the least cost, and the starts of the groups that took them.
    let mut reached: Vec<(usize, usize, Vec<usize>)> = vec![(0, 0, Vec::new())];
    for (nth, [from, to]) in groups.iter().enumerate() {
        let n_left = groups.len() - nth - 1;
        let mut next: Vec<(usize, usize, Vec<usize>)> = Vec::new();
        for n_rows in nth + 1..=ends.len().checked_sub(n_left)? {
            if n_left == 0 && n_rows != ends.len() {
                continue;
            }
            let ways = reached.iter().filter(|(start, ..)| *start < n_rows && n_rows - start <= MOST_ROWS_OF_A_GROUP);
            let best = ways
                .map(|(start, cost, starts)| {
                    let (first, last) = (start_of(*start), start_of(n_rows).saturating_sub(1));
                    let apart = match lie {
                        Lie::Middle => off_middle(from + to, first + last),
                        Lie::Top => from.abs_diff(first) * 2,
                    };
                    (cost + apart, *start, starts)
                })
                .min_by_key(|(cost, ..)| *cost);
            if let Some((cost, start, starts)) = best {
                next.push((n_rows, cost, starts.iter().copied().chain([start]).collect()));
            }
        }
        reached = next;
    }
    reached.into_iter().find(|(n_rows, ..)| *n_rows == ends.len()).map(|(_, cost, starts)| (cost, starts))
}

/// The line with which a table goes on behind blank lines and the number of a page; `None` where it ends.
fn next_page(lines: &[Line], at: usize, heads: &Heads) -> Option<usize> {
    let between = lines.iter().skip(at).take_while(|line| line.is_blank() || website::is_page_number(line.text));
    let n_between = between.clone().count();
    let has_number = between.clone().any(|line| website::is_page_number(line.text));
    let next = at + n_between;
    match heads.again(lines, next) {
        Some(n_lines) => Some(next + n_lines),
        None => has_number.then_some(next),
    }
}

/// Whether a line can belong to a table: its cells have gaps between them, or it is one short cell; it is no note and no heading.
fn is_of_table(line: &str, found: &[Placed]) -> bool {
    let is_alone =
        |cell: &Placed| cell.from > MARGIN || cell.to - cell.from <= WIDEST_GROUP && !CLAUSE_ENDS.is_in(line);
    let is_short = |cell: &Placed| cell.to - cell.from <= WIDEST_CELL && (found.len() > 1 || is_alone(cell));
    let heads = mark::heading(line).is_some_and(|heading| heading.class < mark::Class::Arabic);
    let notes = NOTE_LABELS.strip_prefix(line.trim()).is_some_and(|rest| rest.starts_with(['：', ':']));
    found.first().is_some_and(is_short) && !heads && !notes
}

/// Whether a character stands for a value that there is not.
fn is_dash(c: char) -> bool {
    c == '/' || PAGE_DASHES.contains(c)
}

fn is_ordinal(text: &str) -> bool {
    let digits = text.trim_end_matches(['.', '、', '．']);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// Whether a cell is a value: a number with or without a bound before it, or a dash.
fn is_value(text: &str) -> bool {
    let number = text.trim_start_matches(|c| BARE_VALUE_MARKS.contains(c) || BRACKET_OPENERS.contains(c) || is_dash(c));
    number.is_empty() || number.starts_with(|c: char| c.is_ascii_digit())
}
