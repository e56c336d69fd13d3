//! What users do, as key scripts with what must then be on the screen.

use super::*;

/// Presses the keys at this size and checks that the screen shows each of `wanted`.
#[track_caller]
pub(super) fn check(size: (u16, u16), keys: &str, wanted: &[&str]) {
    let mut app = app(size.0, size.1);
    type_keys(&mut app, keys);
    let screen = screen(&app);
    for text in wanted {
        assert!(screen.contains(text), "{keys}: no {text:?} on\n{screen}");
    }
}

/// Presses the keys and checks that the screen shows none of `unwanted`.
#[track_caller]
pub(super) fn check_without(keys: &str, unwanted: &[&str]) {
    let mut app = app(80, 24);
    type_keys(&mut app, keys);
    let screen = screen(&app);
    for text in unwanted {
        assert!(!screen.contains(text), "{keys}: {text:?} on\n{screen}");
    }
}

/// Opens the five bundled plans at this size and at this node.
pub(super) fn at_node((width, height): (u16, u16), id: &str) -> App {
    let at = Some(Location::Node(id.to_owned()));
    App::new(bundled(), Options { size: Size { width, height }, at, ..Options::default() })
}

pub(super) const USUAL: (u16, u16) = (80, 24);
pub(super) const SMALL: (u16, u16) = (44, 14);
pub(super) const BROAD: (u16, u16) = (160, 45);

#[test]
fn the_first_screen_says_what_there_is_and_what_to_do() {
    check(USUAL, "", &["▸ 甲 健康甲市行动2030", "征求意见", "2021—2030年", "本程序注", "接下来", "? 帮助", "/ 搜索"]);
    check(USUAL, "", &["4     核对：", "5     时限："]);
    check(USUAL, "j", &["征求意见稿", "全文未写责任单位"]);
    check(SMALL, "", &["▸ 甲", "▸ 乙", "健康甲市行动2030"]);
}

#[test]
fn a_task_shows_its_units_before_its_text() {
    let task = "E}jj";
    check(USUAL, task, &["1.提升居民健康素养", "牵头单位  市卫生健康局", "配合单位  市人社局、市体育局、市健康办"]);
    check(USUAL, task, &["按职责分工负责", "名单未列尽：“等单", "    到2025年", "原文第 10–14 行"]);
    check(USUAL, "E}jjj", &["责任单位分 2 处写明", "第一段。", "牵头单位  市体育局"]);
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
    check(USUAL, "2", &["牵头 配合 责任 合计"]);
    check(SMALL, "d人社局<Enter>", &["人力资源和社会保障局", "配合 1.提升居民健康素养"]);
    check(BROAD, "d人社局<Enter>", &["到2025年，居民健康素养"]);
    check(USUAL, "d体育<Enter><Enter>", &["健康甲市行动2030 › 二、主要任务 › 1."]);
    check(USUAL, "d市健康办<Enter>", &["部门名录里没有这个名称"]);
}

#[test]
fn an_office_without_tasks_leads_to_the_one_that_has_them() {
    for size in [SMALL, USUAL, BROAD] {
        let (width, height) = size;
        let mut app = App::new(bundled(), Options { size: Size { width, height }, ..Options::default() });
        type_keys(&mut app, "d体育局<Enter>");
        let page = screen(&app);
        assert!(page.contains("未将其列为责任单位") && page.contains("41 项任务"), "{page}");
        let before = app.view().place();
        let leads = |app: &App| matches!(app.view().location(&app.session), Some(Location::Department(id)) if id == "culture-tourism-sports");
        type_keys(&mut app, "<Enter>");
        assert!(leads(&app), "{}", screen(&app));
        type_keys(&mut app, "H");
        assert_eq!(app.view().place(), before);
        // One click opens it, and the second one of a double click does no more.
        let rows = app.page().to_text(app.size, app.session.width);
        let row = rows.iter().position(|row| row.contains("41 项任务") && row.contains("文化广电")).unwrap();
        let (left, _) = rows[row].split_once("41 项任务").unwrap();
        let column = u16::try_from(Width::Narrow.of(left)).unwrap();
        let mouse = |kind| Mouse { column, row: u16::try_from(row).unwrap(), kind };
        app.mouse(mouse(MouseKind::Click));
        let there = app.view().place();
        app.mouse(mouse(MouseKind::DoubleClick));
        assert!(leads(&app) && app.view().place() == there, "{}", screen(&app));
    }
    let mut app = App::new(bundled(), Options { size: Size { width: 80, height: 24 }, ..Options::default() });
    type_keys(&mut app, "d民政局<Enter>");
    assert!(!screen(&app).contains("未将其列为责任单位"));
}

