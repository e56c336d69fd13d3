//! The words of the tabs: what their lists are empty of, how rows are counted, sorted and left out, and a finding or target in full.

use super::words;

words! {
    NO_PLANS = "没有规划。", "There are no plans.";
    /// The heads above plans in a tree of many, and what the pane beside one says.
    BUNDLED = "内置规划", "Bundled plans";
    NATION = "国家", "The nation";
    NO_REGION = "地区未写明", "No place given";
    NO_PERIOD = "期限未写明", "No period given";
    plans_in_group(n) = "{n} 部规划", "plans: {n}";
    no_such_node(clear) = "没有符合条件的章节或任务。{clear} 清除筛选。", "No chapter or task fits. {clear} clears the filter.";

    /// Offices with their tasks, and what is said of one.
    no_bureaus(key) =
        "所选规划没有写责任单位。按 {key} 换选规划。", "The selected plans name no offices. {key} selects others.";
    no_such_bureau(clear) =
        "没有这个部门。可输入全称、简称或拼音首字母；{clear} 清除。",
        "No such office. Type a full or short name, or pinyin initials; {clear} clears.";
    tasks(n) = "{n} 项任务", "tasks: {n}";
    /// The heads of the columns that count tasks by role, narrow.
    LEAD = "牵头", "Lead";
    JOINT = "配合", "Supp";
    LISTED = "责任", "Named";
    TOTAL = "合计", "All";
    UNNAMED_TASKS = "未写责任单位的任务", "Tasks without an office";
    UNNAMED_OFFICE = "（未写责任单位）", "(no office named)";
    narrowed_tasks(filter, n, edit, clear) =
        "筛选“{filter}”：列出 {n} 项；{edit} 修改，{clear} 清除",
        "Filter “{filter}”: {n} listed; {edit} changes it, {clear} clears it";
    ALL_TASKS = "列出全部任务", "All tasks are listed";
    printed_as(names) = "原文写作：{names}", "Printed as: {names}";
    UNKNOWN_OFFICE = "部门名录里没有这个名称，按原文列出", "Not in the list of offices; it stands as printed";
    tasks_are_elsewhere(key) =
        "所列规划未将其列为责任单位；相近的部门有任务（{key} 查看）：",
        "These plans do not name it; similar offices have tasks ({key} opens):";
    NO_TASKS_HERE = "没有列出这个部门", "does not name it";
    similar_offices(names) = "另有相近部门：{names}（任务分开统计）", "Similar offices: {names} (counted apart)";
    and_more(n) = "等 {n} 个", " …, {n} in all";
    partners(names) = "共同承担任务最多的部门（推算）：{names}", "Shares most tasks with (worked out): {names}";
    MENTIONS = "正文提及", "Mentioned in the text";
    mentions(n) = "{n} 处，不是责任分工", "{n}, not as duties";
    MENTIONED = "提及", "mention";

    /// Tables of indicators, how they are sorted and narrowed.
    no_tables(key) =
        "所选规划没有指标表。按 {key} 换选规划。",
        "The selected plans have no tables of indicators. {key} selects others.";
    no_such_row(clear) = "没有符合条件的指标。{clear} 清除筛选。", "No indicator fits. {clear} clears the filter.";
    AS_IN_PRINT = "照原文次序", "In the printed order";
    sorted(column, way, order, before, next) =
        "按“{column}”{way}排，没有数值的在最后；{order} 换次序，{before} {next} 换列",
        "By “{column}”, {way}, rows without a number last; {order} turns it, {before} {next} other columns";
    ASCENDING = "从小到大", "ascending";
    DESCENDING = "从大到小", "descending";
    NO_UNIT = "未写单位", "no unit given";
    unlike_units(units, key) =
        "不能排序：单位不一（{units}），数值大小不能比；先按 {key} 筛出同一单位的行",
        "Cannot be sorted: the units differ ({units}); first keep rows of one unit with {key}";
    /// What follows a list that is cut.
    AND_OTHERS = "等", " …";
    ANY_NATURE = "不分性质，全部列出", "All natures are listed";
    only(nature) = "只看{nature}", "only {nature}";
    only_now(nature, next, clear) =
        "只看{nature}；{next} 换一种，{clear} 清除", "Only {nature}; {next} the next nature, {clear} clears";
    narrowed(by, listed, of, at) = "{by}，列出 {listed}/{of} 项，第 {at}", "{by}, {listed} of {of}, at {at}";

    /// Findings of the checks, in the list and in full.
    NO_FINDINGS = "所选规划没有核对发现。", "No findings in the selected plans.";
    no_such_finding(clear) = "没有符合条件的核对发现。{clear} 清除筛选。", "No finding fits. {clear} clears the filter.";
    unchecked(n) = "另有 {n} 部规划未能核对", "Plans that could not be checked: {n}";
    /// How many findings a plan has, and the head of the column behind them.
    findings(n) = "{n} 条　可信程度", "{n}  confidence";
    passage(at, lines) = "第 {at} 处　{lines}", "Passage {at}  {lines}";
    confidence(of) = "可信程度：{of}（推算）", "confidence: {of} (worked out)";
    CARE =
        "推算所得，只列出哪里不同，不断定哪一处为准；请对照原文。",
        "Worked out: this says what differs, never which place is right. Please compare the source text.";

    /// Targets and when they are due.
    no_deadlines(key) =
        "所选规划没有写明数值目标。按 {key} 换选规划。", "The selected plans state no targets. {key} selects others.";
    no_such_deadline(clear) = "没有这样的目标。{clear} 清除筛选。", "No target fits. {clear} clears the filter.";
    /// The heads of the list of groups, and what a group without one is called.
    BY_YEAR = "年份", "Year";
    BY_OFFICE = "部门", "Office";
    TARGETS = "目标数", "Targets";
    NO_YEAR = "无年份", "no year";
    NO_OFFICE = "未写责任单位", "no office named";
    own_office(name) = "我局 {name}", "ours: {name}";
    IN_TABLES = "指标表", "in tables";
    IN_TEXT = "正文", "in text";
    unnamed_in(plans) =
        "{plans}的规划没有写明各任务的责任单位。", "Plans that name no offices for their tasks: {plans}.";
    above_tasks(n) =
        "其中 {n} 个目标所在的段落（如章节开头）没有责任单位句，原文未写由谁负责。",
        "{n} of the targets stand in passages without responsible offices, such as the beginning of a chapter; the source text does not say who is responsible.";
}
