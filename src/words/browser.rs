//! The words of what surrounds every page of the browser: tabs, search line, counts, and what the foot says after a key.

use super::words;

words! {
    /// What is said when documents were opened that are not in the library.
    opened(n) =
        "已打开 {n} 份文稿，与其他规划并列；未导入，退出后不保留",
        "documents opened beside the plans: {n}; they are not imported, and gone after quitting";
    /// The names of the tabs, in the order of their digits.
    PLANS = "规划", "Plans";
    DEPARTMENTS = "部门", "Offices";
    INDICATORS = "指标", "Indicators";
    FINDINGS = "核对", "Checks";
    DEADLINES = "时限", "Deadlines";

    SEARCH_HINT = "搜索部门、任务、指标、正文", "Search all plans";
    SMALL = "窗口太小", "Window too small";
    need(columns, rows) = "至少 {columns}×{rows}", "needs {columns}×{rows}";

    /// The label of the line in which a filter is typed, and what is said of a filter in force.
    FILTER = "筛选", "Filter";
    TYPE_TO_NARROW = "输入即筛选", "type to filter";
    filtered(typed) = "筛选“{typed}”", "Filter “{typed}”";
    filtered_count(typed, n) = "筛选“{typed}” {n} 项", "Filter “{typed}”: {n}";
    /// What is counted at the right end of the second row.
    screenful(at, of) = "第 {at}/{of} 屏", "screen {at}/{of}";
    chosen(n, of) = "已选 {n}/{of} 部规划", "plans: {n} of {of}";
    holding(title) = "已记下“{title}”", "holding “{title}”";

    /// What is still to come, or does not come.
    LOADING = "正在读取规划…", "Reading plans…";
    SEARCHING = "正在查找…", "Searching…";
    CHECKING = "正在核对…", "Checking…";
    unread_besides(parts) = "另有 {parts}", "Not here: {parts}";
    still_reading(n) = "{n} 部规划正在读取", "plans being read: {n}";
    failed_to_read(n, key) = "{n} 部规划未能读取（按 {key} 重试）", "plans not read: {n} ({key} tries again)";
    failed(why, key) = "{why}（按 {key} 重试）", "{why} ({key} tries again)";

    /// Keys that have no meaning where they were typed.
    not_here(help) = "此处不能使用该键；按 {help} 看本页可用的键", "This key does nothing here; {help} lists those that do";
    unbound(key, help) = "{key} 在这里不起作用；按 {help} 看可用的键", "{key} does nothing here; {help} lists the keys that do";
    AWAITS = "再按一键：", "One more key: ";
    nothing_to_clear(back, quit) =
        "没有可清除或关闭的；{back} 回到前一处，{quit} 退出",
        "Nothing to clear or close; {back} goes back, {quit} quits";

    /// Going to places, and being at the end of them.
    not_chosen(key) = "该规划未选择；按 {key} 选择后再看", "This plan is not selected; {key} selects plans";
    NO_SUCH_PLACE = "所选规划中没有这一处", "The selected plans have no such place";
    FIRST = "已到最前", "No earlier place";
    LAST = "已到最后", "No later place";
    NOT_READ = "这部规划还没有读过，或者就读到这里", "This plan was not read yet, or this is where you stopped";
    no_search(key) = "尚未搜索；按 {key} 开始", "No search yet; {key} begins one";
    PAST_LAST_HIT = "已是最后一处，回到第一处", "That was the last match; on with the first";
    PAST_FIRST_HIT = "已是第一处，转到最后一处", "That was the first match; on with the last";
    text_place(at, of) = "本文第 {at}/{of} 处", "match {at}/{of} of this text";
    TOPMOST = "已是最上一级", "This is the top level";
    nothing_below(key) = "本条以下没有条目；按 {key} 读正文", "No entries below this one; {key} reads its text";
    LAST_TABLE = "已是最后一张表", "This is the last table";
    FIRST_TABLE = "已是第一张表", "This is the first table";
    LAST_COLUMN = "已到最后一列", "This is the last column";
    FIRST_COLUMN = "已到第一列", "This is the first column";
    ONE_PLACE = "这条核对只讲到这一处", "This finding has no other passage";

    /// Copying, bookmarks, and what is held.
    NOTHING_TO_COPY = "这里没有可复制的内容", "Nothing to copy here";
    marked(key) = "已加书签；按 {key} 看列表", "Bookmark set; {key} lists all";
    UNMARKED = "已取消书签", "Bookmark removed";
    NOTE_KEPT = "已保存备注", "Note saved";
    NOTE_LEFT = "备注未改", "Note left as it was";
    held(beside, hold) =
        "已记下这一条；到另一条按 {beside} 两边对照，再按 {hold} 取消",
        "Held; {beside} on another entry sets both side by side, {hold} lets go";
    LET_GO = "已取消记下的一条", "Nothing is held any more";

    /// What a key needs and does not find.
    ONE_PLAN_LEAST = "至少须选择一部规划", "At least one plan must stay selected";
    NO_TASK_HERE = "请先选择一项任务，再看其他规划相近表述", "Choose a task first, then look for similar passages";
    no_such_indicator(key) =
        "指标名录里没有这一行，无从对照；按 {key} 看指标详情",
        "Not in the list of indicators, so nothing to compare; {key} shows the row";
    NO_SOURCE_HERE = "这里没有对应的原文；先选一个条目", "No source text for this; choose an entry first";

    /// Who has the mouse: this program or the terminal.
    MOUSE_ON = "鼠标由本程序接管", "The mouse works in this program";
    mouse_off(key) =
        "鼠标已交还终端，可拖选文字；再按 {key} 接管",
        "The mouse selects text in the terminal; {key} takes it back";
}
