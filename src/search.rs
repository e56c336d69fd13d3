//! Full-text and name search: from what a person types to ranked hits.
//!
//! ```
//! use guihua::dataset;
//! use guihua::search::{Index, Kind, Options, Query};
//!
//! let (dataset, registry) = (dataset::bundled()?, dataset::registry());
//! let index = Index::new(&dataset, &registry);
//! let results = index.search(&dataset, &registry, &Query::parse("rsj"), &Options::default());
//! let best = results.hits.first().expect("an office is found by the initials of its short name");
//! assert_eq!(best.kind, Kind::Department);
//! assert_eq!(best.title, "人力资源和社会保障局");
//! assert_eq!(best.why(), "又名“人社局”（拼音首字母）");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Layers
//!
//! ```text
//! Index ─► present, understand ─► evaluate ─► catalog ─► text_index ─► matchers ─► base
//! ```
//!
//! Imports run along the arrows only. `base` has the query and the hit, `matchers` compare a word with a name,
//! `text_index` finds the lines of running text that hold a word, `catalog` lists everything that can be found,
//! `evaluate` decides what matches a query and in which order, `understand` reads a line that says more than its words, and
//! `present` builds hits.
//!
//! Nothing here knows a terminal, a file or a clock. `tests/bench/search.rs` measures the speed.

mod base;
mod catalog;
mod evaluate;
mod matchers;
mod present;
mod text_index;
mod understand;

pub use base::blob::ReadAt;
pub use base::hit::{CharRange, CharRanges, Closeness, Context, Hit, HitLocation, Kind, MatchedField, MatchedFields};
pub use base::options::Options;
pub(crate) use base::query::roles_named;
pub use base::query::{Filter, FilterKind, Group, Query, Term};
pub use evaluate::scope::{FilterMeaning, ResolvedFilter};
pub use present::no_match::NoMatch;
pub use understand::Understood;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::model::{Dataset, Department, Target};
use crate::registry::Registry;
use crate::search::base::bytes::{Reader, Writer};
use crate::search::catalog::entries::Catalog;
use crate::search::catalog::targets::Targets;
use crate::search::evaluate::combine::{QueryMatches, Ranked, match_query};
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::scope::Scope;
use crate::search::evaluate::term::MatchedWord;
use crate::search::evaluate::term_matcher::Looseness;
use crate::search::present::hit_builder::HitBuilder;
use crate::search::present::no_match;
use crate::search::text_index::{TextIndex, is_large};
use crate::search::understand::{Reading, may_say_more, understand};

/// What a search found, and how its filters were understood.
#[derive(Clone, Debug, Default)]
pub struct SearchResults<'a> {
    /// The best hits, the best one first.
    pub hits: Vec<Hit<'a>>,
    /// How many hits there are of each kind, those beyond the limit included. Kinds without any are left out.
    pub counts: Vec<(Kind, usize)>,
    /// The filters of the query with their meanings.
    pub filters: Vec<ResolvedFilter>,
    /// The offices of which a word of the query is a whole name; several if they share the name.
    pub departments: Vec<&'a Department>,
    /// How the line was understood, where that is not how it was typed.
    pub understood: Option<Understood>,
    /// Whether the line asks about the office of the one who asks, which [`Options::own_office`] does not name. Nothing is
    /// looked for then.
    pub lacks_own_office: bool,
    /// Whether the plans are still being read, so that there may be more hits than these.
    pub is_partial: bool,
    /// Why there is no hit; `None` if there are hits, or if the query is empty.
    pub no_match: Option<NoMatch>,
}

/// An index of a dataset, built once. Each search is handed the dataset and the registry that it was built with.
///
/// A large library is searched faster once [`Index::prepare`] has run, which takes a second or two and may run on
/// another thread meanwhile: until it is done, the text is scanned, with the same results.
pub struct Index {
    catalog: Catalog,
    /// The targets that can be found, in the order of their entries.
    targets: Targets,
    full_text: TextIndex,
}

impl Index {
    /// Indexes a dataset. Offices and indicators are also found by the other names that the registry has for them.
    #[must_use]
    pub fn new(dataset: &Dataset, registry: &Registry) -> Self {
        Self::with_targets(dataset, registry, &[])
    }

    /// Also indexes `targets`, which the caller extracts from the texts of the dataset.
    #[must_use]
    pub fn with_targets(dataset: &Dataset, registry: &Registry, targets: &[Target]) -> Self {
        let catalog = Catalog::new(dataset, registry, targets);
        let targets = Targets::new(targets);
        let full_text = TextIndex::new(&catalog.text);
        Self { catalog, targets, full_text }
    }

