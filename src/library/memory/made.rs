//! What is worked out of plans in memory, each piece once: when it is first asked for, or before that by the thread that works
//! ahead. Where the library has a place for it, a piece is taken from an earlier run.

use std::sync::Arc;

use super::Memory;
use crate::analysis::check;
use crate::analysis::progress::{ProgressRow, Recordable};
use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::{self, Deadline};
use crate::analysis::targets::target::{self, Document};
use crate::library::keep::{self, Opened};
use crate::library::side_by_side;
use crate::model::{Finding, Plan, Target};
use crate::search::Index;

/// The name under which the index is kept.
const INDEX: &str = "index";

impl Memory {
    pub(super) fn make_progress(&self, at: usize) -> Option<&Arc<[ProgressRow]>> {
        let (kept, plan) = (self.progress_rows.get(at)?, self.dataset.plans.get(at)?);
        Some(kept.get_or_init(|| {
            if !self.progress.has_any_of(&plan.id) {
                return Arc::from([]);
            }
            let recordable = Recordable::new(plan, self.targets_of(&plan.id), &self.registry);
            recordable.rows(&self.progress, self.today, false).into()
        }))
    }

    /// The index of all plans: as it was kept, or made anew. Only of many plans it is worth keeping, with what makes the search
    /// of a large text quick.
    pub(super) fn index(&self) -> &Index {
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
    pub(super) fn read_index(&self) -> Option<Index> {
        let Opened { bytes, place } = self.keep.open(INDEX)?;
        place.map_or_else(|| Index::from_bytes(&bytes), |place| Index::from_kept(&bytes, &place))
    }

    pub(super) fn make_dossiers(&self) -> &Arc<Dossiers> {
        self.dossiers.get_or_init(|| {
            let targets = |plan: &str| self.targets_of(plan);
            let texts = |plan: &str| self.sources.text(plan);
            let dossiers = Dossiers::with_targets(&self.dataset, &self.registry, targets, texts);
            Arc::new(if self.is_large() { dossiers.tell(&self.dataset) } else { dossiers })
        })
    }

    pub(super) fn make_similar(&self) -> &Arc<Similar> {
        self.similar.get_or_init(|| Arc::new(Similar::new(&self.dataset)))
    }

    pub(super) fn make_findings(&self, at: usize) -> Option<&Arc<[Finding]>> {
        let (kept, plan) = (self.findings.get(at)?, self.dataset.plans.get(at)?);
        let check = || {
            let text = self.sources.text(&plan.id);
            check::check_plan(plan, &self.registry, text.as_deref().map(Document::new).as_ref())
        };
        Some(kept.get_or_init(|| check().into()))
    }

    pub(super) fn make_deadlines(&self, at: usize) -> Option<&Arc<[Deadline]>> {
        let (kept, plan) = (self.deadlines.get(at)?, self.dataset.plans.get(at)?);
        Some(kept.get_or_init(|| deadline::from_targets(plan, self.targets_of(&plan.id)).into()))
    }

    pub(super) fn make_targets(&self, at: usize) -> Option<&Arc<[Target]>> {
        let (kept, plan) = (self.targets.get(at)?, self.dataset.plans.get(at)?);
        Some(kept.get_or_init(|| self.read_targets(plan).into()))
    }

    /// The targets of a plan as they were kept, or made anew.
    pub(super) fn read_targets(&self, plan: &Plan) -> Vec<Target> {
        keep::read_targets(self.keep.as_ref(), &plan.id).unwrap_or_else(|| {
            let targets = target::of_plan(plan, &self.registry, self.sources.text(&plan.id).as_deref());
            keep::write_targets(self.keep.as_ref(), &plan.id, &targets);
            targets
        })
    }

    /// The targets of a plan for the index, which holds them in a few bytes. Those of a large library are not held a second
    /// time before somebody asks for them.
    pub(super) fn targets_for_index(&self, plan: &Plan) -> Vec<Target> {
        if self.is_large() { self.read_targets(plan) } else { self.targets_of(&plan.id).to_vec() }
    }

    /// The targets of the plan with this id; none if there is no such plan.
    pub(super) fn targets_of(&self, plan: &str) -> &[Target] {
        self.position(plan).and_then(|at| self.make_targets(at)).map_or(&[], |targets| targets)
    }

    pub(super) fn make_ledger(&self) -> &Arc<Ledger> {
        self.ledger.get_or_init(|| Arc::new(Ledger::new(&self.dataset)))
    }
}
