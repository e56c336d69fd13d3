//! What the library has answered late comes in.

use crate::app::update::{App, Mode};

impl App {
    /// Takes in what the library has answered since the last time, and shows it. Called when the library wakes the browser.
    pub fn wake(&mut self) {
        self.session.take_in();
        if self.mode == Mode::Search && self.search_view.is_pending() {
            self.search_view.ask(&self.session);
        }
        if let Some(place) = self.heading_for.take() {
            self.go(&place);
        }
        self.settle();
    }

    /// Asks again for what the library failed to answer.
    pub(super) fn retry(&mut self) {
        if self.session.failure().is_some() {
            self.session.retry();
            self.search_view.ask(&self.session);
        }
    }
}
