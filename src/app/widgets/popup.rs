//! A popup over the view: help, palette, plans, source lines, one whole row. Its lines are to be read or chosen from,
//! most can be filtered by typing, and some popups draw rows of their own. What a choice means is left to `update`.

use crate::app::input::action::{Action, Edit, Motion};
use crate::app::input::keymap::Context;
use crate::app::screen::frame::{self, Edge};
use crate::app::screen::layout::contains;
use crate::app::screen::page::{Area, Page, Role, Row, Size, Span};
use crate::app::screen::row::{RowBuilder, select};
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::session::Session;
use crate::app::state::subject::{Awaited, Subject};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::text_field::TextField;
use crate::command::Command;
use crate::text::fold::fold;
use crate::text::sanitize::sanitize;
use crate::text::width::{Align, Width};
use crate::text::wrap::wrap;
use crate::words::{browser, overlays, query};

/// What happens when a line is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// This action is done after the popup has closed.
    Run(Action),
    /// The plan at this position is selected or left out.
    Plan(usize),
    /// The browser goes to this place.
    Go(Location),
    /// All plans are searched for these words.
    Search(String),
    /// This path takes the place of the one that was typed.
    Path(String),
    /// The department with this id is 我局, and the line of the search that asked for it is searched again.
    OwnOffice(String),
}

/// One entry of a popup, which takes one or more lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// The label in the narrow column at the left: a key, a line number, a mark.
    pub(crate) label: String,
    /// The text of the entry, broken into lines where it is read.
    pub(crate) text: String,
    /// The role of the text, for its colour.
    pub(crate) role: Role,
    /// The text of a second, dim line; empty for none.
    pub(crate) note: String,
    /// What may be typed for the entry besides its text.
    pub(crate) also: &'static str,
    /// What choosing the entry means; `None` for an entry that is only read.
    pub(crate) choice: Option<Choice>,
}

impl Entry {
    /// Makes an entry that is only read.
    pub(crate) fn new(label: &str, text: &str, role: Role) -> Self {
        Self { label: label.to_owned(), text: text.to_owned(), role, ..Self::default() }
    }

    /// Makes an entry that can be chosen.
    pub(crate) fn choice(label: &str, text: &str, choice: Choice) -> Self {
        Self { choice: Some(choice), ..Self::new(label, text, Role::Text) }
    }

    /// Adds a second, dim line to the entry.
    pub(crate) fn noted(self, note: String) -> Self {
        Self { note, ..self }
    }
}

/// Draws the rows of a popup that has no entries, anew for every width.
pub(crate) trait PopupBody: std::fmt::Debug {
    /// Makes the rows, each at most `cells` wide.
    fn rows(&self, cells: usize, width: Width) -> Vec<Row>;
}

/// A popup with its entries or rows, its filter and its cursor.
#[derive(Debug, Default)]
pub(crate) struct Popup {
    title: String,
    entries: Vec<Entry>,
    /// The heads of columns, which stay when the entries scroll.
    heads: Option<Entry>,
    /// The field in which a filter is typed; `None` for a popup without one.
    pub(crate) field: Option<TextField>,
    /// Makes the entries for what is typed, where more than their words decides which ones match.
    list: Option<fn(&Session, &str) -> Vec<Entry>>,
    /// What is typed, and how often something had come from the library, when the entries were listed.
    listed_for: Option<(String, u64)>,
    /// What the footer says when the popup is closed and nothing was chosen; `None` for nothing.
    pub(crate) unanswered: Option<&'static str>,
    /// The place of the bookmark whose note is written in the field.
    pub(crate) noted: Option<Location>,
    /// The lines that the entries take at this width: position of the entry, its part of the
    /// text, whether it is the first.
    lines: Vec<(usize, String, bool)>,
    /// What draws the rows of a popup without entries.
    drawn: Option<Box<dyn PopupBody>>,
    /// The rows that were drawn, and the cells and character widths they were drawn for.
    drawing: (Vec<Row>, Option<(usize, Width)>),
    /// The node that the popup is about, for the side-by-side popup.
    pub(crate) about: Option<NodeRef>,
    /// The command that prints what the popup shows; `None` where the command of the view serves.
    pub(crate) command: Option<Command>,
    /// Title and entries of the popup that Enter opens over this one, where it has no line to choose.
    pub(crate) further: Option<(String, Vec<Entry>)>,
    /// Whether the field takes the path of a file, and the entries are not filtered by it.
    pub(crate) takes_path: bool,
    /// What is still to come from the library; `None` once the popup is complete.
    pub(crate) awaited: Option<Awaited>,
    /// The popup that this one was opened from; closing this one shows it again.
    pub(crate) under: Option<Box<Self>>,
    cursor: Cursor,
    /// The lines of the popup and what is within them.
    frame: Area,
    /// The number of columns of the screen.
    columns: u16,
    width: Width,
}

