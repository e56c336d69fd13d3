//! The own plans as a start of the program needs them: the facts of each, and what of it is read when it is first looked at.
//! The facts are taken from the catalogue for each plan whose file in the library is as it was; else the plan is made anew of
//! its text. The library alone says which plans there are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::cache::Cache;
use super::catalogue::Catalogue;
use super::head::Head;
use super::keys::Keys;
use super::made::{Made, Printed};
use super::stamp::OfFile;
use super::store::Store;
use crate::dataset::PrintedNames;
use crate::library::side_by_side;
use crate::model::{Lines, Node};
use crate::registry::Registry;

/// The name of the file in the cache with the names that plans print for offices.
const NAMES: &str = "names";

/// What of the library is looked at before plans are taken from the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Look {
    /// Every file, so that nothing is out of date.
    AtFiles,
    /// The folder alone, where it is as it was. Whoever shows the plans looks at their files later, with [`super::Unseen`].
    AtFolder,
}

/// The own plans, and what could not be read of them.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// In the order in which they were first imported.
    pub(super) plans: Vec<Head>,
    /// What could not be read, each in one line.
    pub(super) troubles: Vec<String>,
    /// Whether the files of the plans were not looked at.
    pub(super) are_unseen: bool,
    /// The names that the plans print for offices, where they had to be made now.
    made: HashMap<String, Printed>,
}

impl Heads {
    /// Reads the facts of all plans of the library. What has to be made is made on all processors, and kept; before that
    /// `begin` is called with the number of such plans.
    pub(super) fn read(
        store: &Store,
        cache: &Cache,
        registry: &Arc<Registry>,
        look: Look,
        begin: impl Fn(usize),
    ) -> Self {
        let known = Catalogue::read(cache);
        // Looked at before the files are, so that what changes meanwhile shows the next time.
        let folder = store.folder_stamp();
        let is_as_known = known.folder.is_some() && known.folder == folder;
        let mut heads = if look == Look::AtFolder && is_as_known && corrections_are_known(store, &known) {
            Self::of_catalogue(store, known)
        } else {
            Self::of_files(store, cache, registry, (known, folder), begin)
        };
        let origin = Arc::new(Origin { store: store.clone(), cache: cache.clone(), registry: Arc::clone(registry) });
        for head in &mut heads.plans {
            head.plan.nodes = Origin::nodes(&origin, head);
        }
        heads
    }

    /// Takes the plans as the catalogue has them.
    fn of_catalogue(store: &Store, known: Catalogue) -> Self {
        let corrected = known.heads.iter().filter(|head| head.stamp.is_corrected());
        let troubles = corrected.flat_map(|head| store.wrong_corrections(&head.id)).collect();
        Self { plans: known.heads, troubles, are_unseen: true, made: HashMap::new() }
    }

    /// Looks at the file of each plan, and makes those anew that the catalogue does not have as they are.
    fn of_files(
        store: &Store,
        cache: &Cache,
        registry: &Registry,
        (known, folder): (Catalogue, Option<OfFile>),
        begin: impl Fn(usize),
    ) -> Self {
        let mut heads = Self::default();
        let ids = match store.listing() {
            Ok(ids) => ids,
            Err(error) => return Self { troubles: vec![format!("{error:#}")], ..heads },
        };
        let (n_known, known_folder) = (known.heads.len(), known.folder);
        let mut known: HashMap<String, Head> =
            known.heads.into_iter().map(|head| (head.plan.id.clone(), head)).collect();
        let mut lacking = Vec::new();
        for (id, is_corrected) in ids {
            let Some(mut stamp) = store.listed_stamp(&id, is_corrected) else { continue };
            if stamp.is_corrected() {
                heads.troubles.extend(store.wrong_corrections(&id));
                // A file that was none is not there any more.
                stamp = store.stamp(&id).unwrap_or(stamp);
            }
            match known.remove(&id).filter(|head| head.stamp == stamp) {
                Some(head) => heads.plans.push(head),
                None => lacking.push((id, stamp)),
            }
        }
        let is_changed = !lacking.is_empty() || heads.plans.len() < n_known;
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
        heads.plans.sort_by(|one, other| (&*one.added, &*one.id).cmp(&(&*other.added, &*other.id)));
        // What could not be read is tried again, and said again, each time.
        let folder = folder.filter(|folder| folder.is_settled() && heads.troubles.is_empty());
        if is_changed || known_folder != folder {
            heads.keep(cache, folder);
        }
        heads
    }

