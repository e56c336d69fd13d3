//! Asking a library and waiting for the answer: for commands, which have nothing else to do meanwhile.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Answer, Failure, Library};
use crate::model::Dataset;
use crate::search;
use crate::words::files;

/// How long one question may be pending before it is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A library whose answers are waited for. Clones wait for the same library and are given up together.
#[derive(Clone)]
pub struct Waiting {
    library: Arc<dyn Library>,
    news: Arc<(Mutex<News>, Condvar)>,
}

/// What those who wait are told.
#[derive(Clone, Copy, Debug, Default)]
struct News {
    /// Counts the wakes, so that one that comes between the question and the waiting is not missed.
    n_wakes: u64,
    /// Whether nobody wants the answers any more.
    is_given_up: bool,
}

impl Waiting {
    /// Waits for the answers of this library.
    #[must_use]
    pub fn new(library: Arc<dyn Library>) -> Self {
        let waiting = Self { library, news: Arc::default() };
        let news = Arc::clone(&waiting.news);
        waiting.library.on_ready(Arc::new(move || tell(&news, |news| news.n_wakes += 1)));
        waiting
    }

    /// Gives up every question, on any thread and from now on: it fails with [`Failure::Cancelled`].
    pub fn give_up(&self) {
        tell(&self.news, |news| news.is_given_up = true);
    }

    /// The library whose answers are waited for.
    #[must_use]
    pub fn library(&self) -> &Arc<dyn Library> {
        &self.library
    }

    /// Asks until there is an answer.
    ///
    /// # Errors
    /// The library fails to answer, does not answer within a minute, or the question is given up.
    pub fn ask<T>(&self, mut question: impl FnMut(&dyn Library) -> Answer<T>) -> Result<T, Failure> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let before = *self.news.0.lock().unwrap_or_else(PoisonError::into_inner);
            if before.is_given_up {
                return Err(Failure::Cancelled);
            }
            match question(self.library.as_ref()) {
                Answer::Ready(value) => return Ok(value),
                Answer::Failed(failure) => return Err(failure),
                Answer::Pending => {}
            }
            let news = self.news.0.lock().unwrap_or_else(PoisonError::into_inner);
            let left = deadline.saturating_duration_since(Instant::now());
            let is_old = |news: &mut News| news.n_wakes == before.n_wakes && !news.is_given_up;
            let waited = self.news.1.wait_timeout_while(news, left, is_old);
            if waited.unwrap_or_else(PoisonError::into_inner).1.timed_out() {
                return Err(Failure::Unreachable(files::no_answer(PATIENCE.as_secs())));
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

/// Changes what those who wait are told, and lets them see it.
fn tell(news: &(Mutex<News>, Condvar), change: impl FnOnce(&mut News)) {
    change(&mut news.0.lock().unwrap_or_else(PoisonError::into_inner));
    news.1.notify_all();
}
