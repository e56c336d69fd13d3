//! Whom an office shares its tasks with: the units that stand in the same clauses.

use serde::Serialize;

use crate::analysis::responsibility::dossier::is_of;
use crate::model::{Clause, Plan, Role, Unit};

/// An office that stands in clauses of another. Counted are clauses, not tasks: a task may have several, each with its
/// own units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Partner<'a> {
    /// Id in the registry; `None` for a unit that the registry does not know.
    pub department: Option<&'a str>,
    /// Full name; the printed one of a unit that the registry does not know.
    pub name: &'a str,
    /// Clauses in which this partner leads.
    pub lead: usize,
    /// Clauses in which it supports.
    pub joint: usize,
    /// Clauses that list it without saying who leads.
    pub listed: usize,
    /// All of them.
    pub total: usize,
}

/// The partners of an office, most clauses first; equal ones in the order of their first clause.
pub(super) fn all<'a>(plans: &[&'a Plan], office: &str) -> Vec<Partner<'a>> {
    let mut partners: Vec<Partner> = Vec::new();
    for clause in plans.iter().flat_map(|plan| &plan.nodes).flat_map(|node| &node.responsible) {
        if clause.units.iter().any(|unit| is_of(unit, office)) {
            for unit in others(clause, office) {
                count(&mut partners, unit);
            }
        }
    }
    partners.sort_by_key(|partner| std::cmp::Reverse(partner.total));
    partners
}

/// The other units of a clause, each office once, where its role is strongest.
fn others<'a>(clause: &'a Clause, office: &str) -> Vec<&'a Unit> {
    let mut others: Vec<&Unit> = Vec::new();
    for unit in clause.units.iter().filter(|unit| !is_of(unit, office)) {
        match others.iter_mut().find(|other| is_of(other, id(unit))) {
            Some(other) if unit.role < other.role => *other = unit,
            Some(_) => {}
            None => others.push(unit),
        }
    }
    others
}

fn count<'a>(partners: &mut Vec<Partner<'a>>, unit: &'a Unit) {
    let at = partners.iter().position(|partner| partner.department.unwrap_or(partner.name) == id(unit));
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
        Role::Listed => partner.listed += 1,
    }
}

fn id(unit: &Unit) -> &str {
    unit.department.as_deref().unwrap_or(&unit.name)
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
        Clause { raw: String::new(), line: 1, units, lead: None, each_responsible: false, open_ended: None }
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
        let told = |office: &str| {
            let partners = all(&[&plan], office);
            let told = partners.iter().map(|one| format!("{} {}{}{}", one.name, one.lead, one.joint, one.listed));
            told.collect::<Vec<_>>().join("，")
        };
        assert_eq!(told("a"), "乙局 110，丙办 010");
        assert_eq!(told("b"), "甲局 110，丙办 010");
        assert_eq!(told("丙办"), "甲局 100，乙局 010");
        assert_eq!(told("c"), "");
    }
}
