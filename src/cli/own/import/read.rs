//! A document that was read and made a plan of, before it is known what becomes of it. Reading asks nothing of the library, so
//! that many documents are read at once.

use super::shelf::{Candidate, Fate, Shelf};
use crate::cli::own::made::Made;
use crate::cli::own::name;
use crate::cli::own::stored::Facts;
use crate::cli::reading::Document;
use crate::dataset;
use crate::model::{Plan, Source};
use crate::registry::Registry;

/// A document with the plan that was made of it.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) document: Document,
    /// The file as people read it.
    pub(super) file: String,
    /// The facts that are given for it.
    given: Facts,
    /// The id that its name alone gives.
    stem: String,
    /// The plan with this id and the given facts.
    made: Made,
    /// The SHA-256 of the text, in hexadecimal.
    digest: String,
}

impl Read {
    /// Makes the plan of a document, once.
    pub(super) fn new(document: Document, file: String, given: &Facts, registry: &Registry) -> Self {
        let make = |id: &str| given.plan(id, source(&document), &document.text, registry);
        let (stem, plan) = if document.name == "-" {
            // What comes from stdin has no name but its title.
            let stem = name::of_file(&format!("{}.txt", make("plan").title));
            (stem.clone(), make(&stem))
        } else {
            let stem = name::of_file(&document.name);
            let plan = make(&stem);
            (stem, plan)
        };
        let digest = dataset::sha256(document.text.as_bytes());
        // Only a copy with comments needs the bytes, and no import makes one.
        let document = Document { bytes: Vec::new(), ..document };
        Self { file, given: given.clone(), stem, made: Made::of(plan), digest, document }
    }

    /// What becomes of the document.
    pub(super) fn fate(
        &self,
        library: &Shelf,
        replaced: Option<&str>,
        is_bundled: &dyn Fn(&str) -> bool,
        registry: &Registry,
    ) -> Fate {
        let Self { stem, digest, given, .. } = self;
        let candidate = Candidate { stem, plan: &self.made.plan, digest, given };
        library.fate(&candidate, replaced, is_bundled, &|facts| self.plan(stem, facts, registry))
    }

    /// The plan as it was made, if it has this id and these facts.
    pub(super) fn made(&self, id: &str, facts: &Facts) -> Option<&Made> {
        (self.stem == id && self.given == *facts).then_some(&self.made)
    }

    /// Makes the plan with another id or other facts.
    fn plan(&self, id: &str, facts: &Facts, registry: &Registry) -> Plan {
        facts.plan(id, source(&self.document), &self.document.text, registry)
    }
}

/// What a document was read from.
pub(super) fn source(document: &Document) -> Source {
    Source { file: document.name.clone(), sha256: document.sha256.clone() }
}
