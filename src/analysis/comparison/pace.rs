//! Pace (推算): the change per year that leads from a plan's own baseline to each of its own targets that asks for one.
//!
//! A target whose bound the baseline meets already asks for nothing: it is listed as met, never as a pace. This program
//! calculates both and no plan prints them, so they carry their formula. Takes the own values of one row; the caller
//! decides which rows can be compared at all.

use serde::Serialize;

use crate::analysis::comparison::bound::{Bound, Point, Side, point};
use crate::analysis::comparison::relative::GRAIN;
use crate::model::{Comparator, Value, ValueKind};
use crate::registry::indicator::Direction;
use crate::words::compare;

/// Significant digits that are shown of a pace.
const DIGITS: usize = 3;

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
    /// Whether the target is a least or a most, so that the change is the least that suffices, or about right.
    #[serde(skip)]
    pub sign: Option<Comparator>,
    /// The calculation as shown to the reader: `(82 - 81.08) / (2025 - 2020) = +0.184`.
    pub formula: String,
}

/// A target that the baseline meets already, so that nothing but keeping it is asked for (已达标、须保持).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Met {
    /// Year and value of the baseline.
    pub from: Point,
    /// Year and value of the target.
    pub to: Point,
    /// 上限 or 下限: from which side the bound is met.
    pub side: Side,
    /// The target as it is said: 不超过 3.
    #[serde(skip)]
    pub target: Bound,
}

/// The first baseline of a row that is an absolute number with a year.
#[must_use]
pub fn baseline(own: &[Value]) -> Option<Point> {
    own.iter().filter(|value| value.kind == Some(ValueKind::Baseline)).find_map(point)
}

/// The paces of a row to its targets after the year of the baseline, and the targets that are met by then, both in the
/// order printed. Empty without a baseline.
#[must_use]
pub fn paces(from: Option<Point>, bounds: &[Bound], direction: Option<Direction>) -> (Vec<Pace>, Vec<Met>) {
    let (mut paces, mut met) = (Vec::new(), Vec::new());
    let Some(from) = from else { return (paces, met) };
    for bound in bounds.iter().filter(|bound| bound.point.year > from.year) {
        let to = bound.point;
        let is_met = bound.is_met_by(from.number, direction) == Some(true);
        if let Some(side) = bound.side(direction).filter(|_| is_met) {
            met.push(Met { from, to, side, target: bound.clone() });
            continue;
        }
        let exact = (to.number - from.number) / f64::from(to.year - from.year);
        let per_year = (exact * GRAIN).round() / GRAIN;
        paces.push(Pace { from, to, per_year, sign: bound.sign, formula: formula(from, to, exact) });
    }
    (paces, met)
}

fn formula(from: Point, to: Point, exact: f64) -> String {
    let shown = with_sign(exact);
    let same = shown.parse::<f64>().is_ok_and(|shown| (shown - exact).abs() < 1.0 / GRAIN / 10.0);
    let sign = if same { "=" } else { "≈" };
    format!("({} - {}) / ({} - {}) {sign} {shown}", to.number, from.number, to.year, from.year)
}

/// A pace in words: `每年 +0.184 岁`, `每年至少 -0.5 个百分点`. The change of a percentage is given in percentage points.
#[must_use]
pub fn in_words(pace: &Pace, unit: Option<&str>) -> String {
    use Comparator::{About, AtLeast, AtMost, LessThan, MoreThan};
    let unit = match unit {
        None => String::new(),
        Some("%") => compare::PERCENTAGE_POINTS.get().to_owned(),
        Some("‰") => compare::PER_MILLE_POINTS.get().to_owned(),
        Some(rate) if rate.starts_with("1/") => compare::of_rate(rate),
        Some(unit) => format!(" {unit}"),
    };
    let how = match pace.sign {
        Some(AtLeast | AtMost | LessThan | MoreThan) => compare::AT_LEAST_PER_YEAR,
        Some(About) => compare::ABOUT_PER_YEAR,
        Some(_) | None => compare::PER_YEAR,
    };
    format!("{how} {}{unit}", with_sign(pace.per_year))
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

    fn bound(year: u16, sign: Comparator, number: f64) -> Bound {
        Bound { point: Point { year, number }, sign: Some(sign), raw: number.to_string(), is_worked_out: false }
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
        use Comparator::{AtLeast, Equal};
        let from = Some(Point { year: 2015, number: 2.5 });
        let cases: [(Option<Point>, Vec<Bound>, &[f64]); 5] = [
            (from, vec![bound(2020, AtLeast, 3.0)], &[0.1]),
            (from, vec![bound(2020, Equal, 3.0), bound(2025, Equal, 1.5)], &[0.1, -0.1]),
            (from, vec![], &[]),
            (from, vec![bound(2015, Equal, 3.0)], &[]),
            (None, vec![bound(2020, Equal, 3.0)], &[]),
        ];
        for (from, bounds, expected) in cases {
            let found: Vec<f64> = paces(from, &bounds, None).0.iter().map(|pace| pace.per_year).collect();
            assert_eq!(found, expected, "{bounds:?}");
        }
    }

    #[test]
    fn what_is_met_has_no_pace_and_the_rest_says_what_was_done() {
        let from = Some(Point { year: 2020, number: 81.08 });
        let bounds = [
            bound(2025, Comparator::Equal, 82.0),
            bound(2027, Comparator::AtMost, 81.08),
            bound(2027, Comparator::Equal, 80.0),
            bound(2027, Comparator::AtMost, 80.0),
        ];
        let (paces, met) = paces(from, &bounds, Some(Direction::Up));
        let formulas: Vec<&str> = paces.iter().map(|pace| pace.formula.as_str()).collect();
        assert_eq!(
            formulas,
            ["(82 - 81.08) / (2025 - 2020) = +0.184", "(80 - 81.08) / (2027 - 2020) ≈ -0.154"],
            "a ceiling below the baseline is asked for whatever the direction"
        );
        let sides: Vec<(&str, f64)> = met.iter().map(|met| (met.side.name(), met.to.number)).collect();
        assert_eq!(sides, [("上限", 81.08), ("下限", 80.0)]);
    }
}
