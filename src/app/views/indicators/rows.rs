//! The rows of the screen: the head and the entries of the table shown, and the list of tables beside it.

use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain, select};
use crate::app::state::session::{Material, Session};
use crate::app::views::indicators::listing::Entry;
use crate::app::views::indicators::{Indicators, nth};
use crate::app::widgets::indicator_table::IndicatorTable;
use crate::app::wording;
use crate::model::{Plan, Table};
use crate::words::{pages, reading};

impl Indicators {
    /// Makes the three rows of the head.
    fn head(&self, session: &Session, plan: &Plan, table: &Table, grid: &IndicatorTable) -> Vec<Row> {
        let cells = usize::from(self.area.width);
        let count = reading::table_count(self.at + 1, self.tables.len());
        let mut line = RowBuilder::new(cells, session.width);
        line.reserve(session.width.of(&count) + 1).put(plan.name(), Role::Number).gap(1);
        line.put(&wording::table_title(plan, table), Role::Title).gap(1);
        line.put(plan.draft_word().unwrap_or_default(), Role::Warning);
        line.release(cells).right(&count, Role::Dim);
        let mut rows = vec![line.build()];
        rows.extend(grid.head(self.start, cells));
        rows
    }

    /// Makes a row of the table, with a mark before the name where the importer was not sure of it.
    fn row(&self, plan: &Plan, row: &crate::model::Row, grid: &IndicatorTable) -> Row {
        let cells = usize::from(self.area.width);
        let own = |line: u32| (row.lines[0]..=row.lines[1]).contains(&line);
        if plan.findings.iter().any(|doubt| own(doubt.line) && doubt.kind.correction().is_none()) {
            let name = format!("{}{}", reading::DOUBTED.get(), row.name);
            return grid.row(&crate::model::Row { name, ..row.clone() }, self.start, cells);
        }
        grid.row(row, self.start, cells)
    }

    /// Makes the rows of the table, or says why there are none.
    pub(super) fn rows(&self, session: &Session, focused: bool) -> Vec<Row> {
        let cells = usize::from(self.area.width);
        let (Some((plan, table)), Some(grid)) = (self.table(session), self.grid(session)) else {
            let why = if self.listing.is_narrowed() {
                pages::no_such_row(session.keymap.key(wording::ESCAPE))
            } else {
                pages::no_tables(session.keymap.key(wording::SELECT_PLANS))
            };
            return vec![plain(&session.why_empty(Material::Contents, &why), Role::Dim, cells, session.width)];
        };
        let mut rows = self.head(session, plan, table, &grid);
        for (at, entry) in self.entries.iter().enumerate().skip(self.cursor.top).take(self.seen()) {
            let row = match entry {
                Entry::Domain(name) => plain(name, Role::Number, cells, session.width),
                Entry::Row(at) => table.rows.get(*at).map(|row| self.row(plan, row, &grid)).unwrap_or_default(),
            };
            rows.push(if at == self.cursor.at { select(row, focused) } else { row });
        }
        rows
    }

    /// Makes the rows of the list of tables.
    pub(super) fn list_rows(&self, session: &Session) -> Vec<Row> {
        let cells = usize::from(self.list_area.width);
        let first = self.at.saturating_sub(usize::from(self.list_area.height) / 2);
        let seen = self.tables.iter().enumerate().skip(first).take(usize::from(self.list_area.height));
        seen.filter_map(|(at, each)| {
            let (plan, table) = nth(session, *each)?;
            let mut line = RowBuilder::new(cells, session.width);
            let n_rows = table.rows.len().to_string();
            line.reserve(n_rows.len() + 1).put(plan.name(), Role::Number).gap(1);
            line.put(&wording::table_title(plan, table), Role::Text).release(cells).right(&n_rows, Role::Dim);
            let row = line.build();
            Some(if at == self.at { select(row, false) } else { row })
        })
        .collect()
    }
}
