//! What the columns of a table hold, by their heads, and whether a line can be a cell of such a column.

use crate::importer::document::Line;
use crate::importer::{assignment, bracket, clause, column, mark};
use crate::lexicon::clause::{NOBODY, TERM_OPENERS, UNIT_SEPARATORS};
use crate::lexicon::office::{GOVERNMENTS, LEVELLED_ENDINGS, OFFICE_ENDINGS};
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS, SENTENCE_ENDS};
use crate::lexicon::table::{GROUP_ENDINGS, NAME_ENDINGS, NATURES, NOTE_LABELS, QUANTITY_HEADERS};
use crate::lexicon::website::PAGE_DASHES;
use crate::lexicon::works::ATTRIBUTES;
use crate::model::ColumnRole;
use crate::registry::unit;
use crate::text::fold::squeeze;

/// The longest cell, in characters, and the longest of a task.
const LONGEST_CELL: usize = 60;
const LONGEST_TASK: usize = 300;

/// The longest line that is a unit, and the longest that is a time limit, in characters.
const LONGEST_UNIT: usize = 40;
const LONGEST_TIME: usize = 16;

/// The longest list of units in one cell, and the longest name among others that may end as no office does (残联), in characters.
const LONGEST_UNITS: usize = 160;
const SHORTEST_LISTED: usize = 2;

/// The longest cell of names, of a group, and of a value, in characters.
const LONGEST_NAME: usize = 60;
const LONGEST_GROUP: usize = 16;
const LONGEST_VALUE: usize = 20;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
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
    /// A remark, which most rows do not have.
    Note,
    /// Anything: no list knows the head.
    Any,
}

/// What the column below this line holds, if the line is a head.
pub(super) fn head(line: &Line) -> Option<Holds> {
    let text = line.text.trim();
    if text.contains('\t') || text.chars().nth(LONGEST_VALUE).is_some() || SENTENCE_ENDS.is_in(text) {
        return None;
    }
    if NOTE_LABELS.contains(&squeeze(text)) {
        return Some(Holds::Note);
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

/// Whether a line can be a cell of such a column.
pub(super) fn fits(holds: Holds, line: &Line) -> bool {
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
        Holds::Task | Holds::Note | Holds::Any => is_task(line),
        Holds::Units => are_units(text),
        Holds::Time => is_time(text) || is_dash(text),
    }
}

pub(super) fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a cell says that there is nothing: —.
pub(super) fn is_dash(text: &str) -> bool {
    NOBODY.contains(text) || !text.is_empty() && text.chars().all(|c| PAGE_DASHES.contains(c))
}

/// Whether a line of a row is a unit: short words that end as the names of offices do, behind a level or without.
pub(super) fn is_unit(text: &str) -> bool {
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
            // 区委组织部（区公务员局）
            let remark = bracket::top_level(name).pop().filter(|(from, to)| *from > 0 && *to == name.len());
            let name = remark.and_then(|(from, _)| name.get(..from)).unwrap_or(name);
            name.is_empty() || is_unit(name) || name.chars().count() <= SHORTEST_LISTED
        })
}

/// Whether a line of a row is a time limit: 12月底前, 2027年6月, 全年.
pub(super) fn is_time(text: &str) -> bool {
    let text = text.trim();
    let has_date = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['年', '月']);
    text.chars().count() <= LONGEST_TIME && (has_date || TERM_OPENERS.strip_prefix(text).is_some())
}

/// Whether a cell is a short word without a number: a unit of another kind, a section (医政处), or a time in words.
pub(super) fn is_short_word(text: &str) -> bool {
    let text = text.trim();
    text.chars().nth(LONGEST_UNIT).is_none() && !SENTENCE_ENDS.is_in(text) && !has_digit(text)
}

/// Whether a line can be the task of a row: one sentence or several, and no heading.
pub(super) fn is_task(line: &Line) -> bool {
    let text = line.text.trim();
    !text.contains('\t') && text.chars().nth(LONGEST_TASK).is_none() && mark::heading(text).is_none()
}

/// Whether a line can be a cell of any kind but a task: no sentence, and no heading.
pub(super) fn is_cell(line: &Line) -> bool {
    let text = line.text.trim();
    !text.contains('\t')
        && text.chars().nth(LONGEST_CELL).is_none()
        && !SENTENCE_ENDS.is_in(text)
        && mark::heading(text).is_none()
}