#[test]
fn the_browser_asks_once_which_office_is_ours() {
    let open = |keys: &str| {
        let mut app = App::new(bundled(), Options { size: Size { width: 80, height: 24 }, ..Options::default() });
        type_keys(&mut app, keys);
        app
    };
    let mut app = open("/我局牵头什么");
    for part in ["“我局”是哪个部门？", "选定我局", "GUIHUA_OFFICE"] {
        assert!(screen(&app).contains(part), "no {part} on\n{}", screen(&app));
    }
    // Esc leaves the line, and says how else to say it.
    type_keys(&mut app, "<Enter>mz<Esc>");
    let page = screen(&app);
    assert!(page.contains("/ 我局牵头什么") && page.contains("也可把“我局”改写为部门名称"), "{page}");
    assert!(app.session.own_office.is_none());
    // Initials find the office as they do in 部门; with it the line is searched again.
    type_keys(&mut app, "<Enter>mzj");
    assert!(screen(&app).contains("民政局"), "{}", screen(&app));
    type_keys(&mut app, "<Enter>");
    let page = screen(&app);
    assert!(page.contains("/ 我局牵头什么") && page.contains("民政局") && !page.contains("是哪个部门"), "{page}");
    // The command that is copied or saved says which office, as nobody is asked outside the browser.
    let command = format!("{:?}", app.search_view.command(&app.session));
    assert!(command.contains("民政局") && !command.contains("我局"), "{command}");
    // It is remembered: in the search, and among the deadlines.
    type_keys(&mut app, "<Esc>/我局");
    assert!(screen(&app).contains("民政局") && !screen(&app).contains("是哪个部门"), "{}", screen(&app));
    type_keys(&mut app, "<Esc>5");
    assert!(screen(&app).contains("我局 民政局"), "{}", screen(&app));
    // Lists that were made before know it too.
    let mut app = open("5t/我局牵头什么<Enter>民政局<Enter><Esc>");
    type_keys(&mut app, "g");
    assert!(screen(&app).contains("我局 民政局"), "{}", screen(&app));
    // A name that the registry does not have is no answer.
    assert!(screen(&open("/我局<Enter>没有这个局")).contains("没有这个部门"));
    assert!(screen(&open("/我局<Enter>没有这个局<Enter>")).contains("也可把“我局”改写为部门名称"));
}

#[test]
fn the_number_of_a_heading_is_looked_for_in_the_plan_that_is_read() {
    for plan in ["qingyuan-2030", "zhongshan-145"] {
        let at = Some(Location::Plan(plan.to_owned()));
        let mut app = App::new(bundled(), Options { size: Size { width: 80, height: 24 }, at, ..Options::default() });
        // The tree keeps its place while another tab is shown.
        for keys in ["/第三章", "<Esc>3/第三章"] {
            type_keys(&mut app, keys);
            let mut copy = app.page().to_text(app.size, app.session.width);
            copy.truncate(8);
            let short = app.session.head(plan).unwrap().short.clone();
            let first = copy.iter().find(|row| row.contains("第三章") && !row.contains('/')).cloned();
            assert!(first.as_ref().is_some_and(|row| row.contains(&short)), "{plan}: {}", copy.join("\n"));
        }
    }
}

