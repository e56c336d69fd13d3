//! How a task and the closest tasks of other plans are worded.

use crate::app::wording::list;
use crate::text::sanitize::one_line;
use crate::words::{self, browser, overlays};

/// The number of characters of a title that stand for it where a node is held.
const SHORT_TITLE: usize = 4;

/// Words how close a task is; `score` lies between 0 and 1.
pub(crate) fn likeness(score: f64) -> String {
    overlays::likeness(format_args!("{:.0}", score * 100.0))
}

/// Words what two tasks share: topics, as this program names them, and phrases.
pub(crate) fn shared(topics: &[&str], phrases: &[String]) -> String {
    let about = if topics.is_empty() { String::new() } else { overlays::same_topic(list(topics)) };
    if phrases.is_empty() { about } else { format!("{about}{}", overlays::shared(phrases.join(words::QUOTED.get()))) }
}

/// Words which node is held for the side-by-side popup.
pub(crate) fn held(title: &str) -> String {
    let title = one_line(title);
    let short: String = title.chars().take(SHORT_TITLE).collect();
    let more = if short.len() < title.len() { "…" } else { "" };
    browser::holding(format_args!("{short}{more}"))
}
