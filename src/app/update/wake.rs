//! What the library has answered late comes in.

use crate::app::update::{App, Mode};

impl App {
    /// Takes in what the library has answered since the last time, and shows it. Called when the library wakes the browser.
    pub fn wake(&mut self) {
        self.world.take_in();
        if self.mode == Mode::Search && self.searching.is_pending() {
            self.searching.ask(&self.world);
        }
        if let Some(place) = self.heading_for.take() {
            self.go(&place);
        }
        self.settle();
    }

    /// Asks again for what the library failed to answer.
    pub(super) fn retry(&mut self) {
        if self.world.failure().is_some() {
            self.world.retry();
            self.searching.ask(&self.world);
        }
    }
}
