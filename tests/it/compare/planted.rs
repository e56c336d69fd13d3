//! Plans of invented places, each kind with its twins in other words, written before the rules that compare them. What is
//! expected was worked out by hand from the texts below.

use std::collections::HashMap;

use guihua::analysis::comparison;
use guihua::analysis::targets::target;
use guihua::model::{Dataset, Lines, Plan, Target};
use serde_json::Value;

use crate::fixtures::import;
use crate::registry::REGISTRY;

/// A table that looks forward, another that looks back, and targets in the text alone.
const HEDONG: &str = "\
河东市卫生健康“十五五”规划

为建设健康河东，制定本规划。规划期限为2026至2030年。

一、发展基础

河东市“十四五”卫生健康主要指标完成情况
序号\t指标\t单位\t2025年规划目标\t2025年完成值
1\t婴儿死亡率\t‰\t<3\t1.9
2\t孕产妇死亡率\t/10万\t<8\t5.1
3\t高血压和糖尿病患者规范管理率\t%\t70\t71.2 69.5
4\t居民健康素养水平\t%\t≥30\t34.1

二、总体要求

河东市“十五五”卫生健康主要指标
序号\t指标\t单位\t2025年\t2030年目标\t指标性质
1\t人均预期寿命（户籍人口）\t岁\t80.2\t82\t预期性
2\t婴儿死亡率\t‰\t1.9\t<3\t预期性
3\t孕产妇死亡率\t/10万\t5.1\t≤8\t预期性
4\t居民健康素养水平\t%\t34.1\t≥40\t预期性
5\t重大慢性病过早死亡率\t%\t12.5\t较2025年降低20%\t预期性
6\t每千人口公共卫生人员数\t人\t0.80\t增长25%\t预期性
7\t个人卫生支出占卫生总费用比重\t%\t27\t25左右\t约束性
8\t产前筛查率\t%\t96.5\t≥85\t预期性
9\t儿童青少年总体近视率\t%\t52\t每年降低0.5个百分点\t约束性
10\t社会办医疗机构床位数比例\t%\t24\t提高3个百分点\t预期性
11\t院内感染发病率、30天再住院率\t%\t2.1\t2\t预期性

三、主要任务

（一）全民健身行动

到2030年，全市人均体育场地面积达到3平方米以上。

（二）控烟行动

到2028年和2030年，全市15岁以上人群吸烟率分别控制在22%以内和20%以内。

（三）慢病防治行动

到2030年，总体癌症5年生存率不低于46.6%。
";

/// Targets for two years, a base that the row does not print, and a row for two indicators in other words.
const LIYANG: &str = "\
健康澧阳2035行动方案

为落实健康中国战略，制定本方案，实施期限为2026至2035年。

一、总体目标

健康澧阳2035主要指标
序号\t指标\t单位\t2025年\t2030年目标\t2035年目标\t指标性质
1\t人均预期寿命\t岁\t79.1\t80\t81.5\t预期性
2\t婴儿死亡率\t‰\t3.6\t≤3\t≤3\t预期性
3\t孕产妇死亡率\t/10万\t9.7\t<9\t<8\t预期性
4\t居民健康素养水平\t%\t28.0\t40\t≥50\t预期性
5\t重大慢性病过早死亡率\t%\t—\t比2020年下降15%\t比2020年下降25%\t预期性
6\t孕产妇系统管理率和3岁以下儿童系统管理率\t%\t93\t≥95\t≥96\t预期性
7\t个人卫生支出占卫生总费用比重\t%\t28.5\t26\t25\t约束性
8\t道路交通事故万车死亡率\t人/万车\t2.0\t1.8\t在2025年基础上下降30%\t预期性

二、主要任务

（一）心肺健康行动

到2030年，高血压、糖尿病患者规范管理率达到75%以上。
";

/// A third place, whose bounds equal those of the first by another sign or another year.
const SHAXI: &str = "\
沙溪县卫生健康“十五五”规划（征求意见稿）

为建设健康沙溪，制定本规划。规划期限为2026至2030年。

一、总体要求

沙溪县“十五五”卫生健康主要指标
序号\t指标\t单位\t2025年\t2030年目标\t指标性质
1\t人均预期寿命\t岁\t78\t79.5\t预期性
2\t婴儿死亡率\t‰\t4.2\t≤3\t预期性
3\t孕产妇死亡率\t/10万\t10.2\t8\t预期性
4\t居民健康素养水平\t%\t25\t>40\t预期性
5\t个人卫生支出占卫生总费用比重\t%\t29\t≤25\t约束性
6\t农村适龄妇女宫颈癌和乳腺癌筛查覆盖率\t%\t60\t≥85\t预期性
";

