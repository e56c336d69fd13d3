//! A pane with items to choose from and heads between them: where the cursor may stand, how it moves, how it is
//! painted. What an item is and how it reads is left to the view.

use crate::app::input::action::Motion;
use crate::app::screen::layout::contains;
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{RowBuilder, plain, select};
use crate::app::state::session::Session;
use crate::app::widgets::cursor::Cursor;

/// One row of the pane: only items can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ListRow<T> {
    /// The head of a group: a text, and a count at the right edge.
    Head(String, String),
    /// A remark between the items.
    Note(String, Role),
    /// An item that can be chosen.
    Item(T),
}

/// The pane with its rows and its cursor.
#[derive(Clone, Debug)]
pub(crate) struct ListPane<T> {
    pub(crate) area: Area,
    rows: Vec<ListRow<T>>,
    cursor: Cursor,
}

/// Where the cursor of a pane stood: on which item, and in which row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListPlace<T> {
    pub(crate) item: Option<T>,
    pub(crate) cursor: Cursor,
}

impl<T> Default for ListPane<T> {
    fn default() -> Self {
        Self { area: Area::default(), rows: Vec::new(), cursor: Cursor::default() }
    }
}

impl<T: Clone + PartialEq> ListPane<T> {
    fn seen(&self) -> usize {
        usize::from(self.area.height)
    }

    fn is_item(&self, at: usize) -> bool {
        matches!(self.rows.get(at), Some(ListRow::Item(_)))
    }

    /// Replaces the rows. The cursor stays on its item as long as that is still there.
    pub(crate) fn set_rows(&mut self, rows: Vec<ListRow<T>>) {
        let chosen = self.chosen().cloned();
        self.rows = rows;
        if let Some(chosen) = chosen {
            self.choose(|item| *item == chosen);
        }
    }

    /// Fits the pane into this area: the cursor stands on an item, and the head above the first item is seen.
    pub(crate) fn settle(&mut self, area: Area) {
        self.area = area;
        self.cursor.at = self.cursor.at.min(self.rows.len().saturating_sub(1));
        if !self.is_item(self.cursor.at) {
            let below = (self.cursor.at..self.rows.len()).find(|at| self.is_item(*at));
            let nearest = below.or_else(|| (0..self.cursor.at).rfind(|at| self.is_item(*at)));
            self.cursor.at = nearest.unwrap_or(self.cursor.at);
        }
        self.cursor.settle(self.rows.len(), self.seen());
        if self.cursor.at < self.seen() && (0..self.cursor.at).all(|at| !self.is_item(at)) {
            self.cursor.top = 0;
        }
    }

    /// Returns the item under the cursor.
    pub(crate) fn chosen(&self) -> Option<&T> {
        match self.rows.get(self.cursor.at)? {
            ListRow::Item(item) => Some(item),
            ListRow::Head(..) | ListRow::Note(..) => None,
        }
    }

    /// Puts the cursor on the first item that `wanted` accepts. Returns `false` and leaves the
    /// cursor where there is none.
    pub(crate) fn choose(&mut self, wanted: impl Fn(&T) -> bool) -> bool {
        let found = self.rows.iter().position(|row| match row {
            ListRow::Item(item) => wanted(item),
            ListRow::Head(..) | ListRow::Note(..) => false,
        });
        self.cursor.at = found.unwrap_or(self.cursor.at);
        found.is_some()
    }

    pub(crate) fn restart(&mut self) {
        self.cursor = Cursor::default();
    }

    /// Returns where the cursor stands.
    pub(crate) fn place(&self) -> ListPlace<T> {
        ListPlace { item: self.chosen().cloned(), cursor: self.cursor }
    }

    /// Puts the cursor back where it stood: on its item, wherever that is among the rows now. Returns `false` if it is
    /// not among them any more.
    pub(crate) fn restore(&mut self, place: &ListPlace<T>) -> bool {
        self.cursor = place.cursor;
        let Some(item) = place.item.as_ref().filter(|item| self.chosen() != Some(*item)) else { return true };
        let is_listed = self.choose(|each| each == item);
        self.cursor = place.cursor.carried_to(self.cursor.at);
        is_listed
    }

    /// Returns which item the cursor is on, counted from 1, and how many there are.
    pub(crate) fn count(&self) -> (usize, usize) {
        let items = |end: usize| (0..end).filter(|at| self.is_item(*at)).count();
        let n_items = items(self.rows.len());
        (items(self.cursor.at + 1).min(n_items), n_items)
    }

