//! Exporting what is shown: the prompt by its keys, without a file system; and the mark of a
//! draft on whatever is copied.

use super::*;
use crate::app::state::file::{Files, Save, Saved};
use crate::command::Format;

const FORMATS: [Format; 3] = [Format::Xlsx, Format::Csv, Format::Text];

pub(super) const FILES: Files =
    Files { offered: |_| FORMATS.to_vec(), resolved: |name| format!("/家/{name}"), completed: |_| Vec::new() };

fn with_files(width: u16, height: u16) -> App {
    let options = Options { size: Size { width, height }, files: Some(FILES), ..Options::default() };
    App::new(fixture::library(), options)
}

/// Returns the file that the keys ask for.
#[track_caller]
fn asked(app: &mut App, keys: &str) -> Save {
    match type_keys(app, keys).as_slice() {
        [Effect::Save(save)] => save.clone(),
        other => panic!("{keys}: {other:?}\n{}", screen(app)),
    }
}

#[test]
fn what_is_shown_is_what_is_asked_for() {
    for (keys, command, name) in [
        ("<C-s><Enter>", "guihua tree --plan jia-2030", "甲-目录.xlsx"),
        ("E}j<C-s><Enter>", "guihua show jia-2030/2 --deep", "甲-二、主要任务.xlsx"),
        ("E}jj<C-s><Enter>", "guihua show jia-2030/2.1", "甲-1.提升居民健康素养.xlsx"),
        (
            "d人社<Enter><Esc><C-s><Tab><Enter>",
            "guihua dossier 人力资源和社会保障局",
            "人力资源和社会保障局-部门任务清单.csv",
        ),
        ("d人社<Enter>j<C-s><Enter>", "guihua dossier 人力资源和社会保障局", "人力资源和社会保障局-部门任务清单.xlsx"),
        ("3j<C-s><Enter>", "guihua indicators --plan jia-2030", "甲-指标.xlsx"),
        ("3jx<C-s><S-Tab><Enter>", "guihua compare 婴儿死亡率", "婴儿死亡率-指标对照.txt"),
        ("/健康 素养<C-s><Enter>", "guihua search '健康 素养' --limit 500", "健康 素养-查找.xlsx"),
        ("<C-s><C-u>~/表.txt<Enter>", "guihua tree --plan jia-2030", "~/表.txt"),
        ("<C-s><C-u>表<Enter>", "guihua tree --plan jia-2030", "表.xlsx"),
        ("j<C-s><Enter>", "guihua tree --plan yi-145", "乙（征求意见稿）-目录.xlsx"),
    ] {
        for (width, height) in [(44, 14), (80, 24), (160, 45)] {
            let mut app = with_files(width, height);
            let save = asked(&mut app, keys);
            assert_eq!((save.command.to_string().as_str(), save.name.as_str()), (command, name), "{keys}");
            assert!(save.name.ends_with(save.format.extension()) && !save.overwrite);
            check_page(&app, keys);
        }
    }
}

#[test]
fn the_prompt_says_what_it_needs() {
    for (width, height) in [(44, 14), (80, 24)] {
        let mut app = with_files(width, height);
        type_keys(&mut app, "<C-s>");
        for wanted in
            ["导出本页内容", "甲-目录.xlsx", "/家/甲-目录.xlsx", "> xlsx", "Excel 工作簿", "Enter 保存", "Tab 换格式"]
        {
            assert!(screen(&app).contains(wanted), "no {wanted}\n{}", screen(&app));
        }
        assert!(app.page().cursor_visible);
        assert_eq!(type_keys(&mut app, "<C-u>表.doc<Enter>"), []);
        assert!(screen(&app).contains("没有 .doc 这种格式"), "{}", screen(&app));
        assert_eq!(type_keys(&mut app, "<C-u><Enter>"), []);
        assert!(screen(&app).contains("请输入文件名"), "{}", screen(&app));
        type_keys(&mut app, "<Esc>");
        assert!(!screen(&app).contains("导出本页内容"));
    }
    let mut app = with_files(80, 24);
    type_keys(&mut app, "2<Enter>f健身<Enter><C-s>");
    assert!(screen(&app).contains("筛选只在屏幕上"), "{}", screen(&app));
    // A search is exported without the filter.
    type_keys(&mut app, "<Esc>/健康<C-s>");
    assert!(!screen(&app).contains("筛选只在屏幕上"), "{}", screen(&app));
    // The chosen format is in sight where there is no room for all.
    let mut app = with_files(44, 8);
    type_keys(&mut app, "<C-s><S-Tab>");
    assert!(screen(&app).contains("> txt"), "{}", screen(&app));
    // Without files there is no prompt.
    let mut app = super::app(80, 24);
    type_keys(&mut app, "<C-s>");
    assert!(screen(&app).contains("不能保存文件"), "{}", screen(&app));
}

