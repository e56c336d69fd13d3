//! What the views and the commands show: pure functions over a dataset and the registry, each
//! the one source of its rows.
//!
//! - Nodes of the plans down to a depth: [`outline`].
//! - Who does what: [`responsibility`] — tasks, departments, the matrix of both, a department's dossier.
//! - What is to be reached: [`indicators`] — rows of the tables; [`targets`] — what body text promises, and everything
//!   that is due by a year; [`comparison`] — one indicator over all plans, in tables and text.
//! - What two texts share: [`similarity`].
//! - What does not agree within a plan: [`check`].
//!
//! Knows no terminal and no file. The rows derive `Serialize` with the field names of the printed JSON.
//! `responsibility` may use `targets`, `targets` may use `indicators`, `comparison` both, `check` may use all of them.

pub mod check;
pub mod comparison;
pub mod indicators;
pub mod outline;
pub mod progress;
pub mod responsibility;
pub mod similarity;
pub mod targets;

#[cfg(test)]
mod tests {
    use super::*;

    /// A library works these out on another thread and hands them out as `Arc`s.
    #[test]
    fn results_can_be_shared_between_threads() {
        fn is_shared<T: Send + Sync + 'static>() {}
        is_shared::<responsibility::ledger::Ledger>();
        is_shared::<responsibility::dossier::Dossiers>();
        is_shared::<similarity::similar::Similar>();
        is_shared::<similarity::similar::SimilarRow>();
        is_shared::<targets::deadline::Deadline>();
        is_shared::<crate::model::Target>();
        is_shared::<crate::model::Finding>();
    }
}
