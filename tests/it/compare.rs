//! One indicator over all plans: what the seven printed tables say, read by hand, against what `compare` prints.

mod planted;

use std::collections::{BTreeSet, HashMap};
use std::process::Output;
use std::sync::{Arc, LazyLock};

use guihua::analysis::comparison::{self, CompareRow, Comparison, Origin};
use guihua::analysis::targets::target;
use guihua::dataset;
use guihua::model::{Dataset, Plan, Target};
use guihua::registry::Registry;
use guihua::registry::indicator::Direction;
use serde_json::Value;

static REGISTRY: LazyLock<Arc<Registry>> = LazyLock::new(dataset::registry);

fn run(arguments: &[&str]) -> Output {
    crate::program().arg("compare").args(arguments).output().expect("the program starts")
}

fn text(arguments: &[&str]) -> String {
    String::from_utf8(run(arguments).stdout).expect("UTF-8")
}

fn plans() -> Dataset {
    dataset::bundled().expect("the bundled plans are read")
}

/// The targets that the texts of the bundled plans state, by the id of the plan.
static TARGETS: LazyLock<HashMap<String, Vec<Target>>> = LazyLock::new(|| {
    let of_plan = |plan: &Plan| (plan.id.clone(), target::of_plan(plan, &REGISTRY, None));
    plans().plans.iter().map(of_plan).collect()
});

fn stated(plan: &str) -> &'static [Target] {
    TARGETS.get(plan).map_or(&[], Vec::as_slice)
}

fn of<'a>(dataset: &'a Dataset, name: &str) -> Comparison<'a> {
    let [indicator] = REGISTRY.indicators().resolve(name)[..] else { panic!("{name} is not one indicator") };
    comparison::by_id(dataset, &REGISTRY, &[], |plan| stated(plan), &indicator.id).expect("some plan lists it")
}

/// A row in one line: plan and lines, the values that are printed, whether it compares.
fn shown(one: &Comparison) -> Vec<String> {
    let row = |row: &CompareRow| {
        let values = row.values.iter().map(|value| {
            let year = value.year.map_or("?".to_owned(), |year| year.to_string());
            let own = if row.own_values().any(|own| own == value) { "" } else { value.scope.as_deref().unwrap_or("?") };
            format!("{own}{year}:{}", value.raw.as_deref().unwrap_or("空"))
        });
        let values: Vec<String> = values.collect();
        format!(
            "{} {} {} {}",
            row.table.unwrap_or(row.plan),
            row.lines[0],
            values.join(" "),
            if row.comparable { "可比" } else { "不可比" }
        )
    };
    one.rows.iter().filter(|row| row.source == Origin::Table).map(row).collect()
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
             国家2030:比2015年降低30％ 可比",
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
        let row = found.rows.iter().find(|row| row.table == Some(table)).expect("the table has the row");
        assert!(row.why_not.is_some_and(|why| why.get().contains(word)), "{name} {table}: {:?}", row.why_not);
    }
}

/// Years of baseline and target, and the change a year.
type Paces = &'static [(u16, u16, f64)];

/// Indicator, table, and the paces by hand: 13.54 → <10 over five years is -3.54 / 5.
#[test]
fn paces_are_those_worked_out_by_hand() {
    let cases: [(&str, &str, Paces); 15] = [
        // What is below the ceiling already is asked for nothing.
        ("婴儿死亡率", "foshan-2030/t1", &[]),
        ("婴儿死亡率", "yunfu-2030/t1", &[]),
        ("婴儿死亡率", "zhongshan-145/t2", &[]),
        // Worked out: 13.16 × 0.9 = 11.844, 13.16 × 0.8 = 10.528.
        ("重大慢性病过早死亡率", "foshan-2030/t1", &[(2015, 2020, -0.2632), (2015, 2030, -0.175_467)]),
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
        // 增长30% of 0.1 comes to 0.13.
        ("公共卫生人员数", "zhongshan-145/t2", &[(2020, 2025, 0.006)]),
    ];
    let dataset = plans();
    for (name, table, expected) in cases {
        let found = of(&dataset, name);
        let row = found.rows.iter().find(|row| row.table == Some(table)).expect("the table has the row");
        let paces: Vec<(u16, u16, f64)> =
            row.pace.iter().map(|pace| (pace.from.year, pace.to.year, pace.per_year)).collect();
        assert_eq!(paces, expected, "{name} {table}");
        for pace in &row.pace {
            let parts = [pace.from.number.to_string(), pace.to.number.to_string()];
            assert!(parts.iter().all(|part| pace.formula.contains(part)), "{}", pace.formula);
        }
    }
}

