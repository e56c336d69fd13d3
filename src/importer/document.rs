//! Turns the bytes of a file into numbered lines, and rejects bytes that are not a text.
//!
//! Lines are split at `\n` only and counted from 1, so that a line number here is the one every editor shows.

use std::fmt;

use crate::words::model as words;

/// One line of the document, as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// The number of the line, counted from 1.
    pub(super) no: u32,
    /// The text of the line, without the characters that end it.
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// Whether the line holds nothing but white space and no tab: a lone tab is an empty cell of a table, so it counts.
    pub(super) fn is_blank(self) -> bool {
        !self.text.contains('\t') && self.text.trim().is_empty()
    }
}

/// Why bytes cannot be read as a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The file holds nothing but white space.
    Empty,
    /// The bytes of the file are not UTF-8.
    NotUtf8 {
        /// The first line that cannot be decoded, counted from 1.
        line: usize,
    },
    /// The file holds a NUL byte, which no text has.
    Binary {
        /// The line of the first NUL byte, counted from 1.
        line: usize,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(words::EMPTY.get()),
            Self::NotUtf8 { line } => f.write_str(&words::not_utf8(line)),
            Self::Binary { line } => f.write_str(&words::binary(line)),
        }
    }
}

impl std::error::Error for Unreadable {}

/// Decodes a file: UTF-8, with or without a byte order mark.
///
/// # Errors
/// [`Unreadable`] says what is wrong and on which line.
pub fn decode(bytes: &[u8]) -> Result<&str, Unreadable> {
    let line_of = |at: usize| bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Unreadable::Binary { line: line_of(at) });
    }
    let text =
        std::str::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8 { line: line_of(error.valid_up_to()) })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

/// Cuts a text into its lines and numbers them.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let numbered = text.split('\n').zip(1u32..);
    numbered.map(|(text, no)| Line { no, text: text.strip_suffix('\r').unwrap_or(text) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding() {
        assert_eq!(decode("规划".as_bytes()), Ok("规划"));
        assert_eq!(decode("\u{feff}规划".as_bytes()), Ok("规划"));
        assert_eq!(decode(b" \n\t\n"), Err(Unreadable::Empty));
        assert_eq!(decode(b"a\nb\xff\n"), Err(Unreadable::NotUtf8 { line: 2 }));
        assert_eq!(decode(b"a\nb\n\0"), Err(Unreadable::Binary { line: 3 }));
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let got: Vec<(u32, &str)> = lines("一\r\n\n三").iter().map(|line| (line.no, line.text)).collect();
        assert_eq!(got, [(1, "一"), (2, ""), (3, "三")]);
    }
}
