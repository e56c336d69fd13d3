//! The rows and sections of a comparison in words, each from the rows that it compares.

use std::collections::BTreeMap;

use crate::analysis::comparison::bound::Bound;
use crate::analysis::comparison::pace::{self, Met, Pace};
use crate::analysis::comparison::report::{Cell, ReportLine, ReportRow, Section, Standing, cell, plan_name};
use crate::analysis::comparison::{CompareRow, Comparison, Level, Origin, strictness};
use crate::model::{Dataset, Value};
use crate::words::{self, Words, compare};

/// Writes the rows and sections of a report.
pub(super) struct Writer<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) one: &'a Comparison<'a>,
    /// For each row the row that it is only named beside, see `repeats` and `named_beside`.
    pub(super) named_beside: Vec<Option<usize>>,
}

impl Writer<'_> {
    /// The rows that say something of their own, with their positions.
    pub(super) fn shown(&self) -> impl Iterator<Item = (usize, &CompareRow<'_>)> {
        let rows = self.one.rows.iter().enumerate();
        rows.zip(&self.named_beside).filter(|(_, beside)| beside.is_none()).map(|(row, _)| row)
    }

    pub(super) fn plan(&self, id: &str) -> String {
        plan_name(self.dataset, id)
    }

    /// The name of a plan's row, which says where the text and no table prints it.
    pub(super) fn row_name(&self, row: &CompareRow) -> String {
        let mark = if row.source == Origin::Text { compare::FROM_TEXT } else { words::NOTHING };
        format!("{}{mark}", self.plan(row.plan))
    }

    /// A row for each other place that the rows of plans print values of; equal rows of several plans are one.
    pub(super) fn beside(&self, years: &[Option<u16>]) -> Vec<ReportRow> {
        let mut found: Vec<(&str, Vec<Cell>, Vec<String>)> = Vec::new();
        for row in &self.one.rows {
            let others =
                || row.values.iter().enumerate().filter(|(at, _)| !row.own.contains(at)).map(|(_, value)| value);
            let mut scopes: Vec<&str> = others().filter_map(|value| value.scope.as_deref()).collect();
            scopes.dedup();
            for scope in scopes {
                let of = |year: &Option<u16>| {
                    let is_it = |value: &&Value| value.scope.as_deref() == Some(scope) && value.year == *year;
                    cell(others().filter(is_it).filter(|value| value.raw.is_some()))
                };
                let cells: Vec<Cell> = years.iter().map(of).collect();
                if cells.iter().all(|cell| cell.text.is_empty()) {
                    continue;
                }
                match found.iter_mut().find(|(place, known, _)| *place == scope && *known == cells) {
                    Some((_, _, plans)) => plans.push(self.plan(row.plan)),
                    None => found.push((scope, cells, vec![self.plan(row.plan)])),
                }
            }
        }
        found.sort_by_key(|(scope, ..)| *scope);
        let row = |(scope, cells, plans): (&str, Vec<Cell>, Vec<String>)| ReportRow {
            name: compare::beside(scope, plans.join(words::LIST.get())),
            cells,
            standing: Standing::Beside,
            why_not: String::new(),
        };
        found.into_iter().map(row).collect()
    }

    /// How each row is printed, and which plans are of another level than the others.
    pub(super) fn as_printed(&self) -> Section {
        let mut lines = Vec::new();
        let mut also: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (text, table) in self.one.rows.iter().zip(&self.named_beside) {
            if let Some(table) = table {
                also.entry(*table).or_default().push(in_text(text));
            }
        }
        for (at, row) in self.shown() {
            let nature = row.nature.map(compare::nature).unwrap_or_default();
            let printed_in = if row.source == Origin::Text { compare::IN_TEXT } else { compare::IN_SOURCE };
            let also = also.get(&at).map(|said| said.concat()).unwrap_or_default();
            let (plan, name, place) = (self.plan(row.plan), &row.name, place(row.lines));
            lines.push(ReportLine::new(compare::printed(plan, name, nature, printed_in, place, also)));
        }
        if self.one.rows.iter().any(|row| !row.comparable) {
            lines.push(ReportLine::warning(compare::ON_NOT_COMPARABLE.to_string()));
        }
        if self.one.rows.iter().any(|row| row.comparable && row.is_finished()) {
            lines.push(ReportLine::warning(compare::ON_LAST_PERIOD.to_string()));
        }
        lines.extend(self.levels().map(ReportLine::warning));
        Section { heading: compare::AS_PRINTED.get(), lines }
    }

    /// A warning where the plans are made for places of several levels.
    fn levels(&self) -> Option<String> {
        let mut levels: BTreeMap<Level, Vec<String>> = BTreeMap::new();
        for of_plan in self.one.rows.chunk_by(|row, next| row.plan == next.plan) {
            let Some((row, level)) = of_plan.first().and_then(|row| Some((row, row.level?))) else { continue };
            let plan = self.dataset.plan(row.plan).map(|plan| plan.name().to_owned()).unwrap_or_default();
            levels.entry(level).or_default().push(plan);
        }
        let named = levels.iter().map(|(level, plans)| compare::of_level(plans.join(words::LIST.get()), level.name()));
        let named: Vec<String> = named.collect();
        (levels.len() > 1).then(|| compare::other_levels(named.join(words::punctuation::COMMA.get())))
    }

    /// The relative targets as numbers.
    pub(super) fn worked_out(&self) -> Section {
        let rows = self.one.rows.iter().filter(|row| row.comparable);
        let lines = rows.flat_map(|row| {
            let plan = self.row_name(row);
            row.worked_out.iter().map(move |worked| {
                let raw = worked.raw.replace('\n', "");
                ReportLine::new(compare::worked_out(&plan, worked.year, raw, &worked.formula))
            })
        });
        Section { heading: compare::WORKED_OUT.get(), lines: lines.collect() }
    }

    /// The pace of each comparable row, or the reason why it has none.
    pub(super) fn paces(&self) -> Section {
        let mut lines: Vec<ReportLine> = Vec::new();
        for of_plan in self.one.rows.chunk_by(|row, next| row.plan == next.plan) {
            let rows = || of_plan.iter().filter(|row| row.comparable && !row.is_finished());
            let said = rows().flat_map(|row| {
                row.pace.iter().map(|pace| sentence(pace, self.one.unit)).chain(row.met.iter().map(kept))
            });
            let mut said: Vec<String> = said.collect();
            if said.is_empty() {
                said.extend(rows().find_map(why_no_pace).map(|why| why.to_string()));
            }
            let plan = of_plan.first().map(|row| self.plan(row.plan)).unwrap_or_default();
            lines.extend(said.into_iter().map(|said| ReportLine::new(compare::of_plan(&plan, said))));
        }
        Section { heading: compare::PACE.get(), lines }
    }

    /// The plans by strictness, a line for each year in which last targets are due, the strictest first.
    pub(super) fn order(&self) -> Section {
        let years = strictness::by_year(self.one);
        let mut lines: Vec<ReportLine> = Vec::new();
        if self.one.direction.is_some() && years.values().any(|rows| rows.len() > 1) {
            lines.extend(years.iter().map(|(year, rows)| self.order_of(*year, rows)));
            lines.extend(self.equal_bounds().map(ReportLine::new));
        }
        Section { heading: compare::ORDER.get(), lines }
    }

    /// The plans whose last targets are due in one year, in their order.
    fn order_of(&self, year: u16, rows: &[usize]) -> ReportLine {
        let mut rows: Vec<&CompareRow> = rows.iter().filter_map(|at| self.one.rows.get(*at)).collect();
        rows.sort_by_key(|row| row.rank);
        let named: Vec<String> = rows
            .iter()
            .map(|row| {
                let rank = row.rank.map(|rank| format!("{rank} ")).unwrap_or_default();
                let target = strictness::last_target(row).map(Bound::in_words).unwrap_or_default();
                format!("{rank}{} {target}", self.row_name(row))
            })
            .collect();
        let alone = if rows.len() == 1 { compare::ONE_PLAN_ONLY } else { words::NOTHING };
        ReportLine::new(compare::ordered(year, named.join(words::punctuation::COMMA.get()), alone))
    }

    /// The plans that set one bound for different years, the earliest first; `None` without such plans.
    fn equal_bounds(&self) -> Option<String> {
        let direction = self.one.direction?;
        let rows = strictness::one_row_per_plan(&self.one.rows).into_iter().filter_map(|at| self.one.rows.get(at));
        let mut bounds: Vec<(&Bound, String)> =
            rows.filter_map(|row| Some((strictness::last_target(row)?, self.plan(row.plan)))).collect();
        bounds.sort_by(|(one, _), (other, _)| {
            one.cmp_strictness(other, direction).then(one.point.year.cmp(&other.point.year))
        });
        let same = |one: &(&Bound, String), other: &(&Bound, String)| one.0.cmp_strictness(other.0, direction).is_eq();
        let groups = bounds.chunk_by(same).filter(|group| {
            group.first().zip(group.last()).is_some_and(|(first, last)| first.0.point.year < last.0.point.year)
        });
        let said: Vec<String> = groups
            .map(|group| {
                let plans: Vec<String> =
                    group.iter().map(|(bound, plan)| compare::plan_of_year(plan, bound.point.year)).collect();
                let bound = group.first().map(|(bound, _)| bound.in_words()).unwrap_or_default();
                compare::equal_bounds(bound, plans.join(words::LIST.get()))
            })
            .collect();
        (!said.is_empty()).then(|| said.join(words::punctuation::SEMICOLON.get()))
    }
}

