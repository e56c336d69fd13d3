//! Files that are written: what the browser must be told of them, what it asks for, and what came of it.

use crate::command::{Command, Format};

/// What the browser must be told of files, as it touches none.
#[derive(Clone, Copy, Debug)]
pub struct Files {
    /// The formats that a command's rows can be written in, the most wanted first.
    pub offered: fn(&Command) -> Vec<Format>,
    /// The whole path that a typed name means, as people read it.
    pub resolved: fn(&str) -> String,
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// What makes its rows.
    pub command: Command,
    /// Its format.
    pub format: Format,
    /// Its name as typed, extension included.
    pub name: String,
    /// Whether it may take the place of a file that is there.
    pub overwrite: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file is written.
    Written {
        /// Where it is, as people read it.
        path: String,
        /// How many rows it has; `None` for a text without rows.
        n_rows: Option<usize>,
        /// What to open it with.
        opens: &'static str,
        /// What the command said of it.
        said: Vec<String>,
    },
    /// There is a file of this name, and it was left as it is.
    Exists,
    /// It could not be written: why, in one line.
    Failed(String),
}
