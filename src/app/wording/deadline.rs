//! How targets and the years by which they are due are worded.

use crate::words::{pages, reading};

/// Words the year of a target, or that none is printed.
pub(crate) fn due_year(year: Option<u16>) -> String {
    year.map_or_else(|| pages::NO_YEAR.to_string(), reading::in_year)
}

/// Words how many targets of a plan are in its text, and how many in its tables.
pub(crate) fn due_counts(n_text: usize, n_rows: usize) -> String {
    let parts = [(pages::IN_TEXT, n_text), (pages::IN_TABLES, n_rows)];
    parts.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>().join("  ")
}
