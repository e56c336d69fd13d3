//! A comparison laid out in words, for whoever shows it: a row a plan, a column a year or a place beside, then what is to
//! be said of it. What the plans print stands first; what was worked out comes under headings that say 推算.
//!
//! The browser and the command line both show this and have no words of their own for it. Knows no screen.

use crate::analysis::indicators::compare::pace::{self, Pace};
use crate::analysis::indicators::compare::{CompareRow, Comparison, Level, ambition};
use crate::analysis::indicators::indicator;
use crate::model::{Dataset, Plan, Value, ValueKind};
use crate::registry::indicator::Direction;

/// A comparison in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// Unit and direction: `单位 ‰，越低越好`.
    pub measure: String,
    /// The heads of the columns of values: the plans' own years, then the other places whose values they print beside.
    pub columns: Vec<String>,
    /// The rows of the comparison in their order, then the plans that list none.
    pub rows: Vec<LaidRow>,
    /// What is to be said, in the order in which it should be read.
    pub sections: Vec<Section>,
}

/// A row of a plan, or a plan without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidRow {
    /// The plan's short name with the mark of a draft.
    pub plan: String,
    /// What it has in each column; empty for a plan without a row.
    pub cells: Vec<Cell>,
    /// Whether it compares.
    pub standing: Standing,
}

/// What a row has in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// In words, as printed: `目标 ≤3`; empty where the plan prints nothing there.
    pub text: String,
    /// Whether a target is among it.
    pub is_target: bool,
}

/// How a plan's row stands to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be compared.
    Like,
    /// It cannot.
    Unlike,
    /// The plan lists no such row.
    Silent,
}

impl Standing {
    /// What to call it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Like => "可比",
            Self::Unlike => "不可比",
            Self::Silent => "规划未列",
        }
    }
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// The lines.
    pub lines: Vec<Said>,
}

/// A line of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Whether it belongs to the line above and stands further in.
    pub is_within: bool,
    /// Whether it warns against a wrong reading.
    pub is_warning: bool,
}

impl Said {
    fn new(text: String) -> Self {
        Self { text, is_within: false, is_warning: false }
    }

    fn warning(text: String) -> Self {
        Self { is_warning: true, ..Self::new(text) }
    }
}

/// Lays a comparison out.
#[must_use]
pub fn lay(dataset: &Dataset, one: &Comparison) -> Laid {
    let writer = Writer { dataset, one };
    let columns = Columns::of(one);
    let like = |row: &CompareRow| if row.comparable { Standing::Like } else { Standing::Unlike };
    let rows = one.rows.iter().map(|row| LaidRow {
        plan: writer.plan(row.plan),
        cells: columns.cells(row),
        standing: like(row),
    });
    let silent = one.silent.iter();
    let silent = silent.map(|id| LaidRow { plan: writer.plan(id), cells: Vec::new(), standing: Standing::Silent });
    let sections = [writer.as_printed(), writer.paces(), writer.order()];
    Laid {
        measure: measure(one),
        columns: columns.heads(),
        rows: rows.chain(silent).collect(),
        sections: sections.into_iter().filter(|section| !section.lines.is_empty()).collect(),
    }
}

/// A plan's short name with the mark of a draft.
pub(super) fn plan_name(dataset: &Dataset, id: &str) -> String {
    dataset.plan(id).map_or_else(|| id.to_owned(), Plan::marked)
}

/// Which way is better, in words.
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

/// The columns of values.
struct Columns<'a> {
    years: Vec<Option<u16>>,
    others: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    fn of(one: &'a Comparison) -> Self {
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

/// Several values in one cell.
fn cell<'a>(values: impl Iterator<Item = (&'a Value, String)>) -> Cell {
    let (values, texts): (Vec<&Value>, Vec<String>) = values.unzip();
    let is_target = values.iter().any(|value| value.kind == Some(ValueKind::Target));
    Cell { text: texts.join("；"), is_target }
}

/// The values of other places that a row prints beside the plan's own.
fn beside<'a>(row: &'a CompareRow) -> impl Iterator<Item = &'a Value> {
    row.values.iter().enumerate().filter(|(at, _)| !row.own.contains(at)).map(|(_, value)| value)
}

/// A value with what it is: `目标 ≤3`.
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

/// Writes the sections.
struct Writer<'a> {
    dataset: &'a Dataset,
    one: &'a Comparison<'a>,
}

