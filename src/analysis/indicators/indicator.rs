//! Rows of the indicator tables, their values read.

use serde::Serialize;

use crate::model::{ColumnRole, Dataset, LineRange, Plan, Row, Table, Value};
use crate::registry::value;

/// What stands for a cell in which nothing is printed.
pub const EMPTY: &str = "（原文空白）";

/// A row of a table as `indicators` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorRow<'a> {
    /// Id of the plan.
    pub plan: &'a str,
    /// Id of the table.
    pub table: &'a str,
    /// The line above the table.
    pub title: Option<&'a str>,
    /// The group.
    pub domain: Option<&'a str>,
    /// The printed ordinal.
    pub number: Option<&'a str>,
    /// The name cell as printed.
    pub name: &'a str,
    /// The unit as printed.
    pub unit: Option<&'a str>,
    /// The nature as printed.
    pub nature: Option<&'a str>,
    /// Its lines.
    pub lines: LineRange,
    /// Remarks printed inside cells.
    pub notes: &'a [String],
    /// The values, one for each value column.
    pub values: Vec<Value>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
}

/// The rows of the plans in `ids` (of all, where there are none), in the order of the documents.
#[must_use]
pub fn rows<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<IndicatorRow<'a>> {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    plans
        .flat_map(|plan| plan.tables().flat_map(move |table| table.rows.iter().map(move |one| row(plan, table, one))))
        .collect()
}

/// The natures (约束性, 预期性 …) that the rows print, each once, in the order in which they are printed first.
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

/// The values of a row, each read by its column.
#[must_use]
pub fn values(table: &Table, row: &Row) -> Vec<Value> {
    let columns = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
    columns.zip(&row.cells).map(|(column, cell)| value::value(column, cell.as_deref())).collect()
}

/// Whether a value's scope is the place the plan is made for: `湘桥区` in a plan of 潮州市湘桥区; a scope left out is.
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
    fn a_value_is_the_plans_own_by_its_scope() {
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
