//! The registry of indicators against the seven tables of the bundled plans: names, units and
//! cells straight from the texts.
//!
//! The tables are read here in a second, plainer way than the importer's, so that neither can hide a slip of the other.

use std::sync::{Arc, LazyLock};

use guihua::dataset;
use guihua::model::{Column, ColumnRole, Comparator};
use guihua::registry::Registry;
use guihua::registry::name::key;
use guihua::registry::unit::{measure, unit_of_name};
use guihua::registry::value::value;

/// The bundled registry, for tests that keep references into it.
pub(crate) static REGISTRY: LazyLock<Arc<Registry>> = LazyLock::new(dataset::registry);

const FOSHAN: &str = include_str!("../../seeds/foshan-2030.txt");
const QINGYUAN: &str = include_str!("../../seeds/qingyuan-2030.txt");
const XIANGQIAO: &str = include_str!("../../seeds/xiangqiao-145.txt");
const YUNFU: &str = include_str!("../../seeds/yunfu-2030.txt");
const ZHONGSHAN: &str = include_str!("../../seeds/zhongshan-145.txt");

/// A row as printed: name, the unit column's cell, value cells.
#[derive(Debug)]
struct Printed {
    name: String,
    unit: Option<String>,
    cells: Vec<String>,
}

/// The lines from the first that holds `from` to the next that starts with `to`.
fn region<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|line| !line.starts_with(from)).skip(1);
    lines.take_while(|line| !line.starts_with(to)).collect()
}

/// Cells of a table with a cell a line: a tab opens one, a line without continues it.
fn cells(lines: &[&str]) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for line in lines {
        match (line.strip_prefix('\t'), cells.last_mut()) {
            (Some(cell), _) => cells.push(cell.trim().to_owned()),
            (None, Some(open)) => open.push_str(line.trim()),
            (None, None) => {}
        }
    }
    cells
}

/// Rows of a table with a cell a line; each ends with a nature word or has a fixed width.
fn cell_rows(cells: &[String], width: usize, name: usize, closing: usize) -> Vec<Printed> {
    let row = |row: &[String]| Printed {
        name: row[name].clone(),
        unit: None,
        cells: row[name + 1..row.len() - closing].to_vec(),
    };
    cells.chunks(width).filter(|cells| cells[0] != "领域" && cells[0] != "序号").map(row).collect()
}

/// Rows of a table with tabs. Where rows are numbered the name follows the number, which may have lost the cell before.
fn tab_rows(lines: &[&str], numbered: bool, with_unit: bool) -> Vec<Printed> {
    let is_number = |cell: &&str| !cell.is_empty() && cell.chars().all(|mark| mark.is_ascii_digit());
    let is_row = |line: &&&str| {
        line.contains('\t') && !["主要指标", "指标名称", "2020年\t2025年"].iter().any(|header| line.contains(header))
    };
    let row = |line: &&str| {
        let cells: Vec<&str> = line.trim_end().split('\t').collect();
        let name = match cells.iter().take(2).position(is_number) {
            Some(number) if numbered => number + 1,
            _ => 1 + usize::from(numbered),
        };
        let extra = usize::from(with_unit);
        Printed {
            name: cells[name].to_owned(),
            unit: with_unit.then(|| cells[name + 1].to_owned()),
            // A unit column goes with a nature column at the end.
            cells: cells[name + 1 + extra..cells.len() - extra].iter().map(|cell| (*cell).to_owned()).collect(),
        }
    };
    lines.iter().filter(is_row).map(row).collect()
}

