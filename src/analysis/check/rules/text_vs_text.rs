//! Two sentences, or two tables, that give one metric different numbers for one year, or the same numbers for other years.
//! A metric is told once, with all places that give it a number for the year.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::difference::{Difference, are_comparable};
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::metric_index::MetricIndex;
use crate::model::{Confidence, ValueKind};
use crate::registry::name;
use crate::words::findings::figures;
use crate::words::{self, Sentence};

/// The most different values of a metric that are compared with one another.
const MOST_VALUES: usize = 12;

/// The most places that a finding lists.
const MOST_PLACES: usize = 20;

/// The figures of one metric for one year that are targets, or that are results: their positions in a list.
type Group = Vec<usize>;

/// What puts figures into one group: the metric, the year, whether they are targets.
type GroupKey = (String, Option<u16>, bool);

/// The groups of some figures, in the order of their first ones.
fn groups<'f>(figures: impl Iterator<Item = &'f Figure<'f>>) -> Vec<Group> {
    let mut numbers: HashMap<GroupKey, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (at, figure) in figures.enumerate().filter(|(_, figure)| figure.year.is_some()) {
        let metric = figure.metric.index_keys().into_iter().next().unwrap_or_default();
        let key = (metric, figure.year, figure.kind == ValueKind::Target);
        let number = *numbers.entry(key).or_insert(groups.len());
        match groups.get_mut(number) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

/// Sentences with different numbers for one metric and year.
pub(crate) fn between_sentences(reading: &Reading) -> Vec<FindingDraft> {
    let figures = &reading.text_figures;
    let groups = groups(figures.iter());
    let mut drafts: Vec<FindingDraft> = groups.iter().filter_map(|group| within_group(figures, group)).collect();
    drafts.extend(between_names(figures, &groups));
    drafts
}

/// The first figure of each value that a group states.
fn values<'f, 'a>(figures: &'f [Figure<'a>], group: &Group) -> Vec<&'f Figure<'a>> {
    let mut values: BTreeMap<String, &Figure> = BTreeMap::new();
    let mut order = Vec::new();
    for figure in group.iter().filter_map(|at| figures.get(*at)) {
        let value = format!("{} {:?} {:?}", figure.number, figure.comparator, figure.unit);
        if values.insert(value.clone(), figure).is_none() {
            order.push(figure);
        }
        if order.len() == MOST_VALUES {
            break;
        }
    }
    order
}

/// One finding for the figures of a metric, where two of its sentences differ.
fn within_group(figures: &[Figure], group: &Group) -> Option<FindingDraft> {
    let values = values(figures, group);
    let pairs =
        values.iter().enumerate().flat_map(|(at, one)| values.iter().skip(at + 1).map(move |other| (*one, *other)));
    let differing: Vec<(&Figure, &Figure, Difference)> = pairs
        .filter(|(one, other)| one.citation.line != other.citation.line)
        .filter_map(|(one, other)| Some((one, other, Difference::between(one, other)?)))
        .collect();
    let (one, other, difference) = differing.first()?;
    let (name, year, remark) = (&one.metric.name, one.year_label(), difference.remark(other));
    // Values that agree with the first one are no third version.
    let further: Vec<Sentence> = values
        .iter()
        .filter(|value| value.raw != one.raw && value.raw != other.raw)
        .filter(|value| differing.iter().any(|(_, differs, _)| std::ptr::eq(*differs, **value)))
        .map(|value| figures::one_more_place(&value.raw))
        .collect();
    let further = words::joined(&further, words::NOTHING);
    let what = figures::two_places(name, year, &one.raw, &other.raw, further, remark);
    let others = group.iter().filter_map(|at| figures.get(*at)).map(|figure| figure.citation.clone());
    let citations = [one.citation.clone(), other.citation.clone()].into_iter().chain(others.take(MOST_PLACES));
    let confidence = differing.iter().map(|(.., difference)| difference.confidence).min();
    Some(FindingDraft::new(confidence.unwrap_or(difference.confidence), what, in_order(citations)))
}

/// Citations in the order of the document, so that the same places always make the same finding.
fn in_order(citations: impl Iterator<Item = Citation>) -> Vec<Citation> {
    let mut citations: Vec<Citation> = citations.collect();
    citations.sort_by_key(|citation| citation.line);
    citations
}