    /// Returns whether there is no item to choose.
    pub(crate) fn is_empty(&self) -> bool {
        !(0..self.rows.len()).any(|at| self.is_item(at))
    }

    /// Moves the cursor to an item in the direction of `motion`. A group is what stands below a head.
    pub(crate) fn go(&mut self, motion: Motion) {
        let begins_group = |at| at > 0 && self.is_item(at) && !self.is_item(at - 1);
        let found = self.cursor.item_target(motion, self.rows.len(), self.seen(), |at| self.is_item(at), begins_group);
        self.cursor.at = found.unwrap_or(self.cursor.at);
    }

    /// Handles a click. Returns whether it chose an item.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> bool {
        let at = usize::from(row.saturating_sub(self.area.y)) + self.cursor.top;
        let hits = contains(self.area, column, row) && self.is_item(at);
        if hits {
            self.cursor.at = at;
        }
        hits
    }

    /// Paints the rows that are seen, each item by `item`, which gets the width of the pane in cells.
    pub(crate) fn paint(&self, session: &Session, focused: bool, page: &mut Page, item: impl Fn(&T, usize) -> Row) {
        if self.area.width == 0 || self.area.height == 0 {
            return;
        }
        let cells = usize::from(self.area.width);
        let seen = self.rows.iter().enumerate().skip(self.cursor.top).take(self.seen());
        let paint = |(at, row): (usize, &ListRow<T>)| match row {
            ListRow::Head(text, count) => head(session, text, count, cells),
            ListRow::Note(text, role) => plain(text, *role, cells, session.width),
            ListRow::Item(one) if at == self.cursor.at => select(item(one, cells), focused),
            ListRow::Item(one) => item(one, cells),
        };
        page.regions.push(Region { area: self.area, rows: seen.map(paint).collect() });
    }
}

fn head(session: &Session, text: &str, count: &str, cells: usize) -> Row {
    let reserved = (session.width.of(count) + 1).min(cells);
    RowBuilder::new(cells, session.width)
        .reserve(reserved)
        .put(text, Role::Title)
        .release(cells)
        .right(count, Role::Dim)
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two groups of two, a remark in the first.
    fn pane(height: u16) -> ListPane<u8> {
        let head = |text: &str| ListRow::Head(text.to_owned(), String::new());
        let note = ListRow::Note("注".to_owned(), Role::Dim);
        let mut pane = ListPane::default();
        pane.set_rows(vec![
            head("甲"),
            note,
            ListRow::Item(1),
            ListRow::Item(2),
            head("乙"),
            ListRow::Item(3),
            ListRow::Item(4),
        ]);
        pane.settle(Area { x: 0, y: 0, width: 10, height });
        pane
    }

    #[test]
    fn the_cursor_stands_on_items_only() {
        use Motion::*;
        for (motions, expected) in [
            (&[][..], 1),
            (&[Up], 1),
            (&[Down, Down], 3),
            (&[Down, Down, Up], 2),
            (&[Bottom], 4),
            (&[Bottom, Top], 1),
            (&[GroupDown], 3),
            (&[GroupDown, GroupDown], 3),
            (&[Bottom, GroupUp], 3),
            (&[Bottom, GroupUp, GroupUp], 1),
            (&[PageDown, PageDown], 4),
        ] {
            let mut pane = pane(4);
            for &motion in motions {
                pane.go(motion);
                pane.settle(pane.area);
            }
            assert_eq!(pane.chosen(), Some(&expected), "{motions:?}");
        }
    }

    #[test]
    fn other_rows_keep_the_choice() {
        let mut pane = pane(4);
        assert!(pane.choose(|item| *item == 4));
        pane.set_rows(vec![ListRow::Item(4), ListRow::Item(5)]);
        assert_eq!((pane.chosen(), pane.count()), (Some(&4), (1, 2)));
        pane.set_rows(Vec::new());
        pane.settle(pane.area);
        assert_eq!((pane.chosen(), pane.count(), pane.is_empty()), (None, (0, 0), true));
    }

    #[test]
    fn a_click_chooses_what_it_hits() {
        let mut pane = pane(7);
        assert!(!pane.click(0, 0));
        assert!(pane.click(9, 6));
        assert_eq!(pane.chosen(), Some(&4));
        assert!(!pane.click(10, 3));
    }
}
