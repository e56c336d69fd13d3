//! Parts that a sentence says to be all of their whole, in other words than 其中: 14所，由中心卫生院5所和一般卫生院8所组成; 1500张，由三家医院分别承担
//! 900张、400张和150张; 资金8000万元，来源为省级补助3000万元、县级配套4000万元.

use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::sum::{is_counted, round};
use crate::lexicon::change::{CHANGE_VERBS, COMPARED};
use crate::lexicon::count::{
    COMPOSED_BEHIND, DISTRIBUTIVES, NOTHING_ELSE, OVERLAPS, PART_OPENINGS, WHOLE_LIST_OPENINGS,
};
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::value::{ABOUT, COMPARISONS, OR_LESS, OR_MORE, OR_SO};
use crate::model::Confidence;
use crate::words::findings::figures;

/// Most characters between a whole and its first part, and between two parts.
const TO_LIST: usize = 44;
const TO_NEXT: usize = 20;

/// Most characters behind the last part that say that there is nothing else.
const BEHIND: usize = 16;

/// By how many times a whole may differ from the sum of its parts; a larger difference rather is of other things.
const MOST_TIMES: f64 = 1.6;

/// The most parts of one list.
const MOST_PARTS: usize = 30;

/// Wholes whose parts, which the sentence says to be all, come to another number.
pub(super) fn wrong_sums(passage: &Passage) -> Vec<FindingDraft> {
    let amounts = amount::find_amounts(&passage.chars);
    (0..amounts.len()).filter_map(|at| wrong_sum(passage, amounts.get(at..)?)).collect()
}

fn wrong_sum(passage: &Passage, amounts: &[Amount]) -> Option<FindingDraft> {
    let (whole, rest) = amounts.split_first()?;
    let unit = &whole.unit;
    if !(is_counted(unit) || unit == "公顷" || unit == "亩") || is_rough(passage, whole) || is_of_each(passage, whole)
    {
        return None;
    }
    let parts = parts(passage, whole, rest);
    let (first, last) = (parts.first()?, parts.last().filter(|_| parts.len() > 1)?);
    let between: String = passage.chars.get(whole.to..first.from)?.iter().collect();
    let all: String = passage.chars.get(whole.to..last.to)?.iter().collect();
    let sentence: String = passage.chars.iter().skip(last.to).take_while(|c| !SENTENCE_ENDS.contains(**c)).collect();
    let behind: String = sentence.chars().take(BEHIND).collect();
    let is_composed = between.contains('由') && COMPOSED_BEHIND.begins(behind.trim_start_matches('的'));
    let is_opened = WHOLE_LIST_OPENINGS.is_in(&between) && !PART_OPENINGS.is_in(&between);
    let is_closed = NOTHING_ELSE.is_in(&sentence);
    let is_open = OVERLAPS.is_in(&all) || OVERLAPS.is_in(&sentence) || behind.starts_with('等');
    if is_open || !(is_composed || is_opened || is_closed) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let rounding = parts.iter().map(|part| part.half).sum::<f64>() + whole.half + amount::TOLERANCE;
    let is_near = sum <= whole.value * MOST_TIMES && whole.value <= sum * MOST_TIMES;
    let are_parts = parts.iter().all(|part| part.value < whole.value);
    ((sum - whole.value).abs() > rounding && is_near && are_parts).then(|| {
        let scale = whole.value / number_of(&whole.printed).filter(|number| *number > 0.0).unwrap_or(whole.value);
        let unit: String = whole.printed.chars().skip_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let what = figures::wrong_sum(round(sum / scale), unit, &whole.printed);
        let from = whole.from.saturating_sub(name_length(passage, whole));
        let to = last.to;
        FindingDraft::new(Confidence::Medium, what, [passage.cite(from, to)])
    })
}

/// The amounts in one list behind a whole that are counted as it is: each with a name of a few words, none in another sentence.
fn parts<'n>(passage: &Passage, whole: &Amount, rest: &'n [Amount]) -> Vec<&'n Amount> {
    let mut parts: Vec<&Amount> = Vec::new();
    let mut from = whole.to;
    for amount in rest.iter().take(MOST_PARTS) {
        let words: String = passage.chars.get(from..amount.from).unwrap_or_default().iter().collect();
        let most = if parts.is_empty() { TO_LIST } else { TO_NEXT };
        let is_broken = words.contains(['。', '；']) && !parts.is_empty() || words.contains('。');
        let is_other = CHANGE_VERBS.is_in(&words) || COMPARED.is_in(&words) || words.contains(['每', '均']);
        if amount.unit != whole.unit
            || words.chars().count() > most
            || is_broken
            || is_other
            || is_rough(passage, amount)
        {
            break;
        }
        parts.push(amount);
        from = amount.to;
    }
    parts
}

/// How many characters of the name of a whole stand before its number.
fn name_length(passage: &Passage, whole: &Amount) -> usize {
    let before = passage.chars.get(..whole.from).unwrap_or_default();
    before.iter().rev().take(TO_NEXT / 2).take_while(|c| is_han(**c)).count()
}

fn number_of(printed: &str) -> Option<f64> {
    printed.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect::<String>().parse().ok()
}

/// Whether an amount is a bound or about right.
fn is_rough(passage: &Passage, amount: &Amount) -> bool {
    let before: String =
        passage.chars.get(amount.from.saturating_sub(4)..amount.from).unwrap_or_default().iter().collect();
    let behind: String = passage.chars.iter().skip(amount.to).take(3).collect();
    let is_rough = COMPARISONS.ends(&before) || ABOUT.ends(&before) || before.ends_with(['近', '超', '逾']);
    is_rough || OR_MORE.begins(&behind) || OR_LESS.begins(&behind) || OR_SO.begins(&behind) || behind.starts_with('余')
}

/// Whether an amount is what each of several has.
fn is_of_each(passage: &Passage, amount: &Amount) -> bool {
    let before = passage.chars.get(..amount.from).unwrap_or_default();
    before.iter().rev().take(TO_NEXT).take_while(|c| is_han(**c)).any(|c| DISTRIBUTIVES.contains(*c) || *c == '均')
}
