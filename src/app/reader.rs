//! The pane that shows one place as text: what is shown, how far it is scrolled, and the rows of it, kept from frame to
//! frame until the place, the width or the search changes.

use std::cell::RefCell;
use std::rc::Rc;

use super::action::Motion;
use super::cursor::scroll;
use super::page::{Area, Page, Region, Role, Row};
use super::prose;
use super::world::{Spot, World};
use crate::text::width::Width;

/// The widest rows of text, in cells: longer ones lose the eye on its way back.
const MEASURE: u16 = 88;

/// A text pane.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    spot: Option<Spot>,
    /// The first row seen.
    top: usize,
    pub(crate) area: Area,
    kept: RefCell<Option<(Look, Rc<Vec<Row>>)>>,
}

/// What the rows depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Look {
    spot: Spot,
    cells: usize,
    width: Width,
    lit: Vec<String>,
}

impl Reader {
    /// Shows this place, from its beginning if it is another one.
    pub(crate) fn show(&mut self, spot: Option<Spot>) {
        if self.spot != spot {
            self.spot = spot;
            self.top = 0;
        }
    }

    /// Restores the invariants at this size.
    pub(crate) fn settle(&mut self, world: &World, area: Area) {
        self.area = Area { width: area.width.min(MEASURE), ..area };
        let lines = self.rows(world).len();
        self.top = self.top.min(lines.saturating_sub(usize::from(area.height).max(1)));
    }

    /// Scrolls. `false` if it is at that end already.
    pub(crate) fn scroll(&mut self, world: &World, motion: Motion) -> bool {
        let before = self.top;
        self.top = scroll(self.top, motion, self.rows(world).len(), usize::from(self.area.height));
        self.top != before
    }

    /// Scrolls so that the first characters that answer the search are seen.
    pub(crate) fn seek(&mut self, world: &World) {
        let rows = self.rows(world);
        let body = rows.iter().position(|row| row.spans.iter().any(|span| span.role == Role::Match));
        if let Some(at) = body.filter(|at| at + 1 >= usize::from(self.area.height)) {
            self.top = at.saturating_sub(2);
        }
    }

    /// Paints the rows seen, and at the right edge of the last one whether there are more.
    pub(crate) fn paint(&self, world: &World, page: &mut Page) {
        let rows = self.rows(world);
        let seen = rows.iter().skip(self.top).take(usize::from(self.area.height));
        page.regions.push(Region { area: self.area, rows: seen.cloned().collect() });
    }

    /// How much of the text is above the lower edge, in per cent; `None` if all of it is seen.
    pub(crate) fn progress(&self, world: &World) -> Option<usize> {
        let lines = self.rows(world).len();
        let bottom = self.top + usize::from(self.area.height);
        (lines > usize::from(self.area.height)).then(|| bottom.min(lines) * 100 / lines.max(1))
    }

    fn rows(&self, world: &World) -> Rc<Vec<Row>> {
        let Some(spot) = self.spot else { return Rc::default() };
        let look = Look { spot, cells: usize::from(self.area.width), width: world.width, lit: world.lit().to_vec() };
        let mut kept = self.kept.borrow_mut();
        match kept.as_ref() {
            Some((known, rows)) if *known == look => Rc::clone(rows),
            _ => {
                let rows = Rc::new(prose::rows(world, spot, look.cells));
                *kept = Some((look, Rc::clone(&rows)));
                rows
            }
        }
    }
}
