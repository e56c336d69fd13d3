//! A place of the document, and a finding before it knows its plan.

use crate::model::{Confidence, Finding, FindingKind, Plan};

/// Words of the document at a line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Citation {
    /// The line (1-based).
    pub(crate) line: u32,
    /// Id of the node that holds it.
    pub(crate) node: Option<String>,
    /// The document's own words.
    pub(crate) quote: String,
}

/// What a rule found.
#[derive(Clone, Debug)]
pub(crate) struct FindingDraft {
    what: String,
    places: Vec<Citation>,
    confidence: Confidence,
}

impl FindingDraft {
    /// A finding at these places. A place given twice is told once.
    pub(crate) fn new(confidence: Confidence, what: String, places: impl IntoIterator<Item = Citation>) -> Self {
        let mut told: Vec<Citation> = Vec::new();
        for place in places {
            if !told.contains(&place) {
                told.push(place);
            }
        }
        Self { what, places: told, confidence }
    }

    /// The finding of a plan.
    pub(crate) fn finding(self, plan: &Plan, kind: FindingKind) -> Finding {
        let mut lines: Vec<u32> = self.places.iter().map(|place| place.line).collect();
        lines.sort_unstable();
        lines.dedup();
        let (evidence, nodes) = self.places.into_iter().map(|place| (place.quote, place.node)).unzip();
        Finding {
            plan: plan.id.clone(),
            lines,
            kind,
            what: self.what,
            evidence,
            confidence: self.confidence,
            nodes,
            draft: plan.status.clone().filter(|_| plan.is_draft()),
        }
    }
}
