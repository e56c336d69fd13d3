//! The indicators of another plan: which of its targets were met, which ask for less here, which are not found.

use std::collections::HashSet;

use crate::analysis::check::against::{Pair, Relation};
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::{Metric, Similarity};
use crate::analysis::check::reading::metric_index::MetricIndex;
use crate::analysis::check::reading::quantity;
use crate::model::{Confidence, Finding, FindingKind, ValueKind};
use crate::registry::name;
use crate::text::fold::fold_cell;
use crate::words::findings::against;

/// The most indicators that are looked for. Each that is not listed is looked for in the whole text.
const MOST_INDICATORS: usize = 2_000;

/// An indicator of the other plan: a row of a table, or a target of the text that the registry knows.
struct Asked<'p, 'a> {
    metric: &'p Metric<'a>,
    /// The last of its targets that is a number; `None` for a row of words.
    target: Option<Figure<'a>>,
    /// Its name or sentence as printed, and where it stands.
    citation: &'p Citation,
}

pub(super) fn compare(pair: &Pair) -> Vec<Finding> {
    let own = Own::new(pair);
    let mut findings = Vec::new();
    for asked in asked(pair) {
        let Some(target) = &asked.target else {
            if !own.lists(asked.metric) {
                findings.push(unlisted(pair, &own, &asked));
            }
            continue;
        };
        if pair.relation == Relation::Earlier
            && let Some(result) = own.result_of(target)
        {
            findings.extend(judged(pair, target, result));
        }
        match own.target_like(pair, target) {
            Some(own) => findings.extend(looser(pair, target, own)),
            None if !own.lists(asked.metric) => findings.push(unlisted(pair, &own, &asked)),
            None => findings.extend(unquantified(pair, &own, target)),
        }
    }
    findings
}

/// The indicators of the other plan, each once: its rows, and then what only its text asks for.
fn asked<'p, 'a>(pair: &'p Pair<'a>) -> Vec<Asked<'p, 'a>> {
    let other = &pair.other;
    let last = |targets: Vec<Figure<'a>>| targets.into_iter().max_by_key(|target| target.year);
    let is_absolute = |figure: &Figure| figure.kind == ValueKind::Target && !figure.is_relative();
    let rows = other.rows.iter().map(|row| Asked {
        metric: &row.metric,
        target: last(row.own_figures().filter(is_absolute).collect()),
        citation: &row.name,
    });
    let mut all: Vec<Asked> = Vec::new();
    let in_text = other.text_figures.iter().filter(|figure| is_absolute(figure) && figure.metric.indicator.is_some());
    let in_text = in_text.filter(|figure| figure.metric.is_own && figure.metric.owner.is_none());
    let in_text = in_text.filter(|figure| other.rows_like(&figure.metric).next().is_none()).map(|figure| Asked {
        metric: &figure.metric,
        target: Some(figure.clone()),
        citation: &figure.citation,
    });
    // An indicator that is printed in two tables, or in two sentences, is asked for once.
    let mut ids = HashSet::new();
    for asked in rows.chain(in_text).take(MOST_INDICATORS) {
        let key = asked.metric.indicator_id().map_or_else(|| name::loose(&asked.metric.name), str::to_owned);
        if ids.insert((key, asked.metric.is_incomparable)) {
            all.push(asked);
        }
    }
    all
}

/// What the plan itself says, by what similar names share.
struct Own<'p, 'a> {
    figures: Vec<Figure<'a>>,
    index: MetricIndex,
    /// What has no number: targets in words, and the names of rows; each with its place.
    worded: Vec<(&'p Metric<'a>, &'p Citation)>,
    worded_index: MetricIndex,
    /// Its whole text without white space and marks that differ from print to print.
    text: String,
}

impl<'p, 'a> Own<'p, 'a> {
    fn new(pair: &'p Pair<'a>) -> Self {
        let own = &pair.own;
        let figures: Vec<Figure> =
            own.table_figures().map(|(figure, _)| figure).chain(own.text_figures.iter().cloned()).collect();
        let index = MetricIndex::new(figures.iter().map(|figure| &figure.metric).enumerate());
        let in_words = own.worded_targets.iter().map(|target| (&target.metric, &target.citation));
        let worded: Vec<_> = in_words.chain(own.rows.iter().map(|row| (&row.metric, &row.name))).collect();
        let worded_index = MetricIndex::new(worded.iter().map(|(metric, _)| *metric).enumerate());
        let text = own.passages.iter().map(|passage| fold_cell(passage.text).to_lowercase()).collect();
        Self { figures, index, worded, worded_index, text }
    }

