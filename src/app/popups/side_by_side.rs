//! 两边对照: the popup with two tasks side by side, or one below the other on a narrow screen. What only one of them
//! contains stands in 〔 〕; what they share is found by `analysis::similarity::diff`.

use std::ops::Range;

use crate::analysis::similarity::diff::{self, Side};
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::NodeRef;
use crate::app::state::session::Session;
use crate::app::widgets::popup::{Popup, PopupBody};
use crate::app::wording;
use crate::command::{self, Command};
use crate::model::Node;
use crate::text::sanitize::one_line;
use crate::text::width::Width;
use crate::text::wrap::{Indent, wrap_with};
use crate::words::overlays;

/// Popups of at least this many cells show the tasks side by side, with about forty characters to a line as in a book.
const TWO_FROM: usize = 92;

/// Draws two tasks, compared with each other.
#[derive(Debug)]
struct SideBySide {
    left: Task,
    right: Task,
}

/// One of the two tasks, ready to be drawn.
#[derive(Debug)]
struct Task {
    /// The plan as it is cited, with the mark of a draft.
    plan: String,
    /// The lines of the document it takes, in words.
    lines: String,
    /// Its number and title, marked as the paragraphs are.
    heading: Marked,
    /// Its paragraphs, with what only this task contains in 〔 〕.
    paragraphs: Vec<Marked>,
}

/// A paragraph with its marks.
#[derive(Debug, Default)]
struct Marked {
    text: String,
    /// The ranges of `text` that the other task contains too, in characters.
    shared: Vec<Range<usize>>,
}

/// Makes the popup with two nodes; `None` where one of them is a plan.
pub(crate) fn popup(session: &Session, left: NodeRef, right: NodeRef) -> Option<Popup> {
    let (one, other) = (session.node(left)?, session.node(right)?);
    let (left_text, right_text) = (whole(one), whole(other));
    let spans = diff::diff(&left_text, &right_text);
    let pieces = |side: Side| {
        spans.iter().filter_map(move |span| {
            let text = if side == Side::Left { span.left } else { span.right };
            Some((text?, span.side == Side::Common))
        })
    };
    let drawn = SideBySide {
        left: task(session, left, one, pieces(Side::Left))?,
        right: task(session, right, other, pieces(Side::Right))?,
    };
    let (node, with) = (one.id.clone(), Some(other.id.clone()));
    let command = Command::Similar(command::Similar { node, with, ..command::Similar::default() });
    Some(Popup::drawn(overlays::BESIDE.get(), Box::new(drawn)).commanded(command))
}

/// Returns the paragraphs of a node, one to a line. The title comes first and is compared too.
fn whole(node: &Node) -> String {
    let paragraphs = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
    let parts = node.title.as_deref().into_iter().chain(paragraphs);
    parts.map(|part| one_line(part).into_owned()).collect::<Vec<_>>().join("\n")
}

fn task<'a>(
    session: &Session,
    node_ref: NodeRef,
    node: &Node,
    pieces: impl Iterator<Item = (&'a str, bool)>,
) -> Option<Task> {
    let plan = session.plan(node_ref)?.cited();
    let mut paragraphs = marked(pieces);
    // The first line is the title, where there is one. Its number belongs to the plan and is not compared.
    let has_title = node.title.as_ref().is_some_and(|title| !title.trim().is_empty()) && !paragraphs.is_empty();
    let heading = if has_title { paragraphs.remove(0) } else { Marked::default() };
    let printed = node.heading();
    let heading = heading.behind(printed.strip_suffix(node.title.as_deref().unwrap_or_default()).unwrap_or(&printed));
    Some(Task { plan, lines: wording::lines(node.lines), heading, paragraphs })
}

