//! A library whose plans are in memory: everything is answered at once, but for what a thread is working out.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use super::background::{Background, Wanted};
use super::keep::{self, Keep, Opened};
use super::provisional::Provisional;
use super::{Answer, Failure, Library, ReadHits, Wake, side_by_side};
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

/// From how many plans on no key can wait for something that is made of all of them.
const MANY: usize = 12;

/// The name under which the index is kept.
const INDEX: &str = "index";

/// Plans in memory, and what was worked out of them. Each piece is worked out once: when it is first asked for, or
/// before that on the thread of [`Library::start_background`].
pub struct Memory {
    dataset: Arc<Dataset>,
    /// The position of each plan by its id.
    positions: FxHashMap<String, usize>,
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
            keep: Box::new(()),
            provisional: Mutex::default(),
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

    /// The index of all plans: as it was kept, or made anew. Only of many plans it is worth keeping, with what makes the search
    /// of a large text quick.
    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            if let Some(kept) = self.is_large().then(|| self.read_index()).flatten() {
                return kept;
            }
            self.fetch_contents();
            let targets = side_by_side::map(&self.dataset.plans, |plan| {
                self.serve();
                self.targets_for_index(plan)
            });
            let targets: Vec<Target> = targets.into_iter().flatten().collect();
            let index = Index::with_targets(&self.dataset, &self.registry, &targets);
            drop(targets);
            if self.is_large() {
                if index.is_large() {
                    index.prepare();
                }
                self.keep.write(INDEX, &index.to_bytes());
            }
            // What was kept takes less memory than what was made.
            index.is_large().then(|| self.read_index()).flatten().unwrap_or(index)
        })
    }

    /// Reads the index that an earlier run has made of the same plans; what is large in it stays on the disk.
    fn read_index(&self) -> Option<Index> {
        let Opened { bytes, place } = self.keep.open(INDEX)?;
        place.map_or_else(|| Index::from_bytes(&bytes), |place| Index::from_kept(&bytes, &place))
    }

    /// Reads the contents of all plans, on all processors.
    fn fetch_contents(&self) {
        side_by_side::map(&self.dataset.plans, |plan| {
            self.serve();
            plan.nodes.fetch();
        });
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
        Some(kept.get_or_init(|| self.read_targets(plan).into()))
    }

    /// The targets of a plan as they were kept, or made anew.
    fn read_targets(&self, plan: &Plan) -> Vec<Target> {
        keep::read_targets(self.keep.as_ref(), &plan.id).unwrap_or_else(|| {
            let targets = target::of_plan(plan, &self.registry, self.sources.text(&plan.id).as_deref());
            keep::write_targets(self.keep.as_ref(), &plan.id, &targets);
            targets
        })
    }

    /// The targets of a plan for the index, which holds them in a few bytes. Those of a large library are not held a second
    /// time before somebody asks for them.
    fn targets_for_index(&self, plan: &Plan) -> Vec<Target> {
        if self.is_large() { self.read_targets(plan) } else { self.targets_of(&plan.id).to_vec() }
    }

    /// The targets of the plan with this id; none if there is no such plan.
    fn targets_of(&self, plan: &str) -> &[Target] {
        self.position(plan).and_then(|at| self.make_targets(at)).map_or(&[], |targets| targets)
    }

    /// Answers with what is kept of the plan, or makes it, unless the background works and has not come to it. A large library
    /// is asked for it then.
    fn unless_awaited<T: ?Sized>(
        &self,
        plan: &str,
        kept: &[OnceLock<Arc<T>>],
        make: impl FnOnce(&Self, usize) -> Option<&Arc<T>>,
        wanted: fn(usize) -> Wanted,
    ) -> Answer<Arc<T>> {
        let Some(at) = self.position(plan) else { return Answer::Failed(Failure::NoSuchPlan(plan.to_owned())) };
        let is_made = kept.get(at).is_some_and(|kept| kept.get().is_some());
        if self.background.is_running() && !is_made {
            if self.is_large() {
                self.background.want(wanted(at));
            }
            return Answer::Pending;
        }
        match make(self, at) {
            Some(answer) => Answer::Ready(Arc::clone(answer)),
            None => Answer::Failed(Failure::NoSuchPlan(plan.to_owned())),
        }
    }

    /// Answers with what is made of all plans, unless there are many and the background has not come to it.
    fn of_all<T>(&self, is_made: bool, make: impl FnOnce(&Self) -> T, wanted: Option<Wanted>) -> Answer<T> {
        if self.is_large() && self.background.is_running() && !is_made {
            if let Some(wanted) = wanted {
                self.background.want(wanted);
            }
            return Answer::Pending;
        }
        Answer::Ready(make(self))
    }

    /// Whether there are so many plans that no key can wait for something that is made of all.
    fn is_large(&self) -> bool {
        self.dataset.plans.len() >= MANY
    }

    fn position(&self, plan: &str) -> Option<usize> {
        self.positions.get(plan).copied()
    }

    /// Works everything out. First comes what a key would wait for; the findings, which take longest and which no key waits
    /// for, come late. Of many plans only what the lists and the search are made of is worked out ahead, and the rest when
    /// somebody asks for it.
    pub fn work_ahead(&self) {
        let _running = self.background.begin();
        self.work();
    }

    fn work(&self) {
        self.fetch_contents();
        self.background.wake();
        if self.is_large() {
            self.make_ledger();
            self.background.wake();
            self.index();
            *self.provisional() = None;
            self.background.wake();
            return;
        }
        let n_plans = self.dataset.plans.len();
        for at in 0..n_plans {
            self.make_targets(at);
        }
        self.background.wake();
        self.index();
        self.make_dossiers();
        for at in 0..n_plans {
            self.make_deadlines(at);
        }
        for at in 0..n_plans {
            self.make_findings(at);
            self.background.wake();
        }
        self.make_similar();
    }

    /// Works out what somebody waits for, and tells them.
    fn serve(&self) {
        while let Some((wanted, is_last)) = self.background.take() {
            match wanted {
                Wanted::Contents(at) => self.dataset.plans.get(at).into_iter().for_each(|plan| plan.nodes.fetch()),
                Wanted::Targets(at) => drop(self.make_targets(at)),
                Wanted::Deadlines(at) => drop(self.make_deadlines(at)),
                Wanted::Findings(at) => drop(self.make_findings(at)),
                Wanted::Dossiers => drop(self.make_dossiers()),
                Wanted::Similar => drop(self.make_similar()),
                Wanted::Provisional => {
                    let provisional = Arc::new(Provisional::new(&self.dataset, &self.registry));
                    *self.provisional() = self.index.get().is_none().then_some(provisional);
                }
            }
            if is_last {
                self.background.wake();
            }
        }
    }

    fn provisional(&self) -> MutexGuard<'_, Option<Arc<Provisional>>> {
        self.provisional.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn make_ledger(&self) -> &Arc<Ledger> {
        self.ledger.get_or_init(|| Arc::new(Ledger::new(&self.dataset)))
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
mod tests {
    use super::*;
    use crate::model::Lines;
    use crate::{dataset, library};
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

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

    /// A library of so many plans that no key waits for all of them, whose contents come from a slow disk.
    fn large() -> Memory {
        let bundled = dataset::bundled().unwrap();
        let plan = |n: usize| {
            let like = bundled.plans[n % bundled.plans.len()].clone();
            let nodes = like.nodes.clone();
            let fetch = move || {
                thread::sleep(Duration::from_millis(2));
                nodes.to_vec()
            };
            Plan { id: format!("own-{n}"), nodes: Lines::fetched_by(fetch), ..like }
        };
        let own = (0..2 * MANY).map(plan).collect();
        let dataset = dataset::join(bundled, own, Vec::new);
        Memory::new(dataset, dataset::Seeds, dataset::registry())
    }

    #[test]
    fn no_question_to_a_large_library_waits_and_each_is_answered_in_the_end() {
        let library = Arc::new(large());
        let (sender, woken) = mpsc::channel();
        library.on_ready(Arc::new(move || sender.send(()).unwrap_or_default()));
        // Said, as if the thread had been slow to begin: whatever is not here is pending.
        let running = library.background.begin();
        // How much is found, and whether that is not all.
        let search = || {
            let mut found = (0, false);
            let answer = library.search(&Query::parse("健康素养"), &Options::default(), &mut |results| {
                found = (results.counts.iter().map(|(_, n)| n).sum::<usize>(), results.is_partial);
            });
            answer.ready().map(|()| found)
        };
        let last = format!("own-{}", 2 * MANY - 1);
        assert!(matches!(library.plan(&last), Answer::Pending));
        assert!(matches!(library.ledger(), Answer::Pending) && matches!(library.dossiers(), Answer::Pending));
        assert!(matches!(library.similar(), Answer::Pending) && matches!(library.targets(&last), Answer::Pending));
        assert!(matches!(library.plan("foshan-2030"), Answer::Ready(_)), "what is here is answered");
        assert_eq!(search(), None);
        let wait = |is_answered: &dyn Fn() -> bool| {
            while !is_answered() {
                woken.recv_timeout(Duration::from_secs(60)).unwrap();
            }
        };
        Arc::clone(&library).keep_nobody_waiting();
        wait(&|| search().is_some());
        let first = search().unwrap();
        assert!(first.0 > 0 && first.1, "the bundled plans are searched: {first:?}");
        wait(&|| matches!(library.plan(&last), Answer::Ready(plan) if plan.nodes.is_here()));
        assert!(matches!(library.ledger(), Answer::Pending), "nobody has asked for the work that takes long");
        Arc::clone(&library).start_background();
        drop(running);
        wait(&|| matches!(library.ledger(), Answer::Ready(_)));
        wait(&|| matches!(library.targets(&last), Answer::Ready(_)));
        wait(&|| matches!(library.deadlines(&last), Answer::Ready(_)));
        wait(&|| matches!(library.dossiers(), Answer::Ready(_)));
        wait(&|| search().is_some_and(|(n_hits, is_partial)| !is_partial && n_hits > first.0));
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
