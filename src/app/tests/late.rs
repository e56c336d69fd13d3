//! The browser over a library that answers late, or with a failure, as one on a server may.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{App, Options, Size, check_page, fixture, screen, type_keys};
use crate::app::state::location::Location;
use crate::library::Failure;
use crate::library::late::{Late, Mood};
use crate::library::{self, Library};

/// A browser over a double, which is silent at first.
fn late(options: Options) -> (App, Arc<Late>) {
    let library = Arc::new(Late::new(fixture::memory()));
    let size = Size { width: 120, height: 30 };
    (App::new(Arc::clone(&library) as Arc<dyn Library>, Options { size, ..options }), library)
}

fn failing() -> Mood {
    Mood::Failing(Failure::Unreachable("连接被拒绝".to_owned()))
}

/// Lets the library answer, and the browser take it in.
fn answer(app: &mut App, library: &Late, mood: Mood) {
    library.turn(mood);
    app.wake();
}

#[test]
fn a_silent_library_is_said_to_be_read_on_every_screen_and_no_key_waits() {
    let (mut app, library) = late(Options::default());
    for keys in
        ["", "E}jj", "<Enter>", "2", "2jj<Enter>", "3", "3xl", "4", "5t", "m", "<Esc>", "p", "<Esc>", "s", "S", "o"]
    {
        type_keys(&mut app, keys);
        check_page(&app, keys);
    }
    for (keys, not) in [("1", "没有可看的规划"), ("2", "没有部门"), ("3", "没有指标表"), ("5", "没有写明")]
    {
        type_keys(&mut app, keys);
        let screen = screen(&app);
        assert!(screen.contains("正在读取规划…"), "{keys}: {screen}");
        assert!(not.is_empty() || !screen.contains(not), "{keys}: {screen}");
    }
    type_keys(&mut app, "/素养");
    assert!(screen(&app).contains("正在查找…"), "{}", screen(&app));
    type_keys(&mut app, "<Enter>");
    assert!(library.n_asked("plans") == 1, "a question that is pending is not asked again");
}

#[test]
fn what_comes_late_is_shown_as_if_it_had_been_there() {
    for keys in ["", "E", "E}jjjj", "2", "2jj", "3", "3jj", "4", "4j", "5", "5t", "/素养"] {
        let (mut app, library) = late(Options::default());
        answer(&mut app, &library, Mood::Answering);
        type_keys(&mut app, keys);
        let mut quick = App::new(fixture::library(), Options { size: app.size, ..Options::default() });
        type_keys(&mut quick, keys);
        assert_eq!(screen(&app), screen(&quick), "{keys}");
    }
}

#[test]
fn contents_come_plan_by_plan_and_only_those_that_are_shown() {
    let (mut app, library) = late(Options::default());
    library.turn_one("plan", Mood::Silent);
    library.turn_one("plans", Mood::Answering);
    app.wake();
    type_keys(&mut app, "l");
    assert!(screen(&app).contains("正在读取规划…"), "{}", screen(&app));
    assert_eq!(library.n_asked("plan "), 1, "the plan that was opened, and no other");
    answer(&mut app, &library, Mood::Answering);
    let screen = screen(&app);
    assert!(screen.contains("二、主要任务") && !screen.contains("正在读取"), "{screen}");
}

#[test]
fn a_failure_is_said_with_its_reason_and_asked_again_on_request_only() {
    let (mut app, library) = late(Options::default());
    answer(&mut app, &library, failing());
    let failed = screen(&app);
    assert!(failed.contains("连接被拒绝") && failed.contains("Ctrl-L"), "{failed}");
    let n_asked = library.n_asked("plans");
    type_keys(&mut app, "jj2345");
    app.wake();
    assert_eq!(library.n_asked("plans"), n_asked, "no key asks again by itself");
    library.turn(Mood::Answering);
    type_keys(&mut app, "<C-l>1");
    let screen = screen(&app);
    assert!(screen.contains("甲市") && !screen.contains("连接被拒绝"), "{screen}");
}

#[test]
fn findings_that_fail_are_not_said_to_be_none() {
    let (mut app, library) = late(Options::default());
    answer(&mut app, &library, Mood::Answering);
    library.turn_one("findings", failing());
    type_keys(&mut app, "4");
    assert!(screen(&app).contains("连接被拒绝"), "{}", screen(&app));
}

#[test]
fn marks_and_findings_come_by_themselves() {
    let (mut app, library) = late(Options::default());
    answer(&mut app, &library, Mood::Answering);
    library.turn_one("findings", Mood::Silent);
    type_keys(&mut app, "4");
    assert!(screen(&app).contains("正在核对…"), "{}", screen(&app));
    answer(&mut app, &library, Mood::Answering);
    let screen = screen(&app);
    assert!(screen.contains("核对 › 甲") && !screen.contains("正在核对"), "{screen}");
}

#[test]
fn one_gets_where_one_wanted_to_go_once_it_has_come() {
    let node = "jia-2030/2.1".to_owned();
    let (mut app, library) = late(Options { at: Some(Location::Node(node.clone())), ..Options::default() });
    assert!(!screen(&app).contains("1.提升"), "{}", screen(&app));
    library.turn_one("plan", Mood::Silent);
    library.turn_one("plans", Mood::Answering);
    app.wake();
    answer(&mut app, &library, Mood::Answering);
    assert_eq!(app.view().location(&app.session), Some(Location::Node(node)), "{}", screen(&app));
}

