//! What a rule hands back: quotes of the document, and a finding that does not know its plan yet.

use crate::model::{Confidence, Finding, FindingKind, Plan};

/// Words of the document and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Citation {
    /// Line of the document (1-based).
    pub(crate) line: u32,
    /// Id of the node that holds the line; `None` outside every node.
    pub(crate) node: Option<String>,
    /// The words as the document prints them.
    pub(crate) quote: String,
}

/// A finding of a rule, before the caller adds plan and kind.
#[derive(Clone, Debug)]
pub(crate) struct FindingDraft {
    what: String,
    citations: Vec<Citation>,
    confidence: Confidence,
}

impl FindingDraft {
    /// Drafts a finding. A citation given twice is kept once, at its first position.
    pub(crate) fn new(confidence: Confidence, what: String, citations: impl IntoIterator<Item = Citation>) -> Self {
        let mut distinct: Vec<Citation> = Vec::new();
        for citation in citations {
            if !distinct.contains(&citation) {
                distinct.push(citation);
            }
        }
        Self { what, citations: distinct, confidence }
    }

    /// Completes the draft with its plan and kind. The lines come out ascending, each once.
    pub(crate) fn into_finding(self, plan: &Plan, kind: FindingKind) -> Finding {
        let mut lines: Vec<u32> = self.citations.iter().map(|citation| citation.line).collect();
        lines.sort_unstable();
        lines.dedup();
        let (evidence, nodes) = self.citations.into_iter().map(|citation| (citation.quote, citation.node)).unzip();
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