impl Writer<'_> {
    fn plan(&self, id: &str) -> String {
        plan_name(self.dataset, id)
    }

    /// How each row is printed, why one does not compare, and which plans are of another rank than the rest.
    fn as_printed(&self) -> Section {
        let mut lines = Vec::new();
        for row in &self.one.rows {
            let nature = row.nature.map(|nature| format!("　{nature}")).unwrap_or_default();
            let [first, last] = row.lines;
            let place = if first == last { first.to_string() } else { format!("{first}–{last}") };
            lines.push(Said::new(format!("{}　{}{nature}　原文第 {place} 行", self.plan(row.plan), row.name)));
            let why = row.why_not.map(|why| Said::warning(format!("不可比：{why}")));
            lines.extend(why.map(|why| Said { is_within: true, ..why }));
        }
        if self.one.rows.iter().any(|row| !row.comparable) {
            lines.push(Said::warning("不可比的行只照原文列出，不推算、不排序、不入图".to_owned()));
        }
        lines.extend(self.ranks().map(Said::warning));
        Section { heading: "原文写法", lines }
    }

    /// That a district stands among cities, where one does.
    fn ranks(&self) -> Option<String> {
        let mut ranks: Vec<(Level, Vec<String>)> = Vec::new();
        for row in &self.one.rows {
            let Some(level) = row.level else { continue };
            let plan = self.dataset.plan(row.plan).map(|plan| plan.short.clone()).unwrap_or_default();
            match ranks.iter_mut().find(|(known, _)| *known == level) {
                Some((_, plans)) if plans.contains(&plan) => {}
                Some((_, plans)) => plans.push(plan),
                None => ranks.push((level, vec![plan])),
            }
        }
        ranks.sort_by_key(|(level, _)| *level);
        let named = ranks.iter().map(|(level, plans)| format!("{}是{}规划", plans.join("、"), level.name()));
        let named: Vec<String> = named.collect();
        (ranks.len() > 1).then(|| format!("注意：{}，层级不同，对照时请留意", named.join("，")))
    }

    /// The pace of each comparable row, or why it has none.
    fn paces(&self) -> Section {
        let mut lines: Vec<Said> = Vec::new();
        let mut silent: Vec<&str> = Vec::new();
        for row in self.one.rows.iter().filter(|row| row.comparable) {
            let plan = self.plan(row.plan);
            lines.extend(row.pace.iter().map(|pace| Said::new(format!("{plan}　{}", sentence(pace, self.one.unit)))));
            // A table that looks back has no baseline; it is passed over where another row of the plan speaks.
            let other = || self.one.rows.iter().any(|other| other.plan == row.plan && !other.pace.is_empty());
            if row.pace.is_empty() && !silent.contains(&row.plan) && !other() {
                silent.push(row.plan);
                lines.extend(silence(row).map(|why| Said::new(format!("{plan}　{why}"))));
            }
        }
        Section {
            heading: "推算·每年变化 =（目标值 - 基期值）/（目标年 - 基期年），只用本规划自己的数值", lines
        }
    }

    /// The plans from the most ambitious on.
    fn order(&self) -> Section {
        let ranked = self.one.rows.iter().filter_map(|row| Some((row.rank?, row)));
        let mut ranked: Vec<(usize, &CompareRow)> = ranked.collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let named = ranked.iter().map(|(rank, row)| {
            let target = ambition::last_target_printed(row).unwrap_or_default();
            format!("{rank} {} {target}", self.plan(row.plan))
        });
        let line = Said::new(named.collect::<Vec<_>>().join("，"));
        Section {
            heading: "推算·目标高低（先比末期目标值，再比每年变化；目标年不同的也排在一起，请看年份）",
            lines: if ranked.len() > 1 { vec![line] } else { Vec::new() },
        }
    }
}

/// `2020—2025年 每年 +0.184 岁　(82 - 81.08) / (2025 - 2020)`, and whether the baseline is as good already.
fn sentence(pace: &Pace, unit: Option<&str>) -> String {
    let met = if pace.met == Some(true) { "　基期值已达到这一目标" } else { "" };
    format!("{}—{}年 {}　{}{met}", pace.from.year, pace.to.year, pace::a_year(pace, unit), pace.formula)
}

/// Why a row has no pace.
fn silence(row: &CompareRow) -> Option<&'static str> {
    let own: Vec<Value> = row.own_values().cloned().collect();
    match (pace::baseline(&own), ambition::last_target(row)) {
        (None, _) => Some("没有印基期数值，不推算"),
        (Some(_), None) => Some("目标没有印成数值，不推算"),
        (Some(_), Some(_)) => None,
    }
}
