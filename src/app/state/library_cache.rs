//! What the library has answered so far, kept for the screens; and which answers are still to come, or failed.
//!
//! A screen asks here and gets what is at hand: an answer that is late looks empty until [`LibraryCache::take_in`]
//! finds it after a wake. Nothing is asked twice while it is pending, and what failed is asked again only on request.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analysis::progress::ProgressRow;
use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::Deadline;
use crate::library::{Answer, Failure, Library};
use crate::model::{Dataset, Finding, Lines, Plan, Target};

/// Any library, named so that a closure over it may be written without its lifetime.
type AnyLibrary = dyn Library;

/// A question whose answer is kept. Plans are named by their position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Question {
    Plans,
    Contents(usize),
    Ledger,
    Dossiers,
    Similar,
    Findings(usize),
    Targets(usize),
    Deadlines(usize),
    Progress(usize),
}

/// Why a question has no answer yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unanswered {
    Pending,
    Failed(Failure),
}

/// The answers of a library that are kept for the screens.
pub(crate) struct LibraryCache {
    library: Arc<dyn Library>,
    dataset: Arc<Dataset>,
    /// The position of each plan by its id, once one is asked for.
    positions: OnceCell<FxHashMap<String, usize>>,
    ledger: OnceCell<Arc<Ledger>>,
    dossiers: OnceCell<Arc<Dossiers>>,
    similar: OnceCell<Arc<Similar>>,
    /// The findings of each plan, by its position.
    findings: Vec<OnceCell<Arc<[Finding]>>>,
    /// The targets of each plan's text, by its position.
    targets: Vec<OnceCell<Arc<[Target]>>>,
    /// The targets of each plan with their years, by its position.
    deadlines: Vec<OnceCell<Arc<[Deadline]>>>,
    /// What was recorded of each plan, by its position.
    progress: Vec<OnceCell<Arc<[ProgressRow]>>>,
    unanswered: RefCell<BTreeMap<Question, Unanswered>>,
    /// Contents that came while a screen was being made, and are not yet among the plans.
    arrived: RefCell<BTreeMap<usize, Plan>>,
    revision: u64,
}

impl LibraryCache {
    /// Asks the library for its plans, which may come later.
    pub(crate) fn new(library: Arc<dyn Library>) -> Self {
        let mut cache = Self {
            library,
            dataset: Arc::new(Dataset { schema: 0, plans: Vec::new(), departments: Lines::default() }),
            positions: OnceCell::new(),
            ledger: OnceCell::new(),
            dossiers: OnceCell::new(),
            similar: OnceCell::new(),
            findings: Vec::new(),
            targets: Vec::new(),
            deadlines: Vec::new(),
            progress: Vec::new(),
            unanswered: RefCell::default(),
            arrived: RefCell::default(),
            revision: 0,
        };
        cache.take_plans();
        cache
    }

    /// Returns the library itself, for questions whose answers are not kept.
    pub(crate) fn library(&self) -> &Arc<dyn Library> {
        &self.library
    }

