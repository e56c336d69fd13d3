//! A number that a plan gives for a metric in a year, in its text or in a table.

use crate::analysis::check::reading::finding_draft::Citation;
use crate::analysis::check::reading::metric::Metric;
use crate::model::{Comparator, ValueKind};
use crate::words::Sentence;
use crate::words::findings::figures;

/// A number that the plan gives for a metric, with its year and its place.
#[derive(Clone, Debug)]
pub(crate) struct Figure<'a> {
    pub(crate) metric: Metric<'a>,
    /// The year it holds for; `None` where none is printed or understood.
    pub(crate) year: Option<u16>,
    /// Whether that year is printed beside the number, and not only understood.
    pub(crate) dated: bool,
    pub(crate) kind: ValueKind,
    pub(crate) comparator: Option<Comparator>,
    pub(crate) number: f64,
    /// Its unit in the canonical form of the registry.
    pub(crate) unit: Option<String>,
    /// The value as printed, with its comparator and unit.
    pub(crate) raw: String,
    pub(crate) citation: Citation,
}

impl Figure<'_> {
    /// Whether it says by how much something is to rise or fall, and not to what.
    pub(crate) fn is_relative(&self) -> bool {
        matches!(self.comparator, Some(Comparator::FallBy | Comparator::RiseBy))
    }

    /// Whether it is an exact value, and not a bound or a change.
    pub(crate) fn is_exact(&self) -> bool {
        self.comparator == Some(Comparator::Equal)
    }

    /// Writes the year and what kind of figure it is: `2025年目标`; empty without a year.
    pub(crate) fn year_label(&self) -> Sentence {
        let of_year = if self.kind == ValueKind::Target { figures::target_of_year } else { figures::of_year };
        self.year.map(of_year).unwrap_or_default()
    }

    /// Writes the value with its year, for a sentence: `2025年目标≥80%`.
    pub(crate) fn label(&self) -> Sentence {
        let value = self.raw.trim();
        match (self.year, self.kind == ValueKind::Target) {
            (Some(year), true) => figures::dated_target(year, value),
            (Some(year), false) => figures::dated_value(year, value),
            (None, true) => figures::undated_target(value),
            (None, false) => figures::undated_value(value),
        }
    }
}
