//! The rows of the indicator tables with their values read, in the order of the documents. Compares and sorts nothing.

use serde::Serialize;

use crate::model::{ColumnRole, Dataset, LineRange, Plan, Row, Table, Value};
use crate::registry::value;
use crate::words::{Words, compare};

/// The words shown for a cell in which nothing is printed.
pub const EMPTY: Words = compare::EMPTY;

/// A row of an indicator table, as `indicators` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorRow<'a> {
    /// Id of the plan that prints it.
    pub plan: &'a str,
    /// Id of the table that holds the row.
    pub table: &'a str,
    /// The title printed above the table.
    pub title: Option<&'a str>,
    /// The group of rows that it belongs to, as printed.
    pub domain: Option<&'a str>,
    /// The number of the row as printed.
    pub number: Option<&'a str>,
    /// The name of the indicator as printed.
    pub name: &'a str,
    /// The unit as printed; `None` where none is printed.
    pub unit: Option<&'a str>,
    /// 约束性, 预期性 or 倡导性 as printed; `None` where none is printed.
    pub nature: Option<&'a str>,
    /// First and last line of the row, 1-based.
    pub lines: LineRange,
    /// Remarks that are printed inside its cells.
    pub notes: &'a [String],
    /// The values, one for each column of values.
    pub values: Vec<Value>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
}

/// The rows of the plans in `ids` (of all plans where `ids` is empty), in the order of the documents.
#[must_use]
pub fn rows<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<IndicatorRow<'a>> {
    dataset
        .selected(ids)
        .flat_map(|plan| plan.tables().flat_map(move |table| table.rows.iter().map(move |one| row(plan, table, one))))
        .collect()
}

/// The natures (约束性, 预期性 …) that the rows print, each once, in the order in which they are first printed.
#[must_use]
pub fn natures<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<&'a str> {
    let mut natures: Vec<&str> = Vec::new();
    for nature in rows.into_iter().filter_map(|row| row.nature.as_deref()) {
        if !natures.contains(&nature) {
            natures.push(nature);
        }
    }
    natures
}

fn row<'a>(plan: &'a Plan, table: &'a Table, row: &'a Row) -> IndicatorRow<'a> {
    IndicatorRow {
        plan: &plan.id,
        table: &table.id,
        title: table.title.as_deref(),
        domain: row.domain.as_deref(),
        number: row.number.as_deref(),
        name: &row.name,
        unit: row.unit.as_deref(),
        nature: row.nature.as_deref(),
        lines: row.lines,
        notes: &row.notes,
        values: values(table, row),
        draft: plan.draft(),
    }
}

/// The values of a row, each read by the rules of its column.
#[must_use]
pub fn values(table: &Table, row: &Row) -> Vec<Value> {
    let columns = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
    columns.zip(&row.cells).map(|(column, cell)| value::value(column, cell.as_deref())).collect()
}

/// Whether the scope of a value is the place that the plan is made for: `湘桥区` in a plan of 潮州市湘桥区. A value without
/// a printed scope is the plan's own.
pub(in crate::analysis) fn is_own_scope(region: Option<&str>, scope: Option<&str>) -> bool {
    match (region, scope) {
        (_, None) => true,
        (Some(region), Some(scope)) => region.ends_with(scope),
        (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scope_tells_whose_a_value_is() {
        let cases = [
            (Some("潮州市湘桥区"), Some("湘桥区"), true),
            (Some("潮州市湘桥区"), Some("潮州市"), false),
            (Some("佛山市"), Some("佛山市"), true),
            (Some("佛山市"), Some("国家"), false),
            (None, None, true),
            (None, Some("某市"), false),
        ];
        for (region, scope, expected) in cases {
            assert_eq!(is_own_scope(region, scope), expected, "{region:?} {scope:?}");
        }
    }
}
