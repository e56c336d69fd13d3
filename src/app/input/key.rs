//! A key as the program sees it, whatever terminal it came from, and its notation in scripts and tables.
//!
//! Notation: a character stands for itself, anything else in angle brackets: `j`, `<Enter>`, `<C-d>`, `<A-x>`, `<F1>`,
//! `<Space>`, `<lt>`. It knows no terminal and no binding.

use crate::text::fold::half_width;
use std::fmt::{self, Display, Formatter, Write as _};
use std::str::FromStr;

/// One key press with its modifiers. `Shift` is part of the character for letters (`G`), and kept for named keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt (Option) was held.
    pub alt: bool,
    /// Shift was held with a key that is no character.
    pub shift: bool,
}

/// What the key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A key that types this character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// The names that stand in angle brackets.
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
/// `、` is what the usual methods put on the key of `/`; `「」` is what macOS puts on `{}`.
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
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The key of this character, as typed without Control or Alt.
    #[must_use]
    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// The key as a keyboard without an input method would have sent it: `ｊ` gives `j`, `？` gives `?`, `、` gives `/`.
    /// Any other key comes back as it is.
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

/// Text that names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseKeyError(
    /// The text.
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

    /// One key in the notation of this module.
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

/// The keys of a script such as `jj/人社局<Enter>`.
///
/// # Errors
/// A name in angle brackets that is no key's.
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
