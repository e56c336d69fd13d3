//! Which department the plans name for which task, read from the clauses and never inferred. Made once from a dataset
//! and owned, so that it can be shared between threads. Knows positions in the dataset, not what stands there.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Dataset, Role, RoleCounts, Unit};

/// One task that a clause gives to a department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Position of the plan in the dataset.
    pub plan: usize,
    /// Position in the plan of the node that carries the clause.
    pub node: usize,
    /// The department's role; the strongest where several clauses of the node name it.
    pub role: Role,
    /// The department's name as that clause prints it; one of [`Assignee::printed`].
    pub printed: Arc<str>,
}

/// A department, or a unit that the registry does not know, with its tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignee {
    /// Id in the registry; the printed name of a unit that the registry does not know.
    pub id: String,
    /// Whether the registry knows it; if not, `id` is a printed name.
    pub known: bool,
    /// Full name of the department; the printed name of an unknown unit.
    pub name: String,
    /// The tasks that name it, in the order of the documents.
    pub assignments: Vec<Assignment>,
    /// The names that their clauses print for it, each once. Thousands of tasks share a few.
    pub printed: Vec<Arc<str>>,
}

/// All departments and units that some clause names.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// In the order of their first clause.
    pub assignees: Vec<Assignee>,
    by_id: HashMap<String, usize>,
}

impl Ledger {
    /// Reads the clauses of all plans. A task counts once for a department, however many of its clauses name it.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut ledger = Self::default();
        for (plan, read) in dataset.plans.iter().enumerate() {
            for (node, carrier) in read.nodes.iter().enumerate() {
                for unit in carrier.responsible.iter().flat_map(|clause| &clause.units) {
                    ledger.add((plan, node), unit);
                }
            }
        }
        ledger
    }

    /// The department with this id, or the unit of this name; `None` if no clause names it.
    #[must_use]
    pub fn assignee(&self, id: &str) -> Option<&Assignee> {
        self.assignees.get(*self.by_id.get(id)?)
    }

    /// Takes in one unit of a clause of this node of this plan.
    fn add(&mut self, (plan, node): (usize, usize), unit: &Unit) {
        let at = *self.by_id.entry(unit.id().to_owned()).or_insert(self.assignees.len());
        if at == self.assignees.len() {
            self.assignees.push(Assignee {
                id: unit.id().to_owned(),
                known: unit.department.is_some(),
                name: unit.name.clone(),
                assignments: Vec::new(),
                printed: Vec::new(),
            });
        }
        let Some(assignee) = self.assignees.get_mut(at) else { return };
        let printed = assignee.shared_name(&unit.raw);
        let assignment = Assignment { plan, node, role: unit.role, printed };
        match assignee.assignments.last_mut() {
            Some(last) if (last.plan, last.node) == (plan, node) => {
                if assignment.role < last.role {
                    *last = assignment;
                }
            }
            _ => assignee.assignments.push(assignment),
        }
    }
}

impl Assignee {
    /// A name that a clause prints for it, as it is kept for all of them.
    fn shared_name(&mut self, printed: &str) -> Arc<str> {
        if let Some(known) = self.printed.iter().find(|known| known.as_ref() == printed) {
            return Arc::clone(known);
        }
        let name: Arc<str> = Arc::from(printed);
        self.printed.push(Arc::clone(&name));
        name
    }

    /// Its tasks counted by role, in the plans at the positions that `chosen` accepts.
    pub fn count_by_role(&self, chosen: impl Fn(usize) -> bool) -> RoleCounts {
        let mut counts = RoleCounts::default();
        for assignment in self.assignments.iter().filter(|assignment| chosen(assignment.plan)) {
            counts.add(assignment.role);
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::responsibility::task::{self, Selection};

    #[test]
    fn counts_are_those_of_the_tasks() {
        let dataset = crate::dataset::bundled().unwrap();
        let ledger = Ledger::new(&dataset);
        for department in &dataset.departments {
            let count = |role| {
                let tasks =
                    task::select(&dataset, &Selection { departments: vec![&department.id], ..Selection::default() });
                tasks.into_iter().filter(|(_, node)| node.role_of(&department.id) == Some(role)).count()
            };
            let counts =
                ledger.assignee(&department.id).map(|assignee| assignee.count_by_role(|_| true)).unwrap_or_default();
            let expected = RoleCounts {
                lead: count(Role::Lead),
                joint: count(Role::Joint),
                listed: count(Role::Listed),
                other: 0,
            };
            assert_eq!(counts, expected, "{}", department.name);
        }
    }
}
