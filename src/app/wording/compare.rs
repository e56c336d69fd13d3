//! The words for a task and the closest tasks of other plans.

use crate::text::sanitize::one_line;

/// Words how close a task is; `score` lies between 0 and 1.
pub(crate) fn likeness(score: f64) -> String {
    format!("相近度 {:.0}%（推算）", score * 100.0)
}

/// Words what two tasks share: topics, as this program names them, and phrases.
pub(crate) fn shared(topics: &[&str], phrases: &[String]) -> String {
    let about = if topics.is_empty() { String::new() } else { format!("　同一主题 {}", topics.join("、")) };
    if phrases.is_empty() { about } else { format!("{about}　共有“{}”", phrases.join("”“")) }
}

/// Words the search that is offered where no task is close.
pub(crate) fn search_instead(words: &str) -> String {
    format!("搜索全部规划：{}", one_line(words))
}

/// Words which node is held for the side-by-side popup.
pub(crate) fn held(title: &str) -> String {
    let title = one_line(title);
    let short: String = title.chars().take(4).collect();
    let more = if short.len() < title.len() { "…" } else { "" };
    format!("已记下“{short}{more}”")
}
