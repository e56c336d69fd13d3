//! Tables of tasks as `pdftotext -layout` prints them: columns that gaps divide, and rows of several lines whose cells may stand
//! in the middle of their row.
//!
//! ```text
//! 序号  任务          具体内容                       责任单位               完成时限
//!                     新建和改造茶园1.5万亩。每个产
//! 1     特色产业基地  业制定一套生产规程，对验收合   县农业农村局牵头，县林  2024年12月底
//!       建设          格的基地给予一次性奖补。       业局、县财政局配合
//! ```
//! Each ordinal stands for one row. Where the row ends is found for all rows together: each cell lies in the middle of its row, or
//! each begins with it, and no row ends within a sentence.

use super::spaced::{Placed, cells, column_of};
use crate::importer::assignment;
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::document::Line;
use crate::lexicon::clause::UNIT_SEPARATORS;
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::lexicon::table::NUMBER_HEADERS;
use crate::text::fold::squeeze;

/// The fewest columns of such a table.
const FEWEST_COLUMNS: usize = 3;

/// The most lines between two ordinals.
const MOST_LINES_BETWEEN: usize = 40;

/// What it costs to end a row where the words of a cell go on, in halves of a line out of the middle.
const COST_OF_A_CUT: usize = 8;

/// The lines below a header, each with the cells in its columns.
struct Block<'a> {
    lines: Vec<(u32, Vec<Option<&'a str>>)>,
    /// The lines with an ordinal, as indices into `lines`.
    ordinals: Vec<usize>,
}

/// How the cells of a row lie in it.
#[derive(Clone, Copy)]
enum Lie {
    Middle,
    Top,
}

/// Reads the table that begins at the line `from`; `None` if there is none, or if each of its rows is one line.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    let header_line = lines.get(from)?;
    if !header_line.text.contains("  ") {
        return None;
    }
    let header = cells(header_line.text);
    let row: GridRow = header.iter().map(|head| super::cell(head.text, header_line.no)).collect();
    let number = header.iter().position(|head| NUMBER_HEADERS.meaning(&squeeze(head.text)).is_some())?;
    if header.len() < FEWEST_COLUMNS || !assignment::is_header(&row) {
        return None;
    }
    let (block, to) = block(lines, from + 1, &header, number)?;
    let ends = [Lie::Middle, Lie::Top].into_iter().filter_map(|lie| block.ends(lie)).min_by_key(|(cost, _)| *cost)?.1;
    let mut rows = vec![row];
    let mut start = 0;
    for end in ends {
        rows.push((0..header.len()).map(|column| block.cell(column, start, end)).collect());
        start = end;
    }
    Some(Grid { from, to, rows })
}

/// The lines from `from` up to a blank one or to one that is no part of a table, and the index behind them.
fn block<'a>(lines: &[Line<'a>], from: usize, header: &[Placed], number: usize) -> Option<(Block<'a>, usize)> {
    let mut block = Block { lines: Vec::new(), ordinals: Vec::new() };
    let mut to = from;
    for (at, line) in lines.iter().enumerate().skip(from) {
        let found = cells(line.text);
        let is_margin = |cell: &Placed| cell.from == 0 && !cell.text.chars().all(|c| c.is_ascii_digit());
        if line.is_blank() || line.text.contains('\t') || number == 0 && found.first().is_some_and(is_margin) {
            break;
        }
        let mut row: Vec<Option<&str>> = vec![None; header.len()];
        for cell in &found {
            let column = row.get_mut(column_of(cell, header))?;
            // Two cells of one line below one head: the columns are not where the header says.
            if column.replace(cell.text).is_some() {
                return None;
            }
        }
        let ordinal = row.get(number).copied().flatten();
        if let Some(ordinal) = ordinal {
            if !ordinal.trim_end_matches(['.', '、', '．']).chars().all(|c| c.is_ascii_digit()) {
                break;
            }
            block.ordinals.push(block.lines.len());
        }
        block.lines.push((line.no, row));
        to = at + 1;
    }
    let is_whole = !block.ordinals.is_empty() && block.lines.len() > block.ordinals.len();
    is_whole.then_some((block, to))
}

