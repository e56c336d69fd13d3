//! How the browser lies in the hand: what is typed without thinking, the way back, popups, scrolling.

use super::*;
use crate::app::tests::journeys::{BROAD, SMALL, USUAL, at_node, check, check_without};

/// Opens the five bundled plans at this size and presses the keys.
pub(super) fn with_plans((width, height): (u16, u16), keys: &str) -> App {
    let mut app = App::new(bundled(), Options { size: Size { width, height }, ..Options::default() });
    type_keys(&mut app, keys);
    app
}

/// Returns the rows of the body: the screen without the top line, the breadcrumb and the footer.
pub(super) fn body(app: &App) -> Vec<String> {
    let mut rows = app.page().to_text(app.size, app.session.width);
    rows.pop();
    rows.split_off(2)
}

#[test]
fn a_hanzi_begins_a_search_anywhere() {
    for keys in ["健康", "3健康", "y健康", "E}jj<Tab>健康", "4健康", "p健康", "o健康", "2<Enter>健康"] {
        for size in [SMALL, USUAL, BROAD] {
            check(size, keys, &["/ 健康\n", "任务  1"]);
        }
    }
    // What an input method types for a command key stays a command, and letters in full width do too.
    check(USUAL, "？", &["本页按键"]);
    check(USUAL, "ｊ", &["全文未写责任单位"]);
    check(USUAL, "Ｚ", &["不起作用"]);
    // A field that has the caret keeps what is typed.
    check(USUAL, "2f体育", &["筛选 体育"]);
    check(USUAL, "?引文", &["本页按键  ❯ 引文"]);
    check(USUAL, "健康<Esc>", &["接下来"]);
}

#[test]
fn back_leads_to_the_same_filter_pane_row_and_scroll() {
    let sizes = [SMALL, USUAL, BROAD];
    for keys in [
        "E}}jjjj<Tab>JJJ",
        "f近视<Enter>jj",
        "f教育局<Enter>jjj<Tab>JJ",
        "E}}<Tab>jjjjJJ",
        "2G<Enter>jjjj",
        "d卫生<Enter>jjjj",
        "2f教育<Enter><Esc>",
        "3f死亡<Enter>jl",
        "3tjj>",
        "3}}jjl",
        "4f单位<Enter>jjl",
        "4jjj<Tab>JJ",
        "5jj<Enter>jjjj",
        "5tjjj<Enter>jjjj",
        "5f死亡<Enter>j",
    ] {
        for size in sizes {
            let mut app = with_plans(size, keys);
            let before = (app.view().place(), body(&app));
            for travel in ["1", "2", "3", "4", "5", "]", "d<Esc>", "/医保局<Enter>", "/健康素养<Enter>"] {
                type_keys(&mut app, travel);
                // The key of the tab shown leads nowhere from its beginning.
                if keys.starts_with(travel) && app.view().place() == before.0 {
                    continue;
                }
                type_keys(&mut app, "jj");
                type_keys(&mut app, "H");
                assert_eq!((app.view().place(), body(&app)), before, "{keys} {travel} at {size:?}");
            }
        }
    }
}

#[test]
fn back_and_forward_through_many_places() {
    let mut app = with_plans(USUAL, "");
    let mut visited = vec![app.view().place()];
    for keys in ["jj2", "jj<Enter>", "jj<Enter>", "/控烟<Enter>", "n", "n", "5", "4", "<Enter>", "3", "1", "1", "d"] {
        let before = app.history.n_back();
        type_keys(&mut app, keys);
        if app.history.n_back() > before {
            visited.push(app.view().place());
        }
    }
    type_keys(&mut app, "<Esc>");
    assert!(visited.len() > 8, "{}", visited.len());
    let there = app.view().place();
    let n_back = app.history.n_back();
    type_keys(&mut app, &"H".repeat(n_back));
    assert!(!app.history.leads(false));
    type_keys(&mut app, &"L".repeat(n_back));
    assert_eq!(app.view().place(), there);
}

