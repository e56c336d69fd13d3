//! What the importer doubts while it reads.

use serde::{Deserialize, Serialize};

/// A doubt about the document, with its place: reported, never guessed away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// The line of the document (1-based).
    pub line: u32,
    /// What is doubtful, in Chinese, for the reader of the plan.
    pub what: String,
}
