//! What an action does: each family goes to who answers for it, the open sheet before the hits, the hits before the view.

use crate::app::content::clipboard;
use crate::app::input::action::{Action, Arrange, Copied, Deed, Edit, Fold, Go, Program};
use crate::app::input::keymap::Context;
use crate::app::popups::menus;
use crate::app::state::command::Command;
use crate::app::state::effect::Effect;
use crate::app::state::session::World;
use crate::app::update::{App, Mode};
use crate::app::views::{Reply, View};
use crate::app::widgets::popup::{Choice, Sheet};
use crate::app::wording;

impl App {
    /// Does an action and restores every invariant.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let effects = match action {
            Action::Program(program) => self.program(program),
            Action::Copy(what) => self.copy(what),
            Action::Deed(deed) => self.deed(deed),
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
            Action::Ask(ask) => {
                self.ask(ask);
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
            Program::Redraw => {
                self.retry();
                Effect::Redraw
            }
            Program::Suspend => Effect::Suspend,
            Program::Command => {
                let command = self.command().map(|command| command.to_string());
                return self.put_on_clipboard(command);
            }
            Program::Mouse => {
                self.has_mouse = !self.has_mouse;
                self.say(if self.has_mouse { wording::MOUSE_ON } else { wording::MOUSE_OFF });
                Effect::Mouse(self.has_mouse)
            }
        }]
    }

    fn copy(&mut self, what: Copied) -> Vec<Effect> {
        let view = self.view();
        // The list of bureaus quotes no plan: it marks the drafts itself, plan by plan.
        let spot = view.spot(&self.world).filter(|_| view.context() != Context::Bureaus);
        let text = view.copy(&self.world, what).map(|text| clipboard::marked(&self.world, spot, text));
        self.put_on_clipboard(text)
    }

    fn put_on_clipboard(&mut self, text: Option<String>) -> Vec<Effect> {
        let Some(text) = text else {
            self.say(wording::NOTHING_TO_COPY);
            return Vec::new();
        };
        self.say = Some(format!("{}{text}", wording::COPIED));
        vec![Effect::Copy(text)]
    }

    /// The command that prints what the screen shows. A sheet that is an answer of its own has its own.
    fn command(&self) -> Option<Command> {
        self.command_of(|view, world| view.command(world))
    }

    /// The command for the hits, for the sheet that has one of its own, or what is asked of the view.
    pub(super) fn command_of(&self, of_view: impl Fn(&dyn View, &World) -> Option<Command>) -> Option<Command> {
        if self.sheet.is_none() && self.mode == Mode::Search {
            return self.searching.command(&self.world);
        }
        let answer = self.sheet.as_ref().and_then(|sheet| sheet.command.clone());
        answer.or_else(|| of_view(self.view(), &self.world))
    }

    /// Edits the line that has the caret.
    fn edit(&mut self, edit: Edit) {
        if let Some(saving) = &mut self.saving {
            return saving.edit(edit);
        }
        match (&mut self.sheet, self.mode) {
            (Some(sheet), _) => sheet.edit(edit),
            (None, Mode::Search) if edit == Edit::Done => self.end_search(),
            (None, Mode::Search) if edit == Edit::Unfilter => self.unfilter(),
            (None, Mode::Search) => self.searching.edit(&self.world, edit),
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
    fn deed(&mut self, deed: Deed) -> Vec<Effect> {
        if self.saving.is_some() {
            return self.in_saving(deed);
        }
        if self.sheet.is_some() {
            return self.in_sheet(deed);
        }
        match (self.mode, deed) {
            (Mode::Search, Deed::Move(motion)) => self.searching.go(&self.world, motion),
            (Mode::Search, Deed::Back) => self.leave_search(),
            (Mode::Filter, Deed::Back) => {
                self.filter_mut(|field| field.set(""));
                self.mode = Mode::List;
            }
            (Mode::List, Deed::Close) => {
                if matches!(self.reply(deed), Reply::Unused) {
                    return vec![Effect::Quit];
                }
            }
            (Mode::Search | Mode::Filter | Mode::List, deed) => self.pass_on(deed),
        }
        Vec::new()
    }

    /// Lets the view act, and says so where it has no use for the key.
    fn pass_on(&mut self, deed: Deed) {
        if matches!(self.reply(deed), Reply::Unused) {
            if deed == Deed::Back {
                self.back();
            } else if self.say.is_none() {
                self.say(wording::NOT_HERE);
            }
        }
    }

    /// Arranges the rows of the view's table.
    fn arrange(&mut self, arrange: Arrange) {
        let said = self.views.get_mut(self.tab).and_then(|view| view.arrange(&self.world, arrange));
        self.say(said.as_deref().unwrap_or(wording::NOT_HERE));
    }

    /// The view's answer, done as far as it is the app's to do.
    fn reply(&mut self, deed: Deed) -> Reply {
        let Some(view) = self.views.get_mut(self.tab) else { return Reply::Unused };
        match view.act(&self.world, deed) {
            Reply::Done => Reply::Done,
            Reply::Unused => Reply::Unused,
            Reply::Say(words) => {
                self.say(words);
                Reply::Done
            }
            Reply::Go(place) => {
                self.jump(&place);
                Reply::Done
            }
            Reply::GoTo(place, aim) => {
                self.world.aim = Some(aim);
                self.jump(&place);
                self.world.aim = None;
                Reply::Done
            }
            Reply::Show(sheet) => {
                self.sheet = Some(*sheet);
                Reply::Done
            }
        }
    }

    /// Does something in the open sheet.
    fn in_sheet(&mut self, deed: Deed) -> Vec<Effect> {
        match deed {
            Deed::Move(motion) => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.go(motion);
                }
            }
            Deed::Back | Deed::Close => {
                self.sheet = self.sheet.take().and_then(|sheet| sheet.under).map(|under| *under);
            }
            Deed::Fold(fold) => self.choose_plans(fold),
            Deed::Open => return self.choose(),
            Deed::Scroll(_) | Deed::Pane(_) => {}
        }
        Vec::new()
    }

    /// Does what the chosen line of the sheet means, and closes it.
    fn choose(&mut self) -> Vec<Effect> {
        if let Some((title, entries)) = self.sheet.as_ref().and_then(|sheet| sheet.further.clone()) {
            let further = Sheet::new(&title, entries, false);
            self.sheet = self.sheet.take().map(|sheet| further.over(sheet));
            return Vec::new();
        }
        let choice = self.sheet.take().and_then(|sheet| sheet.chosen().cloned());
        match choice {
            Some(Choice::Run(action)) => return self.update(action),
            Some(Choice::Go(place)) => self.jump(&place),
            Some(Choice::Plan(_)) | None => {}
        }
        Vec::new()
    }

    /// Chooses the plan under the cursor of the sheet or leaves it out, or takes it alone, or all; one stays chosen.
    fn choose_plans(&mut self, fold: Fold) {
        let Some(Choice::Plan(at)) = self.sheet.as_ref().and_then(Sheet::chosen).cloned() else { return };
        let mut chosen = self.world.chosen.clone();
        for (plan, chosen) in chosen.iter_mut().enumerate() {
            *chosen = match fold {
                Fold::OpenSiblings => true,
                Fold::CloseSiblings => plan == at,
                Fold::Toggle | Fold::In | Fold::Out | Fold::CloseAll | Fold::OpenDeep => *chosen != (plan == at),
            };
        }
        if !chosen.contains(&true) {
            self.say(wording::ONE_PLAN_LEAST);
            return;
        }
        self.world.chosen = chosen;
        let entries = menus::plan_entries(&self.world);
        if let Some(sheet) = &mut self.sheet {
            sheet.renew(entries);
        }
    }
}
