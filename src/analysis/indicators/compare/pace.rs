//! Pace (推算): the change per year that leads from a plan's own baseline to each of its own targets.
//!
//! This program calculates it and no plan prints it, so it carries its formula. Takes the own values of one row; the
//! caller decides which rows can be compared at all.

use serde::Serialize;

use crate::model::{Comparator, Value, ValueKind};
use crate::registry::indicator::{Direction, is_relative};

/// Significant digits that are shown of a pace.
const DIGITS: usize = 3;

/// A pace is stored in steps of one part in so many: finer digits are noise of binary fractions.
const GRAIN: f64 = 1e6;

/// The change per year from the baseline to one target.
#[doc(alias = "推算")]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pace {
    /// Year and value of the baseline.
    pub from: Point,
    /// Year and value of the target.
    pub to: Point,
    /// Change per year in the unit of the row; negative where the value is to fall.
    pub per_year: f64,
    /// Whether the baseline already meets the target, so that no change is needed; `None` where neither the sign of the
    /// target nor the indicator says which direction is better.
    pub met: Option<bool>,
    /// The calculation as shown to the reader: `(82 - 81.08) / (2025 - 2020) = +0.184`.
    pub formula: String,
}

/// A number printed for a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Point {
    /// The year that the number holds for.
    pub year: u16,
    /// The number in the unit of the row.
    pub number: f64,
}

/// The year and number of a value; `None` if it is no absolute number or has no year.
#[must_use]
pub fn point(value: &Value) -> Option<Point> {
    let number = value.number.filter(|_| !is_relative(value))?;
    Some(Point { year: value.year?, number })
}

/// The first baseline of a row that is an absolute number with a year.
#[must_use]
pub fn baseline(own: &[Value]) -> Option<Point> {
    own.iter().filter(|value| value.kind == Some(ValueKind::Baseline)).find_map(point)
}

/// The paces of a row, one for each target after the year of the baseline, in the order
/// printed. Empty without a baseline.
#[must_use]
pub fn paces(own: &[Value], direction: Option<Direction>) -> Vec<Pace> {
    let Some(from) = baseline(own) else { return Vec::new() };
    let targets = own.iter().filter(|value| value.kind == Some(ValueKind::Target));
    targets
        .filter_map(|target| {
            let to = point(target).filter(|to| to.year > from.year)?;
            let exact = (to.number - from.number) / f64::from(to.year - from.year);
            let met = is_met(from.number, to.number, target.comparator, direction);
            Some(Pace { from, to, per_year: (exact * GRAIN).round() / GRAIN, met, formula: formula(from, to, exact) })
        })
        .collect()
}

/// Whether a value meets a target. The sign printed with the target counts before the direction of the indicator.
fn is_met(value: f64, target: f64, sign: Option<Comparator>, direction: Option<Direction>) -> Option<bool> {
    use Comparator::{About, AtLeast, AtMost, Equal, FallBy, LessThan, MoreThan, RiseBy};
    match (sign, direction) {
        (Some(MoreThan), _) => Some(value > target),
        (Some(LessThan), _) => Some(value < target),
        (Some(AtLeast), _) | (Some(Equal | About) | None, Some(Direction::Up)) => Some(value >= target),
        (Some(AtMost), _) | (Some(Equal | About) | None, Some(Direction::Down)) => Some(value <= target),
        (Some(Equal | About | FallBy | RiseBy) | None, _) => None,
    }
}

fn formula(from: Point, to: Point, exact: f64) -> String {
    let shown = with_sign(exact);
    let same = shown.parse::<f64>().is_ok_and(|shown| (shown - exact).abs() < 1.0 / GRAIN / 10.0);
    let sign = if same { "=" } else { "≈" };
    format!("({} - {}) / ({} - {}) {sign} {shown}", to.number, from.number, to.year, from.year)
}

/// A pace in words: `每年 +0.184 岁`, `每年 -0.5 个百分点`. The change of a percentage is given in percentage points.
#[must_use]
pub fn in_words(pace: &Pace, unit: Option<&str>) -> String {
    let unit = match unit {
        None => String::new(),
        Some("%") => " 个百分点".to_owned(),
        Some("‰") => " 个千分点".to_owned(),
        Some(rate) if rate.starts_with("1/") => format!("（{rate}）"),
        Some(unit) => format!(" {unit}"),
    };
    format!("每年 {}{unit}", with_sign(pace.per_year))
}

