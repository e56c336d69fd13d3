//! What the library has answered late comes in.

use crate::app::update::{App, Mode};

impl App {
    /// Takes in what the library has answered since the last time, and shows it. Called when the library wakes the
    /// browser.
    pub fn wake(&mut self) {
        self.session.take_in();
        if self.mode == Mode::Search && self.search_view.is_pending() {
            self.search_view.search(&self.session);
        }
        if let Some((location, target)) = self.heading_for.take() {
            self.go(&location, target.as_ref());
        }
        self.settle();
    }

    /// Notes that somebody uses the browser: marks may be worked out from now on, and what comes late no longer leads
    /// away from where one has gone since.
    pub(crate) fn begin_input(&mut self) {
        self.session.is_awake = true;
        self.heading_for = None;
    }

    /// Asks again for what the library failed to answer.
    pub(super) fn retry(&mut self) {
        if self.session.failure().is_some() {
            self.session.retry();
            self.search_view.search(&self.session);
        }
    }
}
