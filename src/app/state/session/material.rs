//! What lists are made of, and how much of it the library has not answered: a list that is empty or too short says so
//! of its own questions only.

use crate::app::input::keymap::Keymap;
use crate::app::state::library_cache::Unanswered;
use crate::app::wording;
use crate::library::Failure;

/// What something on the screen is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Material {
    /// The facts of all plans, without their contents.
    Plans,
    /// The contents of the selected plans.
    Contents,
    /// The contents of the plan at this position.
    ContentsOf(usize),
    /// Which department has which task, and the tasks without one.
    Departments,
    /// What dossiers of departments are made of.
    Dossiers,
    /// How close the tasks of the selected plans are.
    Similar,
    /// The findings in the selected plans.
    Findings,
    /// The targets of the texts of the selected plans, which comparisons need beside their tables.
    Targets,
    /// The targets with their years of the selected plans.
    Deadlines,
}

/// How many answers a list lacks, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missing {
    /// The number of answers that are still to come.
    pub(crate) n_pending: usize,
    /// The number of answers that failed.
    pub(crate) n_failed: usize,
    /// The reason of the first failure.
    failure: Option<Failure>,
}

impl Missing {
    /// Counts one more answer; `None` for one that is here or was never asked for.
    pub(super) fn add(&mut self, unanswered: Option<Unanswered>) {
        match unanswered {
            None => {}
            Some(Unanswered::Pending) => self.n_pending += 1,
            Some(Unanswered::Failed(failure)) => {
                self.n_failed += 1;
                self.failure.get_or_insert(failure);
            }
        }
    }

    /// Returns the reason why nothing is here: the failure if there is one, else that answers are `coming`;
    /// `None` if nothing is missing.
    pub(super) fn words(&self, coming: &str) -> Option<String> {
        match &self.failure {
            Some(failure) => Some(failure.to_string()),
            None => (self.n_pending > 0).then(|| coming.to_owned()),
        }
    }

    /// Returns the remark on a list that shows some plans and lacks others; `None` if nothing is missing.
    pub(crate) fn remark(&self, keymap: &Keymap) -> Option<String> {
        wording::partly(keymap, self.n_pending, self.n_failed)
    }
}
