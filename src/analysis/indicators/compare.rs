//! Compares one indicator over all plans (指标对照): collects the rows that print it, marks those that cannot be compared,
//! and lists the plans that have none.
//!
//! ```text
//! pace ─► ambition ─► chart ─► plot      report (uses pace, ambition)
//! ```
//! Printed values stay as printed. What is calculated from them (pace, order, chart) is made only for comparable rows.
//! Knows no terminal and no plan by name.

mod ambition;
pub mod chart;
pub mod pace;
pub mod plot;
pub mod report;

use serde::Serialize;

use crate::analysis::indicators::indicator;
use crate::model::{Dataset, LineRange, Plan, Row, Table, Value};
use crate::registry::Registry;
use crate::registry::indicator::{Direction, Indicator, Indicators};
use pace::Pace;

/// A canonical indicator and its rows in the plans, as `compare` prints it.
#[doc(alias = "指标对照")]
#[derive(Clone, Debug, Serialize)]
pub struct Comparison<'a> {
    /// The indicator's standard name.
    pub indicator: &'a str,
    /// The indicator's id in the registry.
    pub id: &'a str,
    /// The canonical unit in which it is compared; `None` for ratios and for values in words.
    pub unit: Option<&'a str>,
    /// Whether more or less is better; `None` where neither is.
    pub direction: Option<Direction>,
    /// The rows in the order of the documents.
    pub rows: Vec<CompareRow<'a>>,
    /// Ids of the plans that list no such row (规划未列).
    pub silent: Vec<&'a str>,
}

/// One row of a table in a comparison.
#[derive(Clone, Debug, Serialize)]
pub struct CompareRow<'a> {
    /// Id of the plan that prints it.
    pub plan: &'a str,
    /// Id of the table that holds the row.
    pub table: &'a str,
    /// The name of the indicator as printed.
    pub name: &'a str,
    /// First and last line of the row, 1-based.
    pub lines: LineRange,
    /// The values, one for each value column: the plan's own, and those of province and nation printed in the same row.
    pub values: Vec<Value>,
    /// Whether it can be compared with the rows of other plans.
    pub comparable: bool,
    /// The reason why it cannot be compared, for the reader; `None` if it can.
    pub why_not: Option<&'a str>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
    /// The level of the place that the plan is made for; `None` if its name shows none.
    pub level: Option<Level>,
    /// The unit as printed; `None` where none is printed.
    pub unit: Option<&'a str>,
    /// 约束性, 预期性 or 倡导性 as printed; `None` where none is printed.
    pub nature: Option<&'a str>,
    /// Calculated: the change per year from the baseline to each target. Empty for a row that cannot be compared.
    pub pace: Vec<Pace>,
    /// Calculated: the place in the order of ambition, from 1; `None` for a row that is not ranked.
    pub rank: Option<usize>,
    /// Positions in `values` of the plan's own values.
    #[serde(skip)]
    pub own: Vec<usize>,
}

/// The level of the place that a plan is made for. Readers are told where a district stands among cities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A province or autonomous region (省、自治区).
    Province,
    /// A city (市), whatever its rank.
    City,
    /// A district, county or banner (区、县、旗).
    District,
}

impl Level {
    /// The level that the name of a place shows: `潮州市湘桥区` is a district. `None` if its last character shows none.
    #[must_use]
    pub fn from_region(region: &str) -> Option<Self> {
        match region.trim().chars().next_back()? {
            '省' => Some(Self::Province),
            '区' if region.ends_with("自治区") => Some(Self::Province),
            '市' => Some(Self::City),
            '区' | '县' | '旗' => Some(Self::District),
            _ => None,
        }
    }

    /// The word for the level on the screen.
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
    /// Removes the rows that `keep` rejects and ranks the others anew. The list of plans without a row stays as it is.
    pub fn retain(&mut self, keep: impl FnMut(&CompareRow) -> bool) {
        self.rows.retain(keep);
        ambition::rank_rows(self);
    }
}

impl CompareRow<'_> {
    /// The values of the place that the plan is made for.
    pub fn own_values(&self) -> impl Iterator<Item = &Value> {
        self.own.iter().filter_map(|at| self.values.get(*at))
    }
}

/// A comparison of every indicator that a plan of `ids` lists, in the order of the registry.
/// Empty `ids` mean all plans.
#[must_use]
pub fn all<'a>(dataset: &'a Dataset, registry: &'a Registry, ids: &[&str]) -> Vec<Comparison<'a>> {
    let indicators = registry.indicators();
    let plans: Vec<&Plan> = dataset.selected(ids).collect();
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
        ambition::rank_rows(comparison);
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
    let pace = if found.unlike.is_none() { pace::paces(&own_values, found.indicator.direction) } else { Vec::new() };
    let row = CompareRow {
        plan: &plan.id,
        table: &table.id,
        name: &row.name,
        lines: row.lines,
        comparable: found.unlike.is_none(),
        why_not: found.unlike,
        draft: plan.draft(),
        level: plan.region.as_deref().and_then(Level::from_region),
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
    fn the_name_of_a_place_shows_its_level() {
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
            assert_eq!(Level::from_region(region), expected, "{region}");
        }
    }
}
