//! What the system says to the process: end, the window is gone, stop, go on. One thread waits for it.
//!
//! A thread and not a flag for the main loop to read: while the main thread waits for a key it sees no flag, and once
//! the window is gone crossterm's reader never returns (crossterm#793), so that a flag would leave a
//! process spinning for ever.

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

/// Something to be done before a signal ends the process.
pub(super) type Hook = Box<dyn FnMut() + Send>;

/// The hook of the browser at work.
static BEFORE_EXIT: Mutex<Option<Hook>> = Mutex::new(None);

/// How long saving and restoring may take. A terminal that reads no more, or a hook that waits,
/// does not keep the process.
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

/// Stops the process as Ctrl-Z does in a shell, by the same way as a SIGTSTP from outside.
pub(super) fn suspend() {
    let _ = low_level::raise(SIGTSTP);
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

/// Gives the terminal back and stops. The lock is held until the process runs again: no frame falls into the shell.
fn stop() {
    if can_be_continued() {
        let mut out = io::stdout().lock();
        modes::leave(&mut out);
        let _ = low_level::emulate_default_handler(SIGTSTP);
    }
}

/// Takes the terminal again. The resize wakes the main thread, whose answer to any resize is to draw all anew.
fn go_on() {
    modes::take_again();
    let _ = low_level::raise(SIGWINCH);
}

/// Whether a shell with job control stands above. It gives each job a process group of its own, so a group that is the
/// session's first has no such shell (a terminal window opened for `guihua` alone): stopped
/// there, it would stay stopped.
fn can_be_continued() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Saves, gives the terminal back, and ends the process.
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
