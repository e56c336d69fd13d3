//! What the first screen needs of an own plan, and by what that is known to be of the plan as it is now.

use super::cache::Cache;
use super::made::{Made, Printed};
use super::record::{Reader, Writer};
use super::shared::Shared;
use super::stamp::Stamp;
use super::stored::{Facts, Stored};
use crate::model::{Lines, Plan};
use crate::registry::Registry;

/// An own plan whose outline is read when it is first looked at.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) id: Shared,
    /// By what the file in the library is known to be the one that this was made of.
    pub(super) stamp: Stamp,
    /// The key of the plan in the cache.
    pub(super) key: Shared,
    /// The SHA-256 of the text as it was imported.
    pub(super) digest: Shared,
    pub(super) supplied: Facts,
    pub(super) added: Shared,
    pub(super) imported: Shared,
    pub(super) plan: Plan,
}

impl Head {
    /// Takes a plan from the cache, or makes it anew; and the names that it prints for offices.
    pub(super) fn make(cache: &Cache, id: &str, stamp: Stamp, stored: &Stored, registry: &Registry) -> (Self, Printed) {
        let key = Made::key(cache, id, stored, &[]);
        let Made { plan, printed } = Made::facts(cache, &key, id, stored, registry);
        let shared = |text: &str| Shared::from(text.to_owned());
        let head = Self {
            id: shared(id),
            stamp,
            key: key.into(),
            digest: shared(&stored.digest),
            supplied: stored.supplied.clone(),
            added: shared(&stored.added),
            imported: shared(&stored.imported),
            plan: Plan { nodes: Lines::default(), ..plan },
        };
        (head, printed)
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        for text in [&self.id, &self.key, &self.digest, &self.added, &self.imported] {
            writer.text(text);
        }
        for fact in [&self.supplied.title, &self.supplied.region, &self.supplied.period] {
            writer.option(fact.as_deref());
        }
        self.stamp.write(|number| writer.number(number));
        writer.plan(&self.plan);
    }

    pub(super) fn read(reader: &mut Reader) -> Option<Self> {
        Some(Self {
            id: reader.shared()?,
            key: reader.shared()?,
            digest: reader.shared()?,
            added: reader.shared()?,
            imported: reader.shared()?,
            supplied: Facts { title: reader.option()?, region: reader.option()?, period: reader.option()? },
            stamp: Stamp::read(|| reader.number())?,
            plan: reader.plan()?,
        })
    }
}