/// What the text says beside a row of a table: only where, if it prints the row's numbers, else also what.
fn in_text(text: &CompareRow) -> String {
    let place = place(text.lines);
    if text.values.iter().any(|value| value.number.is_some()) {
        return compare::same_in_text(place);
    }
    let value = |value: &Value| {
        let raw = value.raw.as_deref().unwrap_or_default();
        value.year.map_or_else(|| raw.to_owned(), |year| compare::dated(year, raw))
    };
    let said: Vec<String> = text.values.iter().map(value).collect();
    compare::also_in_text(place, said.join(words::punctuation::COMMA.get()))
}

/// The lines of a row as a reader sees them: `50–56`.
fn place([first, last]: [u32; 2]) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// A pace in one line: `2020—2025年 每年 +0.184 岁　(82 - 81.08) / (2025 - 2020) = +0.184`.
fn sentence(pace: &Pace, unit: Option<&str>) -> String {
    compare::pace(pace.from.year, pace.to.year, pace::in_words(pace, unit), &pace.formula)
}

/// A target that is met already, in one line: `2030年 已达标、须保持：目标为上限 不超过 3，基期 2.25（2015年）已达到`.
fn kept(met: &Met) -> String {
    let Met { from, to, side, target } = met;
    compare::met(to.year, side.name(), target.in_words(), from.number, from.year)
}

/// The reason why a row has no pace; `None` if it should have one.
fn why_no_pace(row: &CompareRow) -> Option<Words> {
    let own: Vec<Value> = row.own_values().cloned().collect();
    match (pace::baseline(&own), row.bounds.is_empty()) {
        (_, true) => Some(compare::NO_NUMBER),
        (None, false) => Some(compare::NO_BASE),
        (Some(_), false) => None,
    }
}
