//! Jumps of an order of magnitude between a row's start and its target: a point slipped, or another unit.

use crate::model::{Confidence, ValueKind};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;

/// From how many times on a difference is told.
const TIMES: f64 = 10.0;

/// Rows whose target, or whose actual figure beside a target, is ten times the other or a tenth.
pub(crate) fn tenfold_changes(reading: &Reading) -> Vec<FindingDraft> {
    reading.rows.iter().filter_map(in_row).collect()
}

fn in_row(row: &TableRow) -> Option<FindingDraft> {
    let figures: Vec<Figure> = row
        .own()
        .filter_map(|cell| row.figure(cell))
        .filter(|figure| !figure.is_relative() && figure.number > 0.0)
        .collect();
    let start = figures.iter().find(|figure| figure.kind != ValueKind::Target)?;
    let is_far = |target: &&Figure| {
        let times = target.number / start.number;
        let bound = target.comparator != Some(crate::model::Comparator::Equal);
        let meets = bound && !quantity::is_better(target.number, start.number, quantity::direction(target)?);
        Some((times >= TIMES || times <= 1.0 / TIMES) && !meets)
    };
    let target = figures
        .iter()
        .filter(|figure| figure.kind == ValueKind::Target)
        .find(|target| is_far(target).unwrap_or_default())?;
    let what = format!("“{}”{}，{}：相差十倍以上", row.row.name, start.told(), target.told());
    Some(FindingDraft::new(Confidence::Medium, what, [row.name.clone(), start.place.clone(), target.place.clone()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn a_point_that_slipped() {
        let table = |row: &str| {
            format!("一、指标\n甲。\n\n主要指标\n\n领域\t序号\t指标\t单位\t2025年\t2030年目标\n健康\t1\t{row}\n")
        };
        for (row, expected) in [
            ("每千人口公共卫生人员数\t人\t0.09\t1.1", &["[7] 每千人口公共卫生人员数 | 0.09 | 1.1"][..]),
            ("每千人口公共卫生人员数\t人\t0.69\t1.1", &[]),
            ("婴儿死亡率\t‰\t0.2\t<3", &[]),
        ] {
            check(tenfold_changes, &[(&table(row), expected)]);
        }
    }
}
