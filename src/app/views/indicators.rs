//! 指标: the tables of indicators as printed, one at a time. Names stay, columns scroll, the head says what each column
//! holds. Which rows are listed, and in which order, is decided by `listing`.

mod listing;
mod rows;

use crate::app::input::action::{Arrange, CopyKind, Motion, Step, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::popups::menus;
use crate::app::screen::layout::{self, contains, cut};
use crate::app::screen::page::{Area, Page, Region};
use crate::app::state::location::{Crumb, Location, NodeRef, TargetLine, joined};
use crate::app::state::saved::SavedView;
use crate::app::state::session::{PlansShown, Session};
use crate::app::views::indicators::listing::{Entry, Listing, ListingPlace};
use crate::app::views::{self, Reply, View, selected_plan};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::indicator_table::IndicatorTable;
use crate::app::widgets::popup::Popup;
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::{self, Command};
use crate::model::{Plan, Table};
use crate::words::{browser, pages, punctuation, reading};

/// The view with the table that it shows.
#[derive(Default)]
pub(crate) struct Indicators {
    listing: Listing,
    /// The tables with rows to list, by the positions of plan and table.
    tables: Vec<(usize, usize)>,
    /// What the tables were looked for by: filter, nature, and plans.
    tables_for: Option<(String, Option<String>, PlansShown)>,
    /// The position in `tables` of the one shown.
    at: usize,
    entries: Vec<Entry>,
    cursor: Cursor,
    /// The first column that is seen behind the name.
    start: usize,
    area: Area,
    /// The area of the list of tables, on a broad screen.
    list_area: Area,
}

/// Where the user is among the tables.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    listing: ListingPlace,
    /// The table shown, by the positions of plan and table.
    table: Option<(usize, usize)>,
    row: Option<usize>,
    cursor: Cursor,
    start: usize,
}

/// Areas at least this wide, in cells, list the tables beside the one shown.
const LIST_FROM: u16 = 120;
/// The number of rows of the head: the title, and two for the columns.
const HEAD: u16 = 3;

impl Indicators {
    fn seen(&self) -> usize {
        usize::from(self.area.height.saturating_sub(HEAD))
    }

    fn table<'a>(&self, session: &'a Session) -> Option<(&'a Plan, &'a Table)> {
        nth(session, *self.tables.get(self.at)?)
    }

    fn grid(&self, session: &Session) -> Option<IndicatorTable> {
        let (plan, table) = self.table(session)?;
        let (home, cells) = (plan.region.as_deref(), usize::from(self.area.width));
        Some(
            IndicatorTable::ordered(table, home, cells, session.width, self.listing.order(table))
                .highlighting(session.highlighted()),
        )
    }

    /// Returns the position in its table of the row under the cursor.
    fn row_at(&self) -> Option<usize> {
        match self.entries.get(self.cursor.at)? {
            Entry::Row(at) => Some(*at),
            Entry::Domain(_) => None,
        }
    }

    /// Returns whether the entry at a position is an indicator.
    fn is_row(&self, at: usize) -> bool {
        matches!(self.entries.get(at), Some(Entry::Row(_)))
    }

    /// Lists the rows of the table that is shown.
    fn list(&mut self, session: &Session) {
        self.entries = self.table(session).map(|(_, table)| self.listing.entries(table)).unwrap_or_default();
    }

    /// Shows the table at this position of `tables`, with the cursor on its first or last row.
    fn show(&mut self, session: &Session, at: usize, from_end: bool) {
        if at != self.at {
            self.start = 0;
            self.listing.unorder();
        }
        self.at = at;
        self.list(session);
        self.cursor = Cursor { at: if from_end { self.entries.len().saturating_sub(1) } else { 0 }, top: 0 };
    }

    /// Moves the cursor; behind the last row comes the next table.
    fn go_by(&mut self, session: &Session, motion: Motion) {
        let found = self.cursor.item_target(motion, self.entries.len(), self.seen(), |at| self.is_row(at), |_| false);
        let stays = found.is_none_or(|to| to == self.cursor.at);
        let is_to_end = matches!(motion, Motion::Top | Motion::Bottom);
        // The position of the table that comes next in the direction of the motion.
        let beside = if motion.is_upward() { self.at.checked_sub(1) } else { Some(self.at + 1) };
        match beside.filter(|at| *at < self.tables.len()) {
            Some(beside) if matches!(motion, Motion::GroupUp | Motion::GroupDown) => self.show(session, beside, false),
            Some(beside) if stays && !is_to_end => self.show(session, beside, motion.is_upward()),
            _ => self.cursor.at = found.unwrap_or(self.cursor.at),
        }
        // The name of the first group stays in sight with its first row.
        if !(0..self.cursor.at).any(|at| self.is_row(at)) {
            self.cursor.top = 0;
        }
    }

    /// Scrolls the columns of values by one.
    fn go_sideways(&mut self, session: &Session, step: Step) -> Reply {
        let Some(grid) = self.grid(session) else { return Reply::Ignored };
        match step {
            Step::Next if self.start < grid.last_start(usize::from(self.area.width)) => self.start += 1,
            Step::Next => return Reply::Message(browser::LAST_COLUMN.to_string()),
            Step::Previous if self.start > 0 => self.start -= 1,
            Step::Previous => return Reply::Message(browser::FIRST_COLUMN.to_string()),
        }
        Reply::Handled
    }

    /// Makes the popup with the row under the cursor in full.
    fn whole_row(&self, session: &Session) -> Option<Popup> {
        let (plan, table) = self.table(session)?;
        let row = table.rows.get(self.row_at()?)?;
        Some(menus::row(session, plan, table, row))
    }
}

