//! Targets against results: missed in the last period, or asking for less than was reached, than an earlier target, or
//! than the province asks.

mod later;

pub(crate) use later::looser_in_later_year;

use std::fmt::Display;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::{Metric, Similarity};
use crate::analysis::check::reading::metric_index::MetricIndex;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::rate::NATIONAL_FLOORS;
use crate::lexicon::value::KEEPING_ON;
use crate::model::{Confidence, ValueKind};
use crate::registry::indicator::Direction;
use crate::words::findings::targets;
use crate::words::{self, Sentence, Words};

/// By how much what was reached may lie above a floor that the nation sets, in percentage points.
const NEAR: f64 = 3.0;

/// What may differ between two differences of printed decimals that are equal.
const ROUNDING: f64 = 1e-9;

/// Rows that print a target beside the result of the same year, where the result is worse.
pub(crate) fn missed_targets(reading: &Reading) -> Vec<FindingDraft> {
    reading.rows.iter().filter_map(missed_target).collect()
}

fn missed_target(row: &TableRow) -> Option<FindingDraft> {
    let first = |kind| row.own_cells_of(kind).next().and_then(|cell| row.figure(cell));
    let (target, actual) = (first(ValueKind::Target)?, first(ValueKind::Actual)?);
    let direction =
        quantity::better_direction(&target).filter(|_| target.year == actual.year && !target.is_relative())?;
    quantity::is_better(target.number, actual.number, direction).then(|| {
        let (name, year) = (&row.row.name, target.year.unwrap_or_default());
        let what = targets::missed(name, year, &target.raw, &actual.raw);
        let is_sure = target.metric.indicator.is_some() || !target.is_exact();
        let confidence = if is_sure { Confidence::High } else { Confidence::Medium };
        let citations = [row.name.clone(), target.citation.clone(), actual.citation.clone()];
        FindingDraft::new(confidence, what, citations)
    })
}

/// Targets that ask for less than was already reached, in a row of a table or in the text against a row.
pub(crate) fn looser_than_reached(reading: &Reading) -> Vec<FindingDraft> {
    let results = Results::new(reading);
    let in_rows = reading.rows.iter().filter_map(|row| looser_in_row(&results, row));
    in_rows.chain(reading.text_figures.iter().filter_map(|figure| looser_in_text(reading, &results, figure))).collect()
}

/// The results that the text states with their year.
struct Results<'r, 'a> {
    figures: Vec<&'r Figure<'a>>,
    index: MetricIndex,
}

impl<'r, 'a> Results<'r, 'a> {
    fn new(reading: &'r Reading<'a>) -> Self {
        let is_result = |figure: &&Figure| figure.kind == ValueKind::Actual && figure.dated;
        let figures: Vec<&Figure> = reading.text_figures.iter().filter(is_result).collect();
        let index = MetricIndex::new(figures.iter().map(|figure| &figure.metric).enumerate());
        Self { figures, index }
    }

    /// The last result of the same metric as another.
    fn last_of(&self, metric: &Metric) -> Option<Figure<'a>> {
        let figures = self.index.candidates(metric).into_iter().rev().filter_map(|at| self.figures.get(at));
        let mut same = figures.filter(|figure| figure.metric.similarity(metric) == Some(Similarity::Same));
        same.next().map(|figure| (*figure).clone())
    }
}

/// A row whose targets are looser than its own baseline, or where it has none, than the result that the text states.
fn looser_in_row<'a>(results: &Results<'_, 'a>, row: &TableRow<'a>) -> Option<FindingDraft> {
    let (start, is_in_row) = match baseline(row) {
        Some(start) => (start, true),
        None => (results.last_of(&row.metric)?, false),
    };
    let looser: Vec<Figure> =
        targets(row).filter(|target| is_looser(target, &start) && !is_kept_bound(target, &start)).collect();
    if looser.is_empty() {
        return None;
    }
    let labels: Vec<Sentence> = looser.iter().map(Figure::label).collect();
    let met = looser.iter().map(bound_name).collect::<Option<Vec<_>>>().and_then(|names| names.first().copied());
    let (origin, confidence) = match () {
        () if met.is_some() => (if is_in_row { words::NOTHING } else { targets::IN_TEXT }, Confidence::Low),
        () if !is_in_row => (targets::IN_TEXT, Confidence::Medium),
        // A baseline that is itself a bound (>90) says less.
        () if !start.is_exact() => (words::NOTHING, Confidence::Medium),
        () => (words::NOTHING, Confidence::High),
    };
    let (name, reached, asked) = (&row.row.name, start.label(), words::joined(&labels, words::LIST));
    let what = match met {
        Some(bound) => targets::bound_met(name, asked, bound, origin, reached),
        None => targets::looser_than_reached(name, origin, reached, asked),
    };
    let targets = looser.into_iter().map(|figure| figure.citation);
    Some(FindingDraft::new(confidence, what, [row.name.clone(), start.citation].into_iter().chain(targets)))
}

