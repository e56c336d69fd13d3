//! The pane that shows a department's dossier: the rows around what is seen, kept until the department, the selected plans or
//! the width change, and a cursor that stands on items. How the rows read is left to `dossier`.

use crate::app::content::dossier::blocks::Blocks;
use crate::app::content::dossier::{DossierRow, Item, paint};
use crate::app::input::action::Motion;
use crate::app::screen::layout::contains;
use crate::app::screen::page::{Area, Role, Row};
use crate::app::screen::row::select;
use crate::app::state::location::NodeRef;
use crate::app::state::session::{PlansShown, Session};
use crate::app::widgets::cursor::{Cursor, scroll};
use crate::app::widgets::window::Window;

/// How many rows are made above and below what is seen, so that the cursor settles as among all rows.
const AROUND: usize = 4;

/// The pane with its rows and its cursor.
#[derive(Debug, Default)]
pub(crate) struct DossierPane {
    blocks: Blocks,
    /// The rows that were made. The cursor counts in them.
    window: Window<DossierRow>,
    /// What the blocks were made for: the department, the filter, the selected plans, the width of a row in cells.
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
    /// The department under the cursor, by its id.
    sister: Option<String>,
    /// A cursor that stands as far from the first row that was seen.
    pub(crate) cursor: Cursor,
    /// The row under the cursor: its block, and its position in it.
    at: (usize, usize),
    /// The first row that was seen, likewise.
    top: (usize, usize),
    is_at_end: bool,
    is_scrolled: bool,
}

impl DossierPlace {
    /// Makes the place on the first item of a dossier that is about a node, with so many rows seen above it. `id` is that
    /// of the department, `filter` what was typed to narrow its tasks.
    pub(crate) fn on_node(session: &Session, id: &str, filter: &str, node_ref: NodeRef, above: usize) -> Self {
        let blocks = Blocks::new(session, id, filter, usize::MAX);
        let item = blocks.about(session, node_ref).find_map(|block| {
            blocks.make(session, block).into_iter().find_map(|row| match row {
                DossierRow::Item(item) => Some(item).filter(|item| item.node_ref == node_ref),
                DossierRow::Head(..) | DossierRow::Note(..) | DossierRow::Sister(..) => None,
            })
        });
        Self { item, cursor: Cursor::below(above), ..Self::default() }
    }
}

impl DossierPane {
    fn row(&self) -> Option<&DossierRow> {
        self.window.rows().get(self.cursor.at)
    }

    /// Returns the item under the cursor.
    pub(crate) fn item(&self) -> Option<&Item> {
        match self.row()? {
            DossierRow::Item(item) => Some(item),
            DossierRow::Head(..) | DossierRow::Note(..) | DossierRow::Sister(..) => None,
        }
    }

    /// Returns the id of the department under the cursor, whose tasks stand in place of those that this one has not.
    pub(crate) fn sister(&self) -> Option<&str> {
        match self.row()? {
            DossierRow::Sister(id, ..) => Some(id),
            DossierRow::Head(..) | DossierRow::Note(..) | DossierRow::Item(_) => None,
        }
    }

    /// How many items there are up to this row, among all.
    fn n_items_to(&self, row: usize) -> usize {
        let here = self.window.rows().iter().take(row + 1).filter(|row| is_item(row)).count();
        self.blocks.n_items_above(self.window.first_block()) + here
    }

    /// Returns which item the cursor is on, counted from 1, and how many there are.
    pub(crate) fn count(&self) -> (usize, usize) {
        let of = self.blocks.n_items();
        (self.n_items_to(self.cursor.at).min(of), of)
    }

    /// Returns the node of the item under the cursor.
    pub(crate) fn node_ref(&self) -> Option<NodeRef> {
        self.item().map(|item| item.node_ref)
    }

    /// Goes back to the first item, once the pane is settled.
    pub(crate) fn restart(&mut self) {
        self.begin(0);
        (self.is_at_end, self.is_scrolled) = (false, false);
    }

    /// Returns where the cursor stands, and which rows are seen.
    pub(crate) fn place(&self) -> DossierPlace {
        // Which rows are made decides where the cursor counts from.
        let first = self.cursor.at.min(self.cursor.top);
        DossierPlace {
            item: self.item().cloned(),
            sister: self.sister().map(str::to_owned),
            cursor: Cursor { at: self.cursor.at - first, top: self.cursor.top - first },
            at: self.window.place(self.cursor.at),
            top: self.window.place(self.cursor.top),
            is_at_end: self.is_at_end,
            is_scrolled: self.is_scrolled,
        }
    }

    /// Puts the cursor back on what it stood on, seen in the same row.
    pub(crate) fn restore(&mut self, session: &Session, place: &DossierPlace) {
        if place.item.is_some() || place.sister.is_some() {
            self.show(session, (place.item.as_ref(), place.sister.as_deref()), Some(place.at), place.cursor);
        } else if self.blocks.n_items() == 0 {
            let (block, row) = place.top;
            while self.window.place(self.window.rows().len()).0 <= block && self.add_below(session) {}
            let start = (0..self.window.rows().len()).find(|at| self.window.place(*at).0 == block);
            self.cursor.top = start.map_or(0, |start| start + row);
        }
        (self.is_at_end, self.is_scrolled) = (place.is_at_end, place.is_scrolled);
    }

