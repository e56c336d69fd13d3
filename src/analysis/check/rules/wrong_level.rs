//! Values of a city or a district that are named as the province's or the nation's: 全省…率 in the plan's own column.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::metric::HIGHER_LEVEL_PREFIXES;
use crate::model::{Confidence, ValueKind};
use crate::words::findings::targets;

/// Rows with a target in the plan's own column, and targets of its text, that are named as the province's.
pub(crate) fn values_of_other_level(reading: &Reading) -> Vec<FindingDraft> {
    let region = reading.plan.region.as_deref().filter(|region| !region.ends_with('省')).unwrap_or_default();
    if region.is_empty() {
        return Vec::new();
    }
    let in_row = |row: &TableRow| {
        let word = HIGHER_LEVEL_PREFIXES.prefix_of(&row.row.name)?;
        let cell = row.own_cells_of(ValueKind::Target).find(|cell| cell.value.raw.is_some())?;
        let what = targets::column_of_other_level(word, region);
        Some(FindingDraft::new(Confidence::Low, what, row.cite_with(&cell.citation)))
    };
    let in_rows = reading.rows.iter().filter_map(in_row);
    let in_text = reading.text_figures.iter().filter_map(|figure| {
        let word = HIGHER_LEVEL_PREFIXES.prefix_of(&figure.metric.name)?;
        let what = targets::text_of_other_level(region, word);
        Some(FindingDraft::new(Confidence::Low, what, [figure.citation.clone()]))
    });
    in_rows.chain(in_text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn the_province_in_a_citys_plan() {
        check(
            values_of_other_level,
            &[
                (
                    "一、目标\n到2030年，全省艾滋病感染率控制在0.2%以下。\n",
                    &["[2] 到2030年，全省艾滋病感染率控制在0.2%以下"],
                ),
                ("一、目标\n到2030年，全市艾滋病感染率控制在0.2%以下，低于全省平均水平。\n", &[]),
            ],
        );
    }
}
