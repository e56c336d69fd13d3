//! One indicator as a page for people: the parts of `compare::report`, as lines of text.

use crate::analysis::comparison::Comparison;
use crate::analysis::comparison::grid::{self, Grid};
use crate::analysis::comparison::plot::{self, GAP, Plot, Sketch};
use crate::analysis::comparison::report::{Report, Section};
use crate::model::Dataset;
use crate::text::sanitize;
use crate::text::width::{Align, Width};
use crate::text::wrap::{self, Indent};
use crate::words::{punctuation, tables};

/// The width of the chart in cells where the page does not go to a screen.
const CHART_CELLS: usize = 100;

/// Makes the page for a screen of so many cells; `None` for a page of any width.
pub(super) fn page(dataset: &Dataset, one: &Comparison, report: &Report, cells: Option<usize>) -> String {
    let writer = Writer { cells };
    let mut parts = vec![tables::measured(one.indicator, &report.measure) + "\n", writer.rows(report)];
    parts.extend(report.sections.iter().map(|section| writer.section(section)));
    let plot = plot::fit(&Sketch::new(dataset, one), cells.unwrap_or(CHART_CELLS));
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

    /// The rows as a grid, or as paragraphs where the screen is too narrow for all its columns.
    fn rows(&self, report: &Report) -> String {
        if let Some(grid) = grid::fit(report, self.cells.unwrap_or(usize::MAX), Width::Narrow) {
            return self.grid(&grid);
        }
        let lines = report.rows.iter().map(|row| {
            let cells = report.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty());
            let cells: Vec<String> = cells
                .map(|(column, cell)| format!("  {column} {}", cell.text.replace('\n', punctuation::SEMICOLON.get())))
                .collect();
            let line = format!("{}  {}{}", row.name, row.standing.name(), cells.concat());
            self.text(&line, Indent { first: 0, rest: 4 }) + &self.why(&row.why_not)
        });
        lines.collect()
    }

    fn grid(&self, grid: &Grid) -> String {
        let line = |texts: &[String]| {
            let texts =
                texts.iter().zip(&grid.widths).map(|(text, cells)| Width::Narrow.pad(text, *cells, Align::Left));
            texts.collect::<Vec<_>>().join(&" ".repeat(grid::GAP)).trim_end().to_owned() + "\n"
        };
        let rows = grid.rows.iter().map(|row| {
            let lines: String = row.lines.iter().map(|texts| line(texts)).collect();
            lines + &self.why(&row.why_not)
        });
        line(&grid.heads) + &rows.collect::<String>()
    }

    /// The reason why a row cannot be compared, below that row; nothing for a row that can.
    fn why(&self, why_not: &str) -> String {
        if why_not.is_empty() {
            return String::new();
        }
        self.text(&tables::not_comparable(why_not), Indent { first: GAP, rest: GAP * 2 })
    }

    fn section(&self, section: &Section) -> String {
        let lines = section.lines.iter().map(|line| self.text(&line.text, Indent { first: GAP, rest: GAP * 2 }));
        self.text(section.heading, Indent { first: 0, rest: GAP }) + &lines.collect::<String>()
    }

    /// The chart, and below it what each letter stands for.
    fn plot(&self, plot: &Plot) -> String {
        let lines = plot.lines.iter().map(|line| format!("{}{line}\n", " ".repeat(GAP)));
        let legend = plot.legend.iter().map(|(name, points)| {
            self.text(&format!("{name}{}{points}", punctuation::GAP), Indent { first: GAP, rest: GAP * 3 })
        });
        let heading = self.text(&plot.heading, Indent { first: 0, rest: GAP });
        heading + &lines.chain(legend).collect::<String>()
    }
}