#[test]
fn a_search_is_asked_again_when_it_wakes_and_given_up_when_left() {
    let (mut app, library) = late(Options { search: Some("素养".to_owned()), ..Options::default() });
    answer(&mut app, &library, Mood::Answering);
    assert!(screen(&app).contains("健康素养"), "{}", screen(&app));
    library.turn_one("search", Mood::Silent);
    type_keys(&mut app, "水");
    assert!(screen(&app).contains("正在查找…"), "{}", screen(&app));
    type_keys(&mut app, "<Esc>");
    assert_eq!(library.n_asked("cancel_search"), 1);
    library.turn_one("search", failing());
    type_keys(&mut app, "/平");
    assert!(screen(&app).contains("连接被拒绝"), "{}", screen(&app));
}

#[test]
fn the_library_wakes_whoever_listens() {
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    let library = Arc::new(library::bundled().unwrap());
    library.on_ready(Arc::new(move || {
        count.fetch_add(1, Ordering::Relaxed);
    }));
    library.work_ahead();
    assert!(woken.load(Ordering::Relaxed) > library.dataset().plans.len(), "after each plan and at the end");
}

#[test]
fn contents_that_are_answered_at_once_are_gone_to_at_once() {
    let library = Arc::new(Late::new(fixture::memory()));
    library.turn(Mood::Answering);
    let at = Some(Location::Node("yi-145/1".to_owned()));
    let size = Size { width: 120, height: 30 };
    let app =
        App::new(Arc::clone(&library) as Arc<dyn Library>, Options { size, at: at.clone(), ..Options::default() });
    assert_eq!(app.view().location(&app.session), at, "{}", screen(&app));
}

#[test]
fn a_failed_search_is_no_empty_one_and_enter_asks_again() {
    let (mut app, library) = late(Options::default());
    answer(&mut app, &library, Mood::Answering);
    library.turn_one("search", failing());
    type_keys(&mut app, "/素养");
    let failed = screen(&app);
    assert!(failed.contains("连接被拒绝") && failed.contains("Ctrl-L") && !failed.contains("没有找到"), "{failed}");
    library.turn(Mood::Answering);
    type_keys(&mut app, "<Enter>");
    assert!(screen(&app).contains("健康素养"), "{}", screen(&app));
    library.turn_one("search", failing());
    type_keys(&mut app, "水");
    library.turn(Mood::Answering);
    type_keys(&mut app, "<C-l>");
    assert!(!screen(&app).contains("连接被拒绝"), "{}", screen(&app));
}

#[test]
fn popups_over_all_plans_wait_for_all_of_them() {
    let (mut app, library) = late(Options::default());
    answer(&mut app, &library, Mood::Answering);
    library.turn_one("plan", Mood::Silent);
    for keys in ["2m", "1s", "1S"] {
        type_keys(&mut app, keys);
        assert!(app.popup.is_none(), "{keys}: {}", screen(&app));
    }
    answer(&mut app, &library, Mood::Answering);
    type_keys(&mut app, "2m");
    assert!(app.popup.is_some(), "{}", screen(&app));
}

#[test]
fn a_plan_that_is_being_read_is_not_said_to_be_empty() {
    let (mut app, library) = late(Options::default());
    library.turn_one("plans", Mood::Answering);
    app.wake();
    let first = screen(&app);
    assert!(first.contains("正在读取规划…") && !first.contains("0 项任务"), "{first}");
    assert!(!first.contains("没有写责任单位"), "{first}");
    type_keys(&mut app, "<Space>");
    assert!(!screen(&app).contains("本条以下没有条目"), "{}", screen(&app));
}

#[test]
fn a_department_is_gone_to_when_its_tasks_have_come() {
    let at = Some(Location::Department("health".to_owned()));
    let (mut app, library) = late(Options { at: at.clone(), ..Options::default() });
    library.turn_one("plans", Mood::Answering);
    app.wake();
    answer(&mut app, &library, Mood::Answering);
    assert_eq!(app.view().location(&app.session), at, "{}", screen(&app));
    assert!(app.view().filter().is_none_or(|field| field.text().is_empty()), "no filter is left behind");
}

#[test]
fn after_a_failure_a_retry_still_goes_where_one_was_heading() {
    let at = Some(Location::Node("yi-145/1".to_owned()));
    let (mut app, library) = late(Options { at: at.clone(), ..Options::default() });
    answer(&mut app, &library, failing());
    assert!(screen(&app).contains("连接被拒绝"), "{}", screen(&app));
    library.turn(Mood::Answering);
    type_keys(&mut app, "<C-l>");
    app.wake();
    assert_eq!(app.view().location(&app.session), at, "{}", screen(&app));
}

#[test]
fn an_arrival_leaves_the_search_line_open() {
    let at = Some(Location::Node("jia-2030/2.1".to_owned()));
    let (mut app, library) = late(Options { at, search: Some("素养".to_owned()), ..Options::default() });
    answer(&mut app, &library, Mood::Answering);
    assert!(app.mode == crate::app::update::Mode::Search && screen(&app).contains("健康素养"), "{}", screen(&app));
}
