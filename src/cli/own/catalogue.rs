//! The catalogue: the heads of all own plans in one file of the cache, and the state of the folder of the library when it was
//! last seen to hold these plans.
//!
//! Where the folder is as it was, no plan came, went, or was imported again, as all of that is done by renaming files. Only a
//! hand that writes into a file where it stands changes a plan without changing the folder. Who cannot wait until every file
//! was looked at may show the plans of the catalogue first, and look at their files then.

use super::cache::Cache;
use super::head::Head;
use super::record::{Reader, Writer};
use super::stamp::OfFile;

/// The name of the file in the cache.
const NAME: &str = "heads";

/// What is known of the own plans from an earlier run.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    /// The state of the folder that holds these plans and no others; `None` where it may have changed unseen.
    pub(super) folder: Option<OfFile>,
    /// In the order in which they were first imported.
    pub(super) heads: Vec<Head>,
}

impl Catalogue {
    /// Reads the catalogue; an empty one where there is none, or it is broken.
    pub(super) fn read(cache: &Cache) -> Self {
        cache.read(NAME).and_then(Self::parse).unwrap_or_default()
    }

    fn parse(bytes: Vec<u8>) -> Option<Self> {
        let mut reader = Reader::new(bytes)?;
        let folder = OfFile::read_option(|| reader.number())?;
        let n_plans = reader.count()?;
        // No more than there are texts for, whatever the number says.
        let mut heads = Vec::with_capacity(n_plans.min(reader.n_texts()));
        while !reader.is_at_end() {
            heads.push(Head::read(&mut reader)?);
        }
        (heads.len() == n_plans).then_some(Self { folder, heads })
    }

    /// Keeps the heads in the order in which they are given, with the state of the folder before its files were looked at.
    pub(super) fn write(cache: &Cache, folder: Option<OfFile>, heads: &[Head]) {
        let mut writer = Writer::default();
        OfFile::write_option(folder, |number| writer.number(number));
        writer.number(heads.len() as u64);
        for head in heads {
            head.write(&mut writer);
        }
        if let Some(bytes) = writer.finish() {
            cache.write(NAME, &bytes);
        }
    }
}
