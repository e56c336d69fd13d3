//! The messages of a command: on stderr, or collected for the foot of the screen while the browser has the terminal.

use std::io::{self, Write};

use crate::text::sanitize;

/// The place where the messages of a command go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Messages {
    /// Each message is written to stderr at once.
    Stderr,
    /// Messages are kept in this list, one an entry, until the command is done.
    Collected(Vec<String>),
}

impl Messages {
    /// Sends a message, made one line without control characters.
    pub(in crate::cli) fn send(&mut self, message: &str) {
        let line = sanitize::one_line(message);
        match self {
            Self::Collected(messages) => messages.push(line.into_owned()),
            Self::Stderr => {
                // A message that cannot be written has nowhere else to go.
                let _ = writeln!(io::stderr().lock(), "guihua: {line}");
            }
        }
    }

    /// The messages collected; none of those that went to stderr.
    pub(in crate::cli) fn into_collected(self) -> Vec<String> {
        match self {
            Self::Stderr => Vec::new(),
            Self::Collected(messages) => messages,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn collected_messages_are_lines_in_their_order() {
        let mut messages = Messages::Collected(Vec::new());
        messages.send("一\n二");
        messages.send("三");
        assert_eq!(messages.into_collected(), ["一 二", "三"]);
    }
}
