//! Puts the screen together: what surrounds the view, the view or the hits, the popup over them, and the keys that work
//! now. It changes nothing.

use crate::app::input::action::{Action, Edit, Go, InputAction, Open, PopupAction, Program, ViewAction};
use crate::app::input::keymap::{Binding, Context};
use crate::app::screen::page::Page;
use crate::app::state::location::{Crumb, Location};
use crate::app::update::export::Writing;
use crate::app::update::{App, Mode};
use crate::app::views::chrome::{self, Breadcrumb};
use crate::app::widgets::popup::Choice;
use crate::app::wording;
use crate::words::browser;

impl App {
    /// Says that the library failed, or that plans are still to come.
    fn library_message(&self) -> Option<String> {
        let of_search = self.search_view.failure().filter(|_| self.mode == Mode::Search).cloned();
        wording::library(&self.session.keymap, self.session.failure().or(of_search).as_ref(), self.session.is_loading())
    }

    /// Returns whether an action would do something now, so that the footer may list its key.
    fn works(&self, action: Action) -> bool {
        if self.export_prompt.is_some() {
            return true;
        }
        let is_searching = self.mode == Mode::Search && self.popup.is_none();
        match action {
            Action::Go(Go::Hit(_)) => self.session.search.is_some(),
            Action::Go(Go::Reading) => self.last_reading().is_some(),
            Action::Go(Go::History(step)) => self.history.leads(step.is_forward()),
            Action::Open(Open::Departments) => !matches!(self.view().context(), Context::Departments | Context::Tasks),
            Action::Open(Open::SideBySide) if self.popup.is_some() => {
                self.popup.as_ref().is_some_and(|popup| popup.about.is_some())
            }
            Action::Open(Open::Source | Open::Similar | Open::SideBySide) => {
                self.view().node_ref(&self.session).is_some_and(|node_ref| node_ref.node.is_some())
            }
            Action::Input(InputAction::RemoveLastFilter) => self.search_view.has_filter(),
            Action::Edit(Edit::Clear) if is_searching => !self.search_view.field.is_empty(),
            Action::Input(InputAction::Confirm) | Action::View(ViewAction::Move(_)) if is_searching => {
                self.search_view.has_choice()
            }
            Action::View(view_action) => self.view_action_works(view_action),
            Action::Popup(action) => self.popup_action_works(action),
            Action::Program(Program::UndoImport) => self.importing.can_undo,
            Action::Open(Open::Compare) => matches!(self.view().location(&self.session), Some(Location::Indicator(..))),
            Action::Arrange(arrange) => self.view().arranges(&self.session, arrange),
            Action::Go(_)
            | Action::Mark(_)
            | Action::Export(_)
            | Action::Input(_)
            | Action::Open(_)
            | Action::Copy(_)
            | Action::Edit(_)
            | Action::Program(_) => true,
        }
    }

    /// Returns whether the line under the cursor of the popup can be chosen, or is a plan to select.
    fn popup_action_works(&self, action: PopupAction) -> bool {
        let Some(popup) = &self.popup else { return false };
        match action {
            PopupAction::Choose => {
                popup.chosen().is_some() || popup.further.is_some() || popup.noted.is_some() || popup.takes_path
            }
            PopupAction::TogglePlan | PopupAction::OnlyThisPlan | PopupAction::AllPlans => {
                matches!(popup.chosen(), Some(Choice::Plan(_)))
            }
            PopupAction::Unmark | PopupAction::WriteNote => self.chosen_bookmark().is_some(),
            PopupAction::MarkAgain => self.can_mark_again(),
            PopupAction::CompletePath => popup.takes_path,
        }
    }

