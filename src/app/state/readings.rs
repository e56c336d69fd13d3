//! Where each plan was read last: by position in this run, by id as it is stored.

use std::collections::{BTreeMap, HashMap};

use crate::app::state::location::NodeRef;
use crate::app::state::saved::Reading;

/// The last place of reading in each plan.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    /// Those of this run, by the position of the plan: the node and the first row of its text that is seen.
    here: HashMap<usize, (NodeRef, usize)>,
    /// The plans that were read since the readings were last taken.
    new: Vec<usize>,
    /// Those of earlier runs, by the id of the plan.
    stored: BTreeMap<String, Reading>,
}

impl Readings {
    /// Takes over the readings of earlier runs.
    pub(crate) fn store(&mut self, stored: BTreeMap<String, Reading>) {
        self.stored = stored;
    }

    /// Returns the readings by id, as far as they were taken.
    pub(crate) fn stored(&self) -> &BTreeMap<String, Reading> {
        &self.stored
    }

    /// Returns the reading of this run in the plan at a position.
    pub(crate) fn here(&self, plan: usize) -> Option<(NodeRef, usize)> {
        self.here.get(&plan).copied()
    }

    /// Notes that a node is read, with the first row of its text that is seen.
    pub(crate) fn note(&mut self, node_ref: NodeRef, top: usize) {
        if self.here.insert(node_ref.plan, (node_ref, top)) != Some((node_ref, top))
            && !self.new.contains(&node_ref.plan)
        {
            self.new.push(node_ref.plan);
        }
    }

    /// Returns the plans that were read since the last time, by position.
    pub(crate) fn take_new(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.new)
    }

    /// Notes a reading of this run by ids.
    pub(crate) fn keep(&mut self, plan: String, reading: Reading) {
        self.stored.insert(plan, reading);
    }
}
