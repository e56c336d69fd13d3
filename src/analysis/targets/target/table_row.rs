//! Finds the row of the plan's own tables that has the same metric as a target of the text, and compares their numbers
//! for the same years. Says that they differ, and not which of them is wrong.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use crate::analysis::indicators::indicator;
use crate::model::{ColumnRole, Comparator, Plan, Row, Table, Target, TargetRow, TargetValue, Value, ValueKind};
use crate::registry::bracket::{self, Part};
use crate::registry::indicator::{Indicators, is_relative};
use crate::registry::{name, unit, value};
use crate::text::fold::{fold_cell, squeeze};
use crate::words::{self, duties};

/// Most rows of one name that are compared with a target, the last printed ones.
const MOST_LOOKED_AT: usize = 40;

/// The shortest name, in characters, that is looked for behind a 的 of the metric, or as one of several in a row.
const SHORTEST_PART: usize = 6;

/// The least share of pairs of characters that two names have in common (the coefficient of Dice) if they are taken for
/// one because their numbers are the same in every year.
const NEAR: f64 = 0.7;

/// The rows of all tables of a plan, prepared for comparison.
#[derive(Debug)]
pub(super) struct TableRows<'a> {
    region: Option<&'a str>,
    rows: Vec<KnownRow<'a>>,
    /// The positions of the rows by their loose names, and by their indicators.
    by_name: HashMap<String, Vec<usize>>,
    by_indicator: HashMap<&'a str, Vec<usize>>,
    /// The positions of the rows by the years and numbers of their targets. Made when no name fits.
    by_number: OnceCell<HashMap<(u16, u64), Vec<usize>>>,
}

/// A row with the keys by which it is found.
#[derive(Debug)]
struct KnownRow<'a> {
    table: &'a Table,
    row: &'a Row,
    key: String,
    /// The name with interchangeable words levelled, as `name::loose` gives it.
    loose: String,
    /// The id of its canonical indicator.
    indicator: Option<&'a str>,
    /// The canonical unit in which it is measured.
    measure: Option<String>,
    /// Which of several names of the row this is, of how many: a row may print two metrics with a value for each.
    part: Option<(usize, usize)>,
}

