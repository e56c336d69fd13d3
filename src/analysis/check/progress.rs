//! Targets against what was reached: missed in the last period, or asking for less than there is.

use crate::analysis::check::amount;
use crate::model::{Confidence, ValueKind};
use crate::registry::indicator::Direction;

use super::place::Found;
use super::reading::{Cell, Figure, Reading, TableRow};
use super::same::Likeness;

/// Rows that print a target beside what was reached in the same year, and what was reached is worse.
pub(super) fn missed(reading: &Reading) -> Vec<Found> {
    reading.rows.iter().filter_map(missed_in).collect()
}

fn missed_in(row: &TableRow) -> Option<Found> {
    let of = |kind: ValueKind| row.own().find(move |cell| cell.value.kind == Some(kind));
    let (asked, reached) = (of(ValueKind::Target)?, of(ValueKind::Actual)?);
    let (target, actual) = (row.figure(asked)?, row.figure(reached)?);
    let direction = amount::direction(&target).filter(|_| target.year == actual.year && !target.is_relative())?;
    amount::is_better(target.number, actual.number, direction).then(|| {
        let what = format!(
            "“{}”{}年目标{}，实际{}，按表中数值未达到目标",
            row.row.name,
            target.year.unwrap_or_default(),
            target.raw,
            actual.raw
        );
        let sure = target.thing.indicator.is_some() || target.comparator != Some(crate::model::Comparator::Equal);
        let confidence = if sure { Confidence::High } else { Confidence::Medium };
        Found::new(confidence, what, [row.name.clone(), target.place.clone(), actual.place.clone()])
    })
}

/// Targets that ask for less than was reached already, in a row of a table or in the text against a row.
pub(super) fn asks_for_less(reading: &Reading) -> Vec<Found> {
    let in_rows = reading.rows.iter().filter_map(|row| less_in_row(reading, row));
    in_rows.chain(reading.stated.iter().filter_map(|stated| less_in_text(reading, stated))).collect()
}

/// A row whose targets are looser than its own baseline, or than what the text says was reached where it has none.
fn less_in_row(reading: &Reading, row: &TableRow) -> Option<Found> {
    let told = || {
        let results = reading.stated.iter().filter(|stated| stated.kind == ValueKind::Actual && stated.dated);
        results.rev().find(|stated| stated.thing.likeness(&row.thing) == Some(Likeness::Same)).cloned()
    };
    let (start, printed) = match baseline(row) {
        Some(start) => (start, true),
        None => (told()?, false),
    };
    let looser: Vec<Figure> = row
        .own()
        .filter(|cell| cell.value.kind == Some(ValueKind::Target))
        .filter_map(|cell| row.figure(cell))
        .filter(|target| is_looser(target, &start))
        .collect();
    if looser.is_empty() {
        return None;
    }
    let targets: Vec<String> = looser.iter().map(Figure::told).collect();
    let (whose, sure) = if printed { ("", confidence(&start)) } else { ("正文所述", Confidence::Medium) };
    let what =
        format!("“{}”{whose}{}，而{}：按数值，目标比已达到的水平宽松", row.row.name, start.told(), targets.join("、"));
    let places =
        [row.name.clone(), start.place.clone()].into_iter().chain(looser.iter().map(|figure| figure.place.clone()));
    Some(Found::new(sure, what, places))
}

/// A target of the text that is looser than what a table or the text says was reached. One that only repeats its row's
/// target says nothing new.
fn less_in_text(reading: &Reading, stated: &Figure) -> Option<Found> {
    if stated.kind != ValueKind::Target || stated.year.is_none() && stated.comparator.is_none() {
        return None;
    }
    let same = |row: &&TableRow| row.thing.likeness(&stated.thing).is_some();
    let repeats = |row: &TableRow| {
        let mut targets = row.own().filter(|cell| cell.value.kind == Some(ValueKind::Target));
        targets.any(|cell| cell.value.number == Some(stated.number) && cell.value.year == stated.year)
    };
    if reading.rows.iter().filter(same).any(repeats) {
        return None;
    }
    let start = reading.rows.iter().filter(same).find_map(|row| {
        let start = baseline(row).filter(|start| is_looser(stated, start))?;
        Some((row, start))
    });
    let (row, start) = start?;
    let what = format!(
        "“{}”正文目标{}，而表格所列{}：按数值，目标比已达到的水平宽松",
        stated.thing.name,
        stated.raw,
        start.told()
    );
    let places = [stated.place.clone()].into_iter().chain(row.places(&start.place));
    let sure =
        if row.thing.likeness(&stated.thing) == Some(Likeness::Part) { Confidence::Low } else { Confidence::Medium };
    Some(Found::new(sure, what, places))
}

