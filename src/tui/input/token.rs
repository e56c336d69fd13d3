//! What a terminal or a console has told, before it is known what that means to the browser.

use crate::app::input::key::Key;

/// One thing that the terminal has told.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "crossterm hands on no answers of a console"))]
pub(super) enum Token {
    /// A key was pressed, or is held down and repeats.
    Key(Key),
    /// A text was pasted that the terminal marks as such.
    Paste(String),
    /// A button was pressed or the wheel turned, at a column and row counted from 0.
    Mouse { button: u16, column: u16, row: u16 },
    /// The answer to where the cursor stands: column and row, counted from 0.
    CursorAt { column: u16, row: u16 },
    /// The answer to what the background looks like: whether it is nearer to white than to black.
    Background { is_light: bool },
}

/// The number of the left button in a mouse event.
pub(super) const LEFT_BUTTON: u16 = 0;
/// The number that stands for a turn of the wheel away from the user.
pub(super) const WHEEL_UP: u16 = 64;
/// The number that stands for a turn of the wheel towards the user.
pub(super) const WHEEL_DOWN: u16 = 65;
