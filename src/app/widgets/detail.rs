//! A pane that shows one chosen thing whole. It keeps rows that are made elsewhere, and how far they are scrolled.

use crate::app::input::action::Motion;
use crate::app::screen::page::{Area, Page, Region, Row};
use crate::app::widgets::cursor::scroll;

/// The widest rows, in cells; the eye loses its line in longer ones.
const MEASURE: u16 = 88;

/// The pane. `T` identifies the thing that is shown.
#[derive(Clone, Debug)]
pub(crate) struct Detail<T> {
    pub(crate) area: Area,
    of: Option<T>,
    rows: Vec<Row>,
    top: usize,
}

/// What a pane showed, and the first of its rows that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DetailPlace<T> {
    pub(crate) of: Option<T>,
    pub(crate) top: usize,
}

impl<T> Default for Detail<T> {
    fn default() -> Self {
        Self { area: Area::default(), of: None, rows: Vec::new(), top: 0 }
    }
}

impl<T: Clone + PartialEq> Detail<T> {
    /// Shows this thing in this area, from its beginning if it is another one. `rows` makes its
    /// rows for a number of cells.
    pub(crate) fn show(&mut self, area: Area, of: Option<T>, rows: impl FnOnce(usize) -> Vec<Row>) {
        self.area = Area { width: area.width.min(MEASURE), ..area };
        if self.of != of {
            self.top = 0;
        }
        self.of = of;
        self.rows = if self.area.width == 0 { Vec::new() } else { rows(usize::from(self.area.width)) };
        self.top = self.top.min(self.rows.len().saturating_sub(usize::from(area.height).max(1)));
    }

    /// Returns what is shown, and how far it is scrolled.
    pub(crate) fn place(&self) -> DetailPlace<T> {
        DetailPlace { of: self.of.clone(), top: self.top }
    }

    /// Scrolls back to where a thing was read, for when it is shown next.
    pub(crate) fn restore(&mut self, place: &DetailPlace<T>) {
        self.of.clone_from(&place.of);
        self.top = place.top;
    }

    /// Returns whether there are more rows than are seen at once.
    pub(crate) fn is_long(&self) -> bool {
        self.rows.len() > usize::from(self.area.height)
    }

    pub(crate) fn scroll(&mut self, motion: Motion) {
        self.top = scroll(self.top, motion, self.rows.len(), usize::from(self.area.height));
    }

    /// Paints the rows that are seen.
    pub(crate) fn paint(&self, page: &mut Page) {
        let rows = self.rows.iter().skip(self.top).take(usize::from(self.area.height));
        page.regions.push(Region { area: self.area, rows: rows.cloned().collect() });
    }
}