/// What a row says was reached: its baseline, else the actual figure.
fn baseline(row: &TableRow) -> Option<Figure> {
    let of = |kind: ValueKind| row.own().filter(move |cell: &&Cell| cell.value.kind == Some(kind));
    of(ValueKind::Baseline)
        .chain(of(ValueKind::Actual))
        .find_map(|cell| row.figure(cell))
        .filter(|one| !one.is_relative())
}

/// Whether a target asks for less than was reached before its year.
fn is_looser(target: &Figure, start: &Figure) -> bool {
    let later = target.year.is_none() || target.year > start.year;
    let Some(direction) = amount::direction(target).filter(|_| later && !target.is_relative()) else { return false };
    amount::in_unit_of(start, target).is_some_and(|start| amount::is_better(start, target.number, direction))
}

/// A baseline that is a bound itself (>90) tells less.
fn confidence(start: &Figure) -> Confidence {
    if start.comparator == Some(crate::model::Comparator::Equal) { Confidence::High } else { Confidence::Medium }
}

/// Rows whose later target asks for less than the earlier.
pub(super) fn gives_ground(reading: &Reading) -> Vec<Found> {
    let in_row = |row: &TableRow| {
        let targets: Vec<Figure> = row
            .own()
            .filter(|cell| cell.value.kind == Some(ValueKind::Target))
            .filter_map(|cell| row.figure(cell))
            .filter(|figure| !figure.is_relative())
            .collect();
        let pair = targets.windows(2).find_map(|pair| match pair {
            [one, other] if is_looser(other, one) => Some((one.clone(), other.clone())),
            _ => None,
        });
        let (one, other) = pair?;
        let what = format!("“{}”{}，{}：按数值，后一年的目标比前一年宽松", row.row.name, one.told(), other.told());
        Some(Found::new(Confidence::Medium, what, [row.name.clone(), one.place.clone(), other.place.clone()]))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Rows that print the target of the province beside the own one, and the own one asks for less: worth knowing, no more.
pub(super) fn behind_the_province(reading: &Reading) -> Vec<Found> {
    let in_row = |row: &TableRow| {
        let target = |cell: &&Cell| cell.value.kind == Some(ValueKind::Target);
        let pairs = row.own().filter(target).flat_map(|own| {
            let others = row.cells.iter().filter(|cell| !cell.own).filter(target);
            others.filter(|other| other.value.year == own.value.year).map(move |other| (own, other))
        });
        let behind = pairs.filter_map(|(own, other)| {
            let (mine, theirs) = (row.figure(own)?, row.figure(other)?);
            let direction = direction_of_both(&mine, &theirs)?;
            amount::is_better(theirs.number, mine.number, direction).then_some((mine, theirs, other))
        });
        let (mine, theirs, other) = behind.into_iter().next()?;
        let whose = other.value.scope.as_deref().unwrap_or("上级");
        let what = format!("“{}”{}，同表{whose}{}：按数值，不及{whose}", row.row.name, mine.told(), theirs.told());
        Some(Found::new(Confidence::Low, what, [row.name.clone(), mine.place.clone(), theirs.place.clone()]))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Which way is better for two targets that can be compared: shares and rates, not totals of a larger place.
fn direction_of_both(mine: &Figure, theirs: &Figure) -> Option<Direction> {
    let is_rate = mine.unit.as_deref().is_some_and(|unit| unit.contains(['/', '%', '‰', '岁']));
    amount::direction(mine).filter(|_| is_rate && !mine.is_relative() && !theirs.is_relative())
}