/// The comparison of an indicator over the three places, as `compare` prints it in JSON.
fn compared(id: &str) -> Value {
    let texts = [("hedong-155.txt", HEDONG), ("liyang-2035.txt", LIYANG), ("shaxi-155.txt", SHAXI)];
    let plans = texts.map(|(file, text)| import(file, text)).into_iter().collect::<Vec<_>>();
    let dataset = Dataset { schema: 0, plans: plans.into_iter().collect(), departments: Lines::default() };
    let of_plan = |plan: &Plan| (plan.id.clone(), target::of_plan(plan, &REGISTRY, None));
    let targets: HashMap<String, Vec<Target>> = dataset.plans.iter().map(of_plan).collect();
    let stated = |plan: &str| targets.get(plan).map_or(&[] as &[Target], Vec::as_slice);
    let one = comparison::by_id(&dataset, &REGISTRY, &[], stated, id);
    one.map_or(Value::Null, |one| serde_json::to_value(&one).expect("JSON"))
}

/// The rows of a comparison, each with its plan's stem.
fn rows(one: &Value) -> Vec<(String, &Value)> {
    let rows = one["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
    rows.iter()
        .map(|row| (row["plan"].as_str().unwrap_or_default().replace("-155", "").replace("-2035", ""), row))
        .collect()
}

/// Says what failed of many cases at once, with how many were right.
fn all_right(what: &str, failed: &[String], n_cases: usize) {
    assert!(failed.is_empty(), "{what}: {} of {n_cases} right\n{}", n_cases - failed.len(), failed.join("\n"));
}

/// Indicator, and the plans that print it nowhere.
#[test]
fn only_a_plan_that_prints_it_nowhere_is_silent() {
    let cases: [(&str, &[&str]); 11] = [
        ("sports-area", &["liyang-2035", "shaxi-155"]),
        ("adult-smoking", &["liyang-2035", "shaxi-155"]),
        ("cancer-five-year-survival", &["liyang-2035", "shaxi-155"]),
        ("hypertension-management", &["shaxi-155"]),
        ("diabetes-management", &["shaxi-155"]),
        ("maternal-management", &["hedong-155", "shaxi-155"]),
        ("child-management", &["hedong-155", "shaxi-155"]),
        ("hospital-infection", &["liyang-2035", "shaxi-155"]),
        ("readmission-30-day", &["liyang-2035", "shaxi-155"]),
        ("womens-cancer-screening", &["hedong-155", "liyang-2035"]),
        ("infant-mortality", &[]),
    ];
    let mut failed = Vec::new();
    for (id, silent) in cases {
        let one = compared(id);
        if one["silent"] != serde_json::json!(silent) {
            failed.push(format!("{id}: {} instead of {silent:?}", one["silent"]));
        }
    }
    all_right("silent plans", &failed, cases.len());
}

/// Indicator, plan, and where its row stands.
#[test]
fn a_row_says_whether_table_or_text_prints_it() {
    let cases = [
        ("sports-area", "hedong", "text", 3.0),
        ("adult-smoking", "hedong", "text", 22.0),
        ("cancer-five-year-survival", "hedong", "text", 46.6),
        ("hypertension-management", "liyang", "text", 75.0),
        ("diabetes-management", "liyang", "text", 75.0),
        ("infant-mortality", "shaxi", "table", 4.2),
    ];
    let mut failed = Vec::new();
    for (id, plan, source, number) in cases {
        let one = compared(id);
        let found = rows(&one).into_iter().any(|(of, row)| {
            of == plan && row["source"] == source && row["values"][0]["number"] == serde_json::json!(number)
        });
        if !found {
            failed.push(format!("{id} {plan}: no row of the {source} with {number}"));
        }
    }
    all_right("sources", &failed, cases.len());
}

/// Indicator, plan, and the change a year of each target that asks for one.
#[test]
fn a_bound_that_is_met_asks_for_nothing() {
    let cases: [(&str, &str, &[f64]); 10] = [
        ("infant-mortality", "hedong", &[]),
        ("maternal-mortality", "hedong", &[]),
        ("prenatal-screening", "hedong", &[]),
        ("infant-mortality", "liyang", &[-0.12, -0.06]),
        ("infant-mortality", "shaxi", &[-0.24]),
        ("health-literacy", "hedong", &[1.18]),
        ("out-of-pocket", "hedong", &[-0.4]),
        // What is worked out below counts as a target: 12.5 × 0.8 = 10, 0.8 × 1.25 = 1, 52 - 2.5 = 49.5.
        ("premature-ncd-mortality", "hedong", &[-0.5]),
        ("public-health-staff", "hedong", &[0.04]),
        ("child-myopia", "hedong", &[-0.5]),
    ];
    let mut failed = Vec::new();
    for (id, plan, expected) in cases {
        let one = compared(id);
        let paces: Vec<f64> = rows(&one)
            .into_iter()
            .filter(|(of, _)| of == plan)
            .flat_map(|(_, row)| row["pace"].as_array().cloned().unwrap_or_default())
            .filter_map(|pace| pace["per_year"].as_f64())
            .collect();
        if paces != expected {
            failed.push(format!("{id} {plan}: {paces:?} instead of {expected:?}"));
        }
    }
    all_right("paces", &failed, cases.len());
}

/// The ranked rows of an indicator: plan, year of the last target, rank.
type Ranks = &'static [(&'static str, u16, u64)];

