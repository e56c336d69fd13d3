//! Makes cells into an indicator table: reads the headers, repairs shifted and merged rows, fills groups down.
//!
//! What the document has lost is not guessed but reported as a doubt: a row whose group is lost has no group.

use crate::importer::assignment;
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::column::{self, Context};
use crate::importer::grid::{header, is_header};
use crate::importer::mark;
use crate::importer::paragraph::tidy;
use crate::lexicon::table::{DOMAINS, NATURES};
use crate::model::{Column, ColumnRole, Doubt, DoubtKind, Row, Table};
use crate::registry::{unit, value};
use crate::text::fold::squeeze;

/// The place of a table in its plan.
pub(super) struct Place<'a> {
    /// The id for the table: `foshan-2030/t1`.
    pub(super) id: String,
    /// The id of the node that contains it.
    pub(super) node: &'a str,
    /// The line printed above it as a title, if there is one.
    pub(super) title: Option<String>,
}

/// Reads a grid as a table of indicators.
pub(super) fn read(grid: &Grid, place: Place, context: &Context, findings: &mut Vec<Doubt>) -> Table {
    let n_header = header_rows(grid);
    let headers = headers(grid.rows.get(..n_header).unwrap_or_default(), grid);
    let columns = columns(&headers, grid, n_header, context, findings);
    let merges_groups = merges_groups(&columns, grid.rows.get(n_header..).unwrap_or_default());
    let mut reader = Reader { columns: &columns, findings, merges_groups, domain: None, rows: Vec::new() };
    let printed_headers: Vec<Vec<String>> = grid.rows.iter().take(n_header).map(|row| squeezed(row)).collect();
    let mut printed =
        grid.rows.iter().skip(n_header).filter(|row| !printed_headers.contains(&squeezed(row))).peekable();
    while let Some(row) = printed.next() {
        match (row.as_slice(), printed.peek()) {
            // A cell across all columns is the name of the group of the rows below it.
            ([group], Some(below)) if below.len() > 1 => {
                reader.fill_group(Some(group.text.clone()), false, group.lines[0]);
            }
            ([group, ..], Some(below)) if is_group(row, below, &columns) => {
                reader.fill_group(Some(group.text.clone()), false, group.lines[0]);
            }
            _ => reader.read_row(row),
        }
    }
    let rows = reader.rows;
    let first = grid.rows.first().and_then(|row| row.first()).map_or(0, |cell| cell.lines[0]);
    let last = rows.last().map_or(first, |row| row.lines[1]);
    Table { id: place.id, title: place.title, node: place.node.to_owned(), lines: [first, last], columns, rows }
}

/// Whether a row names the group of the rows below it: it prints words in the column of the names and nothing else, the row
/// below has values, and no column holds the groups.
fn is_group(row: &[Cell], below: &[Cell], columns: &[Column]) -> bool {
    let n_printed = |row: &[Cell]| row.iter().filter(|cell| !cell.text.is_empty()).count();
    let names = columns.first().is_some_and(|column| matches!(column.role, ColumnRole::Name | ColumnRole::Number));
    let has_groups = columns.iter().any(|column| column.role == ColumnRole::Domain);
    let is_words = row.first().is_some_and(|cell| !cell.text.is_empty() && !is_ordinal(&cell.text));
    names && !has_groups && is_words && columns.len() > 2 && n_printed(row) == 1 && n_printed(below) > 2
}

fn squeezed(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| squeeze(&cell.text)).collect()
}

/// The number of rows of the header. A second row has no name of an indicator and gives years below
/// groups (中山 lines 231–232).
fn header_rows(grid: &Grid) -> usize {
    let heads_tasks = |row: &GridRow| row.iter().any(|cell| assignment::is_head_of_tasks(&cell.text));
    let heads =
        |row: &GridRow| is_header(row) || heads_numbers(row, grid) || heads_tasks(row) || header::height(grid) > 1;
    let Some(first) = grid.rows.first().filter(|row| heads(row)) else { return 0 };
    let spans = first.iter().any(|cell| cell.text.is_empty());
    let below = grid.rows.get(1).is_some_and(|row| {
        row.first().is_some_and(|cell| cell.text.is_empty())
            && row.iter().filter(|cell| !cell.text.is_empty()).all(|cell| column::year(&cell.text).is_some())
    });
    if spans && below { 2 } else { header::height(grid) }
}

