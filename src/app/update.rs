//! The state of the browser, and what holds between two keys. The files below change it (actions, places, popups,
//! mouse) and put it on a page.

mod act;
mod export;
mod import;
mod mouse;
mod navigate;
mod open;
mod render;
mod saved;
mod travel;
mod wake;

use std::sync::Arc;

use crate::app::input::key::Key;
use crate::app::input::keymap::Context;
use crate::app::popups::export::ExportPrompt;
use crate::app::screen::page::Size;
use crate::app::state::effect::Copied;
use crate::app::state::file::Files;
use crate::app::state::history::History;
use crate::app::state::location::{Location, TargetLine};
use crate::app::state::session::Session;
use crate::app::state::tour::Tour;
use crate::app::update::export::Writing;
use crate::app::update::import::Importing;
use crate::app::update::saved::Kept;
use crate::app::update::travel::Visited;
use crate::app::views::search::SearchView;
use crate::app::views::{self, View, chrome};
use crate::app::widgets::popup::Popup;
use crate::app::widgets::text_field::TextField;
use crate::library::Library;
use crate::text::width::Width;

/// Which line of the view has the caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    /// No line has the caret: keys are commands.
    #[default]
    List,
    /// The search line above has the caret.
    Search,
    /// The filter of the view's list has the caret.
    Filter,
}

/// The browser: what the user sees, and what keys do to it.
pub struct App {
    pub(super) session: Session,
    pub(super) views: Vec<Box<dyn View>>,
    pub(super) tab: usize,
    pub(super) size: Size,
    pub(super) mode: Mode,
    pub(super) search_view: SearchView,
    pub(super) popup: Option<Popup>,
    /// The prompt for a file, which lies over everything else.
    pub(super) export_prompt: Option<ExportPrompt>,
    /// The file that was asked for and whose outcome is not known yet.
    writing: Option<Writing>,
    /// What is under way of importing files.
    importing: Importing,
    pub(super) files: Option<Files>,
    /// What comes from an earlier run, and what is to be stored of this one.
    kept: Kept,
    /// The keys typed so far of an unfinished binding.
    pub(super) pending: Vec<Key>,
    /// The places that H and L lead to.
    pub(super) history: History<Visited>,
    /// How far the user has come on the tour; `None` where there is none.
    pub(super) tour: Option<Tour>,
    /// The text that was copied last, and where it went.
    pub(super) copied: Option<(String, Copied)>,
    /// What the footer says until the next key.
    pub(super) message: Option<String>,
    pub(super) has_mouse: bool,
    /// The cell (column, row) of the last event, if that was a click that chose something.
    pub(super) clicked: Option<(u16, u16)>,
    /// The cell of the last event, if that was a click that followed a link.
    pub(super) followed: Option<(u16, u16)>,
    /// Where to go as soon as the library has answered what that place is made of.
    pub(super) heading_for: Option<(Location, Option<TargetLine>)>,
    /// Where it was heading before the last key, for a retry.
    pub(super) left_heading: Option<(Location, Option<TargetLine>)>,
}

impl App {
    /// Makes a browser that shows the first view.
    pub(super) fn at_start(library: Arc<dyn Library>, size: Size, width: Width) -> Self {
        Self {
            session: Session::new(library, width),
            views: views::all(),
            tab: 0,
            size,
            mode: Mode::List,
            search_view: SearchView::default(),
            popup: None,
            export_prompt: None,
            writing: None,
            importing: Importing::default(),
            files: None,
            kept: Kept::default(),
            pending: Vec::new(),
            history: History::default(),
            tour: None,
            copied: None,
            message: None,
            has_mouse: true,
            clicked: None,
            followed: None,
            heading_for: None,
            left_heading: None,
        }
    }

    /// Returns the view that is shown.
    pub(super) fn view(&self) -> &dyn View {
        // `tab` is always the ordinal of a view: only what `travel` does and `restore` set it.
        self.views[self.tab].as_ref()
    }

    /// Returns whether a text field has the caret.
    pub(super) fn is_typing(&self) -> bool {
        let popup_has_field = self.popup.as_ref().is_some_and(|popup| popup.field.is_some());
        self.export_prompt.is_some() || self.mode != Mode::List || popup_has_field
    }

    /// Returns the contexts in which keys are looked up now.
    pub(super) fn contexts(&self) -> Vec<Context> {
        if self.export_prompt.is_some() {
            return vec![Context::Export];
        }
        match (&self.popup, self.mode) {
            (Some(popup), _) => vec![popup.context()],
            (None, Mode::Search) => vec![Context::Search],
            (None, Mode::Filter) => vec![Context::Filter],
            (None, Mode::List) => vec![self.view().context(), Context::Anywhere],
        }
    }

    pub(super) fn notify(&mut self, words: &str) {
        self.message = Some(words.to_owned());
    }

    /// Types text into the field that has the caret.
    pub(super) fn type_in(&mut self, text: &str) {
        if let Some(export_prompt) = &mut self.export_prompt {
            return export_prompt.type_in(text);
        }
        match (&mut self.popup, self.mode) {
            (Some(popup), _) => {
                popup.type_in(text);
                self.forget_paths();
                self.follow_command();
            }
            (None, Mode::Search) => self.search_view.type_in(&self.session, text),
            (None, Mode::Filter) => self.filter_mut(|field| field.insert(text)),
            (None, Mode::List) => {}
        }
    }

    pub(super) fn filter_mut(&mut self, change: impl FnOnce(&mut TextField)) {
        if let Some(field) = self.views.get_mut(self.tab).and_then(|view| view.filter_mut()) {
            change(field);
        }
    }

    /// Fits everything that is shown into the screen, after any change.
    pub(super) fn settle(&mut self) {
        self.settle_once();
        if self.session.take_contents() {
            self.settle_once();
        }
        self.note_reading();
    }

    fn settle_once(&mut self) {
        self.recall();
        self.recall_held();
        let body = chrome::body(self.size);
        if let Some(view) = self.views.get_mut(self.tab) {
            view.settle(&self.session, body);
        }
        if self.mode == Mode::Search {
            self.search_view.settle(&self.session, body);
        }
        if let Some(popup) = &mut self.popup {
            popup.list_anew(&self.session);
            popup.settle(self.size, self.session.width);
        }
        if let Some(export_prompt) = &mut self.export_prompt {
            export_prompt.settle(self.size);
        }
    }
}