#[test]
fn bounds_are_ordered_within_a_year() {
    let cases: [(&str, Ranks); 5] = [
        // <3 before ≤3; 澧阳 aims at 2035, alone.
        ("infant-mortality", &[("hedong", 2030, 1), ("shaxi", 2030, 2)]),
        // ≤8 and the plain 8 of what should fall are equal.
        ("maternal-mortality", &[("hedong", 2030, 1), ("shaxi", 2030, 1)]),
        ("health-literacy", &[("shaxi", 2030, 1), ("hedong", 2030, 2)]),
        // ≤25 before 25左右.
        ("out-of-pocket", &[("shaxi", 2030, 1), ("hedong", 2030, 2)]),
        // Registered population does not compare, and 2035 is another year.
        ("life-expectancy", &[]),
    ];
    let mut failed = Vec::new();
    for (id, expected) in cases {
        let one = compared(id);
        let mut ranked: Vec<(u64, String, u16)> = rows(&one)
            .into_iter()
            .filter_map(|(plan, row)| {
                let targets = row["values"].as_array()?.iter().filter(|value| value["kind"] == "target");
                let year = targets.filter_map(|value| value["year"].as_u64()).max()?;
                Some((row["rank"].as_u64()?, plan, u16::try_from(year).ok()?))
            })
            .collect();
        ranked.sort_by_key(|(rank, ..)| *rank);
        let ranked: Vec<(&str, u16, u64)> =
            ranked.iter().map(|(rank, plan, year)| (plan.as_str(), *year, *rank)).collect();
        if ranked != expected {
            failed.push(format!("{id}: {ranked:?} instead of {expected:?}"));
        }
    }
    all_right("orders", &failed, cases.len());
}

/// Indicator, plan, and the values worked out from relative targets.
#[test]
fn relative_targets_are_worked_out_where_their_base_stands() {
    let cases: [(&str, &str, &[f64]); 6] = [
        ("premature-ncd-mortality", "hedong", &[10.0]),
        ("public-health-staff", "hedong", &[1.0]),
        ("child-myopia", "hedong", &[49.5]),
        ("private-bed-share", "hedong", &[27.0]),
        ("road-deaths", "liyang", &[1.4]),
        ("premature-ncd-mortality", "liyang", &[]),
    ];
    let mut failed = Vec::new();
    for (id, plan, expected) in cases {
        let one = compared(id);
        let worked: Vec<f64> = rows(&one)
            .into_iter()
            .filter(|(of, _)| of == plan)
            .flat_map(|(_, row)| row["worked_out"].as_array().cloned().unwrap_or_default())
            .filter_map(|value| value["number"].as_f64())
            .collect();
        let comparable = rows(&one).iter().any(|(of, row)| of == plan && row["comparable"] == true);
        if worked != expected || comparable == expected.is_empty() {
            failed.push(format!("{id} {plan}: {worked:?}, comparable {comparable}, instead of {expected:?}"));
        }
    }
    all_right("worked out", &failed, cases.len());
}

#[test]
fn no_population_is_invented() {
    let one = compared("life-expectancy");
    let why: Vec<&str> = rows(&one).iter().filter_map(|(_, row)| row["why_not"].as_str()).collect();
    assert!(why.iter().all(|why| why.contains("户籍") && !why.contains("常住")) && why.len() == 1, "{why:?}");
}