    /// The ids and keys of the plans.
    pub(super) fn keys(&self) -> Keys {
        Keys::new(self.plans.iter().map(|head| (head.id.clone(), head.key.clone())).collect())
    }

    /// The names that the plans print for offices, by the ids of the plans in their order. They are read when they are
    /// needed, which the first screen does not.
    pub(super) fn printed(
        &mut self,
        store: &Store,
        cache: &Cache,
        registry: &Arc<Registry>,
    ) -> impl Fn() -> Vec<PrintedNames> + use<> {
        let (plans, made) = (self.keys(), std::mem::take(&mut self.made));
        let (store, cache, registry) = (store.clone(), cache.clone(), Arc::clone(registry));
        move || {
            let mut kept = parse_names(&cache).unwrap_or_default();
            let printed = plans.iter().map(|(id, key)| {
                let anew = || {
                    let stored = store.load(id).ok().flatten()?;
                    Some(Made::facts(&cache, key, id, &stored, &registry).printed)
                };
                let printed = made.get(id).cloned().or_else(|| kept.remove(key)).or_else(anew);
                (id.to_owned(), printed.unwrap_or_default())
            });
            printed.collect()
        }
    }

    /// Keeps the facts, and clears away what no plan needs any more.
    fn keep(&self, cache: &Cache, folder: Option<OfFile>) {
        if !self.made.is_empty() || cache.read(NAMES).is_none() {
            self.keep_names(cache);
        }
        Catalogue::write(cache, folder, &self.plans);
        let keys: HashSet<&str> = self.plans.iter().map(|head| &*head.key).collect();
        cache.clear(|key| keys.contains(key));
    }

    fn keep_names(&self, cache: &Cache) {
        let mut kept = parse_names(cache).unwrap_or_default();
        let mut names = String::new();
        for head in &self.plans {
            let printed = self.made.get(&head.plan.id).cloned().or_else(|| kept.remove(&*head.key));
            let Some(line) = printed.and_then(|printed| serde_json::to_string(&(&*head.key, printed)).ok()) else {
                continue;
            };
            names.extend([line.as_str(), "\n"]);
        }
        cache.write(NAMES, names.as_bytes());
    }
}

/// Whether what was corrected in the plans of the catalogue is as it was. There are few such plans, and their files are written
/// by hand.
fn corrections_are_known(store: &Store, known: &Catalogue) -> bool {
    let mut corrected = known.heads.iter().filter(|head| head.stamp.is_corrected());
    corrected.all(|head| store.stamp(&head.id) == Some(head.stamp))
}

/// The names that plans print for offices, by the keys of the plans; `None` where they are not kept.
fn parse_names(cache: &Cache) -> Option<HashMap<String, Printed>> {
    let text = String::from_utf8(cache.read(NAMES)?).ok()?;
    text.lines().map(|line| serde_json::from_str(line).ok()).collect()
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
        let (origin, id, key) = (Arc::clone(self), head.id.clone(), head.key.clone());
        Lines::fetched_by(move || {
            let anew = || {
                let stored = origin.store.load(&id).ok().flatten()?;
                Some(Made::of_stored(&origin.cache, &key, &id, &stored, &origin.registry).plan.nodes.to_vec())
            };
            Made::nodes(&origin.cache, &key).or_else(anew).unwrap_or_default()
        })
    }
}

#[cfg(test)]
mod tests;
