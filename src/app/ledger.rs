//! Which bureau the plans name for which task: read from the clauses, never inferred. Made once from the dataset.

use std::collections::HashMap;

use super::world::Spot;
use crate::model::{Dataset, Role};

/// A task that names a bureau.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Duty {
    /// The node that carries the clause.
    pub(crate) spot: Spot,
    /// What the plan says the bureau does; the strongest where it stands in several clauses of the node.
    pub(crate) role: Role,
    /// The bureau's name as printed there.
    pub(crate) printed: String,
}

/// A bureau with its tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bureau {
    /// Id in the registry; the printed name of a unit that the registry does not know.
    pub(crate) id: String,
    /// Whether the registry knows it.
    pub(crate) known: bool,
    /// Full name.
    pub(crate) name: String,
    /// Its tasks in the order of the plans.
    pub(crate) duties: Vec<Duty>,
}

/// All bureaus that some clause names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    /// In the order of their first clause.
    pub(crate) bureaus: Vec<Bureau>,
    by_id: HashMap<String, usize>,
}

/// How many tasks a bureau has, by what it does in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// 牵头.
    pub(crate) lead: usize,
    /// 配合.
    pub(crate) joint: usize,
    /// 列名.
    pub(crate) listed: usize,
}

impl Tally {
    /// Counts one task.
    pub(crate) fn add(&mut self, role: Role) {
        match role {
            Role::Lead => self.lead += 1,
            Role::Joint => self.joint += 1,
            Role::Listed => self.listed += 1,
        }
    }

    /// All tasks.
    pub(crate) fn total(self) -> usize {
        self.lead + self.joint + self.listed
    }
}

impl Ledger {
    /// The ledger of a dataset. A task counts once for a bureau, however many of its clauses name it.
    pub(crate) fn new(dataset: &Dataset) -> Self {
        let mut ledger = Self::default();
        for (plan_at, plan) in dataset.plans.iter().enumerate() {
            for (node_at, node) in plan.nodes.iter().enumerate() {
                let spot = Spot { plan: plan_at, node: Some(node_at) };
                for unit in node.responsible.iter().flat_map(|clause| &clause.units) {
                    let duty = Duty { spot, role: unit.role, printed: unit.raw.clone() };
                    ledger.add(unit.department.as_deref(), &unit.name, duty);
                }
            }
        }
        ledger
    }

    /// The bureau with this id.
    pub(crate) fn bureau(&self, id: &str) -> Option<&Bureau> {
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
            Some(last) if last.spot == duty.spot => {
                if strength(duty.role) > strength(last.role) {
                    *last = duty;
                }
            }
            _ => bureau.duties.push(duty),
        }
    }
}

impl Bureau {
    /// Its tasks in the plans that `chosen` lets through.
    pub(crate) fn tally(&self, chosen: impl Fn(usize) -> bool) -> Tally {
        let mut tally = Tally::default();
        for duty in self.duties.iter().filter(|duty| chosen(duty.spot.plan)) {
            tally.add(duty.role);
        }
        tally
    }
}

/// To lead outweighs to join, and that to be listed.
fn strength(role: Role) -> u8 {
    match role {
        Role::Lead => 2,
        Role::Joint => 1,
        Role::Listed => 0,
    }
}
