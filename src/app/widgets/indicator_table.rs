//! An indicator table as rows of cells. The name stays, the columns behind it scroll, and
//! numbers are aligned at the right.

use crate::analysis::indicators::sort::SortOrder;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::RowBuilder;
use crate::app::state::search::highlights_of_words;
use crate::app::wording;
use crate::model::{self, ColumnRole, Table, ValueKind};
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};
use crate::text::wrap::wrap;
use crate::words::punctuation;

/// The widths that a column may have at most, tried from the widest on until all columns fit. Where none makes them
/// fit, the columns are narrow and scroll. A longer cell is cut, and Enter shows it whole.
const WIDEST: [usize; 7] = [30, 24, 20, 18, 16, 14, 12];
/// In less room than this, columns that scroll are narrower still, so that two are seen at once.
const NARROW: usize = 60;
/// Cells between two columns.
const BETWEEN: usize = 2;
/// The least width of the name column, in cells; it gets less only where nothing else would be seen.
const NAME_LEAST: usize = 16;
/// The greatest width of the name column, in cells.
const NAME_MOST: usize = 46;

/// A table that is measured for a width: which columns it has and how wide they are.
pub(crate) struct IndicatorTable {
    /// The width of the ordinals in cells; 0 where none is printed.
    number: usize,
    /// The width of the longest name, in cells.
    name: usize,
    /// The columns that scroll: unit, values, nature.
    columns: Vec<Column>,
    /// Whether any cell is wider than its column.
    is_cut: bool,
    width: Width,
    /// The words to highlight in the names.
    highlighted: Vec<String>,
}

/// One of the columns that scroll.
struct Column {
    head: [String; 2],
    cells: usize,
    align: Align,
    role: Role,
    from: Source,
}

/// The part of a row that a column shows.
#[derive(Clone, Copy)]
enum Source {
    Unit,
    /// A value, by its position among the columns of values.
    Value(usize),
    Nature,
    /// The group of the row, where rows are not in the printed order.
    Domain,
}

impl Source {
    /// Returns the cell of a row as printed; `None` if nothing is printed.
    fn cell(self, row: &model::Row) -> Option<&str> {
        match self {
            Self::Unit => row.unit.as_deref(),
            Self::Value(at) => row.cells.get(at).and_then(Option::as_deref),
            Self::Nature => row.nature.as_deref(),
            Self::Domain => row.domain.as_deref(),
        }
    }
}

impl IndicatorTable {
    /// Measures a table for rows of `cells`. `home` is the plan's own region, which heads need not name.
    pub(crate) fn new(table: &Table, home: Option<&str>, cells: usize, width: Width) -> Self {
        Self::ordered(table, home, cells, width, None)
    }

    /// Measures a table whose rows are sorted by a column of values, given by its position among them: its head shows
    /// the order, and each row names its group.
    pub(crate) fn ordered(
        table: &Table,
        home: Option<&str>,
        cells: usize,
        width: Width,
        order: Option<(usize, SortOrder)>,
    ) -> Self {
        let mut grid = Self::natural(table, home, width, order);
        let least = grid.frozen(grid.least_name(cells));
        let needs = |most: usize| grid.columns.iter().map(|column| BETWEEN + column.cells.min(most)).sum::<usize>();
        let most = WIDEST.iter().copied().find(|most| least + needs(*most) <= cells);
        let most = most.unwrap_or(if cells < NARROW { 10 } else { 12 });
        for column in &mut grid.columns {
            grid.is_cut |= column.cells > most;
            column.cells = column.cells.min(most);
        }
        grid
    }

    /// Highlights these words in the names.
    pub(crate) fn highlighting(mut self, words: &[String]) -> Self {
        self.highlighted = words.to_vec();
        self
    }

