//! The one way from place to place: whatever leads away from where the user is goes through [`App::travel`], and
//! [`App::go_in_history`] undoes it exactly.

use crate::app::update::{App, Mode};
use crate::app::views::{Place, chrome};
use crate::app::wording;
use crate::words::browser;

/// A place that the user has left, with the hit of the search that was the current one.
#[derive(Clone, Debug)]
pub(crate) struct Visited {
    place: Place,
    /// The query in force, and the position of its hit.
    hit: Option<(String, usize)>,
}

impl App {
    /// Returns where the user is now.
    fn visited(&self) -> Visited {
        let hit = self.session.search.as_ref().map(|search| (search.query.clone(), search.at));
        Visited { place: self.view().place(), hit }
    }

    /// Does what may lead to another place, and remembers the one it leaves if it does.
    pub(super) fn travel(&mut self, goes: impl FnOnce(&mut Self)) {
        let left = self.visited();
        goes(self);
        self.settle();
        if self.view().place() != left.place {
            self.history.leave(left);
        }
    }

    /// Goes back or forward among the places visited.
    pub(super) fn go_in_history(&mut self, forward: bool) {
        match self.history.step(self.visited(), forward) {
            Some(visited) => self.restore(&visited),
            None => self.notify(if forward { browser::LAST.get() } else { browser::FIRST.get() }),
        }
    }

    /// Shows a place as it was left.
    fn restore(&mut self, visited: &Visited) {
        self.mode = Mode::List;
        self.tab = visited.place.tab();
        let body = chrome::body(self.size);
        let view = self.views.get_mut(self.tab);
        let is_listed = view.is_some_and(|view| view.restore(&self.session, &visited.place, body));
        if let (Some(search), Some((query, at))) = (&mut self.session.search, &visited.hit)
            && search.query == *query
        {
            search.go(*at);
        }
        if !is_listed {
            self.notify(&browser::not_chosen(self.session.keymap.key(wording::SELECT_PLANS)));
        }
    }

    /// Shows the tab of this ordinal; where it is shown already, goes to its beginning.
    pub(super) fn show_tab(&mut self, tab: usize) {
        self.mode = Mode::List;
        self.travel(|app| {
            if tab != app.tab && tab < app.views.len() {
                app.tab = tab;
            } else if let Some(view) = app.views.get_mut(app.tab) {
                view.go_to_top(&app.session);
            }
        });
    }
}
