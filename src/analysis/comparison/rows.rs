//! The rows of a comparison: those of a plan's tables, and the targets that its text states.

use std::borrow::Cow;

use crate::analysis::comparison::bound::{self, Bound};
use crate::analysis::comparison::pace;
use crate::analysis::comparison::relative::{self, WorkedOut};
use crate::analysis::comparison::{CompareRow, Level, Origin};
use crate::analysis::indicators::indicator;
use crate::model::{Comparator, Plan, Row, Table, Target, TargetValue, Value, ValueKind};
use crate::registry::Registry;
use crate::registry::indicator::{Indicator, Indicators, is_relative};
use crate::registry::reason::Reason;
use crate::words::{Language, compare};

/// The rows of a plan that are canonical indicators, each with the indicator's id: those of tables, then those of the
/// text, whose targets these are.
pub(super) fn of_plan<'a>(
    plan: &'a Plan,
    registry: &'a Registry,
    targets: &'a [Target],
) -> Vec<(&'a str, CompareRow<'a>)> {
    let indicators = registry.indicators();
    let tables = plan.tables().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let mut rows: Vec<(&str, CompareRow)> =
        tables.flat_map(|(table, row)| of_table(plan, table, row, indicators)).collect();
    for target in targets.iter().filter(|target| !target.deadline_only) {
        rows.extend(of_text(plan, target, indicators));
    }
    rows
}

/// The rows that one row of a table is: one for each indicator that its name joins.
fn of_table<'a>(
    plan: &'a Plan,
    table: &'a Table,
    row: &'a Row,
    indicators: &'a Indicators,
) -> impl Iterator<Item = (&'a str, CompareRow<'a>)> {
    let values = indicator::values(table, row);
    let is_own = |value: &Value| indicator::is_own_scope(plan.region.as_deref(), value.scope.as_deref());
    let own: Vec<usize> = (0..values.len()).filter(|at| values.get(*at).is_some_and(is_own)).collect();
    let found = indicators.all_of_row(&row.name, row.unit.as_deref()).into_iter();
    found.map(move |found| {
        let made = CompareRow {
            source: Origin::Table,
            table: Some(&table.id),
            node: &table.node,
            name: Cow::Borrowed(&row.name),
            lines: row.lines,
            unit: row.unit.as_deref().map(Cow::Borrowed),
            nature: row.nature.as_deref(),
            own: own.clone(),
            ..empty(plan, values.clone())
        };
        (found.indicator.id.as_str(), worked(made, found.unlike, found.indicator))
    })
}

/// The rows that a target of the text is: one for each indicator that it names.
fn of_text<'a>(
    plan: &'a Plan,
    target: &'a Target,
    indicators: &'a Indicators,
) -> impl Iterator<Item = (&'a str, CompareRow<'a>)> {
    let first = target.values.first();
    let unit = first.and_then(|value| value.unit.clone());
    let is_change =
        first.is_some_and(|value| matches!(value.comparator, Some(Comparator::FallBy | Comparator::RiseBy)));
    let found =
        indicators.all_stated(&target.metric, unit.as_deref(), is_change, target.indicator.as_deref()).into_iter();
    let values: Vec<Value> =
        target.values.iter().enumerate().map(|(at, value)| of_year(target.years.get(at).copied(), value)).collect();
    let made = CompareRow {
        source: Origin::Text,
        table: None,
        node: &target.node,
        name: Cow::Borrowed(&target.metric),
        lines: [target.line; 2],
        unit: unit.map(Cow::Owned),
        nature: None,
        own: (0..values.len()).collect(),
        ..empty(plan, values)
    };
    found.map(move |found| (found.indicator.id.as_str(), worked(made.clone(), found.unlike, found.indicator)))
}

/// A value of the text for a year.
fn of_year(year: Option<u16>, value: &TargetValue) -> Value {
    Value {
        // Values are written to JSON as they are.
        header: compare::IN_TEXT.within(Language::Chinese).to_owned(),
        scope: None,
        year,
        kind: Some(ValueKind::Target),
        raw: Some(value.alone().to_owned()),
        comparator: value.comparator,
        number: value.number,
    }
}