#[test]
fn esc_clears_or_closes_and_stays() {
    for keys in ["2<Enter><Enter>", "/婴儿<Enter>", "4<Enter>", "5<Enter><Enter>", "2m<Enter>", "1234"] {
        let mut app = app(80, 24);
        type_keys(&mut app, keys);
        let (tab, n_back) = (app.tab, app.history.n_back());
        assert!(n_back > 0, "{keys}");
        for _ in 0..5 {
            type_keys(&mut app, "<Esc>");
        }
        assert_eq!((app.tab, app.history.n_back()), (tab, n_back), "{keys}");
    }
}

#[test]
fn a_place_that_cannot_be_shown_is_no_step() {
    let mut app = app(80, 24);
    type_keys(&mut app, "jbkpo<Esc>B<Enter>");
    assert!(screen(&app).contains("该规划未选择"), "{}", screen(&app));
    assert_eq!(app.history.n_back(), 0);
}

#[test]
fn nothing_is_seen_beside_a_popup() {
    for size in [SMALL, USUAL, BROAD] {
        for keys in ["?", ":", "p", "B", "o", "s", "S", "2m", "3x", "3j<Enter>"] {
            let mut app = at_node(size, "yunfu-2030/3.1");
            type_keys(&mut app, keys);
            let rows = app.page().to_text(app.size, app.session.width);
            let first = rows.iter().position(|row| row.trim_start().starts_with('┌'));
            let last = rows.iter().position(|row| row.trim_start().starts_with('└'));
            let (Some(first), Some(last)) = (first, last) else { panic!("{keys}: no frame on\n{}", rows.join("\n")) };
            for row in rows.iter().take(last).skip(first + 1) {
                let row = row.trim();
                assert!(row.starts_with('│') && row.ends_with('│'), "{keys} at {size:?}: {row}");
            }
            assert!(rows[first].ends_with('┐') && rows[last].ends_with('┘'), "{keys} at {size:?}");
        }
    }
}

#[test]
fn the_text_scrolls_by_lines_from_the_first_press_on() {
    for (size, keys) in [
        (USUAL, "d卫生健康局<Enter>"),
        (USUAL, "d卫生健康局<Enter><Esc>"),
        (USUAL, "d教育局<Enter>jjjj"),
        ((160, 12), "d教育局<Enter>"),
        ((120, 12), "E}}}j"),
        ((160, 12), "E}}}<Tab>jj"),
        ((80, 12), "4<Tab>"),
        ((80, 12), "5<Enter>"),
        ((160, 12), "5<Enter>"),
    ] {
        let mut app = with_plans(size, keys);
        let before = body(&app);
        type_keys(&mut app, "J");
        let once = body(&app);
        assert_ne!(before, once, "{keys}");
        type_keys(&mut app, "K");
        assert_eq!(body(&app), before, "{keys}");
        type_keys(&mut app, "JJKK");
        assert_eq!(body(&app), before, "{keys}");
    }
    // One press is one line.
    let mut app = with_plans(USUAL, "d卫生健康局<Enter>");
    let right = |app: &App| -> Vec<String> {
        body(app).iter().map(|row| row.split('│').nth(1).unwrap_or_default().to_owned()).collect()
    };
    let before = right(&app);
    type_keys(&mut app, "J");
    assert_eq!(right(&app)[..before.len() - 1], before[1..]);
}

#[test]
fn the_key_of_the_tab_shown_leads_to_its_beginning() {
    for (tab, keys) in [("1", "E}}jj<Tab>"), ("2", "G<Enter>jj"), ("3", "}}jjl"), ("4", "jj<Tab>"), ("5", "jj<Enter>j")]
    {
        let mut app = with_plans(USUAL, tab);
        let top = (screen(&app), app.view().context());
        type_keys(&mut app, keys);
        let there = app.view().place();
        type_keys(&mut app, tab);
        if tab != "1" {
            assert_eq!((screen(&app), app.view().context()), top, "{tab}");
        }
        type_keys(&mut app, "H");
        assert_eq!(app.view().place(), there, "{tab}");
    }
    check(USUAL, "E}jj1", &["甲 健康甲市行动2030", "接下来"]);
}

