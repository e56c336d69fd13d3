//! Departments with the number of their tasks, by plan and role. Counts what `ledger` has read.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::analysis::responsibility::ledger::Ledger;
use crate::model::{Alias, Dataset, Department, Level, Plan, RoleCounts};

/// A department and the number of its tasks, as `depts` prints them.
#[derive(Clone, Debug, Serialize)]
pub struct DepartmentRow<'a> {
    /// The department's id in the registry.
    pub id: &'a str,
    /// The department's full name, without a place.
    pub name: &'a str,
    /// The names that the plans print, each with the ids of its plans.
    pub aliases: &'a [Alias],
    /// Short and former names that people type.
    pub abbreviations: &'a [String],
    /// The full name in pinyin without tones and spaces.
    pub pinyin: &'a str,
    /// First letters of the pinyin of the full name.
    pub initials: &'a str,
    /// Numbers of tasks by the id of the plan, in the order of the plans; zero in a plan that names no units.
    #[serde(serialize_with = "as_map")]
    pub plans: Vec<(&'a str, RoleCounts)>,
    /// Number of its tasks in all these plans.
    pub total: usize,
    /// Ids of the plans with a task for it that are drafts for comment (征求意见稿).
    pub drafts: Vec<&'a str>,
    /// The level of government; `None` for the offices of towns.
    pub level: Option<Level>,
}

/// The departments with a task in the plans of `ids` (in any plan where `ids` is empty), most tasks first.
#[must_use]
pub fn rows<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<DepartmentRow<'a>> {
    let ledger = Ledger::new(dataset);
    let selected = |plan: &Plan| ids.is_empty() || ids.contains(&plan.id.as_str());
    let mut rows: Vec<DepartmentRow> = dataset
        .departments
        .iter()
        .filter_map(|department| {
            let assignee = ledger.assignee(&department.id)?;
            let plans = dataset.plans.iter().enumerate().filter(|(_, plan)| selected(plan));
            let plans: Vec<_> =
                plans.map(|(at, plan)| (plan.id.as_str(), assignee.count_by_role(|plan| plan == at))).collect();
            let drafts = dataset.plans.iter().filter(|plan| plan.is_draft()).map(|plan| plan.id.as_str());
            Some(row(department, plans, drafts.collect()))
        })
        .collect();
    rows.retain(|row| row.total > 0);
    rows.sort_by_key(|row| std::cmp::Reverse(row.total));
    rows
}

impl DepartmentRow<'_> {
    /// The numbers of tasks of all plans together.
    #[must_use]
    pub fn counts(&self) -> RoleCounts {
        self.plans.iter().fold(RoleCounts::default(), |sum, (_, counts)| sum.and(*counts))
    }
}

fn row<'a>(
    department: &'a Department,
    plans: Vec<(&'a str, RoleCounts)>,
    mut drafts: Vec<&'a str>,
) -> DepartmentRow<'a> {
    drafts.retain(|draft| plans.iter().any(|(plan, counts)| plan == draft && counts.total() > 0));
    DepartmentRow {
        id: &department.id,
        name: &department.name,
        aliases: &department.aliases,
        abbreviations: &department.abbreviations,
        pinyin: &department.pinyin,
        initials: &department.initials,
        total: plans.iter().map(|(_, counts)| counts.total()).sum(),
        plans,
        drafts,
        level: department.level,
    }
}

fn as_map<S: Serializer>(plans: &[(&str, RoleCounts)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(plans.len()))?;
    for (plan, counts) in plans {
        map.serialize_entry(plan, counts)?;
    }
    map.end()
}
