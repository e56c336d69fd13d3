//! Plans that were shown as the catalogue has them, before a look at their files.

use super::heads::Heads;
use super::shared::Shared;
use super::stamp::Stamp;
use super::store::Store;

/// What the files of those plans were, when they were last looked at.
#[derive(Debug)]
pub(in crate::cli) struct Unseen {
    store: Store,
    stamps: Vec<(Shared, Stamp)>,
}

impl Unseen {
    /// The plans of these heads, if their files were not looked at.
    pub(super) fn of(heads: &Heads, store: &Store) -> Option<Self> {
        let stamps = || heads.plans.iter().map(|head| (head.id.clone(), head.stamp)).collect();
        heads.are_unseen.then(|| Self { store: store.clone(), stamps: stamps() })
    }

    /// Looks at the files. Returns whether they are as they were, and no others are there.
    pub(in crate::cli) fn are_as_known(&self) -> bool {
        let Ok(listing) = self.store.listing() else { return false };
        let is_as_known = |(id, stamp): &(Shared, Stamp)| {
            let is_corrected = listing.get(&**id);
            is_corrected.and_then(|is_corrected| self.store.listed_stamp(id, *is_corrected)) == Some(*stamp)
        };
        listing.len() == self.stamps.len() && self.stamps.iter().all(is_as_known)
    }
}
