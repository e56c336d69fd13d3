//! What is kept from one run to the next: taken from the views when the caller asks, and given back to each view when it
//! is first shown.

use crate::app::popups::menus;
use crate::app::state::location::Location;
use crate::app::state::saved::{Bookmark, Change, SavedSession, SavedView};
use crate::app::update::App;
use crate::app::views::chrome;
use crate::app::widgets::popup::Choice;
use crate::words::{browser, overlays};

/// What was stored and is not shown yet, and the changes that the caller has not stored yet.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// How the views looked that were not shown yet, in the order of the tabs.
    waiting: Vec<Option<SavedView>>,
    /// The node that was held, until the contents of its plan are here.
    held: Option<Location>,
    changes: Vec<Change>,
    /// The bookmarks removed in this run, whose notes come back with them.
    removed: Vec<Bookmark>,
}

impl App {
    /// Begins as a session was left.
    pub(crate) fn begin_as(&mut self, saved: SavedSession) {
        self.tab = saved.tab.min(self.views.len().saturating_sub(1));
        self.kept.waiting = saved.views.into_iter().map(Some).collect();
        self.kept.held = saved.held;
        self.session.leave_out(saved.left_out);
        self.session.readings.store(saved.readings);
        self.session.bookmarks = saved.bookmarks;
        self.search_view.field.set_history(saved.queries);
    }

    /// Returns the session to be stored: how the screen looks, with all that was changed in this run.
    #[must_use]
    pub fn snapshot(&self) -> SavedSession {
        let waiting = self.kept.waiting.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        let views = self.views.iter().zip(waiting);
        let held = self.session.held.and_then(|node_ref| self.session.location(node_ref));
        SavedSession {
            tab: self.tab,
            views: views.map(|(view, saved)| saved.cloned().unwrap_or_else(|| view.saved(&self.session))).collect(),
            left_out: self.session.left_out(),
            held: held.or_else(|| self.kept.held.clone()),
            readings: self.session.readings.stored().clone(),
            queries: self.search_view.field.history().to_vec(),
            bookmarks: self.session.bookmarks.clone(),
        }
    }

    /// Hands over the changes since the last time, which must not be lost where another program stores its session too.
    pub fn take_changes(&mut self) -> Vec<Change> {
        let read = self.session.take_readings();
        self.kept.changes.extend(read.into_iter().map(|(plan, reading)| Change::Read(plan, reading)));
        std::mem::take(&mut self.kept.changes)
    }

    /// Takes over what another browser has not stored yet.
    pub(super) fn keep_changes_of(&mut self, other: &mut Self) {
        self.kept.changes = other.take_changes();
        self.kept.removed = std::mem::take(&mut other.kept.removed);
    }

    /// Says something at the foot of the screen until the next key.
    pub fn tell(&mut self, words: &str) {
        self.notify(words);
    }

    /// Takes over the bookmarks and queries as they are stored now, which another program may have added to.
    pub fn take_over(&mut self, mut stored: SavedSession) {
        // What was changed meanwhile is not stored yet.
        for change in &self.kept.changes {
            stored.apply(change.clone());
        }
        self.session.bookmarks = stored.bookmarks;
        self.search_view.field.set_history(stored.queries);
        self.settle();
    }

    /// Makes the view that is shown look as it was left, the first time it is shown and all of it is here.
    pub(super) fn recall(&mut self) {
        let Some(waiting) = self.kept.waiting.get_mut(self.tab) else { return };
        let Some(saved) = waiting.take() else { return };
        let body = chrome::body(self.size);
        let Some(view) = self.views.get_mut(self.tab) else { return };
        view.settle(&self.session, body);
        match view.recalled(&self.session, &saved) {
            Some(place) => {
                view.restore(&self.session, &place, body);
            }
            None => *waiting = Some(saved),
        }
    }

    /// Holds the node again that was held, as soon as the contents of its plan are here.
    pub(super) fn recall_held(&mut self) {
        let Some(held) = &self.kept.held else { return };
        if !self.session.knows(std::iter::once(held)) {
            return;
        }
        self.session.held = self.session.node_ref(held);
        self.kept.held = None;
    }

    /// Leaves the shown view as it is from now on, as the user has begun to use it.
    pub(super) fn stop_recalling(&mut self) {
        if let Some(waiting) = self.kept.waiting.get_mut(self.tab) {
            *waiting = None;
        }
    }