#[test]
fn what_came_of_it_is_said() {
    let mut app = with_files(120, 24);
    asked(&mut app, "<C-s><Enter>");
    app.saved(Saved::Failed("没有写入的权限".to_owned()));
    assert!(screen(&app).contains("没有写入的权限") && screen(&app).contains("甲-目录.xlsx"), "{}", screen(&app));
    assert!(!asked(&mut app, "<Enter>").overwrite);
    app.saved(Saved::Exists);
    assert!(screen(&app).contains("再按 Enter 覆盖"), "{}", screen(&app));
    assert!(!asked(&mut app, "x<Enter>").overwrite);
    app.saved(Saved::Exists);
    assert!(asked(&mut app, "<Enter>").overwrite);
    let messages = vec!["乙不在其中".to_owned()];
    app.saved(Saved::Written { path: "~/表.xlsx".to_owned(), n_rows: Some(7), opens: "用 Excel 打开", messages });
    let shown = screen(&app);
    assert!(
        shown.contains("已保存到 ~/表.xlsx，7 行，用 Excel 打开；乙不在其中") && !shown.contains("导出本页"),
        "{shown}"
    );
    type_keys(&mut app, "j");
    assert!(!screen(&app).contains("已保存到"));
}

#[test]
fn the_prompt_stands_over_a_sheet_and_gives_it_back() {
    let mut app = with_files(80, 24);
    type_keys(&mut app, "3jx");
    let popup = screen(&app);
    type_keys(&mut app, "<C-s>q?/<Esc>");
    assert_eq!(screen(&app), popup);
    let mut app = with_files(80, 24);
    type_keys(&mut app, "<C-s>");
    app.paste("一\n二");
    assert!(screen(&app).contains("甲-目录一 二.xlsx"), "{}", screen(&app));
    app.mouse(Mouse { column: 0, row: 0, kind: MouseKind::Click });
    assert!(!screen(&app).contains("导出本页内容"), "a click beside it closes it");
    type_keys(&mut app, "<C-s>");
    let row = screen(&app).lines().position(|line| line.contains("csv")).unwrap();
    app.mouse(Mouse { column: 20, row: u16::try_from(row).unwrap(), kind: MouseKind::Click });
    assert!(screen(&app).contains("甲-目录.csv"), "{}", screen(&app));
}

#[test]
fn a_draft_is_marked_on_whatever_is_copied() {
    for (plan, is_draft) in [("湘桥", true), ("中山", true), ("云浮", false)] {
        let dataset = Arc::clone(bundled().dataset());
        let plan = dataset.plans.iter().find(|known| known.short == plan).unwrap();
        let of_text = plan.nodes.iter().filter(|node| !node.paragraphs.is_empty()).step_by(20);
        let places = of_text.map(|node| Location::Node(node.id.clone()));
        let tables = plan.tables().map(|table| Location::Indicator(table.id.clone(), 1));
        let mut n_copied = 0;
        for location in places.chain(tables).chain([Location::Plan(plan.id.clone())]) {
            for keys in ["yy", "yc", "yp"] {
                let size = Size { width: 100, height: 30 };
                let mut app = App::new(bundled(), Options { size, at: Some(location.clone()), ..Options::default() });
                let copied = type_keys(&mut app, keys);
                let [Effect::Copy(text)] = copied.as_slice() else { panic!("{location:?} {keys}: {copied:?}") };
                assert_eq!(text.contains("征求意见稿"), is_draft, "{location:?} {keys}: {text}");
                n_copied += 1;
            }
        }
        assert!(n_copied > 9, "{n_copied}");
    }
    // The dossier of a department lists all plans that name it, with drafts marked.
    let size = Size { width: 100, height: 30 };
    let at = Some(Location::Department("education".to_owned()));
    let mut app = App::new(bundled(), Options { size, at, ..Options::default() });
    for keys in ["yy", "yc"] {
        let copied = type_keys(&mut app, keys);
        assert!(
            matches!(copied.as_slice(), [Effect::Copy(text)] if text.contains("中山") && text.contains("征求意见稿"))
        );
    }
}
