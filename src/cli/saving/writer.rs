//! Writes the files that the browser asks for on a thread of its own, one at a time: a library that answers late keeps
//! nobody from reading on.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::app::state::file::{Save, Saved};
use crate::library::{Waiting, Wake};
use crate::words::{self, files};

use super::save;

/// How long the screen waits for a file that may be written at once, so that its end is told in the same frame.
const AT_ONCE: Duration = Duration::from_millis(100);

/// The writer with the file that it is at. Dropping it gives that file up: it is written whole or not at all.
pub(in crate::cli) struct Writer {
    library: Waiting,
    /// Called on the writer's thread when there is an outcome to take.
    wake: Wake,
    running: Option<Running>,
}

/// A file that is being written.
struct Running {
    outcome: Receiver<Saved>,
    thread: JoinHandle<()>,
}

impl Writer {
    /// A writer over this library that calls `wake` when a file is done.
    pub(in crate::cli) fn new(library: Waiting, wake: Wake) -> Self {
        Self { library, wake, running: None }
    }

    /// Starts to write a file. Returns the outcome if it comes at once, as it does where the plans are in memory; else
    /// it can be taken after a wake.
    pub(in crate::cli) fn start(&mut self, file: Save) -> Option<Saved> {
        if self.running.is_some() {
            return Some(Saved::Failed(files::STILL_SAVING.to_string()));
        }
        let (sender, outcome) = mpsc::channel();
        let (library, wake) = (self.library.clone(), Arc::clone(&self.wake));
        let language = words::in_force();
        let write = move || {
            // Nobody hears it only where the browser has been left.
            let _ = sender.send(words::within(language, || save(&file, &library)));
            wake();
        };
        let thread = match thread::Builder::new().name("export".to_owned()).spawn(write) {
            Ok(thread) => thread,
            Err(error) => return Some(Saved::Failed(files::no_thread(error))),
        };
        let first = outcome.recv_timeout(AT_ONCE);
        self.running = Some(Running { outcome, thread });
        match first {
            Err(RecvTimeoutError::Timeout) => None,
            Ok(saved) => Some(self.end(saved)),
            Err(RecvTimeoutError::Disconnected) => Some(self.end(Saved::Failed(files::BROKEN_OFF.to_string()))),
        }
    }

    /// Takes the outcome of the file, if it is there.
    pub(in crate::cli) fn take(&mut self) -> Option<Saved> {
        match self.running.as_ref()?.outcome.try_recv() {
            Err(TryRecvError::Empty) => None,
            Ok(saved) => Some(self.end(saved)),
            Err(TryRecvError::Disconnected) => Some(self.end(Saved::Failed(files::BROKEN_OFF.to_string()))),
        }
    }

    /// Makes room for the next file.
    fn end(&mut self, saved: Saved) -> Saved {
        self.running = None;
        saved
    }
}

impl Drop for Writer {
    /// Gives up the questions of the file, and waits for the thread, so that it leaves nothing half done on the disk.
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            self.library.give_up();
            let _ = running.thread.join();
        }
    }
}
