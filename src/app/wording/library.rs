//! Words about a library that answers late or not at all.

use crate::library::Failure;

pub(crate) const LOADING: &str = "正在读取规划…";
pub(crate) const SEARCHING: &str = "正在查找…";
pub(crate) const SOURCE_COMES: &str = "原文正在读取…以下为识别后的文字";

/// Words how many plans a list lacks because they are still to come, or could not be read; `None` if it lacks none.
pub(crate) fn partly(n_pending: usize, n_failed: usize) -> Option<String> {
    let parts = [(n_pending, "正在读取"), (n_failed, "未能读取（按 Ctrl-L 重试）")];
    let parts = parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} 部规划{what}"));
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("另有 {}", parts.join("，")))
}

/// What the foot says of a library that failed, or whose plans are still to come.
pub(crate) fn library(failure: Option<&Failure>, is_loading: bool) -> Option<String> {
    match failure {
        Some(failure) => Some(format!("{failure}（按 Ctrl-L 重试）")),
        None => is_loading.then(|| LOADING.to_owned()),
    }
}
