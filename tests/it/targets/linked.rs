//! Targets of the texts beside the rows of the tables: every link was read by eye and set down in `linked.txt`.

use guihua::analysis::targets::target::{self, Selection};
use guihua::model::{Target, TargetRow};

use super::{DATASET, share};
use crate::registry::REGISTRY;

const LINKED: &str = include_str!("linked.txt");

/// Least share of the links that a reader makes.
const FLOOR: f64 = 0.9;

fn targets() -> Vec<Target> {
    let stated = target::select(&DATASET, &guihua::dataset::registry(), &Selection::default(), |_| None);
    stated.into_iter().map(|stated| stated.target).collect()
}

/// A linked target as a line of the notes.
fn note(target: &Target) -> String {
    let row = |row: &TargetRow| {
        let table = row.table.split_once('/').map_or("", |(_, table)| table);
        format!("{table} {}", row.name.split_whitespace().collect::<String>())
    };
    let agrees = match target.row.as_ref().and_then(|row| row.agrees) {
        Some(true) => "=",
        Some(false) => "≠",
        None => "-",
    };
    let indicator = target.indicator.as_deref().unwrap_or("-");
    let row = target.row.as_ref().map_or("-".to_owned(), row);
    [&target.node, &target.metric, indicator, &row, agrees].join(" | ")
}

#[test]
fn every_link_is_one_that_a_reader_made() {
    let lines = || LINKED.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let noted: Vec<&str> = lines().filter(|line| !line.starts_with('!')).collect();
    let n_missed = lines().count() - noted.len();
    let found: Vec<String> =
        targets().iter().filter(|target| target.indicator.is_some() || target.row.is_some()).map(note).collect();
    for line in &found {
        assert!(noted.contains(&line.as_str()), "no reader linked: {line}");
    }
    assert_eq!(found, noted);
    let recall = share(found.len(), found.len() + n_missed);
    println!("{} links, precision 1.000, recall {recall:.3}", found.len());
    assert!(recall >= FLOOR);
}

#[test]
fn a_row_is_the_plans_own_and_of_the_targets_indicator() {
    for target in targets() {
        let Some(row) = &target.row else { continue };
        let plan = DATASET.plan(&target.plan).unwrap_or_else(|| panic!("no plan {}", target.plan));
        let table = plan.tables().find(|table| table.id == row.table).unwrap_or_else(|| panic!("not its own: {row:?}"));
        let printed = table.rows.iter().find(|printed| printed.lines == row.lines && printed.name == row.name);
        let printed = printed.unwrap_or_else(|| panic!("no such row: {row:?}"));
        let of_row = REGISTRY.indicators().canonical(&printed.name, printed.unit.as_deref());
        assert_eq!(of_row.map(|found| found.indicator.id.as_str()), target.indicator.as_deref(), "{target:?}");
        assert_eq!(row.values.len(), target.values.len(), "{target:?}");
        for (year, value) in target.years.iter().zip(&row.values) {
            assert!(value.as_ref().is_none_or(|value| value.year == Some(*year)), "{target:?}");
        }
    }
}

#[test]
fn text_and_table_are_told_side_by_side() {
    let targets = targets();
    let cases = [
        ("yunfu-2030/3.1", "指标表“居民健康素养水平（%）”：2022年 ≥25，2030年 ≥35"),
        ("zhongshan-145/7.2", "指标表“千人口3岁以下婴幼儿托位数（个）”：2025年 5.7，与正文的数值不同"),
        // The table has no target for a year that the text does not name.
        ("xiangqiao-145/3.4.5", "指标表“以乡镇(街道)为单位适龄儿童免疫规划疫苗接种”"),
    ];
    for (node, expected) in cases {
        let told: Vec<String> =
            targets.iter().filter(|one| one.node == node).filter_map(target::row_in_words).collect();
        assert!(told.iter().any(|told| told == expected), "{node}: {told:?}");
    }
}
