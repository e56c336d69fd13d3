//! Every word of the screen that is not a plan's own and not a key's (those stand in `keymap`). For bureau staff:
//! short, plain, and never a claim that the plan does not make.

use super::world::{Spot, World};
use crate::analysis::compare::pace::{self, Pace};
use crate::analysis::compare::{CompareRow, Comparison, chart};
use crate::analysis::department::Counts;
use crate::model::{Clause, Column, ColumnRole, Kind, Node, Plan, Role, Table, Value, ValueKind};
use crate::registry::indicator::Direction;

/// The tabs, in their order.
pub(crate) const TABS: &[&str] = &["规划", "部门", "指标"];

pub(crate) const SEARCH_HINT: &str = "搜索部门、任务、指标、正文";
pub(crate) const SMALL: &str = "窗口太小";
pub(crate) const NO_LEAD: &str = "本规划未写明牵头单位";
pub(crate) const NO_UNITS: &str = "本规划未写责任单位";
pub(crate) const NO_LEAD_HERE: &str = "本条未写明牵头单位";
pub(crate) const NO_UNITS_WHOLE: &str = "全文没有写责任单位，部门页里没有它的任务";
pub(crate) const EACH: &str = "分别负责";
pub(crate) const OURS: &str = "本程序注";
pub(crate) const DOUBT: &str = "存疑";
pub(crate) const NO_PLANS: &str = "没有可看的规划。";
pub(crate) const NO_TABLES: &str = "所选规划没有指标表。按 p 换选规划。";
pub(crate) const NO_BUREAUS: &str = "所选规划没有写责任单位。按 p 换选规划。";
pub(crate) const NO_SUCH_BUREAU: &str = "没有这个部门。可打全称、简称或拼音首字母；Esc 清除。";
pub(crate) const NO_SUCH_ROW: &str = "没有这样的指标。Esc 清除筛选。";
pub(crate) const EMPTY_NODE: &str = "（本条没有正文）";
/// What to type, and what it finds.
pub(crate) const TYPE_TO_SEARCH: &[(&str, &str)] = &[
    ("人社局", "部门：全称、简称都行"),
    ("wsjkj", "拼音首字母或全拼"),
    ("婴儿死亡率", "指标"),
    ("健康 素养", "同时有这两个词"),
    ("控烟 | 戒烟", "有其中一个就行"),
    ("医疗 !中医", "有前一个，没有后一个"),
    ("“分级诊疗”", "一字不差"),
    ("部门:医保局", "只看点到这个部门的任务"),
    ("规划:云浮 年:2025", "只看云浮的规划里讲到 2025 年的"),
];
pub(crate) const TYPE_AND_FIND: &str = "打字即搜，例如：";
pub(crate) const RECALL: &str = "↑ 取出前次搜索；Esc 回到原处。";
pub(crate) const NOTHING_FOUND: &str = "没有找到";
pub(crate) const UNKNOWN_BUREAU: &str = "部门名录里没有这个名称，按原文列出";
pub(crate) const NO_TASKS_HERE: &str = "没有点到这个部门";
pub(crate) const NO_SOURCE: &str = "本机没有原文文件，以下是读入后的文字";
pub(crate) const NO_BOOKMARKS: &str = "还没有书签。在任一处按 b 加一个。";
pub(crate) const NOTHING_TO_COPY: &str = "这里没有可复制的内容";
pub(crate) const FIRST: &str = "已到最前";
pub(crate) const NO_SEARCH: &str = "还没有搜索；按 / 开始";
pub(crate) const NOT_HERE: &str = "这里用不上这个键；按 ? 看本页可用的键";
pub(crate) const AT_START: &str = "已退到底；按 q 退出";
pub(crate) const NOT_CHOSEN: &str = "这份规划没有选上；按 p 选上再看";
pub(crate) const EMPTY_CELL: &str = "（原文空白）";
pub(crate) const PAST_LAST_HIT: &str = "已是最后一处，回到第一处";
pub(crate) const PAST_FIRST_HIT: &str = "已是第一处，转到最后一处";
pub(crate) const MOUSE_ON: &str = "鼠标由本程序接管";
pub(crate) const MOUSE_OFF: &str = "鼠标已交还终端，可拖选文字；再按 Ctrl-t 接管";

