//! Cuts a text into numbered lines.
//!
//! Lines are split at `\n` only and counted from 1, so that a line number here is the one every editor shows.

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

/// Cuts a text into its lines and numbers them.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let numbered = text.split('\n').zip(1u32..);
    numbered.map(|(text, no)| Line { no, text: text.strip_suffix('\r').unwrap_or(text) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let got: Vec<(u32, &str)> = lines("一\r\n\n三").iter().map(|line| (line.no, line.text)).collect();
        assert_eq!(got, [(1, "一"), (2, ""), (3, "三")]);
    }
}
