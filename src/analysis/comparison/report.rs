//! A comparison in words: a grid with one row for each row of a plan and one column for each year, then sections of
//! remarks. Printed values come first; calculated ones stand under headings that say 推算.
//!
//! The browser and the command line both show this and add no words of their own. Knows no screen.

use std::collections::BTreeMap;

use crate::analysis::comparison::bound::Bound;
use crate::analysis::comparison::pace::{self, Met, Pace};
use crate::analysis::comparison::{CompareRow, Comparison, Level, Origin, strictness};
use crate::analysis::indicators::indicator;
use crate::model::{Dataset, Plan, Value, ValueKind};
use crate::registry::indicator::Direction;

/// A comparison in words, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Unit and direction in words: `单位 ‰，越低越好`.
    pub measure: String,
    /// The headers of the columns: the years for which values are printed.
    pub columns: Vec<String>,
    /// The rows of the plans, then those of the other places whose values they print, then one row for each plan
    /// without the indicator.
    pub rows: Vec<ReportRow>,
    /// Remarks and calculated values, in the order in which to read them.
    pub sections: Vec<Section>,
}

/// One row of the grid: a plan, another place, or a silent plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Whose values they are: the plan's short name with the marks of a draft and of a target of the text, or another
    /// place and the plans that print it.
    pub name: String,
    /// One cell for each column; empty for a plan without a row.
    pub cells: Vec<Cell>,
    /// Whose row it is, and whether it compares.
    pub standing: Standing,
    /// Why the row cannot be compared; empty if it can.
    pub why_not: String,
}

/// The values of one row in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What the values are, and the values as printed, a line for each: `目标 ≤3`. Empty where the plan prints nothing.
    pub text: String,
    /// Whether a target is among the values.
    pub is_target: bool,
}

/// What a row of the grid says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The values of a plan, which can be compared with the other rows.
    Comparable,
    /// The values of a plan, listed as printed and not compared.
    NotComparable,
    /// The values of a finished period: listed as printed; not ranked.
    Finished,
    /// The values of another place, as a plan prints them beside its own.
    Beside,
    /// The plan prints the indicator neither in a table nor in its text.
    NotListed,
}

impl Standing {
    /// The word for it on the screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Comparable => "可比",
            Self::NotComparable => "不可比",
            Self::Finished => "上期",
            Self::Beside => "",
            Self::NotListed => "规划未列",
        }
    }

    fn of(row: &CompareRow) -> Self {
        match (row.comparable, row.is_finished()) {
            (false, _) => Self::NotComparable,
            (true, true) => Self::Finished,
            (true, false) => Self::Comparable,
        }
    }
}

/// Several lines under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading, for the reader.
    pub heading: &'static str,
    /// The lines, in the order in which to read them.
    pub lines: Vec<ReportLine>,
}

/// One line of a section, a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The sentence, without a line break.
    pub text: String,
    /// Whether it warns the reader of a wrong conclusion.
    pub is_warning: bool,
}

impl ReportLine {
    fn new(text: String) -> Self {
        Self { text, is_warning: false }
    }

    fn warning(text: String) -> Self {
        Self { text, is_warning: true }
    }
}

/// Puts a comparison into words. The dataset gives the names of the plans.
#[must_use]
pub fn describe(dataset: &Dataset, one: &Comparison) -> Report {
    let writer = Writer { dataset, one, named_beside: named_beside(one) };
    let years = years(one);
    let rows = writer.shown().map(|(_, row)| ReportRow {
        name: writer.row_name(row),
        cells: years.iter().map(|year| cell(row.own_values().filter(|value| value.year == *year))).collect(),
        standing: Standing::of(row),
        why_not: row.why_not.unwrap_or_default().to_owned(),
    });
    let silent = one.silent.iter().map(|id| ReportRow {
        name: writer.plan(id),
        cells: Vec::new(),
        standing: Standing::NotListed,
        why_not: String::new(),
    });
    let sections = [writer.as_printed(), writer.worked_out(), writer.paces(), writer.order()];
    Report {
        measure: measure(one),
        columns: years.iter().map(|year| in_words(*year)).collect(),
        rows: rows.chain(writer.beside(&years)).chain(silent).collect(),
        sections: sections.into_iter().filter(|section| !section.lines.is_empty()).collect(),
    }
}

