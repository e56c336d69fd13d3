//! Finding things: from what a person types to ranked hits.
//!
//! ```text
//! Index ─► present ─► evaluate ─► catalog ─► text_index ─► matchers ─► base
//! ```
//!
//! Imports run along the arrows only. `base` has the query and the hit, `matchers` compare a word with a name,
//! `text_index` finds the lines of running text that hold a word, `catalog` knows everything that can be found,
//! `evaluate` decides what answers a query and in which order, and `present` makes hits of it.
//! Nothing here knows a terminal, a file or a clock. Speed: see `tests/bench/search.rs`.

mod base;
mod catalog;
mod evaluate;
mod matchers;
mod present;
mod text_index;

pub use base::few::Few;
pub use base::hit::{Context, Hit, How, Kind, Matched, Spot};
pub use base::options::Options;
pub use base::query::{Filter, FilterSort, Group, Place, Query, Term};
pub use evaluate::scope::{Meaning, Reading};
pub use present::no_match::Nothing;

use std::sync::OnceLock;

use crate::model::{Dataset, Department, Target};
use crate::search::base::pattern::Needle;
use crate::search::base::set::Set;
use crate::search::catalog::entries::Haystack;
use crate::search::evaluate::combine::{Answer, Ranked};
use crate::search::evaluate::scope::Scope;
use crate::search::evaluate::term::{Met, meet};
use crate::search::evaluate::word::{Care, Word};
use crate::search::present::hit_builder::Maker;
use crate::search::present::no_match;
use crate::search::text_index::bigram_index::Pairs;
use crate::search::text_index::char_index::Signs;
use crate::search::text_index::scan;

/// The answer to a query.
#[derive(Clone, Debug, Default)]
pub struct Found<'a> {
    /// The best hits, in order.
    pub hits: Vec<Hit<'a>>,
    /// How many there are of each kind, beyond the limit too; kinds without any are left out.
    pub counts: Vec<(Kind, usize)>,
    /// The filters, and what they were taken for.
    pub filters: Vec<Reading>,
    /// The offices that a word of the query names whole; several if they share the name.
    pub departments: Vec<&'a Department>,
    /// Why there is no hit; `None` where there are some, and where nothing was asked.
    pub nothing: Option<Nothing>,
}

/// What a dataset is searched with. Made once; belongs to the dataset it was made of, which must be handed in again
/// with each search.
///
/// A large library answers faster once [`Index::prepare`] has run, which takes a second or two and may run on another
/// thread meanwhile: until it is done, words are looked for by a plain scan, with the same answers.
pub struct Index {
    haystack: Haystack,
    /// The targets that are found, in the order of their entries.
    targets: Vec<Target>,
    /// Of the running text of a small library.
    signs: Option<Signs>,
    pairs: OnceLock<Pairs>,
}

/// From this many bytes of running text on an index of pairs is worth its making; below, the signs are enough.
const LARGE: usize = 10_000_000;

