//! What the codes of number formats are made of.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Characters that are written as they are.
    Literal(char),
    /// A place of the number: a digit, which is written though it be none (`0`), or only where there is one (`#`).
    Digit(bool),
    Point,
    /// The number as a cell without a format shows it.
    General,
    /// A part of a date, by its letter, so many times.
    Date(char, usize),
}