/// The greatest width of a popup with entries, in cells.
const WIDEST: u16 = 84;

/// The greatest width of a popup with drawn rows, in cells: two columns as wide as a page of text.
const WIDEST_DRAWN: u16 = 168;

impl Popup {
    /// Makes a popup with these entries, with a field to filter them if `typed`.
    pub(crate) fn new(title: &str, entries: Vec<Entry>, typed: bool) -> Self {
        Self { title: title.to_owned(), entries, field: typed.then(TextField::default), ..Self::default() }
    }

    /// Makes a question whose answers are listed anew for what is typed. `unanswered` is said where none is chosen.
    pub(crate) fn question(title: &str, list: fn(&Session, &str) -> Vec<Entry>, unanswered: &'static str) -> Self {
        Self { list: Some(list), unanswered: Some(unanswered), ..Self::new(title, Vec::new(), true) }
    }

    /// Lets the note of the bookmark at a place be written in the field, which begins with the note as it is.
    pub(crate) fn noting(self, location: Location, note: &str) -> Self {
        let mut field = TextField::default();
        field.set(note);
        Self { noted: Some(location), field: Some(field), ..self }
    }

    /// Makes a popup that draws its own rows.
    pub(crate) fn drawn(title: &str, drawn: Box<dyn PopupBody>) -> Self {
        Self { title: title.to_owned(), drawn: Some(drawn), ..Self::default() }
    }

    /// Adds heads that stay above the entries.
    pub(crate) fn headed(self, heads: Entry) -> Self {
        Self { heads: Some(heads), ..self }
    }

    /// Adds the command that prints what the popup shows.
    pub(crate) fn commanded(self, command: Command) -> Self {
        Self { command: Some(command), ..self }
    }

    /// Adds the node that the popup is about.
    pub(crate) fn about(self, node_ref: NodeRef) -> Self {
        Self { about: Some(node_ref), ..self }
    }

    /// Lets the field take the path of a file, which begins with this.
    pub(crate) fn taking_path(self, typed: &str) -> Self {
        let mut field = TextField::default();
        field.set(typed);
        Self { takes_path: true, field: Some(field), ..self }
    }

    /// Adds the popup that Enter opens over this one.
    pub(crate) fn with_further(self, title: &str, entries: Vec<Entry>) -> Self {
        Self { further: Some((title.to_owned(), entries)), ..self }
    }

    /// Puts this popup over another one, which is shown again when this one is closed.
    pub(crate) fn over(self, under: Self) -> Self {
        Self { under: Some(Box::new(under)), ..self }
    }

    /// Adds that answers about this subject are missing, and whether any of them failed.
    pub(crate) fn awaiting(self, subject: Subject, has_failed: bool) -> Self {
        Self { awaited: Some(Awaited { subject, has_failed }), ..self }
    }

    /// Takes over what `made` shows, which is about the same subject. Cursor, scroll, filter and the popup below stay.
    pub(crate) fn refill(&mut self, made: Self) {
        let before = std::mem::replace(self, made);
        self.field = before.field.or(self.field.take());
        self.under = before.under;
        (self.cursor, self.frame) = (before.cursor, before.frame);
        (self.columns, self.width) = (before.columns, before.width);
    }

