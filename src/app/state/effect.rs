//! What the browser asks of the program that runs it.

use crate::app::state::file::Save;

/// What the browser asks of the terminal it runs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Put this text on the clipboard.
    Copy(String),
    /// Paint everything anew.
    Redraw,
    /// Stop, as a shell's job does.
    Suspend,
    /// Take the mouse (`true`) or hand it back to the terminal.
    Mouse(bool),
    /// Write this file, and say what came of it. Not the terminal's to do: who runs the browser answers before it.
    Save(Save),
}
