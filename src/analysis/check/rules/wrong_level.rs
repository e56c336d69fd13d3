//! Values of a city or a district said to be the province's or the nation's: 全省…率 in the plan's own column.

use crate::model::{Confidence, ValueKind};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::table_row::TableRow;

/// Words that a name opens with when it is the province's or the nation's.
const ABOVE: &[&str] = &["全省", "全国", "我省"];

/// Rows with a value for the plan's own place, and targets of its text, that are named as the province's.
pub(crate) fn values_of_other_level(reading: &Reading) -> Vec<FindingDraft> {
    let region = reading.plan.region.as_deref().filter(|region| !region.ends_with('省')).unwrap_or_default();
    if region.is_empty() {
        return Vec::new();
    }
    let is_above = |name: &str| ABOVE.iter().find(|word| name.starts_with(**word));
    let in_row = |row: &TableRow| {
        let word = is_above(&row.row.name)?;
        let cell = row.own().find(|cell| cell.value.kind == Some(ValueKind::Target) && cell.value.raw.is_some())?;
        let what = format!("指标名写“{word}”，而此列为{region}的数值");
        Some(FindingDraft::new(Confidence::Low, what, row.places(&cell.place)))
    };
    let rows = reading.rows.iter().filter_map(in_row);
    let texts = reading.stated.iter().filter_map(|stated| {
        let word = is_above(&stated.metric.name)?;
        let what = format!("本规划为{region}的规划，此处数值写作“{word}”的");
        Some(FindingDraft::new(Confidence::Low, what, [stated.place.clone()]))
    });
    rows.chain(texts).collect()
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