/// A change with its sign, in three significant digits: `+0.184`, `-12.5`, `+1250`, `0`.
#[must_use]
pub fn with_sign(change: f64) -> String {
    if change.abs() < 1.0 / GRAIN {
        return "0".to_owned();
    }
    // One decimal more for each zero behind the point, one less for each digit before it.
    let mut decimals = DIGITS;
    let mut scaled = change.abs();
    while scaled < 0.1 {
        scaled *= 10.0;
        decimals += 1;
    }
    while scaled >= 1.0 && decimals > 0 {
        scaled /= 10.0;
        decimals -= 1;
    }
    let shown = format!("{change:+.decimals$}");
    if shown.contains('.') { shown.trim_end_matches('0').trim_end_matches('.').to_owned() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(kind: ValueKind, year: u16, comparator: Comparator, number: Option<f64>) -> Value {
        Value {
            header: String::new(),
            scope: None,
            year: Some(year),
            kind: Some(kind),
            raw: number.map(|number| number.to_string()),
            comparator: number.map(|_| comparator),
            number,
        }
    }

    #[test]
    fn three_significant_digits_are_shown() {
        let cases = [
            (0.184, "+0.184"),
            (0.05, "+0.05"),
            (-0.021_349, "-0.0213"),
            (12.54, "+12.5"),
            (-1250.4, "-1250"),
            (100.0, "+100"),
            (1.0, "+1"),
            (0.0, "0"),
            (-1e-12, "0"),
        ];
        for (change, expected) in cases {
            assert_eq!(with_sign(change), expected, "{change}");
        }
    }

    #[test]
    fn a_pace_needs_two_numbers_and_two_years() {
        use Comparator::{AtLeast, Equal, FallBy};
        use ValueKind::{Actual, Baseline, Target};
        let start = || value(Baseline, 2015, Equal, Some(2.5));
        let cases = [
            (vec![start(), value(Target, 2020, AtLeast, Some(3.0))], vec![0.1]),
            (
                vec![start(), value(Target, 2020, Equal, Some(3.0)), value(Target, 2025, Equal, Some(1.5))],
                vec![0.1, -0.1],
            ),
            (vec![start(), value(Target, 2020, FallBy, Some(30.0))], vec![]),
            (vec![start(), value(Target, 2020, Equal, None)], vec![]),
            (vec![start(), value(Target, 2015, Equal, Some(3.0))], vec![]),
            (vec![value(Baseline, 2015, Equal, None), value(Target, 2020, Equal, Some(3.0))], vec![]),
            (vec![value(Actual, 2015, Equal, Some(2.5)), value(Target, 2020, Equal, Some(3.0))], vec![]),
            (vec![value(Baseline, 2015, FallBy, Some(2.5)), value(Target, 2020, Equal, Some(3.0))], vec![]),
        ];
        for (values, expected) in cases {
            let paces: Vec<f64> = paces(&values, None).iter().map(|pace| pace.per_year).collect();
            assert_eq!(paces, expected, "{values:?}");
        }
    }

    #[test]
    fn the_formula_says_what_was_done() {
        let values = [
            value(ValueKind::Baseline, 2020, Comparator::Equal, Some(81.08)),
            value(ValueKind::Target, 2025, Comparator::Equal, Some(82.0)),
            value(ValueKind::Target, 2027, Comparator::AtMost, Some(81.08)),
            value(ValueKind::Target, 2027, Comparator::Equal, Some(80.0)),
        ];
        let paces = paces(&values, Some(Direction::Up));
        let formulas: Vec<(&str, Option<bool>)> = paces.iter().map(|pace| (pace.formula.as_str(), pace.met)).collect();
        assert_eq!(
            formulas,
            [
                ("(82 - 81.08) / (2025 - 2020) = +0.184", Some(false)),
                ("(81.08 - 81.08) / (2027 - 2020) = 0", Some(true)),
                ("(80 - 81.08) / (2027 - 2020) ≈ -0.154", Some(true)),
            ]
        );
    }
}
