//! Phrases for what a change is counted from, where no year alone names it: 在现有基础上, 在现有（2020年）基础上, 较现状.

use crate::analysis::targets::target::sentence::Sentence;
use crate::lexicon::Words;
use crate::lexicon::change::{CHANGE_VERBS, COMPARING, FURTHER_CHANGES, RARE_CHANGE_VERBS};
use crate::lexicon::punctuation::FOLDED_CLAUSE_ENDS;
use crate::lexicon::time::{BASE_ENDS, BEFORE_CHANGES, LEVELS_OF_NOW, STANDING_BASES};
use crate::lexicon::value::{FALLS_BY, RISES_BY};

use super::{period_at, year};

/// Longest phrase for what a change is counted from, in characters.
const LONGEST_BASE: usize = 28;

/// The end of the phrase that begins at this place; `None` if none does, or no change follows it.
pub(super) fn end(sentence: &Sentence, at: usize) -> Option<usize> {
    let end = level(sentence, at).or_else(|| compared(sentence, at))?;
    is_before_change(sentence, end).then_some(end)
}

/// The end of a phrase of 在 with the level that stands: 在此基础上, 在“十三五”末的基础上.
fn level(sentence: &Sentence, at: usize) -> Option<usize> {
    let from = at + 1;
    let is_open = sentence.has_at(at, "在") && is_named(sentence, from);
    let reach = (from..sentence.folded.len().min(from + LONGEST_BASE)).take_while(|_| is_open);
    let mut within = reach.take_while(|at| !sentence.folded.get(*at).is_some_and(|m| FOLDED_CLAUSE_ENDS.contains(*m)));
    within.find_map(|at| end_of(sentence, at, BASE_ENDS.iter()))
}

/// Whether what 在 opens is the level of now, of a year or of a period.
fn is_named(sentence: &Sentence, from: usize) -> bool {
    let from = from + usize::from(sentence.has_at(from, "\""));
    let is_year = || year(sentence, from).is_some_and(|(_, end)| sentence.has_at(end, "年"));
    STANDING_BASES.iter().any(|word| sentence.has_at(from, word)) || is_year() || period_at(sentence, from).is_some()
}

/// The end of a comparison with the level of now: 较现状, 比目前水平.
fn compared(sentence: &Sentence, at: usize) -> Option<usize> {
    let from = end_of(sentence, at, COMPARING.iter())?;
    let level = end_of(sentence, from, LEVELS_OF_NOW.iter())?;
    Some(end_of(sentence, level, ["的水平", "水平"].into_iter()).unwrap_or(level))
}

/// Whether a verb of change follows, with or without words for how it goes on, or the clause ends here.
fn is_before_change(sentence: &Sentence, mut at: usize) -> bool {
    while let Some(end) = end_of(sentence, at, BEFORE_CHANGES.iter()) {
        at = end;
    }
    let ends = sentence.folded.get(at).is_some_and(|mark| FOLDED_CLAUSE_ENDS.contains(*mark));
    ends || end_of(sentence, at, changes()).is_some()
}

/// The verbs that may follow what a change is counted from, with or without 到 behind them.
fn changes() -> impl Iterator<Item = &'static str> {
    let lists = [&CHANGE_VERBS, &RARE_CHANGE_VERBS, &RISES_BY, &FALLS_BY, &FURTHER_CHANGES];
    lists.into_iter().flat_map(Words::iter)
}

/// The end of the longest of these words that begins at this place.
fn end_of(sentence: &Sentence, at: usize, words: impl Iterator<Item = &'static str>) -> Option<usize> {
    let fits = words.filter(|word| sentence.has_at(at, word));
    fits.map(|word| at + word.chars().count()).max()
}
