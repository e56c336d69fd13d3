//! A plan held against another one: the last plan of the same place (which targets were met, what was loosened or left out), or
//! the plan of the level above (what it asks for and this one does not).
//!
//! Everything found here is the program's conclusion, and says so. Whether a target that was left out should have been kept is
//! for the reader to decide.

mod indicators;
mod tasks;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::targets::target::Document;
use crate::model::{Citations, Confidence, Finding, FindingKind, Plan};
use crate::registry::Registry;
use crate::words::findings::against;
use crate::words::{Sentence, Words};

/// A plan with its whole text, where the caller has it.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    /// The plan as the importer made it.
    pub plan: &'a Plan,
    /// Its text, by which places are exact to the line.
    pub document: Option<&'a Document<'a>>,
}

/// What another plan is to the one that is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The last plan of the same place, whose period is over.
    Earlier,
    /// The plan of the level above, which asks for the same period.
    Above,
}

impl Relation {
    fn name(self) -> Words {
        match self {
            Self::Earlier => against::LAST_PLAN,
            Self::Above => against::PLAN_ABOVE,
        }
    }
}

/// Holds a plan against another one. The findings are about `own`: their lines are its lines, and a finding about what it lacks
/// has none. They come in the order of the other plan, what concerns indicators first. Quotes from the other plan stand
/// behind those from this one.
#[must_use]
pub fn against(own: Text<'_>, other: Text<'_>, relation: Relation, registry: &Registry) -> Vec<Finding> {
    let pair = Pair {
        own: Reading::new(own.plan, registry.indicators(), own.document),
        other: Reading::new(other.plan, registry.indicators(), other.document),
        places: Citations::new(other.plan),
        relation,
    };
    let mut findings = indicators::compare(&pair);
    findings.extend(tasks::without_successor(&pair));
    super::number_equal_ids(&mut findings);
    findings
}

/// The plan that is checked and the one that it is held against, both read for checking.
struct Pair<'a> {
    own: Reading<'a>,
    other: Reading<'a>,
    /// How places of the other plan are cited.
    places: Citations<'a>,
    relation: Relation,
}

impl Pair<'_> {
    /// A finding about the plan: `own` are its places, `other` the words of the other plan.
    fn finding(
        &self,
        (kind, confidence): (FindingKind, Confidence),
        what: Sentence,
        own: &[Citation],
        other: &[&str],
    ) -> Finding {
        let plan = self.own.plan;
        let mut lines: Vec<u32> = own.iter().map(|citation| citation.line).collect();
        lines.sort_unstable();
        lines.dedup();
        let quotes = own.iter().map(|citation| citation.quote.as_str()).chain(other.iter().copied());
        let nodes = own.iter().map(|citation| citation.node.clone());
        let places: Vec<String> = lines.iter().map(u32::to_string).collect();
        Finding {
            id: format!("{}#{kind:?}@{}", plan.id, places.join("+")),
            plan: plan.id.clone(),
            lines,
            kind,
            what,
            evidence: quotes.map(str::to_owned).collect(),
            confidence,
            nodes: nodes.chain(other.iter().map(|_| None)).collect(),
            draft: plan.status.clone().filter(|_| plan.is_draft()),
        }
    }

    /// How the place of a node of the other plan is cited.
    fn place(&self, node: Option<&str>) -> String {
        node.map(|id| self.places.place_of(id)).unwrap_or_default()
    }
}
