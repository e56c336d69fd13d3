//! Folding of text that is kept one line an item: names, lines of running text, typed words.

use crate::text::fold::fold_char;

/// Folds a character as [`fold_char`] does, and a line end to a blank, so that the text stays on one line.
pub(crate) fn fold_in_line(c: char) -> char {
    if matches!(c, '\n' | '\r') { ' ' } else { fold_char(c) }
}
