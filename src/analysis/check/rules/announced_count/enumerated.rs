//! Lists of any things whose number is said right behind them: 高血压、糖尿病、慢阻肺、脑卒中五种慢性病; 联席会议、信息通报、督导检查三项机制;
//! 预防、治疗、康复四位一体; and of things that each begin with 一 behind their number: “五个一”服务：建立一份档案、签订一份协议….

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::announced_count::listed::LARGEST_DIFFERENCE;
use crate::analysis::check::rules::announced_count::small_number;
use crate::lexicon::count::{
    BEFORE_NUMBERED_LISTS, ENUMERATED_COUNTERS, LIST_OPENINGS, LISTED_THINGS, ONE_OF_EACH, SUMMED_UP,
};
use crate::lexicon::heading::COUNTING_NUMERALS;
use crate::lexicon::target::{CONJUNCTION_CHARS, MAKING_VERBS, SUPPLYING_VERBS};
use crate::lexicon::term::STARTING_VERBS;
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Fewest things of a list, and most characters of one behind the first.
const FEWEST: usize = 3;
const LONGEST: usize = 9;

/// Characters of what the things of a list end in.
const ENDING: usize = 2;

/// The most characters of a list that are read.
const LONGEST_LIST: usize = 90;

/// Most characters between the number and the mark that opens a list.
const TO_LIST: usize = 8;

/// The lists of a text whose number behind them is another one.
pub(super) fn enumerated(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    (1..chars.len()).filter_map(|at| wrong_number(passage, at)).collect()
}

/// The list that ends before the numeral at a position, where that is another number.
fn wrong_number(passage: &Passage, at: usize) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let (number, _) = small_number(chars, at)?;
    let rest: String = chars.iter().skip(at + 1).take(LONGEST).collect();
    let is_joint = rest.starts_with("位一体");
    let counter = rest.chars().next().filter(|c| ENUMERATED_COUNTERS.contains(*c));
    // 个 counts what the list names only before a word for it: 三个环节, and not 三个项目.
    let is_listed = rest.strip_prefix('个').is_some_and(|noun| LISTED_THINGS.begins(noun));
    if !(counter.is_some() || is_joint || is_listed) {
        return None;
    }
    let before = chars.get(at.saturating_sub(LONGEST_LIST)..at)?;
    let start = before.iter().rposition(|c| !is_han(*c) && *c != '、').map_or(0, |mark| mark + 1);
    let (list, is_open) = match before.get(start..)? {
        [list @ .., '等'] => (list, true),
        list => (list, false),
    };
    let things = things(behind_earlier_sum(list))?;
    let number = usize::try_from(number).ok()?;
    let is_wrong = if is_open { things > number } else { things != number };
    (is_wrong && number > 1 && things.abs_diff(number) <= LARGEST_DIFFERENCE).then(|| {
        let n_counted = if is_joint { 4 } else { 2 };
        let named = chars.iter().skip(at + n_counted).take(LONGEST / 2).take_while(|c| is_han(**c)).count();
        let to = at + n_counted + if is_joint { 0 } else { named };
        let what = lists::listed_before(passage.cite(at, to).quote, things);
        let from = at - before.len() + start;
        FindingDraft::new(Confidence::Medium, what, [passage.cite(from, to)])
    })
}

/// What stands behind the last thing of a list that sums up another one: …等四种地方病和布鲁氏菌病、包虫病.
fn behind_earlier_sum(list: &[char]) -> &[char] {
    let is_sum = |pair: &[char]| matches!(pair, [numeral, counter] if COUNTING_NUMERALS.contains(*numeral) && ENUMERATED_COUNTERS.contains(*counter));
    let Some(sum) = list.windows(2).rposition(is_sum) else { return list };
    let joint = list.iter().skip(sum).position(|c| *c == '、' || CONJUNCTION_CHARS.contains(*c));
    joint.and_then(|joint| list.get(sum + joint + 1..)).unwrap_or(list)
}

/// How many things a list holds; `None` where it is none, or where its number is open. What stands before the first name
/// belongs to the sentence.
fn things(list: &[char]) -> Option<usize> {
    let parts: Vec<&[char]> = list.split(|c| *c == '、').collect();
    let (first, others) = parts.split_first().filter(|(_, others)| others.len() + 1 >= FEWEST - 1)?;
    let (final_thing, middle) = others.split_last()?;
    let joint = final_thing.iter().position(|c| CONJUNCTION_CHARS.contains(*c));
    // 危重孕产妇救治、危重儿童和新生儿救治: what all things end in stands once behind the two.
    let ends_like = |one: &[char], other: &[char]| {
        one.len() > ENDING && one.get(one.len() - ENDING..) == other.get(other.len().saturating_sub(ENDING)..)
    };
    let is_one = |at: usize| {
        let (left, right) = (final_thing.get(..at).unwrap_or_default(), final_thing.get(at + 1..).unwrap_or_default());
        middle.iter().any(|other| ends_like(other, right)) && !ends_like(left, right)
    };
    let joint = joint.filter(|at| !is_one(*at));
    let is_thing = |thing: &&[char]| {
        (2..=LONGEST).contains(&thing.len())
            && !thing
                .iter()
                .any(|c| (CONJUNCTION_CHARS.contains(*c) && joint.is_some()) || BEFORE_NUMBERED_LISTS.contains(*c))
    };
    // A list of places and offices is summed up by another rule.
    let is_place = others.iter().all(|thing| thing.last().is_some_and(|c| SUMMED_UP.contains(*c)));
    let lasts: Vec<&[char]> = match joint.and_then(|at| final_thing.split_at_checked(at)) {
        Some((one, other)) => vec![one, other.get(1..)?],
        None => vec![final_thing],
    };
    let is_first = first.len() >= 2 && !first.iter().any(|c| CONJUNCTION_CHARS.contains(*c));
    let number = 1 + middle.len() + lasts.len();
    let sentence: String = final_thing.iter().collect();
    if STARTING_VERBS.is_in(&sentence) || MAKING_VERBS.is_in(&sentence) || SUPPLYING_VERBS.is_in(&sentence) {
        return None;
    }
    let are_things = middle.iter().chain(&lasts).all(is_thing);
    (is_first && are_things && !is_place && number >= FEWEST).then_some(number)
}

