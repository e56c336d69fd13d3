//! Ranks plans by the strictness of their last targets (目标严格程度，推算), among those whose last targets are due in one
//! year: first by number and sign, then by the year from which a row holds that bound.
//!
//! A plan is ranked once, by the comparable row whose last target lies furthest in the future, a row of a table before a
//! sentence. Nothing is ranked where neither direction is better, and no row that reports on a finished period.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::analysis::comparison::bound::Bound;
use crate::analysis::comparison::{CompareRow, Comparison, Origin};
use crate::model::ValueKind;
use crate::registry::indicator::Direction;

/// The last target of a row that looks forward, if it is a number or was worked out.
#[must_use]
pub(super) fn last_target<'r>(row: &'r CompareRow) -> Option<&'r Bound> {
    if row.is_finished() {
        return None;
    }
    let says_something = |raw: &String| raw.contains(char::is_alphanumeric);
    let targets = row.own_values().filter(|value| value.kind == Some(ValueKind::Target));
    let last =
        targets.filter(|value| value.raw.as_ref().is_some_and(says_something)).filter_map(|value| value.year).max();
    row.bounds.iter().find(|bound| Some(bound.point.year) == last)
}

/// For each plan, the position of its comparable row whose last target lies furthest in the future. The
/// list is in the order of the plans.
#[must_use]
pub(super) fn one_row_per_plan(rows: &[CompareRow]) -> Vec<usize> {
    let mut found: Vec<(usize, (u16, bool))> = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.comparable) {
        let Some(target) = last_target(row) else { continue };
        let key = (target.point.year, row.source == Origin::Table);
        // The rows of a plan stand together.
        let held = found.last_mut().filter(|(held, _)| rows.get(*held).is_some_and(|held| held.plan == row.plan));
        match held {
            Some(held) if held.1 < key => *held = (at, key),
            Some(_) => {}
            None => found.push((at, key)),
        }
    }
    found.into_iter().map(|(at, _)| at).collect()
}

/// The rows that can be ranked by the year of their last target, each year with the positions of its rows.
#[must_use]
pub(super) fn by_year(comparison: &Comparison) -> BTreeMap<u16, Vec<usize>> {
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for at in one_row_per_plan(&comparison.rows) {
        if let Some(target) = comparison.rows.get(at).and_then(last_target) {
            years.entry(target.point.year).or_default().push(at);
        }
    }
    years
}

/// Gives one row of each plan its rank from 1 among the plans whose last target is due in the same year; equal ones
/// share a rank. The other rows get none, and neither does a plan that is alone with its year.
pub(super) fn rank_rows(comparison: &mut Comparison) {
    for row in &mut comparison.rows {
        (row.rank, row.rank_year) = (None, None);
    }
    let Some(direction) = comparison.direction else { return };
    for (year, mut order) in by_year(comparison).into_iter().filter(|(_, rows)| rows.len() > 1) {
        let rows = &comparison.rows;
        let compare = |one: usize, other: usize| match (rows.get(one), rows.get(other)) {
            (Some(one), Some(other)) => cmp_rows(one, other, direction),
            _ => Ordering::Equal,
        };
        // The sort is stable: equal ones keep the order of the plans.
        order.sort_by(|one, other| compare(*one, *other));
        let mut ranks: Vec<(usize, usize)> = Vec::new();
        for at in order {
            let rank = match ranks.last() {
                Some((before, rank)) if compare(*before, at) == Ordering::Equal => *rank,
                _ => ranks.len() + 1,
            };
            ranks.push((at, rank));
        }
        for (at, rank) in ranks {
            if let Some(row) = comparison.rows.get_mut(at) {
                (row.rank, row.rank_year) = (Some(rank), Some(year));
            }
        }
    }
}

/// Compares two rows by their last targets so that the stricter one comes first; of equal bounds the one that holds from
/// an earlier year on is stricter.
fn cmp_rows(one: &CompareRow, other: &CompareRow, direction: Direction) -> Ordering {
    let (Some(last), Some(other_last)) = (last_target(one), last_target(other)) else { return Ordering::Equal };
    let held_from = |row: &CompareRow, last: &Bound| {
        let as_strict = row.bounds.iter().filter(|bound| bound.cmp_strictness(last, direction) != Ordering::Greater);
        as_strict.map(|bound| bound.point.year).min()
    };
    last.cmp_strictness(other_last, direction).then_with(|| held_from(one, last).cmp(&held_from(other, other_last)))
}
