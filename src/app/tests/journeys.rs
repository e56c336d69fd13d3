//! What users do, as scripts: keys, and what must then be on the screen.

use super::*;

/// Presses the keys at this size and checks that the screen shows each of `wanted`.
#[track_caller]
fn check(size: (u16, u16), keys: &str, wanted: &[&str]) {
    let mut app = app(size.0, size.1);
    type_keys(&mut app, keys);
    let screen = screen(&app);
    for text in wanted {
        assert!(screen.contains(text), "{keys}: no {text:?} on\n{screen}");
    }
}

/// The same, and that none of `unwanted` is there.
#[track_caller]
fn check_without(keys: &str, unwanted: &[&str]) {
    let mut app = app(80, 24);
    type_keys(&mut app, keys);
    let screen = screen(&app);
    for text in unwanted {
        assert!(!screen.contains(text), "{keys}: {text:?} on\n{screen}");
    }
}

const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (44, 14);
const BROAD: (u16, u16) = (160, 45);

#[test]
fn the_first_screen_says_what_there_is_and_what_to_do() {
    check(USUAL, "", &["▸ 甲 健康甲市行动2030", "征求意见", "2021—2030年", "本程序注", "接下来", "? 帮助", "/ 搜索"]);
    check(USUAL, "j", &["征求意见稿", "全文没有写责任单位"]);
    check(SMALL, "", &["▸ 甲", "▸ 乙", "健康甲市行动2030"]);
}

#[test]
fn a_task_shows_its_units_before_its_text() {
    let task = "E}jj";
    check(USUAL, task, &["1.提升居民健康素养", "牵头  市卫生健康局", "配合  市人社局、市体育局、市健康办"]);
    check(USUAL, task, &["分别负责，名单未写尽：“等单位”", "    到2025年", "原文第 10–14 行"]);
    check(USUAL, "E}jjj", &["责任单位分 2 处写明", "第一段。", "牵头  市体育局"]);
    check(USUAL, task, &["存疑（原文第 12 行）：编号不连续"]);
    check(USUAL, "jEjj", &["本规划未写责任单位"]);
}

#[test]
fn folds() {
    check(USUAL, "<Enter>", &["▾ 甲", "▸ 二、主要任务"]);
    check(USUAL, "<Enter><Enter>", &["▸ 甲"]);
    check(USUAL, "ljjlj", &["▾ 二、主要任务", "甲市行动2030 › 二、主要任务 › 1.提升居民健康素养"]);
    check(USUAL, "ljjljhh", &["▸ 二、主要任务"]);
    check(USUAL, "e", &["▾ 甲", "▾ 乙"]);
    check(USUAL, "eC", &["▸ 甲", "▸ 乙"]);
    check(USUAL, "h", &["已是最上一级"]);
    check(USUAL, "Ej<Space>", &["本条以下没有条目"]);
}

#[test]
fn a_bureau_by_any_name() {
    for typed in ["人社局", "人力资源", "rlzy", "renliziyuan"] {
        check(USUAL, &format!("d{typed}<Enter>"), &["人力资源和社会保障局", "配合 1.提升居民健康素养"]);
    }
    check(USUAL, "d人社<Enter>", &["乙 乙市卫生健康事业发…", "本规划未写责任单位"]);
    check(USUAL, "d没有这个局", &["没有这个部门"]);
    check(USUAL, "2", &["牵头 配合 列名 合计"]);
    check(SMALL, "d人社局<Enter>", &["人力资源和社会保障局", "配合 1.提升居民健康素养"]);
    check(BROAD, "d人社局<Enter>", &["到2025年，居民健康素养"]);
    check(USUAL, "d体育<Enter><Enter>", &["健康甲市行动2030 › 二、主要任务 › 1."]);
    check(USUAL, "d市健康办<Enter>", &["部门名录里没有这个名称"]);
}

#[test]
fn tables_say_what_their_columns_hold() {
    check(BROAD, "3", &["基期", "广东省目标", "健康水平", "预期性", "92.17", "—"]);
    check(USUAL, "3<Enter>", &["保持省内先进水平，并力争逐年有所提高", "表头：2020年 基期水平"]);
    check(USUAL, "3j<Enter>", &["（原文空白）"]);
    check(USUAL, "3f体质<Enter>", &["筛选“体质” 1/1"]);
    check(USUAL, "3{", &["已是第一张表"]);
    check(SMALL, "3lll", &["广东省目标"]);
    check(SMALL, "3llllll", &["已到最后一列"]);
}

