//! Fits a chart into a given width: the values at its left edge, the years below it, and what each letter stands for.
//! `chart` draws the field; screen and page only copy what is laid out here.

use crate::analysis::comparison::chart::{self, Chart, Mark};
use crate::analysis::comparison::{Comparison, report};
use crate::model::Dataset;
use crate::words::{self, compare};

/// The least and the most columns of the field.
const COLUMNS: (usize, usize) = (16, 72);

/// The rows of the field, enough to tell values apart.
const LINES: usize = 9;

/// Cells left empty before the labels, and behind them.
pub const GAP: usize = 2;

/// The cells of the year below a column.
const YEAR: usize = 4;

/// A chart with its labels, fitted into a width. Labels and drawn lines are ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The title with the meaning of the signs.
    pub heading: String,
    /// The lines of the chart with their labels, the axis and the years below it.
    pub lines: Vec<String>,
    /// For each plan its letter and name, and its values as printed, with their years.
    pub legend: Vec<(String, String)>,
}

/// What a chart is drawn of: for each plan its name and its marks. Keeps nothing of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    plans: Vec<(String, Vec<Mark>)>,
}

impl Sketch {
    /// Takes from a comparison what is drawn of it; the dataset gives the names of the plans.
    #[must_use]
    pub fn new(dataset: &Dataset, one: &Comparison) -> Self {
        let name = |at: usize| one.rows.get(at).map(|row| report::plan_name(dataset, row.plan)).unwrap_or_default();
        Self { plans: chart::marks(one).into_iter().map(|(at, marks)| (name(at), marks)).collect() }
    }
}

/// Fits a chart into `room` cells. `None` if no plan has a number that can be compared.
#[must_use]
pub fn fit(sketch: &Sketch, room: usize) -> Option<Plot> {
    let marks: Vec<&[Mark]> = sketch.plans.iter().map(|(_, marks)| marks.as_slice()).collect();
    let range = chart::draw(&marks, COLUMNS.0, LINES)?.range;
    let labels = [range.0.to_string(), range.1.to_string()];
    let label = labels.iter().map(String::len).max().unwrap_or_default();
    // The last year stands out by two cells behind its column.
    let columns = room.saturating_sub(GAP + label + 3 + YEAR / 2).clamp(COLUMNS.0, COLUMNS.1);
    let drawn = chart::draw(&marks, columns, LINES)?;
    let last = drawn.field.len().saturating_sub(1);
    let labelled = drawn.field.iter().enumerate().map(|(at, line)| {
        let label_of = match at {
            0 => labels[1].as_str(),
            at if at == last => labels[0].as_str(),
            _ => "",
        };
        // Where all values are equal they stand in the middle, and one label is enough.
        let label_of = match (range.0 < range.1, at == last / 2) {
            (true, _) => label_of,
            (false, true) => labels[0].as_str(),
            (false, false) => "",
        };
        format!("{label_of:>label$} |{line}").trim_end().to_owned()
    });
    let mut lines: Vec<String> = labelled.collect();
    lines.extend(axis(&drawn, label + 1));
    let legend = chart::LETTERS.zip(&sketch.plans).map(|(letter, (name, marks))| {
        let printed: Vec<&str> = marks.iter().map(|mark| mark.printed.as_str()).collect();
        (format!("{letter} {name}"), printed.join(words::punctuation::COMMA.get()))
    });
    Some(Plot { heading: heading(sketch.plans.len()), lines, legend: legend.collect() })
}

/// The axis below the field and the years below the axis. A year whose figures would run into
/// those before it is only marked.
fn axis(chart: &Chart, before: usize) -> [String; 2] {
    let width = chart.field.first().map_or(0, String::len);
    let mark = |at: usize| if chart.years.iter().any(|(_, column)| *column == at) { '+' } else { '-' };
    let axis: String = (0..width).map(mark).collect();
    let mut years = String::new();
    for (year, column) in &chart.years {
        let start = (before + 1 + column).saturating_sub(YEAR / 2);
        if years.is_empty() || start > years.len() {
            years.push_str(&" ".repeat(start.saturating_sub(years.len())));
            years.push_str(&year.to_string());
        }
    }
    [format!("{}+{axis}", " ".repeat(before)), years]
}

/// The title of the chart with the meaning of its signs.
fn heading(n_plans: usize) -> String {
    let more = if n_plans == chart::MOST_PLANS { compare::most_plans(n_plans) } else { String::new() };
    compare::chart(more, chart::SHARED)
}