#[test]
fn a_dossier_says_by_when_with_whom_and_where_else() {
    // A task shows its targets below, and the dossier shows the partners of the department.
    let task =
        &["共同承担任务最多的部门（推算）：卫健局 1、体育局 1", "二、主要任务", "居民健康素养水平：2025年 达到25%以上"];
    check(BROAD, "d人社局<Enter>", task);
    // The remarks below the last task are one step further down.
    check(SMALL, "d人社局<Enter>j", &["本规划未写责任单位"]);
    check(USUAL, "2m", &["部门任务总表", "甲", "乙（征求意见稿）", "合计", "未写责任单位", "牵1"]);
    check(USUAL, "2mj<Enter>", &[" 卫生健康局        ", "1 项任务"]);
    let (width, height) = BROAD;
    let mut app = App::new(bundled(), Options { size: Size { width, height }, ..Options::default() });
    // The last entry of the list has the tasks that name no units.
    type_keys(&mut app, "2G");
    let page = screen(&app);
    for part in ["（未写责任单位）", "未写责任单位的任务", "全文未写责任单位"] {
        assert!(page.contains(part), "no {part} on\n{page}");
    }
    type_keys(&mut app, "d市残联<Enter>G");
    let page = screen(&app);
    for part in
        ["正文提及", "2 处，不是责任分工", "提及 4.建立健全精神卫生综合管理体制", "云浮：“", "本规划未写责任单位"]
    {
        assert!(page.contains(part), "no {part} on\n{page}");
    }
    type_keys(&mut app, "<Enter>");
    assert!(matches!(app.view().location(&app.session), Some(Location::Node(id)) if id == "yunfu-2030/3.5.4"));
}

#[test]
fn tables_say_what_their_columns_hold() {
    check(BROAD, "3", &["基期", "广东省目标", "健康水平", "预期性", "92.17", "—"]);
    check(USUAL, "3<Enter>", &["保持省内先进水平，并力争逐年有所提高", "表头：2020年 基期水平"]);
    check(USUAL, "3j<Enter>", &["（原文空白）"]);
    check(USUAL, "3f体质<Enter>", &["筛选“体质”，列出 1/3 项"]);
    check(USUAL, "3{", &["已是第一张表"]);
    check(SMALL, "3lll", &["广东省目标"]);
    check(SMALL, "3llllll", &["已到最后一列"]);
}

#[test]
fn search_view() {
    check(USUAL, "/", &["输入即搜索"]);
    check(USUAL, "/健康素养", &["任务  1", "目标  1", "正文  1"]);
    check(USUAL, "/婴儿<Enter>", &["婴儿死亡率（‰）", "/ 婴儿 1/1"]);
    check(USUAL, "/素养<Enter>n", &["/ 素养 2/"]);
    check(USUAL, "/没有这样的词", &["没有找到“没有这样的词”"]);
    check(USUAL, "/婴儿<Enter>/<Up>", &["/ 婴儿"]);
    check(USUAL, "、婴儿", &["指标  1"]);
    check_without("/婴儿<Enter><Esc>", &["/ 婴儿"]);
    check(USUAL, "/婴儿<Esc>", &["接下来"]);
    check(USUAL, "n", &["尚未搜索"]);
}

#[test]
fn filters_are_told_and_taken_away() {
    check(USUAL, "/部门:人社局", &["条件 部门：人社局（人力资源和社会保障局）", "任务  1", "Ctrl-x 去条件"]);
    check(USUAL, "/部门:人社局 规划:甲", &["条件 部门：人社局（人力资源和社会保障局）　规划：甲"]);
    check(USUAL, "/素养 部门:", &["部门：…", "任务  1"]);
    check(USUAL, "/素养 年:甲", &["年：甲（未找到，暂不计入", "任务  1"]);
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
    check(USUAL, "/素养 规划:乙", &["没有找到", "去掉“规划:乙”，有 3 条"]);
    check(USUAL, "/素养 规划:乙<Enter>", &["/ 素养\n", "任务  1"]);
    check(USUAL, "/素养 没有这样的词", &["各规划里都没有“没有这样的词”", "去掉“没有这样的词”，有 3 条"]);
    check(USUAL, "/素养 没有这样的词<Enter>", &["/ 素养\n", "任务  1"]);
    check(USUAL, "po<Esc>/取得显著成效", &["现仅搜索所选规划；全部规划里有 1 条"]);
    check(USUAL, "po<Esc>/取得显著成效<Enter>", &["正文  1"]);
    check(USUAL, "/素养 规划:乙<Enter><Enter>/<Up><Up>", &["/ 素养 规划:乙\n"]);
}

