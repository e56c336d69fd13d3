//! Opens what lies over or beside the view: the search line, the filter, the popups.

use crate::app::input::action::{Action, Mark, Open, Step, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::popups::{self, menus, side_by_side};
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::session::Material;
use crate::app::state::subject::Subject;
use crate::app::state::tour::Tour;
use crate::app::update::{App, Mode};
use crate::app::views::Reply;
use crate::app::widgets::popup::{Choice, Popup};
use crate::app::wording;
use crate::words::{browser, clipboard};

impl App {
    /// Opens the search line, a filter or a popup.
    pub(crate) fn open(&mut self, what: Open) {
        if what == Open::Export {
            return self.open_export();
        }
        if what == Open::Import {
            return self.open_import("");
        }
        let open = self.popup.take();
        self.popup = match what {
            Open::Search => {
                // A new search starts from an empty line; ↑ brings back the last one.
                self.search_for("");
                None
            }
            Open::Filter => {
                self.mode = Mode::Filter;
                None
            }
            Open::Departments => {
                self.open_departments();
                None
            }
            Open::Plans => self.popup_about(&Subject::Plans),
            Open::Help => Some(menus::help(&self.session.keymap, &self.contexts())),
            Open::Palette => Some(menus::palette(&self.session.keymap, &self.contexts())),
            Open::Bookmarks => Some(menus::bookmarks(&self.session)),
            Open::Similar => self.similar(),
            Open::SideBySide => self.beside(open),
            Open::Compare => self.compare(),
            Open::Matrix => self.popup_about(&Subject::Matrix),
            Open::Export | Open::Import => None,
            Open::Source => self.source(),
            Open::Copied => self.copied_text(),
            Open::Tour => {
                self.tour = if self.tour.is_some() { None } else { Some(Tour::default()) };
                open
            }
        };
    }

    /// Opens the search line with these words.
    pub(super) fn search_for(&mut self, words: &str) {
        self.mode = Mode::Search;
        // The tree is the first view, and keeps its place while others are shown.
        let node_ref = self.views.first().and_then(|tree| tree.node_ref(&self.session));
        self.session.home = node_ref.and_then(|at| self.session.plan(at)).map(|plan| plan.id.clone());
        self.search_view.field.set(words);
        self.search_view.search(&self.session);
    }

    /// Shows the list of departments with its filter open.
    fn open_departments(&mut self) {
        self.travel(|app| {
            app.tab = Location::Department(String::new()).tab();
            app.settle();
            if let Some(view) = app.views.get_mut(app.tab) {
                while view.context() != Context::Departments
                    && !matches!(view.act(&app.session, ViewAction::Focus(Step::Previous)), Reply::Ignored)
                {
                }
            }
            app.filter_mut(|field| field.set(""));
        });
        self.mode = Mode::Filter;
    }

    /// Makes the popup about a subject, or says why there is none.
    fn popup_about(&mut self, subject: &Subject) -> Option<Popup> {
        match self.made(subject) {
            Ok(popup) => Some(popup),
            Err(why) => {
                self.notify(&why);
                None
            }
        }
    }

    /// Makes the popup about a subject, or returns why there is none.
    fn made(&mut self, subject: &Subject) -> Result<Popup, String> {
        if subject.needs_all_contents() {
            self.session.fetch_selected();
        }
        popups::make(&self.session, subject)
    }

    /// Makes those open popups again that await an answer; with `after_failure` also those whose answer failed.
    pub(super) fn refill_popups(&mut self, after_failure: bool) {
        let mut front = self.popup.take();
        let mut next = front.as_mut();
        while let Some(popup) = next {
            if let Some(awaited) = popup.awaited.clone().filter(|awaited| after_failure || !awaited.has_failed) {
                let made = self.made(&awaited.subject);
                // What turns out to be nothing is said where it was awaited.
                popup.refill(made.unwrap_or_else(|why| popups::remark(popup.title(), &why)));
            }
            next = popup.under.as_deref_mut();
        }
        self.popup = front;
    }

    /// Makes the popup that compares the indicator under the cursor over the selected plans.
    fn compare(&mut self) -> Option<Popup> {
        let location = self.view().location(&self.session);
        let Some(location) = location.filter(|location| matches!(location, Location::Indicator(..))) else {
            let why = browser::no_such_indicator(self.session.keymap.key(wording::OPEN));
            let words = self.session.why_empty(Material::Contents, &why);
            self.notify(&words);
            return None;
        };
        self.popup_about(&Subject::Compare(location))
    }

    /// Makes the popup with the document's own lines of what is under the cursor.
    fn source(&mut self) -> Option<Popup> {
        let Some(node_ref) = self.view().node_ref(&self.session) else {
            self.notify(browser::NO_SOURCE_HERE.get());
            return None;
        };
        self.popup_about(&Subject::Source(node_ref))
    }

    /// Makes the popup with the text that was copied last, or says that none was.
    fn copied_text(&mut self) -> Option<Popup> {
        let popup = self.copied.as_ref().map(|(text, how)| menus::copied(&self.session.keymap, text, *how));
        if popup.is_none() {
            self.notify(clipboard::NOTHING_YET.get());
        }
        popup
    }

    /// Returns the node under the cursor, or says that there is none.
    fn task(&mut self) -> Option<NodeRef> {
        let node_ref = self.view().node_ref(&self.session).filter(|node_ref| node_ref.node.is_some());
        if node_ref.is_none() {
            let words = self.session.why_empty(Material::Plans, browser::NO_TASK_HERE.get());
            self.notify(&words);
        }
        node_ref
    }

    /// Holds the node under the cursor, or lets it go if it is held.
    pub(super) fn toggle_held(&mut self) {
        let Some(node_ref) = self.task() else { return };
        if self.session.held == Some(node_ref) {
            self.session.held = None;
            self.notify(browser::LET_GO.get());
        } else {
            self.session.held = Some(node_ref);
            let [beside, hold] = [Action::Open(Open::SideBySide), Action::Mark(Mark::Hold)]
                .map(|action| self.session.keymap.key(action));
            self.notify(&browser::held(beside, hold));
        }
    }

    /// Makes the popup with the closest tasks of the other plans.
    fn similar(&mut self) -> Option<Popup> {
        let node_ref = self.task()?;
        self.popup_about(&Subject::Similar(node_ref))
    }

    /// Makes the popup with two nodes side by side: the one that the open popup is about and the one chosen there, or
    /// the one under the cursor and the one held or closest to it.
    fn beside(&mut self, open: Option<Popup>) -> Option<Popup> {
        let Some(open) = open else {
            let node_ref = self.task()?;
            let held = self.session.held.filter(|held| *held != node_ref);
            return self.popup_about(&Subject::SideBySide(node_ref, held));
        };
        let other = match open.chosen() {
            Some(Choice::Go(location)) => self.session.node_ref(location),
            Some(Choice::Run(_) | Choice::Plan(_) | Choice::Path(_) | Choice::Search(_) | Choice::OwnOffice(_))
            | None => None,
        };
        let popup =
            open.about.zip(other).and_then(|(node_ref, other)| side_by_side::popup(&self.session, node_ref, other));
        let Some(popup) = popup else {
            self.notify(&wording::not_here(&self.session.keymap));
            return Some(open);
        };
        Some(popup.over(open))
    }
}
