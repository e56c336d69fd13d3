//! How many cells this terminal gives to characters of ambiguous width: it is asked, once, before the first frame.
//!
//! `“ ” — ≥ ‰` and the lines of boxes take one cell in most terminals, two where a user in China has set it so, and no
//! variable of the environment tells. The terminal is shown three of them and asked where its cursor stands. Never
//! later than the start: a reader of keys that is at work would eat the answer (crossterm#963, #919).

use std::io;

use crossterm::cursor::{self, MoveTo};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};

use crate::app::screen::page::Size;
use crate::text::width::Width;

use super::modes;

/// A quote, a dash and a line: the console of Windows takes its widths from a font, where they may differ.
const SAMPLE: &str = "“—─";
/// Cells of the sample where each character has one.
const NARROW: u16 = 3;
/// Cells of the sample where each character has two.
const WIDE: u16 = 6;
/// The row asked in, 0-based. Not the first: there the answer reads the same as the key Shift-F3.
const ROW: u16 = 1;

/// Asks the terminal; raw mode is on and no key has been read yet. Keys typed ahead stay in crossterm's queue.
///
/// Narrow if the screen is too small to ask, or if no sensible answer comes (that costs crossterm's two seconds).
pub(super) fn ambiguous_width(size: Size) -> io::Result<Width> {
    if size.width <= WIDE || size.height <= ROW {
        return Ok(Width::Narrow);
    }
    let mut question = Vec::new();
    queue!(question, MoveTo(0, ROW), Print(SAMPLE))?;
    modes::send(&question)?;
    let answer = cursor::position().ok();
    let mut tidy = Vec::new();
    queue!(tidy, MoveTo(0, ROW), Clear(ClearType::CurrentLine))?;
    modes::send(&tidy)?;
    Ok(answer.map_or(Width::Narrow, width_of))
}

/// The width that a cursor at (column, row) after the sample stands for. Where the three differ, wide is the safe one:
/// two cells are kept for each, and the painter sets the cursor after it in any case.
fn width_of((column, row): (u16, u16)) -> Width {
    if row == ROW && (NARROW + 1..=WIDE).contains(&column) { Width::Wide } else { Width::Narrow }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers() {
        let table = [
            ((3, 1), Width::Narrow, "one cell each"),
            ((6, 1), Width::Wide, "two cells each"),
            ((4, 1), Width::Wide, "only some have two"),
            ((0, 0), Width::Narrow, "an answer made up by something that is no terminal"),
            ((6, 0), Width::Narrow, "Shift-F3 with a modifier"),
            ((9, 1), Width::Narrow, "bytes shown as Latin letters"),
        ];
        for (answer, expected, why) in table {
            assert_eq!(width_of(answer), expected, "{why}");
        }
    }
}
