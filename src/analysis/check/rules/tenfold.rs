//! A target that is many times its start, or a small part of it: a slipped decimal point, another unit, or a
//! start that was counted otherwise.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextClause};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::change::{FALLING, RISING};
use crate::lexicon::metric::{FAST_GROWING, MEASURED_OPENINGS};
use crate::lexicon::time::START_YEAR_PREFIXES;
use crate::model::{Confidence, ValueKind};
use crate::words::findings::figures;

/// The ratio from which on a change is reported whatever it is of.
const RATIO: f64 = 10.0;

/// The ratio from which on a change within [`FEW_YEARS`] is reported, if it is of something that grows slowly.
const STEEP: f64 = 4.5;

/// That ratio for shares of a whole, of which a campaign may reach several times as many as before.
const STEEP_SHARE: f64 = 6.0;

/// Most characters between the word for where a change starts and its number, and between its two numbers.
const LONGEST_START: usize = 12;

/// The most years in which a steep change is doubted.
const FEW_YEARS: u16 = 6;

/// Up to this number a count of single things may grow many times.
const SMALL_COUNT: f64 = 20.0;

/// How many times the value before it each value of a service is that was newly begun, apart from the tenfold step.
const NEW_SERVICE: f64 = 1.8;

/// Rows with a value that is many times the one in the column before, or a small part of it.
pub(crate) fn tenfold_changes(reading: &Reading) -> Vec<FindingDraft> {
    let in_rows = reading.rows.iter().filter_map(tenfold_change);
    let in_texts = reading.passages.iter().flat_map(|passage| {
        numbers::split_clauses(passage)
            .filter_map(move |clause| tenfold_in_clause(passage, &clause))
            .collect::<Vec<_>>()
    });
    in_rows.chain(in_texts).chain(tenfold_in_texts(reading)).collect()
}

/// Rates that the text says are to become tenfold what it says was reached, in two places.
fn tenfold_in_texts(reading: &Reading) -> Vec<FindingDraft> {
    let key = |figure: &Figure| figure.metric.index_keys().into_iter().next().unwrap_or_default();
    let figures =
        || reading.text_figures.iter().filter(|figure| figure.dated && !figure.is_relative() && figure.number > 0.0);
    let results = figures().filter(|figure| figure.kind == ValueKind::Actual);
    let reached: FxHashMap<String, &Figure> = results.map(|figure| (key(figure), figure)).collect();
    let targets = figures().filter(|figure| figure.kind == ValueKind::Target && is_rate(figure));
    let drafts = targets.filter_map(|target| {
        let start = reached.get(&key(target)).filter(|start| start.year < target.year && start.unit == target.unit)?;
        let ratio = (target.number / start.number).max(start.number / target.number);
        let is_plain = !FAST_GROWING.is_in(&target.metric.name) && !is_bound_met(target, start);
        (ratio >= RATIO && is_plain && start.citation.line != target.citation.line).then(|| {
            let what = figures::steep_change(&target.metric.name, start.label(), target.label(), figures::TENFOLD);
            FindingDraft::new(Confidence::Medium, what, [start.citation.clone(), target.citation.clone()])
        })
    });
    drafts.collect()
}

/// Whether a number is a share of a whole, or of so many people.
fn is_rate(figure: &Figure) -> bool {
    let unit = figure.unit.as_deref().unwrap_or_default();
    matches!(unit, "%" | "‰") || unit.contains('/') || MEASURED_OPENINGS.begins(&figure.metric.name)
}

/// A rate that a sentence lets change tenfold: 每万人口全科医生数由2.8人增加到36人.
fn tenfold_in_clause(passage: &Passage, clause: &TextClause) -> Option<FindingDraft> {
    let numbers = numbers::find_numbers(clause.chars);
    let text = |from: usize, to: usize| clause.chars.get(from..to).unwrap_or_default().iter().collect::<String>();
    numbers.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let lead = text(0, one.from);
        let between = text(one.to, other.from);
        let start = lead.get(lead.char_indices().rev().take(LONGEST_START).last()?.0..)?;
        let is_change = START_YEAR_PREFIXES.iter().any(|word| start.contains(word))
            && between.chars().count() <= LONGEST_START
            && between.contains(['到', '至', '为']);
        let is_share = matches!(one.unit.as_str(), "%" | "‰") || one.unit.contains('/');
        // A verb that says the opposite is told by another rule.
        let is_against = if other.value > one.value { &FALLING } else { &RISING };
        let is_against = between.chars().any(|c| is_against.contains(c));
        let is_rate = (is_share || MEASURED_OPENINGS.is_in(&lead)) && !is_against;
        let ratio = (other.value / one.value).max(one.value / other.value);
        let is_slip = is_change && is_rate && one.unit == other.unit && one.value > 0.0 && other.value > 0.0;
        (is_slip && ratio >= RATIO && !FAST_GROWING.is_in(&lead)).then(|| {
            let name = text(0, one.from - start.chars().count().min(one.from));
            let name: String = if name.is_empty() { lead.clone() } else { name };
            let what = figures::steep_change(
                name.trim(),
                text(one.from, one.to),
                text(other.from, other.to),
                figures::TENFOLD,
            );
            FindingDraft::new(Confidence::Medium, what, [passage.cite(clause.from, clause.from + other.to)])
        })
    })
}

