//! A library of many plans: heads in the tree, their folds, and imports that change what the browser is over.

use super::*;
use crate::app::state::file::Imported;
use crate::app::state::saved::SavedSession;
use crate::app::tests::hand::body;
use crate::app::tests::journeys::{BROAD, SMALL, USUAL};

fn options((width, height): (u16, u16)) -> Options {
    let files = Files {
        offered: |_| Vec::new(),
        resolved: str::to_owned,
        completed: |typed| match typed {
            "规" => vec!["规划 一.docx".to_owned(), "规划 稿/".to_owned()],
            "规划 一" => vec!["规划 一.docx".to_owned()],
            _ => Vec::new(),
        },
    };
    let bundled = vec!["p0-2030".to_owned(), "p1-2030".to_owned()];
    Options { size: Size { width, height }, files: Some(files), bundled, ..Options::default() }
}

fn over(n: usize, size: (u16, u16), keys: &str) -> App {
    let mut app = App::new(Arc::new(fixture::many(n)), options(size));
    type_keys(&mut app, keys);
    app
}

fn has(app: &App, wanted: &str) -> bool {
    screen(app).contains(wanted)
}

#[test]
fn few_plans_have_no_heads_and_many_are_below_theirs() {
    for size in [SMALL, USUAL, BROAD] {
        assert!(has(&over(9, size, ""), "东浦市健康第0号") && !has(&over(9, size, ""), "内置规划"), "{size:?}");
        let app = over(200, size, "");
        assert!(has(&app, "内置规划"), "{}", screen(&app));
        assert!(has(&app, "江海市") && !has(&app, "江海市健康第4号"), "{}", screen(&app));
    }
    // The places stand in the order of their sound, and those without a group of their own have no second head.
    let app = over(60, (80, 30), "");
    let heads: Vec<usize> = ["北川市", "东浦市", "丰泽市", "江海市"]
        .iter()
        .map(|place| screen(&app).find(place).unwrap_or_else(|| panic!("{place} {}", screen(&app))))
        .collect();
    assert!(heads.is_sorted(), "{}", screen(&app));
}

#[test]
fn heads_are_folded_by_the_keys_of_the_tree() {
    let mut app = over(200, USUAL, "jl");
    assert!(has(&app, "2026—2030年 规划") && has(&app, "2021—2025年 行动方案"), "{}", screen(&app));
    type_keys(&mut app, "jl");
    assert!(has(&app, "健康第"), "{}", screen(&app));
    type_keys(&mut app, "jl");
    assert!(has(&app, "一、总体要求"), "{}", screen(&app));
    // One step up after the other.
    type_keys(&mut app, "hhhhh");
    assert!(!has(&app, "2026—2030年 规划"), "{}", screen(&app));
    type_keys(&mut app, "h");
    assert!(has(&app, "最上一级"), "{}", screen(&app));
    type_keys(&mut app, "e");
    assert!(has(&app, "健康第0号"), "all heads are unfolded: {}", screen(&app));
    type_keys(&mut app, "C");
    assert!(!has(&app, "健康第0号") && has(&app, "江海市"), "{}", screen(&app));
    // The place above says which head it is, and its plans stand beside it.
    let app = over(200, USUAL, "jj");
    assert!(has(&app, "东浦市") && has(&app, "22 部规划") && has(&app, "东浦市健康第9号"), "{}", screen(&app));
}

#[test]
fn a_filter_and_a_search_lead_below_the_heads_and_the_next_run_begins_there() {
    let mut app = over(200, USUAL, "");
    app.update(Action::Open(Open::Filter));
    app.paste("工作");
    type_keys(&mut app, "<Enter>");
    assert!(has(&app, "内置规划") && has(&app, "（一）工作"), "{}", screen(&app));
    type_keys(&mut app, "<Esc>C");
    app.go(&Location::Node("p77-2030/1.1".to_owned()), None);
    app.settle();
    assert!(has(&app, "健康第77号") && has(&app, "（一）工作"), "{}", screen(&app));
    for keys in ["", "h", "hhh", "hhhhjl", "hhhh"] {
        type_keys(&mut app, keys);
        type_keys(&mut app, "<C-l>");
        let written = serde_json::to_string(&app.snapshot()).unwrap();
        let session: SavedSession = serde_json::from_str(&written).unwrap();
        let again = App::new(Arc::new(fixture::many(200)), Options { session: Some(session), ..options(USUAL) });
        let mut again = again;
        type_keys(&mut again, "<C-l>");
        assert_eq!(body(&again), body(&app), "{keys}");
    }
}

