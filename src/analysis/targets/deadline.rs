//! What is due by which year (时限): the targets of body text and of indicator tables, one entry for each value and year,
//! grouped by year or by the department that a clause of the same node names. A department is never inferred.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::indicators::indicator;
use crate::analysis::targets::target;
use crate::model::{LineRange, Node, Plan, Row, Table, Target, Unit, ValueKind};
use crate::registry::Registry;

/// One value that a plan sets for a year (时限).
#[doc(alias = "时限")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The year by which it is due; `None` where the plan names none.
    pub year: Option<u16>,
    /// Id of the plan that prints it.
    pub plan: String,
    /// Id of the node whose text states it, or that holds its table.
    pub node: String,
    /// First and last line of the quote, or of the row of the table, 1-based.
    pub lines: LineRange,
    /// What is to be reached, in the words of the plan.
    pub metric: String,
    /// The value as printed, with the words or signs that say how it is to be met, as it reads on its own; empty for a
    /// task that has a date and no value.
    pub value: String,
    /// The words of the document: the sentence, or name, header and cell of the row.
    pub quote: String,
    /// Whether body text or a table prints it.
    pub origin: Origin,
    /// The units that the clauses of the node name, the lead first; empty where they name none.
    pub units: Vec<Unit>,
}

/// Whether body text or a table prints a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A sentence of the body text prints it.
    Text,
    /// A row of an indicator table prints it.
    Row {
        /// Id of the table that holds the row.
        table: String,
        /// Position of the row in the table, from 0.
        row: usize,
        /// 约束性, 预期性 or 倡导性 as printed; `None` where none is printed.
        nature: Option<String>,
    },
}

impl Deadline {
    /// The value, or for a task without one what it is (限期任务).
    #[must_use]
    pub fn value_in_words(&self) -> &str {
        if self.value.is_empty() { target::DATED_TASK.get() } else { &self.value }
    }

    /// Whether an indicator table prints it.
    #[must_use]
    pub fn is_row(&self) -> bool {
        matches!(self.origin, Origin::Row { .. })
    }
}

/// The deadlines of a plan in the order of the document, those of the text of a node before those of its tables.
/// `document` is the whole text of the plan; without it quotes in joined paragraphs are given the
/// first line of the paragraph.
#[must_use]
pub fn in_plan(plan: &Plan, registry: &Registry, document: Option<&str>) -> Vec<Deadline> {
    from_targets(plan, &target::of_plan(plan, registry, document))
}

/// The deadlines of a plan, as [`in_plan`] reads them, where the targets of its text are known already.
#[must_use]
pub fn from_targets(plan: &Plan, targets: &[Target]) -> Vec<Deadline> {
    let mut targets = targets.iter().peekable();
    let mut deadlines = Vec::new();
    for node in &plan.nodes {
        while let Some(target) = targets.next_if(|target| target.node == node.id) {
            deadlines.extend(from_text(node, target));
        }
        for table in &node.tables {
            let rows = table.rows.iter().enumerate();
            deadlines.extend(rows.flat_map(|(at, row)| from_row(plan, table, at, row)));
        }
    }
    deadlines
}

/// One entry for each year and value of a target.
fn from_text<'a>(node: &'a Node, target: &'a Target) -> impl Iterator<Item = Deadline> + 'a {
    let n_entries = target.years.len().max(target.values.len());
    (0..n_entries).map(move |at| Deadline {
        year: target.years.get(at).copied(),
        plan: target.plan.clone(),
        node: target.node.clone(),
        lines: [target.line; 2],
        metric: target.metric.clone(),
        value: target.values.get(at).map(|value| value.alone().to_owned()).unwrap_or_default(),
        quote: target.quote.clone(),
        origin: Origin::Text,
        units: target::units(node).into_iter().cloned().collect(),
    })
}

/// One entry for each target that a row sets for the place that the plan is made for.
fn from_row(plan: &Plan, table: &Table, at: usize, row: &Row) -> Vec<Deadline> {
    let values = indicator::values(table, row).into_iter();
    let own = values.filter(|value| {
        value.kind == Some(ValueKind::Target) && indicator::is_own_scope(plan.region.as_deref(), value.scope.as_deref())
    });
    let entry = |value: crate::model::Value| {
        // A cell with only a dash sets no target.
        let raw = value.raw.filter(|raw| raw.contains(char::is_alphanumeric))?;
        Some(Deadline {
            year: value.year,
            plan: plan.id.clone(),
            node: table.node.clone(),
            lines: row.lines,
            metric: row.name.clone(),
            quote: format!("{}　{}　{raw}", row.name, value.header),
            value: raw,
            origin: Origin::Row { table: table.id.clone(), row: at, nature: row.nature.clone() },
            units: Vec::new(),
        })
    };
    own.filter_map(entry).collect()
}

