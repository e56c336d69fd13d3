//! Every key of the program in one table. The table binds keys to actions and fills the help, the footer, the palette
//! and the list of keys in the README.
//!
//! A key is one row. A meaning that no action has yet needs one more variant in `action`. How typed keys are looked up
//! in the table is the business of `lookup`.

mod lookup;

use crate::app::input::action::{
    Action, Arrange, CopyKind, Edit, ExportAction, Fold, Go, InputAction, Mark, Motion, Only, Open, PopupAction,
    Program, Step, ViewAction,
};
use crate::words::{Words, keys};

pub use crate::app::input::keymap::lookup::{KeyError, Keymap, Meaning, readme_table, show};

/// The part of the screen in which a binding holds. Keys are looked up in the focused part first, then in `Anywhere`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The tree of plans and their nodes.
    Tree,
    /// The nodes of the chapter under the cursor of the tree, beside the tree on a broad screen.
    Chapter,
    /// The text of a node beside a list or tree.
    Text,
    /// The list of departments with their tasks.
    Departments,
    /// The dossier of the chosen department.
    Tasks,
    /// The tables of indicators, one at a time.
    Table,
    /// The list of findings and the detail of the chosen one.
    Findings,
    /// The years or departments by which targets are grouped.
    Years,
    /// The targets of the chosen year or department, and the detail of one.
    Due,
    /// The search line with its hits below.
    Search,
    /// The line in which a filter is typed.
    Filter,
    /// A popup without a text field: plans, source lines, bookmarks …
    Popup,
    /// A popup with a text field: help, palette.
    Typing,
    /// The prompt for the name and format of a file.
    Export,
    /// Every view, as long as no field has the caret and no popup is open.
    Anywhere,
}

impl Context {
    /// Returns what the context is called where a user gives other keys to actions.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Tree => "tree",
            Self::Chapter => "chapter",
            Self::Text => "text",
            Self::Departments => "departments",
            Self::Tasks => "tasks",
            Self::Table => "table",
            Self::Findings => "findings",
            Self::Years => "years",
            Self::Due => "due",
            Self::Search => "search",
            Self::Filter => "filter",
            Self::Popup => "popup",
            Self::Typing => "typing",
            Self::Export => "export",
            Self::Anywhere => "anywhere",
        }
    }

    /// Names the context for the README's list of keys.
    #[must_use]
    pub fn name(self) -> Words {
        match self {
            Self::Tree => keys::IN_TREE,
            Self::Chapter => keys::IN_CHAPTER,
            Self::Text => keys::IN_TEXT,
            Self::Departments => keys::IN_DEPARTMENTS,
            Self::Tasks => keys::IN_TASKS,
            Self::Table => keys::IN_TABLE,
            Self::Findings => keys::IN_FINDINGS,
            Self::Years => keys::IN_YEARS,
            Self::Due => keys::IN_DUE,
            Self::Search => keys::IN_SEARCH,
            Self::Filter => keys::IN_FILTER,
            Self::Popup => keys::IN_POPUP,
            Self::Typing => keys::IN_TYPING,
            Self::Export => keys::IN_EXPORT,
            Self::Anywhere => keys::ANYWHERE,
        }
    }
}

/// One row of the table of keys.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The parts of the screen in which it holds.
    pub contexts: &'static [Context],
    /// The keys in the notation of `key`, any of which will do; `yc` means one key after the other.
    pub keys: &'static [&'static str],
    /// What the action is called where a user gives it other keys; all rows with one action have one name.
    pub name: &'static str,
    /// The action that the keys ask for.
    pub action: Action,
    /// What the keys do, in words for the help and the palette.
    pub words: Words,
    /// The word for the footer; `None` for keys that only the help lists.
    pub hint: Option<Words>,
}

/// Makes one row of the table of keys.
const fn key(
    contexts: &'static [Context],
    keys: &'static [&'static str],
    name: &'static str,
    action: Action,
    words: Words,
    hint: Option<Words>,
) -> Binding {
    Binding { contexts, keys, name, action, words, hint }
}