/// Whether the first row of a table is a header by what stands below it, if no list knows its words (县（区）, 机构类别): words in
/// each of its cells, and below at least one of them nothing but numbers. Digits make a cell no header, but for a year.
fn heads_numbers(first: &[Cell], grid: &Grid) -> bool {
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok();
    let is_word = |text: &str| {
        text.chars().any(char::is_alphabetic)
            && (column::year(text).is_some() || !text.contains(|c: char| c.is_ascii_digit()))
    };
    let heads = |at: usize| {
        let cells = grid.rows.iter().skip(1).filter_map(|row| row.get(at)).filter(|cell| !cell.text.is_empty());
        let numbers: Vec<bool> = cells.map(|cell| is_number(&cell.text)).collect();
        numbers.len() > 1 && numbers.into_iter().all(|is_number| is_number)
    };
    first.iter().all(|cell| is_word(&cell.text)) && (1..first.len()).any(heads)
}

/// The header of each column; a group over several columns is repeated before each, with a space between.
fn headers(rows: &[GridRow], grid: &Grid) -> Vec<String> {
    let width = grid.rows.first().map_or(0, Vec::len);
    let text = |row: usize, at: usize| rows.get(row).and_then(|row| row.get(at)).map_or("", |cell| cell.text.as_str());
    let mut group = "";
    (0..width)
        .map(|at| {
            let (above, below) = (text(0, at), text(1, at));
            if !above.is_empty() {
                group = above;
            }
            match (above, below) {
                (_, "") => above.to_owned(),
                _ => format!("{group} {below}"),
            }
        })
        .collect()
}

/// Reads the columns by their headers. A table that has lost its header is read by the contents
/// of its cells, and reported.
fn columns(
    headers: &[String],
    grid: &Grid,
    n_header: usize,
    context: &Context,
    findings: &mut Vec<Doubt>,
) -> Vec<Column> {
    if n_header > 0 {
        let mut columns = column::read(headers, context);
        read_by_shape(&mut columns, grid, n_header);
        if !columns.iter().any(|column| column.role == ColumnRole::Name)
            && let Some(at) = column_of_names(&columns, grid, n_header)
            && let Some(column) = columns.get_mut(at)
        {
            *column = Column { role: ColumnRole::Name, scope: None, year: None, kind: None, ..column.clone() };
        }
        return columns;
    }
    let line = grid.rows.first().and_then(|row| row.first()).map_or(0, |cell| cell.lines[0]);
    findings.push(Doubt { line, kind: DoubtKind::NoHeader });
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut named = false;
    (0..width)
        .map(|at| {
            let cells = || grid.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
            let role = match () {
                () if cells().any(|text| NATURES.contains(text)) => ColumnRole::Nature,
                () if cells().filter(|text| !text.is_empty()).all(is_ordinal) => ColumnRole::Number,
                () if !named && cells().any(|text| text.chars().count() > 5) => ColumnRole::Name,
                () if !named => ColumnRole::Domain,
                () => ColumnRole::Value,
            };
            named |= role == ColumnRole::Name;
            Column { header: String::new(), role, scope: None, year: None, kind: None }
        })
        .collect()
}

/// Whether a cell is of some kind.
type IsOfKind = fn(&str) -> bool;

/// Gives those columns a role whose heads no list knows, and whose cells are all of one kind: units, natures, or ordinals that stand
/// first.
fn read_by_shape(columns: &mut [Column], grid: &Grid, n_header: usize) {
    let kinds: [(ColumnRole, IsOfKind); 3] = [
        (ColumnRole::Unit, unit::is_unit),
        (ColumnRole::Nature, |text| NATURES.contains(text)),
        (ColumnRole::Number, is_code),
    ];
    for (role, is_of_kind) in kinds {
        if columns.iter().any(|column| column.role == role) {
            continue;
        }
        let are_all = |at: usize| {
            let cells = grid.rows.iter().skip(n_header).filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
            let printed: Vec<&str> = cells.filter(|text| !text.is_empty()).collect();
            printed.len() > 1 && printed.iter().all(|text| is_of_kind(text))
        };
        let is_unknown = |column: &Column| column.role == ColumnRole::Value && column.year.is_none();
        let found = columns.iter_mut().enumerate().find(|(at, column)| {
            is_unknown(column) && column.kind.is_none() && (role != ColumnRole::Number || *at == 0) && are_all(*at)
        });
        if let Some((_, column)) = found {
            *column = Column { role, scope: None, year: None, kind: None, ..column.clone() };
        }
    }
}