/// The seven tables: a label and the rows.
fn tables() -> Vec<(&'static str, Vec<Printed>)> {
    let foshan = cells(&region(FOSHAN, "健康佛山建设主要指标", "二、"));
    let qingyuan: Vec<&str> = QINGYUAN.lines().skip_while(|line| !line.starts_with("\t领域")).collect();
    let end = qingyuan.iter().rposition(|line| line.starts_with("\t预期性")).expect("a last row");
    let mut yunfu = cells(&region(YUNFU, "二、主要指标", "三、"));
    let merged = yunfu.iter().position(|cell| cell == "保持省内先进水平").expect("the merged cell");
    yunfu.insert(merged, "保持省内先进水平".to_owned());
    vec![
        ("foshan", cell_rows(&foshan, 8, 2, 0)),
        ("qingyuan", cell_rows(&cells(&qingyuan[..=end]), 8, 1, 1)),
        ("yunfu", cell_rows(&yunfu, 6, 1, 1)),
        ("xiangqiao 1", tab_rows(&region(XIANGQIAO, "潮州市湘桥区“十三五”时期卫生健康主要", "（二）"), false, false)),
        ("xiangqiao 2", tab_rows(&region(XIANGQIAO, "潮州市湘桥区“十四五”时期卫生事业发展", "三、"), true, true)),
        ("zhongshan 1", tab_rows(&region(ZHONGSHAN, "中山市“十三五”期间卫生健康事业发展", "第二节"), true, false)),
        ("zhongshan 2", tab_rows(&region(ZHONGSHAN, "中山市卫生健康发展“十四五”规划主要", "第三章"), true, true)),
    ]
}

/// What a cell reads as, in one printing: `≥ 80 @2019`, `-` for no number.
fn reading(cell: &str) -> String {
    let column = Column { header: String::new(), role: ColumnRole::Value, scope: None, year: None, kind: None };
    let value = value(&column, Some(cell));
    let sign = |how| serde_json::to_value::<Comparator>(how).expect("a comparator is JSON");
    let year = value.year.map_or(String::new(), |year| format!(" @{year}"));
    value.comparator.zip(value.number).map_or("-".to_owned(), |(how, number)| {
        format!("{} {number}{year}", sign(how).as_str().expect("a comparator is a string"))
    })
}

/// Every row of every table is one indicator, and every unit printed in a name is read.
#[test]
fn every_printed_row_is_an_indicator() {
    let counts = [19, 46, 33, 26, 18, 25, 20];
    for ((table, rows), count) in tables().iter().zip(counts) {
        assert_eq!(rows.len(), count, "{table}: {rows:#?}");
        for row in rows {
            let found = REGISTRY.indicators().canonical(&row.name, row.unit.as_deref());
            assert!(found.is_some(), "{table}: {} is no indicator", row.name);
        }
    }
}

/// No form is listed that no table prints, and the form of a row is listed by its own name.
#[test]
fn every_form_is_printed_somewhere() {
    let printed: Vec<String> = tables().iter().flat_map(|(_, rows)| rows).map(|row| key(&row.name)).collect();
    for indicator in REGISTRY.indicators() {
        for form in &indicator.forms {
            assert!(printed.contains(&key(form)), "{}: no table prints {form}", indicator.id);
        }
    }
    for name in &printed {
        let listed = REGISTRY.indicators().iter().any(|one| one.forms.iter().any(|form| key(form) == *name));
        assert!(listed, "no indicator lists {name}");
    }
}

/// Rows that stay in an indicator's list and cannot be compared, read off the seven tables by hand.
#[test]
fn unlike_rows_are_the_ones_the_tables_hold() {
    let expected = [
        "foshan 人均预期寿命（岁）（户籍人口）",
        "foshan 经常参加体育锻炼人数（万人）",
        "foshan 基层医疗卫生机构[含镇（街道）二级医院]诊疗量占总诊疗量比例",
        "qingyuan 抽烟人数占总人口的百分比不高于",
        "qingyuan 经常参加体育锻炼人数（万人）",
        "qingyuan 《国家学生体质健康标准》达标优秀率",
        "qingyuan 人群免费孕前优生健康检查覆盖率",
        "qingyuan 注册护士数",
        "qingyuan 全市中医执业医师每千服务人口",
        "qingyuan 孕产妇系统管理率及3岁以下儿童系统管理率",
        "qingyuan 重点行业企业职业健康检查开展率",
        "yunfu 国家和省卫生镇数量占比（%）",
        "xiangqiao 1 社会办医院床位占医院床位总数的比重（%）",
        "xiangqiao 2 二级及以上综合性医院(包括综合医院、中医院、中西医结合医院)设置老年医学科的比例",
        "zhongshan 1 高血压、糖尿病患者规范化管理率（%）",
        "zhongshan 1 公立医院住院床位数（张/千人口）",
        "zhongshan 1 全科医师（人/千人口）",
    ];
    let mut unlike = Vec::new();
    for (table, rows) in tables() {
        for row in rows {
            let found = REGISTRY.indicators().canonical(&row.name, row.unit.as_deref());
            if found.is_some_and(|found| found.unlike.is_some()) {
                unlike.push(format!("{table} {}", row.name));
            }
        }
    }
    assert_eq!(unlike, expected);
}