/// The action that moves the cursor.
const fn go(motion: Motion) -> Action {
    Action::View(ViewAction::Move(motion))
}

/// The action that scrolls the text beside a list.
const fn scroll(motion: Motion) -> Action {
    Action::View(ViewAction::Scroll(motion))
}

/// The action that folds or unfolds a tree.
const fn fold(fold: Fold) -> Action {
    Action::View(ViewAction::Fold(fold))
}

/// The action that lists the tasks of one role, year or plan alone.
const fn only(only: Only) -> Action {
    Action::Arrange(Arrange::Only(only))
}

const ANY: &[Context] = &[Context::Anywhere];
const LISTS: &[Context] = &[Context::Anywhere, Context::Popup];
const TREE: &[Context] = &[Context::Tree];
const TABLE: &[Context] = &[Context::Table];
const FIELDS: &[Context] = &[Context::Search, Context::Filter, Context::Typing, Context::Export];
/// The fields above a list of what they find or filter.
const FINDING: &[Context] = &[Context::Search, Context::Filter, Context::Typing];
/// Where Ctrl-s opens the prompt for a file.
const SAVED: &[Context] = &[Context::Anywhere, Context::Popup, Context::Search, Context::Filter];
const FILTERED: &[Context] = &[
    Context::Tree,
    Context::Chapter,
    Context::Departments,
    Context::Tasks,
    Context::Table,
    Context::Findings,
    Context::Years,
    Context::Due,
];
const DUE: &[Context] = &[Context::Years, Context::Due];
const GROUPS: &[Context] =
    &[Context::Tree, Context::Chapter, Context::Text, Context::Tasks, Context::Findings, Context::Due];
/// Where the cursor is on a node, so that it can be compared.
const TASKS: &[Context] = &[Context::Tree, Context::Chapter, Context::Text, Context::Tasks];
const BESIDE: &[Context] = &[Context::Tree, Context::Chapter, Context::Text, Context::Tasks, Context::Popup];
/// Everywhere, popups and fields included.
const ALL: &[Context] =
    &[Context::Anywhere, Context::Search, Context::Filter, Context::Popup, Context::Typing, Context::Export];

