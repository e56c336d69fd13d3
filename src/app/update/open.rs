//! Opens what lies over or beside the view: the search line, the filter, the popups.

use crate::app::input::action::{Open, Step, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::popups::{compare, matrix, menus, side_by_side, similar};
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::session::Material;
use crate::app::update::{App, Mode};
use crate::app::views::Reply;
use crate::app::widgets::popup::{Choice, Popup};
use crate::app::wording;

impl App {
    /// Opens the search line, a filter or a popup.
    pub(crate) fn open(&mut self, what: Open) {
        if what == Open::Export {
            return self.open_export();
        }
        let compares = matches!(what, Open::Similar | Open::SideBySide | Open::Compare | Open::Matrix);
        if compares && let Some(why) = self.session.why_incomplete() {
            // Half of the plans would give wrong numbers.
            return self.notify(&why);
        }
        let open = self.popup.take();
        self.popup = match what {
            Open::Search => {
                self.mode = Mode::Search;
                // A new search starts from an empty line; ↑ brings back the last one.
                self.search_view.field.set("");
                self.search_view.search(&self.session);
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
            Open::Plans => Some(menus::plans(&self.session)),
            Open::Help => Some(menus::help(&self.contexts())),
            Open::Palette => Some(menus::palette(&self.contexts())),
            Open::Bookmarks => Some(menus::bookmarks(&self.session)),
            Open::Similar => self.similar(),
            Open::SideBySide => self.beside(open),
            Open::Compare => self.compare(),
            Open::Matrix => Some(matrix::popup(&self.session)),
            Open::Export => None,
            Open::Source => {
                let popup =
                    self.view().node_ref(&self.session).and_then(|node_ref| menus::source(&self.session, node_ref));
                if popup.is_none() {
                    self.notify(wording::NO_SOURCE_HERE);
                }
                popup
            }
        };
    }

    /// Shows the list of departments with its filter open.
    fn open_departments(&mut self) {
        let tab = Location::Department(String::new()).tab();
        if self.tab != tab {
            self.leave();
            self.tab = tab;
        }
        if let Some(view) = self.views.get_mut(self.tab) {
            while view.context() != Context::Departments
                && !matches!(view.act(&self.session, ViewAction::Focus(Step::Previous)), Reply::Ignored)
            {}
        }
        self.filter_mut(|field| field.set(""));
        self.mode = Mode::Filter;
    }

    /// Makes the popup that compares the indicator under the cursor over the selected plans.
    fn compare(&mut self) -> Option<Popup> {
        let popup = self.view().location(&self.session).and_then(|location| compare::popup(&self.session, &location));
        if popup.is_none() {
            self.notify(wording::NO_SUCH_INDICATOR);
        }
        popup
    }

    /// Returns the node under the cursor, or says that there is none.
    fn task(&mut self) -> Option<NodeRef> {
        let node_ref = self.view().node_ref(&self.session).filter(|node_ref| node_ref.node.is_some());
        if node_ref.is_none() {
            self.notify(wording::NO_TASK_HERE);
        }
        node_ref
    }

    /// Holds the node under the cursor, or lets it go if it is held.
    pub(super) fn toggle_held(&mut self) {
        let Some(node_ref) = self.task() else { return };
        if self.session.held == Some(node_ref) {
            self.session.held = None;
            self.notify(wording::LET_GO);
        } else {
            self.session.held = Some(node_ref);
            self.notify(wording::HELD);
        }
    }

    /// Returns the node to set beside this one: the one held, else its closest in the other plans.
    fn other(&self, node_ref: NodeRef) -> Option<NodeRef> {
        self.session.held.filter(|held| *held != node_ref).or_else(|| similar::closest_node(&self.session, node_ref))
    }

    /// Says that no task is close, or why that is not known.
    fn notify_of_nothing_near(&mut self) {
        let is_known = self.session.similar().is_some();
        let words = if is_known {
            wording::NOTHING_NEAR.to_owned()
        } else {
            self.session.why_empty(Material::Similar, wording::LOADING)
        };
        self.notify(&words);
    }

    /// Makes the popup with the closest tasks of the other plans.
    fn similar(&mut self) -> Option<Popup> {
        let node_ref = self.task()?;
        let popup = similar::popup(&self.session, node_ref);
        if popup.is_none() {
            self.notify_of_nothing_near();
        }
        popup
    }

    /// Makes the popup with two nodes side by side: the one that the open popup is about and the one chosen there, or
    /// the one under the cursor and the one held or closest to it.
    fn beside(&mut self, open: Option<Popup>) -> Option<Popup> {
        let Some(open) = open else {
            let node_ref = self.task()?;
            let Some(other) = self.other(node_ref) else {
                self.notify_of_nothing_near();
                return None;
            };
            // The node that was held first is shown at the left.
            let is_held = self.session.held == Some(other);
            let (left, right) = if is_held { (other, node_ref) } else { (node_ref, other) };
            return side_by_side::popup(&self.session, left, right);
        };
        let other = match open.chosen() {
            Some(Choice::Go(location)) => self.session.node_ref(location),
            Some(Choice::Run(_) | Choice::Plan(_)) | None => None,
        };
        let popup =
            open.about.zip(other).and_then(|(node_ref, other)| side_by_side::popup(&self.session, node_ref, other));
        let Some(popup) = popup else {
            self.notify(wording::NOT_HERE);
            return Some(open);
        };
        Some(popup.over(open))
    }
}
