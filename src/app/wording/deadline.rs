//! The words for what is due by when.

pub(crate) const NO_DEADLINES: &str = "所选规划没有写明数值目标。按 p 换选规划。";
pub(crate) const NO_SUCH_DEADLINE: &str = "没有这样的目标。Esc 清除筛选。";
pub(crate) const NO_YEAR: &str = "无年份";
pub(crate) const UNNAMED: &str = "未写责任单位";
pub(crate) const TABLE_ROWS: &str = "指标表";
pub(crate) const BODY_TEXT: &str = "正文";
/// Heads of the list: what it is grouped by, and the number behind each.
pub(crate) const BY_YEAR: &str = "年份";
pub(crate) const BY_BUREAU: &str = "部门";
pub(crate) const N_TARGETS: &str = "目标数";

/// A year to be met, or that none is printed.
pub(crate) fn due_year(year: Option<u16>) -> String {
    year.map_or_else(|| NO_YEAR.to_owned(), |year| format!("{year}年"))
}

/// How many targets of a plan stand in its text, and how many in its tables.
pub(crate) fn due_counts(n_text: usize, n_rows: usize) -> String {
    let parts = [(BODY_TEXT, n_text), (TABLE_ROWS, n_rows)];
    parts.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>().join("  ")
}

/// Plans that name no responsible unit for anything.
pub(crate) fn unnamed_in(plans: &[&str]) -> String {
    format!("{}的规划没有写明各任务的责任单位。", plans.join("、"))
}

/// Targets that no clause gives to a bureau, though their plan names bureaus elsewhere.
pub(crate) fn above_tasks(n: usize) -> String {
    format!("其中 {n} 个目标所在的段落（如章节开头）没有责任单位句，原文未写由谁负责。")
}
