//! Foreign text made harmless: no character of a document may move the cursor, change colours, reverse the order of
//! what is read, or take no room where the eye expects some.
//!
//! What has a meaning for the reader stays readable, what was hidden and acts on the terminal becomes visible, what
//! was hidden and acts on nothing is taken out:
//!
//! | character | becomes | why |
//! |---|---|---|
//! | tab | four spaces | a terminal jumps to a column that nobody measured |
//! | CR LF, CR, VT, FF, NEL, U+2028, U+2029 | line feed | they end a line |
//! | ESC and the other C0 controls, DEL | its picture: ␛ ␀ ␡ | an attempt at control should be seen |
//! | C1 controls | ␦ | they have no pictures |
//! | bidi marks, overrides and isolates | nothing | they show an order that is not the text's |
//! | zero-width characters, soft hyphen, byte order mark, tags | nothing | they part words for a search, invisibly |
//! | variation selectors | nothing | terminals disagree on the width of what they follow |
//!
//! It must not know where the text came from.

use std::borrow::Cow;

/// The blanks that a tab becomes.
const TAB: &str = "    ";

/// Invisible characters that are taken out, as ranges in order. Sources: Unicode 15, `Default_Ignorable_Code_Point` and
/// `Bidi_Control`, less the fillers of Hangul, which take room.
const INVISIBLE: [(char, char); 13] = [
    ('\u{ad}', '\u{ad}'),       // soft hyphen
    ('\u{34f}', '\u{34f}'),     // combining grapheme joiner
    ('\u{61c}', '\u{61c}'),     // Arabic letter mark
    ('\u{180b}', '\u{180f}'),   // Mongolian selectors and vowel separator
    ('\u{200b}', '\u{200f}'),   // zero-width space and joiners, direction marks
    ('\u{202a}', '\u{202e}'),   // direction embeddings and overrides
    ('\u{2060}', '\u{206f}'),   // word joiner, invisible operators, isolates
    ('\u{fe00}', '\u{fe0f}'),   // variation selectors
    ('\u{feff}', '\u{feff}'),   // byte order mark
    ('\u{fff0}', '\u{fffb}'),   // unassigned ignorables, interlinear annotation
    ('\u{1bca0}', '\u{1bca3}'), // shorthand controls
    ('\u{1d173}', '\u{1d17a}'), // musical controls
    ('\u{e0000}', '\u{e0fff}'), // tags, further variation selectors
];

/// The text without anything a terminal would obey, after the table above. Line feeds stay. Borrows where nothing
/// changes; doing it twice changes nothing more.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(|character| fate(character) != Fate::Stays) else {
        return Cow::Borrowed(text);
    };
    let (clean, foreign) = text.split_at(first);
    let mut harmless = String::with_capacity(text.len());
    harmless.push_str(clean);
    let mut characters = foreign.chars().peekable();
    while let Some(character) = characters.next() {
        match fate(character) {
            Fate::Stays => harmless.push(character),
            Fate::Goes => {}
            Fate::Tab => harmless.push_str(TAB),
            Fate::Becomes(picture) => harmless.push(picture),
            Fate::EndsLine => {
                if character == '\r' {
                    characters.next_if_eq(&'\n');
                }
                harmless.push('\n');
            }
        }
    }
    Cow::Owned(harmless)
}

/// Makes a text harmless and puts it on one line: each line end becomes one space. For titles, names and whatever has
/// one row only on the screen.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    let harmless = sanitize(text);
    if harmless.contains('\n') { Cow::Owned(harmless.replace('\n', " ")) } else { harmless }
}

/// What is done with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes,
    Tab,
    EndsLine,
    Becomes(char),
}

fn fate(character: char) -> Fate {
    match character {
        '\n' | ' '..='~' => Fate::Stays,
        '\t' => Fate::Tab,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::EndsLine,
        // The block of control pictures has the order of the controls.
        '\0'..='\u{1f}' => Fate::Becomes(char::from_u32(0x2400 + u32::from(character)).unwrap_or('␦')),
        '\u{7f}' => Fate::Becomes('␡'),
        '\u{80}'..='\u{9f}' => Fate::Becomes('␦'),
        _ if is_invisible(character) => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Whether a character takes no room and acts on nothing that a reader sees: a zero-width space, a direction mark, a soft hyphen.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    let behind = INVISIBLE.partition_point(|&(first, _)| first <= character);
    behind.checked_sub(1).and_then(|at| INVISIBLE.get(at)).is_some_and(|&(_, last)| character <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::Width;

    #[test]
    fn makes_text_harmless() {
        for (foreign, expected) in [
            ("到2030年，“十五五”规划", "到2030年，“十五五”规划"),
            ("一\n二\n", "一\n二\n"),
            ("指标\t单位", "指标    单位"),
            ("一\r\n二\r三\u{2028}四\u{85}五\r\r\n六", "一\n二\n三\n四\n五\n\n六"),
            ("\u{1b}[31m红\u{1b}[0m", "␛[31m红␛[0m"),
            ("\u{9b}2J\u{7}\0\u{7f}", "␦2J␇␀␡"),
            ("\u{202e}倒\u{2066}序\u{2069}", "倒序"),
            ("\u{feff}卫\u{200b}生\u{2060}局\u{ad}", "卫生局"),
            ("❤\u{fe0f}“\u{fe01}葛\u{e0100}", "❤“葛"),
            ("", ""),
        ] {
            let harmless = sanitize(foreign);
            assert_eq!(harmless, expected, "{foreign:?}");
            assert_eq!(matches!(harmless, Cow::Borrowed(_)), foreign == expected, "{foreign:?}");
        }
    }

    #[test]
    fn no_character_at_all_gets_through_as_a_command() {
        for character in '\0'..=char::MAX {
            let once = sanitize(character.encode_utf8(&mut [0; 4])).into_owned();
            assert!(!once.contains(|left: char| left.is_control() && left != '\n'), "{character:?}");
            assert_eq!(sanitize(&once), once, "{character:?}");
            if let Fate::Becomes(picture) = fate(character) {
                assert_eq!(Width::Wide.of(picture.encode_utf8(&mut [0; 4])), 1, "{character:?}");
            }
        }
    }

    #[test]
    fn one_line_has_no_line_end() {
        for (foreign, expected) in [("一\r\n二\n三", "一 二 三"), ("一二", "一二"), ("\n", " "), ("a\u{1b}\nb", "a␛ b")]
        {
            assert_eq!(one_line(foreign), expected, "{foreign:?}");
        }
        assert!(matches!(one_line("一二"), Cow::Borrowed(_)));
    }
}
