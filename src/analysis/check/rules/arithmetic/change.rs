//! Changes that their two ends contradict: 由46张增加到60张，增加了24张; 由4000例下降到3000例，降幅15%; 由300张增加到600张，翻了两番.

use crate::analysis::check::reading::amount::{Amount, TOLERANCE};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::arithmetic::{REACH, closely_between, round};
use crate::lexicon::change::{
    BEFORE_CHANGE, BEFORE_MULTIPLES, DOUBLINGS, EVERY_YEAR, FALL_VERBS, FALLING, GROWTH_VERBS, LIFT_VERBS,
    MEANS_AND_PARTS, RATES_OF_CHANGE, REDUCING, RISE_VERBS, RISING,
};
use crate::lexicon::time::START_YEAR_PREFIXES;
use crate::lexicon::unit::POINTS;
use crate::model::Confidence;
use crate::words::findings::figures;

/// How far a change in percent may lie from the quotient of its ends, in percentage points, as each may be rounded.
const PERCENT_TOLERANCE: f64 = 1.0;

/// How far a multiple may lie from what 翻一番 says, as a share of it: planners round it.
const ROUGH: f64 = 0.2;

/// The unit in which multiples are counted (三倍).
const TIMES: &str = "倍";

/// How far a multiple in figures may lie from the quotient, as a share of it.
const MULTIPLE_TOLERANCE: f64 = 0.06;

/// Two amounts with what is a change from one to the other.
struct Ends<'a> {
    start: &'a Amount,
    end: &'a Amount,
}

/// The ends of a change: 由 before the first, a verb of change and 到 before the second; `None` for two other numbers.
fn ends<'a>(passage: &Passage, start: &'a Amount, end: &'a Amount) -> Option<Ends<'a>> {
    let before: String = passage.chars.get(start.from.saturating_sub(REACH / 2)..start.from)?.iter().collect();
    let is_start = START_YEAR_PREFIXES.iter().any(|word| before.contains(word));
    let verb = closely_between(passage, start, end)?;
    // 增加到2025年的60张: the year is no part of the verb.
    let verb =
        verb.split(|c: char| c.is_ascii_digit()).next()?.strip_suffix(['到', '至', '为'])?.chars().next_back()?;
    let is_change = RISING.contains(verb) || FALLING.contains(verb);
    // 由12万增加到36万: a scale may stand for the unit.
    let has_unit = !end.unit.is_empty() || start.half > 0.0 && end.half > 0.0;
    (is_start && is_change && start.unit == end.unit && has_unit).then_some(Ends { start, end })
}

/// A change from one number to another, and by how much, which is another number.
pub(super) fn wrong_change(passage: &Passage, before: &[Amount], change: &Amount) -> Option<FindingDraft> {
    let [.., start, end] = before else { return None };
    let Ends { start, end } = ends(passage, start, end)?;
    let words = closely_between(passage, end, change)?;
    let words = words.trim_end_matches(|c| BEFORE_CHANGE.contains(c));
    let verbs = [&GROWTH_VERBS, &FALL_VERBS, &REDUCING, &RISE_VERBS, &LIFT_VERBS, &RATES_OF_CHANGE];
    let is_change = verbs.into_iter().any(|verbs| verbs.ends(words));
    if !is_change || EVERY_YEAR.is_in(words) || MEANS_AND_PARTS.is_in(words) {
        return None;
    }
    let difference = (end.value - start.value).abs();
    let is_in_points = POINTS.contains(&change.unit) && end.unit == "%";
    let is_wrong = match () {
        () if change.unit == end.unit && end.unit != "%" || is_in_points => {
            (difference - change.value).abs() > 2.0 * (start.half + end.half + change.half) + TOLERANCE
        }
        () if change.unit == "%" && end.unit != "%" && start.value > 0.0 => {
            (difference / start.value * 100.0 - change.value).abs() > PERCENT_TOLERANCE + change.half
        }
        () => false,
    };
    is_wrong.then(|| {
        let (from, to) = (&start.printed, &end.printed);
        let what = if change.unit == "%" {
            figures::wrong_growth(from, to, difference / start.value * 100.0, &change.printed)
        } else {
            let unit = if is_in_points { &change.unit } else { &end.unit };
            figures::wrong_change(from, to, round(difference), unit, &change.printed)
        };
        FindingDraft::new(Confidence::High, what, [passage.cite(start.from, change.to)])
    })
}

/// How many times as much the end of a change is said to be as its start, where it is another number: 由12万增加到36万，是2021年的2.3倍.
pub(super) fn wrong_multiple(passage: &Passage, before: &[Amount], times: &Amount) -> Option<FindingDraft> {
    let [.., start, end] = before else { return None };
    let Ends { start, end } = ends(passage, start, end).filter(|ends| times.unit == TIMES && ends.start.value > 0.0)?;
    let words = closely_between(passage, end, times)?;
    let clause = words.strip_prefix('，')?;
    let is_of_start = BEFORE_MULTIPLES.begins(clause) && clause.ends_with('的') && !clause.contains('，');
    let real = end.value / start.value;
    (is_of_start && (real - times.value).abs() > MULTIPLE_TOLERANCE * times.value).then(|| {
        let what = figures::wrong_multiple(&start.printed, &end.printed, real, &times.printed);
        FindingDraft::new(Confidence::High, what, [passage.cite(start.from, times.to)])
    })
}

/// Changes that are said to double or quadruple a number (翻一番, 翻两番) and do not.
pub(super) fn wrong_doublings(passage: &Passage, amounts: &[Amount]) -> Vec<FindingDraft> {
    let judged = amounts.windows(2).filter_map(|pair| {
        let [start, end] = pair else { return None };
        let Ends { start, end } = ends(passage, start, end).filter(|ends| ends.start.value > 0.0)?;
        let behind: String = passage.chars.iter().skip(end.to).take(REACH / 2).take_while(|c| **c != '。').collect();
        let (word, times) = DOUBLINGS.iter().find(|(word, _)| behind.contains(word))?;
        let times_as_much = end.value / start.value;
        let is_wrong = (times_as_much - times).abs() > ROUGH * times;
        let to = end.to + behind.split_once(word)?.0.chars().count() + word.chars().count();
        is_wrong.then(|| {
            let what = figures::wrong_multiple(&start.printed, &end.printed, times_as_much, word);
            FindingDraft::new(Confidence::High, what, [passage.cite(start.from, to)])
        })
    });
    judged.collect()
}
