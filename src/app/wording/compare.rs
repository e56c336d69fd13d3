//! The words of a task beside the closest ones of other plans.

use crate::text::sanitize::one_line;

/// How close a task is, from 0 to 1.
pub(crate) fn likeness(score: f64) -> String {
    format!("相近度 {:.0}%（推算）", score * 100.0)
}

/// The phrases that two tasks share.
pub(crate) fn shared(phrases: &[String]) -> String {
    if phrases.is_empty() { String::new() } else { format!("　共有“{}”", phrases.join("”“")) }
}

/// Which node is held, so that another one can be set beside it.
pub(crate) fn held(title: &str) -> String {
    let title = one_line(title);
    let short: String = title.chars().take(4).collect();
    let more = if short.len() < title.len() { "…" } else { "" };
    format!("已记下“{short}{more}”")
}
