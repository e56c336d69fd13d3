//! Lays the grid of a report out in a given width: plans down, years across, and a reason below each row that cannot be
//! compared. Screen and page only copy what is laid out here.

use crate::analysis::comparison::report::{Report, ReportRow, Standing};
use crate::text::sanitize::one_line;
use crate::text::width::Width;
use crate::text::wrap::wrap;
use crate::words::compare;

/// Cells left empty between two columns.
pub const GAP: usize = 2;

/// The fewest cells of the column of names, and of a column of values: five Chinese characters, and `基期 2.25`.
const NARROWEST: (usize, usize) = (10, 9);

/// A report laid out in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The width of each column, in cells.
    pub widths: Vec<usize>,
    /// The heads of the columns, the last of them empty.
    pub heads: Vec<String>,
    /// The rows, each of one line or more.
    pub rows: Vec<GridRow>,
}

/// One row of a grid, broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// Its lines, each with one text for each column.
    pub lines: Vec<Vec<String>>,
    /// Whose row it is, and whether it compares.
    pub standing: Standing,
    /// For each column of values whether a target stands in it.
    pub targets: Vec<bool>,
    /// Why the row cannot be compared, to be shown below it; empty if it can.
    pub why_not: String,
}

/// Lays a report out in `room` cells. `None` where the columns do not fit even if their texts are broken.
#[must_use]
pub fn fit(report: &Report, room: usize, width: Width) -> Option<Grid> {
    let heads: Vec<String> =
        [compare::PLAN.to_string()].into_iter().chain(report.columns.iter().cloned()).chain([String::new()]).collect();
    let texts: Vec<Vec<String>> = report.rows.iter().map(|row| texts(row, heads.len())).collect();
    let natural = |at: usize| {
        let cells = texts.iter().filter_map(|row| row.get(at)).flat_map(|text| text.lines());
        cells.chain(heads.get(at).map(String::as_str)).map(|line| width.of(line)).max().unwrap_or_default()
    };
    let natural: Vec<usize> = (0..heads.len()).map(natural).collect();
    let widths = shrunk(natural, room.saturating_sub(GAP * (heads.len() - 1)))?;
    let broken = |text: &String, cells: usize| -> Vec<String> {
        let line = |line: &str| -> Vec<String> {
            wrap(line, cells, width).into_iter().map(|range| line.get(range).unwrap_or_default().to_owned()).collect()
        };
        text.lines().flat_map(line).collect()
    };
    let rows = report.rows.iter().zip(&texts).map(|(row, texts)| {
        let columns: Vec<Vec<String>> = texts.iter().zip(&widths).map(|(text, cells)| broken(text, *cells)).collect();
        let n_lines = columns.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let line = |at: usize| columns.iter().map(|column| column.get(at).cloned().unwrap_or_default()).collect();
        GridRow {
            lines: (0..n_lines).map(line).collect(),
            standing: row.standing,
            targets: row.cells.iter().map(|cell| cell.is_target).collect(),
            why_not: row.why_not.clone(),
        }
    });
    Some(Grid { rows: rows.collect(), widths, heads })
}

/// The texts of a row, one for each of `n_columns`: its name, its cells, what kind of row it is.
fn texts(row: &ReportRow, n_columns: usize) -> Vec<String> {
    let clean = |text: &str| text.lines().map(|line| one_line(line).into_owned()).collect::<Vec<_>>().join("\n");
    let mut texts: Vec<String> =
        std::iter::once(clean(&row.name)).chain(row.cells.iter().map(|cell| clean(&cell.text))).collect();
    texts.resize(n_columns.saturating_sub(1), String::new());
    texts.push(row.standing.name().to_owned());
    texts
}

/// Makes the widest columns narrower until all fit into `room` cells; `None` if they do not.
/// The last column keeps its width.
fn shrunk(mut widths: Vec<usize>, room: usize) -> Option<Vec<usize>> {
    let n_columns = widths.len();
    loop {
        let total: usize = widths.iter().sum();
        if total <= room {
            return Some(widths);
        }
        let least = |at: usize| if at == 0 { NARROWEST.0 } else { NARROWEST.1 };
        let may_shrink = widths.iter_mut().enumerate().filter(|(at, cells)| at + 1 < n_columns && **cells > least(*at));
        let (_, widest) = may_shrink.max_by_key(|(_, cells)| **cells)?;
        *widest -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::comparison::report::Cell;

    fn report(cells: &[&str]) -> Report {
        let cell = |text: &&str| Cell { text: (*text).to_owned(), is_target: text.starts_with("目标") };
        let row = |cells: &[&str]| ReportRow {
            name: "甲（征求意见稿）".to_owned(),
            cells: cells.iter().map(cell).collect(),
            standing: Standing::Comparable,
            why_not: String::new(),
        };
        let columns = (0..cells.len()).map(|at| format!("{}年", 2020 + at)).collect();
        Report { measure: String::new(), columns, rows: vec![row(cells)], sections: Vec::new() }
    }

    #[test]
    fn long_cells_are_broken_and_nothing_is_lost() {
        let report = report(&["基期 13.16", "目标 保持省内先进水平"]);
        let wide = fit(&report, 100, Width::Narrow).expect("it fits");
        assert_eq!(wide.rows[0].lines.len(), 1);
        let narrow = fit(&report, 46, Width::Narrow).expect("it fits");
        assert!(narrow.rows[0].lines.len() > 1 && narrow.widths.iter().sum::<usize>() + 3 * GAP <= 46);
        let whole: String = narrow.rows[0].lines.iter().map(|line| line[2].as_str()).collect();
        assert_eq!(whole.replace(' ', ""), "目标保持省内先进水平");
        assert_eq!(fit(&report, 20, Width::Narrow), None);
    }
}