/// The short name of a plan with the mark of a draft.
pub(super) fn plan_name(dataset: &Dataset, id: &str) -> String {
    dataset.plan(id).map_or_else(|| id.to_owned(), Plan::marked)
}

/// Which direction is better, in words.
#[must_use]
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "越高越好",
        Direction::Down => "越低越好",
    }
}

/// For each row the position of the row of a table that says all that it says, where it is a target of the text: the
/// same plan, and for each of its years the same number. Such a target is only named beside that row. `None` for rows of
/// tables, and for targets that say something of their own.
#[must_use]
pub fn repeats(one: &Comparison) -> Vec<Option<usize>> {
    let mut repeats = Vec::with_capacity(one.rows.len());
    for of_plan in one.rows.chunk_by(|row, next| row.plan == next.plan) {
        let first = repeats.len();
        let says = |table: &CompareRow, value: &Value| {
            table.own_values().any(|other| {
                other.kind == Some(ValueKind::Target) && other.year == value.year && other.number == value.number
            })
        };
        let repeated = |row: &CompareRow| {
            let has_numbers = row.values.iter().all(|value| value.number.is_some() && value.year.is_some());
            let says_all =
                |table: &CompareRow| table.source == Origin::Table && row.values.iter().all(|value| says(table, value));
            let is_text = row.source == Origin::Text && has_numbers;
            of_plan.iter().position(says_all).filter(|_| is_text).map(|at| first + at)
        };
        repeats.extend(of_plan.iter().map(repeated));
    }
    repeats
}

/// For each row the position of the table row that it is only named beside: that which it repeats, or for a target in
/// words the first of its plan.
fn named_beside(one: &Comparison) -> Vec<Option<usize>> {
    let mut beside = repeats(one);
    let mut at = 0;
    for of_plan in one.rows.chunk_by(|row, next| row.plan == next.plan) {
        let table = of_plan.iter().position(|row| row.source == Origin::Table && !row.is_finished());
        for (row, beside) in of_plan.iter().zip(beside.iter_mut().skip(at)) {
            let is_in_words = row.source == Origin::Text && row.values.iter().all(|value| value.number.is_none());
            *beside = beside.or(table.filter(|_| is_in_words).map(|table| at + table));
        }
        at += of_plan.len();
    }
    beside
}

/// What the text says beside a row of a table: only where, if it prints the row's numbers, else also what.
fn in_text(text: &CompareRow) -> String {
    let place = place(text.lines);
    if text.values.iter().any(|value| value.number.is_some()) {
        return format!("；正文第 {place} 行同此");
    }
    let value = |value: &Value| {
        let year = value.year.map(|year| format!("{year}年")).unwrap_or_default();
        format!("{year}{}", value.raw.as_deref().unwrap_or_default())
    };
    let said: Vec<String> = text.values.iter().map(value).collect();
    format!("；正文第 {place} 行另写“{}”", said.join("，"))
}

fn measure(one: &Comparison) -> String {
    let unit = one.unit.map(|unit| format!("计量单位 {unit}"));
    let parts: Vec<String> = unit.into_iter().chain(one.direction.map(|way| direction(way).to_owned())).collect();
    if parts.is_empty() { "未定计量单位与方向".to_owned() } else { parts.join("，") }
}

/// The years of all values, those without a year last.
fn years(one: &Comparison) -> Vec<Option<u16>> {
    let mut years: Vec<Option<u16>> = one.rows.iter().flat_map(|row| &row.values).map(|value| value.year).collect();
    years.sort_unstable_by_key(|year| (year.is_none(), *year));
    years.dedup();
    years
}

/// One cell with its values in words, a line for each.
fn cell<'a>(values: impl Iterator<Item = &'a Value>) -> Cell {
    let values: Vec<&Value> = values.collect();
    let is_target = values.iter().any(|value| value.kind == Some(ValueKind::Target));
    let texts: Vec<String> = values.into_iter().map(printed).collect();
    Cell { text: texts.join("\n"), is_target }
}

