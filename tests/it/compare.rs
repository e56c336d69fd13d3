//! One indicator over all plans: what the seven printed tables say, read by hand, against what `compare` prints.

mod planted;

use std::process::{Command, Output};
use std::sync::{Arc, LazyLock};

use guihua::analysis::comparison::{self, Comparison};
use guihua::dataset;
use guihua::model::Dataset;
use guihua::registry::Registry;
use serde_json::Value;

static REGISTRY: LazyLock<Arc<Registry>> = LazyLock::new(dataset::registry);

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_guihua")).arg("compare").args(arguments).output().expect("the program starts")
}

fn text(arguments: &[&str]) -> String {
    String::from_utf8(run(arguments).stdout).expect("UTF-8")
}

fn plans() -> Dataset {
    dataset::bundled().expect("the bundled plans are read")
}

fn of<'a>(dataset: &'a Dataset, name: &str) -> Comparison<'a> {
    let [indicator] = REGISTRY.indicators().resolve(name)[..] else { panic!("{name} is not one indicator") };
    compare::by_id(dataset, &REGISTRY, &[], &indicator.id).expect("some plan lists it")
}

/// A row in one line: plan and lines, the values that are printed, whether it compares.
fn shown(one: &Comparison) -> Vec<String> {
    let row = |row: &compare::CompareRow| {
        let values = row.values.iter().map(|value| {
            let year = value.year.map_or("?".to_owned(), |year| year.to_string());
            let own = if row.own_values().any(|own| own == value) { "" } else { value.scope.as_deref().unwrap_or("?") };
            format!("{own}{year}:{}", value.raw.as_deref().unwrap_or("空"))
        });
        let values: Vec<String> = values.collect();
        format!(
            "{} {} {} {}",
            row.table,
            row.lines[0],
            values.join(" "),
            if row.comparable { "可比" } else { "不可比" }
        )
    };
    one.rows.iter().map(row).collect()
}

