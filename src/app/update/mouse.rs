//! Handles the mouse: the wheel scrolls what lies under it, a click chooses, a double click opens.

use crate::app::input::action::{Action, InputAction, Motion, Open, PopupAction, ViewAction};
use crate::app::input::mouse::{Mouse, MouseKind, WHEEL_ROWS};
use crate::app::screen::layout;
use crate::app::state::effect::Effect;
use crate::app::update::{App, Mode};
use crate::app::views::chrome;

impl App {
    /// Handles a mouse event. Returns what the caller has to do.
    pub fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        let is_foot = mouse.row + 1 == self.size.height && mouse.kind == MouseKind::Click;
        let hint = if is_foot && !chrome::is_small(self.size) { self.hint_at(mouse.column) } else { None };
        self.message = None;
        let (clicked, followed) = (self.clicked, self.followed);
        self.begin_input();
        self.pending.clear();
        let mut effects = Vec::new();
        if let Some(action) = hint {
            return self.update(action);
        }
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(mouse, false),
            MouseKind::WheelDown => self.wheel(mouse, true),
            // The first of the two clicks has followed the link, and something else stands there now.
            MouseKind::DoubleClick if followed == Some((mouse.column, mouse.row)) => {}
            // The list may have scrolled since the first of the two clicks, which has chosen already.
            MouseKind::DoubleClick if clicked == Some((mouse.column, mouse.row)) => {
                let action = match (&self.popup, self.mode) {
                    (Some(_), _) => Action::Popup(PopupAction::Choose),
                    (None, Mode::Search) => Action::Input(InputAction::Confirm),
                    (None, Mode::Filter | Mode::List) => Action::View(ViewAction::Open),
                };
                effects = self.update(action);
            }
            // Where the first of two clicks has chosen nothing, as one that closes a popup, the second is a first one.
            MouseKind::Click | MouseKind::DoubleClick => {
                self.clicked = self.click(mouse).then_some((mouse.column, mouse.row));
                let is_in_view = self.popup.is_none() && self.mode == Mode::List;
                if self.clicked.is_some() && is_in_view && self.view().is_link() {
                    effects = self.update(Action::View(ViewAction::Open));
                    self.followed = self.clicked.take();
                }
            }
        }
        self.settle();
        effects
    }

    /// Handles a click. Returns whether it chose something that a double click opens.
    fn click(&mut self, mouse: Mouse) -> bool {
        if let Some(export_prompt) = &mut self.export_prompt {
            if !export_prompt.click(mouse.column, mouse.row) {
                self.export_prompt = None;
            }
            return false;
        }
        if let Some(popup) = &mut self.popup {
            let clicked = popup.click(mouse.column, mouse.row);
            if clicked.is_none() {
                self.popup = None;
            }
            return clicked.unwrap_or(false);
        }
        if mouse.row == 0 {
            let tabs = chrome::tabs(self.session.width, self.size.width, self.tab);
            match tabs.iter().position(|(_, columns)| columns.contains(&mouse.column)) {
                Some(tab) => self.show_tab(tab),
                None => self.open(Open::Search),
            }
            return false;
        }
        if mouse.row == 1 && !chrome::is_small(self.size) {
            if let Some(location) = self.crumb_at(mouse.column) {
                self.jump(&location, None);
            }
            return false;
        }
        if self.mode == Mode::Search {
            return self.search_view.click(mouse.column, mouse.row);
        }
        self.mode = Mode::List;
        let Some(view) = self.views.get_mut(self.tab) else { return false };
        layout::contains(chrome::body(self.size), mouse.column, mouse.row)
            && view.click(&self.session, mouse.column, mouse.row)
    }

    /// Scrolls what lies under the mouse by one turn of the wheel.
    fn wheel(&mut self, mouse: Mouse, down: bool) {
        if self.export_prompt.is_some() {
            return;
        }
        let motion = if down { Motion::Down } else { Motion::Up };
        if let Some(popup) = &mut self.popup {
            (0..WHEEL_ROWS).for_each(|_| popup.go(motion));
        } else if self.mode == Mode::Search {
            let page = if down { Motion::HalfDown } else { Motion::HalfUp };
            self.search_view.go(&self.session, page);
        } else if let Some(view) = self.views.get_mut(self.tab) {
            view.wheel(&self.session, mouse.column, mouse.row, down);
        }
    }
}
