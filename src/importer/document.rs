//! Cuts a text into numbered lines.
//!
//! Lines are split at `\n` only and counted from 1, so that a line number here is the one every editor shows.

use std::borrow::Cow;

/// The mark before each line that a mail or a page quotes.
const QUOTE: char = '>';

/// The fewest lines with that mark that make a quoted text, and the part of all printed lines that they are at least: a third.
const FEWEST_QUOTED: usize = 5;
const QUOTED_PART: usize = 3;

/// A text whose lines a mail has quoted (`> 一、目标`), with blanks in place of the marks, so that lines and places stay; any other
/// text as it is.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    let printed = text.split('\n').filter(|line| !line.trim().is_empty());
    let (mut n_printed, mut n_quoted) = (0usize, 0usize);
    for line in printed {
        n_printed += 1;
        n_quoted += usize::from(line.starts_with(QUOTE));
    }
    if n_quoted < FEWEST_QUOTED || n_quoted * QUOTED_PART < n_printed {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches([QUOTE, ' ']);
        plain.extend(std::iter::repeat_n(' ', line.len() - rest.len()));
        plain.push_str(rest);
    }
    Cow::Owned(plain)
}

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
    fn marks_of_a_mail_are_blanks() {
        let mail = "您好：\n> 规划\n>\n> 一、目标\n> 到2025\n>> 年\n> 二、任务\n";
        assert_eq!(unquoted(mail), "您好：\n  规划\n \n  一、目标\n  到2025\n   年\n  二、任务\n");
        let path = "> 首页\n> 政务公开\n规划\n一、目标\n";
        assert_eq!(unquoted(path), path);
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let got: Vec<(u32, &str)> = lines("一\r\n\n三").iter().map(|line| (line.no, line.text)).collect();
        assert_eq!(got, [(1, "一"), (2, ""), (3, "三")]);
    }
}
