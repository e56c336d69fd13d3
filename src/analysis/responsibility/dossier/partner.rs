//! The departments that share tasks with one department: those named in the same clauses. Counts clauses, not
//! tasks, and knows no dossier.

use std::hash::Hash;

use rustc_hash::FxHashMap;
use serde::Serialize;
use smallvec::SmallVec;

use crate::model::{Clause, Plan, Role, Unit};

/// A department that clauses name together with another. Clauses are counted, not tasks: a task may have
/// several clauses, each with its own units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Partner<'a> {
    /// The id in the registry; `None` for a unit that the registry does not know.
    pub department: Option<&'a str>,
    /// The full name; the printed name of a unit that the registry does not know.
    pub name: &'a str,
    /// Clauses in which this partner leads.
    pub lead: usize,
    /// Clauses in which this partner supports another.
    pub joint: usize,
    /// Clauses that list this partner without saying who leads.
    pub listed: usize,
    /// All clauses that name both.
    pub total: usize,
}

/// The partners of a department, most clauses first; with equal counts in the order of their first clause.
pub(super) fn partners<'a>(plans: &[&'a Plan], department: &str) -> Vec<Partner<'a>> {
    let clauses = plans.iter().flat_map(|plan| &plan.nodes).flat_map(|node| &node.responsible);
    let naming = clauses.filter(|clause| clause.units.iter().any(|unit| unit.id() == department));
    let units = naming.map(|clause: &'a Clause| clause.units.iter().map(|unit| (unit.id(), unit.role, unit)));
    let partner = |shared: Shared<&'a Unit>| {
        let (department, name) = (shared.first.department.as_deref(), shared.first.name.as_str());
        let Shared { lead, joint, listed, total, .. } = shared;
        Partner { department, name, lead, joint, listed, total }
    };
    shared(units, department).into_iter().map(partner).collect()
}

/// How often clauses name one department together with another, by what the other does in them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared<T> {
    /// What the first clause that names the other one says of it.
    pub(super) first: T,
    lead: usize,
    joint: usize,
    listed: usize,
    pub(super) total: usize,
}

/// Counts with whom a department is named in these clauses, which all name it: most clauses first, with equal counts in the
/// order of their first clause. A unit is what tells it from others, its role, and what is to be known of the other one.
pub(super) fn shared<K: Copy + Eq + Hash, T: Copy>(
    clauses: impl Iterator<Item = impl Iterator<Item = (K, Role, T)>>,
    department: K,
) -> Vec<Shared<T>> {
    let mut partners: Vec<Shared<T>> = Vec::new();
    let mut positions: FxHashMap<K, usize> = FxHashMap::default();
    for clause in clauses {
        for (id, role, first) in others(clause, department) {
            let at = *positions.entry(id).or_insert(partners.len());
            if at == partners.len() {
                partners.push(Shared { first, lead: 0, joint: 0, listed: 0, total: 0 });
            }
            let Some(partner) = partners.get_mut(at) else { continue };
            partner.total += 1;
            match role {
                Role::Lead => partner.lead += 1,
                Role::Joint => partner.joint += 1,
                // The total alone counts who guides or supervises.
                Role::Other => {}
                Role::Listed => partner.listed += 1,
            }
        }
    }
    partners.sort_by_key(|partner| std::cmp::Reverse(partner.total));
    partners
}

/// The other units of a clause, each department once, in its strongest role.
fn others<K: Copy + Eq, T: Copy>(
    clause: impl Iterator<Item = (K, Role, T)>,
    department: K,
) -> SmallVec<[(K, Role, T); 16]> {
    let mut others: SmallVec<[(K, Role, T); 16]> = SmallVec::new();
    for unit in clause.filter(|(id, ..)| *id != department) {
        match others.iter_mut().find(|(id, ..)| *id == unit.0) {
            Some(other) if unit.1 < other.1 => *other = unit,
            Some(_) => {}
            None => others.push(unit),
        }
    }
    others
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(units: &[(Option<&str>, &str, Role)]) -> Clause {
        let unit = |&(id, name, role): &(Option<&str>, &str, Role)| Unit {
            raw: format!("市{name}"),
            department: id.map(str::to_owned),
            name: name.to_owned(),
            role,
        };
        let units = units.iter().map(unit).collect();
        Clause {
            raw: String::new(),
            line: 1,
            units,
            lead: None,
            each_responsible: false,
            label: None,
            deadline: None,
            open_ended: None,
        }
    }

    #[test]
    fn a_clause_counts_once_for_a_partner() {
        use Role::{Joint, Lead, Listed};
        let dataset = crate::dataset::bundled().unwrap();
        let mut plan = dataset.plans[0].clone();
        let mut node = plan.nodes[0].clone();
        node.responsible = vec![
            clause(&[
                (Some("a"), "甲局", Lead),
                (Some("b"), "乙局", Joint),
                (Some("b"), "乙局", Joint),
                (None, "丙办", Joint),
            ]),
            clause(&[(Some("b"), "乙局", Lead), (Some("a"), "甲局", Joint)]),
            clause(&[(Some("c"), "丁局", Listed)]),
        ];
        plan.nodes = vec![node].into();
        let counts = |department: &str| {
            let partners = partners(&[&plan], department);
            let counts = partners.iter().map(|one| format!("{} {}{}{}", one.name, one.lead, one.joint, one.listed));
            counts.collect::<Vec<_>>().join("，")
        };
        assert_eq!(counts("a"), "乙局 110，丙办 010");
        assert_eq!(counts("b"), "甲局 110，丙办 010");
        assert_eq!(counts("丙办"), "甲局 100，乙局 010");
        assert_eq!(counts("c"), "");
    }
}
