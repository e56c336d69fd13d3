//! What a key can mean, and what the browser asks of the terminal in return. Actions come in families, so that a view
//! answers for the families it has and says nothing of the rest. No key stands here: `keymap` has them all.

/// Everything a key, a command of the palette or the mouse can ask for, by who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// The open popup, the hits or the view does it.
    View(ViewAction),
    /// The field that has the caret takes it.
    Edit(Edit),
    /// Go somewhere.
    Go(Go),
    /// Open something to answer or read.
    Open(Open),
    /// Arrange a table's rows.
    Arrange(Arrange),
    /// Copy something of what the cursor is on.
    Copy(CopyKind),
    /// The program itself.
    Program(Program),
}

/// What one does in what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ViewAction {
    /// Move the cursor of the focused pane.
    Move(Motion),
    /// Scroll the text without leaving the list.
    Scroll(Motion),
    /// Fold and unfold, or go sideways in a table.
    Fold(Fold),
    /// Open what the cursor is on.
    Open,
    /// Give the focus to the next (`true`) or previous pane.
    Pane(bool),
    /// One step back: clear, close. Never quits.
    Back,
    /// Close what is open, or quit.
    Close,
}

/// Where to go, and what to remember of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Go {
    /// To the tab of this ordinal, counted from 0.
    Tab(usize),
    /// To the next (`true`) or previous tab.
    Turn(bool),
    /// To the next (`true`) or previous hit of the search.
    Hit(bool),
    /// Back (`false`) or forward in the places visited.
    History(bool),
    /// Nowhere: set or take away a bookmark here.
    Bookmark,
    /// Nowhere: hold this node, so that another one can be set beside it; or let it go.
    Hold,
}

/// What the program is asked to do, wherever one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Program {
    /// Quit at once.
    Quit,
    /// Paint everything anew.
    Redraw,
    /// Stop as a shell's job.
    Suspend,
    /// Take the mouse or hand it back.
    Mouse,
    /// Copy the command that prints what the screen shows.
    Command,
}

/// Where to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
    /// Half a screen up.
    HalfUp,
    /// Half a screen down.
    HalfDown,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// To the previous chapter, plan or table.
    GroupUp,
    /// To the next one.
    GroupDown,
}

/// What to fold; in a table, where to go sideways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// Fold, or go to the parent; a column to the left.
    Out,
    /// Unfold, or go to the first child; a column to the right.
    In,
    /// Fold if open, unfold if folded.
    Toggle,
    /// Fold this node and its siblings.
    CloseSiblings,
    /// Unfold this node and its siblings.
    OpenSiblings,
    /// Fold everything.
    CloseAll,
    /// Unfold this node with all below it.
    OpenDeep,
}

/// What can be opened over or beside the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Open {
    /// The search line.
    Search,
    /// The line that narrows the list.
    Filter,
    /// The bureaus, with the line that chooses one.
    Bureau,
    /// The list of plans to show.
    Plans,
    /// The keys of this place.
    Help,
    /// Every command by name.
    Palette,
    /// The document's own lines.
    Source,
    /// The bookmarks.
    Bookmarks,
    /// The closest tasks of other plans.
    Similar,
    /// A node beside the one held, beside its closest one, or beside the one chosen in the popup of those.
    SideBySide,
    /// The indicator under the cursor in all plans.
    Compare,
    /// All bureaus and all plans in one table.
    Matrix,
    /// The name of a file to write what is shown to.
    File,
}

/// Which rows of a table are listed, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrange {
    /// By the next (`true`) or previous column of values.
    Column(bool),
    /// As printed, the least first, the greatest first, and round again.
    Turn,
    /// All rows, then those of one nature (约束性 …) after the other.
    Nature,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CopyKind {
    /// The text.
    Text,
    /// Where it stands: the titles from the plan down.
    Path,
    /// The citation: 《规划》第×章第×节（×）, text and units.
    Citation,
}

/// What a key does to the field that has the caret. A character that types itself needs no action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Take the character before the caret away.
    Backspace,
    /// Take the character after the caret away.
    Delete,
    /// Take the word before the caret away.
    Word,
    /// Empty the field.
    Clear,
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// Take the last filter of a query away.
    Unfilter,
    /// Finish: jump to the hit, keep the filter.
    Done,
}
