//! `guihua indicators`: the rows of the indicator tables as printed.

use anyhow::anyhow;

use crate::analysis::indicators::indicator::{self, IndicatorRow};
use crate::analysis::indicators::printed_number::printed_number;
use crate::analysis::indicators::sort::{self, SortOrder};
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::Selected;
use crate::command;
use crate::export::{Document, Front, Sheet, line_range};
use crate::library::Waiting;
use crate::model::{Dataset, Plan, Value};
use crate::registry::indicator::Indicators;
use crate::text::fold::fold;
use crate::words::punctuation::{SEMICOLON, labelled};
use crate::words::{self, Words, names, tables};

pub(super) fn run(args: &command::Indicators, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let dataset = &selected.dataset;
    let mut rows = indicator::rows(dataset, &selected.ids());
    if let Some(name) = &args.name {
        let indicators = library.library().registry().indicators();
        rows.retain(|row| has_name(row, name, indicators));
    }
    if let Some(nature) = args.nature {
        rows.retain(|row| row.nature == Some(nature.printed()));
    }
    if let Some(column) = args.sort.as_ref().filter(|_| !rows.is_empty()) {
        let way = if args.desc { SortOrder::Descending } else { SortOrder::Ascending };
        sort::by_column(dataset, &mut rows, column, way)
            .map_err(|columns| anyhow!(names::no_column(column, columns.join(words::LIST.get()))))?;
    }
    write(dataset, &rows, args.sort.is_some(), out)
}

/// Writes the rows; where the reader has not sorted them, a document or a workbook has a part for each plan.
fn write(dataset: &Dataset, rows: &[IndicatorRow], is_sorted: bool, out: &mut Output) -> anyhow::Result<Outcome> {
    let named = dataset.plans.iter().filter(|plan| rows.iter().any(|row| row.plan == plan.id));
    let front = || Front::new(tables::INDICATORS, "", named.clone()).citing(named.clone());
    let has_several_plans = rows.iter().any(|row| rows.first().is_some_and(|one| one.plan != row.plan));
    match out.format() {
        Format::Docx | Format::Html if !is_sorted => {
            let mut document = Document::new(front());
            for (plan, sheet) in by_plan(dataset, rows, Cells::Whole) {
                document.heading(1, format!("《{}》{}", plan.title, plan.draft_mark()));
                document.sheet(sheet);
            }
            out.document(&document, rows.len())
        }
        Format::Xlsx if !is_sorted && has_several_plans => {
            let mut tabs = vec![(tables::ALL.to_string(), columns(dataset, rows, Cells::Apart))];
            tabs.extend(by_plan(dataset, rows, Cells::Apart).into_iter().map(|(plan, sheet)| (plan.marked(), sheet)));
            out.workbook(&tabs, &front(), rows.len())
        }
        Format::Xlsx => out.rows(rows, front, || columns(dataset, rows, Cells::Apart)),
        Format::Csv => out.rows(rows, front, || columns(dataset, rows, Cells::Whole)),
        Format::Text => out.rows(rows, front, || sheet(dataset, rows, SEMICOLON.get())),
        Format::Json | Format::Md | Format::Docx | Format::Html => out.rows(rows, front, || sheet(dataset, rows, "\n")),
    }
}

/// A sheet for each plan with the columns of its own tables; the column with the plan's name is left out.
fn by_plan<'a>(dataset: &'a Dataset, rows: &[IndicatorRow], as_cells: Cells) -> Vec<(&'a Plan, Sheet)> {
    let sheet_of = |plan: &'a Plan| {
        let own: Vec<IndicatorRow> = rows.iter().filter(|row| row.plan == plan.id).cloned().collect();
        let mut sheet = columns(dataset, &own, as_cells).without_empty(&[]);
        for cells in std::iter::once(&mut sheet.header).chain(&mut sheet.rows) {
            cells.remove(0);
        }
        (plan, sheet)
    };
    dataset.plans.iter().map(sheet_of).filter(|(_, sheet)| !sheet.rows.is_empty()).collect()
}

/// How a printed value stands in the columns of its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cells {
    /// As printed, in one column.
    Whole,
    /// To calculate with: a lone number in the first column, its sign and its remark in the two behind it. What is no
    /// lone number stands in the first column as printed.
    Apart,
}

/// The columns behind a header that hold the sign and the remark of its numbers.
const BEHIND: [Words; 2] = [tables::SIGN, tables::REMARK];

