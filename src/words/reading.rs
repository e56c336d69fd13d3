//! The words beside the text of a plan: its card, the units of a task, the heads of its tables, and where something stands.

use super::words;

words! {
    /// The labels of the facts on a plan's card, in ten cells at most.
    STATUS = "状态", "Status";
    PERIOD = "期限", "Period";
    REGION = "地区", "Region";
    ISSUER = "发文机关", "Issuer";
    ISSUED = "印发日期", "Issued";
    /// The label of the date of a draft, which nobody has issued.
    DATED = "成文日期", "Dated";
    EXTENT = "篇幅", "Extent";
    NAMES = "责任单位", "Offices";
    LAST_READ = "上次读到", "Last read";

    /// The facts themselves. What the plan does not state itself is marked as added.
    OURS = "本程序注", "added by this program";
    IS_ISSUED = "已印发", "issued";
    until(end) = "到{end}年", "to {end}";
    years(start, end) = "{start}—{end}年", "{start}–{end}";
    extent(chapters, tasks, tables) = "{chapters} 章，{tasks} 项任务，{tables}", "chapters: {chapters}, tasks: {tasks}, {tables}";
    tables_and_rows(tables, rows) = "{tables} 张指标表、{rows} 项指标", "tables: {tables}, indicators: {rows}";
    WITHOUT_TABLES = "没有指标表", "no tables of indicators";
    NO_UNITS_WHOLE =
        "全文未写责任单位，部门页中没有其任务", "none named in the text, so the tab of offices has none of its tasks";
    units_with_lead(n) = "{n} 处任务写了责任单位，并写明牵头", "tasks with offices: {n}, lead offices given";
    units_without_lead(n) =
        "{n} 处任务写了责任单位，本规划未写明牵头单位", "tasks with offices: {n}, lead offices not given";
    last_read(path, key) = "{path}（按 {key} 接着读）", "{path} ({key} reads on)";

    /// What to do next, below the card.
    WHAT_NEXT = "接下来", "What next";
    OPEN_PLAN = "展开这部规划，按章节读", "unfold and read this plan";
    CHOOSE_OFFICE = "选一个部门，看它在各规划里的任务", "choose an office, see its tasks";
    see_tables(key) = "看各规划的指标表，{key} 逐个对照", "tables of indicators; {key} compares";
    SEE_FINDINGS = "核对：规划里前后不一、数值存疑等处", "checks: contradictions, odd values";
    SEE_DEADLINES = "时限：哪一年、哪个部门要达到什么", "deadlines: what is due when, by whom";
    SEARCH_FOR = "搜索，例如 人社局、婴儿死亡率、wsjkj", "search: 人社局, 婴儿死亡率, wsjkj …";
    see_keys(quit) = "看全部按键；{quit} 退出", "all keys; {quit} quits";

    /// Where something stands in the document.
    line(line) = "原文第 {line} 行", "source line {line}";
    lines(first, last) = "原文第 {first}–{last} 行", "source lines {first}–{last}";
    lines_listed(runs) = "原文第 {runs} 行", "source lines {runs}";

    /// What an office does in a task: before its names in ten cells at most, in a column, in one character, in a filter.
    LEAD_UNITS = "牵头单位", "Lead";
    JOINT_UNITS = "配合单位", "Support";
    LISTED_UNITS = "责任单位", "Named";
    OTHER_UNITS = "其他单位", "Others";
    LEAD = "牵头", "lead";
    JOINT = "配合", "support";
    LISTED = "责任", "named";
    OTHER = "其他", "other";
    lead_count(n) = "牵{n}", "L{n}";
    joint_count(n) = "配{n}", "S{n}";
    listed_count(n) = "责{n}", "N{n}";
    other_count(n) = "他{n}", "O{n}";
    LEAD_FILTER = "牵头", "lead";
    JOINT_FILTER = "配合", "support";
    LISTED_FILTER = "未分牵头", "listed";
    OTHER_FILTER = "其他", "other";
    unlisted(open) = "名单未列尽：“{open}”", "list left open: “{open}”";
    several_clauses(n) = "责任单位分 {n} 处写明，列在各段之后", "offices named in {n} places, shown below";
    NO_LEAD = "本规划未写明牵头单位", "This plan gives no lead offices";
    NO_LEAD_HERE = "本条未写明牵头单位", "No lead office given here";
    NO_UNITS = "本规划未写责任单位", "This plan names no responsible offices";

    /// The text of a node, and what lies below it.
    EMPTY_NODE = "（本条没有正文）", "(no text of its own)";
    FRONT = "（封面）", "(cover)";
    below(n) = "以下 {n} 项", "Below: {n}";
    /// The marks behind the rows of the tree: units are named, findings, a draft.
    HAS_UNITS = "责", "O";
    HAS_FINDINGS = "核", "F";
    DRAFT = "征求意见", "draft";

    /// What the importer is not sure of in the text.
    DOUBT = "存疑", "Doubt";
    doubts(n) = "识别存疑 {n} 处，请对照原文", "Doubts in reading the text: {n}; please compare the source";
    /// What a user has corrected in the reading.
    CORRECTED = "更正", "Corrected";
    corrections(n) = "使用者更正 {n} 处", "Corrected by the user: {n}";
    /// The mark before the name of a row that the importer was not sure of.
    DOUBTED = "〔疑〕", "[?]";

    /// Tables and the heads of their columns.
    TABLE = "指标表", "Table of indicators";
    table_count(at, of) = "第 {at}/{of} 张表", "table {at}/{of}";
    BASELINE = "基期", "base";
    ACTUAL = "实际", "actual";
    TARGET = "目标", "target";
    in_year(year) = "{year}年", "{year}";
    of_region(region, what) = "{region}{what}", "{region} {what}";
    of_year(year, what) = "{year}{what}", "{year} {what}";
    DOMAIN = "领域", "Domain";
    NUMBER = "序号", "No.";
    NAME = "指标", "Indicator";
    UNIT = "计量单位", "Unit";
    VALUE = "数值", "Value";
    NATURE = "性质", "Nature";
    /// The labels of a row that is shown whole.
    NOTE = "附注", "Note";
    ORIGIN = "出处", "From";
    printed_head(head) = "　　表头：{head}", "    printed head: {head}";
    /// The line above the rows of tables that a text's targets refer to.
    LEDGER = "台账", "Ledger";
    RECORDED = "台账（自行填写，规划未列）", "Ledger (recorded by you, not in the plan)";
    TABLED =
        "本程序注：正文所说的目标，本规划的指标表列为",
        "Added by this program: for the targets of this text, the tables of this plan have";

    /// Findings beside the text. The mark stands before the finding and before what it concerns.
    WORKED_OUT = "推算", "worked out";
    found(mark, kind, what) = "{mark} {kind}（推算）：{what}", "{mark} {kind} (worked out): {what}";
    see_also(lines) = "　另见{lines}", "  See also {lines}";
    found_in_table(mark, n, key) =
        "{mark} 表内有 {n} 条核对发现（推算）：有关各行标 {mark}，说明在表后；按 {key} 看核对页。",
        "{mark} Findings in this table: {n} (worked out). Their rows have {mark}, the findings follow the table; {key} lists all.";

    /// The cells of a row behind its name, and the units of a task behind its text, where they are copied.
    row_cited(name, cells) = "{name}——{cells}", "{name} — {cells}";
    units_cited(units) = "\n责任单位——{units}", "\nResponsible offices — {units}";
}