/// Indicator, and its ranked rows by the year of their last targets: year, rank, table or plan.
type Ranks = &'static [(u16, usize, &'static str)];

#[test]
fn strictness_is_the_bound_among_those_due_in_one_year() {
    let cases: [(&str, Ranks); 5] = [
        ("期望寿命", &[(2025, 1, "zhongshan-145/t2"), (2025, 2, "xiangqiao-145/t2")]),
        (
            "重大慢性病过早死亡率",
            &[
                (2025, 1, "xiangqiao-145/t2"),
                (2025, 1, "zhongshan-145/t2"),
                (2030, 1, "foshan-2030/t1"),
                (2030, 2, "yunfu-2030/t1"),
            ],
        ),
        (
            "婴儿死亡率",
            &[
                (2025, 1, "xiangqiao-145/t2"),
                (2025, 1, "zhongshan-145/t2"),
                (2030, 1, "foshan-2030/t1"),
                (2030, 2, "qingyuan-2030/t1"),
                (2030, 2, "yunfu-2030/t1"),
            ],
        ),
        // 达到2.6平方米 twice; 3, 2.8 and 2.5.
        (
            "人均体育场地面积",
            &[
                (2025, 1, "xiangqiao-145"),
                (2025, 1, "zhongshan-145"),
                (2030, 1, "foshan-2030"),
                (2030, 2, "yunfu-2030"),
                (2030, 3, "qingyuan-2030/t1"),
            ],
        ),
        ("医护比", &[]),
    ];
    let dataset = plans();
    for (name, expected) in cases {
        let found = of(&dataset, name);
        let of_row = |row: &CompareRow| Some((row.rank_year?, row.rank?, row.table.unwrap_or(row.plan).to_owned()));
        let mut ranked: Vec<(u16, usize, String)> = found.rows.iter().filter_map(of_row).collect();
        ranked.sort_unstable();
        let ranked: Vec<(u16, usize, &str)> =
            ranked.iter().map(|(year, rank, row)| (*year, *rank, row.as_str())).collect();
        assert_eq!(ranked, expected, "{name}");
    }
}

#[test]
fn every_row_of_every_table_is_in_one_comparison() {
    let dataset = plans();
    let all = comparison::all(&dataset, &REGISTRY, &[], |plan| stated(plan));
    let rows = all.iter().flat_map(|one| &one.rows).filter_map(|row| Some((row.table?, row.lines)));
    let compared: BTreeSet<(&str, [u32; 2])> = rows.collect();
    let printed: usize = dataset.plans.iter().flat_map(guihua::model::Plan::tables).map(|table| table.rows.len()).sum();
    assert_eq!(compared.len(), printed);
}

