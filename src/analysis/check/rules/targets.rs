//! Targets against what was reached: missed in the last period, or asking for less than there is.

use crate::analysis::check::reading::quantity;
use crate::model::{Confidence, ValueKind};
use crate::registry::indicator::Direction;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::table_row::{Cell, TableRow};

/// Rows that print a target beside what was reached in the same year, and what was reached is worse.
pub(crate) fn missed_targets(reading: &Reading) -> Vec<FindingDraft> {
    reading.rows.iter().filter_map(missed_in).collect()
}

fn missed_in(row: &TableRow) -> Option<FindingDraft> {
    let of = |kind: ValueKind| row.own().find(move |cell| cell.value.kind == Some(kind));
    let (asked, reached) = (of(ValueKind::Target)?, of(ValueKind::Actual)?);
    let (target, actual) = (row.figure(asked)?, row.figure(reached)?);
    let direction = quantity::direction(&target).filter(|_| target.year == actual.year && !target.is_relative())?;
    quantity::is_better(target.number, actual.number, direction).then(|| {
        let what = format!(
            "“{}”{}年目标{}，实际{}，按表中数值未达到目标",
            row.row.name,
            target.year.unwrap_or_default(),
            target.raw,
            actual.raw
        );
        let sure = target.metric.indicator.is_some() || target.comparator != Some(crate::model::Comparator::Equal);
        let confidence = if sure { Confidence::High } else { Confidence::Medium };
        FindingDraft::new(confidence, what, [row.name.clone(), target.place.clone(), actual.place.clone()])
    })
}

/// Targets that ask for less than was reached already, in a row of a table or in the text against a row.
pub(crate) fn looser_than_reached(reading: &Reading) -> Vec<FindingDraft> {
    let in_rows = reading.rows.iter().filter_map(|row| less_in_row(reading, row));
    in_rows.chain(reading.stated.iter().filter_map(|stated| less_in_text(reading, stated))).collect()
}

/// A row whose targets are looser than its own baseline, or than what the text says was reached where it has none.
fn less_in_row(reading: &Reading, row: &TableRow) -> Option<FindingDraft> {
    let told = || {
        let results = reading.stated.iter().filter(|stated| stated.kind == ValueKind::Actual && stated.dated);
        results.rev().find(|stated| stated.metric.similarity(&row.metric) == Some(Similarity::Same)).cloned()
    };
    let (start, printed) = match baseline(row) {
        Some(start) => (start, true),
        None => (told()?, false),
    };
    let looser: Vec<Figure> = row
        .own()
        .filter(|cell| cell.value.kind == Some(ValueKind::Target))
        .filter_map(|cell| row.figure(cell))
        .filter(|target| is_looser(target, &start))
        .collect();
    if looser.is_empty() {
        return None;
    }
    let targets: Vec<String> = looser.iter().map(Figure::told).collect();
    let (whose, sure) = if printed { ("", confidence(&start)) } else { ("正文所述", Confidence::Medium) };
    let what =
        format!("“{}”{whose}{}，而{}：按数值，目标比已达到的水平宽松", row.row.name, start.told(), targets.join("、"));
    let places =
        [row.name.clone(), start.place.clone()].into_iter().chain(looser.iter().map(|figure| figure.place.clone()));
    Some(FindingDraft::new(sure, what, places))
}

/// A target of the text that is looser than what a table or the text says was reached. One that only repeats its row's
/// target says nothing new.
fn less_in_text(reading: &Reading, stated: &Figure) -> Option<FindingDraft> {
    if stated.kind != ValueKind::Target || stated.year.is_none() && stated.comparator.is_none() {
        return None;
    }
    let same = |row: &&TableRow| row.metric.similarity(&stated.metric).is_some();
    let repeats = |row: &TableRow| {
        let mut targets = row.own().filter(|cell| cell.value.kind == Some(ValueKind::Target));
        targets.any(|cell| cell.value.number == Some(stated.number) && cell.value.year == stated.year)
    };
    if reading.rows.iter().filter(same).any(repeats) {
        return None;
    }
    let start = reading.rows.iter().filter(same).find_map(|row| {
        let start = baseline(row).filter(|start| is_looser(stated, start))?;
        Some((row, start))
    });
    // The row's own targets are looser too, which is told of the row.
    let (row, start) = start.filter(|(row, _)| less_in_row(reading, row).is_none())?;
    let what = format!(
        "“{}”正文目标{}，而表格所列{}：按数值，目标比已达到的水平宽松",
        stated.metric.name,
        stated.raw,
        start.told()
    );
    let places = [stated.place.clone()].into_iter().chain(row.places(&start.place));
    let sure = if row.metric.similarity(&stated.metric) == Some(Similarity::Part) {
        Confidence::Low
    } else {
        Confidence::Medium
    };
    Some(FindingDraft::new(sure, what, places))
}

/// What a row says was reached: its baseline, else the actual figure.
fn baseline(row: &TableRow) -> Option<Figure> {
    let of = |kind: ValueKind| row.own().filter(move |cell: &&Cell| cell.value.kind == Some(kind));
    of(ValueKind::Baseline)
        .chain(of(ValueKind::Actual))
        .find_map(|cell| row.figure(cell))
        .filter(|one| !one.is_relative())
}

/// Whether a target asks for less than was reached before its year.
fn is_looser(target: &Figure, start: &Figure) -> bool {
    let later = target.year.is_none() || target.year > start.year;
    let Some(direction) = quantity::direction(target).filter(|_| later && !target.is_relative()) else { return false };
    quantity::in_unit_of(start, target).is_some_and(|start| quantity::is_better(start, target.number, direction))
}

