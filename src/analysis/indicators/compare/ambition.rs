//! Ranks plans by ambition (推算): first by the value of the last target, then by the pace towards it.
//!
//! A plan is ranked once, by the comparable row whose last target lies furthest in the future; a table that looks back
//! on the last period gives way to one that looks forward. Nothing is ranked where neither direction is better.

use std::cmp::Ordering;

use crate::analysis::indicators::compare::pace::{self, Point};
use crate::analysis::indicators::compare::{CompareRow, Comparison};
use crate::model::ValueKind;
use crate::registry::indicator::Direction;

/// The last target of a row that is an absolute number with a year.
#[must_use]
pub(super) fn last_target(row: &CompareRow) -> Option<Point> {
    let targets = row.own_values().filter(|value| value.kind == Some(ValueKind::Target)).filter_map(pace::point);
    targets.reduce(|last, next| if next.year > last.year { next } else { last })
}

/// The last target of a row as printed, with its year: `82（2025年）`.
#[must_use]
pub(super) fn last_target_printed(row: &CompareRow) -> Option<String> {
    let last = last_target(row)?;
    let targets = row.own_values().filter(|value| value.kind == Some(ValueKind::Target));
    let raw = targets.filter(|value| pace::point(value) == Some(last)).find_map(|value| value.raw.as_deref())?;
    Some(format!("{raw}（{}年）", last.year))
}

/// For each plan, the position of its comparable row whose last target lies furthest in the future, with that target.
/// The list is in the order of the plans.
#[must_use]
pub(super) fn one_row_per_plan(rows: &[CompareRow]) -> Vec<(usize, Point)> {
    let mut found: Vec<(usize, Point)> = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.comparable) {
        let Some(target) = last_target(row) else { continue };
        let same_plan = |(other, _): &&mut (usize, Point)| rows.get(*other).is_some_and(|other| other.plan == row.plan);
        match found.iter_mut().find(same_plan) {
            Some(held) if held.1.year < target.year => *held = (at, target),
            Some(_) => {}
            None => found.push((at, target)),
        }
    }
    found
}

/// Gives one row of each plan its rank from 1; equal ones share a rank. The other rows get none.
pub(super) fn rank_rows(comparison: &mut Comparison) {
    for row in &mut comparison.rows {
        row.rank = None;
    }
    let Some(direction) = comparison.direction else { return };
    let pace = |at: usize, target: Point| {
        let paces = comparison.rows.get(at).map(|row| row.pace.as_slice()).unwrap_or_default();
        paces.iter().find(|pace| pace.to == target).map(|pace| pace.per_year)
    };
    let mut order: Vec<(usize, f64, Option<f64>)> = one_row_per_plan(&comparison.rows)
        .into_iter()
        .map(|(at, target)| (at, target.number, pace(at, target)))
        .collect();
    let ambition = |one: &(usize, f64, Option<f64>), other: &(usize, f64, Option<f64>)| {
        better(direction, one.1, other.1).then_with(|| match (one.2, other.2) {
            (Some(one), Some(other)) => better(direction, one, other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        })
    };
    // The sort is stable: equal ones keep the order of the plans.
    order.sort_by(ambition);
    let mut rank = 1;
    for (at, one) in order.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| order.get(before));
        if before.is_some_and(|before| ambition(before, one) != Ordering::Equal) {
            rank = at + 1;
        }
        if let Some(row) = comparison.rows.get_mut(one.0) {
            row.rank = Some(rank);
        }
    }
}

/// Compares two numbers so that the better one comes first.
fn better(direction: Direction, one: f64, other: f64) -> Ordering {
    match direction {
        Direction::Up => other.total_cmp(&one),
        Direction::Down => one.total_cmp(&other),
    }
}
