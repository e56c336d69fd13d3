//! The words of the tables that the commands print: titles, heads of columns, notes, and what is said besides.

use super::words;

words! {
    // The titles of the files, which are the names of the tabs as well.
    OUTLINE = "目录", "Outline";
    OFFICE_TASKS = "部门任务数", "Tasks by office";
    MATRIX = "部门任务总表", "Tasks by office and plan";
    INDICATORS = "指标", "Indicators";
    ALL = "全部", "All";
    COMPARISON = "指标对照", "Comparison";
    SIMILAR = "相近任务", "Similar tasks";
    SIDE_BY_SIDE = "两边对照", "Side by side";
    TARGETS = "目标", "Targets";
    FINDINGS = "核对结果", "Findings";
    SEARCH = "查找", "Search";
    PLACE = "条目", "Node";
    // What a title is narrowed to, and which of the plans are drafts.
    narrowed(title, what, drafts) = "{title}（{what}）{drafts}", "{title} ({what}){drafts}";
    drafts_of(plans, kind) = "{plans}为{kind}", "{kind}: {plans}";
    drafts_among(kinds) = "（其中{kinds}）", " ({kinds})";
    based_on(titles) = "依据：{titles}；行号按各规划原文。", "Based on {titles}; line numbers are those of the source texts.";
    sentence(text) = "{text}。", "{text}.";

    // The heads of columns.
    PLAN = "规划", "Plan";
    NODE = "节点", "Node";
    ID = "编号", "Id";
    LEVEL_OF_OUTLINE = "层", "Level";
    NUMBER = "编号", "Number";
    TITLE = "标题", "Title";
    LINES = "行", "Lines";
    KIND = "类别", "Kind";
    CONTENT = "内容", "Content";
    TASK = "任务", "Task";
    LEAD = "牵头单位", "Lead office";
    SUPPORT = "配合单位", "Supporting offices";
    NAMED = "责任单位（未分牵头）", "Named (no lead given)";
    OFFICE = "部门", "Office";
    N_TASKS = "任务", "Tasks";
    N_LED = "牵头", "Lead";
    N_SUPPORTED = "配合", "Support";
    INITIALS = "拼音首字母", "Initials";
    PRINTED_AS = "规划原文", "As printed";
    NAMED_IN = "列出该部门的规划", "In the plans";
    LEVEL = "层级", "Level";
    TOTAL = "合计", "Total";
    DOMAIN = "领域", "Domain";
    ORDINAL = "序号", "No.";
    INDICATOR = "指标", "Indicator";
    UNIT = "计量单位", "Unit";
    NATURE = "性质", "Nature";
    VALUES = "数值", "Values";
    SIGN = "比较符", "Sign";
    REMARK = "备注", "Remark";
    beside(header, what) = "{header} {what}", "{header} {what}";
    YEAR = "年份", "Year";
    TARGET = "目标", "Target";
    RESPONSIBLE = "责任单位", "Responsible offices";
    TABLE = "指标表", "Table";
    SOURCE_TEXT = "原文", "Source text";
    FINDING = "核对结果", "Finding";
    CONFIDENCE = "可信程度", "Confidence";
    RANK = "序", "Rank";
    WHY = "理由", "Why";
    LIKENESS = "相近度%（推算）", "Similarity % (worked out)";
    TOPICS = "同一主题（推算）", "Topics shared (worked out)";
    PHRASES = "共有的词句", "Phrases shared";
    SIDE = "对照", "Side";
    first_side(task) = "前者：{task}", "First: {task}";
    second_side(task) = "后者：{task}", "Second: {task}";

    // The columns of a comparison.
    FROM = "来源", "From";
    COMPARABLE = "可比", "Comparable";
    WHY_NOT = "不可比的原因", "Why not comparable";
    CONVERTED = "相对目标换算（推算）", "Relative target as a number (worked out)";
    PACE = "每年变化（推算）", "Change per year (worked out)";
    FORMULA = "算式（推算）", "Formula (worked out)";
    MET = "已达标、须保持（推算）", "Met already, to be held (worked out)";
    STRICTNESS = "目标严格程度（推算）", "Strictness of the target (worked out)";
    STRICTNESS_YEAR = "严格程度所比的目标年（推算）", "Year of that target (worked out)";
    TABLE_ID = "表", "Table id";
    BASE = "基期", "base";
    ACTUAL = "实际", "actual";
    AIM = "目标", "target";
    // What stands between place, year and kind in the head of a column: 广东省2030年目标.
    HEAD_GAP = "", " ";
    met(year, side, target) = "{year}年{side} {target}", "{year} {side} {target}";
    DIRECTION = "方向", "Direction";
    N_PLANS = "有此指标的规划数", "Plans";
    N_COMPARABLE = "可比的规划数", "Comparable";
    PLANS = "有此指标的规划", "In the plans";
    measured(indicator, measure) = "{indicator}：{measure}", "{indicator}: {measure}";
    not_comparable(why) = "不可比：{why}", "not comparable: {why}";

    // What stands in cells.
    NO_UNITS = "未写责任单位", "names no offices";
    count(role, n) = "{role}{n}", "{role} {n}";
    HEADING = "标题", "heading";
    TEXT = "正文", "text";
    CLAUSE = "责任单位", "responsible offices";
    TABLE_ROW = "表格", "table";
    COMMON = "共有", "both";
    FIRST_ONLY = "只在前者", "first only";
    SECOND_ONLY = "只在后者", "second only";
    FIRST = "前者", "first";
    SECOND = "后者", "second";

    // Notes for the reader of a file.
    ON_FINDINGS =
        "本表由程序按规则核对得出，只指出各处不同，不判断孰是孰非；“原文”照印，引用前请核对出处。",
        "This table was worked out by rules; it says what differs, not which place is right. “Source text” is as printed; check the source before you quote it.";
    ON_WORKED_OUT =
        "标“推算”的各列由程序按表中数值算出，规划原文没有；其余照原文。",
        "Columns marked “worked out” were computed from the values of the tables and are in no plan; the others are as printed.";
    ON_LIKENESS =
        "相近度由程序按共有的字词推算，不是规划的说法。",
        "The similarity is worked out from shared words; the plans say nothing of it.";
    ON_TARGETS =
        "由程序从各规划正文中读出，“目标”与“原文”词句照印，引用前请核对出处。",
        "Read out of the texts by this program; “Target” and “Source text” are as printed; check the source before you quote them.";

    // What is said besides the rows.
    findings(n) = "共 {n} 处，由程序按规则得出，请对照原文", "findings: {n}, worked out by rules; check them against the source";
    NAME_ONE =
        "写出指标名称可看各规划的对照，如 guihua compare 婴儿死亡率",
        "name an indicator to compare it in all plans: guihua compare 婴儿死亡率";
    nothing_similar(word) =
        "其他规划没有相近的任务（推算）；可搜索：guihua search {word}",
        "other plans have no similar task (worked out); try guihua search {word}";
    targets_without_offices(n) =
        "另有 {n} 条目标所在的段落没有写明责任单位，不在其中",
        "not included: {n} more targets, in paragraphs that name no responsible offices";
    several_offices(names) = "可指多个部门：{names}", "stands for several offices: {names}";
    first_of(total, n) = "共 {total} 条，列出前 {n} 条；--limit 可多列", "hits: {total}, the first {n} listed; --limit lists more";
    filter_for_several(filter, names) = "“{filter}”可指：{names}，均计入", "“{filter}” stands for: {names}; all are used";
    filter_without_value(filter) = "“{filter}”没有写值，未用", "“{filter}” has no value and was not used";
    unknown_filter(filter) = "不认识“{filter}”", "“{filter}” is not known";
}