    /// The index as bytes, from which [`Index::from_bytes`] makes it again in a fraction of the time.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        self.catalog.write(&mut out);
        self.full_text.write(&mut out);
        self.targets.write(&mut out);
        out.finish()
    }

    /// The index that was written with [`Index::to_bytes`]; `None` for anything else. It must be searched with the dataset and
    /// the registry that it was built with, or with equal ones.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Self::from_reader(Reader::new(bytes))
    }

    /// Makes the index as [`Index::from_bytes`] does, but leaves its large lists in the place where the bytes are kept, and reads
    /// there what a search needs of them.
    #[must_use]
    pub fn from_kept(bytes: &[u8], place: &Arc<dyn ReadAt>) -> Option<Self> {
        Self::from_reader(Reader::of_kept(bytes, place))
    }

    fn from_reader(mut from: Reader<'_>) -> Option<Self> {
        let (catalog, full_text) = (Catalog::read(&mut from)?, TextIndex::read(&mut from)?);
        let targets = Targets::read(&mut from)?;
        from.is_at_end().then_some(Self { catalog, targets, full_text })
    }

    /// Whether the library is so large that [`Index::prepare`] is worth its time.
    #[must_use]
    pub fn is_large(&self) -> bool {
        is_large(&self.catalog.text)
    }

    /// Makes the search of a large library fast. Blocks until done; searches on other threads go on meanwhile.
    pub fn prepare(&self) {
        self.full_text.prepare(&self.catalog.text);
    }

    /// Finds the hits of a query and ranks them. They borrow their texts from the dataset.
    #[must_use]
    pub fn search<'a>(
        &'a self,
        dataset: &'a Dataset,
        registry: &Registry,
        query: &Query,
        options: &Options,
    ) -> SearchResults<'a> {
        let (catalog, targets) = (&self.catalog, &self.targets);
        let home = options.home.as_ref().and_then(|home| dataset.plans.iter().position(|plan| plan.id == *home));
        let home = home.and_then(|at| u32::try_from(at).ok());
        let corpus = Corpus { dataset, registry, targets, catalog, text_index: &self.full_text, home };
        let filters = Scope::new(&corpus, query, &options.plans);
        if query.is_empty() {
            let no_match = NoMatch::of_empty(query);
            return SearchResults { filters: filters.resolved, no_match, ..SearchResults::default() };
        }
        let reading = OnceCell::new();
        let Ok(found) = find(&corpus, query, filters, options, &reading) else {
            return SearchResults { lacks_own_office: true, ..SearchResults::default() };
        };
        let Found { mut matches, mut words, filters, understood } = found;
        let query = understood.map_or(query, |read| &read.query);
        if matches.is_empty() {
            (matches, words) = match_query(&corpus, query, &filters, Looseness::WithTypos);
        }
        let counts = Kind::ALL.iter().map(|kind| (*kind, matches.count(catalog, *kind)));
        let counts = counts.filter(|(_, count)| *count > 0).collect();
        let builder = HitBuilder::new(dataset, (catalog, targets), &words, &filters.departments);
        let best = matches.best(catalog, options);
        let mut hits = Vec::with_capacity(best.len());
        for (rank, ranked) in (1..).zip(best) {
            let hit = match ranked {
                Ranked::Entry(entry, score) => builder.build_for_entry(rank, entry, score),
                Ranked::Line(line, score) => builder.build_for_line(rank, line, score),
            };
            if let Some(hit) = hit {
                hits.push(hit);
            }
        }
        let mut named: Vec<usize> = words.iter().flat_map(|word| &word.departments).copied().collect();
        named.sort_unstable();
        named.dedup();
        let named = named.into_iter().filter_map(|entry| catalog.entry(entry));
        let departments = named.filter_map(|entry| dataset.departments.get(entry.node as usize)).collect();
        let no_match = matches.is_empty().then(|| no_match::explain(&corpus, query, &options.plans));
        SearchResults {
            hits,
            counts,
            filters: filters.resolved,
            departments,
            understood: understood.cloned(),
            lacks_own_office: false,
            is_partial: false,
            no_match,
        }
    }

    /// Size in memory, in bytes, without the dataset.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.catalog.bytes() + self.full_text.bytes() + self.targets.bytes()
    }
}

/// What a line finds, typing errors apart.
struct Found<'q> {
    matches: QueryMatches,
    /// The words that are not excluded.
    words: Vec<MatchedWord<'q>>,
    filters: Scope,
    /// The reading that was matched, where that is not the line as it was typed.
    understood: Option<&'q Understood>,
}

/// Matches a line as it is understood where that says more than its words, or where they stand nowhere; else as it was
/// typed. Most lines are typed letter by letter and say no more, so that is asked first. `reading` is where the reading is
/// kept once it was asked for.
///
/// # Errors
/// The line asks about an own office that is not known.
fn find<'q>(
    corpus: &Corpus,
    query: &'q Query,
    filters: Scope,
    options: &Options,
    reading: &'q OnceCell<Option<Reading>>,
) -> Result<Found<'q>, LacksOwnOffice> {
    let as_read = |understood: &'q Understood| {
        let filters = Scope::new(corpus, &understood.query, &options.plans);
        let (matches, words) = match_query(corpus, &understood.query, &filters, Looseness::Loose);
        (!matches.is_empty()).then_some(Found { matches, words, filters, understood: Some(understood) })
    };
    let read = || match reading.get_or_init(|| understand(corpus, query, options.own_office.as_deref())) {
        Some(Reading::OwnOfficeUnknown) => Err(LacksOwnOffice),
        Some(Reading::As(understood)) => Ok(Some(understood)),
        None => Ok(None),
    };
    let sure = if may_say_more(corpus, query) { read()? } else { None };
    if let Some(found) = sure.filter(|read| read.is_sure).and_then(as_read) {
        return Ok(found);
    }
    let (matches, words) = match_query(corpus, query, &filters, Looseness::Loose);
    let is_similar = matches.are_only_similar();
    let is_idle = |office: &usize| corpus.catalog.tasks_of(*office).is_empty();
    let likely =
        if is_similar || words.iter().flat_map(|word| &word.departments).any(is_idle) { read()? } else { None };
    let found = likely.filter(|read| is_similar || read.is_sure).and_then(as_read);
    Ok(found.unwrap_or(Found { matches, words, filters, understood: None }))
}

/// The office of the one who asks is meant and not known.
struct LacksOwnOffice;
