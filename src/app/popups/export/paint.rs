//! Paints the prompt for a file: the name, the path it resolves to, the formats, the remark, the keys.

use std::ops::Range;

use crate::app::input::action::{Action, ExportAction};
use crate::app::input::keymap::Keymap;
use crate::app::popups::export::{ExportPrompt, Remark};
use crate::app::screen::frame::{self, Edge};
use crate::app::screen::page::{Area, Page, Role, Row, Size};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::wording;
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};
use crate::words::saving;

/// The greatest width of the prompt, in cells.
const WIDEST: u16 = 84;

/// The width of the column of labels with the space around it, in cells.
const LABEL: usize = 10;

/// The number of rows above the formats: head, name, path.
const ABOVE: usize = 3;

/// The width of the column of extensions, in cells.
const EXTENSION: usize = 6;

impl ExportPrompt {
    /// Places the prompt on a screen of this size.
    pub(crate) fn settle(&mut self, size: Size) {
        let margin = if size.width > 60 { 8 } else { 0 };
        let across = size.width.saturating_sub(margin).min(WIDEST);
        let rows = ABOVE + self.formats.len() + self.below();
        let height = u16::try_from(rows).unwrap_or(u16::MAX).min(size.height.saturating_sub(2));
        let (x, y) = ((size.width - across) / 2, (size.height - height) / 2);
        (self.frame, self.columns) = (Area { x, y, width: across, height }, size.width);
    }

    /// Returns the number of rows below the formats: what the file leaves out, the remark, the keys.
    fn below(&self) -> usize {
        2 + usize::from(!self.note.is_empty())
    }

    /// Returns which formats there is room for; the chosen one is among them.
    fn seen(&self) -> Range<usize> {
        let room = usize::from(self.frame.height).saturating_sub(ABOVE + self.below());
        let first = (self.at + 1).saturating_sub(room);
        first..(first + room).min(self.formats.len())
    }

    /// Returns the format in a row of the prompt, counted from its head.
    pub(super) fn format_at(&self, row: usize) -> Option<usize> {
        let seen = self.seen();
        let at = seen.start + row.checked_sub(ABOVE)?;
        seen.contains(&at).then_some(at)
    }

    /// Paints the prompt over the page.
    pub(crate) fn paint(&self, keymap: &Keymap, width: Width, page: &mut Page) {
        let cells = usize::from(frame::inside(self.frame).width);
        if cells < LABEL + 2 || self.frame.height < 4 {
            return;
        }
        let mut rows = vec![self.name(cells, width, page), self.location(cells, width)];
        rows.extend(self.seen().map(|at| self.format(at, cells, width)));
        if !self.note.is_empty() {
            rows.push(labelled("", self.note, Role::Dim, cells, width));
        }
        rows.push(self.remark_row(keymap, cells, width));
        rows.truncate(usize::from(frame::inside(self.frame).height));
        let edges = [Edge::new(saving::TITLE.get(), Role::Title), foot(keymap)];
        frame::paint(page, self.frame, self.columns, width, edges, rows);
    }

    /// Makes the line with the name, and places the terminal's cursor at its caret.
    fn name(&self, cells: usize, width: Width, page: &mut Page) -> Row {
        let mut line = RowBuilder::new(cells, width);
        line.gap(1).column(saving::FILE_NAME.get(), LABEL - 2, Align::Left, Role::Key);
        let room = cells.saturating_sub(LABEL);
        let before = width.of(&one_line(&self.field.before_caret()));
        // A name that is longer than the line scrolls, so that the caret stays in sight.
        let from = (before + 1).saturating_sub(room);
        let shown = width.window(&one_line(&self.field.text()), from, room);
        line.column(&shown, room, Align::Left, Role::Input);
        let column = u16::try_from(LABEL + before - from).unwrap_or(u16::MAX).min(self.frame.width.saturating_sub(1));
        page.cursor = Some((self.frame.x + column, self.frame.y + 1));
        page.cursor_visible = true;
        line.build()
    }

    /// Makes the line with the path, cut at its beginning as its end matters.
    fn location(&self, cells: usize, width: Width) -> Row {
        let room = cells.saturating_sub(LABEL);
        let path = one_line(&self.path);
        let over = width.of(&path).saturating_sub(room);
        let shown = if over == 0 {
            path.into_owned()
        } else {
            let ellipsis = width.ellipsis();
            let cut = over + width.of(ellipsis) + 1;
            format!("{ellipsis}{}", width.window(&path, cut, room.saturating_sub(width.of(ellipsis))))
        };
        labelled(saving::WRITE_TO.get(), &shown, Role::Dim, cells, width)
    }

    fn format(&self, at: usize, cells: usize, width: Width) -> Row {
        let Some(format) = self.formats.get(at) else { return Row::default() };
        let is_chosen = at == self.at;
        let mut line = RowBuilder::new(cells, width);
        line.gap(1).column(
            if at == self.seen().start { saving::FORMAT.get() } else { "" },
            LABEL - 4,
            Align::Left,
            Role::Key,
        );
        line.put(if is_chosen { "> " } else { "  " }, Role::Key);
        let role = if is_chosen { Role::Title } else { Role::Text };
        line.column(format.extension(), EXTENSION, Align::Left, role).put(format.description(), role);
        line.build()
    }

    /// Makes the line with the remark about the name.
    fn remark_row(&self, keymap: &Keymap, cells: usize, width: Width) -> Row {
        match &self.remark {
            Remark::None => Row::default(),
            Remark::Exists => labelled(
                "",
                &saving::exists(keymap.key(Action::Export(ExportAction::Write))),
                Role::Error,
                cells,
                width,
            ),
            Remark::Wrong(why) => plain(&format!(" {why}"), Role::Error, cells, width),
        }
    }
}

fn labelled(label: &str, text: &str, role: Role, cells: usize, width: Width) -> Row {
    let mut line = RowBuilder::new(cells, width);
    let label_cells = if label.is_empty() { 2 } else { LABEL };
    line.gap(1).column(label, label_cells - 2, Align::Left, Role::Key).put(text, role);
    line.build()
}

/// Makes the lower edge with the keys.
fn foot(keymap: &Keymap) -> Edge {
    let keys = wording::SAVE_KEYS.into_iter().enumerate();
    keys.fold(Edge::default(), |edge, (at, (action, word))| {
        let gap = if at == 0 { "" } else { "  " };
        edge.with(gap, Role::Text)
            .with(&keymap.key(action), Role::Key)
            .with(" ", Role::Text)
            .with(word.get(), Role::Dim)
    })
}