#[test]
fn every_size_and_key_holds_with_heads() {
    for size in SIZES {
        let mut app = over(60, *size, "");
        for keys in [
            "l",
            "j",
            "E",
            "G",
            "l",
            "{",
            "}",
            "e",
            "c",
            "f健康<Enter>",
            "l",
            "h",
            "<Esc>",
            "<Tab>",
            "2",
            "3",
            "1",
            "k",
            "h",
        ] {
            type_keys(&mut app, keys);
            let rows = app.page().to_text(app.size, app.session.width);
            assert!(rows.len() <= usize::from(size.1), "{size:?} {keys}");
        }
    }
}

fn import(app: &mut App, path: &str) -> Vec<Effect> {
    type_keys(app, ":");
    for typed in ["导入", " "] {
        app.paste(typed);
    }
    app.paste(path);
    type_keys(app, "<Enter>")
}

#[test]
fn a_path_is_typed_completed_and_imported_and_the_place_is_kept() {
    let mut app = over(60, USUAL, "");
    app.go(&Location::Node("p44-2030/1.1".to_owned()), None);
    app.settle();
    let before = body(&app);
    type_keys(&mut app, ":");
    app.paste("导入 规");
    assert!(has(&app, "导入  ❯ 规") && has(&app, "补全路径"), "{}", screen(&app));
    type_keys(&mut app, "<Tab>");
    assert!(has(&app, "❯ 规划 ") && has(&app, "规划 一.docx") && has(&app, "规划 稿/"), "{}", screen(&app));
    app.paste("一");
    assert!(!has(&app, "规划 稿/"), "{}", screen(&app));
    type_keys(&mut app, "<Tab>");
    assert_eq!(type_keys(&mut app, "<Enter>"), [Effect::Import("规划 一.docx".to_owned())]);
    assert!(has(&app, "正在导入 规划 一.docx"), "{}", screen(&app));
    app.importing("3/40 规划 一.docx");
    assert!(has(&app, "正在导入 3/40"), "{}", screen(&app));
    assert_eq!(import(&mut app, "二.txt"), []);
    type_keys(&mut app, "<Esc>");
    let lines = ["江海规划  [jh]（新导入）", "  存疑：1 处", "    第 3 行：括号不成对"].map(str::to_owned).to_vec();
    let imported = Imported { lines, can_undo: true, words: "已导入 1 部".to_owned(), failures: Vec::new() };
    app.imported(&imported, Some(Arc::new(fixture::many(61))));
    for wanted in ["导入结果", "江海规划", "第 3 行：括号不成对", "按 U 撤销导入", "已导入 1 部"]
    {
        assert!(has(&app, wanted), "{wanted}: {}", screen(&app));
    }
    assert_eq!(type_keys(&mut app, "U"), [Effect::UndoImport]);
    app.imported(
        &Imported { can_undo: true, words: "已撤销".to_owned(), ..Imported::default() },
        Some(Arc::new(fixture::many(60))),
    );
    type_keys(&mut app, "<C-l>");
    assert_eq!(body(&app), before, "the place is as it was");
}

#[test]
fn what_cannot_be_imported_or_undone_is_said() {
    let mut app = over(9, USUAL, "U");
    assert!(has(&app, "没有可撤销的导入"), "{}", screen(&app));
    type_keys(&mut app, "I<Enter>");
    assert!(has(&app, "请输入文件或文件夹的路径"), "{}", screen(&app));
    assert_eq!(type_keys(&mut app, "<Esc>:import<Enter>"), [], "the command by its name opens the line");
    assert!(has(&app, "补全路径"), "{}", screen(&app));
    app.paste("没有.txt");
    type_keys(&mut app, "<Tab>");
    assert!(has(&app, "没有以此开头"), "{}", screen(&app));
    assert_eq!(type_keys(&mut app, "<Enter>"), [Effect::Import("没有.txt".to_owned())]);
    // Whoever types meanwhile is not interrupted, and the failure is said all the same.
    type_keys(&mut app, "/");
    app.paste("健康");
    let failures = vec!["没有.txt：没有这个文件".to_owned()];
    app.imported(&Imported { failures, words: "已导入 0 部".to_owned(), ..Imported::default() }, None);
    assert!(has(&app, "健康") && has(&app, "已导入 0 部") && app.mode == Mode::Search, "{}", screen(&app));
    let mut none = app_without_files();
    type_keys(&mut none, "I");
    assert!(screen(&none).contains("此处不能导入"), "{}", screen(&none));
}

#[test]
fn a_long_path_scrolls_so_that_its_end_is_seen() {
    let mut app = over(9, SMALL, "I");
    app.paste("~/文件夹/规划 文稿/二〇二六年/江海市卫生健康规划（定稿）.docx");
    let page = app.page();
    assert!(has(&app, "（定稿）.docx ") && !has(&app, "~/文件夹"), "{}", screen(&app));
    assert!(page.cursor.is_some_and(|(column, _)| column < SMALL.0 - 1));
}

fn app_without_files() -> App {
    app(80, 24)
}
