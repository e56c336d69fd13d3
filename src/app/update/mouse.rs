//! The mouse: what lies under it decides. The wheel scrolls, a click chooses, a double click opens.

use crate::app::input::action::{Action, Ask, Deed, Edit, Motion};
use crate::app::input::mouse::{Mouse, MouseKind, WHEEL_ROWS};
use crate::app::screen::layout;
use crate::app::state::effect::Effect;
use crate::app::update::{App, Mode};
use crate::app::views::chrome;

impl App {
    /// Takes a mouse event.
    pub fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.say = None;
        self.world.is_awake = true;
        self.pending.clear();
        let mut effects = Vec::new();
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(mouse, false),
            MouseKind::WheelDown => self.wheel(mouse, true),
            MouseKind::Click => {
                self.click(mouse);
            }
            MouseKind::DoubleClick => {
                if self.click(mouse) {
                    let action =
                        if self.mode == Mode::Search { Action::Edit(Edit::Done) } else { Action::Deed(Deed::Open) };
                    effects = self.update(action);
                }
            }
        }
        self.settle();
        effects
    }

    /// Takes a click. `true` if something was chosen that a double click opens.
    fn click(&mut self, mouse: Mouse) -> bool {
        if let Some(saving) = &mut self.saving {
            if !saving.click(mouse.column, mouse.row) {
                self.saving = None;
            }
            return false;
        }
        if let Some(sheet) = &mut self.sheet {
            let clicked = sheet.click(mouse.column, mouse.row);
            if clicked.is_none() {
                self.sheet = None;
            }
            return clicked.unwrap_or(false);
        }
        if mouse.row == 0 {
            let tabs = chrome::tabs(self.world.width, self.size.width, self.tab);
            match tabs.iter().position(|(_, columns)| columns.contains(&mouse.column)) {
                Some(tab) => self.turn(tab),
                None => self.ask(Ask::Search),
            }
            return false;
        }
        if self.mode == Mode::Search {
            return self.searching.click(mouse.column, mouse.row);
        }
        self.mode = Mode::List;
        let Some(view) = self.views.get_mut(self.tab) else { return false };
        layout::contains(chrome::body(self.size), mouse.column, mouse.row)
            && view.click(&self.world, mouse.column, mouse.row)
    }

    /// Takes a turn of the wheel.
    fn wheel(&mut self, mouse: Mouse, down: bool) {
        if self.saving.is_some() {
            return;
        }
        let motion = if down { Motion::Down } else { Motion::Up };
        if let Some(sheet) = &mut self.sheet {
            (0..WHEEL_ROWS).for_each(|_| sheet.go(motion));
        } else if self.mode == Mode::Search {
            let page = if down { Motion::HalfDown } else { Motion::HalfUp };
            self.searching.go(&self.world, page);
        } else if let Some(view) = self.views.get_mut(self.tab) {
            view.wheel(&self.world, mouse.column, mouse.row, down);
        }
    }
}
