//! The header of a table in columns: one line, or several of which the upper ones head several columns at once.
//!
//! ```text
//!                                   2020 年      2025 年目标
//!  领域       主要指标     单位                              属性
//!                                    现状     全省   江海市
//! ```

use crate::importer::cell::{Cell, GridRow};
use crate::importer::document::Line;
use crate::importer::grid::spaced::{Placed, cells};
use crate::importer::{assignment, clause, column};
use crate::lexicon::place::LEVEL_CHARS;
use crate::lexicon::punctuation::{BRACKET_OPENERS, SENTENCE_ENDS};
use crate::lexicon::table::{BASELINE_COLUMNS, NUMBER_HEADERS, QUANTITY_HEADERS, TARGET_COLUMNS, WHOSE_HEADERS};
use crate::lexicon::works::ATTRIBUTES;
use crate::model::ColumnRole;
use crate::text::fold::squeeze;

/// The fewest columns of such a table, and the most lines of its header.
const FEWEST_COLUMNS: usize = 3;
const MOST_LINES: usize = 4;

/// How far to the right of their head ordinals stand at most, in cells of the screen, and what it costs that words do.
const MOST_INDENT: usize = 2;
const OUT_OF_PLACE: usize = 100;

/// The longest head that no list knows, in characters.
const LONGEST_HEAD: usize = 8;

/// The longest name of a place that heads a column, in characters.
const LONGEST_PLACE: usize = 6;

/// One column: the place of its own head, and the words of all heads above it.
struct Head<'a> {
    placed: Placed<'a>,
    text: String,
    line: u32,
}

/// What the columns are called, whether on one line or on several.
pub(super) struct Heads<'a> {
    columns: Vec<Head<'a>>,
    /// The lines of the header without white space, by which it is known on the next page.
    printed: Vec<String>,
    /// The index behind its last line.
    to: usize,
}