    /// Notes how far the text is read that has the focus or is scrolled.
    pub(super) fn note_reading(&mut self) {
        if let Some((node_ref, top)) = self.view().reading() {
            self.session.readings.note(node_ref, top);
        }
    }

    /// Returns where the plan under the cursor was read last, if that is another place than the one shown.
    pub(super) fn last_reading(&self) -> Option<Location> {
        let here = self.view().node_ref(&self.session)?;
        let (read, _) = self.session.reading(here.plan).filter(|(read, _)| *read != here)?;
        self.session.location(read)
    }

    /// Goes to where the plan under the cursor was read last.
    pub(super) fn read_on(&mut self) {
        match self.last_reading() {
            Some(location) => self.jump(&location, None),
            None => self.notify(browser::NOT_READ.get()),
        }
    }

    /// Notes that a query led somewhere.
    pub(super) fn note_query(&mut self) {
        self.kept.changes.extend(self.search_view.field.history().last().cloned().map(Change::Queried));
    }

    /// Returns the bookmark under the cursor of the list of bookmarks.
    pub(super) fn chosen_bookmark(&self) -> Option<&Bookmark> {
        let popup = self.popup.as_ref().filter(|popup| popup.title() == overlays::BOOKMARKS.get())?;
        let Choice::Go(location) = popup.chosen()? else { return None };
        self.session.bookmarks.iter().find(|each| each.at == *location)
    }

    /// Removes the bookmark under the cursor of the list of bookmarks.
    pub(super) fn unmark_chosen(&mut self) {
        if let Some(Bookmark { at, label, .. }) = self.chosen_bookmark().cloned() {
            self.mark(at, label);
            self.list_bookmarks();
            self.notify(browser::UNMARKED.get());
        }
    }

    /// Returns whether the list of bookmarks is open and one was removed that can be set again.
    pub(super) fn can_mark_again(&self) -> bool {
        let is_open = self.popup.as_ref().is_some_and(|popup| popup.title() == overlays::BOOKMARKS.get());
        is_open && !self.kept.removed.is_empty()
    }

    /// Sets the bookmark again that was removed last, with its note.
    pub(super) fn mark_again(&mut self) {
        if self.can_mark_again()
            && let Some(bookmark) = self.kept.removed.pop()
        {
            self.bookmark(bookmark);
            self.list_bookmarks();
        }
    }

    /// Opens the line for the note of the bookmark under the cursor, over the list.
    pub(super) fn open_note(&mut self) {
        if let Some(line) = self.chosen_bookmark().map(menus::note) {
            self.popup = self.popup.take().map(|list| line.over(list));
        }
    }

    /// Writes the note of the bookmark at a place, and shows the list again.
    pub(super) fn write_note(&mut self, location: &Location, note: &str) {
        if let Some(mut bookmark) = self.session.bookmarks.iter().find(|each| each.at == *location).cloned() {
            note.trim().clone_into(&mut bookmark.note);
            self.bookmark(bookmark);
        }
        self.popup = Some(menus::bookmarks(&self.session));
        self.notify(browser::NOTE_KEPT.get());
    }

    /// Lists the bookmarks anew in the open list; the cursor stays.
    fn list_bookmarks(&mut self) {
        let entries = menus::bookmark_entries(&self.session);
        if let Some(popup) = &mut self.popup {
            popup.renew(entries);
        }
    }

    /// Sets a bookmark at a place, or removes it. Returns whether it is set now.
    pub(super) fn mark(&mut self, location: Location, label: String) -> bool {
        let bookmarks = &mut self.session.bookmarks;
        if let Some(at) = bookmarks.iter().position(|each| each.at == location) {
            self.kept.removed.push(bookmarks.remove(at));
            self.kept.changes.push(Change::Unbookmarked(location));
            return false;
        }
        let removed = self.kept.removed.iter().position(|each| each.at == location);
        let note = removed.map(|at| self.kept.removed.swap_remove(at).note).unwrap_or_default();
        self.bookmark(Bookmark { at: location, label, note });
        true
    }

    /// Sets a bookmark, or writes the note of the one that is set there.
    pub(super) fn bookmark(&mut self, bookmark: Bookmark) {
        let change = Change::Bookmarked(bookmark.clone());
        match self.session.bookmarks.iter_mut().find(|each| each.at == bookmark.at) {
            Some(known) => *known = bookmark,
            None => self.session.bookmarks.push(bookmark),
        }
        self.kept.changes.push(change);
    }
}
