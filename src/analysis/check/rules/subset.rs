//! A part above its whole: a death rate of infants above that of all children under five.

use crate::model::Confidence;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;

/// Canonical indicators of which the first is a part of the second, so that its number cannot be the larger.
const PARTS: &[(&str, &str)] = &[("infant-mortality", "under-five-mortality"), ("tcm-doctors", "licensed-doctors")];

/// Rows of one table and year in which the part is larger. Told once for a table and pair, with every year.
pub(crate) fn subset_above_whole(reading: &Reading) -> Vec<FindingDraft> {
    let of = |id: &'static str| reading.rows.iter().filter(move |row| row.metric.indicator == Some(id));
    let pairs = PARTS.iter().flat_map(|(part, whole)| {
        of(part).flat_map(move |one| {
            of(whole).filter(|other| other.table.id == one.table.id).map(move |other| (one, other))
        })
    });
    pairs.filter_map(|(part, whole)| tell(part, whole)).collect()
}

fn tell(part: &TableRow, whole: &TableRow) -> Option<FindingDraft> {
    let figures = |row: &TableRow| row.own().filter_map(|cell| row.figure(cell)).collect::<Vec<Figure>>();
    let is_exact = |figure: &Figure| figure.comparator == Some(crate::model::Comparator::Equal);
    let wholes = figures(whole);
    let larger = figures(part).into_iter().find_map(|one| {
        let same =
            |other: &&Figure| other.year == one.year && other.kind == one.kind && is_exact(other) && is_exact(&one);
        let other = wholes.iter().find(same)?;
        let number = quantity::in_unit_of(&one, other)?;
        (number > other.number).then(|| (one.clone(), other.clone()))
    });
    let (one, other) = larger?;
    let what = format!("“{}”{}，大于包含它的“{}”{}", part.row.name, one.told(), whole.row.name, other.told());
    let places = part.places(&one.place).into_iter().chain(whole.places(&other.place));
    Some(FindingDraft::new(Confidence::High, what, places))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn infants_are_children() {
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
