//! 指标对照: one indicator in the chosen plans as a sheet. What the plans print stands first, a plan's row after the other
//! or all in a table where that fits; then what was worked out, under words that say 推算. The rows, the pace and the
//! chart are those of `analysis::compare`.

use std::sync::Arc;

use super::command::Command;
use super::line::{Line, plain};
use super::page::{Role, Row};
use super::place::Place;
use super::sheet::{Drawn, Sheet};
use super::world::World;
use super::{App, words};
use crate::analysis::compare::chart::{self, Chart};
use crate::analysis::compare::{self, CompareRow, Comparison, pace};
use crate::model::{Dataset, Value, ValueKind};
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};
use crate::text::wrap::{Indent, wrap_with};

/// Cells of the chart's scale, at most and at least.
const CHART: (usize, usize) = (60, 12);

/// Cells between two columns.
const BETWEEN: usize = 2;

/// Below a plan's name, what it says stands in by so much.
const WITHIN: Indent = Indent { first: 2, rest: 4 };

/// An indicator in the chosen plans.
#[derive(Debug)]
struct Comparing {
    dataset: Arc<Dataset>,
    /// Ids of the chosen plans.
    plans: Vec<String>,
    /// Id of the indicator.
    id: String,
}

impl App {
    /// The indicator under the cursor in all chosen plans.
    pub(super) fn compare(&mut self) -> Option<Sheet> {
        let sheet = self.view().place(&self.world).and_then(|place| sheet(&self.world, &place));
        if sheet.is_none() {
            self.say(words::NO_SUCH_INDICATOR);
        }
        sheet
    }
}

/// The sheet for a row of a table; `None` where the registry does not know it.
fn sheet(world: &World, place: &Place) -> Option<Sheet> {
    let Place::Indicator(table, row) = place else { return None };
    let plans: Vec<String> = world.plans().map(|(_, plan)| plan.id.clone()).collect();
    let ids: Vec<&str> = plans.iter().map(String::as_str).collect();
    let table = world.plans().flat_map(|(_, plan)| plan.tables()).find(|each| each.id == *table)?;
    let row = table.rows.get(*row)?;
    let is_it = |each: &CompareRow| each.table == table.id && each.lines == row.lines && each.name == row.name;
    let found = compare::all(&world.dataset, &ids).into_iter().find(|one| one.rows.iter().any(is_it))?;
    let command = Command::new(&["compare", found.indicator]).over_chosen(world);
    let title = format!("{}：{}", words::COMPARE, found.indicator);
    let id = found.id.to_owned();
    let drawn = Comparing { dataset: Arc::clone(&world.dataset), plans, id };
    Some(Sheet::drawn(&title, Box::new(drawn)).commanded(command))
}

impl Drawn for Comparing {
    fn rows(&self, cells: usize, width: Width) -> Vec<Row> {
        let ids: Vec<&str> = self.plans.iter().map(String::as_str).collect();
        let Some(one) = compare::of(&self.dataset, &ids, &self.id) else { return Vec::new() };
        let mut page = Layout { dataset: &self.dataset, one: &one, cells, width, rows: Vec::new() };
        page.head();
        if !page.table() {
            page.list();
        }
        page.silent();
        page.unlike();
        page.paces();
        page.order();
        page.chart();
        page.rows
    }
}

/// The rows under way.
struct Layout<'a> {
    dataset: &'a Dataset,
    one: &'a Comparison<'a>,
    cells: usize,
    width: Width,
    rows: Vec<Row>,
}

