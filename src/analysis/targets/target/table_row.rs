//! Finds the row of the plan's own tables that has the same metric as a target of the text, and compares their numbers
//! for the same years. Says that they differ, and not which of them is wrong.

use std::collections::{BTreeSet, HashMap};

use crate::analysis::indicators::indicator;
use crate::model::{ColumnRole, Comparator, Plan, Row, Table, Target, TargetRow, TargetValue, Value, ValueKind};
use crate::registry::indicator::{Indicators, is_relative};
use crate::registry::{name, unit};
use crate::text::fold::{fold_cell, squeeze};

/// Most rows of one name that are compared with a target, the last printed ones.
const MOST_LOOKED_AT: usize = 40;

/// The rows of all tables of a plan, prepared for comparison.
#[derive(Debug)]
pub(super) struct TableRows<'a> {
    region: Option<&'a str>,
    rows: Vec<KnownRow<'a>>,
    /// The positions of the rows by their loose names, and by their indicators.
    by_name: HashMap<String, Vec<usize>>,
    by_indicator: HashMap<&'a str, Vec<usize>>,
}

/// A row with the keys by which it is found.
#[derive(Debug)]
struct KnownRow<'a> {
    table: &'a Table,
    row: &'a Row,
    key: String,
    /// The canonical unit in which it is measured.
    measure: Option<String>,
}

impl<'a> TableRows<'a> {
    /// Prepares the rows of all tables of a plan.
    pub(super) fn new(plan: &'a Plan, indicators: &'a Indicators) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_indicator: HashMap<&'a str, Vec<usize>> = HashMap::new();
        let known = |(at, (table, row)): (usize, (&'a Table, &'a Row))| {
            let found = indicators.canonical(&row.name, row.unit.as_deref());
            if let Some(found) = &found {
                by_indicator.entry(found.indicator.id.as_str()).or_default().push(at);
            }
            by_name.entry(name::loose(&row.name)).or_default().push(at);
            KnownRow { table, row, key: name::key(&row.name), measure: unit::measure(&row.name, row.unit.as_deref()) }
        };
        let rows = plan.tables().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
        let rows = rows.enumerate().map(known).collect();
        Self { region: plan.region.as_deref(), rows, by_name, by_indicator }
    }

    /// The row with the metric of a target. Of several, the one with targets for its years is chosen, then the one with
    /// the same name, then the last printed, which looks forward.
    pub(super) fn row_of(&self, target: &Target) -> Option<TargetRow> {
        let (key, loose) = (name::key(&target.metric), name::loose(&target.metric));
        let measure = absolute_measure(target);
        let named = target
            .indicator
            .as_deref()
            .and_then(|id| self.by_indicator.get(id))
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter();
        let alike =
            self.by_name.get(&loose).filter(|_| !loose.is_empty()).map(Vec::as_slice).unwrap_or_default().iter();
        let places: BTreeSet<usize> =
            named.rev().take(MOST_LOOKED_AT).chain(alike.rev().take(MOST_LOOKED_AT)).copied().collect();
        let is_same = |known: &&KnownRow| measured_together(measure.as_deref(), known.measure.as_deref());
        let found = places.iter().filter_map(|at| self.rows.get(*at)).filter(is_same);
        let found = found.map(|known| (known, self.values(known, target)));
        let (known, values) =
            found.max_by_key(|(known, values)| (values.iter().flatten().count(), known.key == key))?;
        let agrees = target.values.iter().zip(&values).filter_map(|(stated, value)| {
            agree(stated, value.as_ref()?, measure.is_some() && measure == known.measure)
        });
        let agrees: Vec<bool> = agrees.collect();
        Some(TargetRow {
            table: known.table.id.clone(),
            name: known.row.name.clone(),
            unit: known.row.unit.clone(),
            lines: known.row.lines,
            values,
            agrees: if agrees.is_empty() { None } else { Some(!agrees.contains(&false)) },
        })
    }

    /// The plan's own target values in a row, one for each year of a target.
    fn values(&self, known: &KnownRow, target: &Target) -> Vec<Option<Value>> {
        let columns = known.table.columns.iter().filter(|column| column.role == ColumnRole::Value);
        // Checked first because it is cheap: most rows have no such year.
        let has_year = columns.into_iter().any(|column| column.year.is_some_and(|year| target.years.contains(&year)));
        let values = if has_year { indicator::values(known.table, known.row) } else { Vec::new() };
        let of_year = |year: &u16| {
            let is_it = |value: &&Value| {
                value.year == Some(*year)
                    && value.raw.is_some()
                    && value.kind == Some(ValueKind::Target)
                    && indicator::is_own_scope(self.region, value.scope.as_deref())
            };
            values.iter().find(is_it).cloned()
        };
        (0..target.values.len()).map(|at| target.years.get(at).and_then(of_year)).collect()
    }
}

/// The canonical unit of the number of a target; `None` for words, for a change, and where no unit is printed.
fn absolute_measure(target: &Target) -> Option<String> {
    let first = target.values.first().filter(|value| !is_change(value) && value.number.is_some())?;
    unit::measure(&target.metric, first.unit.as_deref())
}

/// Whether a value of the text is the size of a change (下降30%).
pub(super) fn is_change(value: &TargetValue) -> bool {
    matches!(value.comparator, Some(Comparator::FallBy | Comparator::RiseBy))
}

/// Whether two canonical units may belong to one metric: they are alike, or only one names a base (/10万), since a
/// sentence prints it once for several metrics. A unit that is not printed agrees with any.
fn measured_together(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let counted = |unit: &str| unit.split_once('/').map_or((unit.to_owned(), false), |(it, _)| (it.to_owned(), true));
    let ((one_counts, one_has_base), (other_counts, other_has_base)) = (counted(one), counted(other));
    unit::alike(one, other) || (one_has_base != other_has_base && unit::alike(&one_counts, &other_counts))
}

/// Whether a number of the text equals one of the table; `None` if they cannot be compared. Different numbers count
/// only if they are measured in one unit.
fn agree(stated: &TargetValue, value: &Value, is_one_unit: bool) -> Option<bool> {
    let (one, other) = (stated.number?, value.number?);
    if is_change(stated) != is_relative(value) {
        return None;
    }
    let is_same = (one - other).abs() < 1e-9;
    let raw = value.raw.as_deref().unwrap_or_default();
    let is_printed = || stated.unit.as_deref().is_some_and(|unit| fold_cell(raw).contains(&fold_cell(unit)));
    (is_same || is_one_unit || is_printed()).then_some(is_same)
}

/// The row of the tables that belongs to a target, in words; `None` if there is no such row.
///
/// `指标表“居民健康素养水平（%）”：2030年 ≥30，与正文的数值不同`
#[must_use]
pub fn row_in_words(target: &Target) -> Option<String> {
    let row = target.row.as_ref()?;
    let name = squeeze(&row.name);
    let unit = row.unit.as_ref().filter(|unit| !name.contains(unit.as_str()));
    let unit = unit.map(|unit| format!("（{unit}）")).unwrap_or_default();
    let values = target.years.iter().zip(&row.values);
    let values = values.filter_map(|(year, value)| Some(format!("{year}年 {}", value.as_ref()?.raw.as_deref()?)));
    let values = values.collect::<Vec<_>>().join("，");
    let differs = if row.agrees == Some(false) { "，与正文的数值不同" } else { "" };
    let colon = if values.is_empty() { "" } else { "：" };
    Some(format!("指标表“{name}{unit}”{colon}{values}{differs}"))
}