/// Whether a target is a bound (上限, 下限), which one that was met already keeps, and which of the two: by its comparator,
/// or by a metric of which less is better, whose number planners set as a ceiling. `None` for a number to be reached.
fn bound_name(target: &Figure) -> Option<Words> {
    let direction = quantity::better_direction(target)?;
    match direction {
        Direction::Down => Some(targets::UPPER_BOUND),
        Direction::Up => (!target.is_exact()).then_some(targets::LOWER_BOUND),
    }
}

/// Whether a target is a bound that stands whatever was reached: a ceiling above a year without any case, or a floor that
/// the nation sets for all places (≥95 beside 95.8).
fn is_kept_bound(target: &Figure, start: &Figure) -> bool {
    let is_near = NATIONAL_FLOORS.is_in(&target.metric.name) && (start.number - target.number).abs() <= NEAR;
    match bound_direction(target) {
        Some(Direction::Down) => start.number <= 0.0,
        Some(Direction::Up) => !target.is_exact() && is_near,
        None => false,
    }
}

fn bound_direction(target: &Figure) -> Option<Direction> {
    bound_name(target).and_then(|_| quantity::better_direction(target))
}

/// A target of the text that is looser than what a row says was reached. One that only repeats the row's own target
/// adds nothing, and is left to [`looser_in_row`].
fn looser_in_text<'a>(reading: &Reading<'a>, results: &Results<'_, 'a>, stated: &Figure<'a>) -> Option<FindingDraft> {
    if stated.kind != ValueKind::Target || stated.year.is_none() && stated.comparator.is_none() {
        return None;
    }
    let rows: Vec<&TableRow> = reading.rows_like(&stated.metric).collect();
    if rows.is_empty() {
        return looser_than_text(results, stated);
    }
    let repeats_target = |row: &TableRow| {
        let mut targets = row.own_cells_of(ValueKind::Target);
        targets.any(|cell| cell.value.number == Some(stated.number) && cell.value.year == stated.year)
    };
    if rows.iter().any(|row| repeats_target(row)) {
        return None;
    }
    let (row, start) = rows
        .into_iter()
        .find_map(|row| Some((row, baseline(row).filter(|start| is_looser(stated, start))?)))
        .filter(|(row, _)| looser_in_row(results, row).is_none())?;
    let (name, asked, reached) = (&stated.metric.name, &stated.raw, start.label());
    let bound = bound_name(stated);
    let what = match bound {
        Some(bound) => targets::text_bound_met(name, asked, bound, reached),
        None => targets::text_looser_than_table(name, asked, reached),
    };
    let citations = [stated.citation.clone()].into_iter().chain(row.cite_with(&start.citation));
    let is_unsure = bound.is_some() || row.metric.similarity(&stated.metric) == Some(Similarity::Expanded);
    Some(FindingDraft::new(if is_unsure { Confidence::Low } else { Confidence::Medium }, what, citations))
}

/// A target of the text that is looser than what the text itself says was reached, of a metric that no table prints.
fn looser_than_text<'a>(results: &Results<'_, 'a>, stated: &Figure<'a>) -> Option<FindingDraft> {
    let is_kept = KEEPING_ON.is_in(&stated.citation.quote) && bound_name(stated).is_some();
    let start =
        results.last_of(&stated.metric).filter(|start| start.is_exact() && is_looser(stated, start) && !is_kept)?;
    let (name, asked, reached) = (&stated.metric.name, &stated.raw, start.label());
    let what = targets::text_looser_than_text(name, asked, reached);
    Some(FindingDraft::new(Confidence::Low, what, [start.citation, stated.citation.clone()]))
}

