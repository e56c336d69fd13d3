//! What users record of the execution of plans (台账): values that were reached, how far tasks are, and notes. Kept apart from
//! the plans, which say nothing of it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// What was recorded of one indicator or task, for one year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The id of a row of a table (`PLAN/t1.5`), of a target of the text (`PLAN/3.4#2`) or of a task (`PLAN/3.4`).
    pub id: String,
    /// What it was called when it was recorded, so that a record whose place has changed is noticed.
    pub name: String,
    /// The year that the value was reached in; `None` for a task.
    pub year: Option<u16>,
    /// The value as it was written.
    pub value: Option<String>,
    /// How far it is, in the user's words: 进行中, 已完成.
    pub status: Option<String>,
    /// What the user remarked beside it.
    pub note: Option<String>,
}

impl Record {
    /// Whether a value, a status or a remark was written.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        self.value.is_some() || self.status.is_some() || self.note.is_some()
    }
}

/// Everything that a user recorded, found by the ids of what it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    records: Vec<Record>,
    /// The positions of the records of each id, in the order of their years.
    by_id: HashMap<String, Vec<usize>>,
}

impl Progress {
    /// Takes records, which come out by id and year.
    #[must_use]
    pub fn new(mut records: Vec<Record>) -> Self {
        records.sort_by(|one, other| (&one.id, one.year).cmp(&(&other.id, other.year)));
        let mut by_id: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, record) in records.iter().enumerate() {
            by_id.entry(record.id.clone()).or_default().push(at);
        }
        Self { records, by_id }
    }

    /// All records, by id and year.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Whether anything was recorded of the plan with this id.
    #[must_use]
    pub fn has_any_of(&self, plan: &str) -> bool {
        let is_of_plan = |record: &Record| record.id.split_once('/').is_some_and(|(own, _)| own == plan);
        self.records.iter().any(is_of_plan)
    }

    /// The records of what has this id, the earliest year first.
    pub fn of<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Record> {
        self.by_id.get(id).into_iter().flatten().filter_map(|at| self.records.get(*at))
    }
}
