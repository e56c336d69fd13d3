//! Compares the numbers of two figures: brings them to one unit, allows for rounding, and minds ≥ and ≤.

use crate::analysis::check::reading::figure::Figure;
use crate::model::Comparator;
use crate::registry::indicator::Direction;
use crate::registry::unit;

/// Relative tolerance for equality.
const TOLERANCE: f64 = 1e-9;

/// Conversions between units: larger unit, smaller unit, how many of the smaller make one of the larger.
const CONVERSIONS: &[(&str, &str, f64)] = &[
    ("万人", "人", 1e4),
    ("亿人", "万人", 1e4),
    ("万元", "元", 1e4),
    ("亿元", "万元", 1e4),
    ("万亿元", "亿元", 1e4),
    ("人/千人口", "人/万人口", 10.0),
    ("张/千人口", "张/万人口", 10.0),
    ("个/千人口", "个/万人口", 10.0),
    ("%", "‰", 10.0),
    ("‰", "1/10万", 100.0),
];

/// Converts the number of `one` to the unit of `other`; `None` where no conversion is known. A figure without a unit is
/// taken to have the other's.
pub(crate) fn convert(one: &Figure, other: &Figure) -> Option<f64> {
    let (Some(from), Some(to)) = (&one.unit, &other.unit) else { return Some(one.number) };
    if unit::alike(from, to) {
        return Some(one.number);
    }
    CONVERSIONS.iter().find_map(|(large, small, factor)| {
        if from == large && to == small {
            Some(one.number * factor)
        } else if from == small && to == large {
            Some(one.number / factor)
        } else {
            None
        }
    })
}

/// Whether both figures have a unit and the two units differ.
pub(crate) fn units_differ(one: &Figure, other: &Figure) -> bool {
    matches!((&one.unit, &other.unit), (Some(one), Some(other)) if !unit::alike(one, other))
}

/// Whether two figures state the same number, or one states the other's rounded to fewer decimals or with 约 before it.
/// `number` is that of `one` in the unit of `other`, see [`convert`].
pub(crate) fn numbers_agree(number: f64, one: &Figure, other: &Figure) -> bool {
    let equal = |one: f64, other: f64| (one - other).abs() <= TOLERANCE * one.abs().max(1.0);
    let rounds_to = |fine: f64, rough: f64, decimals: usize| {
        format!("{fine:.decimals$}").parse::<f64>().is_ok_and(|fine| equal(rough, fine))
    };
    let is_about = |figure: &Figure| figure.comparator == Some(Comparator::About);
    let (decimals, other_decimals) = (count_decimals(&one.raw), count_decimals(&other.raw));
    equal(number, other.number)
        || (decimals < other_decimals && (decimals > 0 || is_about(one)) && rounds_to(other.number, number, decimals))
        || (other_decimals < decimals
            && (other_decimals > 0 || is_about(other))
            && rounds_to(number, other.number, other_decimals))
}

/// Whether one figure is a lower bound and the other an upper one: ≥ against ≤.
pub(crate) fn bounds_conflict(one: &Figure, other: &Figure) -> bool {
    let is_lower_bound = |figure: &Figure| match figure.comparator {
        Some(Comparator::AtLeast | Comparator::MoreThan) => Some(true),
        Some(Comparator::AtMost | Comparator::LessThan) => Some(false),
        Some(Comparator::Equal | Comparator::About | Comparator::FallBy | Comparator::RiseBy) | None => None,
    };
    matches!((is_lower_bound(one), is_lower_bound(other)), (Some(one), Some(other)) if one != other)
}

/// Which direction is better for a figure: by its comparator, else by its metric.
pub(crate) fn better_direction(figure: &Figure) -> Option<Direction> {
    match figure.comparator {
        Some(Comparator::AtLeast | Comparator::MoreThan | Comparator::RiseBy) => Some(Direction::Up),
        Some(Comparator::AtMost | Comparator::LessThan | Comparator::FallBy) => Some(Direction::Down),
        Some(Comparator::Equal | Comparator::About) | None => figure.metric.direction(),
    }
}

/// Whether a number is strictly better than another.
pub(crate) fn is_better(number: f64, other: f64, direction: Direction) -> bool {
    let gain = match direction {
        Direction::Up => number - other,
        Direction::Down => other - number,
    };
    gain > TOLERANCE * number.abs().max(1.0)
}

fn count_decimals(raw: &str) -> usize {
    raw.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count())
}
