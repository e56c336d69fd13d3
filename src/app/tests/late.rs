//! The browser over a library that answers late, or with a failure, as one on a server may.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{App, Options, Size, bundled, check_page, export, fixture, screen, type_keys};
use crate::app::content::dossier;
use crate::app::state::location::Location;
use crate::app::widgets::text_field::TextField;
use crate::library::Failure;
use crate::library::late::{Late, Mood};
use crate::library::{self, Library};

/// A browser over a double, which is silent at first.
pub(super) fn late(options: Options) -> (App, Arc<Late>) {
    let library = Arc::new(Late::new(fixture::memory()));
    let size = Size { width: 120, height: 30 };
    (App::new(Arc::clone(&library) as Arc<dyn Library>, Options { size, ..options }), library)
}

pub(super) fn failing() -> Mood {
    Mood::Failing(Failure::Unreachable("连接被拒绝".to_owned()))
}

/// Lets the library answer, and the browser take it in.
pub(super) fn answer(app: &mut App, library: &Late, mood: Mood) {
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
    assert!(failed.contains("连接被拒绝") && failed.contains("Ctrl-l"), "{failed}");
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
    assert!(failed.contains("连接被拒绝") && failed.contains("Ctrl-l") && !failed.contains("没有找到"), "{failed}");
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

/// A browser whose library has answered everything so far, with the keys typed and then these answers changed.
pub(super) fn partial(keys: &str, changed: &[(&'static str, Mood)]) -> (App, Arc<Late>) {
    let (mut app, library) = late(Options::default());
    answer(&mut app, &library, Mood::Answering);
    for (question, mood) in changed {
        library.turn_one(question, mood.clone());
    }
    type_keys(&mut app, keys);
    (app, library)
}

#[test]
fn an_empty_list_gives_the_reason_of_its_own_questions() {
    let list = |app: &App| screen(app).lines().take(29).collect::<Vec<_>>().join("\n");
    for (question, own, others) in [
        ("findings", &["4"][..], &["2f没有这样的", "3f没有这样的", "5f没有这样的"][..]),
        ("deadlines", &["5"], &["2f没有这样的", "3f没有这样的", "4f没有这样的"]),
        ("ledger", &["2"], &["3f没有这样的", "4f没有这样的", "5f没有这样的"]),
    ] {
        for (mood, said) in [(failing(), "连接被拒绝"), (Mood::Silent, "正在")] {
            // Each question has been asked, so that a list could give a reason that is not its own.
            let (mut app, _) = partial("245", &[(question, mood)]);
            for keys in own {
                type_keys(&mut app, keys);
                assert!(list(&app).contains(said), "{question} {keys}: {}", list(&app));
            }
            for keys in others {
                type_keys(&mut app, &format!("{keys}<Enter>"));
                let list = list(&app);
                assert!(list.contains("没有这") && !list.contains(said), "{question} {keys}: {list}");
                type_keys(&mut app, "<Esc>");
            }
        }
    }
}

#[test]
fn a_list_that_lacks_some_plans_says_so_until_they_have_come() {
    for (keys, question, coming, failed) in [
        ("5", "deadlines yi-145", "另有 1 部规划正在读取", "另有 1 部规划未能读取"),
        ("5t", "deadlines yi-145", "另有 1 部规划正在读取", "另有 1 部规划未能读取"),
        ("4", "findings yi-145", "正在核对…", "另有 1 部规划未能核对"),
    ] {
        for (width, height) in [(44, 14), (80, 24), (160, 45)] {
            let (mut app, library) = partial("", &[(question, Mood::Silent)]);
            app.resize(Size { width, height });
            type_keys(&mut app, keys);
            check_page(&app, keys);
            assert!(screen(&app).contains(coming), "{keys}: {}", screen(&app));
            library.turn_one(question, failing());
            app.wake();
            let shown = screen(&app);
            assert!(shown.contains(failed) && !shown.contains(coming), "{keys}: {shown}");
            library.turn(Mood::Answering);
            type_keys(&mut app, "<C-l>");
            let shown = screen(&app);
            assert!(!shown.contains("另有 1 部规划") && !shown.contains("正在核对"), "{keys}: {shown}");
        }
    }
}

#[test]
fn tasks_without_units_are_counted_with_a_word_on_the_plans_that_are_missing() {
    let library = Arc::new(Late::new(library::bundled().unwrap()));
    library.turn(Mood::Answering);
    library.turn_one("plan xiangqiao-145", Mood::Silent);
    let at = Some(Location::Department(dossier::UNNAMED.to_owned()));
    let options = || Options { size: Size { width: 120, height: 30 }, at: at.clone(), ..Options::default() };
    let mut app = App::new(Arc::clone(&library) as Arc<dyn Library>, options());
    assert!(screen(&app).contains("另有 1 部规划正在读取"), "{}", screen(&app));
    library.turn_one("plan xiangqiao-145", failing());
    app.wake();
    assert!(screen(&app).contains("另有 1 部规划未能读取"), "{}", screen(&app));
    // What comes above the task under the cursor does not lead away from it.
    type_keys(&mut app, "<Tab>G");
    let task = app.view().node_ref(&app.session);
    assert!(task.is_some());
    library.turn(Mood::Answering);
    type_keys(&mut app, "<C-l>");
    assert_eq!(app.view().node_ref(&app.session), task);
    type_keys(&mut app, "gg<S-Tab>");
    let quick = App::new(bundled(), options());
    assert_eq!(screen(&app), screen(&quick), "everything is here");
}

#[test]
fn a_filter_stays_where_one_cannot_go() {
    let finding = |nth| Location::Finding("jia-2030".to_owned(), nth);
    let row = |at| Location::Indicator("jia-2030/t1".to_owned(), at);
    let nobody = Location::Department("nobody".to_owned());
    for (keys, known, unknown) in [
        ("4f甲<Enter>", finding(0), finding(99)),
        ("3f死亡<Enter>", row(2), row(99)),
        ("2f卫健<Enter>", Location::Department("sports".to_owned()), nobody),
    ] {
        let (mut app, _) = partial(keys, &[]);
        let filter = |app: &App| app.view().filter().map(TextField::text);
        let typed = filter(&app);
        app.go(&unknown, None);
        assert_eq!(filter(&app), typed, "{unknown:?}");
        assert!(screen(&app).contains("没有这一处"), "{}", screen(&app));
        app.go(&known, None);
        app.settle();
        assert_eq!((app.view().location(&app.session), filter(&app)), (Some(known.clone()), Some(String::new())));
        // Where it is still to come, the filter goes when it has come.
        let (mut app, library) = late(Options::default());
        answer(&mut app, &library, Mood::Silent);
        library.turn_one("plans", Mood::Answering);
        app.wake();
        type_keys(&mut app, keys);
        app.go(&known, None);
        assert_eq!(filter(&app), typed, "{known:?}");
        answer(&mut app, &library, Mood::Answering);
        assert_eq!((app.view().location(&app.session), filter(&app)), (Some(known), Some(String::new())));
    }
}

#[test]
fn one_who_goes_to_what_is_still_to_come_is_told_so() {
    for (question, at) in [
        ("findings", Location::Finding("jia-2030".to_owned(), 0)),
        ("deadlines", Location::Deadline("jia-2030".to_owned(), 0)),
        ("ledger", Location::Department("sports".to_owned())),
    ] {
        let (mut app, library) = partial("", &[(question, Mood::Silent)]);
        app.go(&at, None);
        assert!(screen(&app).contains("正在读取规划…"), "{at:?}: {}", screen(&app));
        answer(&mut app, &library, Mood::Answering);
        assert_eq!(app.view().location(&app.session), Some(at), "{}", screen(&app));
        assert!(!screen(&app).contains("正在读取"), "{}", screen(&app));
    }
}

#[test]
fn a_file_of_hits_is_still_written_when_the_search_is_left() {
    for (keys, n_cancelled) in [("/素养<Esc>", 1), ("/素养<C-s><Enter><Esc>", 0)] {
        let (mut app, library) = late(Options { files: Some(export::FILES), ..Options::default() });
        answer(&mut app, &library, Mood::Answering);
        type_keys(&mut app, keys);
        assert_eq!(library.n_asked("cancel_search"), n_cancelled, "{keys}: {}", screen(&app));
    }
}
