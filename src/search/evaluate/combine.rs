//! Words and filters together: the entries and lines that match a query, how many there are, and the best in order.

use crate::search::base::bit_set::BitSet;
use crate::search::base::hit::Kind;
use crate::search::base::options::Options;
use crate::search::base::query::Query;
use crate::search::catalog::entries::Catalog;
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::rank::{MatchQuality, Score, Tier};
use crate::search::evaluate::scope::Scope;
use crate::search::evaluate::term::{MatchedWord, TermMatches, match_term};
use crate::search::evaluate::term_matcher::Looseness;

/// The entries and lines that match a query.
pub(crate) struct QueryMatches {
    entries: BitSet,
    /// A score for each entry of the catalog, those that do not match included.
    scores: Vec<Score>,
    /// The lines that are hits of their own: paragraphs and captions.
    lines: BitSet,
}

/// One of the best entries or lines, with its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ranked {
    /// The number of an entry of the catalog.
    Entry(usize, Score),
    /// The number of a line of running text.
    Line(usize, Score),
}

/// Finds what matches a query. The second value has the words that are not excluded, in their order.
pub(crate) fn match_query<'q>(
    corpus: &Corpus,
    query: &'q Query,
    scope: &Scope,
    looseness: Looseness,
) -> (QueryMatches, Vec<MatchedWord<'q>>) {
    let mut words = Vec::new();
    let (mut groups, mut excluded) = (Vec::new(), Vec::new());
    for group in &query.groups {
        if let [only] = group.terms.as_slice()
            && only.is_excluded
        {
            excluded.push(match_term(corpus, only, Looseness::Literal).0);
            continue;
        }
        let mut of_group: Option<TermMatches> = None;
        for term in &group.terms {
            let matches = if term.is_excluded {
                all_but(corpus.catalog, &match_term(corpus, term, Looseness::Literal).0)
            } else {
                let (matches, word) = match_term(corpus, term, looseness);
                words.push(word);
                matches
            };
            match &mut of_group {
                None => of_group = Some(matches),
                Some(all) => all.merge(matches),
            }
        }
        groups.extend(of_group);
    }
    (QueryMatches::new(corpus.catalog, groups, &excluded, scope), words)
}

impl QueryMatches {
    /// What matches all groups and no excluded word, within the scope. Without any word it is
    /// all that the filters keep.
    fn new(catalog: &Catalog, groups: Vec<TermMatches>, excluded: &[TermMatches], scope: &Scope) -> Self {
        let has_filters_only = groups.is_empty() && !scope.keeps_everything();
        let mut matches = match <[TermMatches; 1]>::try_from(groups) {
            Ok([only]) => Self { entries: only.entries, scores: only.scores, lines: only.lines },
            Err(groups) if groups.is_empty() && has_filters_only => Self::everything(catalog, scope),
            Err(groups) => Self::intersect(catalog, &groups),
        };
        for term in excluded {
            matches.entries.subtract(&term.entries);
            matches.entries.subtract(&owners(catalog, term, &matches.entries));
            matches.lines.subtract(&term.lines);
        }
        if has_filters_only && !excluded.is_empty() {
            remove_offices(catalog, &mut matches.entries);
        }
        matches.lines.clear_below(catalog.text.n_owned());
        scope.apply(catalog, &mut matches.entries, &mut matches.lines);
        matches
    }

