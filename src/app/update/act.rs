//! What an action does: each family goes to who answers for it, the open popup before the hits, the hits before the view.

use crate::app::content::clipboard;
use crate::app::input::action::{Action, Arrange, CopyKind, Edit, Fold, Go, Program, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::popups::menus;
use crate::app::state::command::Command;
use crate::app::state::effect::Effect;
use crate::app::state::session::Session;
use crate::app::update::{App, Mode};
use crate::app::views::{Reply, View};
use crate::app::widgets::popup::{Choice, Popup};
use crate::app::wording;

impl App {
    /// Does an action and restores every invariant.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let effects = match action {
            Action::Program(program) => self.program(program),
            Action::Copy(what) => self.copy(what),
            Action::View(view_action) => self.view_action(view_action),
            Action::Arrange(arrange) => {
                self.arrange(arrange);
                Vec::new()
            }
            Action::Edit(edit) => {
                self.edit(edit);
                Vec::new()
            }
            Action::Go(go) => {
                self.travel(go);
                Vec::new()
            }
            Action::Open(ask) => {
                self.open(ask);
                Vec::new()
            }
        };
        self.settle();
        effects
    }

    /// What the terminal has a part in.
    fn program(&mut self, program: Program) -> Vec<Effect> {
        vec![match program {
            Program::Quit => Effect::Quit,
            Program::Redraw => Effect::Redraw,
            Program::Suspend => Effect::Suspend,
            Program::Command => {
                let command = self.command().map(|command| command.to_string());
                return self.put_on_clipboard(command);
            }
            Program::Mouse => {
                self.has_mouse = !self.has_mouse;
                self.notify(if self.has_mouse { wording::MOUSE_ON } else { wording::MOUSE_OFF });
                Effect::Mouse(self.has_mouse)
            }
        }]
    }

    fn copy(&mut self, what: CopyKind) -> Vec<Effect> {
        let view = self.view();
        // The list of bureaus quotes no plan: it marks the drafts itself, plan by plan.
        let node_ref = view.node_ref(&self.session).filter(|_| view.context() != Context::Bureaus);
        let text = view.copy(&self.session, what).map(|text| clipboard::marked(&self.session, node_ref, text));
        self.put_on_clipboard(text)
    }

    fn put_on_clipboard(&mut self, text: Option<String>) -> Vec<Effect> {
        let Some(text) = text else {
            self.notify(wording::NOTHING_TO_COPY);
            return Vec::new();
        };
        self.message = Some(format!("{}{text}", wording::COPIED));
        vec![Effect::Copy(text)]
    }

    /// The command that prints what the screen shows. A popup that is an answer of its own has its own.
    fn command(&self) -> Option<Command> {
        self.command_of(|view, session| view.command(session))
    }

    /// The command for the hits, for the popup that has one of its own, or what is asked of the view.
    pub(super) fn command_of(&self, of_view: impl Fn(&dyn View, &Session) -> Option<Command>) -> Option<Command> {
        if self.popup.is_none() && self.mode == Mode::Search {
            return self.search_view.command(&self.session);
        }
        let answer = self.popup.as_ref().and_then(|popup| popup.command.clone());
        answer.or_else(|| of_view(self.view(), &self.session))
    }

    /// Edits the line that has the caret.
    fn edit(&mut self, edit: Edit) {
        if let Some(export_prompt) = &mut self.export_prompt {
            return export_prompt.edit(edit);
        }
        match (&mut self.popup, self.mode) {
            (Some(popup), _) => popup.edit(edit),
            (None, Mode::Search) if edit == Edit::Done => self.end_search(),
            (None, Mode::Search) if edit == Edit::Unfilter => self.unfilter(),
            (None, Mode::Search) => self.search_view.edit(&self.session, edit),
            (None, Mode::Filter) if edit == Edit::Done => self.end_filter(),
            (None, Mode::Filter) => self.filter_mut(|field| {
                field.edit(edit);
            }),
            (None, Mode::List) => {}
        }
    }

    /// Goes from place to place.
    fn travel(&mut self, go: Go) {
        match go {
            Go::Tab(tab) => self.turn(tab),
            Go::Turn(forward) => {
                let n_tabs = self.views.len();
                self.turn((self.tab + if forward { 1 } else { n_tabs - 1 }) % n_tabs);
            }
            Go::Hit(forward) => self.next_hit(forward),
            Go::History(forward) => self.step(forward),
            Go::Bookmark => self.bookmark(),
            Go::Hold => self.hold(),
        }
    }

    /// Does something in what is shown.
    fn view_action(&mut self, view_action: ViewAction) -> Vec<Effect> {
        if self.export_prompt.is_some() {
            return self.act_in_export(view_action);
        }
        if self.popup.is_some() {
            return self.act_in_popup(view_action);
        }
        match (self.mode, view_action) {
            (Mode::Search, ViewAction::Move(motion)) => self.search_view.go(&self.session, motion),
            (Mode::Search, ViewAction::Back) => self.leave_search(),
            (Mode::Filter, ViewAction::Back) => {
                self.filter_mut(|field| field.set(""));
                self.mode = Mode::List;
            }
            (Mode::List, ViewAction::Close) => {
                if matches!(self.reply(view_action), Reply::Ignored) {
                    return vec![Effect::Quit];
                }
            }
            (Mode::Search | Mode::Filter | Mode::List, view_action) => self.pass_on(view_action),
        }
        Vec::new()
    }

    /// Lets the view act, and says so where it has no use for the key.
    fn pass_on(&mut self, view_action: ViewAction) {
        if matches!(self.reply(view_action), Reply::Ignored) {
            if view_action == ViewAction::Back {
                self.back();
            } else if self.message.is_none() {
                self.notify(wording::NOT_HERE);
            }
        }
    }

    /// Arranges the rows of the view's table.
    fn arrange(&mut self, arrange: Arrange) {
        let said = self.views.get_mut(self.tab).and_then(|view| view.arrange(&self.session, arrange));
        self.notify(said.as_deref().unwrap_or(wording::NOT_HERE));
    }

    /// The view's answer, done as far as it is the app's to do.
    fn reply(&mut self, view_action: ViewAction) -> Reply {
        let Some(view) = self.views.get_mut(self.tab) else { return Reply::Ignored };
        match view.act(&self.session, view_action) {
            Reply::Handled => Reply::Handled,
            Reply::Ignored => Reply::Ignored,
            Reply::Message(words) => {
                self.notify(words);
                Reply::Handled
            }
            Reply::GoTo(location) => {
                self.jump(&location);
                Reply::Handled
            }
            Reply::GoToLine(location, target_line) => {
                self.session.target_line = Some(target_line);
                self.jump(&location);
                self.session.target_line = None;
                Reply::Handled
            }
            Reply::OpenPopup(popup) => {
                self.popup = Some(*popup);
                Reply::Handled
            }
        }
    }

    /// Does something in the open popup.
    fn act_in_popup(&mut self, view_action: ViewAction) -> Vec<Effect> {
        match view_action {
            ViewAction::Move(motion) => {
                if let Some(popup) = &mut self.popup {
                    popup.go(motion);
                }
            }
            ViewAction::Back | ViewAction::Close => {
                self.popup = self.popup.take().and_then(|popup| popup.under).map(|under| *under);
            }
            ViewAction::Fold(fold) => self.choose_plans(fold),
            ViewAction::Open => return self.choose(),
            ViewAction::Scroll(_) | ViewAction::Pane(_) => {}
        }
        Vec::new()
    }

    /// Does what the chosen line of the popup means, and closes it.
    fn choose(&mut self) -> Vec<Effect> {
        if let Some((title, entries)) = self.popup.as_ref().and_then(|popup| popup.further.clone()) {
            let further = Popup::new(&title, entries, false);
            self.popup = self.popup.take().map(|popup| further.over(popup));
            return Vec::new();
        }
        let choice = self.popup.take().and_then(|popup| popup.chosen().cloned());
        match choice {
            Some(Choice::Run(action)) => return self.update(action),
            Some(Choice::Go(location)) => self.jump(&location),
            Some(Choice::Plan(_)) | None => {}
        }
        Vec::new()
    }

    /// Chooses the plan under the cursor of the popup or leaves it out, or takes it alone, or all; one stays chosen.
    fn choose_plans(&mut self, fold: Fold) {
        let Some(Choice::Plan(at)) = self.popup.as_ref().and_then(Popup::chosen).cloned() else { return };
        let mut chosen = self.session.chosen.clone();
        for (plan, chosen) in chosen.iter_mut().enumerate() {
            *chosen = match fold {
                Fold::OpenSiblings => true,
                Fold::CloseSiblings => plan == at,
                Fold::Toggle | Fold::In | Fold::Out | Fold::CloseAll | Fold::OpenDeep => *chosen != (plan == at),
            };
        }
        if !chosen.contains(&true) {
            self.notify(wording::ONE_PLAN_LEAST);
            return;
        }
        self.session.chosen = chosen;
        let entries = menus::plan_entries(&self.session);
        if let Some(popup) = &mut self.popup {
            popup.renew(entries);
        }
    }
}