/// Returns the plan and the table at these positions.
fn nth(session: &Session, (plan, table): (usize, usize)) -> Option<(&Plan, &Table)> {
    let plan = session.heads().get(plan)?;
    Some((plan, plan.tables().nth(table)?))
}

impl View for Indicators {
    fn context(&self) -> Context {
        Context::Table
    }

    fn settle(&mut self, session: &Session, area: Area) {
        let shown = self.tables.get(self.at).copied();
        let (filter, nature) = self.listing.wanted();
        let wanted = Some((filter, nature, session.plans_shown()));
        if self.tables_for != wanted {
            self.tables = self.listing.tables(session);
            self.tables_for = wanted;
        }
        // The table shown stays the same; where it is gone, the next one is shown.
        self.at = shown.map_or(0, |shown| self.tables.partition_point(|each| *each < shown));
        self.at = self.at.min(self.tables.len().saturating_sub(1));
        if self.tables.get(self.at).copied() != shown {
            self.start = 0;
            self.listing.unorder();
        }
        (self.list_area, self.area) = if area.width >= LIST_FROM { cut(area, 34) } else { (Area::default(), area) };
        let row = self.row_at();
        self.list(session);
        if let Some(row) = row {
            let same = self.entries.iter().position(|entry| *entry == Entry::Row(row));
            self.cursor.at = same.unwrap_or(self.cursor.at);
        }
        self.cursor.settle(self.entries.len(), self.seen());
        if self.row_at().is_none() {
            self.cursor.at = (0..self.entries.len()).find(|at| self.is_row(*at)).unwrap_or(0);
            self.cursor.settle(self.entries.len(), self.seen());
        }
        if let Some(grid) = self.grid(session) {
            self.start = self.start.min(grid.last_start(usize::from(self.area.width)));
        }
    }

