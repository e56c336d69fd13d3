//! Tables of two columns that have lost every mark: a name and what is to be done there, in turn.
//!
//! ```text
//! 乡镇、街道 / 目标任务                        the header: levels of places, and a head of tasks or of values
//! 城关镇 / 创建示范村3个，改造公厕12座……。       a row: a short name, then words as long as sentences
//! ```

use super::cell;
use super::kinds::{Holds, head, is_cell, is_task};
use crate::importer::cell::{Grid, GridRow};
use crate::importer::document::Line;
use crate::lexicon::place::{BELOW_COUNTIES, LEVEL_CHARS, LOCAL_LEVELS, ZONE_ENDINGS};
use crate::lexicon::punctuation::CLAUSE_ENDS;

/// The fewest rows below the header.
const FEWEST_ROWS: usize = 3;

/// The longest name, and the shortest words beside one, in characters.
const LONGEST_NAME: usize = 12;
const SHORTEST_TASK: usize = 24;

/// Reads the table that begins at the line `from`; `None` if there is none.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    let first = lines.get(from).filter(|line| is_name(line) && heads_places(line.text.trim()))?;
    let mut below = lines.iter().enumerate().skip(from + 1).filter(|(_, line)| !line.is_blank()).peekable();
    let (_, second) = below.next().filter(|(_, line)| matches!(head(line), Some(Holds::Task | Holds::Value)))?;
    let mut rows: Vec<GridRow> = vec![vec![cell(first.text, first.no), cell(second.text, second.no)]];
    let mut to = from;
    while let Some((_, name)) = below.next_if(|(_, line)| is_name(line)) {
        let Some((at, task)) = below.next_if(|(_, line)| is_long(line)) else { break };
        rows.push(vec![cell(name.text, name.no), cell(task.text, task.no)]);
        to = at + 1;
    }
    (rows.len() > FEWEST_ROWS).then_some(Grid { from, to, rows, unsure: Vec::new() })
}

/// Whether a head is that of places: 乡镇、街道, 县（市、区）.
fn heads_places(head: &str) -> bool {
    let head = head.trim_end_matches(['）', ')']);
    LEVEL_CHARS.ends(head) || BELOW_COUNTIES.ends(head) || ZONE_ENDINGS.ends(head) || LOCAL_LEVELS.ends(head)
}

fn is_name(line: &Line) -> bool {
    let text = line.text.trim();
    (2..=LONGEST_NAME).contains(&text.chars().count()) && is_cell(line) && !CLAUSE_ENDS.is_in(text)
}

fn is_long(line: &Line) -> bool {
    line.text.trim().chars().nth(SHORTEST_TASK).is_some() && is_task(line)
}