#[test]
fn searching() {
    check(USUAL, "/", &["打字即搜"]);
    check(USUAL, "/健康素养", &["任务  1", "正文  1"]);
    check(USUAL, "/婴儿<Enter>", &["婴儿死亡率（‰）", "/ 婴儿 1/1"]);
    check(USUAL, "/素养<Enter>n", &["/ 素养 2/"]);
    check(USUAL, "/没有这样的词", &["没有找到“没有这样的词”"]);
    check(USUAL, "/婴儿<Enter>/<Up>", &["/ 婴儿"]);
    check(USUAL, "、婴儿", &["指标  1"]);
    check_without("/婴儿<Enter><Esc>", &["/ 婴儿"]);
    check(USUAL, "/婴儿<Esc>", &["接下来"]);
    check(USUAL, "n", &["还没有搜索"]);
}

#[test]
fn filters_are_told_and_taken_away() {
    check(USUAL, "/部门:人社局", &["条件 部门：人社局（人力资源和社会保障局）", "任务  1", "Ctrl-x 去条件"]);
    check(USUAL, "/部门:人社局 规划:甲", &["条件 部门：人社局（人力资源和社会保障局）　规划：甲"]);
    check(USUAL, "/素养 部门:", &["部门：…", "任务  1"]);
    check(USUAL, "/素养 年:甲", &["年：甲（没有这个，先不管", "任务  1"]);
    check(USUAL, "/素养 规划:甲 年:2025<C-x>", &["/ 素养 规划:甲\n", "条件 规划：甲\n"]);
    check_without("/素养 规划:甲<C-x>", &["条件"]);
    check_without("/素养", &["去条件"]);
    check(USUAL, "/素养<C-x>", &["没有可去掉的条件"]);
}

#[test]
fn hits_say_where_they_are_and_why() {
    check(USUAL, "/婴儿", &["\n 甲 › 健康甲市建设主要指标 › 健康水平 › 婴儿死亡率（‰）", "缘由 名称中有“婴儿”", "1/1"]);
    check(USUAL, "/rsj", &["缘由 又名“人社局”（拼音首字母）", "1 项任务"]);
    check(SMALL, "/rsj", &["缘由", "人力资源和社会保障局  人社局", "1 项任务"]);
    check(BROAD, "/健康素养<Down>", &["到2025年，居民健康素养"]);
}

#[test]
fn where_nothing_is_found_something_else_is_offered() {
    check(USUAL, "/素养 规划:乙", &["没有找到", "去掉“规划:乙”，有 2 条"]);
    check(USUAL, "/素养 规划:乙<Enter>", &["/ 素养\n", "任务  1"]);
    check(USUAL, "/素养 没有这样的词", &["各规划里都没有“没有这样的词”", "去掉“没有这样的词”，有 2 条"]);
    check(USUAL, "/素养 没有这样的词<Enter>", &["/ 素养\n", "任务  1"]);
    check(USUAL, "po<Esc>/取得显著成效", &["现在只搜选上的规划；全部规划里有 1 条"]);
    check(USUAL, "po<Esc>/取得显著成效<Enter>", &["正文  1"]);
    check(USUAL, "/素养 规划:乙<Enter><Enter>/<Up><Up>", &["/ 素养 规划:乙\n"]);
}

