//! The views: one file each, one row each in `all`. A view owns its panes and cursors; the session is lent to it.

pub(crate) mod chrome;
mod deadlines;
mod departments;
mod findings;
mod indicators;
mod plans;
pub(crate) mod search;

use crate::app::input::action::{Arrange, CopyKind, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::screen::page::{Area, Page};
use crate::app::state::location::{Location, NodeRef, TargetLine};
use crate::app::state::session::Session;
use crate::app::widgets::popup::Popup;
use crate::app::widgets::text_field::TextField;
use crate::command::Command;

/// What a view answers to an action.
pub(crate) enum Reply {
    /// Done.
    Handled,
    /// The action means nothing here.
    Ignored,
    /// Nothing happened, and this is why.
    Message(&'static str),
    /// Go there, and remember where one was.
    GoTo(Location),
    /// Go to these words in a place, and remember where one was.
    GoToLine(Location, TargetLine),
    /// Show this over the view.
    OpenPopup(Box<Popup>),
}

/// A view: a tab of the browser.
pub(crate) trait View {
    /// Where its keys come from: the context of the pane with the focus.
    fn context(&self) -> Context;
    /// Restores every invariant at this area; called after each action, resize and change of the session.
    fn settle(&mut self, session: &Session, area: Area);
    /// Does what is asked.
    fn act(&mut self, session: &Session, view_action: ViewAction) -> Reply;
    /// Arranges the rows of its table, and says in words how they stand now; `None` for a view without one.
    fn arrange(&mut self, _world: &Session, _arrange: Arrange) -> Option<String> {
        None
    }
    /// Takes a click at a cell. `true` if something was chosen there, so that a double click may open it.
    fn click(&mut self, session: &Session, column: u16, row: u16) -> bool;
    /// Takes a turn of the wheel at a cell.
    fn wheel(&mut self, session: &Session, column: u16, row: u16, down: bool);
    /// Goes to the next or previous place that answers the search in the text one reads: which one of how many. `None`
    /// where no text has the focus, or none of its places is left in that direction.
    fn seek(&mut self, session: &Session, forward: bool) -> Option<(usize, usize)>;
    /// Where one is.
    fn location(&self, session: &Session) -> Option<Location>;
    /// Goes to a place. `false` if it is not of this view, or not there.
    fn go(&mut self, session: &Session, location: &Location, target: Option<&TargetLine>) -> bool;
    /// Where one is, in words, outermost first.
    fn crumbs(&self, session: &Session) -> Vec<String>;
    /// Counts for the right end of the breadcrumb.
    fn count(&self, session: &Session) -> String;
    /// The line that narrows the list; `None` for a view without one.
    fn filter(&self) -> Option<&TextField>;
    /// The same, to type in.
    fn filter_mut(&mut self) -> Option<&mut TextField>;
    /// What `what` copies here.
    fn copy(&self, session: &Session, what: CopyKind) -> Option<String>;
    /// The command that prints what one looks at.
    fn command(&self, session: &Session) -> Option<Command>;
    /// The command for a file of what one looks at: the whole list where `command` prints what the cursor is on.
    fn export(&self, session: &Session) -> Option<Command> {
        self.command(session)
    }
    /// The node or plan one looks at.
    fn node_ref(&self, session: &Session) -> Option<NodeRef>;
    /// Paints itself over the area it was settled in.
    fn paint(&self, session: &Session, focused: bool, page: &mut Page);
}

/// The tabs, in the order of `words::TABS`.
pub(crate) fn all() -> Vec<Box<dyn View>> {
    vec![
        Box::<plans::Plans>::default(),
        Box::<departments::Departments>::default(),
        Box::<indicators::Indicators>::default(),
        Box::<findings::Findings>::default(),
        Box::<deadlines::Deadlines>::default(),
    ]
}
