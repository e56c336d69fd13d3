//! The words for a plan and its parts: nodes, clauses, tables.

use crate::analysis::responsibility::duty::{self, role_name};
use crate::app::wording::NO_LEAD;
use crate::model::{Clause, Column, ColumnRole, Level, Node, Plan, Role, RoleCounts, Table, ValueKind};

/// The label before the units that do this in a task.
pub(crate) fn role_label(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头单位",
        Role::Joint => "配合单位",
        Role::Listed => "责任单位",
    }
}

/// The word for what a department does in a task, in four cells.
pub(crate) fn short_role(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头",
        Role::Joint => "配合",
        Role::Listed => "责任",
    }
}

/// The word by which the filter 角色: names what a department does in a task.
pub(crate) fn role_filter(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头",
        Role::Joint => "配合",
        Role::Listed => "列名",
    }
}

/// The number and title of a node, or its kind where it has neither.
pub(crate) fn heading(node: &Node) -> String {
    let heading = node.heading();
    if heading.is_empty() { format!("（{}）", node.kind.untitled()) } else { heading }
}

/// The mark of a draft as printed; `None` for a plan in force.
pub(crate) fn draft(plan: &Plan) -> Option<&str> {
    plan.draft()
}

/// Words the standing of a plan: 已印发, or the word that marks a draft as printed.
pub(crate) fn status(status: &str) -> String {
    if status == "印发" { "已印发".to_owned() } else { status.to_owned() }
}

/// Words the years of a plan: `2021-2025` gives `2021—2025年`, `-2030` gives `到2030年`.
pub(crate) fn period(period: &str) -> String {
    match period.split_once('-') {
        Some(("", end)) => format!("到{end}年"),
        Some((start, end)) => format!("{start}—{end}年"),
        None => period.to_owned(),
    }
}

/// Words which lines of the document a text takes.
pub(crate) fn lines([first, last]: [u32; 2]) -> String {
    if first == last { format!("原文第 {first} 行") } else { format!("原文第 {first}–{last} 行") }
}

/// Words how many tasks there are of each role.
pub(crate) fn tally(tally: RoleCounts) -> String {
    let parts = [(Role::Lead, tally.lead), (Role::Joint, tally.joint), (Role::Listed, tally.listed)];
    let parts: Vec<String> =
        parts.iter().filter(|(_, n)| *n > 0).map(|(each, n)| format!("{} {n}", short_role(*each))).collect();
    parts.join("  ")
}

/// Words the number of tasks of each role in few cells: `牵16 配33`; `0` where there are none.
pub(crate) fn short_tally(tally: RoleCounts) -> String {
    let parts = [("牵", tally.lead), ("配", tally.joint), ("责", tally.listed)];
    let parts: Vec<String> = parts.iter().filter(|(_, n)| *n > 0).map(|(each, n)| format!("{each}{n}")).collect();
    if parts.is_empty() { "0".to_owned() } else { parts.join(" ") }
}

/// Words the units of a clause, the lead first: `牵头：甲；配合：乙、丙（分别负责）`.
pub(crate) fn units(clause: &Clause) -> String {
    let mut parts = Vec::new();
    for each in [Role::Lead, Role::Joint, Role::Listed] {
        let names: Vec<&str> =
            clause.units.iter().filter(|unit| unit.role == each).map(|unit| unit.raw.as_str()).collect();
        if !names.is_empty() {
            parts.push(format!("{}：{}", role_name(each), names.join("、")));
        }
    }
    let remarks: Vec<String> = remarks(clause);
    let tail = if remarks.is_empty() { String::new() } else { format!("（{}）", remarks.join("，")) };
    format!("{}{tail}", parts.join("；"))
}

/// Words what else a clause says, as printed: 分别负责, and that its list of units is open.
pub(crate) fn remarks(clause: &Clause) -> Vec<String> {
    let share = duty::share(clause).map(str::to_owned);
    let open = clause.open_ended.as_ref().map(|open| format!("名单未列尽：“{open}”"));
    share.into_iter().chain(open).collect()
}

/// Words the head of a column of values in two rows: region and kind, then the year. `home` is the plan's own region,
/// which is not named. A column that the importer could not classify keeps its printed head.
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

/// The name of a column that holds no values.
pub(crate) fn column_role(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Domain => "领域",
        ColumnRole::Number => "序号",
        ColumnRole::Name => "指标",
        ColumnRole::Unit => "计量单位",
        ColumnRole::Value => "数值",
        ColumnRole::Nature => "性质",
    }
}

/// Words that a node has several clauses, each shown behind its paragraph.
pub(crate) fn several_clauses(n: usize) -> String {
    format!("责任单位分 {n} 处写明，列在各段之后")
}

/// Words how long a plan is: chapters, tasks, tables and rows.
pub(crate) fn extent(plan: &Plan) -> String {
    let counts = plan.counts;
    let (chapters, n_tables, n_rows) = (counts.chapters, counts.tables, counts.rows);
    let n_tasks = plan.tasks().count();
    let tables = if n_tables == 0 {
        "没有指标表".to_owned()
    } else {
        format!("{n_tables} 张指标表、{n_rows} 项指标")
    };
    format!("{chapters} 章，{n_tasks} 项任务，{tables}")
}

/// Words how many tasks name units, and whether the plan says who leads.
pub(crate) fn units_named(n_tasks: usize, says_lead: bool) -> String {
    let lead = if says_lead { "并写明牵头" } else { NO_LEAD };
    format!("{n_tasks} 处任务写了责任单位，{lead}")
}

/// The name of a department, with its level if that is not the city's: `妇幼保健院（机构）`.
pub(crate) fn office(name: &str, level: Option<Level>) -> String {
    match level {
        Some(level) if level != Level::Municipal => format!("{name}（{}）", level.name()),
        _ => name.to_owned(),
    }
}

/// Words which departments are easily mistaken for this one.
pub(crate) fn sisters(names: &[&str]) -> String {
    const SHOWN: usize = 3;
    let shown = names.get(..SHOWN).unwrap_or(names).join("、");
    let more = if names.len() > SHOWN { format!("等 {} 个", names.len()) } else { String::new() };
    format!("另有相近部门：{shown}{more}（任务分开统计）")
}

/// Words which departments are named in the same clauses most often.
pub(crate) fn partners(partners: &[(String, usize)]) -> String {
    let named: Vec<String> = partners.iter().map(|(name, n)| format!("{name} {n}")).collect();
    format!("共同承担任务最多的部门（推算）：{}", named.join("、"))
}

/// Words how many passages of the text mention a department.
pub(crate) fn mentions(n: usize) -> String {
    format!("{n} 处，不是责任分工")
}

/// Words where a plan was read last.
pub(crate) fn last_read(path: &str) -> String {
    format!("{path}（按 r 接着读）")
}

/// Words which table is shown, of how many.
pub(crate) fn table_count(at: usize, of: usize) -> String {
    format!("第 {at}/{of} 张表")
}

/// The name of a table: the line above it, or the heading it stands under.
pub(crate) fn table_title(plan: &Plan, table: &Table) -> String {
    let above = || plan.node(&table.node).map(heading);
    table.title.clone().or_else(above).unwrap_or_else(|| "指标表".to_owned())
}

/// Words the printed head of a column, where the screen shows another one.
pub(crate) fn printed_head(header: &str) -> String {
    format!("　　表头：{header}")
}
