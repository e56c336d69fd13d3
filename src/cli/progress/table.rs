//! A table that a user filled in: from the rows of a csv or xlsx file to records.

use crate::cli::reading::Document;
use crate::model::Record;
use crate::text::fold::fold;
use crate::words::{Language, Words, progress};

/// The columns that are read, by the heads under which they stand: those of this program in both languages, and others that
/// people write.
const COLUMNS: [(Column, Words, &[&str]); 6] = [
    (Column::Id, progress::ID, &[]),
    (Column::Name, progress::NAME, &["指标", "指标名称", "任务", "任务名称"]),
    (Column::Year, progress::YEAR, &["年度", "所属年份"]),
    (Column::Value, progress::VALUE, &["完成值", "实际完成值", "现状值", "当前值"]),
    (Column::Status, progress::STATUS, &["进展", "进展情况", "完成情况", "办理情况"]),
    (Column::Note, progress::NOTE, &["说明", "存在问题"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Year,
    Value,
    Status,
    Note,
}

/// A row of the table that names something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filled {
    /// The row of the table, counted from 1 as a spreadsheet does.
    pub(super) row: usize,
    pub(super) record: Record,
    /// What stands as the year and is none.
    pub(super) wrong_year: Option<String>,
}

/// The rows of a document that name something; `None` if it has no header that can be read.
pub(super) fn filled(document: &Document) -> Option<Vec<Filled>> {
    let rows = rows(document);
    let (at, columns) = rows.iter().enumerate().find_map(|(at, (_, row))| Some((at, header(row)?)))?;
    let of_row = |(row, cells): &(usize, Vec<String>)| {
        let cell = |wanted: Column| {
            let place = columns.iter().position(|column| *column == Some(wanted));
            place
                .and_then(|at| cells.get(at))
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty())
                .map(str::to_owned)
        };
        let year = cell(Column::Year);
        let number = year.as_deref().and_then(as_year);
        Some(Filled {
            row: *row,
            wrong_year: year.filter(|_| number.is_none()),
            record: Record {
                id: cell(Column::Id)?,
                name: cell(Column::Name).unwrap_or_default(),
                year: number,
                value: cell(Column::Value),
                status: cell(Column::Status),
                note: cell(Column::Note),
            },
        })
    };
    // Notes below a table and on other sheets are rows of one cell.
    let is_note = |record: &Record| record.name.is_empty() && !record.is_filled() && record.year.is_none();
    Some(rows.iter().skip(at + 1).filter_map(of_row).filter(|filled| !is_note(&filled.record)).collect())
}

/// A year as people and spreadsheets write it: 2027, 2027年, 2027.0.
fn as_year(typed: &str) -> Option<u16> {
    let digits = typed.trim().trim_end_matches('年').trim_end_matches(".0").trim();
    digits.parse().ok().filter(|year| (1900..=2200).contains(year))
}

/// The columns of a header; `None` for a row that is none: it names the id, and one of what is recorded.
fn header(cells: &[String]) -> Option<Vec<Option<Column>>> {
    let column = |cell: &String| {
        let head = fold(cell.trim());
        let is_head = |words: Words, others: &[&str]| {
            Language::ALL.iter().any(|language| fold(words.within(*language)) == head) || others.contains(&cell.trim())
        };
        COLUMNS.iter().find(|(_, words, others)| is_head(*words, others)).map(|(column, _, _)| *column)
    };
    let columns: Vec<Option<Column>> = cells.iter().map(column).collect();
    let has = |wanted: Column| columns.contains(&Some(wanted));
    (has(Column::Id) && (has(Column::Value) || has(Column::Status) || has(Column::Note))).then_some(columns)
}

/// The rows of a document with their numbers: of a workbook its lines, whose cells are parted by tabs, else those of CSV.
fn rows(document: &Document) -> Vec<(usize, Vec<String>)> {
    if document.text.lines().any(|line| line.contains('\t')) {
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
        return document.text.lines().enumerate().map(|(at, line)| (at + 1, cells(line))).collect();
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(document.text.as_bytes());
    let rows = reader.records().map_while(Result::ok).enumerate();
    rows.map(|(at, row)| (at + 1, row.iter().map(str::to_owned).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows as `row id year value status`, what is lacking as `-`.
    fn read(text: &str) -> Option<Vec<String>> {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let word = |word: Option<String>| word.unwrap_or_else(|| "-".to_owned());
        let row = |filled: Filled| {
            let Record { id, year, value, status, .. } = filled.record;
            let year = filled.wrong_year.or(year.map(|year| year.to_string()));
            format!("{} {id} {} {} {}", filled.row, word(year), word(value), word(status))
        };
        filled(&document).map(|rows| rows.into_iter().map(row).collect())
    }

    #[test]
    fn tables_are_read_as_people_fill_them_in() {
        let expected = || {
            let rows = ["3 甲/t1.1 2027 82.1 -", "4 甲/3.1 - - 已完成，待验收", "6 甲/t1.2 去年 3 -"];
            Some(rows.map(str::to_owned).to_vec())
        };
        let csv = "规划实施台账\n编号,名称,年度,实际值,进展\n甲/t1.1,寿命,2027年,82.1,\n甲/3.1,控烟,,,\"已完成，待验收\"\n,,,,\n甲/t1.2,率,去年,3,\n";
        assert_eq!(read(csv), expected());
        assert_eq!(read(&csv.replace(',', "\t").replace('"', "")), expected());
        let english = "Id,Name,Year,Value\n甲/t1.1,寿命,2027.0,82.1\n";
        assert_eq!(read(english), Some(vec!["2 甲/t1.1 2027 82.1 -".to_owned()]));
        for no_table in ["", "江海市规划\n\n一、目标\n", "编号,名称\n1,甲\n", "实际值,状态\n1,甲\n"]
        {
            assert_eq!(read(no_table), None, "{no_table}");
        }
    }
}