/// Whether a cell is an ordinal or a code: 3, A3.
fn is_code(text: &str) -> bool {
    text.len() <= 4 && text.chars().all(|c| c.is_ascii_alphanumeric()) && text.ends_with(|c: char| c.is_ascii_digit())
}

/// The column that names the rows of a table whose header does not say which it is: one headed 单位 that holds those who do
/// something, and no units; else the first column of words that is of no year; else the groups, where all others are values.
fn column_of_names(columns: &[Column], grid: &Grid, n_header: usize) -> Option<usize> {
    let printed = |at: usize| {
        let cells = grid.rows.iter().skip(n_header).filter_map(move |row| row.get(at)).map(|cell| cell.text.as_str());
        cells.filter(|text| !text.is_empty())
    };
    let holds_units = |at: usize| printed(at).any(unit::is_unit);
    let holds_words = |at: usize| printed(at).any(|text| text.contains(char::is_alphabetic));
    let position = |is_meant: &dyn Fn(usize, &Column) -> bool| {
        columns.iter().enumerate().find(|(at, column)| is_meant(*at, column)).map(|(at, _)| at)
    };
    position(&|at, column| column.role == ColumnRole::Unit && !holds_units(at))
        .or_else(|| {
            position(&|at, column| column.role == ColumnRole::Value && column.year.is_none() && holds_words(at))
        })
        .or_else(|| position(&|_, column| column.role == ColumnRole::Domain))
        .or_else(|| position(&|_, column| column.role == ColumnRole::Value))
}

fn is_ordinal(text: &str) -> bool {
    !text.is_empty() && text.len() <= 3 && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a row has lost the cell of its group: its ordinal is in the column of the groups, and there are words in the
/// column of the ordinals.
fn is_shifted(columns: &[Column], cells: &[String]) -> bool {
    let roles = columns.iter().map(|column| column.role);
    let starts = roles.take(2).eq([ColumnRole::Domain, ColumnRole::Number]);
    let free = cells.len() < columns.len() || cells.last().is_some_and(String::is_empty);
    let [first, second, ..] = cells else { return false };
    starts && free && is_ordinal(first) && !is_ordinal(second) && !second.is_empty()
}

/// Whether a row of a table without ordinals lacks the cell of its group: its name is in the column of the groups, and
/// its unit or first value in the column of the names.
fn is_below_group(columns: &[Column], cells: &[String]) -> bool {
    let roles = columns.iter().map(|column| column.role);
    let starts = roles.take(2).eq([ColumnRole::Domain, ColumnRole::Name]);
    let [first, second, ..] = cells else { return false };
    let is_words = |text: &str| text.contains(|mark| ('\u{4e00}'..='\u{9fff}').contains(&mark));
    let is_name = |text: &str| is_words(text) && !unit::is_unit(text);
    starts && cells.len() + 1 == columns.len() && is_name(first) && !second.is_empty() && !is_name(second)
}

/// Whether a row of a table that closes with words lacks the cell of its group: its name has the mark of the names above it
/// (2.手术占比), or a nature stands in the column before that of the natures.
fn lacks_group(columns: &[Column], cells: &[String]) -> bool {
    let roles = columns.iter().map(|column| column.role);
    let starts = roles.take(2).eq([ColumnRole::Domain, ColumnRole::Name]);
    let nature = columns.iter().position(|column| column.role == ColumnRole::Nature);
    let is_early = nature.and_then(|at| cells.get(at.checked_sub(1)?)).is_some_and(|text| NATURES.contains(text));
    let is_short =
        cells.len() + 1 == columns.len() || cells.len() == columns.len() && cells.last().is_some_and(String::is_empty);
    let is_numbered =
        cells.first().and_then(|text| mark::read(text)).is_some_and(|mark| mark.class == mark::Class::Arabic);
    starts && is_short && (is_early || is_numbered && cells.len() < columns.len())
}

/// Whether the table prints each group once, in a cell merged over its rows, so that the rows below have one cell less.
/// Then most rows do, and it is not that a single row has lost its cell.
fn merges_groups(columns: &[Column], rows: &[GridRow]) -> bool {
    let texts = |row: &GridRow| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    let n_short = rows.iter().filter(|row| row.len() < columns.len() && is_shifted(columns, &texts(row))).count();
    n_short * 2 > rows.len()
}

/// Reads the rows one after the other, and keeps the group that is filled down.
struct Reader<'a> {
    columns: &'a [Column],
    findings: &'a mut Vec<Doubt>,
    /// Whether a group is printed once for all rows below it.
    merges_groups: bool,
    domain: Option<String>,
    rows: Vec<Row>,
}