pub(crate) const HAS_UNITS: &str = "责";
pub(crate) const DRAFT_SHORT: &str = "征求意见";
pub(crate) const FILTER: &str = "筛选";
pub(crate) const PRINTED_AS: &str = "原文写作：";
/// Heads of the columns of counts.
pub(crate) const COUNTS: [&str; 4] = ["牵头", "配合", "列名", "合计"];

pub(crate) const TOPMOST: &str = "已是最上一级";
pub(crate) const NOTHING_BELOW: &str = "本条以下没有条目；按 l 读正文";
pub(crate) const LAST_TABLE: &str = "已是最后一张表";
pub(crate) const FIRST_TABLE: &str = "已是第一张表";
pub(crate) const LAST_COLUMN: &str = "已到最后一列";
pub(crate) const FIRST_COLUMN: &str = "已到第一列";
pub(crate) const LEAVE_SHEET: &str = "Esc 关闭";

pub(crate) const TRY_SHORTER: &str = "换个短些的词，或按 Esc 回到原处。";
pub(crate) const TRY_THESE: &str = "不妨改查（Enter 选定）：";
pub(crate) const NO_FILTER: &str = "没有可去掉的条件；条件写作 部门:人社局、规划:云浮、年:2025";
pub(crate) const WHY: &str = "缘由";
pub(crate) const CONDITIONS: &str = "条件";
pub(crate) const FRONT: &str = "封面";
pub(crate) const COPIED: &str = "已复制：";
pub(crate) const MARKED: &str = "已加书签；按 B 看列表";
pub(crate) const UNMARKED: &str = "已取消书签";
pub(crate) const ONE_PLAN_LEAST: &str = "至少要选一份规划";
pub(crate) const AWAITS: &str = "再按一键：";

pub(crate) const NO_TASK_HERE: &str = "先选一项任务，再看别的市怎么写";
pub(crate) const NOTHING_NEAR: &str = "所选的其他规划里没有相近的任务（推算）";
pub(crate) const ONLY_HERE: &str = "〔 〕里是只有这一边写的，〔 〕外是两边共有的词句（推算）";
pub(crate) const NO_SUCH_INDICATOR: &str = "指标名录里没有这一行，无从对照；按 Enter 看整行";
pub(crate) const NO_SOURCE_HERE: &str = "这里没有对应的原文；先选一个条目";
pub(crate) const LAST: &str = "已到最后";
pub(crate) const SEARCH: &str = "搜索";

/// Labels of the facts on a plan's card.
pub(crate) const STATUS: &str = "状态";
pub(crate) const PERIOD: &str = "期限";
pub(crate) const REGION: &str = "地区";
pub(crate) const ISSUER: &str = "发文";
pub(crate) const ISSUED: &str = "日期";
pub(crate) const EXTENT: &str = "篇幅";
pub(crate) const NAMES: &str = "单位";
/// Labels of a table's row shown whole.
pub(crate) const NOTE: &str = "附注";
pub(crate) const ORIGIN: &str = "出处";
/// Before the name of a row that the importer doubts.
pub(crate) const DOUBTED: &str = "〔疑〕";

/// Headings in the comparison of an indicator.
pub(crate) const AS_PRINTED: &str = "原文写法";
pub(crate) const PACE: &str = "推算·每年变化 =（目标值 - 基期值）/（目标年 - 基期年），只用本规划自己的数值";
pub(crate) const ORDER: &str = "推算·目标高低（先比末期目标值，再比每年变化；目标年不同的请看年份）";
pub(crate) const CHART: &str = "图（只画可比的数值）";
/// Titles of the sheets.
pub(crate) const HELP: &str = "本页按键";
pub(crate) const PALETTE: &str = "命令";
pub(crate) const CHOOSE_PLANS: &str = "选看哪几份规划";
pub(crate) const SOURCE: &str = "原文";
pub(crate) const SIMILAR: &str = "别的市怎么写";
pub(crate) const BESIDE: &str = "两边对照";
pub(crate) const COMPARE: &str = "指标对照";
pub(crate) const BOOKMARKS: &str = "书签";
pub(crate) const ROW: &str = "整行";
pub(crate) const TYPE_TO_NARROW: &str = "打字即筛选";

