//! The matrix of departments and plans: how many tasks each plan gives to each department, and which plans name nobody.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::analysis::responsibility::department;
use crate::model::{Dataset, Plan, RoleCounts};

/// A department and the number of tasks that each plan gives it, as `matrix` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow<'a> {
    /// The department's id in the registry.
    pub id: &'a str,
    /// The department's full name, without a place.
    pub name: &'a str,
    /// Numbers of tasks by the id of the plan, in the order of the plans; `None` for a plan that names no
    /// units, where nothing can be counted.
    #[serde(serialize_with = "as_map")]
    pub plans: Vec<(&'a str, Option<RoleCounts>)>,
    /// Number of its tasks in all these plans.
    pub total: usize,
}

/// The departments with a task in the plans of `ids` (in any plan where `ids` is empty), most tasks first.
#[must_use]
pub fn rows<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<MatrixRow<'a>> {
    let named = |id: &str| dataset.plan(id).is_some_and(Plan::names_units);
    let row = |row: department::DepartmentRow<'a>| MatrixRow {
        id: row.id,
        name: row.name,
        plans: row.plans.into_iter().map(|(id, counts)| (id, named(id).then_some(counts))).collect(),
        total: row.total,
    };
    department::rows(dataset, ids).into_iter().map(row).collect()
}

fn as_map<S: Serializer>(plans: &[(&str, Option<RoleCounts>)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(plans.len()))?;
    for (plan, counts) in plans {
        map.serialize_entry(plan, counts)?;
    }
    map.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_names_nobody_has_no_counts() {
        let dataset = crate::dataset::bundled().unwrap();
        let rows = rows(&dataset, &[]);
        assert!(rows.len() > 20 && rows.is_sorted_by(|a, b| a.total >= b.total));
        for row in &rows {
            assert_eq!(row.plans.len(), dataset.plans.len());
            for ((id, counts), plan) in row.plans.iter().zip(&dataset.plans) {
                assert_eq!(*id, plan.id);
                assert_eq!(counts.is_some(), plan.names_units(), "{id}");
            }
            let sum: usize = row.plans.iter().filter_map(|(_, counts)| *counts).map(RoleCounts::total).sum();
            assert_eq!(sum, row.total, "{}", row.name);
        }
        let json = serde_json::to_value(&rows[0]).unwrap();
        assert!(json["plans"]["foshan-2030"].is_null() && json["plans"]["yunfu-2030"]["lead"].is_u64(), "{json}");
    }
}
