//! What the thread of a library in memory works out ahead, and in which order; and what a question is answered with that it has
//! not come to.

use std::sync::{Arc, OnceLock};

use super::Memory;
use crate::library::background::Wanted;
use crate::library::provisional::Provisional;
use crate::library::{Answer, Failure, side_by_side};

impl Memory {
    /// Reads the contents of all plans, on all processors.
    pub(super) fn fetch_contents(&self) {
        side_by_side::map(&self.dataset.plans, |plan| {
            self.serve();
            plan.nodes.fetch();
        });
        // The names that plans print for departments lie on the disk as well.
        self.dataset.departments.fetch();
    }

    /// Answers with what is kept of the plan, or makes it, unless the background works and has not come to it. A large library
    /// is asked for it then.
    pub(super) fn unless_awaited<T: ?Sized>(
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
    pub(super) fn of_all<T>(&self, is_made: bool, make: impl FnOnce(&Self) -> T, wanted: Option<Wanted>) -> Answer<T> {
        if self.is_large() && self.background.is_running() && !is_made {
            if let Some(wanted) = wanted {
                self.background.want(wanted);
            }
            return Answer::Pending;
        }
        Answer::Ready(make(self))
    }

    /// Works everything out. First comes what a key would wait for; the findings, which take longest and which no key waits
    /// for, come late. Of many plans only what the lists and the search are made of is worked out ahead, and the rest when
    /// somebody asks for it.
    pub fn work_ahead(&self) {
        let _running = self.background.begin();
        self.work();
    }

    pub(super) fn work(&self) {
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
    pub(super) fn serve(&self) {
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
}
