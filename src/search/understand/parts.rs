//! Cuts a typed word into what it names: plans, offices, years, numbers of headings, words of a question, and topics that the
//! texts write of.

use crate::lexicon::place::REGION_LEVELS;
use crate::lexicon::question::{Asked, INNER_MARKS, JOINING_CHARS, OWN_OFFICE, QUESTIONS, UNTIL};
use crate::search::base::pattern::Pattern;
use crate::search::base::query::Term;
use crate::search::evaluate::corpus::{Corpus, year_of};
use crate::search::evaluate::term::match_term;
use crate::search::evaluate::term_matcher::Looseness;
use crate::search::matchers::heading_number;
use crate::search::understand::short_form::full_forms;
use crate::search::understand::synonyms::{is_synonym, official_words};
use crate::text::letter::is_letter_or_digit;
use crate::text::words;

/// Most characters of a name that is looked up.
const LONGEST_NAME: usize = 24;

/// Fewest characters of the name of a plan or an office in a line without spaces.
const SHORTEST_NAME: usize = 2;

/// Most characters of a line that is cut.
const LONGEST_LINE: usize = 60;

/// What a part of a line names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A plan, by one of its names.
    Plan(String),
    /// An office, by one of its names.
    Office(String),
    /// The office of the one who asks: 我局.
    OwnOffice,
    /// A year, as a table has a column for it.
    Year(String),
    /// The last year that counts: 2025年前.
    Until(String),
    /// Numbers of headings, the outermost first.
    Number(String),
    /// A word of a question, and what it asks for.
    Asked(Asked, String),
    /// Anything else that the texts write of.
    Topic(String),
    /// The words that the texts have for what was typed: alternatives parted by `|`.
    Official(String),
    /// What the texts write in full instead of a short form: alternatives parted by `|`.
    Short(String),
}

/// The parts of a word in the order in which they were typed; `None` where some of it names nothing.
pub(super) fn cut(corpus: &Corpus, folded: &str) -> Option<Vec<Part>> {
    let chars: Vec<char> = folded.chars().collect();
    if chars.len() > LONGEST_LINE {
        return None;
    }
    let mut parts = Vec::new();
    let mut topic = String::new();
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let is_start = topic.is_empty();
        if let Some((part, length)) = named(corpus, rest, is_start) {
            parts.extend(topics(corpus, &std::mem::take(&mut topic))?);
            parts.push(part);
            at += length;
        } else {
            match rest.first() {
                Some(c) if !is_letter_or_digit(*c) && !INNER_MARKS.contains(*c) => {
                    parts.extend(topics(corpus, &std::mem::take(&mut topic))?);
                }
                c => topic.extend(c),
            }
            at += 1;
        }
    }
    parts.extend(topics(corpus, &topic)?);
    Some(parts)
}

/// What stands at the beginning of some characters, and how many it takes.
fn named(corpus: &Corpus, rest: &[char], is_start: bool) -> Option<(Part, usize)> {
    year(rest)
        .or_else(|| plan(corpus, rest))
        .or_else(|| question(rest))
        .or_else(|| if is_start { own_office(rest).or_else(|| number(rest)) } else { None })
        .or_else(|| office(corpus, rest))
        .or_else(|| official(corpus, rest))
}

/// A year, with what makes it the last one that counts.
fn year(rest: &[char]) -> Option<(Part, usize)> {
    let digits: String = rest.get(..4)?.iter().collect();
    if year_of(&digits).is_none() || rest.get(4).is_some_and(char::is_ascii_digit) {
        return None;
    }
    let behind: String = rest.iter().skip(4).take(8).collect();
    if let Some(until) = UNTIL.prefix_of(&behind) {
        return Some((Part::Until(digits), 4 + until.chars().count()));
    }
    let length = 4 + usize::from(behind.starts_with('年'));
    Some((Part::Year(rest.get(..length)?.iter().collect()), length))
}

