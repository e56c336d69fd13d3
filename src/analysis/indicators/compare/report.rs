//! A comparison in words: a table with one row for each plan and one column for each year or other place, then sections
//! of remarks. Printed values come first; calculated ones stand under headings that say 推算.
//!
//! The browser and the command line both show this and add no words of their own. Knows no screen.

use crate::analysis::indicators::compare::pace::{self, Pace};
use crate::analysis::indicators::compare::{CompareRow, Comparison, Level, ambition};
use crate::analysis::indicators::indicator;
use crate::model::{Dataset, Plan, Value, ValueKind};
use crate::registry::indicator::Direction;

/// A comparison in words, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Unit and direction in words: `单位 ‰，越低越好`.
    pub measure: String,
    /// The headers of the columns: the years of the plans' own values, then the other places
    /// for which values are printed.
    pub columns: Vec<String>,
    /// The rows of the comparison, then one row for each plan without the indicator.
    pub rows: Vec<ReportRow>,
    /// Remarks and calculated values, in the order in which to read them.
    pub sections: Vec<Section>,
}

/// One row of a plan, or a plan without a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// The plan's short name with the mark of a draft.
    pub plan: String,
    /// One cell for each column; empty for a plan without a row.
    pub cells: Vec<Cell>,
    /// Whether the row can be compared.
    pub comparability: Comparability,
}

/// The values of one row in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What the values are, and the values as printed: `目标 ≤3`. Empty where the plan prints nothing.
    pub text: String,
    /// Whether a target is among the values.
    pub is_target: bool,
}

/// Whether the row of a plan can be compared with the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparability {
    /// It can be compared with the other rows.
    Comparable,
    /// It is listed as printed, and not compared.
    NotComparable,
    /// The plan does not list the indicator.
    NotListed,
}

impl Comparability {
    /// The word for it on the screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Comparable => "可比",
            Self::NotComparable => "不可比",
            Self::NotListed => "规划未列",
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
    /// Whether it belongs to the line above and is indented.
    pub is_indented: bool,
    /// Whether it warns the reader of a wrong conclusion.
    pub is_warning: bool,
}

impl ReportLine {
    fn new(text: String) -> Self {
        Self { text, is_indented: false, is_warning: false }
    }

    fn warning(text: String) -> Self {
        Self { is_warning: true, ..Self::new(text) }
    }
}

/// Puts a comparison into words. The dataset gives the names of the plans.
#[must_use]
pub fn describe(dataset: &Dataset, one: &Comparison) -> Report {
    let writer = Writer { dataset, one };
    let columns = Columns::new(one);
    let comparability =
        |row: &CompareRow| if row.comparable { Comparability::Comparable } else { Comparability::NotComparable };
    let rows = one.rows.iter().map(|row| ReportRow {
        plan: writer.plan(row.plan),
        cells: columns.cells(row),
        comparability: comparability(row),
    });
    let silent = one.silent.iter();
    let silent = silent.map(|id| ReportRow {
        plan: writer.plan(id),
        cells: Vec::new(),
        comparability: Comparability::NotListed,
    });
    let sections = [writer.as_printed(), writer.paces(), writer.order()];
    Report {
        measure: measure(one),
        columns: columns.heads(),
        rows: rows.chain(silent).collect(),
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

fn measure(one: &Comparison) -> String {
    let unit = one.unit.map(|unit| format!("单位 {unit}"));
    let parts: Vec<String> = unit.into_iter().chain(one.direction.map(|way| direction(way).to_owned())).collect();
    if parts.is_empty() { "未定单位与方向".to_owned() } else { parts.join("，") }
}

/// The columns of the table: years of own values, then other places.
struct Columns<'a> {
    years: Vec<Option<u16>>,
    others: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    fn new(one: &'a Comparison) -> Self {
        let mut years: Vec<Option<u16>> =
            one.rows.iter().flat_map(CompareRow::own_values).map(|value| value.year).collect();
        years.sort_unstable();
        years.dedup();
        let mut others: Vec<&str> = Vec::new();
        for scope in one.rows.iter().flat_map(beside).filter_map(|value| value.scope.as_deref()) {
            if !others.contains(&scope) {
                others.push(scope);
            }
        }
        Self { years, others }
    }

    fn heads(&self) -> Vec<String> {
        let years = self.years.iter().map(|year| in_words(*year));
        years.chain(self.others.iter().map(|scope| (*scope).to_owned())).collect()
    }

    fn cells(&self, row: &CompareRow) -> Vec<Cell> {
        let own = |year: &Option<u16>| {
            cell(row.own_values().filter(|value| value.year == *year).map(|value| (value, printed(value))))
        };
        let other = |scope: &&str| {
            let values = beside(row).filter(|value| value.scope.as_deref() == Some(*scope));
            cell(values.map(|value| (value, format!("{} {}", in_words(value.year), printed(value)))))
        };
        self.years.iter().map(own).chain(self.others.iter().map(other)).collect()
    }
}

/// One cell with several values in words.
fn cell<'a>(values: impl Iterator<Item = (&'a Value, String)>) -> Cell {
    let (values, texts): (Vec<&Value>, Vec<String>) = values.unzip();
    let is_target = values.iter().any(|value| value.kind == Some(ValueKind::Target));
    Cell { text: texts.join("；"), is_target }
}

/// The values of other places that a row prints beside the plan's own values.
fn beside<'a>(row: &'a CompareRow) -> impl Iterator<Item = &'a Value> {
    row.values.iter().enumerate().filter(|(at, _)| !row.own.contains(at)).map(|(_, value)| value)
}

