//! The running text of all plans, and three ways to find the lines that hold a word: a scan and two indexes.
//!
//! All three give the same answer; [`TextIndex`] chooses by the size of the library.

pub(crate) mod bigram_index;
pub(crate) mod char_index;
mod char_numbers;
pub(crate) mod lines;
mod scan;

use std::sync::OnceLock;

use crate::search::base::bit_set::BitSet;
use crate::search::base::bytes::{Reader, Writer};
use crate::search::base::pattern::Pattern;
use crate::search::text_index::bigram_index::BigramIndex;
use crate::search::text_index::char_index::CharIndex;
use crate::search::text_index::lines::TextLines;

/// From this many bytes of running text on, the bigram index is worth building; below, the character index is enough.
const LARGE: usize = 10_000_000;

/// Finds the lines that hold a word, by whichever index there is.
pub(crate) struct TextIndex {
    /// Built at once for a small library; a large one has none.
    char_index: Option<CharIndex>,
    /// Built on request, see [`TextIndex::prepare`].
    bigram_index: OnceLock<BigramIndex>,
}

impl TextIndex {
    /// Indexes the lines of a small library; those of a large one are scanned until [`TextIndex::prepare`] has run.
    pub(crate) fn new(lines: &TextLines) -> Self {
        let char_index = (!is_large(lines)).then(|| CharIndex::new(lines.folded(), lines.len()));
        Self { char_index, bigram_index: OnceLock::new() }
    }

    /// Writes the index, to be read by [`TextIndex::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.list(self.char_index.as_slice(), |out, index| index.write(out));
        out.list(self.bigram_index.get().as_slice(), |out, index| index.write(out));
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let char_index = from.list(CharIndex::read)?.pop();
        let bigram_index = from.list(BigramIndex::read)?.pop();
        Some(Self { char_index, bigram_index: bigram_index.map_or_else(OnceLock::new, OnceLock::from) })
    }

    /// Builds the bigram index, if that has not been done. Takes seconds for a large library.
    pub(crate) fn prepare(&self, lines: &TextLines) {
        self.bigram_index.get_or_init(|| BigramIndex::new(lines));
    }

    /// The lines that hold the pattern.
    pub(crate) fn lines_with(&self, lines: &TextLines, pattern: &Pattern) -> BitSet {
        match (self.bigram_index.get(), &self.char_index) {
            (Some(bigrams), _) => {
                bigrams.lines_with(lines, pattern).unwrap_or_else(|| scan::lines_with(lines, pattern))
            }
            (None, Some(chars)) => chars.lines_with(lines, pattern),
            (None, None) => scan::lines_with(lines, pattern),
        }
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.char_index.as_ref().map_or(0, CharIndex::bytes) + self.bigram_index.get().map_or(0, BigramIndex::bytes)
    }
}

/// Whether a text is so large that the bigram index is worth its building.
pub(crate) fn is_large(lines: &TextLines) -> bool {
    lines.folded().len() >= LARGE
}
