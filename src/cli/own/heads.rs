//! The own plans as a start of the program needs them: the facts of each, and what of it is read when it is first looked at.
//! The facts are kept in one file, from which those of a plan are taken if the file of the plan in the library is as it was;
//! else the plan is made anew of its text. The library alone says which plans there are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::cache::Cache;
use super::made::Made;
use super::store::{Stamp, Store};
use super::stored::{Facts, Stored};
use crate::library::side_by_side;
use crate::model::{Lines, Node, Plan};
use crate::registry::Registry;

/// The name of the file in the cache.
const NAME: &str = "heads";

/// An own plan whose outline is read when it is first looked at.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Head {
    /// By what the file in the library is known to be the one that this was made of.
    pub(super) stamp: Stamp,
    /// The key of the plan in the cache.
    pub(super) key: String,
    /// The SHA-256 of the text as it was imported.
    pub(super) digest: String,
    pub(super) supplied: Facts,
    pub(super) added: String,
    pub(super) imported: String,
    pub(super) plan: Plan,
    /// The names that the plan prints for offices, as JSON.
    #[serde(skip)]
    pub(super) printed: String,
}

/// The own plans, and what could not be read of them.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// In the order in which they were first imported.
    pub(super) plans: Vec<Head>,
    /// What could not be read, each in one line.
    pub(super) troubles: Vec<String>,
}

impl Heads {
    /// Reads the facts of all plans of the library. What has to be made is made on all processors, and kept; before that
    /// `begin` is called with the number of such plans.
    pub(super) fn read(store: &Store, cache: &Cache, registry: &Arc<Registry>, begin: impl Fn(usize)) -> Self {
        let ids = match store.ids() {
            Ok(ids) => ids,
            Err(error) => return Self { plans: Vec::new(), troubles: vec![format!("{error:#}")] },
        };
        let mut kept = parse(cache);
        let n_kept = kept.len();
        let mut heads = Self::default();
        let mut lacking = Vec::new();
        for id in ids {
            let Some(mut stamp) = store.stamp(&id) else { continue };
            if stamp.is_corrected() {
                heads.troubles.extend(store.wrong_corrections(&id));
                // A file that was none is not there any more.
                stamp = store.stamp(&id).unwrap_or(stamp);
            }
            match kept.remove(&id).filter(|head| head.stamp == stamp) {
                Some(head) => heads.plans.push(head),
                None => lacking.push((id, stamp)),
            }
        }
        let is_changed = !lacking.is_empty() || heads.plans.len() < n_kept;
        begin(lacking.len());
        let made = side_by_side::map(&lacking, |(id, stamp)| {
            let stored = store.load(id)?;
            Ok::<_, String>(stored.and_then(|stored| Self::make(cache, id, *stamp, &stored, registry)))
        });
        for made in made {
            match made {
                Ok(head) => heads.plans.extend(head),
                Err(trouble) => heads.troubles.push(trouble),
            }
        }
        if is_changed {
            heads.keep(cache);
        }
        heads.plans.sort_by(|one, other| (&one.added, &one.plan.id).cmp(&(&other.added, &other.plan.id)));
        let origin = Arc::new(Origin { store: store.clone(), cache: cache.clone(), registry: Arc::clone(registry) });
        for head in &mut heads.plans {
            head.plan.nodes = Origin::nodes(&origin, head);
        }
        heads
    }

    /// Reads a plan anew, or takes it from the cache.
    fn make(cache: &Cache, id: &str, stamp: Stamp, stored: &Stored, registry: &Registry) -> Option<Head> {
        let key = Made::key(cache, id, stored, &[]);
        let made = Made::facts(cache, &key, id, stored, registry);
        Head::new(stamp, key, stored, &made)
    }

    /// Keeps the facts, and clears away what no plan needs any more.
    fn keep(&self, cache: &Cache) {
        let mut text = String::new();
        for head in &self.plans {
            let Ok(facts) = serde_json::to_string(&Head { plan: bare(&head.plan), ..head.clone() }) else { return };
            text.extend([facts.as_str(), "\n", &head.printed, "\n"]);
        }
        cache.write(NAME, text.as_bytes());
        let keys: HashSet<&str> = self.plans.iter().map(|head| head.key.as_str()).collect();
        cache.clear(|key| keys.contains(key));
    }
}

impl Head {
    /// The facts of a plan that was just made. `None` if they cannot be written as JSON, which happens to none.
    pub(super) fn new(stamp: Stamp, key: String, stored: &Stored, made: &Made) -> Option<Self> {
        Some(Self {
            stamp,
            key,
            digest: stored.digest.clone(),
            supplied: stored.supplied.clone(),
            added: stored.added.clone(),
            imported: stored.imported.clone(),
            plan: bare(&made.plan),
            printed: serde_json::to_string(&made.printed).ok()?,
        })
    }
}

fn bare(plan: &Plan) -> Plan {
    Plan { nodes: Lines::default(), ..plan.clone() }
}

/// Where the outlines of plans are read when they are first looked at.
#[derive(Debug)]
struct Origin {
    store: Store,
    cache: Cache,
    registry: Arc<Registry>,
}

impl Origin {
    /// The outline of a plan: from the cache, or if that has lost it, from the library. A plan that another program has taken
    /// out of both since has none.
    fn nodes(self: &Arc<Self>, head: &Head) -> Lines<Node> {
        let (origin, id, key) = (Arc::clone(self), head.plan.id.clone(), head.key.clone());
        Lines::fetched_by(move || {
            let anew = || {
                let stored = origin.store.load(&id).ok().flatten()?;
                Some(Made::of_stored(&origin.cache, &key, &id, &stored, &origin.registry).plan.nodes.to_vec())
            };
            Made::nodes(&origin.cache, &key).or_else(anew).unwrap_or_default()
        })
    }
}

/// The facts that are kept, by the ids of their plans; none where the file is not there or is of another form.
fn parse(cache: &Cache) -> HashMap<String, Head> {
    let Some(text) = cache.read(NAME).and_then(|bytes| String::from_utf8(bytes).ok()) else { return HashMap::new() };
    let mut heads = HashMap::new();
    let mut lines = text.lines();
    while let (Some(facts), Some(printed)) = (lines.next(), lines.next()) {
        let Ok(head) = serde_json::from_str::<Head>(facts) else { return HashMap::new() };
        heads.insert(head.plan.id.clone(), Head { printed: printed.to_owned(), ..head });
    }
    heads
}
