//! Mouse events as the terminal reports them, reduced to those that the browser uses.

/// A mouse event at a cell of the screen; the top left cell is (0, 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// The column of the cell, counted from 0.
    pub column: u16,
    /// The row of the cell, counted from 0.
    pub row: u16,
    /// What the mouse did at that cell.
    pub kind: MouseKind,
}

/// The kinds of mouse events that the browser uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed once.
    Click,
    /// The left button was pressed twice in quick succession.
    DoubleClick,
    /// The wheel was turned away from the user.
    WheelUp,
    /// The wheel was turned towards the user.
    WheelDown,
}

/// The number of rows that one turn of the wheel scrolls.
pub(crate) const WHEEL_ROWS: usize = 3;
