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
    pub fn name(self) -> &'static str {
        match self {
            Self::Tree => "目录",
            Self::Chapter => "一章的条目",
            Self::Text => "正文",
            Self::Departments => "部门",
            Self::Tasks => "部门的任务",
            Self::Table => "指标",
            Self::Findings => "核对",
            Self::Years => "时限",
            Self::Due => "时限的目标",
            Self::Search => "搜索",
            Self::Filter => "筛选",
            Self::Popup => "弹窗",
            Self::Typing => "弹窗的输入行",
            Self::Export => "导出",
            Self::Anywhere => "各标签页",
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
    pub words: &'static str,
    /// The word for the footer; empty for keys that only the help lists.
    pub hint: &'static str,
}

/// Makes one row of the table of keys.
const fn key(
    contexts: &'static [Context],
    keys: &'static [&'static str],
    name: &'static str,
    action: Action,
    words: &'static str,
    hint: &'static str,
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
    key(TREE, &["<Enter>"], "open", Action::View(ViewAction::Open), "展开或收起；末级条目则进入正文", "展开/阅读"),
    key(
        &[Context::Chapter],
        &["<Enter>", "l", "<Right>"],
        "open",
        Action::View(ViewAction::Open),
        "读这一条的正文",
        "读正文",
    ),
    key(
        &[Context::Departments],
        &["<Enter>", "l", "<Right>"],
        "open",
        Action::View(ViewAction::Open),
        "看这个部门的任务",
        "看任务",
    ),
    key(&[Context::Tasks], &["<Enter>"], "open", Action::View(ViewAction::Open), "在规划里打开这项任务", "看原任务"),
    key(TABLE, &["<Enter>"], "open", Action::View(ViewAction::Open), "指标详情，长单元格显示全文", "指标详情"),
    key(
        &[Context::Findings],
        &["<Enter>"],
        "open",
        Action::View(ViewAction::Open),
        "到规划里的这一处；窄屏先看全文",
        "到原处",
    ),
    key(
        &[Context::Years],
        &["<Enter>", "l", "<Right>"],
        "open",
        Action::View(ViewAction::Open),
        "看这一年或这个部门的目标",
        "看目标",
    ),
    key(&[Context::Due], &["<Enter>"], "open", Action::View(ViewAction::Open), "到规划里写明这个目标的地方", "到原处"),
    key(&[Context::Search], &["<Enter>"], "confirm", Action::Input(InputAction::Confirm), "到选中的结果", "打开"),
    key(&[Context::Filter], &["<Enter>"], "confirm", Action::Input(InputAction::Confirm), "用这个筛选", "确定"),
    key(&[Context::Popup, Context::Typing], &["<Enter>"], "choose", Action::Popup(PopupAction::Choose), "选定", "选定"),
    key(&[Context::Export], &["<Enter>"], "export-write", Action::Export(ExportAction::Write), "保存这个文件", "保存"),
    key(
        &[Context::Export],
        &["<Tab>", "<Down>"],
        "export-format-next",
        Action::Export(ExportAction::Format(Step::Next)),
        "换下一种格式",
        "换格式",
    ),
    key(
        &[Context::Export],
        &["<S-Tab>", "<Up>"],
        "export-format-previous",
        Action::Export(ExportAction::Format(Step::Previous)),
        "换上一种格式",
        "",
    ),
    key(&[Context::Popup], &["<Space>"], "toggle-plan", Action::Popup(PopupAction::TogglePlan), "勾选或去掉", "勾选"),
    key(
        &[Context::Popup],
        &["o"],
        "only-this-plan",
        Action::Popup(PopupAction::OnlyThisPlan),
        "只选这一部规划",
        "只选此部",
    ),
    key(&[Context::Popup], &["a"], "all-plans", Action::Popup(PopupAction::AllPlans), "全选", "全选"),
    key(
        &[Context::Popup],
        &["e"],
        "write-note",
        Action::Popup(PopupAction::WriteNote),
        "写或改这个书签的备注",
        "写备注",
    ),
    key(
        &[Context::Popup],
        &["x", "<Del>"],
        "remove-bookmark",
        Action::Popup(PopupAction::Unmark),
        "取消这个书签；u 恢复",
        "取消书签",
    ),
    key(
        &[Context::Popup],
        &["u"],
        "restore-bookmark",
        Action::Popup(PopupAction::MarkAgain),
        "恢复刚取消的书签，备注仍在",
        "恢复",
    ),
    // Folding, columns, passages and sorting.
    key(TREE, &["l", "<Right>"], "expand", fold(Fold::ExpandOrEnter), "展开；已展开则进入下一级", ""),
    key(TREE, &["h", "<Left>"], "collapse", fold(Fold::CollapseOrLeave), "收起；已收起则回到上一级", ""),
    key(TREE, &["<Space>"], "fold", fold(Fold::Toggle), "展开或收起", ""),
    key(TREE, &["r"], "read-on", Action::Go(Go::Reading), "接着读：到这部规划上次读到的地方", "接着读"),
    key(TREE, &["c"], "collapse-siblings", fold(Fold::CollapseSiblings), "收起同级各项", ""),
    key(TREE, &["e"], "expand-siblings", fold(Fold::ExpandSiblings), "展开同级各项", ""),
    key(TREE, &["C", "X"], "collapse-all", fold(Fold::CollapseAll), "全部收起", ""),
    key(TREE, &["E"], "expand-all", fold(Fold::ExpandBelow), "展开本项以下全部层级", "全展开"),
    key(
        TABLE,
        &["l", "<Right>"],
        "column-next",
        Action::View(ViewAction::Column(Step::Next)),
        "向右看后面的列",
        "后面的列",
    ),
    key(
        TABLE,
        &["h", "<Left>"],
        "column-previous",
        Action::View(ViewAction::Column(Step::Previous)),
        "向左看前面的列",
        "",
    ),
    key(
        &[Context::Findings],
        &["l", "<Right>"],
        "passage-next",
        Action::View(ViewAction::Passage(Step::Next)),
        "换到这条核对的下一处",
        "换一处",
    ),
    key(
        &[Context::Findings],
        &["h", "<Left>"],
        "passage-previous",
        Action::View(ViewAction::Passage(Step::Previous)),
        "换到这条核对的上一处",
        "",
    ),
    key(
        &[Context::Tasks],
        &["t"],
        "only-role",
        only(Only::Role),
        "只看牵头、配合等一种角色的任务；再按换下一种",
        "只看牵头",
    ),
    key(&[Context::Tasks], &["T"], "only-year", only(Only::Year), "只看一个年份到期的任务；再按换下一年", "年份"),
    key(&[Context::Tasks], &["P"], "only-plan", only(Only::Plan), "只看一部规划的任务；再按换下一部", "规划"),
    key(DUE, &["t"], "regroup", Action::View(ViewAction::Regroup), "换分组：按年份，或按部门", "年份/部门"),
    key(
        &[Context::Chapter, Context::Text, Context::Tasks, Context::Due],
        &["h", "<Left>"],
        "pane-previous",
        Action::View(ViewAction::Focus(Step::Previous)),
        "回到左边的列表",
        "回列表",
    ),
    key(TABLE, &["O"], "sort", Action::Arrange(Arrange::Order), "按一列数值排序：从小到大、从大到小、照原文", "排序"),
    key(TABLE, &[">"], "sort-column-next", Action::Arrange(Arrange::Column(Step::Next)), "按后一列数值排序", ""),
    key(
        TABLE,
        &["<lt>"],
        "sort-column-previous",
        Action::Arrange(Arrange::Column(Step::Previous)),
        "按前一列数值排序",
        "",
    ),
    key(
        TABLE,
        &["t"],
        "only-nature",
        Action::Arrange(Arrange::Nature),
        "只看约束性、预期性等一种性质的指标；再按换下一种",
        "性质",
    ),
    key(TABLE, &["}"], "group-down", go(Motion::GroupDown), "下一张表", "下一张表"),
    key(TABLE, &["{"], "group-up", go(Motion::GroupUp), "上一张表", ""),
    // Opening a search, a filter or a popup.
    key(ANY, &["/"], "search", Action::Open(Open::Search), "搜索全部规划：部门、任务、指标、正文", "搜索"),
    key(ANY, &["n"], "hit-next", Action::Go(Go::Hit(Step::Next)), "下一处搜索结果", "下一处"),
    key(ANY, &["N"], "hit-previous", Action::Go(Go::Hit(Step::Previous)), "上一处搜索结果", ""),
    key(FILTERED, &["f"], "filter", Action::Open(Open::Filter), "筛选这张列表", "筛选"),
    key(ANY, &["d"], "departments", Action::Open(Open::Departments), "选部门：全称、简称、拼音首字母都行", "选部门"),
    // Panes, tabs and comparisons.
    key(ANY, &["<Tab>"], "pane-next", Action::View(ViewAction::Focus(Step::Next)), "换到下一个窗格", "换窗格"),
    key(TASKS, &["s"], "similar", Action::Open(Open::Similar), "其他规划相近表述：其他规划中最相近的任务", "相近表述"),
    key(
        BESIDE,
        &["S"],
        "side-by-side",
        Action::Open(Open::SideBySide),
        "两边对照：与 v 记下的、最相近的或选中的一条逐字对照",
        "对照",
    ),
    key(TASKS, &["v"], "hold", Action::Mark(Mark::Hold), "记下这一条，到另一条按 S 两边对照；再按取消", ""),
    key(
        TABLE,
        &["x"],
        "compare",
        Action::Open(Open::Compare),
        "指标对照：这个指标在各规划里的基期、目标、推算与图",
        "各规划对照",
    ),
    key(
        &[Context::Departments, Context::Tasks],
        &["m"],
        "matrix",
        Action::Open(Open::Matrix),
        "总表：各部门在各规划里有多少任务",
        "总表",
    ),
    key(ANY, &["o"], "source", Action::Open(Open::Source), "原文：文件里的原行", "原文"),
    key(ANY, &["p"], "plans", Action::Open(Open::Plans), "选择规划", "选规划"),
    key(ANY, &["<S-Tab>"], "pane-previous", Action::View(ViewAction::Focus(Step::Previous)), "换到上一个窗格", ""),
    key(ANY, &["1"], "tab-1", Action::Go(Go::Tab(0)), "规划：目录与正文；再按到开头", ""),
    key(ANY, &["2"], "tab-2", Action::Go(Go::Tab(1)), "部门：各部门的任务；再按到开头", ""),
    key(ANY, &["3"], "tab-3", Action::Go(Go::Tab(2)), "指标：指标表；再按到开头", ""),
    key(ANY, &["4"], "tab-4", Action::Go(Go::Tab(3)), "核对：规划里前后不一、未达目标等处；再按到开头", ""),
    key(ANY, &["5"], "tab-5", Action::Go(Go::Tab(4)), "时限：哪一年要达到什么；再按到开头", ""),
    key(ANY, &["]"], "tab-next", Action::Go(Go::AdjacentTab(Step::Next)), "下一个标签页", ""),
    key(ANY, &["["], "tab-previous", Action::Go(Go::AdjacentTab(Step::Previous)), "上一个标签页", ""),
    // Copying, exporting, bookmarks and history.
    key(
        ANY,
        &["yc"],
        "copy-citation",
        Action::Copy(CopyKind::Citation),
        "复制引文：《规划》章节、正文和责任单位",
        "复制引文",
    ),
    key(ANY, &["yy"], "copy-text", Action::Copy(CopyKind::Text), "复制文字", ""),
    key(ANY, &["yp"], "copy-path", Action::Copy(CopyKind::Path), "复制所在位置", ""),
    key(ANY, &["yv"], "copied", Action::Open(Open::Copied), "显示上次复制的文字，供鼠标拖选", ""),
    key(LISTS, &["Y"], "copy-command", Action::Program(Program::CopyCommand), "复制得到本页内容的命令", ""),
    key(SAVED, &["<C-s>"], "export", Action::Open(Open::Export), "导出本页内容：Excel、Word、网页、csv 等", "导出"),
    key(ANY, &["b"], "bookmark", Action::Mark(Mark::Bookmark), "加书签；再按取消", ""),
    key(ANY, &["B"], "bookmarks", Action::Open(Open::Bookmarks), "书签列表", ""),
    key(ANY, &["H"], "back", Action::Go(Go::History(Step::Previous)), "回到前一处，筛选、窗格、行都如离开时", "返回"),
    key(ANY, &["L"], "forward", Action::Go(Go::History(Step::Next)), "再到后一处", ""),
    // Moving and scrolling.
    key(LISTS, &["j", "<Down>"], "down", go(Motion::Down), "下移一行", ""),
    key(LISTS, &["k", "<Up>"], "up", go(Motion::Up), "上移一行", ""),
    key(GROUPS, &["}"], "group-down", go(Motion::GroupDown), "下一章；在任务、核对、时限里是下一组", ""),
    key(GROUPS, &["{"], "group-up", go(Motion::GroupUp), "上一章；在任务、核对、时限里是上一组", ""),
    key(ANY, &["J", "<S-Down>"], "scroll-down", scroll(Motion::Down), "不离开列表，正文下滚一行", "滚正文"),
    key(ANY, &["K", "<S-Up>"], "scroll-up", scroll(Motion::Up), "不离开列表，正文上滚一行", ""),
    key(LISTS, &["<C-d>"], "half-down", go(Motion::HalfDown), "下移半屏", ""),
    key(LISTS, &["<C-u>"], "half-up", go(Motion::HalfUp), "上移半屏", ""),
    key(LISTS, &["<PgDn>", "<C-f>"], "page-down", go(Motion::PageDown), "下移一屏", ""),
    key(LISTS, &["<PgUp>", "<C-b>"], "page-up", go(Motion::PageUp), "上移一屏", ""),
    key(&[Context::Text], &["<Space>", "<Enter>"], "page-down", go(Motion::PageDown), "下移一屏", ""),
    key(LISTS, &["g", "<Home>"], "top", go(Motion::Top), "到开头", ""),
    key(LISTS, &["G", "<End>"], "bottom", go(Motion::Bottom), "到末尾", ""),
    // The field that has the caret.
    key(FINDING, &["<Down>"], "field-down", go(Motion::Down), "下一条", "上下选"),
    key(FINDING, &["<Up>"], "field-up", go(Motion::Up), "上一条；在首条时取出前次输入", ""),
    key(FINDING, &["<PgDn>"], "field-page-down", go(Motion::PageDown), "下移一屏", ""),
    key(FINDING, &["<PgUp>"], "field-page-up", go(Motion::PageUp), "上移一屏", ""),
    key(FIELDS, &["<Backspace>", "<C-h>"], "edit-backspace", Action::Edit(Edit::Backspace), "删前一字", ""),
    key(FIELDS, &["<Del>"], "edit-delete", Action::Edit(Edit::Delete), "删后一字", ""),
    key(FIELDS, &["<C-w>"], "edit-delete-word", Action::Edit(Edit::DeleteWord), "删前一词", ""),
    key(
        &[Context::Search],
        &["<C-x>"],
        "remove-last-filter",
        Action::Input(InputAction::RemoveLastFilter),
        "去掉最后一个条件（部门:、规划:、年: …）",
        "去条件",
    ),
    key(FIELDS, &["<C-u>"], "edit-clear", Action::Edit(Edit::Clear), "清空", "清空"),
    key(FIELDS, &["<Left>"], "edit-left", Action::Edit(Edit::Left), "左移一字", ""),
    key(FIELDS, &["<Right>"], "edit-right", Action::Edit(Edit::Right), "右移一字", ""),
    key(FIELDS, &["<Home>", "<C-a>"], "edit-home", Action::Edit(Edit::Home), "到开头", ""),
    key(FIELDS, &["<End>", "<C-e>"], "edit-end", Action::Edit(Edit::End), "到末尾", ""),
    // The program.
    key(ALL, &["<Esc>"], "escape", Action::View(ViewAction::Back), "清除或关闭一层；不离开本页，不退出程序", "关闭"),
    key(ANY, &["q", "Q"], "close", Action::View(ViewAction::Close), "关闭；没有可关的就退出程序", "退出"),
    key(&[Context::Popup], &["q", "Q"], "close", Action::View(ViewAction::Close), "关闭", ""),
    key(ANY, &[":", "<C-p>"], "palette", Action::Open(Open::Palette), "按名称找命令", ""),
    key(ANY, &["<C-t>"], "toggle-mouse", Action::Program(Program::ToggleMouse), "鼠标交还终端，或再接管", ""),
    key(ALL, &["<C-l>"], "redraw", Action::Program(Program::Redraw), "重画屏幕", ""),
    key(ALL, &["<C-z>"], "suspend", Action::Program(Program::Suspend), "挂起，回到命令行（fg 返回）", ""),
    key(ALL, &["<C-c>"], "quit", Action::Program(Program::Quit), "立即退出", ""),
    key(LISTS, &["<F2>"], "tour", Action::Open(Open::Tour), "五步导览；再按结束", ""),
    key(LISTS, &["?", "<F1>"], "help", Action::Open(Open::Help), "本页按键说明", "帮助"),
    key(FINDING, &["<F1>"], "help", Action::Open(Open::Help), "本页按键说明", "帮助"),
];
