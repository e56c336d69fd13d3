//! Own plans beside the bundled ones: the library that every command and the browser ask.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use super::cache::Cache;
use super::heads::{Heads, Look};
use super::keys::Keys;
use super::name;
use super::records::Records;
use super::store::Store;
use super::stored::Facts;
use super::unseen::Unseen;
use crate::cli::clock;
use crate::cli::offices::Offices;
use crate::cli::output::Messages;
use crate::cli::reading::Document;
use crate::dataset;
use crate::library::{Keep, Memory, Opened, Waiting};
use crate::model::{Dataset, Plan, Progress, Source, Sources};
use crate::registry::Registry;
use crate::words::help::arguments;
use crate::words::library as words;

/// From how many plans on that have to be made anew a terminal says so.
const MANY: usize = 20;

// Which plans take part; without a choice all do. A doc comment here would become the help text of every command.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::Args)]
pub(in crate::cli) struct Choice {
    #[arg(long, conflicts_with = "no_own", help = arguments::ONLY_OWN.get())]
    pub(super) only_own: bool,
    #[arg(long, help = arguments::NO_OWN.get())]
    pub(super) no_own: bool,
}

/// Makes the library of the plans that take part. Own plans that cannot be read are said, and left out.
///
/// # Errors
/// The bundled plans cannot be read: the program was built wrong.
pub(in crate::cli) fn library(choice: Choice, messages: &mut Messages) -> anyhow::Result<Waiting> {
    Ok(library_with(choice, Vec::new(), Look::AtFiles, messages)?.library)
}

/// A library with what is to be known of it.
pub(in crate::cli) struct Joined {
    pub(in crate::cli) library: Waiting,
    /// The ids of the documents that are not imported.
    pub(in crate::cli) opened: Vec<String>,
    /// The own plans, where their files are yet to be looked at.
    pub(in crate::cli) unseen: Option<Unseen>,
}

/// Makes the library of the plans that take part, with these documents behind them, which are not imported.
///
/// # Errors
/// The bundled plans cannot be read: the program was built wrong.
pub(in crate::cli) fn library_with(
    choice: Choice,
    documents: Vec<Document>,
    look: Look,
    messages: &mut Messages,
) -> anyhow::Result<Joined> {
    let offices = Offices::of_user();
    offices.mistakes.iter().for_each(|mistake| messages.send(mistake));
    let registry = offices.registry();
    let add = |dataset| if offices.adds_nothing() { dataset } else { with_offices(dataset, &registry) };
    let bundled = || dataset::bundled().map(add);
    // Without a home folder there is no library.
    let store = Store::of_user().ok().filter(|_| !choice.no_own);
    let cache = store.as_ref().map(|store| Cache::of_library(store.folder(), &[offices.digest()]));
    let stored = store.as_ref().zip(cache.as_ref());
    let mut heads = stored.map(|(store, cache)| read(store, cache, &registry, look)).unwrap_or_default();
    for trouble in &heads.troubles {
        messages.send(trouble);
    }
    let records = Records::of_user().ok().map(|records| records.read()).transpose();
    let records = match records {
        Ok(records) => records.unwrap_or_default(),
        Err(trouble) => {
            messages.send(&format!("{trouble:#}"));
            Vec::new()
        }
    };
    let with_progress = |memory: Memory| memory.with_progress(Progress::new(records), clock::year());
    if heads.plans.is_empty() && documents.is_empty() && !choice.only_own {
        let memory = Memory::new(bundled()?, dataset::Seeds, Arc::clone(&registry));
        let library = Waiting::new(Arc::new(with_progress(memory)));
        return Ok(Joined { library, opened: Vec::new(), unseen: None });
    }
    let own = heads.keys();
    let unseen = store.as_ref().and_then(|store| Unseen::of(&heads, store));
    let mut dataset = if choice.only_own { dataset::without_plans(&registry) } else { bundled()? };
    // An id never changes; a plan that was bundled later, under the id of an own one, gives way.
    dataset.plans.retain(|plan| heads.plans.iter().all(|head| head.plan.id != plan.id));
    let printed = stored.map(|(store, cache)| heads.printed(store, cache, &registry));
    let plans = heads.plans.into_iter().map(|head| head.plan);
    let dataset = dataset::join(dataset, plans, move || printed.as_ref().map(|printed| printed()).unwrap_or_default());
    let (plans, opened): (Vec<Plan>, HashMap<_, _>) = make_opened(documents, &dataset, &registry)
        .into_iter()
        .map(|(plan, text)| (plan.clone(), (plan.id, text)))
        .unzip();
    let ids = plans.iter().map(|plan| plan.id.clone()).collect();
    let printed: Vec<_> = plans.iter().map(|plan| (plan.id.clone(), dataset::printed_names(plan))).collect();
    let dataset = dataset::join(dataset, plans, move || printed.clone());
    // Of a document that is not imported nothing is kept.
    let keep = cache.filter(|_| opened.is_empty()).map(|cache| Kept::new(cache, own.clone(), choice));
    let memory = Memory::new(dataset, Texts { store, own, opened }, registry);
    let memory = match keep {
        Some(keep) => memory.kept_in(keep),
        None => memory,
    };
    Ok(Joined { library: Waiting::new(Arc::new(with_progress(memory))), opened: ids, unseen })
}