/// Joins the pieces of a text, each shared or not, to paragraphs. Marks never enclose the end of a line.
fn marked<'a>(pieces: impl Iterator<Item = (&'a str, bool)>) -> Vec<Marked> {
    let mut paragraphs = vec![Marked::default()];
    for (piece, is_shared) in pieces {
        for (at, part) in piece.split('\n').enumerate() {
            if at > 0 {
                paragraphs.push(Marked::default());
            }
            let Some(paragraph) = paragraphs.last_mut() else { continue };
            let from = paragraph.text.chars().count();
            if is_shared {
                paragraph.text.push_str(part);
                paragraph.shared.push(from..from + part.chars().count());
            } else if part.trim().is_empty() {
                paragraph.text.push_str(part);
            } else {
                paragraph.text.extend(["〔", part, "〕"]);
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.text.trim().is_empty());
    paragraphs
}

impl Marked {
    /// Puts a text before the paragraph.
    fn behind(self, before: &str) -> Self {
        let before = one_line(before);
        let n = before.chars().count();
        let shared = self.shared.into_iter().map(|range| range.start + n..range.end + n).collect();
        Self { text: format!("{before}{}", self.text), shared }
    }
}

impl Task {
    fn rows(&self, cells: usize, width: Width) -> Vec<Row> {
        let mut rows = Vec::new();
        rows.extend(wrapped(&self.plan, &[], Indent::NONE, Role::Number, cells, width));
        rows.extend(wrapped(&self.heading.text, &self.heading.shared, Indent::NONE, Role::Title, cells, width));
        rows.extend(wrapped(&self.lines, &[], Indent::NONE, Role::Dim, cells, width));
        rows.push(Row::default());
        for paragraph in &self.paragraphs {
            rows.extend(wrapped(&paragraph.text, &paragraph.shared, Indent::PROSE, Role::Text, cells, width));
        }
        rows
    }
}

/// Makes the rows of a text, with the ranges `highlighted`, in characters, standing out.
fn wrapped(
    text: &str,
    highlighted: &[Range<usize>],
    indent: Indent,
    role: Role,
    cells: usize,
    width: Width,
) -> Vec<Row> {
    let text = one_line(text);
    let mut rows = Vec::new();
    for range in wrap_with(&text, indent, cells, width) {
        let from = text.get(..range.start).map_or(0, |before| before.chars().count());
        let shift =
            |highlighted: &Range<usize>| highlighted.start.saturating_sub(from)..highlighted.end.saturating_sub(from);
        let here: Vec<Range<usize>> =
            highlighted.iter().map(shift).filter(|highlighted| !highlighted.is_empty()).collect();
        let mut line = RowBuilder::new(cells, width);
        line.gap(indent.cells(rows.is_empty(), cells));
        line.put_highlighted(text.get(range).unwrap_or_default(), role, &here);
        rows.push(line.build());
    }
    rows
}

impl PopupBody for SideBySide {
    fn rows(&self, cells: usize, width: Width) -> Vec<Row> {
        let mut rows = wrapped(overlays::ONLY_HERE.get(), &[], Indent::NONE, Role::Dim, cells, width);
        rows.push(Row::default());
        if cells < TWO_FROM {
            rows.extend(self.left.rows(cells, width));
            let rule = width.glyphs().horizontal.repeat(cells);
            rows.extend([Row::default(), plain(&rule, Role::Rule, cells, width), Row::default()]);
            rows.extend(self.right.rows(cells, width));
            return rows;
        }
        let column = (cells - BETWEEN) / 2;
        let (left, right) = (self.left.rows(column, width), self.right.rows(column, width));
        let n_rows = left.len().max(right.len());
        let (mut left, mut right) = (left.into_iter(), right.into_iter());
        rows.extend(
            (0..n_rows)
                .map(|_| joined(left.next().unwrap_or_default(), right.next().unwrap_or_default(), column, width)),
        );
        rows
    }
}

/// Cells between the two tasks: a space, a line, a space.
const BETWEEN: usize = 3;

/// Joins two rows to one, the left one `column` cells wide.
fn joined(left: Row, right: Row, column: usize, width: Width) -> Row {
    let used: usize = left.spans.iter().map(|span| width.of(&span.text)).sum();
    let mut between = RowBuilder::new(column + BETWEEN, width);
    between.gap(column.saturating_sub(used) + 1).put(width.glyphs().vertical, Role::Rule).gap(1);
    let spans = left.spans.into_iter().chain(between.build().spans).chain(right.spans).collect();
    Row { spans, ..Row::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_side_has_alone_is_in_marks() {
        type Case<'a> = (&'a [(&'a str, bool)], &'a [&'a str]);
        let cases: [Case; 3] = [
            (&[("推进", true), ("全民", false), ("健身", true)], &["推进〔全民〕健身"]),
            (&[("题", true), ("目\n第一", false), ("段", true)], &["题〔目〕", "〔第一〕段"]),
            (&[], &[]),
        ];
        for (pieces, expected) in cases {
            let found = marked(pieces.iter().copied());
            let texts: Vec<&str> = found.iter().map(|paragraph| paragraph.text.as_str()).collect();
            assert_eq!(texts, expected, "{pieces:?}");
        }
        let shared = marked([("推进", true), ("全民", false), ("健身", true)].into_iter());
        assert_eq!(shared.first().unwrap().shared, [0..2, 6..8]);
    }
}
