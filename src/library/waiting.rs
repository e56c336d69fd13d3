//! Asking a library and waiting for the answer: for commands, which have nothing else to do meanwhile.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Answer, Failure, Library};
use crate::model::Dataset;
use crate::search;

/// How long one question may be pending before it is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A library whose answers are waited for.
pub struct Waiting {
    library: Arc<dyn Library>,
    /// Counts the wakes, so that one that comes between the question and the waiting is not missed.
    wakes: Arc<(Mutex<u64>, Condvar)>,
}

impl Waiting {
    /// Waits for the answers of this library.
    #[must_use]
    pub fn new(library: Arc<dyn Library>) -> Self {
        let wakes = Arc::new((Mutex::new(0), Condvar::new()));
        let notify = Arc::clone(&wakes);
        library.on_ready(Arc::new(move || {
            *notify.0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
            notify.1.notify_all();
        }));
        Self { library, wakes }
    }

    /// The library whose answers are waited for.
    #[must_use]
    pub fn library(&self) -> &Arc<dyn Library> {
        &self.library
    }

    /// Asks until there is an answer.
    ///
    /// # Errors
    /// The library fails to answer, or does not answer within a minute.
    pub fn ask<T>(&self, mut question: impl FnMut(&dyn Library) -> Answer<T>) -> Result<T, Failure> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let before = *self.wakes.0.lock().unwrap_or_else(PoisonError::into_inner);
            match question(self.library.as_ref()) {
                Answer::Ready(value) => return Ok(value),
                Answer::Failed(failure) => return Err(failure),
                Answer::Pending => {}
            }
            let wakes = self.wakes.0.lock().unwrap_or_else(PoisonError::into_inner);
            let left = deadline.saturating_duration_since(Instant::now());
            let waited = self.wakes.1.wait_timeout_while(wakes, left, |wakes| *wakes == before);
            if waited.unwrap_or_else(PoisonError::into_inner).1.timed_out() {
                return Err(Failure::Unreachable(format!("{} 秒内没有回应", PATIENCE.as_secs())));
            }
        }
    }

    /// All plans with their facts and counts; see [`Library::plans`].
    ///
    /// # Errors
    /// The library failed or was too late; see [`Waiting::ask`].
    pub fn plans(&self) -> Result<Arc<Dataset>, Failure> {
        self.ask(|library| library.plans())
    }

    /// All plans, those with the given ids (all, where none is given) with their contents.
    ///
    /// # Errors
    /// The library failed or was too late; see [`Waiting::ask`].
    pub fn with_contents(&self, ids: &[&str]) -> Result<Arc<Dataset>, Failure> {
        let mut dataset = self.plans()?;
        let is_missing =
            |plan: &crate::model::Plan| (ids.is_empty() || ids.contains(&plan.id.as_str())) && !plan.nodes.is_here();
        let missing: Vec<usize> =
            (0..).zip(&dataset.plans).filter(|(_, plan)| is_missing(plan)).map(|(at, _)| at).collect();
        // All are asked for before the first is waited for, so that they are fetched side by side.
        for plan in missing.iter().filter_map(|at| dataset.plans.get(*at)) {
            let _begun = self.library.plan(&plan.id);
        }
        for at in missing {
            let Some(id) = dataset.plans.get(at).map(|plan| plan.id.clone()) else { continue };
            let fetched = self.ask(|library| library.plan(&id))?;
            if let Some(plan) = Arc::make_mut(&mut dataset).plans.get_mut(at) {
                *plan = fetched;
            }
        }
        Ok(dataset)
    }

    /// Searches, and lets `read` see what was found.
    ///
    /// # Errors
    /// The library failed or was too late; see [`Waiting::ask`].
    pub fn search(
        &self,
        query: &search::Query,
        options: &search::Options,
        mut read: impl FnMut(search::SearchResults<'_>),
    ) -> Result<(), Failure> {
        self.ask(|library| library.search(query, options, &mut read))
    }
}
