//! Tables that divide tasks among units (任务分工表): each row is a task, with who leads it, who assists, and by when.
//!
//! ```text
//! 序号 | 重点任务 | 具体措施 | 牵头单位 | 配合单位 | 完成时限
//! 1    | 扩大筛查 | 免费测…  | 市卫生健康局 | 市医保局 | 2027年底
//! ```
//! A group printed once for several rows leaves the rows below it one cell short.

use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::clause;
use crate::importer::column;
use crate::importer::grid::header;
use crate::importer::mark;
use crate::lexicon::clause::UNIT_SEPARATORS;
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::table::{NUMBER_HEADERS, TASK_HEADERS, TIME_HEADERS, TOTALS};
use crate::model::LineRange;
use crate::text::fold::squeeze;

/// The longest header of a column of tasks, in characters.
const LONGEST_HEADER: usize = 12;

/// The longest title of a task, in characters; a longer cell is its text.
const LONGEST_TITLE: usize = 45;

/// What a row of such a table gives to its units.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Assignment {
    pub(super) number: Option<String>,
    pub(super) title: Option<String>,
    /// The cells that say what is to be done, each with its lines.
    pub(super) texts: Vec<(String, LineRange)>,
    /// The cells of units and of time limits behind the headers of their columns, as one clause.
    pub(super) clause: String,
    /// Whether it is no task but names the tasks below it.
    pub(super) is_group: bool,
    /// The line on which the clause begins.
    pub(super) line: u32,
    pub(super) lines: LineRange,
}

/// What a column of such a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Number,
    /// A group of tasks, printed once for all of them.
    Group,
    Task,
    /// Units, or a time limit: a field of the clause.
    Field,
    Other,
}

/// Reads a table as one that divides tasks; `None` if it is of another kind.
pub(super) fn read(grid: &Grid) -> Option<Vec<Assignment>> {
    let (header, n_rows) = header::lowest(grid);
    let roles = roles(&header)?;
    let first = grid.rows.first()?;
    let mut above: Vec<Cell> = Vec::new();
    let mut found = Vec::new();
    let is_header = |row: &&GridRow| is_same(row, &header) || is_same(row, first);
    for row in grid.rows.iter().skip(n_rows).filter(|row| !is_header(row)) {
        if let Some(group) = group(row, &roles) {
            found.push(group);
            continue;
        }
        let cells = fit(row, &roles, &above);
        let read = assignment(&cells, &roles, &header);
        // The row that adds up the others is no task, and stays with the last one.
        if is_total(row)
            && let Some((last, total)) = found.last_mut().zip(read.as_ref())
        {
            let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
            last.texts.push((cells.join("："), total.lines));
            continue;
        }
        found.extend(read);
        above = cells;
    }
    Some(found)
}

/// Whether a row adds up the others: 合计.
fn is_total(row: &GridRow) -> bool {
    row.iter().find(|cell| !cell.text.is_empty()).is_some_and(|cell| TOTALS.contains(&squeeze(&cell.text)))
}

/// The group of tasks that a row names across all columns: a heading (一、提升服务能力) or words in a single cell.
fn group(row: &GridRow, roles: &[Role]) -> Option<Assignment> {
    let mut printed = row.iter().filter(|cell| !cell.text.is_empty());
    let cell = printed.next().filter(|_| printed.next().is_none())?;
    let stands_first = row.first().is_some_and(|first| !first.text.is_empty());
    let text = cell.text.replace("**", "");
    let heading = mark::heading(&text).filter(|heading| heading.body.is_empty());
    let is_across = row.len() == 1 || stands_first && (heading.is_some() || roles.first() == Some(&Role::Number));
    if !is_across || TOTALS.contains(&squeeze(&text)) || text.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let (number, title) = heading.map_or((None, Some(text.clone())), |heading| {
        (Some(heading.number.to_owned()), heading.title.map(str::to_owned))
    });
    Some(Assignment { number, title, is_group: true, line: cell.lines[0], lines: cell.lines, ..Assignment::default() })
}

/// Whether the first row of a table heads the columns of one that divides tasks.
pub(super) fn is_header(row: &GridRow) -> bool {
    roles(row).is_some()
}

/// Whether a word heads the column of what is to be done: 重点任务, 具体内容.
pub(super) fn is_head_of_tasks(header: &str) -> bool {
    role(&squeeze(header)) == Role::Task
}

