//! A chart in characters (推算): the years across, the values upwards, a letter for each plan.
//!
//! A small letter is a baseline, a capital a target, and dots lead from one to the next. All signs are ASCII, so that the
//! chart can be read without colour and in any terminal. Draws the field only; `plot` puts names and values around it.

use crate::analysis::comparison::bound::Point;
use crate::analysis::comparison::{CompareRow, Comparison, pace, strictness};
use crate::model::Value;

/// The sign drawn where values of several plans share a cell.
pub const SHARED: char = '*';
/// The sign drawn between the values of one plan.
const STROKE: char = '.';
/// The sign of a cell in which nothing is drawn.
const NOTHING: char = ' ';

/// The capitals that stand for the plans, in their order.
pub const LETTERS: std::ops::RangeInclusive<char> = 'A'..='Z';

/// The most plans that one chart shows, each with a letter of its own.
pub const MOST_PLANS: usize = 26;

/// The chart of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The values at the lower and the upper edge.
    pub range: (f64, f64),
    /// The years for which values are drawn, each with its column, from the left.
    pub years: Vec<(u16, usize)>,
    /// The field from the top down, one line of ASCII characters for each row.
    pub field: Vec<String>,
}

/// A value of a plan that is drawn with a letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Whether it is a target, and not the baseline.
    pub is_target: bool,
    /// The place of the value on the two axes.
    pub point: Point,
    /// The value as printed, with its year: `2.25 (2015)`; behind a relative target what it comes to.
    pub printed: String,
}

/// The values that are drawn of each plan, with the position of its row in the comparison, in the order of the plans.
#[must_use]
pub fn marks(comparison: &Comparison) -> Vec<(usize, Vec<Mark>)> {
    let rows = strictness::one_row_per_plan(&comparison.rows).into_iter().take(MOST_PLANS);
    rows.filter_map(|at| Some((at, marks_of(comparison.rows.get(at)?)))).collect()
}

/// Draws a chart of `cells` columns (at least 2) and `lines` rows (at least 2) of the marks of some plans, the first of
/// which has the letter A. `None` without a mark.
#[must_use]
pub fn draw(plans: &[&[Mark]], cells: usize, lines: usize) -> Option<Chart> {
    let all = || plans.iter().copied().flatten().map(|mark| mark.point);
    let low = all().map(|point| point.number).reduce(f64::min)?;
    let high = all().map(|point| point.number).reduce(f64::max)?;
    let (first, last) = (all().map(|point| point.year).min()?, all().map(|point| point.year).max()?);
    let (right, top) = (cells.max(2) - 1, lines.max(2) - 1);
    let column = |year: u16| nearest(f64::from(year), (f64::from(first), f64::from(last)), right);
    let line = |number: f64| top - nearest(number, (low, high), top);
    let mut field = vec![vec![NOTHING; right + 1]; top + 1];
    let place = |point: Point| (column(point.year), line(point.number));
    for pair in plans.iter().flat_map(|marks| marks.windows(2)) {
        let [from, to] = pair else { continue };
        stroke(&mut field, place(from.point), place(to.point));
    }
    for (letter, marks) in LETTERS.zip(plans) {
        for mark in *marks {
            let sign = if mark.is_target { letter } else { letter.to_ascii_lowercase() };
            put(&mut field, place(mark.point), sign);
        }
    }
    let mut years: Vec<u16> = all().map(|point| point.year).collect();
    years.sort_unstable();
    years.dedup();
    Some(Chart {
        range: (low, high),
        years: years.into_iter().map(|year| (year, column(year))).collect(),
        field: field.into_iter().map(|line| line.into_iter().collect()).collect(),
    })
}

