//! What the browser is at any moment, and what holds between two keys. The files below change it: what an action does,
//! where one goes, what opens, what the mouse does; and put it on a page.

mod act;
mod export;
mod mouse;
mod navigate;
mod open;
mod render;
mod wake;

use std::sync::Arc;

use crate::app::input::key::Key;
use crate::app::input::keymap::Context;
use crate::app::popups::export::Saving;
use crate::app::screen::page::Size;
use crate::app::state::file::Files;
use crate::app::state::location::{Place, Trail};
use crate::app::state::session::World;
use crate::app::views::search::Searching;
use crate::app::views::{self, View, chrome};
use crate::app::widgets::popup::Sheet;
use crate::app::widgets::text_field::Field;
use crate::library::Library;
use crate::text::width::Width;

/// Which line one types in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    /// None: keys are commands.
    #[default]
    List,
    /// The search line.
    Search,
    /// The line that narrows the view's list.
    Filter,
}

/// The browser.
pub struct App {
    pub(super) world: World,
    pub(super) views: Vec<Box<dyn View>>,
    pub(super) tab: usize,
    pub(super) size: Size,
    pub(super) mode: Mode,
    pub(super) searching: Searching,
    pub(super) sheet: Option<Sheet>,
    /// The prompt for a file, over everything else.
    pub(super) saving: Option<Saving>,
    pub(super) files: Option<Files>,
    /// Keys typed that begin something.
    pub(super) pending: Vec<Key>,
    pub(super) trail: Trail,
    /// What the foot says until the next key.
    pub(super) say: Option<String>,
    pub(super) has_mouse: bool,
    /// Where to go as soon as the library has answered what that place is made of.
    pub(super) heading_for: Option<Place>,
}

impl App {
    /// A browser on the first view, before anything was asked.
    pub(super) fn at_start(library: Arc<dyn Library>, size: Size, width: Width) -> Self {
        Self {
            world: World::new(library, width),
            views: views::all(),
            tab: 0,
            size,
            mode: Mode::List,
            searching: Searching::default(),
            sheet: None,
            saving: None,
            files: None,
            pending: Vec::new(),
            trail: Trail::default(),
            say: None,
            has_mouse: true,
            heading_for: None,
        }
    }

    /// The view shown.
    pub(super) fn view(&self) -> &dyn View {
        // `tab` is the ordinal of a view: only `turn`, `ask_bureau` and `go` set it, from the table of the views.
        self.views[self.tab].as_ref()
    }

    /// Whether a field has the caret.
    pub(super) fn is_typing(&self) -> bool {
        let in_sheet = self.sheet.as_ref().is_some_and(|sheet| sheet.field.is_some());
        self.saving.is_some() || self.mode != Mode::List || in_sheet
    }

    /// Where keys are looked up now.
    pub(super) fn contexts(&self) -> Vec<Context> {
        if self.saving.is_some() {
            return vec![Context::Saving];
        }
        match (&self.sheet, self.mode) {
            (Some(sheet), _) => vec![sheet.context()],
            (None, Mode::Search) => vec![Context::Search],
            (None, Mode::Filter) => vec![Context::Filter],
            (None, Mode::List) => vec![self.view().context(), Context::Anywhere],
        }
    }

    pub(super) fn say(&mut self, words: &str) {
        self.say = Some(words.to_owned());
    }

    /// Types text into the line that has the caret.
    pub(super) fn type_in(&mut self, text: &str) {
        if let Some(saving) = &mut self.saving {
            return saving.type_in(text);
        }
        match (&mut self.sheet, self.mode) {
            (Some(sheet), _) => sheet.type_in(text),
            (None, Mode::Search) => self.searching.type_in(&self.world, text),
            (None, Mode::Filter) => self.filter_mut(|field| field.insert(text)),
            (None, Mode::List) => {}
        }
    }

    pub(super) fn filter_mut(&mut self, change: impl FnOnce(&mut Field)) {
        if let Some(field) = self.views.get_mut(self.tab).and_then(|view| view.filter_mut()) {
            change(field);
        }
    }

    /// Restores every invariant, once more if contents of plans came while it was done.
    pub(super) fn settle(&mut self) {
        self.settle_once();
        if self.world.take_contents() {
            self.settle_once();
        }
    }

    fn settle_once(&mut self) {
        let body = chrome::body(self.size);
        if let Some(view) = self.views.get_mut(self.tab) {
            view.settle(&self.world, body);
        }
        if self.mode == Mode::Search {
            self.searching.settle(&self.world, body);
        }
        if let Some(sheet) = &mut self.sheet {
            sheet.settle(self.size, self.world.width);
        }
        if let Some(saving) = &mut self.saving {
            saving.settle(self.size);
        }
    }
}
