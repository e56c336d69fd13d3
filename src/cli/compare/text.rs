//! One indicator as a page for people: the table, why some rows do not compare, pace, order, chart.
//!
//! What the plans print stands first; what this program worked out comes under headings that say 推算.

use crate::analysis::compare::pace::{self, Pace};
use crate::analysis::compare::{CompareRow, Comparison, Level, chart};
use crate::export::{self, Sheet};
use crate::model::{Dataset, ValueKind};
use crate::text::sanitize;
use crate::text::width::{Align, Width};
use crate::text::wrap::{self, Indent};

use super::{COMPARABLE, Columns, SILENT, comparable, direction, plan_name};

/// Cells of the chart's scale.
const CHART: u16 = 40;

/// The narrowest scale that a chart is drawn on, in cells.
const NARROW_CHART: u16 = 16;

/// Cells before the second and further rows of a long line.
const HANG: usize = 4;

/// The page, for a screen of so many cells; of any width where it goes elsewhere.
pub(super) fn page(dataset: &Dataset, one: &Comparison, cells: Option<usize>) -> String {
    let unit = one.unit.map(|unit| format!("（{unit}）")).unwrap_or_default();
    let way = one.direction.map(|way| format!("，{}", direction(way))).unwrap_or_default();
    let mut parts =
        vec![format!("{}{unit}{way}\n", one.indicator), rows(dataset, one, cells), lines(&notes(dataset, one), cells)];
    if one.rows.iter().any(|row| row.comparable) {
        parts.push(lines(&paces(dataset, one), cells));
        parts.push(lines(&order(dataset, one), cells));
        parts.push(drawing(dataset, one, cells).iter().map(|line| harmless(line) + "\n").collect());
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// Lines as a text, those longer than the screen broken; none is no text.
fn lines(lines: &[String], cells: Option<usize>) -> String {
    let hang = " ".repeat(HANG);
    let mut out = String::new();
    for line in lines {
        let line = harmless(line);
        let indent = Indent { first: 0, rest: HANG };
        // Without a screen there is room for any line.
        let room = cells.unwrap_or(usize::MAX);
        for (at, range) in wrap::wrap_with(&line, indent, room, Width::Narrow).into_iter().enumerate() {
            out.push_str(if at > 0 { &hang } else { "" });
            out.push_str(line.get(range).unwrap_or_default());
            out.push('\n');
        }
    }
    out
}

/// A line without anything that a terminal would obey, and without spaces at its end.
fn harmless(line: &str) -> String {
    sanitize::one_line(line).trim_end().to_owned()
}

/// The rows as a table, or as paragraphs where the screen is too narrow for all its columns.
fn rows(dataset: &Dataset, one: &Comparison, cells: Option<usize>) -> String {
    let sheet = table(dataset, one);
    let whole = export::plain(&sheet, None, Width::Narrow);
    let fits = cells.is_none_or(|cells| whole.lines().all(|line| Width::Narrow.of(line) <= cells));
    if fits {
        return whole;
    }
    // A cell that says all of it needs no header.
    let said = |row: &Vec<String>| {
        let cells = sheet.header.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
        let cells: Vec<String> = cells
            .map(|(header, cell)| {
                let speaks = cell == SILENT || header == COMPARABLE;
                if speaks { cell.clone() } else { format!("{header}：{cell}") }
            })
            .collect();
        format!("{}  {}", row.first().map(String::as_str).unwrap_or_default(), cells.join("  "))
    };
    lines(&sheet.rows.iter().map(said).collect::<Vec<_>>(), cells)
}

/// The rows with their values by year, and the silent plans.
fn table(dataset: &Dataset, one: &Comparison) -> Sheet {
    let columns = Columns::of(one);
    let mut sheet = Sheet::default();
    sheet.header.push("规划".to_owned());
    sheet.header.extend(columns.headers());
    sheet.header.extend([COMPARABLE, "指标（原文）", "行"].map(str::to_owned));
    for row in &one.rows {
        let mut cells = vec![plan_name(dataset, row.plan)];
        cells.extend(columns.cells(row));
        cells.extend([comparable(row).to_owned(), row.name.to_owned(), super::show::line_range(row.lines)]);
        sheet.rows.push(cells);
    }
    for id in &one.silent {
        let mut cells = vec![String::new(); sheet.width()];
        cells.splice(0..2, [plan_name(dataset, id), SILENT.to_owned()]);
        sheet.rows.push(cells);
    }
    sheet
}

/// Why rows do not compare, and which plans are of another rank than the rest.
fn notes(dataset: &Dataset, one: &Comparison) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for row in &one.rows {
        let note = row.why_not.map(|why| format!("不可比：{} {}——{why}", plan_name(dataset, row.plan), row.name));
        notes.extend(note.filter(|note| !notes.contains(note)));
    }
    if !notes.is_empty() && one.rows.iter().any(|row| row.comparable) {
        notes.push("不可比的行只照原文列出，不推算、不排序、不入图".to_owned());
    }
    notes.extend(ranks(dataset, one));
    notes
}

/// That a district stands among cities, where one does.
fn ranks(dataset: &Dataset, one: &Comparison) -> Option<String> {
    let mut ranks: Vec<(Level, Vec<&str>)> = Vec::new();
    for row in &one.rows {
        let (Some(level), Some(plan)) = (row.level, dataset.plan(row.plan)) else { continue };
        match ranks.iter_mut().find(|(known, _)| *known == level) {
            Some((_, plans)) if plans.contains(&plan.short.as_str()) => {}
            Some((_, plans)) => plans.push(&plan.short),
            None => ranks.push((level, vec![&plan.short])),
        }
    }
    ranks.sort_by_key(|(level, _)| *level);
    let named: Vec<String> =
        ranks.iter().map(|(level, plans)| format!("{}是{}规划", plans.join("、"), level.name())).collect();
    (ranks.len() > 1).then(|| format!("注意：{}，层级不同，对照时请留意", named.join("，")))
}

/// The pace of each comparable row, or why it has none.
fn paces(dataset: &Dataset, one: &Comparison) -> Vec<String> {
    let mut out = vec!["推算·每年变化 =（目标值 - 基期值）/（目标年 - 基期年），只用本规划自己的数值".to_owned()];
    let mut names = Vec::new();
    let mut said = Vec::new();
    for row in one.rows.iter().filter(|row| row.comparable) {
        let name = plan_name(dataset, row.plan);
        if row.pace.is_empty() {
            // A table that looks back has no baseline; it is passed over where another row of the plan speaks.
            let other = one.rows.iter().any(|other| other.plan == row.plan && !other.pace.is_empty());
            let reason = silence(row).filter(|_| !other && !names.contains(&name));
            said.extend(reason.map(str::to_owned));
            names.extend(reason.map(|_| name));
            continue;
        }
        for pace in &row.pace {
            names.push(name.clone());
            said.push(sentence(pace, one.unit));
        }
    }
    let widest = names.iter().map(|name| Width::Narrow.of(name)).max().unwrap_or_default();
    out.extend(
        names
            .iter()
            .zip(said)
            .map(|(name, said)| format!("  {}  {said}", Width::Narrow.pad(name, widest, Align::Left))),
    );
    if out.len() > 1 { out } else { Vec::new() }
}

/// Why a row has no pace.
fn silence(row: &CompareRow) -> Option<&'static str> {
    let own: Vec<_> = row.own_values().cloned().collect();
    let has_target = own.iter().any(|value| value.kind == Some(ValueKind::Target) && pace::point(value).is_some());
    match (pace::baseline(&own), has_target) {
        (None, _) => Some("没有印基期数值，不推算"),
        (Some(_), false) => Some("目标没有印成数值，不推算"),
        (Some(_), true) => None,
    }
}

