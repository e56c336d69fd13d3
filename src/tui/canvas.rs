//! Frames → bytes: what differs from the last frame, in as few bytes as are safe, and the cursor where it belongs.
//!
//! The cells are ratatui's, and so is the idea of drawing the difference of two buffers. The bytes are written here, for
//! three reasons. ratatui moves the cursor after every wide glyph, four times the bytes of a Chinese screen; here that is
//! done only after a glyph on whose width terminals disagree (ambiguous marks, emoji, combining marks), so that a wrong
//! guess spoils that glyph and never shifts its row. The cursor has a place while it is hidden, where an input method
//! opens its window. And a frame is one write.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, Colors, Print, SetAttribute, SetColors};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::screen::page::{Page, Size};

use super::paint::{COVERED, Painter};

/// The last frame and the one being painted.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    shown: Buffer,
    next: Buffer,
    cursor: Cursor,
    stale: bool,
}

/// Where the cursor stands (column, row), and whether it is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cursor {
    at: Option<(u16, u16)>,
    visible: bool,
}

impl Canvas {
    /// A canvas of this size. The first frame clears the screen.
    pub(super) fn new(size: Size) -> Self {
        let area = Rect::new(0, 0, size.width, size.height);
        Self { shown: Buffer::empty(area), next: Buffer::empty(area), cursor: Cursor::default(), stale: true }
    }

    /// Forgets what the screen shows: the next frame clears it and writes every cell.
    pub(super) fn forget(&mut self) {
        self.stale = true;
    }

    /// The bytes that turn the screen into this page. None if it shows it already.
    pub(super) fn frame(&mut self, page: &Page, painter: Painter) -> io::Result<Vec<u8>> {
        painter.page(page, &mut self.next);
        let cursor = self.cursor_of(page);
        let mut out = Vec::new();
        queue!(out, BeginSynchronizedUpdate, Hide)?;
        if self.stale {
            queue!(out, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
            self.shown.reset();
        }
        let drawn = self.difference(&mut out)?;
        if !drawn && !self.stale && cursor == self.cursor {
            return Ok(Vec::new());
        }
        if let Some((x, y)) = cursor.at {
            queue!(out, MoveTo(x, y))?;
        }
        if cursor.visible {
            queue!(out, Show)?;
        }
        queue!(out, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.cursor = cursor;
        self.stale = false;
        Ok(out)
    }

    /// The page's cursor, kept on the screen.
    fn cursor_of(&self, page: &Page) -> Cursor {
        let area = self.next.area;
        let at = page.cursor.filter(|_| !area.is_empty()).map(|(x, y)| (x.min(area.width - 1), y.min(area.height - 1)));
        Cursor { at, visible: page.cursor_visible && at.is_some() }
    }

    /// Writes the cells that differ. True if there were any.
    fn difference(&self, out: &mut Vec<u8>) -> io::Result<bool> {
        let columns = usize::from(self.next.area.width);
        let mut pen = Pen::default();
        for (at, (cell, old)) in self.next.content.iter().zip(&self.shown.content).enumerate() {
            // A covered half is written with its glyph, which differs wherever the half does.
            if cell != old && cell.symbol() != COVERED {
                let after = self.next.content.iter().skip(at + 1).take(columns - 1 - at % columns);
                let cells = 1 + after.take_while(|cell| cell.symbol() == COVERED).count();
                pen.write(out, (at % columns, at / columns), cell, cells)?;
            }
        }
        pen.lift(out)
    }
}

/// The terminal's state as far as it is known while cells are written.
#[derive(Debug, Default)]
struct Pen {
    /// Where the next glyph would go, if that is certain.
    at: Option<(usize, usize)>,
    /// The style in force; none before the first glyph.
    style: Option<Style>,
}

impl Pen {
    fn write(&mut self, out: &mut Vec<u8>, (x, y): (usize, usize), cell: &Cell, cells: usize) -> io::Result<()> {
        if self.at != Some((x, y)) {
            move_to(out, x, y)?;
        }
        if self.style != Some(cell.style()) {
            set_style(out, cell)?;
            self.style = Some(cell.style());
        }
        if is_certain(cell.symbol()) {
            self.at = Some((x + cells, y));
        } else {
            if cells > 1 {
                // Should the terminal draw it in one cell, the other must not keep what stood there.
                queue!(out, Print("  "))?;
                move_to(out, x, y)?;
            }
            self.at = None;
        }
        out.write_all(cell.symbol().as_bytes())
    }

    /// Ends the drawing. True if anything was drawn.
    fn lift(self, out: &mut Vec<u8>) -> io::Result<bool> {
        if self.style.is_some() {
            queue!(out, SetAttribute(Attribute::Reset))?;
        }
        Ok(self.style.is_some())
    }
}

fn move_to(out: &mut Vec<u8>, x: usize, y: usize) -> io::Result<()> {
    let cell = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    queue!(out, MoveTo(cell(x), cell(y)))
}

/// The attributes in use: ratatui's, crossterm's.
const ATTRIBUTES: [(Modifier, Attribute); 5] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
];

fn set_style(out: &mut Vec<u8>, cell: &Cell) -> io::Result<()> {
    queue!(out, SetAttribute(Attribute::Reset))?;
    if (cell.fg, cell.bg) != (Cell::EMPTY.fg, Cell::EMPTY.bg) {
        queue!(out, SetColors(Colors::new(cell.fg.into_crossterm(), cell.bg.into_crossterm())))?;
    }
    for (modifier, attribute) in ATTRIBUTES {
        if cell.modifier.contains(modifier) {
            queue!(out, SetAttribute(attribute))?;
        }
    }
    Ok(())
}

/// Whether every terminal gives this glyph the cells we do: printable ASCII, and of the wide blocks (UAX 11, W and F) the
/// ones that have been there since the first versions of Unicode.
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
