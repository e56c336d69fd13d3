//! The words for targets and the years by which they are due.

pub(crate) const NO_DEADLINES: &str = "所选规划没有写明数值目标。按 p 换选规划。";
pub(crate) const NO_SUCH_DEADLINE: &str = "没有这样的目标。Esc 清除筛选。";
pub(crate) const NO_YEAR: &str = "无年份";
pub(crate) const UNNAMED: &str = "未写责任单位";
pub(crate) const TABLE_ROWS: &str = "指标表";
pub(crate) const BODY_TEXT: &str = "正文";
/// The heads of the list of groups: what they are, and the number of targets of each.
pub(crate) const BY_YEAR: &str = "年份";
pub(crate) const BY_BUREAU: &str = "部门";
/// The mark of the department that the user works in.
pub(crate) const OWN_OFFICE: &str = "我局";
pub(crate) const N_TARGETS: &str = "目标数";

/// Words the year of a target, or that none is printed.
pub(crate) fn due_year(year: Option<u16>) -> String {
    year.map_or_else(|| NO_YEAR.to_owned(), |year| format!("{year}年"))
}

/// Words how many targets of a plan are in its text, and how many in its tables.
pub(crate) fn due_counts(n_text: usize, n_rows: usize) -> String {
    let parts = [(BODY_TEXT, n_text), (TABLE_ROWS, n_rows)];
    parts.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>().join("  ")
}

/// Words which plans name no responsible units at all.
pub(crate) fn unnamed_in(plans: &[&str]) -> String {
    format!("{}的规划没有写明各任务的责任单位。", plans.join("、"))
}

/// Words how many targets no clause assigns to a department although their plan names departments elsewhere.
pub(crate) fn above_tasks(n: usize) -> String {
    format!("其中 {n} 个目标所在的段落（如章节开头）没有责任单位句，原文未写由谁负责。")
}
