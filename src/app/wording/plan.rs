//! How a plan and its parts are worded: nodes, clauses, tables.

use crate::analysis::responsibility::duty::{self, role_name};
use crate::app::screen::page;
use crate::app::wording::list;
use crate::model::{
    Clause, Column, ColumnRole, DoubtKind, Level, Node, Plan, Role, RoleCounts, Table, ValueKind, draft_word,
};
use crate::words::{Words, pages, punctuation, reading};

/// The label of a doubt, or of what a user has corrected, with the role of its text.
pub(crate) fn doubt(kind: &DoubtKind) -> (&'static str, page::Role) {
    match kind.correction() {
        Some(_) => (reading::CORRECTED.get(), page::Role::Dim),
        None => (reading::DOUBT.get(), page::Role::Warning),
    }
}

/// The label before the units that do this in a task.
pub(crate) fn role_label(role: Role) -> &'static str {
    match role {
        Role::Lead => reading::LEAD_UNITS,
        Role::Joint => reading::JOINT_UNITS,
        Role::Listed => reading::LISTED_UNITS,
        Role::Other => reading::OTHER_UNITS,
    }
    .get()
}

/// The word for what a department does in a task, for a narrow column.
pub(crate) fn short_role(role: Role) -> Words {
    match role {
        Role::Lead => reading::LEAD,
        Role::Joint => reading::JOINT,
        Role::Listed => reading::LISTED,
        Role::Other => reading::OTHER,
    }
}

/// The word by which a filter names what a department does in a task.
pub(crate) fn role_filter(role: Role) -> &'static str {
    match role {
        Role::Lead => reading::LEAD_FILTER,
        Role::Joint => reading::JOINT_FILTER,
        Role::Listed => reading::LISTED_FILTER,
        Role::Other => reading::OTHER_FILTER,
    }
    .get()
}

/// The number and title of a node, or its kind where it has neither.
pub(crate) fn heading(node: &Node) -> String {
    let heading = node.heading();
    if heading.is_empty() { punctuation::bracketed(node.kind.untitled()) } else { heading }
}

/// How the data call the standing of a plan in force.
const STATUS_ISSUED: &str = "印发";

/// Words the standing of a plan: that it was issued, or the word for a draft.
pub(crate) fn status(status: &str) -> &str {
    if status == STATUS_ISSUED { reading::IS_ISSUED.get() } else { draft_word(status) }
}

/// Words the years of a plan: `2021-2025` gives `2021—2025年`, `-2030` gives `到2030年` in Chinese.
pub(crate) fn period(period: &str) -> String {
    match period.split_once('-') {
        Some(("", end)) => reading::until(end),
        Some((start, end)) => reading::years(start, end),
        None => period.to_owned(),
    }
}

/// Words which lines of the document a text takes.
pub(crate) fn lines([first, last]: [u32; 2]) -> String {
    if first == last { reading::line(first) } else { reading::lines(first, last) }
}

/// Words how many tasks there are of each role.
pub(crate) fn tally(tally: RoleCounts) -> String {
    let parts = Role::ALL.into_iter().map(|role| (role, tally.of(role)));
    let parts: Vec<String> =
        parts.filter(|(_, n)| *n > 0).map(|(each, n)| format!("{} {n}", short_role(each))).collect();
    parts.join("  ")
}

/// Words the number of tasks of each role in few cells: `牵16 配33`; `0` where there are none.
pub(crate) fn short_tally(tally: RoleCounts) -> String {
    let count = |n: usize, words: fn(usize) -> String| (n > 0).then(|| words(n));
    let lead = count(tally.lead, reading::lead_count);
    let joint = count(tally.joint, reading::joint_count);
    let listed = count(tally.listed, reading::listed_count);
    let other = count(tally.other, reading::other_count);
    let parts: Vec<String> = lead.into_iter().chain(joint).chain(listed).chain(other).collect();
    if parts.is_empty() { "0".to_owned() } else { parts.join(" ") }
}

