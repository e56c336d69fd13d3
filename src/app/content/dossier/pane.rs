//! The pane that shows a bureau's dossier: its rows, kept until the bureau, the plans chosen or the width change, and a
//! cursor that stands on what can be opened. What the rows say is `duties`'.

use crate::app::content::dossier::{DossierRow, Item, paint, rows};
use crate::app::input::action::Motion;
use crate::app::screen::layout::contains;
use crate::app::screen::page::{Area, Role, Row};
use crate::app::screen::row::select;
use crate::app::state::location::NodeRef;
use crate::app::state::session::{PlansShown, Session};
use crate::app::widgets::cursor::Cursor;

/// The pane.
#[derive(Debug, Default)]
pub(crate) struct DossierPane {
    rows: Vec<DossierRow>,
    /// What the rows were made for: the bureau, the plans chosen, the cells of a row.
    made_for: Option<(Option<String>, PlansShown, usize)>,
    cursor: Cursor,
    /// Whether one went on down from the last item, to what stands below it.
    is_at_end: bool,
    pub(crate) area: Area,
}

impl DossierPane {
    /// What the cursor stands on.
    pub(crate) fn item(&self) -> Option<&Item> {
        match self.rows.get(self.cursor.at)? {
            DossierRow::Item(item) => Some(item),
            DossierRow::Head(..) | DossierRow::Note(..) => None,
        }
    }

    /// The place of it.
    pub(crate) fn node_ref(&self) -> Option<NodeRef> {
        self.item().map(|item| item.node_ref)
    }

    /// Goes back to the first item.
    pub(crate) fn restart(&mut self) {
        self.cursor = Cursor::default();
        self.is_at_end = false;
    }

    /// Restores the invariants for this bureau.
    pub(crate) fn settle(&mut self, session: &Session, bureau: Option<&str>) {
        let cells = usize::from(self.area.width);
        let wanted = Some((bureau.map(str::to_owned), session.plans_shown(), cells));
        if self.made_for != wanted {
            self.rows = bureau.map(|id| rows(session, id, cells)).unwrap_or_default();
            self.made_for = wanted;
        }
        if self.item().is_none() {
            self.cursor.at = self.first().unwrap_or(0);
        }
        self.cursor.settle(self.rows.len(), self.seen());
        self.reveal();
    }

    /// Scrolls so that the card is seen with the first item, what stands below an item with it, and the end of all where
    /// one went on down from the last one.
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

    fn first(&self) -> Option<usize> {
        self.rows.iter().position(is_item)
    }

    fn seen(&self) -> usize {
        usize::from(self.area.height)
    }

    fn is_item(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(is_item)
    }

    /// Whether the first item below a head stands here, perhaps with remarks between.
    fn begins_group(&self, at: usize) -> bool {
        let above = self.rows.iter().take(at).rev().find(|row| !matches!(row, DossierRow::Note(..)));
        self.is_item(at) && matches!(above, Some(DossierRow::Head(..)))
    }

    /// Moves the cursor to the next item in the direction of `motion`; group: that of the next plan.
    pub(crate) fn go(&mut self, motion: Motion) {
        let (from, n_rows, seen) = (self.cursor.at, self.rows.len(), self.seen());
        let found = match motion {
            Motion::GroupDown => (from + 1..n_rows).find(|at| self.begins_group(*at)),
            Motion::GroupUp => (0..from).rfind(|at| self.begins_group(*at)),
            Motion::Up | Motion::Top | Motion::HalfUp | Motion::PageUp => {
                let to = self.cursor.target(motion, n_rows, seen);
                (0..=to).rfind(|at| self.is_item(*at)).or_else(|| self.first())
            }
            Motion::Down | Motion::Bottom | Motion::HalfDown | Motion::PageDown => {
                let to = self.cursor.target(motion, n_rows, seen);
                (to..n_rows).find(|at| self.is_item(*at)).or_else(|| (from..to).rfind(|at| self.is_item(*at)))
            }
        };
        self.cursor.at = found.unwrap_or(from);
        let is_down = matches!(motion, Motion::Down | Motion::Bottom | Motion::HalfDown | Motion::PageDown);
        let is_last = !self.rows.iter().skip(self.cursor.at + 1).any(is_item);
        self.is_at_end = is_down && is_last && (self.cursor.at == from || motion != Motion::Down);
    }

    /// Takes a click at a cell of the pane. `true` if an item stands there.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> bool {
        if !contains(self.area, column, row) {
            return false;
        }
        let at = usize::from(row - self.area.y) + self.cursor.top;
        let is_item = self.is_item(at);
        if is_item {
            self.is_at_end &= self.cursor.at == at;
            self.cursor.at = at;
        }
        is_item
    }

    /// The rows seen.
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
    matches!(row, DossierRow::Item(_))
}
