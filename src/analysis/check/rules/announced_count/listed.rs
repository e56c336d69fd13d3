//! Lists within a sentence that announces how many things it lists: 四大工程，即…工程、…工程; 七项措施，包括…、…; and layouts
//! that are announced with one number of parts and explained with another (一核三翼, 两翼即…).

use crate::analysis::check::reading::entry;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::announced_count::{NOUN, announcement};
use crate::lexicon::count::{BEHIND_WHOLE_LISTS, EXPLAINING_OPENINGS, LAYOUT_PARTS, LIST_OPENINGS, OPEN_LISTS};
use crate::lexicon::heading::COUNTING_NUMERALS;
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::lexicon::value::{OR_LESS, OR_MORE};
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Fewest things of a list whose entries do not name what is announced.
const FEWEST: usize = 3;

/// Fewest characters of things of which the last two are joined by a word.
const SHORTEST_JOINED: usize = 2;

/// Most characters of such a thing.
const LONGEST_THING: usize = 12;

/// Most by which the number may be wrong; a larger difference rather is a list of something else.
pub(super) const LARGEST_DIFFERENCE: usize = 2;

/// The most parts of layouts that a text is read for.
const MOST_PARTS: usize = 24;

/// The lists of a text that hold another number of things than the words before them announce.
pub(super) fn lists(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let stops = (1..chars.len()).filter(|at| matches!(chars.get(*at), Some('：' | ':' | '，')));
    let found = stops.filter_map(|stop| {
        let is_quoted = chars.get(stop - 1) == Some(&'”');
        let announced = announcement(chars, if is_quoted { stop - 1 } else { stop }, is_quoted)?;
        let behind = chars.get(stop + 1..)?;
        let opening = LIST_OPENINGS
            .iter()
            .find(|word| behind.iter().take(word.chars().count()).eq(word.chars().collect::<Vec<_>>().iter()));
        if chars.get(stop) == Some(&'，') && opening.is_none() {
            return None;
        }
        let from = stop + 1 + opening.map_or(0, |word| word.chars().count());
        let noun = chars.get(announced.colon.checked_sub(NOUN)?..announced.colon)?;
        let (count, to) = count_things(chars, from, noun, is_quoted)?;
        let number = usize::try_from(announced.number).ok()?;
        let differs = count != number && count.abs_diff(number) <= LARGEST_DIFFERENCE;
        differs.then(|| {
            let citation = passage.cite(announced.from, announced.colon);
            let what = lists::listed_behind(&citation.quote, count);
            FindingDraft::new(Confidence::Medium, what, [citation, passage.cite(from, to)])
        })
    });
    found.collect()
}