/// The table of keys. The help lists keys in its order, and the footer prefers earlier rows where room is short.
pub static BINDINGS: &[Binding] = &[
    // Opening what the cursor is on.
    key(TREE, &["<Enter>"], "open", Action::View(ViewAction::Open), keys::OPEN_IN_TREE, Some(keys::FOLD_OR_READ)),
    key(
        &[Context::Chapter],
        &["<Enter>", "l", "<Right>"],
        "open",
        Action::View(ViewAction::Open),
        keys::OPEN_IN_CHAPTER,
        Some(keys::READ_TEXT),
    ),
    key(
        &[Context::Departments],
        &["<Enter>", "l", "<Right>"],
        "open",
        Action::View(ViewAction::Open),
        keys::OPEN_DEPARTMENT,
        Some(keys::SEE_TASKS),
    ),
    key(
        &[Context::Tasks],
        &["<Enter>"],
        "open",
        Action::View(ViewAction::Open),
        keys::OPEN_TASK,
        Some(keys::SEE_IN_PLAN),
    ),
    key(TABLE, &["<Enter>"], "open", Action::View(ViewAction::Open), keys::OPEN_ROW, Some(keys::ROW)),
    key(
        &[Context::Findings],
        &["<Enter>"],
        "open",
        Action::View(ViewAction::Open),
        keys::OPEN_FINDING,
        Some(keys::TO_PASSAGE),
    ),
    key(
        &[Context::Years],
        &["<Enter>", "l", "<Right>"],
        "open",
        Action::View(ViewAction::Open),
        keys::OPEN_YEAR,
        Some(keys::SEE_TARGETS),
    ),
    key(
        &[Context::Due],
        &["<Enter>"],
        "open",
        Action::View(ViewAction::Open),
        keys::OPEN_TARGET,
        Some(keys::TO_PASSAGE),
    ),
    key(
        &[Context::Search],
        &["<Enter>"],
        "confirm",
        Action::Input(InputAction::Confirm),
        keys::CONFIRM_HIT,
        Some(keys::OPEN),
    ),
    key(
        &[Context::Filter],
        &["<Enter>"],
        "confirm",
        Action::Input(InputAction::Confirm),
        keys::CONFIRM_FILTER,
        Some(keys::CONFIRM),
    ),
    key(
        &[Context::Popup, Context::Typing],
        &["<Enter>"],
        "choose",
        Action::Popup(PopupAction::Choose),
        keys::CHOOSE,
        Some(keys::CHOOSE_HINT),
    ),
    key(
        &[Context::Export],
        &["<Enter>"],
        "export-write",
        Action::Export(ExportAction::Write),
        keys::WRITE_FILE,
        Some(keys::SAVE),
    ),
    key(
        &[Context::Export],
        &["<Tab>", "<Down>"],
        "export-format-next",
        Action::Export(ExportAction::Format(Step::Next)),
        keys::NEXT_FORMAT,
        Some(keys::OTHER_FORMAT),
    ),
    key(
        &[Context::Export],
        &["<S-Tab>", "<Up>"],
        "export-format-previous",
        Action::Export(ExportAction::Format(Step::Previous)),
        keys::PREVIOUS_FORMAT,
        None,
    ),
    key(
        &[Context::Popup],
        &["<Space>"],
        "toggle-plan",
        Action::Popup(PopupAction::TogglePlan),
        keys::TOGGLE_PLAN,
        Some(keys::SELECT),
    ),
    key(
        &[Context::Popup],
        &["o"],
        "only-this-plan",
        Action::Popup(PopupAction::OnlyThisPlan),
        keys::ONLY_THIS_PLAN,
        Some(keys::ONLY_THIS),
    ),
    key(&[Context::Popup], &["a"], "all-plans", Action::Popup(PopupAction::AllPlans), keys::ALL_PLANS, Some(keys::ALL)),
    key(
        &[Context::Popup],
        &["e"],
        "write-note",
        Action::Popup(PopupAction::WriteNote),
        keys::WRITE_NOTE,
        Some(keys::NOTE),
    ),
    key(
        &[Context::Popup],
        &["x", "<Del>"],
        "remove-bookmark",
        Action::Popup(PopupAction::Unmark),
        keys::REMOVE_BOOKMARK,
        Some(keys::REMOVE),
    ),
    key(
        &[Context::Popup],
        &["u"],
        "restore-bookmark",
        Action::Popup(PopupAction::MarkAgain),
        keys::RESTORE_BOOKMARK,
        Some(keys::RESTORE),
    ),
    key(
        &[Context::Typing],
        &["<Tab>"],
        "complete-path",
        Action::Popup(PopupAction::CompletePath),
        keys::COMPLETE_PATH,
        Some(keys::COMPLETE_HINT),
    ),
    // Folding, columns, passages and sorting.
    key(TREE, &["l", "<Right>"], "expand", fold(Fold::ExpandOrEnter), keys::EXPAND, None),
    key(TREE, &["h", "<Left>"], "collapse", fold(Fold::CollapseOrLeave), keys::COLLAPSE, None),
    key(TREE, &["<Space>"], "fold", fold(Fold::Toggle), keys::FOLD, None),
    key(TREE, &["r"], "read-on", Action::Go(Go::Reading), keys::READ_ON, Some(keys::GO_ON)),
    key(TREE, &["c"], "collapse-siblings", fold(Fold::CollapseSiblings), keys::COLLAPSE_SIBLINGS, None),
    key(TREE, &["e"], "expand-siblings", fold(Fold::ExpandSiblings), keys::EXPAND_SIBLINGS, None),
    key(TREE, &["C", "X"], "collapse-all", fold(Fold::CollapseAll), keys::COLLAPSE_ALL, None),
    key(TREE, &["E"], "expand-all", fold(Fold::ExpandBelow), keys::EXPAND_BELOW, Some(keys::EXPAND_ALL)),
    key(
        TABLE,
        &["l", "<Right>"],
        "column-next",
        Action::View(ViewAction::Column(Step::Next)),
        keys::NEXT_COLUMN,
        Some(keys::COLUMNS),
    ),
    key(
        TABLE,
        &["h", "<Left>"],
        "column-previous",
        Action::View(ViewAction::Column(Step::Previous)),
        keys::PREVIOUS_COLUMN,
        None,
    ),
    key(
        &[Context::Findings],
        &["l", "<Right>"],
        "passage-next",
        Action::View(ViewAction::Passage(Step::Next)),
        keys::NEXT_PASSAGE,
        Some(keys::PASSAGE),
    ),
    key(
        &[Context::Findings],
        &["h", "<Left>"],
        "passage-previous",
        Action::View(ViewAction::Passage(Step::Previous)),
        keys::PREVIOUS_PASSAGE,
        None,
    ),
    key(&[Context::Tasks], &["t"], "only-role", only(Only::Role), keys::ONLY_ROLE, Some(keys::ROLE)),
    key(&[Context::Tasks], &["T"], "only-year", only(Only::Year), keys::ONLY_YEAR, Some(keys::YEAR)),
    key(&[Context::Tasks], &["P"], "only-plan", only(Only::Plan), keys::ONLY_PLAN, Some(keys::PLAN)),
    key(DUE, &["t"], "regroup", Action::View(ViewAction::Regroup), keys::REGROUP, Some(keys::YEAR_OR_OFFICE)),
    key(
        &[Context::Chapter, Context::Text, Context::Tasks, Context::Due],
        &["h", "<Left>"],
        "pane-previous",
        Action::View(ViewAction::Focus(Step::Previous)),
        keys::TO_LIST,
        Some(keys::LIST),
    ),
    key(TABLE, &["O"], "sort", Action::Arrange(Arrange::Order), keys::SORT, Some(keys::SORT_HINT)),
    key(TABLE, &[">"], "sort-column-next", Action::Arrange(Arrange::Column(Step::Next)), keys::SORT_NEXT, None),
    key(
        TABLE,
        &["<lt>"],
        "sort-column-previous",
        Action::Arrange(Arrange::Column(Step::Previous)),
        keys::SORT_PREVIOUS,
        None,
    ),
    key(TABLE, &["t"], "only-nature", Action::Arrange(Arrange::Nature), keys::ONLY_NATURE, Some(keys::NATURE)),
    key(TABLE, &["}"], "group-down", go(Motion::GroupDown), keys::NEXT_TABLE, Some(keys::NEXT_TABLE_HINT)),
    key(TABLE, &["{"], "group-up", go(Motion::GroupUp), keys::PREVIOUS_TABLE, None),
    // Opening a search, a filter or a popup.
    key(ANY, &["/"], "search", Action::Open(Open::Search), keys::SEARCH, Some(keys::SEARCH_HINT)),
    key(ANY, &["n"], "hit-next", Action::Go(Go::Hit(Step::Next)), keys::NEXT_HIT, Some(keys::NEXT)),
    key(ANY, &["N"], "hit-previous", Action::Go(Go::Hit(Step::Previous)), keys::PREVIOUS_HIT, None),
    key(FILTERED, &["f"], "filter", Action::Open(Open::Filter), keys::FILTER, Some(keys::FILTER_HINT)),
    key(ANY, &["d"], "departments", Action::Open(Open::Departments), keys::DEPARTMENTS, Some(keys::OFFICES)),
    // Panes, tabs and comparisons.
    key(ANY, &["<Tab>"], "pane-next", Action::View(ViewAction::Focus(Step::Next)), keys::NEXT_PANE, Some(keys::PANE)),
    key(TASKS, &["s"], "similar", Action::Open(Open::Similar), keys::SIMILAR, Some(keys::SIMILAR_HINT)),
    key(BESIDE, &["S"], "side-by-side", Action::Open(Open::SideBySide), keys::SIDE_BY_SIDE, Some(keys::COMPARE)),
    key(TASKS, &["v"], "hold", Action::Mark(Mark::Hold), keys::HOLD, None),
    key(TABLE, &["x"], "compare", Action::Open(Open::Compare), keys::COMPARE_INDICATOR, Some(keys::COMPARE_PLANS)),
    key(
        &[Context::Departments, Context::Tasks],
        &["m"],
        "matrix",
        Action::Open(Open::Matrix),
        keys::MATRIX,
        Some(keys::OVERVIEW),
    ),
    key(ANY, &["o"], "source", Action::Open(Open::Source), keys::SOURCE, Some(keys::SOURCE_HINT)),
    key(ANY, &["p"], "plans", Action::Open(Open::Plans), keys::PLANS, Some(keys::SELECT_PLANS)),
    key(ANY, &["<S-Tab>"], "pane-previous", Action::View(ViewAction::Focus(Step::Previous)), keys::PREVIOUS_PANE, None),
    key(ANY, &["1"], "tab-1", Action::Go(Go::Tab(0)), keys::TAB_1, None),
    key(ANY, &["2"], "tab-2", Action::Go(Go::Tab(1)), keys::TAB_2, None),
    key(ANY, &["3"], "tab-3", Action::Go(Go::Tab(2)), keys::TAB_3, None),
    key(ANY, &["4"], "tab-4", Action::Go(Go::Tab(3)), keys::TAB_4, None),
    key(ANY, &["5"], "tab-5", Action::Go(Go::Tab(4)), keys::TAB_5, None),
    key(ANY, &["]"], "tab-next", Action::Go(Go::AdjacentTab(Step::Next)), keys::NEXT_TAB, None),
    key(ANY, &["["], "tab-previous", Action::Go(Go::AdjacentTab(Step::Previous)), keys::PREVIOUS_TAB, None),
    // Copying, exporting, bookmarks and history.
    key(ANY, &["yc"], "copy-citation", Action::Copy(CopyKind::Citation), keys::COPY_CITATION, Some(keys::CITE)),
    key(ANY, &["yy"], "copy-text", Action::Copy(CopyKind::Text), keys::COPY_TEXT, None),
    key(ANY, &["yp"], "copy-path", Action::Copy(CopyKind::Path), keys::COPY_PATH, None),
    key(ANY, &["yv"], "copied", Action::Open(Open::Copied), keys::COPIED, None),
    key(LISTS, &["Y"], "copy-command", Action::Program(Program::CopyCommand), keys::COPY_COMMAND, None),
    key(SAVED, &["<C-s>"], "export", Action::Open(Open::Export), keys::EXPORT, Some(keys::EXPORT_HINT)),
    key(ANY, &["I"], "import", Action::Open(Open::Import), keys::IMPORT, None),
    key(LISTS, &["U"], "undo-import", Action::Program(Program::UndoImport), keys::UNDO_IMPORT, Some(keys::UNDO)),
    key(ANY, &["b"], "bookmark", Action::Mark(Mark::Bookmark), keys::BOOKMARK, None),
    key(ANY, &["B"], "bookmarks", Action::Open(Open::Bookmarks), keys::BOOKMARKS, None),
    key(ANY, &["H"], "back", Action::Go(Go::History(Step::Previous)), keys::BACK, Some(keys::BACK_HINT)),
    key(ANY, &["L"], "forward", Action::Go(Go::History(Step::Next)), keys::FORWARD, None),
    // Moving and scrolling.
    key(LISTS, &["j", "<Down>"], "down", go(Motion::Down), keys::DOWN, None),
    key(LISTS, &["k", "<Up>"], "up", go(Motion::Up), keys::UP, None),
    key(GROUPS, &["}"], "group-down", go(Motion::GroupDown), keys::NEXT_GROUP, None),
    key(GROUPS, &["{"], "group-up", go(Motion::GroupUp), keys::PREVIOUS_GROUP, None),
    key(ANY, &["J", "<S-Down>"], "scroll-down", scroll(Motion::Down), keys::SCROLL_DOWN, Some(keys::SCROLL)),
    key(ANY, &["K", "<S-Up>"], "scroll-up", scroll(Motion::Up), keys::SCROLL_UP, None),
    key(LISTS, &["<C-d>"], "half-down", go(Motion::HalfDown), keys::HALF_DOWN, None),
    key(LISTS, &["<C-u>"], "half-up", go(Motion::HalfUp), keys::HALF_UP, None),
    key(LISTS, &["<PgDn>", "<C-f>"], "page-down", go(Motion::PageDown), keys::PAGE_DOWN, None),
    key(LISTS, &["<PgUp>", "<C-b>"], "page-up", go(Motion::PageUp), keys::PAGE_UP, None),
    key(&[Context::Text], &["<Space>", "<Enter>"], "page-down", go(Motion::PageDown), keys::PAGE_DOWN, None),
    key(LISTS, &["g", "<Home>"], "top", go(Motion::Top), keys::TOP, None),
    key(LISTS, &["G", "<End>"], "bottom", go(Motion::Bottom), keys::BOTTOM, None),
    // The field that has the caret.
    key(FINDING, &["<Down>"], "field-down", go(Motion::Down), keys::NEXT_ENTRY, Some(keys::UP_AND_DOWN)),
    key(FINDING, &["<Up>"], "field-up", go(Motion::Up), keys::PREVIOUS_ENTRY, None),
    key(FINDING, &["<PgDn>"], "field-page-down", go(Motion::PageDown), keys::PAGE_DOWN, None),
    key(FINDING, &["<PgUp>"], "field-page-up", go(Motion::PageUp), keys::PAGE_UP, None),
    key(FIELDS, &["<Backspace>", "<C-h>"], "edit-backspace", Action::Edit(Edit::Backspace), keys::DELETE_BEFORE, None),
    key(FIELDS, &["<Del>"], "edit-delete", Action::Edit(Edit::Delete), keys::DELETE_BEHIND, None),
    key(FIELDS, &["<C-w>"], "edit-delete-word", Action::Edit(Edit::DeleteWord), keys::DELETE_WORD, None),
    key(
        &[Context::Search],
        &["<C-x>"],
        "remove-last-filter",
        Action::Input(InputAction::RemoveLastFilter),
        keys::REMOVE_FILTER,
        Some(keys::REMOVE_FILTER_HINT),
    ),
    key(FIELDS, &["<C-u>"], "edit-clear", Action::Edit(Edit::Clear), keys::CLEAR, Some(keys::CLEAR_HINT)),
    key(FIELDS, &["<Left>"], "edit-left", Action::Edit(Edit::Left), keys::LEFT, None),
    key(FIELDS, &["<Right>"], "edit-right", Action::Edit(Edit::Right), keys::RIGHT, None),
    key(FIELDS, &["<Home>", "<C-a>"], "edit-home", Action::Edit(Edit::Home), keys::TOP, None),
    key(FIELDS, &["<End>", "<C-e>"], "edit-end", Action::Edit(Edit::End), keys::BOTTOM, None),
    // The program.
    key(ALL, &["<Esc>"], "escape", Action::View(ViewAction::Back), keys::ESCAPE, Some(keys::CLOSE_HINT)),
    key(ANY, &["q", "Q"], "close", Action::View(ViewAction::Close), keys::CLOSE_OR_QUIT, Some(keys::QUIT_HINT)),
    key(&[Context::Popup], &["q", "Q"], "close", Action::View(ViewAction::Close), keys::CLOSE, None),
    key(ANY, &[":", "<C-p>"], "palette", Action::Open(Open::Palette), keys::PALETTE, None),
    key(ANY, &["<C-t>"], "toggle-mouse", Action::Program(Program::ToggleMouse), keys::MOUSE, None),
    key(ALL, &["<C-l>"], "redraw", Action::Program(Program::Redraw), keys::REDRAW, None),
    key(ALL, &["<C-z>"], "suspend", Action::Program(Program::Suspend), keys::SUSPEND, None),
    key(ALL, &["<C-c>"], "quit", Action::Program(Program::Quit), keys::QUIT, None),
    key(LISTS, &["<F2>"], "tour", Action::Open(Open::Tour), keys::TOUR, None),
    key(LISTS, &["?", "<F1>"], "help", Action::Open(Open::Help), keys::HELP, Some(keys::HELP_HINT)),
    key(FINDING, &["<F1>"], "help", Action::Open(Open::Help), keys::HELP, Some(keys::HELP_HINT)),
];