#[test]
fn a_double_click_opens_what_its_first_click_chose() {
    // A click on the last row makes the list scroll.
    let mut app = with_plans(USUAL, "2");
    let mouse = |kind| Mouse { column: 3, row: 22, kind };
    app.mouse(mouse(MouseKind::Click));
    let chosen = app.view().location(&app.session);
    app.mouse(mouse(MouseKind::DoubleClick));
    assert_eq!(app.view().location(&app.session), chosen);
}

#[test]
fn a_filter_narrows_the_pane_with_the_focus() {
    // The list of departments, and the tasks of one; the counter counts the rows of that pane.
    check(USUAL, "2f体育<Enter><Esc>", &["筛选“体育” 1/1"]);
    let tasks = with_plans(USUAL, "d教育局<Enter>f近视<Enter>");
    let page = screen(&tasks);
    for part in ["筛选“近视” 1/", "筛选“近视”：列出", "Esc 清除", "教育局 › "] {
        assert!(page.contains(part), "no {part} on\n{page}");
    }
    check(USUAL, "2<Enter>", &[" 1/2\n"]);
    check(USUAL, "2<Enter>j", &[" 2/2\n"]);
    check(USUAL, "2<Enter>f健身<Enter>", &["筛选“健身” 1/1", "牵头 2.推动全民健身"]);
    check_without("2<Enter>f健身<Enter>", &["1.提升居民"]);
    check(USUAL, "2<Enter>f健身<Enter><Esc>", &["1.提升居民", " 2/2\n"]);
    check(USUAL, "2<Enter>f没有的词<Enter>", &["列出 0 项"]);
    // The years, and the targets of one.
    check(USUAL, "5f人均<Enter>", &["筛选“人均” 1/"]);
    check(USUAL, "5<Enter>f人均<Enter>", &["时限 › 2025年 › 人均预期寿命", "筛选“人均” 1/1"]);
    check(USUAL, "5<Enter>f人均<Enter><Esc>", &[" 2/4\n"]);
    check(USUAL, "5<Enter>f没有的词<Enter>", &["没有这样的目标"]);
}

#[test]
fn a_filter_narrows_the_tree_to_what_it_keeps() {
    for size in [SMALL, USUAL, BROAD] {
        let mut app = with_plans(size, "f近视<Enter>");
        let page = screen(&app);
        assert!(size == SMALL || page.contains("筛选“近视” "), "{page}");
        assert!(body(&app).iter().any(|row| row.contains("近视")), "{page}");
        // → and ← step in and out, as everything is unfolded.
        let found = app.view().node_ref(&app.session);
        type_keys(&mut app, "hl");
        assert_eq!(app.view().node_ref(&app.session), found, "{}", screen(&app));
        // Cleared, the tree is unfolded to the node under the cursor.
        type_keys(&mut app, "<Esc>");
        assert_eq!(app.view().node_ref(&app.session), found, "{}", screen(&app));
        assert!(!screen(&app).contains("筛选“"));
    }
    let before = with_plans(USUAL, "Ejjjjj");
    let mut app = with_plans(USUAL, "Ejjjjjf没有的词");
    assert!(screen(&app).contains("没有符合条件的章节或任务"), "{}", screen(&app));
    type_keys(&mut app, "<Esc>");
    assert_eq!(body(&app), body(&before));
    // What is led to is not hidden.
    let app = with_plans(USUAL, "f近视<Enter>/控烟<Enter>");
    assert!(!screen(&app).contains("筛选“"), "{}", screen(&app));
}

