//! What the library has answered late comes in.

use crate::app::update::{App, Mode};
use crate::words::{Words, browser};

impl App {
    /// Takes in what the library has answered since the last time, and shows it. Called when the
    /// library wakes the browser.
    pub fn wake(&mut self) {
        self.session.take_in();
        // What was said of the waiting is over; the foot says so itself where it is not.
        self.message
            .take_if(|message| [browser::LOADING, browser::SEARCHING].map(Words::get).contains(&message.as_str()));
        if self.mode == Mode::Search {
            self.search_view.search_again(&self.session);
        }
        self.go_on();
        self.refill_popups(false);
        self.settle();
    }

    /// Goes on to the place that was not here when it was asked for; what is being typed stays.
    fn go_on(&mut self) {
        if let Some((location, target)) = self.heading_for.take() {
            let mode = self.mode;
            self.jump(&location, target.as_ref());
            self.mode = mode;
        }
    }

    /// Notes that somebody uses the browser: marks may be worked out from now on, and what comes late no longer leads
    /// away from where one has gone since.
    pub(crate) fn begin_input(&mut self) {
        self.session.is_awake = true;
        (self.clicked, self.followed) = (None, None);
        self.stop_recalling();
        self.stay_while_writing();
        self.left_heading = self.heading_for.take();
    }

    /// Asks again for what the library failed to answer, and still goes where one was heading.
    pub(super) fn retry(&mut self) {
        if self.session.failure().is_some() {
            self.session.retry();
            self.heading_for = self.left_heading.take();
            self.go_on();
        }
        if self.mode == Mode::Search && self.search_view.failure().is_some() {
            self.search_view.search(&self.session);
        }
        self.refill_popups(true);
    }
}