/// The sheet with columns for each header of a value, in the order in which the tables first print them. Where a table
/// prints a header twice, the second is a column of its own.
fn columns(dataset: &Dataset, rows: &[IndicatorRow], as_cells: Cells) -> Sheet {
    let mut headers: Vec<(String, usize)> = Vec::new();
    let cells: Vec<Vec<(usize, [String; 3])>> = rows.iter().map(|row| values(row, &mut headers, as_cells)).collect();
    let mut sheet =
        Sheet::new([tables::PLAN, tables::DOMAIN, tables::ORDINAL, tables::INDICATOR, tables::UNIT, tables::NATURE]);
    let n_fixed = sheet.width();
    for (header, _) in &headers {
        sheet.header.push(header.clone());
        sheet.header.extend(BEHIND.map(|what| tables::beside(header, what)));
    }
    sheet.header.push(tables::LINES.to_string());
    for (row, cells) in rows.iter().zip(cells) {
        let plan = plan(dataset, row);
        let fixed = [Some(plan.as_str()), row.domain, row.number, Some(row.name), row.unit, row.nature];
        let mut line: Vec<String> = fixed.map(|cell| cell.unwrap_or_default().to_owned()).into();
        line.resize(sheet.width(), String::new());
        for (column, parts) in cells {
            let place = line.iter_mut().skip(n_fixed + column * parts.len());
            place.zip(parts).for_each(|(cell, part)| *cell = part);
        }
        if let Some(last) = line.last_mut() {
            *last = line_range(row.lines);
        }
        sheet.rows.push(line);
    }
    let is_behind = |header: &str| BEHIND.iter().any(|what| header.ends_with(&format!(" {what}")));
    let kept: Vec<String> = sheet.header.iter().filter(|header| !is_behind(header)).cloned().collect();
    sheet.without_empty(&kept.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The short name of a row's plan, with the mark of a draft.
fn plan(dataset: &Dataset, row: &IndicatorRow) -> String {
    dataset.plan(row.plan).map_or_else(|| row.plan.to_owned(), Plan::marked)
}

/// The values of a row with the positions of their headers; headers not yet in `headers` are added.
fn values(row: &IndicatorRow, headers: &mut Vec<(String, usize)>, as_cells: Cells) -> Vec<(usize, [String; 3])> {
    let printed = |value: &Value| value.header.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cells = Vec::new();
    for (at, value) in row.values.iter().enumerate() {
        let header = printed(value);
        let nth = row.values.iter().take(at).filter(|before| printed(before) == header).count();
        let key = (header, nth);
        let column = headers.iter().position(|known| *known == key).unwrap_or_else(|| {
            headers.push(key);
            headers.len() - 1
        });
        let parts = match printed_number(value).filter(|_| as_cells == Cells::Apart) {
            Some(parts) => [parts.number, parts.sign.to_owned(), parts.remark],
            None => [value.raw.clone().unwrap_or_default(), String::new(), String::new()],
        };
        cells.push((column, parts));
    }
    cells
}

/// Whether a row's printed name contains what was typed, or the two are names of one indicator (期望寿命 = 预期寿命).
fn has_name(row: &IndicatorRow, typed: &str, indicators: &Indicators) -> bool {
    let word: String = fold(typed).split_whitespace().collect();
    let name: String = fold(row.name).split_whitespace().collect();
    let meant = indicators.resolve(typed);
    name.contains(&word)
        || indicators
            .canonical(row.name, row.unit)
            .is_some_and(|found| meant.iter().any(|one| one.id == found.indicator.id))
}

/// The sheet with all values of a row in one cell, separated by `between`.
fn sheet(dataset: &Dataset, rows: &[IndicatorRow], between: &str) -> Sheet {
    let mut sheet = Sheet::new([
        tables::PLAN,
        tables::DOMAIN,
        tables::ORDINAL,
        tables::INDICATOR,
        tables::UNIT,
        tables::NATURE,
        tables::VALUES,
        tables::LINES,
    ]);
    for row in rows {
        let values: Vec<String> = row
            .values
            .iter()
            .map(|value| labelled(&value.header, value.raw.as_deref().unwrap_or(indicator::EMPTY.get())))
            .collect();
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        sheet.push([
            plan(dataset, row),
            text(row.domain),
            text(row.number),
            row.name.to_owned(),
            text(row.unit),
            text(row.nature),
            values.join(between),
            line_range(row.lines),
        ]);
    }
    sheet
}
