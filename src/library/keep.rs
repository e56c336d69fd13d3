//! What a library has worked out and keeps from one run to the next, where it has a place for it.

use std::sync::Arc;

use crate::model::Target;
use crate::search::ReadAt;

/// The name under which the targets of a plan are kept.
const TARGETS: &str = "targets";

/// What was kept, and where it is.
#[derive(Debug)]
pub struct Opened {
    /// What was written under the name, from beginning to end.
    pub bytes: Vec<u8>,
    /// The place where the same bytes can be read again; `None` where there is no such reading.
    pub place: Option<Arc<dyn ReadAt>>,
}

/// A place for what was worked out. Nothing fails: what cannot be kept is worked out again.
pub trait Keep: Send + Sync {
    /// What was kept of a plan under a name; `None` unless it was made of the plan as it is now.
    fn read_of(&self, plan: &str, name: &str) -> Option<Vec<u8>>;

    /// Keeps something of a plan under a name.
    fn write_of(&self, plan: &str, name: &str, bytes: &[u8]);

    /// What was kept of all plans under a name; `None` unless it was made of these plans as they are now.
    fn read(&self, name: &str) -> Option<Vec<u8>>;

    /// Reads as [`Keep::read`] does, and says where parts of the bytes can be read again without holding all of them.
    fn open(&self, name: &str) -> Option<Opened> {
        Some(Opened { bytes: self.read(name)?, place: None })
    }

    /// Keeps something of all plans under a name.
    fn write(&self, name: &str, bytes: &[u8]);
}

/// No place at all: everything is worked out in each run.
impl Keep for () {
    fn read_of(&self, _plan: &str, _name: &str) -> Option<Vec<u8>> {
        None
    }

    fn write_of(&self, _plan: &str, _name: &str, _bytes: &[u8]) {}

    fn read(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    fn write(&self, _name: &str, _bytes: &[u8]) {}
}

pub(super) fn read_targets(keep: &dyn Keep, plan: &str) -> Option<Vec<Target>> {
    serde_json::from_slice(&keep.read_of(plan, TARGETS)?).ok()
}

pub(super) fn write_targets(keep: &dyn Keep, plan: &str, targets: &[Target]) {
    if let Ok(bytes) = serde_json::to_vec(targets) {
        keep.write_of(plan, TARGETS, &bytes);
    }
}