    /// Measures a table with nothing cut but the very longest names.
    fn natural(table: &Table, home: Option<&str>, width: Width, order: Option<(usize, SortOrder)>) -> Self {
        let longest = |texts: &mut dyn Iterator<Item = &str>| texts.map(|text| width.of(text)).max().unwrap_or(0);
        let number = longest(&mut table.rows.iter().filter_map(|row| row.number.as_deref())).min(6);
        let name = longest(&mut table.rows.iter().map(|row| row.name.as_str()));
        let mut columns = Vec::new();
        let mut push = |head: [String; 2], from: Source, align: Align, role: Role| {
            let cells = longest(&mut table.rows.iter().filter_map(|row| from.cell(row)));
            let head_cells = head.iter().map(|text| width.of(text)).max().unwrap_or(0);
            columns.push(Column { cells: cells.max(head_cells), head, align, role, from });
        };
        let has_unit = |column: &model::Column| column.role == ColumnRole::Unit;
        if table.columns.iter().any(has_unit) {
            let head = [wording::column_role(ColumnRole::Unit).to_owned(), String::new()];
            push(head, Source::Unit, Align::Left, Role::Dim);
        }
        let values = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
        for (at, column) in values.enumerate() {
            let role = if column.kind == Some(ValueKind::Target) { Role::Target } else { Role::Value };
            let [what, year] = wording::column(column, home);
            let mark = order.filter(|(ordered, _)| *ordered == at).map_or("", |(_, way)| mark(way, width));
            push([format!("{mark}{what}"), year], Source::Value(at), Align::Right, role);
        }
        if table.rows.iter().any(|row| row.nature.is_some()) {
            let head = [wording::column_role(ColumnRole::Nature).to_owned(), String::new()];
            push(head, Source::Nature, Align::Left, Role::Dim);
        }
        if order.is_some() && table.rows.iter().any(|row| row.domain.is_some()) {
            let head = [wording::column_role(ColumnRole::Domain).to_owned(), String::new()];
            push(head, Source::Domain, Align::Left, Role::Number);
        }
        Self { number, name: name.min(NAME_MOST), columns, is_cut: name > NAME_MOST, width, highlighted: Vec::new() }
    }

    /// Returns whether rows of `cells` show everything and nothing is cut.
    pub(crate) fn shows_all(&self, cells: usize) -> bool {
        let columns: usize = self.columns.iter().map(|column| BETWEEN + column.cells).sum();
        !self.is_cut && self.frozen(self.name) + columns <= cells
    }

    /// Returns the last column that may come first behind the name; scrolling further would show nothing new.
    pub(crate) fn last_start(&self, cells: usize) -> usize {
        let mut room = cells.saturating_sub(self.frozen(self.name_cells(cells)));
        let mut start = self.columns.len();
        for column in self.columns.iter().rev() {
            let Some(rest) = room.checked_sub(BETWEEN + column.cells) else { break };
            room = rest;
            start -= 1;
        }
        start.min(self.columns.len().saturating_sub(1))
    }

    /// Returns the first column to show, as near to `start` as possible, so that this column of values is seen.
    pub(crate) fn start_for(&self, value: usize, start: usize, cells: usize) -> usize {
        let is_it = |column: &Column| matches!(column.from, Source::Value(at) if at == value);
        let at = self.columns.iter().position(is_it).unwrap_or(start);
        let is_seen = |start: &usize| self.seen(*start, cells).any(|(column, _)| is_it(column));
        (start.min(at)..=at).find(is_seen).unwrap_or(at)
    }

    /// Makes the two rows of the head, from column `start` on.
    pub(crate) fn head(&self, start: usize, cells: usize) -> [Row; 2] {
        let name = wording::column_role(ColumnRole::Name);
        [(0, name), (1, "")].map(|(at, name)| {
            let mut line = self.frozen_line("", name, Role::Bar, cells);
            for (column, more) in self.seen(start, cells) {
                let head = column.head.get(at).map_or("", String::as_str);
                line.gap(BETWEEN).column(head, column.cells, column.align, Role::Bar);
                self.more(&mut line, more && at == 0);
            }
            line.filled(Role::Bar)
        })
    }

    /// Makes one row, from column `start` on.
    pub(crate) fn row(&self, row: &model::Row, start: usize, cells: usize) -> Row {
        let mut line = self.frozen_line(row.number.as_deref().unwrap_or_default(), &row.name, Role::Text, cells);
        for (column, _) in self.seen(start, cells) {
            let cell = column.from.cell(row).unwrap_or_default();
            line.gap(BETWEEN).column(cell, column.cells, column.align, column.role);
        }
        line.build()
    }

    /// Makes the rows of the whole table, each with its first line in the document where a row of the table begins.
    pub(crate) fn rows(&self, table: &Table, cells: usize) -> Vec<(Option<u32>, Row)> {
        let mut rows: Vec<(Option<u32>, Row)> = self.head(0, cells).map(|row| (None, row)).into();
        let mut domain = None;
        for row in &table.rows {
            if row.domain.is_some() && row.domain != domain {
                domain.clone_from(&row.domain);
                let text = domain.as_deref().unwrap_or_default();
                rows.push((None, RowBuilder::new(cells, self.width).put(text, Role::Number).build()));
            }
            rows.push((Some(row.lines[0]), self.row(row, 0, cells)));
        }
        rows
    }

