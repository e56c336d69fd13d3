//! The popup that compares one indicator over the plans. What it says comes from `compare::report`; here it
//! becomes rows of the screen.

use std::sync::Arc;

use crate::analysis::indicators::compare::plot::{self, GAP, Plot};
use crate::analysis::indicators::compare::report::{self, Comparability, Report, Section};
use crate::analysis::indicators::compare::{self, CompareRow};
use crate::app::popups::menus;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::Location;
use crate::app::state::session::Session;
use crate::app::widgets::popup::{Entry, Popup, PopupBody};
use crate::app::wording;
use crate::command::{self, Command};
use crate::model::Dataset;
use crate::registry::Registry;
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};
use crate::text::wrap::{Indent, wrap_with};

/// The indent of a line in a section and of its further rows, in cells.
const LINE: Indent = Indent { first: 2, rest: 4 };

/// The indent of a line that belongs to the one above it, in cells.
const WITHIN: Indent = Indent { first: 4, rest: 6 };

/// Draws the comparison of one indicator over the selected plans.
#[derive(Debug)]
struct CompareTable {
    dataset: Arc<Dataset>,
    registry: Arc<Registry>,
    /// The ids of the selected plans.
    plans: Vec<String>,
    /// The id of the indicator in the registry.
    id: String,
}

/// Makes the popup for a row of a table; `None` where the registry does not know its indicator.
pub(crate) fn popup(session: &Session, location: &Location) -> Option<Popup> {
    let Location::Indicator(table, row) = location else { return None };
    let plans: Vec<String> = session.plans().map(|(_, plan)| plan.id.clone()).collect();
    let ids: Vec<&str> = plans.iter().map(String::as_str).collect();
    let table = session.plans_with_contents().flat_map(|(_, plan)| plan.tables()).find(|each| each.id == *table)?;
    let row = table.rows.get(*row)?;
    let is_it = |each: &CompareRow| each.table == table.id && each.lines == row.lines && each.name == row.name;
    let found =
        compare::all(session.dataset(), session.registry(), &ids).into_iter().find(|one| one.rows.iter().any(is_it))?;
    let indicator = Some(found.indicator.to_owned());
    let command = command::Compare { indicator, plans: session.plan_filter(), nature: None };
    let title = format!("{}：{}", wording::COMPARE, found.indicator);
    let id = found.id.to_owned();
    let drawn =
        CompareTable { dataset: Arc::clone(session.dataset()), registry: Arc::clone(session.registry()), plans, id };
    let rows = found.rows.iter().flat_map(|row| printed(session.dataset(), row)).collect();
    Some(Popup::drawn(&title, Box::new(drawn)).commanded(Command::Compare(command)).with_further(wording::ROW, rows))
}

/// Makes the entries of a compared row as its table prints it, with an empty line behind.
fn printed(dataset: &Dataset, row: &CompareRow) -> Vec<Entry> {
    let found = dataset.plan(row.plan).and_then(|plan| {
        let table = plan.tables().find(|table| table.id == row.table)?;
        Some((plan, table, table.rows.iter().find(|each| each.lines == row.lines && each.name == row.name)?))
    });
    let entries = found.map(|(plan, table, row)| menus::row_entries(plan, table, row)).unwrap_or_default();
    entries.into_iter().chain([Entry::new("", "", Role::Text)]).collect()
}

impl PopupBody for CompareTable {
    fn rows(&self, cells: usize, width: Width) -> Vec<Row> {
        let ids: Vec<&str> = self.plans.iter().map(String::as_str).collect();
        let Some(one) = compare::by_id(&self.dataset, &self.registry, &ids, &self.id) else { return Vec::new() };
        let report = report::describe(&self.dataset, &one);
        let mut page = Painter { cells, width, rows: Vec::new() };
        page.text(&format!("{}　{}", report.measure, wording::ENTER_FOR_ROWS), Indent::NONE, Role::Dim);
        page.rows.push(Row::default());
        if !page.table(&report) {
            page.list(&report);
        }
        for section in &report.sections {
            page.section(section);
        }
        if let Some(plot) = plot::fit(&self.dataset, &one, cells, width) {
            page.plot(&plot);
        }
        page.rows
    }
}

/// The rows that are being made.
struct Painter {
    cells: usize,
    width: Width,
    rows: Vec<Row>,
}

impl Painter {
    /// Adds a text on as many rows as it takes.
    fn text(&mut self, text: &str, indent: Indent, role: Role) {
        let text = one_line(text);
        for (at, range) in wrap_with(&text, indent, self.cells, self.width).into_iter().enumerate() {
            let mut line = RowBuilder::new(self.cells, self.width);
            line.gap(indent.cells(at == 0, self.cells)).put(text.get(range).unwrap_or_default(), role);
            self.rows.push(line.build());
        }
    }

