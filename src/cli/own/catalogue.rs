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
use crate::library::side_by_side;

/// The name of the file in the cache.
const NAME: &str = "heads";
/// How many plans a thread reads at once, which takes longer than to start one.
const AT_ONCE: usize = 512;

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
        if n_plans == 0 {
            return reader.is_at_end().then_some(Self { folder, heads: Vec::new() });
        }
        let parts = side_by_side::map(&reader.divide(n_plans, AT_ONCE)?, |part| read_heads(part.clone()));
        let mut parts = parts.into_iter().collect::<Option<Vec<Vec<Head>>>>()?.into_iter();
        let mut heads = parts.next().unwrap_or_default();
        heads.reserve_exact(n_plans.saturating_sub(heads.len()));
        parts.for_each(|mut part| heads.append(&mut part));
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

/// Reads heads, and nothing else.
fn read_heads(mut reader: Reader) -> Option<Vec<Head>> {
    let mut heads = Vec::new();
    while !reader.is_at_end() {
        heads.push(Head::read(&mut reader)?);
    }
    Some(heads)
}