/// One finding for two groups whose names are alike and not the same, where their first values differ.
fn between_names(figures: &[Figure], groups: &[Group]) -> Vec<FindingDraft> {
    let firsts: Vec<(usize, &Figure)> =
        groups.iter().filter_map(|group| group.first()).filter_map(|at| Some((*at, figures.get(*at)?))).collect();
    let index = MetricIndex::new(firsts.iter().map(|(_, figure)| &figure.metric).enumerate());
    let mut drafts = Vec::new();
    for (at, (_, one)) in firsts.iter().enumerate() {
        let later = index.candidates(&one.metric).into_iter().filter(|other| *other > at);
        for (_, other) in later.filter_map(|other| firsts.get(other)) {
            let is_pair = are_comparable(one, other) && one.citation.line != other.citation.line;
            let Some(difference) =
                Some(is_pair).filter(|is_pair| *is_pair).and_then(|_| Difference::between(one, other))
            else {
                continue;
            };
            let (name, year, remark) = (&one.metric.name, one.year_label(), difference.remark(other));
            let what = figures::two_places(name, year, &one.raw, &other.raw, words::NOTHING, remark);
            let citations = [one.citation.clone(), other.citation.clone()];
            drafts.push(FindingDraft::new(difference.confidence, what, citations));
        }
    }
    drafts
}

/// Two sentences that set the same numbers for one metric, by different years.
pub(crate) fn same_numbers_other_years(reading: &Reading) -> Vec<FindingDraft> {
    let list_years = |years: &[u16]| {
        let years: Vec<Sentence> = years.iter().map(figures::year).collect();
        words::joined(&years, words::AND)
    };
    let mut firsts = HashMap::new();
    let mut drafts = Vec::new();
    for other in &reading.series_targets {
        let one = *firsts.entry((name::key(&other.name), &other.values)).or_insert(other);
        if one.years != other.years {
            let (name, years, other_years) = (&one.name, list_years(&one.years), list_years(&other.years));
            let what = figures::two_years(name, years, other_years);
            drafts.push(FindingDraft::new(Confidence::High, what, [one.citation.clone(), other.citation.clone()]));
        }
    }
    drafts
}

/// Tables with different numbers for one metric, year and kind of value. Each is told once, at the first other table.
pub(crate) fn between_tables(reading: &Reading) -> Vec<FindingDraft> {
    let printed: Vec<_> = reading.table_figures().collect();
    let figures: Vec<&Figure> = printed.iter().map(|(figure, _)| figure).collect();
    let is_sure = |difference: &Difference, one: &Figure| {
        difference.similarity == Similarity::Same && !one.metric.is_incomparable
    };
    let in_group = |group: &Group| {
        let (one, row) = printed.get(*group.first()?)?;
        group.iter().take(MOST_PLACES).filter_map(|at| printed.get(*at)).find_map(|(other, other_row)| {
            let difference = Difference::between(one, other).filter(|difference| is_sure(difference, one))?;
            (row.table.id != other_row.table.id).then(|| {
                let (name, year) = (&one.metric.name, one.year_label());
                let what = figures::two_tables(name, year, &one.raw, &other.raw);
                let citations = row.cite_with(&one.citation).into_iter().chain(other_row.cite_with(&other.citation));
                FindingDraft::new(difference.confidence, what, citations)
            })
        })
    };
    groups(figures.into_iter()).iter().filter_map(in_group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn a_metric_is_told_once() {
        check(
            between_sentences,
            &[
                (
                    "一、目标\n到2030年，义务教育巩固率达到96%。\n二、任务\n到2030年，义务教育巩固率达到97%。\n三、保障\n到2030年，义务教育巩固率达到98%。\n",
                    &[
                        "[2, 4, 6] 到2030年，义务教育巩固率达到96% | 到2030年，义务教育巩固率达到97% | 到2030年，义务教育巩固率达到98%",
                    ],
                ),
                ("一、目标\n到2030年，东山县义务教育巩固率达到96%。\n到2030年，西水县义务教育巩固率达到97%。\n", &[]),
                (
                    "（一）东山县\n到2030年，义务教育巩固率达到96%。\n（二）西水县\n到2030年，义务教育巩固率达到97%。\n",
                    &[],
                ),
            ],
        );
    }
}
