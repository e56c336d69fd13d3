//! How two figures of one metric differ, and how sure it is.

use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::quantity;
use crate::model::{Confidence, ValueKind};

/// How two figures differ.
pub(crate) struct Difference {
    pub(crate) confidence: Confidence,
    pub(crate) similarity: Similarity,
    /// Whether the two are printed in units that differ.
    in_other_units: bool,
}

impl Difference {
    /// What a reader must know to weigh it.
    pub(crate) fn remark(&self, figure: &Figure) -> String {
        let name = match () {
            () if self.in_other_units => "（两处单位不同）",
            () if self.similarity < Similarity::Same => "（两处名称或口径不尽相同）",
            () => "",
        };
        let year = if figure.dated { "" } else { "（正文未写年份）" };
        format!("{name}{year}")
    }
}

/// Whether two figures speak of the same year and of the same sort: both targets, or both not.
pub(crate) fn faces(one: &Figure, other: &Figure) -> bool {
    let is_target = |figure: &Figure| figure.kind == ValueKind::Target;
    one.year.is_some() && one.year == other.year && is_target(one) == is_target(other)
}

/// How two figures of one thing differ; `None` where they agree, or where it cannot be told.
pub(crate) fn differs(one: &Figure, other: &Figure) -> Option<Difference> {
    let similarity = one.metric.similarity(&other.metric)?;
    if one.is_relative() != other.is_relative() || one.is_relative() && one.unit != other.unit {
        return None;
    }
    // The same number in two units is a matter of the unit.
    let number = quantity::in_unit_of(one, other)
        .filter(|_| one.number.to_bits() != other.number.to_bits() || !quantity::in_other_units(one, other))?;
    if quantity::agree(number, one, other) && !quantity::signs_differ(one, other) {
        return None;
    }
    let dated = one.dated && other.dated;
    let in_other_units = quantity::in_other_units(one, other);
    let in_one_unit = one.unit.is_some() && other.unit.is_some() && !in_other_units;
    let confidence = match (similarity, dated) {
        (Similarity::Same, true) if in_one_unit => Confidence::High,
        (Similarity::Same, _) | (Similarity::Kin, true) => Confidence::Medium,
        (Similarity::Kin, false) | (Similarity::Part, _) => Confidence::Low,
    };
    Some(Difference { confidence, similarity, in_other_units })
}

pub(crate) fn years(figure: &Figure) -> String {
    let kind = if figure.kind == ValueKind::Target { "目标" } else { "" };
    figure.year.map(|year| format!("{year}年{kind}")).unwrap_or_default()
}
