//! The tour: five steps, one line each, for whoever is here for the first time. A step is over as soon as the user has done what
//! it says, by whatever key and in whatever order; nothing is taken from the keys meanwhile.

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

/// What the user has done of the tour, in whatever order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tour {
    done: [bool; STEPS.len()],
}

impl Tour {
    /// The first step that is not done, counted from 0; `None` where all are.
    fn at(self) -> Option<usize> {
        self.done.iter().position(|is_done| !is_done)
    }

    /// Words the first step that is not done, with its number and how to end the tour.
    pub(crate) fn line(self, keymap: &Keymap) -> String {
        let at = self.at().unwrap_or_default();
        let says = STEPS.get(at).map(|step| (step.says)(keymap)).unwrap_or_default();
        tour::step(at + 1, STEPS.len(), says, keymap.key(Action::Open(Open::Tour)))
    }

    /// Notes an action, done in this context, as the step that it fulfils; `None` once every step is done.
    pub(crate) fn after(mut self, action: Action, context: Context) -> Option<Self> {
        for (step, is_done) in STEPS.iter().zip(&mut self.done) {
            *is_done |= (step.is_done)(action, context);
        }
        self.at().map(|_| self)
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
            assert_eq!(now.at(), Some(at));
            assert_eq!(now.after(Action::Program(Program::Redraw), context), tour);
            tour = now.after(action, context);
        }
        assert_eq!(tour, None);
        // Whoever begins elsewhere is not asked for it again.
        let compared = Tour::default().after(Action::Open(Open::Compare), Context::Table).expect("the tour goes on");
        let mut tour = Some(compared);
        for (action, context) in done.into_iter().filter(|(action, _)| *action != Action::Open(Open::Compare)) {
            tour = tour.expect("the tour goes on").after(action, context);
        }
        assert_eq!((compared.at(), tour), (Some(0), None));
    }
}
