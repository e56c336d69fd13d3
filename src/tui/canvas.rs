//! Frames → bytes: what differs from the last frame, in as few bytes as are safe, and the cursor where it belongs.
//!
//! Buffers, diff and widgets are ratatui's [`ratatui::Terminal`]. The backend below it is ours, for three reasons.
//! ratatui's own moves the cursor after every wide glyph, four times the bytes of a Chinese screen; here that is done
//! only after a glyph on whose width terminals disagree (ambiguous marks, emoji, combining marks), so that a wrong
//! guess spoils that glyph and never shifts its row. The cursor has a place while it is hidden, where an input method
//! opens its window. And a frame is one write.
//!
//! The bytes are the same as those of a diff of our own, which stood here before (a session of 80 keys at 80×24, 160×45
//! and 200×60, both widths), and the first screen takes 0.99 of the bare program's time.

use std::convert::Infallible;

use crossterm::Command;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::style::{Attribute, Colors, SetAttribute, SetColors};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, IntoCrossterm, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{self, Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::{TerminalOptions, Viewport};

use crate::app::screen::page::{Page, Size};

use super::paint::{COVERED, Painter};

/// What shows pages on a terminal: ratatui's terminal over [`Bytes`].
#[derive(Debug)]
pub(super) struct Canvas {
    terminal: ratatui::Terminal<Bytes>,
}

impl Canvas {
    /// A canvas of this size. The first frame clears the screen.
    pub(super) fn new(size: Size) -> Self {
        let area = Rect::new(0, 0, size.width, size.height);
        let Ok(terminal) = ratatui::Terminal::with_options(
            Bytes { area, is_stale: true, ..Bytes::default() },
            // The size is told by the caller, who hears of every change: it is not asked for at each frame.
            TerminalOptions { viewport: Viewport::Fixed(area) },
        );
        Self { terminal }
    }

    /// Forgets what the screen shows: the next frame clears it and writes every cell.
    pub(super) fn forget(&mut self) {
        let Ok(()) = self.terminal.clear();
    }

    /// Returns the bytes that make the screen show this page; none if it does already.
    pub(super) fn frame(&mut self, page: &Page, painter: Painter) -> Vec<u8> {
        self.terminal.backend_mut().is_cursor_visible = page.cursor_visible;
        let Ok(_) = self.terminal.draw(|frame| {
            frame.render_widget(painter.widget(page), frame.area());
            if let Some(cursor) = page.cursor {
                frame.set_cursor_position(cursor);
            }
        });
        std::mem::take(&mut self.terminal.backend_mut().frame)
    }
}

/// Where the cursor stands (column, row), and whether it is visible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cursor {
    at: Option<Position>,
    is_visible: bool,
}

/// A backend that gathers a frame in memory, to be sent in one write.
#[derive(Debug, Default)]
struct Bytes {
    area: Rect,
    /// The bytes of the cells of the frame that is being drawn.
    cells: Vec<u8>,
    /// The bytes of the frame once it is complete.
    frame: Vec<u8>,
    /// Where this frame leaves the cursor (column, row).
    cursor: Option<Position>,
    /// Whether it is visible there. ratatui gives a cursor a place only while it is visible.
    is_cursor_visible: bool,
    /// The cursor as the last frame left it.
    shown_cursor: Cursor,
    /// Whether the screen must be cleared before anything is written.
    is_stale: bool,
}

impl Backend for Bytes {
    type Error = Infallible;

    /// Writes the cells that differ. A covered half is written with its glyph, which differs wherever the half does.
    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> Result<(), Infallible> {
        let mut pen = Pen::default();
        for (x, y, cell) in content.filter(|(_, _, cell)| cell.symbol() != COVERED) {
            pen.write(&mut self.cells, (x, y), cell);
        }
        pen.lift(&mut self.cells);
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        let Position { x, y } = position.into();
        let at = |at: u16, length: u16| at.min(length.saturating_sub(1));
        self.cursor = Some(Position { x: at(x, self.area.width), y: at(y, self.area.height) });
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        self.is_stale = true;
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
        self.clear()
    }