/// Makes plans of documents that are not imported, each with its text and an id that no plan of the library has.
fn make_opened(documents: Vec<Document>, dataset: &Dataset, registry: &Registry) -> Vec<(Plan, String)> {
    let mut opened: Vec<(Plan, String)> = Vec::new();
    for document in documents {
        let is_taken = |id: &str| dataset.plan(id).is_some() || opened.iter().any(|(plan, _)| plan.id == id);
        let id = name::unique(&name::of_file(&document.name), is_taken);
        let source = Source { file: document.name, sha256: document.sha256 };
        opened.push((Facts::default().plan(&id, source, &document.text, registry), document.text));
    }
    opened
}

/// The dataset with the offices that a user has added, and the names that they have added to others.
fn with_offices(mut dataset: Dataset, registry: &Registry) -> Dataset {
    let mut departments = dataset.departments.to_vec();
    let known: HashMap<String, usize> = departments.iter().map(|each| each.id.clone()).zip(0..).collect();
    for mut department in registry.departments().departments() {
        if let Some(known) = known.get(&department.id).and_then(|at| departments.get_mut(*at)) {
            known.abbreviations = department.abbreviations;
        } else {
            // As with all others, only those names count that a plan prints.
            department.aliases.clear();
            departments.push(department);
        }
    }
    dataset.departments = departments.into();
    dataset
}

/// The facts of the own plans. Where many have to be made anew, which takes a while, a terminal says so.
pub(super) fn heads(store: &Store, offices: &Offices) -> Heads {
    read(store, &Cache::of_library(store.folder(), &[offices.digest()]), &offices.registry(), Look::AtFiles)
}

fn read(store: &Store, cache: &Cache, registry: &Arc<Registry>, look: Look) -> Heads {
    let say = |line: &str| {
        let mut stderr = io::stderr().lock();
        if stderr.is_terminal() {
            // What cannot be said here is nothing that anybody needs.
            let _ = write!(stderr, "\r\u{1b}[K{line}").and_then(|()| stderr.flush());
        }
    };
    let is_slow = Cell::new(false);
    let begin = |n_lacking| {
        is_slow.set(n_lacking >= MANY);
        if is_slow.get() {
            say(&words::making(n_lacking));
        }
    };
    let heads = Heads::read(store, cache, registry, look, begin);
    if is_slow.get() {
        say("");
    }
    heads
}

/// The texts of own plans, which are read of the library when they are asked for, those of documents that are not imported, and
/// those of the bundled plans.
struct Texts {
    store: Option<Store>,
    own: Keys,
    opened: HashMap<String, String>,
}

impl Sources for Texts {
    fn text(&self, plan: &str) -> Option<Cow<'_, str>> {
        if let Some(text) = self.opened.get(plan) {
            return Some(Cow::Borrowed(text));
        }
        if self.own.of(plan).is_none() {
            return dataset::seed(plan).map(Cow::Borrowed);
        }
        let stored = self.store.as_ref()?.load(plan).ok().flatten()?;
        Some(Cow::Owned(stored.text))
    }
}

/// What the library of this choice of plans has worked out, in the cache.
struct Kept {
    cache: Cache,
    /// The own plans. With the digest of their keys ends what is kept of all.
    keys: Keys,
    /// What the names of files of all plans end with, so that two choices do not take each other's place.
    ending: &'static str,
}

impl Kept {
    fn new(cache: Cache, keys: Keys, choice: Choice) -> Self {
        Self { cache, keys, ending: if choice.only_own { "-own" } else { "" } }
    }
}

impl Keep for Kept {
    fn read_of(&self, plan: &str, name: &str) -> Option<Vec<u8>> {
        self.cache.read_beside(self.keys.of(plan)?, name)
    }

    fn write_of(&self, plan: &str, name: &str, bytes: &[u8]) {
        if let Some(key) = self.keys.of(plan) {
            self.cache.write_beside(key, name, bytes);
        }
    }

    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.open(name).map(|opened| opened.bytes)
    }

    fn open(&self, name: &str) -> Option<Opened> {
        let mut opened = self.cache.open(&format!("{name}{}", self.ending))?;
        let n_bytes = opened.bytes.strip_suffix(self.keys.digest().as_bytes())?.len();
        opened.bytes.truncate(n_bytes);
        Some(opened)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        self.cache.write_parts(&format!("{name}{}", self.ending), &[bytes, self.keys.digest().as_bytes()]);
    }
}