    /// Returns the plans with those contents that are here.
    pub(crate) fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// Returns the position of the plan with this id.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        let plans = || self.dataset.plans.iter().enumerate().map(|(at, plan)| (plan.id.clone(), at)).collect();
        self.positions.get_or_init(plans).get(id).copied()
    }

    /// Counts the times that something came which lists are made of: those made at another revision may be out of date.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// Asks for the contents of the plan at this position if they are not here. Returns whether they are; contents that
    /// are answered at once come among the plans with [`LibraryCache::take_contents`].
    pub(crate) fn fetch_contents(&self, at: usize) -> bool {
        let Some(plan) = self.dataset.plans.get(at) else { return false };
        if plan.nodes.is_here() {
            return true;
        }
        if !self.arrived.borrow().contains_key(&at)
            && let Some(plan) = self.ask(Question::Contents(at), |library| library.plan(&plan.id))
        {
            self.arrived.borrow_mut().insert(at, plan);
        }
        false
    }

    /// Returns which department has which task.
    pub(crate) fn ledger(&self) -> Option<&Ledger> {
        self.keep(&self.ledger, Question::Ledger, Library::ledger).map(Arc::as_ref)
    }

    /// Returns what the dossiers of departments are made of.
    pub(crate) fn dossiers(&self) -> Option<&Dossiers> {
        self.keep(&self.dossiers, Question::Dossiers, Library::dossiers).map(Arc::as_ref)
    }

    /// Returns how close tasks of different plans are.
    pub(crate) fn similar(&self) -> Option<&Similar> {
        self.keep(&self.similar, Question::Similar, Library::similar).map(Arc::as_ref)
    }

    /// Returns the findings in the plan at this position.
    pub(crate) fn findings(&self, at: usize) -> Option<&[Finding]> {
        let (cell, plan) = (self.findings.get(at)?, self.dataset.plans.get(at)?);
        self.keep(cell, Question::Findings(at), |library| library.findings(&plan.id)).map(Arc::as_ref)
    }

    /// Returns the targets that the text of the plan at this position states.
    pub(crate) fn targets(&self, at: usize) -> Option<&[Target]> {
        let (cell, plan) = (self.targets.get(at)?, self.dataset.plans.get(at)?);
        self.keep(cell, Question::Targets(at), |library| library.targets(&plan.id)).map(Arc::as_ref)
    }

    /// Returns the targets with their years of the plan at this position.
    pub(crate) fn deadlines(&self, at: usize) -> Option<&[Deadline]> {
        let (cell, plan) = (self.deadlines.get(at)?, self.dataset.plans.get(at)?);
        self.keep(cell, Question::Deadlines(at), |library| library.deadlines(&plan.id)).map(Arc::as_ref)
    }

    /// Returns what was recorded of the plan at this position.
    pub(crate) fn progress(&self, at: usize) -> Option<&[ProgressRow]> {
        let (cell, plan) = (self.progress.get(at)?, self.dataset.plans.get(at)?);
        self.keep(cell, Question::Progress(at), |library| library.progress(&plan.id)).map(Arc::as_ref)
    }

    /// Returns whether plans or the contents of plans are still to come.
    pub(crate) fn is_loading(&self) -> bool {
        let unanswered = self.unanswered.borrow();
        let mut pending = unanswered.iter().filter(|(_, state)| **state == Unanswered::Pending);
        pending.any(|(question, _)| matches!(question, Question::Plans | Question::Contents(_)))
    }

    /// Returns why this question has no answer; `None` if it has one or was never asked.
    pub(crate) fn unanswered(&self, question: Question) -> Option<Unanswered> {
        self.unanswered.borrow().get(&question).cloned()
    }

    /// Returns the first failure since the last retry.
    pub(crate) fn failure(&self) -> Option<Failure> {
        self.unanswered.borrow().values().find_map(|state| match state {
            Unanswered::Failed(failure) => Some(failure.clone()),
            Unanswered::Pending => None,
        })
    }

    /// Lets every question that failed be asked again.
    pub(crate) fn retry(&mut self) {
        self.unanswered.get_mut().retain(|_, state| *state == Unanswered::Pending);
        self.take_in();
        // Lists that were made without the failed answers ask for them when they are made anew.
        self.revision += 1;
    }

    /// Asks every pending question again and takes in the answers. Returns whether the plans or their contents changed.
    pub(crate) fn take_in(&mut self) -> bool {
        let is_pending =
            |(question, state): (&Question, &Unanswered)| (*state == Unanswered::Pending).then_some(*question);
        let pending: Vec<Question> = self.unanswered.get_mut().iter().filter_map(is_pending).collect();
        self.unanswered.get_mut().retain(|_, state| *state != Unanswered::Pending);
        let has_plans = self.take_plans();
        for question in &pending {
            self.ask_again(*question);
        }
        let has_contents = self.take_contents();
        // Lists show findings as they come; likeness and the targets of texts are shown in popups only.
        let is_listed =
            |question: &Question| !matches!(question, Question::Findings(_) | Question::Similar | Question::Targets(_));
        let still = self.unanswered.get_mut();
        let has_rows = pending.iter().any(|each| is_listed(each) && still.get(each) != Some(&Unanswered::Pending));
        self.revision += u64::from(has_rows);
        has_plans || has_contents
    }

    /// Asks a question whose answer is kept where it belongs.
    fn ask_again(&self, question: Question) {
        match question {
            // The plans come first, in `take_in`.
            Question::Plans => {}
            Question::Contents(at) => drop(self.fetch_contents(at)),
            Question::Ledger => drop(self.ledger()),
            Question::Dossiers => drop(self.dossiers()),
            Question::Similar => drop(self.similar()),
            Question::Findings(at) => drop(self.findings(at)),
            Question::Targets(at) => drop(self.targets(at)),
            Question::Deadlines(at) => drop(self.deadlines(at)),
            Question::Progress(at) => drop(self.progress(at)),
        }
    }

    /// Puts contents that have arrived among the plans. Returns whether there were any.
    pub(crate) fn take_contents(&mut self) -> bool {
        let arrived = std::mem::take(self.arrived.get_mut());
        let is_new = !arrived.is_empty();
        for (at, plan) in arrived {
            if let Some(kept) = Arc::make_mut(&mut self.dataset).plans.get_mut(at) {
                *kept = plan;
            }
        }
        self.revision += u64::from(is_new);
        is_new
    }

    /// Asks for the plans as long as they are not here. Returns whether they came.
    fn take_plans(&mut self) -> bool {
        if !self.dataset.plans.is_empty() {
            return false;
        }
        let Some(dataset) = self.ask(Question::Plans, Library::plans) else { return false };
        let n_plans = dataset.plans.len();
        self.positions = OnceCell::new();
        self.dataset = dataset;
        self.findings = (0..n_plans).map(|_| OnceCell::new()).collect();
        self.targets = (0..n_plans).map(|_| OnceCell::new()).collect();
        self.deadlines = (0..n_plans).map(|_| OnceCell::new()).collect();
        self.progress = (0..n_plans).map(|_| OnceCell::new()).collect();
        true
    }

    /// Returns the kept answer, or that of the library if it has one now.
    fn keep<'a, T>(
        &'a self,
        cell: &'a OnceCell<T>,
        question: Question,
        answer: impl FnOnce(&AnyLibrary) -> Answer<T>,
    ) -> Option<&'a T> {
        if cell.get().is_none() {
            let value = self.ask(question, answer)?;
            let _ = cell.set(value);
        }
        cell.get()
    }

    /// Asks the library, unless the same question is pending or has failed.
    fn ask<T>(&self, question: Question, answer: impl FnOnce(&AnyLibrary) -> Answer<T>) -> Option<T> {
        if self.unanswered.borrow().contains_key(&question) {
            return None;
        }
        let unanswered = match answer(self.library.as_ref()) {
            Answer::Ready(value) => return Some(value),
            Answer::Pending => Unanswered::Pending,
            Answer::Failed(failure) => Unanswered::Failed(failure),
        };
        self.unanswered.borrow_mut().insert(question, unanswered);
        None
    }
}