/// A baseline that is a bound itself (>90) tells less.
fn confidence(start: &Figure) -> Confidence {
    if start.comparator == Some(crate::model::Comparator::Equal) { Confidence::High } else { Confidence::Medium }
}

/// Rows whose later target asks for less than the earlier.
pub(crate) fn looser_than_earlier(reading: &Reading) -> Vec<FindingDraft> {
    let in_row = |row: &TableRow| {
        let targets: Vec<Figure> = row
            .own()
            .filter(|cell| cell.value.kind == Some(ValueKind::Target))
            .filter_map(|cell| row.figure(cell))
            .filter(|figure| !figure.is_relative())
            .collect();
        let pair = targets.windows(2).find_map(|pair| match pair {
            [one, other] if is_looser(other, one) => Some((one.clone(), other.clone())),
            _ => None,
        });
        let (one, other) = pair?;
        let what = format!("“{}”{}，{}：按数值，后一年的目标比前一年宽松", row.row.name, one.told(), other.told());
        Some(FindingDraft::new(Confidence::Medium, what, [row.name.clone(), one.place.clone(), other.place.clone()]))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Rows that print the target of the province beside the own one, and the own one asks for less: worth knowing, no more.
pub(crate) fn looser_than_province(reading: &Reading) -> Vec<FindingDraft> {
    let in_row = |row: &TableRow| {
        let target = |cell: &&Cell| cell.value.kind == Some(ValueKind::Target);
        let pairs = row.own().filter(target).flat_map(|own| {
            let others = row.cells.iter().filter(|cell| !cell.own).filter(target);
            others.filter(|other| other.value.year == own.value.year).map(move |other| (own, other))
        });
        let behind = pairs.filter_map(|(own, other)| {
            let (mine, theirs) = (row.figure(own)?, row.figure(other)?);
            let direction = direction_of_both(&mine, &theirs)?;
            quantity::is_better(theirs.number, mine.number, direction).then_some((mine, theirs, other))
        });
        let (mine, theirs, other) = behind.into_iter().next()?;
        let whose = other.value.scope.as_deref().unwrap_or("上级");
        let what = format!("“{}”{}，同表{whose}{}：按数值，不及{whose}", row.row.name, mine.told(), theirs.told());
        Some(FindingDraft::new(Confidence::Low, what, [row.name.clone(), mine.place.clone(), theirs.place.clone()]))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Which way is better for two targets that can be compared: shares and rates, not totals of a larger place.
fn direction_of_both(mine: &Figure, theirs: &Figure) -> Option<Direction> {
    let is_rate = mine.unit.as_deref().is_some_and(|unit| unit.contains(['/', '%', '‰', '岁']));
    quantity::direction(mine).filter(|_| is_rate && !mine.is_relative() && !theirs.is_relative())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    /// A table with one row of target and actual figure of the last period.
    fn last_period(row: &str) -> String {
        format!(
            "一、基础\n甲。\n\n主要指标完成情况\n\n领域\t主要指标\t“十四五”目标\t2025年\n健康\t{row}\n\t总人口（万人）\t50\t49\n"
        )
    }

    #[test]
    fn targets_of_the_last_period() {
        for (row, expected) in [
            ("每千人口注册护士数（人）\t3.5\t2.8", &["[7] 每千人口注册护士数（人） | 3.5 | 2.8"][..]),
            ("30天再住院率（%）\t<2.4\t8.4", &["[7] 30天再住院率（%） | <2.4 | 8.4"]),
            ("医护比\t1:1.25\t1:1.20", &["[7] 医护比 | 1:1.25 | 1:1.20"]),
            ("每千人口注册护士数（人）\t3.5\t3.5", &[]),
            ("婴儿死亡率（‰）\t<6\t2.1", &[]),
            ("重大慢性病过早死亡率（%）\t比2020年降低5%\t13", &[]),
        ] {
            check(missed_targets, &[(&last_period(row), expected)]);
        }
    }

    /// A text above a table with one row: baseline, targets of the own place and of the province.
    fn ahead(text: &str, row: &str) -> String {
        format!(
            "一、目标\n{text}\n\n主要指标\n\n领域\t序号\t指标\t单位\t广东省\t\t东川市\t\n\t\t\t\t2025年\t2030年目标\t2025年\t2030年目标\n健康\t1\t{row}\n"
        )
    }

    #[test]
    fn targets_that_ask_for_less() {
        for (text, row, expected) in [
            ("甲。", "婴儿死亡率\t‰\t2.1\t<3\t1.7\t<3", &["[8] 婴儿死亡率 | 1.7 | <3"][..]),
            ("甲。", "婴儿死亡率\t‰\t2.1\t<3\t3.7\t<3", &[]),
            ("甲。", "居民健康素养水平\t%\t26\t30\t24\t30", &[]),
            (
                "到2030年，居民健康素养水平达到20%以上。",
                "居民健康素养水平\t%\t26\t30\t24\t30",
                &["[2, 8] 到2030年，居民健康素养水平达到20%以上 | 居民健康素养水平 | 24"],
            ),
        ] {
            check(looser_than_reached, &[(&ahead(text, row), expected)]);
        }
    }

    #[test]
    fn behind_the_targets_of_the_province() {
        for (row, expected) in [
            ("居民健康素养水平\t%\t26\t32\t24\t30", &["[8] 居民健康素养水平 | 30 | 32"][..]),
            ("居民健康素养水平\t%\t26\t30\t24\t30", &[]),
            ("经常参加体育锻炼人数\t万人\t4500\t5000\t100\t120", &[]),
        ] {
            check(looser_than_province, &[(&ahead("甲。", row), expected)]);
        }
    }
}