/// How many things the list that begins at a position holds, and where it ends; `None` for what is no whole list. Things
/// that all end in the noun announced are counted surely; others only where no name stands in quotation marks, and no
/// conjunction leaves their number open.
fn count_things(chars: &[char], from: usize, noun: &[char], is_quoted: bool) -> Option<(usize, usize)> {
    let rest = chars.get(from..)?;
    let length = rest.iter().position(|c| CLAUSE_BREAKS.contains(*c)).unwrap_or(rest.len());
    let listed = rest.get(..length)?;
    // A list before a comma is whole where every thing in it, and none behind, names what is announced.
    let sentence: Vec<char> = rest.iter().skip(length).take_while(|c| **c != '。').copied().collect();
    let names = |thing: &[char]| thing.len() > noun.len() && (thing.ends_with(noun) || thing.starts_with(noun));
    let are_named = || listed.split(|c| *c == '、').all(names);
    let is_named_behind = || sentence.windows(noun.len()).any(|word| word == noun);
    let is_whole = match rest.get(length) {
        Some('，') if rest.get(length + 1).is_some_and(|c| BEHIND_WHOLE_LISTS.contains(*c)) => true,
        Some('，') => are_named() && !is_named_behind(),
        mark => mark != Some(&'：'),
    };
    let text: String = listed.iter().collect();
    if !is_whole || OPEN_LISTS.is_in(&text) || entry::find(listed).next().is_some_and(|entry| entry.from == 0) {
        return None;
    }
    let things: Vec<&[char]> = listed.split(|c| *c == '、').collect();
    let (final_thing, before) = things.split_last()?;
    let joint = final_thing.iter().position(|c| CONJUNCTION_CHARS.contains(*c));
    if things.len() > 1 && before.iter().all(|thing| thing.ends_with(noun)) && final_thing.ends_with(noun) {
        let is_joined = joint.is_some_and(|at| final_thing.get(..at).is_some_and(|thing| thing.ends_with(noun)));
        return Some((things.len() + usize::from(is_joined), from + length));
    }
    // 统一标识、统一收费 name it first, and need no other word for the last thing.
    let starts = |thing: &&[char]| thing.len() > noun.len() && thing.starts_with(noun);
    if things.len() > 1 && things.iter().all(starts) && joint.is_none() {
        return Some((things.len(), from + length));
    }
    let without_range = |thing: &[char]| -> Vec<char> {
        let mut words: Vec<&str> = OR_MORE.iter().chain(OR_LESS.iter()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let thing: String = thing.iter().collect();
        words.into_iter().fold(thing, |thing, word| thing.replace(word, "")).chars().collect()
    };
    let is_plain = |thing: &&[char]| {
        let thing = without_range(thing);
        thing.len() <= LONGEST_THING && thing.iter().all(|c| is_han(*c) && !CONJUNCTION_CHARS.contains(*c))
    };
    // 分别是东部、西部、南部和北部: names of one length are joined by the last word.
    let joined = || {
        let at = joint?;
        let lasts = [final_thing.get(..at)?, final_thing.get(at + 1..)?];
        let length = lasts[0].len();
        let is_alike = |thing: &&[char]| thing.len() == length && is_plain(thing);
        let are_alike =
            (SHORTEST_JOINED..=LONGEST_THING).contains(&length) && before.iter().chain(&lasts).all(is_alike);
        (!is_quoted && !before.is_empty() && are_alike).then_some(things.len() + 1)
    };
    if let Some(number) = joined() {
        return Some((number, from + length));
    }
    let are_plain = !is_quoted && things.len() >= FEWEST && things.iter().all(is_plain);
    are_plain.then_some((things.len(), from + length))
}

/// Layouts with another number of parts than is explained behind them: 一核三翼 with 两翼即….
pub(super) fn layouts(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let counted = |at: usize| {
        let numeral = chars.get(at).filter(|c| COUNTING_NUMERALS.contains(**c))?;
        let part = chars.get(at + 1).filter(|c| LAYOUT_PARTS.contains(**c))?;
        Some((numeral::parse(&numeral.to_string())?, *part))
    };
    // Two counted parts in a row make a layout.
    let in_layout: Vec<(usize, u32, char)> = (0..chars.len())
        .filter(|at| {
            counted(*at).is_some()
                && (counted(at + 2).is_some() || at.checked_sub(2).is_some_and(|before| counted(before).is_some()))
        })
        .filter_map(|at| counted(at).map(|(number, part)| (at, number, part)))
        .take(MOST_PARTS)
        .collect();
    let Some((first, ..)) = in_layout.first().copied() else { return Vec::new() };
    let explained = (first..chars.len()).filter_map(|at| {
        let (number, part) = counted(at)?;
        let words: String = chars.iter().skip(at + 2).take(3).collect();
        let words = words.trim_start_matches('”');
        let is_explained =
            LIST_OPENINGS.begins(words) || EXPLAINING_OPENINGS.contains(words.chars().next().unwrap_or_default());
        let (_, announced, _) = in_layout.iter().find(|(.., announced)| *announced == part)?;
        let is_stated = in_layout.iter().any(|(_, stated, of)| *of == part && *stated == number);
        (is_explained && *announced != number && !is_stated).then_some(at)
    });
    let draft = |at: usize| {
        let part = chars.get(at + 1)?;
        let (from, ..) = in_layout.iter().find(|(.., announced)| announced == part)?;
        let (layout, explained) = (passage.cite(*from, from + 2), passage.cite(at, at + 2));
        let what = lists::explained_behind(&layout.quote, &explained.quote);
        Some(FindingDraft::new(Confidence::Medium, what, [layout, explained]))
    };
    explained.filter_map(draft).collect()
}
