//! What a value means (推算): whether it meets its target, and whether it lies on the straight line from the plan's base to it.

use serde::Serialize;

use crate::analysis::comparison::bound::{Bound, Point};
use crate::model::{Column, ColumnRole, Record, ValueKind};
use crate::registry::indicator::Direction;
use crate::registry::value;
use crate::words::{Words, progress};

/// A number is given in steps of one part in so many: finer digits are noise of binary fractions.
const GRAIN: f64 = 1e4;

/// How a record stands to what the plan asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 已达标: the value meets the target.
    Met,
    /// 符合进度: it does not yet, and lies on the path or before it.
    OnPath,
    /// 滞后: it lies behind the path.
    Behind,
    /// 到期未达标: the year of the target has come, and the value does not meet it.
    Missed,
    /// 已完成: the status says that the task is done.
    Done,
    /// 逾期: the task is not done, and its time is over.
    Overdue,
}

impl Verdict {
    /// All verdicts, the best first.
    pub const ALL: [Self; 6] = [Self::Met, Self::Done, Self::OnPath, Self::Behind, Self::Missed, Self::Overdue];

    /// The word for it on the screen, in the language in force.
    #[must_use]
    pub fn name(self) -> &'static str {
        let name: Words = match self {
            Self::Met => progress::MET,
            Self::OnPath => progress::ON_PATH,
            Self::Behind => progress::BEHIND,
            Self::Missed => progress::MISSED,
            Self::Done => progress::DONE,
            Self::Overdue => progress::OVERDUE,
        };
        name.get()
    }
}

/// A verdict with what it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// How the record stands to its target.
    pub verdict: Verdict,
    /// The year of the target that it was judged by.
    pub due: Option<u16>,
    /// The value due in the year of the record.
    pub expected: Option<f64>,
    /// How that value comes about.
    pub formula: Option<String>,
}

/// The way from the base of an indicator over its targets.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    pub(super) from: Option<Point>,
    pub(super) bounds: Vec<Bound>,
    pub(super) direction: Option<Direction>,
}

impl Path {
    /// Judges the value of a record by the first target that is due in its year or later, or by the last one.
    pub(super) fn judge(&self, record: &Record) -> Option<Judgement> {
        let (year, number) = (record.year?, number(record)?);
        let later = self.bounds.iter().filter(|bound| bound.point.year >= year).min_by_key(|bound| bound.point.year);
        let bound = later.or_else(|| self.bounds.iter().max_by_key(|bound| bound.point.year))?;
        let due = Some(bound.point.year);
        if bound.is_met_by(number, self.direction)? {
            return Some(Judgement { verdict: Verdict::Met, due, expected: None, formula: None });
        }
        if year >= bound.point.year {
            let expected = Some(bound.point.number);
            return Some(Judgement { verdict: Verdict::Missed, due, expected, formula: None });
        }
        let (expected, formula) = self.expected(bound, year)?;
        let reached = Bound { point: Point { year, number: expected }, sign: None, ..bound.clone() };
        let direction = bound.side(self.direction).map(|side| match side {
            crate::analysis::comparison::bound::Side::Lower => Direction::Up,
            crate::analysis::comparison::bound::Side::Upper => Direction::Down,
        });
        let verdict = if reached.is_met_by(number, direction)? { Verdict::OnPath } else { Verdict::Behind };
        Some(Judgement { verdict, due, expected: Some(expected), formula: Some(formula) })
    }

    /// The value due in a year before that of a target, and how it comes about: on the line from the target before it, else
    /// from the base. A base that meets the target already asks for that.
    fn expected(&self, bound: &Bound, year: u16) -> Option<(f64, String)> {
        let to = bound.point;
        let before = self.bounds.iter().map(|bound| bound.point).filter(|point| point.year < year);
        let from = before.max_by_key(|point| point.year).or(self.from)?;
        if from.year >= year {
            return None;
        }
        if bound.is_met_by(from.number, self.direction)? {
            return Some((to.number, bound.raw.trim().to_owned()));
        }
        let share = f64::from(year - from.year) / f64::from(to.year - from.year);
        let number = ((from.number + (to.number - from.number) * share) * GRAIN).round() / GRAIN;
        let formula = format!(
            "{} + ({} - {}) × ({year} - {}) / ({} - {}) = {number}",
            from.number, to.number, from.number, from.year, to.year, from.year
        );
        Some((number, formula))
    }
}

/// The number of a record; `None` for words.
fn number(record: &Record) -> Option<f64> {
    let column = Column {
        header: String::new(),
        role: ColumnRole::Value,
        scope: None,
        year: record.year,
        kind: Some(ValueKind::Actual),
    };
    value::value(&column, record.value.as_deref()).number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Comparator;

    fn bound(year: u16, number: f64, sign: Option<Comparator>) -> Bound {
        Bound { point: Point { year, number }, sign, raw: number.to_string(), is_worked_out: false }
    }

    #[test]
    fn a_value_is_judged_by_the_plans_own_path() {
        let up = Path {
            from: Some(Point { year: 2025, number: 20.0 }),
            bounds: vec![bound(2027, 24.0, None), bound(2030, 30.0, None)],
            direction: Some(Direction::Up),
        };
        let down = Path {
            from: Some(Point { year: 2025, number: 10.0 }),
            bounds: vec![bound(2030, 8.0, Some(Comparator::AtMost))],
            direction: None,
        };
        let held = Path {
            from: Some(Point { year: 2025, number: 2.2 }),
            bounds: vec![bound(2030, 3.0, Some(Comparator::AtMost))],
            direction: None,
        };
        let unknown = Path { direction: None, ..up.clone() };
        for (path, year, value, expected) in [
            (&up, 2026, "22", Some((Verdict::OnPath, Some(2027), Some(22.0)))),
            (&up, 2026, "21.9%", Some((Verdict::Behind, Some(2027), Some(22.0)))),
            (&up, 2026, "24", Some((Verdict::Met, Some(2027), None))),
            (&up, 2028, "25", Some((Verdict::Behind, Some(2030), Some(26.0)))),
            (&up, 2030, "29.9", Some((Verdict::Missed, Some(2030), Some(30.0)))),
            (&up, 2031, "31", Some((Verdict::Met, Some(2030), None))),
            (&up, 2025, "19", None),
            (&up, 2026, "进展顺利", None),
            (&down, 2027, "9.2", Some((Verdict::OnPath, Some(2030), Some(9.2)))),
            (&down, 2027, "9.3", Some((Verdict::Behind, Some(2030), Some(9.2)))),
            (&held, 2027, "2.9", Some((Verdict::Met, Some(2030), None))),
            (&held, 2027, "3.1", Some((Verdict::Behind, Some(2030), Some(3.0)))),
            (&unknown, 2026, "22", None),
        ] {
            let record = Record { year: Some(year), value: Some(value.to_owned()), ..Record::default() };
            let judged = path.judge(&record).map(|judged| (judged.verdict, judged.due, judged.expected));
            assert_eq!(judged, expected, "{year} {value}");
        }
    }
}
