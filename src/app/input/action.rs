//! Every meaning that a key, a command of the palette or a mouse event can have. Actions come in families by who
//! answers them, so that a view answers for the families it has and ignores the rest. No key stands
//! here: `keymap` has them all.

/// What the user asks for, by who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// The open popup, the hits or the view in front answers.
    View(ViewAction),
    /// The open popup answers with what its lines mean.
    Popup(PopupAction),
    /// The prompt for a file answers.
    Export(ExportAction),
    /// The text field that has the caret changes.
    Edit(Edit),
    /// The query or filter that is being typed is finished or cut back.
    Input(InputAction),
    /// The browser goes somewhere.
    Go(Go),
    /// Something is remembered of where the browser is.
    Mark(Mark),
    /// Something opens to be answered or read.
    Open(Open),
    /// The rows of a table are sorted or narrowed.
    Arrange(Arrange),
    /// Something of what the cursor is on goes to the clipboard.
    Copy(CopyKind),
    /// The program itself or its terminal answers.
    Program(Program),
}

/// One step in a sequence: of tabs, panes, hits, formats, places visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the one that follows in the sequence.
    Next,
    /// To the one that comes before in the sequence.
    Previous,
}

impl Step {
    /// Whether the step leads onwards.
    pub(crate) fn is_forward(self) -> bool {
        self == Self::Next
    }
}

/// What the user does in the view, and as far as it makes sense in an open popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ViewAction {
    /// Move the cursor of the focused pane.
    Move(Motion),
    /// Scroll the text beside a list while the list keeps the focus.
    Scroll(Motion),
    /// Fold or unfold rows of a tree.
    Fold(Fold),
    /// Go to the next or previous column of a table.
    Column(Step),
    /// Go to the next or previous passage that a finding speaks of.
    Passage(Step),
    /// Group targets by department instead of by year, or the other way round.
    Regroup,
    /// Open what the cursor is on.
    Open,
    /// Give the focus to the next or previous pane.
    Focus(Step),
    /// One step back: clear a filter, close, leave a pane. Never quits the program.
    Back,
    /// Close what is open, or quit where nothing is.
    Close,
}

/// What the user does with the lines of a popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PopupAction {
    /// Do what the line under the cursor means, and close the popup.
    Choose,
    /// Select the plan under the cursor, or leave it out.
    TogglePlan,
    /// Select the plan under the cursor alone.
    OnlyThisPlan,
    /// Select all plans that are loaded.
    AllPlans,
    /// Remove the bookmark under the cursor.
    Unmark,
    /// Set the bookmark again that was removed last.
    MarkAgain,
    /// Write a note to the bookmark under the cursor.
    WriteNote,
    /// Go on with the path that is being typed as far as the files allow, and list them.
    CompletePath,
}

/// What the user does in the prompt for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExportAction {
    /// Write the file in the chosen format.
    Write,
    /// Choose the next or previous format.
    Format(Step),
}

/// What ends or shortens the query or filter that is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InputAction {
    /// Go to the hit under the cursor, or keep the filter.
    Confirm,
    /// Remove the last filter of the query.
    RemoveLastFilter,
}

/// The places that the browser can be told to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Go {
    /// To the tab of this ordinal, counted from 0.
    Tab(usize),
    /// To the tab beside the one shown; behind the last comes the first.
    AdjacentTab(Step),
    /// To the next or previous hit of the search.
    Hit(Step),
    /// Back or forward among the places visited.
    History(Step),
    /// To where the plan under the cursor was read last.
    Reading,
}

/// What is remembered of the place where the browser is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Set a bookmark here, or remove it.
    Bookmark,
    /// Hold this node so that another one can be set beside it, or let it go.
    Hold,
}

/// What the program or its terminal is asked to do, wherever the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Program {
    /// End the program at once, whatever is open.
    Quit,
    /// Paint the whole screen anew.
    Redraw,
    /// Stop as a job of the shell.
    Suspend,
    /// Give the mouse back to the terminal, or take it again.
    ToggleMouse,
    /// Copy the command that prints what the screen shows.
    CopyCommand,
    /// Undo the last import, or bring back what was undone.
    UndoImport,
}

