//! Files of what is shown, written by the real program: Ctrl-s, and what is then on the disk.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};

use super::session::STATE;
use super::{FIRST_SCREEN, Session, check_restored};

const CTRL_S: &str = "\u{13}";

/// The cells of a workbook's first tab.
fn cells(path: &Path) -> Vec<Vec<Data>> {
    let bytes = fs::read(path).expect("the file is there");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a tab").expect("a readable tab");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    // The session of the program is stored beside them.
    names.retain(|name| name != STATE);
    names.sort();
    names
}

#[test]
fn a_workbook_of_a_bureau_is_written_asked_about_and_left_alone() {
    let mut session = Session::start(&["--dept", "人社局"], (80, 24));
    let home = session.home().to_owned();
    session.wait_for("人力资源和社会保障局");
    // Esc leaves nothing.
    session.keys(CTRL_S);
    session.wait_for("导出本页内容");
    session.wait_for("人力资源和社会保障局-部门任务清单.xlsx");
    session.keys("\u{1b}");
    session.wait_until("the prompt is gone", |screen| !screen.contents().contains("导出本页内容"));
    assert!(names(&home).is_empty());
    // The name proposed, in the user's home.
    session.keys(&format!("{CTRL_S}\u{1}~/\r"));
    session.wait_for("已保存到 ~/人力资源和社会保障局-部门任务清单.xlsx");
    let path = home.join("人力资源和社会保障局-部门任务清单.xlsx");
    let rows = cells(&path);
    assert!(rows.len() > 15, "{}", rows.len());
    assert!(rows[0][0].to_string().contains("任务分工表 — "), "{:?}", rows[0]);
    assert_eq!(rows[1][2], Data::String("任务".to_owned()));
    assert_eq!(rows[2][0], Data::Float(1.0));
    // Once more: it asks, and Esc leaves the file as it was.
    fs::write(&path, "旧").expect("written");
    session.keys(&format!("{CTRL_S}\u{1}~/\r"));
    session.wait_for("再按 Enter 覆盖");
    session.keys("\u{1b}");
    session.wait_until("the prompt is gone", |screen| !screen.contents().contains("导出本页内容"));
    assert_eq!(fs::read_to_string(&path).expect("still there"), "旧");
    // And replaced on demand.
    session.keys(&format!("{CTRL_S}\u{1}~/\r"));
    session.wait_for("再按 Enter 覆盖");
    session.keys("\r");
    session.wait_for("已保存到 ~/");
    assert_eq!(cells(&path), rows);
    assert_eq!(names(&home), ["人力资源和社会保障局-部门任务清单.xlsx"]);
    session.keys("q");
    assert_eq!(session.end(), 0);
    check_restored(&session);
}

#[test]
fn what_cannot_be_written_is_said_on_the_screen_and_nowhere_else() {
    let mut session = Session::start(&[], (80, 24));
    session.wait_for(FIRST_SCREEN);
    // The foot is painted last.
    session.wait_for("? 帮助");
    let before = session.rows();
    session.keys(&format!("{CTRL_S}\u{15}~/没有/表.csv\r"));
    session.wait_for("没有这个文件夹");
    session.check("the name stays", |screen| screen.contents().contains("表.csv"));
    // To the same name elsewhere, in another format.
    session.keys("\u{15}~/表.html\r");
    session.wait_for("已保存到 ~/表.html");
    assert!(fs::read_to_string(session.home().join("表.html")).expect("written").starts_with("<!DOCTYPE html>"));
    // Nothing but the foot has changed.
    session.keys("k");
    session.wait_until("the foot is as before", |screen| !screen.contents().contains("已写入"));
    let after = session.rows();
    assert_eq!(after.get(..23), before.get(..23));
    session.keys("q");
    assert_eq!(session.end(), 0);
}