/// Baseline and targets of a row that are numbers, in the order of their years.
fn marks_of(row: &CompareRow) -> Vec<Mark> {
    let own: Vec<Value> = row.own_values().cloned().collect();
    let raw_of = |point: Point| {
        let is_it = |value: &&Value| value.number == Some(point.number) && value.year == Some(point.year);
        own.iter().find(is_it).and_then(|value| value.raw.as_deref()).unwrap_or_default()
    };
    let baseline =
        pace::baseline(&own).map(|point| Mark { is_target: false, point, printed: dated(raw_of(point), point.year) });
    let targets = row.bounds.iter().map(|bound| {
        let worked = if bound.is_worked_out { format!(" ≈{}", bound.point.number) } else { String::new() };
        Mark {
            is_target: true,
            point: bound.point,
            printed: dated(&format!("{}{worked}", bound.raw), bound.point.year),
        }
    });
    let mut marks: Vec<Mark> = baseline.into_iter().chain(targets).collect();
    marks.sort_by_key(|mark| mark.point.year);
    marks
}

/// A printed value with its year: `2.25 (2015)`; a value that holds the year itself stays as it is.
fn dated(raw: &str, year: u16) -> String {
    let year = year.to_string();
    if raw.contains(&year) { raw.to_owned() } else { format!("{raw} ({year})") }
}

/// The place, from 0 to `last`, that is nearest to a number on the scale between two others;
/// the middle where they are equal.
fn nearest(number: f64, (low, high): (f64, f64), last: usize) -> usize {
    let share = if high > low { (number - low) / (high - low) } else { 0.5 };
    let steps = u16::try_from(last).unwrap_or(u16::MAX);
    let distance = |place: &u16| (f64::from(*place) / f64::from(steps.max(1)) - share).abs();
    (0..=steps).min_by(|one, other| distance(one).total_cmp(&distance(other))).map_or(0, usize::from)
}

/// Draws dots between two places, a place being a column and a line.
fn stroke(field: &mut [Vec<char>], from: (usize, usize), to: (usize, usize)) {
    let (left, right) = if from.0 <= to.0 { (from, to) } else { (to, from) };
    let width = right.0 - left.0;
    for column in left.0 + 1..right.0 {
        let done = column - left.0;
        // Rounded to the nearest line, with whole numbers only.
        let along = |span: usize| (span * done * 2 + width) / (width * 2);
        let line = if right.1 >= left.1 { left.1 + along(right.1 - left.1) } else { left.1 - along(left.1 - right.1) };
        if let Some(cell) = field.get_mut(line).and_then(|line| line.get_mut(column)) {
            *cell = STROKE;
        }
    }
}

/// Puts a sign at a place; where another letter stands already, the sign for several.
fn put(field: &mut [Vec<char>], (column, line): (usize, usize), sign: char) {
    if let Some(cell) = field.get_mut(line).and_then(|line| line.get_mut(column)) {
        *cell = if *cell == NOTHING || *cell == STROKE || cell.eq_ignore_ascii_case(&sign) { sign } else { SHARED };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_the_nearest_and_one_value_stands_in_the_middle() {
        for (number, scale, last, expected) in [
            (0.0, (0.0, 10.0), 10, 0),
            (10.0, (0.0, 10.0), 10, 10),
            (4.4, (0.0, 10.0), 10, 4),
            (3.0, (3.0, 3.0), 10, 5),
            (2025.0, (2020.0, 2030.0), 10, 5),
        ] {
            assert_eq!(nearest(number, scale, last), expected, "{number}");
        }
    }

    #[test]
    fn dots_lead_from_one_value_to_the_next_and_shared_cells_say_so() {
        let mut field = vec![vec![NOTHING; 7]; 3];
        stroke(&mut field, (0, 2), (6, 0));
        put(&mut field, (0, 2), 'a');
        put(&mut field, (6, 0), 'A');
        put(&mut field, (3, 1), 'B');
        put(&mut field, (6, 0), 'B');
        let lines: Vec<String> = field.into_iter().map(|line| line.into_iter().collect()).collect();
        assert_eq!(lines, ["     .*", "  .B.  ", "a.     "], "{lines:?}");
    }
}
