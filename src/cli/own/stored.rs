//! The form in which the library keeps an own plan: the text as it was read, and what was said about it. The plan is made
//! anew of the text whenever it is needed, so that an importer that reads better also reads plans better that were imported
//! long ago.

use serde::{Deserialize, Serialize};

use super::corrections::Corrections;
use crate::cli::clock::now;
use crate::dataset;
use crate::importer::{self, Correct, Supplied};
use crate::model::{Plan, Source};
use crate::registry::Registry;

/// The form of the files. A program that knows only older forms leaves a newer file alone.
pub(super) const VERSION: u32 = 1;
/// The largest file that is read, in bytes: the longest text that is read, with every character escaped.
pub(super) const LARGEST: u64 = 256 << 20;

/// An own plan in the form of its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stored {
    version: u32,
    /// The name of the file that it was imported from, without its folder.
    pub(super) file: String,
    /// The SHA-256 of the bytes of that file.
    pub(super) sha256: String,
    /// The SHA-256 of the text, by which damage shows.
    pub(super) digest: String,
    /// When the first version was imported, by which own plans are in order: `2026-03-01T09:30:00.000Z`.
    pub(super) added: String,
    /// When this version was imported.
    pub(super) imported: String,
    pub(super) supplied: Facts,
    /// The plain text that the plan is made of.
    pub(super) text: String,
    /// What the user has corrected, from the file beside this one.
    #[serde(skip)]
    pub(super) corrections: Corrections,
}

/// Facts that were supplied because the text does not give them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::cli) struct Facts {
    pub(super) title: Option<String>,
    pub(super) region: Option<String>,
    pub(super) period: Option<String>,
}

impl Facts {
    /// These facts, and `others` where one is lacking.
    pub(super) fn or(&self, others: &Self) -> Self {
        let first = |one: &Option<String>, other: &Option<String>| one.clone().or_else(|| other.clone());
        Self {
            title: first(&self.title, &others.title),
            region: first(&self.region, &others.region),
            period: first(&self.period, &others.period),
        }
    }

    /// Whether nothing was supplied.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Makes a plan of a text, with these facts where it lacks them. The plan has this id, and came from this file.
    pub(in crate::cli) fn plan(&self, id: &str, source: Source, text: &str, registry: &Registry) -> Plan {
        self.corrected(id, source, text, &[], registry)
    }

    /// Makes a plan of a text, with these facts where it lacks them, and with what a user has corrected.
    fn corrected(&self, id: &str, source: Source, text: &str, corrects: &[Correct], registry: &Registry) -> Plan {
        let supplied = Supplied {
            title: self.title.as_deref(),
            region: self.region.as_deref(),
            period: self.period.as_deref(),
            ..Supplied::default()
        };
        // The importer takes the id from the name of a file. An id has no dot.
        let named = Source { file: format!("{id}.txt"), ..source.clone() };
        Plan { source, ..importer::import_corrected(text, named, &supplied, corrects, registry.departments()) }
    }
}

impl Stored {
    /// A plan that is imported now. `added` is when its first version was; `None` if this is the first.
    pub(super) fn new(source: Source, supplied: Facts, text: String, added: Option<String>) -> Self {
        let now = now();
        Self {
            version: VERSION,
            file: source.file,
            sha256: source.sha256,
            digest: dataset::sha256(text.as_bytes()),
            added: added.unwrap_or_else(|| now.clone()),
            imported: now,
            supplied,
            text,
            corrections: Corrections::default(),
        }
    }

    /// This plan with what a user has corrected.
    pub(super) fn with(self, corrections: Corrections) -> Self {
        Self { corrections, ..self }
    }

    /// Makes the plan of the text, as corrected.
    pub(super) fn plan(&self, id: &str, registry: &Registry) -> Plan {
        self.plan_with(id, &self.corrections.corrects(), registry)
    }

    /// Makes the plan of the text with these corrections.
    pub(super) fn plan_with(&self, id: &str, corrects: &[Correct], registry: &Registry) -> Plan {
        self.supplied.corrected(id, self.source(), &self.text, corrects, registry)
    }

    fn source(&self) -> Source {
        Source { file: self.file.clone(), sha256: self.sha256.clone() }
    }

    /// Whether the text is the one that was imported.
    pub(super) fn is_whole(&self) -> bool {
        dataset::sha256(self.text.as_bytes()) == self.digest
    }

    /// Whether another version says nothing else: the text and what was supplied are the same.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        (&self.digest, &self.supplied) == (&other.digest, &other.supplied)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_made_of_the_text_and_keeps_its_id_and_file() {
        let text = "卫生健康“十五五”规划\n\n一、主要任务\n\n1.控烟。全面禁烟。（责任单位：市教育局）\n";
        let facts = Facts { region: Some("江海市".to_owned()), ..Facts::default() };
        let source = Source { file: "规划.v2 终稿.txt".to_owned(), sha256: "00".to_owned() };
        let stored = Stored::new(source, facts, text.to_owned(), None);
        let plan = stored.plan("江海-155", &dataset::registry());
        assert_eq!((plan.id.as_str(), plan.source.file.as_str()), ("江海-155", "规划.v2 终稿.txt"));
        assert_eq!((plan.region.as_deref(), plan.supplied.as_slice()), (Some("江海市"), &["region".to_owned()][..]));
        assert!(plan.nodes.iter().all(|node| node.id.starts_with("江海-155/")));
        assert!(stored.is_whole());
        let damaged = Stored { text: text.replace('烟', "酒"), ..stored };
        assert!(!damaged.is_whole());
    }
}