    /// Returns the words of the head.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// Returns the context in which keys are looked up while the popup is open.
    pub(crate) fn context(&self) -> Context {
        if self.field.is_some() { Context::Typing } else { Context::Popup }
    }

    /// Replaces the entries; the cursor stays.
    pub(crate) fn renew(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
    }

    /// Lists the entries anew where what is typed has changed, or something has come from the library.
    pub(crate) fn list_anew(&mut self, session: &Session) {
        let Some(list) = self.list else { return };
        let typed = self.field.as_ref().map(TextField::text).unwrap_or_default();
        let wanted = Some((typed.clone(), session.revision()));
        if self.listed_for != wanted {
            self.entries = list(session, &typed);
            self.cursor = Cursor::default();
            self.listed_for = wanted;
        }
    }

    /// Returns whether any of its lines can be chosen.
    fn has_choices(&self) -> bool {
        self.entries.iter().any(|entry| entry.choice.is_some())
    }

    /// Returns the width of the column of labels, in cells.
    fn label_cells(&self) -> usize {
        let widest = self.entries.iter().map(|entry| self.width.of(&entry.label)).max().unwrap_or(0);
        widest.min(usize::from(self.frame.width) / 2)
    }

    /// Returns how many lines are seen at once: the frame without its title, its heads and its lower edge.
    fn seen(&self) -> usize {
        usize::from(self.frame.height.saturating_sub(2)).saturating_sub(self.n_heads())
    }

    fn n_heads(&self) -> usize {
        usize::from(self.heads.is_some())
    }

    /// Lays the popup out for a screen of this size.
    pub(crate) fn settle(&mut self, size: Size, width: Width) {
        (self.columns, self.width) = (size.width, width);
        let (margin, widest) = if self.drawn.is_some() { (4, WIDEST_DRAWN) } else { (8, WIDEST) };
        let across = size.width.saturating_sub(if size.width > 60 { margin } else { 0 }).min(widest);
        self.frame = Area { width: across, ..Area::default() };
        self.break_lines();
        self.draw();
        let most = size.height.saturating_sub(if size.height > 16 { 4 } else { 2 });
        let rows = u16::try_from(self.n_lines().max(1)).unwrap_or(u16::MAX);
        // A popup with a filter keeps its height, so that nothing jumps while the user types.
        let rows = if self.field.is_some() { u16::try_from(self.entries.len()).unwrap_or(u16::MAX) } else { rows };
        let edges = 2 + u16::from(self.heads.is_some());
        let height = rows.saturating_add(edges).min(most);
        let (x, y) = ((size.width - across) / 2, (size.height.saturating_sub(height)) / 2);
        self.frame = Area { x, y, width: across, height };
        let n_lines = self.n_lines();
        if self.has_choices() {
            self.cursor.settle(n_lines, self.seen());
            // The second line of a choice is seen with its first.
            let last = self.cursor.at + self.rest(self.cursor.at);
            self.cursor.top = self.cursor.top.max((last + 1).saturating_sub(self.seen())).min(self.cursor.at);
        } else {
            self.cursor.at = self.cursor.at.min(n_lines.saturating_sub(self.seen()));
            self.cursor.top = self.cursor.at;
        }
    }

    /// Returns the number of lines or drawn rows.
    fn n_lines(&self) -> usize {
        if self.drawn.is_some() { self.drawing.0.len() } else { self.lines.len() }
    }

    /// Draws the rows anew where the width has changed.
    fn draw(&mut self) {
        let cells = usize::from(self.frame.width.saturating_sub(2 * frame::SIDE));
        let Some(drawn) = self.drawn.as_ref().filter(|_| self.drawing.1 != Some((cells, self.width))) else { return };
        self.drawing = (drawn.rows(cells, self.width), Some((cells, self.width)));
    }