#[test]
fn the_characters_that_answer_are_lit() {
    let lit = |keys: &str| {
        let mut app = app(80, 24);
        type_keys(&mut app, keys);
        let rows = app.page().regions.into_iter().flat_map(|region| region.rows);
        let spans = rows.flat_map(|row| row.spans);
        let lit = spans.filter(|span| matches!(span.role, page::Role::Match | page::Role::SelectedMatch));
        lit.map(|span| span.text).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(lit("/健康素养<Enter>"), "健康素养 健康素养");
    assert_eq!(lit("/jmjksy<Enter>"), "居民健康素养 居民健康素养");
    assert_eq!(lit("/rsj<Down><Enter>"), "市人社局");
    assert_eq!(lit("/婴儿<Enter>"), "婴儿");
}

#[test]
fn places_in_the_open_text_come_before_the_next_hit() {
    check(USUAL, "/健康素养<Enter><Tab>n", &["本文第 2/2 处"]);
    check(USUAL, "/健康素养<Enter><Tab>nN", &["本文第 1/2 处"]);
    check(USUAL, "/健康素养<Enter><Tab>nn", &["健康素养 2/2"]);
    check(USUAL, "/健康素养<Enter>n", &["健康素养 2/2"]);
    check(USUAL, "/健康素养<Enter>nn", &["已是最后一处，回到第一处", "健康素养 1/2"]);
}

#[test]
fn sheets_open_narrow_and_close() {
    check(USUAL, "?", &["本页按键", "展开或收起"]);
    check(USUAL, "?引文", &["复制引文"]);
    check(USUAL, "/<F1>", &["部门:医保局", "只看点到这个部门的任务"]);
    check_without("?引文", &["展开同级"]);
    check_without("?<Esc>", &["本页按键"]);
    check(USUAL, ":指标表<Enter>", &["基期"]);
    check(USUAL, "p<Space><Esc>", &["已选 2/3 份规划"]);
    check(USUAL, "po<Esc>", &["已选 1/3 份规划"]);
    check(USUAL, "po<Space>", &["至少要选一份规划"]);
    check(USUAL, "poa", &["[x]  丙"]);
    check(USUAL, "E}jjo", &["原文 jia-2030.txt", "本机没有原文文件"]);
    check(USUAL, "b", &["已加书签", "★"]);
    check(USUAL, "jbkB<Enter>", &["征求意见稿"]);
}

#[test]
fn one_step_back_never_quits() {
    let mut app = app(80, 24);
    for keys in ["E}jj<Tab>", "/健康<Enter>", "2<Tab>", "f人社<Enter>", "?", "p"] {
        type_keys(&mut app, keys);
    }
    for _ in 0..30 {
        assert!(type_keys(&mut app, "<Esc>").is_empty());
    }
    assert!(screen(&app).contains("已退到底"));
}

#[test]
fn history_leads_back_and_forward() {
    check(USUAL, "2<Enter><Enter>H", &["\n 体育局  "]);
    check(USUAL, "2<Enter><Enter>HL", &["主要任务 › 1."]);
    check(USUAL, "2<Enter><Enter><Esc>", &["\n 体育局  "]);
    check(USUAL, "H", &["已到最前"]);
}

#[test]
fn what_is_copied() {
    for (keys, expected) in [
        ("E}jjyp", "健康甲市行动2030 › 二、主要任务 › 1.提升居民健康素养"),
        ("E}jjY", "guihua show jia-2030/2.1"),
        ("Y", "guihua tree --plan jia-2030"),
        ("d人社<Enter><Esc>Y", "guihua tasks --dept 人力资源和社会保障局"),
        ("3jY", "guihua indicators --plan jia-2030 --name '婴儿死亡率（‰）'"),
        ("3jyy", "婴儿死亡率（‰）：2020年基期 2.32；2025年目标 ≤6；2030年目标 ≤4；性质 预期性"),
    ] {
        assert_eq!(type_keys(&mut app(80, 24), keys), [Effect::Copy(expected.to_owned())], "{keys}");
    }
    let copied = |keys: &str| match type_keys(&mut app(80, 24), keys).pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("{keys}: {other:?}"),
    };
    let citation = copied("E}jjyc");
    assert!(citation.starts_with("《健康甲市行动2030》二1“提升居民健康素养”：到2025年"), "{citation}");
    assert!(citation.contains("牵头：市卫生健康局；配合：市人社局、市体育局、市健康办（分别负责"), "{citation}");
    let draft = copied("jEjjyc");
    assert!(draft.starts_with("《乙市卫生健康事业发展“十四五”规划》（征求意见稿）第一章第一节"), "{draft}");
}

#[test]
fn effects() {
    for (keys, expected) in [
        ("q", vec![Effect::Quit]),
        ("<C-c>", vec![Effect::Quit]),
        ("/健<C-c>", vec![Effect::Quit]),
        ("?<Esc>", vec![]),
        ("pq", vec![]),
        ("<C-l>", vec![Effect::Redraw]),
        ("<C-z>", vec![Effect::Suspend]),
        ("<C-t><C-t>", vec![Effect::Mouse(false), Effect::Mouse(true)]),
    ] {
        assert_eq!(type_keys(&mut app(80, 24), keys), expected, "{keys}");
    }
    check(USUAL, "Z", &["这里没有 Z 这个键"]);
    check(USUAL, "y", &["再按一键", "y 复制文字"]);
}