#[test]
fn the_tasks_of_an_office_by_role_year_and_plan() {
    check(USUAL, "2<Enter>t", &["筛选“角色:牵头” 1/1", "筛选“角色:牵头”：列出 1 项"]);
    check_without("2<Enter>t", &["1.提升居民"]);
    check(USUAL, "2<Enter>tt", &["筛选“角色:配合” 1/1"]);
    check(USUAL, "2<Enter>ttt", &["列出全部任务", " 1/2\n"]);
    check(USUAL, "2<Enter>T", &["筛选“年:2025” 1/1", "1.提升居民"]);
    check(USUAL, "2<Enter>P", &["筛选“规划:甲” 1/2"]);
    // A key tries only values that leave something of what the others keep.
    let mut app = with_plans(USUAL, "d卫生健康局<Enter>tT");
    let page = screen(&app);
    assert!(page.contains("角色:牵头 年:20") && !page.contains("列出 0 项"), "{page}");
    type_keys(&mut app, "<Esc>");
    assert!(!screen(&app).contains("筛选“"), "{}", screen(&app));
    check(USUAL, "2<Enter>PPtt<Esc>", &[" 1/2\n"]);
    check(USUAL, "2<Enter>Ptt", &["筛选“规划:甲 角色:配合” 1/1"]);
    // Typed, in the notation of the search.
    check(USUAL, "2<Enter>f角色:lead 健身<Enter>", &["1/1", "牵头 2.推动全民健身"]);
    check(USUAL, "2<Enter>f!健身<Enter>", &["1/1", "配合 1.提升居民"]);
    // In the list of departments the keys mean nothing.
    check(USUAL, "2t", &["不起作用"]);
}

#[test]
fn the_office_of_the_user_comes_first_among_the_deadlines() {
    let open = |office: Option<&str>, keys: &str| {
        let own_office = office.map(str::to_owned);
        let size = Size { width: 80, height: 24 };
        let mut app = App::new(bundled(), Options { size, own_office, ..Options::default() });
        type_keys(&mut app, keys);
        body(&app)
    };
    let own = open(Some("民政局"), "5");
    assert!(own[0].trim_start().starts_with("部门") && own[1].starts_with(" 我局 民政局"), "{own:?}");
    assert!(open(Some("民政局"), "5t")[0].trim_start().starts_with("年份"));
    for office in [None, Some("没有这个局")] {
        assert!(open(office, "5")[0].trim_start().starts_with("年份"));
        assert!(!open(office, "5t").join("").contains("我局"));
    }
    // The search knows it too.
    assert!(open(Some("民政局"), "/我局").join("").contains("民政局"));
    // Head and rows: the names begin in one column, the numbers end in one.
    for keys in ["5", "5t"] {
        let rows = open(None, keys);
        let list = |row: &str| row.split('│').next().unwrap_or_default().trim_end().to_owned();
        let width = |row: &String| Width::Narrow.of(row);
        let (head, first) = (list(&rows[0]), list(&rows[1]));
        let indent = |row: &str| row.len() - row.trim_start().len();
        assert_eq!((width(&head), indent(&head)), (width(&first), indent(&first)), "{head}\n{first}");
    }
}

#[test]
fn rows_of_unlike_units_are_not_sorted() {
    for keys in ["3O", "3>", "3<lt>"] {
        check(USUAL, keys, &["不能排序：单位不一（", "先按 f 筛出同一单位的行", "健康水平"]);
    }
    check_without("3", &["O 排序"]);
    check(USUAL, "3f婴儿<Enter>O", &["从小到大排"]);
    // Without the filter the rows are unlike again, and stand as printed.
    check(USUAL, "3f婴儿<Enter>O<Esc>", &["健康水平", "健康生活"]);
}