    fn act(&mut self, session: &Session, view_action: ViewAction) -> Reply {
        match view_action {
            ViewAction::Move(Motion::GroupDown) if self.at + 1 >= self.tables.len() => {
                return Reply::Message(browser::LAST_TABLE.to_string());
            }
            ViewAction::Move(Motion::GroupUp) if self.at == 0 => {
                return Reply::Message(browser::FIRST_TABLE.to_string());
            }
            ViewAction::Move(motion) => self.go_by(session, motion),
            ViewAction::Column(step) => return self.go_sideways(session, step),
            ViewAction::Focus(Step::Next) => self.go_by(session, Motion::GroupDown),
            ViewAction::Focus(Step::Previous) => self.go_by(session, Motion::GroupUp),
            ViewAction::Open => match self.whole_row(session) {
                Some(popup) => return Reply::OpenPopup(Box::new(popup)),
                None => return Reply::Ignored,
            },
            ViewAction::Back if self.listing.step_back() => {}
            ViewAction::Scroll(_)
            | ViewAction::Fold(_)
            | ViewAction::Passage(_)
            | ViewAction::Regroup
            | ViewAction::Back
            | ViewAction::Close => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn arrange(&mut self, session: &Session, arrange: Arrange) -> Option<String> {
        let order =
            self.listing.arrange(session, self.tables.get(self.at).and_then(|each| nth(session, *each)), arrange);
        self.list(session);
        if arrange != Arrange::Nature {
            self.cursor = Cursor::default();
            let order = self.table(session).and_then(|(_, table)| self.listing.order(table));
            if let (Some(grid), Some((column, _))) = (self.grid(session), order) {
                self.start = grid.start_for(column, self.start, usize::from(self.area.width));
            }
        }
        Some(order)
    }

    fn works(&self, session: &Session, view_action: ViewAction) -> bool {
        if view_action == ViewAction::Column(Step::Next) {
            let last_start = self.grid(session).map_or(0, |grid| grid.last_start(usize::from(self.area.width)));
            return self.start < last_start;
        }
        if view_action == ViewAction::Move(Motion::GroupDown) {
            return self.at + 1 < self.tables.len();
        }
        if view_action == ViewAction::Open {
            return self.row_at().is_some();
        }
        !matches!(view_action, ViewAction::Scroll(_) | ViewAction::Focus(_))
    }

    fn arranges(&self, session: &Session, arrange: Arrange) -> bool {
        // Values of unlike units have no order.
        arrange != Arrange::Order || self.table(session).is_some_and(|(_, table)| self.listing.units(table).len() < 2)
    }

    fn click(&mut self, session: &Session, column: u16, row: u16) -> bool {
        if contains(self.list_area, column, row) {
            let first = self.at.saturating_sub(usize::from(self.list_area.height) / 2);
            let at = first + usize::from(row - self.list_area.y);
            if at < self.tables.len() {
                self.show(session, at, false);
            }
            return false;
        }
        let Some(at) = row.checked_sub(self.area.y.saturating_add(HEAD)) else { return false };
        let at = self.cursor.top + usize::from(at);
        let is_row = contains(self.area, column, row) && self.is_row(at);
        if is_row {
            self.cursor.at = at;
        }
        is_row
    }

    fn move_at(&mut self, session: &Session, _column: u16, _row: u16, motion: Motion) {
        self.go_by(session, motion);
    }

    fn place(&self) -> views::Place {
        views::Place::Indicators(Place {
            listing: self.listing.place(),
            table: self.tables.get(self.at).copied(),
            row: self.row_at(),
            cursor: self.cursor,
            start: self.start,
        })
    }

    fn restore(&mut self, session: &Session, place: &views::Place, area: Area) -> bool {
        let views::Place::Indicators(place) = place else { return false };
        self.listing.restore(&place.listing);
        self.settle(session, area);
        let Some(at) = self.tables.iter().position(|each| Some(*each) == place.table) else {
            return place.table.is_none();
        };
        // The table may be another one than that shown, which would put its rows in the printed order.
        self.show(session, at, false);
        self.listing.restore(&place.listing);
        self.list(session);
        let row = self.entries.iter().position(|entry| place.row.is_some_and(|row| *entry == Entry::Row(row)));
        self.cursor = row.map_or(place.cursor, |row| place.cursor.carried_to(row));
        self.start = place.start;
        row.is_some() || place.row.is_none()
    }

    fn saved(&self, session: &Session) -> SavedView {
        let saved = SavedView {
            at: self.location(session),
            above: self.cursor.above(),
            sideways: self.start,
            ..SavedView::default()
        };
        self.listing.place().saved(saved)
    }

    fn recalled(&self, session: &Session, saved: &SavedView) -> Option<views::Place> {
        let at = match &saved.at {
            Some(Location::Indicator(id, row)) => {
                if !session.knows_contents() {
                    return None;
                }
                let mut plans = session.plans_with_contents();
                plans.find_map(|(plan, it)| Some(((plan, it.tables().position(|table| table.id == *id)?), *row)))
            }
            _ => None,
        };
        Some(views::Place::Indicators(Place {
            listing: ListingPlace::recalled(saved),
            table: at.map(|(table, _)| table),
            row: at.map(|(_, row)| row),
            cursor: Cursor::below(saved.above),
            start: saved.sideways,
        }))
    }

    fn go_to_top(&mut self, session: &Session) {
        self.show(session, 0, false);
        self.start = 0;
    }

    fn location(&self, session: &Session) -> Option<Location> {
        let (_, table) = self.table(session)?;
        Some(Location::Indicator(table.id.clone(), self.row_at()?))
    }

    fn go(&mut self, session: &Session, location: &Location, _target: Option<&TargetLine>) -> bool {
        let Location::Indicator(id, row) = location else { return false };
        let is_row = |(plan, table): (&Plan, &Table)| {
            selected_plan(session, &plan.id).is_some() && table.rows.get(*row).is_some()
        };
        // Filter and nature stay as they are where there is no such row, or not yet.
        if !session.table(id).is_some_and(is_row) {
            return false;
        }
        self.listing.open();
        let area = self.area;
        self.settle(session, area);
        let found = self.tables.iter().position(|each| nth(session, *each).is_some_and(|(_, table)| table.id == *id));
        let Some(at) = found else { return false };
        self.show(session, at, false);
        self.cursor.at = self.entries.iter().position(|entry| *entry == Entry::Row(*row)).unwrap_or(0);
        true
    }

    fn crumbs(&self, session: &Session) -> Vec<Crumb> {
        let mut crumbs = Vec::new();
        if let Some((plan, table)) = self.table(session) {
            crumbs.push(Crumb::to(plan.name(), Some(Location::Plan(plan.id.clone()))));
            if let Some(row) = self.row_at().and_then(|at| table.rows.get(at)) {
                crumbs.extend(row.domain.clone().map(Crumb::plain));
                crumbs.push(Crumb::to(&row.name, Some(Location::Node(table.node.clone()))));
            }
        }
        crumbs
    }

    fn count(&self, session: &Session) -> String {
        let n_up_to = |end: usize| (0..end).filter(|at| self.is_row(*at)).count();
        let (at, n_rows) = (n_up_to(self.cursor.at + 1), n_up_to(self.entries.len()));
        if !self.listing.is_narrowed() {
            return format!("{at}/{n_rows}");
        }
        let of = self.table(session).map_or(0, |(_, table)| table.rows.len());
        pages::narrowed(self.listing.narrowed(), n_rows, of, at)
    }

    fn filter(&self) -> Option<&TextField> {
        Some(&self.listing.filter)
    }

    fn filter_mut(&mut self) -> Option<&mut TextField> {
        Some(&mut self.listing.filter)
    }

    fn copy(&self, session: &Session, what: CopyKind) -> Option<String> {
        let (plan, table) = self.table(session)?;
        let row = table.rows.get(self.row_at()?)?;
        let cells = || {
            let grid = IndicatorTable::new(table, plan.region.as_deref(), usize::from(self.area.width), session.width);
            grid.labelled_cells(row)
                .map(|(head, cell)| format!("{head} {cell}"))
                .collect::<Vec<_>>()
                .join(punctuation::SEMICOLON.get())
        };
        Some(match what {
            CopyKind::Text => punctuation::labelled(&row.name, cells()),
            CopyKind::Path => joined(&self.crumbs(session)),
            CopyKind::Citation => {
                let title = wording::table_title(plan, table);
                let place = format!("{}“{title}”", plan.cited());
                punctuation::labelled(place, reading::row_cited(&row.name, cells()))
            }
        })
    }

    fn command(&self, session: &Session) -> Option<Command> {
        let (plan, table) = self.table(session)?;
        let row = table.rows.get(self.row_at()?)?;
        Some(Command::Indicators(command::Indicators {
            plans: vec![plan.id.clone()],
            name: Some(row.name.clone()),
            ..command::Indicators::default()
        }))
    }

    fn export(&self, session: &Session) -> Option<Command> {
        let (plan, _) = self.table(session)?;
        let plans = vec![plan.id.clone()];
        Some(Command::Indicators(command::Indicators { plans, ..command::Indicators::default() }))
    }

    fn node_ref(&self, session: &Session) -> Option<NodeRef> {
        let (_, table) = self.table(session)?;
        session.node_ref(&Location::Node(table.node.clone()))
    }

    fn paint(&self, session: &Session, focused: bool, page: &mut Page) {
        if self.list_area.width > 0 {
            page.regions.push(Region { area: self.list_area, rows: self.list_rows(session) });
            layout::rule(self.list_area, session.width, page);
        }
        page.regions.push(Region { area: self.area, rows: self.rows(session, focused) });
    }
}