impl Layout<'_> {
    /// A text over as many rows as it takes.
    fn text(&mut self, text: &str, indent: Indent, role: Role) {
        let text = one_line(text);
        for (at, range) in wrap_with(&text, indent, self.cells, self.width).into_iter().enumerate() {
            let mut line = Line::new(self.cells, self.width);
            line.gap(indent.cells(at == 0, self.cells)).put(text.get(range).unwrap_or_default(), role);
            self.rows.push(line.done());
        }
    }

    /// A heading, after an empty row.
    fn heading(&mut self, text: &str) {
        self.rows.push(Row::default());
        self.text(text, Indent::NONE, Role::Title);
    }

    /// A plan's short name with the mark of a draft.
    fn plan(&self, id: &str) -> String {
        let plan = self.dataset.plan(id);
        plan.map_or_else(|| id.to_owned(), |plan| format!("{}{}", plan.short, plan.draft_mark()))
    }

    /// Unit and direction.
    fn head(&mut self) {
        self.text(&words::compared(self.one), Indent::NONE, Role::Dim);
        self.rows.push(Row::default());
    }

    /// A row a plan's row, a column a year or another place. `false`, and nothing is put, where that does not fit.
    fn table(&mut self) -> bool {
        let columns = columns(self.one);
        let mut sheet = vec![vec![(words::TABS.first().copied().unwrap_or_default().to_owned(), Role::Dim)]];
        if let Some(head) = sheet.first_mut() {
            head.extend(columns.iter().map(|column| (column.clone(), Role::Dim)));
            head.push((String::new(), Role::Dim));
        }
        for row in &self.one.rows {
            let mut cells = vec![(self.plan(row.plan), Role::Number)];
            cells.extend(columns.iter().map(|column| cell(row, column)));
            cells.push((words::comparable(row).to_owned(), like_role(row)));
            sheet.push(cells);
        }
        let n_columns = columns.len() + 2;
        let widest = |at: usize| {
            sheet.iter().filter_map(|row| row.get(at)).map(|(text, _)| self.width.of(&one_line(text))).max()
        };
        let widths: Vec<usize> = (0..n_columns).map(|at| widest(at).unwrap_or(0)).collect();
        if widths.iter().sum::<usize>() + BETWEEN * (n_columns - 1) > self.cells {
            return false;
        }
        for row in sheet {
            let mut line = Line::new(self.cells, self.width);
            for ((text, role), cells) in row.iter().zip(&widths) {
                line.column(text, *cells, Align::Left, *role).gap(BETWEEN);
            }
            self.rows.push(line.done());
        }
        true
    }

    /// The same, a plan's row after the other.
    fn list(&mut self) {
        let columns = columns(self.one);
        for row in &self.one.rows {
            let mut line = Line::new(self.cells, self.width);
            line.put(&self.plan(row.plan), Role::Number).gap(BETWEEN).put(words::comparable(row), like_role(row));
            self.rows.push(line.done());
            let cells = columns.iter().map(|column| (column, cell(row, column)));
            let cells = cells.filter(|(_, (text, _))| !text.is_empty());
            let said: Vec<(String, Role)> =
                cells.map(|(column, (text, role))| (format!("{column} {text}"), role)).collect();
            self.fill(&said);
        }
    }

    /// Texts one after the other, one that does not fit its row any more on the next.
    fn fill(&mut self, texts: &[(String, Role)]) {
        let new = || {
            let mut line = Line::new(self.cells, self.width);
            line.gap(BETWEEN);
            line
        };
        let mut rows = Vec::new();
        let mut line = new();
        for (text, role) in texts {
            let fresh = self.cells.saturating_sub(BETWEEN);
            if self.width.of(&one_line(text)) > line.left() && line.left() < fresh {
                rows.push(std::mem::replace(&mut line, new()).done());
            }
            line.put(text, *role).gap(BETWEEN);
        }
        rows.push(line.done());
        self.rows.extend(rows);
    }

    /// The plans that have no such row.
    fn silent(&mut self) {
        if !self.one.silent.is_empty() {
            let plans: Vec<String> = self.one.silent.iter().map(|id| self.plan(id)).collect();
            self.text(&words::silent(&plans), Indent { first: 0, rest: 4 }, Role::Warning);
        }
    }

    /// How each row is printed, and why one cannot be compared.
    fn unlike(&mut self) {
        self.heading(words::AS_PRINTED);
        for row in &self.one.rows {
            let nature = row.nature.map(|nature| format!("　{nature}")).unwrap_or_default();
            let text = format!("{}　{}{nature}　{}", self.plan(row.plan), row.name, words::lines(row.lines));
            self.text(&text, WITHIN, Role::Text);
            if let Some(why) = row.why_not {
                self.text(&words::unlike(why), Indent { first: 4, rest: 6 }, Role::Warning);
            }
        }
        let levels = self.levels();
        if levels.len() > 1 {
            self.text(&words::levels(&levels), WITHIN, Role::Warning);
        }
    }

    /// The plans by the rank of their place.
    fn levels(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut levels: Vec<(&'static str, Vec<String>)> = Vec::new();
        for row in &self.one.rows {
            let Some(level) = row.level.map(compare::Level::name) else { continue };
            let plan = self.plan(row.plan);
            match levels.iter_mut().find(|(name, _)| *name == level) {
                Some((_, plans)) if plans.contains(&plan) => {}
                Some((_, plans)) => plans.push(plan),
                None => levels.push((level, vec![plan])),
            }
        }
        levels
    }

    /// The change a year, with its formula.
    fn paces(&mut self) {
        let rows: Vec<&CompareRow> = self.one.rows.iter().filter(|row| !row.pace.is_empty()).collect();
        if rows.is_empty() {
            return;
        }
        self.heading(words::PACE);
        for row in rows {
            for pace in &row.pace {
                let text = format!("{}　{}", self.plan(row.plan), words::pace(pace, self.one.unit));
                self.text(&text, WITHIN, Role::Text);
            }
        }
        let has_pace = |plan: &str| self.one.rows.iter().any(|row| row.plan == plan && !row.pace.is_empty());
        let compared = self.one.rows.iter().filter(|row| row.comparable && !has_pace(row.plan));
        let mut without: Vec<String> = compared.map(|row| self.plan(row.plan)).collect();
        without.dedup();
        if !without.is_empty() {
            self.text(&words::without_pace(&without), WITHIN, Role::Dim);
        }
    }

    /// The plans from the most ambitious on.
    fn order(&mut self) {
        let named = |row: &CompareRow| Some((row.rank?, format!("{}{}", self.plan(row.plan), last_target(row))));
        let mut ranked: Vec<(usize, String)> = self.one.rows.iter().filter_map(named).collect();
        ranked.sort();
        if ranked.len() > 1 {
            self.heading(words::ORDER);
            let named: Vec<String> = ranked.iter().map(|(rank, plan)| format!("{rank} {plan}")).collect();
            self.text(&named.join("，"), WITHIN, Role::Text);
        }
    }

    /// The chart: the names, the scale, the points as printed beside it or, where there is no room, below.
    fn chart(&mut self) {
        let draw = |cells: usize| chart::draw(self.one, u16::try_from(cells).unwrap_or(u16::MAX));
        let Some(sketch) = draw(CHART.1) else { return };
        let names: Vec<String> = sketch
            .lines
            .iter()
            .map(|line| self.one.rows.get(line.row).map(|row| self.plan(row.plan)).unwrap_or_default())
            .collect();
        let widest = names.iter().map(|name| self.width.of(name)).max().unwrap_or(0).min(self.cells / 2);
        let points = sketch.lines.iter().map(|line| self.width.of(&line.points.join("，"))).max().unwrap_or(0);
        let room = self.cells.saturating_sub(widest + BETWEEN * 2);
        let is_beside = room >= points + BETWEEN + CHART.1;
        let scale = if is_beside { room - points - BETWEEN } else { room }.min(CHART.0);
        let Some(drawn) = draw(scale) else { return };
        self.heading(words::CHART);
        self.text(&words::chart_signs(), WITHIN, Role::Dim);
        self.scale(&drawn, widest, scale);
        for (line, name) in drawn.lines.iter().zip(&names) {
            let mut row = Line::new(self.cells, self.width);
            row.gap(BETWEEN)
                .column(name, widest, Align::Left, Role::Number)
                .gap(BETWEEN)
                .put(&line.drawn, Role::Target);
            let points = line.points.join("，");
            if is_beside {
                row.gap(BETWEEN).put(&points, Role::Text);
            }
            self.rows.push(row.done());
            if !is_beside {
                self.text(&points, Indent { first: 4, rest: 4 }, Role::Text);
            }
        }
    }

    /// The ends of the scale.
    fn scale(&mut self, chart: &Chart, names: usize, cells: usize) {
        let (low, high) = (chart.low.to_string(), chart.high.to_string());
        let between = cells.saturating_sub(low.len() + high.len());
        let text = format!("{}{low}{}{high}", " ".repeat(names + BETWEEN * 2), " ".repeat(between.max(1)));
        self.rows.push(plain(&text, Role::Dim, self.cells, self.width));
    }
}

