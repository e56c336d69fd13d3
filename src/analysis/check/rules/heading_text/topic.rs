//! A heading on one subject above a text that is all on another one: 提升中医药服务能力 above a text on the giving of blood.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::rules::heading_text::below::Below;
use crate::lexicon::heading::USUAL_WORDS;
use crate::lexicon::subject::{GENERAL_TOPICS, RELATED_TOPICS, SUBJECT_WORDS};
use crate::lexicon::topic::TOPICS;
use crate::model::Confidence;
use crate::text::words;
use crate::words::findings::lists;

/// Fewest different words of the other subject that the text must print, and how often all of them together.
const FEWEST_WORDS: usize = 2;
const FEWEST_PLACES: usize = 3;

/// The longest text, in characters, that is of one subject.
const LONGEST: usize = 1200;

/// Characters of a word that a heading and its text may share.
const WORD: usize = 2;

/// A word of a subject in a text: which subject, which word, where.
type Told<'t> = (&'t str, &'static str, usize);

/// A heading none of whose subjects and none of whose own words its text prints, while that prints words of another subject only.
pub(super) fn other_topic(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    let named: HashSet<&str> = subjects(title.text).into_iter().map(|(topic, ..)| topic).collect();
    let length: usize = below.passages.iter().map(|passage| passage.chars.len()).sum();
    if named.is_empty() || named.iter().any(|topic| GENERAL_TOPICS.contains(topic)) || length > LONGEST {
        return None;
    }
    let mut counts: HashMap<&str, (HashSet<&str>, usize)> = HashMap::new();
    let mut first: HashMap<&str, (usize, usize, &str)> = HashMap::new();
    for (at, passage) in below.passages.iter().enumerate() {
        for (topic, word, from) in subjects(passage.text) {
            let (words, n_places) = counts.entry(topic).or_default();
            words.insert(word);
            *n_places += 1;
            first.entry(topic).or_insert((at, from, word));
        }
    }
    let is_related = |topic: &str| {
        named.contains(topic)
            || RELATED_TOPICS
                .iter()
                .any(|(one, other)| one == topic && named.contains(other) || *other == topic && named.contains(one))
    };
    if counts.keys().any(|topic| is_related(topic)) || prints_word_of(below) {
        return None;
    }
    let is_other = |(topic, (words, n_places)): &(&&str, &(HashSet<&str>, usize))| {
        !GENERAL_TOPICS.contains(topic) && words.len() >= FEWEST_WORDS && *n_places >= FEWEST_PLACES
    };
    let (topic, _) = counts.iter().filter(is_other).max_by_key(|(topic, (_, n_places))| (*n_places, **topic))?;
    let (at, from, word) = *first.get(topic)?;
    let passage = below.passages.get(at)?;
    let from = passage.text.get(..from)?.chars().count();
    let end = passage
        .chars
        .iter()
        .skip(from)
        .position(|c| matches!(c, '，' | '。' | '；'))
        .map_or(word.chars().count(), |end| end);
    let (heading, quote) =
        (title.cite(0, title.chars.len()), passage.cite(clause_start(&passage.chars, from), from + end));
    let what = lists::heading_on_other_subject(&heading.quote, word);
    Some(FindingDraft::new(Confidence::Medium, what, [heading, quote]))
}

/// Where the clause of a position begins.
fn clause_start(chars: &[char], at: usize) -> usize {
    let before = chars.get(..at).unwrap_or_default();
    before.iter().rposition(|c| matches!(c, '，' | '。' | '；')).map_or(0, |mark| mark + 1)
}

/// The words of subjects that a text prints, without those of a longer word at the same place.
fn subjects(text: &str) -> Vec<Told<'static>> {
    let mut found: Vec<Told<'static>> = Vec::new();
    let known = TOPICS.iter().chain(SUBJECT_WORDS.iter());
    for (word, topic) in known {
        found.extend(text.match_indices(word).map(|(at, word_at)| (*topic, word, at + word_at.len() - word.len())));
    }
    let is_covered = |(_, word, at): &Told| {
        found
            .iter()
            .any(|(_, other, from)| other.len() > word.len() && from <= at && at + word.len() <= from + other.len())
    };
    let kept: Vec<bool> = found.iter().map(|told| !is_covered(told)).collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next() == Some(true));
    found
}

/// Whether the text prints a noun of the heading that is none of the usual words of headings.
fn prints_word_of(below: &Below) -> bool {
    let pieces = words::split(below.title.text);
    pieces.iter().any(|piece| {
        let is_own = piece.text.chars().count() >= WORD && piece.word.is_some() && !USUAL_WORDS.contains(piece.text);
        is_own && below.passages.iter().any(|passage| passage.text.contains(piece.text))
    })
}
