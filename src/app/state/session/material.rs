//! What lists are made of, and how much of it the library has not answered: a list that is empty or too short says so
//! of its own questions only.

use crate::app::input::keymap::Keymap;
use crate::app::state::library_cache::{Question, Unanswered};
use crate::app::state::session::Session;
use crate::app::wording;
use crate::library::Failure;
use crate::words::browser;

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

impl Session {
    /// Returns what to say where something made of this material is empty: why its answers are missing, else `words`.
    pub(crate) fn why_empty(&self, material: Material, words: &str) -> String {
        self.why_missing(material).unwrap_or_else(|| words.to_owned())
    }

    /// Returns why answers that this material consists of are missing; `None` if none are.
    pub(crate) fn why_missing(&self, material: Material) -> Option<String> {
        let is_checked = material == Material::Findings && !self.heads().is_empty();
        let coming = if is_checked { browser::CHECKING.get() } else { browser::LOADING.get() };
        self.missing(material).words(coming)
    }

    /// Returns which of the answers that this material consists of were asked for and are not here.
    pub(crate) fn missing(&self, material: Material) -> Missing {
        let shared = |question| std::iter::once(question).chain([Question::Plans]);
        let each = |question: fn(usize) -> Question| self.plans().map(move |(at, _)| question(at));
        let questions: Vec<Question> = match material {
            Material::Plans => vec![Question::Plans],
            Material::Contents => each(Question::Contents).chain([Question::Plans]).collect(),
            Material::ContentsOf(plan) => shared(Question::Contents(plan)).collect(),
            Material::Departments => each(Question::Contents).chain(shared(Question::Ledger)).collect(),
            Material::Dossiers => {
                each(Question::Contents).chain(shared(Question::Dossiers)).chain([Question::Ledger]).collect()
            }
            Material::Similar => each(Question::Contents).chain(shared(Question::Similar)).collect(),
            Material::Findings => each(Question::Findings).chain([Question::Plans]).collect(),
            Material::Targets => {
                each(Question::Contents).chain(each(Question::Targets)).chain([Question::Plans]).collect()
            }
            Material::Deadlines => each(Question::Deadlines).chain([Question::Plans]).collect(),
        };
        let mut missing = Missing::default();
        for question in questions {
            missing.add(self.cache.unanswered(question));
        }
        missing
    }
}
