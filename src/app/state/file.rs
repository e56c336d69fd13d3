//! Files that are exported: what the browser needs to know of them, what it asks for, and what came of it.

use crate::command::{Command, Format};

/// What the browser needs to know of files, as it touches none itself.
#[derive(Clone, Copy, Debug)]
pub struct Files {
    /// Returns the formats in which a command's rows can be exported, the most useful first.
    pub offered: fn(&Command) -> Vec<Format>,
    /// Resolves a typed name to a whole path, as people read it.
    pub resolved: fn(&str) -> String,
    /// Returns the files that can be imported, and the folders, whose paths begin with what was typed, as they would be
    /// typed; those of folders end with a slash.
    pub completed: fn(&str) -> Vec<String>,
}

/// What came of importing files, or of undoing that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What is shown in a popup, a line each: the titles of documents, and indented what was read of them.
    pub lines: Vec<String>,
    /// What could not be done, each in one line.
    pub failures: Vec<String>,
    /// What the foot of the screen says.
    pub words: String,
    /// Whether the last import can be undone, or brought back.
    pub can_undo: bool,
}

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// The command that makes its rows.
    pub command: Command,
    /// The format to write it in.
    pub format: Format,
    /// The name as it was typed, with its extension.
    pub name: String,
    /// Whether a file of this name may be replaced.
    pub overwrite: bool,
}

/// The outcome of writing a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file was written as asked.
    Written {
        /// The path of the file, as people read it.
        path: String,
        /// The number of its rows; `None` for a text without rows.
        n_rows: Option<usize>,
        /// The program that opens such a file.
        opens: &'static str,
        /// The messages of the command that made its rows.
        messages: Vec<String>,
    },
    /// A file of this name exists and was left as it is.
    Exists,
    /// The file could not be written, with the reason in one line.
    Failed(String),
}
