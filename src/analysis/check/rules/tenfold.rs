//! A target ten times the row's start, or a tenth of it: a slipped decimal point or another unit.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;
use crate::model::{Confidence, ValueKind};

/// The ratio from which on a change is reported.
const RATIO: f64 = 10.0;

/// Rows with a target that is ten times the baseline or result beside it, or a tenth.
pub(crate) fn tenfold_changes(reading: &Reading) -> Vec<FindingDraft> {
    reading.rows.iter().filter_map(tenfold_change).collect()
}

fn tenfold_change(row: &TableRow) -> Option<FindingDraft> {
    let figures: Vec<Figure> =
        row.own_figures().filter(|figure| !figure.is_relative() && figure.number > 0.0).collect();
    let start = figures.iter().find(|figure| figure.kind != ValueKind::Target)?;
    let is_tenfold = |target: &&Figure| {
        let ratio = target.number / start.number;
        (ratio >= RATIO || ratio <= 1.0 / RATIO) && !is_bound_met(target, start)
    };
    let target = figures.iter().filter(|figure| figure.kind == ValueKind::Target).find(is_tenfold)?;
    let (name, before, after) = (&row.row.name, start.label(), target.label());
    let what = format!("“{name}”{before}，{after}：相差十倍以上");
    let citations = [row.name.clone(), start.citation.clone(), target.citation.clone()];
    Some(FindingDraft::new(Confidence::Medium, what, citations))
}

/// Whether a target is a bound that the start already meets, or may meet as its better direction is unknown.
fn is_bound_met(target: &Figure, start: &Figure) -> bool {
    let is_better = |direction| quantity::is_better(target.number, start.number, direction);
    !target.is_exact() && !quantity::better_direction(target).is_some_and(is_better)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn slipped_decimal_points() {
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
