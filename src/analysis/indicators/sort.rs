//! Rows in the order of one column's values. What is printed is never changed, only read: a number by its value, a range
//! by its lower bound; an empty cell and one in words come last whichever way the order runs.

use crate::analysis::indicators::indicator::{self, IndicatorRow};
use crate::model::{Comparator, Dataset, Value};
use crate::registry::value;
use crate::text::fold::fold_name;

/// What parts the two bounds of a range: `10-20`, `60%～70%`, `1—2台`, `20至30`.
const BETWEEN: [char; 8] = ['-', '—', '–', '−', '～', '~', '至', '到'];

/// Which way an order runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The least first.
    Ascending,
    /// The greatest first.
    Descending,
}

/// What a cell is ordered by; `None` for one that holds no single number and no range. A fall (下降30%) lies below zero.
#[must_use]
pub fn weight(raw: &str) -> Option<f64> {
    let range = || {
        let (from, to) = raw.split_once(BETWEEN)?;
        let (Some((_, from)), Some((_, to))) = (value::read(from), value::read(to)) else { return None };
        Some(from.min(to))
    };
    match value::read(raw) {
        Some((Comparator::FallBy, number)) => Some(-number),
        Some((_, number)) => Some(number),
        None => range(),
    }
}

/// Puts items in the order of their cells. Equal ones, and those that have no number, stay as they stood.
pub fn sort<T>(items: &mut [T], way: Way, cell: impl Fn(&T) -> Option<&str>) {
    items.sort_by_cached_key(|item| Place::of(cell(item).and_then(weight), way));
}

/// A place in the order: those with a number first.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place(Option<f64>);

impl Place {
    fn of(weight: Option<f64>, way: Way) -> Self {
        Self(weight.map(|weight| if way == Way::Descending { -weight } else { weight }))
    }
}

impl Eq for Place {}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        match (self.0, other.0) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        }
    }
}

/// Puts the rows of several tables in the order of the column that `typed` means: a year, of which the plan's own value
/// goes before those of province and nation, or a part of a header. A row without such a column comes last.
///
/// # Errors
/// No table has such a column: the headers that there are, each once, in the order in which they are printed first.
pub fn by_column(dataset: &Dataset, rows: &mut [IndicatorRow], typed: &str, way: Way) -> Result<(), Vec<String>> {
    let wanted = Wanted::new(typed);
    if !rows.iter().any(|row| row.values.iter().any(|value| wanted.is(value))) {
        let mut headers: Vec<String> = Vec::new();
        for header in rows.iter().flat_map(|row| &row.values).map(|value| fold_name(&value.header)) {
            if !headers.contains(&header) {
                headers.push(header);
            }
        }
        return Err(headers);
    }
    sort(rows, way, |row| {
        let region = dataset.plan(row.plan).and_then(|plan| plan.region.as_deref());
        let found = || row.values.iter().filter(|value| wanted.is(value));
        let own = found().find(|value| indicator::is_own_scope(region, value.scope.as_deref()));
        own.or_else(|| found().next())?.raw.as_deref()
    });
    Ok(())
}

/// A column as typed.
struct Wanted {
    part: String,
    year: Option<u16>,
}

impl Wanted {
    fn new(typed: &str) -> Self {
        let part = fold_name(typed);
        let year = part.strip_suffix('年').unwrap_or(&part).parse().ok();
        Self { part, year }
    }

    /// Whether a value stands in such a column.
    fn is(&self, value: &Value) -> bool {
        let is_year = self.year.is_some() && value.year == self.year;
        is_year || (!self.part.is_empty() && fold_name(&value.header).contains(&self.part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_weigh_what_they_say() {
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
            assert_eq!(weight(raw), expected, "{raw}");
        }
    }

    #[test]
    fn what_has_no_number_stays_last_both_ways_and_equals_stay_in_order() {
        let printed = [Some("--"), Some("≥90%"), None, Some("10-20"), Some("90"), Some("持续改善"), Some("8.5左右")];
        let cases = [(Way::Ascending, [6, 3, 1, 4, 0, 2, 5]), (Way::Descending, [1, 4, 3, 6, 0, 2, 5])];
        for (way, expected) in cases {
            let mut places: Vec<usize> = (0..printed.len()).collect();
            sort(&mut places, way, |at| printed[*at]);
            assert_eq!(places, expected, "{way:?}");
        }
    }
}
