//! A verb of change against its own two numbers: 由45%降低到52%.

mod later_clause;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextClause, TextNumber};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::direction::later_clause::changes_over_clauses;
use crate::lexicon::change::{FALLING, RISING};
use crate::lexicon::metric::{LESS_IS_BETTER, MORE_IS_BETTER};
use crate::lexicon::time::START_YEAR_PREFIXES;
use crate::lexicon::value::KEEPING_VERBS;
use crate::model::Confidence;
use crate::words::findings::figures;

/// Most characters between the word for where a change starts and its number: 由2025年的.
const LONGEST_START: usize = 12;

/// Changes whose verb says the opposite of what their numbers do.
pub(crate) fn verbs_against_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage =
        |passage| numbers::split_clauses(passage).filter_map(move |clause| against_numbers(passage, &clause));
    let over_clauses = reading.passages.iter().filter(|passage| !passage.is_title()).flat_map(changes_over_clauses);
    reading.passages.iter().flat_map(in_passage).chain(over_clauses).collect()
}

fn against_numbers(passage: &Passage, clause: &TextClause) -> Option<FindingDraft> {
    let numbers = numbers::find_numbers(clause.chars);
    numbers.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let Some((start, is_rise)) = change(clause.chars, one, other) else {
            return for_the_worse(passage, clause, one, other);
        };
        let is_against = if is_rise { other.value < one.value } else { other.value > one.value };
        is_against.then(|| {
            let say = if is_rise { figures::rise_that_falls } else { figures::fall_that_rises };
            let what = say(one.value, other.value);
            FindingDraft::new(Confidence::High, what, [passage.cite(clause.from + start, clause.from + other.to)])
        })
    })
}

/// A change for the worse whose verb tells no direction, by the name of its metric: 死亡率由2.8‰控制到3.2‰以内.
fn for_the_worse(passage: &Passage, clause: &TextClause, one: &TextNumber, other: &TextNumber) -> Option<FindingDraft> {
    let from = one.from.saturating_sub(LONGEST_START);
    let before: String = clause.chars.get(from..one.from)?.iter().collect();
    let (at, _) = START_YEAR_PREFIXES.iter().filter_map(|word| before.rmatch_indices(word).next()).max()?;
    let start = from + before.get(..at)?.chars().count();
    let between: String = clause.chars.get(one.to..other.from)?.iter().collect();
    let verb = between.split(|c: char| c.is_ascii_digit()).next().unwrap_or(&between);
    let name: String = clause.chars.get(..start)?.iter().collect();
    let is_worse =
        LESS_IS_BETTER.ends(&name) && other.value > one.value || MORE_IS_BETTER.ends(&name) && other.value < one.value;
    (is_worse && KEEPING_VERBS.contains(verb) && one.unit == other.unit && !one.unit.is_empty()).then(|| {
        let name: String = name.chars().rev().take_while(|c| c.is_alphanumeric()).collect();
        let name: String = name.chars().rev().collect();
        let what = figures::change_for_worse(&name, one.value, other.value);
        let lead = start - name.chars().count();
        FindingDraft::new(Confidence::Medium, what, [passage.cite(clause.from + lead, clause.from + other.to)])
    })
}

/// Where the words of a change from one number to another begin, and whether its verb is one of rising; `None` where the
/// two numbers are not the ends of one change.
fn change(chars: &[char], one: &TextNumber, other: &TextNumber) -> Option<(usize, bool)> {
    if !one.unit.is_empty() && one.unit != other.unit {
        return None;
    }
    let from = one.from.saturating_sub(LONGEST_START);
    let before: String = chars.get(from..one.from)?.iter().collect();
    let (at, _) = START_YEAR_PREFIXES.iter().filter_map(|word| before.rmatch_indices(word).next()).max()?;
    let start = from + before.get(..at)?.chars().count();
    let between: String = chars.get(one.to..other.from)?.iter().collect();
    // 降低到2030年的52%: the year is no part of the verb.
    let head = between.split(|c: char| c.is_ascii_digit()).next().unwrap_or(&between);
    Some((start, rises(head)?))
}

/// Whether the verb of coming to a number that a text ends with is one of rising (提高到) or of falling (降至); `None` for
/// another text.
fn rises(text: &str) -> Option<bool> {
    let verb = text.strip_suffix(['到', '至', '为'])?.chars().next_back()?;
    let is_rise = RISING.contains(verb);
    (is_rise || FALLING.contains(verb)).then_some(is_rise)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn verbs_that_say_the_opposite() {
        check(
            verbs_against_numbers,
            &[
                ("一、目标\n自付比例由45%降低到52%。\n", &["[2] 由45%降低到52%"]),
                ("一、目标\n医师数从2025年的3.2人提高至2030年的2.9人。\n", &["[2] 从2025年的3.2人提高至2030年的2.9人"]),
                ("一、目标\n自付比例由45%降低到38%，床位从900张增加到1200张。\n", &[]),
                (
                    "一、目标\n婴儿死亡率由2025年的2.8‰控制到2030年的3.2‰以内，老年人健康管理率由2025年的72%达到2030年的68%。\n",
                    &[
                        "[2] 婴儿死亡率由2025年的2.8‰控制到2030年的3.2‰",
                        "[2] 老年人健康管理率由2025年的72%达到2030年的68%",
                    ],
                ),
                (
                    "一、目标\n婴儿死亡率由2025年的2.8‰控制到2030年的2.6‰以内，健康管理率由2025年的72%达到2030年的78%。\n",
                    &[],
                ),
                (
                    "一、目标\n系统管理率2020年为91.6%，到2025年达到90%，服务更好。2020年，全县每千人口执业医师数2.8人，比2015年提高0.4人，到2025年，提高到2.5人。\n",
                    &[
                        "[2] 系统管理率2020年为91.6%，到2025年达到90%",
                        "[2] 全县每千人口执业医师数2.8人，比2015年提高0.4人，到2025年，提高到2.5人",
                    ],
                ),
                (
                    "一、目标\n系统管理率2020年为91.6%，到2025年达到90%以上。2020年床位300张，到2025年护士增加到280张，2026年降至100张。素养水平2020年底为21%，2025年提升到26%。\n",
                    &[],
                ),
                // Another unit, another subject.
                ("一、目标\n投资从9800万元增加到1.2亿元，由3家医院提高到2级。\n", &[]),
            ],
        );
    }
}
