//! A library of plans: what the browser and the commands ask their questions of.
//!
//! One [`Library`] is made where the program starts and passed down. It answers questions (which plans there are, the
//! contents of one, its source text, the rows of a view, the hits of a search) and need not hold everything: what is in
//! memory is answered at once, what has to be fetched or worked out is [`Answer::Pending`] until the library says
//! through its [`Wake`] that asking again is worth while, and what cannot be had is [`Answer::Failed`] with the reason.
//!
//! - [`Memory`] answers from plans in memory; [`bundled`] makes one of the plans that come with the program.
//! - [`Waiting`] is for commands, which have nothing else to do: it asks again until there is an answer.
//!
//! The module knows no screen, no file and no command.

mod background;
mod keep;
#[cfg(test)]
pub(crate) mod late;
mod listeners;
mod memory;
mod provisional;
pub(crate) mod side_by_side;
mod waiting;

use std::fmt;
use std::sync::Arc;

use crate::analysis::progress::ProgressRow;
use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::Deadline;
use crate::dataset;
use crate::model::{Dataset, Finding, Plan, Target};
use crate::registry::Registry;
use crate::search;
use crate::words::files;

pub use keep::{Keep, Opened};
pub use memory::Memory;
pub use waiting::Waiting;

/// What a library says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<T> {
    /// The answer, known at once.
    Ready(T),
    /// It is being fetched or worked out: ask again after the next wake.
    Pending,
    /// It cannot be had. Asking again tries again.
    Failed(Failure),
}

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The library cannot be reached; the reason in one line.
    Unreachable(String),
    /// What it holds cannot be read; the place and the reason in one line.
    Unreadable(String),
    /// The library holds no plan with this id.
    NoSuchPlan(String),
    /// The question was given up before it was answered.
    Cancelled,
}

impl fmt::Display for Failure {
    /// One line for the reader of the screen or of stderr.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(reason) => f.write_str(&files::unreachable(reason)),
            Self::Unreadable(reason) => f.write_str(&files::unreadable(reason)),
            Self::NoSuchPlan(id) => f.write_str(&files::no_such_plan(id)),
            Self::Cancelled => f.write_str(files::CANCELLED.get()),
        }
    }
}

impl std::error::Error for Failure {}

impl<T> Answer<T> {
    /// The answer, if it is there.
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Pending | Self::Failed(_) => None,
        }
    }

    /// Converts the value of an answer and keeps how it came.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Ready(value) => Answer::Ready(convert(value)),
            Self::Pending => Answer::Pending,
            Self::Failed(failure) => Answer::Failed(failure),
        }
    }
}

/// Called by a library, on any of its threads, when a question that was pending may have an answer now.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Reads the hits of a search while the library holds them.
pub type ReadHits<'r> = dyn FnMut(search::SearchResults<'_>) + 'r;

/// A library of plans. No method waits for a network or a disk: a question whose answer has to be fetched starts the
/// fetching and is pending. What is in memory is answered within the same call, also where it
/// has to be worked out first.
///
/// The list of plans and its order never change during the life of a library, so that a position in it stays valid.
pub trait Library: Send + Sync {
    /// The offices and indicators by which texts are read and searched.
    fn registry(&self) -> &Arc<Registry>;

    /// All plans in their order, with their facts and counts. Whether the contents of a plan are here as well is told
    /// by its nodes, see [`crate::model::Lines::is_here`].
    fn plans(&self) -> Answer<Arc<Dataset>>;

    /// A plan with its nodes and tables.
    fn plan(&self, id: &str) -> Answer<Plan>;

    /// The text a plan was read from; `None` where the library does not keep it.
    fn source(&self, plan: &str) -> Answer<Option<Arc<str>>>;

    /// Which office has which task.
    fn ledger(&self) -> Answer<Arc<Ledger>>;

    /// What the dossiers of offices are made of.
    fn dossiers(&self) -> Answer<Arc<Dossiers>>;

    /// How close tasks of different plans are.
    fn similar(&self) -> Answer<Arc<Similar>>;

    /// Where a plan contradicts itself, in the order of its lines.
    fn findings(&self, plan: &str) -> Answer<Arc<[Finding]>>;

    /// The targets that the text of a plan states, in the order of the document.
    fn targets(&self, plan: &str) -> Answer<Arc<[Target]>>;

    /// What a plan sets for which year, in the order of the document.
    fn deadlines(&self, plan: &str) -> Answer<Arc<[Deadline]>>;

    /// What the user recorded of the execution of a plan, beside what it asks for; nothing where nothing was recorded.
    fn progress(&self, _plan: &str) -> Answer<Arc<[ProgressRow]>> {
        Answer::Ready(Arc::from([]))
    }

    /// Searches, and lets `read` see what was found. A later search gives up an earlier one that is still pending. What a large
    /// library finds before it has read everything says so, see [`search::SearchResults::is_partial`]; asking again after
    /// a wake may find more.
    fn search(&self, query: &search::Query, options: &search::Options, read: &mut ReadHits<'_>) -> Answer<()>;

    /// Gives up the search that is still pending, if there is one.
    fn cancel_search(&self) {}

    /// Adds one who is called, on any thread, when a pending question may have an answer. A library that is
    /// never late never calls it.
    fn on_ready(&self, _wake: Wake) {}

    /// From now on nobody waits for an answer that takes long: it is pending, and another thread works it out. Called before
    /// the first screen; who asks through [`Waiting`] has nothing else to do, and does not call it.
    fn keep_nobody_waiting(self: Arc<Self>) {}

    /// Starts to work out on another thread what later questions need, and returns at once. Called when the first
    /// screen stands and somebody uses it. A question that no key waits for (the findings of a plan) is
    /// pending until its turn has come.
    fn start_background(self: Arc<Self>) {}
}

/// The plans that come with the program.
///
/// # Errors
/// The bundled document does not have the shape this version reads: the program was built wrong.
pub fn bundled() -> Result<Memory, serde_json::Error> {
    Ok(Memory::new(dataset::bundled()?, dataset::Seeds, dataset::registry()))
}
