//! The departments that share tasks with one department: those named in the same clauses. Counts clauses, not
//! tasks, and knows no dossier.

use serde::Serialize;

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
    let mut partners: Vec<Partner> = Vec::new();
    for clause in plans.iter().flat_map(|plan| &plan.nodes).flat_map(|node| &node.responsible) {
        if clause.units.iter().any(|unit| unit.id() == department) {
            for unit in others(clause, department) {
                count(&mut partners, unit);
            }
        }
    }
    partners.sort_by_key(|partner| std::cmp::Reverse(partner.total));
    partners
}

/// The other units of a clause, each department once, in its strongest role.
fn others<'a>(clause: &'a Clause, department: &str) -> Vec<&'a Unit> {
    let mut others: Vec<&Unit> = Vec::new();
    for unit in clause.units.iter().filter(|unit| unit.id() != department) {
        match others.iter_mut().find(|other| other.id() == unit.id()) {
            Some(other) if unit.role < other.role => *other = unit,
            Some(_) => {}
            None => others.push(unit),
        }
    }
    others
}

/// Counts one clause for the partner that this unit is.
fn count<'a>(partners: &mut Vec<Partner<'a>>, unit: &'a Unit) {
    let at = partners.iter().position(|partner| partner.department.unwrap_or(partner.name) == unit.id());
    let at = at.unwrap_or_else(|| {
        let (department, name) = (unit.department.as_deref(), unit.name.as_str());
        partners.push(Partner { department, name, lead: 0, joint: 0, listed: 0, total: 0 });
        partners.len() - 1
    });
    let Some(partner) = partners.get_mut(at) else { return };
    partner.total += 1;
    match unit.role {
        Role::Lead => partner.lead += 1,
        Role::Joint => partner.joint += 1,
        // The total alone counts who guides or supervises.
        Role::Other => {}
        Role::Listed => partner.listed += 1,
    }
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
