//! Every word on the screen that comes neither from a plan nor from the table of keys (see `keymap`). The readers work
//! in government departments: the words are short and plain, and never claim more than the plan says.

mod check;
mod compare;
mod deadline;
mod export;
mod library;
mod plan;
mod search;
mod table;

use crate::app::input::keymap::Context;

pub(crate) use check::*;
pub(crate) use compare::*;
pub(crate) use deadline::*;
pub(crate) use export::*;
pub(crate) use library::*;
pub(crate) use plan::*;
pub(crate) use search::*;
pub(crate) use table::*;

/// The names of the tabs, in their order.
pub(crate) const TABS: &[&str] = &["规划", "部门", "指标", "核对", "时限"];

pub(crate) const SEARCH_HINT: &str = "搜索部门、任务、指标、正文";
pub(crate) const SMALL: &str = "窗口太小";
pub(crate) const NO_LEAD: &str = "本规划未写明牵头单位";
pub(crate) const NO_UNITS: &str = "本规划未写责任单位";
pub(crate) const NO_LEAD_HERE: &str = "本条未写明牵头单位";
pub(crate) const NO_UNITS_WHOLE: &str = "全文未写责任单位，部门页中没有其任务";
pub(crate) const OURS: &str = "本程序注";
pub(crate) const DOUBT: &str = "存疑";
pub(crate) const NO_PLANS: &str = "没有规划。";
pub(crate) const NO_TABLES: &str = "所选规划没有指标表。按 p 换选规划。";
pub(crate) const NO_BUREAUS: &str = "所选规划没有写责任单位。按 p 换选规划。";
pub(crate) const NO_SUCH_BUREAU: &str = "没有这个部门。可输入全称、简称或拼音首字母；Esc 清除。";
pub(crate) const NO_SUCH_ROW: &str = "没有符合条件的指标。Esc 清除筛选。";
pub(crate) const NO_SUCH_NODE: &str = "没有符合条件的章节或任务。Esc 清除筛选。";
pub(crate) const EMPTY_NODE: &str = "（本条没有正文）";
/// Examples of queries, each with what it finds.
pub(crate) const TYPE_TO_SEARCH: &[(&str, &str)] = &[
    ("人社局", "部门：全称、简称均可"),
    ("wsjkj", "拼音首字母或全拼"),
    ("婴儿死亡率", "指标"),
    ("健康 素养", "同时有这两个词"),
    ("控烟 | 戒烟", "有其中之一即可"),
    ("医疗 !中医", "有前一个，没有后一个"),
    ("“分级诊疗”", "完全一致"),
    ("部门:医保局", "只看列有该部门的任务"),
    ("规划:云浮 年:2025", "只看云浮的规划里讲到 2025 年的"),
];
pub(crate) const TYPE_AND_FIND: &str = "输入即搜索，例如：";
pub(crate) const RECALL: &str = "↑ 取出上次搜索；Esc 回到原处。";
pub(crate) const NOTHING_FOUND: &str = "没有找到";
pub(crate) const UNKNOWN_BUREAU: &str = "部门名录里没有这个名称，按原文列出";
pub(crate) const TASKS_ARE_ELSEWHERE: &str = "所列规划未将其列为责任单位；相近的部门有任务（Enter 查看）：";
pub(crate) const NO_TASKS_HERE: &str = "没有列出这个部门";
pub(crate) const NO_SOURCE: &str = "本机没有原文文件，以下为识别后的文字";
pub(crate) const NO_BOOKMARKS: &str = "尚无书签。按 b 添加。";
pub(crate) const NOTHING_TO_COPY: &str = "这里没有可复制的内容";
pub(crate) const FIRST: &str = "已到最前";
pub(crate) const NO_SEARCH: &str = "尚未搜索；按 / 开始";
pub(crate) const NOT_HERE: &str = "此处不能使用该键；按 ? 看本页可用的键";
pub(crate) const NOTHING_TO_CLEAR: &str = "没有可清除或关闭的；H 回到前一处，q 退出";
pub(crate) const NOT_CHOSEN: &str = "该规划未选择；按 p 选择后再看";
pub(crate) const NO_SUCH_PLACE: &str = "所选规划中没有这一处";
pub(crate) use crate::analysis::indicators::indicator::EMPTY as EMPTY_CELL;
pub(crate) const PAST_LAST_HIT: &str = "已是最后一处，回到第一处";
pub(crate) const PAST_FIRST_HIT: &str = "已是第一处，转到最后一处";
pub(crate) const MOUSE_ON: &str = "鼠标由本程序接管";
pub(crate) const MOUSE_OFF: &str = "鼠标已交还终端，可拖选文字；再按 Ctrl-t 接管";

