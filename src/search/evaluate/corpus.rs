//! What a query is evaluated on: a dataset, what was indexed of it, and the registry of offices and indicators.

use crate::model::Dataset;
use crate::registry::Registry;
use crate::search::base::bit_set::BitSet;
use crate::search::base::pattern::Pattern;
use crate::search::catalog::entries::Catalog;
use crate::search::catalog::targets::Targets;
use crate::search::text_index::TextIndex;

/// All that a query is evaluated on. The catalog and the text index were built for this dataset and these targets.
#[derive(Clone, Copy)]
pub(crate) struct Corpus<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) registry: &'a Registry,
    pub(crate) targets: &'a Targets,
    pub(crate) catalog: &'a Catalog,
    pub(crate) text_index: &'a TextIndex,
    /// Index of the plan in which the reader is; `None` where that is none.
    pub(crate) home: Option<u32>,
}

/// Years that a plan may mention; any other number is not a year.
pub(crate) const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// The year that a folded word names, with 年 behind it or not; `None` for any other word.
pub(crate) fn year_of(word: &str) -> Option<u32> {
    let digits = word.strip_suffix('年').unwrap_or(word);
    digits.parse().ok().filter(|year| digits.len() == 4 && YEARS.contains(year))
}

impl Corpus<'_> {
    /// The only office among those easily confused with an office that has tasks, where that has none itself.
    pub(crate) fn living_sister(&self, office: usize) -> Option<usize> {
        let is_living = |office: &usize| !self.catalog.tasks_of(*office).is_empty();
        let at = self.catalog.entry(office).filter(|_| !is_living(&office))?.node as usize;
        let sisters = self.dataset.departments.get(at)?.sisters.iter();
        let mut living = sisters.filter_map(|id| self.catalog.department(id)).filter(is_living);
        living.next().filter(|_| living.next().is_none())
    }

    /// The lines of running text that hold the pattern.
    pub(crate) fn lines_with(&self, pattern: &Pattern) -> BitSet {
        self.text_index.lines_with(&self.catalog.text, pattern)
    }
}
