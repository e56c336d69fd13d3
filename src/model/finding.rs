//! The findings of a check: two places that disagree, a target that was missed, a misprint.

use serde::Serialize;

use crate::words::Sentence;

/// A finding (核对结果): what differs, with the quotation of every place. It never says which place is right.
#[doc(alias = "核对结果")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The id, made of plan, rule, nodes and lines counted within them: `yunfu-2030#misspelling@3.19+2`. It does not
    /// change when the wording or the quotes do, so that verdicts can refer to it. Not part of the JSON.
    #[serde(skip)]
    pub id: String,
    /// Id of the plan that was checked.
    pub plan: String,
    /// The lines of the document that the finding is about (1-based), ascending.
    pub lines: Vec<u32>,
    /// The kind of rule that found it.
    pub kind: FindingKind,
    /// The sentence that tells the reader of the plan what differs; Chinese in the JSON.
    pub what: Sentence,
    /// The quotations from the document, in the order of the places.
    pub evidence: Vec<String>,
    /// How certain the rule is of the finding.
    pub confidence: Confidence,
    /// The id of the node that contains each of the places, in the order of `evidence`; `None` outside every node.
    pub nodes: Vec<Option<String>>,
    /// The mark of a draft as printed (征求意见稿), where the plan is one.
    pub draft: Option<String>,
}

/// The kinds of findings, the most important to readers first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// The body text says one thing about an indicator, a table another.
    TextVsTable,
    /// Two places of the body text differ.
    TextVsText,
    /// A unit that differs for one thing, or that is impossible.
    Unit,
    /// A likely misprint: characters that are doubled, missing or mistaken.
    Typo,
    /// Numbering out of order; a row of a table shifted, merged or lost.
    Numbering,
    /// A target of the last period that was not reached, by the plan's own figures.
    MissedTarget,
    /// An impossible figure, or a target below what has been reached.
    Implausible,
    /// How the plan is written: half-width marks, short names of offices. No error, and told once for the whole plan.
    Style,
    /// A target of the last plan that was met, by the figures of this one.
    MetTarget,
    /// A target that asks for less than the last plan did, or than the level above does.
    LooserTarget,
    /// An indicator of the last plan, or of the level above, that is not found.
    UnlistedIndicator,
    /// A task of the last plan, or of the level above, to which none comes close.
    UnlistedTask,
}

/// How certain a rule is that a reader would agree with its finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Two figures of one thing, both stated literally.
    High,
    /// The rule had to decide that two names or years mean one thing.
    Medium,
    /// Worth checking, though often it turns out to be intended.
    Low,
}
