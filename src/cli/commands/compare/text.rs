//! One indicator as a page for people: the parts of `compare::report`, as lines of text.

use crate::analysis::indicators::compare::Comparison;
use crate::analysis::indicators::compare::plot::{self, GAP, Plot};
use crate::analysis::indicators::compare::report::{Report, Section};
use crate::export::{self, Sheet};
use crate::model::Dataset;
use crate::text::sanitize;
use crate::text::width::{Align, Width};
use crate::text::wrap::{self, Indent};

/// The width of the chart in cells where the page does not go to a screen.
const CHART_CELLS: usize = 160;

/// Makes the page for a screen of so many cells; `None` for a page of any width.
pub(super) fn page(dataset: &Dataset, one: &Comparison, report: &Report, cells: Option<usize>) -> String {
    let writer = Writer { cells };
    let mut parts = vec![format!("{}：{}\n", one.indicator, report.measure), writer.rows(report)];
    parts.extend(report.sections.iter().map(|section| writer.section(section)));
    let plot = plot::fit(dataset, one, cells.unwrap_or(CHART_CELLS), Width::Narrow);
    parts.extend(plot.map(|plot| writer.plot(&plot)));
    parts.join("\n")
}

/// Makes lines for a screen of so many cells; `None` for lines of any length.
struct Writer {
    cells: Option<usize>,
}

impl Writer {
    /// Breaks a text into as many lines as it takes.
    fn text(&self, text: &str, indent: Indent) -> String {
        let text = sanitize::one_line(text);
        // Without a screen there is room for any line.
        let room = self.cells.unwrap_or(usize::MAX);
        let lines = wrap::wrap_with(&text, indent, room, Width::Narrow).into_iter().enumerate().map(|(at, range)| {
            let line = format!("{}{}", " ".repeat(indent.cells(at == 0, room)), text.get(range).unwrap_or_default());
            line.trim_end().to_owned() + "\n"
        });
        lines.collect()
    }

    /// The rows as a table, or as paragraphs where the screen is too narrow for all its columns.
    fn rows(&self, report: &Report) -> String {
        let mut sheet = Sheet::new(["规划"]);
        sheet.header.extend(report.columns.iter().cloned());
        sheet.header.push(String::new());
        for row in &report.rows {
            let mut cells = vec![row.plan.clone()];
            cells.extend(row.cells.iter().map(|cell| cell.text.clone()));
            cells.resize(report.columns.len() + 1, String::new());
            cells.push(row.comparability.name().to_owned());
            sheet.rows.push(cells);
        }
        let whole = export::plain(&sheet, None, Width::Narrow);
        if self.cells.is_none_or(|cells| whole.lines().all(|line| Width::Narrow.of(line) <= cells)) {
            return whole;
        }
        let lines = report.rows.iter().map(|row| {
            let cells = report.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty());
            let cells: Vec<String> = cells.map(|(column, cell)| format!("  {column} {}", cell.text)).collect();
            let line = format!("{}  {}{}", row.plan, row.comparability.name(), cells.concat());
            self.text(&line, Indent { first: 0, rest: 4 })
        });
        lines.collect()
    }

    fn section(&self, section: &Section) -> String {
        let lines = section.lines.iter().map(|line| {
            let first = if line.is_indented { GAP * 2 } else { GAP };
            self.text(&line.text, Indent { first, rest: first + GAP })
        });
        self.text(section.heading, Indent { first: 0, rest: GAP }) + &lines.collect::<String>()
    }

    /// The chart: names, scale, and the points beside it or below.
    fn plot(&self, plot: &Plot) -> String {
        let gap = " ".repeat(GAP);
        let mut lines = vec![format!("{gap}{}{gap}{}\n", " ".repeat(plot.names), plot.ends)];
        for line in &plot.lines {
            let name = Width::Narrow.pad(&sanitize::one_line(&line.name), plot.names, Align::Left);
            let points = sanitize::one_line(&line.points);
            let drawn = format!("{gap}{name}{gap}{}", line.drawn);
            if plot.has_values_beside {
                lines.push(format!("{drawn}{gap}{points}").trim_end().to_owned() + "\n");
            } else {
                lines.push(drawn.trim_end().to_owned() + "\n");
                lines.push(self.text(&points, Indent { first: 4, rest: 4 }));
            }
        }
        self.text(&plot.heading, Indent { first: 0, rest: GAP }) + &lines.concat()
    }
}