#[test]
fn the_mouse() {
    let mut app = app(80, 24);
    let mouse = |column, row, kind| Mouse { column, row, kind };
    app.mouse(mouse(12, 0, MouseKind::Click));
    assert!(screen(&app).contains("\n 体育局  "), "{}", screen(&app));
    app.mouse(mouse(3, 0, MouseKind::Click));
    app.mouse(mouse(5, 3, MouseKind::Click));
    assert!(screen(&app).contains("全文没有写责任单位"), "{}", screen(&app));
    app.mouse(mouse(5, 3, MouseKind::DoubleClick));
    assert!(screen(&app).contains("▾ 乙"), "{}", screen(&app));
    app.mouse(mouse(5, 3, MouseKind::WheelDown));
    assert!(screen(&app).contains("丙市人民政府"), "{}", screen(&app));
}

#[test]
fn the_cursor_stands_where_one_types() {
    for (keys, column, row, visible) in
        [("", 44, 0, false), ("/健康", 48, 0, true), ("2f人", 8, 23, true), ("/健康<Left>", 46, 0, true)]
    {
        let mut app = app(80, 24);
        type_keys(&mut app, keys);
        let page = app.page();
        assert_eq!((page.cursor, page.cursor_visible), (Some((column, row)), visible), "{keys}");
    }
}

#[test]
fn too_small_a_window_says_so() {
    check((20, 5), "", &["窗口太小", "至少 24×6"]);
}

/// The five plans at this size, open at this node.
fn at_node((width, height): (u16, u16), id: &str) -> App {
    let at = Some(Place::Node(id.to_owned()));
    App::over(bundled(), Options { size: Size { width, height }, at, ..Options::default() })
}

#[test]
fn how_other_plans_put_a_task() {
    for size in [SMALL, USUAL, BROAD] {
        let mut app = at_node(size, "xiangqiao-145/3.3.2");
        type_keys(&mut app, "s");
        let near = screen(&app);
        assert!(near.contains("别的市怎么写：") && near.contains("%（推算）"), "{near}");
        assert_eq!(type_keys(&mut app, "Y"), [Effect::Copy("guihua similar xiangqiao-145/3.3.2".to_owned())]);
        type_keys(&mut app, "S");
        let beside = screen(&app);
        assert!(beside.contains("两边对照") && beside.contains('〔') && beside.contains("湘桥"), "{beside}");
        let copied = type_keys(&mut app, "Y");
        assert!(matches!(copied.as_slice(), [Effect::Copy(command)] if command.contains(" --with ")), "{copied:?}");
        type_keys(&mut app, "<Esc>");
        assert_eq!(screen(&app), near);
        type_keys(&mut app, "<Enter>");
        assert_ne!(app.view().place(&app.world), Some(Place::Node("xiangqiao-145/3.3.2".to_owned())));
        type_keys(&mut app, "H");
        assert_eq!(app.view().place(&app.world), Some(Place::Node("xiangqiao-145/3.3.2".to_owned())));
    }
    check(USUAL, "s", &["先选一项任务"]);
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
    check(USUAL, "v", &["先选一项任务"]);
}