impl<'a> Heads<'a> {
    /// Reads the header that begins at the line `from`; `None` if there is none.
    pub(super) fn read(lines: &[Line<'a>], from: usize) -> Option<Self> {
        let mut found: Vec<(u32, Vec<Placed<'a>>)> = Vec::new();
        let mut printed = Vec::new();
        let mut to = from;
        for (at, line) in lines.iter().enumerate().skip(from).take(MOST_LINES) {
            let heads = cells(line.text);
            let n_known = heads.iter().filter(|head| is_head(head.text)).count();
            // Beside known heads others are heads too, as in 领域 | 工作举措 | 牵头单位 | 进展情况.
            let is_header =
                n_known == heads.len() || n_known * 2 >= heads.len() && n_known > 1 && heads.iter().all(is_word);
            if heads.is_empty() || line.text.contains('\t') || !is_header {
                break;
            }
            printed.push(squeeze(line.text));
            found.push((line.no, heads));
            to = at + 1;
        }
        let names_columns = found.iter().flat_map(|(_, heads)| heads).any(|head| column::is_header(head.text));
        let columns = columns(found)?;
        (columns.len() >= FEWEST_COLUMNS && names_columns).then_some(Self { columns, printed, to })
    }

    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn n_lines(&self) -> usize {
        self.printed.len()
    }

    /// The index behind its last line.
    pub(super) fn to(&self) -> usize {
        self.to
    }

    /// The number of lines that it takes where it is printed again at the line `at`; `None` where it is not.
    pub(super) fn again(&self, lines: &[Line], at: usize) -> Option<usize> {
        let is_same =
            |(nth, head): (usize, &String)| lines.get(at + nth).is_some_and(|line| squeeze(line.text) == *head);
        self.printed.iter().enumerate().all(is_same).then_some(self.printed.len())
    }

    /// Whether the header of a further table begins at a line: its first line is printed there, or one with as many known heads.
    pub(super) fn begin_at(&self, lines: &[Line], at: usize) -> bool {
        let Some(line) = lines.get(at) else { return false };
        let is_same = || self.printed.first().is_some_and(|first| *first == squeeze(line.text));
        let found = cells(line.text);
        found.len() >= FEWEST_COLUMNS && found.iter().any(|cell| column::is_header(cell.text)) || is_same()
    }

    /// One cell for each column, with the words of all its heads.
    pub(super) fn row(&self) -> GridRow {
        self.columns.iter().map(|head| Cell { text: head.text.clone(), lines: [head.line, head.line] }).collect()
    }

    /// The column of the ordinals.
    pub(super) fn number(&self) -> Option<usize> {
        self.columns.iter().position(|head| NUMBER_HEADERS.meaning(&squeeze(&head.text)).is_some())
    }

    /// The column of the names, or of the tasks.
    pub(super) fn name(&self) -> Option<usize> {
        let is_name =
            |head: &Head| column::role(&head.text) == ColumnRole::Name || assignment::is_head_of_tasks(&head.text);
        self.columns.iter().position(is_name)
    }

    /// The columns of groups before that of the names.
    pub(super) fn groups(&self) -> Vec<usize> {
        let is_group = |(_, head): &(usize, &Head)| column::role(&head.text) == ColumnRole::Domain;
        self.columns.iter().enumerate().take_while(is_group).map(|(at, _)| at).collect()
    }

    /// Whether a column holds values.
    pub(super) fn holds_values(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|head| column::role(&head.text) == ColumnRole::Value)
    }

    /// The columns of the cells of one line, in their order: together they stand as close below their heads as they can. `None`
    /// where there are more cells than columns.
    pub(super) fn columns_of(&self, cells: &[Placed]) -> Option<Vec<usize>> {
        let number = self.number();
        let apart = |cell: &Placed, head: &Head, column: usize| {
            let left = cell.from.abs_diff(head.placed.from);
            let middle = (cell.from + cell.to).abs_diff(head.placed.from + head.placed.to).div_ceil(2);
            // Words to the right of where the ordinals stand belong to the column behind them.
            let is_no_ordinal = number == Some(column)
                && cell.from > head.placed.from + MOST_INDENT
                && !cell.text.starts_with(|c: char| c.is_ascii_digit());
            left.min(middle) + if is_no_ordinal { OUT_OF_PLACE } else { 0 }
        };
        // For each cell, the least sum up to it for each column that it may take, and the column of the cell before.
        let mut steps: Vec<Vec<Option<(usize, usize)>>> = Vec::new();
        for cell in cells {
            let above = steps.last();
            let step = self.columns.iter().enumerate().map(|(at, head)| {
                let own = apart(cell, head, at);
                let Some(above) = above else { return Some((own, 0)) };
                let before =
                    above.iter().enumerate().take(at).filter_map(|(column, best)| Some((best.as_ref()?.0, column)));
                before.min().map(|(sum, column)| (sum + own, column))
            });
            let step = step.collect();
            steps.push(step);
        }
        let last = steps.last()?.iter().enumerate().filter_map(|(at, best)| Some((best.as_ref()?.0, at)));
        let mut column = last.min()?.1;
        let mut columns = Vec::with_capacity(cells.len());
        for step in steps.iter().rev() {
            columns.push(column);
            column = step.get(column)?.as_ref()?.1;
        }
        columns.reverse();
        Some(columns)
    }
}

/// Whether a cell can be a head: a word of the lists, a year, whose values they are, or a unit in brackets.
fn is_head(text: &str) -> bool {
    let text = &squeeze(text);
    let is_bracket = text.starts_with(|c| BRACKET_OPENERS.contains(c));
    let is_place = text.chars().count() <= LONGEST_PLACE && LEVEL_CHARS.ends(text);
    column::is_plain_header(text)
        || column::heads_values(text)
        || clause::is_label_of_units(text)
        || clause::is_label_of_time(text)
        || assignment::is_head_of_tasks(text)
        || WHOSE_HEADERS.contains(text)
        || QUANTITY_HEADERS.contains(text)
        || ATTRIBUTES.meaning(text).is_some()
        || TARGET_COLUMNS.is_in(text)
        || BASELINE_COLUMNS.is_in(text)
        || (is_bracket || is_place) && !SENTENCE_ENDS.is_in(text)
}

/// Whether a cell is a short word, as all heads are.
fn is_word(head: &Placed) -> bool {
    let is_short = head.text.chars().nth(LONGEST_HEAD).is_none();
    is_short && head.text.chars().all(|c| c.is_alphabetic() || matches!(c, '（' | '）' | '、' | ' '))
}

/// The columns of the lines of a header: heads of a lower line below one head are columns of their own, and one alone goes on
/// with the words above it. `None` where two heads of one line would be one column.
fn columns(lines: Vec<(u32, Vec<Placed<'_>>)>) -> Option<Vec<Head<'_>>> {
    let mut columns: Vec<Head> = Vec::new();
    // From the last line up, so that each head meets all those below it.
    for (line, heads) in lines.into_iter().rev() {
        for placed in heads {
            let overlaps = |head: &&mut Head| head.placed.from < placed.to && placed.from < head.placed.to;
            let mut below: Vec<&mut Head> = columns.iter_mut().filter(overlaps).collect();
            if below.is_empty() {
                columns.push(Head { text: placed.text.to_owned(), placed, line });
                continue;
            }
            if below.iter().any(|head| head.line == line) {
                return None;
            }
            for head in &mut below {
                head.text = format!("{} {}", placed.text, head.text);
            }
            if let [only] = below.as_mut_slice() {
                only.placed.from = only.placed.from.min(placed.from);
                only.placed.to = only.placed.to.max(placed.to);
            }
        }
    }
    columns.sort_by_key(|head| head.placed.from);
    Some(columns)
}
