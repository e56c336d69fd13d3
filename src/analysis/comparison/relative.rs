//! Relative targets (比2015年降低10%, 增长30%) worked out (推算) from the value of their base year, where the row prints it.
//!
//! A percentage is taken of the base, points and plain amounts are added to it. 每年 multiplies points and amounts by the
//! years between; a percentage of every year is left alone, since plans do not say of what it is taken.

use serde::Serialize;

use crate::analysis::comparison::bound::{self, Point};
use crate::lexicon::change::EVERY_YEAR;
use crate::lexicon::unit::POINTS;
use crate::model::{Comparator, Value, ValueKind};
use crate::text::fold::fold_cell;

/// A number is stored in steps of one part in so many: finer digits are noise of binary fractions.
pub(super) const GRAIN: f64 = 1e6;

/// A relative target as a number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorkedOut {
    /// The year by which it is due.
    pub year: u16,
    /// The relative target as the plan prints it.
    pub raw: String,
    /// The number that it comes to, in the unit of the row.
    pub number: f64,
    /// The calculation as shown to the reader: `13.16 × (1 - 10%) = 11.844`.
    pub formula: String,
}

/// The relative targets among the own values of a row that can be worked out, in the order printed.
#[must_use]
pub fn worked_out(own: &[Value]) -> Vec<WorkedOut> {
    own.iter()
        .filter(|value| value.kind == Some(ValueKind::Target))
        .filter_map(|target| work_out(target, own))
        .collect()
}

/// The number that one target comes to; `None` if it is not relative, or its base is not printed.
fn work_out(target: &Value, own: &[Value]) -> Option<WorkedOut> {
    let (year, amount, raw) = (target.year?, target.number?, target.raw.as_deref()?);
    let sign = match target.comparator? {
        Comparator::FallBy => '-',
        Comparator::RiseBy => '+',
        Comparator::Equal
        | Comparator::AtLeast
        | Comparator::AtMost
        | Comparator::MoreThan
        | Comparator::LessThan
        | Comparator::About => return None,
    };
    let folded = fold_cell(raw);
    let base = base(&folded, year, own)?;
    let is_yearly = EVERY_YEAR.is_in(&folded);
    let is_share = folded.contains('%') && !POINTS.is_in(&folded);
    let directed = if sign == '-' { -amount } else { amount };
    let (exact, sum) = match (is_share, is_yearly) {
        (true, true) => return None,
        (true, false) => (base.number * (1.0 + directed / 100.0), format!("{} × (1 {sign} {amount}%)", base.number)),
        (false, true) => (
            base.number + directed * f64::from(year.checked_sub(base.year)?),
            format!("{} {sign} {amount} × ({year} - {})", base.number, base.year),
        ),
        (false, false) => (base.number + directed, format!("{} {sign} {amount}", base.number)),
    };
    let number = (exact * GRAIN).round() / GRAIN;
    Some(WorkedOut { year, raw: raw.to_owned(), number, formula: format!("{sum} = {number}") })
}

/// The value that a relative target starts from: that of the year it names, else the baseline, else the latest actual
/// value. Only years before the target count.
fn base(folded: &str, due: u16, own: &[Value]) -> Option<Point> {
    let of = |kind: ValueKind| {
        own.iter()
            .filter(move |value| value.kind == Some(kind))
            .filter_map(bound::point)
            .filter(|point| point.year < due)
    };
    match years(folded).find(|year| *year < due) {
        Some(named) => of(ValueKind::Baseline).chain(of(ValueKind::Actual)).find(|point| point.year == named),
        None => of(ValueKind::Baseline).next().or_else(|| of(ValueKind::Actual).max_by_key(|point| point.year)),
    }
}

/// The years that a folded text names with 年 behind them.
fn years(folded: &str) -> impl Iterator<Item = u16> + '_ {
    let before_each = folded.split('年');
    let n_marks = folded.matches('年').count();
    before_each.take(n_marks).filter_map(|before| {
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        let from = before.len().checked_sub(digits).filter(|_| digits == 4)?;
        before.get(from..)?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Column, ColumnRole};
    use crate::registry::value;

    fn cell(kind: ValueKind, year: u16, raw: &str) -> Value {
        let column =
            Column { header: String::new(), role: ColumnRole::Value, scope: None, year: Some(year), kind: Some(kind) };
        value::value(&column, Some(raw))
    }

    /// The base and its year, the target of 2030, and what it comes to.
    #[test]
    fn what_is_printed_is_worked_out_and_no_more() {
        for (year, base, target, expected) in [
            (2015, "13.16", "比2015年降低10％", Some("13.16 × (1 - 10%) = 11.844")),
            (2020, "12.5", "较2020年下降20%", Some("12.5 × (1 - 20%) = 10")),
            (2020, "2", "在2020年基础上降低30%", Some("2 × (1 - 30%) = 1.4")),
            (2025, "0.34", "增长 30%", Some("0.34 × (1 + 30%) = 0.442")),
            (2025, "24", "提高3个百分点", Some("24 + 3 = 27")),
            (2025, "52", "力争每年降低0.5个百分点以上", Some("52 - 0.5 × (2030 - 2025) = 49.5")),
            // Another year than that of the base, no base, and a share of every year.
            (2020, "13.37", "比2015年降低5%", None),
            (2020, "—", "下降30%", None),
            (2020, "56", "力争每年降低0.5%", None),
            (2020, "56", "50", None),
            (2020, "56", "达到省的指标要求", None),
            (2030, "56", "下降30%", None),
        ] {
            let own = [cell(ValueKind::Baseline, year, base), cell(ValueKind::Target, 2030, target)];
            let found = worked_out(&own);
            assert_eq!(found.first().map(|found| found.formula.as_str()), expected, "{target}");
        }
    }
}
