//! Which rows of which tables are listed, and in which order, by filter, nature and sorting. It knows no
//! cursor and paints nothing.

use crate::analysis::indicators::indicator;
use crate::analysis::indicators::sort::{self, SortOrder};
use crate::app::input::action::Arrange;
use crate::app::state::saved::SavedView;
use crate::app::state::search::highlights;
use crate::app::state::session::Session;
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::model::{Column, ColumnRole, Plan, Row, Table};
use crate::registry::unit;
use crate::text::fold::fold;
use crate::words::{browser, pages};

/// How a saved view says that the least value comes first.
const ASCENDING: &str = "ascending";
/// How a saved view says that the greatest value comes first.
const DESCENDING: &str = "descending";

/// One row of the list: a group or an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// The head of a group of rows, with its name.
    Domain(String),
    /// An indicator, by the position of its row in the table.
    Row(usize),
}

/// The filter, the nature and the sorting that decide what is listed.
#[derive(Default)]
pub(super) struct Listing {
    /// The field with the filter.
    pub(super) filter: TextField,
    /// The nature that rows must have; `None` for any.
    nature: Option<String>,
    /// The column that was chosen last for sorting, by its position among the columns of values.
    column: Option<usize>,
    /// The direction of sorting; `None` for the printed order.
    way: Option<SortOrder>,
}

/// What decided which rows were listed, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListingPlace {
    filter: String,
    nature: Option<String>,
    column: Option<usize>,
    way: Option<SortOrder>,
}

impl ListingPlace {
    /// Adds what is kept of it to the saved view.
    pub(super) fn saved(self, view: SavedView) -> SavedView {
        let order = self.way.map(|way| if way == SortOrder::Ascending { ASCENDING } else { DESCENDING }.to_owned());
        SavedView { filter: self.filter, nature: self.nature, column: self.column, order, ..view }
    }

    /// Returns what decided the rows of a saved view.
    pub(super) fn recalled(saved: &SavedView) -> Self {
        let way = match saved.order.as_deref() {
            Some(ASCENDING) => Some(SortOrder::Ascending),
            Some(DESCENDING) => Some(SortOrder::Descending),
            _ => None,
        };
        Self { filter: saved.filter.clone(), nature: saved.nature.clone(), column: saved.column, way }
    }
}

impl Listing {
    /// Returns what decides the rows now.
    pub(super) fn place(&self) -> ListingPlace {
        let (filter, nature) = (self.filter.text(), self.nature.clone());
        ListingPlace { filter, nature, column: self.column, way: self.way }
    }

    /// Returns the filter and the nature, which decide what tables there are.
    pub(super) fn wanted(&self) -> (String, Option<String>) {
        (self.filter.text(), self.nature.clone())
    }

    /// Lists the rows as they were listed.
    pub(super) fn restore(&mut self, place: &ListingPlace) {
        self.filter.set(&place.filter);
        self.nature.clone_from(&place.nature);
        (self.column, self.way) = (place.column, place.way);
    }

    /// Returns the tables with rows to list, by the positions of plan and table.
    pub(super) fn tables(&self, session: &Session) -> Vec<(usize, usize)> {
        let query = self.query();
        let tables = session
            .plans_with_contents()
            .flat_map(|(plan_at, plan)| plan.tables().enumerate().map(move |(at, it)| (plan_at, at, it)));
        tables
            .filter(|(_, _, table)| table.rows.iter().any(|row| self.answers(row, &query)))
            .map(|(plan, at, _)| (plan, at))
            .collect()
    }

    /// Returns the rows of a table that match, in their order. In the printed order, each group begins with its name.
    pub(super) fn entries(&self, table: &Table) -> Vec<Entry> {
        let query = self.query();
        let mut rows: Vec<(usize, &Row)> =
            table.rows.iter().enumerate().filter(|(_, row)| self.answers(row, &query)).collect();
        if let Some((column, way)) = self.order(table) {
            sort::sort(&mut rows, way, |(_, row)| row.cells.get(column)?.as_deref());
            return rows.into_iter().map(|(at, _)| Entry::Row(at)).collect();
        }
        let mut entries = Vec::new();
        let mut domain = None;
        for (at, row) in rows {
            if row.domain.is_some() && row.domain != domain {
                domain.clone_from(&row.domain);
                entries.push(Entry::Domain(row.domain.clone().unwrap_or_default()));
            }
            entries.push(Entry::Row(at));
        }
        entries
    }

    /// Returns the column of values by which the rows of a table are sorted, and the direction; `None` where they stand
    /// in the printed order, as rows of unlike units always do.
    pub(super) fn order(&self, table: &Table) -> Option<(usize, SortOrder)> {
        let order = (self.column?, self.way?);
        (self.units(table).len() < 2).then_some(order)
    }

