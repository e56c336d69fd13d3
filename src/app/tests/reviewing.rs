//! What users do in 核对 and 时限, and the marks of findings in the text, as key scripts with what
//! must then be on the screen.

use super::*;
use crate::app::tests::journeys::{BROAD, SMALL, USUAL, at_node, check};

/// Returns what the keys copy, over the small dataset.
fn copied(keys: &str) -> String {
    match type_keys(&mut app(120, 40), keys).pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn findings_are_listed_and_lead_to_their_places() {
    for size in [SMALL, USUAL, BROAD] {
        check(size, "4", &["核对", "数值存疑", "乙（征求意见稿）", "“婴儿死亡率（‰）”", "低"]);
        check(size, "4<Tab>", &["可信程度：低（推算）", "第 1 处　原文第"]);
        check(size, "4<Tab>", &["《健康甲市行动2030》", "“婴儿死亡率（‰）”"]);
        check(size, "4f没有这样的", &["没有符合条件的核对发现"]);
        check(size, "4f文字 乙<Enter>", &["核对 › 乙 › 文字存疑", "同一句话印了两次"]);
    }
    check(BROAD, "4<Tab>", &["推算所得，只列出哪里不同"]);
    check(USUAL, "4<Enter>", &["健康甲市行动2030 › 三、主要指标", "※ 数值存疑（推算）", "※婴儿死亡率"]);
    check(SMALL, "4<Enter>", &["第 1 处　原文第"]);
    check(SMALL, "4<Enter><Enter>", &["健康甲市行动2030 › 三、主要", "※婴儿死亡率"]);
    check(USUAL, "4<Enter>H", &["核对 › 甲 › 数值存疑"]);
    check(USUAL, "4l", &["只讲到这一处"]);
    check(USUAL, "4bH1B", &["核对  甲  “婴儿死亡率（‰）”"]);
    check(USUAL, "4o", &["原文 jia-2030.txt"]);
    check(USUAL, "po<Esc>4", &["已选 1/3 部规划", "“婴儿死亡率（‰）”"]);
    assert_eq!(copied("4Y"), "guihua check");
    assert_eq!(copied("po<Esc>4Y"), "guihua check --plan jia-2030");
    assert_eq!(copied("4yp"), "健康甲市行动2030 › 三、主要指标");
    let citation = copied("4jyc");
    let title = "《乙市卫生健康事业发展“十四五”规划》（征求意见稿）\n文字存疑（推算）：";
    assert!(citation.starts_with(title) && citation.contains("（原文第 5 行）"), "{citation}");
}

#[test]
fn marks_and_columns_are_explained_where_they_stand() {
    check(USUAL, "?", &["责           本条写有责任单位", "核           本条有核对发现"]);
    check(USUAL, "4?", &["可信程度     推算有多可靠"]);
    check(USUAL, "2?", &["责任         责任单位（未分牵头）"]);
    // Every popup says how to close it, whatever view is below.
    for keys in ["3<Enter>", "3x", "p", "4o"] {
        check(USUAL, keys, &["└ Esc 关闭"]);
    }
}

#[test]
fn a_finding_in_a_long_table_leads_to_its_row() {
    let mut app = App::new(bundled(), Options { size: Size { width: 60, height: 20 }, ..Options::default() });
    for (filter, row) in [("婴儿死亡率 2.25", "2 ※婴儿死亡率（‰）"), ("合并单元格", "1 ※人均预期寿命")]
    {
        type_keys(&mut app, &format!("4f<C-u>{filter}<Enter><Enter>"));
        let page = screen(&app);
        let location = page.lines().position(|line| line.contains(row));
        assert!(location.is_some_and(|at| at < 6), "{filter}: no {row} at the top of\n{page}");
    }
    // What a finding says is not repeated as a doubt of the importer.
    type_keys(&mut app, "<Tab>G");
    assert!(!screen(&app).contains("存疑（原文第"), "{}", screen(&app));
}

#[test]
fn several_places_are_gone_through_one_by_one() {
    let mut app = App::new(bundled(), Options { size: Size { width: 160, height: 45 }, ..Options::default() });
    type_keys(&mut app, "4f文表不一<Enter>");
    assert!(screen(&app).contains("❯ 第 1 处") && screen(&app).contains("  第 2 处"), "{}", screen(&app));
    type_keys(&mut app, "l");
    assert!(screen(&app).contains("❯ 第 2 处"), "{}", screen(&app));
    let second = copied_path(&mut app);
    type_keys(&mut app, "h");
    assert!(screen(&app).contains("❯ 第 1 处"), "{}", screen(&app));
    assert!(!second.is_empty());
    type_keys(&mut app, "l<Enter>");
    assert_eq!(copied_path(&mut app), second);
}

/// Returns the path that `yp` copies.
fn copied_path(app: &mut App) -> String {
    match type_keys(app, "yp").pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_plan_without_findings_says_so() {
    check(USUAL, "pjjo<Esc>4", &["所选规划没有核对发现"]);
    check(USUAL, "pjo<Esc>5", &["所选规划没有写明数值目标"]);
}

#[test]
fn findings_mark_the_text_and_the_tree_after_the_first_screen() {
    let mut app = at_node(BROAD, "yunfu-2030/2");
    assert!(!screen(&app).contains('※'), "{}", screen(&app));
    type_keys(&mut app, "<Tab><S-Tab>");
    let seen = screen(&app);
    let in_tree = seen.lines().any(|line| line.contains("二、主要指标 ") && line.contains(" 核 "));
    assert!(in_tree && seen.contains("※ 表内有") && seen.contains("※人均预期寿命"), "{seen}");
    type_keys(&mut app, "<S-Tab>G");
    let end = screen(&app);
    // A doubt of the importer is not shown beside a finding that says the same.
    assert!(end.contains("※ 编号与表行（推算）") && !end.contains("存疑（原文"), "{end}");
}

#[test]
fn what_is_due_by_year_and_by_bureau() {
    for size in [SMALL, USUAL, BROAD] {
        check(size, "5", &["年份", "2025年", "2030年", "1/"]);
        check(size, "5<Enter>", &["2025年 › 居民健康素养水平", "甲", "正文 1  指标表 3", "25%以上"]);
        check(size, "5t", &["部门", "体育局", "未写责任单位"]);
        check(size, "5f人社", &["2025年"]);
        check(size, "5f没有这样的", &["没有这样的目标"]);
    }
    check(
        BROAD,
        "5<Enter>",
        &["牵头 市卫生健康局", "配合单位  市人社局", "“到2025年，居民健康素养水平达到25%以上", "原文第 11 行"],
    );
    check(BROAD, "5<Enter>j", &["2025年　指标表 预期性", "人均预期寿命（岁）：保持省内先进水平"]);
    check(USUAL, "5tf人社<Enter><Enter>", &["时限 › 人力资源和社会保障局 › 居民健康素养水平", "2030年"]);
    check(USUAL, "5<Enter><Enter>", &["二、主要任务 › 1.提升居民健康素养"]);
    check(USUAL, "5<Enter><Enter>H", &["时限 › 2025年 › 居民健康素养水平"]);
    check(USUAL, "5<Enter>b1B", &["时限  甲  居民健康素养水平：达到25%以上（2025年）"]);
    for (keys, expected) in [
        ("5Y", "guihua targets --year 2025"),
        ("5tY", "guihua targets --dept 人力资源和社会保障局"),
        ("po<Esc>5jY", "guihua targets --year 2030 --plan jia-2030"),
        ("5yy", "居民健康素养水平：达到25%以上（2025年）"),
    ] {
        assert_eq!(copied(keys), expected, "{keys}");
    }
    let citation = copied("5yc");
    assert!(citation.starts_with("《健康甲市行动2030》二、主要任务 › 1.提升居民健康素养：“到2025年"), "{citation}");
    assert!(citation.ends_with("牵头 市卫生健康局、市人社局、市体育局、市健康办"), "{citation}");
}

#[test]
fn bureaus_say_which_plans_name_nobody() {
    let options = Options { size: Size { width: 160, height: 45 }, ..Options::default() };
    let mut app = App::new(bundled(), options);
    type_keys(&mut app, "5t");
    let by_bureau = screen(&app);
    assert!(by_bureau.contains("的规划没有写明各任务的责任单位"), "{by_bureau}");
    type_keys(&mut app, "t");
    assert!(screen(&app).contains("所在的段落（如章节开头）没有责任单位句"), "{}", screen(&app));
}

#[test]
fn the_words_one_came_for_are_lit() {
    let mut app = at_node(BROAD, "yunfu-2030/3.1");
    type_keys(&mut app, "5f新发尘肺 2030<Enter>");
    type_keys(&mut app, "<Enter><Enter>");
    let rows = app.page().regions.into_iter().flat_map(|region| region.rows);
    let highlighted: String = rows
        .flat_map(|row| row.spans)
        .filter(|span| span.role == crate::app::screen::page::Role::Match)
        .map(|span| span.text)
        .collect();
    assert!(highlighted.starts_with('到') && highlighted.contains("尘肺"), "{highlighted}");
}

#[test]
fn the_mouse_in_lists_of_two_levels() {
    let mut app = app(120, 30);
    let mouse = |column, row, kind| Mouse { column, row, kind };
    type_keys(&mut app, "5");
    app.mouse(mouse(3, 4, MouseKind::Click));
    assert!(screen(&app).contains("时限 › 2030年"), "{}", screen(&app));
    app.mouse(mouse(40, 3, MouseKind::Click));
    app.mouse(mouse(40, 3, MouseKind::DoubleClick));
    assert!(screen(&app).contains("二、主要任务 › 1.提升"), "{}", screen(&app));
    type_keys(&mut app, "4");
    app.mouse(mouse(3, 6, MouseKind::Click));
    assert!(screen(&app).contains("核对 › 乙"), "{}", screen(&app));
    app.mouse(mouse(3, 6, MouseKind::WheelUp));
    assert!(screen(&app).contains("核对 › 甲"), "{}", screen(&app));
}
