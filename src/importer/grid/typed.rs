//! Tables that have lost every mark: a cell on each line, with or without blank lines between. The header names the columns, and
//! what a cell holds tells whether it fits the next one.
//!
//! ```text
//! 指标 / 单位 / 2022年 / 2025年 / 属性            the header: three or more heads, one of them of names or of tasks
//! 市场主体总量 / 万户 / 2.4 / 3.2 / 预期性          a row: words, a unit, two values, a nature
//! 任务 / 具体内容 / 责任单位 / 完成时限            a table that divides tasks
//! 不动产登记 / 推行“交房即交证”。 / 县税务局 / 2023年9月底前
//! （二）推进城乡融合                             a heading that a row follows is the group of the rows below it
//! ```

use super::{bare, cell};
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::clause;
use crate::importer::column;
use crate::importer::document::Line;
use crate::importer::{assignment, mark};
use crate::lexicon::clause::NOBODY;
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS, SENTENCE_ENDS};
use crate::lexicon::table::{GROUP_ENDINGS, NAME_ENDINGS, NATURES, QUANTITY_HEADERS};
use crate::lexicon::website::PAGE_DASHES;
use crate::lexicon::works::ATTRIBUTES;
use crate::model::ColumnRole;
use crate::registry::unit;

/// The numbers of columns that such a table can have, and the fewest rows below its header.
const WIDTHS: std::ops::RangeInclusive<usize> = 3..=12;
const FEWEST_ROWS: usize = 2;

/// The longest cell of names, of a group, and of a value, in characters.
const LONGEST_NAME: usize = 60;
const LONGEST_GROUP: usize = 16;
const LONGEST_VALUE: usize = 20;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Number,
    /// The name of a group of rows, printed for the first of them only.
    Group,
    Name,
    Unit,
    Value,
    Nature,
    /// A task, or what is to be done: words or sentences.
    Task,
    Units,
    Time,
}

/// Reads the table that begins at the line `from`; `None` if there is none.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    // Nearly no line is a header.
    head(lines.get(from)?)?;
    let mut cells = lines.iter().enumerate().skip(from).filter(|(_, line)| !line.is_blank()).peekable();
    let (mut header, mut columns) = (GridRow::new(), Vec::new());
    while let Some(holds) = cells.peek().and_then(|(_, line)| head(line)).filter(|_| header.len() <= *WIDTHS.end()) {
        header.extend(cells.next().map(|(_, line)| cell(line.text, line.no)));
        columns.push(holds);
    }
    // 指标类型 heads natures, but groups where it stands first.
    if let Some(first) = columns.first_mut().filter(|first| **first == Holds::Nature) {
        *first = Holds::Group;
    }
    let is_table = if assignment::is_header(&header) {
        columns.contains(&Holds::Task)
    } else {
        columns.contains(&Holds::Name) && columns.contains(&Holds::Value) && !columns.contains(&Holds::Units)
    };
    if !is_table || !WIDTHS.contains(&columns.len()) {
        return None;
    }
    let mut rows = vec![header];
    let mut to = from;
    let mut n_rows = 0;
    loop {
        let ahead: Vec<(usize, &Line)> = cells.clone().take(columns.len() + 1).collect();
        let (group, of_row) = match ahead.split_first() {
            Some(((_, first), below)) if mark::heading(first.text).is_some_and(|heading| heading.body.is_empty()) => {
                (Some(*first), below)
            }
            _ => (None, ahead.as_slice()),
        };
        let Some(row) = row(&columns, of_row).filter(|row| has_value(&columns, row)) else { break };
        let n_taken = row.iter().filter(|cell| !cell.text.is_empty()).count() + usize::from(group.is_some());
        for _ in 0..n_taken {
            to = cells.next().map_or(to, |(at, _)| at + 1);
        }
        rows.extend(group.map(|line| vec![cell(line.text, line.no)]));
        rows.push(row);
        n_rows += 1;
    }
    (n_rows >= FEWEST_ROWS).then_some(Grid { from, to, rows })
}

