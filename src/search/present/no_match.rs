//! The reason why a query has no hit: similar names, words that occur nowhere, filters that keep nothing.

use crate::search::base::char_mask::char_mask;
use crate::search::base::hit::{CharRange, Kind};
use crate::search::base::query::{Group, Query};
use crate::search::catalog::entries::Catalog;
use crate::search::evaluate::combine::match_query;
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::scope::Scope;
use crate::search::evaluate::term_matcher::Looseness;
use crate::words::{self, hits};

/// The most names that are suggested for one word.
const MAX_SUGGESTIONS: usize = 5;

/// The most words that are left out one at a time; each costs a search.
const MOST_DROPPED: usize = 4;

/// The least similarity of a name that is suggested, in hundredths.
const MIN_SIMILARITY: usize = 40;

/// The similarity of a name with one other character: greater than any other.
const ONE_CHARACTER_WRONG: usize = 200;

/// Why a query has no hit, and what to try instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoMatch {
    /// Names of offices, indicators and headings that are similar to what was typed, the most similar first.
    pub suggestions: Vec<String>,
    /// The words that occur nowhere, as typed.
    pub unknown_words: Vec<String>,
    /// Filters without which there would be hits: the filter as typed, its range, and the number of hits without it.
    pub without_filter: Vec<(String, CharRange, usize)>,
    /// Words without which there would be hits: the word as typed, its range, and the number of hits without it.
    pub without_word: Vec<(String, CharRange, usize)>,
    /// Whether the query only says what is not wanted.
    pub only_excludes: bool,
}

impl NoMatch {
    /// What to say of a query that looks for nothing; `None` where nothing is typed.
    pub(crate) fn of_empty(query: &Query) -> Option<Self> {
        query.terms().next().map(|_| Self { only_excludes: true, ..Self::default() })
    }

    /// The reason for the reader, one sentence an item; empty if there is nothing to say.
    #[must_use]
    pub fn messages(&self) -> Vec<String> {
        let mut messages = Vec::new();
        if self.only_excludes {
            messages.push(hits::ONLY_EXCLUDES.to_string());
        }
        let dropped = self.without_filter.iter().chain(&self.without_word);
        messages.extend(dropped.map(|(what, _, count)| hits::without(what, count)));
        if !self.unknown_words.is_empty() {
            messages.push(hits::in_no_plan(self.unknown_words.join(words::QUOTED.get())));
        }
        if !self.suggestions.is_empty() {
            messages.push(hits::near(self.suggestions.join(words::LIST.get())));
        }
        messages
    }
}

/// Explains why a query has no hit. `plans` are ids of plans to keep to; an empty list means all plans.
pub(crate) fn explain(corpus: &Corpus, query: &Query, plans: &[String]) -> NoMatch {
    let mut no_match = NoMatch::default();
    for filter in &query.filters {
        let filters = query.filters.iter().filter(|other| *other != filter).cloned().collect();
        let rest = Query { filters, ..query.clone() };
        let count = match_query(corpus, &rest, &Scope::new(corpus, &rest, plans), Looseness::Loose).0.len();
        if count > 0 {
            let [from, to] = filter.range;
            let typed = query.typed.chars().skip(from).take(to - from).collect();
            no_match.without_filter.push((typed, filter.range, count));
        }
    }
    no_match.without_word = without_words(corpus, query, plans);
    let is_unrestricted = query.filters.is_empty() && plans.is_empty();
    for term in query.positive_terms() {
        let alone = Query { groups: vec![Group { terms: vec![term.clone()] }], ..Query::default() };
        // If it is the whole query, the word is known to match nothing.
        let is_whole_query = is_unrestricted && query.groups == alone.groups;
        if is_whole_query || match_query(corpus, &alone, &Scope::default(), Looseness::Loose).0.is_empty() {
            no_match.unknown_words.push(term.typed.clone());
            no_match.suggestions.extend(similar_names(corpus.catalog, &term.folded));
        }
    }
    no_match.suggestions.dedup();
    no_match
}

/// The words without which the rest of the query has hits, each with their number.
fn without_words(corpus: &Corpus, query: &Query, plans: &[String]) -> Vec<(String, CharRange, usize)> {
    if query.positive_terms().nth(1).is_none() {
        return Vec::new();
    }
    let words = query.positive_terms().take(MOST_DROPPED);
    let without = words.filter_map(|term| {
        let rest = Query::parse(&query.without(term.range));
        let count = match_query(corpus, &rest, &Scope::new(corpus, &rest, plans), Looseness::Loose).0.len();
        (count > 0).then(|| (term.typed.clone(), term.range, count))
    });
    without.collect()
}

/// The names most similar to a folded word, by the bigrams that they share. If the word is in Latin letters, these are
/// the bigrams of the initials.
fn similar_names(catalog: &Catalog, word: &str) -> Vec<String> {
    let names = &catalog.names;
    let bigrams = bigrams_of(word.chars());
    let mask = char_mask(word);
    let is_latin = word.is_ascii();
    let similarity_to = |name: usize| {
        if is_latin {
            let initials = names.pinyin.initials(name).iter().copied().map(char::from);
            return similarity(&bigrams, &bigrams_of(initials));
        }
        if has_one_wrong(word, names.name(name)) {
            return ONE_CHARACTER_WRONG;
        }
        // A bigram that is shared is two characters that are shared.
        let may_share = (mask & names.mask(name)).count_ones() > 1;
        if may_share { similarity(&bigrams, &bigrams_of(names.name(name).chars())) } else { 0 }
    };
    let [_, end] = catalog.range(Kind::Department);
    let is_department = |name: usize| names.entries_with(name).iter().any(|(entry, _)| (*entry as usize) < end);
    // Letters suggest offices only: there are so few letters that the initials of something else are always similar.
    let all = (0..names.len()).filter(|&name| !is_latin || is_department(name));
    let mut similar: Vec<(usize, usize)> =
        all.map(|name| (similarity_to(name), name)).filter(|(similarity, _)| *similarity >= MIN_SIMILARITY).collect();
    similar.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    similar.into_iter().take(MAX_SUGGESTIONS).map(|(_, name)| names.name(name).to_owned()).collect()
}

/// Whether two words of three characters or more differ in one of them: 卫建局 for 卫健局, which share no bigram.
fn has_one_wrong(word: &str, name: &str) -> bool {
    let n_wrong = word.chars().zip(name.chars()).filter(|(a, b)| a != b).count();
    word.len() == name.len() && n_wrong == 1 && word.chars().count() > 2
}

fn bigrams_of(chars: impl Iterator<Item = char> + Clone) -> Vec<(char, char)> {
    chars.clone().zip(chars.skip(1)).collect()
}

/// The similarity of two texts by their bigrams, in hundredths (Dice coefficient).
fn similarity(a: &[(char, char)], b: &[(char, char)]) -> usize {
    let n_shared = a.iter().filter(|bigram| b.contains(bigram)).count();
    200 * n_shared / (a.len() + b.len()).max(1)
}
