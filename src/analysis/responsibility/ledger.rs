//! Which department the plans name for which task, read from the clauses and never inferred. Made once from a dataset
//! and owned, so that it can be shared between threads. Knows positions in the dataset, not what stands there.
//!
//! A library of thousands of plans has millions of units in its clauses, so each is kept in a few bytes.

use std::collections::HashMap;

use crate::analysis::responsibility::unassigned::{self, Places};
use crate::model::{Dataset, Role, RoleCounts, Unit};

/// One task that a clause gives to a department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    plan: u32,
    node: u32,
    /// Position of the first unit of the node among all units of the ledger.
    units: u32,
    /// Position among the printed names of the department.
    printed: u32,
    /// The department's role; the strongest where several clauses of the node name it.
    pub role: Role,
}

impl Assignment {
    /// Position of the plan in the dataset.
    #[must_use]
    pub fn plan(&self) -> usize {
        wide(self.plan)
    }

    /// Position in the plan of the node that carries the clause.
    #[must_use]
    pub fn node(&self) -> usize {
        wide(self.node)
    }
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
    pub printed: Vec<Box<str>>,
}

/// A department where a clause names it, by positions.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedUnit {
    /// Position of the department among those of the ledger.
    pub(super) assignee: u32,
    /// Position among the printed names of the department.
    pub(super) printed: u32,
    pub(super) role: Role,
    end: End,
}

/// Tells where the next unit belongs to another clause, or to that of another node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Nothing,
    Clause,
    /// The last clause of a node.
    Node,
}

/// All departments and units that some clause names, and the tasks for which none names any.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// In the order of their first clause.
    pub assignees: Vec<Assignee>,
    by_id: HashMap<String, usize>,
    /// The units of all clauses, in the order of the documents.
    units: Vec<NamedUnit>,
    /// The tasks of each plan that nobody is named for.
    unassigned: Vec<Places>,
}

impl Ledger {
    /// Reads the clauses of all plans. A task counts once for a department, however many of its clauses name it.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut ledger = Self::default();
        for (plan, read) in dataset.plans.iter().enumerate() {
            for (node, carrier) in read.nodes.iter().enumerate() {
                let first = ledger.units.len();
                for clause in &carrier.responsible {
                    for unit in &clause.units {
                        ledger.add((plan, node), first, unit);
                    }
                    ledger.end(first, End::Clause);
                }
                ledger.end(first, End::Node);
            }
            ledger.unassigned.push(unassigned::places(read));
        }
        ledger.units.shrink_to_fit();
        ledger
    }

    /// The department with this id, or the unit of this name; `None` if no clause names it.
    #[must_use]
    pub fn assignee(&self, id: &str) -> Option<&Assignee> {
        self.assignees.get(*self.by_id.get(id)?)
    }

    /// The tasks of the plan at this position for which nobody is named.
    #[must_use]
    pub fn unassigned(&self, plan: usize) -> Option<&Places> {
        self.unassigned.get(plan)
    }

    /// The position of a department among the assignees.
    pub(super) fn position(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).map(|at| narrow(*at))
    }

    /// The department at a position.
    pub(super) fn at(&self, position: u32) -> Option<&Assignee> {
        self.assignees.get(wide(position))
    }

    /// The units of each clause of the node of an assignment.
    pub(super) fn clauses(&self, assignment: &Assignment) -> impl Iterator<Item = &[NamedUnit]> {
        let mut rest = self.units.get(wide(assignment.units)..).unwrap_or_default();
        std::iter::from_fn(move || {
            let last = rest.iter().position(|unit| unit.end != End::Nothing)?;
            let (clause, behind) = rest.split_at_checked(last + 1)?;
            let is_last = clause.last().is_none_or(|unit| unit.end == End::Node);
            rest = if is_last { &[] } else { behind };
            Some(clause)
        })
    }

    /// Says what ends with the last unit of those from `first` on, if there is any.
    fn end(&mut self, first: usize, end: End) {
        if let Some(last) = self.units.get_mut(first..).and_then(<[_]>::last_mut) {
            last.end = end;
        }
    }

    /// Takes in one unit of a clause of this node of this plan, whose first unit has the position `first`.
    fn add(&mut self, (plan, node): (usize, usize), first: usize, unit: &Unit) {
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
        let printed = assignee.position_printed(&unit.raw);
        self.units.push(NamedUnit { assignee: narrow(at), printed, role: unit.role, end: End::Nothing });
        let (plan, node, units) = (narrow(plan), narrow(node), narrow(first));
        let assignment = Assignment { plan, node, units, printed, role: unit.role };
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

/// A position as it is kept: there are never four thousand million of anything.
fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

fn wide(position: u32) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

impl Assignee {
    /// The name that the clause of a task prints for it.
    #[must_use]
    pub fn printed_for(&self, assignment: &Assignment) -> &str {
        self.name_printed(assignment.printed).1
    }

    /// A printed name by its position, which is returned as well.
    pub(super) fn name_printed(&self, position: u32) -> (usize, &str) {
        let at = wide(position);
        (at, self.printed.get(at).map_or("", AsRef::as_ref))
    }

    /// The position of a name that a clause prints for it.
    fn position_printed(&mut self, printed: &str) -> u32 {
        let known = self.printed.iter().position(|known| known.as_ref() == printed);
        let at = known.unwrap_or_else(|| {
            self.printed.push(printed.into());
            self.printed.len() - 1
        });
        narrow(at)
    }

    /// Its tasks counted by role, in the plans at the positions that `chosen` accepts.
    pub fn count_by_role(&self, chosen: impl Fn(usize) -> bool) -> RoleCounts {
        let mut counts = RoleCounts::default();
        for assignment in self.assignments.iter().filter(|assignment| chosen(assignment.plan())) {
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
