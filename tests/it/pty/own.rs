//! Own plans in the real program: a path with blanks and hanzi is typed, completed and imported, the place is kept, and the
//! import is undone and brought back, in a window of every size and in both languages.

use std::fs;
use std::path::Path;

use super::session::Session;
use super::{FIRST_SCREEN, check_restored};

const PLAN: &str = "江海市卫生健康“十五五”规划\n\n一、总体要求\n\n坚持健康优先。\n\n二、主要任务\n\n（一）控制吸烟\n\n\
    公共场所全面禁烟，建设无烟码头。（责任单位：市教育局、市碧波办）\n";

/// A home with a document in a folder with a blank in its name.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("规划 文稿");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("江海市 规划.txt"), PLAN).expect("a file");
    fs::write(folder.join("江海市 旧稿.docx"), "x").expect("a file");
    home
}

/// Whether the library has the plan.
fn is_imported(home: &Path) -> bool {
    home.join("XDG_DATA_HOME/guihua/plans/江海市-规划.json").exists()
}

fn has(screen: &vt100::Screen, words: &str) -> bool {
    screen.contents().contains(words)
}

#[test]
fn a_document_is_imported_undone_and_brought_back_where_one_reads() {
    for size in [(80, 24), (44, 14), (160, 45)] {
        let home = home();
        let mut session = Session::start_at(home.path(), &["--at", "yunfu-2030/3.1.1"], size);
        session.wait_for("健康科普");
        session.keys(":导入 ~/规划 \t");
        session.wait_for("规划 文稿/");
        session.keys("江海市\t");
        session.wait_for("江海市 旧稿.docx");
        session.keys("规划.txt\r");
        session.wait_for("导入结果");
        session.wait_until("the report", |screen| has(screen, "江海市卫生健康") && has(screen, "新导入"));
        assert!(is_imported(home.path()), "{size:?}");
        // The report is closed, and what was read is there again, with the plan beside it.
        session.keys("\u{1b}");
        session.wait_until("the place", |screen| !has(screen, "导入结果") && has(screen, "健康科普"));
        session.keys("U");
        session.wait_for("已撤销 1 部的导入");
        assert!(!is_imported(home.path()), "{size:?}");
        session.keys("U");
        session.wait_for("已恢复 1 部的导入");
        assert!(is_imported(home.path()), "{size:?}");
        session.keys("/无烟码头\r");
        session.wait_until("the task", |screen| {
            has(screen, "建设无烟码头") && screen.contents().lines().nth(1).is_some_and(|row| row.contains("控制吸烟"))
        });
        session.keys("\u{3}");
        assert_eq!(session.end(), 0, "{size:?}");
        check_restored(&session);
    }
}

#[test]
fn what_cannot_be_imported_is_said_and_the_screen_stays() {
    let home = home();
    let mut session = Session::start_at(home.path(), &["--lang", "en"], (100, 30));
    session.wait_for("Plans");
    session.wait_for(FIRST_SCREEN);
    session.keys("I~/规划 文稿/江海市 旧稿.docx\r");
    session.wait_until("the reason", |screen| has(screen, "Imported") && has(screen, "旧稿.docx"));
    session.keys("\u{1b}");
    session.keys(":import ~/nowhere.txt\r");
    session.wait_for("there is no such file");
    session.keys("\u{1b}");
    // A whole folder: one is imported, the other told.
    session.keys("I~/规划 文稿\r");
    session.wait_until("the report", |screen| has(screen, "旧稿.docx") && has(screen, "not in the list of offices"));
    assert!(is_imported(home.path()));
    session.keys("qq");
    assert_eq!(session.end(), 0);
    check_restored(&session);
}

/// Lets the folder of the library look as if nothing had come or gone in it for a while.
#[cfg(unix)]
fn settle(home: &Path) {
    let folder = fs::File::open(home.join("XDG_DATA_HOME/guihua/plans")).expect("the library");
    let before = std::time::SystemTime::now() - std::time::Duration::from_secs(60);
    folder.set_modified(before).expect("the time of a folder");
}

#[cfg(unix)]
#[test]
fn a_plan_that_others_changed_where_it_stands_is_put_right_behind_the_first_screen() {
    let home = home();
    let mut session = Session::start_at(home.path(), &[], (100, 30));
    session.wait_for(FIRST_SCREEN);
    session.keys("I~/规划 文稿/江海市 规划.txt\r");
    session.wait_for("导入结果");
    session.keys("\u{1b}");
    session.keys("\u{3}");
    assert_eq!(session.end(), 0);
    settle(home.path());
    // The second start looks at all files and keeps what it saw of the folder, which the third believes.
    let at = ["--plan", "江海市-规划"];
    for title in ["江海市卫生健康", "江海市卫生健康", "临江市卫生健康", "临江市卫生健康"] {
        let file = home.path().join("XDG_DATA_HOME/guihua/plans/江海市-规划.json");
        let text = fs::read_to_string(&file).expect("the plan");
        let is_changed = !text.contains(title);
        if is_changed {
            fs::write(&file, text.replace("江海市卫生健康", title)).expect("a file");
        }
        let mut session = Session::start_at(home.path(), &at, (100, 30));
        session.wait_for(title);
        session.wait_until("whether it is said", |screen| has(screen, "已重新读取") == is_changed);
        session.keys("\u{3}");
        assert_eq!(session.end(), 0);
        check_restored(&session);
    }
}