/// What to do first: key or keys, and what they bring.
pub(crate) const FIRST_STEPS: &[(&str, &str)] = &[
    ("Enter", "展开这份规划，按章节读"),
    ("d", "选一个部门，看它在各规划里的任务"),
    ("3", "看各规划的指标表"),
    ("/", "搜索，例如 人社局、婴儿死亡率、wsjkj"),
    ("?", "看全部按键；q 退出"),
];
pub(crate) const WHAT_NEXT: &str = "接下来";

/// What a bureau does in a task.
pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头",
        Role::Joint => "配合",
        Role::Listed => "列名",
    }
}

/// What a node is, for one that prints neither number nor title.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Front => "（封面）",
        Kind::Preamble => "（前言）",
        Kind::Chapter => "（无题的章）",
        Kind::Section => "（无题的节）",
        Kind::Subsection | Kind::Item => "（无题的条目）",
        Kind::Box => "专栏",
        Kind::Attachment => "附件",
    }
}

/// Number and title of a node, or what it is.
pub(crate) fn heading(node: &Node) -> String {
    let heading = node.heading();
    if heading.is_empty() { kind(node.kind).to_owned() } else { heading }
}

/// The title of a plan with 《》 and the mark of a draft.
pub(crate) fn cited(plan: &Plan) -> String {
    let title = plan.title.trim_start_matches('《').trim_end_matches('》');
    match draft(plan) {
        // A title that says itself what it is needs no second mark.
        Some(mark) if !title.contains(mark) => format!("《{title}》（{mark}）"),
        _ => format!("《{title}》"),
    }
}

/// The draft's mark as printed, for a plan that is one.
pub(crate) fn draft(plan: &Plan) -> Option<&str> {
    plan.status.as_deref().filter(|_| plan.is_draft())
}

/// The years of a plan: `2021-2025` gives `2021—2025年`, `-2030` gives `到2030年`.
pub(crate) fn period(period: &str) -> String {
    match period.split_once('-') {
        Some(("", end)) => format!("到{end}年"),
        Some((start, end)) => format!("{start}—{end}年"),
        None => period.to_owned(),
    }
}

/// Where a text stands in the document.
pub(crate) fn lines([first, last]: [u32; 2]) -> String {
    if first == last { format!("原文第 {first} 行") } else { format!("原文第 {first}–{last} 行") }
}

/// How many tasks, by what the bureau does in them.
pub(crate) fn tally(tally: Counts) -> String {
    let parts = [(Role::Lead, tally.lead), (Role::Joint, tally.joint), (Role::Listed, tally.listed)];
    let parts: Vec<String> =
        parts.iter().filter(|(_, n)| *n > 0).map(|(each, n)| format!("{} {n}", role(*each))).collect();
    parts.join("  ")
}

/// The clause's units in words, lead first: `牵头：甲；配合：乙、丙（分别负责）`.
pub(crate) fn units(clause: &Clause) -> String {
    let mut parts = Vec::new();
    for each in [Role::Lead, Role::Joint, Role::Listed] {
        let names: Vec<&str> =
            clause.units.iter().filter(|unit| unit.role == each).map(|unit| unit.raw.as_str()).collect();
        if !names.is_empty() {
            parts.push(format!("{}：{}", role(each), names.join("、")));
        }
    }
    let remarks: Vec<String> = remarks(clause);
    let tail = if remarks.is_empty() { String::new() } else { format!("（{}）", remarks.join("，")) };
    format!("{}{tail}", parts.join("；"))
}

/// What else the clause says: 分别负责, and the words that leave its list open.
pub(crate) fn remarks(clause: &Clause) -> Vec<String> {
    let mut remarks = Vec::new();
    if clause.each_responsible {
        remarks.push(EACH.to_owned());
    }
    if let Some(open) = &clause.open_ended {
        remarks.push(format!("名单未写尽：“{open}”"));
    }
    remarks
}

/// The head of a column of values in two rows: whose and what, then which year. `home` is the plan's own place, which
/// needs no mention. A column that the importer could not place keeps its printed header.
pub(crate) fn column(column: &Column, home: Option<&str>) -> [String; 2] {
    let what = match column.kind {
        Some(ValueKind::Baseline) => "基期",
        Some(ValueKind::Actual) => "实际",
        Some(ValueKind::Target) => "目标",
        None => return [column.header.clone(), String::new()],
    };
    let whose = match column.scope.as_deref() {
        Some(scope) if Some(scope) != home => scope,
        _ => "",
    };
    [format!("{whose}{what}"), column.year.map(|year| format!("{year}年")).unwrap_or_default()]
}

