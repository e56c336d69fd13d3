//! Offices with the number of their tasks, by plan and role.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::model::{Alias, Dataset, Department, Role};

use super::task;

/// An office and its counts, as `depts` prints them.
#[derive(Clone, Debug, Serialize)]
pub struct DepartmentRow<'a> {
    /// Id in the registry.
    pub id: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Printed forms, with the plans that print them.
    pub aliases: &'a [Alias],
    /// Short and former names.
    pub abbreviations: &'a [String],
    /// Full pinyin of the name.
    pub pinyin: &'a str,
    /// First letters of the name.
    pub initials: &'a str,
    /// Counts by plan, in the order of the plans; a plan that names no units counts zero.
    #[serde(serialize_with = "as_map")]
    pub plans: Vec<(&'a str, Counts)>,
    /// Tasks in all these plans.
    pub total: usize,
}

/// Numbers of tasks by what the plan says of the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// 牵头.
    pub lead: usize,
    /// 配合.
    pub joint: usize,
    /// 列名.
    pub listed: usize,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.lead + self.joint + self.listed
    }
}

/// The offices that have a task in the plans of `ids` (in all, where there are none), most tasks first.
#[must_use]
pub fn rows<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<DepartmentRow<'a>> {
    let mut rows: Vec<DepartmentRow> = dataset.departments.iter().map(row).collect();
    for plan in dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str())) {
        for row in &mut rows {
            row.plans.push((&plan.id, Counts::default()));
        }
        for node in plan.tasks() {
            for row in &mut rows {
                if let Some(role) = task::role_of(node, row.id) {
                    row.count(role);
                }
            }
        }
    }
    rows.retain(|row| row.total > 0);
    rows.sort_by_key(|row| std::cmp::Reverse(row.total));
    rows
}

impl DepartmentRow<'_> {
    fn count(&mut self, role: Role) {
        self.total += 1;
        if let Some((_, counts)) = self.plans.last_mut() {
            match role {
                Role::Lead => counts.lead += 1,
                Role::Joint => counts.joint += 1,
                Role::Listed => counts.listed += 1,
            }
        }
    }

    /// The counts of all plans together.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.plans.iter().fold(Counts::default(), |sum, (_, counts)| Counts {
            lead: sum.lead + counts.lead,
            joint: sum.joint + counts.joint,
            listed: sum.listed + counts.listed,
        })
    }
}

fn row(department: &Department) -> DepartmentRow<'_> {
    DepartmentRow {
        id: &department.id,
        name: &department.name,
        aliases: &department.aliases,
        abbreviations: &department.abbreviations,
        pinyin: &department.pinyin,
        initials: &department.initials,
        plans: Vec::new(),
        total: 0,
    }
}

fn as_map<S: Serializer>(plans: &[(&str, Counts)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(plans.len()))?;
    for (plan, counts) in plans {
        map.serialize_entry(plan, counts)?;
    }
    map.end()
}