pub(crate) const HAS_UNITS: &str = "责";
pub(crate) const DRAFT_SHORT: &str = "征求意见";
pub(crate) const FILTER: &str = "筛选";
pub(crate) const UNNAMED_TASKS: &str = "未写责任单位的任务";
pub(crate) const MENTIONS: &str = "正文提及";
pub(crate) const MENTIONED: &str = "提及";
pub(crate) const MATRIX: &str = "部门任务总表：牵头、配合、责任单位（未分牵头）的任务数";
pub(crate) const PRINTED_AS: &str = "原文写作：";
/// The heads of the columns that count tasks by role.
pub(crate) const COUNTS: [&str; 4] = ["牵头", "配合", "责任", "合计"];

pub(crate) const ALL_TASKS: &str = "列出全部任务";
pub(crate) const TOPMOST: &str = "已是最上一级";
pub(crate) const NOTHING_BELOW: &str = "本条以下没有条目；按 l 读正文";
pub(crate) const LAST_TABLE: &str = "已是最后一张表";
pub(crate) const FIRST_TABLE: &str = "已是第一张表";
pub(crate) const LAST_COLUMN: &str = "已到最后一列";
pub(crate) const FIRST_COLUMN: &str = "已到第一列";
pub(crate) const LEAVE_POPUP: &str = "Esc 关闭";

pub(crate) const TRY_SHORTER: &str = "请换用较短的词，或按 Esc 回到原处。";
pub(crate) const TRY_THESE: &str = "可改查（Enter 选定）：";
pub(crate) const NO_FILTER: &str = "没有可去掉的条件；条件写作 部门:人社局、规划:云浮、年:2025";
pub(crate) const WHY: &str = "缘由";
pub(crate) const CONDITIONS: &str = "条件";
pub(crate) const FRONT: &str = "（封面）";
pub(crate) const MARKED: &str = "已加书签；按 B 看列表";
pub(crate) const UNMARKED: &str = "已取消书签";
pub(crate) const BOOKMARK_NOTE: &str = "书签备注";
pub(crate) const LAST_READ: &str = "上次读到";
pub(crate) const NOT_READ: &str = "这部规划还没有读过，或者就读到这里";
pub(crate) const NOTE_HOW: &str = "Enter 保存备注；清空后保存即删去备注；Esc 不改";
pub(crate) const NOTE_LEFT: &str = "备注未改";
pub(crate) const NOTE_KEPT: &str = "已保存备注";
pub(crate) const ONE_PLAN_LEAST: &str = "至少须选择一部规划";
pub(crate) const AWAITS: &str = "再按一键：";

pub(crate) const HELD: &str = "已记下这一条；到另一条按 S 两边对照，再按 v 取消";
pub(crate) const LET_GO: &str = "已取消记下的一条";
pub(crate) const NO_TASK_HERE: &str = "请先选择一项任务，再看其他规划相近表述";
pub(crate) const NOTHING_NEAR: &str = "所选的其他规划里没有相近的任务（推算）";
pub(crate) const ONLY_HERE: &str = "〔 〕里是只有这一边写的，〔 〕外是两边共有的词句（推算）";
pub(crate) const NO_SUCH_INDICATOR: &str = "指标名录里没有这一行，无从对照；按 Enter 看指标详情";
pub(crate) const NO_SOURCE_HERE: &str = "这里没有对应的原文；先选一个条目";
pub(crate) const LAST: &str = "已到最后";
pub(crate) const SEARCH: &str = "搜索";

/// The labels of the facts on a plan's card.
pub(crate) const STATUS: &str = "状态";
pub(crate) const PERIOD: &str = "期限";
pub(crate) const REGION: &str = "地区";
pub(crate) const ISSUER: &str = "发文机关";
pub(crate) const ISSUED: &str = "印发日期";
/// The label of the date of a draft, which nobody has issued.
pub(crate) const DATED: &str = "成文日期";
pub(crate) const EXTENT: &str = "篇幅";
pub(crate) const NAMES: &str = "责任单位";
/// The labels of a table's row that is shown whole.
pub(crate) const NOTE: &str = "附注";
pub(crate) const ORIGIN: &str = "出处";
/// The mark before the name of a row that the importer was not sure of.
pub(crate) const DOUBTED: &str = "〔疑〕";