/// What the column below this line holds, if the line is a head.
fn head(line: &Line) -> Option<Holds> {
    let text = line.text.trim();
    if text.contains('\t') || text.chars().nth(LONGEST_VALUE).is_some() || SENTENCE_ENDS.is_in(text) {
        return None;
    }
    if clause::is_label_of_time(text) {
        return Some(Holds::Time);
    }
    if column::heads_values(text) {
        return Some(Holds::Value);
    }
    if column::is_plain_header(text) {
        return match column::role(text) {
            ColumnRole::Domain => Some(Holds::Group),
            ColumnRole::Name => Some(Holds::Name),
            ColumnRole::Unit => Some(Holds::Unit),
            ColumnRole::Nature => Some(Holds::Nature),
            ColumnRole::Number => Some(Holds::Number),
            ColumnRole::Value => None,
        };
    }
    if clause::is_label_of_units(text) {
        return Some(Holds::Units);
    }
    if assignment::is_head_of_tasks(text) {
        return Some(Holds::Task);
    }
    let quantity = text.split(['（', '(']).next().unwrap_or_default();
    let of_ending = [(&GROUP_ENDINGS, Holds::Group), (&NAME_ENDINGS, Holds::Name)];
    let by_ending = of_ending.into_iter().find(|(endings, _)| endings.ends(text)).map(|(_, holds)| holds);
    by_ending.or_else(|| {
        (QUANTITY_HEADERS.contains(quantity) || ATTRIBUTES.meaning(quantity).is_some()).then_some(Holds::Value)
    })
}

/// The next row: one line for each column, but for groups that are printed above. `None` where no row fits. Where the groups may
/// be there or not, the row with the most numbers among its values is meant.
fn row(columns: &[Holds], ahead: &[(usize, &Line)]) -> Option<GridRow> {
    let with = row_with(columns, ahead, true);
    if !columns.contains(&Holds::Group) {
        return with;
    }
    let n_numbers = |row: &GridRow| {
        let values = row.iter().zip(columns).filter(|(cell, holds)| **holds == Holds::Value && has_digit(&cell.text));
        values.count()
    };
    [with, row_with(columns, ahead, false)].into_iter().flatten().rev().max_by_key(n_numbers)
}

/// Whether a row has a number or a dash among its values, where the table has values at all.
fn has_value(columns: &[Holds], row: &GridRow) -> bool {
    let mut values = row.iter().zip(columns).filter(|(_, holds)| **holds == Holds::Value).peekable();
    values.peek().is_none() || values.any(|(cell, _)| has_digit(&cell.text) || is_dash(&cell.text))
}

/// The next row with its groups, or without them.
fn row_with(columns: &[Holds], ahead: &[(usize, &Line)], has_groups: bool) -> Option<GridRow> {
    let mut lines = ahead.iter().map(|(_, line)| *line);
    let first = ahead.first().map_or(0, |(_, line)| line.no);
    let mut row = GridRow::new();
    for holds in columns {
        if *holds == Holds::Group && !has_groups {
            row.push(Cell { text: String::new(), lines: [first, first] });
            continue;
        }
        let line = lines.next().filter(|line| fits(*holds, line))?;
        row.push(cell(line.text, line.no));
    }
    Some(row)
}

/// Whether a line can be a cell of such a column.
fn fits(holds: Holds, line: &Line) -> bool {
    let text = line.text.trim();
    let n_chars = text.chars().count();
    if text.contains('\t') || mark::heading(text).is_some_and(|heading| heading.class < mark::Class::Arabic) {
        return false;
    }
    let inner = text.trim_matches(|c| BRACKET_OPENERS.contains(c) || BRACKET_CLOSERS.contains(c));
    let is_words = text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    match holds {
        Holds::Number => n_chars <= 3 && text.chars().all(|c| c.is_ascii_digit()),
        Holds::Group => is_words && n_chars <= LONGEST_GROUP && !SENTENCE_ENDS.is_in(text),
        Holds::Name => {
            is_words
                && n_chars <= LONGEST_NAME
                && !SENTENCE_ENDS.is_in(text)
                && !unit::is_unit(text)
                && !NATURES.contains(inner)
        }
        Holds::Unit => {
            unit::is_unit(inner) || is_dash(text) || !SENTENCE_ENDS.is_in(text) && n_chars <= 4 && !has_digit(text)
        }
        Holds::Value => {
            let is_number = has_digit(text) || is_dash(text);
            let is_verbal = n_chars <= LONGEST_GROUP && head(line).is_none();
            n_chars <= LONGEST_VALUE
                && !SENTENCE_ENDS.is_in(text)
                && !NATURES.contains(inner)
                && (is_number || is_verbal)
        }
        Holds::Nature => NATURES.contains(inner) || is_dash(text),
        Holds::Task => bare::is_task(line),
        Holds::Units => bare::are_units(text),
        Holds::Time => bare::is_time(text) || is_dash(text),
    }
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a cell says that there is nothing: —.
fn is_dash(text: &str) -> bool {
    NOBODY.contains(text) || !text.is_empty() && text.chars().all(|c| PAGE_DASHES.contains(c))
}
