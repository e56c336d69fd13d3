//! What a command says beside its rows: to stderr, or, while the browser has the screen, into a report for its foot.
//!
//! Whether a report is kept belongs to the thread that runs the command, so no command can forget to ask: whatever any of
//! them says through [`message`] stays off the screen.

use std::cell::RefCell;
use std::io::{self, Write};

use crate::text::sanitize;

/// What a command said and wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Report {
    /// Its messages, a line each.
    pub(super) messages: Vec<String>,
    /// The rows it wrote; `None` for a document without rows.
    pub(super) n_rows: Option<usize>,
}

thread_local! {
    static KEPT: RefCell<Option<Report>> = const { RefCell::new(None) };
}

/// Runs something whose messages are kept and not printed; gives what it came to, and the report.
pub(super) fn kept<T>(run: impl FnOnce() -> T) -> (T, Report) {
    KEPT.set(Some(Report::default()));
    let value = run();
    (value, KEPT.take().unwrap_or_default())
}

/// A message of one line.
pub(super) fn message(text: &str) {
    let line = sanitize::one_line(text);
    let is_kept = KEPT.with_borrow_mut(|kept| {
        if let Some(report) = kept {
            report.messages.push(line.to_string());
        }
        kept.is_some()
    });
    if !is_kept {
        // A message that cannot be written has nowhere else to go.
        let _ = writeln!(io::stderr().lock(), "guihua: {line}");
    }
}

/// Notes how many rows a command wrote.
pub(super) fn wrote(n_rows: usize) {
    KEPT.with_borrow_mut(|kept| {
        if let Some(report) = kept {
            report.n_rows = Some(n_rows);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_within_is_kept_and_no_longer() {
        let (value, report) = kept(|| {
            message("一\n二");
            wrote(3);
            4
        });
        assert_eq!(value, 4);
        assert_eq!(report, Report { messages: vec!["一 二".to_owned()], n_rows: Some(3) });
        assert_eq!(kept(|| ()).1, Report::default());
    }
}