/// Counted without the rules of `compare`: whatever row of a table or target of the text the registry takes for an
/// indicator, and whatever name of two holds the indicator's own name.
#[test]
fn no_plan_that_prints_an_indicator_is_called_silent() {
    let dataset = plans();
    let all = comparison::all(&dataset, &REGISTRY, &[], |plan| stated(plan));
    let stated = target::all(&dataset, &REGISTRY, |_| None);
    // A short name (总人口) stands in the names of others too.
    let holds = |name: &str, indicator: &str| indicator.chars().count() > 4 && name.contains(indicator);
    let mut n_silent = 0;
    for one in &all {
        for silent in &one.silent {
            n_silent += 1;
            let plan = dataset.plan(silent).expect("a plan");
            let in_table = plan.tables().flat_map(|table| &table.rows).find(|row| {
                let found = REGISTRY.indicators().canonical(&row.name, row.unit.as_deref());
                found.is_some_and(|found| found.indicator.id == one.id) || holds(&row.name, one.indicator)
            });
            assert!(in_table.is_none(), "{silent} prints {} in {in_table:?}", one.indicator);
            let in_text = stated.iter().find(|target| {
                let is_it = target.indicator.as_deref() == Some(one.id) || target.metric.ends_with(one.indicator);
                target.plan == *silent && is_it && !target.deadline_only
            });
            assert!(in_text.is_none(), "{silent} states {} in {in_text:?}", one.indicator);
        }
    }
    assert!(n_silent > 100, "{n_silent}: most plans print few of all indicators");
    // A name that joins two counts for both, and so does a sentence.
    for (id, plan) in [
        ("diabetes-management", "zhongshan-145"),
        ("hypertension-management", "zhongshan-145"),
        ("child-management", "qingyuan-2030"),
        ("tuberculosis-incidence", "zhongshan-145"),
        ("adult-smoking", "foshan-2030"),
    ] {
        let one = all.iter().find(|one| one.id == id).expect("it is compared");
        assert!(one.rows.iter().any(|row| row.plan == plan) && !one.silent.contains(&plan), "{id} {plan}");
    }
}

#[test]
fn nothing_finished_is_ranked_and_nothing_met_has_a_pace() {
    let dataset = plans();
    let (mut n_finished, mut n_met) = (0, 0);
    for one in comparison::all(&dataset, &REGISTRY, &[], |plan| stated(plan)) {
        for row in &one.rows {
            let has_actual = row.own_values().any(|value| value.kind == Some(guihua::model::ValueKind::Actual));
            n_finished += usize::from(has_actual);
            assert!(!has_actual || (row.rank.is_none() && row.pace.is_empty()), "{} {row:?}", one.indicator);
            n_met += row.met.len();
            for pace in &row.pace {
                // Whoever starts on the good side of the number is asked for nothing.
                let is_better = match one.direction {
                    Some(Direction::Up) => pace.from.number > pace.to.number,
                    Some(Direction::Down) => pace.from.number < pace.to.number,
                    None => false,
                };
                assert!(!is_better, "{} {pace:?}", one.indicator);
            }
        }
        let mut ranks: Vec<(u16, u16)> = Vec::new();
        for row in one.rows.iter().filter(|row| row.rank.is_some()) {
            let own = row.own_values().filter(|value| value.kind == Some(guihua::model::ValueKind::Target));
            ranks.push((row.rank_year.expect("a year"), own.filter_map(|value| value.year).max().expect("a year")));
        }
        assert!(ranks.iter().all(|(said, last)| said == last), "{} {ranks:?}", one.indicator);
    }
    assert!(n_finished > 20 && n_met > 20, "{n_finished} {n_met}: the five plans hold many of both");
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
    assert!(page.contains("已达标、须保持：目标为上限 不超过 3，基期 2.25（2015年）已达到"), "{page}");
    assert!(!page.contains("每年 +"), "no infant is asked to die: {page}");
    let page = text(&["期望寿命"]);
    assert!(page.contains("(82 - 81.08) / (2025 - 2020) = +0.184"), "the formula is shown: {page}");
    assert!(page.contains("其余未注明口径") && !page.contains("常住"), "{page}");
    let page = text(&["15岁以上人群吸烟率"]);
    assert!(page.contains("佛山〔正文〕") && !page.contains("规划未列"), "{page}");
    let page = text(&["经常参加体育锻炼人数"]);
    assert_eq!(page.matches("规划未列").count(), 2, "{page}");
    assert!(page.contains("不可比：") && page.contains("不推算"), "{page}");
    assert!(!page.contains("(550"), "no pace for an unlike row");
}

