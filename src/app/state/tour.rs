//! The tour: five steps, one line each, for whoever is here for the first time. A step is over as soon as the user has done what
//! it says, by whatever key; nothing is taken from the keys meanwhile.

use crate::app::input::action::{Action, Fold, Go, InputAction, Open, Program, ViewAction};
use crate::app::input::keymap::{Context, Keymap};
use crate::words::tour;

/// One step: what it says, and whether an action done in a context fulfils it.
struct Step {
    says: fn(&Keymap) -> String,
    is_done: fn(Action, Context) -> bool,
}

/// The steps in their order: read, find an office's tasks, search, compare, take away.
const STEPS: [Step; 5] = [
    Step {
        says: |keymap| tour::unfold(keymap.key(Action::View(ViewAction::Open))),
        is_done: |action, _| {
            matches!(action, Action::View(ViewAction::Open | ViewAction::Fold(Fold::ExpandOrEnter | Fold::Toggle)))
        },
    },
    Step {
        says: |keymap| tour::office(keymap.key(Action::Open(Open::Departments))),
        is_done: |action, context| action == Action::Input(InputAction::Confirm) && context == Context::Filter,
    },
    Step {
        says: |keymap| tour::search(keymap.key(Action::Open(Open::Search))),
        is_done: |action, context| action == Action::Input(InputAction::Confirm) && context == Context::Search,
    },
    Step {
        says: |keymap| tour::compare(keymap.key(INDICATORS), keymap.key(Action::Open(Open::Compare))),
        is_done: |action, _| action == Action::Open(Open::Compare),
    },
    Step {
        says: |keymap| {
            tour::take_away(keymap.key(Action::Open(Open::Export)), keymap.key(Action::Program(Program::CopyCommand)))
        },
        is_done: |action, _| matches!(action, Action::Open(Open::Export) | Action::Program(Program::CopyCommand)),
    },
];

/// Goes to the tables of indicators.
const INDICATORS: Action = Action::Go(Go::Tab(2));

/// How far the user has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tour {
    /// The step that is shown, counted from 0.
    at: usize,
}

impl Tour {
    /// Words the step that is shown, with its number and how to end the tour.
    pub(crate) fn line(self, keymap: &Keymap) -> String {
        let says = STEPS.get(self.at).map(|step| (step.says)(keymap)).unwrap_or_default();
        tour::step(self.at + 1, STEPS.len(), says, keymap.key(Action::Open(Open::Tour)))
    }

    /// Goes on if the action, done in this context, is what the step asks for; `None` behind the last step.
    pub(crate) fn after(self, action: Action, context: Context) -> Option<Self> {
        let is_done = STEPS.get(self.at).is_some_and(|step| (step.is_done)(action, context));
        let at = self.at + usize::from(is_done);
        (at < STEPS.len()).then_some(Self { at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_waits_for_what_it_says() {
        let done = [
            (Action::View(ViewAction::Open), Context::Tree),
            (Action::Input(InputAction::Confirm), Context::Filter),
            (Action::Input(InputAction::Confirm), Context::Search),
            (Action::Open(Open::Compare), Context::Table),
            (Action::Open(Open::Export), Context::Table),
        ];
        let mut tour = Some(Tour::default());
        for (at, (action, context)) in done.into_iter().enumerate() {
            let now = tour.expect("the tour goes on");
            assert_eq!(now.at, at);
            assert_eq!(now.after(Action::Program(Program::Redraw), context), tour);
            tour = now.after(action, context);
        }
        assert_eq!(tour, None);
    }
}