    /// Returns how many lines behind this one belong to the same entry.
    fn rest(&self, at: usize) -> usize {
        self.lines.iter().skip(at + 1).take_while(|(_, _, is_first)| !is_first).count()
    }

    /// Breaks the entries that match the filter into lines.
    fn break_lines(&mut self) {
        let query = self.field.as_ref().map(|field| fold(field.text().trim())).unwrap_or_default();
        let label = self.label_cells();
        let room = usize::from(self.frame.width.saturating_sub(2 * frame::SIDE)).saturating_sub(label + 2);
        let choices = self.has_choices();
        self.lines.clear();
        for (at, entry) in self.entries.iter().enumerate() {
            let answers = self.list.is_some()
                || self.takes_path
                || query.is_empty()
                || (!entry.also.is_empty() && entry.also.starts_with(&query))
                || fold(&entry.text).contains(&query)
                || fold(&entry.label).contains(&query);
            if !answers {
                continue;
            }
            let text = sanitize(&entry.text);
            if choices {
                self.lines.push((at, text.into_owned(), true));
                let note = sanitize(&entry.note);
                self.lines.extend((!note.is_empty()).then(|| (at, note.into_owned(), false)));
                continue;
            }
            for (part, range) in wrap(&text, room, self.width).into_iter().enumerate() {
                self.lines.push((at, text.get(range).unwrap_or_default().to_owned(), part == 0));
            }
        }
    }

    /// Moves the cursor, or scrolls where nothing can be chosen.
    pub(crate) fn go(&mut self, motion: Motion) {
        let (n_lines, seen) = (self.n_lines(), self.seen());
        self.cursor.at = if self.has_choices() {
            let is_first = |at| self.lines.get(at).is_none_or(|(_, _, is_first)| *is_first);
            self.cursor.item_target(motion, n_lines, seen, is_first, |_| false).unwrap_or(self.cursor.at)
        } else {
            self.cursor.target(motion, n_lines, seen)
        };
    }

    /// Types into the field, if there is one.
    pub(crate) fn type_in(&mut self, text: &str) {
        if let Some(field) = &mut self.field {
            field.insert(text);
            self.cursor = Cursor::default();
        }
    }

    /// Edits the field, if there is one.
    pub(crate) fn edit(&mut self, edit: Edit) {
        if self.field.as_mut().is_some_and(|field| field.edit(edit)) {
            self.cursor = Cursor::default();
        }
    }

    /// Returns what choosing the line under the cursor means.
    pub(crate) fn chosen(&self) -> Option<&Choice> {
        let (entry, ..) = self.lines.get(self.cursor.at)?;
        self.entries.get(*entry)?.choice.as_ref()
    }

