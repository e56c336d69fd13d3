//! The tests that need the whole program, in one binary. This file is their table of contents.

/// The command line: every subcommand, its JSON, its exit status.
mod cli;
/// The real program in a real terminal: it starts, ends, and gives the terminal back.
#[cfg(unix)]
mod pty;
/// Search: planners' questions and what must stand first, and queries nobody should type.
mod search;
/// The laws of the house, read from the sources.
mod tidy;
