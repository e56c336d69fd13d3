//! A target as a bound (上限、下限): whether a value meets it, which of two is stricter, and how it is said in words.

use std::cmp::Ordering;

use serde::{Serialize, Serializer};

use crate::model::{Comparator, Value};
use crate::registry::indicator::{Direction, is_relative};
use crate::words::{Language, Words, compare};

/// A number and the year that it holds for, as plotted and calculated with.
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

/// A target that is a number: as printed, or worked out from a relative one.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The year by which it is to be met, and the number.
    pub point: Point,
    /// How the number is to be met, as printed; `None` for a number without a sign.
    pub sign: Option<Comparator>,
    /// The target as the plan prints it.
    pub raw: String,
    /// Whether the number was worked out from a relative target.
    pub is_worked_out: bool,
}

/// From which side a value meets a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 上限: the value is to stay below.
    Upper,
    /// 下限: the value is to stay above.
    Lower,
}

impl Bound {
    /// The side from which it is met. The printed sign counts before the direction of the
    /// indicator; `None` where neither tells.
    #[must_use]
    pub fn side(&self, direction: Option<Direction>) -> Option<Side> {
        let by_sign = match self.sign {
            Some(Comparator::AtLeast | Comparator::MoreThan) => Some(Side::Lower),
            Some(Comparator::AtMost | Comparator::LessThan) => Some(Side::Upper),
            Some(Comparator::Equal | Comparator::About | Comparator::FallBy | Comparator::RiseBy) | None => None,
        };
        let by_direction = |direction| match direction {
            Direction::Up => Side::Lower,
            Direction::Down => Side::Upper,
        };
        by_sign.or(direction.map(by_direction))
    }

    /// Whether a value meets it; `None` where neither sign nor direction tells from which side.
    #[must_use]
    pub fn is_met_by(&self, value: f64, direction: Option<Direction>) -> Option<bool> {
        let target = self.point.number;
        Some(match (self.sign, self.side(direction)?) {
            (Some(Comparator::MoreThan), _) => value > target,
            (Some(Comparator::LessThan), _) => value < target,
            (_, Side::Lower) => value >= target,
            (_, Side::Upper) => value <= target,
        })
    }

    /// Compares by number and sign so that the stricter bound comes first: the better number, then < before ≤, and
    /// 左右 last. Years are left to the caller.
    #[must_use]
    pub fn cmp_strictness(&self, other: &Self, direction: Direction) -> Ordering {
        let (one, two) = (self.point.number, other.point.number);
        let by_number = match direction {
            Direction::Up => two.total_cmp(&one),
            Direction::Down => one.total_cmp(&two),
        };
        by_number.then_with(|| self.slack().cmp(&other.slack()))
    }

    /// How much room the sign leaves at the number itself: 0 for a number that must be passed, 2 for about.
    fn slack(&self) -> u8 {
        match self.sign {
            Some(Comparator::LessThan | Comparator::MoreThan) => 0,
            Some(Comparator::About) => 2,
            Some(_) | None => 1,
        }
    }

    /// The target in words: 不超过 3, 至少 80, 25左右, as printed where words are printed. A number that was worked out
    /// follows what is printed.
    #[must_use]
    pub fn in_words(&self) -> String {
        if self.is_worked_out {
            return compare::with_number(&self.raw, self.point.number);
        }
        let bare =
            self.raw.trim().trim_start_matches(['≥', '≤', '<', '>', '＜', '＞', '≧', '≦', '=', '≈']).trim_start();
        let is_signed = bare.len() < self.raw.trim().len();
        let word = match self.sign {
            Some(Comparator::AtLeast) => compare::AT_LEAST.get(),
            Some(Comparator::AtMost) => compare::AT_MOST.get(),
            Some(Comparator::MoreThan) => compare::ABOVE.get(),
            Some(Comparator::LessThan) => compare::BELOW.get(),
            Some(Comparator::About) => compare::ABOUT.get(),
            Some(_) | None => "",
        };
        if is_signed && !word.is_empty() { format!("{word} {bare}") } else { self.raw.trim().to_owned() }
    }
}

impl Side {
    /// The word for it on the screen, in the language in force.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.words().get()
    }

    fn words(self) -> Words {
        match self {
            Self::Upper => compare::UPPER_BOUND,
            Self::Lower => compare::LOWER_BOUND,
        }
    }
}

impl Serialize for Side {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.words().within(Language::Chinese))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::value;

    fn bound(raw: &str, year: u16) -> Bound {
        let (comparator, number) = value::read(raw).expect("a number");
        Bound { point: Point { year, number }, sign: Some(comparator), raw: raw.to_owned(), is_worked_out: false }
    }

    #[test]
    fn a_passed_number_is_stricter_than_a_reached_one() {
        for (one, other, direction, expected) in [
            ("<3", "≤3", Direction::Down, Ordering::Less),
            ("≤3", "3", Direction::Down, Ordering::Equal),
            ("3左右", "≤3", Direction::Down, Ordering::Greater),
            (">90", "≥90", Direction::Up, Ordering::Less),
            ("90%以上", "90", Direction::Up, Ordering::Equal),
            ("≥90", ">80", Direction::Up, Ordering::Less),
            ("低于20%", "20%以下", Direction::Down, Ordering::Less),
        ] {
            assert_eq!(bound(one, 2030).cmp_strictness(&bound(other, 2030), direction), expected, "{one} {other}");
        }
    }

    #[test]
    fn a_bound_is_met_from_its_own_side() {
        let (up, down) = (Some(Direction::Up), Some(Direction::Down));
        for (raw, value, direction, expected) in [
            ("≤3", 2.25, down, Some(true)),
            ("<3", 3.0, down, Some(false)),
            ("3", 2.25, down, Some(true)),
            ("≥80", 96.97, up, Some(true)),
            (">80", 80.0, up, Some(false)),
            ("25左右", 30.4, down, Some(false)),
            ("25", 30.4, None, None),
            ("≤25", 30.4, None, Some(false)),
        ] {
            assert_eq!(bound(raw, 2030).is_met_by(value, direction), expected, "{raw}");
        }
    }

    #[test]
    fn bounds_are_said_as_bounds() {
        for (raw, expected) in [
            ("≤3", "不超过 3"),
            ("≥80 (国家标准 79)", "至少 80 (国家标准 79)"),
            ("<25", "低于 25"),
            (">95", "高于 95"),
            ("25左右", "25左右"),
            ("28%以上", "28%以上"),
            ("82", "82"),
        ] {
            assert_eq!(bound(raw, 2030).in_words(), expected);
        }
    }
}
