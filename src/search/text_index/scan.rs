//! The plain way to find a word in the running text: one pass over all of it.
//!
//! Below some ten megabytes no index is faster than this by anything one could feel. It is also what the index is held
//! against: both must answer alike.

use crate::search::base::pattern::Needle;
use crate::search::base::set::Set;
use crate::search::text_index::lines::Prose;

/// The lines in which the word stands.
pub(crate) fn lines_with(prose: &Prose, needle: &Needle) -> Set {
    let mut lines = Set::new(prose.len());
    let (mut from, mut line) = (0, 0);
    while let Some(at) = needle.next(prose.blob(), from) {
        line = prose.line_at(at, line);
        lines.insert(line);
        line += 1;
        from = prose.start(line);
    }
    lines
}
