//! Own plans beside the bundled ones: the library that every command and the browser ask.

use std::collections::{BTreeSet, HashMap};
use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use super::store::Store;
use super::stored::Stored;
use crate::cli::output::Messages;
use crate::dataset;
use crate::library::{self, Memory, Waiting};
use crate::model::{Plan, Sources};
use crate::registry::Registry;
use crate::words;
use crate::words::help::arguments;

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
    if choice.no_own {
        return Ok(bundled()?);
    }
    // Without a home folder there is no library.
    let contents = Store::of_user().map(|store| store.load()).unwrap_or_default();
    for trouble in &contents.troubles {
        messages.send(trouble);
    }
    if contents.plans.is_empty() && !choice.only_own {
        return Ok(bundled()?);
    }
    let registry = dataset::registry();
    let plans = make_plans(&contents.plans, &registry);
    let dataset = if choice.only_own {
        dataset::assemble(plans, &registry)
    } else {
        let mut bundled = dataset::bundled()?;
        // An id never changes; a plan that was bundled later, under the id of an own one, gives way.
        let own: BTreeSet<&str> = plans.iter().map(|plan| plan.id.as_str()).collect();
        bundled.plans.retain(|plan| !own.contains(plan.id.as_str()));
        dataset::join(bundled, plans)
    };
    let texts = contents.plans.into_iter().map(|(id, stored)| (id, stored.text)).collect();
    Ok(waiting(Memory::new(dataset, Texts { own: texts }, registry)))
}

/// The texts of own plans, and those of the bundled ones.
struct Texts {
    own: HashMap<String, String>,
}

impl Sources for Texts {
    fn text(&self, plan: &str) -> Option<&str> {
        self.own.get(plan).map(String::as_str).or_else(|| dataset::seed(plan))
    }
}

/// Makes each plan of its text, on as many threads as the machine has processors.
pub(super) fn make_plans(stored: &[(String, Stored)], registry: &Registry) -> Vec<Plan> {
    let make = |(id, stored): &(String, Stored)| stored.plan(id, registry);
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get).min(stored.len());
    if n_threads < 2 {
        return stored.iter().map(make).collect();
    }
    let language = words::in_force();
    let shares = stored.chunks(stored.len().div_ceil(n_threads));
    thread::scope(|scope| {
        let start = |share| {
            let work = move || words::within(language, || <[_]>::iter(share).map(make).collect::<Vec<Plan>>());
            (share, thread::Builder::new().name("import".to_owned()).spawn_scoped(scope, work))
        };
        let running: Vec<_> = shares.map(start).collect();
        let end = |(share, thread): (&[(String, Stored)], std::io::Result<thread::ScopedJoinHandle<'_, _>>)| {
            let plans = thread.ok().and_then(|thread| thread.join().ok());
            plans.unwrap_or_else(|| share.iter().map(make).collect())
        };
        running.into_iter().flat_map(end).collect()
    })
}