/// The longest name of a plan; without the character of its level where that begins the name of an office (清远 市监局).
pub(super) fn plan(corpus: &Corpus, rest: &[char]) -> Option<(Part, usize)> {
    let is_plan = |name: &str| !name.is_ascii() && !corpus.catalog.plans_named(name).is_empty();
    let (name, length) = longest(rest, is_plan)?;
    let begins_office = |at: usize| rest.get(at..).is_some_and(|rest| office(corpus, rest).is_some());
    match name.strip_suffix(|c| REGION_LEVELS.contains(c)) {
        Some(bare) if is_plan(bare) && begins_office(length - 1) && !begins_office(length) => {
            Some((Part::Plan(bare.to_owned()), length - 1))
        }
        _ => Some((Part::Plan(name), length)),
    }
}

/// The longest word of a question.
fn question(rest: &[char]) -> Option<(Part, usize)> {
    let rest: String = rest.iter().take(LONGEST_NAME).collect();
    let fitting = QUESTIONS.iter().filter(|(word, _)| rest.starts_with(word));
    let (word, asked) = fitting.max_by_key(|(word, _)| word.len())?;
    Some((Part::Asked(*asked, word.to_owned()), word.chars().count()))
}

/// The longest run of numbers of headings: 第三章第二节, 三（二）, 5.
fn number(rest: &[char]) -> Option<(Part, usize)> {
    let is_path = |text: &str| heading_number::parse_path(text).is_some();
    longest(rest, is_path).map(|(text, length)| (Part::Number(text), length))
}

/// What an office is called by its own staff. It stands before or behind a topic, never inside one (基本单位).
fn own_office(rest: &[char]) -> Option<(Part, usize)> {
    let rest: String = rest.iter().take(LONGEST_NAME).collect();
    OWN_OFFICE.prefix_of(&rest).map(|word| (Part::OwnOffice, word.chars().count()))
}

/// The longest name of an office that is found in the dataset.
fn office(corpus: &Corpus, rest: &[char]) -> Option<(Part, usize)> {
    let departments = corpus.registry.departments();
    let is_name = |name: &str| departments.office(name).is_some_and(|it| corpus.catalog.department(&it.id).is_some());
    longest(rest, is_name).map(|(name, length)| (Part::Office(name), length))
}

/// The longest word for which the texts have others.
fn official(corpus: &Corpus, rest: &[char]) -> Option<(Part, usize)> {
    let (typed, length) = longest(rest, is_synonym)?;
    official_words(corpus, &typed).map(|words| (Part::Official(words), length))
}

/// The longest beginning that is a name, and its length in characters.
fn longest(rest: &[char], is_name: impl Fn(&str) -> bool) -> Option<(String, usize)> {
    (SHORTEST_NAME..=rest.len().min(LONGEST_NAME)).rev().find_map(|length| {
        let name: String = rest.get(..length)?.iter().collect();
        is_name(&name).then_some((name, length))
    })
}

/// What a run of other characters names: one topic where the texts write it so, else those of its words.
fn topics(corpus: &Corpus, run: &str) -> Option<Vec<Part>> {
    let run = JOINING_CHARS.trim(run).trim();
    if run.is_empty() {
        return Some(Vec::new());
    }
    if occurs(corpus, run) {
        return Some(vec![Part::Topic(run.to_owned())]);
    }
    topics_of_words(corpus, run).or_else(|| Some(vec![Part::Short(full_forms(corpus, run)?)]))
}

/// The topics that the words of a run name; `None` where one names none.
fn topics_of_words(corpus: &Corpus, run: &str) -> Option<Vec<Part>> {
    let mut found: Vec<String> = Vec::new();
    for piece in words::split(run) {
        let joined = found.last().map(|last| format!("{last}{}", piece.text)).filter(|joined| occurs(corpus, joined));
        match (joined, found.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ if JOINING_CHARS.is(piece.text) => {}
            _ if piece.text.chars().count() > 1 && occurs(corpus, piece.text) => found.push(piece.text.to_owned()),
            _ => return None,
        }
    }
    Some(found.into_iter().map(Part::Topic).collect())
}

/// Whether the texts or the names hold a word, not only something like it.
fn occurs(corpus: &Corpus, word: &str) -> bool {
    // Most words stand in a text, which is known at once; only for the others the names are compared.
    if !corpus.lines_with(&Pattern::new(word)).is_empty() {
        return true;
    }
    let term = Term { typed: word.to_owned(), folded: word.to_owned(), ..Term::default() };
    let (found, _) = match_term(corpus, &term, Looseness::Loose);
    found.entries.iter().any(|entry| !found.score(entry).is_only_similar())
}