/// Groups deadlines by year, the years ascending, those without a year last.
#[must_use]
pub fn by_year<'a>(deadlines: &[&'a Deadline]) -> Vec<(Option<u16>, Vec<&'a Deadline>)> {
    let mut years: BTreeMap<(bool, Option<u16>), Vec<&'a Deadline>> = BTreeMap::new();
    for &deadline in deadlines {
        years.entry((deadline.year.is_none(), deadline.year)).or_default().push(deadline);
    }
    years.into_iter().map(|((_, year), own)| (year, own)).collect()
}

/// The deadlines of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentDeadlines<'a> {
    /// Id in the registry, or the printed name of an unknown unit; `None` for deadlines that
    /// no clause gives to anybody.
    pub department: Option<&'a str>,
    /// Full name of the department, or the printed name; empty for deadlines that no clause gives to anybody.
    pub name: &'a str,
    /// Its deadlines, in the order given.
    pub deadlines: Vec<&'a Deadline>,
}

/// Groups deadlines by department, the one with most deadlines first; those that no clause gives to anybody come last.
/// A deadline of several departments is listed for each of them.
#[must_use]
pub fn by_department<'a>(deadlines: &[&'a Deadline]) -> Vec<DepartmentDeadlines<'a>> {
    let mut groups: Vec<DepartmentDeadlines> = Vec::new();
    // Plans print any number of names that the registry does not know, so each group is found by its id.
    let mut positions: HashMap<&'a str, usize> = HashMap::new();
    let mut unassigned = Vec::new();
    for &deadline in deadlines {
        if deadline.units.is_empty() {
            unassigned.push(deadline);
        }
        for unit in &deadline.units {
            let id = unit.id();
            let at = *positions.entry(id).or_insert(groups.len());
            match groups.get_mut(at) {
                // Two printed names of one department count once.
                Some(group) if group.deadlines.last().is_some_and(|last| std::ptr::eq(*last, deadline)) => {}
                Some(group) => group.deadlines.push(deadline),
                None => groups.push(DepartmentDeadlines {
                    department: Some(id),
                    name: &unit.name,
                    deadlines: vec![deadline],
                }),
            }
        }
    }
    groups.sort_by(|a, b| b.deadlines.len().cmp(&a.deadlines.len()).then_with(|| a.name.cmp(b.name)));
    if !unassigned.is_empty() {
        groups.push(DepartmentDeadlines { department: None, name: "", deadlines: unassigned });
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::targets::target::Selection;
    use crate::dataset;

    fn all() -> Vec<Deadline> {
        let dataset = dataset::bundled().unwrap();
        dataset.plans.iter().flat_map(|plan| in_plan(plan, &dataset::registry(), dataset::seed(&plan.id))).collect()
    }

    #[test]
    fn each_year_of_each_target_is_an_entry() {
        let dataset = dataset::bundled().unwrap();
        let all = all();
        for year in [2020, 2022, 2025, 2030] {
            let stated = target::select(
                &dataset,
                &dataset::registry(),
                &Selection { year: Some(year), ..Selection::default() },
                |_| None,
            );
            let expected: usize =
                stated.iter().map(|each| each.target.years.iter().filter(|y| **y == year).count()).sum();
            let found = all.iter().filter(|each| each.year == Some(year) && !each.is_row()).count();
            assert_eq!(found, expected, "{year}");
        }
    }

    #[test]
    fn tables_give_the_deadlines_of_the_plans_own_place() {
        let all = all();
        for (plan, metric, expected) in [
            ("foshan-2030", "婴儿死亡率", &[(2020, "≤3"), (2030, "≤3")][..]),
            // One of its tables looks back on the targets of the period before.
            ("zhongshan-145", "婴儿死亡率", &[(2020, "<3"), (2025, "<3")]),
        ] {
            let rows = all.iter().filter(|each| each.is_row() && each.plan == plan && each.metric.contains(metric));
            let found: Vec<_> = rows.map(|each| (each.year.unwrap_or(0), each.value.as_str())).collect();
            assert_eq!(found, expected, "{plan} {metric}");
        }
    }

    #[test]
    fn groups_hold_everything_in_order() {
        let all = all();
        let all: Vec<&Deadline> = all.iter().collect();
        let years = by_year(&all);
        assert_eq!(years.iter().map(|(_, own)| own.len()).sum::<usize>(), all.len());
        let order: Vec<Option<u16>> = years.iter().map(|(year, _)| *year).collect();
        assert!(order.is_sorted_by_key(|year| year.unwrap_or(u16::MAX)) && order.last() == Some(&None), "{order:?}");

        let groups = by_department(&all);
        assert_eq!(groups.last().map(|group| group.department), Some(None));
        for group in &groups {
            let own = |each: &&&Deadline| match group.department {
                Some(id) => each.units.iter().any(|unit| unit.id() == id),
                None => each.units.is_empty(),
            };
            assert_eq!(group.deadlines.len(), all.iter().filter(own).count(), "{}", group.name);
        }
    }
}
