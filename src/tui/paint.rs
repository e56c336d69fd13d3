//! The row painter: a page → cells. It measures with the terminal's own width and never paints outside the buffer.
//!
//! A glyph of two cells is stored in the first; the second holds the empty string, as no other cell does. So each cell
//! shows by itself whether it is the covered half of a glyph, and a frame differs from the last one
//! wherever such a half became free.
//!
//! ```text
//! 卫生a     ["卫", "", "生", "", "a"]
//! ```
//!
//! This file knows neither what a page means nor a terminal.

use std::num::NonZero;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::text::width::Width;

use super::theme::Theme;

/// The symbol of a cell that is covered by the glyph to its left.
pub(super) const COVERED: &str = "";
/// The most bytes of a glyph. A letter with combining marks is one glyph however many there are, and many
/// spill over into other rows.
const LONGEST: usize = 40;

/// Paints pages in one theme, for a terminal that draws ambiguous characters in one width.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Painter {
    /// How wide this terminal draws ambiguous characters.
    pub(super) width: Width,
    /// The theme that gives each role its style.
    pub(super) theme: Theme,
}

/// A whole page, to be rendered into a buffer of the screen's size.
pub(super) struct PageWidget<'a> {
    page: &'a Page,
    painter: Painter,
}

impl Widget for PageWidget<'_> {
    fn render(self, _area: Rect, buffer: &mut Buffer) {
        self.painter.page(self.page, buffer);
    }
}

impl Painter {
    /// The page as a widget that fills the screen.
    pub(super) fn widget(self, page: &Page) -> PageWidget<'_> {
        PageWidget { page, painter: self }
    }

    /// Paints the whole buffer: blank, then the regions in order, later ones over earlier ones.
    fn page(self, page: &Page, buffer: &mut Buffer) {
        let blank = self.theme.style(Role::Text);
        for cell in &mut buffer.content {
            set(cell, " ", blank);
        }
        for region in &page.regions {
            self.region(region, buffer);
        }
    }

    fn region(self, region: &Region, buffer: &mut Buffer) {
        let area = within(region.area, buffer.area);
        let empty = Row::default();
        for (y, row) in (area.y..area.bottom()).zip(region.rows.iter().chain(std::iter::repeat(&empty))) {
            let style = self.theme.style(row.fill);
            blank(buffer, area, y, style);
            self.row(row, Rect { y, height: 1, ..area }, buffer);
        }
    }

    /// Paints the spans of a row from the left, up to the last glyph that fits completely.
    fn row(self, row: &Row, area: Rect, buffer: &mut Buffer) {
        let mut x = area.x;
        for span in &row.spans {
            let style = self.theme.span(row.fill, span.role);
            for glyph in span.text.graphemes(true).filter(|glyph| printable(glyph)) {
                let cells = u16::try_from(self.width.grapheme(glyph)).unwrap_or(u16::MAX);
                if cells > area.right().saturating_sub(x) {
                    return;
                }
                if cells > 0 {
                    put(buffer, (x, area.y), glyph, cells, style);
                }
                x += cells;
            }
        }
    }
}

/// Puts a glyph into its first cell and marks the cells that it covers.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), glyph: &str, cells: u16, style: Style) {
    for covered in 1..cells {
        if let Some(cell) = buffer.cell_mut((x + covered, y)) {
            set(cell, COVERED, style);
        }
    }
    if let Some(cell) = buffer.cell_mut((x, y)) {
        set(cell, glyph, style);
        // ratatui measures for itself where it is not told, and takes ambiguous marks as narrow in every terminal.
        if let Some(cells) = NonZero::new(cells).filter(|_| !glyph.is_ascii()) {
            cell.set_diff_option(CellDiffOption::ForcedWidth(cells));
        }
    }
}

/// The part of an area that lies on the screen.
fn within(area: Area, screen: Rect) -> Rect {
    // `Rect::new` keeps the sum of place and size inside `u16`, `intersection` the rest.
    let Area { x, y, width, height } = area;
    if x >= screen.right() || y >= screen.bottom() {
        Rect::ZERO
    } else {
        Rect::new(x, y, width, height).intersection(screen)
    }
}

/// Blanks one row of a region. Where an edge of the region cuts a glyph in two, the half outside is blanked as well:
/// the first half at the left of the region, the second at the right.
fn blank(buffer: &mut Buffer, area: Rect, y: u16, style: Style) {
    if is_covered(buffer, area.x, y) {
        let mut x = area.x;
        while x > 0 && is_covered(buffer, x, y) {
            x -= 1;
            free(buffer, x, y);
        }
    }
    if is_covered(buffer, area.right(), y) {
        free(buffer, area.right(), y);
    }
    for x in area.x..area.right() {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            set(cell, " ", style);
        }
    }
}

fn is_covered(buffer: &Buffer, x: u16, y: u16) -> bool {
    buffer.cell((x, y)).is_some_and(|cell| cell.symbol() == COVERED)
}

/// Turns half a glyph into a blank that keeps its style.
fn free(buffer: &mut Buffer, x: u16, y: u16) {
    if let Some(cell) = buffer.cell_mut((x, y)) {
        let style = cell.style();
        set(cell, " ", style);
    }
}

fn set(cell: &mut Cell, symbol: &str, style: Style) {
    cell.reset();
    if symbol != " " {
        cell.set_symbol(symbol);
    }
    cell.set_style(style);
}

/// Whether a glyph may be written to the terminal. Text from outside has been cleaned by `text::sanitize`; whatever
/// gets through there must neither become an escape sequence nor turn the direction of the row.
fn printable(glyph: &str) -> bool {
    glyph.len() <= LONGEST && !glyph.chars().any(|c| c.is_control() || is_direction(c))
}

/// Line and paragraph separators, and the marks that turn the direction of writing.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