#[test]
fn the_chart_has_years_below_and_reads_without_colour() {
    let page = text(&["重大慢性病过早死亡率"]);
    let chart: Vec<&str> = page.lines().skip_while(|line| !line.starts_with("图")).skip(1).take(11).collect();
    assert!(chart.iter().all(|line| line.is_ascii()) && !page.contains('\u{1b}'), "{page}");
    let place = |line: &str, sign: &str| line.find(sign).unwrap_or_else(|| panic!("no {sign} in {line}\n{page}"));
    let years = chart[10];
    // 湘桥 and 中山 both aim at 10 in 2025, at the lower edge; 佛山 starts in 2015, at the left.
    assert!(chart[8].trim_start().starts_with("10 |") && chart[0].trim_start().starts_with("13.54 |"), "{page}");
    assert_eq!(place(chart[8], "*"), place(years, "2025") + 2, "{page}");
    assert_eq!(place(chart[1], "a"), place(years, "2015") + 2, "{page}");
    for legend in
        ["A 佛山　13.16 (2015)，比2015年降低10％ ≈11.844 (2020)", "B 湘桥（征求意见稿）　13.37 (2020)，<10 (2025)"]
    {
        assert!(page.contains(legend), "{page}");
    }
}

#[test]
fn the_grid_has_years_across_and_a_reason_below_each_unlike_row() {
    let page = text(&["重大慢性病过早死亡率"]);
    let heads = page.lines().find(|line| line.starts_with("规划")).expect("heads");
    assert_eq!(
        heads.split_whitespace().collect::<Vec<_>>(),
        ["规划", "2015年", "2020年", "2022年", "2025年", "2030年"]
    );
    for name in REGISTRY.indicators().iter().map(|indicator| indicator.id.as_str()) {
        let page = text(&[name]);
        let grid = page.lines().take_while(|line| !line.starts_with("原文写法"));
        let grid: Vec<&str> = grid.collect();
        let n_unlike = grid.iter().filter(|line| line.ends_with("  不可比")).count();
        let n_reasons = grid.iter().filter(|line| line.trim_start().starts_with("不可比：")).count();
        assert_eq!(n_unlike, n_reasons, "{page}");
    }
}

#[test]
fn numbers_of_a_workbook_are_numbers_with_their_signs_beside() {
    use calamine::{Data, Reader};
    let folder = std::env::temp_dir().join(format!("guihua-compare-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("对照.xlsx");
    let output = run(&["婴儿死亡率", "-o", file.to_str().expect("UTF-8"), "--force"]);
    assert!(output.status.success(), "{output:?}");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&file).expect("a workbook");
    let sheets: Vec<_> = book.sheet_names();
    let range = book.worksheet_range(&sheets[0]).expect("a sheet");
    let rows: Vec<&[Data]> = range.rows().collect();
    let heads_at = rows.iter().position(|row| row[0] == "规划").expect("heads");
    let heads: Vec<String> = rows[heads_at].iter().map(ToString::to_string).collect();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("{name}: {heads:?}"));
    let (target, sign) = (column("2030年目标"), column("2030年目标 比较符"));
    let foshan = rows.iter().find(|row| row[0] == "佛山").expect("佛山");
    assert_eq!((&foshan[target], foshan[sign].to_string()), (&Data::Float(3.0), "≤".to_owned()));
    assert_eq!(foshan[column("2015年基期")], Data::Float(2.25));
    assert!(!rows.iter().flat_map(|row| row.iter()).any(|cell| cell.to_string().contains("目标 ≤")));
    std::fs::remove_dir_all(&folder).expect("removed");
    let csv = text(&["婴儿死亡率", "--format", "csv"]);
    assert!(csv.lines().nth(1).is_some_and(|line| line.starts_with("佛山,指标表,") && line.contains(",≤3,")), "{csv}");
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
