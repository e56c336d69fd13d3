//! A library whose plans are in memory: everything is answered at once, but for what a thread is working out.

mod ahead;
mod made;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use super::background::{Background, Wanted};
use super::keep::Keep;
use super::provisional::Provisional;
use super::{Answer, Failure, Library, ReadHits, Wake};
use crate::analysis::progress::ProgressRow;
use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::Deadline;
use crate::model::{Dataset, Finding, Plan, Progress, Sources, Target};
use crate::registry::Registry;
use crate::search::{Index, Options, Query};

/// From how many plans on no key can wait for something that is made of all of them.
const MANY: usize = 12;

/// Plans in memory, and what was worked out of them. Each piece is worked out once: when it is first asked for, or
/// before that on the thread of [`Library::start_background`].
pub struct Memory {
    dataset: Arc<Dataset>,
    /// The position of each plan by its id, once one is asked for.
    positions: OnceLock<FxHashMap<String, usize>>,
    sources: Box<dyn Sources>,
    /// The texts that were handed out, by the position of the plan, so that each is copied once;
    /// `None` for one that is not kept.
    texts: Vec<OnceLock<Option<Arc<str>>>>,
    registry: Arc<Registry>,
    index: OnceLock<Index>,
    ledger: OnceLock<Arc<Ledger>>,
    dossiers: OnceLock<Arc<Dossiers>>,
    similar: OnceLock<Arc<Similar>>,
    /// By the position of the plan.
    findings: Vec<OnceLock<Arc<[Finding]>>>,
    /// The targets of each plan's text, by its position. Search, dossiers, deadlines and comparisons are made of them.
    targets: Vec<OnceLock<Arc<[Target]>>>,
    /// By the position of the plan.
    deadlines: Vec<OnceLock<Arc<[Deadline]>>>,
    /// What the user recorded, and the present year, by which tasks are overdue.
    progress: Progress,
    today: u16,
    /// What was recorded of each plan, by its position.
    progress_rows: Vec<OnceLock<Arc<[ProgressRow]>>>,
    background: Background,
    /// Where what was worked out is kept from one run to the next.
    keep: Box<dyn Keep>,
    /// What finds hits while the index of a large library is being made: the plans that are here, and the facts of the others.
    /// `None` before somebody searches, and once the index is there.
    provisional: Mutex<Option<Arc<Provisional>>>,
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").field("n_plans", &self.dataset.plans.len()).finish_non_exhaustive()
    }
}

impl Memory {
    /// A library over plans that have their contents, the texts they were read from, and the names they are read by.
    #[must_use]
    pub fn new(dataset: impl Into<Arc<Dataset>>, sources: impl Sources + 'static, registry: Arc<Registry>) -> Self {
        let dataset = dataset.into();
        let n_plans = dataset.plans.len();
        Self {
            positions: OnceLock::new(),
            dataset,
            sources: Box::new(sources),
            texts: (0..n_plans).map(|_| OnceLock::new()).collect(),
            registry,
            index: OnceLock::new(),
            ledger: OnceLock::new(),
            dossiers: OnceLock::new(),
            similar: OnceLock::new(),
            findings: (0..n_plans).map(|_| OnceLock::new()).collect(),
            targets: (0..n_plans).map(|_| OnceLock::new()).collect(),
            deadlines: (0..n_plans).map(|_| OnceLock::new()).collect(),
            progress: Progress::default(),
            today: 0,
            progress_rows: (0..n_plans).map(|_| OnceLock::new()).collect(),
            background: Background::default(),
            keep: Box::new(()),
            provisional: Mutex::default(),
        }
    }

    /// Adds what the user recorded of the execution of plans; `today` is the present year.
    #[must_use]
    pub fn with_progress(self, progress: Progress, today: u16) -> Self {
        Self { progress, today, ..self }
    }

    /// This library, with a place where it keeps what it works out from one run to the next.
    #[must_use]
    pub fn kept_in(self, keep: impl Keep + 'static) -> Self {
        Self { keep: Box::new(keep), ..self }
    }

    /// The plans, in the order they are shown.
    #[must_use]
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// Whether there are so many plans that no key can wait for something that is made of all.
    fn is_large(&self) -> bool {
        self.dataset.plans.len() >= MANY
    }

    fn position(&self, plan: &str) -> Option<usize> {
        let plans = || self.dataset.plans.iter().enumerate().map(|(at, plan)| (plan.id.clone(), at)).collect();
        self.positions.get_or_init(plans).get(plan).copied()
    }

