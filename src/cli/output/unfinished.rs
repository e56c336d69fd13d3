//! The temporary files that are being written, so that a signal which ends the program leaves none of them.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The files that are not finished yet.
static FILES: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn files() -> MutexGuard<'static, Vec<PathBuf>> {
    FILES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file that is being written. Dropping it says that the file is finished or removed.
pub(super) struct Unfinished(PathBuf);

impl Unfinished {
    /// Notes that a temporary file was begun, and has signals that would end the process remove it first.
    pub(super) fn begin(path: &Path) -> Self {
        files().push(path.to_owned());
        #[cfg(unix)]
        signals::watch();
        Self(path.to_owned())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        files().retain(|path| *path != self.0);
    }
}

/// Removes every file that is not finished. The process is about to end.
pub(in crate::cli) fn remove_unfinished() {
    for path in files().drain(..) {
        // One that cannot be removed stays.
        let _ = std::fs::remove_file(path);
    }
}

#[cfg(unix)]
mod signals {
    use std::sync::Once;
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    /// Watches the signals that end a process, once for its life. Where the browser has the terminal, it does so itself.
    pub(super) fn watch() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            if crate::tui::is_running() {
                return;
            }
            // Without the thread a signal ends the process as it always does.
            let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else { return };
            let _ = thread::Builder::new().name("signals".to_owned()).spawn(move || {
                for signal in signals.forever() {
                    super::remove_unfinished();
                    let _ = low_level::emulate_default_handler(signal);
                }
            });
        });
    }
}