impl Reader<'_> {
    fn read_row(&mut self, printed: &[Cell]) {
        let lines = printed.iter().filter(|cell| !cell.text.is_empty()).map(|cell| cell.lines);
        let Some(lines) = lines.reduce(|all, one| [all[0].min(one[0]), all[1].max(one[1])]) else { return };
        let (cells, lost_domain) = self.fit_row(printed, lines[0]);
        let one = |role: ColumnRole| {
            let at = self.columns.iter().position(|column| column.role == role)?;
            cells.get(at).filter(|text| !text.is_empty()).cloned()
        };
        let name = one(ColumnRole::Name).unwrap_or_default();
        let (number, unit, nature) = (one(ColumnRole::Number), one(ColumnRole::Unit), one(ColumnRole::Nature));
        let domain = one(ColumnRole::Domain);
        let values: Vec<Option<String>> = self
            .columns
            .iter()
            .zip(&cells)
            .filter(|(column, _)| column.role == ColumnRole::Value)
            .map(|(_, text)| (!text.is_empty()).then(|| text.clone()))
            .collect();
        self.fill_group(domain, lost_domain, lines[0]);
        self.rows.push(Row {
            domain: self.domain.clone(),
            number,
            unit: unit.or_else(|| unit::unit_of_name(&name)),
            notes: values.iter().flatten().flat_map(|raw| value::remarks(raw)).collect(),
            name,
            nature,
            lines,
            cells: values,
        });
    }

    /// Fills the group down. Rows below a lost cell of a group have no group until the next one is printed.
    fn fill_group(&mut self, printed: Option<String>, lost: bool, line: u32) {
        let Some(domain) = printed else {
            if lost {
                self.domain = None;
            }
            return;
        };
        let whole = self.domain.as_ref().map(|above| format!("{above}{}", tidy(&domain)));
        if let Some(whole) = whole.filter(|whole| DOMAINS.contains(whole)) {
            let above = self.domain.take();
            for row in self.rows.iter_mut().rev().take_while(|row| row.domain == above) {
                row.domain = Some(whole.clone());
            }
            self.findings.push(Doubt { line, kind: DoubtKind::SplitDomain(whole.clone()) });
            self.domain = Some(whole);
        } else {
            self.domain = Some(tidy(&domain));
        }
    }

    /// Makes a printed row as wide as the table. Returns the texts of its cells, and whether its group is lost.
    fn fit_row(&mut self, printed: &[Cell], line: u32) -> (Vec<String>, bool) {
        let width = self.columns.len();
        let mut cells: Vec<String> = printed.iter().map(|cell| cell.text.clone()).collect();
        while cells.len() > width && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.len() > width {
            let extra = cells.split_off(width).concat();
            if let Some(last) = cells.last_mut() {
                last.push_str(&extra);
            }
            self.findings.push(Doubt { line, kind: DoubtKind::ExtraCells(extra) });
        }
        let shifted = is_shifted(self.columns, &cells);
        let lost_domain = shifted && !self.merges_groups;
        if shifted || is_below_group(self.columns, &cells) || lacks_group(self.columns, &cells) {
            cells.insert(0, String::new());
            cells.truncate(width);
        }
        if lost_domain {
            self.findings.push(Doubt { line, kind: DoubtKind::ShiftedRow });
        }
        let missing = width.saturating_sub(cells.len());
        if missing > 0 {
            self.fill_short_row(&mut cells, missing, line);
        }
        (cells, lost_domain)
    }

    /// Fills a row that is some cells too short. If it still ends with its nature, one of its values was printed across
    /// several columns: the words among them, as numbers are not shared (云浮 line 32: 保持省内先进水平 for both years).
    fn fill_short_row(&mut self, cells: &mut Vec<String>, missing: usize, line: u32) {
        let nature = self.columns.iter().position(|column| column.role == ColumnRole::Nature);
        let closed = nature == Some(self.columns.len() - 1) && cells.last().is_some_and(|text| NATURES.contains(text));
        let first_value = self.columns.iter().position(|column| column.role == ColumnRole::Value).unwrap_or_default();
        let is_words =
            |text: &String| text.contains(char::is_alphabetic) && !text.contains(|c: char| c.is_ascii_digit());
        let words = (first_value..cells.len().saturating_sub(1)).find(|at| cells.get(*at).is_some_and(is_words));
        let kind =
            if let Some((at, merged)) = words.filter(|_| closed).and_then(|at| Some((at, cells.get(at)?.clone()))) {
                cells.splice(at..at, std::iter::repeat_n(merged.clone(), missing));
                DoubtKind::MergedCell { n_missing: missing, text: merged }
            } else {
                let at = if closed { cells.len() - 1 } else { cells.len() };
                cells.splice(at..at, std::iter::repeat_n(String::new(), missing));
                DoubtKind::MissingCells(missing)
            };
        self.findings.push(Doubt { line, kind });
    }
}

