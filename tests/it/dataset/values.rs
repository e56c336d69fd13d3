//! Whose values the tables hold, of which year and of which kind; and the facts of the five plans.
//!
//! Written from the texts by reading. The cells themselves are proved by `whole`.

use guihua::model::ColumnRole;
use guihua::model::ValueKind::{self, Actual, Baseline, Target};

use super::{DATASET, plans};

/// A table: its id, how many indicators it has, and its columns of values: header, whose, year, kind.
type Expected = (&'static str, usize, &'static [(&'static str, &'static str, u16, ValueKind)]);

const TABLES: [Expected; 7] = [
    (
        "foshan-2030/t1",
        19,
        &[
            ("2015年", "佛山市", 2015, Baseline),
            ("2020年", "佛山市", 2020, Target),
            ("2030年", "佛山市", 2030, Target),
            ("2030年广东省指标值", "广东省", 2030, Target),
            ("2030年国家指标值", "国家", 2030, Target),
        ],
    ),
    (
        "qingyuan-2030/t1",
        46,
        &[
            ("2020年（广东）", "广东省", 2020, Target),
            ("2020年（清远）", "清远市", 2020, Target),
            ("2030年（广东）", "广东省", 2030, Target),
            ("2030年（清远）", "清远市", 2030, Target),
            ("2030年国家指标值", "国家", 2030, Target),
        ],
    ),
    ("xiangqiao-145/t1", 26, &[("规划目标", "湘桥区", 2020, Target), ("2020年", "湘桥区", 2020, Actual)]),
    (
        "xiangqiao-145/t2",
        18,
        &[("2020 年 区现状", "湘桥区", 2020, Baseline), ("2025 年 区目标", "湘桥区", 2025, Target)],
    ),
    (
        "yunfu-2030/t1",
        33,
        &[
            ("2020年   基期水平", "云浮市", 2020, Baseline),
            ("2022年目标值", "云浮市", 2022, Target),
            ("2030年目标值", "云浮市", 2030, Target),
        ],
    ),
    ("zhongshan-145/t1", 25, &[("“十三五”目标", "中山市", 2020, Target), ("2020 年", "中山市", 2020, Actual)]),
    (
        "zhongshan-145/t2",
        20,
        &[
            ("广东省目标值 2020年", "广东省", 2020, Actual),
            ("广东省目标值 2025年目标", "广东省", 2025, Target),
            ("中山市 2020年", "中山市", 2020, Baseline),
            ("中山市 2025年目标", "中山市", 2025, Target),
        ],
    ),
];

/// Title, short name, region, issuer, date, standing, period, and what of it the bundle supplies.
type Facts = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str, usize);

const FACTS: [Facts; 5] = [
    ("“健康佛山2030”规划", "佛山", "佛山市", "佛山市人民政府", "2020-01-02", "印发", "-2030", 0),
    ("“健康清远2030”规划", "清远", "清远市", "", "", "", "-2030", 0),
    (
        "潮州市湘桥区卫生健康事业发展“十四五”规划",
        "湘桥",
        "潮州市湘桥区",
        "潮州市湘桥区卫生健康局",
        "2022-10",
        "征求意见稿",
        "2021-2025",
        0,
    ),
    ("健康云浮行动2030", "云浮", "云浮市", "", "", "", "-2030", 3),
    (
        "中山市卫生健康事业发展“十四五”规划",
        "中山",
        "中山市",
        "中山市卫生健康局",
        "2022-01",
        "征求意见稿",
        "2021-2025",
        0,
    ),
];

#[test]
fn columns_of_the_seven_tables() {
    let tables: Vec<_> = plans().flat_map(|(plan, _)| plan.tables()).collect();
    assert_eq!(tables.len(), TABLES.len());
    for (table, (id, n_rows, expected)) in tables.into_iter().zip(TABLES) {
        let values = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
        let got: Vec<_> = values
            .filter_map(|column| Some((column.header.as_str(), column.scope.as_deref()?, column.year?, column.kind?)))
            .collect();
        assert_eq!((table.id.as_str(), got.as_slice()), (id, expected));
        assert_eq!(table.rows.len(), n_rows, "{id}");
        assert!(table.rows.iter().all(|row| row.cells.len() == expected.len()), "{id}");
    }
}

#[test]
fn groups_are_filled_down_and_lost_ones_stay_lost() {
    let rows = plans()
        .flat_map(|(plan, _)| plan.tables())
        .filter(|table| table.columns.iter().any(|column| column.role == ColumnRole::Domain))
        .flat_map(|table| &table.rows);
    let lost: Vec<&str> = rows.filter(|row| row.domain.is_none()).map(|row| row.name.as_str()).collect();
    assert_eq!(lost, ["医疗机构社会满意度(分)", "基层医疗卫生机构诊疗量占比（%）"]);
}

#[test]
fn facts_of_the_plans() {
    for (plan, expected) in DATASET.plans.iter().zip(FACTS) {
        let text = |fact: &'static Option<String>| fact.as_deref().unwrap_or_default();
        let got = (
            plan.title.as_str(),
            plan.short.as_str(),
            text(&plan.region),
            text(&plan.issuer),
            text(&plan.issued),
            text(&plan.status),
            text(&plan.period),
            plan.supplied.len(),
        );
        assert_eq!(got, expected);
    }
}

#[test]
fn doubts_about_the_five_texts() {
    let got: Vec<(&str, u32, String)> = plans()
        .flat_map(|(plan, _)| plan.findings.iter().map(|doubt| (plan.id.as_str(), doubt.line, doubt.kind.to_string())))
        .collect();
    let expected = [
        ("xiangqiao-145", 196, "领域“健康生活”被分在两行，已合并"),
        // 《“健康云浮行动2030”规划）》 is printed so.
        ("yunfu-2030", 3, "括号不成对"),
        ("yunfu-2030", 29, "此行少 1 格：“保持省内先进水平”为合并单元格，各列同用"),
        ("zhongshan-145", 157, "此行左移一格，所属领域缺失"),
    ];
    assert_eq!(got, expected.map(|(plan, line, what)| (plan, line, what.to_owned())));
}
