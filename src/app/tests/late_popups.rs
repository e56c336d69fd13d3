//! Popups over a library that answers late, or with a failure: they open at once and fill themselves.

use std::sync::Arc;

use super::late::{answer, failing, late, partial};
use super::{App, Options, Size, bundled, check_page, screen, type_keys};
use crate::library::late::{Late, Mood};
use crate::library::{self, Library};

/// A browser over the five plans that has been answered so far, and one over the same that is answered at once.
fn over_bundled(height: u16) -> (App, Arc<Late>, App) {
    let library = Arc::new(Late::new(library::bundled().unwrap()));
    library.turn(Mood::Answering);
    let options = || Options { size: Size { width: 120, height }, ..Options::default() };
    (App::new(Arc::clone(&library) as Arc<dyn Library>, options()), library, App::new(bundled(), options()))
}

#[test]
fn popups_wait_for_all_they_show_and_fill_themselves() {
    for (before, keys, title, question) in [
        ("2", "m", "部门任务总表", "plan"),
        ("Ejjjjjjjj", "s", "其他规划相近表述", "plan"),
        ("Ejjjjjjjj", "s", "其他规划相近表述", "similar"),
        ("Ejjjjjjjj", "S", "两边对照", "similar"),
        ("3jj", "x", "指标对照", "plan"),
        ("3jj", "x", "指标对照", "targets"),
        ("Ejjjjjjjj", "o", "原文", "source"),
    ] {
        let (mut app, library, mut quick) = over_bundled(30);
        // The contents of the plans behind the first are asked for only now.
        library.turn_one(question, Mood::Silent);
        type_keys(&mut app, &format!("{before}{keys}"));
        let waiting = screen(&app);
        assert!(app.popup.is_some() && waiting.contains(title) && waiting.contains("正在读取"), "{keys}: {waiting}");
        check_page(&app, keys);
        library.turn_one(question, failing());
        app.wake();
        assert!(screen(&app).contains("连接被拒绝"), "{keys}: {}", screen(&app));
        library.turn_one(question, Mood::Silent);
        type_keys(&mut app, "<C-l>");
        assert!(!screen(&app).contains("连接被拒绝"), "{keys}: {}", screen(&app));
        library.turn(Mood::Answering);
        app.wake();
        type_keys(&mut quick, &format!("{before}{keys}"));
        assert_eq!(screen(&app), screen(&quick), "{keys}");
        assert!(app.popup.as_ref().is_some_and(|popup| popup.awaited.is_none()));
    }
}

#[test]
fn a_popup_that_fills_itself_keeps_its_scroll_and_what_lies_below() {
    let (mut app, library, mut quick) = over_bundled(12);
    library.turn_one("source", Mood::Silent);
    let keys = "Ejjjjo<PgDn>";
    type_keys(&mut app, keys);
    library.turn(Mood::Answering);
    app.wake();
    type_keys(&mut quick, keys);
    assert_eq!(screen(&app), screen(&quick));
    // What turns out to be nothing is said where it was awaited.
    let (mut app, library) = partial("Ejj", &[("similar", Mood::Silent)]);
    type_keys(&mut app, "jjs");
    library.turn(Mood::Answering);
    app.wake();
    let shown = screen(&app);
    assert!(app.popup.is_some() && shown.contains("没有相近的任务"), "{shown}");
}

#[test]
fn the_plans_to_choose_from_come_into_the_open_list() {
    let (mut app, library) = late(Options::default());
    type_keys(&mut app, "p");
    answer(&mut app, &library, Mood::Answering);
    assert!(screen(&app).contains("[x] 甲") || screen(&app).contains("[x]  甲"), "{}", screen(&app));
}