#[cfg(test)]
mod tests {
    use crate::importer::{self, Supplied};
    use crate::model::{Plan, Source};

    fn plan(table: &str) -> Plan {
        let source = Source { file: "dongchuan.txt".to_owned(), sha256: String::new() };
        let text = format!("一、目标\n正文。\n\n主要指标\n\n{table}\n二、任务\n正文。\n");
        importer::import(&text, source, &Supplied::default(), crate::dataset::registry().departments())
    }

    /// The rows as `domain name unit values`, and how many doubts there are.
    fn read(table: &str) -> (Vec<String>, usize) {
        let plan = plan(table);
        let rows = plan.tables().flat_map(|table| &table.rows).map(|row| {
            let values: Vec<&str> = row.cells.iter().map(|cell| cell.as_deref().unwrap_or("-")).collect();
            let [domain, unit] = [&row.domain, &row.unit].map(|text| text.as_deref().unwrap_or("-"));
            format!("{domain} {} {unit} {}", row.name, values.join(" "))
        });
        (rows.collect(), plan.findings.len())
    }

    #[test]
    fn a_group_printed_once_holds_for_the_rows_below() {
        let expected =
            ["健康水平 人均预期寿命 岁 79 80", "健康水平 婴儿死亡率 ‰ 3 2", "健康水平 孕产妇死亡率 /10万 9 8"];
        let without_ordinals = "\t领域\n\t指标\n\t单位\n\t2025年\n\t2030年\n\n\t健康水平\n\t人均预期寿命\n\t岁\n\t79\n\t80\n\n\t婴儿死亡率\n\t‰\n\t3\n\t2\n\n\t孕产妇死亡率\n\t/10万\n\t9\n\t8\n";
        let with_ordinals = "\t领域\n\t序号\n\t指标\n\t单位\n\t2025年\n\t2030年\n\n\t健康水平\n\t1\n\t人均预期寿命\n\t岁\n\t79\n\t80\n\n\t2\n\t婴儿死亡率\n\t‰\n\t3\n\t2\n\n\t3\n\t孕产妇死亡率\n\t/10万\n\t9\n\t8\n";
        for table in [without_ordinals, with_ordinals] {
            assert_eq!(read(table), (expected.map(str::to_owned).to_vec(), 0), "{table}");
        }
        // A single row that has lost the cell of its group is reported, and has no group.
        let lost = "领域\t序号\t指标\t单位\t2025年\t2030年\n健康水平\t1\t人均预期寿命\t岁\t79\t80\n\t2\t婴儿死亡率\t‰\t3\t2\n3\t孕产妇死亡率\t/10万\t9\t8\n";
        let (rows, n_doubts) = read(lost);
        assert_eq!((rows.last().map(String::as_str), n_doubts), (Some("- 孕产妇死亡率 /10万 9 8"), 1));
    }
}
