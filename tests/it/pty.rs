//! The real program in a terminal of its own: what only a terminal shows.
//!
//! Each test waits for what it expects to see, never for a time, and fails with the screen as it stood.

mod burst;
mod clipboard;
mod kept;
mod own;
mod picture;
mod saving;
mod session;
mod terminals;

use session::Session;

/// Words on the first screen: a plan's region.
const FIRST_SCREEN: &str = "佛山";

/// The shell finds its terminal as it left it: its own screen, the cursor, no mouse, no paste marks.
#[track_caller]
fn check_restored(session: &Session) {
    session.check("the terminal is given back", is_restored);
}

fn is_restored(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen()
        && !screen.hide_cursor()
        && !screen.bracketed_paste()
        && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
}

#[test]
fn q_gives_the_terminal_back() {
    let mut session = Session::start(&[], (80, 24));
    session.wait_for(FIRST_SCREEN);
    session.check("the browser has a screen of its own", vt100::Screen::alternate_screen);
    session.keys("q");
    assert_eq!(session.end(), 0);
    check_restored(&session);
}

#[test]
fn the_smallest_window_and_back() {
    let mut session = Session::start(&[], (80, 24));
    session.wait_for(FIRST_SCREEN);
    for size in [(1, 1), (2, 30), (200, 1), (44, 14), (80, 24)] {
        session.resize(size);
    }
    session.wait_for(FIRST_SCREEN);
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn signals_end_it_with_their_status_and_give_the_terminal_back() {
    for (signal, status) in [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let mut session = Session::start(&[], (80, 24));
        session.wait_for(FIRST_SCREEN);
        session.signal(signal);
        assert_eq!(session.end(), status, "SIG{signal}");
        check_restored(&session);
    }
}

#[test]
fn keys_typed_ahead_are_all_read() {
    let mut session = Session::start(&[], (80, 24));
    // Sent at once, before the program has shown anything: none may be lost, and the last one ends it.
    session.keys("jjkkjjkkq");
    assert_eq!(session.end(), 0);
    check_restored(&session);
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again() {
    let mut session = Session::start_in_shell((80, 24));
    session.wait_for(FIRST_SCREEN);
    session.keys("\u{1a}");
    // The shell says so once the job no longer reads keys.
    session.wait_for("Stopped");
    check_restored(&session);
    session.keys("fg\n");
    session.wait_until("the browser's screen", |screen| {
        screen.alternate_screen() && screen.contents().contains(FIRST_SCREEN)
    });
    session.keys("q");
    session.wait_until("the shell's own screen", is_restored);
    session.keys("exit\n");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_window_of_its_own_is_not_frozen_by_ctrl_z() {
    let mut session = Session::start(&[], (80, 24));
    session.wait_for(FIRST_SCREEN);
    session.keys("\u{1a}q");
    assert_eq!(session.end(), 0);
}
