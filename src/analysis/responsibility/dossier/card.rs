//! The head of a dossier: what is known of a department before any of its tasks is read. Counted in the ledger, so that it is
//! quick in a library of thousands of plans.

use super::LivingSister;
use super::partner::{self, Shared};
use crate::analysis::responsibility::ledger::{Assignee, Ledger};
use crate::model::{Dataset, Department, Level, RoleCounts};

/// A department with its names and whom it works with, over some plans. It says the same as [`super::Dossier`] does.
#[derive(Clone, Debug)]
pub struct Card<'a> {
    /// Full name of the department; the printed name of an unknown unit.
    pub name: &'a str,
    /// Whether the registry knows it.
    pub known: bool,
    /// The level of government, where it is known.
    pub level: Option<Level>,
    /// The names that the clauses of these plans print for it.
    pub printed: Vec<&'a str>,
    /// Full names of departments that are easily taken for this one.
    pub sisters: Vec<&'a str>,
    /// Those of them that have tasks in these plans; empty where the department has tasks itself.
    pub living_sisters: Vec<LivingSister<'a>>,
    /// Numbers of its tasks in all these plans, by role.
    pub counts: RoleCounts,
    /// The departments named in the same clauses, most clauses first, with the numbers of these clauses.
    pub partners: Vec<(&'a Assignee, usize)>,
}

impl<'a> Card<'a> {
    /// Makes the card of the department with this id over the plans at the positions that `chosen` accepts. `None` if neither
    /// the registry nor any clause of these plans knows it.
    #[must_use]
    pub fn new(
        dataset: &'a Dataset,
        ledger: &'a Ledger,
        department_id: &str,
        chosen: impl Fn(usize) -> bool,
    ) -> Option<Self> {
        let department = dataset.department(department_id);
        let assignee = ledger.assignee(department_id);
        let named = Named::new(ledger, department_id, &chosen);
        let name = match department {
            Some(department) => department.name.as_str(),
            None => assignee.filter(|_| named.counts.total() > 0)?.name.as_str(),
        };
        let sisters = department.map_or(&[] as &[String], |department| &department.sisters);
        let sisters = || sisters.iter().filter_map(|id| dataset.department(id));
        let living = |sister: &'a Department| {
            let n_tasks = ledger.assignee(&sister.id)?.count_by_role(&chosen).total();
            (n_tasks > 0).then_some(LivingSister { id: &sister.id, name: &sister.name, n_tasks })
        };
        let has_tasks = named.counts.total() > 0;
        Some(Self {
            name,
            known: department.is_some(),
            level: department.and_then(|department| department.level),
            printed: named.printed,
            sisters: sisters().map(|sister| sister.name.as_str()).collect(),
            living_sisters: if has_tasks { Vec::new() } else { sisters().filter_map(living).collect() },
            counts: named.counts,
            partners: named.partners,
        })
    }
}

/// What the clauses say that name a department.
#[derive(Default)]
struct Named<'a> {
    counts: RoleCounts,
    printed: Vec<&'a str>,
    partners: Vec<(&'a Assignee, usize)>,
}

impl<'a> Named<'a> {
    fn new(ledger: &'a Ledger, department: &str, chosen: impl Fn(usize) -> bool) -> Self {
        let found = ledger.position(department).and_then(|own| Some((own, ledger.at(own)?)));
        let Some((own, assignee)) = found else { return Self::default() };
        let assignments = || assignee.assignments.iter().filter(|assignment| chosen(assignment.plan()));
        let clauses = || {
            let clauses = assignments().flat_map(|assignment| ledger.clauses(assignment));
            clauses.filter(|clause| clause.iter().any(|unit| unit.assignee == own))
        };
        let mut is_printed = vec![false; assignee.printed.len()];
        let mut printed = Vec::new();
        for unit in clauses().flatten().filter(|unit| unit.assignee == own) {
            let (at, name) = assignee.name_printed(unit.printed);
            if let Some(is_known) = is_printed.get_mut(at).filter(|is_known| !**is_known) {
                *is_known = true;
                printed.push(name);
            }
        }
        let units = clauses().map(|clause| clause.iter().map(|unit| (unit.assignee, unit.role, unit.assignee)));
        let partner = |shared: Shared<u32>| Some((ledger.at(shared.first)?, shared.total));
        let partners = partner::shared(units, own).into_iter().filter_map(partner).collect();
        Self { counts: assignee.count_by_role(&chosen), printed, partners }
    }
}