    /// All entries; and all lines if there is a filter that selects among them.
    fn everything(catalog: &Catalog, scope: &Scope) -> Self {
        let n_lines = catalog.text.len();
        let mut scores = vec![Score::NONE; catalog.len()];
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Text) {
            let [from, to] = catalog.range(kind);
            let of_kind = scores.get_mut(from..to).unwrap_or_default();
            of_kind.fill(Score::new(MatchQuality::new(Tier::Text), kind));
        }
        Self {
            entries: BitSet::full(catalog.len()),
            scores,
            lines: if scope.selects_lines() { BitSet::full(n_lines) } else { BitSet::new(n_lines) },
        }
    }

    /// What matches every group. A group may be matched by the name of the plan alone, or by the number of a place above,
    /// but not all of them.
    fn intersect(catalog: &Catalog, groups: &[TermMatches]) -> Self {
        let mut entries = BitSet::new(catalog.len());
        let mut lines = BitSet::new(catalog.text.len());
        for group in groups {
            entries.union_with(&group.entries);
            lines.union_with(&group.lines);
        }
        let around: Vec<Around> = groups.iter().map(|group| Around::new(catalog, group)).collect();
        for (group, around) in groups.iter().zip(&around) {
            if around.is_nothing() {
                lines.intersect_with(&group.lines);
            } else {
                lines.retain(|line| group.lines.contains(line) || around.has_line(catalog, line));
            }
        }
        // What one group does not match is out before the next is looked at, and most is out before anything is scored.
        let mut all_owners: Vec<BitSet> = Vec::with_capacity(groups.len());
        for (group, around) in groups.iter().zip(&around) {
            let owners = owners(catalog, group, &entries);
            if around.is_nothing() {
                let mut matched = group.entries.clone();
                matched.union_with(&owners);
                entries.intersect_with(&matched);
            }
            all_owners.push(owners);
        }
        let mut scores = vec![Score::NONE; catalog.len()];
        for entry in entries.iter() {
            let in_text = Score::new(MatchQuality::new(Tier::Text), catalog.kind(entry));
            let mut groups = groups.iter().zip(&all_owners).zip(&around);
            // `Some(None)` as long as only the plan or a place above matches, `None` if a group is matched by nothing.
            let score = groups.try_fold(None, |sum: Option<Score>, ((group, owners), around)| {
                let score = match group.score(entry) {
                    Score::NONE if owners.contains(entry) => in_text,
                    Score::NONE => return around.has_entry(catalog, entry).then_some(sum),
                    score => score,
                };
                Some(Some(sum.map_or(score, |sum| sum.and(score))))
            });
            if let (Some(score), Some(slot)) = (score, scores.get_mut(entry)) {
                *slot = score.unwrap_or(in_text);
            }
        }
        entries.retain(|entry| scores.get(entry).is_some_and(|score| *score > Score::NONE));
        Self { entries, scores, lines }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.lines.is_empty()
    }

    /// Whether all that matches is only similar to what was typed.
    pub(crate) fn are_only_similar(&self) -> bool {
        self.lines.is_empty() && self.entries.iter().all(|entry| self.score(entry).is_only_similar())
    }

    /// How many entries and lines match.
    pub(crate) fn len(&self) -> usize {
        self.entries.len() + self.lines.len()
    }

    /// How many hits of a kind there are.
    pub(crate) fn count(&self, catalog: &Catalog, kind: Kind) -> usize {
        match kind {
            Kind::Text => self.lines.len(),
            Kind::Department | Kind::Plan | Kind::Indicator | Kind::Task | Kind::Chapter | Kind::Target => {
                let [from, to] = catalog.range(kind);
                self.entries.count_range(from, to)
            }
        }
    }

    /// The best entries and lines in order, no more than the options allow.
    ///
    /// The place of each in the order is one number, so the few best are selected and only these are sorted.
    pub(crate) fn best(&self, catalog: &Catalog, options: &Options) -> Vec<Ranked> {
        let most = options.per_kind.unwrap_or(options.limit).min(options.limit);
        let n_entries = catalog.len();
        let is_wanted = |kind: &Kind| options.kinds.is_empty() || options.kinds.contains(kind);
        let mut best: Vec<u64> = Vec::with_capacity(self.entries.len() + self.lines.len().min(most));
        for kind in Kind::ALL.into_iter().filter(is_wanted) {
            let n_before = best.len();
            if kind == Kind::Text {
                let score = Score::new(MatchQuality::new(Tier::Text), Kind::Text);
                best.extend(self.lines.iter().take(most).map(|line| sort_key(score, n_entries + line)));
            } else {
                let [from, to] = catalog.range(kind);
                let entries = self.entries.iter_from(from).take_while(|entry| *entry < to);
                best.extend(entries.map(|entry| sort_key(self.score(entry), entry)));
            }
            keep_smallest(&mut best, n_before, most);
        }
        keep_smallest(&mut best, 0, options.limit);
        best.sort_unstable();
        best.into_iter().map(|key| self.ranked(n_entries, key)).collect()
    }

    fn score(&self, entry: usize) -> Score {
        self.scores.get(entry).copied().unwrap_or_default()
    }

    /// The entry or line with this [`sort_key`].
    fn ranked(&self, n_entries: usize, key: u64) -> Ranked {
        let place = usize::try_from(key & u64::from(u32::MAX)).unwrap_or(usize::MAX);
        match place.checked_sub(n_entries) {
            None => Ranked::Entry(place, self.score(place)),
            Some(line) => Ranked::Line(line, Score::new(MatchQuality::new(Tier::Text), Kind::Text)),
        }
    }
}