/// Cells as a person reads them: table, the start of the row's name, every value cell of the row.
const READ_BY_HAND: &[(&str, &str, &[&str])] = &[
    ("foshan", "人均预期寿命", &["= 80.47", "= 81.5", "= 82.5", "= 80", "= 79"]),
    ("foshan", "5岁以下", &["-", "≤ 7", "≤ 5", "= 5", "= 6"]),
    ("foshan", "城乡居民", &["> 90", "> 95", "≥ 96", "= 96", "= 92.2"]),
    ("foshan", "居民健康素养", &["= 10.4 @2016", "> 24", "> 35", "-", "= 30"]),
    ("foshan", "基层医疗", &["= 62.2", "≥ 65", "= 70", "-", "-"]),
    ("foshan", "重大慢性病", &["= 13.16", "↓ 10", "↓ 20", "↓ 20", "↓ 30"]),
    ("foshan", "个人卫生支出", &["-", "< 25", "< 24", "< 25", "≈ 25"]),
    ("foshan", "地表水", &["= 83.3", "= 83.3", "= 84.6", "> 86", "-"]),
    ("foshan", "道路交通", &["= 2.5", "= 2.125", "↓ 30", "↓ 30", "↓ 30"]),
    ("foshan", "健康服务业", &["-", "> 0.11", "> 0.21", "> 2", "= 16"]),
    ("qingyuan", "建设健康促进学校", &["-", "≥ 100", "-", "≥ 300", "-"]),
    ("qingyuan", "人均体育场地", &["-", "-", "-", "= 2.5", "-"]),
    ("qingyuan", "学生校内", &["-", "≥ 1", "-", "-", "-"]),
    ("qingyuan", "青少年学生", &["-", "-", "-", "≥ 3", "-"]),
    ("qingyuan", "《国家学生", &["-", "-", "-", "≥ 28", "-"]),
    ("qingyuan", "重大慢性病", &["↓ 10", "↓ 10", "↓ 20", "↓ 20", "↓ 30"]),
    ("qingyuan", "有康复需求", &["-", "≥ 70", "-", "≥ 80", "-"]),
    ("qingyuan", "个人卫生支出", &["< 25", "-", "< 25", "-", "≈ 25"]),
    ("qingyuan", "重点食品", &["-", "≥ 97", "-", "-", "-"]),
    ("qingyuan", "道路交通", &["↓ 6", "↓ 6", "↓ 30", "↓ 30", "↓ 30"]),
    ("qingyuan", "工伤保险", &["-", "-", "-", "-", "-"]),
    ("yunfu", "人均预期寿命", &["= 80.62", "-", "-"]),
    ("yunfu", "重大慢性病", &["= 13.02", "≤ 12.82", "≤ 11.39"]),
    ("yunfu", "建立并完善", &["-", "-", "-"]),
    ("yunfu", "二级以上", &["-", "≥ 50", "≥ 90"]),
    ("yunfu", "乡镇卫生院", &["-", "-", "-"]),
    ("yunfu", "以镇为单位", &["= 97.73", "> 90", "> 90"]),
    ("xiangqiao 1", "孕产妇死亡率", &["< 15", "= 0"]),
    ("xiangqiao 1", "因心脑血管", &["↓ 5", "= 13.37"]),
    ("xiangqiao 1", "院内感染", &["< 3.2", "-"]),
    ("xiangqiao 2", "15岁以上", &["-", "< 20"]),
    ("xiangqiao 2", "其中：每千", &["= 0.43", "= 0.62"]),
    ("xiangqiao 2", "每千人口拥有公共", &["= 0.34", "↑ 30"]),
    ("xiangqiao 2", "全省儿童", &["-", "↓ 0.5"]),
    ("zhongshan 1", "以镇（区）", &["> 95", "> 95"]),
    ("zhongshan 1", "高血压", &["-", "-"]),
    ("zhongshan 1", "医护比", &["-", "-"]),
    ("zhongshan 1", "医疗机构社会满意度", &["≥ 80", "= 89.28"]),
    ("zhongshan 1", "基本公共服务", &["≥ 80", "= 79"]),
    ("zhongshan 2", "国家卫生城市", &["= 51.2", "-", "-", "-"]),
    ("zhongshan 2", "每千人口公共", &["= 0.69", "↑ 30", "= 0.1", "↑ 30"]),
    ("zhongshan 2", "全省儿童", &["= 53", "↓ 0.5", "= 56", "↓ 0.5"]),
    ("zhongshan 2", "个人卫生支出", &["= 25.56 @2019", "≈ 25", "= 30.4", "≈ 25"]),
];

