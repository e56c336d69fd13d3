//! What is worked out of a plan's whole text: where it does not agree with itself, and what it sets for which year. Made
//! plan by plan when first needed, or before on another thread; never for the first screen.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::analysis::check;
use crate::analysis::targets::deadline::{self, Deadline};
use crate::model::{Dataset, Finding};
use crate::registry::Registry;

/// Gives the document that a plan was read from, by the plan's id. Asked only when its lines are to be shown.
pub type SourceOf = fn(&str) -> Option<&'static str>;

/// The findings and deadlines of every plan, by the plan's position.
#[derive(Debug)]
pub(crate) struct Review {
    findings: Vec<OnceLock<Vec<Finding>>>,
    deadlines: Vec<OnceLock<Vec<Deadline>>>,
    /// Whether another thread is to work everything out, so that marks and lists may wait for it.
    is_under_way: AtomicBool,
}

/// The work of another thread. Dropped, nobody waits for it any more.
#[derive(Debug)]
pub(crate) struct UnderWay(Arc<Review>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.is_under_way.store(false, Ordering::Release);
    }
}

impl Review {
    /// A review of so many plans, nothing worked out yet.
    pub(crate) fn of(n_plans: usize) -> Self {
        Self {
            findings: (0..n_plans).map(|_| OnceLock::new()).collect(),
            deadlines: (0..n_plans).map(|_| OnceLock::new()).collect(),
            is_under_way: AtomicBool::new(false),
        }
    }

    /// The findings in a plan, in the order of its lines.
    pub(crate) fn findings(
        &self,
        dataset: &Dataset,
        registry: &Registry,
        plan: usize,
        source: Option<SourceOf>,
    ) -> &[Finding] {
        let (Some(kept), Some(read)) = (self.findings.get(plan), dataset.plans.get(plan)) else { return &[] };
        kept.get_or_init(|| check::select(dataset, registry, &[&read.id], |id| source.and_then(|source| source(id))))
    }

    /// What a plan sets for which year, in the order of the document.
    pub(crate) fn deadlines(
        &self,
        dataset: &Dataset,
        registry: &Registry,
        plan: usize,
        source: Option<SourceOf>,
    ) -> &[Deadline] {
        let (Some(kept), Some(read)) = (self.deadlines.get(plan), dataset.plans.get(plan)) else { return &[] };
        kept.get_or_init(|| deadline::in_plan(read, registry, source.and_then(|source| source(&read.id))))
    }

    /// Says that everything is about to be worked out beside. Whoever does it says with what is given back that it is
    /// over: by dropping it, so also where the work comes to nothing.
    pub(crate) fn announce(self: &Arc<Self>) -> UnderWay {
        self.is_under_way.store(true, Ordering::Release);
        UnderWay(Arc::clone(self))
    }

    /// Whether another thread works everything out.
    pub(crate) fn is_under_way(&self) -> bool {
        self.is_under_way.load(Ordering::Acquire)
    }

    /// Whether the findings in a plan are at hand, or may be worked out at once since nobody else does.
    pub(crate) fn has_findings(&self, plan: usize) -> bool {
        !self.is_under_way() || self.findings.get(plan).is_some_and(|kept| kept.get().is_some())
    }

    /// Works out the findings of every plan.
    pub(crate) fn prepare_findings(&self, dataset: &Dataset, registry: &Registry, source: Option<SourceOf>) {
        for plan in 0..dataset.plans.len() {
            self.findings(dataset, registry, plan, source);
        }
    }

    /// Works out the deadlines of every plan.
    pub(crate) fn prepare_deadlines(&self, dataset: &Dataset, registry: &Registry, source: Option<SourceOf>) {
        for plan in 0..dataset.plans.len() {
            self.deadlines(dataset, registry, plan, source);
        }
    }
}
