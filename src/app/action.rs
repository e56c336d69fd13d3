//! What the browser asks of the world around it, and what the mouse says to it: plain data, no terminal known here.

/// Something only the outside can do for the browser. `press`, `paste` and `mouse` return what is to be done, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the browser.
    Quit,
    /// Put this text on the clipboard.
    Copy(String),
    /// Draw the whole screen anew: something else has written over it.
    Redraw,
    /// Stop, as Ctrl-Z does, and come back with `fg`.
    Suspend,
    /// Take the mouse (true), or hand it back to the terminal's own selection (false).
    Mouse(bool),
}

/// Something the mouse did, and where (cells from the top left, 0-based).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// The column.
    pub column: u16,
    /// The row.
    pub row: u16,
    /// What it did.
    pub kind: MouseKind,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Click,
    /// The left button went down a second time on the same cell, soon after the first. A `Click` came before it.
    DoubleClick,
    /// The wheel turned away from the hand: towards the start of the text.
    WheelUp,
    /// The wheel turned towards the hand: towards the end of the text.
    WheelDown,
}
