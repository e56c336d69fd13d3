//! What the library holds, as far as the next document needs it: which ids are taken, and whether a document is there already,
//! is a new version of one that is, or is new. A document is compared with no plan but those that have its text, its name, or
//! its title, so that a thousand documents meet a thousand plans as quickly as one does.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::cli::output::Found;
use crate::cli::own::cache::Cache;
use crate::cli::own::head::Head as PlanHead;
use crate::cli::own::heads::Heads;
use crate::cli::own::made::Made;
use crate::cli::own::name;
use crate::cli::own::stamp::Stamp;
use crate::cli::own::store::Store;
use crate::cli::own::stored::{Facts, Stored};
use crate::library::side_by_side;
use crate::model::{Correction, FactName, Plan};
use crate::registry::Registry;

/// The plans that are there, and those that were removed, by their ids.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    heads: BTreeMap<String, Head>,
    /// The ids of the plans with a text, by its digest.
    by_digest: HashMap<String, BTreeSet<String>>,
    /// The ids of the plans that are surely of one plan with any other of the same identity.
    by_identity: HashMap<Identity, BTreeSet<String>>,
}

/// What is known of a plan that is there or was removed.
#[derive(Debug)]
struct Head {
    seen: Seen,
    /// `None` where the file is no plan that can be read; its id is taken all the same.
    about: Option<About>,
}

/// By what a file is known to be as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// It is in the library, with this stamp.
    Present(Option<Stamp>),
    /// It was removed, and this is the number of its last version.
    Removed(u64),
    /// It would have been put there, had it not been a dry run.
    Imagined,
}

/// By what a document is recognised as a version of a plan.
#[derive(Clone, Debug)]
struct About {
    identity: Identity,
    /// What it was without what a user has corrected, by which its next version is known as well.
    as_read: Identity,
    digest: String,
    supplied: Facts,
    added: String,
}

/// A document that was read and made a plan of, before it is known what becomes of it.
#[derive(Debug)]
pub(super) struct Candidate<'d> {
    /// The id that its name alone gives.
    pub(super) stem: &'d str,
    /// The plan with that id and the given facts.
    pub(super) plan: &'d Plan,
    /// The SHA-256 of its text, in hexadecimal.
    pub(super) digest: &'d str,
    /// The facts that are given for it.
    pub(super) given: &'d Facts,
}

/// Whose plan it is, which, and for which years.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Identity {
    title: Option<String>,
    region: Option<String>,
    period: Option<String>,
}

impl Identity {
    fn of(plan: &Plan) -> Self {
        // A plan without a title is called by its id.
        let title = (plan.title != plan.id).then(|| plan.title.split_whitespace().collect());
        Self { title, region: plan.region.clone(), period: plan.period.clone() }
    }

    /// The identity of a plan before a user corrected it.
    fn as_read(plan: &Plan) -> Self {
        let mut identity = Self::of(plan);
        // The first correction of a fact knows what was read.
        for made in plan.findings.iter().rev().filter_map(|doubt| doubt.kind.correction()) {
            if let Correction::Fact { fact, from, .. } = made {
                let from = from.clone();
                match fact {
                    FactName::Title => identity.title = from.map(|title| title.split_whitespace().collect()),
                    FactName::Region => identity.region = from,
                    FactName::Period => identity.period = from,
                }
            }
        }
        identity
    }

    /// Whether it is surely of one plan with any other that is equal: title and place are known.
    fn is_certain(&self) -> bool {
        self.title.is_some() && self.region.is_some()
    }
}

/// What becomes of a document, with the facts that are supplied for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is a new plan. `stem` is the id that its name alone would give.
    New { id: String, stem: String, facts: Facts },
    /// It is another version of a plan that is, or was, in the library.
    Version { id: String, facts: Facts },
    /// It was removed, and comes back.
    Restored { id: String, facts: Facts },
    /// It is there, word for word.
    Same { id: String, facts: Facts },
}

impl Fate {
    pub(super) fn id(&self) -> &str {
        let (Self::New { id, .. } | Self::Version { id, .. } | Self::Restored { id, .. } | Self::Same { id, .. }) =
            self;
        id
    }

