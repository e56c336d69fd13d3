//! Numbers of one thing in two places: brought to one unit, and compared with care for rounding and signs.

use crate::model::Comparator;
use crate::registry::indicator::Direction;
use crate::registry::unit;

use crate::analysis::check::reading::figure::Figure;

/// How far two numbers may lie apart that are one: noise of binary fractions.
const NOISE: f64 = 1e-9;

/// Scales that lead from one unit to another: what one of the first is in the second.
const SCALES: &[(&str, &str, f64)] = &[
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

/// The number of `one` in the unit of `other`; `None` where the two units cannot be brought together. A unit that is not
/// printed is taken for the other's.
pub(crate) fn in_unit_of(one: &Figure, other: &Figure) -> Option<f64> {
    let (Some(from), Some(to)) = (&one.unit, &other.unit) else { return Some(one.number) };
    if unit::alike(from, to) {
        return Some(one.number);
    }
    SCALES.iter().find_map(|(big, small, scale)| {
        if from == big && to == small {
            Some(one.number * scale)
        } else if from == small && to == big {
            Some(one.number / scale)
        } else {
            None
        }
    })
}

/// Whether the two are printed in units that are not alike.
pub(crate) fn in_other_units(one: &Figure, other: &Figure) -> bool {
    matches!((&one.unit, &other.unit), (Some(one), Some(other)) if !unit::alike(one, other))
}

/// Whether two numbers are the same, or one is the other in fewer digits or with 约 before it.
pub(crate) fn agree(number: f64, one: &Figure, other: &Figure) -> bool {
    let same = |one: f64, other: f64| (one - other).abs() <= NOISE * one.abs().max(1.0);
    let rounded = |rough: f64, fine: f64, digits: usize| {
        format!("{fine:.digits$}").parse::<f64>().is_ok_and(|fine| same(rough, fine))
    };
    let about = |figure: &Figure| figure.comparator == Some(Comparator::About);
    let (digits, other_digits) = (decimals(&one.raw), decimals(&other.raw));
    same(number, other.number)
        || (digits < other_digits && (digits > 0 || about(one)) && rounded(number, other.number, digits))
        || (other_digits < digits && (other_digits > 0 || about(other)) && rounded(other.number, number, other_digits))
}

/// Whether the signs of two figures contradict each other: ≥ against ≤.
pub(crate) fn signs_differ(one: &Figure, other: &Figure) -> bool {
    let way = |figure: &Figure| match figure.comparator {
        Some(Comparator::AtLeast | Comparator::MoreThan) => Some(true),
        Some(Comparator::AtMost | Comparator::LessThan) => Some(false),
        Some(Comparator::Equal | Comparator::About | Comparator::FallBy | Comparator::RiseBy) | None => None,
    };
    matches!((way(one), way(other)), (Some(one), Some(other)) if one != other)
}

/// Which way is better for a figure: by its own sign, else by what it is of.
pub(crate) fn direction(figure: &Figure) -> Option<Direction> {
    match figure.comparator {
        Some(Comparator::AtLeast | Comparator::MoreThan | Comparator::RiseBy) => Some(Direction::Up),
        Some(Comparator::AtMost | Comparator::LessThan | Comparator::FallBy) => Some(Direction::Down),
        Some(Comparator::Equal | Comparator::About) | None => figure.metric.direction(),
    }
}

/// Whether a number is better than another, and not just as good.
pub(crate) fn is_better(number: f64, other: f64, direction: Direction) -> bool {
    let by = match direction {
        Direction::Up => number - other,
        Direction::Down => other - number,
    };
    by > NOISE * number.abs().max(1.0)
}

/// Digits behind the point of the number in a print.
fn decimals(raw: &str) -> usize {
    raw.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count())
}
