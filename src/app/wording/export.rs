//! How the outcome of an export is worded, and the keys of its prompt.

use crate::app::input::action::{Action, ExportAction, Step};
use crate::app::wording::ESCAPE;
use crate::words::{Words, punctuation, saving};

/// The actions whose keys the prompt shows, with what they do.
pub(crate) const SAVE_KEYS: [(Action, Words); 3] = [
    (Action::Export(ExportAction::Write), saving::SAVE),
    (Action::Export(ExportAction::Format(Step::Next)), saving::OTHER_FORMAT),
    (ESCAPE, saving::CANCEL),
];

/// Words that a file was written: its path, its rows, the program that opens it, and the messages of the command.
pub(crate) fn written(path: &str, n_rows: Option<usize>, opens: &str, messages: &[String]) -> String {
    let written = match n_rows {
        Some(n_rows) => saving::written_rows(path, n_rows, opens),
        None => saving::written(path, opens),
    };
    let parts = std::iter::once(written.as_str()).chain(messages.iter().map(String::as_str));
    parts.collect::<Vec<_>>().join(punctuation::SEMICOLON.get())
}