/// `2020-2025  每年 +0.184 岁  = (82 - 81.08) / (2025 - 2020)`, with what the target asks for.
fn sentence(pace: &Pace, unit: Option<&str>) -> String {
    let met = if pace.met == Some(true) { "  基期值已达到这一目标" } else { "" };
    let change = pace::a_year(pace, unit);
    format!("{}-{}  {change}  {}{met}", pace.from.year, pace.to.year, pace.formula)
}

/// The plans from the most ambitious on.
fn order(dataset: &Dataset, one: &Comparison) -> Vec<String> {
    let mut ranked: Vec<(usize, &CompareRow)> = one.rows.iter().filter_map(|row| Some((row.rank?, row))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    if ranked.len() < 2 {
        return Vec::new();
    }
    let named = ranked.iter().map(|(rank, row)| {
        let targets = row.own_values().filter(|value| value.kind == Some(ValueKind::Target));
        let last = targets.filter(|value| pace::point(value).is_some()).max_by_key(|value| value.year);
        let target = last.and_then(|value| Some(format!("{}（{}年）", value.raw.as_deref()?, value.year?)));
        format!("{rank} {} {}", plan_name(dataset, row.plan), target.unwrap_or_default())
    });
    let named: Vec<String> = named.collect();
    vec![
        "推算·目标高低（先比末期目标值，再比每年变化；目标年不同的也排在一起，请看年份）".to_owned(),
        format!("  {}", named.join("，")),
    ]
}

/// The chart with its scale and its signs.
fn drawing(dataset: &Dataset, one: &Comparison, cells: Option<usize>) -> Vec<String> {
    let name = |line: &chart::Line| one.rows.get(line.row).map(|row| plan_name(dataset, row.plan)).unwrap_or_default();
    let points = |line: &chart::Line| line.points.join(", ");
    let Some(sketch) = chart::draw(one, NARROW_CHART) else { return Vec::new() };
    let widest = |words: &dyn Fn(&chart::Line) -> String| {
        sketch.lines.iter().map(|line| Width::Narrow.of(&words(line))).max().unwrap_or_default()
    };
    let names = widest(&name);
    // Two cells before the names, behind them and behind the scale.
    let rest = cells.and_then(|cells| u16::try_from(cells.saturating_sub(names + widest(&points) + 6)).ok());
    let room = rest.map_or(CHART, |rest| rest.clamp(NARROW_CHART, CHART));
    let Some(chart) = chart::draw(one, room) else { return Vec::new() };
    let (low, high) = (chart.low.to_string(), chart.high.to_string());
    let between = usize::from(room).saturating_sub(low.len() + high.len());
    let mut out = vec![
        format!(
            "图：{} 基期  {} 中间目标  {} 末期目标  {} 基期与目标同处",
            chart::BASELINE,
            chart::TARGET,
            chart::LAST,
            chart::BOTH
        ),
        format!("  {}  {low}{}{high}", " ".repeat(names), " ".repeat(between)),
    ];
    out.extend(chart.lines.iter().map(|line| {
        format!("  {}  {}  {}", Width::Narrow.pad(&name(line), names, Align::Left), line.drawn, points(line))
    }));
    out
}
