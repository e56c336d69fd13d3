//! What is due by which year (时限): the targets of body text and of indicator tables, one entry for each value and year,
//! grouped by year or by the bureau that a clause of the same node names. A bureau is never inferred.

use crate::analysis::indicators::indicator;
use crate::analysis::targets::target;
use crate::model::{LineRange, Plan, Row, Table, Unit, ValueKind};
use crate::registry::Registry;

/// One value that a plan sets for a year (时限).
#[doc(alias = "时限")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The year by which it is due; `None` where the plan names none.
    pub year: Option<u16>,
    /// Id of the plan.
    pub plan: String,
    /// Id of the node that states it or holds its table.
    pub node: String,
    /// The line of the quote, or those of the table's row.
    pub lines: LineRange,
    /// What is to be reached, in the plan's words.
    pub metric: String,
    /// The value as printed, with the words or signs that say how it is to be met, for a place of its own.
    pub value: String,
    /// The document's own words: the sentence, or name, header and cell of the row.
    pub quote: String,
    /// Where it is printed.
    pub origin: Origin,
    /// The units that the node's clauses name, the lead first; none where the plan names none there.
    pub units: Vec<Unit>,
}

/// Where a deadline is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In body text.
    Text,
    /// In a row of an indicator table.
    Row {
        /// Id of the table.
        table: String,
        /// Position of the row in it.
        row: usize,
        /// 约束性, 预期性 or 倡导性, as printed.
        nature: Option<String>,
    },
}

impl Deadline {
    /// Whether it stands in an indicator table.
    #[must_use]
    pub fn is_row(&self) -> bool {
        matches!(self.origin, Origin::Row { .. })
    }
}

/// The deadlines of a plan in the order of the document, those of a node's text before those of its tables. `document`
/// is the plan's whole text, if the caller has it: lines inside joined paragraphs are found there.
#[must_use]
pub fn in_plan(plan: &Plan, registry: &Registry, document: Option<&str>) -> Vec<Deadline> {
    let mut stated = target::in_plan(plan, registry, document).into_iter().peekable();
    let mut deadlines = Vec::new();
    for node in &plan.nodes {
        while let Some(stated) = stated.next_if(|stated| stated.node.id == node.id) {
            deadlines.extend(of_text(&stated));
        }
        for table in &node.tables {
            let rows = table.rows.iter().enumerate();
            deadlines.extend(rows.flat_map(|(at, row)| of_row(plan, table, at, row)));
        }
    }
    deadlines
}

/// One entry for each year and value of a target.
fn of_text<'a>(stated: &'a target::Stated) -> impl Iterator<Item = Deadline> + 'a {
    let target = &stated.target;
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
        units: target::units(stated.node).into_iter().cloned().collect(),
    })
}

/// One entry for each target that a row sets for the plan's own place.
fn of_row(plan: &Plan, table: &Table, at: usize, row: &Row) -> Vec<Deadline> {
    let values = indicator::values(table, row).into_iter();
    let own = values.filter(|value| {
        value.kind == Some(ValueKind::Target) && indicator::is_own_scope(plan.region.as_deref(), value.scope.as_deref())
    });
    let entry = |value: crate::model::Value| {
        // A dash sets nothing.
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

/// The deadlines by year, the years ascending, those without a year last.
#[must_use]
pub fn by_year<'a>(deadlines: &[&'a Deadline]) -> Vec<(Option<u16>, Vec<&'a Deadline>)> {
    let mut years: Vec<Option<u16>> = deadlines.iter().map(|deadline| deadline.year).collect();
    years.sort_unstable_by_key(|year| year.unwrap_or(u16::MAX));
    years.dedup();
    let of = |year| deadlines.iter().copied().filter(|deadline| deadline.year == year).collect();
    years.into_iter().map(|year| (year, of(year))).collect()
}

/// A bureau with what is due of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share<'a> {
    /// Id of the office in the registry, else the printed name; `None` for what no clause gives to anybody.
    pub bureau: Option<&'a str>,
    /// Full name of the office, else the printed one; empty for what no clause gives to anybody.
    pub name: &'a str,
    /// What is due.
    pub deadlines: Vec<&'a Deadline>,
}

/// The deadlines by bureau, most first; what no clause gives to anybody comes last. One with several bureaus stands with
/// each of them.
#[must_use]
pub fn by_bureau<'a>(deadlines: &[&'a Deadline]) -> Vec<Share<'a>> {
    let mut shares: Vec<Share> = Vec::new();
    let mut unnamed = Vec::new();
    for &deadline in deadlines {
        if deadline.units.is_empty() {
            unnamed.push(deadline);
        }
        for unit in &deadline.units {
            let id = unit.id();
            match shares.iter_mut().find(|share| share.bureau == Some(id)) {
                // Two printed names of one office are one share.
                Some(share) if share.deadlines.last().is_some_and(|last| std::ptr::eq(*last, deadline)) => {}
                Some(share) => share.deadlines.push(deadline),
                None => shares.push(Share { bureau: Some(id), name: &unit.name, deadlines: vec![deadline] }),
            }
        }
    }
    shares.sort_by(|a, b| b.deadlines.len().cmp(&a.deadlines.len()).then_with(|| a.name.cmp(b.name)));
    if !unnamed.is_empty() {
        shares.push(Share { bureau: None, name: "", deadlines: unnamed });
    }
    shares
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
    fn what_tables_set_is_the_plans_own() {
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

        let shares = by_bureau(&all);
        assert_eq!(shares.last().map(|share| share.bureau), Some(None));
        for share in &shares {
            let own = |each: &&&Deadline| match share.bureau {
                Some(id) => each.units.iter().any(|unit| unit.id() == id),
                None => each.units.is_empty(),
            };
            assert_eq!(share.deadlines.len(), all.iter().filter(own).count(), "{}", share.name);
        }
    }
}
