//! Keys as the program sees them, whatever terminal they came from, and their notation in scripts and tables.
//!
//! A character stands for itself, any other key is named in angle brackets: `j`, `<Enter>`, `<C-d>`, `<A-x>`, `<F1>`,
//! `<Space>`, `<lt>`. No terminal and no binding is known here.
//!
//! Both are written by hand: the key type of the terminal crate would bring the terminal into the app, and the notation
//! must also read the full-width keys of an input method.

use std::fmt::{self, Display, Formatter, Write as _};
use std::str::FromStr;

use crate::text::fold::half_width;

/// One key press with its modifiers. For letters, Shift is part of the character (`G`); for
/// named keys it is kept apart.
///
/// A key is written and read in the notation of scripts:
///
/// ```
/// use guihua::app::input::key::{Code, Key, script};
///
/// let key: Key = "<C-d>".parse()?;
/// assert_eq!((key.code, key.ctrl), (Code::Char('d'), true));
/// assert_eq!(key.to_string(), "<C-d>");
///
/// let keys = script("/人社局<Enter>")?;
/// assert_eq!(keys.len(), 5);
/// assert_eq!(keys.last().map(|key| key.code), Some(Code::Enter));
/// # Ok::<(), guihua::app::input::key::ParseKeyError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key itself, without its modifiers.
    pub code: Code,
    /// Whether the Control key was held.
    pub ctrl: bool,
    /// Whether the Alt (Option) key was held.
    pub alt: bool,
    /// Whether Shift was held with a key that types no character.
    pub shift: bool,
}

/// A key of the keyboard, by what it types or by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Any key that types this character.
    Char(char),
    /// The Enter or Return key, on either side.
    Enter,
    /// The Escape key, at the top left.
    Esc,
    /// The Tab key without Shift.
    Tab,
    /// The Tab key with Shift held.
    BackTab,
    /// The Backspace key, which deletes backwards.
    Backspace,
    /// The Delete key, which deletes forwards.
    Delete,
    /// The arrow key that points up.
    Up,
    /// The arrow key that points down.
    Down,
    /// The arrow key that points to the left.
    Left,
    /// The arrow key that points to the right.
    Right,
    /// The Home key, which goes to the beginning.
    Home,
    /// The End key, which goes to the end.
    End,
    /// The Page Up key, which goes back a screen.
    PageUp,
    /// The Page Down key, which goes on a screen.
    PageDown,
    /// A function key by its number: 1 is F1.
    F(u8),
}

/// The names of keys in angle brackets. The first name of a key is the one it is shown by.
const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("S-Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Del", Code::Delete),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Space", Code::Char(' ')),
    ("lt", Code::Char('<')),
];

/// What a Chinese input method types for a key, where adding a constant to the ASCII character does not give it.
///
/// The usual input methods put `、` on the key of `/`; macOS puts `「」` on the keys of `{}`.
const TWINS: &[(char, char)] = &[
    ('、', '/'),
    ('。', '.'),
    ('【', '['),
    ('】', ']'),
    ('「', '{'),
    ('」', '}'),
    ('《', '<'),
    ('》', '>'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('￥', '$'),
    ('…', '^'),
    ('·', '`'),
    ('\u{3000}', ' '),
];

impl Key {
    /// Makes a key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// Makes the key that types this character without Control or Alt.
    #[must_use]
    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// Returns the key that a keyboard without an input method would have sent: `ｊ` gives `j`, `？` gives `?`, `、` gives
    /// `/`. Any other key is returned as it is.
    #[must_use]
    pub fn twin(self) -> Self {
        let Code::Char(character) = self.code else { return self };
        let twin = match character {
            '！'..='～' => Some(half_width(character)),
            _ => TWINS.iter().find(|(mark, _)| *mark == character).map(|&(_, twin)| twin),
        };
        Self { code: Code::Char(twin.unwrap_or(character)), ..self }
    }
}

impl Key {
    /// Returns the character of a key that no command can be bound to: a hanzi, or another letter that is none of ASCII
    /// in any width.
    #[must_use]
    pub fn foreign_letter(self) -> Option<char> {
        let Code::Char(character) = self.code else { return None };
        let is_letter = character.is_alphabetic() && !matches!(self.twin().code, Code::Char(twin) if twin.is_ascii());
        (is_letter && !self.ctrl && !self.alt).then_some(character)
    }
}

impl Display for Key {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let mut name = String::new();
        if self.ctrl {
            name.push_str("C-");
        }
        if self.alt {
            name.push_str("A-");
        }
        if self.shift {
            name.push_str("S-");
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((known, _)), _) => name.push_str(known),
            (None, Code::F(number)) => write!(name, "F{number}")?,
            (None, Code::Char(character)) if name.is_empty() => return out.write_char(character),
            (None, Code::Char(character)) => name.push(character),
            (None, _) => {}
        }
        write!(out, "<{name}>")
    }
}

