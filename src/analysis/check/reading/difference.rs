//! Whether two figures of one metric contradict each other, and how sure that is.

use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::quantity;
use crate::model::{Confidence, ValueKind};
use crate::words::findings::figures;
use crate::words::{Sentence, Words};

/// A contradiction between two figures of one metric.
pub(crate) struct Difference {
    pub(crate) confidence: Confidence,
    pub(crate) similarity: Similarity,
    in_other_units: bool,
}

impl Difference {
    /// Compares two figures. `None` where they agree, or where names or units leave it open.
    pub(crate) fn between(one: &Figure, other: &Figure) -> Option<Self> {
        let similarity = one.metric.similarity(&other.metric)?;
        if one.is_relative() != other.is_relative() || one.is_relative() && one.unit != other.unit {
            return None;
        }
        let in_other_units = quantity::units_differ(one, other);
        // The same digits in two units are a matter of the unit, which another rule reports.
        let number = quantity::convert(one, other)
            .filter(|_| one.number.to_bits() != other.number.to_bits() || !in_other_units)?;
        if quantity::numbers_agree(number, one, other) && !quantity::bounds_conflict(one, other) {
            return None;
        }
        let dated = one.dated && other.dated;
        let in_one_unit = one.unit.is_some() && other.unit.is_some() && !in_other_units;
        let confidence = match (similarity, dated) {
            (Similarity::Same, true) if in_one_unit => Confidence::High,
            (Similarity::Same, _) | (Similarity::Variant, true) => Confidence::Medium,
            (Similarity::Variant, false) | (Similarity::Expanded, _) => Confidence::Low,
        };
        Some(Self { confidence, similarity, in_other_units })
    }

    /// Writes the reservations a reader must know: other units, names not quite alike, a year not printed in the text.
    /// `figure` is the one of the text.
    pub(crate) fn remark(&self, figure: &Figure) -> Sentence {
        let name = match () {
            () if self.in_other_units => Some(figures::OTHER_UNITS),
            () if self.similarity < Similarity::Same => Some(figures::OTHER_NAMES),
            () => None,
        };
        let year = (!figure.dated).then_some(figures::NO_YEAR);
        Sentence::of(|| name.into_iter().chain(year).map(Words::get).collect())
    }
}

/// Whether two figures hold for the same year and are both targets or both not, so that they can be compared.
pub(crate) fn are_comparable(one: &Figure, other: &Figure) -> bool {
    let is_target = |figure: &Figure| figure.kind == ValueKind::Target;
    one.year.is_some() && one.year == other.year && is_target(one) == is_target(other)
}

/// Whether two values, each by its line and as printed, were read as figures of one metric that differ, which other rules tell.
pub(crate) fn are_told(figures: &[Figure], one: (u32, &str), other: (u32, &str)) -> bool {
    let of = |(line, raw): (u32, &str)| {
        let raw = raw.to_owned();
        figures.iter().filter(move |figure| figure.citation.line == line && figure.raw.contains(&raw))
    };
    of(one).any(|first| {
        of(other).any(|second| are_comparable(first, second) && Difference::between(first, second).is_some())
    })
}