/// The titles of the popups, in their upper edges.
pub(crate) const HELP: &str = "本页按键";
/// The heading above the forms of a query in the help.
pub(crate) const QUERY_FORMS: &str = "搜索的写法";
pub(crate) const PALETTE: &str = "命令";
pub(crate) const CHOOSE_PLANS: &str = "选择规划";
pub(crate) const SOURCE: &str = "原文";
pub(crate) const SIMILAR: &str = "其他规划相近表述";
pub(crate) const BESIDE: &str = "两边对照";
pub(crate) const COMPARE: &str = "指标对照";
pub(crate) const BOOKMARKS: &str = "书签";
pub(crate) const ROW: &str = "指标详情";
pub(crate) const TYPE_TO_NARROW: &str = "输入即筛选";

/// Marks and columns that a part of the screen shows, and what they mean. The help lists them above the keys.
pub(crate) const MARKS: &[(Context, &str, &str)] = &[
    (Context::Tree, "12", "行末的数：以下有几项"),
    (Context::Tree, HAS_UNITS, "本条写有责任单位"),
    (Context::Tree, FOUND_SHORT, "本条有核对发现，正文里标 ※，核对页（4）全列"),
    (Context::Chapter, FOUND_SHORT, "本条有核对发现，正文里标 ※，核对页（4）全列"),
    (Context::Chapter, "牵头", "行末的单位：牵头单位；未分牵头的，列第一个责任单位"),
    (Context::Departments, "责任", "责任单位（未分牵头）：规划只列出各单位，未分牵头、配合"),
    (Context::Table, DOUBTED, "识别存疑的一行，Enter 看缘由"),
    (Context::Findings, "可信程度", "推算有多可靠，不是问题有多大"),
];

/// The first steps on a plan's card: keys, and what they do.
pub(crate) const FIRST_STEPS: &[(&str, &str)] = &[
    ("Enter", "展开这部规划，按章节读"),
    ("d", "选一个部门，看它在各规划里的任务"),
    ("3", "看各规划的指标表，x 逐个对照"),
    ("4", "核对：规划里前后不一、数值存疑等处"),
    ("5", "时限：哪一年、哪个部门要达到什么"),
    ("/", "搜索，例如 人社局、婴儿死亡率、wsjkj"),
    ("?", "看全部按键；q 退出"),
];
pub(crate) const WHAT_NEXT: &str = "接下来";

/// Words the filter in force, then the position of the cursor among the rows.
pub(crate) fn filtered_count(filter: &str, (at, of): (usize, usize)) -> String {
    let filter = if filter.is_empty() { String::new() } else { format!("{FILTER}“{filter}” ") };
    format!("{filter}{at}/{of}")
}

/// Words how many chapters and tasks of all plans a filter keeps.
pub(crate) fn narrowed_tree(filter: &str, n: usize) -> String {
    format!("{FILTER}“{filter}” {n} 项")
}

/// Words how many nodes lie right below.
pub(crate) fn below(n: usize) -> String {
    format!("以下 {n} 项")
}

/// Words how many doubts the importer has.
pub(crate) fn doubts(n: usize) -> String {
    format!("识别存疑 {n} 处，请对照原文")
}

/// Words the filter that keeps some tasks of a department, and how many it keeps.
pub(crate) fn narrowed_tasks(filter: &str, n: usize) -> String {
    format!("{FILTER}“{filter}”：列出 {n} 项；f 修改，Esc 清除")
}

/// Words how many tasks a department has.
pub(crate) fn tasks(n: usize) -> String {
    format!("{n} 项任务")
}

/// Words how large the screen must be.
pub(crate) fn need((columns, rows): (u16, u16)) -> String {
    format!("至少 {columns}×{rows}")
}

/// Words how many plans are selected, where not all are.
pub(crate) fn chosen(n: usize, of: usize) -> String {
    format!("已选 {n}/{of} 部规划")
}

/// Words which plans name no units, below the matrix of departments and plans.
pub(crate) fn unwritten(plans: &[String]) -> String {
    format!("未写责任单位，不在表中：{}", plans.join("、"))
}

/// Words that a key does nothing here.
pub(crate) fn unbound(key: &str) -> String {
    format!("{key} 在这里不起作用；按 ? 看可用的键")
}

/// Words which screenful of a text is shown, of how many.
pub(crate) fn screenful((at, of): (usize, usize)) -> String {
    format!("第 {at}/{of} 屏")
}
