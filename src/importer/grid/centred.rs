//! Tables as `pdftotext -layout` prints them, whose rows take several lines and whose cells may stand in the middle of their row:
//! those that divide tasks, and those of indicators with a header of several lines or with groups beside their middle row.
//!
//! ```text
//! 序号  任务          具体内容                       责任单位               完成时限
//!                     新建和改造茶园1.5万亩。每个产
//! 1     特色产业基地  业制定一套生产规程，对验收合   县农业农村局牵头，县林  2024年12月底
//!       建设          格的基地给予一次性奖补。       业局、县财政局配合
//! ```
//! Each ordinal stands for one row, or each line of values. Where the row ends is found for all rows together: each cell lies in
//! the middle of its row, or each begins with it, and no row ends within a sentence. A page may end within a row.

mod block;
mod heads;

use block::Block;
use heads::Heads;

use crate::importer::assignment;
use crate::importer::cell::{Grid, GridRow};
use crate::importer::document::Line;

/// Reads the table that begins at the line `from`; `None` if there is none, or if it needs no such reading.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    // Nearly no line is a header: most have no gaps.
    if !lines.get(from)?.text.contains("  ") {
        return None;
    }
    let heads = Heads::read(lines, from)?;
    let header = heads.row();
    let divides_tasks = assignment::is_header(&header);
    let number = heads.number();
    if divides_tasks && number.is_none() {
        return None;
    }
    let groups = if divides_tasks { Vec::new() } else { heads.groups() };
    // The first page tells whether a plainer reading will do.
    let (block, _) = Block::read(lines, &heads, number, false)?;
    let is_plain = !block.starts_above_first_row() && heads.n_lines() < 3 && !block.has_late_group(&groups);
    if !divides_tasks && is_plain || divides_tasks && !block.has_rows_of_several_lines() {
        return None;
    }
    let (block, to) = Block::read(lines, &heads, number, true)?;
    let ends = block.ends(&groups)?;
    let mut rows: Vec<GridRow> = vec![header];
    let mut start = 0;
    for end in &ends {
        let cell =
            |column: usize| if groups.contains(&column) { block.empty(start) } else { block.cell(column, start, *end) };
        rows.push((0..heads.width()).map(cell).collect());
        start = *end;
    }
    for column in groups {
        for (row, cell) in block.grouped(column, &ends)? {
            if let Some(place) = rows.get_mut(row + 1).and_then(|row| row.get_mut(column)) {
                *place = cell;
            }
        }
    }
    Some(Grid { from, to, rows, unsure: Vec::new() })
}