#[test]
fn cells_read_as_a_person_reads_them() {
    let tables = tables();
    for (label, start, expected) in READ_BY_HAND {
        let rows = tables.iter().filter(|(table, _)| table == label).flat_map(|(_, rows)| rows);
        let row = rows.clone().find(|row| row.name.starts_with(start)).expect("a row of this name");
        let read: Vec<String> = row.cells.iter().map(|cell| reading(cell)).collect();
        assert_eq!(read, *expected, "{label} {}: {:?}", row.name, row.cells);
    }
}

/// Every cell that gives no number is one of the words, dashes and pairs that a person finds in the tables.
#[test]
fn what_gives_no_number_holds_none() {
    let without: std::collections::BTreeSet<String> = tables()
        .into_iter()
        .flat_map(|(_, rows)| rows)
        .flat_map(|row| row.cells)
        .filter(|cell| reading(cell) == "-")
        .collect();
    let expected = [
        "",
        "-",
        "--",
        "100，70",
        "100，80",
        "1:1.24",
        "1：1.25",
        "62% 61.8%",
        "—",
        "——",
        "保持省内先进水平",
        "基本实现",
        "实现",
        "实现工伤保险法定人群参保全覆盖",
        "持续提升",
        "持续改善",
        "比全国平均水平高5个百分点",
        "继续加强",
        "维持",
        "达到省的指标要求",
        "达国家 60%要求",
    ];
    assert_eq!(without.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

/// Units and numbers of each table, counted apart from this code.
#[test]
fn the_units_and_numbers_of_each_table_add_up() {
    let expected = [
        ("foshan", 18, 79),
        ("qingyuan", 14, 65),
        ("yunfu", 31, 75),
        ("xiangqiao 1", 24, 49),
        ("xiangqiao 2", 18, 32),
        ("zhongshan 1", 24, 46),
        ("zhongshan 2", 20, 76),
    ];
    for ((table, rows), expected) in tables().iter().zip(expected) {
        let unit = |row: &&Printed| row.unit.is_some() || unit_of_name(&row.name).is_some();
        let units = rows.iter().filter(unit).count();
        assert_eq!(units, rows.iter().filter(|row| measure(&row.name, row.unit.as_deref()).is_some()).count());
        let numbers = rows.iter().flat_map(|row| &row.cells).filter(|cell| reading(cell) != "-").count();
        assert_eq!((*table, units, numbers), expected);
    }
}
