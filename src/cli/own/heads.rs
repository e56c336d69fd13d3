//! The own plans as a start of the program needs them: the facts of each, and what of it is read when it is first looked at.
//! The facts are kept in one file, from which those of a plan are taken if the file of the plan in the library is as it was;
//! else the plan is made anew of its text. The library alone says which plans there are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::cache::Cache;
use super::made::{Made, Printed};
use super::record::{Reader, Writer};
use super::store::{Stamp, Store};
use super::stored::{Facts, Stored};
use crate::dataset::PrintedNames;
use crate::library::side_by_side;
use crate::model::{Lines, Node, Plan};
use crate::registry::Registry;

/// The names of the files in the cache: of the facts, and of the names that plans print for offices.
const FACTS: &str = "heads";
const NAMES: &str = "names";

/// An own plan whose outline is read when it is first looked at.
#[derive(Clone, Debug)]
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
}

/// The own plans, and what could not be read of them.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// In the order in which they were first imported.
    pub(super) plans: Vec<Head>,
    /// What could not be read, each in one line.
    pub(super) troubles: Vec<String>,
    /// The names that the plans print for offices, where they had to be made now.
    made: HashMap<String, Printed>,
}

impl Heads {
    /// Reads the facts of all plans of the library. What has to be made is made on all processors, and kept; before that
    /// `begin` is called with the number of such plans.
    pub(super) fn read(store: &Store, cache: &Cache, registry: &Arc<Registry>, begin: impl Fn(usize)) -> Self {
        let mut heads = Self::default();
        let ids = match store.listing() {
            Ok(ids) => ids,
            Err(error) => return Self { troubles: vec![format!("{error:#}")], ..heads },
        };
        let facts = cache.read(FACTS).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        // Both are in the order of the ids.
        let mut kept = facts.lines().peekable();
        let mut n_kept = 0;
        let mut lacking = Vec::new();
        for (id, is_corrected) in ids {
            let Some(mut stamp) = store.listed_stamp(&id, is_corrected) else { continue };
            if stamp.is_corrected() {
                heads.troubles.extend(store.wrong_corrections(&id));
                // A file that was none is not there any more.
                stamp = store.stamp(&id).unwrap_or(stamp);
            }
            let mut here = None;
            while let Some(line) = kept.next_if(|line| id_of(line) <= id.as_str()) {
                n_kept += 1;
                here = Head::parse(line, &id);
            }
            match here.filter(|head| head.stamp == stamp) {
                Some(head) => heads.plans.push(head),
                None => lacking.push((id, stamp)),
            }
        }
        let is_changed = !lacking.is_empty() || heads.plans.len() < n_kept + kept.count();
        begin(lacking.len());
        let made = side_by_side::map(&lacking, |(id, stamp)| {
            let stored = store.load(id)?;
            Ok::<_, String>(stored.map(|stored| Head::make(cache, id, *stamp, &stored, registry)))
        });
        for made in made {
            match made {
                Ok(Some((head, printed))) => {
                    heads.made.insert(head.plan.id.clone(), printed);
                    heads.plans.push(head);
                }
                Ok(None) => {}
                Err(trouble) => heads.troubles.push(trouble),
            }
        }
        if is_changed {
            heads.plans.sort_by(|one, other| one.plan.id.cmp(&other.plan.id));
            heads.keep(cache);
        }
        heads.plans.sort_by(|one, other| (&one.added, &one.plan.id).cmp(&(&other.added, &other.plan.id)));
        let origin = Arc::new(Origin { store: store.clone(), cache: cache.clone(), registry: Arc::clone(registry) });
        for head in &mut heads.plans {
            head.plan.nodes = Origin::nodes(&origin, head);
        }
        heads
    }