    pub(super) fn facts(&self) -> &Facts {
        let (Self::New { facts, .. }
        | Self::Version { facts, .. }
        | Self::Restored { facts, .. }
        | Self::Same { facts, .. }) = self;
        facts
    }
}

impl Shelf {
    /// Looks at the library again, and reads what is new in it or has changed.
    ///
    /// # Errors
    /// The library cannot be read.
    pub(super) fn refresh(&mut self, store: &Store, cache: &Cache, registry: &Registry) -> anyhow::Result<()> {
        let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
        for (id, numbers) in store.kept()? {
            seen.extend(numbers.last().map(|number| (id, Seen::Removed(*number))));
        }
        for id in store.ids()? {
            let stamp = store.stamp(&id);
            seen.insert(id, Seen::Present(stamp));
        }
        let is_as_it_was = |id: &String, head: &Head| seen.get(id) == Some(&head.seen);
        let gone: Vec<String> =
            self.heads.iter().filter(|(id, head)| !is_as_it_was(id, head)).map(|(id, _)| id.clone()).collect();
        for id in &gone {
            self.forget(id);
        }
        let lacking: Vec<(String, Seen)> = seen.into_iter().filter(|(id, _)| !self.heads.contains_key(id)).collect();
        let read = side_by_side::map(&lacking, |(id, seen)| About::read(id, *seen, store, cache, registry));
        for ((id, seen), about) in lacking.into_iter().zip(read) {
            self.insert(id, Head { seen, about });
        }
        Ok(())
    }

    /// Takes over what is known of the plans already, so that none of them has to be read.
    pub(super) fn take(&mut self, heads: &Heads) {
        for head in &heads.plans {
            let seen = Seen::Present(Some(head.stamp));
            self.insert(head.plan.id.clone(), Head { seen, about: Some(About::of_head(head)) });
        }
    }

    /// Notes that a plan was put into the library.
    pub(super) fn put(&mut self, id: &str, plan: &Plan, stored: &Stored, store: &Store) {
        let about = Some(About::of(plan, stored));
        self.insert(id.to_owned(), Head { seen: Seen::Present(store.stamp(id)), about });
    }

    /// Notes a plan that is not put into the library, so that the next document of a dry run meets it.
    pub(super) fn imagine(&mut self, id: &str, plan: &Plan, stored: &Stored) {
        self.insert(id.to_owned(), Head { seen: Seen::Imagined, about: Some(About::of(plan, stored)) });
    }

    fn insert(&mut self, id: String, head: Head) {
        self.forget(&id);
        if let Some(about) = &head.about {
            self.by_digest.entry(about.digest.clone()).or_default().insert(id.clone());
            for identity in [&about.identity, &about.as_read].into_iter().filter(|identity| identity.is_certain()) {
                self.by_identity.entry(identity.clone()).or_default().insert(id.clone());
            }
        }
        self.heads.insert(id, head);
    }

    fn forget(&mut self, id: &str) {
        let Some(about) = self.heads.remove(id).and_then(|head| head.about) else { return };
        self.by_digest.get_mut(&about.digest).map(|ids| ids.remove(id));
        for identity in [&about.identity, &about.as_read] {
            self.by_identity.get_mut(identity).map(|ids| ids.remove(id));
        }
    }

    /// Whether a plan with this id is in the library.
    pub(super) fn has(&self, id: &str) -> bool {
        self.heads.get(id).is_some_and(Head::is_present)
    }

    /// When the first version of a plan was imported; `None` if there is none.
    pub(super) fn added(&self, id: &str) -> Option<String> {
        Some(self.heads.get(id)?.about.as_ref()?.added.clone())
    }

    /// The last version of a plan, be it in the library or removed.
    pub(super) fn former(&self, id: &str, store: &Store) -> Option<Stored> {
        self.heads.get(id).and_then(|head| head.seen.read(id, store))
    }

