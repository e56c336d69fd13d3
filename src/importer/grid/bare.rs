//! Tables that have lost every mark: a cell on each line, with or without blank lines between.
//!
//! ```text
//! 序号 / 指标 / 2025年 / 2030年      the header, which opens with the word for the ordinals
//! 1 / 人均预期寿命（岁） / 80.1 / 81  a row opens with its ordinal, one more than that of the row above
//! ```

use super::cell;
use crate::importer::assignment;
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::document::Line;
use crate::importer::mark;
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
    let mut rows = vec![header];
    let mut to = from;
    while let Some((at, line)) = cells.next_if(|(_, line)| squeeze(line.text) == rows.len().to_string()) {
        to = at + 1;
        let mut row: Vec<Cell> = vec![cell(line.text, line.no)];
        let next = (rows.len() + 1).to_string();
        while let Some((at, line)) = cells
            .next_if(|(_, line)| row.len() < width && is_cell(line) && (squeeze(line.text) != next || row.len() < 2))
        {
            row.push(cell(line.text, line.no));
            to = at + 1;
        }
        rows.push(row);
    }
    (rows.len() > 2).then_some(Grid { from, to, rows })
}

/// Whether a line can be the task of a row: one sentence or several, and no heading.
fn is_task(line: &Line) -> bool {
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
