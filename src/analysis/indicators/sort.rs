//! Sorts rows by the values of one column. What is printed is only read, never changed: a number counts by its value, a
//! range by its lower bound; empty cells and cells in words come last in either order.

use crate::analysis::indicators::indicator::{self, IndicatorRow};
use crate::lexicon::punctuation::BOUND_SEPARATORS;
use crate::model::{Comparator, Dataset, Value};
use crate::registry::value;
use crate::text::fold::fold_name;

/// The direction in which rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// The least value comes first.
    Ascending,
    /// The greatest value comes first.
    Descending,
}

/// The number by which a cell is sorted; `None` if it holds neither one number nor a range. A fall (下降30%) is negative.
#[must_use]
pub fn sort_value(raw: &str) -> Option<f64> {
    let range = || {
        let (from, to) = raw.split_once(|mark| BOUND_SEPARATORS.contains(mark))?;
        let (Some((_, from)), Some((_, to))) = (value::read(from), value::read(to)) else { return None };
        Some(from.min(to))
    };
    match value::read(raw) {
        Some((Comparator::FallBy, number)) => Some(-number),
        Some((_, number)) => Some(number),
        None => range(),
    }
}

/// Sorts items by the cells that `cell` gives for them. Items with equal numbers, and those
/// without one, keep their order.
pub fn sort<T>(items: &mut [T], order: SortOrder, cell: impl Fn(&T) -> Option<&str>) {
    items.sort_by_cached_key(|item| SortKey::new(cell(item).and_then(sort_value), order));
}

/// The sort key of an item: those with a number come before those without.
#[derive(Clone, Copy, Debug, PartialEq)]
struct SortKey(Option<f64>);

impl SortKey {
    fn new(value: Option<f64>, order: SortOrder) -> Self {
        Self(value.map(|value| if order == SortOrder::Descending { -value } else { value }))
    }
}

impl Eq for SortKey {}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        match (self.0, other.0) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        }
    }
}

/// Sorts the rows of several tables by the column that `typed` means: a year, of which the plan's own value goes before
/// those of province and nation, or a part of a header. Rows without such a column come last.
///
/// # Errors
/// No table has such a column. The error lists all headers, each once, in the order in which they are first printed.
pub fn by_column(
    dataset: &Dataset,
    rows: &mut [IndicatorRow],
    typed: &str,
    order: SortOrder,
) -> Result<(), Vec<String>> {
    let column = ColumnQuery::new(typed);
    if !rows.iter().any(|row| row.values.iter().any(|value| column.matches(value))) {
        let mut headers: Vec<String> = Vec::new();
        for header in rows.iter().flat_map(|row| &row.values).map(|value| fold_name(&value.header)) {
            if !headers.contains(&header) {
                headers.push(header);
            }
        }
        return Err(headers);
    }
    sort(rows, order, |row| {
        let region = dataset.plan(row.plan).and_then(|plan| plan.region.as_deref());
        let found = || row.values.iter().filter(|value| column.matches(value));
        let own = found().find(|value| indicator::is_own_scope(region, value.scope.as_deref()));
        own.or_else(|| found().next())?.raw.as_deref()
    });
    Ok(())
}

/// A column as the user typed it.
struct ColumnQuery {
    part: String,
    year: Option<u16>,
}

impl ColumnQuery {
    fn new(typed: &str) -> Self {
        let part = fold_name(typed);
        let year = part.strip_suffix('年').unwrap_or(&part).parse().ok();
        Self { part, year }
    }

    /// Whether a value stands in a column that was meant.
    fn matches(&self, value: &Value) -> bool {
        let is_year = self.year.is_some() && value.year == self.year;
        is_year || (!self.part.is_empty() && fold_name(&value.header).contains(&self.part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_sort_by_the_number_they_print() {
        let cases = [
            ("≥90%", Some(90.0)),
            ("90%以上", Some(90.0)),
            ("8.5左右", Some(8.5)),
            ("10-20", Some(10.0)),
            ("60%～70%", Some(60.0)),
            ("20—10台", Some(10.0)),
            ("15至30", Some(15.0)),
            ("10.4（2016年）", Some(10.4)),
            ("下降30%", Some(-30.0)),
            ("增长30%", Some(30.0)),
            ("达到省的指标要求", None),
            ("100，70", None),
            ("1：1.25", None),
            ("1-2-3", None),
            ("--", None),
            ("——", None),
            ("到", None),
            ("", None),
        ];
        for (raw, expected) in cases {
            assert_eq!(sort_value(raw), expected, "{raw}");
        }
    }

    #[test]
    fn cells_without_a_number_stay_last_and_equal_ones_keep_their_order() {
        let printed = [Some("--"), Some("≥90%"), None, Some("10-20"), Some("90"), Some("持续改善"), Some("8.5左右")];
        let cases = [(SortOrder::Ascending, [6, 3, 1, 4, 0, 2, 5]), (SortOrder::Descending, [1, 4, 3, 6, 0, 2, 5])];
        for (order, expected) in cases {
            let mut places: Vec<usize> = (0..printed.len()).collect();
            sort(&mut places, order, |at| printed[*at]);
            assert_eq!(places, expected, "{order:?}");
        }
    }
}
