//! What a check of a plan finds: two places that do not agree, a target that was missed, a print that looks wrong.

use serde::Serialize;

/// A finding (核对结果): what differs, with the words of every place concerned. It never says which place is right.
#[doc(alias = "核对结果")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Names the finding by plan, rule, nodes and lines counted within them: `yunfu-2030#misspelling@3.19+2`. It stays
    /// the same when the wording or the quotes change, so that a verdict can be kept by it. Not part of the JSON.
    #[serde(skip)]
    pub id: String,
    /// Id of the plan that was checked.
    pub plan: String,
    /// Every line of the document that the finding speaks of (1-based), ascending, and no other.
    pub lines: Vec<u32>,
    /// Which family of rules found it.
    pub kind: FindingKind,
    /// What differs, in Chinese, for the reader of the plan.
    pub what: String,
    /// The document's own words at those places, in the order of the places.
    pub evidence: Vec<String>,
    /// How likely a reader is to agree.
    pub confidence: Confidence,
    /// Id of the node that holds each of the places, in the order of `evidence`; `None` outside every node.
    pub nodes: Vec<Option<String>>,
    /// The mark of a draft as printed (征求意见稿), where the plan is one.
    pub draft: Option<String>,
}

/// The kinds of findings, in the order a reader wants them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// The body text says one thing of an indicator, a table another.
    TextVsTable,
    /// Two places of the body text differ.
    TextVsText,
    /// A unit that differs for the same thing, or that cannot be.
    Unit,
    /// A print that looks wrong: characters doubled, left out, mistaken.
    Typo,
    /// Numbering out of order; a row of a table shifted, merged or lost.
    Numbering,
    /// A target of the last period that was not reached, by the plan's own figures.
    MissedTarget,
    /// A figure that cannot be, or a target that asks for less than there is.
    Implausible,
}

/// How sure the rule is that a reader would call it one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Two figures of one thing, in so many words.
    High,
    /// The rule had to join names or years.
    Medium,
    /// Worth a look; often it turns out to be as meant.
    Low,
}
