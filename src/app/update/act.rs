//! Does actions: each family goes to the part that answers it, the open popup before the
//! hits, the hits before the view.

use crate::app::content::clipboard;
use crate::app::input::action::{
    Action, Arrange, CopyKind, Edit, Go, InputAction, Mark, Open, PopupAction, Program, ViewAction,
};
use crate::app::input::keymap::Context;
use crate::app::popups::menus;
use crate::app::state::effect::{Copied, Effect};
use crate::app::state::session::Session;
use crate::app::update::{App, Mode};
use crate::app::views::{Reply, View};
use crate::app::widgets::popup::{Choice, Popup};
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::Command;
use crate::words::browser;
use crate::words::{clipboard as clipboard_words, tour as tour_words};

impl App {
    /// Does an action, and fits everything into the screen again. Returns what the caller has to do.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let context = self.contexts().first().copied();
        let effects = match action {
            Action::Program(program) => self.program(program),
            Action::Copy(what) => self.copy(what),
            Action::View(view_action) => self.do_in_view(view_action),
            Action::Popup(popup_action) => self.do_in_popup(popup_action),
            Action::Export(export_action) => self.do_in_export(export_action),
            Action::Edit(edit) => {
                self.edit(edit);
                Vec::new()
            }
            Action::Input(InputAction::Confirm) => {
                self.confirm_input();
                Vec::new()
            }
            Action::Input(InputAction::RemoveLastFilter) => {
                self.remove_last_filter();
                Vec::new()
            }
            Action::Go(go) => {
                self.go_to(go);
                Vec::new()
            }
            Action::Mark(Mark::Bookmark) => {
                self.toggle_bookmark();
                Vec::new()
            }
            Action::Mark(Mark::Hold) => {
                self.toggle_held();
                Vec::new()
            }
            Action::Open(what) => {
                self.open(what);
                Vec::new()
            }
            Action::Arrange(arrange) => {
                self.arrange(arrange);
                Vec::new()
            }
        };
        self.follow_tour(action, context);
        self.settle();
        effects
    }

    /// Lets the tour go on if this action, done in this context, is what its step asks for.
    fn follow_tour(&mut self, action: Action, context: Option<Context>) {
        let (Some(tour), Some(context)) = (self.tour, context) else { return };
        self.tour = tour.after(action, context);
        if self.tour.is_none() {
            self.notify(tour_words::DONE.get());
        }
    }

    /// Offers the tour in one line, until the next key.
    pub fn offer_tour(&mut self) {
        let keys = self.session.keymap.key(Action::Open(Open::Tour));
        self.message = Some(tour_words::offer(keys));
    }

    /// Does what concerns the program and its terminal.
    fn program(&mut self, program: Program) -> Vec<Effect> {
        vec![match program {
            Program::Quit => return self.quit(),
            Program::Redraw => {
                self.retry();
                Effect::Redraw
            }
            Program::Suspend => Effect::Suspend,
            Program::UndoImport => return self.undo_import(),
            Program::CopyCommand => {
                let command = self.command().map(|command| command.to_string());
                return self.put_on_clipboard(command);
            }
            Program::ToggleMouse => {
                self.has_mouse = !self.has_mouse;
                let key = self.session.keymap.key(Action::Program(program));
                let words = if self.has_mouse { browser::MOUSE_ON.to_string() } else { browser::mouse_off(key) };
                self.notify(&words);
                Effect::Mouse(self.has_mouse)
            }
        }]
    }

    fn copy(&mut self, what: CopyKind) -> Vec<Effect> {
        let view = self.view();
        // The list of departments quotes no plan, and marks drafts itself, plan by plan.
        let node_ref = view.node_ref(&self.session).filter(|_| view.context() != Context::Departments);
        let text = view.copy(&self.session, what).map(|text| clipboard::marked(&self.session, node_ref, text));
        self.put_on_clipboard(text)
    }

    fn put_on_clipboard(&mut self, text: Option<String>) -> Vec<Effect> {
        let Some(text) = text else {
            self.notify(browser::NOTHING_TO_COPY.get());
            return Vec::new();
        };
        self.message = Some(clipboard_words::copying(&text));
        self.copied = Some((text.clone(), Copied::OnClipboard));
        vec![Effect::Copy(text)]
    }

    /// Takes how the text that was copied last went on its way, and says so.
    pub fn copied(&mut self, how: Copied) {
        let Some((text, known)) = &mut self.copied else { return };
        *known = how;
        let keys = self.session.keymap.key(Action::Open(Open::Copied));
        self.message = Some(match how {
            Copied::OnClipboard => clipboard_words::on_clipboard(text),
            Copied::SentToTerminal => clipboard_words::sent_to_terminal(keys, text),
            Copied::SentThroughTmux => clipboard_words::sent_through_tmux(keys, text),
            Copied::InTmuxOnly => clipboard_words::in_tmux_only(keys, text),
        });
    }

    /// Returns the command that prints what the screen shows: that of the hits, of the popup, or of the view.
    fn command(&self) -> Option<Command> {
        self.command_of(|view, session| view.command(session))
    }

    /// Returns the command of the hits, that of the popup if it has one, or what `of_view` asks of the view.
    pub(super) fn command_of(&self, of_view: impl Fn(&dyn View, &Session) -> Option<Command>) -> Option<Command> {
        if self.popup.is_none() && self.mode == Mode::Search {
            return self.search_view.command(&self.session);
        }
        let answer = self.popup.as_ref().and_then(|popup| popup.command.clone());
        answer.or_else(|| of_view(self.view(), &self.session))
    }

    /// Edits the field that has the caret.
    fn edit(&mut self, edit: Edit) {
        if let Some(export_prompt) = &mut self.export_prompt {
            return export_prompt.edit(edit);
        }
        match (&mut self.popup, self.mode) {
            (Some(popup), _) => {
                popup.edit(edit);
                self.forget_paths();
            }
            (None, Mode::Search) => self.search_view.edit(&self.session, edit),
            (None, Mode::Filter) => self.filter_mut(|field| {
                field.edit(edit);
            }),
            (None, Mode::List) => {}
        }
    }

    /// Finishes the query or the filter that is being typed.
    fn confirm_input(&mut self) {
        match (&self.popup, self.mode) {
            (None, Mode::Search) => self.end_search(),
            (None, Mode::Filter) => self.end_filter(),
            (Some(_), _) | (None, Mode::List) => {}
        }
    }

    /// Goes to a tab, a hit or a place visited before.
    fn go_to(&mut self, go: Go) {
        match go {
            Go::Tab(tab) => self.show_tab(tab),
            Go::AdjacentTab(step) => {
                let n_tabs = self.views.len();
                self.show_tab((self.tab + if step.is_forward() { 1 } else { n_tabs - 1 }) % n_tabs);
            }
            Go::Hit(step) => self.next_hit(step.is_forward()),
            Go::Reading => self.read_on(),
            Go::History(step) => self.go_in_history(step.is_forward()),
        }
    }

    /// Acts in what is in front: the export prompt, the popup, the hits, or the view.
    fn do_in_view(&mut self, view_action: ViewAction) -> Vec<Effect> {
        if self.export_prompt.is_some() {
            if matches!(view_action, ViewAction::Back | ViewAction::Close) {
                self.export_prompt = None;
            }
            return Vec::new();
        }
        if let Some(popup) = &mut self.popup {
            match view_action {
                ViewAction::Move(motion) => popup.go(motion),
                ViewAction::Back | ViewAction::Close => {
                    let unanswered = popup.unanswered;
                    self.popup = self.popup.take().and_then(|popup| popup.under).map(|under| *under);
                    self.message = unanswered.map(str::to_owned).or(self.message.take());
                }
                ViewAction::Scroll(_)
                | ViewAction::Fold(_)
                | ViewAction::Column(_)
                | ViewAction::Passage(_)
                | ViewAction::Regroup
                | ViewAction::Open
                | ViewAction::Focus(_) => {}
            }
            return Vec::new();
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
                    return self.quit();
                }
            }
            (Mode::Search | Mode::Filter | Mode::List, view_action) => self.pass_on(view_action),
        }
        Vec::new()
    }

    /// Lets the view act, and says so where the key has no use there.
    fn pass_on(&mut self, view_action: ViewAction) {
        if matches!(self.reply(view_action), Reply::Ignored) {
            if view_action == ViewAction::Back {
                self.clear_search();
            } else if self.message.is_none() {
                self.notify(&wording::not_here(&self.session.keymap));
            }
        }
    }

    /// Sorts or narrows the rows of the view's table.
    fn arrange(&mut self, arrange: Arrange) {
        let order = self.views.get_mut(self.tab).and_then(|view| view.arrange(&self.session, arrange));
        self.message = order.or_else(|| Some(wording::not_here(&self.session.keymap)));
    }

    /// Lets the view act, and carries out what it asks for.
    fn reply(&mut self, view_action: ViewAction) -> Reply {
        let Some(view) = self.views.get_mut(self.tab) else { return Reply::Ignored };
        match view.act(&self.session, view_action) {
            Reply::Handled => Reply::Handled,
            Reply::Ignored => Reply::Ignored,
            Reply::Message(words) => {
                self.message = Some(words);
                Reply::Handled
            }
            Reply::GoTo(location) => {
                self.jump(&location, None);
                Reply::Handled
            }
            Reply::GoToLine(location, target_line) => {
                self.jump(&location, Some(&target_line));
                Reply::Handled
            }
            Reply::OpenPopup(popup) => {
                self.popup = Some(*popup);
                Reply::Handled
            }
        }
    }

    /// Does with the lines of the open popup what the action asks for.
    fn do_in_popup(&mut self, action: PopupAction) -> Vec<Effect> {
        match action {
            PopupAction::Choose => return self.choose(),
            PopupAction::TogglePlan => self.select_plans(|is_chosen, is_it| is_chosen != is_it),
            PopupAction::OnlyThisPlan => self.select_plans(|_, is_it| is_it),
            PopupAction::AllPlans => self.select_plans(|_, _| true),
            PopupAction::Unmark => self.unmark_chosen(),
            PopupAction::MarkAgain => self.mark_again(),
            PopupAction::WriteNote => self.open_note(),
            PopupAction::CompletePath => self.complete_path(),
        }
        Vec::new()
    }

    /// Does what the chosen line of the popup means, and closes the popup.
    fn choose(&mut self) -> Vec<Effect> {
        if let Some((title, entries)) = self.popup.as_ref().and_then(|popup| popup.further.clone()) {
            let further = Popup::new(&title, entries, false);
            self.popup = self.popup.take().map(|popup| further.over(popup));
            return Vec::new();
        }
        let Some(popup) = self.popup.take() else { return Vec::new() };
        if let Some(location) = &popup.noted {
            self.write_note(location, &popup.field.as_ref().map(TextField::text).unwrap_or_default());
            return Vec::new();
        }
        let choice = popup.chosen().cloned();
        if popup.takes_path {
            let typed = popup.field.as_ref().map(TextField::text).unwrap_or_default();
            let path = if let Some(Choice::Path(path)) = &choice { Some(path.as_str()) } else { None };
            return self.import_typed(&typed, path);
        }
        if choice.is_none() {
            self.message = popup.unanswered.map(str::to_owned);
        }
        match choice {
            Some(Choice::Run(action)) => return self.update(action),
            Some(Choice::Go(location)) => self.jump(&location, None),
            Some(Choice::Search(words)) => self.search_for(&words),
            Some(Choice::OwnOffice(id)) => {
                self.session.own_office = Some(id);
                self.search_view.search(&self.session);
            }
            Some(Choice::Plan(_) | Choice::Path(_)) | None => {}
        }
        Vec::new()
    }

    /// Selects the plans that `is_selected` says, given whether the plan was selected and whether it is the one under
    /// the cursor of the popup. One plan at least stays selected.
    fn select_plans(&mut self, is_selected: impl Fn(bool, bool) -> bool) {
        let Some(Choice::Plan(at)) = self.popup.as_ref().and_then(Popup::chosen).cloned() else { return };
        let mut chosen = self.session.chosen.clone();
        for (plan, chosen) in chosen.iter_mut().enumerate() {
            *chosen = is_selected(*chosen, plan == at);
        }
        if !chosen.contains(&true) {
            self.notify(browser::ONE_PLAN_LEAST.get());
            return;
        }
        self.session.chosen = chosen;
        let entries = menus::plan_entries(&self.session);
        if let Some(popup) = &mut self.popup {
            popup.renew(entries);
        }
    }
}