/// The indicator by any of its names, its rows as printed in the tables, and the plans without one.
const TABLES: [(&str, &[&str], &[&str]); 6] = [
    (
        "婴儿死亡率",
        &[
            "foshan-2030/t1 50 2015:2.25 2020:≤3 2030:≤3 广东省2030:4 国家2030:5 可比",
            "qingyuan-2030/t1 340 广东省2020:6 2020:6 广东省2030:4 2030:4 国家2030:5 可比",
            "xiangqiao-145/t1 111 2020:<6 2020:0.35 可比",
            "xiangqiao-145/t2 192 2020:0.35 2025:<3 可比",
            "yunfu-2030/t1 35 2020:2.32 2022:6 2030:4 可比",
            "zhongshan-145/t1 140 2020:<3 2020:1.69 可比",
            "zhongshan-145/t2 235 广东省2020:2.13 广东省2025:<3 2020:1.69 2025:<3 可比",
        ],
        &[],
    ),
    (
        // 期望寿命 in one table of 中山; registered population in 佛山.
        "期望寿命",
        &[
            "foshan-2030/t1 39 2015:80.47 2020:81.5 2030:82.5 广东省2030:80 国家2030:79 不可比",
            "qingyuan-2030/t1 330 广东省2020:77.8 2020:77.8 广东省2030:80 2030:80 国家2030:79 可比",
            "xiangqiao-145/t1 109 2020:77.5 2020:79.1 可比",
            "xiangqiao-145/t2 188 2020:79.1 2025:79.7 可比",
            "yunfu-2030/t1 29 2020:80.62 2022:保持省内先进水平 2030:保持省内先进水平 可比",
            "zhongshan-145/t1 139 2020:≥78.85 2020:81.08 可比",
            "zhongshan-145/t2 233 广东省2020:78.4 广东省2025:>79 2020:81.08 2025:82 可比",
        ],
        &[],
    ),
    (
        // 万人 beside %.
        "经常参加体育锻炼人数",
        &[
            "foshan-2030/t1 95 2015:445.8 2020:485 2030:550 广东省2030:5000 国家2030:53000 不可比",
            "qingyuan-2030/t1 439 广东省2020:4500 2020:170 广东省2030:5000 2030:185 国家2030:53000 不可比",
            "yunfu-2030/t1 70 2020:— 2022:≥39.5 2030:≥42 可比",
        ],
        &["xiangqiao-145", "zhongshan-145"],
    ),
    (
        // 优秀率 beside 优良率.
        "学生体质优良率",
        &[
            "qingyuan-2030/t1 491 广东省2020:空 2020:达到省的指标要求 广东省2030:空 2030:28%以上 国家2030:空 不可比",
            "yunfu-2030/t1 133 2020:— 2022:≥50 2030:≥60 可比",
        ],
        &["foshan-2030", "xiangqiao-145", "zhongshan-145"],
    ),
    (
        // Per 1,000 beside per 10,000.
        "每万人口全科医生数",
        &[
            "xiangqiao-145/t1 132 2020:3 2020:3.82 可比",
            "xiangqiao-145/t2 202 2020:3.82 2025:4 可比",
            "zhongshan-145/t1 149 2020:>0.3 2020:0.26 不可比",
            "zhongshan-145/t2 249 广东省2020:3.13 广东省2025:4 2020:2.6 2025:4 可比",
        ],
        &["foshan-2030", "qingyuan-2030", "yunfu-2030"],
    ),
    (
        // Relative beside absolute targets, in one plan even.
        "重大慢性病过早死亡率",
        &[
            "foshan-2030/t1 113 2015:13.16 2020:比2015年降低10％ 2030:比2015年降低20％ 广东省2030:比2015年降低20％ \
             国家2030:比2015年降低30％ 不可比",
            "qingyuan-2030/t1 499 广东省2020:比2015年降低10% 2020:比2015年降低10% 广东省2030:比2015年降低20% \
             2030:比2015年降低20% 国家2030:比2015年降低30% 不可比",
            "xiangqiao-145/t1 117 2020:比2015年降低5% 2020:13.37 不可比",
            "xiangqiao-145/t2 194 2020:13.37 2025:<10 可比",
            "yunfu-2030/t1 77 2020:13.02 2022:≤12.82 2030:≤11.39 可比",
            "zhongshan-145/t2 237 广东省2020:11.95 广东省2025:<10 2020:13.54 2025:<10 可比",
        ],
        &[],
    ),
];

#[test]
fn the_rows_of_all_tables_come_together() {
    let dataset = plans();
    for (name, rows, silent) in TABLES {
        let found = of(&dataset, name);
        let printed: Vec<String> = shown(&found).iter().map(|row| row.replace('\n', "")).collect();
        assert_eq!(printed, rows, "{name}");
        assert_eq!(found.silent, silent, "{name}");
        for row in &found.rows {
            assert_eq!(row.comparable, row.why_not.is_none(), "{name}");
            assert!(
                row.comparable || (row.pace.is_empty() && row.rank.is_none()),
                "{name}: worked out for an unlike row"
            );
        }
    }
}

#[test]
fn the_reasons_are_those_of_the_rows() {
    let cases = [
        ("期望寿命", "foshan-2030/t1", "户籍"),
        ("经常参加体育锻炼人数", "foshan-2030/t1", "万人"),
        ("经常参加体育锻炼人数", "qingyuan-2030/t1", "万人"),
        ("学生体质优良率", "qingyuan-2030/t1", "优秀率"),
        ("每万人口全科医生数", "zhongshan-145/t1", "每千人口"),
        ("重大慢性病过早死亡率", "xiangqiao-145/t1", "相对"),
    ];
    let dataset = plans();
    for (name, table, word) in cases {
        let found = of(&dataset, name);
        let row = found.rows.iter().find(|row| row.table == table).expect("the table has the row");
        assert!(row.why_not.is_some_and(|why| why.contains(word)), "{name} {table}: {:?}", row.why_not);
    }
}

