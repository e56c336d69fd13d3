//! Finds the figures or rows of a metric without comparing every two names.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::metric::Metric;

/// The most entries that are looked at for one key. A plan that prints more under one key repeats itself.
const MOST: usize = 64;

/// The positions of metrics in a list, by the keys that similar names share.
pub(crate) struct MetricIndex {
    by_key: FxHashMap<String, Vec<usize>>,
}

impl MetricIndex {
    /// Indexes metrics, each with its position in the caller's list.
    pub(crate) fn new<'m, 'a: 'm>(metrics: impl Iterator<Item = (usize, &'m Metric<'a>)>) -> Self {
        let mut by_key: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, metric) in metrics {
            for key in metric.index_keys() {
                let positions = by_key.entry(key).or_default();
                if positions.len() < MOST {
                    positions.push(at);
                }
            }
        }
        Self { by_key }
    }

    /// The positions of all metrics that may be similar to one, ascending, each once. Whether they are is for
    /// [`Metric::similarity`] to say.
    pub(crate) fn candidates(&self, metric: &Metric) -> Vec<usize> {
        let keys = metric.index_keys();
        let mut positions: Vec<usize> = keys.iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        positions.sort_unstable();
        positions.dedup();
        positions
    }
}