    /// What becomes of a document. With `replaced` it is a version of the plan with this id. `make` makes its plan with other
    /// facts.
    pub(super) fn fate(
        &self,
        candidate: &Candidate<'_>,
        replaced: Option<&str>,
        is_bundled: &dyn Fn(&str) -> bool,
        make: &dyn Fn(&Facts) -> Plan,
    ) -> Fate {
        let Candidate { stem, digest, given, .. } = *candidate;
        if let Some(id) = replaced {
            return self.version(id, given, digest);
        }
        let same = || self.by_digest.get(digest).into_iter().flatten();
        if let Some(id) = same().find(|id| self.has(id)).or_else(|| same().next()) {
            return self.version(id, given, digest);
        }
        let identity = Identity::of(candidate.plan);
        if let Some(id) = self.agreeing(&identity, stem) {
            return self.version(&id, given, digest);
        }
        // What was supplied for the plan of this name holds for its next version too.
        if let Some(about) = self.heads.get(stem).and_then(|head| head.about.as_ref())
            && !about.supplied.is_empty()
        {
            let identity = Identity::of(&make(&given.or(&about.supplied)));
            if identity.is_certain() && identity == about.as_read {
                return self.version(stem, given, digest);
            }
        }
        let id = name::unique(stem, |id| self.heads.contains_key(id) || is_bundled(id));
        Fate::New { id, stem: stem.to_owned(), facts: given.clone() }
    }

    /// The id of the plan of this identity: the one of this name, else the only one in the library, else the only one that was
    /// removed.
    fn agreeing(&self, identity: &Identity, stem: &str) -> Option<String> {
        let all = self.by_identity.get(identity)?;
        let (present, removed): (Vec<_>, Vec<_>) = all.iter().partition(|id| self.has(id));
        for those in [present, removed] {
            if those.iter().any(|id| *id == stem) {
                return Some(stem.to_owned());
            }
            match those.as_slice() {
                [] => {}
                [id] => return Some((*id).clone()),
                _several => return None,
            }
        }
        None
    }

    /// What becomes of a document that is a version of this plan.
    fn version(&self, id: &str, given: &Facts, digest: &str) -> Fate {
        let head = self.heads.get(id);
        let Some(about) = head.and_then(|head| head.about.as_ref()) else {
            return Fate::Version { id: id.to_owned(), facts: given.clone() };
        };
        let (id, facts) = (id.to_owned(), given.or(&about.supplied));
        let is_present = head.is_some_and(Head::is_present);
        match about.digest == digest {
            true if !is_present => Fate::Restored { id, facts },
            true if facts == about.supplied => Fate::Same { id, facts },
            _ => Fate::Version { id, facts },
        }
    }
}

impl Head {
    fn is_present(&self) -> bool {
        !matches!(self.seen, Seen::Removed(_))
    }
}

impl Seen {
    /// The version that was seen.
    fn read(self, id: &str, store: &Store) -> Option<Stored> {
        let found = match self {
            Self::Removed(number) => store.look_at_kept(id, number),
            Self::Present(_) | Self::Imagined => store.look(id),
        };
        match found {
            Ok(Found::Here(stored)) => Some(*stored),
            Ok(Found::Nothing | Found::Newer(_) | Found::Broken(_)) | Err(_) => None,
        }
    }
}

impl About {
    fn of(plan: &Plan, stored: &Stored) -> Self {
        Self {
            identity: Identity::of(plan),
            as_read: Identity::as_read(plan),
            digest: stored.digest.clone(),
            supplied: stored.supplied.clone(),
            added: stored.added.clone(),
        }
    }

    fn of_head(head: &PlanHead) -> Self {
        Self {
            identity: Identity::of(&head.plan),
            as_read: Identity::as_read(&head.plan),
            digest: head.digest.to_string(),
            supplied: head.supplied.clone(),
            added: head.added.to_string(),
        }
    }

