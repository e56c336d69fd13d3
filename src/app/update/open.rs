//! What opens over or beside the view: the search line, the filter, the popups.

use crate::app::input::action::{Ask, Deed};
use crate::app::input::keymap::Context;
use crate::app::popups::{compare, matrix, menus, side_by_side, similar};
use crate::app::state::location::{Place, Spot};
use crate::app::update::{App, Mode};
use crate::app::views::Reply;
use crate::app::widgets::popup::{Choice, Sheet};
use crate::app::wording;

impl App {
    /// Opens what is asked for.
    pub(crate) fn ask(&mut self, ask: Ask) {
        if ask == Ask::File {
            return self.ask_file();
        }
        let open = self.sheet.take();
        self.sheet = match ask {
            Ask::Search => {
                self.mode = Mode::Search;
                // The next search starts from an empty line; the last one is one ↑ away.
                self.searching.field.set("");
                self.searching.ask(&self.world);
                None
            }
            Ask::Filter => {
                self.mode = Mode::Filter;
                None
            }
            Ask::Bureau => {
                self.ask_bureau();
                None
            }
            Ask::Plans => Some(menus::plans(&self.world)),
            Ask::Help => Some(menus::help(&self.contexts())),
            Ask::Palette => Some(menus::palette(&self.contexts())),
            Ask::Bookmarks => Some(menus::bookmarks(&self.world)),
            Ask::Similar => self.similar(),
            Ask::Beside => self.beside(open),
            Ask::Compare => self.compare(),
            Ask::Matrix => Some(matrix::sheet(&self.world)),
            Ask::File => None,
            Ask::Source => {
                let sheet = self.view().spot(&self.world).and_then(|spot| menus::source(&self.world, spot));
                if sheet.is_none() {
                    self.say(wording::NO_SOURCE_HERE);
                }
                sheet
            }
        };
    }

    /// The bureaus, with the line that chooses one.
    fn ask_bureau(&mut self) {
        let tab = Place::Department(String::new()).tab();
        if self.tab != tab {
            self.leave();
            self.tab = tab;
        }
        if let Some(view) = self.views.get_mut(self.tab) {
            while view.context() != Context::Bureaus
                && !matches!(view.act(&self.world, Deed::Pane(false)), Reply::Unused)
            {}
        }
        self.filter_mut(|field| field.set(""));
        self.mode = Mode::Filter;
    }

    /// The indicator under the cursor in all chosen plans.
    fn compare(&mut self) -> Option<Sheet> {
        let sheet = self.view().place(&self.world).and_then(|place| compare::sheet(&self.world, &place));
        if sheet.is_none() {
            self.say(wording::NO_SUCH_INDICATOR);
        }
        sheet
    }

    /// The node one is at; says so if there is none.
    fn task(&mut self) -> Option<Spot> {
        let spot = self.view().spot(&self.world).filter(|spot| spot.node.is_some());
        if spot.is_none() {
            self.say(wording::NO_TASK_HERE);
        }
        spot
    }

    /// Holds the node one is at, or lets it go if it is the one held.
    pub(super) fn hold(&mut self) {
        let Some(spot) = self.task() else { return };
        if self.world.held == Some(spot) {
            self.world.held = None;
            self.say(wording::LET_GO);
        } else {
            self.world.held = Some(spot);
            self.say(wording::HELD);
        }
    }

    /// What a node is set beside: the one held, or else its closest in the other plans.
    fn other(&self, spot: Spot) -> Option<Spot> {
        self.world.held.filter(|held| *held != spot).or_else(|| similar::closest_node(&self.world, spot))
    }

    /// The closest tasks of the other plans.
    fn similar(&mut self) -> Option<Sheet> {
        let spot = self.task()?;
        let sheet = similar::sheet(&self.world, spot);
        if sheet.is_none() {
            self.say(wording::NOTHING_NEAR);
        }
        sheet
    }

    /// The task that the open sheet speaks of beside the one chosen there, or the node one is at beside the one held or
    /// its closest.
    fn beside(&mut self, open: Option<Sheet>) -> Option<Sheet> {
        let Some(open) = open else {
            let spot = self.task()?;
            let Some(other) = self.other(spot) else {
                self.say(wording::NOTHING_NEAR);
                return None;
            };
            // What was held first stands at the left.
            let is_held = self.world.held == Some(other);
            let (left, right) = if is_held { (other, spot) } else { (spot, other) };
            return side_by_side::sheet(&self.world, left, right);
        };
        let other = match open.chosen() {
            Some(Choice::Go(place)) => self.world.spot(place),
            Some(Choice::Run(_) | Choice::Plan(_)) | None => None,
        };
        let sheet = open.about.zip(other).and_then(|(spot, other)| side_by_side::sheet(&self.world, spot, other));
        let Some(sheet) = sheet else {
            self.say(wording::NOT_HERE);
            return Some(open);
        };
        Some(sheet.over(open))
    }
}
