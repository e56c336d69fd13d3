//! Mouse events, as the terminal reports them.

/// A mouse event, in cells from the screen's top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// Column, 0-based.
    pub column: u16,
    /// Row, 0-based.
    pub row: u16,
    /// What happened there.
    pub kind: MouseKind,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Click,
    /// It went down twice.
    DoubleClick,
    /// The wheel turned away from the hand.
    WheelUp,
    /// The wheel turned towards the hand.
    WheelDown,
}

/// Rows a turn of the wheel moves.
pub(crate) const WHEEL_ROWS: usize = 3;