impl<'a> Block<'a> {
    fn text(&self, line: usize, column: usize) -> Option<&'a str> {
        self.lines.get(line).and_then(|(_, row)| row.get(column)).copied().flatten()
    }

    fn n_columns(&self) -> usize {
        self.lines.first().map_or(0, |(_, row)| row.len())
    }

    /// The index behind the last line of each row where all rows together cost least, and that cost; `None` where the ordinals
    /// lie too far apart.
    fn ends(&self, lie: Lie) -> Option<(usize, Vec<usize>)> {
        // For each place where the row above may end: the least cost so far, and the ends that lead there.
        let mut reached: Vec<(usize, usize, Vec<usize>)> = vec![(0, 0, Vec::new())];
        for (nth, ordinal) in self.ordinals.iter().enumerate() {
            let next = self.ordinals.get(nth + 1).copied();
            if next.unwrap_or(self.lines.len()) - ordinal > MOST_LINES_BETWEEN {
                return None;
            }
            let possible = next.map_or(self.lines.len()..=self.lines.len(), |next| ordinal + 1..=next);
            let least = |end: usize| {
                reached
                    .iter()
                    .map(|(start, cost, ends)| (cost + self.cost(*start, end, lie), ends))
                    .min_by_key(|(cost, _)| *cost)
                    .map(|(cost, ends)| (end, cost, ends.iter().copied().chain([end]).collect()))
            };
            reached = possible.filter_map(least).collect();
        }
        reached.into_iter().min_by_key(|(_, cost, _)| *cost).map(|(_, cost, ends)| (cost, ends))
    }

    /// What it costs that these lines are one row: how far each cell lies from where it should, in halves of a line, and the words
    /// that the end of the row cuts.
    fn cost(&self, start: usize, end: usize, lie: Lie) -> usize {
        (0..self.n_columns())
            .map(|column| {
                let mut filled = (start..end).filter(|line| self.text(*line, column).is_some());
                let Some(first) = filled.next() else { return 0 };
                let last = filled.next_back().unwrap_or(first);
                let apart = match lie {
                    // A middle between two lines may be either of them.
                    Lie::Middle => (first + last).abs_diff(start + end - 1).saturating_sub(1),
                    Lie::Top => (first - start) * 2,
                };
                apart + if self.is_cut(column, end) { COST_OF_A_CUT } else { 0 }
            })
            .sum()
    }

    /// Whether the words of a column go on over the end of a row: both lines are filled, and the upper one stops nowhere.
    fn is_cut(&self, column: usize, end: usize) -> bool {
        let above = end.checked_sub(1).and_then(|line| self.text(line, column));
        let is_open = |text: &str| {
            let longest = self.lines.iter().filter_map(|(_, row)| row.get(column).copied().flatten());
            let width = longest.map(|text| text.chars().count()).max().unwrap_or_default();
            !CLAUSE_ENDS.ends(text) && text.chars().count() + 1 >= width || UNIT_SEPARATORS.ends(text)
        };
        self.text(end, column).is_some() && above.is_some_and(is_open)
    }

    /// The cell of a column in these lines, joined.
    fn cell(&self, column: usize, start: usize, end: usize) -> Cell {
        let mut cell = Cell::default();
        for line in start..end {
            let Some((text, (no, _))) = self.text(line, column).zip(self.lines.get(line)) else { continue };
            if cell.text.is_empty() {
                cell.lines[0] = *no;
            }
            cell.text.push_str(text);
            cell.lines[1] = *no;
        }
        if cell.text.is_empty() {
            let no = self.lines.get(start).map_or(0, |(no, _)| *no);
            cell.lines = [no, no];
        }
        cell
    }
}
