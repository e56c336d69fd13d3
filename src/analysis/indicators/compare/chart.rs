//! A chart in characters (推算): one line for each plan from its baseline to its targets, all on one scale.
//!
//! The signs differ by shape and are ASCII, so that the chart can be read without colour and in any terminal. Draws the
//! scale only; `plot` puts names and values around it.

use crate::analysis::indicators::compare::pace::{self, Point};
use crate::analysis::indicators::compare::{CompareRow, Comparison, ambition};
use crate::model::{Value, ValueKind};

/// The sign drawn for the baseline.
pub const BASELINE: char = 'o';
/// The sign drawn for a target before the last.
pub const TARGET: char = '+';
/// The sign drawn for the last target.
pub const LAST: char = '*';
/// The sign drawn where baseline and target share a cell.
pub const BOTH: char = '@';
/// The sign drawn between the first sign and the last.
const STROKE: char = '-';

/// The chart of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The value at the left edge.
    pub low: f64,
    /// The value at the right edge.
    pub high: f64,
    /// One line for each plan that has a number to draw.
    pub lines: Vec<Line>,
}

/// The line of one plan in the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Position of the row in the comparison.
    pub row: usize,
    /// The drawn line in ASCII, one character for each cell of the width.
    pub drawn: String,
    /// The points as printed, in the order of their years: `2.25 (2015)`.
    pub points: Vec<String>,
}

/// Draws a chart `cells` characters wide (at least 2). `None` if no plan has a number that can be compared.
#[must_use]
pub fn draw(comparison: &Comparison, cells: u16) -> Option<Chart> {
    let rows: Vec<(usize, &CompareRow)> = ambition::one_row_per_plan(&comparison.rows)
        .into_iter()
        .filter_map(|(at, _)| Some((at, comparison.rows.get(at)?)))
        .collect();
    let numbers = || rows.iter().flat_map(|(_, row)| points(row)).map(|(_, point, _)| point.number);
    let low = numbers().reduce(f64::min)?;
    let high = numbers().reduce(f64::max)?;
    let last = cells.max(2) - 1;
    let place = |number: f64| nearest_cell(number, low, high, last);
    let line = |(at, row): &(usize, &CompareRow)| Line {
        row: *at,
        drawn: drawn(&points(row), place, last),
        points: points(row).iter().map(|(_, point, raw)| dated(raw, point.year)).collect(),
    };
    Some(Chart { low, high, lines: rows.iter().map(line).collect() })
}

/// Baseline and targets of a row that are absolute numbers, in the order of their years, each as printed.
fn points<'a>(row: &'a CompareRow) -> Vec<(ValueKind, Point, &'a str)> {
    let point = |value: &'a Value| {
        let kind = value.kind.filter(|kind| *kind != ValueKind::Actual)?;
        Some((kind, pace::point(value)?, value.raw.as_deref()?))
    };
    let mut points: Vec<_> = row.own_values().filter_map(point).collect();
    points.sort_by_key(|(_, point, _)| point.year);
    points
}

/// A printed value with its year: `2.25 (2015)`; a value that holds the year itself stays as it is.
fn dated(raw: &str, year: u16) -> String {
    let year = year.to_string();
    if raw.contains(&year) { raw.to_owned() } else { format!("{raw} ({year})") }
}

/// The cell, from 0 to `last`, that is nearest to a number on the scale from `low` to `high`.
fn nearest_cell(number: f64, low: f64, high: f64, last: u16) -> u16 {
    let share = if high > low { (number - low) / (high - low) } else { 0.5 };
    let distance = |place: &u16| (f64::from(*place) / f64::from(last) - share).abs();
    (0..=last).min_by(|one, other| distance(one).total_cmp(&distance(other))).unwrap_or_default()
}

/// Draws the signs of one plan's points and the line between them, `last + 1` characters long.
fn drawn(points: &[(ValueKind, Point, &str)], place: impl Fn(f64) -> u16, last: u16) -> String {
    let places: Vec<(ValueKind, u16)> = points.iter().map(|(kind, point, _)| (*kind, place(point.number))).collect();
    let from = places.iter().map(|(_, place)| *place).min();
    let to = places.iter().map(|(_, place)| *place).max();
    let last_target = places.iter().rfind(|(kind, _)| *kind == ValueKind::Target).map(|(_, place)| *place);
    let sign = |cell: u16| {
        let has = |wanted| places.iter().any(|(kind, place)| *kind == wanted && *place == cell);
        match (has(ValueKind::Baseline), has(ValueKind::Target)) {
            (true, true) => BOTH,
            (true, false) => BASELINE,
            (false, true) if last_target == Some(cell) => LAST,
            (false, true) => TARGET,
            (false, false) if from.is_some_and(|from| from < cell) && to.is_some_and(|to| cell < to) => STROKE,
            (false, false) => ' ',
        }
    };
    (0..=last).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_drawn_where_their_numbers_lie() {
        use ValueKind::{Baseline, Target};
        let cases: [(&[(ValueKind, f64)], &str); 6] = [
            (&[(Baseline, 0.0), (Target, 5.0), (Target, 10.0)], "o----+----*"),
            (&[(Baseline, 10.0), (Target, 4.0)], "    *-----o"),
            (&[(Baseline, 3.0), (Target, 3.0)], "   @       "),
            (&[(Target, 2.0), (Target, 8.0)], "  +-----*  "),
            (&[(Baseline, 6.0), (Target, 9.0), (Target, 9.0)], "      o--* "),
            (&[(Target, 7.0)], "       *   "),
        ];
        for (values, expected) in cases {
            let points: Vec<_> =
                values.iter().map(|(kind, number)| (*kind, Point { year: 2020, number: *number }, "")).collect();
            assert_eq!(drawn(&points, |number| nearest_cell(number, 0.0, 10.0, 10), 10), expected);
        }
    }

    #[test]
    fn one_single_value_is_drawn_in_the_middle() {
        assert_eq!(nearest_cell(3.0, 3.0, 3.0, 10), 5);
    }
}
