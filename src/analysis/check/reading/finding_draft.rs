//! What a rule hands back: quotes of the document, and a finding that does not know its plan yet. Which rule made it,
//! and how it is shown, this file does not know.

use std::collections::HashSet;

use crate::analysis::check::reading::Reading;
use crate::model::{Confidence, Finding, FindingKind};
use crate::words::Sentence;

/// The most places that a finding names. What is printed more often is no slip of one hand, and nobody reads on.
const MOST_PLACES: usize = 100;

/// Words of the document and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    what: Sentence,
    citations: Vec<Citation>,
    confidence: Confidence,
}

impl FindingDraft {
    /// Drafts a finding. A citation given twice is kept once, at its first position; those
    /// behind [`MOST_PLACES`] are left out.
    pub(crate) fn new(confidence: Confidence, what: Sentence, citations: impl IntoIterator<Item = Citation>) -> Self {
        let mut seen = HashSet::new();
        let distinct = citations.into_iter().filter(|citation| seen.insert(citation.clone()));
        Self { what, citations: distinct.take(MOST_PLACES).collect(), confidence }
    }

    /// The first line that it names.
    pub(crate) fn first_line(&self) -> Option<u32> {
        self.citations.iter().map(|citation| citation.line).min()
    }

    /// Completes the draft with its plan, its kind and the id of its rule. The lines come out ascending, each once.
    pub(crate) fn into_finding(self, reading: &Reading, rule: &str, kind: FindingKind) -> Finding {
        let plan = reading.plan;
        let id = format!("{}#{rule}@{}", plan.id, self.places(reading));
        let mut lines: Vec<u32> = self.citations.iter().map(|citation| citation.line).collect();
        lines.sort_unstable();
        lines.dedup();
        let (evidence, nodes) = self.citations.into_iter().map(|citation| (citation.quote, citation.node)).unzip();
        Finding {
            id,
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

    /// Writes the cited places in the order of the document: each node with its lines, counted from the node's first
    /// (`3.4.5+2,4.1+0+1`). That stays the same when lines are inserted before the node, and when a rule words its
    /// finding or cuts its quotes differently.
    fn places(&self, reading: &Reading) -> String {
        let plan = reading.plan;
        let mut cited: Vec<(u32, Option<&str>)> =
            self.citations.iter().map(|citation| (citation.line, citation.node.as_deref())).collect();
        cited.sort_unstable();
        cited.dedup();
        let of_node = |cited: &[(u32, Option<&str>)]| {
            let node = cited.first().and_then(|(_, id)| reading.nodes.get((*id)?));
            let (name, first) = node.map_or(("", 0), |node| (node.id.as_str(), node.lines[0]));
            let mut place = name.strip_prefix(plan.id.as_str()).unwrap_or(name).trim_start_matches('/').to_owned();
            for (line, _) in cited {
                place.push('+');
                place.push_str(&line.saturating_sub(first).to_string());
            }
            place
        };
        cited.chunk_by(|one, next| one.1 == next.1).map(of_node).collect::<Vec<_>>().join(",")
    }
}