#[test]
fn footer_and_breadcrumb_take_clicks() {
    let click = |app: &mut App, text: &str, row: u16| {
        let rows = app.page().to_text(app.size, app.session.width);
        let line = &rows[usize::from(row)];
        let (before, _) = line.split_once(text).unwrap_or_else(|| panic!("no {text} in {line}"));
        let column = u16::try_from(Width::Narrow.of(before)).unwrap();
        app.mouse(Mouse { column, row, kind: MouseKind::Click });
    };
    for (keys, hint, wanted) in [
        ("", "搜索", "输入即搜索"),
        ("", "Enter", "▾ 甲"),
        ("", "帮助", "本页按键"),
        ("2", "f 筛选", "输入即筛选"),
        ("2", "看任务", "体育局 › 甲"),
        ("p", "只选此部", "[ ]  乙"),
        ("3<Enter>", "关闭", "基期"),
        ("/婴儿", "打开", "/ 婴儿 1/1"),
    ] {
        let mut app = app(120, 24);
        type_keys(&mut app, keys);
        click(&mut app, hint, 23);
        assert!(screen(&app).contains(wanted), "{keys} {hint}:\n{}", screen(&app));
    }
    for (keys, crumb, wanted) in [
        ("E}jj", "二、主要任务", "健康甲市行动2030 › 二、主要任务\n"),
        ("E}jj", "健康甲市行动2030", "\n 健康甲市行动2030 "),
        ("2<Enter>", "甲", "\n 健康甲市行动2030 "),
        ("2<Enter>", "1.提升", "二、主要任务 › 1.提升居民健康素养"),
        ("3", "甲", "\n 健康甲市行动2030 "),
        ("4", "甲", "\n 健康甲市行动2030 "),
        ("5t", "人力资源", "部门             牵头"),
    ] {
        let mut app = app(80, 24);
        type_keys(&mut app, keys);
        let before = app.view().place();
        click(&mut app, crumb, 1);
        assert!(screen(&app).contains(wanted), "{keys} {crumb}:\n{}", screen(&app));
        type_keys(&mut app, "H");
        assert_eq!(app.view().place(), before, "{keys} {crumb}");
    }
    // Beside the texts a click does nothing; on a message it presses no key.
    let mut app = app(80, 24);
    let before = screen(&app);
    app.mouse(Mouse { column: 70, row: 1, kind: MouseKind::Click });
    assert_eq!(screen(&app), before);
}

#[test]
fn no_hint_for_a_key_that_does_nothing() {
    check_without("4", &["换一处"]);
    check_without("3f婴儿<Enter>", &["下一张表"]);
    check_without("3f没有的词<Enter>", &["指标详情", "各规划对照"]);
    check_without("2f没有的词<Enter>", &["看任务", "换窗格"]);
    check_without("jj", &["全展开"]);
    check_without("", &["滚正文"]);
    let long = with_plans((160, 12), "E}}}j");
    assert!(screen(&long).contains("滚正文"), "{}", screen(&long));
}

#[test]
fn every_form_of_a_query_is_told_everywhere() {
    use crate::search::FilterKind::*;
    use crate::words::{Language, within};
    let told = |language, readme: &str| {
        within(language, || {
            let help = <crate::command::Search as clap::Args>::augment_args(clap::Command::new("search"));
            let help = help.clone().render_long_help().to_string();
            let filters = crate::command::QUERY_FORMS.iter().filter_map(|form| form.typed.get().split_once(':'));
            for (name, _) in filters.clone() {
                assert!(help.contains(&format!("{name}:")), "{name} in search --help");
            }
            for form in crate::command::QUERY_FORMS {
                let typed = format!("`{}`", form.typed.get().replace('|', "\\|"));
                assert!(readme.contains(&typed), "{typed}");
            }
            let named: Vec<&str> = filters.map(|(name, _)| name).collect();
            for kind in [Department, Plan, Indicator, Year, Lead, Joint, Role, Due, Level] {
                assert!(named.contains(&kind.name()), "{kind:?}");
            }
        });
    };
    told(Language::English, include_str!("../../../README.md"));
    told(Language::Chinese, include_str!("../../../README.zh-CN.md"));
    for keys in ["?层级", "/<F1>层级"] {
        check(USUAL, keys, &["层级:国家", "某一层级的部门"]);
    }
    check(USUAL, "?括号", &["(瑶医 | 壮医) !武术"]);
}