/// Words the units of a clause, the lead first: `牵头：甲；配合：乙、丙（分别负责）`.
pub(crate) fn units(clause: &Clause) -> String {
    let mut parts = Vec::new();
    for each in Role::ALL {
        let names: Vec<&str> =
            clause.units.iter().filter(|unit| unit.role == each).map(|unit| unit.raw.as_str()).collect();
        if !names.is_empty() {
            parts.push(punctuation::labelled(role_name(each), list(&names)));
        }
    }
    let remarks: Vec<String> = remarks(clause);
    let units = parts.join(punctuation::SEMICOLON.get());
    if remarks.is_empty() { units } else { punctuation::with_remark(units, remarks.join(punctuation::COMMA.get())) }
}

/// Words what else a clause says, as printed: 分别负责, and that its list of units is open.
pub(crate) fn remarks(clause: &Clause) -> Vec<String> {
    let share = duty::share(clause).map(str::to_owned);
    let open = clause.open_ended.as_ref().map(reading::unlisted);
    share.into_iter().chain(open).collect()
}

/// Words the head of a column of values in two rows: region and kind, then the year. `home` is the plan's own region,
/// which is not named. A column that the importer could not classify keeps its printed head.
pub(crate) fn column(column: &Column, home: Option<&str>) -> [String; 2] {
    let what = match column.kind {
        Some(ValueKind::Baseline) => reading::BASELINE,
        Some(ValueKind::Actual) => reading::ACTUAL,
        Some(ValueKind::Target) => reading::TARGET,
        None => return [column.header.clone(), String::new()],
    };
    let what = match column.scope.as_deref() {
        Some(scope) if Some(scope) != home => reading::of_region(scope, what),
        _ => what.to_string(),
    };
    [what, column.year.map(reading::in_year).unwrap_or_default()]
}

/// The name of a column that holds no values.
pub(crate) fn column_role(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Domain => reading::DOMAIN,
        ColumnRole::Number => reading::NUMBER,
        ColumnRole::Name => reading::NAME,
        ColumnRole::Unit => reading::UNIT,
        ColumnRole::Value => reading::VALUE,
        ColumnRole::Nature => reading::NATURE,
    }
    .get()
}

/// Words a column of values in one line: its year, and what it holds.
pub(crate) fn column_in_line([what, year]: &[String; 2]) -> String {
    if year.is_empty() { what.clone() } else { reading::of_year(year, what) }
}

/// Words how long a plan is: chapters, tasks, tables and rows.
pub(crate) fn extent(plan: &Plan) -> String {
    let counts = plan.counts;
    let (chapters, n_tables, n_rows) = (counts.chapters, counts.tables, counts.rows);
    let n_tasks = plan.tasks().count();
    let tables =
        if n_tables == 0 { reading::WITHOUT_TABLES.to_string() } else { reading::tables_and_rows(n_tables, n_rows) };
    reading::extent(chapters, n_tasks, tables)
}

/// Words how many tasks name units, and whether the plan says who leads.
pub(crate) fn units_named(n_tasks: usize, says_lead: bool) -> String {
    if says_lead { reading::units_with_lead(n_tasks) } else { reading::units_without_lead(n_tasks) }
}

/// The name of a department, with its level if that is not the city's: `妇幼保健院（机构）`.
pub(crate) fn office(name: &str, level: Option<Level>) -> String {
    match level {
        Some(level) if level != Level::Municipal => punctuation::with_remark(name, level.name()),
        _ => name.to_owned(),
    }
}

/// Words which departments are easily mistaken for this one.
pub(crate) fn sisters(names: &[&str]) -> String {
    const SHOWN: usize = 3;
    let shown = list(names.get(..SHOWN).unwrap_or(names));
    let more = if names.len() > SHOWN { pages::and_more(names.len()) } else { String::new() };
    pages::similar_offices(format_args!("{shown}{more}"))
}

/// Words which departments are named in the same clauses most often.
pub(crate) fn partners(partners: &[(String, usize)]) -> String {
    let named: Vec<String> = partners.iter().map(|(name, n)| format!("{name} {n}")).collect();
    pages::partners(list(&named))
}

/// The name of a table: the line above it, or the heading it stands under.
pub(crate) fn table_title(plan: &Plan, table: &Table) -> String {
    let above = || plan.node(&table.node).map(heading);
    table.title.clone().or_else(above).unwrap_or_else(|| reading::TABLE.to_string())
}
