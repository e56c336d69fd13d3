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

pub use base::hit::{Context, Few, Hit, How, Kind, Matched, Spot};
pub use base::options::Options;
pub use base::query::{Filter, FilterSort, Group, Place, Query, Term};
pub use evaluate::scope::{Meaning, Reading};
pub use present::no_match::Nothing;

use crate::model::{Dataset, Department, Target};
use crate::registry::Registry;
use crate::search::catalog::entries::Haystack;
use crate::search::evaluate::combine::Ranked;
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::scope::Scope;
use crate::search::evaluate::word::{Care, Word};
use crate::search::present::hit_builder::Maker;
use crate::search::present::no_match;
use crate::search::text_index::{TextIndex, is_large};

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

/// An index of a dataset, built once. Each search is handed the dataset and the registry that it was built with.
///
/// A large library answers faster once [`Index::prepare`] has run, which takes a second or two and may run on another
/// thread meanwhile: until it is done, the text is scanned, with the same answers.
pub struct Index {
    catalog: Haystack,
    /// The targets that can be found, in the order of their entries.
    targets: Vec<Target>,
    text_index: TextIndex,
}

impl Index {
    /// Indexes a dataset. Offices and indicators are also found by the other names that the registry has for them.
    #[must_use]
    pub fn new(dataset: &Dataset, registry: &Registry) -> Self {
        Self::with_targets(dataset, registry, Vec::new())
    }

    /// Also indexes `targets`, which the caller extracts from the texts of the dataset.
    #[must_use]
    pub fn with_targets(dataset: &Dataset, registry: &Registry, targets: Vec<Target>) -> Self {
        let catalog = Haystack::of(dataset, registry, &targets);
        let text_index = TextIndex::new(&catalog.prose);
        Self { catalog, targets, text_index }
    }

    /// Whether the library is so large that [`Index::prepare`] should run.
    #[must_use]
    pub fn is_large(&self) -> bool {
        is_large(&self.catalog.prose)
    }

    /// Makes searching of a large library fast. Blocks until done; searches on other threads go on meanwhile.
    pub fn prepare(&self) {
        self.text_index.prepare(&self.catalog.prose);
    }

    /// The ranked hits of a query, which borrow their texts from the dataset.
    #[must_use]
    pub fn search<'a>(
        &'a self,
        dataset: &'a Dataset,
        registry: &Registry,
        query: &Query,
        options: &Options,
    ) -> Found<'a> {
        let corpus =
            Corpus { dataset, registry, targets: &self.targets, catalog: &self.catalog, text_index: &self.text_index };
        let scope = Scope::of(&corpus, query, &options.plans);
        if query.is_empty() {
            return Found { filters: scope.readings, ..Found::default() };
        }
        let mut care = Care::Loose;
        let (mut answer, mut offices) = evaluate::combine::answer(&corpus, query, &scope, care);
        if answer.is_empty() {
            care = Care::Slips;
            (answer, offices) = evaluate::combine::answer(&corpus, query, &scope, care);
        }
        let mut counts: Vec<_> = Kind::ALL.iter().map(|kind| (*kind, answer.count(&self.catalog, *kind))).collect();
        counts.retain(|(_, count)| *count > 0);
        let maker = self.maker(dataset, query, care, &offices, scope.offices);
        let best = answer.best(&self.catalog, options);
        let mut hits = Vec::with_capacity(best.len());
        hits.extend((1..).zip(best).filter_map(|(rank, ranked)| match ranked {
            Ranked::Entry(entry, grade) => maker.entry(rank, entry, grade),
            Ranked::Line(line, grade) => maker.line(rank, line, grade),
        }));
        let named = offices.iter().flatten().filter_map(|entry| self.catalog.entry(*entry));
        let departments = named.filter_map(|entry| dataset.departments.get(entry.node as usize)).collect();
        let nothing = answer.is_empty().then(|| no_match::explain(&corpus, query, &options.plans));
        Found { hits, counts, filters: scope.readings, departments, nothing }
    }

    /// What makes hits of the entries and lines that answer.
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
                let at = self.catalog.entry(*only)?.node as usize;
                dataset.departments.get(at).map(|department| department.id.as_str())
            }
            _ => None,
        };
        Maker {
            dataset,
            haystack: &self.catalog,
            targets: &self.targets,
            words: terms.map(|term| (Word::new(term, care), term.raw.as_str())).collect(),
            offices: offices.iter().map(office).collect(),
            asked,
        }
    }

    /// Size in memory, in bytes, without the dataset.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.catalog.bytes() + self.text_index.bytes()
    }
}
