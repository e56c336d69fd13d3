//! A part that is larger than its whole: infant mortality above the mortality of all children under five, a row 其中 above
//! the row it is a part of.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::metric::{RATE_UNITS, SHARE_ENDINGS};
use crate::model::Confidence;
use crate::registry::name;
use crate::words::findings::figures;

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
    drafts.extend(listed_parts(reading).filter_map(|(part, whole)| compare_rows(part, whole)));
    drafts
}

/// Rows that a table lists as a part (其中：…) of the last row before them that is none, where both count by one unit. A
/// share of a part may be larger than that of the whole, and a part of a sum of money is left to its reader.
fn listed_parts<'r, 'a>(reading: &'r Reading<'a>) -> impl Iterator<Item = (&'r TableRow<'a>, &'r TableRow<'a>)> {
    let is_part = |row: &TableRow| row.row.name.trim().starts_with("其中");
    let mut whole: Option<&TableRow> = None;
    let mut pairs = Vec::new();
    for row in &reading.rows {
        if !is_part(row) {
            whole = Some(row);
        } else if let Some(whole) = whole.filter(|whole| whole.table.id == row.table.id && count_alike(row, whole)) {
            pairs.push((row, whole));
        }
    }
    pairs.into_iter()
}

/// Whether two rows are counts of one unit, and neither a share nor a mean.
fn count_alike(part: &TableRow, whole: &TableRow) -> bool {
    let measures = [part, whole].map(|row| row.metric.measure(row.row.unit.as_deref()));
    let is_count = |row: &TableRow| !SHARE_ENDINGS.ends(&name::key(&row.row.name)) && !row.row.name.contains("平均");
    match measures {
        [Some(one), Some(other)] => one == other && !RATE_UNITS.contains(&one) && is_count(part) && is_count(whole),
        _ => false,
    }
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
    let what = figures::part_above_whole(name, one.label(), whole_name, other.label());
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

    #[test]
    fn a_listed_part_above_its_whole() {
        let table = |part: &str| {
            format!(
                "一、指标\n甲。\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\n1\t每千人口护士数\t人\t3.1\t3.6\n2\t{part}\n"
            )
        };
        for (part, expected) in [
            (
                "其中：每千人口专科护士数\t人\t0.6\t4",
                &["[7, 8] 其中：每千人口专科护士数 | 4 | 每千人口护士数 | 3.6"][..],
            ),
            ("其中：每千人口专科护士数\t人\t0.6\t0.9", &[]),
            ("其中：本科以上学历占比\t%\t60\t80", &[]),
        ] {
            check(subset_above_whole, &[(&table(part), expected)]);
        }
    }
}
