//! The words for a task and the closest tasks of other plans.

use crate::text::sanitize::one_line;

/// Words how close a task is; `score` lies between 0 and 1.
pub(crate) fn likeness(score: f64) -> String {
    format!("相近度 {:.0}%（推算）", score * 100.0)
}

/// Words the phrases that two tasks share.
pub(crate) fn shared(phrases: &[String]) -> String {
    if phrases.is_empty() { String::new() } else { format!("　共有“{}”", phrases.join("”“")) }
}

/// Words which node is held for the side-by-side popup.
pub(crate) fn held(title: &str) -> String {
    let title = one_line(title);
    let short: String = title.chars().take(4).collect();
    let more = if short.len() < title.len() { "…" } else { "" };
    format!("已记下“{short}{more}”")
}
