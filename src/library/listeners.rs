//! Those who wait for a library's answers.

use std::sync::{Mutex, PoisonError};

use super::Wake;

/// The list of those to be called when a pending question may have an answer.
#[derive(Default)]
pub(super) struct Listeners(Mutex<Vec<Wake>>);

impl Listeners {
    /// Adds one who is called from now on.
    pub(super) fn add(&self, wake: Wake) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(wake);
    }

    /// Calls all of them. The list is not locked meanwhile, so a listener may ask the library at once.
    pub(super) fn wake(&self) {
        let listeners = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for wake in listeners {
            wake();
        }
    }
}
