//! The own plans that take part, by their ids, and the keys by which the cache has what was made of them.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::cache::key;
use super::shared::Shared;

/// The ids of the own plans in their order, each with the key of its plan. Clones share them; what is looked up in them is made
/// when that is first done, which the first screen does not.
#[derive(Clone, Debug)]
pub(super) struct Keys(Arc<Known>);

#[derive(Debug)]
struct Known {
    keys: Vec<(Shared, Shared)>,
    positions: OnceLock<FxHashMap<Shared, usize>>,
    digest: OnceLock<String>,
}

impl Keys {
    pub(super) fn new(keys: Vec<(Shared, Shared)>) -> Self {
        Self(Arc::new(Known { keys, positions: OnceLock::new(), digest: OnceLock::new() }))
    }

    /// The ids with the keys, in the order of the plans.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.keys.iter().map(|(id, key)| (&**id, &**key))
    }

    /// The key of the plan with this id, if it is one of them.
    pub(super) fn of(&self, id: &str) -> Option<&str> {
        let positions = || self.0.keys.iter().map(|(id, _)| id.clone()).zip(0..).collect();
        let at = self.0.positions.get_or_init(positions).get(id)?;
        self.0.keys.get(*at).map(|(_, key)| &**key)
    }

    /// A digest of all keys in their order.
    pub(super) fn digest(&self) -> &str {
        self.0.digest.get_or_init(|| key(&self.iter().map(|(_, key)| key).collect::<Vec<_>>()))
    }
}