    /// Begins to make rows below the block at this position, or above the end, with the cursor there.
    fn begin(&mut self, block: usize) {
        self.window = Window::before(block, self.blocks.len());
        self.cursor = Cursor::default();
    }

    /// Makes the rows below those that were made. Returns `false` if there are none.
    fn add_below(&mut self, session: &Session) -> bool {
        self.window.add_below(|block| self.blocks.make(session, block))
    }

    /// Makes the rows above those that were made; the cursor stays on its row. Returns `false` if there are none.
    fn add_above(&mut self, session: &Session) -> bool {
        let added = self.window.add_above(|block| self.blocks.make(session, block));
        let n_rows = added.unwrap_or_default();
        self.cursor = Cursor { at: self.cursor.at + n_rows, top: self.cursor.top + n_rows };
        added.is_some()
    }

    /// Makes all rows at once, as a short list has them.
    #[cfg(test)]
    pub(crate) fn reach_all(&mut self, session: &Session) {
        while self.add_above(session) {}
        while self.add_below(session) {}
    }

    /// Makes so many rows above the cursor and what is seen, and below them, as far as there are so many.
    fn reach(&mut self, session: &Session, n_rows: usize) {
        while self.cursor.at.min(self.cursor.top) < n_rows && self.add_above(session) {}
        while self.window.rows().len() <= self.cursor.at.max(self.cursor.top) + n_rows && self.add_below(session) {}
    }

    /// Puts the cursor on an item or a department, seen as far below the top as `from` was. Where several rows are equal, it is
    /// the one at `place`, or else the first. Returns `false` and leaves the cursor if it is not listed.
    fn show(
        &mut self,
        session: &Session,
        (item, sister): (Option<&Item>, Option<&str>),
        place: Option<(usize, usize)>,
        from: Cursor,
    ) -> bool {
        let is_wanted = |row: &DossierRow| match row {
            DossierRow::Item(each) => Some(each) == item,
            DossierRow::Sister(id, ..) => Some(id.as_str()) == sister,
            DossierRow::Head(..) | DossierRow::Note(..) => false,
        };
        let is_there = |(block, at): &(usize, usize)| self.blocks.make(session, *block).get(*at).is_some_and(is_wanted);
        let blocks: Vec<usize> = match item {
            Some(item) => self.blocks.about(session, item.node_ref).collect(),
            // Departments are named above all plans.
            None => vec![0],
        };
        let first = |block| Some((block, self.blocks.make(session, block).iter().position(is_wanted)?));
        let found = place.filter(is_there).or_else(|| blocks.into_iter().find_map(first));
        let Some((block, at)) = found else { return false };
        self.begin(block);
        self.add_below(session);
        self.cursor = Cursor { at, top: at };
        self.reach(session, self.seen() + from.above());
        self.cursor = from.carried_to(self.cursor.at);
        true
    }

    /// Shows what the filter keeps of the dossier of this department, from its beginning if it is another one.
    pub(crate) fn settle(&mut self, session: &Session, bureau: Option<&str>, filter: &str) {
        let cells = usize::from(self.area.width);
        let wanted = Some((bureau.map(str::to_owned), filter.to_owned(), session.plans_shown(), cells));
        if self.made_for != wanted {
            let (item, sister) = (self.item().cloned(), self.sister().map(str::to_owned));
            let from = self.cursor;
            self.blocks = bureau.map(|id| Blocks::new(session, id, filter, cells)).unwrap_or_default();
            self.made_for = wanted;
            self.begin(0);
            // A late plan or another width adds rows above it too: the item under the cursor stays where it is seen.
            if item.is_some() || sister.is_some() {
                self.show(session, (item.as_ref(), sister.as_deref()), None, from);
            }
            self.is_scrolled = false;
        }
        if !self.is_item(self.cursor.at) {
            self.go_to_first(session);
        }
        self.reach(session, self.seen() + AROUND);
        let n_rows = self.window.rows().len();
        if self.is_scrolled {
            self.cursor.top = self.cursor.top.min(n_rows.saturating_sub(self.seen().max(1)));
        } else {
            self.cursor.settle(n_rows, self.seen());
            self.reveal(session);
        }
    }

    /// Puts the cursor on the first item, or on the first row where there is none.
    fn go_to_first(&mut self, session: &Session) {
        if !self.window.is_at_top() {
            self.begin(0);
        }
        self.cursor.at = 0;
        if self.blocks.n_items() > 0 {
            while !self.window.rows().iter().any(is_item) && self.add_below(session) {}
            self.cursor.at = self.window.rows().iter().position(is_item).unwrap_or(0);
        }
    }