/// Years of baseline and target, and the change a year.
type Paces = &'static [(u16, u16, f64)];

/// Indicator, table, and the paces by hand: 13.54 → <10 over five years is -3.54 / 5.
#[test]
fn paces_are_those_worked_out_by_hand() {
    let cases: [(&str, &str, Paces); 14] = [
        ("婴儿死亡率", "foshan-2030/t1", &[(2015, 2020, 0.15), (2015, 2030, 0.05)]),
        ("婴儿死亡率", "yunfu-2030/t1", &[(2020, 2022, 1.84), (2020, 2030, 0.168)]),
        ("婴儿死亡率", "zhongshan-145/t2", &[(2020, 2025, 0.262)]),
        ("婴儿死亡率", "qingyuan-2030/t1", &[]),
        ("婴儿死亡率", "zhongshan-145/t1", &[]),
        ("期望寿命", "xiangqiao-145/t2", &[(2020, 2025, 0.12)]),
        ("期望寿命", "zhongshan-145/t2", &[(2020, 2025, 0.184)]),
        ("期望寿命", "yunfu-2030/t1", &[]),
        ("期望寿命", "foshan-2030/t1", &[]),
        ("每万人口全科医生数", "xiangqiao-145/t2", &[(2020, 2025, 0.036)]),
        ("重大慢性病过早死亡率", "zhongshan-145/t2", &[(2020, 2025, -0.708)]),
        ("重大慢性病过早死亡率", "yunfu-2030/t1", &[(2020, 2022, -0.1), (2020, 2030, -0.163)]),
        // The baseline is of 2016, as the remark in its cell says: 13.6 / 4, 24.6 / 14.
        ("居民健康素养水平", "foshan-2030/t1", &[(2016, 2020, 3.4), (2016, 2030, 1.757_143)]),
        // The row's target is 增长30%: relative, so no pace.
        ("公共卫生人员数", "zhongshan-145/t2", &[]),
    ];
    let dataset = plans();
    for (name, table, expected) in cases {
        let found = of(&dataset, name);
        let row = found.rows.iter().find(|row| row.table == table).expect("the table has the row");
        let paces: Vec<(u16, u16, f64)> =
            row.pace.iter().map(|pace| (pace.from.year, pace.to.year, pace.per_year)).collect();
        assert_eq!(paces, expected, "{name} {table}");
        for pace in &row.pace {
            let parts = [pace.from.number.to_string(), pace.to.number.to_string()];
            assert!(parts.iter().all(|part| pace.formula.contains(part)), "{}", pace.formula);
        }
    }
}