/// Where a cursor or a text moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One row up; a text scrolls by one row.
    Up,
    /// One row down; a text scrolls by one row.
    Down,
    /// To the first row of the list or text.
    Top,
    /// To the last row of the list or text.
    Bottom,
    /// Up by half of the rows that are seen.
    HalfUp,
    /// Down by half of the rows that are seen.
    HalfDown,
    /// Up by as many rows as are seen.
    PageUp,
    /// Down by as many rows as are seen.
    PageDown,
    /// To the previous chapter, plan or table.
    GroupUp,
    /// To the next chapter, plan or table.
    GroupDown,
}

impl Motion {
    /// Whether the motion leads towards the first row.
    pub(crate) fn is_upward(self) -> bool {
        match self {
            Self::Up | Self::Top | Self::HalfUp | Self::PageUp | Self::GroupUp => true,
            Self::Down | Self::Bottom | Self::HalfDown | Self::PageDown | Self::GroupDown => false,
        }
    }
}

/// What happens to the rows of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// Fold the row; a row that is folded gives the cursor to its parent.
    CollapseOrLeave,
    /// Unfold the row; a row that is unfolded gives the cursor to its first child.
    ExpandOrEnter,
    /// Fold the row if it is unfolded, unfold it otherwise.
    Toggle,
    /// Fold the row and its siblings.
    CollapseSiblings,
    /// Unfold the row and its siblings.
    ExpandSiblings,
    /// Fold every row of the tree.
    CollapseAll,
    /// Unfold the row with all levels below it.
    ExpandBelow,
}

/// What can be opened over or beside the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Open {
    /// The search line with its hits.
    Search,
    /// The line that filters the list.
    Filter,
    /// The list of departments, with the line that filters it.
    Departments,
    /// The list of plans to select from.
    Plans,
    /// The list of keys that work here.
    Help,
    /// Every command by its name.
    Palette,
    /// The lines of the document as printed.
    Source,
    /// The list of bookmarks to choose from.
    Bookmarks,
    /// The closest tasks of other plans.
    Similar,
    /// Two nodes side by side: this one and the one held, its closest, or the one chosen in the popup of closest tasks.
    SideBySide,
    /// The indicator under the cursor in all plans.
    Compare,
    /// All departments and all plans in one table.
    Matrix,
    /// The text that was copied last, to be selected with the mouse.
    Copied,
    /// The tour of the first steps, or its end.
    Tour,
    /// The prompt for a file that takes what is shown.
    Export,
    /// The line for the file or folder to import.
    Import,
}

/// Which rows of a table are listed, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrange {
    /// Sort by the next or previous column of values.
    Column(Step),
    /// Change the order: ascending, descending, as printed, and round again.
    Order,
    /// List all rows, then those of one nature (约束性 …) after the other.
    Nature,
    /// List all tasks, then those of one role, year or plan after the other.
    Only(Only),
}

/// What tasks of a department have in common when only those are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Only {
    /// The role of the department: 牵头, 配合, or neither written.
    Role,
    /// A year by which a target of the task is due.
    Year,
    /// The plan that gives the task.
    Plan,
}

/// What is copied of the thing under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CopyKind {
    /// Its text as the document prints it.
    Text,
    /// Where it stands: the titles from the plan down.
    Path,
    /// A citation: 《规划》第×章第×节（×）, text and units.
    Citation,
}

/// What a key does to the text field that has the caret. A character that types itself needs no action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Remove the character before the caret.
    Backspace,
    /// Remove the character after the caret.
    Delete,
    /// Remove the word before the caret.
    DeleteWord,
    /// Remove the whole text of the field.
    Clear,
    /// Move the caret one character to the left.
    Left,
    /// Move the caret one character to the right.
    Right,
    /// Move the caret before the first character.
    Home,
    /// Move the caret behind the last character.
    End,
}
