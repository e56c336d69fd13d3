//! One indicator over all plans (指标对照): the rows that are the same thing, unlike ones marked, silent plans named.
//!
//! What the plans print stays as printed. What is worked out from it (pace, order, chart) stands in the files below and
//! only for rows that compare. Knows no terminal and no plan by name.

mod ambition;
pub mod chart;
pub mod pace;
pub mod plot;
pub mod report;

use serde::Serialize;

use crate::model::{Dataset, LineRange, Plan, Row, Table, Value};
use crate::registry::Registry;
use crate::registry::indicator::{Direction, Indicator, Indicators};

use crate::analysis::indicators::indicator;
use pace::Pace;

/// A canonical indicator and its rows in the plans, as `compare` prints it.
#[doc(alias = "指标对照")]
#[derive(Clone, Debug, Serialize)]
pub struct Comparison<'a> {
    /// The indicator's standard name.
    pub indicator: &'a str,
    /// Its id in the registry.
    pub id: &'a str,
    /// The canonical unit it is compared in; `None` for ratios and for what is no number.
    pub unit: Option<&'a str>,
    /// Which way is better; `None` where neither is.
    pub direction: Option<Direction>,
    /// The rows in the order of the documents.
    pub rows: Vec<CompareRow<'a>>,
    /// Ids of the plans that list no such row (规划未列).
    pub silent: Vec<&'a str>,
}

/// A row of a table beside the like rows of other plans.
#[derive(Clone, Debug, Serialize)]
pub struct CompareRow<'a> {
    /// Id of the plan.
    pub plan: &'a str,
    /// Id of the table.
    pub table: &'a str,
    /// The name cell as printed.
    pub name: &'a str,
    /// Its lines.
    pub lines: LineRange,
    /// The values, one for each value column: the plan's own, and those of province and nation printed beside.
    pub values: Vec<Value>,
    /// Whether it can be compared with the other rows.
    pub comparable: bool,
    /// Why not, in words for the reader; `None` where it can.
    pub why_not: Option<&'a str>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
    /// What rank of place the plan is made for.
    pub level: Option<Level>,
    /// The unit as printed.
    pub unit: Option<&'a str>,
    /// The nature as printed.
    pub nature: Option<&'a str>,
    /// Worked out: the change a year from the baseline to each target. Empty for an unlike row.
    pub pace: Vec<Pace>,
    /// Worked out: the place in the order of ambition, from 1; `None` for a row that is not in it.
    pub rank: Option<usize>,
    /// Positions in `values` of those that are the plan's own.
    #[serde(skip)]
    pub own: Vec<usize>,
}

/// The rank of the place a plan is made for. A district among cities is said to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 省, 自治区.
    Province,
    /// 市.
    City,
    /// 区, 县, 旗.
    District,
}

impl Level {
    /// The rank that the name of a place shows: `潮州市湘桥区` is a district. `None` if its last character shows none.
    #[must_use]
    pub fn of(region: &str) -> Option<Self> {
        match region.trim().chars().next_back()? {
            '省' => Some(Self::Province),
            '区' if region.ends_with("自治区") => Some(Self::Province),
            '市' => Some(Self::City),
            '区' | '县' | '旗' => Some(Self::District),
            _ => None,
        }
    }

    /// What to call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Province => "省级",
            Self::City => "市级",
            Self::District => "区县级",
        }
    }
}

impl Comparison<'_> {
    /// Leaves only the rows that `keep` wants, and orders those anew. The silent plans stay silent.
    pub fn retain(&mut self, keep: impl FnMut(&CompareRow) -> bool) {
        self.rows.retain(keep);
        ambition::rank(self);
    }
}

impl CompareRow<'_> {
    /// The values of the place the plan is made for.
    pub fn own_values(&self) -> impl Iterator<Item = &Value> {
        self.own.iter().filter_map(|at| self.values.get(*at))
    }
}

/// Every indicator that a plan of `ids` lists (of all plans, where there are none), in the order of the registry.
#[must_use]
pub fn all<'a>(dataset: &'a Dataset, registry: &'a Registry, ids: &[&str]) -> Vec<Comparison<'a>> {
    let indicators = registry.indicators();
    let plans: Vec<&Plan> =
        dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str())).collect();
    let mut found: Vec<Comparison> = indicators.iter().map(empty).collect();
    for plan in &plans {
        for (id, row) in rows(plan, indicators) {
            if let Some(comparison) = found.iter_mut().find(|comparison| comparison.id == id) {
                comparison.rows.push(row);
            }
        }
    }
    found.retain(|comparison| !comparison.rows.is_empty());
    for comparison in &mut found {
        let lists = |plan: &&&Plan| comparison.rows.iter().any(|row| row.plan == plan.id);
        comparison.silent = plans.iter().filter(|plan| !lists(plan)).map(|plan| plan.id.as_str()).collect();
        ambition::rank(comparison);
    }
    found
}

/// The comparison of the indicator with this id; `None` if no plan of `ids` lists it.
#[must_use]
pub fn by_id<'a>(
    dataset: &'a Dataset,
    registry: &'a Registry,
    ids: &[&str],
    indicator: &str,
) -> Option<Comparison<'a>> {
    all(dataset, registry, ids).into_iter().find(|comparison| comparison.id == indicator)
}

fn empty(indicator: &Indicator) -> Comparison<'_> {
    Comparison {
        indicator: &indicator.name,
        id: &indicator.id,
        unit: indicator.unit.as_deref(),
        direction: indicator.direction,
        rows: Vec::new(),
        silent: Vec::new(),
    }
}

/// The rows of a plan that are canonical indicators, each with the indicator's id.
fn rows<'a>(plan: &'a Plan, indicators: &'a Indicators) -> impl Iterator<Item = (&'a str, CompareRow<'a>)> {
    plan.tables().flat_map(move |table| table.rows.iter().filter_map(move |one| row(plan, table, one, indicators)))
}

fn row<'a>(
    plan: &'a Plan,
    table: &'a Table,
    row: &'a Row,
    indicators: &'a Indicators,
) -> Option<(&'a str, CompareRow<'a>)> {
    let values = indicator::values(table, row);
    let is_own = |value: &Value| indicator::is_own_scope(plan.region.as_deref(), value.scope.as_deref());
    let own: Vec<usize> = (0..values.len()).filter(|at| values.get(*at).is_some_and(is_own)).collect();
    let own_values: Vec<Value> = own.iter().filter_map(|at| values.get(*at)).cloned().collect();
    let found = indicators.row(row, &own_values)?;
    let pace = if found.unlike.is_none() { pace::of(&own_values, found.indicator.direction) } else { Vec::new() };
    let row = CompareRow {
        plan: &plan.id,
        table: &table.id,
        name: &row.name,
        lines: row.lines,
        comparable: found.unlike.is_none(),
        why_not: found.unlike,
        draft: plan.status.as_deref().filter(|_| plan.is_draft()),
        level: plan.region.as_deref().and_then(Level::of),
        unit: row.unit.as_deref(),
        nature: row.nature.as_deref(),
        pace,
        rank: None,
        values,
        own,
    };
    Some((found.indicator.id.as_str(), row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_place_shows_its_rank() {
        let cases = [
            ("佛山市", Some(Level::City)),
            ("潮州市湘桥区", Some(Level::District)),
            ("某市某县", Some(Level::District)),
            ("广东省", Some(Level::Province)),
            ("广西壮族自治区", Some(Level::Province)),
            ("国家", None),
            ("", None),
        ];
        for (region, expected) in cases {
            assert_eq!(Level::of(region), expected, "{region}");
        }
    }
}
