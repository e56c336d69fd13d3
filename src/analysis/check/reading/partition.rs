//! Parts that divide their whole by a feature of which each thing has one value: 公立 and 民营, 城镇 and 农村.

use crate::lexicon::count::PARTITIONS;

/// Whether some names name all values of one such feature, each by its first words.
pub(crate) fn is_partition(names: &[&str]) -> bool {
    PARTITIONS.iter().any(|(words, _)| {
        let values: Vec<Vec<&str>> = words.split('；').map(|value| value.split('、').collect()).collect();
        let value_of = |name: &&str| values.iter().position(|value| value.iter().any(|word| name.starts_with(word)));
        let found: Vec<Option<usize>> = names.iter().map(value_of).collect();
        (0..values.len()).all(|value| found.contains(&Some(value))) && found.iter().all(Option::is_some)
    })
}
