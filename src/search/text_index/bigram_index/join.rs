//! A word found by its bigrams alone: the places where they follow each other as in the word. The text is not read.
//!
//! Reading lists of positions from end to end is quick; reading the text at each position waits for memory every time.

use crate::search::base::bit_set::BitSet;
use crate::search::text_index::lines::TextLines;

/// The positions in the text of one of the bigrams of a word, ascending, read once and forwards.
pub(super) struct Positions<I> {
    rest: I,
    /// The first position that may still be asked for; `None` behind the last.
    current: Option<usize>,
    /// How many bytes of the word stand before the bigram.
    offset: usize,
}

impl<I: Iterator<Item = usize>> Positions<I> {
    pub(super) fn new(mut positions: I, offset: usize) -> Self {
        let current = positions.next();
        Self { rest: positions, current, offset }
    }

    /// Whether the bigram stands where it must in a word that begins at the byte `from`, which never decreases.
    fn agrees(&mut self, from: usize) -> bool {
        let wanted = from + self.offset;
        while self.current.is_some_and(|current| current < wanted) {
            self.current = self.rest.next();
        }
        self.current == Some(wanted)
    }
}

/// Adds the lines in which all the bigrams stand as in the word. `rarest` is one of them, `others` are the rest.
pub(super) fn add_lines<I: Iterator<Item = usize>>(
    lines: &TextLines,
    rarest: Positions<I>,
    mut others: Vec<Positions<I>>,
    found: &mut BitSet,
) {
    let (mut line, mut end) = (0, 0);
    let offset = rarest.offset;
    for position in rarest.current.into_iter().chain(rarest.rest) {
        // Once a line is found, the rest of it is skipped.
        let Some(from) = position.checked_sub(offset).filter(|from| *from >= end) else { continue };
        if others.iter_mut().all(|other| other.agrees(from)) {
            line = lines.line_at(position, line);
            found.insert(line);
            end = lines.start(line + 1);
        }
    }
}