#[test]
fn an_indicator_in_all_plans() {
    for (width, height) in [SMALL, USUAL, BROAD] {
        let options = Options { size: Size { width, height }, ..Options::default() };
        let mut app = App::over(bundled(), options);
        type_keys(&mut app, "3f婴儿死亡<Enter>x");
        let mut seen = screen(&app);
        for _ in 0..12 {
            type_keys(&mut app, "<PgDn>");
            seen.push_str(&screen(&app));
        }
        for wanted in ["指标对照：婴儿死亡率", "越低越好", "推算·每年变化", "可比", "o 基期"] {
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
        ("院内感染", &["指标对照：院内感染", "规划未列："]),
    ];
    for (name, wanted) in cases {
        let options = Options { size: Size { width: 120, height: 60 }, ..Options::default() };
        let mut app = App::over(bundled(), options);
        type_keys(&mut app, &format!("3f{name}<Enter>x"));
        let screen = screen(&app);
        for text in wanted {
            assert!(screen.contains(text), "no {text} on\n{screen}");
        }
    }
}

/// A small dataset's browser, and what it copies.
fn copied(keys: &str) -> String {
    match type_keys(&mut app(120, 40), keys).pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn findings_are_listed_and_lead_to_their_places() {
    for size in [SMALL, USUAL, BROAD] {
        check(size, "4", &["核对", "数值存疑", "乙（征求意见稿）", "“婴儿死亡率（‰）”", "高"]);
        check(size, "4<Tab>", &["把握：高（推算）", "第 1 处　原文第"]);
        check(size, "4<Tab>", &["《健康甲市行动2030》", "“婴儿死亡率（‰）”"]);
        check(size, "4f没有这样的", &["没有这样的核对发现"]);
        check(size, "4f错字 乙<Enter>", &["核对 › 乙 › 疑似错字", "同一句话印了两次"]);
    }
    check(BROAD, "4<Tab>", &["推算所得，只列出哪里不同"]);
    check(USUAL, "4<Enter>", &["健康甲市行动2030 › 三、主要指标", "※ 数值存疑（推算）", "※婴儿死亡率"]);
    check(SMALL, "4<Enter>", &["第 1 处　原文第"]);
    check(SMALL, "4<Enter><Enter>", &["健康甲市行动2030 › 三、主要指标"]);
    check(USUAL, "4<Enter>H", &["核对 › 甲 › 数值存疑"]);
    check(USUAL, "4l", &["只讲到这一处"]);
    check(USUAL, "4bH1B", &["核对  甲  “婴儿死亡率（‰）”"]);
    check(USUAL, "4o", &["原文 jia-2030.txt"]);
    check(USUAL, "po<Esc>4", &["已选 1/3 份规划", "“婴儿死亡率（‰）”"]);
    assert_eq!(copied("4Y"), "guihua check");
    assert_eq!(copied("po<Esc>4Y"), "guihua check --plan jia-2030");
    assert_eq!(copied("4yp"), "健康甲市行动2030 › 三、主要指标");
    let citation = copied("4jyc");
    let title = "《乙市卫生健康事业发展“十四五”规划》（征求意见稿）\n疑似错字（推算）：";
    assert!(citation.starts_with(title) && citation.contains("（原文第 5 行）"), "{citation}");
}

#[test]
fn several_places_are_gone_through_one_by_one() {
    let mut app = App::over(bundled(), Options { size: Size { width: 160, height: 45 }, ..Options::default() });
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

/// The path that `yp` copies.
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
    type_keys(&mut app, "<Tab><Tab>");
    let seen = screen(&app);
    let in_tree = seen.lines().any(|line| line.contains("二、主要指标 ") && line.contains(" 核 "));
    assert!(in_tree && seen.contains("※ 表内有") && seen.contains("※人均预期寿命"), "{seen}");
    type_keys(&mut app, "<Tab>G");
    let end = screen(&app);
    // The importer's doubt and the finding that tells the same are not both shown.
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
        &["牵头 市卫生健康局", "配合  市人社局", "“到2025年，居民健康素养水平达到25%以上", "原文第 11 行"],
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
    let mut app = App::over(bundled(), options);
    type_keys(&mut app, "5t");
    let by_bureau = screen(&app);
    assert!(by_bureau.contains("的规划没有写明各任务的责任单位"), "{by_bureau}");
    type_keys(&mut app, "t");
    assert!(screen(&app).contains("写在章节开头等没有责任单位句的段落里"), "{}", screen(&app));
}

#[test]
fn the_words_one_came_for_are_lit() {
    let mut app = at_node(BROAD, "yunfu-2030/3.1");
    type_keys(&mut app, "5f新发尘肺 2030<Enter>");
    type_keys(&mut app, "<Enter><Enter>");
    let rows = app.page().regions.into_iter().flat_map(|region| region.rows);
    let lit: String =
        rows.flat_map(|row| row.spans).filter(|span| span.role == page::Role::Match).map(|span| span.text).collect();
    assert!(lit.starts_with('到') && lit.contains("尘肺"), "{lit}");
}

#[test]
fn the_mouse_in_lists_of_two_levels() {
    let mut app = app(120, 30);
    let mouse = |column, row, kind| Mouse { column, row, kind };
    type_keys(&mut app, "5");
    app.mouse(mouse(3, 4, MouseKind::Click));
    assert!(screen(&app).contains("时限 › 2030年"), "{}", screen(&app));
    app.mouse(mouse(40, 3, MouseKind::DoubleClick));
    assert!(screen(&app).contains("二、主要任务 › 1.提升"), "{}", screen(&app));
    type_keys(&mut app, "4");
    app.mouse(mouse(3, 6, MouseKind::Click));
    assert!(screen(&app).contains("核对 › 乙"), "{}", screen(&app));
    app.mouse(mouse(3, 6, MouseKind::WheelUp));
    assert!(screen(&app).contains("核对 › 甲"), "{}", screen(&app));
}

#[test]
fn marks_wait_for_nobody() {
    let mut app = at_node(BROAD, "yunfu-2030/2");
    let prepare = app.preparation();
    type_keys(&mut app, "<Tab>");
    assert!(!screen(&app).contains('※'), "{}", screen(&app));
    prepare();
    type_keys(&mut app, "<Tab>");
    assert!(screen(&app).contains('※'), "{}", screen(&app));
}
