//! The ledger (任务分工表): who does what by the plans, one row for each task, in the form that bureaus circulate.
//!
//! Everything in it is printed in the plans; what they do not say stays empty. This file must not
//! know how tasks are selected.

use super::{Front, Sheet};
use crate::analysis::targets::target;
use crate::model::{Clause, LineRange, Node, Plan, Role};
use crate::registry::Registry;

/// The columns. `列名` contains the units of clauses that do not say who leads.
pub(super) const HEADER: [&str; 9] =
    ["序号", "规划", "章节", "任务", "牵头", "配合", "列名（责任单位，未写明牵头）", "时限与指标", "出处"];

/// The note on how the units are given.
pub(super) const ON_UNITS: &str = "“列名”是规划列出的责任单位，规划没有写明由谁牵头；单位名称照原文。";

/// The note on where the targets come from.
pub(super) const ON_TARGETS: &str = "“时限与指标”由程序从任务正文中读出，词句照原文，引用前请核对出处。";

/// The printed words that say each unit answers for its own share.
const EACH: [&str; 2] = ["按职责分工负责", "分别负责"];

/// Makes the ledger of these tasks, in their order. The registry names the indicators of their targets.
#[must_use]
pub fn ledger(tasks: &[(&Plan, &Node)], registry: &Registry) -> Sheet {
    let mut sheet = Sheet::new(HEADER);
    for (at, (plan, node)) in tasks.iter().enumerate() {
        sheet.push([
            (at + 1).to_string(),
            plan.marked(),
            place(plan, node),
            node.heading(),
            units(node, Role::Lead),
            units(node, Role::Joint),
            units(node, Role::Listed),
            targets(plan, node, registry),
            source(plan, node.lines),
        ]);
    }
    sheet
}

/// Makes the front of the ledger. `bureaus` are the full names of the bureaus that it is narrowed to; empty for all.
#[must_use]
pub fn ledger_front(tasks: &[(&Plan, &Node)], bureaus: &[&str]) -> Front {
    let mut plans: Vec<&Plan> = tasks.iter().map(|(plan, _)| *plan).collect();
    plans.dedup_by_key(|plan| &plan.id);
    let says_no_lead = tasks.iter().any(|(_, node)| !units(node, Role::Listed).is_empty());
    Front::new("任务分工表", &bureaus.join("、"), plans)
        .noting(says_no_lead.then(|| ON_UNITS.to_owned()))
        .noting(ON_TARGETS.to_owned())
}

/// Where a text stands: 《title》（征求意见稿）第n–m行, lines counted in the document as it was read.
#[must_use]
pub fn source(plan: &Plan, [first, last]: LineRange) -> String {
    let lines = if first == last { first.to_string() } else { format!("{first}–{last}") };
    format!("《{}》{}第{lines}行", plan.title, plan.draft_mark())
}

/// The headings above a node, outermost first.
#[must_use]
pub fn place(plan: &Plan, node: &Node) -> String {
    let mut headings = Vec::new();
    let mut above = node.parent.as_deref();
    while let Some(parent) = above.and_then(|id| plan.node(id)) {
        headings.push(parent.heading());
        above = parent.parent.as_deref();
    }
    headings.reverse();
    headings.join(" › ")
}

/// The targets that the task's own text sets, one line each.
fn targets(plan: &Plan, node: &Node, registry: &Registry) -> String {
    target::in_node(plan, node, registry, None).iter().map(target::in_words).collect::<Vec<_>>().join("\n")
}

/// The units with this role, as printed. What several clauses say alike appears once; the rest follows one another.
pub(super) fn units(node: &Node, role: Role) -> String {
    let mut clauses: Vec<String> = Vec::new();
    for clause in node.responsible.iter().filter_map(|clause| clause_units(clause, role)) {
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    clauses.join("；")
}

/// The units of one clause with this role, with what the clause adds to the names: that the list is open, or that each
/// unit answers for its share. Such words are put behind the role that the clause ends with.
fn clause_units(clause: &Clause, role: Role) -> Option<String> {
    let units: Vec<&str> = clause.units.iter().filter(|unit| unit.role == role).map(|unit| unit.raw.as_str()).collect();
    if units.is_empty() {
        return None;
    }
    let is_last = clause.units.last().is_some_and(|unit| unit.role == role);
    let open = clause.open_ended.as_deref().filter(|_| is_last).unwrap_or_default();
    let each = EACH.iter().find(|words| is_last && clause.each_responsible && clause.raw.contains(**words));
    let each = each.map(|words| format!("（{words}）")).unwrap_or_default();
    Some(format!("{}{open}{each}", units.join("、")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;

    fn clause(raw: &str, units: &[(&str, Role)], open_ended: Option<&str>) -> Clause {
        let unit =
            |&(raw, role): &(&str, Role)| Unit { raw: raw.to_owned(), department: None, name: raw.to_owned(), role };
        Clause {
            raw: raw.to_owned(),
            line: 1,
            units: units.iter().map(unit).collect(),
            lead: None,
            each_responsible: raw.contains("分别") || raw.contains("分工"),
            open_ended: open_ended.map(str::to_owned),
        }
    }

    #[test]
    fn units_say_what_the_clause_says() {
        use Role::{Joint, Lead, Listed};
        let led = clause(
            "（甲牵头，乙、丙等单位按职责分工负责）",
            &[("甲", Lead), ("乙", Joint), ("丙", Joint)],
            Some("等单位"),
        );
        let listed = clause("（甲、乙分别负责）", &[("甲", Listed), ("乙", Listed)], None);
        for (clause, role, expected) in [
            (&led, Lead, Some("甲")),
            (&led, Joint, Some("乙、丙等单位（按职责分工负责）")),
            (&led, Listed, None),
            (&listed, Listed, Some("甲、乙（分别负责）")),
        ] {
            assert_eq!(clause_units(clause, role).as_deref(), expected, "{} {role:?}", clause.raw);
        }
    }

    #[test]
    fn a_draft_is_marked_in_every_row() {
        let dataset = crate::dataset::bundled().unwrap();
        let tasks: Vec<_> = dataset.plans.iter().flat_map(|plan| plan.tasks().map(move |node| (plan, node))).collect();
        let sheet = ledger(&tasks, &crate::dataset::registry());
        assert_eq!(sheet.rows.len(), tasks.len());
        for ((plan, node), row) in tasks.iter().zip(&sheet.rows) {
            for cell in [&row[1], &row[8]] {
                assert_eq!(cell.contains("（征求意见稿）"), plan.is_draft(), "{cell}");
            }
            assert!(row[8].contains(&node.lines[0].to_string()), "{}", row[8]);
            assert_eq!(row[2].is_empty(), node.parent.is_none(), "{}", node.id);
        }
        assert!(ledger_front(&tasks, &[]).title.contains("湘桥、中山为征求意见稿"));
    }

    #[test]
    fn targets_are_told_in_the_words_of_the_plan() {
        let dataset = crate::dataset::bundled().unwrap();
        let mut n_told = 0;
        for (plan, node) in dataset.plans.iter().flat_map(|plan| plan.tasks().map(move |node| (plan, node))) {
            let text: String = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
            for target in target::in_node(plan, node, &crate::dataset::registry(), None) {
                let line = target::in_words(&target);
                assert!(target.years.iter().all(|year| line.contains(&format!("{year}年"))), "{line}");
                assert!(target.values.iter().all(|value| line.contains(value.alone())), "{line}");
                assert!(text.contains(&target.quote) && !line.contains('\n'), "{line}");
                n_told += 1;
            }
        }
        assert!(n_told > 50, "{n_told}");
    }
}