impl<'a> TableRows<'a> {
    /// Prepares the rows of all tables of a plan.
    pub(super) fn new(plan: &'a Plan, indicators: &'a Indicators) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_indicator: HashMap<&'a str, Vec<usize>> = HashMap::new();
        let known = |(at, (table, row, name, part)): (usize, NamedRow<'a>)| {
            let unit = row.unit.as_deref();
            // A row of several names may be one indicator only as a whole.
            let found = indicators.canonical(name, unit).or_else(|| indicators.canonical(&row.name, unit));
            if let Some(found) = &found {
                by_indicator.entry(found.indicator.id.as_str()).or_default().push(at);
            }
            let indicator = found.map(|found| found.indicator.id.as_str());
            let loose = name::loose(name);
            by_name.entry(loose.clone()).or_default().push(at);
            KnownRow {
                table,
                row,
                key: name::key(name),
                loose,
                indicator,
                measure: unit::measure(name, row.unit.as_deref()),
                part,
            }
        };
        let rows = plan.tables().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
        let rows = rows.flat_map(|(table, row)| names(&row.name).map(move |(name, part)| (table, row, name, part)));
        let rows = rows.enumerate().map(known).collect();
        Self { region: plan.region.as_deref(), rows, by_name, by_indicator, by_number: OnceCell::new() }
    }

    /// The row with the metric of a target, and the indicator of the row. Of several, the one with targets for its years is chosen, then the one with
    /// the same name, then the last printed, which looks forward.
    pub(super) fn row_of(&self, target: &Target) -> Option<(TargetRow, Option<&'a str>)> {
        let (key, loose) = (name::key(&target.metric), name::loose(&target.metric));
        let measure = absolute_measure(target);
        let named = target
            .indicator
            .as_deref()
            .and_then(|id| self.by_indicator.get(id))
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter();
        let alike = self.alike(&target.metric, &loose).iter();
        let mut places: BTreeSet<usize> =
            named.rev().take(MOST_LOOKED_AT).chain(alike.rev().take(MOST_LOOKED_AT)).copied().collect();
        if places.is_empty() {
            places.extend(self.near(target, &loose));
        }
        let is_same = |known: &&KnownRow| measured_together(measure.as_deref(), known.measure.as_deref());
        let found = places.iter().filter_map(|at| self.rows.get(*at)).filter(is_same);
        let found = found.map(|known| (known, self.values(known, target)));
        let (known, values) =
            found.max_by_key(|(known, values)| (values.iter().flatten().count(), known.key == key))?;
        let agrees = target.values.iter().zip(&values).filter_map(|(stated, value)| {
            agree(stated, value.as_ref()?, measure.is_some() && measure == known.measure)
        });
        let agrees: Vec<bool> = agrees.collect();
        let row = TargetRow {
            table: known.table.id.clone(),
            name: known.row.name.clone(),
            unit: known.row.unit.clone(),
            lines: known.row.lines,
            values,
            agrees: if agrees.is_empty() { None } else { Some(!agrees.contains(&false)) },
        };
        Some((row, known.indicator))
    }

    /// The positions of the rows whose name is the metric: whole, without what its brackets hold, or
    /// behind a 的 (与生活密切相关的重点食品监测合格率).
    fn alike(&self, metric: &str, loose: &str) -> &[usize] {
        let rows = |name: &str| self.by_name.get(name).filter(|_| !name.is_empty());
        let bare = || rows(&name::loose(&without_brackets(metric)));
        let is_long = |tail: &&str| tail.chars().count() >= SHORTEST_PART;
        let tails = metric.match_indices('的').filter_map(|(at, word)| metric.get(at + word.len()..)).filter(is_long);
        let found =
            rows(loose).or_else(bare).or_else(|| tails.take(MOST_LOOKED_AT).find_map(|tail| rows(&name::loose(tail))));
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// The position of the row with nearly the name of the metric and the same number in every year of
    /// the target, if there is just one.
    fn near(&self, target: &Target, loose: &str) -> Option<usize> {
        let wanted: Vec<(u16, u64)> = target
            .years
            .iter()
            .zip(&target.values)
            .map(|(year, value)| value.number.filter(|_| !is_change(value)).map(|number| (*year, number.to_bits())))
            .collect::<Option<_>>()?;
        let by_number = self.by_number.get_or_init(|| self.index_numbers());
        let (first, others) = wanted.split_first()?;
        let has = |at: &usize, wanted: &(u16, u64)| by_number.get(wanted).is_some_and(|rows| rows.contains(at));
        let candidates = by_number.get(first)?.iter().rev().take(MOST_LOOKED_AT);
        let pairs = pairs(loose);
        let is_near = |at: &&usize| {
            let name = self.rows.get(**at).map(|known| known.loose.as_str()).unwrap_or_default();
            others.iter().all(|wanted| has(at, wanted)) && likeness(&pairs, &self::pairs(name)) >= NEAR
        };
        let mut found = candidates.filter(is_near);
        found.next().copied().filter(|_| found.next().is_none())
    }

    /// The rows by the years and numbers of their own targets.
    fn index_numbers(&self) -> HashMap<(u16, u64), Vec<usize>> {
        let mut index: HashMap<(u16, u64), Vec<usize>> = HashMap::new();
        for (at, known) in self.rows.iter().enumerate() {
            for value in known.values() {
                if let (Some(year), Some(number), Some(ValueKind::Target)) = (value.year, value.number, value.kind)
                    && indicator::is_own_scope(self.region, value.scope.as_deref())
                {
                    let rows = index.entry((year, number.to_bits())).or_default();
                    if rows.len() < MOST_LOOKED_AT {
                        rows.push(at);
                    }
                }
            }
        }
        index
    }

    /// The plan's own target values in a row, one for each year of a target.
    fn values(&self, known: &KnownRow, target: &Target) -> Vec<Option<Value>> {
        let columns = known.table.columns.iter().filter(|column| column.role == ColumnRole::Value);
        // Checked first because it is cheap: most rows have no such year.
        let has_year = columns.into_iter().any(|column| column.year.is_some_and(|year| target.years.contains(&year)));
        let values = if has_year { known.values() } else { Vec::new() };
        let of_year = |year: &u16| {
            let is_it = |value: &&Value| {
                value.year == Some(*year)
                    && value.raw.is_some()
                    && value.kind == Some(ValueKind::Target)
                    && indicator::is_own_scope(self.region, value.scope.as_deref())
            };
            values.iter().find(is_it).cloned()
        };
        (0..target.values.len()).map(|at| target.years.get(at).and_then(of_year)).collect()
    }
}

impl KnownRow<'_> {
    /// The values of the row; of a row with several names those of this one, where a cell prints a value for each.
    fn values(&self) -> Vec<Value> {
        let mut values = indicator::values(self.table, self.row);
        let Some((at, of)) = self.part else { return values };
        for each in &mut values {
            let raw = each.raw.as_deref().unwrap_or_default();
            let pieces: Vec<&str> = raw.split(BETWEEN_PARTS).collect();
            let read = pieces.get(at).filter(|_| pieces.len() == of).and_then(|piece| value::read(piece));
            (each.comparator, each.number) = (read.map(|(sign, _)| sign), read.map(|(_, number)| number));
        }
        values
    }
}

/// A row with one of its names, and which of how many it is.
type NamedRow<'a> = (&'a Table, &'a Row, &'a str, Option<(usize, usize)>);

/// The marks between the names of a row that prints several metrics, and between their values.
const BETWEEN_PARTS: [char; 3] = ['，', ',', '；'];

