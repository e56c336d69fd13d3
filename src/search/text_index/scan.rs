//! Finds a word in the running text without an index: one pass over all of it.
//!
//! For a large library this serves until the bigram index is built. It is also what the indexes are tested
//! against: all give the same answer.

use crate::search::base::bit_set::BitSet;
use crate::search::base::pattern::Pattern;
use crate::search::text_index::lines::TextLines;

/// The lines that hold the word.
pub(crate) fn lines_with(lines: &TextLines, pattern: &Pattern) -> BitSet {
    let mut found = BitSet::new(lines.len());
    let (mut from, mut line) = (0, 0);
    while let Some(at) = pattern.find_from(lines.folded(), from) {
        line = lines.line_at(at, line);
        found.insert(line);
        line += 1;
        from = lines.start(line);
    }
    found
}