    /// Adds an empty row and a heading.
    fn heading(&mut self, text: &str) {
        self.rows.push(Row::default());
        self.text(text, Indent::NONE, Role::Title);
    }

    fn section(&mut self, section: &Section) {
        self.heading(section.heading);
        for line in &section.lines {
            let role = if line.is_warning { Role::Warning } else { Role::Text };
            self.text(&line.text, if line.is_indented { WITHIN } else { LINE }, role);
        }
    }

    /// Adds the table of values: a row for each row of a plan, a column for each year or region. Returns `false` and
    /// adds nothing where it is too wide.
    fn table(&mut self, report: &Report) -> bool {
        let mut table = vec![vec![(wording::TABS.first().copied().unwrap_or_default(), Role::Dim)]];
        if let Some(head) = table.first_mut() {
            head.extend(report.columns.iter().map(|column| (column.as_str(), Role::Dim)));
        }
        for row in &report.rows {
            let mut cells = vec![(row.plan.as_str(), Role::Number)];
            cells.extend(row.cells.iter().map(|cell| (cell.text.as_str(), cell_role(cell))));
            cells.resize(report.columns.len() + 1, ("", Role::Value));
            cells.push((row.comparability.name(), standing_role(row.comparability)));
            table.push(cells);
        }
        let n_columns = report.columns.len() + 2;
        let widest = |at: usize| {
            table.iter().filter_map(|row| row.get(at)).map(|(text, _)| self.width.of(&one_line(text))).max()
        };
        let widths: Vec<usize> = (0..n_columns).map(|at| widest(at).unwrap_or(0)).collect();
        if widths.iter().sum::<usize>() + GAP * (n_columns - 1) > self.cells {
            return false;
        }
        for row in table {
            let mut line = RowBuilder::new(self.cells, self.width);
            for ((text, role), cells) in row.iter().zip(&widths) {
                line.column(text, *cells, Align::Left, *role).gap(GAP);
            }
            self.rows.push(line.build());
        }
        true
    }

    /// Adds the values as a list, one row of a plan after the other.
    fn list(&mut self, report: &Report) {
        for row in &report.rows {
            let mut line = RowBuilder::new(self.cells, self.width);
            line.put(&row.plan, Role::Number).gap(GAP).put(row.comparability.name(), standing_role(row.comparability));
            self.rows.push(line.build());
            let cells = report.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty());
            let values: Vec<(String, Role)> =
                cells.map(|(column, cell)| (format!("{column} {}", cell.text), cell_role(cell))).collect();
            self.fill(&values);
        }
    }

    /// Adds texts one after the other; one that does not fit its row goes on the next.
    fn fill(&mut self, texts: &[(String, Role)]) {
        if texts.is_empty() {
            return;
        }
        let new = || {
            let mut line = RowBuilder::new(self.cells, self.width);
            line.gap(GAP);
            line
        };
        let mut rows = Vec::new();
        let mut line = new();
        for (text, role) in texts {
            let fresh = self.cells.saturating_sub(GAP);
            if self.width.of(&one_line(text)) > line.left() && line.left() < fresh {
                rows.push(std::mem::replace(&mut line, new()).build());
            }
            line.put(text, *role).gap(GAP);
        }
        rows.push(line.build());
        self.rows.extend(rows);
    }

    /// Adds the chart: names, scale, and the values beside or below it.
    fn plot(&mut self, plot: &Plot) {
        self.heading(&plot.heading);
        let ends = format!("{}{}", " ".repeat(plot.names + GAP * 2), plot.ends);
        self.rows.push(plain(&ends, Role::Dim, self.cells, self.width));
        for line in &plot.lines {
            let mut row = RowBuilder::new(self.cells, self.width);
            row.gap(GAP).column(&line.name, plot.names, Align::Left, Role::Number);
            row.gap(GAP).put(&line.drawn, Role::Target);
            if plot.has_values_beside {
                row.gap(GAP).put(&line.points, Role::Text);
            }
            self.rows.push(row.build());
            if !plot.has_values_beside {
                self.text(&line.points, Indent { first: 4, rest: 4 }, Role::Text);
            }
        }
    }
}

/// Returns the role of a value in the table.
fn cell_role(cell: &report::Cell) -> Role {
    if cell.is_target { Role::Target } else { Role::Value }
}

/// Returns the role of the word that says whether a row is comparable.
fn standing_role(standing: Comparability) -> Role {
    match standing {
        Comparability::Comparable => Role::Dim,
        Comparability::NotComparable | Comparability::NotListed => Role::Warning,
    }
}