    fn read(id: &str, seen: Seen, store: &Store, cache: &Cache, registry: &Registry) -> Option<Self> {
        let stored = seen.read(id, store)?;
        let facts = Made::facts(cache, &Made::key(cache, id, &stored, &[]), id, &stored, registry);
        Some(Self::of(&facts.plan, &stored))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::own::import::read::Read;
    use crate::cli::reading::Document;
    use crate::dataset;
    use crate::model::Source;

    fn document(name: &str, text: &str) -> Document {
        Document { name: name.to_owned(), text: text.to_owned(), ..Document::default() }
    }

    const PLAN: &str = "江海市卫生健康“十五五”规划\n\n一、主要任务\n\n1.控烟。全面禁烟。\n";
    const NAMELESS: &str = "一、主要任务\n\n1.控烟。全面禁烟。\n";

    fn shelf(plans: &[(&str, &str, Facts, Seen)]) -> Shelf {
        let mut shelf = Shelf::default();
        for (id, text, facts, seen) in plans {
            let source = Source { file: format!("{id}.txt"), sha256: String::new() };
            let stored = Stored::new(source, facts.clone(), (*text).to_owned(), None);
            shelf.imagine(id, &stored.plan(id, &dataset::registry()), &stored);
            shelf.heads.get_mut(*id).unwrap().seen = *seen;
        }
        shelf
    }

    fn fate(shelf: &Shelf, document: &Document, given: &Facts, replaced: Option<&str>) -> Fate {
        let read = Read::new(document.clone(), String::new(), given, &dataset::registry());
        read.fate(shelf, replaced, &|id| id == "yunfu-2030", &dataset::registry())
    }

    #[test]
    fn a_document_is_new_a_version_or_the_same() {
        let none = Facts::default();
        let shelf = shelf(&[("a", PLAN, none.clone(), Seen::Imagined), ("b", NAMELESS, none.clone(), Seen::Imagined)]);
        let changed = PLAN.replace("全面", "依法");
        let version = |id: &str| Fate::Version { id: id.to_owned(), facts: Facts::default() };
        let new = |id: &str, stem: &str| Fate::New { id: id.into(), stem: stem.into(), facts: Facts::default() };
        for (name, text, expected) in [
            ("other.txt", PLAN.to_owned(), Fate::Same { id: "a".to_owned(), facts: none.clone() }),
            ("other.txt", changed.clone(), version("a")),
            ("a.txt", changed.replace("江海", "蓝山"), new("a-2", "a")),
            ("a.txt", changed.replace("十五五", "十四五"), new("a-2", "a")),
            ("b.txt", NAMELESS.replace("全面", "依法"), new("b-2", "b")),
            ("yunfu-2030.txt", changed.replace("江海", "蓝山"), new("yunfu-2030-2", "yunfu-2030")),
            ("-", changed.replace("江海", "蓝山"), new("蓝山市卫生健康-十五五-规划", "蓝山市卫生健康-十五五-规划")),
        ] {
            assert_eq!(fate(&shelf, &document(name, &text), &none, None), expected, "{name} {text}");
        }
        assert_eq!(fate(&shelf, &document("x.txt", &NAMELESS.replace("全", "半")), &none, Some("b")), version("b"));
    }

    #[test]
    fn what_was_supplied_once_holds_for_the_next_version() {
        let facts = Facts { title: Some("控烟规划".into()), region: Some("江海市".into()), period: None };
        let shelf = shelf(&[("b", NAMELESS, facts.clone(), Seen::Imagined)]);
        let next = document("b.txt", &NAMELESS.replace("全面", "依法"));
        assert_eq!(
            fate(&shelf, &next, &Facts::default(), None),
            Fate::Version { id: "b".into(), facts: facts.clone() }
        );
        let region = Facts { region: Some("蓝山市".into()), ..Facts::default() };
        assert!(matches!(fate(&shelf, &next, &region, None), Fate::New { id, .. } if id == "b-2"));
        let again = fate(&shelf, &document("c.txt", NAMELESS), &region, None);
        assert_eq!(again, Fate::Version { id: "b".into(), facts: region.or(&facts) });
    }

    #[test]
    fn a_plan_that_was_removed_comes_back_and_gives_its_id_to_no_other() {
        let none = Facts::default();
        let shelf = shelf(&[("a", PLAN, none.clone(), Seen::Removed(3))]);
        let back = fate(&shelf, &document("z.txt", PLAN), &none, None);
        assert_eq!(back, Fate::Restored { id: "a".into(), facts: none.clone() });
        let other = fate(&shelf, &document("a.txt", &PLAN.replace("江海", "蓝山")), &none, None);
        assert!(matches!(other, Fate::New { id, .. } if id == "a-2"));
    }
}
