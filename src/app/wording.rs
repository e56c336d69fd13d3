//! Which words of the catalogue the screen says, where that takes more than a look: choices by role or year, counts, lists
//! of examples and of marks. The words themselves stand in [`crate::words`].

mod check;
mod compare;
mod deadline;
mod export;
mod library;
mod plan;
mod progress;
mod search;
mod table;

use crate::app::input::action::{Action, Go, Open, Program, ViewAction};
use crate::app::input::keymap::{Context, Keymap};
use crate::words::{self, Words, browser, overlays, reading};

pub(crate) use crate::analysis::indicators::indicator::EMPTY as EMPTY_CELL;
pub(crate) use check::*;
pub(crate) use compare::*;
pub(crate) use deadline::*;
pub(crate) use export::*;
pub(crate) use library::*;
pub(crate) use plan::*;
pub(crate) use progress::*;
pub(crate) use search::*;
pub(crate) use table::*;

/// The names of the tabs, in their order.
pub(crate) const TABS: [Words; 5] =
    [browser::PLANS, browser::DEPARTMENTS, browser::INDICATORS, browser::FINDINGS, browser::DEADLINES];

/// The action that opens what the cursor is on.
pub(crate) const OPEN: Action = Action::View(ViewAction::Open);
/// The action that clears or closes one thing.
pub(crate) const ESCAPE: Action = Action::View(ViewAction::Back);
/// The action that opens the list of plans to select from.
pub(crate) const SELECT_PLANS: Action = Action::Open(Open::Plans);
/// The action that paints the screen anew, and asks again for what the library failed to answer.
pub(crate) const REDRAW: Action = Action::Program(Program::Redraw);
/// The action that shows the tab of checks.
pub(crate) const SHOW_FINDINGS: Action = Action::Go(Go::Tab(3));

/// Marks and columns that a part of the screen shows, and what they mean. The help lists them above the keys.
pub(crate) fn marks(keymap: &Keymap) -> Vec<(Context, &'static str, String)> {
    let findings = || overlays::findings_mean(FOUND, keymap.key(SHOW_FINDINGS));
    vec![
        (Context::Tree, overlays::A_NUMBER.get(), overlays::NUMBER_MEANS.to_string()),
        (Context::Tree, reading::HAS_UNITS.get(), overlays::UNITS_MEAN.to_string()),
        (Context::Tree, reading::HAS_FINDINGS.get(), findings()),
        (Context::Chapter, reading::HAS_FINDINGS.get(), findings()),
        (Context::Chapter, reading::LEAD.get(), overlays::LEAD_MEANS.to_string()),
        (Context::Departments, words::pages::LISTED.get(), overlays::LISTED_MEANS.to_string()),
        (Context::Table, reading::DOUBTED.get(), overlays::doubted_means(keymap.key(OPEN))),
        (Context::Findings, overlays::CONFIDENCE.get(), overlays::CONFIDENCE_MEANS.to_string()),
    ]
}

/// The first steps on a plan's card: keys, and what they do.
pub(crate) fn first_steps(keymap: &Keymap) -> Vec<(String, String)> {
    let compare = keymap.key(Action::Open(Open::Compare));
    let quit = keymap.key(Action::View(ViewAction::Close));
    let steps = [
        (OPEN, reading::OPEN_PLAN.to_string()),
        (Action::Open(Open::Departments), reading::CHOOSE_OFFICE.to_string()),
        (Action::Go(Go::Tab(2)), reading::see_tables(compare)),
        (SHOW_FINDINGS, reading::SEE_FINDINGS.to_string()),
        (Action::Go(Go::Tab(4)), reading::SEE_DEADLINES.to_string()),
        (Action::Open(Open::Search), reading::SEARCH_FOR.to_string()),
        (Action::Open(Open::Help), reading::see_keys(quit)),
    ];
    steps.into_iter().map(|(action, words)| (keymap.key(action), words)).collect()
}

/// Words the filter in force, then the position of the cursor among the rows.
pub(crate) fn filtered_count(filter: &str, (at, of): (usize, usize)) -> String {
    let filter = if filter.is_empty() { String::new() } else { format!("{} ", browser::filtered(filter)) };
    format!("{filter}{at}/{of}")
}

/// Words that a key has no use where the user is.
pub(crate) fn not_here(keymap: &Keymap) -> String {
    browser::not_here(keymap.key(Action::Open(Open::Help)))
}

/// Words the filter that keeps some tasks, how many it keeps, and the keys that change it.
pub(crate) fn narrowed_tasks(keymap: &Keymap, filter: &str, n: usize) -> String {
    words::pages::narrowed_tasks(filter, n, keymap.key(Action::Open(Open::Filter)), keymap.key(ESCAPE))
}

/// Joins the members of a list.
pub(crate) fn list<T: AsRef<str>>(members: &[T]) -> String {
    members.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(words::LIST.get())
}