/// What a column without values holds.
pub(crate) fn column_role(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Domain => "领域",
        ColumnRole::Number => "序号",
        ColumnRole::Name => "指标",
        ColumnRole::Unit => "单位",
        ColumnRole::Value => "数值",
        ColumnRole::Nature => "性质",
    }
}

/// That a node has several clauses, which stand behind their paragraphs.
pub(crate) fn several_clauses(n: usize) -> String {
    format!("责任单位分 {n} 处写明，列在各段之后")
}

/// How many places lie right below.
pub(crate) fn below(n: usize) -> String {
    format!("以下 {n} 项")
}

/// How many doubts there are.
pub(crate) fn doubts(n: usize) -> String {
    format!("读入时存疑 {n} 处，请对照原文")
}

/// How long a plan is, counted.
pub(crate) fn extent(world: &World, spot: Spot) -> String {
    let counts = world.plan(spot).map(|plan| plan.counts).unwrap_or_default();
    let (chapters, n_tables, n_rows) = (counts.chapters, counts.tables, counts.rows);
    let n_tasks = world.plan(spot).map_or(0, |plan| plan.tasks().count());
    let tables = if n_tables == 0 {
        "没有指标表".to_owned()
    } else {
        format!("{n_tables} 张指标表、{n_rows} 项指标")
    };
    format!("{chapters} 章，{n_tasks} 项任务，{tables}")
}

/// How many tasks name units, and whether the plan says who leads.
pub(crate) fn units_named(n_tasks: usize, says_lead: bool) -> String {
    let lead = if says_lead { "并写明牵头" } else { NO_LEAD };
    format!("{n_tasks} 处任务写了责任单位，{lead}")
}

/// How many tasks a bureau has.
pub(crate) fn tasks(n: usize) -> String {
    format!("{n} 项任务")
}

/// Offices that are easily taken for this one.
pub(crate) fn sisters(names: &[&str]) -> String {
    format!("另有相近部门：{}（任务分开统计）", names.join("、"))
}

/// Which table of how many.
pub(crate) fn table_count(at: usize, of: usize) -> String {
    format!("第 {at}/{of} 张表")
}

/// What a table is called: the line above it, or the heading it stands under.
pub(crate) fn table_title(plan: &Plan, table: &Table) -> String {
    let above = || plan.node(&table.node).map(heading);
    table.title.clone().or_else(above).unwrap_or_else(|| "指标表".to_owned())
}

/// What size the screen must have.
pub(crate) fn need((columns, rows): (u16, u16)) -> String {
    format!("至少 {columns}×{rows}")
}

/// Which hit of how many.
pub(crate) fn hit_count(at: usize, of: usize) -> String {
    format!("{at}/{of}")
}

/// Which plans are chosen, where not all are.
pub(crate) fn chosen(n: usize, of: usize) -> String {
    format!("已选 {n}/{of} 份规划")
}

/// That a key does nothing here.
pub(crate) fn unbound(key: &str) -> String {
    format!("这里没有 {key} 这个键；按 ? 看可用的键")
}

/// How much of a text has been seen.
pub(crate) fn progress(percent: usize) -> String {
    format!("已读到 {percent}%")
}

/// The printed head of a column, where the screen words it otherwise.
pub(crate) fn printed_head(header: &str) -> String {
    format!("　　表头：{header}")
}

/// That the search would find something without a filter or a word.
pub(crate) fn without(piece: &str, n: usize) -> String {
    format!("去掉“{piece}”，有 {n} 条")
}

/// That the search would find something in the plans that were left out.
pub(crate) fn widened(n: usize) -> String {
    format!("现在只搜选上的规划；全部规划里有 {n} 条")
}

/// A filter whose value is not typed yet.
pub(crate) fn pending_filter(filter: &str) -> String {
    format!("{filter}…（接着打，现在先不管）")
}

/// A filter, and the one name or the several names that its value was taken for.
pub(crate) fn known_filter(filter: &str, value: &str, names: &[String]) -> String {
    match names {
        [name] if name == value.trim() => filter.to_owned(),
        [name] => format!("{filter}（{name}）"),
        several => format!("{filter}（可指 {} 个，都算在内：{}）", several.len(), several.join("、")),
    }
}