    /// Returns whether an action in the view, or in the popup over it, would do something now.
    fn view_action_works(&self, view_action: ViewAction) -> bool {
        let context = self.view().context();
        match (view_action, &self.popup) {
            (ViewAction::Close, Some(popup)) => popup.context() == Context::Popup,
            (ViewAction::Back, None) => {
                self.mode != Mode::List || self.session.search.is_some() || context == Context::Text
            }
            // Where a note is written, there is no list to move in.
            (ViewAction::Move(_), Some(popup)) if popup.noted.is_some() => false,
            _ => self.view().works(&self.session, view_action),
        }
    }

    /// Returns what the footer says in place of the keys.
    fn said(&self) -> Option<String> {
        let writing = || self.writing.as_ref().map(Writing::words);
        let tour = || self.tour.map(|tour| tour.line(&self.session.keymap));
        self.message
            .clone()
            .or_else(writing)
            .or_else(|| self.importing.words())
            .or_else(|| self.library_message())
            .or_else(tour)
    }

    /// Returns the keys for the footer: those that do something now.
    fn hints(&self) -> Vec<&'static Binding> {
        let holding = self.session.keymap.holding(&self.contexts()).into_iter();
        holding.filter(|binding| binding.hint.is_some() && self.works(binding.action)).collect()
    }

    /// Returns the titles of the breadcrumb, and the words at its right end.
    fn crumbs(&self) -> (Vec<Crumb>, String) {
        let view = self.view();
        let (crumbs, mut count) = if self.mode == Mode::Search {
            (self.search_view.crumbs(&self.session), self.search_view.count())
        } else {
            (view.crumbs(&self.session), view.count(&self.session))
        };
        if let Some(held) = self.session.held {
            count = format!("{}  {count}", wording::held(&self.session.title(held)));
        }
        if self.session.is_narrowed() {
            let chosen = browser::chosen(self.session.plans().count(), self.session.chosen.len());
            count = if count.is_empty() { chosen } else { format!("{chosen}  {count}") };
        }
        (crumbs, count)
    }

    fn breadcrumb<'a>(&self, crumbs: &'a [Crumb], count: &'a str) -> Breadcrumb<'a> {
        Breadcrumb { crumbs, count, cells: usize::from(self.size.width), width: self.session.width }
    }

    /// Returns the action of the key that stands in this column of the footer, if the footer shows keys.
    pub(super) fn hint_at(&self, column: u16) -> Option<Action> {
        if self.mode == Mode::Filter || self.said().is_some() {
            return None;
        }
        let cells = usize::from(self.size.width);
        chrome::hint_at(&self.session, cells, &self.hints(), column).map(|binding| binding.action)
    }

    /// Returns the place that the title in this column of the breadcrumb leads to.
    pub(super) fn crumb_at(&self, column: u16) -> Option<Location> {
        let (crumbs, count) = self.crumbs();
        let at = self.breadcrumb(&crumbs, &count).at(column)?;
        crumbs.get(at)?.location.clone()
    }

    /// Returns the screen as it is now.
    #[must_use]
    pub fn page(&self) -> Page {
        if chrome::is_small(self.size) {
            return chrome::small(self.size, self.session.width);
        }
        let mut page = Page::default();
        let is_searching = self.mode == Mode::Search;
        let top = chrome::Top { tab: self.tab, field: &self.search_view.field, is_typing: is_searching };
        top.paint(&self.session, self.size, &mut page);
        let view = self.view();
        let (crumbs, count) = self.crumbs();
        self.breadcrumb(&crumbs, &count).paint(&mut page);
        if is_searching {
            self.search_view.paint(&self.session, &mut page);
        } else {
            view.paint(&self.session, self.popup.is_none(), &mut page);
        }
        chrome::foot(&self.session, self.size, self.said().as_deref(), &self.hints(), &mut page);
        if let Some(field) = view.filter().filter(|_| self.mode == Mode::Filter) {
            chrome::filter(&self.session, self.size, field, &mut page);
        }
        if let Some(popup) = &self.popup {
            popup.paint(&mut page);
        }
        if let Some(export_prompt) = &self.export_prompt {
            export_prompt.paint(&self.session.keymap, self.session.width, &mut page);
        }
        page
    }
}