    /// Makes the rows of a table that is too wide: each name, and below it what its columns say.
    pub(crate) fn list(&self, table: &Table, cells: usize) -> Vec<(Option<u32>, Row)> {
        let mut rows = Vec::new();
        for row in &table.rows {
            let number = row.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
            let name = one_line(&row.name);
            let hang = self.width.of(&number);
            for (at, range) in wrap(&name, cells.saturating_sub(hang), self.width).into_iter().enumerate() {
                let mut line = RowBuilder::new(cells, self.width);
                if at == 0 {
                    line.put(&number, Role::Number);
                } else {
                    line.gap(hang);
                }
                let part = name.get(range).unwrap_or_default();
                line.put_highlighted(part, Role::Title, &highlights_of_words(part, &self.highlighted));
                rows.push(((at == 0).then_some(row.lines[0]), line.build()));
            }
            let labelled: Vec<String> = self.labelled_cells(row).map(|(head, cell)| format!("{head} {cell}")).collect();
            let labelled = labelled.join(punctuation::SEMICOLON.get());
            let labelled = one_line(&labelled);
            for range in wrap(&labelled, cells.saturating_sub(4), self.width) {
                let part = labelled.get(range).unwrap_or_default();
                rows.push((None, RowBuilder::new(cells, self.width).gap(4).put(part, Role::Value).build()));
            }
        }
        rows
    }

    /// Returns the cells of a row with the heads of their columns; empty cells are left out.
    pub(crate) fn labelled_cells<'a>(&'a self, row: &'a model::Row) -> impl Iterator<Item = (String, &'a str)> {
        self.columns.iter().filter_map(|column| Some((wording::column_in_line(&column.head), column.from.cell(row)?)))
    }

    /// Returns the width of number and name, in cells.
    fn frozen(&self, name: usize) -> usize {
        name + if self.number == 0 { 0 } else { self.number + 1 }
    }

    /// Returns the width that the name keeps where all columns are to fit.
    fn least_name(&self, cells: usize) -> usize {
        self.name.min((cells * 3 / 10).max(NAME_LEAST))
    }

    /// Returns the width of the name in a row of `cells`: what the columns leave if all fit, else its share.
    fn name_cells(&self, cells: usize) -> usize {
        let others: usize = self.columns.iter().map(|column| BETWEEN + column.cells).sum();
        let free = cells.saturating_sub(others + self.frozen(0));
        let wanted = if free >= self.least_name(cells) { free } else { (cells * 2 / 5).max(NAME_LEAST) };
        self.name.min(wanted).min(cells.saturating_sub(self.frozen(0)))
    }

    /// Starts a row with the number and the name, which do not scroll.
    fn frozen_line(&self, number: &str, name: &str, role: Role, cells: usize) -> RowBuilder {
        let mut line = RowBuilder::new(cells, self.width);
        if self.number > 0 {
            let number_role = if role == Role::Bar { Role::Bar } else { Role::Number };
            line.column(number, self.number, Align::Right, number_role).gap(1);
        }
        line.column_highlighted(name, self.name_cells(cells), role, &highlights_of_words(name, &self.highlighted));
        line
    }

    /// Returns the columns that are seen from `start` on, each with whether more columns follow behind the last. The
    /// first one is seen even if it must be cut.
    fn seen(&self, start: usize, cells: usize) -> impl Iterator<Item = (&Column, bool)> {
        let mut room = cells.saturating_sub(self.frozen(self.name_cells(cells)));
        let columns = self.columns.get(start..).unwrap_or_default();
        let mut n_seen = 0;
        for column in columns {
            let Some(rest) = room.checked_sub(BETWEEN + column.cells) else { break };
            room = rest;
            n_seen += 1;
        }
        let n_seen = n_seen.max(1);
        let has_more = n_seen < columns.len();
        columns.iter().take(n_seen).enumerate().map(move |(at, column)| (column, has_more && at + 1 == n_seen))
    }

    /// Adds the sign that more columns follow.
    fn more(&self, line: &mut RowBuilder, more: bool) {
        if more && line.left() > 1 {
            line.gap(1).put(self.width.glyphs().more_right, Role::Key);
        }
    }
}

/// Returns the sign of the sort order in the head of its column.
fn mark(way: SortOrder, width: Width) -> &'static str {
    match way {
        SortOrder::Ascending => width.glyphs().ascending,
        SortOrder::Descending => width.glyphs().descending,
    }
}
