//! What the browser asks of the program that runs it, as it has no terminal, clipboard or files itself.

use crate::app::state::file::Save;

/// Something that the program has to do for the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the browser and end the program.
    Quit,
    /// Put this text on the clipboard, and report to [`crate::app::App::copied`] how that went.
    Copy(String),
    /// Paint every cell of the screen anew.
    Redraw,
    /// Stop as a job of the shell, until it is resumed.
    Suspend,
    /// Take the mouse (`true`), or give it back to the terminal (`false`).
    Mouse(bool),
    /// Write this file and report the outcome to [`crate::app::App::saved`]: before the next frame, or later, in which
    /// case [`crate::app::App::saving_takes_time`] is called before it. No other file is asked for until then.
    Save(Save),
    /// Import the file or folder of this name as it was typed, and report to [`crate::app::App::imported`]. No other is
    /// asked for until then.
    Import(String),
    /// Undo the last import, or bring back what was undone; the outcome is reported as that of an import.
    UndoImport,
}

/// Where a copied text went, as far as anybody says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// On the clipboard of this machine, as the program that put it there confirms.
    OnClipboard,
    /// To the terminal, which does not say whether it put it on its clipboard.
    SentToTerminal,
    /// Into a buffer of tmux, and from there to the terminal, which does not answer.
    SentThroughTmux,
    /// Into a buffer of tmux, which is set not to send it on.
    InTmuxOnly,
}