    /// The names that the plans print for offices, by the ids of the plans in their order. They are read when they are
    /// needed, which the first screen does not.
    pub(super) fn printed(
        &self,
        store: &Store,
        cache: &Cache,
        registry: &Arc<Registry>,
    ) -> impl Fn() -> Vec<PrintedNames> + use<> {
        let plans: Vec<(String, String)> =
            self.plans.iter().map(|head| (head.plan.id.clone(), head.key.clone())).collect();
        let (made, store, cache, registry) = (self.made.clone(), store.clone(), cache.clone(), Arc::clone(registry));
        move || {
            let mut kept = parse_names(&cache).unwrap_or_default();
            let printed = plans.iter().map(|(id, key)| {
                let anew = || {
                    let stored = store.load(id).ok().flatten()?;
                    Some(Made::facts(&cache, key, id, &stored, &registry).printed)
                };
                let printed = made.get(id).cloned().or_else(|| kept.remove(key)).or_else(anew);
                (id.clone(), printed.unwrap_or_default())
            });
            printed.collect()
        }
    }

    /// Keeps the facts, in the order of the ids, and clears away what no plan needs any more.
    fn keep(&self, cache: &Cache) {
        let facts: String =
            self.plans.iter().filter_map(Head::write).flat_map(|line| [line, "\n".to_owned()]).collect();
        let mut kept = parse_names(cache).unwrap_or_default();
        let mut names = String::new();
        for head in &self.plans {
            let printed = self.made.get(&head.plan.id).cloned().or_else(|| kept.remove(&head.key));
            let Some(line) = printed.and_then(|printed| serde_json::to_string(&(&head.key, printed)).ok()) else {
                continue;
            };
            names.extend([line.as_str(), "\n"]);
        }
        cache.write(NAMES, names.as_bytes());
        cache.write(FACTS, facts.as_bytes());
        let keys: HashSet<&str> = self.plans.iter().map(|head| head.key.as_str()).collect();
        cache.clear(|key| keys.contains(key));
    }
}

/// The names that plans print for offices, by the keys of the plans; `None` where they are not kept.
fn parse_names(cache: &Cache) -> Option<HashMap<String, Printed>> {
    let text = String::from_utf8(cache.read(NAMES)?).ok()?;
    text.lines().map(|line| serde_json::from_str(line).ok()).collect()
}

/// The id with which a line of facts begins.
fn id_of(line: &str) -> &str {
    Reader::new(line).text().unwrap_or_default()
}

impl Head {
    /// Takes a plan from the cache, or makes it anew; and the names that it prints for offices.
    fn make(cache: &Cache, id: &str, stamp: Stamp, stored: &Stored, registry: &Registry) -> (Self, Printed) {
        let key = Made::key(cache, id, stored, &[]);
        let Made { plan, printed } = Made::facts(cache, &key, id, stored, registry);
        let head = Self {
            stamp,
            key,
            digest: stored.digest.clone(),
            supplied: stored.supplied.clone(),
            added: stored.added.clone(),
            imported: stored.imported.clone(),
            plan: bare(&plan),
        };
        (head, printed)
    }

    /// The facts as a line; `None` if they hold what cannot stand in one, so that they are made anew at each start.
    fn write(&self) -> Option<String> {
        let mut writer = Writer::default();
        writer.text(&self.plan.id);
        writer.text(&self.key);
        writer.text(&self.stamp.write());
        for text in [&self.digest, &self.added, &self.imported] {
            writer.text(text);
        }
        for fact in [&self.supplied.title, &self.supplied.region, &self.supplied.period] {
            writer.option(fact.as_deref());
        }
        writer.plan(&self.plan);
        writer.finish()
    }

    /// Parses a line of facts, if it is of the plan with this id.
    fn parse(line: &str, id: &str) -> Option<Self> {
        let mut reader = Reader::new(line);
        reader.text().filter(|named| *named == id)?;
        let head = Self {
            key: reader.owned()?,
            stamp: Stamp::parse(reader.text()?)?,
            digest: reader.owned()?,
            added: reader.owned()?,
            imported: reader.owned()?,
            supplied: Facts { title: reader.option()?, region: reader.option()?, period: reader.option()? },
            plan: reader.plan()?,
        };
        Some(head)
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