/// The last target of a row that is a number, with its year; empty where it has none.
fn last_target(row: &CompareRow) -> String {
    let targets = row.own_values().filter(|value| value.kind == Some(ValueKind::Target));
    let last = targets.filter(|value| pace::point(value).is_some()).max_by_key(|value| value.year);
    let said = last.and_then(|value| Some(format!(" {}（{}）", value.raw.as_deref()?, words::year(value.year))));
    said.unwrap_or_default()
}

/// The role of the word that says whether a row compares.
fn like_role(row: &CompareRow) -> Role {
    if row.comparable { Role::Dim } else { Role::Warning }
}

/// The heads of the columns: the plans' own years in their order, then the other places they print beside.
fn columns(one: &Comparison) -> Vec<String> {
    let mut years: Vec<Option<u16>> =
        one.rows.iter().flat_map(CompareRow::own_values).map(|value| value.year).collect();
    years.sort_unstable();
    years.dedup();
    let mut columns: Vec<String> = years.into_iter().map(words::year).collect();
    for scope in one.rows.iter().flat_map(beside).filter_map(|value| value.scope.clone()) {
        if !columns.contains(&scope) {
            columns.push(scope);
        }
    }
    columns
}

/// The values of other places that a row prints beside the plan's own.
fn beside<'a>(row: &'a CompareRow) -> impl Iterator<Item = &'a Value> {
    row.values.iter().enumerate().filter(|(at, _)| !row.own.contains(at)).map(|(_, value)| value)
}

/// What a row has in a column, and its role: that of a target where one is among it.
fn cell(row: &CompareRow, column: &str) -> (String, Role) {
    let own =
        row.own_values().filter(|value| words::year(value.year) == column).map(|value| (value, words::value(value)));
    let others = beside(row).filter(|value| value.scope.as_deref() == Some(column));
    let others = others.map(|value| (value, format!("{} {}", words::year(value.year), words::value(value))));
    let found: Vec<(&Value, String)> = own.chain(others).collect();
    let is_target = found.iter().any(|(value, _)| value.kind == Some(ValueKind::Target));
    let text = found.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("；");
    (text, if is_target { Role::Target } else { Role::Value })
}
