//! The views, one file for each tab, and the search over them. A view owns its panes and cursors, and reads the
//! session that is lent to it.

pub(crate) mod chrome;
mod deadlines;
mod departments;
mod findings;
mod indicators;
mod plans;
pub(crate) mod search;

use crate::app::input::action::{Arrange, CopyKind, Motion, Step, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::input::mouse::WHEEL_ROWS;
use crate::app::screen::page::{Area, Page};
use crate::app::state::location::{Crumb, Location, NodeRef, TargetLine};
use crate::app::state::saved::SavedView;
use crate::app::state::session::Session;
use crate::app::widgets::popup::Popup;
use crate::app::widgets::text_field::TextField;
use crate::command::Command;

/// What a view answers to an action, for `update` to carry out.
pub(crate) enum Reply {
    /// The view has done what was asked.
    Handled,
    /// The action has no meaning here.
    Ignored,
    /// Nothing happened, for this reason.
    Message(String),
    /// The browser is to go to this place, and remember the one it leaves.
    GoTo(Location),
    /// The browser is to go to these words in a place, and remember the one it leaves.
    GoToLine(Location, TargetLine),
    /// This popup is to be opened over the view.
    OpenPopup(Box<Popup>),
}

/// Where the user is in a view: filter, pane, rows, how far each pane is scrolled. Whatever leads away from a place is
/// undone exactly by going back to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    Plans(plans::Place),
    Departments(departments::Place),
    Indicators(indicators::Place),
    Findings(findings::Place),
    Deadlines(deadlines::Place),
}

impl Place {
    /// Returns the ordinal of the tab that shows the place, counted from 0.
    pub(crate) fn tab(&self) -> usize {
        match self {
            Self::Plans(_) => 0,
            Self::Departments(_) => 1,
            Self::Indicators(_) => 2,
            Self::Findings(_) => 3,
            Self::Deadlines(_) => 4,
        }
    }
}

/// A tab of the browser, with its panes, cursors and filter.
pub(crate) trait View {
    /// Returns the context of the focused pane, in which keys are looked up.
    fn context(&self) -> Context;
    /// Fits the view into this area. Called after each action, resize and change of the session.
    fn settle(&mut self, session: &Session, area: Area);
    /// Does what the action asks for, or tells `update` what to do.
    fn act(&mut self, session: &Session, view_action: ViewAction) -> Reply;
    /// Sorts or narrows the rows of a table and words the new order; `None` for a view without a table.
    fn arrange(&mut self, _session: &Session, _arrange: Arrange) -> Option<String> {
        None
    }
    /// Returns whether an action would do something in the focused pane now, so that the footer may list its key.
    fn works(&self, session: &Session, view_action: ViewAction) -> bool;
    /// Returns whether the rows can be sorted or narrowed so.
    fn arranges(&self, _session: &Session, _arrange: Arrange) -> bool {
        true
    }
    /// Handles a click at a cell. Returns whether it chose something that a double click may open.
    fn click(&mut self, session: &Session, column: u16, row: u16) -> bool;
    /// Returns whether the row under the cursor only leads elsewhere, so that one click opens it.
    fn is_link(&self) -> bool {
        false
    }
    /// Moves what lies at a cell by one step of `motion`, without giving it the focus.
    fn move_at(&mut self, session: &Session, column: u16, row: u16, motion: Motion);
    /// Scrolls what lies at a cell by one turn of the wheel.
    fn wheel(&mut self, session: &Session, column: u16, row: u16, down: bool) {
        let motion = if down { Motion::Down } else { Motion::Up };
        for _ in 0..WHEEL_ROWS {
            self.move_at(session, column, row, motion);
        }
    }
    /// Goes to the next or previous match of the search in the text that has the focus. Returns which one it is of how
    /// many; `None` where no text has the focus, or no match is left in that direction.
    fn seek(&mut self, _session: &Session, _forward: bool) -> Option<(usize, usize)> {
        None
    }
    /// Returns where the user is in the view, with everything that makes it look as it does.
    fn place(&self) -> Place;
    /// Makes the view look as it did at a place, in this area. Returns `false` if what the cursor stood on is not listed
    /// any more, as after another selection of plans.
    fn restore(&mut self, session: &Session, place: &Place, area: Area) -> bool;
    /// Returns what is kept of the view for the next start.
    fn saved(&self, session: &Session) -> SavedView;
    /// Returns the place that was saved, as far as the plans still have what it showed; `None` while that has not come from
    /// the library.
    fn recalled(&self, session: &Session, saved: &SavedView) -> Option<Place>;
    /// Goes to the beginning of the first pane.
    fn go_to_top(&mut self, session: &Session);
    /// Returns the place under the cursor, to be bookmarked.
    fn location(&self, session: &Session) -> Option<Location>;
    /// Goes to a place, and in its text to `target`. Returns `false` if the place is not of this view or not there.
    fn go(&mut self, session: &Session, location: &Location, target: Option<&TargetLine>) -> bool;
    /// Returns the titles above the place under the cursor and its own, outermost first.
    fn crumbs(&self, session: &Session) -> Vec<Crumb>;
    /// Words the counts at the right end of the breadcrumb.
    fn count(&self, session: &Session) -> String;
    /// Returns the field with the filter; `None` for a view without one.
    fn filter(&self) -> Option<&TextField>;
    /// Returns the field with the filter, to type in.
    fn filter_mut(&mut self) -> Option<&mut TextField>;
    /// Returns what is copied of the thing under the cursor.
    fn copy(&self, session: &Session, what: CopyKind) -> Option<String>;
    /// Returns the command that prints what the cursor is on.
    fn command(&self, session: &Session) -> Option<Command>;
    /// Returns the command for an export: the whole list, where `command` prints only what the cursor is on.
    fn export(&self, session: &Session) -> Option<Command> {
        self.command(session)
    }
    /// Returns the node whose text has the focus or is scrolled, and the first row of it that is seen.
    fn reading(&self) -> Option<(NodeRef, usize)> {
        None
    }
    /// Returns the node or plan under the cursor.
    fn node_ref(&self, session: &Session) -> Option<NodeRef>;
    /// Paints the view over the area that it was fitted into.
    fn paint(&self, session: &Session, focused: bool, page: &mut Page);
}

/// Makes all views, in the order of [`crate::app::wording::TABS`].
pub(crate) fn all() -> Vec<Box<dyn View>> {
    vec![
        Box::<plans::Plans>::default(),
        Box::<departments::Departments>::default(),
        Box::<indicators::Indicators>::default(),
        Box::<findings::Findings>::default(),
        Box::<deadlines::Deadlines>::default(),
    ]
}

/// Returns the pane beside `pane` among `panes`; behind the last comes the first, before the first the last.
fn adjacent<T: Copy + PartialEq>(panes: &[T], pane: T, step: Step) -> T {
    let at = panes.iter().position(|each| *each == pane).unwrap_or(0);
    let by = if step.is_forward() { 1 } else { panes.len().saturating_sub(1) };
    panes.get((at + by) % panes.len().max(1)).copied().unwrap_or(pane)
}

/// Returns the position of the plan with this id, where it is selected.
fn selected_plan(session: &Session, id: &str) -> Option<usize> {
    session.position(id).filter(|at| session.is_chosen(*at))
}
