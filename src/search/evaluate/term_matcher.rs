//! One word against the names: literally, by sound, then by similarity; the first that matches counts.

use crate::search::base::bit_set::BitSet;
use crate::search::base::hit::Kind;
use crate::search::base::pattern::Pattern;
use crate::search::base::query::Term;
use crate::search::catalog::entries::Catalog;
use crate::search::catalog::names::NameRole;
use crate::search::evaluate::name_matches::{MatchKind, NameMatch, NameMatches};
use crate::search::evaluate::rank::{MatchQuality, Score, StartsAt, Tier};
use crate::search::matchers::fuzzy::FuzzyPattern;
use crate::search::matchers::heading_number;
use crate::search::matchers::pinyin::PinyinPattern;
use crate::text::letter::is_letter_or_digit;

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
    pub(crate) term: &'a Term,
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

    /// Matches a name in which the word first occurs at the byte `first`; `None` where `^` or `$` demands another place.
    fn match_literally(&self, catalog: &Catalog, name: usize, first: usize) -> Option<NameMatch> {
        let text = catalog.names.name(name);
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
        let quality =
            MatchQuality { starts_at, covered: self.pattern.n_chars(), is_whole, ..quality(catalog, name, tier) };
        Some(NameMatch { name, kind: MatchKind::Literal(at), quality })
    }

    /// Whether it is worth the time to compare this name by similarity.
    fn may_match_fuzzily(&self, catalog: &Catalog, fuzzy: &FuzzyPattern, name: usize) -> bool {
        let mask = catalog.names.mask(name);
        (fuzzy.may_match(mask) && fuzzy.is_subsequence(catalog.names.name(name)))
            || (self.allows_typo && fuzzy.may_match_with_typo(mask))
    }

    fn match_fuzzily(&self, catalog: &Catalog, fuzzy: &FuzzyPattern, name: usize) -> Option<NameMatch> {
        let (mask, text) = (catalog.names.mask(name), catalog.names.name(name));
        let may_match = fuzzy.may_match(mask) && fuzzy.is_subsequence(text);
        let subsequence = if may_match { fuzzy.find_subsequence(text) } else { None };
        let may_have_typo = self.allows_typo && fuzzy.may_match_with_typo(mask);
        let found = subsequence.or_else(|| if may_have_typo { fuzzy.find_with_typo(text) } else { None })?;
        let quality = MatchQuality { similarity: found.score, ..quality(catalog, name, Tier::Fuzzy) };
        Some(NameMatch { name, kind: MatchKind::Fuzzy(found.positions), quality })
    }

    /// All names that match: those that contain the word; of the rest those that sound like it; of the rest those that
    /// are similar, of which at most `most_similar` are compared.
    pub(crate) fn matching_names(&self, catalog: &Catalog, most_similar: usize) -> NameMatches {
        let names = &catalog.names;
        let candidates = names.candidates(self.pattern.word());
        let mut found = Vec::with_capacity(candidates.len());
        let mut matched = BitSet::new(names.len());
        for name in candidates.iter() {
            // A name that contains the word, but not where `^` or `$` demands it, is not tried by sound either.
            if let Some(first) = self.pattern.find_from(names.name(name), 0) {
                matched.insert(name);
                found.extend(self.match_literally(catalog, name, first));
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
                    && let Some(by_sound) = match_pinyin(catalog, pinyin, name)
                {
                    matched.insert(name);
                    found.push(by_sound);
                }
            }
        }
        if let Some(fuzzy) = &self.fuzzy {
            let may_match = |name: &usize| !matched.contains(*name) && self.may_match_fuzzily(catalog, fuzzy, *name);
            // Unless one may be wrong, a similar name has all characters of the word.
            let all = if self.allows_typo { BitSet::full(names.len()) } else { candidates };
            let similar = all.iter().filter(may_match).take(most_similar);
            found.extend(similar.filter_map(|name| self.match_fuzzily(catalog, fuzzy, name)));
        }
        NameMatches::new(found)
    }
}

fn match_pinyin(catalog: &Catalog, pinyin: &PinyinPattern, name: usize) -> Option<NameMatch> {
    let found = catalog.names.pinyin.find(pinyin, name, catalog.names.name(name))?;
    let [from, _] = found.range;
    let quality = MatchQuality {
        starts_at: if from == 0 { StartsAt::Name } else { StartsAt::Middle },
        is_whole: found.is_whole,
        ..quality(catalog, name, Tier::Sound)
    };
    Some(NameMatch { name, kind: MatchKind::Pinyin(found.range, found.by_initials), quality })
}

fn quality(catalog: &Catalog, name: usize, tier: Tier) -> MatchQuality {
    MatchQuality { length: catalog.names.length(name), ..MatchQuality::new(tier) }
}

/// Whether a bracket is open behind some text.
fn is_in_brackets(before: &str) -> bool {
    let last = before.bytes().rev().find(|byte| matches!(byte, b'(' | b'[' | b')' | b']'));
    matches!(last, Some(b'(' | b'['))
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
