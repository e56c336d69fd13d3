//! A library whose plans are in memory: everything is answered at once, but for what a thread is working out.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

use super::listeners::Listeners;
use super::{Answer, Failure, Library, ReadHits, Wake};
use crate::analysis::check;
use crate::analysis::progress::{ProgressRow, Recordable};
use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::{self, Deadline};
use crate::analysis::targets::target;
use crate::analysis::targets::target::Document;
use crate::model::{Dataset, Finding, Plan, Progress, Sources, Target};
use crate::registry::Registry;
use crate::search::{Index, Options, Query};

/// Plans in memory, and what was worked out of them. Each piece is worked out once: when it is first asked for, or
/// before that on the thread of [`Library::start_background`].
pub struct Memory {
    dataset: Arc<Dataset>,
    /// The position of each plan by its id.
    positions: HashMap<String, usize>,
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
}

/// The thread that works ahead.
#[derive(Default)]
struct Background {
    was_started: AtomicBool,
    is_running: AtomicBool,
    listeners: Listeners,
}

/// Ends the background work, also where a panic ends it: whoever waits must not wait for ever.
struct Running<'a>(&'a Background);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.is_running.store(false, Ordering::Release);
        self.0.listeners.wake();
    }
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
            positions: dataset.plans.iter().enumerate().map(|(at, plan)| (plan.id.clone(), at)).collect(),
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
        }
    }

    /// Adds what the user recorded of the execution of plans; `today` is the present year.
    #[must_use]
    pub fn with_progress(self, progress: Progress, today: u16) -> Self {
        Self { progress, today, ..self }
    }

    fn make_progress(&self, at: usize) -> Option<&Arc<[ProgressRow]>> {
        let (kept, plan) = (self.progress_rows.get(at)?, self.dataset.plans.get(at)?);
        Some(kept.get_or_init(|| {
            if !self.progress.has_any_of(&plan.id) {
                return Arc::from([]);
            }
            let recordable = Recordable::new(plan, self.targets_of(&plan.id), &self.registry);
            recordable.rows(&self.progress, self.today, false).into()
        }))
    }

    /// The plans, in the order they are shown.
    #[must_use]
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let of_plan = |plan: &Plan| self.targets_of(&plan.id).to_vec();
            let targets = self.dataset.plans.iter().flat_map(of_plan).collect();
            Index::with_targets(&self.dataset, &self.registry, targets)
        })
    }

    fn make_dossiers(&self) -> &Arc<Dossiers> {
        self.dossiers.get_or_init(|| {
            let targets = |plan: &str| self.targets_of(plan);
            Arc::new(Dossiers::with_targets(&self.dataset, &self.registry, targets, |plan| self.sources.text(plan)))
        })
    }

    fn make_similar(&self) -> &Arc<Similar> {
        self.similar.get_or_init(|| Arc::new(Similar::new(&self.dataset)))
    }

    fn make_findings(&self, at: usize) -> Option<&Arc<[Finding]>> {
        let (kept, plan) = (self.findings.get(at)?, self.dataset.plans.get(at)?);
        let check = || {
            let text = self.sources.text(&plan.id);
            check::check_plan(plan, &self.registry, text.as_deref().map(Document::new).as_ref())
        };
        Some(kept.get_or_init(|| check().into()))
    }

    fn make_deadlines(&self, at: usize) -> Option<&Arc<[Deadline]>> {
        let (kept, plan) = (self.deadlines.get(at)?, self.dataset.plans.get(at)?);
        Some(kept.get_or_init(|| deadline::from_targets(plan, self.targets_of(&plan.id)).into()))
    }

    fn make_targets(&self, at: usize) -> Option<&Arc<[Target]>> {
        let (kept, plan) = (self.targets.get(at)?, self.dataset.plans.get(at)?);
        Some(kept.get_or_init(|| target::of_plan(plan, &self.registry, self.sources.text(&plan.id).as_deref()).into()))
    }

    /// The targets of the plan with this id; none if there is no such plan.
    fn targets_of(&self, plan: &str) -> &[Target] {
        self.position(plan).and_then(|at| self.make_targets(at)).map_or(&[], |targets| targets)
    }

    /// Answers with what is kept of the plan, or makes it, unless the background works and has not come to it.
    fn unless_awaited<T: ?Sized>(
        &self,
        plan: &str,
        kept: &[OnceLock<Arc<T>>],
        make: impl FnOnce(&Self, usize) -> Option<&Arc<T>>,
    ) -> Answer<Arc<T>> {
        let Some(at) = self.position(plan) else { return Answer::Failed(Failure::NoSuchPlan(plan.to_owned())) };
        let is_running = self.background.is_running.load(Ordering::Acquire);
        let is_made = kept.get(at).is_some_and(|kept| kept.get().is_some());
        if is_running && !is_made {
            return Answer::Pending;
        }
        match make(self, at) {
            Some(answer) => Answer::Ready(Arc::clone(answer)),
            None => Answer::Failed(Failure::NoSuchPlan(plan.to_owned())),
        }
    }

    fn position(&self, plan: &str) -> Option<usize> {
        self.positions.get(plan).copied()
    }

    /// Works everything out on this thread. First comes what a key would wait for; the findings, which take longest and
    /// which no key waits for, come late.
    pub fn work_ahead(&self) {
        let _running = Running(&self.background);
        let n_plans = self.dataset.plans.len();
        for at in 0..n_plans {
            self.make_targets(at);
        }
        self.background.listeners.wake();
        self.index();
        self.make_dossiers();
        for at in 0..n_plans {
            self.make_deadlines(at);
        }
        for at in 0..n_plans {
            self.make_findings(at);
            self.background.listeners.wake();
        }
        self.make_similar();
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
        match self.dataset.plan(id) {
            Some(plan) => Answer::Ready(plan.clone()),
            None => Answer::Failed(Failure::NoSuchPlan(id.to_owned())),
        }
    }

    fn source(&self, plan: &str) -> Answer<Option<Arc<str>>> {
        let Some(kept) = self.position(plan).and_then(|at| self.texts.get(at)) else { return Answer::Ready(None) };
        Answer::Ready(kept.get_or_init(|| self.sources.text(plan).as_deref().map(Arc::from)).clone())
    }

    fn ledger(&self) -> Answer<Arc<Ledger>> {
        Answer::Ready(Arc::clone(self.ledger.get_or_init(|| Arc::new(Ledger::new(&self.dataset)))))
    }

    fn dossiers(&self) -> Answer<Arc<Dossiers>> {
        Answer::Ready(Arc::clone(self.make_dossiers()))
    }

    fn similar(&self) -> Answer<Arc<Similar>> {
        Answer::Ready(Arc::clone(self.make_similar()))
    }

    /// Pending while the background works and has not come to this plan: no screen has to wait for it.
    fn findings(&self, plan: &str) -> Answer<Arc<[Finding]>> {
        self.unless_awaited(plan, &self.findings, Self::make_findings)
    }

    /// Pending while the background works and has not come to this plan, as of a large library that takes seconds.
    fn targets(&self, plan: &str) -> Answer<Arc<[Target]>> {
        self.unless_awaited(plan, &self.targets, Self::make_targets)
    }

    fn deadlines(&self, plan: &str) -> Answer<Arc<[Deadline]>> {
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

    fn search(&self, query: &Query, options: &Options, read: &mut ReadHits<'_>) -> Answer<()> {
        read(self.index().search(&self.dataset, &self.registry, query, options));
        Answer::Ready(())
    }

    fn on_ready(&self, wake: Wake) {
        self.background.listeners.add(wake);
    }

    fn start_background(self: Arc<Self>) {
        if self.background.was_started.swap(true, Ordering::AcqRel) {
            return;
        }
        // Said before the thread begins, so that a question in between does not work out what the thread is about to.
        self.background.is_running.store(true, Ordering::Release);
        let library = Arc::clone(&self);
        if thread::Builder::new().name("library".to_owned()).spawn(move || library.work_ahead()).is_err() {
            self.background.is_running.store(false, Ordering::Release);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;
    use std::sync::mpsc;

    #[test]
    fn findings_are_pending_until_the_background_has_them() {
        let library = Arc::new(library::bundled().unwrap());
        let (sender, woken) = mpsc::channel();
        library.on_ready(Arc::new(move || sender.send(()).unwrap_or_default()));
        Arc::clone(&library).start_background();
        let id = library.dataset.plans.last().unwrap().id.clone();
        while library.findings(&id) == Answer::Pending {
            woken.recv().unwrap();
        }
        assert!(library.findings(&id).ready().is_some_and(|findings| !findings.is_empty()));
    }

    #[test]
    fn what_nobody_works_out_is_worked_out_when_asked() {
        let library = library::bundled().unwrap();
        let id = library.dataset.plans[0].id.clone();
        assert!(library.findings(&id).ready().is_some());
        assert!(library.deadlines(&id).ready().is_some());
        assert_eq!(library.findings("没有"), Answer::Failed(Failure::NoSuchPlan("没有".to_owned())));
        let [once, again] = [(); 2].map(|()| library.source(&id).ready().flatten().unwrap());
        assert!(Arc::ptr_eq(&once, &again), "the text is copied once");
        assert_eq!(library.source("没有"), Answer::Ready(None));
    }
}
