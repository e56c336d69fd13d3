//! What a query is evaluated on: a dataset, what was indexed of it, and the registry of offices and indicators.

use crate::model::{Dataset, Target};
use crate::registry::Registry;
use crate::search::base::bit_set::BitSet;
use crate::search::base::pattern::Pattern;
use crate::search::catalog::entries::Catalog;
use crate::search::text_index::TextIndex;

/// All that a query is evaluated on. The catalog and the text index were built for this dataset and these targets.
#[derive(Clone, Copy)]
pub(crate) struct Corpus<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) registry: &'a Registry,
    pub(crate) targets: &'a [Target],
    pub(crate) catalog: &'a Catalog,
    pub(crate) text_index: &'a TextIndex,
}

impl Corpus<'_> {
    /// The lines of running text that hold the pattern.
    pub(crate) fn lines_with(&self, pattern: &Pattern) -> BitSet {
        self.text_index.lines_with(&self.catalog.text, pattern)
    }
}
