//! The labels of the fields of a clause: 牵头单位：, 配合部门：, 完成时限：, 责任人：.
//!
//! A label of units is made of a duty and of who has it, and need not stand in any list as a whole: 具体责任单位, 协办处室.

use crate::importer::clause::words;
use crate::lexicon::Words;
use crate::lexicon::clause::{
    BEFORE_DUTIES, DUTY_HOLDERS, JOINT_DUTIES, LABEL_ENDS, LEAD_DUTIES, OTHER_DUTIES, OTHER_LABELS, PERSON_LABELS,
    TIME_LABELS, UNIT_DUTIES,
};
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS, LIST_MARKS, SQUARE_CLOSERS, SQUARE_OPENERS};
use crate::model::Role;
use crate::text::fold::squeeze;

/// The longest label, in characters without white space: 牵头单位及责任单位.
const LONGEST_LABEL: usize = 9;

/// The duties that labels name, with the role of those who have them.
static DUTIES: [(&Words, Role); 4] = [
    (&LEAD_DUTIES, Role::Lead),
    (&JOINT_DUTIES, Role::Joint),
    (&UNIT_DUTIES, Role::Listed),
    (&OTHER_DUTIES, Role::Other),
];

/// What stands behind a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Units that have this role. `is_whole` says that the label names who has the duty (牵头单位), so that it is no other word.
    Units { role: Role, is_whole: bool },
    /// By when it has to be done.
    Time,
    /// A person, a scope, a remark: no units.
    Other,
    /// A label of which no list knows what stands behind it.
    Unknown,
}

/// The label at the start of a text: what stands behind it, the label as printed, and the rest of the text.
pub(super) fn read(text: &str) -> Option<(Field, &str, &str)> {
    let text = without_list_mark(text);
    let inner = SQUARE_OPENERS.strip_prefix(text);
    let text = inner.unwrap_or(text).trim_start();
    let end = text.find(|c| LABEL_ENDS.contains(c))?;
    // A bracket that closes here was opened within the words: 各县〔市、区〕政府.
    let closes = text.get(end..).is_some_and(|rest| rest.starts_with(|c| SQUARE_CLOSERS.contains(c)));
    if closes && inner.is_none() {
        return None;
    }
    let (label, rest) = text.split_at_checked(end)?;
    let rest = rest.trim_start_matches(|c: char| LABEL_ENDS.contains(c) || c.is_whitespace()).trim_end();
    let name = squeeze(label);
    let name = without_bracket(&name);
    let is_name = !name.is_empty() && name.chars().count() <= LONGEST_LABEL && name.chars().all(char::is_alphabetic);
    is_name.then(|| (field(name), label.trim(), rest))
}

/// What stands in the column with this header, also where a bracket says more of those who have the duty: 配合科室（单位）.
pub(super) fn of_header(header: &str) -> Field {
    field(without_bracket(&squeeze(header)))
}

/// A label without the bracket that closes it: 配合科室 of 配合科室（单位）.
fn without_bracket(label: &str) -> &str {
    if !BRACKET_CLOSERS.ends(label) {
        return label;
    }
    label.split_once(|c| BRACKET_OPENERS.contains(c)).map_or(label, |(before, _)| before)
}

/// A text without the mark of a list before it: `- 牵头单位：市教育局`, `● 责任部门：市民政局`.
fn without_list_mark(text: &str) -> &str {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c| LIST_MARKS.contains(c));
    if rest.len() < text.len() { rest.trim_start() } else { text }
}

/// What stands behind a label of a list, or behind one that is made of a duty and its holder.
fn field(label: &str) -> Field {
    if TIME_LABELS.contains(label) {
        return Field::Time;
    }
    if PERSON_LABELS.contains(label) || OTHER_LABELS.contains(label) {
        return Field::Other;
    }
    units(label).unwrap_or(Field::Unknown)
}

/// The role that a duty gives to a unit behind which it stands: 牵头, 配合单位.
pub(super) fn role_of_duty(duty: &str) -> Option<Role> {
    let duty = DUTY_HOLDERS.strip_suffix(duty).unwrap_or(duty);
    let found = DUTIES.iter().find(|(duties, _)| duties.contains(duty)).map(|(_, role)| *role);
    found.filter(|role| matches!(role, Role::Lead | Role::Joint))
}

fn units(label: &str) -> Option<Field> {
    let duty = DUTY_HOLDERS.strip_suffix(label).unwrap_or(label);
    let is_whole = duty.len() < label.len();
    let role = |duty: &str| DUTIES.iter().find(|(duties, _)| duties.contains(duty)).map(|(_, role)| *role);
    let found = role(duty).or_else(|| role(BEFORE_DUTIES.strip_prefix(duty)?));
    found.map(|role| Field::Units { role, is_whole })
}

/// The label of units in front of a text without any mark behind it: `牵头单位 市卫生健康局`.
pub(super) fn spaced(text: &str) -> Option<(Field, &str, &str)> {
    let (label, rest) = text.trim_start().split_once(char::is_whitespace)?;
    match units(label)? {
        field @ Field::Units { is_whole: true, .. } => Some((field, label, rest.trim())),
        Field::Units { .. } | Field::Time | Field::Other | Field::Unknown => None,
    }
}

/// Whether a word is a label of units that is no other word: 牵头单位.
pub(super) fn is_sure(label: &str) -> bool {
    matches!(units(&squeeze(label)), Some(Field::Units { is_whole: true, .. }))
}

/// The longest beginning of a label on a line of its own, in characters.
const LONGEST_BEGINNING: usize = 6;

/// Whether a line is the beginning of a label of units that the next line goes on with: 牵头⏎单位：市教育局.
pub(in crate::importer) fn completes_label(line: &str, next: &str) -> bool {
    let is_short = line.chars().nth(LONGEST_BEGINNING).is_none() && !line.is_empty();
    let is_short = is_short && line.chars().all(char::is_alphabetic);
    let is_units = |text: &str| matches!(read(text), Some((Field::Units { is_whole: true, .. } | Field::Time, ..)));
    is_short && !is_units(next) && is_units(&format!("{line}{next}"))
}

/// Whether a text ends as the last field of a clause would, though it was read as none.
pub(in crate::importer) fn looks_missed(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '；']);
    let opened = text.rfind(|c| BRACKET_OPENERS.contains(c)).unwrap_or(0);
    let last = text.get(opened..).unwrap_or_default().trim_start_matches(|c| BRACKET_OPENERS.contains(c));
    let inner = last.trim_end_matches(|c| BRACKET_CLOSERS.contains(c));
    let is_closed = inner.len() < last.len();
    is_closed
        && (matches!(read(inner), Some((Field::Units { .. } | Field::Time, ..)))
            || words::strip_verb(inner).is_some_and(|(_, role, _)| role != Role::Other))
}