    /// The figures of a metric, those in tables first.
    fn like(&self, metric: &Metric<'a>) -> Vec<&Figure<'a>> {
        let found = self.index.candidates(metric).into_iter().filter_map(|at| self.figures.get(at));
        let is_like = |figure: &&Figure| figure.metric.similarity(metric) >= Some(Similarity::Variant);
        found.filter(is_like).collect()
    }

    /// Whether the plan prints the indicator: with a number, in words, or as a row.
    fn lists(&self, metric: &Metric<'a>) -> bool {
        !self.like(metric).is_empty() || self.worded_place(metric).is_some()
    }

    /// Where the plan prints the indicator in words, or as a row.
    fn worded_place(&self, metric: &Metric<'a>) -> Option<Citation> {
        let mut found = self.worded_index.candidates(metric).into_iter().filter_map(|at| self.worded.get(at));
        let found = found.find(|(own, _)| own.similarity(metric).is_some());
        found.map(|(_, place)| (*place).clone())
    }

    fn mentions(&self, metric: &Metric) -> bool {
        let key = name::key(&metric.name);
        !key.is_empty() && self.text.contains(&key)
    }

    /// What was reached of a target: the last result, of the year of the target or the one before or behind.
    fn result_of(&self, target: &Figure<'a>) -> Option<&Figure<'a>> {
        let due = target.year?;
        let is_result = |figure: &&Figure| figure.kind != ValueKind::Target && !figure.is_relative();
        let near = self.like(&target.metric).into_iter().filter(is_result).filter(|figure| {
            figure.year.is_some_and(|year| year.abs_diff(due) <= 1) && quantity::convert(figure, target).is_some()
        });
        // That of the very year first; of equal ones the first, which is a table's.
        near.min_by_key(|figure| figure.year.map(|year| year.abs_diff(due)))
    }

    /// The target that the plan itself sets for the same: of a later year against its last plan, of the same year against the
    /// level above.
    fn target_like(&self, pair: &Pair, target: &Figure<'a>) -> Option<&Figure<'a>> {
        let is_target = |figure: &&Figure| {
            figure.kind == ValueKind::Target && !figure.is_relative() && quantity::convert(figure, target).is_some()
        };
        let fits = |figure: &&Figure| match pair.relation {
            Relation::Earlier => figure.year > target.year,
            Relation::Above => figure.year == target.year,
        };
        self.like(&target.metric).into_iter().filter(is_target).filter(fits).max_by_key(|figure| figure.year)
    }
}

/// Whether a target of the last plan was met by what this one prints; `None` where nobody can tell which direction is better.
fn judged(pair: &Pair, target: &Figure, result: &Figure) -> Option<Finding> {
    let direction = quantity::better_direction(target)?;
    let reached = quantity::convert(result, target)?;
    let is_missed = quantity::is_better(target.number, reached, direction);
    let is_same = result.metric.similarity(&target.metric) == Some(Similarity::Same);
    let confidence = if is_same && result.year == target.year { Confidence::High } else { Confidence::Medium };
    let (name, asked, reached) = (&target.metric.name, target.label(), result.label());
    let (kind, what) = if is_missed {
        (FindingKind::MissedTarget, against::missed(name, asked, reached))
    } else {
        (FindingKind::MetTarget, against::met(name, asked, reached))
    };
    Some(pair.finding((kind, confidence), what, std::slice::from_ref(&result.citation), &[&target.citation.quote]))
}

/// A target of this plan that asks for less than the other one did.
fn looser(pair: &Pair, target: &Figure, own: &Figure) -> Option<Finding> {
    let direction = quantity::better_direction(target)?;
    // A part of a place does not have the totals of the whole.
    let is_rate = target.unit.as_deref().is_some_and(|unit| unit.contains(['/', '%', '‰', '岁']));
    if pair.relation == Relation::Above && !is_rate {
        return None;
    }
    let number = quantity::convert(own, target)?;
    let is_bound_turned = quantity::better_direction(own).is_some_and(|of_own| of_own != direction);
    if is_bound_turned || !quantity::is_better(target.number, number, direction) {
        return None;
    }
    let is_same = own.metric.similarity(&target.metric) == Some(Similarity::Same);
    let confidence = if is_same { Confidence::High } else { Confidence::Medium };
    let what = against::looser(&target.metric.name, pair.relation.name(), target.label(), own.label());
    Some(pair.finding(
        (FindingKind::LooserTarget, confidence),
        what,
        std::slice::from_ref(&own.citation),
        &[&target.citation.quote],
    ))
}

/// A target in numbers for which this plan has the indicator and no number to reach.
fn unquantified<'a>(pair: &Pair, own: &Own<'_, 'a>, target: &Figure<'a>) -> Option<Finding> {
    let like = own.like(&target.metric);
    if like.iter().any(|figure| figure.kind == ValueKind::Target) {
        return None;
    }
    let what = against::unquantified(&target.metric.name, pair.relation.name(), target.label());
    let place = like.first().map(|figure| figure.citation.clone()).or_else(|| own.worded_place(&target.metric))?;
    Some(pair.finding((FindingKind::LooserTarget, Confidence::Low), what, &[place], &[&target.citation.quote]))
}

/// An indicator of the other plan that this one does not list.
fn unlisted(pair: &Pair, own: &Own, asked: &Asked) -> Finding {
    let place = pair.place(asked.citation.node.as_deref());
    let name = asked.metric.name.as_str();
    let target = asked.target.as_ref().map(Figure::label).unwrap_or_default();
    let level = pair.relation.name();
    let (what, confidence) = if own.mentions(asked.metric) {
        (against::mentioned(name, level, place, target), Confidence::Low)
    } else if asked.metric.indicator.is_some() {
        (against::unlisted(name, level, place, target), Confidence::High)
    } else {
        (against::unlisted(name, level, place, target), Confidence::Medium)
    };
    pair.finding((FindingKind::UnlistedIndicator, confidence), what, &[], &[&asked.citation.quote])
}
