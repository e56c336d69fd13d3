//! The browser without a terminal: keys and sizes go in, pages and effects come out.
//!
//! A key becomes an action by the table of `keymap`; `App::update` does the action and restores every invariant; `page`
//! describes the screen. No terminal, no clock, no file is known here: the caller brings the library.
//!
//! The folders import one way: app → update → views → popups → content → widgets → state → wording → screen → input.

mod content;
pub mod input;
mod popups;
pub mod screen;
pub mod state;
#[cfg(test)]
mod tests;
mod update;
mod views;
pub mod widgets;
mod wording;

use std::sync::Arc;

pub use crate::app::update::App;

use crate::app::input::action::{Action, Open};
use crate::app::input::key::{Code, Key};
use crate::app::input::keymap::{self, Keymap, Meaning};
use crate::app::screen::page::Size;
use crate::app::state::effect::Effect;
use crate::app::state::file::Files;
use crate::app::state::location::Location;
use crate::app::state::saved::SavedSession;
use crate::library::Library;
use crate::text::width::Width;
use crate::words::browser;

/// What the caller chooses before the browser starts. Everything has a default.
#[derive(Default)]
pub struct Options {
    /// The size of the screen in cells; can be changed later by [`App::resize`].
    pub size: Size,
    /// How many cells the terminal gives to ambiguous characters.
    pub width: Width,
    /// The place that is shown first; `None` for the first plan.
    pub at: Option<Location>,
    /// A query that is typed at the start.
    pub search: Option<String>,
    /// A name of the department that the user works in; `None` where it is not known.
    pub own_office: Option<String>,
    /// The keys that the actions have in this run.
    pub keymap: Keymap,
    /// The ids of the plans to select, where no earlier run has chosen; empty for all.
    pub plans: Vec<String>,
    /// How an earlier run was left; `None` to begin as at the first start.
    pub session: Option<SavedSession>,
    /// The ids of the plans that the program brings itself; all others are the user's own.
    pub bundled: Vec<String>,
    /// Export formats and path resolution; `None` disables export.
    pub files: Option<Files>,
}

impl App {
    /// Makes a browser over the plans of this library. What the library answers late is shown after [`App::wake`]:
    /// whoever calls that must listen to the library before, see [`Library::on_ready`].
    #[must_use]
    pub fn new(library: Arc<dyn Library>, options: Options) -> Self {
        let mut app = Self::at_start(library, options.size, options.width);
        app.files = options.files;
        app.session.keymap = options.keymap;
        app.session.bundled = options.bundled.into_iter().collect();
        app.session.select(&options.plans);
        if let Some(saved) = options.session {
            app.begin_as(saved);
        }
        if let Some(name) = options.own_office {
            app.session.works_in(&name);
        }
        app.settle();
        if let Some(location) = options.at {
            app.go(&location, None);
        }
        if let Some(query) = options.search {
            app.open(Open::Search);
            app.search_view.type_in(&app.session, &query);
        }
        app.settle();
        app
    }

    /// Lays everything out anew for a screen of this size.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.settle();
    }

    /// Takes how many cells the terminal gives to ambiguous characters, which may be known only once the first screen is
    /// shown.
    pub fn set_width(&mut self, width: Width) {
        self.session.width = width;
        self.settle();
    }

    /// Does what the key means here, alone or after the keys typed before it. Returns what the caller has to do.
    pub fn press(&mut self, key: Key) -> Vec<Effect> {
        self.message = None;
        self.begin_input();
        self.pending.push(key);
        let effects = match self.session.keymap.lookup(&self.contexts(), &self.pending) {
            Meaning::Bound(action) => {
                self.pending.clear();
                return self.update(action);
            }
            Meaning::Begun => {
                self.message = Some(format!(
                    "{}{}",
                    browser::AWAITS.get(),
                    self.session.keymap.continued(&self.contexts(), &self.pending)
                ));
                Vec::new()
            }
            Meaning::Nothing => {
                let was_alone = self.pending.len() == 1;
                self.pending.clear();
                self.unbound(key, was_alone);
                Vec::new()
            }
        };
        self.settle();
        effects
    }

    /// Puts pasted text into the field that has the caret; where none has it, the text starts a search.
    pub fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.begin_input();
        self.pending.clear();
        self.type_anywhere(text);
        self.settle();
        Vec::new()
    }

    /// Types into the field that has the caret; where none has it, into a new search.
    fn type_anywhere(&mut self, text: &str) {
        if !self.is_typing() {
            self.popup = None;
            self.open(Open::Search);
        }
        self.type_in(text);
    }

    /// Handles a key that has no binding: a character goes into the field with the caret. Where none has it, a hanzi
    /// begins a search, as it is never a command, and any other key gets advice.
    fn unbound(&mut self, key: Key, was_alone: bool) {
        let is_typing = self.is_typing();
        if let Code::Char(character) = key.code
            && is_typing
            && !key.ctrl
            && !key.alt
        {
            self.type_in(&character.to_string());
        } else if let Some(character) = key.foreign_letter() {
            self.type_anywhere(&character.to_string());
        } else if !(is_typing && was_alone) {
            self.message = Some(browser::unbound(
                keymap::show(&key.to_string()),
                self.session.keymap.key(Action::Open(Open::Help)),
            ));
        }
    }
}