    /// Returns what the listed rows with a number count in, each unit once: numbers of one unit alone can be compared.
    pub(super) fn units(&self, table: &Table) -> Vec<String> {
        let query = self.query();
        let has_number = |row: &&Row| row.cells.iter().flatten().any(|cell| sort::sort_value(cell).is_some());
        let rows = table.rows.iter().filter(|row| self.answers(row, &query)).filter(has_number);
        let mut units = Vec::new();
        for row in rows {
            let unit = unit::measure(&row.name, row.unit.as_deref()).unwrap_or_else(|| pages::NO_UNIT.to_string());
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    /// Goes back to the printed order.
    pub(super) fn unorder(&mut self) {
        (self.column, self.way) = (None, None);
    }

    /// Returns whether rows are left out.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.filter.is_empty() || self.nature.is_some()
    }

    /// Undoes the filter, else the nature, else the sorting. Returns `false` if there was none of them.
    pub(super) fn step_back(&mut self) -> bool {
        if !self.filter.is_empty() {
            self.filter.set("");
        } else if self.nature.take().is_none() && self.way.take().is_none() {
            return false;
        }
        true
    }

    /// Drops filter and nature, so that all rows are listed.
    pub(super) fn open(&mut self) {
        self.filter.set("");
        self.nature = None;
    }

    /// Changes nature or sorting and words the result. `shown` is the table on the screen with its plan.
    pub(super) fn arrange(&mut self, session: &Session, shown: Option<(&Plan, &Table)>, arrange: Arrange) -> String {
        match (arrange, shown) {
            (Arrange::Nature, _) => {
                self.nature = self.next_nature(session);
                let now = |nature| wording::only_now(&session.keymap, nature);
                self.nature.as_deref().map_or_else(|| pages::ANY_NATURE.to_string(), now)
            }
            (Arrange::Column(_) | Arrange::Order, Some((_, table))) if self.units(table).len() > 1 => {
                self.unorder();
                wording::unlike_units(&session.keymap, &self.units(table))
            }
            (Arrange::Column(step), Some((plan, table))) => {
                let n_columns = values(table).count().max(1);
                let from = if step.is_forward() { n_columns - 1 } else { 0 };
                let by = if step.is_forward() { 1 } else { n_columns - 1 };
                self.column = Some((self.column.unwrap_or(from) + by) % n_columns);
                self.way = self.way.or(Some(SortOrder::Ascending));
                self.order_in_words(session, plan, table)
            }
            (Arrange::Order, Some((plan, table))) => {
                self.column = self.column.or(Some(0));
                self.way = match self.way {
                    None => Some(SortOrder::Ascending),
                    Some(SortOrder::Ascending) => Some(SortOrder::Descending),
                    Some(SortOrder::Descending) => None,
                };
                self.order_in_words(session, plan, table)
            }
            (Arrange::Column(_) | Arrange::Order, None) => pages::no_tables(session.keymap.key(wording::SELECT_PLANS)),
            (Arrange::Only(_), _) => wording::not_here(&session.keymap),
        }
    }

    /// Words by which column the rows are sorted.
    fn order_in_words(&self, session: &Session, plan: &Plan, table: &Table) -> String {
        let Some((at, way)) = self.order(table) else { return pages::AS_IN_PRINT.to_string() };
        let head = values(table).nth(at).map(|column| wording::column(column, plan.region.as_deref()));
        wording::ordered(&session.keymap, &wording::column_in_line(&head.unwrap_or_default()), way)
    }

    /// Returns the nature after the current one, `None` behind the last. The natures are those
    /// that the selected plans print.
    fn next_nature(&self, session: &Session) -> Option<String> {
        let rows = session.plans_with_contents().flat_map(|(_, plan)| plan.tables()).flat_map(|table| &table.rows);
        let natures = indicator::natures(rows);
        let held = self.nature.as_deref().and_then(|held| natures.iter().position(|nature| *nature == held));
        let next = if self.nature.is_none() { 0 } else { held? + 1 };
        natures.get(next).map(|nature| (*nature).to_owned())
    }

    /// Words what leaves rows out; empty where nothing does.
    pub(super) fn narrowed(&self) -> String {
        let typed = Some(self.filter.text()).filter(|typed| !typed.is_empty());
        let typed = typed.map(browser::filtered);
        typed.into_iter().chain(self.nature.as_deref().map(pages::only)).collect::<Vec<_>>().join(" ")
    }

    /// Returns the typed filter, folded for comparison.
    fn query(&self) -> String {
        fold(self.filter.text().trim())
    }

    /// Whether a row has the nature, and answers to a folded query by its name, its group or its nature.
    fn answers(&self, row: &Row, query: &str) -> bool {
        let has = |text: Option<&str>| text.is_some_and(|text| !highlights(text, query).is_empty());
        let is_of_nature = self.nature.is_none() || row.nature == self.nature;
        is_of_nature
            && (query.is_empty() || has(Some(&row.name)) || has(row.domain.as_deref()) || has(row.nature.as_deref()))
    }
}

/// Returns the columns of a table that hold values.
fn values(table: &Table) -> impl Iterator<Item = &Column> {
    table.columns.iter().filter(|column| column.role == ColumnRole::Value)
}