/// What a row says was reached: its baseline, else the actual value.
fn baseline<'a>(row: &TableRow<'a>) -> Option<Figure<'a>> {
    let mut cells = row.own_cells_of(ValueKind::Baseline).chain(row.own_cells_of(ValueKind::Actual));
    cells.find_map(|cell| row.figure(cell)).filter(|figure| !figure.is_relative())
}

/// The targets of a row for the plan's own place.
fn targets<'a>(row: &TableRow<'a>) -> impl Iterator<Item = Figure<'a>> {
    row.own_cells_of(ValueKind::Target).filter_map(|cell| row.figure(cell))
}

/// Whether a target asks for less than what was reached before its year.
fn is_looser(target: &Figure, start: &Figure) -> bool {
    let is_later = target.year.is_none() || target.year > start.year;
    let Some(direction) = quantity::better_direction(target).filter(|_| is_later && !target.is_relative()) else {
        return false;
    };
    quantity::convert(start, target).is_some_and(|start| quantity::is_better(start, target.number, direction))
}

/// Rows whose later target asks for less than the earlier one.
pub(crate) fn looser_than_earlier(reading: &Reading) -> Vec<FindingDraft> {
    let in_row = |row: &TableRow| {
        let targets: Vec<Figure> = targets(row).filter(|target| !target.is_relative()).collect();
        let (earlier, later) = targets.windows(2).find_map(|pair| match pair {
            [earlier, later] if is_looser(later, earlier) || turns_back(row, earlier, later) => Some((earlier, later)),
            _ => None,
        })?;
        let name = &row.row.name;
        let what = targets::looser_than_earlier(name, earlier.label(), later.label());
        let citations = [row.name.clone(), earlier.citation.clone(), later.citation.clone()];
        Some(FindingDraft::new(Confidence::Medium, what, citations))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Whether a share of which no word says what is better goes back from one target to the next, having gone the other way from what
/// was reached: 48, 60, 56.
fn turns_back(row: &TableRow, earlier: &Figure, later: &Figure) -> bool {
    let is_share = later.unit.as_deref().is_some_and(|unit| matches!(unit, "%" | "‰"));
    let is_open = quantity::better_direction(later).is_none() && later.year > earlier.year;
    let Some(start) = baseline(row).filter(|start| is_share && is_open && start.unit == later.unit) else {
        return false;
    };
    let (first, second) = (earlier.number - start.number, later.number - earlier.number);
    first.abs() > ROUNDING && second.abs() > ROUNDING && first.signum() != second.signum()
}

/// Rows with a target that asks for less than the province's in the same table and falls behind it further than the
/// starting values do, or without such values: worth knowing, and no contradiction.
pub(crate) fn looser_than_province(reading: &Reading) -> Vec<FindingDraft> {
    let in_row = |row: &TableRow| {
        let others = || row.cells.iter().filter(|cell| !cell.is_own && cell.value.kind == Some(ValueKind::Target));
        let mut pairs = row
            .own_cells_of(ValueKind::Target)
            .flat_map(|own| others().filter(|other| other.value.year == own.value.year).map(move |other| (own, other)));
        let (own, province, scope) = pairs.find_map(|(own, other)| {
            let (own, province) = (row.figure(own)?, row.figure(other)?);
            let direction = direction_of_both(&own, &province)?;
            let is_looser = quantity::is_better(province.number, own.number, direction);
            let is_told = is_looser && !keeps_pace(row, &own, &province);
            is_told.then_some((own, province, other.value.scope.as_deref()))
        })?;
        let scope: &dyn Display = scope.as_ref().map_or(&targets::LEVEL_ABOVE, |scope| scope);
        let (name, own_label, other_label) = (&row.row.name, own.label(), province.label());
        let what = targets::looser_than_scope(name, own_label, scope, other_label);
        Some(FindingDraft::new(Confidence::Low, what, [row.name.clone(), own.citation, province.citation]))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Whether a place that starts behind the province comes no further behind it by the target.
fn keeps_pace(row: &TableRow, own: &Figure, province: &Figure) -> bool {
    let is_start = |cell: &&Cell| cell.value.kind != Some(ValueKind::Target) && cell.value.number.is_some();
    let start = |is_own: bool| row.cells.iter().filter(is_start).rfind(|cell| cell.is_own == is_own);
    let Some((own_start, province_start)) = start(true).zip(start(false)) else { return false };
    let start_numbers = own_start.value.number.zip(province_start.value.number);
    own_start.value.year == province_start.value.year
        && start_numbers.is_some_and(|(one, other)| {
            let (gap_before, gap) = (one - other, own.number - province.number);
            gap_before.signum() == gap.signum() && gap.abs() <= gap_before.abs() + ROUNDING
        })
}

/// Which direction is better for two targets that can be compared: shares and rates, and not totals of a larger place.
fn direction_of_both(own: &Figure, province: &Figure) -> Option<Direction> {
    let is_rate = own.unit.as_deref().is_some_and(|unit| unit.contains(['/', '%', '‰', '岁']));
    quantity::better_direction(own).filter(|_| is_rate && !own.is_relative() && !province.is_relative())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    /// A table with one row of target and actual figure of the last period.
    fn last_period(row: &str) -> String {
        format!(
            "一、基础\n甲。\n\n主要指标完成情况\n\n领域\t主要指标\t“十四五”目标\t2025年\n健康\t{row}\n\t总人口（万人）\t50\t49\n"
        )
    }

    #[test]
    fn missed_targets_of_the_last_period() {
        for (row, expected) in [
            ("每千人口注册护士数（人）\t3.5\t2.8", &["[7] 每千人口注册护士数（人） | 3.5 | 2.8"][..]),
            ("30天再住院率（%）\t<2.4\t8.4", &["[7] 30天再住院率（%） | <2.4 | 8.4"]),
            ("医护比\t1:1.25\t1:1.20", &["[7] 医护比 | 1:1.25 | 1:1.20"]),
            ("每千人口注册护士数（人）\t3.5\t3.5", &[]),
            ("婴儿死亡率（‰）\t<6\t2.1", &[]),
            ("重大慢性病过早死亡率（%）\t比2020年降低5%\t13", &[]),
        ] {
            check(missed_targets, &[(&last_period(row), expected)]);
        }
    }

    /// A text above a table with one row: baseline, targets of the own place and of the province.
    fn ahead(text: &str, row: &str) -> String {
        format!(
            "一、目标\n{text}\n\n主要指标\n\n领域\t序号\t指标\t单位\t广东省\t\t东川市\t\n\t\t\t\t2025年\t2030年目标\t2025年\t2030年目标\n健康\t1\t{row}\n"
        )
    }

    #[test]
    fn targets_below_what_was_reached() {
        for (text, row, expected) in [
            ("甲。", "婴儿死亡率\t‰\t2.1\t<3\t1.7\t<3", &["[8] 婴儿死亡率 | 1.7 | <3"][..]),
            ("甲。", "婴儿死亡率\t‰\t2.1\t<3\t3.7\t<3", &[]),
            ("甲。", "居民健康素养水平\t%\t26\t30\t24\t30", &[]),
            (
                "到2030年，居民健康素养水平达到20%以上。",
                "居民健康素养水平\t%\t26\t30\t24\t30",
                &["[2, 8] 到2030年，居民健康素养水平达到20%以上 | 居民健康素养水平 | 24"],
            ),
        ] {
            check(looser_than_reached, &[(&ahead(text, row), expected)]);
        }
    }

    #[test]
    fn targets_below_the_provinces() {
        for (row, expected) in [
            ("居民健康素养水平\t%\t26\t32\t24\t29", &["[8] 居民健康素养水平 | 29 | 32"][..]),
            ("居民健康素养水平\t%\t—\t32\t—\t30", &["[8] 居民健康素养水平 | 30 | 32"]),
            ("居民健康素养水平\t%\t26\t32\t24\t30", &[]),
            ("居民健康素养水平\t%\t26\t30\t24\t30", &[]),
            ("经常参加体育锻炼人数\t万人\t4500\t5000\t100\t120", &[]),
        ] {
            check(looser_than_province, &[(&ahead("甲。", row), expected)]);
        }
    }
}