    fn size(&self) -> Result<layout::Size, Infallible> {
        Ok(self.area.as_size())
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize { columns_rows: self.area.as_size(), pixels: layout::Size::default() })
    }

    /// Completes the frame, if anything differs from what the screen shows.
    fn flush(&mut self) -> Result<(), Infallible> {
        let cells = std::mem::take(&mut self.cells);
        let at = self.cursor.filter(|_| !self.area.is_empty());
        let cursor = Cursor { at, is_visible: self.is_cursor_visible && at.is_some() };
        if cells.is_empty() && !self.is_stale && cursor == self.shown_cursor {
            return Ok(());
        }
        let out = &mut self.frame;
        put(out, BeginSynchronizedUpdate);
        put(out, Hide);
        if self.is_stale {
            put(out, SetAttribute(Attribute::Reset));
            put(out, Clear(crossterm::terminal::ClearType::All));
        }
        out.extend(cells);
        if let Some(Position { x, y }) = cursor.at {
            put(out, MoveTo(x, y));
        }
        if cursor.is_visible {
            put(out, Show);
        }
        put(out, EndSynchronizedUpdate);
        self.shown_cursor = cursor;
        self.is_stale = false;
        Ok(())
    }
}

/// Appends a terminal command to bytes in memory, which cannot fail.
fn put(out: &mut Vec<u8>, command: impl Command) {
    let mut text = String::new();
    if command.write_ansi(&mut text).is_ok() {
        out.extend(text.as_bytes());
    }
}

/// The terminal's state as far as it is known while cells are written.
#[derive(Debug, Default)]
struct Pen {
    /// Where the next glyph would go, if that is certain.
    at: Option<(u16, u16)>,
    /// The style that the terminal writes in now; `None` before the first glyph.
    style: Option<Style>,
}

impl Pen {
    fn write(&mut self, out: &mut Vec<u8>, (x, y): (u16, u16), cell: &Cell) {
        if self.at != Some((x, y)) {
            put(out, MoveTo(x, y));
        }
        if self.style != Some(cell.style()) {
            set_style(out, cell);
            self.style = Some(cell.style());
        }
        let cells = cell.cell_width();
        if is_certain(cell.symbol()) {
            self.at = Some((x + cells, y));
        } else {
            if cells > 1 {
                // If the terminal draws it in one cell, the other must not keep what was there before.
                out.extend(b"  ");
                put(out, MoveTo(x, y));
            }
            self.at = None;
        }
        out.extend(cell.symbol().as_bytes());
    }

    /// Ends the drawing, with the style as it was before.
    fn lift(self, out: &mut Vec<u8>) {
        if self.style.is_some() {
            put(out, SetAttribute(Attribute::Reset));
        }
    }
}

/// The attributes that the themes use, each as ratatui's and as crossterm's.
const ATTRIBUTES: [(Modifier, Attribute); 5] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
];

fn set_style(out: &mut Vec<u8>, cell: &Cell) {
    put(out, SetAttribute(Attribute::Reset));
    if (cell.fg, cell.bg) != (Cell::EMPTY.fg, Cell::EMPTY.bg) {
        put(out, SetColors(Colors::new(cell.fg.into_crossterm(), cell.bg.into_crossterm())));
    }
    for (modifier, attribute) in ATTRIBUTES {
        if cell.modifier.contains(modifier) {
            put(out, SetAttribute(attribute));
        }
    }
}

/// Whether every terminal gives this glyph as many cells as we do: printable ASCII, and those wide blocks (UAX 11, W
/// and F) that have been in Unicode since its first versions.
fn is_certain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return false };
    matches!(c,
        ' '..='~'
        | '\u{3000}'..='\u{3020}'   // 　、。〇《》「」【】〔〕
        | '\u{3041}'..='\u{3096}'   // Hiragana
        | '\u{30A0}'..='\u{30FF}'   // Katakana
        | '\u{3400}'..='\u{4DBF}'   // Han, extension A
        | '\u{4E00}'..='\u{9FA5}'   // Han
        | '\u{AC00}'..='\u{D7A3}'   // Hangul
        | '\u{FF01}'..='\u{FF60}'   // ！（），：；？Ａ
        | '\u{FFE0}'..='\u{FFE6}' // ￥
    )
}

#[cfg(test)]
mod tests;