#[test]
fn ambition_is_the_level_and_then_the_pace() {
    // The tables in the order of their last targets; ≤3 and <3 of infants differ by what they ask for a year.
    let cases: [(&str, &[&str]); 3] = [
        ("期望寿命", &["zhongshan-145/t2", "qingyuan-2030/t1", "xiangqiao-145/t2"]),
        ("重大慢性病过早死亡率", &["zhongshan-145/t2", "xiangqiao-145/t2", "yunfu-2030/t1"]),
        (
            "婴儿死亡率",
            &["foshan-2030/t1", "zhongshan-145/t2", "xiangqiao-145/t2", "yunfu-2030/t1", "qingyuan-2030/t1"],
        ),
    ];
    let dataset = plans();
    for (name, expected) in cases {
        let found = of(&dataset, name);
        let mut ranked: Vec<(usize, &str)> = found.rows.iter().filter_map(|row| Some((row.rank?, row.table))).collect();
        ranked.sort_unstable();
        assert_eq!(ranked.iter().map(|(_, table)| *table).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn every_row_of_every_table_is_in_one_comparison() {
    let dataset = plans();
    let compared: usize = compare::all(&dataset, &REGISTRY, &[]).iter().map(|one| one.rows.len()).sum();
    let printed: usize = dataset.plans.iter().flat_map(guihua::model::Plan::tables).map(|table| table.rows.len()).sum();
    assert_eq!(compared, printed);
}

#[test]
fn the_json_is_the_contracts() {
    let output = run(&["婴儿死亡率", "--format", "json"]);
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).expect("one JSON array");
    assert_eq!(found.len(), 1);
    for field in ["indicator", "unit", "direction", "rows"] {
        assert!(found[0].get(field).is_some(), "no {field}");
    }
    for row in found[0]["rows"].as_array().expect("a list") {
        for field in ["plan", "table", "name", "lines", "values", "comparable", "why_not"] {
            assert!(row.get(field).is_some(), "no {field}");
        }
        for field in ["header", "scope", "year", "kind", "raw", "comparator", "number"] {
            assert!(row["values"][0].get(field).is_some(), "no {field}");
        }
    }
    let all: Vec<Value> = serde_json::from_slice(&run(&["--format", "json"]).stdout).expect("one JSON array");
    assert!(all.len() > 50, "without a name every indicator is listed");
}

#[test]
fn the_page_says_what_is_ours_and_what_a_plan_is() {
    let page = text(&["婴儿死亡率"]);
    for word in ["推算", "(82", "湘桥（征求意见稿）", "湘桥是区县级规划", "越低越好", "广东省", "国家"]
    {
        assert_eq!(page.contains(word), word != "(82", "{word}");
    }
    assert!(page.contains("(3 - 2.25) / (2030 - 2015) = +0.05"), "the formula is shown");
    let page = text(&["经常参加体育锻炼人数"]);
    assert_eq!(page.matches("规划未列").count(), 2, "{page}");
    assert!(page.contains("不可比：") && page.contains("不推算"), "{page}");
    assert!(!page.contains("(550"), "no pace for an unlike row");
}

#[test]
fn the_chart_lines_up_and_reads_without_colour() {
    use guihua::text::width::Width;
    let page = text(&["重大慢性病过早死亡率"]);
    let chart: Vec<&str> = page.lines().skip_while(|line| !line.starts_with("图")).skip(2).collect();
    // 10 at the left edge and 13.54 at the right: 中山 goes from edge to edge.
    let marks: Vec<(usize, usize)> = chart
        .iter()
        .map(|line| {
            let place = |mark: char| line.split_once(mark).map(|(before, _)| Width::Narrow.of(before));
            (place('o').expect("a baseline"), place('*').expect("a last target"))
        })
        .collect();
    assert_eq!(marks.len(), 3, "{page}");
    let [xiangqiao, yunfu, zhongshan] = marks[..] else { panic!("three lines") };
    assert_eq!(zhongshan.0 - zhongshan.1, 59, "edge to edge");
    assert_eq!(xiangqiao.1, zhongshan.1, "both aim at 10");
    assert!(yunfu.1 > zhongshan.1 && yunfu.0 < xiangqiao.0 && xiangqiao.0 < zhongshan.0, "{page}");
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn names_that_mean_none_or_several() {
    let cases = [
        ("死亡率", 2, "婴儿死亡率"),
        ("婴儿死忙率", 2, "相近的有：婴儿死亡率"),
        ("量子纠缠", 2, "没有名为"),
        ("infant-mortality", 0, ""),
        ("疫苗", 0, ""),
    ];
    for (name, status, message) in cases {
        let output = run(&[name]);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(status), "{name}: {said}");
        assert!(said.contains(message) && said.lines().count() <= 1, "{name}: {said}");
    }
    assert_eq!(run(&["婴儿死亡率", "--nature", "倡导性"]).status.code(), Some(1));
    let binding = text(&["婴儿死亡率", "--nature", "约束性", "--format", "csv"]);
    assert_eq!(binding.lines().count(), 2, "{binding}");
}