    /// Scrolls so that the rows above the first item are seen with it, the remarks below an item with that item, and
    /// the end of the dossier where the user went on down from the last item.
    fn reveal(&mut self, session: &Session) {
        let seen = self.seen();
        if self.n_items_to(self.cursor.at) <= 1 && !self.is_at_end {
            while self.cursor.at < seen && self.add_above(session) {}
            if self.cursor.at < seen && self.is_first(self.cursor.at) {
                self.cursor.top = 0;
                return;
            }
        }
        let at = self.cursor.at;
        let below = |row: &DossierRow| matches!(row, DossierRow::Note(_, Role::Dim));
        let n_below = self.window.rows().iter().skip(at + 1).take_while(|row| below(row)).count();
        // As far as the rows are made, which is further than what is seen from the cursor on.
        let end = if self.is_at_end { self.window.rows().len() } else { at + 1 + n_below };
        self.cursor.top = self.cursor.top.max(end.saturating_sub(seen)).min(at);
    }

    /// Returns whether there are more rows than are seen at once.
    pub(crate) fn is_long(&self) -> bool {
        self.window.rows().len() > self.seen() || !self.window.is_at_top() || !self.window.is_at_bottom()
    }

    fn seen(&self) -> usize {
        usize::from(self.area.height)
    }

    fn is_item(&self, at: usize) -> bool {
        self.window.rows().get(at).is_some_and(is_item)
    }

    /// Returns whether the row is the first item of all.
    fn is_first(&self, at: usize) -> bool {
        self.is_item(at) && self.n_items_to(at) == 1
    }

    /// Returns whether the row is the first item below a head, with remarks between them or not.
    fn begins_group(&self, at: usize) -> bool {
        let mut above = self.window.rows().range(..at.min(self.window.rows().len())).rev();
        let above = above.find(|row| !matches!(row, DossierRow::Note(..)));
        self.is_item(at) && matches!(above, Some(DossierRow::Head(..)))
    }

    /// Makes the rows that a motion may lead to.
    fn reach_by(&mut self, session: &Session, motion: Motion) {
        if self.blocks.n_items() == 0 {
            return;
        }
        self.reach(session, self.seen() + AROUND);
        match motion {
            Motion::Top if self.window.is_at_top() => self.go_to_first(session),
            Motion::Top => {
                self.go_to_first(session);
                // It comes from below.
                self.cursor.top = self.cursor.at;
            }
            Motion::Bottom => {
                self.begin(self.blocks.len());
                while !self.window.rows().iter().any(is_item) && self.add_above(session) {}
                self.cursor = Cursor::default();
            }
            Motion::GroupUp => while !(0..self.cursor.at).any(|at| self.begins_group(at)) && self.add_above(session) {},
            Motion::GroupDown => {
                let mut from = self.cursor.at + 1;
                while !(from..self.window.rows().len()).any(|at| self.begins_group(at)) {
                    from = self.window.rows().len().max(from);
                    if !self.add_below(session) {
                        break;
                    }
                }
            }
            Motion::Up | Motion::HalfUp | Motion::PageUp => {
                let is_met = |this: &Self| (0..=this.target(motion)).any(|at| this.is_item(at));
                while !is_met(self) && self.add_above(session) {}
            }
            Motion::Down | Motion::HalfDown | Motion::PageDown => {
                let is_met = |this: &Self| (this.target(motion)..this.window.rows().len()).any(|at| this.is_item(at));
                while !is_met(self) && self.add_below(session) {}
            }
        }
    }

    fn target(&self, motion: Motion) -> usize {
        self.cursor.target(motion, self.window.rows().len(), self.seen())
    }

    /// Moves the cursor to the next item in the direction of `motion`. A group is a plan.
    pub(crate) fn go(&mut self, session: &Session, motion: Motion) {
        self.reach_by(session, motion);
        let from = self.cursor.at;
        let (is_item_at, begins_group) = (|at| self.is_item(at), |at| self.begins_group(at));
        let n_rows = self.window.rows().len();
        let found = self.cursor.item_target(motion, n_rows, self.seen(), is_item_at, begins_group);
        self.cursor.at = found.unwrap_or(from);
        let is_down = matches!(motion, Motion::Down | Motion::Bottom | Motion::HalfDown | Motion::PageDown);
        let is_last = self.n_items_to(self.cursor.at) >= self.blocks.n_items();
        self.is_at_end = is_down && is_last && (self.cursor.at == from || motion != Motion::Down);
        self.is_scrolled = false;
    }

    /// Scrolls the rows by lines, also past the remarks between items. The cursor goes along once it would be out of
    /// sight.
    pub(crate) fn scroll(&mut self, session: &Session, motion: Motion) {
        match motion {
            Motion::Top => while self.add_above(session) {},
            Motion::Bottom => while self.add_below(session) {},
            Motion::Up
            | Motion::Down
            | Motion::HalfUp
            | Motion::HalfDown
            | Motion::PageUp
            | Motion::PageDown
            | Motion::GroupUp
            | Motion::GroupDown => self.reach(session, 2 * self.seen() + AROUND),
        }
        let n_rows = self.window.rows().len();
        self.cursor.top = scroll(self.cursor.top, motion, n_rows, self.seen());
        self.is_scrolled = true;
        let mut seen = self.cursor.top..(self.cursor.top + self.seen()).min(n_rows);
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
        let seen = self.window.rows().iter().enumerate().skip(self.cursor.top).take(self.seen());
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
