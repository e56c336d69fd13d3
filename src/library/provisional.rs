//! What is searched while the index of a large library is being made: the plans whose contents were here at once, and the facts
//! of all others. It is small, so that no key waits for it; whoever searches is told that the rest is still being read.

use crate::model::{Dataset, Lines, Plan};
use crate::registry::Registry;
use crate::search::{Index, Options, Query, SearchResults};

/// A dataset of few contents with its index.
pub(super) struct Provisional {
    dataset: Dataset,
    index: Index,
}

impl Provisional {
    /// Takes the plans that are here without being fetched, and of the others the facts.
    pub(super) fn new(dataset: &Dataset, registry: &Registry) -> Self {
        let plan = |plan: &Plan| {
            let is_bundled = plan.nodes.is_here() && !plan.nodes.is_fetched_late();
            Plan { nodes: if is_bundled { plan.nodes.clone() } else { Lines::default() }, ..plan.clone() }
        };
        let dataset = Dataset { plans: dataset.plans.iter().map(plan).collect(), ..dataset.clone() };
        let index = Index::new(&dataset, registry);
        Self { dataset, index }
    }

    pub(super) fn search(&self, registry: &Registry, query: &Query, options: &Options) -> SearchResults<'_> {
        let found = self.index.search(&self.dataset, registry, query, options);
        SearchResults { is_partial: true, ..found }
    }
}