/// A row of a plan with these values and nothing else.
fn empty(plan: &Plan, values: Vec<Value>) -> CompareRow<'_> {
    CompareRow {
        plan: &plan.id,
        source: Origin::Table,
        table: None,
        node: "",
        name: Cow::Borrowed(""),
        lines: [0; 2],
        values,
        comparable: false,
        why_not: None,
        draft: plan.draft(),
        level: plan.region.as_deref().and_then(Level::from_region),
        unit: None,
        nature: None,
        pace: Vec::new(),
        met: Vec::new(),
        worked_out: Vec::new(),
        rank: None,
        rank_year: None,
        own: Vec::new(),
        bounds: Vec::new(),
    }
}

/// Adds what is worked out from the values of a row, and whether it can be compared.
fn worked<'a>(mut row: CompareRow<'a>, unlike: Option<Reason<'a>>, indicator: &Indicator) -> CompareRow<'a> {
    let own: Vec<Value> = row.own_values().cloned().collect();
    let numbers = || own.iter().filter(|value| value.kind == Some(ValueKind::Target) && value.number.is_some());
    let worked_out = relative::worked_out(&own);
    let is_open = |value: &Value| is_relative(value) && !has_worked_out(&worked_out, value);
    let is_relative_only = numbers().next().is_some() && numbers().all(is_open);
    row.why_not = unlike.or(is_relative_only.then_some(Reason::General(compare::RELATIVE)));
    row.comparable = row.why_not.is_none();
    if row.comparable {
        row.bounds = bounds(&own, &worked_out);
        row.worked_out = worked_out;
        if !row.is_finished() {
            (row.pace, row.met) = pace::paces(pace::baseline(&own), &row.bounds, indicator.direction);
        }
    }
    row
}

fn has_worked_out(worked_out: &[WorkedOut], value: &Value) -> bool {
    worked_out.iter().any(|worked| Some(worked.year) == value.year && Some(&worked.raw) == value.raw.as_ref())
}

/// The targets among the own values of a row that are numbers, or can be worked out, in the order printed.
#[must_use]
pub fn bounds_of(own: &[Value]) -> Vec<Bound> {
    bounds(own, &relative::worked_out(own))
}

fn bounds(own: &[Value], worked_out: &[WorkedOut]) -> Vec<Bound> {
    let targets = own.iter().filter(|value| value.kind == Some(ValueKind::Target));
    let bound = |value: &Value| {
        let raw = value.raw.clone()?;
        if let Some(point) = bound::point(value) {
            return Some(Bound { point, sign: value.comparator, raw, is_worked_out: false });
        }
        let found = worked_out.iter().find(|worked| Some(worked.year) == value.year && worked.raw == raw)?;
        let point = bound::Point { year: found.year, number: found.number };
        Some(Bound { point, sign: None, raw, is_worked_out: true })
    };
    targets.filter_map(bound).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Column, ColumnRole};
    use crate::registry::value::value;

    #[test]
    fn a_row_with_none_but_relative_targets_needs_their_base() {
        let column = |year, kind| Column {
            header: String::new(),
            role: ColumnRole::Value,
            scope: None,
            year: Some(year),
            kind: Some(kind),
        };
        // Baseline of 2015, two targets, and whether the row compares.
        let cases = [
            (["13.16", "比2015年降低10％", "比2015年降低20％"], true),
            (["—", "比2015年降低10％", "比2015年降低20％"], false),
            (["13.16", "比2010年降低10％", "比2010年降低20％"], false),
            (["2.5", "2.125", "下降30％"], true),
            (["—", "达到省的指标要求", "增长30%"], false),
            (["24", "达到省的指标要求", "达到省的指标要求"], true),
            (["13.02", "≤12.82", "≤11.39"], true),
        ];
        let registry = crate::dataset::registry();
        let indicator = registry.indicators().get("premature-ncd-mortality").expect("it is listed");
        let plans = crate::dataset::bundled().expect("the bundled plans are read").plans;
        for (cells, alike) in cases {
            let kinds = [(2015, ValueKind::Baseline), (2020, ValueKind::Target), (2030, ValueKind::Target)];
            let values: Vec<Value> = kinds
                .into_iter()
                .zip(cells)
                .map(|((year, kind), cell)| value(&column(year, kind), Some(cell)))
                .collect();
            let row = CompareRow { own: vec![0, 1, 2], ..empty(&plans[0], values) };
            let row = worked(row, None, indicator);
            assert_eq!((row.comparable, row.why_not.is_none()), (alike, alike), "{cells:?}");
        }
    }
}