/// A value as printed, with its kind before it: `目标 ≤3`.
fn printed(value: &Value) -> String {
    let raw = value.raw.as_deref().unwrap_or(indicator::EMPTY).replace('\n', "");
    match value.kind {
        Some(ValueKind::Baseline) => format!("基期 {raw}"),
        Some(ValueKind::Actual) => format!("实际 {raw}"),
        Some(ValueKind::Target) => format!("目标 {raw}"),
        None => raw,
    }
}

fn in_words(year: Option<u16>) -> String {
    year.map_or_else(|| "未写年份".to_owned(), |year| format!("{year}年"))
}

/// Writes the rows and sections of a report.
struct Writer<'a> {
    dataset: &'a Dataset,
    one: &'a Comparison<'a>,
    /// For each row the row that it is only named beside, see [`repeats`] and [`said_beside`].
    named_beside: Vec<Option<usize>>,
}

impl Writer<'_> {
    /// The rows that say something of their own, with their positions.
    fn shown(&self) -> impl Iterator<Item = (usize, &CompareRow<'_>)> {
        let rows = self.one.rows.iter().enumerate();
        rows.zip(&self.named_beside).filter(|(_, beside)| beside.is_none()).map(|(row, _)| row)
    }

    fn plan(&self, id: &str) -> String {
        plan_name(self.dataset, id)
    }

    /// The name of a plan's row, which says where the text and no table prints it.
    fn row_name(&self, row: &CompareRow) -> String {
        let mark = if row.source == Origin::Text { "〔正文〕" } else { "" };
        format!("{}{mark}", self.plan(row.plan))
    }

    /// A row for each other place that the rows of plans print values of; equal rows of several plans are one.
    fn beside(&self, years: &[Option<u16>]) -> Vec<ReportRow> {
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
            name: format!("{scope}〔见{}〕", plans.join("、")),
            cells,
            standing: Standing::Beside,
            why_not: String::new(),
        };
        found.into_iter().map(row).collect()
    }

    /// How each row is printed, and which plans are of another level than the others.
    fn as_printed(&self) -> Section {
        let mut lines = Vec::new();
        let mut also: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (text, table) in self.one.rows.iter().zip(&self.named_beside) {
            if let Some(table) = table {
                also.entry(*table).or_default().push(in_text(text));
            }
        }
        for (at, row) in self.shown() {
            let nature = row.nature.map(|nature| format!("　{nature}")).unwrap_or_default();
            let printed_in = if row.source == Origin::Text { "正文" } else { "原文" };
            let also = also.get(&at).map(|said| said.concat()).unwrap_or_default();
            let (plan, name, place) = (self.plan(row.plan), &row.name, place(row.lines));
            let said = format!("{plan}　{name}{nature}　{printed_in}第 {place} 行{also}");
            lines.push(ReportLine::new(said));
        }
        if self.one.rows.iter().any(|row| !row.comparable) {
            lines.push(ReportLine::warning("不可比的行只照原文列出，不推算、不排序、不入图".to_owned()));
        }
        if self.one.rows.iter().any(|row| row.comparable && row.is_finished()) {
            lines.push(ReportLine::warning("标“上期”的行是上一规划期的完成情况，不推算、不排序、不入图".to_owned()));
        }
        lines.extend(self.levels().map(ReportLine::warning));
        Section { heading: "原文写法", lines }
    }

    /// A warning where the plans are made for places of several levels.
    fn levels(&self) -> Option<String> {
        let mut levels: BTreeMap<Level, Vec<String>> = BTreeMap::new();
        for of_plan in self.one.rows.chunk_by(|row, next| row.plan == next.plan) {
            let Some((row, level)) = of_plan.first().and_then(|row| Some((row, row.level?))) else { continue };
            let plan = self.dataset.plan(row.plan).map(|plan| plan.short.clone()).unwrap_or_default();
            levels.entry(level).or_default().push(plan);
        }
        let named = levels.iter().map(|(level, plans)| format!("{}是{}规划", plans.join("、"), level.name()));
        let named: Vec<String> = named.collect();
        (levels.len() > 1).then(|| format!("注意：{}，层级不同，对照时请留意", named.join("，")))
    }

    /// The relative targets as numbers.
    fn worked_out(&self) -> Section {
        let rows = self.one.rows.iter().filter(|row| row.comparable);
        let lines = rows.flat_map(|row| {
            let plan = self.row_name(row);
            row.worked_out.iter().map(move |worked| {
                ReportLine::new(format!(
                    "{plan}　{}年 {}：{}",
                    worked.year,
                    worked.raw.replace('\n', ""),
                    worked.formula
                ))
            })
        });
        Section { heading: "推算·相对目标换算成数值，只用同一行的基期值", lines: lines.collect() }
    }

    /// The pace of each comparable row, or the reason why it has none.
    fn paces(&self) -> Section {
        let mut lines: Vec<ReportLine> = Vec::new();
        for of_plan in self.one.rows.chunk_by(|row, next| row.plan == next.plan) {
            let rows = || of_plan.iter().filter(|row| row.comparable && !row.is_finished());
            let said = rows().flat_map(|row| {
                row.pace.iter().map(|pace| sentence(pace, self.one.unit)).chain(row.met.iter().map(kept))
            });
            let mut said: Vec<String> = said.collect();
            if said.is_empty() {
                said.extend(rows().find_map(why_no_pace).map(str::to_owned));
            }
            let plan = of_plan.first().map(|row| self.plan(row.plan)).unwrap_or_default();
            lines.extend(said.into_iter().map(|said| ReportLine::new(format!("{plan}　{said}"))));
        }
        Section {
            heading: "推算·每年变化 =（目标值 - 基期值）/（目标年 - 基期年），只用本规划自己的数值；基期已达到的不推算",
            lines,
        }
    }

    /// The plans by strictness, a line for each year in which last targets are due, the strictest first.
    fn order(&self) -> Section {
        let years = strictness::by_year(self.one);
        let mut lines: Vec<ReportLine> = Vec::new();
        if self.one.direction.is_some() && years.values().any(|rows| rows.len() > 1) {
            lines.extend(years.iter().map(|(year, rows)| self.order_of(*year, rows)));
            lines.extend(self.equal_bounds().map(ReportLine::new));
        }
        Section {
            heading: "推算·目标严格程度（规划期末目标年相同的才排在一起；数值相同的，“低于”严于“不超过”，年份早的更严）",
            lines,
        }
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
        let alone = if rows.len() == 1 { "（仅一部，不排）" } else { "" };
        ReportLine::new(format!("{year}年：{}{alone}", named.join("，")))
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
                    group.iter().map(|(bound, plan)| format!("{plan}（{}年）", bound.point.year)).collect();
                let bound = group.first().map(|(bound, _)| bound.in_words()).unwrap_or_default();
                format!("同为 {bound}，由早到晚：{}", plans.join("、"))
            })
            .collect();
        (!said.is_empty()).then(|| said.join("；"))
    }
}

/// The lines of a row as a reader sees them: `50–56`.
fn place([first, last]: [u32; 2]) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// A pace in one line: `2020—2025年 每年 +0.184 岁　(82 - 81.08) / (2025 - 2020) = +0.184`.
fn sentence(pace: &Pace, unit: Option<&str>) -> String {
    format!("{}—{}年 {}　{}", pace.from.year, pace.to.year, pace::in_words(pace, unit), pace.formula)
}

/// A target that is met already, in one line: `2030年 已达标、须保持：目标为上限 不超过 3，基期 2.25（2015年）已达到`.
fn kept(met: &Met) -> String {
    let Met { from, to, side, target } = met;
    format!("{}年 已达标、须保持：目标为{side} {target}，基期 {}（{}年）已达到", to.year, from.number, from.year)
}

/// The reason why a row has no pace; `None` if it should have one.
fn why_no_pace(row: &CompareRow) -> Option<&'static str> {
    let own: Vec<Value> = row.own_values().cloned().collect();
    match (pace::baseline(&own), row.bounds.is_empty()) {
        (_, true) => Some("目标未量化，不推算"),
        (None, false) => Some("未列基期值，不推算"),
        (Some(_), false) => None,
    }
}