/// The error for a text that names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseKeyError(
    /// The text that was to be read.
    pub String,
);

impl Display for ParseKeyError {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "no key is called {:?}", self.0)
    }
}

impl std::error::Error for ParseKeyError {}

impl FromStr for Key {
    type Err = ParseKeyError;

    /// Reads one key in the notation of this module.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fail = || ParseKeyError(text.to_owned());
        let mut characters = text.chars();
        if let (Some(character), None) = (characters.next(), characters.next()) {
            return if character == '<' { Err(fail()) } else { Ok(Self::char(character)) };
        }
        let mut name = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).ok_or_else(fail)?;
        let mut key = Self::plain(Code::Esc);
        loop {
            if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
                return Ok(Self { code: *code, ..key });
            }
            let held = match name.split_once('-') {
                Some((held, rest)) if !rest.is_empty() => {
                    name = rest;
                    held
                }
                _ => break,
            };
            match held {
                "C" => key.ctrl = true,
                "A" => key.alt = true,
                "S" => key.shift = true,
                _ => return Err(fail()),
            }
        }
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Ok(Self { code: Code::Char(character), ..key }),
            (Some('F'), Some(_)) => {
                let number = name.strip_prefix('F').and_then(|number| number.parse().ok()).ok_or_else(fail)?;
                Ok(Self { code: Code::F(number), ..key })
            }
            _ => Err(fail()),
        }
    }
}

/// Reads the keys of a script such as `jj/人社局<Enter>`.
///
/// # Errors
/// Fails at the first name in angle brackets that no key has.
pub fn script(text: &str) -> Result<Vec<Key>, ParseKeyError> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let one = if first == '<' {
            rest.split_inclusive('>').next().unwrap_or(rest)
        } else {
            rest.split_at(first.len_utf8()).0
        };
        keys.push(one.parse()?);
        rest = rest.strip_prefix(one).unwrap_or_default();
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notation_goes_there_and_back() {
        for text in [
            "j", "G", "？", "<Enter>", "<S-Tab>", "<C-d>", "<A-x>", "<F1>", "<F12>", "<Space>", "<lt>", "<S-Up>",
            "<C-A-b>",
        ] {
            let key: Key = text.parse().unwrap();
            assert_eq!(key.to_string(), text);
        }
        for text in ["", "<", "<Nope>", "<X-a>", "ab", "<Fx>", "<F999>"] {
            assert!(text.parse::<Key>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_script_is_its_keys() {
        let keys = script("j/人<Enter><C-d>>").unwrap();
        let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["j", "/", "人", "<Enter>", "<C-d>", ">"]);
        assert!(script("j<oops").is_err());
    }

    #[test]
    fn an_input_method_left_on_does_no_harm() {
        for (typed, meant) in "ｊＧ／？：、；【】《》「｝　１".chars().zip("jG/?:/;[]<>{} 1".chars()) {
            assert_eq!(Key::char(typed).twin(), Key::char(meant), "{typed}");
        }
        assert_eq!(Key::char('健').twin(), Key::char('健'));
        assert_eq!(Key::plain(Code::Enter).twin(), Key::plain(Code::Enter));
    }
}
