//! One word against the names: literally, by sound, then by similarity; the first that matches counts.

use crate::search::base::bit_set::BitSet;
use crate::search::base::hit::Kind;
use crate::search::base::pattern::Pattern;
use crate::search::base::query::Term;
use crate::search::catalog::entries::Catalog;
use crate::search::catalog::names::NameRole;
use crate::search::evaluate::rank::{MatchQuality, Score, StartsAt, Tier};
use crate::search::matchers::fuzzy::{self, FuzzyPattern};
use crate::search::matchers::heading_number;
use crate::search::matchers::pinyin::PinyinPattern;
use crate::text::letter::is_letter_or_digit;

/// How a name matches a word.
#[derive(Clone, Debug)]
pub(crate) enum MatchKind {
    /// The folded name contains the word, from this byte on.
    Literal(usize),
    /// The letters are the pinyin of these characters of the name. The second value says whether the letters are the
    /// initials, one for each character.
    Pinyin([usize; 2], bool),
    /// The name is similar to the word; these are the positions of the characters that they share.
    Fuzzy(Vec<usize>),
}

/// How loosely a word is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looseness {
    /// Literally only. This is for excluded words.
    Literal,
    /// Also by sound, by other names, and with characters left out.
    Loose,
    /// Also with one wrong character. This is for queries that find nothing otherwise.
    WithTypos,
}

/// A word, prepared to be matched against names.
pub(crate) struct TermMatcher<'a> {
    term: &'a Term,
    pub(crate) pattern: Pattern<'a>,
    pinyin: Option<PinyinPattern>,
    fuzzy: Option<FuzzyPattern>,
    allows_typo: bool,
    /// The numbers of headings that the word consists of, see [`heading_number::parse_path`].
    pub(crate) numbers: Option<Vec<Vec<String>>>,
}

impl<'a> TermMatcher<'a> {
    pub(crate) fn new(term: &'a Term, looseness: Looseness) -> Self {
        let is_loose = looseness != Looseness::Literal && !(term.exact || term.at_start || term.at_end);
        Self {
            term,
            pattern: Pattern::new(&term.folded),
            pinyin: if is_loose { PinyinPattern::parse(&term.folded) } else { None },
            fuzzy: if is_loose { FuzzyPattern::new(&term.folded) } else { None },
            allows_typo: looseness == Looseness::WithTypos,
            numbers: heading_number::parse_path(&term.folded),
        }
    }

    /// Matches one name; `None` if it does not match.
    pub(crate) fn match_name(&self, catalog: &Catalog, name: usize) -> Option<(MatchKind, MatchQuality)> {
        // A name that matches neither by sound nor with a typo must have all characters of the word.
        let needs_all_chars = self.pinyin.is_none() && !self.allows_typo;
        if needs_all_chars && !self.pattern.may_occur(catalog.names.mask(name)) {
            return None;
        }
        let text = catalog.names.name(name);
        self.match_literally(catalog, name, text)
            .or_else(|| self.match_pinyin(catalog, name, text))
            .or_else(|| self.match_fuzzily(catalog, name, text))
    }

    fn match_literally(&self, catalog: &Catalog, name: usize, text: &str) -> Option<(MatchKind, MatchQuality)> {
        let first = self.pattern.find_from(text, 0)?;
        let word = self.pattern.word();
        let at = if self.term.at_end { text.strip_suffix(word)?.len() } else { first };
        if self.term.at_start && at != 0 {
            return None;
        }
        let before = text.get(..at).unwrap_or_default();
        let rest = text.get(at + word.len()..).unwrap_or_default();
        let is_whole = before.is_empty() && (rest.is_empty() || (rest.starts_with('(') && rest.ends_with(')')));
        let tier = match (is_whole, before.is_empty()) {
            (true, _) => Tier::Exact,
            (false, true) => Tier::Prefix,
            (false, false) => Tier::Substring,
        };
        let starts_at = match before.chars().next_back() {
            None => StartsAt::Name,
            Some(_) if is_in_brackets(before) => StartsAt::Bracket,
            Some(c) if !is_letter_or_digit(c) => StartsAt::Part,
            Some(_) if rest.is_empty() => StartsAt::Tail,
            Some(_) => StartsAt::Middle,
        };
        Some((
            MatchKind::Literal(at),
            MatchQuality { starts_at, covered: self.pattern.n_chars(), is_whole, ..quality(catalog, name, tier) },
        ))
    }

    fn match_pinyin(&self, catalog: &Catalog, name: usize, text: &str) -> Option<(MatchKind, MatchQuality)> {
        let found = catalog.names.pinyin.find(self.pinyin.as_ref()?, name, text)?;
        let [from, _] = found.range;
        let quality = MatchQuality {
            starts_at: if from == 0 { StartsAt::Name } else { StartsAt::Middle },
            is_whole: found.is_whole,
            ..quality(catalog, name, Tier::Sound)
        };
        Some((MatchKind::Pinyin(found.range, found.by_initials), quality))
    }

