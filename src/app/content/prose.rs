//! Builds rows of text to read: wrapped as Chinese typesetting requires, with labels, marks and highlighted words. The
//! rows of a plan and of a node are made of these pieces in `plan` and `node`.

use std::ops::Range;

use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::NodeRef;
use crate::app::state::search::highlights_of_words;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model;
use crate::text::sanitize::sanitize;
use crate::text::width::Width;
use crate::text::wrap::{Indent, wrap_with};
use crate::words::{punctuation, reading};

/// The width of the column of labels, in cells: four characters (牵头单位, 印发日期) and a gap.
pub(crate) const LABEL: usize = 10;

/// The rows that are being built.
pub(crate) struct TextBuilder<'a> {
    pub(crate) session: &'a Session,
    /// The width of a row, in cells.
    pub(crate) cells: usize,
    /// The words to highlight in every text.
    pub(crate) highlighted: &'a [String],
    pub(crate) rows: Vec<Row>,
    pub(crate) starts: Vec<(u32, usize)>,
}

impl<'a> TextBuilder<'a> {
    /// Starts without rows. Each will be at most `cells` wide, with these words highlighted.
    pub(crate) fn new(session: &'a Session, cells: usize, highlighted: &'a [String]) -> Self {
        Self { session, cells, highlighted, rows: Vec::new(), starts: Vec::new() }
    }
}

impl TextBuilder<'_> {
    pub(crate) fn width(&self) -> Width {
        self.session.width
    }

    /// Adds an empty row, unless there is one already or nothing above.
    pub(crate) fn blank(&mut self) {
        if self.rows.last().is_some_and(|row| !row.spans.is_empty()) {
            self.rows.push(Row::default());
        }
    }

    /// Adds a text on as many rows as it takes.
    pub(crate) fn text(&mut self, text: &str, indent: Indent, role: Role) {
        self.marked(text, indent, role, "");
    }

    /// Adds a text on as many rows as it takes, with a mark in the indent of the first row, where it fits.
    pub(crate) fn marked(&mut self, text: &str, indent: Indent, role: Role, mark: &str) {
        let text = sanitize(text);
        let folded = self.highlights(&text);
        let mut first = true;
        for range in wrap_with(&text, indent, self.cells, self.width()) {
            let gap = indent.cells(first, self.cells);
            let mark = if first && self.width().of(mark) < gap { mark } else { "" };
            first = false;
            let Some(part) = text.get(range.clone()) else { continue };
            let mut line = RowBuilder::new(self.cells, self.width());
            line.put(mark, Role::Warning).gap(gap - self.width().of(mark));
            if folded.is_empty() {
                line.put(part, role);
            } else {
                let from = text.get(..range.start).map_or(0, |before| before.chars().count());
                line.put_highlighted(part, role, &shift(&folded, from));
            }
            self.rows.push(line.build());
        }
    }

    /// Adds a row that is cut at the edge, not wrapped.
    pub(crate) fn line(&mut self, text: &str, role: Role) {
        self.rows.push(plain(text, role, self.cells, self.width()));
    }

    /// Adds a label in its column and a text beside it, on as many rows as it takes.
    pub(crate) fn labelled(&mut self, label: &str, text: &str, role: Role) {
        let room = self.cells.saturating_sub(LABEL);
        let text = sanitize(text);
        for (at, range) in wrap_with(&text, Indent::NONE, room, self.width()).into_iter().enumerate() {
            let Some(part) = text.get(range) else { continue };
            self.beside(if at == 0 { label } else { "" }, part, role, Role::Dim);
        }
    }

    /// Adds one row: a label in its column and a text beside it.
    pub(crate) fn beside(&mut self, label: &str, text: &str, role: Role, label_role: Role) {
        let mut line = RowBuilder::new(self.cells, self.width());
        line.put(label, label_role);
        line.gap((LABEL + line.left()).saturating_sub(self.cells)).put_highlighted(text, role, &self.highlights(text));
        self.rows.push(line.build());
    }

    /// Returns the ranges of `text` to highlight, in characters and in order.
    fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        highlights_of_words(text, self.highlighted)
    }

    /// Adds what the importer was not sure of, with its line.
    pub(crate) fn doubt(&mut self, doubt: &model::Doubt) {
        let (label, role) = wording::doubt(&doubt.kind);
        let label = punctuation::with_remark(label, wording::lines([doubt.line; 2]));
        let text = punctuation::labelled(label, &doubt.kind);
        self.text(&text, Indent { first: 0, rest: 2 }, role);
    }

    /// Adds the nodes right below. `only` says that there is nothing else to show.
    pub(crate) fn below(&mut self, node_ref: NodeRef, only: bool) {
        let children: Vec<NodeRef> = self.session.children(node_ref).collect();
        if children.is_empty() {
            if only {
                self.line(reading::EMPTY_NODE.get(), Role::Dim);
            }
            return;
        }
        self.blank();
        self.line(&reading::below(children.len()), Role::Dim);
        for child in children {
            let title = self.session.title(child);
            self.text(&title, Indent { first: 2, rest: 4 }, Role::Text);
        }
    }
}

/// Returns the ranges `highlighted` counted from character `from` on.
fn shift(highlighted: &[Range<usize>], from: usize) -> Vec<Range<usize>> {
    highlighted
        .iter()
        .filter(|range| range.end > from)
        .map(|range| range.start.saturating_sub(from)..range.end - from)
        .collect()
}

/// Joins names with `joint` over rows of at most `cells`, breaking between names. `RowBuilder` cuts a name
/// that is longer than a row.
pub(crate) fn fill(names: &[&str], joint: &str, cells: usize, width: Width) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let name = if at + 1 < names.len() { format!("{name}{joint}") } else { (*name).to_owned() };
        match rows.last_mut() {
            Some(row) if width.of(row) + width.of(&name) <= cells => row.push_str(&name),
            _ => rows.push(name),
        }
    }
    rows
}
