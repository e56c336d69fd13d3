//! A number that a plan gives for a metric in a year.

use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::Metric;
use crate::model::{Comparator, ValueKind};

/// A number of a thing in a year.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) metric: Metric,
    /// The year it holds for; `None` where none is said.
    pub(crate) year: Option<u16>,
    /// Whether that year is printed with it.
    pub(crate) dated: bool,
    pub(crate) kind: ValueKind,
    pub(crate) comparator: Option<Comparator>,
    pub(crate) number: f64,
    /// What it is measured in, canonical.
    pub(crate) unit: Option<String>,
    /// The value as printed.
    pub(crate) raw: String,
    pub(crate) place: Citation,
}

impl Figure {
    /// Whether it says by how much something is to change.
    pub(crate) fn is_relative(&self) -> bool {
        matches!(self.comparator, Some(Comparator::FallBy | Comparator::RiseBy))
    }

    /// `2025年目标≥80%`: the value with its year, for a sentence.
    pub(crate) fn told(&self) -> String {
        let year = self.year.map(|year| format!("{year}年")).unwrap_or_default();
        let kind = if self.kind == ValueKind::Target { "目标" } else { "" };
        format!("{year}{kind}{}", self.raw.trim())
    }
}
