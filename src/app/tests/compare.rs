//! How users compare: a task in other plans, two texts side by side, tables in another order,
//! an indicator in all plans.

use super::*;
use crate::app::tests::journeys::{BROAD, SMALL, USUAL, at_node, check, check_without};

#[test]
fn how_other_plans_put_a_task() {
    for size in [SMALL, USUAL, BROAD] {
        let mut app = at_node(size, "xiangqiao-145/3.3.2");
        type_keys(&mut app, "s");
        let near = screen(&app);
        assert!(near.contains("其他规划相近表述：") && near.contains("%（推算）"), "{near}");
        assert_eq!(type_keys(&mut app, "Y"), [Effect::Copy("guihua similar xiangqiao-145/3.3.2".to_owned())]);
        type_keys(&mut app, "S");
        let beside = screen(&app);
        assert!(beside.contains("两边对照") && beside.contains('〔') && beside.contains("湘桥"), "{beside}");
        let copied = type_keys(&mut app, "Y");
        assert!(matches!(copied.as_slice(), [Effect::Copy(command)] if command.contains(" --with ")), "{copied:?}");
        type_keys(&mut app, "<Esc>");
        assert_eq!(screen(&app), near);
        type_keys(&mut app, "<Enter>");
        assert_ne!(app.view().location(&app.session), Some(Location::Node("xiangqiao-145/3.3.2".to_owned())));
        type_keys(&mut app, "H");
        assert_eq!(app.view().location(&app.session), Some(Location::Node("xiangqiao-145/3.3.2".to_owned())));
    }
    check(USUAL, "s", &["请先选择一项任务"]);
    check(USUAL, "E}jjs", &["没有相近的任务（推算）"]);
    check(USUAL, "E}jjS", &["没有相近的任务（推算）"]);
}

#[test]
fn any_two_texts_side_by_side() {
    for size in [SMALL, USUAL, BROAD] {
        let mut app = at_node(size, "foshan-2030/3.1");
        type_keys(&mut app, "v");
        assert!(screen(&app).contains("已记下这一条"), "{}", screen(&app));
        type_keys(&mut app, "jj");
        assert!(screen(&app).contains("已记下“"), "{}", screen(&app));
        assert_eq!(type_keys(&mut app, "SY").len(), 1);
        let beside = screen(&app);
        assert!(beside.contains("两边对照") && beside.contains("强化覆盖全民"), "{beside}");
        let copied = type_keys(&mut app, "Y");
        let from = "guihua similar foshan-2030/3.1 --with ";
        assert!(matches!(copied.as_slice(), [Effect::Copy(command)] if command.starts_with(from)), "{copied:?}");
        type_keys(&mut app, "<Esc>kkv");
        assert!(screen(&app).contains("已取消"), "{}", screen(&app));
        type_keys(&mut app, "j");
        assert!(!screen(&app).contains("已记下"), "{}", screen(&app));
    }
    check(USUAL, "v", &["请先选择一项任务"]);
}

/// Returns the screen after these keys, over the bundled plans.
fn of_the_plans(keys: &str) -> String {
    let mut app = App::new(bundled(), Options { size: Size { width: 100, height: 30 }, ..Options::default() });
    type_keys(&mut app, keys);
    screen(&app)
}

#[test]
fn a_table_in_the_order_of_a_column() {
    // Only rows of one unit are sorted, so a filter comes first.
    check(USUAL, "3f婴儿<Enter>O", &["▲基期", "按“2020年基期”从小到大排", "2030年      2030年\n2 婴儿死亡率（‰）"]);
    check(BROAD, "3f婴儿<Enter>O", &["领域"]);
    check(USUAL, "3f婴儿<Enter>OO", &["▼基期", "从大到小"]);
    check(USUAL, "3f婴儿<Enter>OOO", &["照原文次序", "\n健康水平"]);
    check(USUAL, "3f婴儿<Enter>>>", &["▲目标", "按“2025年目标”从小到大排"]);
    check(USUAL, "3f婴儿<Enter>《", &["按“2030年广东省目标”从小到大排"]);
    let rows = |keys: &str, names: [&str; 2]| {
        let screen = of_the_plans(keys);
        names.map(|name| screen.lines().position(|line| line.contains(name) && !line.contains('›')).unwrap_or(0))
    };
    let names = ["每千常住人口执业", "每千常住人口注册"];
    let [doctors, nurses] = rows("3f每千常住<Enter>O", names);
    assert!(doctors < nurses, "2.08, 2.55 from the least on");
    let [doctors, nurses] = rows("3f每千常住<Enter>OO", names);
    assert!(nurses < doctors, "2.55, 2.08 from the greatest on");
    for order in ["O", "OO"] {
        let [infants, unknown] = rows(&format!("3f‰<Enter>{order}"), ["婴儿死亡率", "5岁以下儿童"]);
        assert!(infants < unknown, "-- stays last in either order");
    }
}

#[test]
fn rows_of_one_nature() {
    check(USUAL, "3t", &["只看预期性；t 换一种", "列出 3/3 项，第 1"]);
    check(USUAL, "3tt", &["不分性质"]);
    check(USUAL, "3f预期<Enter>", &["筛选“预期”，列出 3/3 项"]);
    check_without("3t<Esc>", &["只看"]);
    let screen = of_the_plans("3t");
    assert!(screen.contains("只看约束性，列出 6/46 项") && !screen.contains("健康素养"), "{screen}");
}

#[test]
fn the_rows_of_a_comparison_as_printed() {
    let compared = of_the_plans("3f婴儿死亡<Enter>x");
    assert!(compared.contains("Enter 看各行原样"), "{compared}");
    let rows = of_the_plans("3f婴儿死亡<Enter>x<Enter>");
    assert!(rows.contains("指标详情") && rows.contains("出处") && rows.contains("原文第"), "{rows}");
    let again = of_the_plans("3f婴儿死亡<Enter>x<Enter><Esc>");
    assert_eq!(compared, again, "one step back is the comparison");
}

#[test]
fn an_indicator_in_all_plans() {
    for (width, height) in [SMALL, USUAL, BROAD] {
        let options = Options { size: Size { width, height }, ..Options::default() };
        let mut app = App::new(bundled(), options);
        type_keys(&mut app, "3f婴儿死亡<Enter>x");
        let mut seen = screen(&app);
        for _ in 0..12 {
            type_keys(&mut app, "<PgDn>");
            seen.push_str(&screen(&app));
        }
        for wanted in
            ["指标对照：婴儿死亡率", "越低越好", "广东省", "国家", "推算·每年变化", "可比", "图（只画可比的数值"]
        {
            assert!(seen.contains(wanted), "no {wanted} at {width}×{height}\n{seen}");
        }
        assert_eq!(type_keys(&mut app, "Y"), [Effect::Copy("guihua compare 婴儿死亡率".to_owned())]);
        type_keys(&mut app, "<Esc>");
        check_page(&app, "after the comparison");
    }
}

#[test]
fn unlike_rows_and_silent_plans_are_named() {
    let cases: [(&str, &[&str]); 2] = [
        ("重大慢性病", &["指标对照：重大慢性病过早死亡率", "不可比：", "只照原文列出", "（征求意见稿）"]),
        ("院内感染", &["指标对照：院内感染", "规划未列"]),
    ];
    for (name, wanted) in cases {
        let options = Options { size: Size { width: 120, height: 60 }, ..Options::default() };
        let mut app = App::new(bundled(), options);
        type_keys(&mut app, &format!("3f{name}<Enter>x"));
        let screen = screen(&app);
        for text in wanted {
            assert!(screen.contains(text), "no {text} on\n{screen}");
        }
    }
}
