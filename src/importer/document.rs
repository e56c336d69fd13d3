//! Cuts a text into numbered lines.
//!
//! Lines are split at `\n` only and counted from 1, so that a line number here is the one every editor shows.

use std::borrow::Cow;

/// The mark before each line that a mail or a page quotes.
const QUOTE: char = '>';

/// The fewest lines with that mark that make a quoted text, and the part of all printed lines that they are at least: a third.
const FEWEST_QUOTED: usize = 5;
const QUOTED_PART: usize = 3;

/// A text without what mails and posts put before its lines, with blanks in place of it, so that lines and places stay: the marks
/// of a quotation (`> 一、目标`) and pictographs (`🌿 一、目标`). Any other text as it is.
pub(super) fn undressed(text: &str) -> Cow<'_, str> {
    let is_quoted = is_quoted(text);
    let is_dress = |c: char| is_quoted && c == QUOTE || is_pictograph(c);
    if !is_quoted && !text.split('\n').any(|line| line.trim_start().starts_with(is_pictograph)) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches(|c: char| is_dress(c) || matches!(c, ' ' | '\t' | '\u{3000}'));
        let dress = line.get(..line.len() - rest.len()).filter(|dress| dress.contains(is_dress));
        match dress {
            Some(dress) => plain.extend(std::iter::repeat_n(' ', dress.len())),
            None => plain.extend(line.get(..line.len() - rest.len())),
        }
        plain.push_str(rest);
    }
    Cow::Owned(plain)
}

/// Whether a good part of the lines are those of a mail that is quoted.
fn is_quoted(text: &str) -> bool {
    let printed = text.split('\n').filter(|line| !line.trim().is_empty());
    let (n_printed, n_quoted) = printed.fold((0usize, 0usize), |(n_printed, n_quoted), line| {
        (n_printed + 1, n_quoted + usize::from(line.starts_with(QUOTE)))
    });
    n_quoted >= FEWEST_QUOTED && n_quoted * QUOTED_PART >= n_printed
}

/// Whether a character is a picture by which posts adorn their lines. Numbers in circles are none.
fn is_pictograph(c: char) -> bool {
    let is_number = ('\u{2776}'..='\u{2793}').contains(&c);
    let is_picture = matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{20e3}');
    is_picture && !is_number
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
    fn what_mails_and_posts_put_before_lines_is_blank() {
        assert_eq!(undressed("规划\n🌿 一、目标\n❶ 做\n"), "规划\n     一、目标\n❶ 做\n");
        let mail = "您好：\n> 规划\n>\n> 一、目标\n> 到2025\n>> 年\n> 二、任务\n";
        assert_eq!(undressed(mail), "您好：\n  规划\n \n  一、目标\n  到2025\n   年\n  二、任务\n");
        let path = "> 首页\n> 政务公开\n规划\n一、目标\n";
        assert_eq!(undressed(path), path);
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let got: Vec<(u32, &str)> = lines("一\r\n\n三").iter().map(|line| (line.no, line.text)).collect();
        assert_eq!(got, [(1, "一"), (2, ""), (3, "三")]);
    }
}
