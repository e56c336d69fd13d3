//! The words of comparisons: of an indicator over the plans, and of a task with the closest ones.

use super::EMPTY_CELL;
use crate::analysis::compare::pace::{self, Pace};
use crate::analysis::compare::{CompareRow, Comparison, chart};
use crate::model::{Value, ValueKind};
use crate::registry::indicator::Direction;
use crate::text::sanitize::one_line;

/// Which node is held, so that another one can be set beside it.
pub(crate) fn held(title: &str) -> String {
    let title = one_line(title);
    let short: String = title.chars().take(4).collect();
    let more = if short.len() < title.len() { "…" } else { "" };
    format!("已记下“{short}{more}”")
}

/// How close a task is, from 0 to 1.
pub(crate) fn likeness(score: f64) -> String {
    format!("相近度 {:.0}%（推算）", score * 100.0)
}

/// The phrases that two tasks share.
pub(crate) fn shared(phrases: &[String]) -> String {
    if phrases.is_empty() { String::new() } else { format!("　共有“{}”", phrases.join("”“")) }
}

/// Unit and direction of a compared indicator.
pub(crate) fn compared(one: &Comparison) -> String {
    let way = one.direction.map(|way| match way {
        Direction::Up => "越高越好",
        Direction::Down => "越低越好",
    });
    let unit = one.unit.map(|unit| format!("单位 {unit}"));
    let parts: Vec<String> = unit.into_iter().chain(way.map(str::to_owned)).collect();
    if parts.is_empty() { "未定单位与方向".to_owned() } else { parts.join("，") }
}

/// Whether a row can be compared.
pub(crate) fn comparable(row: &CompareRow) -> &'static str {
    if row.comparable { "可比" } else { "不可比" }
}

/// Why a row cannot.
pub(crate) fn unlike(why: &str) -> String {
    format!("不可比：{why}。只照原文列出，不推算、不排序、不入图")
}

/// The plans that list no such indicator.
pub(crate) fn silent(plans: &[String]) -> String {
    format!("规划未列：{}", plans.join("、"))
}

/// That plans are made for places of several ranks.
pub(crate) fn levels(levels: &[(&str, Vec<String>)]) -> String {
    let named: Vec<String> = levels.iter().map(|(level, plans)| format!("{}是{level}规划", plans.join("、"))).collect();
    format!("注意：{}，层级不同，对照时请留意", named.join("，"))
}

/// A year as the head of a column.
pub(crate) fn year(year: Option<u16>) -> String {
    year.map_or_else(|| "年份未印".to_owned(), |year| format!("{year}年"))
}

/// A value with what it is: `目标 ≤3`.
pub(crate) fn value(value: &Value) -> String {
    let raw = value.raw.as_deref().unwrap_or(EMPTY_CELL);
    match value.kind {
        Some(ValueKind::Baseline) => format!("基期 {raw}"),
        Some(ValueKind::Actual) => format!("实际 {raw}"),
        Some(ValueKind::Target) => format!("目标 {raw}"),
        None => raw.to_owned(),
    }
}

/// The change a year that a target asks for, with its formula.
pub(crate) fn pace(pace: &Pace, unit: Option<&str>) -> String {
    let met = if pace.met == Some(true) { "　基期值已达到这一目标" } else { "" };
    let change = pace::a_year(pace, unit);
    format!("{}—{}年 {change}　{}{met}", pace.from.year, pace.to.year, pace.formula)
}

/// What the signs of the chart mean.
pub(crate) fn chart_signs() -> String {
    let signs = [
        (chart::BASELINE, "基期"),
        (chart::TARGET, "中间目标"),
        (chart::LAST, "末期目标"),
        (chart::BOTH, "基期与目标同处"),
    ];
    signs.map(|(sign, means)| format!("{sign} {means}")).join("　")
}

/// That plans have no pace.
pub(crate) fn without_pace(plans: &[String]) -> String {
    format!("{}：没有印出能算的基期值或目标值，不推算", plans.join("、"))
}
