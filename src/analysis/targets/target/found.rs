//! What is found in a sentence: targets with their places, and the time that holds.

use std::ops::Range;

use crate::model::{Comparator, TargetValue};

/// A target found in a sentence, with its place there. A task with a date and no value has years and no values.
#[derive(Clone, Debug)]
pub(super) struct FoundTarget {
    pub(super) metric: String,
    pub(super) years: Vec<u16>,
    pub(super) values: Vec<TargetValue>,
    /// The characters of the sentence that are quoted.
    pub(super) quote: Range<usize>,
    /// The place at which the metric begins.
    pub(super) at: usize,
    pub(super) qualitative: bool,
}

impl FoundTarget {
    /// Whether its last value says by how much something is to rise.
    pub(super) fn rises(&self) -> bool {
        self.values.last().is_some_and(|value| value.comparator == Some(Comparator::RiseBy))
    }
}

/// The time that holds at a place of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Time {
    /// No time has been stated yet.
    #[default]
    NotStated,
    /// Targets are due by these years.
    Due(Vec<u16>),
    /// Figures are due by the end of a period, and nothing else is (“十四五”期间).
    Within(Vec<u16>),
    /// The text reports a result of the past.
    Past,
}

impl Time {
    /// The years by which figures are due; none where no time is stated or the text reports of the past.
    pub(super) fn years(&self) -> &[u16] {
        match self {
            Self::Due(years) | Self::Within(years) => years,
            Self::NotStated | Self::Past => &[],
        }
    }

    /// The years by which results in words and tasks are due.
    pub(super) fn years_of_words(&self) -> &[u16] {
        if matches!(self, Self::Within(_)) { &[] } else { self.years() }
    }
}
