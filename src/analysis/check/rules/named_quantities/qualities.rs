//! Where a work is to stand and which grade an institution is to have, as words beside its name: 县中医医院整体搬迁至城东新区,
//! 县人民医院创建三级甲等医院.

use crate::analysis::check::reading::around::year_before;
use crate::analysis::check::reading::numbers::{self, TextClause};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::named_quantities::{Stated, Value, name_at_end, name_of_first_clause};
use crate::lexicon::metric::OWN_PLACES;
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::result::GRADING_VERBS;
use crate::lexicon::time::{DUE_YEAR_PREFIXES, YEAR_SUFFIXES};
use crate::lexicon::works::{BUILT_THERE, GRADES, PLACE_ENDINGS, PLACING_VERBS, WORK_NOUNS};

/// Most characters of the name of a place.
const LONGEST_PLACE: usize = 10;

/// Most characters between the verb of coming to a grade and the grade: 建成区域内一流的|三级甲等.
const TO_GRADE: usize = 8;

/// The places and the grades that a text states of works.
pub(super) fn qualities_in(passage: &Passage, text: usize) -> Vec<Stated> {
    let mut stated = Vec::new();
    let mut sentence = 0;
    for clause in numbers::split_clauses(passage) {
        let words: String = clause.chars.iter().collect();
        let place = (text, sentence);
        let found = [place_of(&words), grade_of(&words)];
        for Quality { key, before, value, behind } in found.into_iter().flatten() {
            let own = name_at_end(last_run(without_year(before))).or_else(|| name_at_start(&behind));
            let Some(name) = own.or_else(|| name_of_first_clause(&passage.chars, sentence)) else { continue };
            stated.push(statement(passage, &clause, (name, key, value), place));
        }
        if clause.chars.last().is_some_and(|c| SENTENCE_ENDS.contains(*c) || *c == '；') {
            sentence = clause.from + clause.chars.len();
        }
    }
    stated
}

/// A text without the year by which something is to be done, at its end: 支持县人民医院到2030年.
fn without_year(text: &str) -> &str {
    let year = text.trim_end_matches(|c: char| YEAR_SUFFIXES.iter().any(|word| word.ends_with(c)));
    let head = year.trim_end_matches('年').trim_end_matches(|c: char| c.is_ascii_digit());
    if head.len() < text.len() { DUE_YEAR_PREFIXES.strip_suffix(head).unwrap_or(head) } else { text }
}

/// The Chinese characters that a text ends with.
fn last_run(text: &str) -> &str {
    text.rfind(|c: char| !is_han(c))
        .map_or(text, |at| text.get(at..).unwrap_or_default())
        .trim_start_matches(|c| !is_han(c))
}

fn statement(
    passage: &Passage,
    clause: &TextClause,
    (name, key, value): (String, &str, String),
    place: (usize, usize),
) -> Stated {
    let end = clause.from + clause.chars.len();
    let year = year_before(&passage.chars, place.1, end);
    let citation = passage.cite(clause.from, end.saturating_sub(1));
    // A place is for good, a grade is of its year.
    let key = if key == GRADE { format!("{key}|{year}") } else { key.to_owned() };
    Stated { name, key, raw: value.clone(), citation, value: Value::Words(value), place }
}

/// The attributes that are told in words.
const PLACE: &str = "place";
const GRADE: &str = "grade";

/// A place or a grade in a clause.
struct Quality<'c> {
    key: &'static str,
    /// The words before it, and those behind it where the work may be named there: 在城西片区落地建设|市儿童医院.
    before: &'c str,
    behind: String,
    value: String,
}

/// The work that some words begin with.
fn name_at_start(words: &str) -> Option<String> {
    let end = WORK_NOUNS.iter().filter_map(|noun| Some(words.find(noun)? + noun.len())).max()?;
    name_at_end(words.get(..end)?)
}

/// The place that a clause gives a work.
fn place_of(words: &str) -> Option<Quality<'_>> {
    let behind_verb = || {
        let (at, verb) = PLACING_VERBS
            .iter()
            .filter_map(|verb| Some((words.find(verb)?, verb)))
            .min_by_key(|(at, verb)| (*at, usize::MAX - verb.len()))?;
        Some((words.get(..at)?, words.get(at + verb.len()..)?, ""))
    };
    let behind_in = || {
        let (before, rest) = words.split_once('在')?;
        let (end, verb) = BUILT_THERE
            .iter()
            .filter_map(|word| Some((rest.find(word)?, word)))
            .min_by_key(|(at, word)| (*at, usize::MAX - word.len()))?;
        Some((before, rest.get(..end)?, rest.get(end + verb.len()..)?))
    };
    let (before, rest, behind) = behind_verb().or_else(behind_in)?;
    let behind = BUILT_THERE.strip_prefix(behind).unwrap_or(behind).chars().take_while(|c| is_han(*c)).collect();
    let place: String = rest.chars().take_while(|c| is_han(*c)).collect();
    let place = OWN_PLACES.strip_prefix(&place).unwrap_or(&place);
    // 城东新区规划建设: the first end of a name of a place ends it.
    let ends = PLACE_ENDINGS.iter().filter_map(|end| Some(place.find(end)? + end.len()));
    let place = place.get(..ends.max()?)?;
    let value = place.to_owned();
    (value.chars().count() <= LONGEST_PLACE).then_some(Quality { key: PLACE, before, value, behind })
}

/// The grade that a clause lets an institution come to.
fn grade_of(words: &str) -> Option<Quality<'_>> {
    let (at, short) = GRADES.iter().filter_map(|(grade, short)| Some((words.find(grade)?, *short))).min()?;
    let before = words.get(..at)?;
    let is_near = |between: &str| between.chars().count() <= TO_GRADE && between.chars().all(is_han);
    // The first verb that the grade stands near, and the longer of two there: 创建成为.
    let verbs = GRADING_VERBS.iter().filter_map(|verb| Some((before.find(verb)?, verb)));
    let near = verbs.filter(|(from, verb)| before.get(from + verb.len()..).is_some_and(is_near));
    let (from, _) = near.min_by_key(|(from, verb)| (*from, usize::MAX - verb.len()))?;
    Some(Quality { key: GRADE, before: before.get(..from)?, value: short.to_owned(), behind: String::new() })
}
