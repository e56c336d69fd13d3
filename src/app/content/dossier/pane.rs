//! The pane that shows a department's dossier: its rows, kept until the department, the selected plans or the width
//! change, and a cursor that stands on items. How the rows read is left to `dossier`.

use crate::app::content::dossier::{DossierRow, Item, paint, rows};
use crate::app::input::action::Motion;
use crate::app::screen::layout::contains;
use crate::app::screen::page::{Area, Role, Row};
use crate::app::screen::row::select;
use crate::app::state::location::NodeRef;
use crate::app::state::session::{PlansShown, Session};
use crate::app::widgets::cursor::{Cursor, scroll};

/// The pane with its rows and its cursor.
#[derive(Debug, Default)]
pub(crate) struct DossierPane {
    rows: Vec<DossierRow>,
    /// What the rows were made for: the department, the filter, the selected plans, the width of a row in cells.
    made_for: Option<(Option<String>, String, PlansShown, usize)>,
    cursor: Cursor,
    /// Whether the user went on down from the last item, to the remarks below it.
    is_at_end: bool,
    /// Whether the user scrolled by lines since the cursor was last moved, so that the rows seen stay as they are.
    is_scrolled: bool,
    pub(crate) area: Area,
}

/// Where the cursor of the pane stood, and which rows were seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DossierPlace {
    pub(crate) item: Option<Item>,
    pub(crate) cursor: Cursor,
    is_at_end: bool,
    is_scrolled: bool,
}

impl DossierPlace {
    /// Makes the place on the first item of a dossier that is about a node, with so many rows seen above it. `id` is that
    /// of the department, `filter` what was typed to narrow its tasks.
    pub(crate) fn on_node(session: &Session, id: &str, filter: &str, node_ref: NodeRef, above: usize) -> Self {
        let item = rows(session, id, filter, usize::MAX).into_iter().find_map(|row| match row {
            DossierRow::Item(item) => Some(item).filter(|item| item.node_ref == node_ref),
            DossierRow::Head(..) | DossierRow::Note(..) | DossierRow::Sister(..) => None,
        });
        Self { item, cursor: Cursor::below(above), is_at_end: false, is_scrolled: false }
    }
}

impl DossierPane {
    /// Returns the item under the cursor.
    pub(crate) fn item(&self) -> Option<&Item> {
        match self.rows.get(self.cursor.at)? {
            DossierRow::Item(item) => Some(item),
            DossierRow::Head(..) | DossierRow::Note(..) | DossierRow::Sister(..) => None,
        }
    }

    /// Returns the id of the department under the cursor, whose tasks stand in place of those that this one has not.
    pub(crate) fn sister(&self) -> Option<&str> {
        match self.rows.get(self.cursor.at)? {
            DossierRow::Sister(id, ..) => Some(id),
            DossierRow::Head(..) | DossierRow::Note(..) | DossierRow::Item(_) => None,
        }
    }

    /// Returns which item the cursor is on, counted from 1, and how many there are.
    pub(crate) fn count(&self) -> (usize, usize) {
        let n_items = |end: usize| self.rows.iter().take(end).filter(|row| is_item(row)).count();
        let of = n_items(self.rows.len());
        (n_items(self.cursor.at + 1).min(of), of)
    }

    /// Returns the node of the item under the cursor.
    pub(crate) fn node_ref(&self) -> Option<NodeRef> {
        self.item().map(|item| item.node_ref)
    }

    pub(crate) fn restart(&mut self) {
        self.cursor = Cursor::default();
        (self.is_at_end, self.is_scrolled) = (false, false);
    }

    /// Returns where the cursor stands, and which rows are seen.
    pub(crate) fn place(&self) -> DossierPlace {
        let (is_at_end, is_scrolled) = (self.is_at_end, self.is_scrolled);
        DossierPlace { item: self.item().cloned(), cursor: self.cursor, is_at_end, is_scrolled }
    }

    /// Puts the cursor back on the item that it stood on, seen in the same row.
    pub(crate) fn restore(&mut self, place: &DossierPlace) {
        self.cursor = place.cursor;
        if self.item() != place.item.as_ref()
            && let Some(at) = self.position(place.item.as_ref())
        {
            self.cursor = place.cursor.carried_to(at);
        }
        (self.is_at_end, self.is_scrolled) = (place.is_at_end, place.is_scrolled);
    }

    /// Returns the row of an item.
    fn position(&self, item: Option<&Item>) -> Option<usize> {
        self.rows.iter().position(|row| matches!(row, DossierRow::Item(each) if Some(each) == item))
    }