/// The names of a row: one, or several with the place of each where each is long enough to be a metric of its own.
fn names(name: &str) -> impl Iterator<Item = (&str, Option<(usize, usize)>)> {
    let parts: Vec<&str> = name.split(BETWEEN_PARTS).map(str::trim).collect();
    let are_names = parts.len() > 1 && parts.iter().all(|part| part.chars().count() >= SHORTEST_PART);
    let of = parts.len();
    let several =
        parts.into_iter().enumerate().filter(move |_| are_names).map(move |(at, part)| (part, Some((at, of))));
    std::iter::once((name, None)).filter(move |_| !are_names).chain(several)
}

/// A name without its brackets and what they hold.
fn without_brackets(name: &str) -> String {
    let plain = bracket::parts(name).into_iter().filter_map(|part| match part {
        Part::Plain(text) => Some(text),
        Part::Bracket(_) => None,
    });
    plain.collect()
}

/// The pairs of neighbouring characters of a name, in order and each once.
fn pairs(name: &str) -> BTreeSet<(char, char)> {
    name.chars().zip(name.chars().skip(1)).collect()
}

/// The share of pairs that two names have in common, from 0 to 1.
fn likeness(one: &BTreeSet<(char, char)>, other: &BTreeSet<(char, char)>) -> f64 {
    let n = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let whole = n(one.len()) + n(other.len());
    if whole > 0.0 { 2.0 * n(one.intersection(other).count()) / whole } else { 0.0 }
}

/// The canonical unit of the number of a target; `None` for words, for a change, and where no unit is printed.
fn absolute_measure(target: &Target) -> Option<String> {
    let first = target.values.first().filter(|value| !is_change(value) && value.number.is_some())?;
    unit::measure(&target.metric, first.unit.as_deref())
}

/// Whether a value of the text is the size of a change (下降30%).
pub(super) fn is_change(value: &TargetValue) -> bool {
    matches!(value.comparator, Some(Comparator::FallBy | Comparator::RiseBy))
}

/// Whether two canonical units may belong to one metric: they are alike, or only one names a base (/10万), since a
/// sentence prints it once for several metrics. A unit that is not printed agrees with any.
fn measured_together(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let counted = |unit: &str| unit.split_once('/').map_or((unit.to_owned(), false), |(it, _)| (it.to_owned(), true));
    let ((one_counts, one_has_base), (other_counts, other_has_base)) = (counted(one), counted(other));
    unit::alike(one, other) || (one_has_base != other_has_base && unit::alike(&one_counts, &other_counts))
}

/// Whether a number of the text equals one of the table; `None` if they cannot be compared. Different numbers count
/// only if they are measured in one unit.
fn agree(stated: &TargetValue, value: &Value, is_one_unit: bool) -> Option<bool> {
    let (one, other) = (stated.number?, value.number?);
    if is_change(stated) != is_relative(value) {
        return None;
    }
    let is_same = (one - other).abs() < 1e-9;
    let raw = value.raw.as_deref().unwrap_or_default();
    let is_printed = || stated.unit.as_deref().is_some_and(|unit| fold_cell(raw).contains(&fold_cell(unit)));
    (is_same || is_one_unit || is_printed()).then_some(is_same)
}

/// The row of the tables that belongs to a target, in words; `None` if there is no such row.
///
/// `指标表“居民健康素养水平（%）”：2030年 ≥30，与正文的数值不同`
#[must_use]
pub fn row_in_words(target: &Target) -> Option<String> {
    let row = target.row.as_ref()?;
    let name = squeeze(&row.name);
    let unit = row.unit.as_ref().filter(|unit| !name.contains(unit.as_str()));
    let name = unit.map_or_else(|| name.clone(), |unit| duties::with_unit(&name, unit));
    let values = target.years.iter().zip(&row.values);
    let values = values.filter_map(|(year, value)| Some(duties::value_of_year(year, value.as_ref()?.raw.as_deref()?)));
    let values = values.collect::<Vec<_>>().join(words::punctuation::COMMA.get());
    let differs = if row.agrees == Some(false) { duties::DIFFERS } else { words::NOTHING };
    Some(if values.is_empty() { duties::row(name, differs) } else { duties::row_with_values(name, values, differs) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_may_have_several_names_with_a_value_each() {
        let parts =
            |name: &'static str| names(name).map(|(name, part)| (name, part.map(|(at, _)| at))).collect::<Vec<_>>();
        let two = "镇级图书馆达标率（%），村级文化室达标率（%）";
        assert_eq!(parts(two), [("镇级图书馆达标率（%）", Some(0)), ("村级文化室达标率（%）", Some(1))]);
        for one in ["高血压、糖尿病患者规范管理率", "教师，学生人数", "每千人口，其中：护士数"]
        {
            assert_eq!(parts(one), [(one, None)]);
        }
    }

    #[test]
    fn near_names_share_most_of_their_pairs() {
        let near = |one: &str, other: &str| likeness(&pairs(one), &pairs(other)) >= NEAR;
        assert!(near("镇街能够提供养老服务的比例", "镇街提供养老服务的比例"));
        assert!(!near("镇街提供养老服务的比例", "村居开展体育健身的比例"));
        assert!(!near("", "甲"));
    }
}
