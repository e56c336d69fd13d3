//! Own plans beside the bundled ones: the library that every command and the browser ask.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use super::cache::Cache;
use super::heads::Heads;
use super::store::Store;
use crate::cli::output::Messages;
use crate::dataset;
use crate::library::{self, Memory, Waiting};
use crate::model::Sources;
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
    let waiting = |memory: Memory| Waiting::new(Arc::new(memory));
    let bundled = || library::bundled().map(waiting);
    // Without a home folder there is no library.
    let Some(store) = Store::of_user().ok().filter(|_| !choice.no_own) else { return Ok(bundled()?) };
    let registry = dataset::registry();
    let heads = heads(&store, &registry);
    for trouble in &heads.troubles {
        messages.send(trouble);
    }
    if heads.plans.is_empty() && !choice.only_own {
        return Ok(bundled()?);
    }
    let own: HashSet<String> = heads.plans.iter().map(|head| head.plan.id.clone()).collect();
    let mut dataset = if choice.only_own { dataset::without_plans(&registry) } else { dataset::bundled()? };
    // An id never changes; a plan that was bundled later, under the id of an own one, gives way.
    dataset.plans.retain(|plan| !own.contains(&plan.id));
    let (plans, printed): (Vec<_>, Vec<_>) =
        heads.plans.into_iter().map(|head| (head.plan.clone(), (head.plan.id, head.printed))).unzip();
    let parse = move |(id, names): &(String, String)| (id.clone(), serde_json::from_str(names).unwrap_or_default());
    let dataset = dataset::join(dataset, plans, move || printed.iter().map(parse).collect());
    Ok(waiting(Memory::new(dataset, Texts { store, own }, registry)))
}

/// The facts of the own plans. Where many have to be made anew, which takes a while, a terminal says so.
pub(super) fn heads(store: &Store, registry: &Arc<Registry>) -> Heads {
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
    let heads = Heads::read(store, &Cache::of_library(store.folder(), &[]), registry, begin);
    if is_slow.get() {
        say("");
    }
    heads
}

/// The texts of own plans, which are read of the library when they are asked for, and those of the bundled ones.
struct Texts {
    store: Store,
    own: HashSet<String>,
}

impl Sources for Texts {
    fn text(&self, plan: &str) -> Option<Cow<'_, str>> {
        if !self.own.contains(plan) {
            return dataset::seed(plan).map(Cow::Borrowed);
        }
        let stored = self.store.load(plan).ok().flatten()?;
        Some(Cow::Owned(stored.text))
    }
}
