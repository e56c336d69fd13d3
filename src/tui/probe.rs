//! How many cells this terminal gives to characters of ambiguous width: it is asked, once, before the first frame.
//!
//! `“ ” — ≥ ‰` and the lines of boxes take one cell in most terminals, two where a user in China has set it so, and no
//! environment variable tells. Three of them are printed, and the terminal is asked where its cursor stands then. This
//! is done at the start only, before any key is polled for: while another poll is under way the answer can get lost
//! (crossterm#963, #919).

use std::io;

use crossterm::cursor::{self, MoveTo};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};

use crate::app::screen::page::Size;
use crate::text::width::Width;

use super::modes;

/// A quotation mark, a dash and a line of a box. All three are tried because the console of Windows takes each width
/// from its font, where they may differ.
const SAMPLE: &str = "“—─";
/// Cells of the sample where each character takes one.
const NARROW: u16 = 3;
/// Cells of the sample where each character takes two.
const WIDE: u16 = 6;
/// The row in which the sample is printed, 0-based. In the first row the answer would read like the key Shift-F3.
const ROW: u16 = 1;

/// Asks the terminal. Raw mode must be on, and no key read yet; keys typed ahead stay in crossterm's queue.
///
/// Returns `Narrow` if the screen is too small to ask, or if no sensible answer comes within the two
/// seconds that crossterm waits.
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

/// The width that follows from where the cursor (column, row) stands behind the sample. Where the three characters
/// differ, wide is the safe answer: each gets two cells, and the cursor is set anew behind it in any case.
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
