//! A table of a plan as the plan prints it.

use crate::export::Sheet;
use crate::model::{Column, ColumnRole, Table};

/// The cells of a table with its columns in their printed order.
pub(super) fn sheet(table: &Table) -> Sheet {
    let header = table.columns.iter().map(|column| column.header.clone()).collect();
    let rows = table.rows.iter().map(|row| {
        let mut values = row.cells.iter();
        let cell = |column: &Column| match column.role {
            ColumnRole::Domain => row.domain.clone(),
            ColumnRole::Number => row.number.clone(),
            ColumnRole::Name => Some(row.name.clone()),
            ColumnRole::Unit => row.unit.clone(),
            ColumnRole::Nature => row.nature.clone(),
            ColumnRole::Value => values.next().cloned().flatten(),
        };
        table.columns.iter().map(cell).map(Option::unwrap_or_default).collect()
    });
    Sheet { header, rows: rows.collect(), ..Sheet::default() }
}