/// The lists behind “五个一” of which each item has one thing, where there is another number of them.
pub(super) fn ones(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let found = (0..chars.len()).filter_map(|at| {
        let numeral = chars.get(at).filter(|c| COUNTING_NUMERALS.contains(**c))?;
        (chars.get(at + 1..at + 3)? == ['个', '一']).then_some(())?;
        let number = usize::try_from(numeral::parse(&numeral.to_string())?).ok()?;
        let colon = (at + 3..=at + 3 + TO_LIST).find(|at| matches!(chars.get(*at), Some('：' | ':')))?;
        let to = (colon..chars.len()).find(|at| chars.get(*at) == Some(&'。')).unwrap_or(chars.len());
        let items: Vec<&[char]> = chars.get(colon + 1..to)?.split(|c| matches!(c, '、' | '，' | '；')).collect();
        let has_one = |item: &&[char]| {
            item.windows(2).any(|pair| matches!(pair, ['一', measure] if ONE_OF_EACH.contains(*measure)))
        };
        let is_wrong = items.len() >= FEWEST
            && items.iter().all(has_one)
            && items.len() != number
            && items.len().abs_diff(number) <= LARGEST_DIFFERENCE;
        is_wrong.then(|| {
            let citation = passage.cite(at, at + 3);
            let what = lists::listed_behind(&citation.quote, items.len());
            FindingDraft::new(Confidence::Medium, what, [citation, passage.cite(colon + 1, to)])
        })
    });
    found.collect()
}

/// The lists behind a formula of counted words in quotation marks, of which each item has one: “三减三健”，即减盐、减油、减糖，….
pub(super) fn formulas(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let opens = (0..chars.len()).filter(|at| chars.get(*at) == Some(&'“'));
    opens.filter_map(|open| formula_at(passage, open)).collect()
}

/// The formula whose quotation mark opens at a position, if the list behind it has another number of one of its words.
fn formula_at(passage: &Passage, open: usize) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let length = chars.get(open + 1..)?.iter().take(LONGEST).position(|c| *c == '”')?;
    let counted = counted_words(chars.get(open + 1..open + 1 + length)?)?;
    let close = open + length + 2;
    let stop = (close..=close + TO_LIST).find(|at| matches!(chars.get(*at), Some('：' | '，')))?;
    let behind: String = chars.iter().skip(stop + 1).take(TO_LIST).collect();
    let opening = LIST_OPENINGS.prefix_of(&behind).map_or(0, |word| word.chars().count());
    if opening == 0 && chars.get(stop) != Some(&'：') {
        return None;
    }
    let from = stop + 1 + opening;
    let to = (from..chars.len()).find(|at| chars.get(*at) == Some(&'。')).unwrap_or(chars.len());
    let items: Vec<&[char]> = chars.get(from..to)?.split(|c| matches!(c, '、' | '，' | '；')).collect();
    let has =
        |item: &[char], word: &[char]| item.len() > word.len() && (item.starts_with(word) || item.ends_with(word));
    let are_all = items.len() >= FEWEST && items.iter().all(|item| counted.iter().any(|(_, word)| has(item, word)));
    let n_with = |word: &[char]| items.iter().filter(|item| has(item, word)).count();
    let is_other = |(number, word): &&(usize, &[char])| {
        let n_items = n_with(word);
        n_items != *number && n_items.abs_diff(*number) <= LARGEST_DIFFERENCE
    };
    let (number, word) = counted.iter().find(is_other).filter(|_| are_all)?;
    let citation = passage.cite(open + 1, open + 1 + length);
    let what = lists::formula_behind(&citation.quote, word.iter().collect::<String>(), number, n_with(word));
    Some(FindingDraft::new(Confidence::Medium, what, [citation, passage.cite(from, to)]))
}

/// The words of a formula with their numbers: 三减三健, 两提升三下降. `None` for anything else, and for fewer than two.
fn counted_words(formula: &[char]) -> Option<Vec<(usize, &[char])>> {
    let is_numeral = |c: &char| COUNTING_NUMERALS.contains(*c);
    let mut counted = Vec::new();
    let mut rest = formula;
    while let Some((numeral, behind)) = rest.split_first().filter(|(numeral, _)| is_numeral(numeral)) {
        let length = behind.iter().take_while(|c| !is_numeral(c)).count();
        let (word, others) = behind.split_at_checked(length).filter(|(word, _)| !word.is_empty())?;
        counted.push((usize::try_from(numeral::parse(&numeral.to_string())?).ok()?, word));
        rest = others;
    }
    (rest.is_empty() && counted.len() > 1).then_some(counted)
}