impl Index {
    /// An index of this dataset.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        Self::with_targets(dataset, Vec::new())
    }

    /// The same, in which the targets that the dataset's texts state are found too. They are whoever's who reads them
    /// out of the texts.
    #[must_use]
    pub fn with_targets(dataset: &Dataset, targets: Vec<Target>) -> Self {
        let haystack = Haystack::of(dataset, &targets);
        let prose = &haystack.prose;
        let signs = (prose.blob().len() < LARGE).then(|| Signs::of(prose.blob(), prose.len()));
        Self { haystack, targets, signs, pairs: OnceLock::new() }
    }

    /// Whether the library is so large that [`Index::prepare`] should run.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.haystack.prose.blob().len() >= LARGE
    }

    /// Makes searching of a large library fast. Blocks until done; searches on other threads go on meanwhile.
    pub fn prepare(&self) {
        self.pairs.get_or_init(|| Pairs::of(&self.haystack.prose));
    }

    /// The ranked hits of a query.
    #[must_use]
    pub fn search<'a>(&'a self, dataset: &'a Dataset, query: &Query, options: &Options) -> Found<'a> {
        let mut found = Found::default();
        if query.is_empty() {
            found.filters = self.scope(dataset, query, options).readings;
            return found;
        }
        let scope = self.scope(dataset, query, options);
        let (mut answer, mut offices) = self.answer(dataset, query, &scope, Care::Loose);
        let mut care = Care::Loose;
        if answer.is_empty() {
            care = Care::Slips;
            (answer, offices) = self.answer(dataset, query, &scope, care);
        }
        found.counts = Kind::ALL.iter().map(|kind| (*kind, answer.count(&self.haystack, *kind))).collect();
        found.counts.retain(|(_, count)| *count > 0);
        let maker = self.maker(dataset, query, care, &offices, scope.offices.clone());
        let best = answer.best(&self.haystack, options);
        found.hits.reserve_exact(best.len());
        let hits = (1..).zip(best).filter_map(|(rank, ranked)| match ranked {
            Ranked::Entry(entry, grade) => maker.entry(rank, entry, grade),
            Ranked::Line(line, grade) => maker.line(rank, line, grade),
        });
        found.hits.extend(hits);
        let named = offices.iter().flatten().filter_map(|entry| self.haystack.entry(*entry));
        found.departments = named.filter_map(|entry| dataset.departments.get(entry.node as usize)).collect();
        if answer.is_empty() {
            found.nothing = Some(self.nothing(dataset, query, options));
        }
        found.filters = scope.readings;
        found
    }

    fn scope(&self, dataset: &Dataset, query: &Query, options: &Options) -> Scope {
        Scope::of(&self.haystack, (dataset, &self.targets), query, &options.plans, &|needle| self.lines_with(needle))
    }

    /// The lines in which a word stands.
    fn lines_with(&self, needle: &Needle) -> Set {
        let prose = &self.haystack.prose;
        match (self.pairs.get(), &self.signs) {
            (Some(pairs), _) => pairs.lines_with(prose, needle),
            (None, Some(signs)) => signs.lines_with(prose, needle),
            (None, None) => scan::lines_with(prose, needle),
        }
    }

    /// What answers, and for each positive word the offices it names whole.
    fn answer(&self, dataset: &Dataset, query: &Query, scope: &Scope, care: Care) -> (Answer, Vec<Vec<usize>>) {
        let mut offices = Vec::new();
        let (mut groups, mut refused) = (Vec::new(), Vec::new());
        for group in &query.groups {
            let care = if group.refused { Care::Literal } else { care };
            let mut of_group: Option<Met> = None;
            for term in &group.terms {
                let met = meet(&self.haystack, dataset, term, care, &|needle| self.lines_with(needle));
                if group.refused {
                    refused.push(met);
                    continue;
                }
                offices.push(met.offices.clone());
                match &mut of_group {
                    None => of_group = Some(met),
                    Some(all) => all.or(met),
                }
            }
            groups.extend(of_group);
        }
        (Answer::of(&self.haystack, groups, &refused, scope), offices)
    }

    fn maker<'a: 'q, 'q>(
        &'a self,
        dataset: &'a Dataset,
        query: &'q Query,
        care: Care,
        offices: &[Vec<usize>],
        asked: Vec<String>,
    ) -> Maker<'a, 'q> {
        let terms = query.wanted();
        let office = |entries: &Vec<usize>| match entries.as_slice() {
            [only] => {
                let at = self.haystack.entry(*only)?.node as usize;
                dataset.departments.get(at).map(|department| department.id.as_str())
            }
            _ => None,
        };
        Maker {
            dataset,
            haystack: &self.haystack,
            targets: &self.targets,
            words: terms.map(|term| (Word::new(term, care), term.raw.as_str())).collect(),
            offices: offices.iter().map(office).collect(),
            asked,
        }
    }

    /// Why there is no hit.
    fn nothing(&self, dataset: &Dataset, query: &Query, options: &Options) -> Nothing {
        let mut nothing = Nothing::default();
        for filter in &query.filters {
            let rest =
                Query { filters: query.filters.iter().filter(|it| *it != filter).cloned().collect(), ..query.clone() };
            let count = self.answer(dataset, &rest, &self.scope(dataset, &rest, options), Care::Loose).0.len();
            if count > 0 {
                let [from, to] = filter.place;
                let typed = query.typed.chars().skip(from).take(to - from).collect();
                nothing.removed.push((typed, filter.place, count));
            }
        }
        let is_open = query.filters.is_empty() && options.plans.is_empty();
        for term in query.wanted() {
            let alone = Query { groups: vec![Group { terms: vec![term.clone()], refused: false }], ..Query::default() };
            // The only word of a query is known to meet nothing.
            let is_only = is_open && query.groups == alone.groups;
            if is_only || self.answer(dataset, &alone, &Scope::default(), Care::Loose).0.is_empty() {
                nothing.unmet.push(term.raw.clone());
                nothing.nearest.extend(no_match::nearest(&self.haystack, &term.word));
            }
        }
        nothing.nearest.dedup();
        nothing
    }

    /// Bytes of memory it takes, beside the dataset.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let signs = self.signs.as_ref().map_or(0, Signs::bytes);
        self.haystack.bytes() + signs + self.pairs.get().map_or(0, Pairs::bytes)
    }
}
