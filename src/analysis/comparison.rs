//! Compares one indicator over all plans (指标对照): collects the rows of tables and the targets of the text that print
//! it, marks those that cannot be compared, and lists the plans that print it in neither.
//!
//! ```text
//! bound ─► relative ─► pace ─► rows      strictness ─► chart ─► plot      report ─► grid
//! ```
//! Printed values stay as printed. What is calculated from them (pace, order, chart) is made only for comparable rows.
//! Knows no terminal and no plan by name.

pub mod bound;
pub mod chart;
pub mod grid;
pub mod pace;
pub mod plot;
pub mod relative;
pub mod report;
mod rows;
mod strictness;

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Serialize;

use crate::model::{Dataset, LineRange, Plan, Target, Value, ValueKind};
use crate::registry::Registry;
use crate::registry::indicator::{Direction, Indicator};
use crate::registry::reason::Reason;
use crate::words::compare;
use bound::Bound;
use pace::{Met, Pace};
use relative::WorkedOut;
pub use rows::bounds_of;

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
    /// Ids of the plans that print it in no table and state no target of it in their text (规划未列).
    pub silent: Vec<&'a str>,
}

/// Where a plan prints an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// In a row of an indicator table.
    Table,
    /// In a sentence of the body text.
    Text,
}

impl Origin {
    /// The word for it on the screen, in the language in force.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => compare::IN_TABLE.get(),
            Self::Text => compare::IN_TEXT.get(),
        }
    }
}

/// One row of a table in a comparison, or one target of the text.
#[derive(Clone, Debug, Serialize)]
pub struct CompareRow<'a> {
    /// Id of the plan that prints it.
    pub plan: &'a str,
    /// Whether a table or the text prints it.
    pub source: Origin,
    /// Id of the table that holds the row; `None` for a target of the text.
    pub table: Option<&'a str>,
    /// Id of the node that holds the table or the sentence.
    pub node: &'a str,
    /// The name of the indicator as printed.
    pub name: Cow<'a, str>,
    /// First and last line of the row or of the quotation, 1-based.
    pub lines: LineRange,
    /// The values: one for each value column, the plan's own and those of province and nation printed in the same row; of
    /// a target of the text one for each year.
    pub values: Vec<Value>,
    /// Whether it can be compared with the rows of other plans.
    pub comparable: bool,
    /// The reason why it cannot be compared, for the reader; `None` if it can.
    pub why_not: Option<Reason<'a>>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
    /// The level of the place that the plan is made for; `None` if its name shows none.
    pub level: Option<Level>,
    /// The unit as printed; `None` where none is printed.
    pub unit: Option<Cow<'a, str>>,
    /// 约束性, 预期性 or 倡导性 as printed; `None` where none is printed.
    pub nature: Option<&'a str>,
    /// Calculated: the change per year from the baseline to each target that asks for one. Empty for
    /// a row that cannot be compared.
    pub pace: Vec<Pace>,
    /// Calculated: the targets that the baseline meets already, which ask for nothing but to be kept.
    pub met: Vec<Met>,
    /// Calculated: the relative targets as numbers, where the row prints the base.
    pub worked_out: Vec<WorkedOut>,
    /// Calculated: the place in the order of strictness, from 1, among the plans whose last targets are due in
    /// `rank_year`; `None` for a row that is not ranked.
    pub rank: Option<usize>,
    /// The year of the last target, for a row that is ranked.
    pub rank_year: Option<u16>,
    /// Positions in `values` of the plan's own values.
    #[serde(skip)]
    pub own: Vec<usize>,
    /// The own targets that are numbers or were worked out, in the order printed; empty for a row that cannot be compared.
    #[serde(skip)]
    pub bounds: Vec<Bound>,
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

    /// The word for the level on the screen, in the language in force.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Province => compare::PROVINCE.get(),
            Self::City => compare::CITY.get(),
            Self::District => compare::DISTRICT.get(),
        }
    }
}

impl Comparison<'_> {
    /// Removes the rows that `keep` rejects and ranks the others anew. The list of plans without a row stays as it is.
    pub fn retain(&mut self, keep: impl FnMut(&CompareRow) -> bool) {
        self.rows.retain(keep);
        strictness::rank_rows(self);
    }
}

impl CompareRow<'_> {
    /// The values of the place that the plan is made for.
    pub fn own_values(&self) -> impl Iterator<Item = &Value> {
        self.own.iter().filter_map(|at| self.values.get(*at))
    }

    /// Whether the row reports on a finished period: it prints an actual value for the year of its last target, or later.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let last =
            |kind| self.own_values().filter(|value| value.kind == Some(kind)).filter_map(|value| value.year).max();
        last(ValueKind::Actual).is_some_and(|actual| last(ValueKind::Target).is_none_or(|due| due <= actual))
    }
}

/// A comparison of every indicator that a plan of `ids` prints, in the order of the registry. Empty `ids` mean all
/// plans. `targets` gives those that the text of a plan states, by the id of the plan.
#[must_use]
pub fn all<'a>(
    dataset: &'a Dataset,
    registry: &'a Registry,
    ids: &[&str],
    targets: impl Fn(&str) -> &'a [Target],
) -> Vec<Comparison<'a>> {
    let plans: Vec<&Plan> = dataset.selected(ids).collect();
    let mut found: Vec<Comparison> = registry.indicators().iter().map(empty).collect();
    let places: HashMap<&str, usize> = found.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
    for plan in &plans {
        for (id, row) in rows::of_plan(plan, registry, targets(&plan.id)) {
            if let Some(comparison) = places.get(id).and_then(|at| found.get_mut(*at)) {
                comparison.rows.push(row);
            }
        }
    }
    found.retain(|comparison| !comparison.rows.is_empty());
    for comparison in &mut found {
        // The rows stand in the order of the plans, so one walk over both finds the plans without a row.
        let mut printed = comparison.rows.iter().map(|row| row.plan).peekable();
        let mut lists = |plan: &&&Plan| {
            let has = printed.peek() == Some(&plan.id.as_str());
            while printed.next_if(|id| *id == plan.id).is_some() {}
            has
        };
        comparison.silent = plans.iter().filter(|plan| !lists(plan)).map(|plan| plan.id.as_str()).collect();
        strictness::rank_rows(comparison);
    }
    found
}

/// The comparison of the indicator with this id; `None` if no plan of `ids` prints it.
#[must_use]
pub fn by_id<'a>(
    dataset: &'a Dataset,
    registry: &'a Registry,
    ids: &[&str],
    targets: impl Fn(&str) -> &'a [Target],
    indicator: &str,
) -> Option<Comparison<'a>> {
    all(dataset, registry, ids, targets).into_iter().find(|comparison| comparison.id == indicator)
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
