//! A place of the document, and a finding before it knows its plan.

use crate::model::{Confidence, Finding, FindingKind, Plan};

/// Words of the document at a line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The line (1-based).
    pub(super) line: u32,
    /// Id of the node that holds it.
    pub(super) node: Option<String>,
    /// The document's own words.
    pub(super) quote: String,
}

/// What a rule found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    what: String,
    places: Vec<Place>,
    confidence: Confidence,
}

impl Found {
    /// A finding at these places. A place given twice is told once.
    pub(super) fn new(confidence: Confidence, what: String, places: impl IntoIterator<Item = Place>) -> Self {
        let mut told: Vec<Place> = Vec::new();
        for place in places {
            if !told.contains(&place) {
                told.push(place);
            }
        }
        Self { what, places: told, confidence }
    }

    /// The finding of a plan.
    pub(super) fn finding(self, plan: &Plan, kind: FindingKind) -> Finding {
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