/// A value as printed, with its kind before it: `目标 ≤3`.
fn printed(value: &Value) -> String {
    let raw = value.raw.as_deref().unwrap_or(indicator::EMPTY);
    match value.kind {
        Some(ValueKind::Baseline) => format!("基期 {raw}"),
        Some(ValueKind::Actual) => format!("实际 {raw}"),
        Some(ValueKind::Target) => format!("目标 {raw}"),
        None => raw.to_owned(),
    }
}

fn in_words(year: Option<u16>) -> String {
    year.map_or_else(|| "年份未印".to_owned(), |year| format!("{year}年"))
}

/// Writes the sections of a report.
struct Writer<'a> {
    dataset: &'a Dataset,
    one: &'a Comparison<'a>,
}

impl Writer<'_> {
    fn plan(&self, id: &str) -> String {
        plan_name(self.dataset, id)
    }

    /// How each row is printed, why a row cannot be compared, and which plans are of another level than the others.
    fn as_printed(&self) -> Section {
        let mut lines = Vec::new();
        for row in &self.one.rows {
            let nature = row.nature.map(|nature| format!("　{nature}")).unwrap_or_default();
            let [first, last] = row.lines;
            let place = if first == last { first.to_string() } else { format!("{first}–{last}") };
            lines.push(ReportLine::new(format!("{}　{}{nature}　原文第 {place} 行", self.plan(row.plan), row.name)));
            let why = row.why_not.map(|why| ReportLine::warning(format!("不可比：{why}")));
            lines.extend(why.map(|why| ReportLine { is_indented: true, ..why }));
        }
        if self.one.rows.iter().any(|row| !row.comparable) {
            lines.push(ReportLine::warning("不可比的行只照原文列出，不推算、不排序、不入图".to_owned()));
        }
        lines.extend(self.levels().map(ReportLine::warning));
        Section { heading: "原文写法", lines }
    }

    /// A warning where the plans are made for places of several levels.
    fn levels(&self) -> Option<String> {
        let mut levels: Vec<(Level, Vec<String>)> = Vec::new();
        for row in &self.one.rows {
            let Some(level) = row.level else { continue };
            let plan = self.dataset.plan(row.plan).map(|plan| plan.short.clone()).unwrap_or_default();
            match levels.iter_mut().find(|(known, _)| *known == level) {
                Some((_, plans)) if plans.contains(&plan) => {}
                Some((_, plans)) => plans.push(plan),
                None => levels.push((level, vec![plan])),
            }
        }
        levels.sort_by_key(|(level, _)| *level);
        let named = levels.iter().map(|(level, plans)| format!("{}是{}规划", plans.join("、"), level.name()));
        let named: Vec<String> = named.collect();
        (levels.len() > 1).then(|| format!("注意：{}，层级不同，对照时请留意", named.join("，")))
    }

    /// The pace of each comparable row, or the reason why it has none.
    fn paces(&self) -> Section {
        let mut lines: Vec<ReportLine> = Vec::new();
        let mut silent: Vec<&str> = Vec::new();
        for row in self.one.rows.iter().filter(|row| row.comparable) {
            let plan = self.plan(row.plan);
            lines.extend(
                row.pace.iter().map(|pace| ReportLine::new(format!("{plan}　{}", sentence(pace, self.one.unit)))),
            );
            // A table that looks back has no baseline; nothing is said of it if another row of the plan has a pace.
            let other = || self.one.rows.iter().any(|other| other.plan == row.plan && !other.pace.is_empty());
            if row.pace.is_empty() && !silent.contains(&row.plan) && !other() {
                silent.push(row.plan);
                lines.extend(why_no_pace(row).map(|why| ReportLine::new(format!("{plan}　{why}"))));
            }
        }
        Section {
            heading: "推算·每年变化 =（目标值 - 基期值）/（目标年 - 基期年），只用本规划自己的数值", lines
        }
    }

    /// The plans by ambition, the most ambitious first.
    fn order(&self) -> Section {
        let ranked = self.one.rows.iter().filter_map(|row| Some((row.rank?, row)));
        let mut ranked: Vec<(usize, &CompareRow)> = ranked.collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let named = ranked.iter().map(|(rank, row)| {
            let target = ambition::last_target_printed(row).unwrap_or_default();
            format!("{rank} {} {target}", self.plan(row.plan))
        });
        let line = ReportLine::new(named.collect::<Vec<_>>().join("，"));
        Section {
            heading: "推算·目标高低（先比末期目标值，再比每年变化；目标年不同的也排在一起，请看年份）",
            lines: if ranked.len() > 1 { vec![line] } else { Vec::new() },
        }
    }
}

/// A pace in one line: `2020—2025年 每年 +0.184 岁　(82 - 81.08) / (2025 - 2020)`, and whether the
/// baseline meets the target already.
fn sentence(pace: &Pace, unit: Option<&str>) -> String {
    let met = if pace.met == Some(true) { "　基期值已达到这一目标" } else { "" };
    format!("{}—{}年 {}　{}{met}", pace.from.year, pace.to.year, pace::in_words(pace, unit), pace.formula)
}

/// The reason why a row has no pace; `None` if it should have one.
fn why_no_pace(row: &CompareRow) -> Option<&'static str> {
    let own: Vec<Value> = row.own_values().cloned().collect();
    match (pace::baseline(&own), ambition::last_target(row)) {
        (None, _) => Some("没有印基期数值，不推算"),
        (Some(_), None) => Some("目标没有印成数值，不推算"),
        (Some(_), Some(_)) => None,
    }
}
