//! A part that is larger than its whole: infant mortality above the mortality of all children under five.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;
use crate::model::Confidence;

/// Ids of canonical indicators: a part and its whole, whose number cannot be smaller.
const PARTS: &[(&str, &str)] = &[("infant-mortality", "under-five-mortality"), ("tcm-doctors", "licensed-doctors")];

/// Rows of one table where the part is larger than the whole in a year. Reported once for a pair of rows.
pub(crate) fn subset_above_whole(reading: &Reading) -> Vec<FindingDraft> {
    let rows_of = |id: &'static str| reading.rows.iter().filter(move |row| row.metric.indicator_id() == Some(id));
    let mut drafts = Vec::new();
    for (part, whole) in PARTS {
        let wholes: HashMap<_, &TableRow> =
            rows_of(whole).map(|whole| ((&whole.table.id, &whole.metric.owner), whole)).collect();
        let parts = rows_of(part).filter_map(|part| Some((part, *wholes.get(&(&part.table.id, &part.metric.owner))?)));
        drafts.extend(parts.filter_map(|(part, whole)| compare_rows(part, whole)));
    }
    drafts
}

fn compare_rows(part: &TableRow, whole: &TableRow) -> Option<FindingDraft> {
    let wholes: Vec<Figure> = whole.own_figures().collect();
    let (one, other) = part.own_figures().find_map(|one| {
        let is_counterpart =
            |other: &&Figure| other.year == one.year && other.kind == one.kind && other.is_exact() && one.is_exact();
        let other = wholes.iter().find(is_counterpart)?;
        let number = quantity::convert(&one, other)?;
        (number > other.number).then_some((one, other))
    })?;
    let (name, whole_name) = (&part.row.name, &whole.row.name);
    let what = format!("“{name}”{}，大于包含它的“{whole_name}”{}", one.label(), other.label());
    let citations = part.cite_with(&one.citation).into_iter().chain(whole.cite_with(&other.citation));
    Some(FindingDraft::new(Confidence::High, what, citations))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn infant_mortality_above_child_mortality() {
        let table = |infants: &str| {
            format!(
                "一、指标\n甲。\n\n领域\t序号\t指标\t单位\t2025年\t2030年目标\n健康\t1\t婴儿死亡率\t‰\t{infants}\t<3\n\t2\t5岁以下儿童死亡率\t‰\t3.1\t<4\n"
            )
        };
        check(
            subset_above_whole,
            &[(&table("3.5"), &["[5, 6] 婴儿死亡率 | 3.5 | 5岁以下儿童死亡率 | 3.1"]), (&table("2.5"), &[])],
        );
    }
}
