//! The thread that works ahead, and what others want of it meanwhile.

use std::collections::{HashSet, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::Wake;
use super::listeners::Listeners;

/// How many answers are given before whoever waits for them is told, if more are wanted: each time lists are made anew.
const AT_ONCE: usize = 64;

/// What somebody waits for, by the position of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Wanted {
    Contents(usize),
    Targets(usize),
    Deadlines(usize),
    Findings(usize),
    Dossiers,
    Similar,
    Provisional,
}

/// Whether the thread works, and what is wanted of it.
#[derive(Default)]
pub(super) struct Background {
    was_started: AtomicBool,
    is_served: AtomicBool,
    /// How many threads work or serve.
    n_running: AtomicUsize,
    listeners: Listeners,
    queue: Mutex<Queue>,
    came: Condvar,
}

/// What is wanted, in the order in which it was asked for.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<Wanted>,
    /// All that was ever asked for, so that it is worked out once.
    known: HashSet<Wanted>,
    n_taken: usize,
}

/// Ends the work, also where a panic ends it: whoever waits must not wait for ever.
pub(super) struct Running<'a>(&'a Background);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.n_running.fetch_sub(1, Ordering::AcqRel);
        self.0.wake();
    }
}

impl Background {
    /// Adds one who is told when something was worked out.
    pub(super) fn add(&self, wake: Wake) {
        self.listeners.add(wake);
    }

    pub(super) fn wake(&self) {
        self.listeners.wake();
    }

    pub(super) fn is_running(&self) -> bool {
        self.n_running.load(Ordering::Acquire) > 0
    }

    /// Says that the work has begun, until the answer is dropped.
    pub(super) fn begin(&self) -> Running<'_> {
        self.n_running.fetch_add(1, Ordering::AcqRel);
        Running(self)
    }

    /// Starts the work on a thread of its own, once.
    pub(super) fn start(&self, work: impl FnOnce() + Send + 'static) {
        self.spawn(&self.was_started, work);
    }

    /// Starts, once, a thread that does `serve` whenever something is wanted.
    pub(super) fn start_to_serve(&self, serve: impl FnOnce() + Send + 'static) {
        self.spawn(&self.is_served, serve);
    }

    fn spawn(&self, is_done: &AtomicBool, work: impl FnOnce() + Send + 'static) {
        if is_done.swap(true, Ordering::AcqRel) {
            return;
        }
        // Said before the thread begins, so that a question in between does not work out what the thread is about to.
        self.n_running.fetch_add(1, Ordering::AcqRel);
        if thread::Builder::new().name("library".to_owned()).spawn(work).is_err() {
            self.n_running.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// Takes over from [`Background::start`] that the work has begun, until the answer is dropped.
    pub(super) fn begun(&self) -> Running<'_> {
        Running(self)
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for something that somebody waits for.
    pub(super) fn want(&self, wanted: Wanted) {
        let mut queue = self.queue();
        if queue.known.insert(wanted) {
            queue.waiting.push_back(wanted);
            self.came.notify_one();
        }
    }

    /// Takes what was asked for first, and whether those who wait should be told when it is done.
    pub(super) fn take(&self) -> Option<(Wanted, bool)> {
        let mut queue = self.queue();
        let wanted = queue.waiting.pop_front()?;
        queue.n_taken += 1;
        Some((wanted, queue.waiting.is_empty() || queue.n_taken.is_multiple_of(AT_ONCE)))
    }

    /// Does `serve` for ever, whenever something is wanted.
    pub(super) fn stay(&self, serve: impl Fn()) -> ! {
        let _running = self.begun();
        loop {
            serve();
            let queue = self.queue();
            drop(self.came.wait_while(queue, |queue| queue.waiting.is_empty()));
        }
    }
}
