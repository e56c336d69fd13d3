//! How what a user recorded of the execution of a plan (台账) is worded.

use crate::analysis::progress::{ProgressRow, Verdict};

/// Words a record in one line, and says whether it is behind what the plan asks for.
pub(crate) fn recorded(row: &ProgressRow) -> (String, bool) {
    let is_behind = matches!(row.verdict, Some(Verdict::Behind | Verdict::Missed | Verdict::Overdue));
    (row.in_words(), is_behind)
}
