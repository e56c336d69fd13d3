//! The popup that compares one indicator over the plans. What it says comes from `compare::report`; here it
//! becomes rows of the screen.

use crate::analysis::comparison::grid::{self, Grid, GridRow};
use crate::analysis::comparison::plot::{self, GAP, Plot, Sketch};
use crate::analysis::comparison::report::{self, Report, Section, Standing};
use crate::analysis::comparison::{self, CompareRow};
use crate::app::input::action::{Action, PopupAction};
use crate::app::popups::menus;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::Location;
use crate::app::state::session::Session;
use crate::app::widgets::popup::{Entry, Popup, PopupBody};
use crate::command::{self, Command};
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};
use crate::text::wrap::{Indent, wrap_with};
use crate::words::{overlays, punctuation};

/// The indent of a line in a section and of its further rows, in cells.
const LINE: Indent = Indent { first: 2, rest: 4 };

/// Draws the comparison of one indicator over the selected plans.
#[derive(Debug)]
struct CompareTable {
    report: Report,
    sketch: Sketch,
    /// Which key shows the compared rows as printed, in words.
    hint: String,
}

/// Makes the popup for a row of a table; `None` where the registry does not know its indicator.
pub(crate) fn popup(session: &Session, location: &Location) -> Option<Popup> {
    let Location::Indicator(table, row) = location else { return None };
    let plans: Vec<&str> = session.plans().map(|(_, plan)| plan.id.as_str()).collect();
    let table = session.plans_with_contents().flat_map(|(_, plan)| plan.tables()).find(|each| each.id == *table)?;
    let row = table.rows.get(*row)?;
    let is_it =
        |each: &CompareRow| each.table == Some(table.id.as_str()) && each.lines == row.lines && each.name == row.name;
    let dataset = session.dataset();
    let all = comparison::all(dataset, session.registry(), &plans, |plan| session.targets(plan));
    let found = all.into_iter().find(|one| one.rows.iter().any(is_it))?;
    let indicator = Some(found.indicator.to_owned());
    let command = command::Compare { indicator, plans: session.plan_filter(), nature: None };
    let title = punctuation::labelled(overlays::COMPARE, found.indicator);
    let hint = overlays::enter_for_rows(session.keymap.key(Action::Popup(PopupAction::Choose)));
    let drawn = CompareTable { report: report::describe(dataset, &found), sketch: Sketch::new(dataset, &found), hint };
    let rows = found.rows.iter().flat_map(|row| printed(session, row)).collect();
    Some(
        Popup::drawn(&title, Box::new(drawn))
            .commanded(Command::Compare(command))
            .with_further(overlays::ROW.get(), rows),
    )
}

/// Makes the entries of a compared row as its table prints it, with an empty line behind; none for a target of the text.
fn printed(session: &Session, row: &CompareRow) -> Vec<Entry> {
    let found = session.dataset().plan(row.plan).and_then(|plan| {
        let table = plan.tables().find(|table| Some(table.id.as_str()) == row.table)?;
        Some((plan, table, table.rows.iter().find(|each| each.lines == row.lines && each.name == row.name)?))
    });
    let Some((plan, table, row)) = found else { return Vec::new() };
    menus::row_entries(session, plan, table, row).into_iter().chain([Entry::new("", "", Role::Text)]).collect()
}

impl PopupBody for CompareTable {
    fn rows(&self, cells: usize, width: Width) -> Vec<Row> {
        let report = &self.report;
        let mut page = Painter { cells, width, rows: Vec::new() };
        page.text(&format!("{}{}{}", report.measure, punctuation::GAP, self.hint), Indent::NONE, Role::Dim);
        page.rows.push(Row::default());
        match grid::fit(report, cells, width) {
            Some(grid) => page.grid(&grid),
            None => page.list(report),
        }
        for section in &report.sections {
            page.section(section);
        }
        if let Some(plot) = plot::fit(&self.sketch, cells) {
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
            self.text(&line.text, LINE, role);
        }
    }

    /// Adds the grid of values: plans down, years across, and below each row why it cannot be compared.
    fn grid(&mut self, grid: &Grid) {
        let heads: Vec<(&str, Role)> = grid.heads.iter().map(|head| (head.as_str(), Role::Dim)).collect();
        self.columns(&heads, &grid.widths);
        for row in &grid.rows {
            for texts in &row.lines {
                let roles = roles(row, texts.len());
                let cells: Vec<(&str, Role)> = texts.iter().map(String::as_str).zip(roles).collect();
                self.columns(&cells, &grid.widths);
            }
            self.why(&row.why_not);
        }
    }

    /// Adds one row of texts in columns of these widths.
    fn columns(&mut self, texts: &[(&str, Role)], widths: &[usize]) {
        let mut line = RowBuilder::new(self.cells, self.width);
        for ((text, role), cells) in texts.iter().zip(widths) {
            line.column(text, *cells, Align::Left, *role).gap(grid::GAP);
        }
        self.rows.push(line.build());
    }

    /// Adds the reason why the row above cannot be compared; nothing for a row that can.
    fn why(&mut self, why_not: &str) {
        if !why_not.is_empty() {
            self.text(&punctuation::labelled(Standing::NotComparable.name(), why_not), LINE, Role::Warning);
        }
    }

    /// Adds the values as a list, one row of a plan after the other.
    fn list(&mut self, report: &Report) {
        for row in &report.rows {
            let mut line = RowBuilder::new(self.cells, self.width);
            line.put(&row.name, name_role(row.standing)).gap(GAP).put(row.standing.name(), standing_role(row.standing));
            self.rows.push(line.build());
            let cells = report.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty());
            let values: Vec<(String, Role)> = cells
                .map(|(column, cell)| {
                    (
                        format!("{column} {}", cell.text.replace('\n', punctuation::SEMICOLON.get())),
                        value_role(cell.is_target),
                    )
                })
                .collect();
            self.fill(&values);
            self.why(&row.why_not);
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

    /// Adds the chart, and below it what each letter stands for.
    fn plot(&mut self, plot: &Plot) {
        self.heading(&plot.heading);
        for line in &plot.lines {
            self.rows.push(plain(&format!("{}{line}", " ".repeat(GAP)), Role::Target, self.cells, self.width));
        }
        for (name, points) in &plot.legend {
            self.text(&format!("{name}{}{points}", punctuation::GAP), Indent { first: 2, rest: 6 }, Role::Text);
        }
    }
}

/// Returns the roles of the texts of a row of the grid: its name, its values, what kind of row it is.
fn roles(row: &GridRow, n_columns: usize) -> Vec<Role> {
    let mut roles = vec![name_role(row.standing)];
    roles.extend(row.targets.iter().map(|is_target| value_role(*is_target)));
    roles.resize(n_columns.saturating_sub(1), Role::Value);
    roles.push(standing_role(row.standing));
    roles
}

/// Returns the role of the name of a row.
fn name_role(standing: Standing) -> Role {
    if standing == Standing::Beside { Role::Dim } else { Role::Number }
}

/// Returns the role of a value in the grid.
fn value_role(is_target: bool) -> Role {
    if is_target { Role::Target } else { Role::Value }
}

/// Returns the role of the word that says what kind of row it is.
fn standing_role(standing: Standing) -> Role {
    match standing {
        Standing::Comparable | Standing::Finished | Standing::Beside => Role::Dim,
        Standing::NotComparable | Standing::NotListed => Role::Warning,
    }
}
