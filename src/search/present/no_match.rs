//! What to say when nothing was found: the nearest names, the word that stands nowhere, the filter that took all away.

use crate::search::base::char_mask::char_mask;
use crate::search::base::hit::Kind;
use crate::search::base::query::{Group, Place, Query};
use crate::search::catalog::entries::Haystack;
use crate::search::evaluate::combine::answer;
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::scope::Scope;
use crate::search::evaluate::word::Care;

/// How many names are offered.
const NEAREST: usize = 5;

/// Less alike than this, in hundredths, is not near.
const NEAR: usize = 40;

/// One slip away: likelier than any likeness.
const NEAREST_OF_ALL: usize = 200;

/// Why nothing was found, and what comes near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nothing {
    /// Names that are like what was typed: offices, indicators, titles.
    pub nearest: Vec<String>,
    /// Words that meet nothing at all, as typed.
    pub unmet: Vec<String>,
    /// Filters without which there would be hits: the filter as typed, its place, and how many there would be.
    pub removed: Vec<(String, Place, usize)>,
}

impl Nothing {
    /// What came to nothing in words, a line each; empty if there is nothing to say.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.removed.iter().map(|(filter, _, count)| format!("去掉“{filter}”有 {count} 条")));
        if !self.unmet.is_empty() {
            lines.push(format!("各规划中没有“{}”", self.unmet.join("”“")));
        }
        if !self.nearest.is_empty() {
            lines.push(format!("相近的有：{}", self.nearest.join("、")));
        }
        lines
    }
}

/// Why a query has no hit.
pub(crate) fn explain(corpus: &Corpus, query: &Query, plans: &[String]) -> Nothing {
    let mut nothing = Nothing::default();
    for filter in &query.filters {
        let rest =
            Query { filters: query.filters.iter().filter(|it| *it != filter).cloned().collect(), ..query.clone() };
        let count = answer(corpus, &rest, &Scope::of(corpus, &rest, plans), Care::Loose).0.len();
        if count > 0 {
            let [from, to] = filter.place;
            let typed = query.typed.chars().skip(from).take(to - from).collect();
            nothing.removed.push((typed, filter.place, count));
        }
    }
    let is_open = query.filters.is_empty() && plans.is_empty();
    for term in query.wanted() {
        let alone = Query { groups: vec![Group { terms: vec![term.clone()], refused: false }], ..Query::default() };
        // The only word of a query is known to meet nothing.
        let is_only = is_open && query.groups == alone.groups;
        if is_only || answer(corpus, &alone, &Scope::default(), Care::Loose).0.is_empty() {
            nothing.unmet.push(term.raw.clone());
            nothing.nearest.extend(nearest(corpus.catalog, &term.word));
        }
    }
    nothing.nearest.dedup();
    nothing
}

/// The names nearest to a folded word, by the neighbouring characters or, for letters, the initials that they share.
fn nearest(haystack: &Haystack, word: &str) -> Vec<String> {
    let names = &haystack.names;
    let pairs = pairs_of(word.chars());
    let mask = char_mask(word);
    let is_latin = word.is_ascii();
    let likeness = |name: usize| {
        if is_latin {
            return likeness(&pairs, &pairs_of(names.voices.initials(name).iter().copied().map(char::from)));
        }
        if has_one_wrong(word, names.text(name)) {
            return NEAREST_OF_ALL;
        }
        // Two neighbours shared are two characters shared.
        let may_share = (mask & names.mask(name)).count_ones() > 1;
        if may_share { likeness(&pairs, &pairs_of(names.text(name).chars())) } else { 0 }
    };
    let [_, end] = haystack.range(Kind::Department);
    let is_office = |name: usize| names.bearers(name).iter().any(|(entry, _)| (*entry as usize) < end);
    // Letters are near to offices only: with so few signs the initials of something else are always near.
    let all = (0..names.len()).filter(|&name| !is_latin || is_office(name));
    let mut near: Vec<(usize, usize)> = all.map(|name| (likeness(name), name)).filter(|(it, _)| *it >= NEAR).collect();
    near.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    near.into_iter().take(NEAREST).map(|(_, name)| names.text(name).to_owned()).collect()
}

/// Whether two words of three characters or more differ in one of them: 卫建局 for 卫健局, which share no two neighbours.
fn has_one_wrong(word: &str, name: &str) -> bool {
    let n_wrong = word.chars().zip(name.chars()).filter(|(a, b)| a != b).count();
    word.len() == name.len() && n_wrong == 1 && word.chars().count() > 2
}

/// The pairs of neighbouring characters.
fn pairs_of(chars: impl Iterator<Item = char> + Clone) -> Vec<(char, char)> {
    chars.clone().zip(chars.skip(1)).collect()
}

/// How alike two texts are, in hundredths: the pairs they share (Dice).
fn likeness(a: &[(char, char)], b: &[(char, char)]) -> usize {
    let shared = a.iter().filter(|pair| b.contains(pair)).count();
    200 * shared / (a.len() + b.len()).max(1)
}
