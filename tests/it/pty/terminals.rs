//! What the program finds out about its terminal and its user, and what it offers at the first start.

use super::FIRST_SCREEN;
use super::session::Session;

/// Whether any cell of the screen has a colour that is for light backgrounds alone.
fn is_for_light(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    let cells =
        (0..rows.get()).flat_map(move |row| (0..columns.get()).filter_map(move |column| screen.cell(row, column)));
    cells.into_iter().any(|cell| matches!(cell.fgcolor(), vt100::Color::Idx(4 | 28)))
}

#[test]
fn a_light_background_is_answered_with_dark_letters() {
    for (answer, is_light) in [
        ("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\", true),
        ("\u{1b}]11;rgb:fdfd/f6f6/e3e3\u{7}", true),
        ("\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\", false),
    ] {
        let mut session = Session::start(&[], (80, 24));
        session.wait_for(FIRST_SCREEN);
        session.check("nothing is known yet", |screen| !is_for_light(screen));
        session.keys(answer);
        session.keys("2");
        session.wait_for("教育局");
        session.check("the colours suit the background", |screen| is_for_light(screen) == is_light);
        session.keys("q");
        assert_eq!(session.end(), 0);
    }
    let session = Session::start(&["--theme", "light"], (80, 24));
    session.wait_for(FIRST_SCREEN);
    session.check("it was told", is_for_light);
    let mut session = Session::start(&["--theme", "dark"], (80, 24));
    session.wait_for(FIRST_SCREEN);
    // It has not asked, so this is no answer: Escape, and letters that mean other things.
    session.keys("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\");
    session.check("it was told otherwise", |screen| !is_for_light(screen));
}

#[test]
fn lines_are_ascii_where_it_is_asked_for() {
    let mut session = Session::start(&["--ascii"], (100, 30));
    session.wait_for(FIRST_SCREEN);
    session.keys("?");
    session.wait_until("a popup without lines of boxes", |screen| {
        let text = screen.contents();
        text.contains("本页按键") && text.contains("--+") && !text.contains(['│', '─', '┌', '▸', '▾', '›'])
    });
}

#[test]
fn a_locale_without_chinese_is_told_with_the_way_out() {
    for (name, value, is_told) in
        [("LC_ALL", "C", true), ("LANG", "zh_CN.GBK", true), ("LANG", "zh_CN.UTF-8", false), ("LC_CTYPE", "", false)]
    {
        let session = Session::start_with(&[(name, value)], (100, 30));
        // Where there is nothing to tell, the tour is offered in the same place.
        session.wait_for(if is_told { "区域设置是" } else { "五步导览" });
    }
}

#[test]
fn the_tour_is_offered_once_and_goes_on_with_what_is_done() {
    let mut session = Session::start(&[], (80, 24));
    session.wait_for("按 F2 开始五步导览");
    // Any key is still itself.
    session.keys("j");
    session.wait_until("the offer is gone", |screen| !screen.contents().contains("五步导览；"));
    for (keys, says) in [
        ("\u{1b}OQ", "导览 1/5"),
        ("\r", "导览 2/5"),
        ("djyj\r", "导览 3/5"),
        ("/婴儿死亡率", "1/"),
        ("\r", "导览 4/5"),
        ("3x", "导览 5/5"),
        ("\u{1b}", "导览 5/5"),
        ("\u{13}", "Excel"),
    ] {
        session.keys(keys);
        session.wait_for(says);
    }
    session.keys("\u{1b}");
    session.wait_until("the tour is over", |screen| !screen.contents().contains("导览 5/5"));
    session.keys("q");
    assert_eq!(session.end(), 0);
    let again = Session::start_at(session.home(), &[], (80, 24));
    again.wait_for(FIRST_SCREEN);
    again.check("it is offered once", |screen| !screen.contents().contains("五步导览"));
}
