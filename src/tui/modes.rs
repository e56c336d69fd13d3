//! The modes that the browser switches on in the terminal, and that every way out of it switches off again.
//!
//! Raw mode, alternate screen, bracketed paste and mouse belong to the terminal, not to a thread: the main thread, the
//! signal thread and a panic all come here, and each call may come at any time, twice, or from two threads at once. The
//! lock of standard output puts them in order. This file knows no page and no key.

use std::io::{self, StdoutLock, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, process, thread};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode, is_raw_mode_enabled};

/// Whether the browser is running, so that a process that was stopped and continued takes the terminal again.
static WANTED: AtomicBool = AtomicBool::new(false);
/// Whether the alternate screen and what comes with it are on.
static SHOWN: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is reported to the browser, or will be once the screen is entered.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Holds the terminal; dropping it switches every mode off again.
#[derive(Debug)]
pub(super) struct Held(());

impl Drop for Held {
    fn drop(&mut self) {
        release();
    }
}

/// Takes the keyboard. The screen is taken by the first [`send`], in one write with the first frame.
pub(super) fn take(mouse: bool) -> io::Result<Held> {
    enable_raw_mode()?;
    MOUSE.store(mouse, Ordering::SeqCst);
    WANTED.store(true, Ordering::SeqCst);
    Ok(Held(()))
}

/// Whether the program has the terminal, or had it and will have it again.
pub(super) fn are_wanted() -> bool {
    WANTED.load(Ordering::SeqCst)
}

/// Gives everything back for good. Errors are ignored: nobody could act on them any more.
fn release() {
    WANTED.store(false, Ordering::SeqCst);
    leave(&mut io::stdout().lock());
}

/// Switches off whatever is on. The caller holds the lock, so that nothing is drawn until the caller lets go of it.
pub(super) fn leave(out: &mut StdoutLock<'_>) {
    let _ = disable_raw_mode();
    if SHOWN.swap(false, Ordering::SeqCst) {
        let _ = mouse::queue(out, false);
        let _ = queue!(out, EndSynchronizedUpdate, SetAttribute(Attribute::Reset), Show);
        let _ = queue!(out, DisableBracketedPaste, LeaveAlternateScreen);
        let _ = out.flush();
    }
}

/// Takes the terminal again after the process was stopped and continued. The next [`send`] enters the screen anew.
#[cfg(unix)]
pub(super) fn take_again() {
    if WANTED.load(Ordering::SeqCst) {
        // A shell may have set the keyboard to its own mode meanwhile, unknown to crossterm: off first, then on.
        leave(&mut io::stdout().lock());
        let _ = enable_raw_mode();
    }
}

/// Writes bytes to the screen in one go, entering the alternate screen before them where that has not been done.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if !SHOWN.swap(true, Ordering::SeqCst) {
        queue!(out, EnterAlternateScreen)?;
        // Consoles of old Windows report an error for bracketed paste; the browser works without it.
        let _ = queue!(out, EnableBracketedPaste);
        mouse::queue(&mut out, MOUSE.load(Ordering::SeqCst))?;
    }
    out.write_all(bytes)?;
    out.flush()
}

/// Writes a question that shows nothing, without entering the screen.
pub(super) fn ask(question: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(question)?;
    out.flush()
}

/// Has the mouse reported to the browser, or leaves it to the terminal, which then selects text with it.
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    MOUSE.store(on, Ordering::SeqCst);
    let mut out = io::stdout().lock();
    mouse::queue(&mut out, on)?;
    out.flush()
}

/// Lets a panic put the terminal back before its message is printed, so that the message can be read.
///
/// A panic in another thread than the calling one ends the process with the status of a panic, 101; otherwise the
/// browser would wait for that thread for ever. Must be called before [`take`].
pub(super) fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let browser = thread::current().id();
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let held = is_raw_mode_enabled().unwrap_or(false);
            release();
            report(info);
            if held && thread::current().id() != browser {
                process::exit(101);
            }
        }));
    });
}

/// Mouse reports, only those that the browser needs.
#[cfg(unix)]
mod mouse {
    use super::{StdoutLock, Write, io};

    /// Presses and the wheel (1000) in decimal coordinates without limit (1006). crossterm's own command also asks for
    /// every movement, which wakes the program at each cell the pointer crosses, and over ssh sends it there first.
    pub(super) fn queue(out: &mut StdoutLock<'_>, on: bool) -> io::Result<()> {
        out.write_all(if on { b"\x1b[?1000h\x1b[?1006h" } else { b"\x1b[?1006l\x1b[?1000l" })
    }
}

/// Mouse reports through the interface of the Windows console.
#[cfg(not(unix))]
mod mouse {
    use super::{StdoutLock, io};
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};

    pub(super) fn queue(out: &mut StdoutLock<'_>, on: bool) -> io::Result<()> {
        if on { crossterm::queue!(out, EnableMouseCapture) } else { crossterm::queue!(out, DisableMouseCapture) }
    }
}