    /// Whether it is worth the time to compare this name by similarity.
    fn may_match_fuzzily(&self, catalog: &Catalog, name: usize) -> bool {
        self.fuzzy.as_ref().is_some_and(|fuzzy| {
            let mask = catalog.names.mask(name);
            (fuzzy.may_match(mask) && fuzzy.is_subsequence(catalog.names.name(name)))
                || (self.allows_typo && fuzzy.may_match_with_typo(mask))
        })
    }

    fn match_fuzzily(&self, catalog: &Catalog, name: usize, text: &str) -> Option<(MatchKind, MatchQuality)> {
        let fuzzy = self.fuzzy.as_ref()?;
        let mask = catalog.names.mask(name);
        let may_match = fuzzy.may_match(mask) && fuzzy.is_subsequence(text);
        let subsequence = if may_match { fuzzy.find_subsequence(text) } else { None };
        let may_have_typo = self.allows_typo && fuzzy.may_match_with_typo(mask);
        let found = subsequence.or_else(|| if may_have_typo { fuzzy.find_with_typo(text) } else { None })?;
        let quality = MatchQuality { similarity: found.score, ..quality(catalog, name, Tier::Fuzzy) };
        Some((MatchKind::Fuzzy(found.positions), quality))
    }

    /// All names that match: those that contain the word; of the rest those that sound like it; of the rest those that
    /// are similar, of which at most [`fuzzy::MAX_SCORED`] are compared.
    pub(crate) fn matching_names(&self, catalog: &Catalog) -> Vec<(usize, MatchQuality)> {
        let names = &catalog.names;
        let mut found = Vec::new();
        let mut matched = BitSet::new(names.len());
        let candidates = names.candidates(self.pattern.word());
        for name in candidates.iter() {
            let text = names.name(name);
            // A name that contains the word, but not where `^` or `$` demands it, is not tried by sound either.
            if self.pattern.find_from(text, 0).is_some() {
                matched.insert(name);
                found.extend(self.match_literally(catalog, name, text).map(|(_, quality)| (name, quality)));
            }
        }
        if let Some(pinyin) = &self.pinyin {
            // Chinese characters among the letters must be in the name.
            let all = if pinyin.is_mixed {
                names.candidates(&pinyin.chinese_characters())
            } else {
                BitSet::full(names.len())
            };
            for name in all.iter() {
                if !matched.contains(name)
                    && let Some((_, quality)) = self.match_pinyin(catalog, name, names.name(name))
                {
                    matched.insert(name);
                    found.push((name, quality));
                }
            }
        }
        if self.fuzzy.is_some() {
            let may_match = |name: &usize| !matched.contains(*name) && self.may_match_fuzzily(catalog, *name);
            // Unless one may be wrong, a similar name has all characters of the word.
            let all = if self.allows_typo { BitSet::full(names.len()) } else { candidates };
            let similar = all.iter().filter(may_match).take(fuzzy::MAX_SCORED);
            let scored =
                similar.filter_map(|name| Some((name, self.match_fuzzily(catalog, name, names.name(name))?.1)));
            found.extend(scored);
        }
        found
    }
}

fn quality(catalog: &Catalog, name: usize, tier: Tier) -> MatchQuality {
    MatchQuality { length: catalog.names.length(name), ..MatchQuality::new(tier) }
}

/// Whether a bracket is open behind some text.
fn is_in_brackets(before: &str) -> bool {
    let last = before.rfind(['(', '[']);
    last > before.rfind([')', ']'])
}

/// The score of an entry for a match with one of its names, and the quality of the match with all that is known of the
/// entry. `role` is what the name is to the entry.
pub(crate) fn score_entry(
    catalog: &Catalog,
    quality: MatchQuality,
    role: NameRole,
    entry: usize,
) -> (Score, MatchQuality) {
    let kind = catalog.kind(entry);
    let is_department = kind == Kind::Department;
    // People look for the metric of a target less often than for what a plan uses as a heading.
    let role = if kind == Kind::Target { NameRole::Other } else { role };
    let tier = match (role, quality.tier) {
        (NameRole::Short | NameRole::Other, Tier::Exact) if is_department => Tier::OtherName,
        (NameRole::Short | NameRole::Other, Tier::Exact | Tier::Prefix | Tier::Substring) => Tier::Alias,
        (_, tier) => tier,
    };
    let is_idle = is_department && catalog.tasks_of(entry).is_empty();
    let is_fragment = !quality.is_whole
        && match kind {
            Kind::Department if quality.tier == Tier::Sound => is_idle,
            Kind::Department => is_idle || matches!(quality.starts_at, StartsAt::Middle | StartsAt::Bracket),
            Kind::Indicator => quality.starts_at == StartsAt::Bracket,
            Kind::Plan | Kind::Task | Kind::Chapter | Kind::Target | Kind::Text => false,
        };
    let tier = if is_fragment { tier.max(Tier::Fragment) } else { tier };
    let quality = if is_department || kind == Kind::Plan || role == NameRole::Main {
        MatchQuality { tier, role, is_idle, ..quality }
    } else {
        // How much of a synonym was typed says nothing of the row that prints another name.
        MatchQuality { similarity: quality.similarity, ..MatchQuality::new(tier) }
    };
    (Score::new(quality, kind), quality)
}
