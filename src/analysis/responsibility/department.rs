//! Offices with the number of their tasks, by plan and role.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::model::{Alias, Dataset, Department, Plan, RoleCounts};

use crate::analysis::responsibility::ledger::Ledger;

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
    pub plans: Vec<(&'a str, RoleCounts)>,
    /// Tasks in all these plans.
    pub total: usize,
    /// Ids of the drafts (征求意见稿 and the like) among the plans that name it.
    pub drafts: Vec<&'a str>,
}

/// The offices that have a task in the plans of `ids` (in all, where there are none), most tasks first.
#[must_use]
pub fn rows<'a>(dataset: &'a Dataset, ids: &[&str]) -> Vec<DepartmentRow<'a>> {
    let ledger = Ledger::new(dataset);
    let selected = |plan: &Plan| ids.is_empty() || ids.contains(&plan.id.as_str());
    let mut rows: Vec<DepartmentRow> = dataset
        .departments
        .iter()
        .filter_map(|department| {
            let bureau = ledger.bureau(&department.id)?;
            let plans = dataset.plans.iter().enumerate().filter(|(_, plan)| selected(plan));
            let plans: Vec<_> = plans.map(|(at, plan)| (plan.id.as_str(), bureau.tally(|plan| plan == at))).collect();
            let drafts = dataset.plans.iter().filter(|plan| plan.is_draft()).map(|plan| plan.id.as_str());
            Some(row(department, plans, drafts.collect()))
        })
        .collect();
    rows.retain(|row| row.total > 0);
    rows.sort_by_key(|row| std::cmp::Reverse(row.total));
    rows
}

impl DepartmentRow<'_> {
    /// The counts of all plans together.
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
    }
}

fn as_map<S: Serializer>(plans: &[(&str, RoleCounts)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(plans.len()))?;
    for (plan, counts) in plans {
        map.serialize_entry(plan, counts)?;
    }
    map.end()
}
