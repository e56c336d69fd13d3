//! Going from place to place: tabs, jumps, hits, history, bookmarks.

use crate::app::input::action::Deed;
use crate::app::input::keymap::Context;
use crate::app::state::location::Place;
use crate::app::update::{App, Mode};
use crate::app::views::search::Done;
use crate::app::wording;

impl App {
    /// Ends the typing of a query: goes to the hit and keeps the search in force, or asks what is offered instead.
    pub(super) fn end_search(&mut self) {
        // The hits in the list are those of an earlier query.
        if self.searching.is_pending() {
            return self.say(wording::SEARCHING);
        }
        match self.searching.done(&self.world) {
            Some(Done::Hit(search, place)) => {
                self.mode = Mode::List;
                self.world.search = Some(*search);
                self.jump(&place);
            }
            Some(Done::Offer(query)) => self.searching.put(&self.world, &query),
            Some(Done::Everywhere) => {
                self.world.chosen.fill(true);
                self.searching.ask(&self.world);
            }
            None if self.searching.field.is_empty() => self.leave_search(),
            None => self.say(wording::NOTHING_FOUND),
        }
    }

    /// Takes the last filter out of the query.
    pub(super) fn unfilter(&mut self) {
        if !self.searching.unfilter(&self.world) {
            self.say(wording::NO_FILTER);
        }
    }

    /// Ends the typing of a filter: the list stays narrowed; a bureau that was asked for is opened.
    pub(super) fn end_filter(&mut self) {
        self.mode = Mode::List;
        if let Some(view) = self.views.get_mut(self.tab).filter(|view| view.context() == Context::Bureaus) {
            view.act(&self.world, Deed::Open);
        }
    }

    /// Leaves the search line and the place as they were.
    pub(super) fn leave_search(&mut self) {
        self.mode = Mode::List;
        self.world.cancel_search();
        let query = self.world.search.as_ref().map(|search| search.query.clone()).unwrap_or_default();
        self.searching.field.set(&query);
    }

    /// Goes to the next or previous place of the open text that answers the search, past the last one to the next hit.
    pub(super) fn next_hit(&mut self, forward: bool) {
        let Some(search) = &mut self.world.search else {
            self.say(wording::NO_SEARCH);
            return;
        };
        let n_hits = search.found.hits.len().max(1);
        let last = n_hits - 1;
        let (at, wraps) = (search.at, search.at == if forward { last } else { 0 });
        let place = self.views.get_mut(self.tab).and_then(|view| view.seek(&self.world, forward));
        if let Some((at, of)) = place {
            self.say = Some(wording::text_place(at, of));
            return;
        }
        if let Some(search) = &mut self.world.search {
            search.go(if forward { (at + 1) % n_hits } else { (at + last) % n_hits });
        }
        if let Some(place) = self.world.hit().map(|hit| hit.place.clone()) {
            self.go(&place);
        }
        if wraps {
            self.say(if forward { wording::PAST_LAST_HIT } else { wording::PAST_FIRST_HIT });
        }
    }

    /// Shows another tab.
    pub(super) fn turn(&mut self, tab: usize) {
        if tab != self.tab && tab < self.views.len() {
            self.leave();
            self.tab = tab;
        }
        self.mode = Mode::List;
    }

    /// Remembers where one is, before going elsewhere.
    pub(super) fn leave(&mut self) {
        if let Some(place) = self.view().place(&self.world) {
            self.trail.leave(place);
        }
    }

    /// Goes to a place and remembers where one was.
    pub(super) fn jump(&mut self, place: &Place) {
        self.leave();
        self.go(place);
    }

    /// Goes to a place; says why if it cannot.
    pub(crate) fn go(&mut self, place: &Place) {
        self.mode = Mode::List;
        let before = self.tab;
        self.tab = place.tab();
        // A view that was not shown yet has no area; it needs one to show a place in it.
        self.settle();
        let went = self.views.get_mut(self.tab).is_some_and(|view| view.go(&self.world, place));
        if went {
            return;
        }
        self.tab = before;
        if self.world.may_come(place) {
            self.heading_for = Some(place.clone());
        } else {
            self.say(wording::NOT_CHOSEN);
        }
    }

    /// Goes back or forward in the places visited.
    pub(super) fn step(&mut self, forward: bool) {
        let Some(here) = self.view().place(&self.world) else { return };
        match self.trail.step(here, forward) {
            Some(place) => self.go(&place),
            None => self.say(if forward { wording::LAST } else { wording::FIRST }),
        }
    }

    /// Sets or takes away a bookmark.
    pub(super) fn bookmark(&mut self) {
        let Some(place) = self.view().place(&self.world) else { return };
        let bookmarks = &mut self.world.bookmarks;
        let words = if let Some(at) = bookmarks.iter().position(|each| *each == place) {
            bookmarks.remove(at);
            wording::UNMARKED
        } else {
            bookmarks.push(place);
            wording::MARKED
        };
        self.say(words);
    }

    /// One step back where the view has none: the search in force goes, then the last jump is undone.
    pub(super) fn back(&mut self) {
        if self.world.search.take().is_some() {
            self.searching.field.set("");
        } else if self.trail.leads(false) {
            self.step(false);
        } else {
            self.say(wording::AT_START);
        }
    }
}
