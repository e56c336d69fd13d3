//! Goes to places: jumps, hits, bookmarks. How the way back is kept, `travel` decides.

use crate::app::input::action::{Action, Go, Open, Step, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::popups::menus;
use crate::app::state::location::{Location, TargetLine};
use crate::app::state::session::Absence;
use crate::app::update::{App, Mode};
use crate::app::views::search::Chosen;
use crate::app::wording;
use crate::words::{browser, query};

impl App {
    /// Finishes the query: goes to the chosen hit and puts the search in force, or searches
    /// for the chosen offer instead.
    pub(super) fn end_search(&mut self) {
        // The hits in the list are those of an earlier query.
        if self.search_view.is_pending() {
            return self.notify(browser::SEARCHING.get());
        }
        // Enter on a failed search asks once more.
        if self.search_view.failure().is_some() {
            return self.search_view.search(&self.session);
        }
        match self.search_view.chosen(&self.session) {
            Some(Chosen::Hit(search, location)) => {
                self.mode = Mode::List;
                self.note_query();
                self.session.search = Some(*search);
                self.jump(&location, None);
            }
            Some(Chosen::Offer(query)) => self.search_view.replace_query(&self.session, &query),
            Some(Chosen::Everywhere) => {
                self.session.chosen.fill(true);
                self.search_view.search(&self.session);
            }
            Some(Chosen::OwnOffice) => self.popup = Some(menus::own_office()),
            None if self.search_view.field.is_empty() => self.leave_search(),
            None => self.notify(query::NOTHING_FOUND.get()),
        }
    }

    /// Removes the last filter from the query.
    pub(super) fn remove_last_filter(&mut self) {
        if !self.search_view.unfilter(&self.session) {
            self.notify(query::NO_FILTER.get());
        }
    }

    /// Finishes the filter: the list stays filtered, and the department under the cursor is opened.
    pub(super) fn end_filter(&mut self) {
        self.mode = Mode::List;
        if let Some(view) = self.views.get_mut(self.tab).filter(|view| view.context() == Context::Departments) {
            view.act(&self.session, ViewAction::Open);
        }
    }

    /// Leaves the search line, which shows the search in force again.
    pub(super) fn leave_search(&mut self) {
        self.mode = Mode::List;
        // The rows of the file that is being written may come from a search as well.
        if self.writing.is_none() {
            self.session.cancel_search();
        }
        let query = self.session.search.as_ref().map(|search| search.query.clone()).unwrap_or_default();
        self.search_view.field.set(&query);
    }

    /// Goes to the next or previous match in the open text, and behind the last one to the next hit.
    pub(super) fn next_hit(&mut self, forward: bool) {
        let Some(search) = &mut self.session.search else {
            let key = self.session.keymap.key(Action::Open(Open::Search));
            self.notify(&browser::no_search(key));
            return;
        };
        let n_hits = search.found.hits.len().max(1);
        let last = n_hits - 1;
        let (at, wraps) = (search.at, search.at == if forward { last } else { 0 });
        let location = self.views.get_mut(self.tab).and_then(|view| view.seek(&self.session, forward));
        if let Some((at, of)) = location {
            self.message = Some(browser::text_place(at, of));
            return;
        }
        self.travel(|app| {
            if let Some(search) = &mut app.session.search {
                search.go(if forward { (at + 1) % n_hits } else { (at + last) % n_hits });
            }
            if let Some(location) = app.session.hit().map(|hit| hit.location.clone()) {
                app.go(&location, None);
            }
        });
        if wraps {
            self.notify(if forward { browser::PAST_LAST_HIT.get() } else { browser::PAST_FIRST_HIT.get() });
        }
    }

    /// Goes to a place and remembers the one it leaves.
    pub(super) fn jump(&mut self, location: &Location, target: Option<&TargetLine>) {
        self.travel(|app| app.go(location, target));
    }

    /// Goes to a place, or says why it cannot.
    pub(crate) fn go(&mut self, location: &Location, target: Option<&TargetLine>) {
        self.mode = Mode::List;
        let before = self.tab;
        self.tab = location.tab();
        // A view that was not shown yet has no area, and needs one to show a place in it.
        self.settle();
        let mut went = self.go_in_view(location, target);
        if !went && self.session.take_contents() {
            // The library answered at once with the contents that the view asked for.
            self.settle();
            went = self.go_in_view(location, target);
        }
        if went {
            return;
        }
        self.tab = before;
        match self.session.absence(location) {
            Absence::Coming => {
                self.heading_for = Some((location.clone(), target.cloned()));
                self.notify(browser::LOADING.get());
            }
            // The foot says why.
            Absence::Failed => self.heading_for = Some((location.clone(), target.cloned())),
            Absence::NotSelected => self.notify(&browser::not_chosen(self.session.keymap.key(wording::SELECT_PLANS))),
            Absence::NotThere => self.notify(browser::NO_SUCH_PLACE.get()),
        }
    }

    /// Lets the view of the tab go to a place. Returns `false` if it cannot.
    fn go_in_view(&mut self, location: &Location, target: Option<&TargetLine>) -> bool {
        self.session.fetch(location);
        self.views.get_mut(self.tab).is_some_and(|view| view.go(&self.session, location, target))
    }

    /// Sets a bookmark at the place that is shown, or removes it.
    pub(super) fn toggle_bookmark(&mut self) {
        let Some(location) = self.view().location(&self.session) else { return };
        let label = menus::place_words(&self.session, &location);
        let is_marked = self.mark(location, label);
        let key = self.session.keymap.key(Action::Open(Open::Bookmarks));
        let words = if is_marked { browser::marked(key) } else { browser::UNMARKED.to_string() };
        self.notify(&words);
    }

    /// Clears the search in force, where the view itself has nothing to clear or close. It leads nowhere: only H does.
    pub(super) fn clear_search(&mut self) {
        if self.session.search.take().is_some() {
            self.search_view.field.set("");
        } else {
            let [back, quit] = [Action::Go(Go::History(Step::Previous)), Action::View(ViewAction::Close)]
                .map(|action| self.session.keymap.key(action));
            self.notify(&browser::nothing_to_clear(back, quit));
        }
    }
}