fn roles(header: &GridRow) -> Option<Vec<Role>> {
    let mut roles: Vec<Role> = header.iter().map(|cell| role(&squeeze(&cell.text))).collect();
    let first_task = roles.iter().position(|role| *role == Role::Task)?;
    let names_units = header.iter().any(|cell| clause::is_label_of_units(&cell.text));
    let has_years = header.iter().any(|cell| column::year(&cell.text).is_some());
    // A table with dates of several steps (开工时间, 建成时间) stays a table, whose columns say which is which.
    let has_steps = header.iter().any(|cell| TIME_HEADERS.is_in(&cell.text) && !clause::is_label_of_time(&cell.text));
    if !names_units || has_years || has_steps {
        return None;
    }
    for role in roles.iter_mut().take(first_task).filter(|role| **role == Role::Other) {
        *role = Role::Group;
    }
    Some(roles)
}

fn role(header: &str) -> Role {
    if NUMBER_HEADERS.meaning(header).is_some() {
        Role::Number
    } else if TASK_HEADERS.contains(header) {
        Role::Task
    } else if clause::is_label_of_units(header) || clause::is_label_of_time(header) {
        Role::Field
    } else if header.chars().count() <= LONGEST_HEADER && TASK_HEADERS.ends(header) {
        Role::Task
    } else {
        Role::Other
    }
}

fn is_same(row: &GridRow, header: &GridRow) -> bool {
    row.len() == header.len() && row.iter().zip(header).all(|(one, two)| squeeze(&one.text) == squeeze(&two.text))
}

/// The cells of a row as wide as the table: a group that is printed above holds for it.
fn fit(row: &GridRow, roles: &[Role], above: &[Cell]) -> Vec<Cell> {
    let mut cells = row.clone();
    let groups = roles.iter().take_while(|role| matches!(role, Role::Group | Role::Number)).count();
    if cells.len() < roles.len() && roles.len() - cells.len() <= groups && roles.first() == Some(&Role::Group) {
        let missing = roles.len() - cells.len();
        cells.splice(0..0, std::iter::repeat_n(Cell::default(), missing));
    }
    cells.resize(roles.len().max(cells.len()), Cell::default());
    for ((cell, role), above) in cells.iter_mut().zip(roles).zip(above) {
        if *role == Role::Group && cell.text.is_empty() {
            cell.text.clone_from(&above.text);
        }
    }
    cells
}

fn assignment(cells: &[Cell], roles: &[Role], header: &GridRow) -> Option<Assignment> {
    let printed = cells.iter().filter(|cell| !cell.text.is_empty() && cell.lines[0] > 0).map(|cell| cell.lines);
    let lines = printed.reduce(|all, one| [all[0].min(one[0]), all[1].max(one[1])])?;
    let mut found = Assignment { lines, line: lines[0], ..Assignment::default() };
    let mut fields = Vec::new();
    for ((cell, role), head) in cells.iter().zip(roles).zip(header).filter(|((cell, _), _)| !cell.text.is_empty()) {
        match role {
            Role::Number => found.number = Some(cell.text.clone()),
            Role::Task if found.title.is_none() && found.texts.is_empty() && is_title(&cell.text) => {
                found.title = Some(cell.text.trim_end_matches(['。', '；']).to_owned());
            }
            Role::Field => {
                if fields.is_empty() && cell.lines[0] > 0 {
                    found.line = cell.lines[0];
                }
                fields.push(format!("{}：{}", squeeze(&head.text), listed(&cell.text)));
            }
            Role::Task | Role::Other if cell.lines[0] > 0 => found.texts.push((cell.text.clone(), cell.lines)),
            Role::Group | Role::Task | Role::Other => {}
        }
    }
    found.clause = fields.join("；");
    Some(found)
}

fn is_title(text: &str) -> bool {
    text.chars().count() <= LONGEST_TITLE && !SENTENCE_ENDS.is_in(text.trim_end_matches('。'))
}

/// The units of a cell, which may stand on lines of their own without any mark between.
fn listed(cell: &str) -> String {
    let names: Vec<&str> = cell.split_whitespace().collect();
    let mut listed = String::new();
    for name in names {
        if !listed.is_empty() && !UNIT_SEPARATORS.ends(&listed) {
            listed.push('、');
        }
        listed.push_str(name);
    }
    listed.trim_end_matches(|c| UNIT_SEPARATORS.contains(c)).to_owned()
}
