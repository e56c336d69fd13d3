//! Which bureau the plans name for which task: read from the clauses, never inferred. Made once from the dataset.

use std::collections::HashMap;

use crate::model::{Dataset, Role, RoleCounts};

/// A task that names a bureau.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Position of the plan in the dataset.
    pub plan: usize,
    /// Position in the plan of the node that carries the clause.
    pub node: usize,
    /// What the plan says the bureau does; the strongest where it stands in several clauses of the node.
    pub role: Role,
    /// The bureau's name as printed there.
    pub printed: String,
}

/// A bureau with its tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bureau {
    /// Id in the registry; the printed name of a unit that the registry does not know.
    pub id: String,
    /// Whether the registry knows it.
    pub known: bool,
    /// Full name.
    pub name: String,
    /// Its tasks in the order of the plans.
    pub duties: Vec<Duty>,
}

/// All bureaus that some clause names.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// In the order of their first clause.
    pub bureaus: Vec<Bureau>,
    by_id: HashMap<String, usize>,
}

impl Ledger {
    /// The ledger of a dataset. A task counts once for a bureau, however many of its clauses name it.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut ledger = Self::default();
        for (plan, read) in dataset.plans.iter().enumerate() {
            for (node, carrier) in read.nodes.iter().enumerate() {
                for unit in carrier.responsible.iter().flat_map(|clause| &clause.units) {
                    let duty = Duty { plan, node, role: unit.role, printed: unit.raw.clone() };
                    ledger.add(unit.department.as_deref(), &unit.name, duty);
                }
            }
        }
        ledger
    }

    /// The bureau with this id.
    #[must_use]
    pub fn bureau(&self, id: &str) -> Option<&Bureau> {
        self.bureaus.get(*self.by_id.get(id)?)
    }

    /// Notes one mention.
    fn add(&mut self, department: Option<&str>, name: &str, duty: Duty) {
        let id = department.unwrap_or(name);
        let at = *self.by_id.entry(id.to_owned()).or_insert(self.bureaus.len());
        if at == self.bureaus.len() {
            let known = department.is_some();
            self.bureaus.push(Bureau { id: id.to_owned(), known, name: name.to_owned(), duties: Vec::new() });
        }
        let Some(bureau) = self.bureaus.get_mut(at) else { return };
        match bureau.duties.last_mut() {
            Some(last) if (last.plan, last.node) == (duty.plan, duty.node) => {
                if duty.role < last.role {
                    *last = duty;
                }
            }
            _ => bureau.duties.push(duty),
        }
    }
}

impl Bureau {
    /// Its tasks in the plans that `chosen` lets through.
    pub fn tally(&self, chosen: impl Fn(usize) -> bool) -> RoleCounts {
        let mut counts = RoleCounts::default();
        for duty in self.duties.iter().filter(|duty| chosen(duty.plan)) {
            counts.add(duty.role);
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
            let counts = ledger.bureau(&department.id).map(|bureau| bureau.tally(|_| true)).unwrap_or_default();
            let expected =
                RoleCounts { lead: count(Role::Lead), joint: count(Role::Joint), listed: count(Role::Listed) };
            assert_eq!(counts, expected, "{}", department.name);
        }
    }
}
