//! The tests that need the whole program, in one binary. This file is their table of contents.

/// The real program in a real terminal: it starts, ends, and gives the terminal back.
#[cfg(unix)]
mod pty;
