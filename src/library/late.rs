//! A library for tests that answers late, or with a failure, as one on a server may.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::listeners::Listeners;
use super::{Answer, Failure, Library, Memory, ReadHits, Wake};
use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::Deadline;
use crate::model::{Dataset, Finding, Lines, Plan, Target};
use crate::registry::Registry;
use crate::search::{Options, Query};

/// How the library treats its questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Every question stays pending.
    #[default]
    Silent,
    /// Every question is answered.
    Answering,
    /// Every question fails with this.
    Failing(Failure),
}

/// The double: plans in memory behind a door that the test opens.
pub(crate) struct Late {
    memory: Memory,
    mood: Mutex<Mood>,
    /// Other moods for single questions, by the name of the method, or by that and what is asked for.
    exceptions: Mutex<BTreeMap<&'static str, Mood>>,
    listeners: Listeners,
    /// The questions so far, by the name of the method and what was asked for.
    asked: Mutex<Vec<String>>,
}

impl Late {
    /// A double over these plans that is silent at first.
    pub(crate) fn new(memory: Memory) -> Self {
        Self {
            memory,
            mood: Mutex::default(),
            exceptions: Mutex::default(),
            listeners: Listeners::default(),
            asked: Mutex::default(),
        }
    }

    /// Changes the mood for every question, and wakes whoever waits.
    pub(crate) fn turn(&self, mood: Mood) {
        *lock(&self.mood) = mood;
        lock(&self.exceptions).clear();
        self.listeners.wake();
    }

    /// Changes the mood for one question and wakes whoever waits: `findings` for those of every plan,
    /// `findings ID` for those of one.
    pub(crate) fn turn_one(&self, question: &'static str, mood: Mood) {
        lock(&self.exceptions).insert(question, mood);
        self.listeners.wake();
    }

    /// How many questions of this kind were asked so far.
    pub(crate) fn n_asked(&self, question: &str) -> usize {
        lock(&self.asked).iter().filter(|asked| asked.starts_with(question)).count()
    }

    fn answer<T>(&self, question: &str, of: &str, answer: impl FnOnce(&Memory) -> Answer<T>) -> Answer<T> {
        let asked = format!("{question} {of}");
        let exceptions = lock(&self.exceptions);
        let exception = exceptions.get(asked.as_str()).or_else(|| exceptions.get(question)).cloned();
        drop(exceptions);
        lock(&self.asked).push(asked);
        let mood = exception.unwrap_or_else(|| lock(&self.mood).clone());
        match mood {
            Mood::Silent => Answer::Pending,
            Mood::Answering => answer(&self.memory),
            Mood::Failing(failure) => Answer::Failed(failure),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Library for Late {
    fn registry(&self) -> &Arc<Registry> {
        self.memory.registry()
    }

    /// The heads alone: contents are fetched plan by plan.
    fn plans(&self) -> Answer<Arc<Dataset>> {
        self.answer("plans", "", |memory| {
            memory.plans().map(|dataset| {
                let mut heads = Dataset::clone(&dataset);
                heads.plans.iter_mut().for_each(|plan| plan.nodes = Lines::default());
                Arc::new(heads)
            })
        })
    }

    fn plan(&self, id: &str) -> Answer<Plan> {
        self.answer("plan", id, |memory| memory.plan(id))
    }

    fn source(&self, plan: &str) -> Answer<Option<Arc<str>>> {
        self.answer("source", plan, |memory| memory.source(plan))
    }

    fn ledger(&self) -> Answer<Arc<Ledger>> {
        self.answer("ledger", "", Library::ledger)
    }

    fn dossiers(&self) -> Answer<Arc<Dossiers>> {
        self.answer("dossiers", "", Library::dossiers)
    }

    fn similar(&self) -> Answer<Arc<Similar>> {
        self.answer("similar", "", Library::similar)
    }

    fn findings(&self, plan: &str) -> Answer<Arc<[Finding]>> {
        self.answer("findings", plan, |memory| memory.findings(plan))
    }

    fn targets(&self, plan: &str) -> Answer<Arc<[Target]>> {
        self.answer("targets", plan, |memory| memory.targets(plan))
    }

    fn deadlines(&self, plan: &str) -> Answer<Arc<[Deadline]>> {
        self.answer("deadlines", plan, |memory| memory.deadlines(plan))
    }

    fn search(&self, query: &Query, options: &Options, read: &mut ReadHits<'_>) -> Answer<()> {
        self.answer("search", &query.typed, |memory| memory.search(query, options, read))
    }

    fn cancel_search(&self) {
        lock(&self.asked).push("cancel_search".to_owned());
    }

    fn on_ready(&self, wake: Wake) {
        self.listeners.add(wake);
    }
}