    /// Shows what the filter keeps of the dossier of this department, from its beginning if it is another one.
    pub(crate) fn settle(&mut self, session: &Session, bureau: Option<&str>, filter: &str) {
        let cells = usize::from(self.area.width);
        let wanted = Some((bureau.map(str::to_owned), filter.to_owned(), session.plans_shown(), cells));
        if self.made_for != wanted {
            let before = self.item().cloned();
            self.rows = bureau.map(|id| rows(session, id, filter, cells)).unwrap_or_default();
            self.made_for = wanted;
            // A late plan or another width adds rows above it too: the item under the cursor stays where it is seen.
            if let Some(at) = self.position(before.as_ref()) {
                self.cursor = self.cursor.carried_to(at);
            }
            self.is_scrolled = false;
        }
        if !self.is_item(self.cursor.at) {
            self.cursor.at = self.first().unwrap_or(0);
        }
        if self.is_scrolled {
            self.cursor.top = self.cursor.top.min(self.rows.len().saturating_sub(self.seen().max(1)));
        } else {
            self.cursor.settle(self.rows.len(), self.seen());
            self.reveal();
        }
    }

    /// Scrolls so that the rows above the first item are seen with it, the remarks below an item with that item, and
    /// the end of the dossier where the user went on down from the last item.
    fn reveal(&mut self) {
        let (at, seen) = (self.cursor.at, self.seen());
        if self.first() == Some(at) && at < seen && !self.is_at_end {
            self.cursor.top = 0;
            return;
        }
        let below = |row: &DossierRow| matches!(row, DossierRow::Note(_, Role::Dim));
        let n_below = self.rows.iter().skip(at + 1).take_while(|row| below(row)).count();
        let end = if self.is_at_end { self.rows.len() } else { at + 1 + n_below };
        self.cursor.top = self.cursor.top.max(end.saturating_sub(seen)).min(at);
    }

    /// Returns whether there are more rows than are seen at once.
    pub(crate) fn is_long(&self) -> bool {
        self.rows.len() > self.seen()
    }

    fn first(&self) -> Option<usize> {
        self.rows.iter().position(is_item)
    }

    fn seen(&self) -> usize {
        usize::from(self.area.height)
    }

    fn is_item(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(is_item)
    }

    /// Returns whether the row is the first item below a head, with remarks between them or not.
    fn begins_group(&self, at: usize) -> bool {
        let above = self.rows.iter().take(at).rev().find(|row| !matches!(row, DossierRow::Note(..)));
        self.is_item(at) && matches!(above, Some(DossierRow::Head(..)))
    }

    /// Moves the cursor to the next item in the direction of `motion`. A group is a plan.
    pub(crate) fn go(&mut self, motion: Motion) {
        let from = self.cursor.at;
        let (is_item_at, begins_group) = (|at| self.is_item(at), |at| self.begins_group(at));
        let found = self.cursor.item_target(motion, self.rows.len(), self.seen(), is_item_at, begins_group);
        self.cursor.at = found.unwrap_or(from);
        let is_down = matches!(motion, Motion::Down | Motion::Bottom | Motion::HalfDown | Motion::PageDown);
        let is_last = !self.rows.iter().skip(self.cursor.at + 1).any(is_item);
        self.is_at_end = is_down && is_last && (self.cursor.at == from || motion != Motion::Down);
        self.is_scrolled = false;
    }

    /// Scrolls the rows by lines, also past the remarks between items. The cursor goes along once it would be out of
    /// sight.
    pub(crate) fn scroll(&mut self, motion: Motion) {
        self.cursor.top = scroll(self.cursor.top, motion, self.rows.len(), self.seen());
        self.is_scrolled = true;
        let mut seen = self.cursor.top..(self.cursor.top + self.seen()).min(self.rows.len());
        if !seen.contains(&self.cursor.at) {
            let is_item = |at: &usize| self.is_item(*at);
            let nearest = if motion.is_upward() { seen.rfind(is_item) } else { seen.find(is_item) };
            self.cursor.at = nearest.unwrap_or(self.cursor.at);
        }
    }

    /// Handles a click. Returns whether it chose an item.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> bool {
        if !contains(self.area, column, row) {
            return false;
        }
        let at = usize::from(row - self.area.y) + self.cursor.top;
        let is_item = self.is_item(at);
        if is_item {
            self.is_at_end &= self.cursor.at == at;
            self.is_scrolled = false;
            self.cursor.at = at;
        }
        is_item
    }

    /// Makes the rows that are seen.
    pub(crate) fn painted(&self, session: &Session, focused: bool) -> Vec<Row> {
        let cells = usize::from(self.area.width);
        let seen = self.rows.iter().enumerate().skip(self.cursor.top).take(self.seen());
        seen.map(|(at, row)| {
            let painted = paint(session, row, cells);
            if at == self.cursor.at && is_item(row) { select(painted, focused) } else { painted }
        })
        .collect()
    }
}

fn is_item(row: &DossierRow) -> bool {
    matches!(row, DossierRow::Item(_) | DossierRow::Sister(..))
}