/// A filter that was not understood, and what comes near.
pub(crate) fn unknown_filter(filter: &str, near: &[String]) -> String {
    let near = if near.is_empty() { String::new() } else { format!("；相近的有 {}", near.join("、")) };
    format!("{filter}（没有这个，先不管{near}）")
}

/// That several bureaus share a name.
pub(crate) fn sharing(names: &[String]) -> String {
    format!("可指 {} 个部门，都列在下面：{}", names.len(), names.join("、"))
}

/// That words stand nowhere.
pub(crate) fn unmet(words: &[String]) -> String {
    format!("各规划里都没有“{}”。", words.join("”“"))
}

/// How many hits of a kind, and how many of them are listed where not all are.
pub(crate) fn group_count(listed: usize, of: usize) -> String {
    if listed < of { format!("{of}（列出前 {listed} 条）") } else { of.to_string() }
}

/// Which place of how many in the text that is open.
pub(crate) fn text_place(at: usize, of: usize) -> String {
    format!("本文第 {at}/{of} 处")
}

/// How close a task is, from 0 to 1.
pub(crate) fn likeness(score: f64) -> String {
    format!("相近度 {:.0}%（推算）", score * 100.0)
}

/// The phrases that two tasks share.
pub(crate) fn shared(phrases: &[String]) -> String {
    if phrases.is_empty() { String::new() } else { format!("　共有“{}”", phrases.join("”“")) }
}

/// Unit and direction of a compared indicator.
pub(crate) fn compared(one: &Comparison) -> String {
    let way = one.direction.map(|way| match way {
        Direction::Up => "越高越好",
        Direction::Down => "越低越好",
    });
    let unit = one.unit.map(|unit| format!("单位 {unit}"));
    let parts: Vec<String> = unit.into_iter().chain(way.map(str::to_owned)).collect();
    if parts.is_empty() { "未定单位与方向".to_owned() } else { parts.join("，") }
}

/// Whether a row can be compared.
pub(crate) fn comparable(row: &CompareRow) -> &'static str {
    if row.comparable { "可比" } else { "不可比" }
}

/// Why a row cannot.
pub(crate) fn unlike(why: &str) -> String {
    format!("不可比：{why}。只照原文列出，不推算、不排序、不入图")
}

/// The plans that list no such indicator.
pub(crate) fn silent(plans: &[String]) -> String {
    format!("规划未列：{}", plans.join("、"))
}

/// That plans are made for places of several ranks.
pub(crate) fn levels(levels: &[(&str, Vec<String>)]) -> String {
    let named: Vec<String> = levels.iter().map(|(level, plans)| format!("{}是{level}规划", plans.join("、"))).collect();
    format!("注意：{}，层级不同，对照时请留意", named.join("，"))
}

/// A year as the head of a column.
pub(crate) fn year(year: Option<u16>) -> String {
    year.map_or_else(|| "年份未印".to_owned(), |year| format!("{year}年"))
}

/// A value with what it is: `目标 ≤3`.
pub(crate) fn value(value: &Value) -> String {
    let raw = value.raw.as_deref().unwrap_or(EMPTY_CELL);
    match value.kind {
        Some(ValueKind::Baseline) => format!("基期 {raw}"),
        Some(ValueKind::Actual) => format!("实际 {raw}"),
        Some(ValueKind::Target) => format!("目标 {raw}"),
        None => raw.to_owned(),
    }
}

/// The change a year that a target asks for, with its formula.
pub(crate) fn pace(pace: &Pace, unit: Option<&str>) -> String {
    let met = if pace.met == Some(true) { "　基期值已达到这一目标" } else { "" };
    let change = pace::a_year(pace, unit);
    format!("{}—{}年 {change}　{}{met}", pace.from.year, pace.to.year, pace.formula)
}

/// What the signs of the chart mean.
pub(crate) fn chart_signs() -> String {
    let signs = [
        (chart::BASELINE, "基期"),
        (chart::TARGET, "中间目标"),
        (chart::LAST, "末期目标"),
        (chart::BOTH, "基期与目标同处"),
    ];
    signs.map(|(sign, means)| format!("{sign} {means}")).join("　")
}

/// That plans have no pace.
pub(crate) fn without_pace(plans: &[String]) -> String {
    format!("{}：没有印出能算的基期值或目标值，不推算", plans.join("、"))
}
