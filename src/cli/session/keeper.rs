//! Stores the session on a thread of its own, so that no key waits for a slow disk. It writes some moments after a change,
//! together with what comes until then, and sleeps while nothing changes.

use std::mem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::app::state::saved::{Change, SavedSession};
use crate::library::Wake;
use crate::words;

use super::store::Store;

/// How long changes are gathered before they are written.
const GATHERING: Duration = Duration::from_millis(250);

/// What came of storing, for the screen.
pub(in crate::cli) enum Outcome {
    /// Another program has changed the bookmarks or queries, which are these now.
    Changed(Box<SavedSession>),
    /// Nothing could be stored, for this reason. It is said once.
    Failed(String),
}

/// The thread with what it is to store. Dropping it stores the rest.
pub(in crate::cli) struct Keeper {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    store: Store,
    desk: Mutex<Desk>,
    /// Rung when there is something to store, and at the end.
    bell: Condvar,
    /// Held while the file is written, so that the end waits for a write that is under way.
    writing: Mutex<()>,
    wake: Wake,
}

/// What lies there to be stored, and what came of it.
#[derive(Default)]
struct Desk {
    look: Option<SavedSession>,
    changes: Vec<Change>,
    /// Whether anything came since the last try.
    is_new: bool,
    is_ending: bool,
    outcome: Option<Outcome>,
    /// The last failure that was said.
    said: Option<String>,
}

impl Keeper {
    /// Starts the thread, which calls `wake` when there is an outcome. Without a thread, everything is stored at the end.
    pub(in crate::cli) fn new(store: Store, wake: Wake) -> Self {
        let shared =
            Arc::new(Shared { store, desk: Mutex::default(), bell: Condvar::new(), writing: Mutex::new(()), wake });
        let theirs = Arc::clone(&shared);
        let language = words::in_force();
        let keep = move || words::within(language, || theirs.keep());
        let thread = thread::Builder::new().name("session".to_owned()).spawn(keep).ok();
        Self { shared, thread }
    }

    /// Takes how the screen looks and what was changed, to be stored soon.
    pub(in crate::cli) fn store(&self, look: SavedSession, changes: Vec<Change>) {
        let mut desk = self.shared.desk();
        desk.is_new = true;
        desk.look = Some(look);
        desk.changes.extend(changes);
        drop(desk);
        self.shared.bell.notify_all();
    }

    /// Takes what came of storing, if anything is to be shown of it.
    pub(in crate::cli) fn outcome(&self) -> Option<Outcome> {
        self.shared.desk().outcome.take()
    }

    /// Returns what stores the rest at once, on whatever thread: for the signal that ends the program.
    pub(in crate::cli) fn last_will(&self) -> impl FnMut() + Send + 'static {
        let shared = Arc::clone(&self.shared);
        move || shared.write()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.shared.desk().is_ending = true;
        self.shared.bell.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        self.shared.write();
    }
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does the work of the thread, until the keeper is dropped.
    fn keep(&self) {
        loop {
            let mut desk = self.desk();
            while !desk.is_ending && !desk.is_new {
                desk = self.bell.wait(desk).unwrap_or_else(PoisonError::into_inner);
            }
            let waited = self.bell.wait_timeout_while(desk, GATHERING, |desk| !desk.is_ending);
            let (desk, _) = waited.unwrap_or_else(PoisonError::into_inner);
            let is_ending = desk.is_ending;
            drop(desk);
            if is_ending {
                return;
            }
            self.write();
        }
    }

    /// Stores what lies there. What could not be stored lies there again for the next time.
    fn write(&self) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut desk = self.desk();
        desk.is_new = false;
        let (look, changes) = (desk.look.take(), mem::take(&mut desk.changes));
        drop(desk);
        let Some(look) = look else { return };
        let stored = self.store.change(&look, &changes);
        let mut desk = self.desk();
        let outcome = match stored {
            Ok(session) => {
                desk.said = None;
                let is_other = (&session.bookmarks, &session.queries) != (&look.bookmarks, &look.queries);
                is_other.then(|| Outcome::Changed(Box::new(session)))
            }
            Err(error) => {
                // What was changed meanwhile stands behind these, and is shown in place of them.
                desk.changes.splice(..0, changes);
                desk.look.get_or_insert(look);
                let words = format!("{error:#}");
                let is_new = desk.said.as_ref() != Some(&words);
                desk.said = Some(words.clone());
                is_new.then_some(Outcome::Failed(words))
            }
        };
        if outcome.is_some() {
            desk.outcome = outcome;
            drop(desk);
            (self.wake)();
        }
    }
}
