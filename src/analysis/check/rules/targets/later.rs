//! Targets of the text of which the one for a later year asks for less than the one for an earlier year: 2028年达到68%，2030年达到62%.

use std::collections::HashSet;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::metric_index::MetricIndex;
use crate::analysis::check::reading::quantity;
use crate::lexicon::change::{FALL_VERBS, LIFT_VERBS, RISE_VERBS};
use crate::lexicon::rate::HARMS;
use crate::lexicon::target::BEFORE_CEILINGS;
use crate::model::{Confidence, ValueKind};
use crate::registry::indicator::Direction;
use crate::words::findings::targets;

/// The most targets of one metric that one is compared with.
const MOST_COMPARED: usize = 24;

/// Targets of one metric that ease off from one year to the next, each metric once. Sums of what is done in a year may fall, so that
/// only shares and rates are compared.
pub(crate) fn looser_in_later_year(reading: &Reading) -> Vec<FindingDraft> {
    let is_rate = |figure: &Figure| {
        let unit = figure.unit.as_deref().unwrap_or_default();
        unit.contains(['/', '%', '‰', '岁']) && !unit.contains('点')
    };
    // 甲县、乙县普及率分别为95%、88% are no values of two years.
    let is_target = |figure: &&Figure| {
        !figure.metric.name.contains('、')
            && figure.kind == ValueKind::Target
            && figure.dated
            && figure.year.is_some()
            && !figure.is_relative()
            && is_rate(figure)
    };
    let figures: Vec<&Figure> = reading.text_figures.iter().filter(is_target).collect();
    let index = MetricIndex::new(figures.iter().map(|figure| &figure.metric).enumerate());
    let mut told: HashSet<&str> = HashSet::new();
    let mut drafts = Vec::new();
    for figure in &figures {
        let candidates = index.candidates(&figure.metric).into_iter().take(MOST_COMPARED);
        let mut earlier = candidates.filter_map(|at| figures.get(at)).filter(|other| {
            other.year < figure.year
                && other.metric.name == figure.metric.name
                && other.metric.similarity(&figure.metric) == Some(Similarity::Same)
        });
        let Some(other) = earlier.find(|other| is_looser(figure, other)) else { continue };
        if told.insert(&figure.metric.name) {
            let what = targets::looser_than_earlier(&figure.metric.name, other.label(), figure.label());
            let citations = [other.citation.clone(), figure.citation.clone()];
            drafts.push(FindingDraft::new(Confidence::Medium, what, citations));
        }
    }
    drafts
}

/// Whether a target asks for less than that of an earlier year, where both say the same of what is better.
fn is_looser(later: &Figure, earlier: &Figure) -> bool {
    let Some(direction) = direction(later).filter(|one| direction(earlier) == Some(*one)) else { return false };
    quantity::convert(earlier, later).is_some_and(|number| quantity::is_better(number, later.number, direction))
}

/// Which direction is better for a target: by its words, else by its metric.
fn direction(figure: &Figure) -> Option<Direction> {
    let raw = figure.raw.trim();
    let falls = FALL_VERBS.is_in(raw) || BEFORE_CEILINGS.is_in(raw);
    let rises = RISE_VERBS.is_in(raw) || LIFT_VERBS.is_in(raw);
    match quantity::better_direction(figure) {
        _ if falls == rises && falls => None,
        Some(direction) => Some(direction),
        None if falls => Some(Direction::Down),
        // 达到 is said of what is to rise.
        None if rises || raw.starts_with("达") && !HARMS.is_in(&figure.metric.name) => Some(Direction::Up),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn later_targets_that_ask_for_less() {
        check(
            looser_in_later_year,
            &[
                (
                    "一、目标\n到2028年，新生儿死亡率控制在1.8‰以内；到2030年，新生儿死亡率控制在2.2‰以内。\n",
                    &["[2] 新生儿死亡率控制在2.2‰以内"],
                ),
                ("一、目标\n到2028年，新生儿死亡率控制在2.2‰以内；到2030年，新生儿死亡率控制在1.8‰以内。\n", &[]),
                ("一、目标\n到2028年，城区绿化覆盖率达到45%；到2030年，镇区绿化覆盖率达到38%。\n", &[]),
                ("一、目标\n2028年新增托位800个，2030年新增托位400个。\n", &[]),
            ],
        );
    }
}