/// What a word names around an entry: its plan, or a numbered place that it is in.
struct Around<'a> {
    plans: &'a [u32],
    /// The nodes in the numbered places; `None` where the word is no number.
    nodes: Option<BitSet>,
}

impl<'a> Around<'a> {
    fn new(catalog: &Catalog, group: &'a TermMatches) -> Self {
        let nodes = (!group.places.is_empty()).then(|| catalog.below(&group.places));
        Self { plans: &group.plans, nodes }
    }

    fn is_nothing(&self) -> bool {
        self.plans.is_empty() && self.nodes.is_none()
    }

    fn has_node(&self, node: Option<usize>) -> bool {
        self.nodes.as_ref().zip(node).is_some_and(|(nodes, node)| nodes.contains(node))
    }

    fn has_line(&self, catalog: &Catalog, line: usize) -> bool {
        let Some(origin) = catalog.text.origin(line) else { return false };
        self.plans.contains(&origin.plan) || self.has_node(catalog.node(origin.plan as usize, origin.node as usize))
    }

    /// Whether the entry is in the plan or the place; an office is in the plans that name it.
    fn has_entry(&self, catalog: &Catalog, entry: usize) -> bool {
        let [_, n_offices] = catalog.range(Kind::Department);
        if entry < n_offices {
            return self.plans.iter().any(|plan| catalog.is_named_in(entry, *plan));
        }
        let plan = catalog.entry(entry).map_or(u32::MAX, |entry| entry.plan);
        self.plans.contains(&plan) || self.has_node(catalog.node_of(entry))
    }
}

/// Takes the offices out of a set of entries: what a text does not say is asked of texts.
fn remove_offices(catalog: &Catalog, entries: &mut BitSet) {
    let [_, end] = catalog.range(Kind::Department);
    entries.retain(|entry| entry >= end);
}

/// All entries and lines but those that match a word, as an alternative in a group.
fn all_but(catalog: &Catalog, matches: &TermMatches) -> TermMatches {
    let mut entries = BitSet::full(catalog.len());
    entries.subtract(&matches.entries);
    entries.subtract(&owners(catalog, matches, &entries));
    remove_offices(catalog, &mut entries);
    let mut lines = BitSet::full(catalog.text.len());
    lines.subtract(&matches.lines);
    let mut rest = TermMatches::new(catalog, lines);
    for entry in entries.iter() {
        rest.add(entry, Score::new(MatchQuality::new(Tier::Text), catalog.kind(entry)));
    }
    rest
}

/// A number by which the best sorts first: by score, and with equal scores by place, entries before lines.
fn sort_key(score: Score, place: usize) -> u64 {
    u64::from(u32::MAX - score.value()) << 32 | u64::from(u32::try_from(place).unwrap_or(u32::MAX))
}

/// Of the numbers from index `from` on, keeps the `most` smallest, in any order.
fn keep_smallest(numbers: &mut Vec<u64>, from: usize, most: usize) {
    if let Some(rest) = numbers.get_mut(from..)
        && most < rest.len()
    {
        rest.select_nth_unstable(most);
        numbers.truncate(from + most);
    }
}

/// Those of the entries to which a line that holds the word belongs. A paragraph belongs to its node, and also to
/// each target that it states.
fn owners(catalog: &Catalog, term: &TermMatches, entries: &BitSet) -> BitSet {
    let mut owners = BitSet::new(catalog.len());
    for owner in term.lines.iter().filter_map(|line| catalog.owner(line)).filter(|owner| entries.contains(*owner)) {
        owners.insert(owner);
    }
    let [first, end] = catalog.range(Kind::Target);
    let targets = entries.iter_from(first).take_while(|entry| *entry < end);
    let is_stated = |entry: &usize| catalog.statement_line(*entry).is_some_and(|line| term.lines.contains(line));
    owners.extend(targets.filter(is_stated));
    owners
}
