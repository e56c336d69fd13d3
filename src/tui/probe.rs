//! What the terminal is asked, once, before the first frame: how many cells it gives to characters of ambiguous width, and
//! whether its background is light or dark.
//!
//! `“ ” — ≥ ‰` and the lines of boxes take one cell in most terminals, two where a user in China has set it so, and no
//! environment variable tells. Three of them are printed, and the terminal is asked where its cursor stands then. One that
//! does not answer at once is taken for a narrow one; if its answer comes later, the screen is drawn anew.
//!
//! The background is asked for before that, and never waited for: until the answer has come it is taken for a dark one.

use std::env;
use std::io;
#[cfg(unix)]
use std::time::Duration;

#[cfg(not(unix))]
use crossterm::cursor;
use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};

use crate::app::screen::page::Size;
use crate::text::width::Width;

use super::input::Inbox;
use super::modes;

/// How long the first screen waits for the answer. A terminal on this machine answers within a thousandth of a second.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_millis(50);
/// Asks where the cursor stands (device status report).
#[cfg(unix)]
const QUESTION: &str = "\x1b[6n";
/// A quotation mark, a dash and a line of a box. All three are tried because the console of Windows takes each width
/// from its font, where they may differ.
const SAMPLE: &str = "“—─";
/// Cells of the sample where each character takes one.
const NARROW: u16 = 3;
/// Cells of the sample where each character takes two.
const WIDE: u16 = 6;
/// The row in which the sample is printed, 0-based. In the first row the answer would read like the key Shift-F3.
const ROW: u16 = 1;

/// Asks for the colour of the background (operating system command 11 of xterm).
const BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";
/// Terminals that do not know the question; the console of Linux shows a part of it.
const MUTE: [&str; 3] = ["linux", "dumb", "vt100"];

/// Asks what the background looks like, where the terminal may know. Raw mode must be on. The answer comes as an input.
pub(super) fn ask_background(inbox: &mut Inbox) -> io::Result<()> {
    let is_mute = env::var("TERM").is_ok_and(|term| MUTE.contains(&term.as_str()));
    // crossterm, which reads the console of Windows, does not hand the answer on.
    if is_mute || cfg!(windows) {
        return Ok(());
    }
    inbox.expect_background();
    modes::ask(BACKGROUND)
}

/// Asks for the width of ambiguous characters. Raw mode must be on; keys that come before the answer stay in the inbox.
///
/// Returns `Narrow` if the screen is too small to ask, or if no sensible answer comes in time.
pub(super) fn ambiguous_width(size: Size, inbox: &mut Inbox) -> io::Result<Width> {
    if size.width <= WIDE || size.height <= ROW {
        return Ok(Width::Narrow);
    }
    let mut sample = Vec::new();
    queue!(sample, MoveTo(0, ROW), Print(SAMPLE))?;
    let answer = ask(&sample, inbox)?;
    let mut tidy = Vec::new();
    queue!(tidy, MoveTo(0, ROW), Clear(ClearType::CurrentLine))?;
    modes::send(&tidy)?;
    Ok(answer.map_or(Width::Narrow, width_of))
}

/// Writes the sample, and asks where the cursor stands behind it.
#[cfg(unix)]
fn ask(sample: &[u8], inbox: &mut Inbox) -> io::Result<Option<(u16, u16)>> {
    let mut question = sample.to_vec();
    queue!(question, Print(QUESTION))?;
    inbox.expect_answer();
    modes::send(&question)?;
    inbox.answer(PATIENCE)
}

/// Writes the sample, and asks the console where its cursor stands behind it.
#[cfg(not(unix))]
fn ask(sample: &[u8], _inbox: &mut Inbox) -> io::Result<Option<(u16, u16)>> {
    modes::send(sample)?;
    Ok(cursor::position().ok())
}

/// The width that follows from where the cursor (column, row) stands behind the sample. Where the three characters
/// differ, wide is the safe answer: each gets two cells, and the cursor is set anew behind it in any case.
pub(super) fn width_of((column, row): (u16, u16)) -> Width {
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