#[test]
fn the_characters_that_answer_are_lit() {
    let highlighted = |keys: &str| {
        let mut app = app(80, 24);
        type_keys(&mut app, keys);
        let rows = app.page().regions.into_iter().flat_map(|region| region.rows);
        let spans = rows.flat_map(|row| row.spans);
        let highlighted = spans.filter(|span| {
            matches!(span.role, crate::app::screen::page::Role::Match | crate::app::screen::page::Role::SelectedMatch)
        });
        highlighted.map(|span| span.text).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(highlighted("/健康素养<Enter>"), "健康素养 健康素养");
    assert_eq!(highlighted("/jmjksy<Enter>"), "居民健康素养 居民健康素养");
    assert_eq!(highlighted("/rsj<Down><Enter>"), "市人社局");
    assert_eq!(highlighted("/婴儿<Enter>"), "婴儿");
}

#[test]
fn places_in_the_open_text_come_before_the_next_hit() {
    check(USUAL, "/健康素养<Enter><Tab>n", &["本文第 2/2 处"]);
    check(USUAL, "/健康素养<Enter><Tab>nN", &["本文第 1/2 处"]);
    check(USUAL, "/健康素养<Enter><Tab>nn", &["健康素养 2/3"]);
    check(USUAL, "/健康素养<Enter>n", &["健康素养 2/3"]);
    check(USUAL, "/健康素养<Enter>nnn", &["已是最后一处，回到第一处", "健康素养 1/3"]);
}

#[test]
fn sheets_open_narrow_and_close() {
    check(USUAL, "?", &["本页按键", "展开或收起"]);
    check(USUAL, "?引文", &["复制引文"]);
    check(USUAL, "/<F1>", &["搜索的写法", "部门:教育局", "写明该部门的任务"]);
    check_without("?引文", &["展开同级"]);
    check_without("?<Esc>", &["本页按键"]);
    check(USUAL, ":指标表<Enter>", &["基期"]);
    check(USUAL, "p<Space><Esc>", &["已选 2/3 部规划"]);
    check(USUAL, "po<Esc>", &["已选 1/3 部规划"]);
    check(USUAL, "po<Space>", &["至少须选择一部规划"]);
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
    assert!(screen(&app).contains("没有可清除或关闭的"));
}

#[test]
fn history_leads_back_and_forward() {
    check(USUAL, "2<Enter><Enter>H", &["\n 体育局 › 甲 › 1.提升居民健康素养"]);
    check(USUAL, "2<Enter><Enter>HL", &["主要任务 › 1."]);
    // Only H leads back; Esc has nothing to clear here.
    check(USUAL, "2<Enter><Enter><Esc>", &["主要任务 › 1.", "没有可清除或关闭的；H 回到前一处"]);
    check(USUAL, "H", &["已到最前"]);
}

#[test]
fn what_is_copied() {
    for (keys, expected) in [
        ("E}jjyp", "健康甲市行动2030 › 二、主要任务 › 1.提升居民健康素养"),
        ("E}jjY", "guihua show jia-2030/2.1"),
        ("Y", "guihua tree --plan jia-2030"),
        ("d人社<Enter><Esc>Y", "guihua dossier 人力资源和社会保障局"),
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
    assert!(citation.starts_with("《健康甲市行动2030》二、主要任务1.“提升居民健康素养”：到2025年"), "{citation}");
    assert!(citation.contains("牵头：市卫生健康局；配合：市人社局、市体育局、市健康办（按职责分工负责"), "{citation}");
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
    check(USUAL, "Z", &["Z 在这里不起作用"]);
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
    assert!(screen(&app).contains("全文未写责任单位"), "{}", screen(&app));
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
