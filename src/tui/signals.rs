//! The signals of the system: end, the window was closed, stop, continue. One thread waits for them.
//!
//! They are not left to a flag that the main loop would read: that may be at work, or wait for the terminal to take what it
//! writes, when the window is closed.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::process;
use std::sync::{Mutex, Once, PoisonError};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::modes;

/// What the browser wants done before a signal ends the process.
pub(super) type Hook = Box<dyn FnMut() + Send>;

/// The hook of the browser that is running, if one is.
static BEFORE_EXIT: Mutex<Option<Hook>> = Mutex::new(None);

/// How long saving and restoring may take. The process ends after it even if the terminal no longer reads, or
/// the hook waits for something.
const GRACE: Duration = Duration::from_secs(1);

/// Starts the thread, once for the life of the process.
pub(super) fn watch() -> io::Result<()> {
    static ONCE: Once = Once::new();
    let mut result = Ok(());
    ONCE.call_once(|| result = start());
    result
}

/// Sets what is done before a signal ends the process: on the signal thread, so it must not wait for the main thread.
pub(super) fn before_exit(hook: Hook) {
    *BEFORE_EXIT.lock().unwrap_or_else(PoisonError::into_inner) = Some(hook);
}

/// Stops the process as Ctrl-Z does in a shell. Handled like a SIGTSTP from outside.
pub(super) fn suspend() {
    let _ = low_level::raise(SIGTSTP);
}

/// Ends the process as a SIGHUP does, for a terminal that is gone without one.
pub(super) fn hang_up() {
    end(128 + SIGHUP);
}

fn start() -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".into()).spawn(move || signals.forever().for_each(obey))?;
    Ok(())
}

fn obey(signal: i32) {
    match signal {
        SIGTSTP => stop(),
        SIGCONT => go_on(),
        ending => end(128 + ending),
    }
}

/// Gives the terminal back and stops. The lock is held until the process runs again, so that no
/// frame is drawn over the shell.
fn stop() {
    if can_be_continued() {
        let mut out = io::stdout().lock();
        modes::leave(&mut out);
        let _ = low_level::emulate_default_handler(SIGTSTP);
    }
}

/// Takes the terminal again. The main thread redraws everything on any resize, so it is sent one.
fn go_on() {
    modes::take_again();
    let _ = low_level::raise(SIGWINCH);
}

/// Whether a shell with job control started the process and can continue it. Such a shell gives each job a process
/// group of its own. Where the group is the session's first there is no such shell (a terminal window opened for
/// `guihua` alone), and a stopped process would stay stopped.
fn can_be_continued() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Calls the hook, gives the terminal back, and ends the process, at the latest after [`GRACE`].
fn end(status: i32) {
    thread::spawn(move || {
        thread::sleep(GRACE);
        process::exit(status);
    });
    let hook = BEFORE_EXIT.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(mut hook) = hook {
        // If the hook panics, the process must still exit.
        let _ = panic::catch_unwind(AssertUnwindSafe(&mut hook));
    }
    let mut out = io::stdout().lock();
    modes::leave(&mut out);
    process::exit(status);
}