    fn provisional(&self) -> MutexGuard<'_, Option<Arc<Provisional>>> {
        self.provisional.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Library for Memory {
    fn registry(&self) -> &Arc<Registry> {
        &self.registry
    }

    fn plans(&self) -> Answer<Arc<Dataset>> {
        Answer::Ready(Arc::clone(&self.dataset))
    }

    fn plan(&self, id: &str) -> Answer<Plan> {
        let Some((at, plan)) = self.position(id).and_then(|at| Some((at, self.dataset.plans.get(at)?))) else {
            return Answer::Failed(Failure::NoSuchPlan(id.to_owned()));
        };
        if !plan.nodes.is_here() && self.is_large() && self.background.is_running() {
            self.background.want(Wanted::Contents(at));
            return Answer::Pending;
        }
        plan.nodes.fetch();
        Answer::Ready(plan.clone())
    }

    fn source(&self, plan: &str) -> Answer<Option<Arc<str>>> {
        let Some(kept) = self.position(plan).and_then(|at| self.texts.get(at)) else { return Answer::Ready(None) };
        Answer::Ready(kept.get_or_init(|| self.sources.text(plan).as_deref().map(Arc::from)).clone())
    }

    fn ledger(&self) -> Answer<Arc<Ledger>> {
        self.of_all(self.ledger.get().is_some(), |this| Arc::clone(this.make_ledger()), None)
    }

    fn dossiers(&self) -> Answer<Arc<Dossiers>> {
        let is_made = self.dossiers.get().is_some();
        self.of_all(is_made, |this| Arc::clone(this.make_dossiers()), Some(Wanted::Dossiers))
    }

    fn similar(&self) -> Answer<Arc<Similar>> {
        let is_made = self.similar.get().is_some();
        self.of_all(is_made, |this| Arc::clone(this.make_similar()), Some(Wanted::Similar))
    }

    /// Pending while the background works and has not come to this plan: no screen has to wait for it.
    fn findings(&self, plan: &str) -> Answer<Arc<[Finding]>> {
        self.unless_awaited(plan, &self.findings, Self::make_findings, Wanted::Findings)
    }

    /// Pending while the background works and has not come to this plan, as of a large library that takes seconds.
    fn targets(&self, plan: &str) -> Answer<Arc<[Target]>> {
        self.unless_awaited(plan, &self.targets, Self::make_targets, Wanted::Targets)
    }

    fn deadlines(&self, plan: &str) -> Answer<Arc<[Deadline]>> {
        if self.is_large() {
            return self.unless_awaited(plan, &self.deadlines, Self::make_deadlines, Wanted::Deadlines);
        }
        match self.position(plan).and_then(|at| self.make_deadlines(at)) {
            Some(deadlines) => Answer::Ready(Arc::clone(deadlines)),
            None => Answer::Failed(Failure::NoSuchPlan(plan.to_owned())),
        }
    }

    fn progress(&self, plan: &str) -> Answer<Arc<[ProgressRow]>> {
        match self.position(plan).and_then(|at| self.make_progress(at)) {
            Some(rows) => Answer::Ready(Arc::clone(rows)),
            None => Answer::Failed(Failure::NoSuchPlan(plan.to_owned())),
        }
    }

    /// While the index of a large library is being made, the plans that are here are searched, and the facts of the others.
    fn search(&self, query: &Query, options: &Options, read: &mut ReadHits<'_>) -> Answer<()> {
        if self.is_large() && self.background.is_running() && self.index.get().is_none() {
            let Some(provisional) = self.provisional().clone() else {
                self.background.want(Wanted::Provisional);
                return Answer::Pending;
            };
            read(provisional.search(&self.registry, query, options));
            return Answer::Ready(());
        }
        read(self.index().search(&self.dataset, &self.registry, query, options));
        Answer::Ready(())
    }

    fn on_ready(&self, wake: Wake) {
        self.background.add(wake);
    }

    fn keep_nobody_waiting(self: Arc<Self>) {
        if self.is_large() {
            let library = Arc::clone(&self);
            self.background.start_to_serve(move || library.background.stay(|| library.serve()));
        }
    }

    fn start_background(self: Arc<Self>) {
        Arc::clone(&self).keep_nobody_waiting();
        let library = Arc::clone(&self);
        self.background.start(move || {
            let _running = library.background.begun();
            library.work();
        });
    }
}

#[cfg(test)]
mod tests;
