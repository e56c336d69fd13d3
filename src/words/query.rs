//! The words of the search line and its hits: examples, what was understood, and what to try where nothing is found.

use super::words;

words! {
    SEARCH = "搜索", "Search";
    /// Examples of queries below an empty line, each with what it finds.
    TYPE_AND_FIND = "输入即搜索，例如：", "Searches as you type, for example:";
    OFFICE = "人社局", "人社局";
    FINDS_OFFICE = "部门：全称、简称均可", "an office, by its full or short name";
    LETTERS = "wsjkj", "wsjkj";
    FINDS_LETTERS = "拼音首字母或全拼", "pinyin, initials or in full";
    INDICATOR = "婴儿死亡率", "婴儿死亡率";
    FINDS_INDICATOR = "指标", "an indicator";
    BOTH = "健康 素养", "健康 素养";
    FINDS_BOTH = "同时有这两个词", "both words";
    EITHER = "控烟 | 戒烟", "控烟 | 戒烟";
    FINDS_EITHER = "有其中之一即可", "either of them";
    WITHOUT = "医疗 !中医", "医疗 !中医";
    FINDS_WITHOUT = "有前一个，没有后一个", "the first without the second";
    EXACTLY = "“分级诊疗”", "“分级诊疗”";
    FINDS_EXACTLY = "完全一致", "exactly this";
    OF_OFFICE = "部门:医保局", "dept:医保局";
    FINDS_OF_OFFICE = "只看列有该部门的任务", "only tasks that name this office";
    OF_PLAN = "规划:云浮 年:2025", "plan:云浮 year:2025";
    FINDS_OF_PLAN = "只看云浮的规划里讲到 2025 年的", "only what the plan of 云浮 says of 2025";
    recall(up, escape) = "{up} 取出上次搜索；{escape} 回到原处。", "{up} brings back the last search; {escape} goes back.";

    /// The labels beside the filters in force and the reason of a hit, in five cells at most.
    CONDITIONS = "条件", "Only";
    WHY = "缘由", "Why";
    unfinished(filter) = "{filter}…（尚未输完，暂不计入）", "{filter}… (not complete, left out for now)";
    taken_for_several(filter, n, names) =
        "{filter}（可指 {n} 个，均计入：{names}）", "{filter} (stands for {n}, all of them used: {names})";
    unknown(filter) = "{filter}（未找到，暂不计入）", "{filter} (not found, left out for now)";
    unknown_near(filter, names) =
        "{filter}（未找到，暂不计入；相近的有 {names}）", "{filter} (not found, left out for now; near it: {names})";
    sharing(n, names) = "可指 {n} 个部门，均列在下面：{names}", "Stands for {n} offices, all of them listed: {names}";
    first_of(of, listed) = "{of}（列出前 {listed} 条）", "{of} (first {listed} listed)";

    /// What to try where nothing is found.
    NOTHING_FOUND = "没有找到", "Nothing found";
    nothing_found(typed) = "没有找到“{typed}”", "Nothing found for “{typed}”";
    unmet(words) = "各规划里都没有“{words}”。", "No plan contains “{words}”.";
    try_shorter(escape) = "请换用较短的词，或按 {escape} 回到原处。", "Try a shorter word, or {escape} to go back.";
    try_these(choose) = "可改查（{choose} 选定）：", "Other searches ({choose} chooses):";
    without(piece, n) = "去掉“{piece}”，有 {n} 条", "without “{piece}”: {n}";
    widened(n) = "现仅搜索所选规划；全部规划里有 {n} 条", "only the selected plans were searched; in all plans: {n}";
    NO_FILTER =
        "没有可去掉的条件；条件写作 部门:人社局、规划:云浮、年:2025",
        "No filter to remove; filters are written dept:人社局, plan:云浮, year:2025";

    /// Where a query asks about the office of the one who asks, and it is not known which that is.
    OWN_OFFICE_UNKNOWN = "“我局”是哪个部门？", "Which office is “我局” (our office)?";
    choose_office(choose) = "选定我局，再查这一句（{choose}）", "Choose it, then search again ({choose})";
    OWN_OFFICE_HOW =
        "也可把“我局”改写为部门名称；每次都用，可设环境变量 GUIHUA_OFFICE",
        "Or type the name of the office for “我局”; the variable GUIHUA_OFFICE sets it for good";
    WHICH_OFFICE = "“我局”是哪个部门", "Which office is “我局” (our office)";
}