    /// Handles a click. Returns whether it chose a line, and `None` if it was outside the popup.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> Option<bool> {
        if !contains(self.frame, column, row) {
            return None;
        }
        let at = usize::from(row - self.frame.y).checked_sub(1 + self.n_heads()).map(|at| at + self.cursor.top);
        let is_line = at.is_some_and(|at| at < self.lines.len()) && self.has_choices();
        if let Some(at) = at.filter(|_| is_line) {
            self.cursor.at = (0..=at).rfind(|at| self.lines.get(*at).is_none_or(|line| line.2)).unwrap_or(at);
        }
        Some(is_line)
    }

    /// Paints the popup over the page.
    pub(crate) fn paint(&self, page: &mut Page) {
        if self.frame.width < 4 || self.frame.height < 2 {
            return;
        }
        let cells = usize::from(frame::inside(self.frame).width);
        let label = self.label_cells();
        let mut rows = Vec::new();
        rows.extend(self.heads.as_ref().map(|heads| self.entry_row(heads, &heads.text, true, label, cells)));
        let seen = self.lines.iter().skip(self.cursor.top).take(self.seen());
        let chosen = self.lines.get(self.cursor.at).map(|(entry, ..)| *entry).filter(|_| self.has_choices());
        rows.extend(seen.map(|line| {
            let row = self.row(line, label, cells);
            if Some(line.0) == chosen { select(row, true) } else { row }
        }));
        rows.extend(self.drawing.0.iter().skip(self.cursor.top).take(self.seen()).map(indented));
        if self.n_lines() == 0 {
            rows.push(RowBuilder::new(cells, self.width).gap(1).put(query::NOTHING_FOUND.get(), Role::Dim).build());
        }
        rows.truncate(usize::from(frame::inside(self.frame).height));
        frame::paint(page, self.frame, self.columns, self.width, [self.head(), self.foot()], rows);
        self.place_cursor(page);
    }

    /// Makes the upper edge: the title, and the field behind it.
    fn head(&self) -> Edge {
        let head = Edge::new(&self.title, Role::Title);
        let Some(field) = &self.field else { return head };
        let (typed, _) = self.shown(field);
        let hint = if self.takes_path { overlays::TYPE_PATH } else { browser::TYPE_TO_NARROW };
        let (text, role) = if typed.is_empty() { (hint.get(), Role::Dim) } else { (typed.as_str(), Role::Input) };
        head.with("  ", Role::Text).with(self.width.glyphs().prompt, Role::Key).with(" ", Role::Text).with(text, role)
    }

    fn row(&self, (entry, text, is_first): &(usize, String, bool), label: usize, cells: usize) -> Row {
        let Some(entry) = self.entries.get(*entry) else { return Row::default() };
        self.entry_row(entry, text, *is_first, label, cells)
    }

    fn entry_row(&self, entry: &Entry, text: &str, is_first: bool, label: usize, cells: usize) -> Row {
        let mut line = RowBuilder::new(cells, self.width);
        let shown = if is_first { entry.label.as_str() } else { "" };
        line.gap(1).column(shown, label, Align::Left, Role::Key).gap(if label > 0 { 2 } else { 0 });
        let is_note = !is_first && entry.choice.is_some();
        line.reserve(1).put(text, if is_note { Role::Dim } else { entry.role });
        line.build()
    }

    /// Makes the lower edge: how to close the popup, and which lines are seen.
    fn foot(&self) -> Edge {
        let n_lines = self.n_lines();
        let last = (self.cursor.top + self.seen()).min(n_lines);
        let count =
            if n_lines > self.seen() { format!("{}–{last}/{n_lines}", self.cursor.top + 1) } else { String::new() };
        Edge::new(overlays::LEAVE.get(), Role::Dim).ending(count)
    }

    /// Returns the cells of the upper edge before the field.
    fn before_field(&self) -> usize {
        self.width.of(&self.title) + 2 + self.width.of(self.width.glyphs().prompt) + 1
    }

    /// Returns what is shown of the field, and the cells before the caret in it: what is longer than the edge scrolls, so that
    /// the caret stays in sight.
    fn shown(&self, field: &TextField) -> (String, usize) {
        let before = self.width.of(&field.before_caret());
        let room = usize::from(self.frame.width).saturating_sub(2 * usize::from(frame::SIDE) + self.before_field() + 2);
        let from = (before + 1).saturating_sub(room);
        if from == 0 { (field.text(), before) } else { (self.width.window(&field.text(), from, room), before - from) }
    }

    /// Puts the terminal's cursor at the caret of the field.
    fn place_cursor(&self, page: &mut Page) {
        let Some(field) = &self.field else { return };
        let edge = usize::from(frame::SIDE);
        let before = edge + self.before_field() + self.shown(field).1;
        let column = u16::try_from(before).unwrap_or(u16::MAX).min(self.frame.width.saturating_sub(1));
        page.cursor = Some((self.frame.x + column, self.frame.y));
        page.cursor_visible = true;
    }
}

/// Sets a drawn row off from the line at its left.
fn indented(row: &Row) -> Row {
    let air = Span { text: " ".repeat(usize::from(frame::SIDE) - 1), role: Role::Text };
    Row { spans: std::iter::once(air).chain(row.spans.iter().cloned()).collect(), fill: row.fill }
}