fn tenfold_change(row: &TableRow) -> Option<FindingDraft> {
    let figures: Vec<Figure> =
        row.own_figures().filter(|figure| !figure.is_relative() && figure.number > 0.0).collect();
    let pairs = figures.windows(2).filter_map(|pair| if let [one, other] = pair { Some((one, other)) } else { None });
    // A table of the last period prints the target before what was reached.
    let in_order = pairs.map(|(one, other)| {
        let is_reversed = one.kind == ValueKind::Target && other.kind != ValueKind::Target;
        if is_reversed { (other, one) } else { (one, other) }
    });
    let is_new = is_newly_begun(row);
    let (start, target) = in_order
        .filter(|(_, target)| !is_new || target.kind == ValueKind::Target)
        .filter(|(start, target)| target.kind != ValueKind::Target || !is_bound_met(target, start))
        .find(|(start, target)| is_steep(row, start, target))?;
    let (name, before, after) = (&row.row.name, start.label(), target.label());
    let ratio = (target.number / start.number).max(start.number / target.number);
    let (size, confidence) =
        if ratio >= RATIO { (figures::TENFOLD, Confidence::Medium) } else { (figures::MANIFOLD, Confidence::Low) };
    let what = figures::steep_change(name, before, after, size);
    let citations = [row.name.clone(), start.citation.clone(), target.citation.clone()];
    Some(FindingDraft::new(confidence, what, citations))
}

/// Whether a row is of a service that was newly begun, so that what was reached may be many times the year before: its values rise from column to column, and beside the steepest step
/// another one multiplies them (45, 600, 2300, 9000), or the first one is none at all (0, 1.5, 18). A slipped point makes
/// one value stand out from others that differ little.
fn is_newly_begun(row: &TableRow) -> bool {
    let is_plain = |figure: &Figure| !figure.is_relative();
    let values: Vec<f64> = row.own_figures().filter(is_plain).map(|figure| figure.number).collect();
    let begins_at_none = values.first() == Some(&0.0);
    let values = if begins_at_none { values.get(1..).unwrap_or_default() } else { &values };
    let steps: Vec<f64> = values.windows(2).filter_map(|pair| Some(pair.get(1)? / pair.first()?)).collect();
    let n_steep = steps.iter().filter(|step| **step >= NEW_SERVICE).count();
    steps.iter().all(|step| *step > 1.0) && (n_steep > 1 || begins_at_none && n_steep == 1)
}

/// Whether two values of a row lie too far apart for the years between them. What was reached in two years may differ much
/// for many reasons, and a total grows with what it counts; of these only a tenfold change is told.
fn is_steep(row: &TableRow, start: &Figure, target: &Figure) -> bool {
    let ratio = (target.number / start.number).max(start.number / target.number);
    let is_share = start.unit.as_deref() == Some("%");
    let is_per_head = MEASURED_OPENINGS.is_in(&row.row.name);
    let is_whole = |figure: Figure| figure.number.fract() == 0.0;
    let is_small_count = !is_per_head && row.own_figures().all(is_whole) && start.number <= SMALL_COUNT;
    if FAST_GROWING.is_in(&row.row.name) || is_small_count && !is_share {
        return false;
    }
    let is_soon = matches!((start.year, target.year), (Some(one), Some(other)) if other.abs_diff(one) <= FEW_YEARS);
    let is_rate = is_share || is_per_head || start.unit.as_deref().is_none_or(|unit| unit.contains(['/', '‰']));
    let steep = if is_share { STEEP_SHARE } else { STEEP };
    ratio >= RATIO || is_soon && is_rate && target.kind == ValueKind::Target && ratio >= steep
}

/// Whether a target is a bound that the start already meets, or may meet as its better direction is unknown.
fn is_bound_met(target: &Figure, start: &Figure) -> bool {
    let is_better = |direction| quantity::is_better(target.number, start.number, direction);
    let is_met = |figure: &Figure| quantity::better_direction(figure).is_some_and(|direction| !is_better(direction));
    if target.is_exact() { is_met(target) } else { is_met(target) || quantity::better_direction(target).is_none() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    /// A text above a table with the row, and with one more.
    fn table(row: &str) -> String {
        format!(
            "一、指标\n甲。\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\n1\t{row}\n2\t婴儿死亡率\t‰\t2\t<2\n"
        )
    }

    #[test]
    fn values_many_times_their_start() {
        for (row, expected) in [
            ("每千人口公共卫生人员数\t人\t0.1\t≥1", &["[7] 每千人口公共卫生人员数 | 0.1 | ≥1"][..]),
            ("宫颈癌筛查覆盖率\t%\t10.1\t80", &["[7] 宫颈癌筛查覆盖率 | 10.1 | 80"]),
            ("农村黑臭水体治理率\t%\t12\t60", &[]),
            ("传染病发病数\t例\t210\t40", &[]),
            ("每千人口公共卫生人员数\t人\t0.7\t≥1", &[]),
            ("孕产妇死亡率\t/10万\t0.5\t<8", &[]),
            ("省级示范园区\t家\t1\t6", &[]),
        ] {
            check(tenfold_changes, &[(&table(row), expected)]);
        }
    }
}
